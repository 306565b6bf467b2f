from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.exc import OperationalError
from tests.register.invented import CERTIFICATES, KEY, MARKER, drafting, keep, the

from candour.domain.journal import Row
from candour.errors import Trouble
from candour.register import declarations, people
from candour.register import migrate as migrations
from candour.register.check import check_register
from candour.register.connection import keyed
from candour.register.engine import open_register
from candour.register.row_classes import ROW_CLASSES
from candour.register.schema import NEWEST, REVISIONS
from candour.register.tables import APPEND_ONLY, METADATA

FIXTURES = Path(__file__).parent / "fixtures"

FAILS_HALF_WAY = """
from alembic import op
import sqlalchemy as sa

revision = "9998"
down_revision = "{newest}"

def upgrade():
    op.create_table("half_done", sa.Column("x", sa.Integer))
    op.execute("DROP TRIGGER person_never_changed")
    op.execute("UPDATE person SET name = 'changed'")
    {end}
"""


@pytest.fixture
def next_revision(tmp_path, monkeypatch):
    """Give the program one more migration, whose last line the test chooses."""
    scripts = tmp_path / "migrations"
    shutil.copytree(migrations.MIGRATIONS, scripts)
    monkeypatch.setattr(migrations, "MIGRATIONS", scripts)

    def write(end):
        (scripts / "versions" / "r9998_next.py").write_text(FAILS_HALF_WAY.format(newest=NEWEST, end=end))

    return write


def test_tables_and_migrations_say_the_same(home):
    with home.read() as at:
        assert compare_metadata(MigrationContext.configure(at), METADATA) == []


def test_the_list_of_schemas_is_that_of_the_migrations():
    scripts = ScriptDirectory.from_config(migrations.config())
    assert tuple(script.revision for script in reversed(list(scripts.walk_revisions()))) == REVISIONS


def test_every_class_of_row_that_the_domain_names_has_its_table():
    assert set(Row.__subclasses__()) <= set(ROW_CLASSES)


def test_the_migrations_make_both_guards_of_every_append_only_table(register):
    with register.read() as at:
        found = at.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'").scalars().all()
    assert sorted(found) == sorted(f"{t}_never_{done}" for t in APPEND_ONLY for done in ("changed", "deleted"))


def fixture(tmp_path, revision):
    path = tmp_path / "school" / "register.db"
    path.parent.mkdir()
    shutil.copy(FIXTURES / f"register-{revision}.db", path)
    return path


@pytest.mark.parametrize("revision", REVISIONS)
def test_a_register_of_every_released_schema_opens_for_ever(tmp_path, revision):
    register = open_register(fixture(tmp_path, revision), KEY)
    assert not register.newer
    assert check_register(register, CERTIFICATES).problems == ()
    with register.read() as at:
        assert the(people.person(at, "teacher")).name == MARKER
        assert declarations.file(at, the(declarations.declaration(at, "D-2026-0038")).pdf) == b"%PDF of D-2026-0038"
    keep(register, drafting("content-new"))
    assert check_register(register, CERTIFICATES).ok
    register.close()


def revision_of(path):
    with closing(keyed(path, KEY)) as raw:
        return raw.execute("SELECT version_num FROM alembic_version").fetchone()[0]


def tables_of(path):
    with closing(keyed(path, KEY)) as raw:
        return {name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


def test_an_upgrade_keeps_everything_and_a_back_up_of_before(played, next_revision):
    next_revision('op.execute("UPDATE person SET name = name")')
    played.close()
    kept = migrations.upgrade(played.path, KEY)
    assert (revision_of(played.path), revision_of(kept)) == ("9998", NEWEST)
    assert "half_done" in tables_of(played.path)
    assert "half_done" not in tables_of(kept)
    assert sorted(file.name for file in played.path.parent.glob("register*")) == [kept.name, "register.db"]
    newer = open_register(played.path, KEY)
    assert newer.newer
    newer.close()


def test_an_upgrade_that_fails_half_way_leaves_the_old_register(played, next_revision):
    next_revision('op.execute("SELECT * FROM no_table")')
    head = played.head()
    played.close()
    with pytest.raises(OperationalError, match="no_table"):
        migrations.upgrade(played.path, KEY)
    assert revision_of(played.path) == NEWEST
    assert "half_done" not in tables_of(played.path)
    again = open_register(played.path, KEY)
    assert again.head() == head
    assert check_register(again, CERTIFICATES).ok
    again.close()


def upgrade_at_once(connection):
    with connection.begin():
        command.upgrade(migrations.config(connection), "head")


def test_a_migration_is_one_transaction_and_a_failing_one_leaves_no_table_behind(played, next_revision):
    next_revision('op.execute("SELECT * FROM no_table")')
    engine = played._engine
    with engine.connect() as connection, pytest.raises(OperationalError):
        upgrade_at_once(connection.execution_options(candour_writing=True))
    played.close()
    assert "half_done" not in tables_of(played.path)
    assert revision_of(played.path) == NEWEST


def test_an_upgrade_that_leaves_rows_without_their_entry_is_not_kept(played, next_revision):
    next_revision("op.execute(\"UPDATE person SET entry = 'nobody'\")")
    played.close()
    with pytest.raises(Trouble, match="left as it is"):
        migrations.upgrade(played.path, KEY)
    assert revision_of(played.path) == NEWEST


def test_no_upgrade_while_another_copy_of_the_program_has_the_register_open(played):
    played.head()
    with pytest.raises(Trouble, match="close that one"):
        migrations.upgrade(played.path, KEY)
    keep(played, drafting("content-still-works"))
    assert check_register(played, CERTIFICATES).ok
