"""The wall when offices change hands: nobody's keys open more than the office that they hold lets them."""

from __future__ import annotations

import pytest
from tests.offices import DEPUTY, HEAD, TEACHER, stand_in
from tests.schools import dump, person_of, sign_with

from candour.domain.checklist import Given
from candour.domain.opening import OpeningReason
from candour.domain.people import READING_OFFICES, Office
from candour.keys.sealing import NotReadable
from candour.sample import people as cast
from candour.services.office_ports import HeldOffice
from candour.services.office_reading import keys_of_office

BUSINESS = cast.BUSINESS_MANAGER.number


def everything_happens(school, differently=()):
    """Sign, give the office, hand over, renew, open answers; return the words of the new sheet."""
    sign_with(school.desk(TEACHER), differently)
    deputy = stand_in(school, DEPUTY)
    heads = school.desk(HEAD)
    heads.offices().hand_over(Office.HEADTEACHER, deputy)
    words = heads.offices().renew(Office.HEADTEACHER)
    deputys = school.desk(DEPUTY)
    deputys.answers_of_one().open(person_of(deputys, TEACHER).person, OpeningReason.DUTY)
    return words


def office_blobs(theirs):
    """Return each office key's blobs: office, key, and what is kept for it under each purpose."""
    session = theirs.sign_in.session
    with session.register.read() as at:
        keys = [(office, key) for office in READING_OFFICES for key in keys_of_office(at, office)]
    secrets = dump(session.register)["secrets"]
    return [(o, k, row["blob"]) for o, k in keys for row in secrets if row["owner"] == k]


def offices_opened_by(theirs):
    """Return the office keys that somebody's own key opens, trying all that is kept for each."""
    session, opened = theirs.sign_in.session, set()
    for office, key, blob in office_blobs(theirs):
        held = HeldOffice(session.register.register_id, office, key, blob)
        try:
            theirs._smith.hand_office(held, session.keys, session.keys.reading_id)
        except NotReadable:
            continue
        opened.add((office, key))
    return opened


@pytest.mark.parametrize("number", [BUSINESS, TEACHER])
def test_the_keys_of_hr_of_a_keeper_and_of_staff_open_no_office(school, number):
    everything_happens(school)
    assert offices_opened_by(school.desk(number)) == set()


def test_who_holds_the_office_opens_that_office_s_keys_and_no_other(school):
    """That the test above can fail: two keys of the Headteacher's office, and not the designated lead's."""
    everything_happens(school)
    opened = offices_opened_by(school.desk(DEPUTY))
    assert [office for office, _ in sorted(opened)] == [Office.HEADTEACHER, Office.HEADTEACHER]
    assert {office for office, _ in offices_opened_by(school.desk(HEAD))} == {
        Office.HEADTEACHER,
        Office.DESIGNATED_LEAD,
    }


def test_what_was_opened_looks_the_same_whatever_was_answered(school):
    everything_happens(school, (Given("parents", ("removed",)),))
    (row,) = dump(school.register())["opened"]
    assert (row["what"], row["why"]) == ("your answers in D-2026-0004", "A duty of the office that reads it")


def test_the_words_of_a_new_sheet_are_kept_nowhere(school):
    words = everything_happens(school)
    kept = str(dump(school.register())) + school.place.slots.read_text(encoding="utf-8")
    assert " ".join(words) not in kept
    secret = school.desk()._smith.secret_of_words(" ".join(words))
    assert secret not in [row["blob"] for row in dump(school.register())["secrets"]]
    assert secret.hex() not in kept
