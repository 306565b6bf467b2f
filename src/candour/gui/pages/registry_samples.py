"""Sample values for every page: plainly invented people, the real policy pack."""

from __future__ import annotations

from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING, Final

from candour.domain.checklist import Answers, Given
from candour.domain.pack_file import read_pack
from candour.domain.policy import Pack, Question, next_by
from candour.domain.wording import Names, names_for
from candour.gui.pages.question import QuestionPage
from candour.resources import resource_text
from candour.services.results import OpenCheck, OpenRequest

if TYPE_CHECKING:
    from candour.gui.pages.page import Page
    from candour.gui.theme import Theme

TODAY: Final = date(2026, 9, 28)
SAVED: Final = datetime(2026, 9, 28, 10, 42)  # noqa: DTZ001 - the person's own clock, as pages show it


@cache
def sample_pack() -> Pack:
    """Return the pack of Milton Road."""
    return read_pack(resource_text("policies", "milton-road-2025.toml"))


def sample_names() -> Names:
    """Return the names that fill the texts: a school of invented people."""
    return names_for(
        sample_pack(),
        headteacher="Henrietta Sample",
        lead="Lena Example",
        deputy="Dai Specimen",
        hr="Bea Invented",
        since=date(2025, 10, 3),
        start_year=2026,
    )


SAMPLE_REQUESTS: Final = (
    OpenRequest("E-2026-014", "connection", "Approved", "My sister, a parent here", date(2027, 7, 31)),
    OpenRequest("E-2026-021", "connection", "Waiting for the Headteacher", "The parents in my child’s class", None),
)

SAMPLE_ANSWERS: Final[Answers] = {
    given.question: given
    for given in (
        Given("accounts", ("facebook", "instagram", "whatsapp")),
        Given("family", ("some",), requests=("E-2026-014",)),
        Given("parents", ("none",)),
        Given("pupils", ("none",)),
    )
}


def sample_check(answers: Answers | None = None) -> OpenCheck:
    """Return a check under way: the first four questions answered, unless other answers are given."""
    pack = sample_pack()
    return OpenCheck(
        round="2026–27",
        due=date(2026, 10, 16),
        pack=pack,
        checklist=pack.checklist("personal"),
        answers=SAMPLE_ANSWERS if answers is None else answers,
        names=sample_names(),
        policy_opened=True,
        requests=SAMPLE_REQUESTS,
        signed=None,
    )


def sample_question(question: str) -> Question:
    """Return a question of the checklist of personal accounts."""
    return next_by(sample_pack().checklist("personal").questions, "id", question)


def question_page(_theme: Theme) -> Page:
    """Return the question about ex-pupils with an answer chosen."""
    page = QuestionPage()
    given = Given("ex-pupils", ("removed",))
    page.show_question(sample_check(), sample_question("ex-pupils"), given, TODAY, SAVED)
    return page
