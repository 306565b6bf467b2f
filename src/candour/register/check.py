"""The check of the register: every row against its entry, every entry against its author and the chain."""

from __future__ import annotations

import hashlib
from contextlib import closing
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

import msgspec
import rfc8785
from sqlalchemy import Table, func, select, type_coerce
from sqlalchemy.types import NullType

from candour.domain.journal import (
    ENTRY_TAG,
    NO_HEAD,
    OPEN_TAG,
    Entry,
    Head,
    chain_hash,
    open_commitment,
)
from candour.domain.people import READING_OFFICES
from candour.register.authors import Authors, Certificates
from candour.register.belongings import Belongings, Store, misplaced, ownerless, sources
from candour.register.journal import SALT_BYTES, read_entry
from candour.register.office_keys import pushed_in
from candour.register.signatures import verifies
from candour.register.tables import ABOUT, APPEND_ONLY, ENTRIES, SALTS, WAITING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection, RowMapping

    from candour.register.home import Register


@dataclass(frozen=True)
class CheckReport:
    """What the check found: `problems` prove a change, `flags` are to be looked at; each is a plain sentence."""

    entries: int
    head: Head
    problems: tuple[str, ...]
    flags: tuple[str, ...]

    @property
    def ok(self) -> bool:
        """Whether nothing was altered, removed, reordered or signed by somebody who may not."""
        return not self.problems


def check_register(register: Register, certificates: Certificates, witnessed: Iterable[Head] = ()) -> CheckReport:
    """Prove the whole journal, and every row against it, as of one moment.

    `certificates` knows enrolments; `witnessed` are heads that were seen outside the register (on a PDF, by mail,
    by this computer): only they prove anything against somebody who can rewrite the whole file. Reads 1 entry in
    about 0.1 ms beside its signature.
    """
    with register.examine() as at:
        return _Check(at, certificates).run(witnessed)


class _Check:
    """One walk along the chain; problems gather as sentences."""

    def __init__(self, at: Connection, certificates: Certificates) -> None:
        self._at = at
        self._authors = Authors(certificates)
        self._problems: list[str] = []
        self._flags: list[str] = []
        self._hashes: dict[int, str] = {NO_HEAD.position: NO_HEAD.hash}
        self._received = ""
        self._last = 0

    def run(self, witnessed: Iterable[Head]) -> CheckReport:
        about = self._at.execute(select(ABOUT)).all()
        self._about = (about[0].register, about[0].school) if len(about) == 1 else ("", "")
        self._guards()
        self._file()
        unordered = {source.table.name for source in sources() if self._misplaced(source.table)}
        with closing(Store(self._at, unordered)) as store:
            for row in _entries(self._at):
                self._entry(row, store.of(row["position"]))
        self._waiting()
        self._office_keys()
        for head in witnessed:
            self._witness(head)
        newest = Head(self._last, self._hashes[self._last])
        return CheckReport(len(self._hashes) - 1, newest, tuple(self._problems), tuple(self._flags))

    def _guards(self) -> None:
        found = set(self._at.exec_driver_sql(_GUARDS[self._at.dialect.name]).scalars())
        wanted = {f"{table}_never_{done}" for table in APPEND_ONLY for done in ("changed", "deleted")}
        for missing in sorted(wanted - found):
            self._problems.append(f"The guard “{missing}” against changes was removed from the register.")

    def _file(self) -> None:
        # An index that disagrees with its table would hide rows from the screens that the walk below still reads.
        if self._at.dialect.name == "sqlite" and self._at.exec_driver_sql(_SOUND).scalar() != "ok":
            self._problems.append("The file is damaged: its indexes do not agree with its tables.")

    def _waiting(self) -> None:
        waiting = select(func.count()).where(ENTRIES.c.position >= WAITING)
        if number := self._at.execute(waiting).scalar_one():
            self._flags.append(
                f"New entries that wait for their place in the journal: {number}. A keeper's app gives it."
            )

    def _office_keys(self) -> None:
        for office in READING_OFFICES:
            for position in pushed_in(self._at, office):
                self._problems.append(
                    f"Entry {position} puts a key in the place of the {office}'s, who did not make it. "
                    "Nothing is sealed to it."
                )

    def _misplaced(self, table: Table) -> bool:
        for row_id in ownerless(self._at, table):
            self._problems.append(f"Row {row_id} of “{table.name}” belongs to no entry.")
        found = misplaced(self._at, table)
        for row_id, position in found:
            self._problems.append(
                f"Row {row_id} of “{table.name}”, of entry {position}, stands out of the order of the entries."
            )
        return bool(found)

    def _entry(self, row: RowMapping, belongings: Belongings) -> None:
        position = row["position"]
        faults = self._authors.read(belongings.rows, row["author"], position)
        try:
            entry = _read(row["content"])
        except (ValueError, TypeError, msgspec.MsgspecError):
            faults.append("does not hold an entry that can be read")
        else:
            faults += self._entry_faults(entry, row, belongings)
        faults += self._chain_faults(row)
        self._received = max(self._received, str(row["received"]))
        self._hashes[position], self._last = row["hash"], position
        who = self._authors.name(row["author"])
        self._problems += [f"Entry {position} ({row['kind']}, by {who}) {fault}." for fault in faults]

    def _entry_faults(self, entry: Entry, row: RowMapping, belongings: Belongings) -> list[str]:
        position = row["position"]
        seen = self._hashes.get(entry.seen_position)
        tests = (
            (_columns(row) == (entry.uuid, entry.kind, entry.author, entry.subject), "is listed as another"),
            ((entry.register, entry.school) == self._about, "was made for another register"),
            (verifies(entry.author, row["signature"], row["content"]), "was not signed by its author as it stands"),
            (seen == entry.seen_hash, f"does not follow entry {entry.seen_position}, which its author had seen"),
            (_opens(entry.open, row["salt"], belongings.rows), "has other rows than those that were signed"),
            (belongings.sealed == list(entry.sealed), "has other sealed content than was signed"),
            (belongings.files == list(entry.files), "has other files than were signed"),
        )
        key_fault = self._authors.key_fault(entry.author, position)
        return [fault for holds, fault in tests if not holds] + ([key_fault] if key_fault else [])

    def _chain_faults(self, row: RowMapping) -> list[str]:
        position, received = row["position"], row["received"]
        faults = []
        if position != self._last + 1:
            faults.append(f"comes next after entry {self._last}: what stood between was removed")
        if str(received) < self._received:
            self._flags.append(
                f"Entry {position} ({row['kind']}) was received before the entry in front of it: "
                "was the clock set back?"
            )
        if _hash(self._hashes[self._last], row) != row["hash"]:
            faults.append("does not continue the chain: it, or what stood before it, was altered")
        return faults

    def _witness(self, head: Head) -> None:
        if self._hashes.get(head.position) != head.hash:
            self._problems.append(
                f"Entry {head.position} was seen outside the register with another content, or is missing here: "
                "this may be an old or a rewritten copy."
            )


def _entries(at: Connection) -> Iterable[RowMapping]:
    raw = [type_coerce(column, NullType()).label(column.name) for column in ENTRIES.c]
    joined = ENTRIES.outerjoin(SALTS, SALTS.c.entry == ENTRIES.c.uuid)
    chain = select(*raw, type_coerce(SALTS.c.salt, NullType()).label("salt")).select_from(joined)
    return (
        at.execution_options(yield_per=1000)
        .execute(chain.where(ENTRIES.c.position < WAITING).order_by(ENTRIES.c.position))
        .mappings()
    )


def _columns(row: RowMapping) -> tuple[Any, ...]:
    return row["uuid"], row["kind"], row["author"], row["subject"]


def _hash(previous: str, row: RowMapping) -> str:
    try:
        return chain_hash(bytes.fromhex(previous), row["content"], row["signature"], row["received"]).hex()
    except (TypeError, ValueError, AttributeError):
        return ""  # a value of another type, or no text: it is not what was hashed


def _read(content: object) -> Entry:
    if not isinstance(content, bytes):
        raise TypeError("an entry is bytes")
    said = msgspec.json.decode(content[len(ENTRY_TAG) :])
    if isinstance(said, dict) and ENTRY_TAG + _fast_json(said) == content and said.keys() == _FIELDS:
        texts = [value for name, value in said.items() if name not in _NO_TEXTS]
        digests = [*said["sealed"], *said["files"]]
        if all(type(value) is str for value in texts + digests) and type(said["seen_position"]) is int:
            return Entry(**said | {"sealed": tuple(said["sealed"]), "files": tuple(said["files"])})
    return read_entry(content)


def _opens(commitment: str, salt: object, rows: list[dict[str, Any]]) -> bool:
    if not rows:
        return commitment == "" and salt is None
    if not isinstance(salt, bytes) or len(salt) != SALT_BYTES:
        return False
    try:
        quick = hashlib.sha256(OPEN_TAG + salt + _fast_json(rows)).hexdigest()
        return quick == commitment or open_commitment(salt, rows) == commitment
    except (UnicodeError, TypeError, msgspec.MsgspecError, rfc8785.CanonicalizationError):
        return False  # no row of ours holds such a value


def _fast_json(value: object) -> bytes:
    # For text, whole numbers, truth values and ASCII names msgspec writes RFC 8785's form, many times faster than
    # rfc8785; where it does not, the caller asks rfc8785 itself.
    return _SORTED.encode(value)


_GUARDS = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled IN ('O', 'A')",
}
_SOUND = "PRAGMA integrity_check(1)"
_SORTED = msgspec.json.Encoder(order="sorted")
_FIELDS = {f.name for f in fields(Entry)}
_NO_TEXTS = {"sealed", "files", "seen_position"}
