"""The wall: of two people who differ only in what is confidential, everything that HR can get at is the same."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import replace
from datetime import timedelta
from functools import cache

import pytest
from tests.documents.reading import text_of
from tests.schools import TODAY, School, TestClock, dump, enrolments_of, person_of, sign_with, some_request

from candour.domain.activity import Group, Sought
from candour.domain.checklist import Given
from candour.domain.journal import CONFIDENTIAL, ENTRY_TAG
from candour.domain.speaking import Step
from candour.sample import people as cast
from candour.services.place import Place

pytestmark = pytest.mark.xdist_group("wall")  # what it plays is played once

NUMBER = cast.CLASS_TEACHER.number
DAY = TODAY + timedelta(days=7)

HEX = re.compile(r"[0-9a-f-](?:\s*[0-9a-f-]){31,}|(?:\b[0-9a-f]{4}\s)+[0-9a-f]{4}\b")
TIME = re.compile(r"\d{4}-\d\d-\d\dT[\d:.+Z-]+")
PLACE = re.compile(r"(?<=[Ee]ntry )\d+|(?<=position )\d+")

PLAIN: tuple[Given, ...] = ()
CONFIRMED_ALIKE = {
    "everything found, told and put right": (
        Given("accounts", ("facebook", "tiktok", "snapchat", "games", "other")),
        Given("parents", ("removed",)),
        Given("in-touch", ("stopped",)),
        Given("own-phone", ("stopped",)),
        Given("school-email", ("moved",)),
        Given("child-messages", ("knows",)),
        Given("worrying", ("reported",), told="The police"),
        Given("posts", ("took-down",)),
        Given("reputation", ("changed",)),
    ),
    "telling the lead today": (Given("child-messages", ("not-yet",)), Given("worrying", ("report-now",))),
    "a pupil had reached out": (Given("pupils", ("removed",)), Given("pupils-reached-out", ("knows",))),
    "no accounts": (Given("accounts", ("no-accounts",)),),
}
MORE_OR_FEWER_PAGES = {"a pupil had reached out", "no accounts"}
OPEN = (Given("parents", ("still-there",), until=DAY), Given("posts", ("still-up",), until=DAY))
OPEN_ALIKE = {
    "not sure how to look": (Given("parents", ("look",), until=DAY), OPEN[1]),
    "would rather talk": (Given("parents", ("talk",), until=DAY), Given("posts", ("talk",), until=DAY)),
    "would rather talk to the Headteacher": (
        Given("parents", ("talk",), until=DAY, told="{headteacher}, Headteacher"),
        Given("posts", ("talk",), until=DAY, told="{headteacher}, Headteacher"),
    ),
    "would rather talk to both": (
        Given("parents", ("talk",), until=DAY, told="{headteacher}, Headteacher"),
        Given("posts", ("talk",), until=DAY, told="{deputy}, deputy for the designated lead"),
    ),
}


def played(school, folder, differently, request, later):
    """Let the same person of a copy of the same school answer in one way, sign, do more, and be sealed."""
    shutil.copytree(school.place.folder, folder)
    copy = replace(school, place=Place(folder), clock=TestClock())
    theirs = copy.desk(NUMBER)
    if request is not None:
        reference = theirs.requests().ask(request)
        differently = (*differently, Given("family", ("some",), requests=(reference,)))
    sign_with(theirs, differently)
    if later is not None:
        later(theirs)
    theirs.sign_in.lock()
    office = copy.office()
    assert office.sealing().seal_new().left == ()
    office.sign_in.lock()
    return copy


def updated(*given):
    """Return what answers these questions again and signs."""

    def later(theirs):
        theirs.updating().begin(tuple(each.question for each in given))
        for each in given:
            theirs.my_check().save(each)
        declaring = theirs.declaring()
        declaring.prepare()
        declaring.sign("")

    return later


def done(theirs):
    declaring = theirs.declaring()
    declaring.done("parents")
    declaring.sign("")


def brought(theirs):
    theirs.bringing().bring("A post about the school, in an open group.", (), about_headteacher=False)


def told(theirs):
    theirs.reports().going_to_tell()
    theirs.reports().told("The police", theirs.sign_in.session.clock())


def everything(copy, *, saves=True):
    """Return what the register's key alone reads, without what is random or says when and as the how-manieth.

    And what HR reads of the activity, in its order and with its counts: it never differs by saves.
    """
    tables = dump(copy.register())
    hidden = set() if saves else {e["uuid"] for e in tables["entries"] if e["kind"] == CONFIDENTIAL}
    seen = {
        name: sorted(_plain(name, row) for row in rows if not hidden & {row.get("entry"), row.get("uuid")})
        for name, rows in tables.items()
        if name != "sqlite_sequence"
    }
    return seen | {"activity": activity_of(copy)}


def activity_of(copy):
    """Return what HR reads of everybody's and of one person's activity, with its counts and their timeline."""
    office = copy.office()
    activity, teacher = office.activity(), person_of(office, NUMBER).person
    told = []
    for sought in (Sought(), Sought(person=teacher), Sought(text="sample")):
        page = activity.page(sought)
        told += [f"{each.who} | {each.what} | {each.whom} | {each.group}" for each in page.lines]
        told += [f"{group}: {count}" for group, count in activity.counts(sought).items()]
        assert page.last == ""
    years = office.people_list().one(teacher).years
    told += [f"{year.round}: {each.what}, {each.who}" for year in years for each in year.lines]
    office.sign_in.lock()
    return told


def _plain(table, row):
    kept = {column: value for column, value in row.items() if column not in {"row_id", "position"}}
    return json.dumps({column: _value(table, column, value) for column, value in kept.items()}, ensure_ascii=False)


def _value(table, column, value):
    if isinstance(value, str):
        return _words(value)
    if not isinstance(value, bytes):
        return value
    if (table, column) == ("files", "content"):
        return _words(text_of(value))
    if (table, column) == ("entries", "content"):
        said = json.loads(value.removeprefix(ENTRY_TAG))
        return _words(json.dumps(said | {"seen_position": "somewhere"}))
    return len(value) if column in {"ciphertext", "wrapped"} else "bytes"


def _words(text):
    return PLACE.sub("somewhere", TIME.sub("then", HEX.sub("random", " ".join(text.split()))))


def differences(one, other):
    return {
        table: (sorted(set(one[table]) - set(other[table])), sorted(set(other[table]) - set(one[table])))
        for table in one
        if one[table] != other[table]
    }


@pytest.fixture(scope="module")
def play(made_sample, tmp_path_factory):
    school = School(made_sample.place, made_sample.code, TestClock())

    @cache
    def once(differently, request=None, later=None):
        return played(school, tmp_path_factory.mktemp("wall") / "school", differently, request, later)

    return once


@pytest.mark.parametrize("name", CONFIRMED_ALIKE)
def test_whatever_was_found_and_put_right_looks_like_nothing_found(play, name):
    plain, other = play(PLAIN), play(CONFIRMED_ALIKE[name])
    # Who meets more pages saves more often: how often somebody saved is a number, which no page or export shows.
    saves = name not in MORE_OR_FEWER_PAGES
    seen = everything(plain, saves=saves)
    assert differences(seen, everything(other, saves=saves)) == {}
    assert len(seen["declared_line"]) == 10 + 5 * 10
    assert sum("D-2026-0004" in row for row in seen["files"]) == 2


@pytest.mark.parametrize("name", OPEN_ALIKE)
def test_to_do_not_sure_and_would_rather_talk_look_the_same(play, name):
    to_do, other = play(OPEN), play(OPEN_ALIKE[name])
    assert differences(everything(to_do), everything(other)) == {}
    assert sum("Open until 8 October 2026" in row for row in everything(other)["declared_line"]) == 2


def test_who_it_is_and_why_look_the_same_in_a_request(play):
    one = play(PLAIN, some_request())
    other = play(
        PLAIN,
        some_request(
            connection="An old friend",
            who="Wilhelmina Wanderer and her three sisters",
            where=("Instagram", "Snapchat"),
            safeguards=(),
            line="We met at school, long ago; we write about music, and now and then about gardens. " * 9,
            ends="They turn 18",
            group=True,
        ),
    )
    assert differences(everything(one), everything(other)) == {}


def test_the_comparison_sees_what_hr_may_know(play):
    """That the tests above can fail: what is open shows in the rows, the lines and the words of the PDF."""
    found = differences(everything(play(PLAIN)), everything(play(OPEN)))
    assert set(found) == {"activity", "declared", "declared_line", "files"}
    assert "Open until 8 October 2026" in str(found["files"][1])


def test_acts_that_hr_may_not_know_of_share_one_kind(play):
    copy = play(PLAIN)
    before = {"invited", "enrolled", "declared", "declaration sealed", "round opened", "school opened"}
    kinds = {row["kind"] for row in dump(copy.register())["entries"]}
    assert kinds - before == {
        CONFIDENTIAL,
        "key confirmed",
        "office given",
        "passphrase chosen",
        "people added",
    }


def test_whatever_an_update_says_that_was_found_looks_like_nothing_found(play):
    one = play(PLAIN, later=updated(Given("parents", ("none",)), Given("posts", ("no",))))
    other = play(PLAIN, later=updated(Given("parents", ("removed",)), Given("posts", ("took-down",))))
    assert differences(everything(one), everything(other)) == {}
    assert sum("D-2026-0004-2" in row for row in everything(other)["files"]) == 2


def test_what_was_open_and_is_updated_looks_the_same_whatever_it_was(play):
    mended = updated(Given("parents", ("removed",)))
    to_do = everything(play(OPEN, later=mended))
    for name, answers in OPEN_ALIKE.items():
        found = everything(play(answers, later=updated(Given("parents", ("none",)))))
        assert differences(to_do, found) == {}, name


def test_a_to_do_that_is_done_looks_the_same_whatever_it_was(play):
    to_do = everything(play(OPEN, later=done))
    for name, answers in OPEN_ALIKE.items():
        assert differences(to_do, everything(play(answers, later=done))) == {}, name


def test_done_and_updated_differ_in_nothing_but_how_often_something_was_saved(play):
    by_update = everything(play(OPEN, later=updated(Given("parents", ("removed",)))), saves=False)
    assert differences(everything(play(OPEN, later=done), saves=False), by_update) == {}


def test_an_update_shows_its_reference_its_date_and_its_outcomes_and_no_more(play):
    """That the tests above can fail: what changed in the outcomes shows, in the rows and in the PDFs alone."""
    found = differences(everything(play(OPEN), saves=False), everything(play(OPEN, later=done), saves=False))
    assert set(found) == {
        "activity",
        "declared",
        "declared_line",
        "entries",
        "files",
        "salts",
        "sealed_contents",
        "sealed_declaration",
        "sealed_keys",
        "signed_under",
        "wish",
    }
    counted = {f"{group}: {count}" for group in Group for count in range(100)}
    assert {each for one, _ in found.values() for each in one} - counted == set()


def test_a_report_leaves_everything_that_hr_sees_as_it_is(play):
    copy = play(PLAIN, later=told)
    assert differences(everything(play(PLAIN), saves=False), everything(copy, saves=False)) == {}
    assert len(dump(copy.register())["note"]) == 2


def test_what_is_brought_leaves_everything_that_hr_sees_as_it_is(play):
    copy = play(PLAIN, later=brought)
    assert differences(everything(play(PLAIN), saves=False), everything(copy, saves=False)) == {}
    assert len(dump(copy.register())["brought"]) == 1


def test_every_save_and_every_signature_writes_one_sealed_note_for_each_listener(play):
    copy = play(PLAIN)
    tables = dump(copy.register())
    saved = [row for row in tables["draft"] if row["round"] == "2026–27"]
    signed = [row for row in tables["declared"] if row["reference"] == "D-2026-0004"]
    author = saved[0]["person"]
    wishes = [row for row in tables["wish"] if row["entry"] in {each["entry"] for each in (*saved, *signed)}]
    assert len(wishes) == 2 * (len(saved) + len(signed))
    assert {row["person"] for row in wishes} == {author}
    assert {row["listener"] for row in wishes} == {"headteacher", "deputy lead"}


def test_speaking_with_somebody_leaves_nothing_that_names_them(play):
    copy = play(OPEN_ALIKE["would rather talk to the Headteacher"], later=None)
    heads = copy.desk(cast.HEADTEACHER.number)
    before = dump(copy.register())
    (line,) = heads.speaking().rather_talk()
    heads.speaking().move(line, Step.SPOKEN)
    after = dump(copy.register())
    added = {name: [r for r in rows if r not in before[name]] for name, rows in after.items()}
    del added["sqlite_sequence"]
    assert {name for name, rows in added.items() if rows} == {
        *("entries", "handled", "salts", "sealed_contents", "sealed_keys"),
    }
    assert line.person not in str(added)
    keys = {e.reading_key for e in enrolments_of(copy.office(), NUMBER)}
    assert not keys & {row["reader"] for row in added["sealed_keys"]}
