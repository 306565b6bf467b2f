"""A new version of the policy pack: read, held against the one in force, and taken into force."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from candour.domain.journal import Act
from candour.domain.pack_change import asked_questions, compare
from candour.domain.pack_file import pack_hash, plain_text, read_pack
from candour.domain.people import Office
from candour.domain.round import AskedAgain, PackAdopted
from candour.domain.wording import fill, names_for
from candour.errors import Refused
from candour.register import people as people_rows
from candour.register import rounds as round_rows
from candour.services.asked import all_signed
from candour.services.known import name_of_holder, pack_from, pack_in_force, pack_of
from candour.services.round_results import PackLook
from candour.services.rounds_reading import pack_card

if TYPE_CHECKING:
    from collections.abc import Callable

    from candour.domain.journal import Row
    from candour.domain.policy import Pack
    from candour.domain.round import Round
    from candour.register.engine import Writer
    from candour.register.reading import Connection
    from candour.services.session import Session

LARGEST = 1_000_000
"""The largest pack that is read, in bytes: ten times a long one."""


class Packs:
    """HR's work on the policy pack."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def in_force(self) -> str:
        """Return the text of the pack in force, to be edited into a new version."""
        self._session.require(Office.HR)
        with self._session.register.read() as at:
            return _base(at, self._session.today()).text

    def look(self, content: bytes) -> PackLook:
        """Read a pack, and say what it would change; the pack in force stays.

        Raises Refused with the line and what is wrong, for each fault, one to a line of the message.
        """
        session = self._session
        session.require(Office.HR)
        text = _text(content)
        pack, today = read_pack(text), session.today()
        with session.register.read() as at:
            base = _base(at, today)
            before = pack_from(base.text)
            _refuse_lost(before, pack)
            running = round_rows.current_round(at, today)
            changes = compare(before, pack, self._filled(at, before), self._filled(at, pack))
            new = PackAdopted(pack_hash(text), text, base.document, base.document_name)
            signed, members = _counts(at, running)
        name = "" if running is None else running.round
        return PackLook(text, pack_card(new), pack_card(base), changes, name, signed, members - signed)

    def take(self, look: PackLook, material: tuple[str, ...], *, for_running: bool) -> None:
        """Take a pack into force as it was looked at: for the running round, or for the next one alone.

        In the running round, whoever has signed is asked again what is material; `material` names points. A round
        that has not opened yet has the new pack either way. Raises Refused where another was taken meanwhile.
        """
        session = self._session
        session.require(Office.HR)
        today = session.today()

        def act(writer: Writer) -> Act:
            base = _base(writer.at, today)
            if base.pack != look.before.pack:
                raise Refused("Another pack was taken into force meanwhile: choose your file again.")
            rows = self._rows(writer.at, base, look, material, for_running=for_running)
            return Act("pack adopted", look.new.pack, rows)

        session.record(act)

    def _rows(
        self, at: Connection, base: PackAdopted, look: PackLook, material: tuple[str, ...], *, for_running: bool
    ) -> tuple[Row, ...]:
        new, today = look.new.pack, self._session.today()
        running = round_rows.current_round(at, today)
        rounds = [each for each in round_rows.rounds(at) if each.opens > today]
        asked: list[Row] = []
        if for_running:
            if running is None or running.pack == new:
                raise Refused("This pack is in force already.")
            rounds.append(running)
            asks = asked_questions(look.changes, material)
            asked = [AskedAgain(running.round, new, point, *ask) for point, ask in asks]
        elif pack_in_force(at).pack == new:
            raise Refused("The next check has this pack already.")
        known = round_rows.pack(at, new) or PackAdopted(new, look.text, base.document, base.document_name)
        moved = [replace(each, pack=new) for each in rounds if each.pack != new]
        return (known, *moved, *asked)

    def _filled(self, at: Connection, pack: Pack) -> Callable[[str], str]:
        today = self._session.today()
        head = name_of_holder(at, Office.HEADTEACHER, today) or "the Headteacher"
        names = names_for(
            pack,
            headteacher=head,
            lead=name_of_holder(at, Office.DESIGNATED_LEAD, today) or head,
            deputy="the deputy lead",
            hr=name_of_holder(at, Office.HR, today) or "the office",
            since=date(today.year, 9, 1),
            start_year=today.year,
        )
        return lambda text: fill(text, names)


def _base(at: Connection, today: date) -> PackAdopted:
    """Return the pack that a new one is held against: the running round's, else the newest."""
    running = round_rows.current_round(at, today)
    return pack_in_force(at) if running is None else pack_of(at, running.pack)


def _text(content: bytes) -> str:
    if len(content) > LARGEST:
        raise Refused("That file is larger than 1 MB: choose a policy pack, a text file that ends in .toml.")
    try:
        return plain_text(content.decode("utf-8"))
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise Refused(
            f"Line {line}: this is not UTF-8; save the file as UTF-8 text and choose it again."
        ) from error


def _refuse_lost(before: Pack, after: Pack) -> None:
    """Refuse a pack without what stands already: a checklist that was signed, a kind of request that may wait."""
    there = {each.id for each in after.checklists}
    for each in before.checklists:
        if each.id not in there:
            raise Refused(f"The checklist “{each.id}” ({each.title}) is missing: keep it, people have signed it.")
    for kind in sorted(_request_kinds(before) - _request_kinds(after)):
        raise Refused(f"No question asks for a request of the kind “{kind}” any more: keep one, some may wait.")


def _request_kinds(pack: Pack) -> set[str]:
    return {q.request for c in pack.checklists for q in c.questions if q.request is not None}


def _counts(at: Connection, running: Round | None) -> tuple[int, int]:
    if running is None:
        return 0, 0
    signed = all_signed(at, running)
    here = {each.person for each in people_rows.current(at) if each.here}
    members = here & {each.person for each in round_rows.members(at, running.round)}
    return len(members & signed), len(members)
