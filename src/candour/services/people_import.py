"""Bringing people in from a school's own staff file: read, preview, and all of it or nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec

from candour.domain.journal import Act
from candour.domain.people import Columns, Office
from candour.domain.people_columns import header_hash, lacking_columns, proposed, remembered, written
from candour.domain.people_file import read_file, read_text
from candour.domain.people_import import Ground, plan_import
from candour.domain.round_dates import joiner_due
from candour.errors import Refused
from candour.register import people as people_rows
from candour.services.leaving import drop_codes, leaving_rows
from candour.services.people_results import Imported, ImportFile, Joins, Preview
from candour.services.rounds import joiner_rows, running_for_joiners
from candour.services.sign_in import new_id

if TYPE_CHECKING:
    from collections.abc import Callable

    from candour.domain.journal import Row
    from candour.domain.people_columns import Matched
    from candour.domain.people_file import PeopleFile
    from candour.domain.people_import import Plan
    from candour.register.engine import Writer
    from candour.register.reading import Connection
    from candour.services.session import Session


class PeopleImport:
    """HR's import of a staff file; `lacking` says which characters the printed font has not."""

    def __init__(self, session: Session, lacking: Callable[[str], str]) -> None:
        self._session = session
        self._lacking = lacking

    def read(self, content: bytes) -> ImportFile:
        """Read a file, and say how its columns are matched; raises Refused, naming the line, for what is no CSV."""
        return self._matched(read_file(content))

    def read_pasted(self, text: str) -> ImportFile:
        """Read what was pasted from a spreadsheet, its headings too."""
        return self._matched(read_text(text))

    def _matched(self, file: PeopleFile) -> ImportFile:
        self._session.require(Office.HR)
        with self._session.register.read() as at:
            kept = people_rows.columns(at, header_hash(file.headings))
        if kept is None:
            return ImportFile(file, proposed(file.headings), remembered=False)
        said = msgspec.json.decode(kept.matched, type=dict[str, str])
        return ImportFile(file, remembered(said, file.headings), remembered=True)

    def preview(self, file: PeopleFile, matched: Matched, *, complete: bool) -> Preview:
        """Return what the file would do; raises Refused while a column that everybody needs is not matched.

        Only a `complete` file lets people leave.
        """
        self._session.require(Office.HR)
        lacks = lacking_columns(matched)
        if lacks:
            raise Refused(f"Say which column holds this: {', '.join(lacks)}.")
        today = self._session.today()
        with self._session.register.read() as at:
            ground = self._ground(at)
            running = running_for_joiners(at, today)
        joins = None if running is None else Joins(running.round, joiner_due(running.due, today))
        plan = plan_import(file, matched, ground, self._lacking, complete=complete)
        return Preview(file, matched, complete, ground, plan, joins)

    def _ground(self, at: Connection) -> Ground:
        held = people_rows.holdings(at, self._session.today())
        return Ground(tuple(people_rows.current(at)), {each.person: each.office for each in held})

    def carry_out(self, preview: Preview) -> Imported:
        """Do what the preview showed, as one act; raises Refused while anything is wrong in the file.

        The list is read afresh inside the transaction: where it is no longer what the preview was held against,
        nothing is written and Refused says so.
        """
        session, shown = self._session, preview.plan
        session.require(Office.HR)
        if shown.faults:
            raise Refused(f"{shown.faults[0].sentence}. Nothing was imported: mend the file and try again.")
        if shown.does_nothing:
            return Imported(0, 0, 0)

        def act(writer: Writer) -> Act:
            if self._ground(writer.at) != preview.ground:
                raise Refused(
                    "The list was changed meanwhile, and nothing was imported: look at the preview again."
                )
            rows = (*_rows(writer.at, shown, session), *self._columns(writer.at, preview))
            return Act("people imported", session.register.school_id, rows)

        session.record(act, lambda writer: drop_codes(writer, shown.leaves, session.today()))
        return Imported(len(shown.added), len(shown.changed) + len(shown.back), len(shown.leaves))

    def _columns(self, at: Connection, preview: Preview) -> tuple[Columns, ...]:
        row = Columns(header_hash(preview.file.headings), written(preview.matched))
        return () if people_rows.columns(at, row.header) == row else (row,)


def _rows(at: Connection, plan: Plan, session: Session) -> tuple[Row, ...]:
    added = [replace(person, person=new_id()) for person in plan.added]
    here = [*added, *(change.after for change in plan.back)]
    return (
        *added,
        *(change.after for change in (*plan.changed, *plan.back)),
        *leaving_rows(at, plan.leaves, session.today()),
        *joiner_rows(at, (person.person for person in here), session.today(), None),
    )
