"""The pages of rounds and policy, made with sample values for the registry."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from tests.gui.pages.around import signed_home, signed_personal
from tests.gui.pages.registry_people import few

from candour.domain.pack_change import Change, Kind, Part, PointChange
from candour.domain.round_dates import Proposed, Review
from candour.gui.pages.home import HomePage
from candour.gui.pages.pack_compare import PackComparePage
from candour.gui.pages.people_add import PersonAddPage
from candour.gui.pages.round_change import RoundChangePage
from candour.gui.pages.round_start import RoundStartPage
from candour.gui.pages.rounds import RoundsPage
from candour.gui.places import ROUNDS
from candour.services.people_results import Joins
from candour.services.request_results import PolicyChanged
from candour.services.round_results import (
    ChangeGround,
    Member,
    PackCard,
    PackLook,
    RoundCard,
    RoundsView,
    StartGround,
)

if TYPE_CHECKING:
    from candour.gui.theme import Theme

FRAME = few(ROUNDS)
TODAY = date(2026, 11, 26)
PACK = PackCard(
    "ab" * 32,
    "Social Networking and Social Media Policy",
    date(2025, 2, 5),
    "February 2027",
    "Rae Snape, Headteacher",
    21,
    23,
    "Social media policy 2025.pdf",
)
NEXT_PACK = replace(PACK, pack="cd" * 32, policy_date=date(2027, 2, 8), review_due="February 2029")
RUNNING = RoundCard("2026–27", date(2026, 9, 14), date(2026, 10, 16), 31, 42, 1, PACK)
COMING = RoundCard("2027–28", date(2027, 9, 13), date(2027, 10, 18), 0, 41, 0, NEXT_PACK)
VIEW = RoundsView(
    today=TODAY,
    running=RUNNING,
    coming=(COMING,),
    earlier=(
        RoundCard("2025–26", date(2025, 9, 15), date(2025, 10, 17), 40, 41, 0, PACK),
        RoundCard("2024–25", date(2024, 9, 16), date(2024, 10, 18), 36, 36, 0, PACK),
    ),
    pack=PACK,
    next_pack=NEXT_PACK,
    review=Review(date(2027, 2, 1), date(2027, 2, 28)),
    need_codes=5,
    unused=2,
    gives_codes=True,
    slips_from=date(2027, 8, 30),
)
NONE = replace(
    VIEW,
    running=None,
    coming=(),
    earlier=(),
    next_pack=None,
    pack=replace(PACK, document=""),
    review=None,
    need_codes=0,
    unused=0,
    slips_from=None,
)
PEOPLE = (
    Member("p4", "Anna Beispiel", "0004", "Class teacher"),
    Member("p5", "Ben Sample", "0005", "Teaching assistant"),
    Member("p6", "Chris Invented", "0006", "Caretaker"),
)
START = StartGround(
    TODAY, Proposed(2027, date(2027, 9, 13), date(2027, 10, 18)), "2026–27", PEOPLE, PACK, ("2026–27",)
)
CHANGE = ChangeGround(TODAY, RUNNING, 11, PEOPLE[:2], date(2026, 12, 24))
CHANGES = (
    PointChange(
        "2.5",
        "Use the school’s own ways to write to and ring families.",
        (
            Change(Part.ANSWER, Kind.REMOVED, "Own phone and e-mail", "I did, and I have stopped: Confirmed", ""),
            Change(Part.ANSWER, Kind.ADDED, "Own phone and e-mail", "", "I did, but I have stopped: Confirmed"),
        ),
        (("personal", "own-phone"),),
        proposed=True,
        bound=True,
    ),
    PointChange(
        "2.8",
        "Parents, pupils and ex-pupils under 18 are not friends or followers on personal accounts.",
        (
            Change(
                Part.QUESTION,
                Kind.WORDS,
                "Parents",
                "Apart from those, is any current parent a friend, follower or similar?",
                "Apart from those, is any current parent or carer a friend, follower or similar?",
            ),
            Change(Part.HELP, Kind.HELP, "Parents", "It blurs home and school.", "It mixes home and school."),
        ),
        (("personal", "parents"),),
        proposed=True,
        bound=False,
    ),
    PointChange(
        "3.2",
        "The policy is looked at every two years.",
        (Change(Part.RULE, Kind.ADDED, "", "", "The policy is looked at every two years."),),
        (),
        proposed=False,
        bound=False,
    ),
    PointChange(
        "",
        "",
        (Change(Part.WHOLE, Kind.HELP, "policy_date", "5 February 2025", "8 February 2027"),),
        (),
        proposed=False,
        bound=False,
    ),
)
LOOK = PackLook("title = 1", NEXT_PACK, PACK, CHANGES, "2026–27", 31, 11)


def rounds_page(_theme: Theme) -> RoundsPage:
    return RoundsPage(FRAME, VIEW, "The check of 2027–28 opens on 13 September 2027.")


def none_page(_theme: Theme) -> RoundsPage:
    return RoundsPage(FRAME, NONE)


def start_page(_theme: Theme) -> RoundStartPage:
    return RoundStartPage(FRAME, START)


def left_out_page(_theme: Theme) -> RoundStartPage:
    page = RoundStartPage(FRAME, START)
    page.people.picker.choose("p6")
    page.people.leave.click()
    return page


def change_page(_theme: Theme) -> RoundChangePage:
    return RoundChangePage(FRAME, CHANGE)


def nobody_outside_page(_theme: Theme) -> RoundChangePage:
    return RoundChangePage(FRAME, replace(CHANGE, outside=()))


def compare_page(_theme: Theme) -> PackComparePage:
    return PackComparePage(FRAME, LOOK)


def same_page(_theme: Theme) -> PackComparePage:
    return PackComparePage(FRAME, replace(LOOK, new=PACK, changes=()))


def no_round_page(_theme: Theme) -> PackComparePage:
    return PackComparePage(FRAME, replace(LOOK, running="", signed=0, unsigned=0))


def policy_changed_page(_theme: Theme) -> HomePage:
    changed = PolicyChanged(2, ("parents", "your own phone"), checklist="personal")
    return HomePage(FRAME, signed_home(signed_personal(policy=changed)), TODAY)


def joiner_page(_theme: Theme) -> PersonAddPage:
    return PersonAddPage(FRAME, None, Joins("2026–27", date(2026, 12, 24)))
