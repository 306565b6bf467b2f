"""Invitation slips for everybody who has not signed in yet: new codes, and the paper that carries them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from candour.domain.pack_file import read_pack
from candour.domain.papers import SlipLine, SlipPaper, before_you_come
from candour.domain.people import Office
from candour.errors import Refused
from candour.register import keys as key_rows
from candour.register import people as people_rows
from candour.services.first_run import school_year
from candour.services.keepers import INVITATION_LASTS, Keepers
from candour.services.known import name_of_holder, pack_in_force, school_of
from candour.services.set_up_results import SlipsMade

if TYPE_CHECKING:
    from candour.services.ports import Documents, Keysmith, Slots
    from candour.services.session import Session


class Slips:
    """A keeper's printing of slips; a code stands on its slip and nowhere else."""

    def __init__(self, session: Session, slots: Slots, smith: Keysmith, documents: Documents) -> None:
        self._session = session
        self._keepers = Keepers(session, slots, smith)
        self._documents = documents

    def for_everyone(self) -> SlipsMade:
        """Make a code and a slip for everybody who has never signed in; their older codes lapse.

        Raises Refused where everybody has signed in.
        """
        today = self._session.today()
        with self._session.register.read() as at:
            people = [p for p in people_rows.current(at) if p.here and not key_rows.enrolments(at, p.person)]
            school, pack = school_of(at).name, read_pack(pack_in_force(at).text)
            hr = name_of_holder(at, Office.HR, today)
        if not people:
            raise Refused("Everybody has signed in already: nobody needs a slip.")
        slips = self._keepers.invite_all([person.person for person in people])
        paper = SlipPaper(
            school=school,
            hr=hr,
            made_on=today,
            until=today + INVITATION_LASTS,
            slips=tuple(SlipLine(each.name, each.number, each.code) for each in slips),
            before=before_you_come(pack, today, school_year(today)),
        )
        return SlipsMade(len(slips), paper.until, self._documents.slips(paper))
