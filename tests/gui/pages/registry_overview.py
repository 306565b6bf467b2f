"""The page *How it is going*, made with sample values for the registry: for HR, and for whoever decides."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tests.gui.pages.registry_people import few
from tests.gui.pages.registry_register import NOBODY, SCHOOL

from candour.domain.going import ExceptionsNow, Going
from candour.domain.overview import LEAST_GROUP, may_need_a_hand, overview_of
from candour.domain.people import Office
from candour.domain.put_right import Settled
from candour.gui.pages.going import GoingPage
from candour.gui.places import GOING, REGISTER, Frame, places_of

if TYPE_CHECKING:
    from candour.domain.register_view import RegisterView
    from candour.gui.theme import Theme

FRAME = few(GOING, REGISTER)
HEADS = Frame("Hanna Invented", "Headteacher", places_of((Office.HEADTEACHER, Office.KEEPER)))
EXCEPTIONS = ExceptionsNow((2, 1, 1), 3)
SETTLED = (Settled("2.1", 14), Settled("2.8", 9), Settled("2.5", 5))


def hrs(view: RegisterView = SCHOOL) -> Going:
    return Going(overview_of(view), may_need_a_hand(view), None, None)


def heads(**changed: object) -> Going:
    going = Going(overview_of(SCHOOL, LEAST_GROUP), (), EXCEPTIONS, SETTLED)
    return replace(going, **changed)  # type: ignore[arg-type]


def going_page(_theme: Theme | None = None) -> GoingPage:
    return GoingPage(FRAME, hrs(), is_hr=True)


def going_begins_page(_theme: Theme | None = None) -> GoingPage:
    return GoingPage(FRAME, hrs(NOBODY), is_hr=True)


def going_none_page(_theme: Theme | None = None) -> GoingPage:
    return GoingPage(FRAME, None, is_hr=True)


def going_head_page(_theme: Theme | None = None) -> GoingPage:
    return GoingPage(HEADS, heads(), is_hr=False)


def going_quiet_page(_theme: Theme | None = None) -> GoingPage:
    return GoingPage(HEADS, heads(exceptions=ExceptionsNow((0, 0, 0), 0), settled=()), is_hr=False)
