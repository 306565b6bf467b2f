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
from candour.services.rounds_reading import people_without_keys
from candour.services.set_up_results import SlipsMade

if TYPE_CHECKING:
    from collections.abc import Sequence

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
        with self._session.register.read() as at:
            people = [p.person for p in people_rows.current(at) if p.here and not key_rows.enrolments(at, p.person)]
        if not people:
            raise Refused("Everybody has signed in already: nobody needs a slip.")
        return self._made(people)

    def for_round(self) -> SlipsMade:
        """Make a code and a slip for whoever is to sign now or soon and has no key; their older codes lapse.

        So who signed with a code alone last year, and let their key go, gets one too. Raises Refused for nobody.
        """
        with self._session.register.read() as at:
            people = people_without_keys(at, self._session.today())
        if not people:
            raise Refused("Everybody can sign in already: nobody needs a slip.")
        return self._made(people)

    def _made(self, people: Sequence[str]) -> SlipsMade:
        today = self._session.today()
        with self._session.register.read() as at:
            school, pack = school_of(at).name, read_pack(pack_in_force(at).text)
            hr = name_of_holder(at, Office.HR, today)
        slips = self._keepers.invite_all(people)
        paper = SlipPaper(
            school=school,
            hr=hr,
            made_on=today,
            until=today + INVITATION_LASTS,
            slips=tuple(SlipLine(each.name, each.number, each.code) for each in slips),
            before=before_you_come(pack, today, school_year(today)),
        )
        return SlipsMade(len(slips), paper.until, self._documents.slips(paper))
