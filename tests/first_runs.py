"""A school of five as its business manager sets it up by hand; plainly invented people."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from tests.schools import School, TestClock

from candour.domain.people import Office
from candour.domain.setting_up import (
    LOCAL_AUTHORITY,
    OfficeAsked,
    OfficesAsked,
    OutsideAsked,
    PolicyAsked,
    SchoolAsked,
    SomebodyAsked,
)
from candour.founding import Founding
from candour.services.place import Place

NAME = "Harbour Lane Primary School (invented)"
PASSPHRASE = "gravel lantern seven owls"
ME = SomebodyAsked("1", "Bea Bursar-Invented", "bea@harbour.example", "School business manager")
HEAD = SomebodyAsked("2", "Hal Head-Invented", "hal@harbour.example", "Headteacher")
DEPUTY = SomebodyAsked("3", "Dot Deputy-Invented", "dot@harbour.example", "Deputy headteacher")
OFFICES = OfficesAsked(
    (HEAD, DEPUTY),
    (
        OfficeAsked(Office.HEADTEACHER, "2"),
        OfficeAsked(Office.DESIGNATED_LEAD, "2", "Room 1", "01632 960 101"),
        OfficeAsked(Office.DEPUTY_LEAD, "3", "Room 2", "01632 960 102"),
        OfficeAsked(Office.KEEPER, "3"),
    ),
    (
        OutsideAsked(Office.CHAIR, "Cy Chair-Invented", "01632 960 103"),
        OutsideAsked(LOCAL_AUTHORITY, "Duty officer (invented)", "01632 960 104"),
    ),
)
POLICY = PolicyAsked((("photographs", "consent"),), ("We look at no account.",), "staff and unions")
PASTED = "4\tTeo Teacher-Invented\tteo@harbour.example\tClass teacher\n5, Ann Aide-Invented,, Teaching assistant\n"


def marked(folder: Path) -> Path:
    """Make a folder in which passphrases cost little and no keyring is asked, as in a sample school."""
    folder.mkdir(parents=True)
    words = {"passphrase": PASSPHRASE, "newcomer": "", "code": ""}
    (folder / "sample.json").write_text(json.dumps(words), encoding="utf-8")
    return folder


@dataclass
class Founded:
    """A place in which a school may be set up, with what has been taken."""

    school: School
    taken: list[Place]

    def founding(self) -> Founding:
        return Founding(self.school.place.folder, self.taken.append, self.school.clock)


def founded_in(folder: Path) -> Founded:
    return Founded(School(Place(marked(folder)), "", TestClock()), [])


def asked_for(folder: Path, **changed: object) -> SchoolAsked:
    said: dict[str, object] = {"name": NAME, "me": ME, "passphrase": PASSPHRASE, "folder": str(folder)}
    return SchoolAsked(**(said | changed))  # type: ignore[arg-type]
