"""Who may be reminded: read from the register in one place, for the page and again inside the transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from candour.domain.people import Office
from candour.domain.reminder_words import Addressee
from candour.domain.reminding import school_day_from
from candour.errors import Refused
from candour.register import people as people_rows
from candour.register import reminders
from candour.register import rounds as round_rows
from candour.services.known import name_of_holder
from candour.services.register_view import lines_of
from candour.services.reminding_results import RemindGround, RemindLine

if TYPE_CHECKING:
    from collections.abc import Iterable

    from candour.domain.register_view import RegisterLine
    from candour.register.reading import Connection
    from candour.services.session import Session

MOST_NAMED = 3
"""So many people are named in a refusal; the rest are counted."""


def ground_of(session: Session, at: Connection) -> RemindGround | None:
    """Return everybody of the running round and who of them may be reminded today, None while no check is open."""
    session.require(Office.HR)
    today = session.today()
    running = round_rows.current_round(at, today)
    if running is None:
        return None
    lines = lines_of(at, running, today)
    addressed = _addressed(session, at, lines)
    return RemindGround(
        round=running.round,
        today=today,
        school_day=school_day_from(today, reminders.holidays(at)),
        everybody=tuple(
            RemindLine(
                person=each.person,
                role=each.role,
                to=addressed[each.person],
                times=each.reminders,
                last=each.reminded_on,
                why_not=each.left_out(today),
            )
            for each in lines
        ),
    )


def _addressed(session: Session, at: Connection, lines: Iterable[RegisterLine]) -> dict[str, Addressee]:
    """Return everybody as the words address them; the Headteacher may have a word with the chair."""
    today = session.today()
    heads = {h.person for h in people_rows.holdings(at, today) if h.office == Office.HEADTEACHER}
    head = name_of_holder(at, Office.HEADTEACHER, today) or "the Headteacher"
    chair = name_of_holder(at, Office.CHAIR, today) or "the chair of governors"
    emails = {each.person: each.email for each in people_rows.current(at)}
    return {
        each.person: Addressee(each.name, emails[each.person], each.due, chair if each.person in heads else head)
        for each in lines
    }


def refuse_others(ground: RemindGround, people: Iterable[str]) -> None:
    """Raise Refused, naming them, where some are not to be reminded today."""
    refused = set(people) - {line.person for line in ground.lines}
    names = [line.to.name for line in ground.everybody if line.person in refused]
    if len(names) < len(refused):
        names.append("somebody who is no longer in this check")
    if len(names) > MOST_NAMED:
        names[MOST_NAMED:] = [f"{len(names) - MOST_NAMED} more"]
    if names:
        raise Refused(
            f"Not to be reminded now: {', '.join(names)}. They have signed, are away, or were reminded meanwhile. "
            "Nothing is noted: open Reminders again."
        )
