from __future__ import annotations

import msgspec
import pytest
from tests.offices import (
    DEPUTY,
    HEAD,
    TEACHER,
    change_of_headteacher,
    confirm,
    full_copy_of,
    office_secrets,
    stand_in,
)
from tests.schools import TODAY, enrolments_of, person_of, proved, sign_with, some_request

from candour.domain.exception_request import AskedFor
from candour.domain.journal import Act
from candour.domain.people import Contact, Office, OfficeKey
from candour.errors import Refused
from candour.register import drafts as content_rows
from candour.register import requests as request_rows
from candour.sample import people as cast
from candour.services.office_reading import open_as_office

HEADTEACHER = Office.HEADTEACHER
BUSINESS = cast.BUSINESS_MANAGER.number


def reads(theirs, content, office=HEADTEACHER):
    return bool(open_as_office(theirs.sign_in.session, theirs._smith, content, office))


def line_of(theirs, office=HEADTEACHER):
    return next(line for line in theirs.offices().view().offices if line.office == office)


def sheet_words(school):
    """Renew the Headteacher's key, as its holder, and return the words of the new sheet."""
    return " ".join(school.desk(HEAD).offices().renew(HEADTEACHER))


def test_the_holder_hands_over_to_who_is_acting_and_both_read(school):
    sign_with(school.desk(TEACHER))
    deputy = stand_in(school, DEPUTY)
    heads, deputys = school.desk(HEAD), school.desk(DEPUTY)
    assert line_of(heads).receivers == ((deputy, cast.DEPUTY.name),)
    assert line_of(deputys).takes_over
    heads.offices().hand_over(HEADTEACHER, deputy)
    assert reads(deputys, full_copy_of(deputys, TEACHER))
    assert reads(heads, full_copy_of(heads, TEACHER))
    assert line_of(heads).receivers == ()
    assert not line_of(deputys).takes_over
    assert {(h.name, h.reads, h.acting) for h in line_of(deputys).holders} == {
        (cast.HEADTEACHER.name, True, False),
        (cast.DEPUTY.name, True, True),
    }
    assert proved(school).ok


def test_after_the_acting_period_the_app_refuses_and_the_key_goes_with_the_next_handing_over(school):
    deputy = stand_in(school, DEPUTY, TODAY)
    heads, deputys = school.desk(HEAD), school.desk(DEPUTY)
    heads.offices().hand_over(HEADTEACHER, deputy)
    content = full_copy_of(deputys, TEACHER)
    school.clock.go_on(days=1)
    with pytest.raises(Refused, match="Only the headteacher of today reads this"):
        reads(deputys, content)
    assert office_secrets(deputys, HEADTEACHER)[2] is not None
    assert line_of(heads).past == (cast.DEPUTY.name,)
    heads.offices().renew(HEADTEACHER)
    assert line_of(heads).past == ()
    old = next(iter(set(content.keys) - {enrolments_of(heads, TEACHER)[-1].reading_key}))
    with heads.sign_in.session.register.read() as at:
        kept = at.exec_driver_sql("SELECT purpose FROM secrets WHERE owner = ?", (old,)).scalars().all()
    assert deputys.sign_in.session.keys.reading_id not in kept


def test_a_new_headteacher_reads_last_month_s_request_and_answers(school):
    theirs = school.desk(TEACHER)
    reference = theirs.requests().ask(some_request())
    sign_with(theirs)
    teacher = person_of(theirs, TEACHER).person
    deputy = change_of_headteacher(school, DEPUTY)
    heads = school.desk(HEAD)
    heads.offices().hand_over(HEADTEACHER, deputy)
    deputys = school.desk(DEPUTY)
    with pytest.raises(Refused, match="Only the headteacher of today"):
        reads(deputys, full_copy_of(deputys, TEACHER))
    school.clock.go_on(days=31)
    assert reads(deputys, full_copy_of(deputys, TEACHER))
    with deputys.sign_in.session.register.read() as at:
        (request,) = request_rows.of_person(at, teacher)
        content = content_rows.content(at, request.content)
    plain = open_as_office(deputys.sign_in.session, deputys._smith, content, HEADTEACHER)
    assert (request.reference, msgspec.json.decode(plain, type=AskedFor).who) == (reference, "Quentin Quill")
    with pytest.raises(Refused, match="Only the headteacher of today"):
        reads(heads, full_copy_of(heads, TEACHER))


def test_a_new_headteacher_renews_the_key_and_reads_what_is_older_and_what_is_newer(school):
    sign_with(school.desk(TEACHER))
    deputy = change_of_headteacher(school, DEPUTY)
    heads = school.desk(HEAD)
    heads.offices().hand_over(HEADTEACHER, deputy)
    before = office_secrets(heads, HEADTEACHER)
    school.clock.go_on(days=1)
    deputys = school.desk(DEPUTY)
    assert line_of(deputys).past == (cast.HEADTEACHER.name,)
    assert line_of(deputys).renews
    words = deputys.offices().renew(HEADTEACHER)
    assert len(words) == 24
    after = office_secrets(deputys, HEADTEACHER)
    assert after[0] != before[0]
    sign_with(school.desk(cast.ASSISTANT.number))
    newer = full_copy_of(deputys, cast.ASSISTANT.number)
    assert after[0] in newer.keys
    assert before[0] not in newer.keys
    assert reads(deputys, newer)
    assert reads(deputys, full_copy_of(deputys, TEACHER))
    assert office_secrets(heads, HEADTEACHER)[2] is None
    assert proved(school).ok


def test_the_sheet_of_the_office_lets_who_is_acting_read_where_the_holder_is_ill(school):
    words = sheet_words(school)
    sign_with(school.desk(TEACHER))
    stand_in(school, DEPUTY)
    deputys = school.desk(DEPUTY)
    old = full_copy_of(deputys, HEAD)
    with pytest.raises(Refused, match="These words are of another sheet"):
        deputys.offices().take_over(HEADTEACHER, " ".join(deputys._smith.words(deputys._smith.new_secret())))
    with pytest.raises(Refused, match="The recovery sheet has 24 words"):
        deputys.offices().take_over(HEADTEACHER, "abandon ability")
    deputys.offices().take_over(HEADTEACHER, words)
    assert reads(deputys, full_copy_of(deputys, TEACHER))
    with pytest.raises(Refused, match="This was not sealed to the headteacher"):
        reads(deputys, old)
    assert proved(school).ok


def test_the_newest_sheet_opens_what_was_sealed_before_it_and_the_older_one_nothing(school):
    sign_with(school.desk(TEACHER))
    first = sheet_words(school)
    second = sheet_words(school)
    stand_in(school, DEPUTY)
    deputys = school.desk(DEPUTY)
    with pytest.raises(Refused, match="These words are of another sheet"):
        deputys.offices().take_over(HEADTEACHER, first)
    deputys.offices().take_over(HEADTEACHER, second)
    assert reads(deputys, full_copy_of(deputys, TEACHER))


def test_whoever_lost_their_keys_takes_their_own_office_back_with_its_sheet(school):
    words = sheet_words(school)
    sign_with(school.desk(TEACHER))
    hr = school.office()
    slip = hr.keepers().invite(person_of(hr, HEAD).person)
    again = school.desk(HEAD, slip.code)
    confirm(school, hr, HEAD)
    with pytest.raises(Refused, match="You have no key of the headteacher yet"):
        reads(again, full_copy_of(again, TEACHER))
    again.offices().take_over(HEADTEACHER, words)
    assert reads(again, full_copy_of(again, TEACHER))


@pytest.mark.parametrize("number", [BUSINESS, TEACHER, DEPUTY])
def test_who_does_not_hold_an_office_passes_nothing_on(school, number):
    theirs = school.desk(number)
    teacher = person_of(theirs, TEACHER).person
    offices = theirs.offices()
    for act in (
        lambda: offices.hand_over(HEADTEACHER, teacher),
        lambda: offices.take_over(HEADTEACHER, "abandon " * 24),
        lambda: offices.renew(HEADTEACHER),
    ):
        with pytest.raises(Refused, match="Only the headteacher of today"):
            act()


def test_nobody_is_handed_an_office_before_a_second_person_confirms_them_for_it(school):
    hr = school.office()
    teacher = person_of(hr, TEACHER).person
    heads = school.desk(HEAD)
    with pytest.raises(Refused, match="Siân Sample cannot take it"):
        heads.offices().hand_over(HEADTEACHER, teacher)
    hr.people().appoint(HEADTEACHER, teacher, acting=True)
    with pytest.raises(Refused, match="Siân Sample cannot take it"):
        heads.offices().hand_over(HEADTEACHER, teacher)
    (held,) = [h for h in line_of(heads).holders if h.acting]
    assert (held.waits, held.reads) == (True, False)
    confirm(school, hr, TEACHER)
    heads.offices().hand_over(HEADTEACHER, teacher)


def test_whoever_is_acting_hands_back_and_does_not_renew(school):
    words = sheet_words(school)
    stand_in(school, DEPUTY)
    deputys = school.desk(DEPUTY)
    deputys.offices().take_over(HEADTEACHER, words)
    with pytest.raises(Refused, match="Whoever is acting leaves this to the headteacher"):
        deputys.offices().renew(HEADTEACHER)
    assert not line_of(deputys).renews
    hr = school.office()
    slip = hr.keepers().invite(person_of(hr, HEAD).person)
    again = school.desk(HEAD, slip.code)
    confirm(school, hr, HEAD)
    deputys.offices().hand_over(HEADTEACHER, person_of(hr, HEAD).person)
    assert reads(again, full_copy_of(again, TEACHER))


def test_renewing_leaves_the_key_with_who_is_acting_too(school):
    deputy = stand_in(school, DEPUTY)
    heads = school.desk(HEAD)
    heads.offices().hand_over(HEADTEACHER, deputy)
    heads.offices().renew(HEADTEACHER)
    sign_with(school.desk(TEACHER))
    deputys = school.desk(DEPUTY)
    assert reads(deputys, full_copy_of(deputys, TEACHER))


def test_a_chair_reads_from_the_day_of_their_first_keys_on(school):
    hr = school.office()
    assert line_of(hr, Office.CHAIR).reads_since is None
    hr.people().appoint(Office.CHAIR, person_of(hr, TEACHER).person)
    chairs = school.desk(TEACHER)
    confirm(school, hr, TEACHER)
    assert line_of(hr, Office.CHAIR).reads_since == TODAY
    sign_with(school.desk(HEAD))
    assert reads(chairs, full_copy_of(chairs, HEAD), Office.CHAIR)


def test_nobody_else_sees_how_the_offices_stand(school):
    with pytest.raises(Refused, match="Only somebody who is"):
        school.desk(TEACHER).offices().view()


def push_in(theirs, office, reading_key, holder):
    """Write an office's key into the journal as whoever holds the register's key can, without any service."""
    row = OfficeKey(office, reading_key, holder)
    theirs.sign_in.session.record(Act("office key renewed", theirs.sign_in.session.person, (row,)))


def test_nobody_puts_their_own_key_in_the_place_of_an_office_s(school):
    office, mine = school.office(), school.office().sign_in.session.keys.reading_id
    before = office_secrets(school.desk(HEAD), HEADTEACHER)[0]
    for holder in (office.sign_in.session.person, person_of(office, HEAD).person):
        push_in(office, HEADTEACHER, mine, holder)
    sign_with(school.desk(TEACHER))
    keys = full_copy_of(school.desk(HEAD), TEACHER).keys
    assert before in keys
    assert mine not in keys
    said = [problem for problem in proved(school).problems if "in the place of the headteacher's" in problem]
    assert len(said) == 2


def test_who_gives_themselves_an_office_makes_no_key_for_it_before_a_second_person_agrees(school):
    office, mine = school.office(), school.office().sign_in.session.keys.reading_id
    me = office.sign_in.session.person
    office.people().give_office(HEADTEACHER, me, TODAY, None, acting=True)
    push_in(office, HEADTEACHER, mine, me)
    sign_with(school.desk(TEACHER))
    assert mine not in full_copy_of(school.desk(HEAD), TEACHER).keys


def test_contacts_are_changed_by_hr_a_keeper_or_the_headteacher(school):
    contact = Contact(Office.DEPUTY_LEAD, "Dara Example", "Room 9", "01632 960 009")
    for number in (BUSINESS, HEAD, DEPUTY):
        school.desk(number).offices().put_contacts((contact,))
    shown = school.desk(HEAD).offices().view().contacts
    assert [each.room for each in shown if each.office == Office.DEPUTY_LEAD] == ["Room 9"]
    with pytest.raises(Refused, match="Only somebody who is"):
        school.desk(TEACHER).offices().put_contacts((contact,))
