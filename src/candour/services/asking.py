"""What a request can be written with, at any time: in a check, after signing, and between two rounds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from candour.domain.round import Round
from candour.register import exceptions as exception_rows
from candour.register import people as people_rows
from candour.register import rounds as round_rows
from candour.services.known import pack_from, pack_in_force
from candour.services.request_results import ApprovedAlready, AskingGround
from candour.services.requests import school_year

if TYPE_CHECKING:
    from candour.register.reading import Connection
    from candour.services.my_check import MyCheck
    from candour.services.session import Session


class Asking:
    """Reads what the page of a request needs, for the signed-in person."""

    def __init__(self, session: Session, check: MyCheck) -> None:
        self._session = session
        self._check = check

    def ground(self) -> AskingGround:
        """Return pack, words, colleagues and standing approvals: of the open check, else of the pack in force."""
        session, ground = self._session, self._check.ground_if_any()
        with session.register.read() as at:
            people = people_rows.current(at)
            approved = approved_already(at, session)
            if ground is None:
                pack = pack_from(pack_in_force(at).text)
                names = self._check.words(at, pack, self._round(at))
        if ground is not None:
            pack, names = ground.pack, ground.names
        return AskingGround(
            pack=pack,
            checklist=pack.asked_of(posts=False)[0] if ground is None else ground.checklist,
            names=names,
            answers={} if ground is None else self._check.standing(ground).answers,
            staff=tuple(
                (p.person, p.name)
                for p in sorted(people, key=lambda one: one.name)
                if p.here and p.person != session.person
            ),
            approved=approved,
        )

    def _round(self, at: Connection) -> Round:
        today = self._session.today()
        none = Round("", school_year(today), today, today, "")
        return round_rows.current_round(at, today) or none


def approved_already(at: Connection, session: Session) -> tuple[ApprovedAlready, ...]:
    """Return the standing approvals that are for the signed-in person today, in the order of their making."""
    today = session.today()
    return tuple(
        ApprovedAlready(each.question, each.words, each.until)
        for each in exception_rows.standing(at)
        if each.since <= today
        and each.decided_by != session.person  # nobody approves for themselves
        and (each.until is None or each.until >= today)
        and (each.everyone or session.person in exception_rows.standing_for(at, each.approval))
    )
