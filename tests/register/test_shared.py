"""What is true of the register on a server alone: entries wait for their place, and nobody waits for anybody."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path
from time import monotonic

import psycopg
import pytest
from alembic import command
from psycopg.errors import IntegrityError
from tests.register.invented import (
    CERTIFICATES,
    DAY,
    HR,
    MARKER,
    NOW,
    REGISTER,
    ROUND,
    SCHOOL,
    TEACHER,
    asking,
    declaring,
    drafting,
    joining,
    keep,
    opening,
    person_row,
    play,
    the,
)
from tests.register.server import IN_CLEAR, KEEPER
from tests.register.vandal import Vandal, problems

from candour.cli import run
from candour.domain.journal import NO_HEAD, Act
from candour.domain.reminding import Reminded
from candour.errors import Refused, Trouble
from candour.register import declarations, journal, migrate, people, reminders, requests
from candour.register.check import check_register
from candour.register.schema import NEWEST
from candour.register.shared import LINKING, WRITING, create_shared, engine_of, open_shared
from candour.register.tables import APPEND_ONLY, METADATA, WAITING

SOURCES = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2] / "src")}


def add(register, act, author=HR):
    """Write one act as a member does, and leave its entry waiting."""
    with register.write() as writer:
        entry = writer.record(act, author, NOW)
        writer.commit()
    return entry


def as_member(register):
    address = register._engine.url.set(drivername="postgresql")
    return closing(psycopg.connect(address.render_as_string(hide_password=False)))


def test_an_entry_waits_for_its_place_and_its_rows_are_seen_meanwhile(shared):
    entry = add(shared, opening())
    assert (entry.position >= WAITING, entry.hash) == (True, "")
    assert shared.head() == NO_HEAD
    with shared.read() as at:
        assert the(people.person(at, "hr")).name == "Hetty Invented"
    report = check_register(shared, CERTIFICATES)
    assert (report.entries, report.problems) == (0, ())
    assert report.flags == ("New entries that wait for their place in the journal: 1. A keeper's app gives it.",)


def test_waiting_entries_get_their_places_in_the_order_in_which_they_came(shared):
    for act in (opening(), joining(), drafting()):
        add(shared, act)
    assert (shared.link_new(), shared.link_new()) == (3, 0)
    with shared.read() as at:
        entries = at.execute(METADATA.tables["entries"].select().order_by("position")).all()
    assert [(one.position, one.kind) for one in entries] == [
        (1, "school opened"),
        (2, "round opened"),
        (3, "confidential"),
    ]
    report = check_register(shared, CERTIFICATES)
    assert (report.entries, report.problems, report.flags) == (3, (), ())


def test_a_declaration_is_to_be_sealed_once_its_entry_has_its_place(shared):
    keep(shared, opening())
    keep(shared, joining())
    add(shared, declaring(), TEACHER)
    with shared.read() as at:
        assert the(declarations.declaration(at, "D-2026-0038")).person == "teacher"
        assert declarations.unsealed(at) == []
    shared.link_new()
    with shared.read() as at:
        assert [one.reference for one in declarations.unsealed(at)] == ["D-2026-0038"]


def test_a_member_who_lingers_in_a_transaction_holds_nobody_up_and_their_rows_follow_their_entry(shared):
    play(shared)
    with shared.write() as lingering:
        lingering.record(asking(state="withdrawn"), TEACHER, NOW)
        add(shared, asking(state="approved"))
        assert shared.link_new() == 1
        lingering.commit()
    with shared.read() as at:
        assert the(requests.request(at, "E-2026-014")).state == "withdrawn"
    assert shared.link_new() == 1
    with shared.read() as at:
        assert the(requests.request(at, "E-2026-014")).state == "withdrawn"
        assert journal.head(at).position == 9
    assert "out of the order" not in str(problems(shared))


def test_who_adds_a_row_to_another_s_entry_and_lingers_holds_up_that_entry_alone(shared):
    play(shared)
    entry = add(shared, asking(state="approved")).entry.uuid
    with as_member(shared) as member:
        member.execute(
            "INSERT INTO draft (entry, person, round, checklist, content) VALUES (%s, 'x', 'x', 'x', 'x')", [entry]
        )
        add(shared, drafting("content-3"))
        assert shared.link_new() == 1
        member.rollback()
    assert shared.link_new() == 1
    assert problems(shared) == ()


def test_keepers_who_link_at_once_give_every_entry_one_place(shared):
    keep(shared, opening())
    for number in range(30):
        add(shared, Act("people added", SCHOOL, (person_row(f"person-{number}", "7", "Nia Invented"),)))
    linked: list[int] = []
    keepers = [threading.Thread(target=lambda: linked.append(shared.link_new())) for _keeper in range(4)]
    for keeper in keepers:
        keeper.start()
    for keeper in keepers:
        keeper.join()
    assert sum(linked) == 30
    assert (shared.head().position, problems(shared)) == (31, ())


def test_a_keeper_who_links_waits_for_the_one_before_and_goes_on_from_there(shared, server):
    play(shared)
    add(shared, drafting("content-3"))
    linked: list[int] = []
    second = threading.Thread(target=lambda: linked.append(shared.link_new()))
    with shared._engine.connect().execution_options(**LINKING) as first:
        assert journal.link_new(first) == 1
        add(shared, drafting("content-4"))
        second.start()
        until_somebody_waits(server, shared._engine.url.database)
        first.commit()
    second.join()
    assert (linked, shared.head().position, problems(shared)) == ([1], 9, ())


def until_somebody_waits(server, database):
    waits = "SELECT count(*) FROM pg_stat_activity WHERE datname = %s AND wait_event_type = 'Lock'"
    with closing(psycopg.connect(server.address(database, KEEPER), autocommit=True)) as at:
        until = monotonic() + 20
        while monotonic() < until:
            if the(at.execute(waits, [database]).fetchone())[0]:
                return
    pytest.fail("nobody waited")


def test_rows_of_entries_that_came_at_once_have_no_order_until_their_entries_have(shared):
    play(shared)
    add(shared, asking(state="approved"))
    add(shared, asking(state="withdrawn"))
    with Vandal(shared) as vandal:  # as if the first had been slow to add its row
        first, second = (row for (row,) in vandal.do("SELECT row_id FROM request ORDER BY row_id")[1:])
        for old, new in ((first, WAITING * 3 // 2), (second, first), (WAITING * 3 // 2, second)):
            vandal.do("UPDATE request SET row_id = ? WHERE row_id = ?", new, old)
    assert problems(shared) == ()
    assert shared.link_new() == 2
    with shared.read() as at:
        assert the(requests.request(at, "E-2026-014")).state == "withdrawn"
    assert problems(shared) == ()


DEEDS = ('UPDATE "{0}" SET "{1}" = "{1}"', 'DELETE FROM "{0}"', 'TRUNCATE "{0}" CASCADE')


@pytest.mark.parametrize("deed", DEEDS)
def test_no_row_of_an_append_only_table_is_changed_deleted_or_emptied_by_who_owns_it(shared, deed):
    play(shared)
    unguarded = []
    with as_member(shared) as member:
        for table in APPEND_ONLY:
            column = METADATA.tables[table].columns.keys()[-1]
            if not member.execute(f'SELECT 1 FROM "{table}"').fetchall():
                continue  # a short year leaves it empty, and an UPDATE of no row asks no trigger
            try:
                member.execute(deed.format(table, column).encode())
            except IntegrityError as refused:
                assert f"{table} is append-only" in str(refused) or "TRUNCATE" in deed  # noqa: PT017
                member.rollback()
            else:
                unguarded.append(table)
    assert unguarded == []


@pytest.mark.parametrize(
    "changed",
    [
        "UPDATE person SET row_id = 900 WHERE row_id = 1",
        "UPDATE person SET row_id = row_id + 1 WHERE row_id >= 4611686018427387904",
        "UPDATE person SET row_id = 900, name = 'x' WHERE row_id >= 4611686018427387904",
        "UPDATE entries SET position = 900 WHERE position = 1",
        "UPDATE entries SET position = 900, kind = 'x' WHERE position >= 4611686018427387904",
        "UPDATE entries SET hash = 'x'",
    ],
)
def test_a_place_is_given_once_and_nothing_else_changes_with_it(shared, changed):
    keep(shared, opening())
    add(shared, joining())
    with as_member(shared) as member, pytest.raises(IntegrityError, match="append-only"):
        member.execute(changed.encode())


def test_a_guard_that_was_switched_off_is_named(shared):
    play(shared)
    with Vandal(shared) as vandal:
        vandal.do("ALTER TABLE declared DISABLE TRIGGER declared_never_changed")
    assert problems(shared) == (
        "The guard “declared_never_changed” against changes was removed from the register.",
    )


def test_a_linked_row_moved_behind_all_that_wait_is_found(shared):
    play(shared)
    keep(shared, asking(state="approved"))
    with Vandal(shared) as vandal:
        vandal.do("UPDATE request SET row_id = ? WHERE row_id = 1", WAITING + 10**6)
    assert problems(shared) == (
        f"Row {WAITING + 10**6} of “request”, of entry 6, stands out of the order of the entries.",
    )


def test_a_register_is_made_once_in_a_database_of_its_own(server):
    address = server.empty()
    with pytest.raises(Refused, match="no register of Candour in this database"):
        open_shared(address)
    with closing(create_shared(address, REGISTER, SCHOOL)) as made:
        play(made)
    with pytest.raises(Refused, match="already"):
        create_shared(address, REGISTER, SCHOOL)
    with closing(open_shared(address)) as again:
        assert (again.register_id, again.school_id, again.head().position) == (REGISTER, SCHOOL, 7)
    server.drop(address)


def at_revision(server, revision):
    """Make a register of an older Candour, with one entry in it."""
    address = server.empty()
    engine = engine_of(address)
    with engine.connect() as connection, connection.begin():
        command.upgrade(migrate.config(connection), revision)
        connection.exec_driver_sql(f"INSERT INTO about VALUES ('{REGISTER}', '{SCHOOL}')")
    engine.dispose()
    return address


def test_an_older_register_is_brought_up_to_date_when_it_is_opened(server):
    address = at_revision(server, "0001")
    with closing(open_shared(address)) as register:
        assert not register.newer
        play(register)
        assert problems(register) == ()
        with register.read() as at:
            assert at.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one() == NEWEST
    server.drop(address)


def test_a_newer_register_can_be_read_and_is_not_written(server):
    address = server.with_register()
    with closing(open_shared(address)) as register:
        play(register)
        with register._engine.connect().execution_options(**WRITING) as at, at.begin():
            at.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with closing(open_shared(address)) as newer:
        assert newer.newer
        with newer.read() as at:
            assert the(people.person(at, "teacher")).name == MARKER
        with pytest.raises(Refused, match="update Candour"), newer.write():
            pass
    server.drop(address)


def test_a_wrong_password_and_a_server_that_is_not_there_are_told_apart(server):
    with pytest.raises(Refused, match="does not know this name and password"):
        open_shared(server.address("template", password="wrong"))
    with pytest.raises(Trouble, match="cannot be reached"):
        open_shared(f"postgresql://nobody:x@/none?host={server.folder / 'nowhere'}")


def test_a_password_is_never_given_to_a_server_that_asks_for_it_in_clear(server):
    with pytest.raises(Refused, match="turn on SCRAM"):
        open_shared(server.address(IN_CLEAR))


def test_a_connection_that_was_cut_is_said_in_plain_words_and_the_next_one_works(shared, server):
    play(shared)
    name = shared._engine.url.database
    cut = f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"

    def write(writer):
        server.as_keeper("postgres", cut)
        writer.record(drafting("content-lost"), HR, NOW)

    with pytest.raises(Trouble, match="cannot be reached"), shared.write() as writer:
        write(writer)
    keep(shared, drafting("content-after"))
    assert (shared.head().position, problems(shared)) == (8, ())


def test_the_command_proves_the_journal_of_a_server_s_database(server, capsys):
    address = server.with_register()
    assert run(["register", "check", "--server", address]) == 0
    assert capsys.readouterr().out == "0 entries, 0 problems.\n"
    with closing(open_shared(address)) as register:
        play(register)  # with certificates that no school of ours has
    assert run(["register", "check", "--server", address, "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["entries"] == 7
    server.drop(address)


def test_a_school_with_a_file_never_loads_what_speaks_to_a_server():
    look = "import sys, candour.register.engine, candour.register.check; print('psycopg' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", look], check=True, capture_output=True, text=True, env=SOURCES)
    assert done.stdout == "False\n"


def test_what_a_server_says_and_nobody_foresaw_stays_loud(shared):
    with pytest.raises(Exception, match="no_table") as loud, shared.read() as at:
        at.exec_driver_sql("SELECT * FROM no_table")
    assert not isinstance(loud.value, Refused | Trouble)


def test_the_school_reads_one_moment_while_others_write(shared):
    play(shared)
    with shared.read() as at:
        before = journal.count(at)
        add(shared, Act("people added", ROUND, (person_row("new", "9", "Nia Invented"),)))
        assert journal.count(at) == before


def test_of_two_who_remind_somebody_at_once_one_is_told_so_and_one_reminder_is_kept(shared):
    keep(shared, opening())
    act = Act("reminded", ROUND, (Reminded(ROUND, "hr", DAY, "draft"),))

    def remind_slowly():
        with shared.write() as slower:
            assert reminders.of_round(slower.at, ROUND) == {}
            add(shared, act)
            slower.record(act, HR, NOW)

    with pytest.raises(Refused, match="reminded today, at another computer"):
        remind_slowly()
    with shared.read() as at:
        assert reminders.of_round(at, ROUND) == {"hr": [DAY]}
