"""The slots file beside the register: one way in per enrolled person and per open invitation, as LUKS has.

Whoever takes the file learns how many ways in there are, and no name: a person's number and e-mail stand
there as one byte each, which one in 256 others shares, and whose slot it is stands inside the wrap.
"""

from __future__ import annotations

import hashlib
import secrets
import unicodedata
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated, Literal

import msgspec

from candour.errors import Refused, Trouble
from candour.keys.files import AS_THE_FOLDER_RULES, alone, read_file, replace_file
from candour.keys.passphrases import SALT_BYTES, Cost, Derived, WrongPassphrase, derive, new_salt, unwrap, wrap
from candour.keys.secrets import tidy_code

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

Kind = Literal["passphrase", "code"]
_Salt = Annotated[bytes, msgspec.Meta(min_length=SALT_BYTES, max_length=SALT_BYTES)]
FORMAT: Literal["candour slots 1"] = "candour slots 1"
_SLOT_TAG = b"candour/slot/v1\0"
_LOOKUP_TAG = b"candour/slot-lookup/v1\0"
_ID_BYTES = 16
_LOOKUP_BYTES = 1


@dataclass(frozen=True)
class Opened:
    """What a slot gave: the register's key, whose slot it is, and the keys that follow from what was typed.

    `salt` and `cost` are the slot's, so that the person's private keys may be wrapped under
    `derived.private_keys` and signing in costs one derivation, not two.
    """

    register_key: bytes = field(repr=False)
    person_id: str
    slot_id: str
    kind: Kind
    derived: Derived = field(repr=False)
    salt: bytes = field(repr=False)
    cost: Cost


class _Slot(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    slot_id: str
    kind: Kind
    lookups: tuple[str, ...]
    salt: _Salt
    cost: Cost
    wrapped: bytes


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    format: Literal["candour slots 1"]
    register_id: str
    lookup_salt: _Salt
    cost: Cost
    slots: tuple[_Slot, ...]


class _Inside(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    person_id: str
    lookups: tuple[bytes, ...]  # whole, so that of two people with one passphrase each opens their own
    register_key: bytes


class SlotsFile:
    """One register's slots file; every call reads it afresh, since another program may have changed it."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def create(self, register_id: str, cost: Cost) -> None:
        """Write a file without slots for a new register; raises Refused where one is already."""
        with alone(self._path):
            if read_file(self._path) is not None:
                raise Refused(f"There is a slots file in “{self._path.parent}” already: choose another folder.")
            self._write(_File(FORMAT, register_id, new_salt(), cost, ()))

    @property
    def register_id(self) -> str:
        """The register that these slots belong to; raises Trouble when the file is not there or damaged."""
        return self._read().register_id

    def slot_ids(self) -> tuple[str, ...]:
        """Return every slot's id, oldest first."""
        return tuple(slot.slot_id for slot in self._read().slots)

    def add(
        self, person_id: str, lookups: Iterable[str], secret_text: str, kind: Kind, register_key: bytes
    ) -> Opened:
        """Add one way in, and return what opening it will give.

        `lookups` are what the person will type to say who they are: staff number, school e-mail.
        Raises Refused for a code that is none, Trouble when the file cannot be read or written.
        """
        before = self._read()
        typed = tidy_code(secret_text) if kind == "code" else secret_text
        salt, slot_id = new_salt(), secrets.token_hex(_ID_BYTES)
        derived = derive(typed, salt, before.cost)
        found_by = tuple(sorted({_lookup(before, text) for text in lookups if text.strip()}))
        inside = msgspec.json.encode(_Inside(person_id, found_by, register_key))
        slot = _Slot(
            slot_id=slot_id,
            kind=kind,
            lookups=tuple(_shown(each) for each in found_by),
            salt=salt,
            cost=before.cost,
            wrapped=wrap(derived.slot, inside, _aad(before, slot_id, kind)),
        )
        with alone(self._path):
            now = self._read()
            self._write(msgspec.structs.replace(now, slots=(*now.slots, slot)))
        return Opened(register_key, person_id, slot_id, kind, derived, salt, before.cost)

    def open(self, lookup_text: str, secret_text: str) -> Opened:
        """Return what the slot of this person gives for this passphrase or code.

        Every slot that could be theirs is tried. Raises WrongPassphrase when none opens, and alike when
        nobody of that number or e-mail is known: which of the two it was is not for a stranger.
        """
        file = self._read()
        wanted = _lookup(file, lookup_text)
        for slot in file.slots:
            if _shown(wanted) in slot.lookups:
                opened = _try(file, slot, wanted, secret_text)
                if opened is not None:
                    return opened
        raise WrongPassphrase

    def remove(self, slot_id: str) -> None:
        """Destroy one way in; a slot that is not there any more is no trouble."""
        with alone(self._path):
            now = self._read()
            kept = tuple(slot for slot in now.slots if slot.slot_id != slot_id)
            self._write(msgspec.structs.replace(now, slots=kept))

    def _read(self) -> _File:
        content = read_file(self._path)
        if content is None:
            raise Trouble(
                f"The slots file “{self._path.name}” is not beside the register in “{self._path.parent}”: "
                "copy it there too, or open the register with the recovery sheet."
            )
        try:
            return msgspec.json.decode(content, type=_File)
        except (msgspec.DecodeError, ValueError, RecursionError) as reason:
            raise Trouble(
                f"The slots file “{self._path.name}” in “{self._path.parent}” is damaged: "
                "put back the one from your last back-up, or open the register with the recovery sheet."
            ) from reason

    def _write(self, file: _File) -> None:
        content = msgspec.json.format(msgspec.json.encode(file), indent=1)
        replace_file(self._path, content, AS_THE_FOLDER_RULES)


def _try(file: _File, slot: _Slot, wanted: bytes, secret_text: str) -> Opened | None:
    typed = secret_text
    if slot.kind == "code":
        try:
            typed = tidy_code(secret_text)
        except Refused:
            return None  # what is no code opens no code's slot; a passphrase's slot may still follow
    derived = derive(typed, slot.salt, slot.cost)
    with suppress(WrongPassphrase):  # several slots may share one lookup
        inside = msgspec.json.decode(
            unwrap(derived.slot, slot.wrapped, _aad(file, slot.slot_id, slot.kind)), type=_Inside
        )
        if wanted in inside.lookups:
            return Opened(
                inside.register_key, inside.person_id, slot.slot_id, slot.kind, derived, slot.salt, slot.cost
            )
    return None


def _lookup(file: _File, text: str) -> bytes:
    plain = unicodedata.normalize("NFKC", text).strip().casefold().encode()
    return hashlib.sha256(_LOOKUP_TAG + file.lookup_salt + plain).digest()


def _shown(lookup: bytes) -> str:
    # A byte, not more: with the 120 lookups of 60 people, any name at all is found with a chance of 37 %,
    # so that finding one says little; signing in tries half a slot too many on average.
    return lookup[:_LOOKUP_BYTES].hex()


def _aad(file: _File, slot_id: str, kind: Kind) -> bytes:
    return _SLOT_TAG + f"{file.register_id}\0{slot_id}\0{kind}".encode()
