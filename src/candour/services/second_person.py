"""The second person who compares what HR entered from paper with its scan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from candour.domain.people import CONFIRMED_OFFICES
from candour.services.confirming import is_good

if TYPE_CHECKING:
    from candour.register.reading import Connection
    from candour.services.session import Session


def why_no_second_person(at: Connection, session: Session, entered_by: str, about: str, own: str) -> str:
    """Return why the signed-in person cannot confirm what `entered_by` entered, "" where they can.

    `own` is the sentence for whom it is `about`.
    """
    if not session.holds(*CONFIRMED_OFFICES):
        return "Somebody else confirms it: the Headteacher, the designated lead, the chair or a keeper."
    if entered_by == session.person:
        return "You entered it, so somebody else confirms it."
    if about == session.person:
        return own
    if not is_good(at, session.keys, session.today()):
        return "Your own key waits to be confirmed: ask for that first."
    return ""
