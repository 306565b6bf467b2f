"""What happens in the sample school: who comes, who leaves, who signs when, and what stays open.

Days are counted back from today, so that a school made at any time of the year has something due and something
late.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from candour.domain.checklist import Given
from candour.domain.exception_request import AskedFor
from candour.sample import people as cast
from candour.sample.clock import school_year, working_day
from candour.sample.decisions import NOT_THIS, TERMS, TERMS_AND_LINE
from candour.sample.turns import Turn

if TYPE_CHECKING:
    from candour.services.people import NewPerson

OPENED_DAYS_AGO = 24
TIME_TO_SIGN = timedelta(days=39)
LAST_DAY_OF_TERM = (7, 21)
TWO_WEEKS = 14

OWN_CHILD = AskedFor(
    kind="connection",
    question="family",
    connection="My own child",
    who="My son in Year 4 (sample)",
    where=("Facebook",),
    safeguards=("No talk of school", "No pictures of other pupils"),
    line="",
    ends="The child leaves the school",
    until=None,
    group=False,
    about_headteacher=False,
)
CLASS_GROUP = replace(
    OWN_CHILD,
    connection="The parents in my child’s class",
    who="The class group of my daughter (sample)",
    where=("Another way",),
    safeguards=("No talk of school",),
    line="We arrange birthdays and lifts.",
    ends="The school year ends",
    group=True,
)
OWN_PHONE = replace(
    OWN_CHILD,
    kind="prior approval",
    question="own-phone",
    connection="",
    who="Families on the first morning, when the office line is busy (sample)",
    where=("My own phone or number",),
    safeguards=("No talk of school",),
    ends="The school year ends",
)


OLD_FRIEND = replace(OWN_CHILD, connection="An old friend", who="A friend from college, now a parent here (sample)")


@dataclass(frozen=True)
class Year:
    """One school year as it is played: who comes, who has left, what is done on each day of its round, who is away.

    People stand as staff numbers, but for joiners; `away` is until which day; `heard`: some tell or bring; those in
    `posting` post for the school from this year on.
    """

    year: int
    opens: date
    due: date
    joiners: tuple[NewPerson, ...]
    leavers: tuple[str, ...]
    days: tuple[tuple[date, tuple[Turn, ...]], ...]
    away: tuple[tuple[str, date], ...] = ()
    heard: bool = False
    posting: tuple[str, ...] = ()

    @property
    def prepared(self) -> date:
        """Return the day on which HR brings the list of people up to date."""
        return working_day(self.opens - timedelta(days=4))

    @property
    def left_on(self) -> date:
        """Return the last day of those who left."""
        return date(self.year, *LAST_DAY_OF_TERM)


def small_story(today: date) -> tuple[Year, ...]:
    """Return six people, one earlier round that everybody of then has signed, and this year's, just open."""
    year = school_year(today)
    return (
        _past(year - 1, cast.OTHERS, (), _plain(cast.BUSINESS_MANAGER, *cast.OTHERS), each_day=1),
        _present(year, today, (cast.SUPERVISOR,), (), ()),
    )


def whole_story(today: date) -> tuple[Year, ...]:
    """Return the whole school: two earlier rounds, and this year's with something of everything."""
    year = school_year(today)
    first = (*cast.OTHERS, *cast.TEACHING)
    second = tuple(each for each in (*first, *cast.SUPPORT) if each.number not in cast.LEFT_LAST_YEAR)
    return (
        _past(year - 2, first, (), _earlier(first, but={"0012"}), each_day=8),
        _decided(
            _past(year - 1, cast.SUPPORT, cast.LEFT_LAST_YEAR, _earlier(second, but={"0023", "0047"}), each_day=8),
        ),
        replace(
            _present(year, today, (*cast.JOINERS, cast.SUPERVISOR), cast.LEFT_THIS_YEAR, _this_year(today)),
            away=((cast.AWAY, today + timedelta(days=TWO_WEEKS)),),
            posting=cast.POSTING_THIS_YEAR,
            heard=True,
        ),
    )


def _decided(year: Year) -> Year:
    """Return an earlier year in which some asked for an exception, which the Headteacher decided, and one posts."""
    until = date(year.year + 1, 7, 31)
    asking = {
        "0024": Turn("0024", _said("family", "some"), replace(OWN_CHILD, until=until)),
        "0031": Turn("0031", _said("family", "some"), replace(OWN_CHILD, until=until)),
        "0035": Turn("0035", _said("family", "some"), replace(OWN_CHILD, until=until)),
    }
    days = tuple((day, tuple(asking.get(turn.number, turn) for turn in turns)) for day, turns in year.days)
    decisions = {"0024": TERMS, "0031": TERMS_AND_LINE, "0035": NOT_THIS}
    heads = tuple(Turn(cast.HEADTEACHER.number, decides=each) for each in decisions.items())
    days = (*days, (working_day(days[-1][0] + timedelta(days=7)), heads))
    return replace(year, days=days, posting=cast.POSTING_LAST_YEAR)


def _past(
    year: int,
    joiners: tuple[NewPerson, ...],
    leavers: tuple[str, ...],
    turns: tuple[Turn, ...],
    *,
    each_day: int,
) -> Year:
    opens = working_day(date(year, 9, 8))
    groups = [turns[at : at + each_day] for at in range(0, len(turns), each_day)]
    days = tuple((working_day(opens + timedelta(days=13 + 3 * at)), group) for at, group in enumerate(groups))
    return Year(year, opens, opens + TIME_TO_SIGN, joiners, leavers, days)


def _present(
    year: int,
    today: date,
    joiners: tuple[NewPerson, ...],
    leavers: tuple[str, ...],
    days: tuple[tuple[date, tuple[Turn, ...]], ...],
) -> Year:
    opens = working_day(today - timedelta(days=OPENED_DAYS_AGO))
    return Year(year, opens, opens + TIME_TO_SIGN, joiners, leavers, days)


def _plain(*people: NewPerson) -> tuple[Turn, ...]:
    return tuple(Turn(each.number) for each in people)


def _earlier(people: tuple[NewPerson, ...], but: set[str]) -> tuple[Turn, ...]:
    """Return plain turns of everybody but a few; every fifth had something to remove first, or has no accounts."""
    signing = [each.number for each in (cast.BUSINESS_MANAGER, *people) if each.number not in but]
    odd = {1: _said("parents", "removed"), 3: _said("accounts", "no-accounts")}
    return tuple(Turn(number, odd.get(at % 5, ())) for at, number in enumerate(signing))


def _this_year(today: date) -> tuple[tuple[date, tuple[Turn, ...]], ...]:
    def ago(days: int) -> date:
        return working_day(today - timedelta(days=days))

    def ahead(days: int) -> date:
        return today + timedelta(days=days)

    def asks(number: str, asked: AskedFor, last: str = "") -> Turn:
        answer = "some" if asked.question == "family" else "approval"
        asked = replace(asked, until=_july(today))
        return Turn(number, _said(asked.question, answer), asked, last)

    return (
        (ago(21), (_open("0009", "parents", "still-there", ago(7)), Turn("0010"), Turn("0046"))),
        (
            ago(17),
            (Turn("0013", one_alone=True), _begun("0005", "family"), replace(asks("0024", OWN_CHILD), again=True)),
        ),
        (ago(12), (Turn("0019"), Turn("0044"), _open("0022", "own-phone", "still", ahead(2)))),
        (ago(8), (_begun("0007", "parents"), _begun("0016", "accounts"), asks("0026", OWN_CHILD), Turn("0029"))),
        (ago(8), (Turn(cast.BUSINESS_MANAGER.number, reminds=("0005", "0006", "0007", "0011", "0015")),)),
        (
            ago(5),
            (
                _open("0031", "ex-pupils", "still-there", ahead(6)),
                _begun("0028", "own-phone"),
                Turn(cast.HEADTEACHER.number, decides=("0026", TERMS_AND_LINE)),
            ),
        ),
        (ago(3), (Turn("0014", _said("school-email", "no-account")), asks("0012", CLASS_GROUP, "family"))),
        (ago(3), (Turn(cast.BUSINESS_MANAGER.number, reminds=("0016", "0017", "0018", "0021")),)),
        (
            ago(2),
            (Turn("0033"), _talks("0034", ahead(TWO_WEEKS)), _begun("0039", "accounts"), _begun("0043", "family")),
        ),
        (
            ago(1),
            (
                asks("0045", OWN_PHONE, "own-phone"),
                replace(asks("0020", OLD_FRIEND, "ex-pupils"), withdraws=True),
                replace(_begun("0011", "worrying"), keeps=replace(OWN_PHONE, where=(), ends="")),
            ),
        ),
    )


def _july(today: date) -> date:
    """Return the next last day of July: in August that of the school year which is about to start."""
    return date(today.year + (today > date(today.year, 7, 31)), 7, 31)


def _said(question: str, answer: str) -> tuple[Given, ...]:
    return (Given(question, (answer,)),)


def _open(number: str, question: str, answer: str, until: date) -> Turn:
    reached_out = _said(f"{question}-reached-out", "no")
    return Turn(number, (Given(question, (answer,), until=until), *reached_out))


def _talks(number: str, until: date) -> Turn:
    talk = Given("parents", ("talk",), until=until, told="{headteacher}, Headteacher")
    return Turn(number, (talk,), stops_after="pupils")


def _begun(number: str, last: str) -> Turn:
    return Turn(number, stops_after=last)
