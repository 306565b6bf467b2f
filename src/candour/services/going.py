"""How it is going: the pictures of a check for HR and for whoever decides, from rows that are open alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from candour.domain.going import ExceptionsNow, Going, exceptions_now
from candour.domain.overview import LEAST_GROUP, may_need_a_hand, overview_of
from candour.domain.people import Office
from candour.domain.put_right import settled_since
from candour.register import exceptions as exception_rows
from candour.register import register_lists
from candour.register import requests as request_rows
from candour.services.confirming import is_good
from candour.services.register_view import view_of
from candour.services.request_moving import office_of
from candour.services.request_office import DECIDING_OFFICES

if TYPE_CHECKING:
    from candour.domain.put_right import Settled
    from candour.domain.register_view import RegisterView
    from candour.domain.round import Request
    from candour.register.reading import Connection
    from candour.services.session import Session


class GoingReading:
    """Reads the pictures for the signed-in person, by the offices that they hold."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def going(self) -> Going | None:
        """Return the pictures of the newest check that has opened, None before the first.

        HR learns who may need a hand; whoever decides what waits, once their key is confirmed. The chair, who may
        know of nobody but the Headteacher, meets no small group. Raises Refused for who holds no such office.
        """
        session = self._session
        session.require(Office.HR, *DECIDING_OFFICES)
        hr, head = session.holds(Office.HR), session.holds(Office.HEADTEACHER)
        today = session.today()
        with session.register.read() as at:
            view = view_of(at, today)
            if view is None:
                return None
            deciding = session.holds(*DECIDING_OFFICES) and is_good(at, session.keys, today)
            return Going(
                overview_of(view, 1 if hr or head else LEAST_GROUP),
                may_need_a_hand(view) if hr else (),
                self._exceptions(at) if deciding else None,
                _settled(at, view) if deciding else None,
            )

    def _exceptions(self, at: Connection) -> ExceptionsNow:
        today = self._session.today()
        waiting = [row.asked_on for row in exception_rows.undecided(at) if self._theirs(at, row)]
        held = [row for row in request_rows.holding_on(at, today) if self._theirs(at, row)]
        return exceptions_now(waiting, [row.until for row in held if row.until is not None], today)

    def _theirs(self, at: Connection, row: Request) -> bool:
        """Whether a request is the signed-in person's to decide: nobody's own is, and each office has its own."""
        return row.person != self._session.person and self._session.holds(office_of(at, row))


def _settled(at: Connection, view: RegisterView) -> tuple[Settled, ...] | None:
    if view.today <= view.due:
        return None
    return settled_since(register_lists.open_points(at, view.round))
