from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest
from tests.register.invented import KEY, MARKER, keep, person_row

from candour.domain.journal import Act
from candour.domain.people import Contact, Holding, Office
from candour.errors import Refused, Trouble
from candour.register.names import SignInName, SignInNames, read_names

TODAY = datetime.now(UTC).date()


def test_the_sign_in_page_gets_school_names_hr_and_contacts_as_they_now_stand(played):
    rows = (
        person_row("leaver", "9", "Leo Invented", here=False),
        person_row("hr", "1", "Hetty Newname"),
        Holding("holding-1", Office.HR.value, "hr", TODAY - timedelta(days=9), None, acting=False),
        Contact(Office.DESIGNATED_LEAD.value, "Lena Invented", "Room 5", "01223 000000"),
    )
    keep(played, Act("people changed", "school", rows))
    assert read_names(played.path, KEY) == SignInNames(
        "Plainly Invented Primary",
        (SignInName("hr", "Hetty Newname", "1"), SignInName("teacher", MARKER, "38")),
        "Hetty Newname",
        (Contact(Office.DESIGNATED_LEAD.value, "Lena Invented", "Room 5", "01223 000000"),),
    )


def test_an_empty_register_has_no_names(register):
    assert read_names(register.path, KEY) == SignInNames("", (), "", ())


def test_a_wrong_key_or_a_missing_file_is_said_in_plain_words(played, tmp_path):
    with pytest.raises(Refused, match="cannot be opened with this key"):
        read_names(played.path, bytes(32))
    with pytest.raises(Trouble, match="missing"):
        read_names(tmp_path / "nothing.db", KEY)


def test_reading_the_names_imports_neither_sqlalchemy_nor_alembic(played):
    script = (
        "import sys; from pathlib import Path; from candour.register.names import read_names; "
        "print(len(read_names(Path(sys.argv[1]), bytes(range(32))).people)); "
        "print([name for name in ('sqlalchemy', 'alembic', 'cryptography') if name in sys.modules])"
    )
    command = [sys.executable, "-c", script, str(played.path)]
    said = subprocess.run(
        command, capture_output=True, text=True, check=True, env={"PYTHONPATH": ":".join(sys.path)}
    )
    assert said.stdout.split("\n")[:2] == ["2", "[]"]
    assert said.stderr == ""
