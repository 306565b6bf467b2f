"""kill -9 at any moment: whatever was acknowledged is there at the next start, and the register proves."""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
import threading

from tests.answering import answer_for_ever, sign_for_ever

from candour.register import declarations as declaration_rows
from candour.register import drafts as content_rows
from candour.sample import people as cast
from candour.upkeep import prove_register

TEACHER = cast.CLASS_TEACHER.number
KILLS = 10


def killed_at_a_random_moment(what, school, moment):
    """Run in a process of its own, kill it so many seconds after its first word, and return what it had said."""
    reading, writing = os.pipe()
    child = multiprocessing.get_context("fork").Process(target=what, args=(school, writing))
    child.start()
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8", newline="\n") as pipe:
        said = [pipe.readline()]
        timer = threading.Timer(moment, os.kill, (child.pid, signal.SIGKILL))
        timer.start()
        said += pipe.readlines()
    timer.join()
    child.join()
    assert child.exitcode == -signal.SIGKILL
    return [line.rstrip("\n") for line in said if line.endswith("\n")]


def proves(school):
    report = prove_register(school.place.folder, "", lambda: "")
    assert report.problems == ()
    return report.entries


def test_every_acknowledged_answer_is_there_after_kill_9(school):
    chance, total = random.Random(9), 0
    for _ in range(KILLS):
        said = killed_at_a_random_moment(answer_for_ever, school, chance.uniform(0, 0.25))
        acknowledged = dict(line.split("\t") for line in said)
        found = school.desk(TEACHER).my_check().open().answers
        assert set(acknowledged) <= set(found)
        # At most the one answer that was saved and not yet acknowledged is newer.
        newer = [question for question, told in acknowledged.items() if (found[question].told or "-") != told]
        assert len(newer) <= 1
        assert newer == [] or newer[0] != said[-1].split("\t")[0]
        total += len(acknowledged)
    assert total > KILLS
    proves(school)


def test_every_acknowledged_signature_is_there_after_kill_9(school):
    chance, acknowledged = random.Random(7), []
    for _ in range(KILLS):
        acknowledged += killed_at_a_random_moment(sign_for_ever, school, chance.uniform(0, 0.6))[1:]
        theirs = school.desk(TEACHER)
        session = theirs.sign_in.session
        with session.register.read() as at:
            declared = [d for d in declaration_rows.of_person(at, session.person) if d.round == "2026–27"]
            for each in declared:
                assert declaration_rows.file(at, each.pdf).startswith(b"%PDF")
                assert len(declaration_rows.lines(at, each.reference)) == 10
                assert session.keys.reading_id in content_rows.content(at, each.full_copy).keys
        assert set(acknowledged) <= {each.reference for each in declared}
        assert len({each.reference for each in declared}) == len(declared)
    assert len(acknowledged) > 0
    proves(school)
    done = school.office().sealing().seal_new()
    assert set(acknowledged) <= set(done.sealed)
    assert done.left == ()
