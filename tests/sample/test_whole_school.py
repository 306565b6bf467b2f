from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select
from tests.schools import TODAY, School, TestClock

from candour.documents.fonts import lacking
from candour.domain.flow import LONGEST_OPEN_DAYS
from candour.domain.reminding import LeftOut
from candour.domain.request_moves import RequestState
from candour.domain.round import CheckState
from candour.errors import Trouble
from candour.register import declarations as declaration_rows
from candour.register import people as people_rows
from candour.register import requests as request_rows
from candour.register import rounds as round_rows
from candour.register import states
from candour.register.tables import ENTRIES
from candour.sample import people as cast
from candour.sample.clock import PlayedClock, working_day
from candour.sample.school import make_sample
from candour.sample.story import whole_story
from candour.services.asked import everybody
from candour.services.place import Place
from candour.upkeep import prove_register

pytestmark = pytest.mark.xdist_group("whole school")  # what it plays is played once

THIS = "2026–27"


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    made = make_sample(Place(tmp_path_factory.mktemp("whole") / "school"), TestClock())
    return School(made.place, made.code, TestClock())


@pytest.fixture(scope="module")
def at(whole):
    with whole.register().read() as reading:
        yield reading


def numbers(at, people):
    by_id = {person.person: person.number for person in people_rows.current(at)}
    return {by_id[each.person] for each in people}


def test_46_people_are_plainly_invented_and_each_name_is_another(at):
    names = [person.name for person in people_rows.current(at) if person.here]
    assert len(names) == len(set(names)) == 46
    assert {name.split()[-1] for name in names} <= cast.FAMILY_NAMES


def test_every_name_and_role_can_be_printed(at):
    assert [p.name for p in people_rows.current(at) if lacking(p.name + p.role + p.phase)] == []


def test_two_earlier_rounds_are_signed_but_for_a_few_and_every_declaration_is_sealed(at):
    opened = round_rows.rounds(at)
    assert [each.round for each in opened] == [THIS, "2025–26", "2024–25"]
    for each in opened[1:]:
        declared = [one for one in declaration_rows.of_round(at, each.round) if one.checklist == "personal"]
        missing = len(round_rows.members(at, each.round)) - len(declared)
        assert 1 <= missing <= 2
        assert all(declaration_rows.sealed(at, one.reference) for one in declared)
        assert {one.signed_on.year for one in declared} == {each.year}


def test_this_year_most_have_not_begun_or_not_finished_and_some_have_something_open(at):
    found = Counter(states.states(at, THIS, "personal").values())
    assert sum(found.values()) == 46
    assert found[CheckState.NOT_STARTED] + found[CheckState.IN_PROGRESS] > found.total() / 2
    assert found[CheckState.IN_PROGRESS] >= 8
    assert found[CheckState.SIGNED] >= 6
    assert found[CheckState.SIGNED_OPEN] >= 4


def test_three_post_for_the_school_one_has_signed_both_one_everybody_s_alone_and_one_nothing(at):
    (this, last, _) = round_rows.rounds(at)
    by_id = {person.person: person.number for person in people_rows.current(at)}

    def of(round_):
        found = everybody(at, round_)
        return {by_id[who]: [one.state for one in stands] for who, stands in found.items() if len(stands) > 1}

    done, nothing = CheckState.SIGNED, CheckState.NOT_STARTED
    assert of(this) == {"0044": [done, done], "0013": [done, nothing], "0017": [nothing, nothing]}
    assert of(last) == {"0044": [done, done]}


def test_one_to_do_is_past_and_the_others_come_within_a_fortnight(at):
    days = [each.next_date for each in declaration_rows.of_round(at, THIS) if each.next_date]
    assert sum(day < TODAY for day in days) == 1
    assert all(day <= TODAY + timedelta(days=14) for day in days)
    assert len(days) >= 3


def test_requests_wait_for_the_headteacher_and_one_was_withdrawn(at):
    asked = [one for person in people_rows.current(at) for one in request_rows.of_person(at, person.person)]
    asked = [one for one in asked if one.round == THIS]
    assert {one.reference for one in asked} == {f"E-2026-00{number}" for number in range(1, 6)}
    assert {one.kind for one in asked} == {"connection", "prior approval"}
    states_now = Counter(one.state for one in asked)
    assert (states_now[RequestState.WAITING], states_now[RequestState.WITHDRAWN]) == (3, 1)
    assert all(one.until is not None and one.until > TODAY for one in asked)


def test_the_headteacher_has_decided_some_and_one_waits_on_last_year_s_terms(whole):
    heads = whole.desk(cast.HEADTEACHER.number)
    decided = heads.decided().all()
    assert Counter(line.decision for line in decided) == {
        RequestState.WITH_CONDITIONS: 3,
        RequestState.NOT_APPROVED: 1,
    }
    assert Counter(line.state for line in decided)[RequestState.ENDED] == 2
    waiting = heads.decisions().waiting()
    assert [line.same_terms for line in waiting] == [True, False, False]
    request = heads.decisions().one(waiting[0].reference)
    assert request.like is not None
    assert (request.like.approved, request.like.refused) == (3, 1)
    heads.sign_in.lock()


def test_somebody_has_begun_a_request_and_not_sent_it(whole):
    (draft,) = whole.desk("0011").request_drafts().mine()
    assert (draft.asked.kind, draft.asked.where) == ("prior approval", ())


def test_one_person_left_after_each_round_and_new_people_are_in_the_next(at):
    gone = [person for person in people_rows.current(at) if not person.here]
    assert {person.number for person in gone} == {*cast.LEFT_LAST_YEAR, *cast.LEFT_THIS_YEAR}
    this, last = (numbers(at, round_rows.members(at, name)) for name in (THIS, "2025–26"))
    assert this - last == {*(each.number for each in cast.JOINERS), cast.SUPERVISOR.number}
    assert last - this == set(cast.LEFT_THIS_YEAR)


def test_nothing_is_dated_in_the_future(whole, at):
    times = [datetime.fromisoformat(each) for each in at.execute(select(ENTRIES.c.received)).scalars()]
    assert max(times) <= whole.clock()
    assert all(each.signed_on <= TODAY for each in declaration_rows.of_round(at, THIS))
    assert all(each.opens <= TODAY for each in round_rows.rounds(at))


def test_the_whole_school_proves(whole):
    report = prove_register(whole.place.folder, "", lambda: "")
    assert (report.problems, report.flags) == ((), ())


def test_everybody_who_is_here_has_the_one_passphrase(whole):
    for each in (cast.TEACHING[0], cast.SUPPORT[0], cast.JOINERS[0]):
        assert whole.desk(each.number).sign_in.session.who().name == each.name


def test_a_school_that_was_cut_short_is_made_anew_and_never_taken_for_one(tmp_path):
    place = Place(tmp_path / "school")
    cut = place.folder.with_name("school.making")
    cut.mkdir()
    (cut / "register.db").write_bytes(b"half")
    (cut / "slots.json").write_bytes(b"half")
    assert not place.stands
    assert make_sample(place, TestClock(), whole=False).place.stands
    assert not cut.exists()


def test_a_folder_that_holds_something_is_left_as_it_is(tmp_path):
    place = Place(tmp_path / "school")
    place.folder.mkdir()
    (place.folder / "letter.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(Trouble, match="move away what lies there"):
        make_sample(place, TestClock(), whole=False)
    assert [path.name for path in place.folder.iterdir()] == ["letter.txt"]


@pytest.mark.parametrize(("month", "day"), [(1, 4), (8, 31), (9, 1), (9, 6), (12, 31)])
def test_a_school_can_be_made_on_any_day_of_the_year(tmp_path, month, day):
    clock = TestClock()
    clock.at = clock.at.replace(month=month, day=day)
    made = make_sample(Place(tmp_path / "school"), clock, whole=False)
    there = School(made.place, made.code, clock)
    opened = there.desk(cast.ASSISTANT.number).my_check().open()
    assert (int(opened.round[:4]), opened.signed) == (made.year, None)
    assert opened.due > clock.at.date()
    assert prove_register(made.place.folder, "", lambda: "").flags == ()


@pytest.mark.parametrize("days", range(0, 366, 5))
def test_on_any_day_of_the_year_the_story_runs_forward_and_never_beyond_today(days):
    today = TODAY + timedelta(days=days)
    story = whole_story(today)
    told = [(each.left_on, each.prepared, each.opens, *(day for day, _ in each.days)) for each in story]
    inner = [day for year in told for day in year[1:]]
    assert inner == sorted(inner)
    assert inner[-1] <= today
    assert all(year[0] <= year[1] for year in told)
    assert story[-1].due > today
    given = [(day, one.until) for day, turns in story[-1].days for turn in turns for one in turn.differently]
    assert all(until is None or day <= until <= day + timedelta(days=LONGEST_OPEN_DAYS) for day, until in given)
    asked = [one.asks.until for _, turns in story[-1].days for one in turns if one.asks is not None]
    assert all(until is not None and until >= today for until in asked)


def test_the_played_clock_begins_in_the_past_never_goes_back_and_never_comes_after_now():
    clock = TestClock()
    played = PlayedClock(clock, TODAY - timedelta(days=30))
    assert played().date() == TODAY - timedelta(days=30)
    played.set(TODAY - timedelta(days=10))
    played.set(TODAY - timedelta(days=20))
    assert played().date() == TODAY - timedelta(days=10)
    played.set(TODAY + timedelta(days=1))
    assert played() == clock()


def test_a_working_day_is_no_saturday_and_no_sunday():
    days = [working_day(TODAY + timedelta(days=at)) for at in range(14)]
    assert {day.weekday() for day in days} == {0, 1, 2, 3, 4}
    assert days == sorted(days)


def test_some_were_reminded_lately_and_some_may_be_again(whole):
    ground = whole.office().reminding().ground()
    assert ground is not None
    assert {line.times for line in ground.lines} == {0, 1}
    assert len(ground.left(LeftOut.SOON)) == 4
