"""Who decides, for tests: the Headteacher's app, a chair who uses the app, and requests that wait for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.schools import held_office, person_of, some_request

from candour.domain.deciding import NewDecision
from candour.domain.people import Office
from candour.domain.request_moves import RequestAct
from candour.register import office_keys as office_key_rows
from candour.sample import people as cast

if TYPE_CHECKING:
    from tests.schools import School

    from candour.services.desk import Desk

HEAD, DEPUTY = cast.HEADTEACHER.number, cast.DEPUTY.number
TEACHER, ASSISTANT = cast.CLASS_TEACHER.number, cast.ASSISTANT.number

APPROVE = NewDecision(RequestAct.APPROVE)
REFUSE = NewDecision(RequestAct.NOT_APPROVE, reason="marker-REASON-Zebediah")
TERMS = NewDecision(
    RequestAct.APPROVE_WITH_CONDITIONS,
    conditions=("No talk of school", "Tell the Headteacher when something changes"),
    line="marker-CONDITION-Quetzal",
)
PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(200))


def asked(school: School, number: str = TEACHER, **said: object) -> str:
    """Send a request and return its reference."""
    theirs = school.desk(number)
    reference = theirs.requests().ask(some_request(**said))
    theirs.sign_in.lock()
    return reference


def chairs(school: School) -> Desk:
    """Make the deputy the chair too, with new keys made by a new code and confirmed; return their app."""
    office = school.office()
    deputy = person_of(office, DEPUTY).person
    office.people().appoint(Office.CHAIR, deputy)
    theirs = school.desk(DEPUTY, office.keepers().invite(deputy).code)
    key = theirs.sign_in.session.keys.signing.key_id
    school.desk(HEAD).keepers().confirm(key)
    return theirs


def opens_as(theirs: Desk, office: str, content: object) -> bytes:
    """Open sealed content as an office, with nothing but its key."""
    return theirs._smith.open_for_office(content, held_office(theirs, office), theirs.sign_in.session.keys)  # type: ignore[arg-type]


def reading_key(theirs: Desk, office: str) -> str:
    with theirs.sign_in.session.register.read() as at:
        key = office_key_rows.office_key(at, office)
    return "" if key is None else key.reading_key
