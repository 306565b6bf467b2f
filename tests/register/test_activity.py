from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.dialects import sqlite
from tests.register.invented import (
    CERTIFICATES,
    DAY,
    HR,
    NOW,
    TEACHER,
    TestAuthor,
    drafting,
    joining,
    keep,
    opening,
    play,
)

from candour.domain.activity_words import KINDS, kinds_of
from candour.domain.exceptions import RequestWords
from candour.domain.journal import CONFIDENTIAL, Act
from candour.domain.people import Away, Person
from candour.register import activity
from candour.register.activity import Wanted
from candour.register.check import check_register
from candour.register.journal import as_time
from candour.register.tables import ENTRIES

ALL = Wanted(kinds_of(None))
REVOKED = "exception revoked"


def away(person="teacher", days=3):
    return Act("away", person, (Away(person, DAY + timedelta(days=days)),))


@pytest.fixture
def many(home):
    """Return a school with 60 entries of which a third is confidential, an hour apart."""
    keep(home, opening())
    keep(home, joining())
    for number in range(58):
        act = drafting(f"content-{number}") if number % 3 == 0 else away(days=number)
        keep(home, act, TEACHER if number % 3 == 0 else HR, NOW + timedelta(hours=number))
    return home


def read(home, wanted=ALL, after="", limit=7):
    with home.read() as at:
        return activity.page(at, wanted, after, limit)


def read_all(home, wanted=ALL, limit=7):
    found, after = [], ""
    while page := read(home, wanted, after, limit):
        found += page
        after = page[-1].uuid
    return found


def journal_of(home):
    with home.read() as at:
        return at.execute(select(ENTRIES.c.uuid, ENTRIES.c.kind).order_by(ENTRIES.c.position.desc())).all()


def test_what_shows_is_the_journal_less_what_is_confidential_newest_first(many):
    expected = [row.uuid for row in journal_of(many) if row.kind != CONFIDENTIAL]
    assert len(expected) == 60 - 20
    for limit in (1, 7, 40, 100):
        assert [each.uuid for each in read_all(many, limit=limit)] == expected


def test_the_counts_are_those_of_what_shows(many):
    with many.read() as at:
        counted = activity.counts(at, ALL)
    assert counted == {"school opened": 1, "round opened": 1, "away": 38}


def test_a_page_begins_after_the_last_one_whatever_is_added_meanwhile(many):
    first = read(many)
    keep(many, away(days=100), HR, NOW + timedelta(days=9))
    keep(many, drafting("content-late"), TEACHER, NOW + timedelta(days=9))
    second = read(many, after=first[-1].uuid)
    expected = [row.uuid for row in journal_of(many) if row.kind != CONFIDENTIAL][1:]
    assert [each.uuid for each in (*first, *second)] == expected[:14]


def test_days_are_from_the_first_moment_to_before_the_last(many):
    since, until = NOW + timedelta(hours=10), NOW + timedelta(hours=13)
    found = read_all(many, Wanted(ALL.kinds, since=as_time(since), until=as_time(until)))
    assert [each.received for each in found] == [as_time(NOW + timedelta(hours=hour)) for hour in (11, 10)]


def kinds_concerning(home, *people, nameless=frozenset()):
    return [each.kind for each in read_all(home, Wanted(ALL.kinds, people, nameless))]


def test_somebody_is_found_as_author_as_whom_it_is_about_and_by_what_they_own(home):
    play(home)
    keep(home, Act("declaration sealed", "D-2026-0038"))
    assert kinds_concerning(home, "teacher") == [
        *("declaration sealed", "key closed", "exception asked", "declared", "round opened"),
    ]
    assert kinds_concerning(home, "nobody") == []


def test_who_wrote_words_about_a_request_is_not_found_by_them(home):
    play(home)
    with home.write() as writer:
        words = RequestWords("E-2026-014", "leaver", REVOKED, "content-2")
        writer.record(Act(REVOKED, "E-2026-014", (words,)), HR, NOW)
        writer.commit()
    assert kinds_concerning(home, "leaver") == ["round opened"]


def test_an_author_who_is_not_told_is_not_sought_either(home):
    play(home)
    keep(home, Act(REVOKED, "E-2026-014"))
    assert REVOKED in kinds_concerning(home, "hr")
    assert REVOKED not in kinds_concerning(home, "hr", nameless=frozenset({REVOKED}))


def test_the_first_row_of_each_class_and_how_many_people_an_entry_names(home):
    play(home)
    by_kind = {each.kind: each.uuid for each in read_all(home)}
    opened, closed = by_kind["round opened"], by_kind["key closed"]
    with home.read() as at:
        rows = activity.first_rows(at, [opened], [Person, Away])
        named = activity.named(at, [opened, closed])
    assert rows == {opened: {Person: rows[opened][Person], Away: Away("hr", DAY + timedelta(days=3))}}
    assert named[closed] == (1, "teacher")
    assert named[opened][0] == 3


def test_references_and_papers_belong_to_who_asked_or_signed(home):
    play(home)
    with home.read() as at:
        owned = activity.owners(at, ["D-2026-0038", "E-2026-014", "paper-1", "else"])
    assert owned == dict.fromkeys(["D-2026-0038", "E-2026-014", "paper-1"], "teacher")


def test_names_are_those_of_today(home):
    play(home)
    with home.read() as at:
        assert activity.names(at, ["hr"]) == {"hr": "Hetty Invented"}
        assert set(activity.names(at)) == {"hr", "teacher"}
        assert activity.signers(at, [HR.key_id, TestAuthor(99).key_id]) == {HR.key_id: "hr"}


def test_pages_and_counts_come_from_the_index_of_shown_entries_alone(played):
    places = select(ENTRIES.c.position).where(*activity._conditions(ALL)).order_by(ENTRIES.c.position.desc())
    words = places.compile(dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True})
    with played.read() as at:
        plan = [row[3] for row in at.exec_driver_sql(f"EXPLAIN QUERY PLAN {words}")]
    assert plan == ["SCAN entries USING COVERING INDEX ix_entries_shown"]


def test_a_page_goes_on_where_it_ended_though_its_entries_got_their_places_meanwhile(shared):
    keep(shared, opening())
    keep(shared, joining())
    for number in range(4):
        with shared.write() as writer:
            writer.record(away(days=number), HR, NOW + timedelta(hours=number))
            writer.commit()
    first = read(shared, limit=2)
    assert shared.link_new() == 4
    rest = read(shared, after=first[-1].uuid, limit=100)
    assert [each.kind for each in (*first, *rest)] == [*["away"] * 4, "round opened", "school opened"]
    assert len({each.uuid for each in (*first, *rest)}) == 6


def test_a_kind_that_nobody_knows_yet_does_not_show(played):
    keep(played, Act("of a later version", "teacher"))
    assert "of a later version" not in {each.kind for each in read_all(played)}
    assert check_register(played, CERTIFICATES).ok
    assert "of a later version" not in KINDS
