"""Closed envelopes that came with papers: the Headteacher's, and of the Headteacher's own the chair's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from candour.domain.journal import Act
from candour.domain.paper_declaration import ENVELOPE, EnvelopeDealt
from candour.domain.people import Office
from candour.errors import Refused
from candour.register import papers as paper_rows
from candour.register import rounds as round_rows
from candour.services.known import held_by, person_of
from candour.services.paper_results import EnvelopeLine

if TYPE_CHECKING:
    from candour.domain.paper_declaration import PaperDeclaration
    from candour.register.engine import Writer
    from candour.register.reading import Connection
    from candour.services.session import Session


class PaperEnvelopes:
    """Tells who opens them that one waits, and notes that it was dealt with; what is in it is never asked for."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def waiting(self) -> tuple[EnvelopeLine, ...]:
        """Return the envelopes of the running round that wait for the signed-in person, the oldest first."""
        session = self._session
        with session.register.read() as at:
            return tuple(self._line(at, paper) for paper in self._waiting(at) if self._opens(at, paper))

    def deal(self, paper: str) -> None:
        """Note that an envelope was opened and decided on paper or in person.

        Raises Refused for one's own, for whoever does not open it, and once it is noted.
        """
        session = self._session

        def act(writer: Writer) -> Act:
            row = next((each for each in self._waiting(writer.at) if each.paper == paper), None)
            if row is None:
                raise Refused("This envelope is dealt with, or its paper counts no more: look at Today again.")
            if not self._opens(writer.at, row):
                raise Refused(
                    "Somebody else opens this envelope: the Headteacher, or the chair for the Headteacher’s."
                )
            dealt = EnvelopeDealt(paper, row.person, session.person, session.today())
            return Act("paper envelope dealt with", row.person, (dealt,))

        session.record(act)

    def _waiting(self, at: Connection) -> list[PaperDeclaration]:
        running = round_rows.current_round(at, self._session.today())
        counting = [] if running is None else paper_rows.in_force(at, running.round)
        return [each for each in counting if envelope_waits(at, each)]

    def _opens(self, at: Connection, paper: PaperDeclaration) -> bool:
        session = self._session
        theirs = held_by(at, paper.person, session.today())
        office = Office.CHAIR if Office.HEADTEACHER in theirs else Office.HEADTEACHER
        return paper.person != session.person and session.holds(office)

    def _line(self, at: Connection, paper: PaperDeclaration) -> EnvelopeLine:
        lines = [line for line in paper_rows.lines(at, paper.paper) if ENVELOPE in line.outcome]
        points = tuple(dict.fromkeys(line.point for line in lines))
        return EnvelopeLine(paper.paper, person_of(at, paper.person).name, paper.signed_on, points)


def envelope_waits(at: Connection, paper: PaperDeclaration) -> bool:
    """Whether a paper came with an envelope that nobody has dealt with."""
    said = any(ENVELOPE in line.outcome for line in paper_rows.lines(at, paper.paper))
    return said and paper_rows.dealt(at, paper.paper) is None
