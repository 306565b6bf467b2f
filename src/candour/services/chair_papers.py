"""The papers for a chair who decides on paper: printed by who asked, or by an office that reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from candour.domain.chair_papers import ChairPaper
from candour.domain.exception_request import KIND_WORDS, AskedFor
from candour.domain.letter_words import covered, said_in
from candour.domain.people import Office
from candour.domain.people_import import padded
from candour.domain.request_moves import UNDECIDED
from candour.errors import Refused
from candour.services.decisions import ground_of
from candour.services.known import name_of_holder, person_of, school_of
from candour.services.opening import open_own
from candour.services.request_moving import request_of
from candour.services.request_office import OfficeReader

if TYPE_CHECKING:
    from candour.domain.round import Request
    from candour.register.reading import Connection
    from candour.services.my_check import MyCheck
    from candour.services.ports import Documents, Keysmith
    from candour.services.session import Session


class ChairPapers:
    """Draws the request sheet and the answer slip."""

    def __init__(self, session: Session, check: MyCheck, smith: Keysmith, documents: Documents) -> None:
        self._session = session
        self._check = check
        self._smith = smith
        self._documents = documents

    def printed(self, reference: str) -> bytes:
        """Return both pages as one PDF: of the person's own request, or of one that their office reads.

        Raises Refused for anybody else, for what is decided, and for a text that cannot be printed.
        """
        session = self._session
        with session.register.read() as at:
            row = request_of(at, reference)
            if row.state not in UNDECIDED:
                raise Refused("This request is not waiting any more: there is nothing to print for the chair.")
            asked = self._asked(at, row)
            paper = self._paper(at, row, asked)
        return self._documents.chair_papers(paper)

    def _asked(self, at: Connection, row: Request) -> AskedFor:
        if row.person != self._session.person:
            return OfficeReader(self._session, self._smith).must_open(at, row, AskedFor)
        own = open_own(self._session, self._smith, row.content, AskedFor)
        if own is None:
            raise Refused("Your keys of today cannot open this request: withdraw it, and send it again.")
        return own

    def _paper(self, at: Connection, row: Request, asked: AskedFor) -> ChairPaper:
        session = self._session
        pack, _, round_ = ground_of(at, row, session)
        asker, school = person_of(at, row.person), school_of(at)
        return ChairPaper(
            school=school.name,
            policy=pack.title,
            reference=row.reference,
            round=row.round,
            printed_on=session.today(),
            name=asker.name,
            number=padded(asker.number),
            role=asker.role,
            request=KIND_WORDS[asked.kind],
            asked_on=row.asked_on,
            asked=said_in(asked),
            covers=covered(pack, self._check.words(at, pack, round_), asked),
            conditions=pack.conditions,
            hr=name_of_holder(at, Office.HR, session.today()),
        )
