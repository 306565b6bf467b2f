"""The letter of a decision: built from the request and the pack, signed by who decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from candour.domain.deciding import DECISIONS, office_words
from candour.domain.declaration import PersonFact, PolicyFact, SchoolFact, SeenHead
from candour.domain.letter import DeciderFact
from candour.domain.letter_words import Decided, LetterFrame, build_letter
from candour.domain.people import Office
from candour.domain.people_import import padded
from candour.register import keys as key_rows
from candour.register import people as people_rows
from candour.services.decisions import ground_of
from candour.services.known import person_of, school_of
from candour.services.request_moving import office_of

if TYPE_CHECKING:
    from datetime import date

    from candour.domain.deciding import NewDecision
    from candour.domain.exception_request import AskedFor
    from candour.domain.round import Request
    from candour.register.reading import Connection
    from candour.services.my_check import MyCheck
    from candour.services.ports import Documents, Keysmith
    from candour.services.session import Session

ABOVE = {Office.HEADTEACHER: "the chair of governors", Office.CHAIR: "the governing body"}
"""Who hears a grievance about a decision of each office."""


class Letters:
    """Makes the letters of the signed-in person's decisions."""

    def __init__(self, session: Session, check: MyCheck, smith: Keysmith, documents: Documents) -> None:
        self._session = session
        self._check = check
        self._smith = smith
        self._documents = documents

    def signed(self, row: Request, asked: AskedFor, new: NewDecision) -> bytes:
        """Return the signed letter on a decision; raises Refused for a text that cannot be printed."""
        session = self._session
        with session.register.read() as at:
            pack, adopted, round_ = ground_of(at, row, session)
            names = self._check.words(at, pack, round_)
            office = office_of(at, row)
            policy = PolicyFact(pack.title, pack.policy_date, adopted.pack, adopted.document)
            frame = self._frame(at, row, office, policy)
        decided = Decided(
            decision=DECISIONS[new.act],
            conditions=new.conditions,
            line=new.line.strip(),
            reason=new.reason.strip(),
            ends=asked.ends if new.until and new.until == asked.until else "",
            until=new.until,
        )
        facts = build_letter(pack, names, asked, decided, frame)
        return self._documents.letter(facts, session.keys.signing, session.clock())

    def _frame(self, at: Connection, row: Request, office: Office, policy: PolicyFact) -> LetterFrame:
        session, school = self._session, school_of(at)
        asker, decider = person_of(at, row.person), person_of(at, session.person)
        head = session.register.head()
        return LetterFrame(
            reference=row.reference,
            round=row.round,
            asked_on=row.asked_on,
            decided_on=session.today(),
            school=SchoolFact(school.name, school.register, self._smith.fingerprint(school.root)),
            policy=policy,
            person=PersonFact(asker.name, padded(asker.number), asker.role, _key_of(at, row.person)),
            decided_by=DeciderFact(
                decider.name,
                office_held(at, office, session.person, session.today()),
                session.keys.signing.key_id,
            ),
            above=ABOVE[office],
            head=SeenHead(head.position, head.hash),
        )


def office_held(at: Connection, office: str, person: str, on: date) -> str:
    """Return an office in words as somebody holds it on a day, acting or not."""
    held = [each for each in people_rows.holdings(at, on) if (each.office, each.person) == (office, person)]
    return office_words(office, acting=bool(held) and all(each.acting for each in held))


def _key_of(at: Connection, person: str) -> str:
    keys = [each.key for each in key_rows.enrolments(at, person)]
    return keys[-1] if keys else ""
