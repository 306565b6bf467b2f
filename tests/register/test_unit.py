from __future__ import annotations

import json
from datetime import datetime

import pytest
from tests.register.invented import HR, NOW, REGISTER, SCHOOL, declaring, drafting, keep, opening

from candour.domain.journal import ENTRY_TAG, NO_HEAD, Act, Head
from candour.register.journal import read_entry
from candour.register.secrets import secret
from candour.register.signatures import verifies


def test_a_second_act_in_one_unit_is_a_bug(home):
    with home.write() as writer:
        writer.record(opening(), HR, NOW)
        with pytest.raises(RuntimeError, match="one unit, one entry"):
            writer.record(drafting(), HR, NOW)


def test_a_unit_is_committed_once(home):
    with home.write() as writer:
        writer.record(opening(), HR, NOW)
        writer.commit()
        with pytest.raises(RuntimeError, match="committed once"):
            writer.commit()


def test_an_entry_says_who_where_and_after_which_head_and_its_author_signed_it(home):
    keep(home, opening())
    before = home.head()
    with home.write() as writer:
        linked = writer.record(declaring(), HR, NOW)
        writer.commit()
    entry = linked.entry
    assert (entry.register, entry.school, entry.kind, entry.author) == (REGISTER, SCHOOL, "declared", HR.key_id)
    assert (entry.subject, entry.clock) == ("D-2026-0038", "2026-09-14T08:30:00.000+00:00")
    assert Head(entry.seen_position, entry.seen_hash) == before
    assert verifies(HR.key_id, linked.signature, linked.content)
    assert "Plantedmarker" not in json.dumps(linked.content.decode())


def test_in_a_file_an_entry_is_linked_by_the_transaction_that_adds_it(register):
    with register.write() as writer:
        linked = writer.record(opening(), HR, NOW)
        assert writer.head() == Head(1, linked.hash)
        writer.commit()
    assert register.link_new() == 0
    assert register.head() == Head(1, linked.hash)


def test_an_author_may_have_seen_an_older_head(home):
    with home.write() as writer:
        writer.record(opening(), HR, NOW, NO_HEAD)
        writer.commit()
    with home.write() as writer:
        assert writer.record(drafting(), HR, NOW, NO_HEAD).entry.seen_position == 0


def test_an_act_without_open_content_commits_to_nothing_and_keeps_no_salt(home):
    with home.write() as writer:
        assert writer.record(Act("signed out", "hr"), HR, NOW).entry.open == ""
        assert writer.at.exec_driver_sql("SELECT count(*) FROM salts").scalar_one() == 0


def test_the_same_content_has_another_commitment_each_time(home):
    commitments = set()
    for _time in range(3):
        with home.write() as writer:
            commitments.add(writer.record(drafting(), HR, NOW).entry.open)
    assert len(commitments) == 3


def test_a_moment_without_its_time_zone_is_a_bug(home):
    with home.write() as writer, pytest.raises(ValueError, match="time zone"):
        writer.record(opening(), HR, datetime(2026, 9, 14, 8, 30))  # noqa: DTZ001 - that is the point


@pytest.mark.parametrize(
    "content",
    [b"", b"{}", ENTRY_TAG, ENTRY_TAG + b"{}", ENTRY_TAG + b"[1]", ENTRY_TAG + b'{"uuid": 1}'],
)
def test_bytes_that_are_no_entry_are_refused(content):
    with pytest.raises(ValueError):  # noqa: PT011 - json's own error is one too
        read_entry(content)


def test_wrapped_keys_are_replaced_and_destroyed_with_the_commit(home):
    for blob in (b"first wrapping", b"second wrapping"):
        with home.write() as writer:
            writer.put_secret("key-1", "passphrase", blob)
            writer.commit()
    with home.read() as at:
        assert secret(at, "key-1", "passphrase") == b"second wrapping"
        assert secret(at, "key-1", "code") is None
    with home.write() as writer:
        writer.drop_secret("key-1", "passphrase")
    with home.read() as at:
        assert secret(at, "key-1", "passphrase") is not None
    with home.write() as writer:
        writer.drop_secret("key-1", "passphrase")
        writer.commit()
    with home.read() as at:
        assert secret(at, "key-1", "passphrase") is None


def test_a_destroyed_key_stays_neither_in_the_file_nor_in_its_log(register):
    """Beside the WAL, which is emptied, the page itself is overwritten: secure_delete."""
    with register.write() as writer:
        writer.put_secret("key-1", "code", b"wrapped" * 100)
        writer.commit()
    with register.write() as writer:
        writer.drop_secret("key-1", "code")
        writer.commit()
    wal = register.path.with_name(register.path.name + "-wal")
    assert not wal.exists() or wal.stat().st_size == 0
    with register.read() as at:
        assert at.exec_driver_sql("PRAGMA secure_delete").scalar_one() == 1
