"""What governors are shown: figures that agree with the register, no name, and three declarations really proved."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from tests.deciders import REFUSE, TERMS, asked, chairs
from tests.deciding import decide, request_in
from tests.documents.reading import text_of
from tests.kept_secrets import ANSWERS, MARKERS
from tests.schools import TODAY, person_of, proved, sign_with, some_request

from candour.domain.checklist import Given
from candour.domain.governors import FEW_WORDS, NONE_WORDS, WITHHELD_WORDS
from candour.domain.pdf_check import InRegister
from candour.domain.register_view import Filter
from candour.domain.request_moves import RequestState
from candour.errors import Refused
from candour.sample import people as cast
from candour.services.governors import PICKED, TOO_FEW

OPEN = (
    Given("parents", ("still-there",), until=TODAY + timedelta(days=9)),
    Given("posts", ("still-up",), until=TODAY + timedelta(days=9)),
)
HR, HEAD = cast.BUSINESS_MANAGER.number, cast.HEADTEACHER.number
TEACHER, ASSISTANT, DEPUTY = cast.CLASS_TEACHER.number, cast.ASSISTANT.number, cast.DEPUTY.number


def figures_of(desk, *, running=True):
    """Return the true figures of this check, or of the one before."""
    governors = desk.governors()
    with desk.sign_in.session.register.read() as at:
        now, before = governors._rounds(at)
        return governors._figures(at, now if running else before, running=running)


def test_asked_and_signed_are_the_register_s_own_counts(school):
    sign_with(school.desk(TEACHER))
    office = school.office()
    view = office.register_view().current()
    figures = figures_of(office)
    assert (figures.asked, figures.signed) == (view.count(Filter.EVERYONE), view.count(Filter.SIGNED))
    office.people().leave(person_of(office, ASSISTANT).person, TODAY)
    assert figures_of(office).asked == figures.asked - 1


def test_put_right_grows_by_what_was_open_and_is_signed_as_done(school):
    theirs = school.desk(TEACHER)
    sign_with(theirs, OPEN)
    assert figures_of(school.office()).put_right == 0
    declaring = theirs.declaring()
    declaring.done("parents")
    declaring.sign("")
    assert figures_of(school.office()).put_right == 1


def test_an_answer_of_found_and_removed_before_signing_is_not_counted(school):
    sign_with(school.desk(TEACHER), (Given("parents", ("removed",)), Given("posts", ("took-down",))))
    assert figures_of(school.office()).put_right == 0


def test_requests_are_counted_by_what_was_decided_and_by_how_they_stand_today(school):
    theirs = school.desk(TEACHER)
    for state in (RequestState.WITHDRAWN, RequestState.APPROVED, RequestState.ENDED, RequestState.NOT_APPROVED):
        request_in(school, theirs, state)
    lapses = request_in(school, theirs, RequestState.WITH_CONDITIONS, until=TODAY + timedelta(days=3))
    asked(school, ASSISTANT)
    school.clock.go_on(days=4)
    figures = figures_of(school.office())
    assert lapses
    assert (figures.requests, figures.approved, figures.with_conditions, figures.not_approved) == (6, 2, 1, 1)
    assert figures.ended == 2
    assert figures.days == (0, 0, 0, 0)


def test_the_days_are_those_from_asking_to_deciding(school):
    reference = asked(school)
    school.clock.go_on(days=6)
    decide(school, reference)
    assert figures_of(school.office()).days == (6,)


def test_the_check_before_stands_beside_with_who_was_there_until_its_due_date(school):
    office = school.office()
    before = figures_of(office, running=False)
    assert before.round == "2025–26"
    assert before.signed <= before.asked
    office.people().leave(person_of(office, TEACHER).person, TODAY)
    assert figures_of(office, running=False).asked == before.asked
    summary = office.governors().summary()
    assert (summary.round, summary.round_before) == ("2026–27", "2025–26")
    assert all(line.before for line in summary.lines)


def test_hr_headteacher_and_chair_see_the_figures_and_nobody_else(school):
    seen = [school.desk(number).governors().summary() for number in (HR, HEAD)]
    assert seen[0] == seen[1] == chairs(school).governors().summary()
    for number in (TEACHER, ASSISTANT):
        with pytest.raises(Refused, match="hr or headteacher or chair"):
            school.desk(number).governors().summary()


def test_the_chair_picks_no_declarations(school):
    chair = chairs(school)
    assert not chair.governors().may_pick()
    with pytest.raises(Refused, match="hr or headteacher"):
        chair.governors().pick_three()


def test_the_page_names_nobody_and_tells_nothing_that_is_kept_sealed(school):
    """The wall of the summary: no name, no staff number, no reference, no marker, and no small figure."""
    theirs = school.desk(TEACHER)
    said = {field: MARKERS[field] for field in ("connection", "who", "line", "ends")}
    reference = theirs.requests().ask(some_request(**said))
    sign_with(theirs, (*ANSWERS, Given("family", ("some",), requests=(reference,))))
    school.desk(HEAD).deciding().decide(reference, TERMS, "")
    refused = asked(school, ASSISTANT)
    school.desk(HEAD).deciding().decide(refused, REFUSE, "")
    office = school.office()
    words = text_of(office.governors().paper())
    people = (cast.BUSINESS_MANAGER, *cast.OTHERS, cast.SUPERVISOR)
    secret = [*MARKERS.values(), REFUSE.reason, TERMS.line, *TERMS.conditions]
    parts = [part for each in people for part in each.name.split() if part not in ("Sample", "Example")]
    planted = [*secret, *parts, *(each.name for each in people), *(each.number for each in people)]
    assert [each for each in planted if each in words] == []
    assert re.findall(r"[DE]-\d{4}", words) == []
    lines = {line.what: line.now for line in office.governors().summary().lines}
    assert lines["Not approved"] == lines["Approved with conditions"] == FEW_WORDS
    assert lines["Approved"] == NONE_WORDS
    assert lines["Days to a decision (median)"] == WITHHELD_WORDS


@pytest.fixture
def sealed(school):
    for number in (TEACHER, ASSISTANT, DEPUTY):
        sign_with(school.desk(number), OPEN if number == TEACHER else ())
    school.office().sealing().seal_new()
    return school


def test_three_are_picked_proved_and_told_by_their_references(sealed):
    picked = sealed.office().governors().pick_three()
    assert {each.reference for each in picked} == {f"D-2026-{number}" for number in (TEACHER, ASSISTANT, DEPUTY)}
    for each in picked:
        assert each.checked.verdict == "Genuine and unchanged"
        assert (each.checked.reference, each.checked.in_register) == (each.reference, InRegister.SAME)
        assert each.pdf.startswith(b"%PDF")
        assert each.name in text_of(each.pdf)


def test_the_pick_is_one_entry_that_says_neither_which_nor_whose(sealed):
    office = sealed.office()
    before = office.sign_in.session.register.head().position
    office.governors().pick_three()
    with sealed.register().read() as at:
        made = at.exec_driver_sql("SELECT kind, subject FROM entries WHERE position > ?", (before,)).all()
    assert made == [(PICKED, "2026–27")]
    assert proved(sealed).ok


def test_with_fewer_than_three_sealed_it_says_so_and_writes_nothing(school):
    for number in (TEACHER, ASSISTANT):
        sign_with(school.desk(number))
    office = school.office()
    office.sealing().seal_new()
    before = office.sign_in.session.register.head().position
    with pytest.raises(Refused, match=re.escape(TOO_FEW)):
        office.governors().pick_three()
    assert office.sign_in.session.register.head().position == before


def test_what_was_superseded_takes_no_part(sealed):
    theirs = sealed.desk(TEACHER)
    declaring = theirs.declaring()
    declaring.done("parents")
    signed = declaring.sign("")
    with pytest.raises(Refused, match="Fewer than three"):
        sealed.office().governors().pick_three()
    sealed.office().sealing().seal_new()
    picked = {each.reference for each in sealed.office().governors().pick_three()}
    assert signed.reference in picked
    assert f"D-2026-{TEACHER}" not in picked


def test_every_sealed_declaration_can_be_picked(sealed):
    sign_with(sealed.desk(HEAD))
    office = sealed.office()
    office.sealing().seal_new()
    picked = [tuple(each.reference for each in office.governors().pick_three()) for _ in range(12)]
    assert len({reference for three in picked for reference in three}) == 4
    assert len(set(picked)) > 1
