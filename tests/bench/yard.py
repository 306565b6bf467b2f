"""What is measured upon: a sample school of its own, and declarations signed in it."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING

from tests.schools import School, TestClock, answer_all

from candour.register import declarations as declaration_rows
from candour.sample import people as cast
from candour.sample.school import make_sample
from candour.services.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from candour.keys.identity import SigningKey
    from candour.services.desk import Desk


def new_school(work: Path) -> School:
    """Make a sample school in a folder of the measurement's own."""
    made = make_sample(Place(work / "school"), TestClock(), whole=False)
    return School(made.place, made.code, TestClock())


def signer_at_work(school: School) -> Desk:
    """Return the app of somebody who has answered everything, and may sign as often as one likes."""
    theirs = school.desk(cast.ASSISTANT.number)
    answer_all(theirs)
    return theirs


def sign_many(theirs: Desk, count: int) -> None:
    """Sign so many declarations, each superseding the one before."""
    declaring = theirs.declaring()
    for _ in range(count):
        declaring.prepare()
        declaring.sign("")


def unsealed(theirs: Desk) -> list[bytes]:
    """Return the PDFs that wait for the school's seal."""
    with theirs.sign_in.session.register.read() as at:
        return [declaration_rows.file(at, each.pdf) for each in declaration_rows.unsealed(at)]


def least_work(files: Iterable[bytes], key: SigningKey, target: Path) -> int:
    """Do what nobody can spare: hash and sign each file, sign one entry, put all on the disk; return its bytes."""
    with target.open("wb") as file:
        written = [file.write(content + key.sign(hashlib.sha256(content).digest())) for content in files]
        written.append(file.write(key.sign(bytes(600))))
        file.flush()
        os.fsync(file.fileno())
    return sum(written)
