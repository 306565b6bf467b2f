from __future__ import annotations

import multiprocessing
import os
import random
import signal
import threading

import pytest
from tests.register.invented import CERTIFICATES, KEY, REGISTER, SCHOOL, drafting, keep, opening

from candour.register.check import check_register
from candour.register.engine import create_register, open_register
from candour.register.migrate import upgrade

KILLS = 40


def write_for_ever(path, name, acknowledge):
    register = open_register(path, KEY)
    for number in range(100_000):
        keep(register, drafting(f"{name}-{number}"))
        os.write(acknowledge, b"%d\n" % register.head().position)


def killed_at_a_random_moment(work, chance, *args):
    """Run `work` in a process of its own, kill it without warning, and return what it had acknowledged."""
    reading, writing = os.pipe()
    child = multiprocessing.get_context("fork").Process(target=work, args=(*args, writing))
    child.start()
    os.close(writing)
    timer = threading.Timer(chance.uniform(0.01, 0.2), os.kill, (child.pid, signal.SIGKILL))
    timer.start()
    with os.fdopen(reading, "rb") as pipe:
        said = pipe.read().split(b"\n")[:-1]
    timer.join()
    child.join()
    assert child.exitcode == -signal.SIGKILL
    return said


def test_kill_9_at_any_moment_loses_nothing_that_was_acknowledged(register):
    keep(register, opening())
    path = register.path
    register.close()
    chance, acknowledged = random.Random(9), 0
    for kill in range(KILLS):
        said = killed_at_a_random_moment(write_for_ever, chance, path, f"kill{kill}")
        acknowledged = max([acknowledged, *map(int, said)])
        again = open_register(path, KEY)
        # At most the one entry that was saved and not yet acknowledged stands beyond.
        assert acknowledged <= again.head().position <= acknowledged + 1
        acknowledged = again.head().position
        again.close()
    assert acknowledged > KILLS
    again = open_register(path, KEY)
    assert check_register(again, CERTIFICATES).problems == ()
    again.close()


def create_and_say(path, acknowledge):
    create_register(path, KEY, REGISTER, SCHOOL)
    os.write(acknowledge, b"made\n")
    signal.pause()


def test_kill_9_during_set_up_leaves_a_whole_register_or_none(tmp_path):
    chance = random.Random(4)
    for number in range(15):
        path = tmp_path / f"school-{number}" / "register.db"
        path.parent.mkdir()
        said = killed_at_a_random_moment(create_and_say, chance, path)
        assert not said or path.exists()
        again = open_register(path, KEY) if path.exists() else create_register(path, KEY, REGISTER, SCHOOL)
        keep(again, opening())
        assert check_register(again, CERTIFICATES).ok
        again.close()


@pytest.mark.parametrize("seed", [1, 2, 3, 4, 5, 6])
def test_one_flipped_bit_in_the_file_never_passes_for_the_register(played, seed):
    played.close()
    chance, content = random.Random(seed), bytearray(played.path.read_bytes())
    place = chance.randrange(len(content))
    content[place] ^= 1 << chance.randrange(8)
    played.path.write_bytes(content)
    assert fault_of(played.path)


def fault_of(path):
    try:
        register = open_register(path, KEY)
        with register.read() as at:
            damaged = at.exec_driver_sql("PRAGMA cipher_integrity_check").all()
        register.close()
    except Exception as failure:  # noqa: BLE001 - whatever stops it stops it before anything is read wrongly
        return str(failure)
    return damaged


def upgrade_and_say(path, acknowledge):
    upgrade(path, KEY)
    os.write(acknowledge, b"done\n")
    signal.pause()


def test_kill_9_during_an_upgrade_leaves_the_old_register_or_the_new_one(played):
    path, head = played.path, played.head()
    played.close()
    chance = random.Random(5)
    for _number in range(10):
        killed_at_a_random_moment(upgrade_and_say, chance, path)
        again = open_register(path, KEY)
        assert again.head() == head
        assert check_register(again, CERTIFICATES).ok
        again.close()
