"""Answers in words: each question that was asked, and what was chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from candour.domain.flow import asked
from candour.domain.wording import answer_words
from candour.register import rounds as round_rows
from candour.services.known import pack_from, pack_of
from candour.services.pack_history import pack_said_under

if TYPE_CHECKING:
    from candour.domain.checklist import Answers
    from candour.register.reading import Connection
    from candour.services.my_check import MyCheck


def answers_in_words(
    at: Connection, check: MyCheck, round_name: str, checklist_id: str, answers: Answers, under: str
) -> tuple[tuple[str, str], ...]:
    """Return each answered question of a checklist, as the rail calls it, with its answer in words.

    They are the words of the pack (hash; "": the one that the round opened with) under which it was answered.
    """
    round_ = round_rows.round_named(at, round_name)
    if round_ is None:
        raise LookupError(round_name)
    pack = pack_from(pack_of(at, pack_said_under(at, round_name, under)).text)
    names = check.words(at, pack, round_)
    return tuple(
        (question.rail, answer_words(question, answers[question.id], names))
        for question in asked(pack.checklist(checklist_id), answers)
        if question.id in answers
    )
