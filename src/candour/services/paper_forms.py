"""The form of a declaration on paper, printed by HR: for somebody, for all who have not signed, or blank."""

from __future__ import annotations

from typing import TYPE_CHECKING

from candour.domain.paper_form import FormPaper, FormPoint
from candour.domain.people import Office
from candour.domain.people_import import padded
from candour.domain.wording import fill
from candour.errors import Refused
from candour.services.known import name_of_holder, school_of
from candour.services.paper_ground import NO_ROUND, paper_round, people_of, points_of, shared_boxes

if TYPE_CHECKING:
    from collections.abc import Collection

    from candour.services.my_check import MyCheck
    from candour.services.ports import Documents
    from candour.services.session import Session


class PaperForms:
    """Draws forms from the pack of the running round."""

    def __init__(self, session: Session, check: MyCheck, documents: Documents) -> None:
        self._session = session
        self._check = check
        self._documents = documents

    def blank(self, *, large: bool) -> bytes:
        """Return one form without a name."""
        return self._drawn((), large=large)

    def for_people(self, people: Collection[str], *, large: bool) -> bytes:
        """Return a form for each of these people (ids) of the round, by name.

        Raises Refused for none at all, and for a name that cannot be printed.
        """
        if not people:
            raise Refused("Everybody has signed: no form is needed.")
        return self._drawn(people, large=large)

    def _drawn(self, people: Collection[str], *, large: bool) -> bytes:
        session = self._session
        session.require(Office.HR)
        today = session.today()
        with session.register.read() as at:
            ground = paper_round(at, session)
            if ground is None:
                raise Refused(NO_ROUND)
            names = self._check.words(at, ground.pack, ground.round)
            known = people_of(at, ground, session.person)
            paper = FormPaper(
                school=school_of(at).name,
                title=f"{ground.checklist.declaration_title} {ground.round.round}",
                policy=ground.pack.title,
                due=ground.round.due,
                printed_on=today,
                points=tuple(
                    FormPoint(
                        point.line.point,
                        point.place,
                        point.statement,
                        point.line.may_stay_open,
                        point.line.may_lack,
                    )
                    for point in points_of(at, self._check, ground)
                ),
                excepts=shared_boxes(ground),
                declaration=fill(ground.pack.declaration, names),
                headteacher=names.headteacher,
                lead=names.lead,
                hr=name_of_holder(at, Office.HR, today),
                people=tuple((each.name, padded(each.number)) for each in known if each.person in people),
                large=large,
            )
        return self._documents.paper_form(paper)
