"""What a person promised to do by a day: read from the declaration in force."""

from __future__ import annotations

from typing import TYPE_CHECKING

from candour.domain.flow import asked, chosen
from candour.domain.wording import fill
from candour.register import declarations as declaration_rows
from candour.services.known import pack_from, pack_of
from candour.services.pack_history import pack_behind
from candour.services.year_results import ToDo

if TYPE_CHECKING:
    from datetime import date

    from candour.domain.checklist import Answers
    from candour.domain.policy import Checklist, Question
    from candour.domain.round import Declared
    from candour.services.my_check import Ground
    from candour.services.session import Session
    from candour.services.standing import Standing


def read_to_dos(session: Session, ground: Ground, stands: Standing) -> tuple[ToDo, ...]:
    """Return what the declaration in force of this round leaves to do, the earliest day first.

    To-dos of an earlier round are not here: the new check asks about the same. Where the person's keys cannot open
    their answers, the open lines of the declaration stand in, in the words that HR sees.
    """
    signed, said = stands.signed, stands.said
    if signed is None:
        return ()
    checklist = _checklist_of(session, ground, signed)
    if said is None:
        found = _of_lines(session, checklist, signed)
    else:
        found = _of_answers(session, ground, checklist, signed.reference, said)
    return tuple(sorted(found, key=lambda each: each.until))


def _checklist_of(session: Session, ground: Ground, signed: Declared) -> Checklist:
    """Return the checklist in the words of the pack that was signed under: a newer one may not know the answers."""
    with session.register.read() as at:
        under = pack_behind(at, signed)
        if under == ground.round.pack:
            return ground.checklist
        return pack_from(pack_of(at, under).text).checklist(signed.checklist)


def _of_answers(
    session: Session, ground: Ground, checklist: Checklist, reference: str, said: Answers
) -> list[ToDo]:
    found = []
    for question in asked(checklist, said):
        given = said.get(question.id)
        for answer in chosen(question, given):
            if given is None or given.until is None or answer.outcome != "open":
                continue
            words = fill(answer.label, ground.names)
            past = given.until < session.today()
            found.append(_to_do(checklist, reference, question, words, given.until, past=past))
    return found


def _of_lines(session: Session, checklist: Checklist, signed: Declared) -> list[ToDo]:
    with session.register.read() as at:
        lines = declaration_rows.lines(at, signed.reference)
    found = []
    for line in lines:
        question = next((q for q in checklist.questions if q.line == line.line), None)
        if line.until is not None and question is not None:
            past = line.until < session.today()
            found.append(_to_do(checklist, signed.reference, question, line.outcome, line.until, past=past))
    return found


def _to_do(
    checklist: Checklist, reference: str, question: Question, words: str, until: date, *, past: bool
) -> ToDo:
    beside = "" if checklist.everyones else checklist.title
    return ToDo(reference, checklist.id, question.id, question.about, words, until, past, beside)
