"""The pages of School accounts, the second checklist, made with sample values for the registry."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from tests.gui.pages import registry_people as people
from tests.gui.pages import registry_register as register
from tests.gui.pages.around import (
    FRAME,
    NAMES,
    PACK,
    SCHOOL_RECORD,
    SCHOOL_TO_DO,
    SCHOOL_YEAR,
    THIS_YEAR,
    TODAY,
    check,
    home,
    personal,
    school,
    signed,
    signed_home,
    signed_personal,
)
from tests.gui.pages.registry_samples import sample_to_sign

from candour.domain.checklist import Given
from candour.domain.register_view import Filter
from candour.domain.round import CheckState
from candour.domain.wording import fill
from candour.gui.pages.before_start import BeforeStartPage
from candour.gui.pages.changed import ChangedPage
from candour.gui.pages.check_and_sign import CheckAndSignPage
from candour.gui.pages.home import HomePage
from candour.gui.pages.my_record import MyRecordPage
from candour.gui.pages.person import PersonPage
from candour.gui.pages.question import QuestionPage
from candour.gui.pages.register import RegisterPage
from candour.gui.pages.signed import SignedPage
from candour.gui.pages.to_do_done import ToDoDonePage
from candour.services.people_results import RoundLine
from candour.services.results import AnswerLine

if TYPE_CHECKING:
    from candour.gui.theme import Theme
    from candour.services.results import OpenCheck, ToSign

CHECKLIST = PACK.checklist("school")
LINES = tuple(
    AnswerLine(question.id, question.rail, question.about, "Yes, checked", "confirmed", "Confirmed")
    for question in CHECKLIST.questions
)
ANSWERS = {question.id: Given(question.id, ("checked",)) for question in CHECKLIST.questions}


def school_check(**changed: object) -> OpenCheck:
    return check(**{"checklist": CHECKLIST, "policy_opened": True, **changed})


def to_sign() -> ToSign:
    return replace(
        sample_to_sign(),
        reference="D-2026-0038-S",
        lines=LINES,
        declaration_words=fill(CHECKLIST.declaration, NAMES),
    )


def home_page(_theme: Theme) -> HomePage:
    return HomePage(FRAME, home(personal(), school(done=0, stopped_at="The platforms")), TODAY)


def home_left_page(_theme: Theme) -> HomePage:
    at = home(signed_personal(todos=()), school(), declarations=(THIS_YEAR,))
    return HomePage(FRAME, at, TODAY)


def home_signed_page(_theme: Theme) -> HomePage:
    both = signed_personal(), school(signed=True, done=9, todos=(SCHOOL_TO_DO,))
    return HomePage(FRAME, signed_home(*both, declarations=(SCHOOL_YEAR, THIS_YEAR)), TODAY)


def before_start_page(_theme: Theme) -> BeforeStartPage:
    return BeforeStartPage(school_check())


def question_page(_theme: Theme) -> QuestionPage:
    page = QuestionPage()
    page.show_question(school_check(), CHECKLIST.questions[1], None, TODAY)
    return page


def check_and_sign_page(_theme: Theme) -> CheckAndSignPage:
    page = CheckAndSignPage()
    page.show_to_sign(school_check(answers=ANSWERS), to_sign())
    return page


def signed_page(_theme: Theme) -> SignedPage:
    return SignedPage(signed(left=(("school", "School accounts"),)))


def changed_page(_theme: Theme) -> ChangedPage:
    return ChangedPage(FRAME, school_check(answers=ANSWERS))


def to_do_done_page(_theme: Theme) -> ToDoDonePage:
    return ToDoDonePage(SCHOOL_TO_DO, to_sign())


def record_page(_theme: Theme) -> MyRecordPage:
    return MyRecordPage(FRAME, SCHOOL_RECORD)


def register_page(_theme: Theme | None = None) -> RegisterPage:
    states = (CheckState.SIGNED, CheckState.NOT_STARTED, CheckState.SIGNED_OPEN, CheckState.NOT_STARTED, None)
    lines = tuple(replace(line, school=state) for line, state in zip(register.LINES, states, strict=True))
    page = RegisterPage(register.FRAME, replace(register.VIEW, lines=lines))
    page.keep(Filter.SCHOOL)
    return page


def person_page(_theme: Theme) -> PersonPage:
    parts = (
        people.part(CheckState.SIGNED, signed_on=date(2026, 10, 2)),
        people.part(CheckState.NOT_STARTED, "School accounts"),
    )
    asked = RoundLine("2026–27", CheckState.IN_PROGRESS, date(2026, 10, 16), parts)
    details = replace(people.PERSON, posts_for_school=True)
    return PersonPage(people.FRAME, replace(people.FILE, details=details, rounds=(asked,)))
