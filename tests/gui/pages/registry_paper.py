"""The pages of declarations on paper, made with sample values for the registry."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from tests.documents.sample_papers import FORM, form_paper
from tests.gui.pages.around import FRAME as HOME_FRAME
from tests.gui.pages.around import home, personal
from tests.gui.pages.registry_deciding import FRAME as DECIDERS_FRAME
from tests.gui.pages.registry_deciding import scanned
from tests.gui.pages.registry_people import few

from candour.domain.paper_declaration import NewPaper, mark_of, paper_lines
from candour.gui.pages.envelope import EnvelopePage
from candour.gui.pages.home import HomePage
from candour.gui.pages.paper_compare import PaperComparePage
from candour.gui.pages.paper_enter import PaperEnterPage
from candour.gui.pages.paper_print import ONE, PaperPrintPage
from candour.gui.pages.papers import PapersPage
from candour.gui.places import PAPER, SLIPS
from candour.services.paper_results import EnvelopeLine, PaperGround, PaperPerson, PaperPoint, PaperView

if TYPE_CHECKING:
    from candour.gui.theme import Theme

TODAY = date(2026, 10, 14)
FRAME = replace(few(PAPER, SLIPS), name="Bertie Bursar-Example")
_FORM = form_paper()
POINTS = tuple(
    PaperPoint(box, point.place, point.statement) for box, point in zip(FORM.lines, _FORM.points, strict=True)
)
PEOPLE_HERE = (
    PaperPerson("one", "0038", "Iris Invented", "", signed=False),
    PaperPerson("two", "0041", "Mo Made-Up", "", signed=False),
    PaperPerson("three", "0007", "Theo Thought-Up", "Theo Thought-Up has signed in Candour already.", signed=True),
)
NEW = NewPaper(
    "one", date(2026, 10, 12), {"posts": date(2026, 10, 30)}, frozenset({"own-phone"}), frozenset({0}), b""
)


def view(new: NewPaper = NEW, **changed: object) -> PaperView:
    said = {point.line.line: point.statement for point in POINTS}
    lines = tuple(
        (line.point, said[line.line], mark_of(line), line.outcome) for line in paper_lines(new, FORM, "paper")
    )
    made = PaperView(
        paper="paper-one",
        reference="D-2026-0038-P",
        name="Iris Invented",
        number="0038",
        signed_on=new.signed_on,
        lines=lines,
        entered_by="Bertie Bursar-Example",
        confirmed_by="",
        counts=False,
        envelope=bool(new.excepted),
        can_confirm=True,
        why_not="",
    )
    return replace(made, **changed)  # type: ignore[arg-type]


PLAIN = replace(NEW, open_until={}, lacking=frozenset(), excepted=frozenset())
PAPERS = (
    view(),
    view(
        PLAIN,
        paper="paper-two",
        reference="D-2026-0041-P",
        name="Mo Made-Up",
        number="0041",
        can_confirm=False,
        why_not="You entered it, so somebody else confirms it.",
    ),
    view(PLAIN, paper="paper-three", reference="D-2026-0007-P", name="Theo Thought-Up", confirmed_by="Dev Deputy"),
    view(
        PLAIN,
        paper="paper-four",
        reference="D-2026-0012-P",
        name="Lou Late-Example",
        confirmed_by="Dev Deputy",
        counts=True,
    ),
)
GROUND = PaperGround(
    round="2026–27",
    opens=date(2026, 9, 14),
    today=TODAY,
    points=POINTS,
    excepts=_FORM.excepts,
    people=PEOPLE_HERE,
    papers=PAPERS,
    headteacher="Ada Aldous-Example",
    may_enter=True,
)


def papers_page(_theme: Theme) -> PapersPage:
    return PapersPage(FRAME, GROUND, "The paper of Lou Late-Example counts now.")


def none_page(_theme: Theme) -> PapersPage:
    return PapersPage(FRAME, replace(GROUND, papers=()))


def no_round_page(_theme: Theme) -> PapersPage:
    return PapersPage(FRAME, None)


def enter_page(_theme: Theme) -> PaperEnterPage:
    return PaperEnterPage(FRAME, GROUND)


def enter_open_page(_theme: Theme) -> PaperEnterPage:
    page = PaperEnterPage(FRAME, GROUND)
    page.whose.choose("one")
    page.points.fields["posts"].box.choose("Open until")
    page.excepts.ticks["0"].setChecked(True)
    return page


def print_page(_theme: Theme) -> PaperPrintPage:
    page = PaperPrintPage(FRAME, GROUND)
    page.whom.choose(ONE)
    return page


def compare_page(_theme: Theme) -> PaperComparePage:
    return PaperComparePage(FRAME, PAPERS[0], scanned())


def compare_pdf_page(_theme: Theme) -> PaperComparePage:
    return PaperComparePage(FRAME, PAPERS[0], b"%PDF-1.7")


def see_again_page(_theme: Theme) -> PaperComparePage:
    return PaperComparePage(FRAME, PAPERS[3], scanned())


ENVELOPE = EnvelopeLine("paper-one", "Iris Invented", date(2026, 10, 12), ("2.1", "2.8"))


def envelope_page(_theme: Theme) -> EnvelopePage:
    return EnvelopePage(DECIDERS_FRAME, ENVELOPE)


def home_page(_theme: Theme) -> HomePage:
    return HomePage(HOME_FRAME, home(personal(done=0, stopped_at="", on_paper=date(2026, 10, 12))), TODAY)
