"""Declarations on paper, for tests: what a form says, entered by HR, confirmed by a second person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.deciders import DEPUTY, PNG
from tests.schools import TODAY, person_of

from candour.domain.paper_declaration import NewPaper
from candour.sample import people as cast

if TYPE_CHECKING:
    from tests.schools import School

ON_PAPER = cast.ASSISTANT


def form(school: School, number: str = ON_PAPER.number, **changed: Any) -> NewPaper:
    """Return a form as HR types it, plainly confirmed but for what is changed."""
    values: dict[str, Any] = {
        "signed_on": TODAY,
        "open_until": {},
        "lacking": frozenset(),
        "excepted": frozenset(),
        "scan": PNG,
    }
    return NewPaper(person_of(school.office(), number).person, **(values | changed))


def entered(school: School, number: str = ON_PAPER.number, **changed: Any) -> str:
    """Let HR enter a paper and return its id."""
    return school.office().paper_declarations().enter(form(school, number, **changed))


def on_paper(school: School, number: str = ON_PAPER.number, **changed: Any) -> str:
    """Let HR enter a paper and the deputy confirm it; return its id."""
    paper = entered(school, number, **changed)
    school.desk(DEPUTY).paper_declarations().confirm(paper)
    return paper
