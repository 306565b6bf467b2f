"""For governors and inspectors: a check in figures without names, and any three declarations proved before them."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path
from secrets import SystemRandom
from typing import TYPE_CHECKING

from candour.domain.governors import Figures, GovernorsPaper, lines_of, put_right
from candour.domain.journal import Act
from candour.domain.people import Office
from candour.domain.request_moves import RequestState, state_on
from candour.errors import Refused
from candour.register import declarations as declaration_rows
from candour.register import exceptions as exception_rows
from candour.register import people as people_rows
from candour.register import register_lists, round_figures
from candour.register import rounds as round_rows
from candour.services.asked import all_signed
from candour.services.known import declaration_of, person_of, school_of

if TYPE_CHECKING:
    from candour.domain.pdf_check import CheckedPdf
    from candour.domain.round import Round
    from candour.register.reading import Connection
    from candour.services.checking import Checking
    from candour.services.ports import Documents, Keysmith
    from candour.services.session import Session

MAY_SEE = (Office.HR, Office.HEADTEACHER, Office.CHAIR)
MAY_PICK = (Office.HR, Office.HEADTEACHER)
"""The chair alone sees no declaration but the Headteacher's (screens 2.1), so a chair sits beside one of these."""

PICKED = "declarations proved before governors"
SO_MANY = 3
TOO_FEW = "Fewer than three declarations of this check are sealed yet: a keeper seals them by signing in."
NO_CHECK = "No check has opened yet: this fills in once people sign."


@dataclass(frozen=True)
class Picked:
    """One declaration that was picked: its reference, the verdict in a sentence, and its bytes.

    `name` is whose it is, for whoever opens it.
    """

    reference: str
    checked: CheckedPdf
    pdf: bytes
    name: str


class Governors:
    """Counts the newest check from open rows alone; what is sealed is never touched."""

    def __init__(self, session: Session, smith: Keysmith, documents: Documents, checking: Checking) -> None:
        self._session = session
        self._smith = smith
        self._documents = documents
        self._checking = checking

    def summary(self) -> GovernorsPaper | None:
        """Return the figures of the newest check, the one before beside it; None before the first.

        Raises Refused for whoever may not see them.
        """
        session = self._session
        session.require(*MAY_SEE)
        with session.register.read() as at:
            now, before = self._rounds(at)
            if now is None:
                return None
            school = school_of(at)
            earlier = None if before is None else self._figures(at, before, running=False)
            lines = lines_of(self._figures(at, now, running=True), earlier)
        return GovernorsPaper(
            school=school.name,
            round=now.round,
            round_before="" if before is None else before.round,
            made_on=session.today(),
            root=self._smith.fingerprint(school.root),
            lines=lines,
        )

    def may_pick(self) -> bool:
        """Whether the signed-in person may have declarations picked."""
        return self._session.holds(*MAY_PICK)

    def paper(self) -> bytes:
        """Return the figures as a page to print or keep."""
        found = self.summary()
        if found is None:
            raise Refused(NO_CHECK)
        return self._documents.governors_summary(found)

    def pick_three(self) -> tuple[Picked, ...]:
        """Pick three declarations of the newest check at random, and prove each as anybody outside would.

        All that are in force and sealed take part. That it was done is an entry; which were picked is not in it.
        """
        session = self._session
        session.require(*MAY_PICK)
        with session.register.read() as at:
            now, _ = self._rounds(at)
            sealed = {} if now is None else round_figures.sealed_in_force(at, now.round)
            if now is None or len(sealed) < SO_MANY:
                raise Refused(TOO_FEW)
            chosen = SystemRandom().sample(sorted(sealed), SO_MANY)
            files = {reference: declaration_rows.file(at, sealed[reference]) for reference in chosen}
            names = {each: person_of(at, declaration_of(at, each).person).name for each in chosen}
        found = self._prove(files)
        session.record(Act(PICKED, now.round))
        return tuple(Picked(each, found[each], files[each], names[each]) for each in chosen)

    def _prove(self, files: dict[str, bytes]) -> dict[str, CheckedPdf]:
        """Check the files where a check reads them: in a folder that goes again at once."""
        with tempfile.TemporaryDirectory(prefix="candour-") as folder:
            paths = {Path(folder) / f"{reference}.pdf": content for reference, content in files.items()}
            for path, content in paths.items():
                path.write_bytes(content)
            checked = self._checking.check(paths, lambda _: None)
        return {Path(each.file).stem: each for each in checked}

    def _rounds(self, at: Connection) -> tuple[Round | None, Round | None]:
        opened = [each for each in round_rows.rounds(at) if each.opens <= self._session.today()]
        now, before = (*opened, None, None)[:2]
        return now, before

    def _figures(self, at: Connection, found: Round, *, running: bool) -> Figures:
        today = self._session.today()
        asked = self._asked(at, found, running=running)
        signed = all_signed(at, found)
        declared = declaration_rows.of_round(at, found.round)
        requests = round_figures.requests(at, found.round)
        asked_on = {each.reference: each.asked_on for each in requests}
        decided = [each for each in exception_rows.all_decisions(at) if each.reference in asked_on]
        ways = [each.decision for each in decided]
        states = [state_on(each.state, each.until, today) for each in requests]
        return Figures(
            round=found.round,
            asked=len(asked),
            signed=len(asked & signed),
            put_right=put_right(declared, round_figures.lines_by_reference(at, found.round)),
            requests=len(requests),
            approved=ways.count(RequestState.APPROVED.value),
            with_conditions=ways.count(RequestState.WITH_CONDITIONS.value),
            not_approved=ways.count(RequestState.NOT_APPROVED.value),
            ended=states.count(RequestState.ENDED),
            days=tuple((each.decided_on - asked_on[each.reference]).days for each in decided),
        )

    def _asked(self, at: Connection, found: Round, *, running: bool) -> set[str]:
        """Return who was asked: in the newest check who is here, in an earlier one who was until its due date."""
        people = set(register_lists.due_dates(at, found.round))
        here = {each.person for each in people_rows.current(at) if each.here}
        if running:
            return people & here
        left = round_figures.last_days(at)
        return {each for each in people if each in here or each not in left or left[each] > found.due}
