"""The two packs of the tests, and random ways of people through their checklists."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from candour.domain.checklist import Answers, Given
from candour.domain.declaration import ExceptionFact, PersonFact, SchoolFact, SeenHead
from candour.domain.flow import asked, chosen, next_question
from candour.domain.pack_file import read_pack
from candour.domain.wording import Frame, names_for
from candour.resources import resource_text

TODAY = date(2026, 10, 5)
REFERENCES = ("E-2026-014", "E-2026-015", "E-2026-016")


@cache
def milton_text():
    return resource_text("policies", "milton-road-2025.toml")


@cache
def harbour_text():
    return (Path(__file__).parent / "packs" / "harbour-lane.toml").read_text(encoding="utf-8")


@cache
def milton():
    return read_pack(milton_text())


@cache
def harbour():
    return read_pack(harbour_text())


def every_checklist():
    return [(pack, checklist) for pack in (milton(), harbour()) for checklist in pack.checklists]


def with_checklist():
    return st.sampled_from(every_checklist())


def names_of(pack):
    return names_for(
        pack,
        headteacher="Rae Snape",
        lead="Rae Snape",
        deputy="Ines Abernathy-Moss",
        hr="Perpetua Quill",
        since=date(2025, 10, 5),
        start_year=2026,
    )


def frame_of():
    return Frame(
        reference="D-2026-0038",
        supersedes="",
        round="2026–27",
        signed_on=TODAY,
        school=SchoolFact("Milton Road Primary School", "r", "ab" * 32),
        person=PersonFact("Wilhelmina Tarn", "0038", "Teaching assistant", "02" * 33),
        pack="cd" * 32,
        document="",
        exceptions=(ExceptionFact("E-2026-014", "Family connection"),),
        head=SeenHead(3, "ef" * 32),
    )


def choices_of(question):
    """All sets of answers that may be given to a question; of accounts, some."""
    if question.kind == "accounts":
        apps = [a.id for a in question.answers if a.id != question.alone]
        return st.one_of(st.just((question.alone,)), st.lists(st.sampled_from(apps), min_size=1, unique=True))
    ids = [a.id for a in question.answers]
    pairs = [(a, b) for a in ids for b in ids if a < b]
    allowed = [(a,) for a in ids] + [p for p in pairs if chosen(question, Given(question.id, p))]
    return st.sampled_from(allowed)


@st.composite
def given_to(draw, question, choices=None):
    picked = tuple(draw(choices_of(question))) if choices is None else choices
    answers = chosen(question, Given(question.id, picked))
    until = TODAY + timedelta(days=draw(st.integers(0, 30))) if any(a.outcome == "open" for a in answers) else None
    asks = any(a.outcome == "ask" for a in answers)
    requests = draw(st.lists(st.sampled_from(REFERENCES), min_size=1, unique=True)) if asks else []
    told = "Rae Snape" if any(a.leads_to == "told" for a in answers) else ""
    return Given(question.id, picked, until, tuple(requests), told)


@st.composite
def whole_path(draw, checklist):
    """A person's way from the first question to Check and sign, question by question; gives what they met too."""
    answers: Answers = {}
    met: list[str] = []
    question = next_question(checklist, answers, None)
    while question is not None:
        met.append(question.id)
        assert len(met) <= len(checklist.questions), "the path never ends"
        answers[question.id] = draw(given_to(question))
        question = next_question(checklist, answers, question.id)
    return answers, met


@st.composite
def loose_answers(draw, checklist):
    """Answers to any questions, asked or not, some from an older pack: what a stored draft may hold."""
    questions = draw(st.lists(st.sampled_from(checklist.questions), unique_by=lambda q: q.id))
    answers = {q.id: draw(given_to(q)) for q in questions}
    for question in questions:
        if draw(st.integers(0, 5)) == 0:
            answers[question.id] = Given(question.id, ("an-answer-of-an-older-pack",))
    return answers


def answered_by(checklist, picks):
    """Answers by question id, each question that is met and not picked getting its first confirmed answer."""
    answers: Answers = {}
    question = next_question(checklist, answers, None)
    while question is not None:
        first = next(a.id for a in question.answers if a.outcome == "confirmed")
        answers[question.id] = picks.get(question.id, Given(question.id, (first,)))
        question = next_question(checklist, answers, question.id)
    assert set(picks) <= {q.id for q in asked(checklist, answers)}
    return answers
