from __future__ import annotations

import threading
from datetime import timedelta

import msgspec
import pytest
from tests.schools import TODAY, held_office, person_of, some_request, there

from candour.domain.exception_request import AskedFor
from candour.domain.people import Office
from candour.errors import Trouble
from candour.register import drafts as content_rows
from candour.register import office_keys as office_key_rows
from candour.register import requests as request_rows
from candour.sample import people as cast

TEACHER = cast.CLASS_TEACHER.number


def sent(theirs, reference):
    with theirs.sign_in.session.register.read() as at:
        row = there(request_rows.request(at, reference))
        return row, content_rows.content(at, row.content)


def office_key(theirs, office):
    with theirs.sign_in.session.register.read() as at:
        found = office_key_rows.office_key(at, office)
    return None if found is None else found.reading_key


def read_as_office(theirs, office, content):
    held = held_office(theirs, office)
    plain = theirs._smith.open_for_office(content, held, theirs.sign_in.session.keys)
    return msgspec.json.decode(plain, type=AskedFor)


def give_the_chair_a_key(school):
    """Let the deputy be the chair too, with new keys made by a new code: the office's key comes with them."""
    office = school.office()
    deputy = person_of(office, cast.DEPUTY.number)
    office.people().appoint(Office.CHAIR, deputy.person)
    return school.desk(cast.DEPUTY.number, office.keepers().invite(deputy.person).code)


def test_a_request_that_was_sent_shows_its_reference_its_state_and_the_person_s_own_words(school):
    theirs = school.desk(TEACHER)
    reference = theirs.requests().ask(some_request(until=TODAY + timedelta(days=90)))
    (shown,) = school.desk(TEACHER).my_check().open().requests
    assert reference == "E-2026-001"
    assert (shown.reference, shown.kind, shown.state) == (
        reference,
        "connection",
        "Waiting for the Headteacher",
    )
    assert (shown.who, shown.until) == ("Quentin Quill", TODAY + timedelta(days=90))


def test_a_request_without_a_name_shows_the_connection(school):
    theirs = school.desk(TEACHER)
    theirs.requests().ask(some_request(who=""))
    assert [each.who for each in theirs.my_check().open().requests] == ["My own child"]


def test_what_is_open_holds_kind_state_and_dates_only(school):
    theirs = school.desk(TEACHER)
    reference = theirs.requests().ask(some_request(until=TODAY + timedelta(days=90)))
    row, content = sent(theirs, reference)
    assert msgspec.to_builtins(row) == {
        "reference": reference,
        "person": theirs.sign_in.session.person,
        "round": "2026–27",
        "kind": "connection",
        "state": "Waiting for the Headteacher",
        "asked_on": "2026-10-01",
        "until": "2026-12-30",
        "content": content.content,
    }


def test_who_and_why_open_for_the_author_and_the_headteacher_s_office_alone(school):
    theirs, heads = school.desk(TEACHER), school.desk(cast.HEADTEACHER.number)
    _, content = sent(theirs, theirs.requests().ask(some_request()))
    session = theirs.sign_in.session
    plain = theirs._smith.open(content, session.register.register_id, session.keys)
    assert msgspec.json.decode(plain, type=AskedFor) == some_request()
    assert read_as_office(heads, Office.HEADTEACHER, content) == some_request()
    assert set(content.keys) == {session.keys.reading_id, office_key(theirs, Office.HEADTEACHER)}
    for number in (cast.BUSINESS_MANAGER.number, cast.DEPUTY.number, cast.HEADTEACHER.number):
        other = school.desk(number).sign_in.session
        with pytest.raises(Trouble):
            theirs._smith.open(content, other.register.register_id, other.keys)


def test_the_designated_lead_s_office_reads_reports_only(school):
    theirs = school.desk(TEACHER)
    _, content = sent(theirs, theirs.requests().ask(some_request()))
    assert office_key(theirs, Office.DESIGNATED_LEAD) not in content.keys


@pytest.mark.parametrize(
    ("number", "about"), [(cast.HEADTEACHER.number, False), (TEACHER, True)], ids=["their own", "about them"]
)
def test_what_concerns_the_headteacher_goes_to_no_office_while_the_chair_has_no_key(school, number, about):
    theirs = school.desk(number)
    _, content = sent(theirs, theirs.requests().ask(some_request(about_headteacher=about)))
    assert set(content.keys) == {theirs.sign_in.session.keys.reading_id}


@pytest.mark.parametrize(
    ("number", "about"), [(cast.HEADTEACHER.number, False), (TEACHER, True)], ids=["their own", "about them"]
)
def test_what_concerns_the_headteacher_goes_to_the_chair_who_has_a_key(school, number, about):
    chairs = give_the_chair_a_key(school)
    theirs = school.desk(number)
    _, content = sent(theirs, theirs.requests().ask(some_request(about_headteacher=about)))
    assert office_key(theirs, Office.HEADTEACHER) not in content.keys
    assert read_as_office(chairs, Office.CHAIR, content).who == "Quentin Quill"


def test_every_request_gets_the_next_number(school):
    one, other = school.desk(TEACHER), school.desk(cast.ASSISTANT.number)
    asked = [one.requests().ask(some_request()), other.requests().ask(some_request())]
    asked.append(one.requests().ask(some_request()))
    assert asked == ["E-2026-001", "E-2026-002", "E-2026-003"]
    assert [each.reference for each in one.my_check().open().requests] == ["E-2026-001", "E-2026-003"]


def test_two_who_ask_at_the_same_moment_get_two_numbers(school):
    desks = [school.desk(number) for number in (TEACHER, cast.ASSISTANT.number)]
    start = threading.Barrier(2)
    got: list[str] = []

    def ask(theirs):
        requests = theirs.requests()
        start.wait()
        got.extend(requests.ask(some_request()) for _ in range(5))

    threads = [threading.Thread(target=ask, args=(each,)) for each in desks]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert sorted(got) == [f"E-2026-{number:03d}" for number in range(1, 11)]


def test_requests_lose_their_words_and_not_their_state_with_keys_that_are_gone(school):
    theirs = school.desk(TEACHER)
    theirs.requests().ask(some_request())
    office = school.office()
    slip = office.keepers().invite(theirs.sign_in.session.person)
    (shown,) = school.desk(TEACHER, slip.code).my_check().open().requests
    assert (shown.reference, shown.state, shown.who) == ("E-2026-001", "Waiting for the Headteacher", "")
