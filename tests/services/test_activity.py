from __future__ import annotations

import csv
from datetime import timedelta

import pytest
from openpyxl import load_workbook
from tests.deciders import DEPUTY, HEAD, TEACHER, TERMS, asked, chairs
from tests.schools import TODAY, dump, person_of, sign_with

from candour.domain.activity import A_PAGE, Group, Sought
from candour.domain.activity_words import NOT_SHOWN
from candour.domain.journal import CONFIDENTIAL
from candour.domain.opening import OpeningReason
from candour.errors import Refused, Trouble
from candour.sample import people as cast
from candour.services import activity as reading
from candour.services.people import NewPerson


@pytest.fixture
def lived(school):
    """Return a school in which much was done: asked, decided, signed, opened, sealed, changed, left."""
    reference = asked(school, TEACHER)
    heads = school.desk(HEAD)
    heads.deciding().decide(reference, TERMS)
    theirs = school.desk(TEACHER)
    theirs.my_check().more_time()
    sign_with(theirs)
    office = school.office()
    office.sealing().seal_new()
    heads.answers_of_one().open(person_of(office, TEACHER).person, OpeningReason.ASKED)
    assistant = person_of(office, cast.ASSISTANT.number).person
    office.people().away(assistant, TODAY + timedelta(days=9))
    office.people().leave(assistant, TODAY)
    return school


def read_all(theirs, sought=None):
    activity, sought, after, lines = theirs.activity(), sought or Sought(), "", []
    while True:
        page = activity.page(sought, after)
        lines += page.lines
        after = page.last
        if not after:
            return lines


def test_every_entry_but_the_confidential_ones_shows_and_is_counted(lived):
    kinds = [row["kind"] for row in dump(lived.register())["entries"]]
    office = lived.office()
    assert kinds.count(CONFIDENTIAL) > 12
    lines = read_all(office)
    assert len(lines) == len(kinds) - kinds.count(CONFIDENTIAL)
    counts = office.activity().counts(Sought())
    assert counts == {group: sum(line.group is group for line in lines) for group in Group}


@pytest.mark.parametrize("group", Group)
def test_a_group_shows_its_lines_alone_as_many_as_it_counts(lived, group):
    office = lived.office()
    lines = read_all(office, Sought(group))
    assert {line.group for line in lines} <= {group}
    assert len(lines) == office.activity().counts(Sought(group))[group]


def test_a_line_says_who_did_what_about_whom_to_the_minute(lived):
    newest, away, opened = read_all(lived.office())[:3]
    assert (newest.who, newest.what, newest.whom) == (
        cast.BUSINESS_MANAGER.name,
        "Left the school, last day 1 October 2026",
        cast.ASSISTANT.name,
    )
    assert away.what == "Away until 10 October 2026"
    assert (opened.who, opened.what, opened.whom) == (
        cast.HEADTEACHER.name,
        "Opened the answers. The person asked for it.",
        cast.CLASS_TEACHER.name,
    )
    assert (newest.at.hour, newest.at.minute, newest.at.second, newest.at.microsecond) == (9, 30, 0, 0)


def test_what_somebody_did_about_themselves_names_them_once(lived):
    signed = next(line for line in read_all(lived.office()) if line.what == "Signed: D-2026-0004")
    assert (signed.who, signed.whom) == (cast.CLASS_TEACHER.name, "")
    assert signed.person == person_of(lived.office(), TEACHER).person


def test_more_time_that_somebody_took_is_told_like_the_day_that_hr_sets(lived):
    office, deputy = lived.office(), person_of(lived.office(), DEPUTY).person
    taken = next(line for line in read_all(office) if line.what.startswith("Day to sign by"))
    office.people().ask_by(deputy, TODAY + timedelta(days=30))
    given = read_all(office)[0]
    assert given.what.startswith("Day to sign by")
    assert (taken.who, taken.whom, taken.group) == (NOT_SHOWN, cast.CLASS_TEACHER.name, given.group)
    assert (given.who, given.whom) == (NOT_SHOWN, cast.DEPUTY.name)


def test_who_decided_is_neither_told_nor_found_by_their_name(lived):
    office, head = lived.office(), person_of(lived.office(), HEAD).person
    decided = [line for line in read_all(office) if "Approved exception" in line.what]
    assert [(line.who, line.whom) for line in decided] == [(NOT_SHOWN, cast.CLASS_TEACHER.name)]
    for sought in (Sought(person=head), Sought(text=cast.HEADTEACHER.name)):
        found = read_all(office, sought)
        assert not set(decided) & set(found)
        assert any(line.what.startswith("Opened the answers") for line in found)
    assert set(decided) <= set(read_all(office, Sought(text=cast.CLASS_TEACHER.name)))


def test_a_decision_of_the_chair_looks_like_one_of_the_headteacher(school):
    def told(reference):
        lines = read_all(school.office())
        return [
            (line.who, line.what.replace(reference, "E"), line.group) for line in lines if reference in line.what
        ]

    first = asked(school, TEACHER)
    school.desk(HEAD).deciding().decide(first, TERMS)
    theirs = chairs(school)
    second = asked(school, TEACHER, about_headteacher=True)
    theirs.deciding().decide(second, TERMS)
    assert len(told(first)) == 2
    assert [each[:2] for each in told(first) if each[0] == NOT_SHOWN] == [
        each[:2] for each in told(second) if each[0] == NOT_SHOWN
    ]


def test_a_name_is_found_in_parts_small_and_capital_letters_alike(lived):
    office = lived.office()
    first, last = cast.ASSISTANT.name.split()[0], cast.ASSISTANT.name.split()[-1]
    found = read_all(office, Sought(text=f"{last.upper()} {first.lower()}"))
    assert any(line.whom == cast.ASSISTANT.name for line in found)
    assert read_all(office, Sought(text="nobody at all")) == []
    assert read_all(office, Sought(text=first, person=person_of(office, HEAD).person)) == []


def test_days_count_on_this_computer_s_calendar_both_included(lived):
    office, everything = lived.office(), read_all(lived.office())
    last_year = Sought(since=TODAY - timedelta(days=500), until=TODAY - timedelta(days=300))
    found = read_all(office, last_year)
    assert found == [line for line in everything if line.at.date().year == TODAY.year - 1]
    assert found
    today = read_all(office, Sought(since=TODAY, until=TODAY))
    assert [line.at.date() for line in today] == [TODAY] * len(today)
    assert len(today) == len([line for line in everything if line.at.date() == TODAY])


def test_pages_join_without_a_gap_or_a_double_though_something_is_done_meanwhile(school):
    office = school.office()
    assistant = person_of(office, cast.ASSISTANT.number).person
    for number in range(A_PAGE + 20):
        office.people().away(assistant, TODAY + timedelta(days=number))
    before = read_all(office)
    first = office.activity().page(Sought())
    office.people().away(assistant, None)
    rest = office.activity().page(Sought(), first.last)
    assert len(first.lines) == A_PAGE
    assert [*first.lines, *rest.lines] == before
    assert rest.last == ""


def test_only_hr_reads_it(lived):
    for number in (HEAD, DEPUTY, TEACHER):
        activity = lived.desk(number).activity()
        for ask in (lambda a: a.page(Sought()), lambda a: a.counts(Sought()), lambda a: a.name_of("p")):
            with pytest.raises(Refused):
                ask(activity)


def test_a_name_that_many_have_wants_more_letters(lived, monkeypatch):
    monkeypatch.setattr(reading, "MOST_NAMES", 1)
    with pytest.raises(Refused, match="type more of it"):
        lived.office().activity().page(Sought(text="e"))


def rows_of(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_what_is_sought_is_saved_whole_as_csv_and_as_xlsx(lived, tmp_path, monkeypatch):
    monkeypatch.setattr(reading, "AT_ONCE", 5)  # several parts
    office = lived.office()
    lines = read_all(office)
    office.activity().save(Sought(), tmp_path / "all.csv")
    office.activity().save(Sought(), tmp_path / "all.xlsx")
    rows = rows_of(tmp_path / "all.csv")
    assert [(row["When"], row["Who"], row["What"], row["About"], row["Group"]) for row in rows] == [
        (f"{line.at:%Y-%m-%d %H:%M}", line.who, line.what, line.whom, line.group) for line in lines
    ]
    sheet = load_workbook(tmp_path / "all.xlsx", read_only=True).active
    assert [row[2] for row in sheet.iter_rows(min_row=2, values_only=True)] == [line.what for line in lines]
    office.activity().save(Sought(Group.SIGNING), tmp_path / "signing.csv")
    assert {row["Group"] for row in rows_of(tmp_path / "signing.csv")} == {"Signing"}


def test_nothing_is_left_of_a_table_that_was_stopped_and_trouble_is_said(lived, tmp_path):
    office = lived.office()
    office.activity().save(Sought(), tmp_path / "stopped.csv", lambda: False)
    assert list(tmp_path.glob("*stopped*")) == []
    with pytest.raises(Trouble, match="choose another folder"):
        office.activity().save(Sought(), tmp_path / "no folder" / "a.csv")


def test_the_timeline_tells_what_came_about_somebody_round_by_round(lived):
    office = lived.office()
    years = office.people_list().one(person_of(office, TEACHER).person).years
    assert [year.round for year in years] == ["2026–27", "2025–26", ""]
    this_year = [(line.what, line.who) for line in years[0].lines]
    assert this_year[0] == ("Opened the answers. The person asked for it.", cast.HEADTEACHER.name)
    assert this_year[1] == ("Signed: D-2026-0004", "")
    assert [what for what, _ in this_year[2:]] == [
        "Day to sign by: 30 October 2026",
        "Approved exception E-2026-001 with conditions",
        "Asked for E-2026-001: family or other connection",
        "Opened the check of 2026–27, due 16 October 2026",
    ]
    assert not any(NOT_SHOWN in line.who or "Sealed" in line.what for year in years for line in year.lines)


def test_the_timeline_of_hr_is_their_own_and_not_of_what_they_did_for_others(lived):
    office = lived.office()
    years = office.people_list().one(person_of(office, cast.BUSINESS_MANAGER.number).person).years
    told = " ".join(line.what for year in years for line in year.lines)
    assert "Signed: D-2025-0001" in told
    assert "Left the school" not in told
    assert "Away" not in told


def test_an_exception_that_ends_in_a_later_round_stands_where_it_ended(lived):
    lived.clock.go_on(days=350)
    office = lived.office()
    office.rounds().open_round(2027, lived.clock().date(), lived.clock().date() + timedelta(days=30))
    lived.desk(TEACHER).my_requests().end("E-2026-001", "It is over.")
    newest, last_year, *_ = office.people_list().one(person_of(office, TEACHER).person).years
    assert (newest.round, newest.lines[0].what) == ("2027–28", "Exception E-2026-001 ended")
    assert (last_year.round, last_year.lines[-1].what[:27]) == ("2026–27", "Opened the check of 2026–27")


def test_somebody_who_came_with_others_has_that_on_their_timeline_too(school):
    office = school.office()
    new = tuple(NewPerson(number, f"Nia New-{number}", "", "Cook", "") for number in ("91", "92"))
    nia = office.people().add(new)[0]
    (year,) = office.people_list().one(nia.person).years
    assert [line.what for line in year.lines] == ["Added to the list of people"]
    assert read_all(office)[0].whom == "2 people"
