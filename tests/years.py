"""A school that a test takes through its years: who has which secret, and what proves of it at any time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from tests.first_runs import DEPUTY, HEAD, ME, NAME
from tests.schools import sign_with

from candour.documents.check_batch import check_files
from candour.documents.verdicts import Verdict
from candour.register import declarations as declaration_rows
from candour.register import people as people_rows
from candour.services.known import school_of
from candour.upkeep import prove_register

if TYPE_CHECKING:
    from pathlib import Path

    from tests.schools import School

    from candour.services.desk import Desk
    from candour.services.results import OpenCheck

NEXT_SEPTEMBER = date(2027, 9, 13)


@dataclass
class Year:
    """The school as it lives on: where its register lies now, whose secret is what, and what was printed."""

    school: School
    tmp: Path
    secrets: dict[str, str]
    words: tuple[str, ...]
    slips: str

    @property
    def folder(self) -> Path:
        return self.school.place.folder

    def desk(self, number: str) -> Desk:
        return self.school.desk(number, self.secrets[number])

    def enrol(self, number: str, code: str, passphrase: str) -> None:
        """Come with a code and keep the keys under a passphrase from now on."""
        theirs = self.school.desk(number, code)
        theirs.passphrase().choose(passphrase)
        theirs.sign_in.lock()
        self.secrets[number] = passphrase

    def confirm(self, by: str) -> tuple[str, ...]:
        """Have somebody confirm every key that is theirs to confirm; return whose they were."""
        theirs = self.desk(by)
        names = []
        while mine := [each for each in theirs.keepers().waiting() if not each.left_to]:
            theirs.keepers().confirm(mine[0].key)
            names.append(mine[0].name)
        theirs.sign_in.lock()
        return tuple(names)

    def seal(self, by: str) -> int:
        theirs = self.desk(by)
        done = theirs.sealing().seal_new()
        theirs.sign_in.lock()
        assert done.left == ()
        return len(done.sealed)

    def holds(self) -> None:
        """Prove the whole register, as `candour register check` does."""
        report = prove_register(self.folder, HEAD.number, lambda: self.secrets.get(HEAD.number, ""))
        assert report.ok, report.problems

    def declarations(self) -> dict[str, bytes]:
        """Return the newest bytes of every declaration there is."""
        register = self.school.register()
        with register.read() as at:
            people = people_rows.current(at)
            rows = [row for person in people for row in declaration_rows.of_person(at, person.person)]
            sealed = {row.reference: declaration_rows.sealed(at, row.reference) for row in rows}
            found = {
                row.reference: declaration_rows.file(
                    at, row.pdf if (seal := sealed[row.reference]) is None else seal.pdf
                )
                for row in rows
            }
        register.close()
        return found

    def all_genuine(self) -> set[str]:
        """Check every declaration as somebody outside does, with the school's root alone; return the references."""
        out = self.tmp / f"checked at {self.folder.parent.name} in {self.school.clock().date()}"
        out.mkdir(exist_ok=True)
        for reference, content in self.declarations().items():
            (out / f"{reference}.pdf").write_bytes(content)
        register = self.school.register()
        with register.read() as at:
            root = school_of(at).root
        register.close()
        found = dict(check_files(sorted(out.glob("*.pdf")), root))
        assert {finding.verdict for finding in found.values()} == {Verdict.GENUINE}, found
        assert {finding.school for finding in found.values()} == {NAME}
        return {finding.reference for finding in found.values()}


def the_year_turns(year: Year) -> None:
    """Open the next check, which begins a year later."""
    office = year.desk(ME.number)
    office.rounds().open_round(2027, NEXT_SEPTEMBER, NEXT_SEPTEMBER + timedelta(days=42))
    office.sign_in.lock()
    year.school.clock.at = year.school.clock.at.replace(year=2027, month=9, day=20)


def confirm_and_sign(year: Year, number: str) -> OpenCheck:
    theirs = year.desk(number)
    opened = theirs.my_check().open()
    assert (opened.round, opened.signed, opened.answers) == ("2027–28", None, {})
    kept = [opened.last_year[each] for each in ("accounts", "family") if each in opened.last_year]
    sign_with(theirs, kept)
    said = theirs.my_check().open().answers
    assert all(said[given.question] == given for given in kept)
    theirs.sign_in.lock()
    return opened


def the_office_holders_confirm_each_other(year: Year) -> None:
    """Have who was not brought in by the other confirm first; the founder then passes the school's keys on."""
    assert year.confirm(ME.number) == ()
    assert year.confirm(HEAD.number) == (ME.name,)
    assert year.confirm(ME.number) == (HEAD.name,)
    assert year.confirm(HEAD.number) == (DEPUTY.name,)
    assert year.confirm(ME.number) == (DEPUTY.name,)
