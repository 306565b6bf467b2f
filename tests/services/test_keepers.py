from __future__ import annotations

from datetime import timedelta

import pytest
from tests.schools import TODAY, dump, enrolments_of, person_of, sign_with, there

from candour.domain.people import Office
from candour.errors import Refused, Trouble
from candour.keys import certificates
from candour.keys.school_keys import new_school_keys, seal_school_keys_for_keeper
from candour.register import keys as key_rows
from candour.register.secrets import secret as secret_of
from candour.sample import people as cast
from candour.services.keepers import school_keys
from candour.services.people import NewPerson
from candour.services.school import SCHOOL_KEYS
from candour.services.sign_in import AUTHORITY

TEACHER, DEPUTY, HEAD = cast.CLASS_TEACHER.number, cast.DEPUTY.number, cast.HEADTEACHER.number
BUSINESS = cast.BUSINESS_MANAGER.number


def add_keeper(office):
    """Return the number and the code of a new person who is to be a keeper too."""
    (person,) = office.people().add((NewPerson("0090", "Kit Keeper-Sample", "", "Office", "Office"),))
    office.people().appoint(Office.KEEPER, person.person)
    return person.number, office.keepers().invite(person.person).code


def test_an_invitation_names_one_person_and_lasts_thirty_days(school):
    office = school.office()
    teacher = person_of(office, TEACHER)
    slip = office.keepers().invite(teacher.person)
    assert (slip.person, slip.name, slip.number) == (teacher.person, "Siân Sample", TEACHER)
    with office.sign_in.session.register.read() as at:
        (made, *_) = key_rows.open_invitations(at, teacher.person, TODAY)
    assert made.expires == TODAY + timedelta(days=30)
    assert made.invited_by == office.sign_in.session.person
    assert certificates.name_in(made.authority) == "Invitation of Siân Sample"


def test_the_code_is_kept_nowhere(school):
    office = school.office()
    code = office.keepers().invite(person_of(office, TEACHER).person).code
    office.sign_in.lock()
    for kept in (str(dump(school.register())), school.place.slots.read_text(encoding="utf-8")):
        assert code not in kept
        assert code.replace("-", "") not in kept


def test_an_invitation_s_authority_goes_with_its_first_use(school):
    office = school.office()
    slip = office.keepers().invite(person_of(office, TEACHER).person)
    with office.sign_in.session.register.read() as at:
        (made,) = key_rows.open_invitations(at, slip.person, TODAY)
        assert secret_of(at, made.invitation, AUTHORITY) is not None
    school.desk(TEACHER, slip.code)
    with office.sign_in.session.register.read() as at:
        assert secret_of(at, made.invitation, AUTHORITY) is None
        assert key_rows.open_invitations(at, slip.person, TODAY) == []


def test_only_a_keeper_invites(school):
    for number in (TEACHER, HEAD):
        theirs = school.desk(number)
        with pytest.raises(Refused, match="Only somebody who is keeper"):
            theirs.keepers().invite(person_of(theirs, TEACHER).person)


@pytest.mark.parametrize("number", [BUSINESS, DEPUTY, HEAD])
def test_nobody_confirms_their_own_key(school, number):
    theirs = school.desk(number)
    key = enrolments_of(theirs, number)[-1].key
    with pytest.raises(Refused, match="Somebody else must confirm your key"):
        theirs.keepers().confirm(key)


def test_nobody_confirms_their_own_later_key_with_the_earlier_one(school):
    office = school.office()
    slip = office.keepers().invite(person_of(office, DEPUTY).person)
    school.desk(DEPUTY, slip.code)
    deputys = school.desk(DEPUTY)
    with pytest.raises(Refused, match="Somebody else must confirm your key"):
        deputys.keepers().confirm(enrolments_of(deputys, DEPUTY)[-1].key)


def test_somebody_without_such_an_office_confirms_nobody(school):
    theirs = school.desk(TEACHER)
    with pytest.raises(Refused, match="Only somebody who is headteacher or"):
        theirs.keepers().confirm(enrolments_of(theirs, cast.ASSISTANT.number)[-1].key)


def test_who_confirmed_is_written_down(school):
    office = school.office()
    slip = office.keepers().invite(person_of(office, TEACHER).person)
    assert school.desk().sign_in.sign_in(TEACHER, slip.code).keys[-1].state == "waiting for confirmation"
    key = enrolments_of(office, TEACHER)[-1].key
    heads = school.desk(HEAD)
    heads.keepers().confirm(key)
    with office.sign_in.session.register.read() as at:
        assert there(key_rows.confirmed(at, key)).confirmed_by == heads.sign_in.session.person
    assert school.desk().sign_in.sign_in(TEACHER, slip.code).keys[-1].state == "good"


def test_a_new_keeper_gets_the_school_s_keys_once_another_keeper_confirms(school):
    office = school.office()
    number, code = add_keeper(office)
    theirs = school.desk(number, code)
    with pytest.raises(Refused, match="ask another keeper to confirm you"):
        theirs.sealing().seal_new()
    school.desk(HEAD).keepers().confirm(enrolments_of(office, number)[-1].key)
    with pytest.raises(Refused, match="ask another keeper to confirm you"):
        theirs.sealing().seal_new()  # the Headteacher is no keeper, and has no school's keys to share
    (waiting,) = office.keepers().waiting()
    assert school.desk(HEAD).keepers().waiting() == ()
    office.keepers().confirm(waiting.key)
    assert office.keepers().waiting() == ()
    sign_with(school.desk(TEACHER))
    assert theirs.sealing().seal_new().sealed == ("D-2026-0004",)
    slip = theirs.keepers().invite(person_of(theirs, cast.ASSISTANT.number).person)
    assert school.desk(cast.ASSISTANT.number, slip.code).sign_in.session.with_code


def test_confirming_somebody_who_is_no_keeper_shares_nothing(school):
    office = school.office()
    slip = office.keepers().invite(person_of(office, TEACHER).person)
    theirs = school.desk(TEACHER, slip.code)
    school.desk(DEPUTY).keepers().confirm(enrolments_of(office, TEACHER)[-1].key)
    with office.sign_in.session.register.read() as at:
        assert secret_of(at, theirs.sign_in.session.keys.reading_id, SCHOOL_KEYS) is None


def test_school_keys_that_somebody_put_in_their_place_are_not_used(school):
    office = school.office()
    session = office.sign_in.session
    others = new_school_keys(cast.SCHOOL)
    with session.register.write() as writer:
        sealed = seal_school_keys_for_keeper(others, session.keys.reading_id, session.register.register_id)
        writer.put_secret(session.keys.reading_id, SCHOOL_KEYS, sealed)
        writer.commit()
    with pytest.raises(Trouble, match="not this school's"):
        school_keys(session, office._smith)
