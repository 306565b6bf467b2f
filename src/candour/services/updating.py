"""Something has changed: a complete declaration once more, in which only the changed points are asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from candour.domain.flow import asked_in, tidy
from candour.errors import Refused
from candour.services.drafts import DraftContent, write_draft
from candour.services.request_points import points_changed

if TYPE_CHECKING:
    from collections.abc import Collection

    from candour.domain.checklist import Answers
    from candour.services.my_check import Ground, MyCheck
    from candour.services.ports import Keysmith
    from candour.services.request_results import PointChanged
    from candour.services.results import OpenCheck
    from candour.services.session import Session
    from candour.services.standing import Standing


class Updating:
    """Begins and lets go an update of the signed-in person; `MyCheck.save` fills it, `Declaring` signs it."""

    def __init__(self, session: Session, smith: Keysmith, check: MyCheck) -> None:
        self._session = session
        self._smith = smith
        self._check = check

    def begin(self, questions: tuple[str, ...]) -> OpenCheck:
        """Begin an update that asks the chosen questions and their follow-ups; all, if none was chosen.

        It starts from the answers of the declaration in force; the chosen ones are to be given again. Where the
        person's keys of today cannot open them, everything is asked. An update begun before is begun afresh.
        Raises Refused before the first declaration of the round.
        """
        ground = self._check.ground()
        stands = self._check.standing(ground)
        if stands.signed is None:
            raise Refused("You have not signed yet: change your answers in your check.")
        answers: Answers = {}
        asks: tuple[str, ...] = ()
        if stands.said is not None and questions:
            wanted = {*questions, *stands.owes}
            answers = _carried(ground, stands.said, wanted)
            asks = tuple(q.id for q in ground.checklist.questions if q.id in wanted)
        opened = not stands.owes
        self._write(ground, DraftContent(answers, opened, self._session.clock(), stands.in_force, asks))
        return self._check.open()

    def renew(self) -> OpenCheck:
        """Begin an update of what was decided or has ended since signing, and of what a new pack asks again.

        A question whose request no longer holds is asked again; where only the outcome changes, or where the person
        meets none of what the pack asks, nothing is left but to check and sign. An update that was begun goes on,
        with what the pack asks. Raises Refused where nothing has changed.
        """
        ground = self._check.ground()
        stands = self._check.standing(ground)
        changed = points_changed(self._session, ground, stands)
        if not changed and not stands.owes:
            raise Refused("Nothing was decided since you signed: look at “My record”.")
        if not stands.updating:
            self._write(ground, self._renewed(ground, stands, changed))
        return self._check.open()

    def _renewed(self, ground: Ground, stands: Standing, changed: tuple[PointChanged, ...]) -> DraftContent:
        opened, clock = not stands.owes, self._session.clock()
        if stands.said is None:
            return DraftContent({}, opened, clock, stands.in_force)
        answers = _carried(ground, stands.said, {*stands.owes, *(each.question for each in changed if each.asks)})
        wanted = {*stands.owes, *(each.question for each in changed)}
        asks = tuple(q.id for q in ground.checklist.questions if q.id in wanted)
        return DraftContent(answers, opened, clock, stands.in_force, asks)

    def drop(self) -> None:
        """Let a begun update go: what was signed stays in force as it is."""
        ground = self._check.ground()
        stands = self._check.standing(ground)
        if stands.updating:
            self._write(ground, DraftContent({}, False, self._session.clock()), stands.said or {})

    def _write(self, ground: Ground, draft: DraftContent, signed: Answers | None = None) -> None:
        write_draft(self._session, self._smith, ground, draft, signed)


def _carried(ground: Ground, said: Answers, wanted: Collection[str]) -> Answers:
    """Return the answers that an update carries forward: all but those of the wanted questions."""
    again = {q.id for q in asked_in(ground.checklist, said, wanted)} if wanted else set[str]()
    return tidy(ground.checklist, {asked: given for asked, given in said.items() if asked not in again})
