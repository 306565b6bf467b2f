"""Moving a request: it is read once more inside the writing transaction, so that of two moves at once one wins."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec

from candour.domain.exception_request import SaidWords
from candour.domain.exceptions import RequestWords
from candour.domain.people import Office
from candour.domain.request_moves import Mover, RequestState, deciding_office, moved, state_on
from candour.register import drafts as content_rows
from candour.register import keys as key_rows
from candour.register import office_keys as office_key_rows
from candour.register import people as people_rows
from candour.register import requests as request_rows
from candour.services.sign_in import new_id

if TYPE_CHECKING:
    from datetime import date

    from candour.domain.exception_request import AskedFor
    from candour.domain.journal import SealedContent
    from candour.domain.request_moves import RequestAct
    from candour.domain.round import Request
    from candour.register.reading import Connection
    from candour.services.ports import Keysmith
    from candour.services.session import Session


def request_of(at: Connection, reference: str) -> Request:
    """Return a request as it now stands; LookupError for one that was never sent, which is a bug."""
    row = request_rows.request(at, reference)
    if row is None:
        raise LookupError(reference)
    return row


def moved_row(at: Connection, reference: str, act: RequestAct, mover: Mover, day: date) -> Request:
    """Return the row that a move adds; raises Refused for a move that the table does not have.

    Called inside the writing transaction: `at` is the writer's. A day that is past ends what stands as approved,
    but for the calendar, which records just that.
    """
    row = request_of(at, reference)
    calendar = mover is Mover.CALENDAR
    stands = RequestState(row.state) if calendar else state_on(row.state, row.until, day)
    return replace(row, state=moved(stands, act, mover).value)


def office_for(session: Session, asked: AskedFor) -> Office:
    """Return the office that decides what somebody is about to ask; whoever is named there does not decide it."""
    with session.register.read() as at:
        heads = [h.person for h in people_rows.holdings(at, session.today()) if h.office == Office.HEADTEACHER]
    about = asked.about_headteacher or asked.staff in heads
    return deciding_office(by_headteacher=session.person in heads, about_headteacher=about)


def office_of(at: Connection, row: Request) -> Office:
    """Return the office that decides a request: the one to which it is sealed.

    One that is sealed to no office waits for a chair who does not use the app.
    """
    return Office(request_rows.office_behind(at, content_rows.content(at, row.content).keys) or Office.CHAIR)


def readers_about(at: Connection, row: Request, own_key: str = "") -> tuple[str, ...]:
    """Return the reading keys for what is said about a request: its asker's, and those of the office that decides.

    The asker's is `own_key`, else their newest. Whose keys are gone, and an office without one, is no reader.
    """
    theirs = [own_key] if own_key else [each.reading_key for each in key_rows.open_keys(at, row.person)]
    office = office_key_rows.office_key(at, office_of(at, row))
    return (*theirs[-1:], *(() if office is None else (office.reading_key,)))


def said(
    session: Session, smith: Keysmith, readers: tuple[str, ...], reference: str, act: RequestAct, words: str
) -> tuple[RequestWords, SealedContent]:
    """Return the row and the sealed content of words that go with a move of the signed-in person."""
    plain = msgspec.json.encode(SaidWords(words))
    content = smith.seal(plain, readers, session.register.register_id, new_id())
    return RequestWords(reference, session.person, act.value, content.content), content
