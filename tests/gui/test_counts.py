"""The counts on every screen agree with each other and with the journal, recounted entry by entry."""

from __future__ import annotations

import re
import shutil
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel
from tests.papers import entered, on_paper
from tests.recounting import Recount, recounted
from tests.schools import TODAY, School, TestClock, person_of, sign_with

from candour.domain.checklist import Given
from candour.domain.overview import LEAST_GROUP, groups_of
from candour.domain.register_view import Among, By, Filter
from candour.gui.pages.export import ExportPage
from candour.gui.pages.going import GoingPage
from candour.gui.pages.people import PeoplePage
from candour.gui.pages.register import RegisterPage
from candour.gui.pages.today import TodayPage
from candour.gui.places import Frame, Place
from candour.sample import people as cast
from candour.sample.school import make_sample
from candour.services.place import Place as Folder

if TYPE_CHECKING:
    from candour.gui.pages.page import Page
    from candour.gui.widgets.bars import Bars
    from candour.services.desk import Desk

pytestmark = pytest.mark.xdist_group("counts")  # what it plays is played once

FRAME = Frame("Whoever looks", "Their role", (Place("check", "My check"),))
STATES = ("signed", "in progress", "not started", "overdue")
UNDECIDED = ("Waiting for the Headteacher", "A question for you")


@pytest.fixture(scope="module")
def played(tmp_path_factory):
    """Return the whole sample school: two more sign, one who had tells what has changed, and one of each leaves.

    Papers come too, of which one counts: a newer one, a signature or HR's taking back undid the others, and one
    waits for its second person.
    """
    made = make_sample(Folder(tmp_path_factory.mktemp("counts") / "school"), TestClock())
    school = School(made.place, made.code, TestClock())
    on_paper(school, "0041", signed_on=TODAY - timedelta(days=2))
    on_paper(school, "0041", signed_on=TODAY - timedelta(days=1), open_until={"posts": TODAY + timedelta(days=9)})
    on_paper(school, "0018")
    school.office().paper_declarations().take_back(on_paper(school, "0047"))
    entered(school, "0042")
    for number in ("0018", "0035"):
        sign_with(school.desk(number))
    again = school.desk("0013")
    again.updating().begin(("posts",))
    again.my_check().save(Given("posts", ("took-down",)))
    declaring = again.declaring()
    declaring.prepare()
    declaring.sign("")
    office = school.office()
    for number in ("0046", "0048"):
        office.people().leave(person_of(office, number).person, TODAY)
    return made


@pytest.fixture(params=[0, 20, 40], ids=["under way", "just after the day to sign by", "weeks after it"])
def lived(request, played, tmp_path) -> School:
    """Return a copy of that school on a day of its year."""
    shutil.copytree(played.place.folder, tmp_path / "school")
    school = School(Folder(tmp_path / "school"), played.code, TestClock())
    school.clock.go_on(days=request.param)
    return school


@pytest.fixture
def count(lived) -> Recount:
    return recounted(lived)


@pytest.fixture
def shown(qtbot):
    def show(page: Page) -> Page:
        qtbot.addWidget(page)
        page.resize(1280, 832)
        page.show()
        return page

    return show


def register_of(office: Desk) -> RegisterPage:
    view = office.register_view().current()
    assert view is not None
    return RegisterPage(FRAME, view)


def numbers_in(words: str) -> list[int]:
    return [int(number.replace(",", "")) for number in re.findall(r"\d[\d,]*", words)]


def cells_of(table) -> list[list[str]]:
    model = table.model()
    columns = range(model.columnCount())
    return [[str(model.index(row, column).data()) for column in columns] for row in range(model.rowCount())]


def words_of(page: Page) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel)]


def test_the_school_that_is_counted_has_something_of_everything(count):
    assert len(count.here()) == 44
    assert len([each for name, each in count.last if name == count.round]) == count.completion()["signed"] + 1
    assert all(number > 0 for number in (count.open(), count.with_exceptions(), count.completion()["signed"]))
    assert len(count.undecided(*UNDECIDED)) > 1
    assert len(count.papers) == 5
    assert count.on_paper() == 1
    again = next(each for each in count.here() if count.people[each]["number"] == "0013")
    days = [row["signed_on"] for row in count.declared if (row["round"], row["person"]) == (count.round, again)]
    assert days[0] < days[-1]
    assert (count.round, again) in count.partly
    assert count.asked_school() == 3


def test_heading_chips_donut_and_what_waits_are_those_of_the_journal(lived, count, shown):
    page = shown(register_of(lived.office()))
    signed, whole = count.completion()["signed"], len(count.here())
    assert numbers_in(page.lead.text())[:2] == [signed, whole]
    waiting = {row["person"] for row in count.undecided(*UNDECIDED)} & set(count.here())
    ending = {row["person"] for row in count.ending()} & set(count.here())
    expected = {
        Filter.EVERYONE: whole,
        Filter.SIGNED: signed,
        Filter.NOT_SIGNED: whole - signed,
        Filter.OVERDUE: count.completion()["overdue"],
        Filter.OPEN: count.open(),
        Filter.EXCEPTIONS: count.with_exceptions(),
        Filter.SCHOOL: count.asked_school(),
        Filter.AWAY: count.is_away(),
        Filter.ON_PAPER: count.on_paper(),
    }
    assert {which: numbers_in(chip.text())[-1] for which, chip in page.filters.chips.items()} == expected
    donut = page.pictures.completion.pictured
    assert [(row.share.count, row.words) for row in donut.rows] == [
        (count.completion()[state], f"{count.completion()[state]} {state}") for state in STATES
    ]
    assert [int(number) for _, number in cells_of(donut.table)] == [count.completion()[s] for s in STATES]
    assert numbers_in(donut.donut.accessibleDescription()) == [count.completion()[s] for s in STATES]
    assert numbers_in(donut.title) == [signed, whole]
    rows = {which: numbers_in(row.accessibleName())[-1] for which, row in page.pictures.waiting.rows.items()}
    assert rows == {Filter.UNDECIDED: len(waiting), Filter.LATE: count.late_to_dos(), Filter.ENDING: len(ending)}


def test_every_filter_shows_as_many_rows_as_its_chip_and_its_picture_say(lived, shown):
    page = shown(register_of(lived.office()))
    view = page._view
    among = {Among(by, by.name_of(line)) for line in view.lines for by in By}
    for which in (*Filter, *among):
        page.keep(which)
        assert len(cells_of(page.table)) == view.count(which) == numbers_in(page.filters.chips[which].text())[-1]


def test_the_trend_ends_with_who_has_signed_and_rises_as_they_did(lived, count, shown):
    page = shown(register_of(lived.office()))
    card = page.pictures.trend.pictured
    progress = card.parts[0].progress
    days = [count.first[count.round, each] for each in count.here() if (count.round, each) in count.first]
    assert progress.signed == count.completion()["signed"] == len(days)
    assert [step.signed for step in progress.steps] == [sum(d <= step.day for d in days) for step in progress.steps]
    before = [day for (name, _), day in count.first.items() if name == "2025–26"]
    later = progress.opens - date_of(count, "2025–26")
    assert [s.signed for s in progress.last_year] == [
        sum(day + later <= step.day for day in before) for step in progress.last_year
    ]
    table = cells_of(card.table)
    assert [int(signed) for _, signed, _ in table] == [step.signed for step in progress.steps[1:]]
    assert numbers_in(card.parts[0].accessibleDescription())[:2] == [len(days), len(count.here())]


def date_of(count: Recount, name: str):
    return type(count.today).fromisoformat(count.rounds[name]["opens"])


def bars_of(bars: Bars) -> list[tuple[str, tuple[int, ...]]]:
    return [(strip.bar.words, tuple(number for _, number in strip.bar.parts)) for strip in bars.chart.strips]


def test_ageing_roles_and_phases_are_those_of_the_journal(lived, count, shown):
    going = lived.office().going().going()
    page = shown(GoingPage(FRAME, going, is_hr=True))
    assert [numbers[0] for _, numbers in bars_of(page.ageing.pictured)] == count.ageing()
    assert numbers_in(page.lead.text())[:2] == [count.completion()["signed"], len(count.here())]
    for card, field in zip(page.groups, ("role", "phase"), strict=True):
        expected = {name: [found[state] for state in STATES] for name, found in count.by(field).items()}
        rows = {words: [int(number) for number in numbers] for words, *numbers in cells_of(card.pictured.table)}
        assert rows == expected
        for words, numbers in bars_of(card.pictured):
            assert expected[words] == list(numbers)
    lines = {line.number for line in going.hand}
    assert lines <= {count.people[each]["number"] for each in count.here() if count.state(each) != "signed"}


def test_the_headteacher_sees_the_same_numbers_and_nobodys_name(lived, count, shown):
    heads = lived.desk(cast.HEADTEACHER.number)
    going = heads.going().going()
    page = shown(GoingPage(FRAME, going, is_hr=False))
    assert numbers_in(page.completion.pictured.title) == [count.completion()["signed"], len(count.here())]
    assert [numbers[0] for _, numbers in bars_of(page.ageing.pictured)] == count.ageing()
    waiting = len(count.undecided(*UNDECIDED))
    assert sum(going.exceptions.waiting) == waiting == len(heads.decisions().waiting())
    assert going.exceptions.ending == len(count.ending())
    names = {row["name"] for row in count.people.values()}
    assert not names & set(words_of(page))
    today = shown(TodayPage(FRAME, heads.today().today()))
    assert numbers_in(today.signed.text()) == [count.completion()["signed"], len(count.here())]


def test_who_may_know_no_names_meets_no_group_of_fewer_than_five(lived, count):
    view = lived.office().register_view().current()
    for by in By:
        groups = groups_of(view, by, LEAST_GROUP)
        assert all(group.whole >= LEAST_GROUP for group in groups)
        assert len(groups) > 1
        assert sum(group.whole for group in groups) == len(count.here())


def test_people_and_exports_count_the_same_people(lived, count, shown):
    office = lived.office()
    page = shown(PeoplePage(FRAME, office.people_list().all()))
    assert numbers_in(page.lead.text()) == [sum(bool(row["here"]) for row in count.people.values())]
    plan = office.exporting().plan(count.round)
    export = shown(ExportPage(FRAME, office.exporting().rounds(), plan, ask_secret=False))
    in_force = count.in_force()
    assert len(plan.lines) == len(in_force) == numbers_in(export.what.text())[0]
    signed = {each for each in count.here() if count.state(each) == "signed"}
    some = office.exporting().plan(count.round, signed)
    assert len(some.lines) == sum(each in signed for each in in_force)


def test_the_recount_would_see_a_difference(lived, count):
    view = lived.office().register_view().current()
    lived.clock.go_on(days=1)
    signing = next(each for each in count.here() if count.people[each]["number"] == "0029")
    assert count.state(signing) == "signed"
    count.last.pop((count.round, signing))
    assert count.completion()["signed"] == view.count(Filter.SIGNED) - 1
    assert timedelta(days=1) == lived.clock().date() - view.today
