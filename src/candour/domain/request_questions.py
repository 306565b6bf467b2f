"""From which question of a checklist a request can be made, when it is made outside of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from candour.domain.policy import Checklist, Question


def circumstances(checklist: Checklist) -> tuple[Question, ...]:
    """Return the questions to choose from when a request is made at any time, in the checklist's order.

    A question of the kind "connections" stands for its whole kind of request: one request there covers every line
    that it speaks to.
    """
    asking = [question for question in checklist.questions if question.request is not None]
    whole = {question.request for question in asking if question.kind == "connections"}
    return tuple(each for each in asking if each.kind == "connections" or each.request not in whole)


def question_of(checklist: Checklist, question: str, kind: str) -> Question:
    """Return the question that a request belongs to; the first of its kind where the pack has it no longer.

    LookupError for a checklist that asks for no request of that kind.
    """
    same = [each for each in checklist.questions if each.id == question and each.request == kind]
    found = next(iter([*same, *(each for each in circumstances(checklist) if each.request == kind)]), None)
    if found is None:
        raise LookupError(kind)
    return found
