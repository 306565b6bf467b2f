from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from tests.documents.second_opinion import pdfsig, store_with
from tests.schools import TODAY, enrolments_of, person_of, sign_with, there

from candour.domain.journal import Act
from candour.domain.people import KeyClosed
from candour.errors import Refused
from candour.register import declarations as declaration_rows
from candour.sample import people as cast

TEACHER, ASSISTANT = cast.CLASS_TEACHER.number, cast.ASSISTANT.number


def sealed_of(theirs, reference):
    with theirs.sign_in.session.register.read() as at:
        row = there(declaration_rows.declaration(at, reference))
        seal = there(declaration_rows.sealed(at, reference))
        return declaration_rows.file(at, row.pdf), declaration_rows.file(at, seal.pdf)


def test_everything_that_waits_is_sealed_once(school):
    for number in (TEACHER, ASSISTANT):
        sign_with(school.desk(number))
    office = school.office()
    first = office.sealing().seal_new()
    assert (first.sealed, first.left) == (("D-2026-0004", "D-2026-0038"), ())
    head = office.sign_in.session.register.head()
    again = office.sealing().seal_new()
    assert (again.sealed, again.left) == ((), ())
    assert office.sign_in.session.register.head() == head


def test_another_keeper_seals_too_and_what_is_sealed_stays_one_file(school):
    sign_with(school.desk(TEACHER))
    school.office().sealing().seal_new()
    _, first = sealed_of(school.office(), "D-2026-0004")
    sign_with(school.desk(ASSISTANT))
    deputys = school.desk(cast.DEPUTY.number)
    assert deputys.sealing().seal_new().sealed == ("D-2026-0038",)
    assert sealed_of(deputys, "D-2026-0004")[1] == first


def test_two_keepers_at_the_same_moment_leave_one_seal(school):
    sign_with(school.desk(TEACHER))
    office, deputys = school.office(), school.desk(cast.DEPUTY.number)
    slow = office.sealing().begin()
    deputys.sealing().seal_new()
    _, first = sealed_of(office, "D-2026-0004")
    head = office.sign_in.session.register.head()
    with pytest.raises(Refused, match="Another keeper has sealed it already"):
        slow.seal("D-2026-0004")
    assert office.sign_in.session.register.head() == head
    assert sealed_of(office, "D-2026-0004")[1] == first


@pytest.mark.parametrize("number", [TEACHER, cast.HEADTEACHER.number])
def test_only_a_keeper_seals(school, number):
    with pytest.raises(Refused, match="Only somebody who is keeper can do this"):
        school.desk(number).sealing().seal_new()


def test_what_a_waiting_key_signed_is_left_with_its_reason_until_somebody_confirms(school):
    office = school.office()
    slip = office.keepers().invite(person_of(office, TEACHER).person)
    theirs = school.desk(TEACHER, slip.code)
    sign_with(theirs)
    sign_with(school.desk(ASSISTANT))
    done = office.sealing().seal_new()
    assert done.sealed == ("D-2026-0038",)
    assert done.left == (("D-2026-0004", "Its key waits for a second person's confirmation."),)
    school.desk(cast.DEPUTY.number).keepers().confirm(enrolments_of(office, TEACHER)[-1].key)
    assert office.sealing().seal_new().sealed == ("D-2026-0004",)


def close_key(theirs, number):
    session = theirs.sign_in.session
    key = enrolments_of(theirs, number)[-1]
    session.record(Act("key closed", key.person, (KeyClosed(key.key, key.person, "lost"),)))


def test_what_a_key_signed_after_it_was_closed_is_never_sealed(school):
    theirs = school.desk(TEACHER)
    close_key(school.office(), TEACHER)
    sign_with(theirs)
    done = school.office().sealing().seal_new()
    assert done.sealed == ()
    assert done.left == (("D-2026-0004", "It was signed with a key that had been closed."),)


def test_what_a_key_signed_before_it_was_closed_is_sealed(school):
    sign_with(school.desk(TEACHER))
    close_key(school.office(), TEACHER)
    assert school.office().sealing().seal_new().sealed == ("D-2026-0004",)


def test_what_a_code_signed_is_sealed_after_the_code_has_gone(school):
    theirs = school.desk(cast.SUPERVISOR.number, school.code)
    sign_with(theirs)
    theirs.passphrase().let_go()
    assert school.office().sealing().seal_new().sealed == ("D-2026-0041",)


def test_a_later_code_that_was_used_up_waits_on_until_its_owner_is_asked_and_the_declaration_sealed(school):
    office, deputy = school.office(), school.desk(cast.DEPUTY.number)
    slip = office.keepers().invite(person_of(office, TEACHER).person)
    theirs = school.desk(TEACHER, slip.code)
    sign_with(theirs)
    theirs.passphrase().let_go()
    assert [key for key, _ in office.sealing().seal_new().left] == ["D-2026-0004"]
    (waiting,) = deputy.keepers().waiting()
    assert waiting.signed == ("D-2026-0004", TODAY)
    deputy.keepers().confirm(waiting.key)
    assert deputy.keepers().waiting() == ()
    assert office.sealing().seal_new().sealed == ("D-2026-0004",)


def test_a_later_code_that_is_still_good_is_confirmed_by_its_six_words(school):
    office = school.office()
    slip = office.keepers().invite(person_of(office, TEACHER).person)
    sign_with(school.desk(TEACHER, slip.code))
    (waiting,) = school.desk(cast.DEPUTY.number).keepers().waiting()
    assert waiting.signed is None


def test_the_reason_names_the_entry_and_the_chain(school):
    sign_with(school.desk(TEACHER))
    office = school.office()
    office.sealing().seal_new()
    with office.sign_in.session.register.read() as at:
        entry = declaration_rows.entry_of(at, "D-2026-0004")
    with pikepdf.open(BytesIO(sealed_of(office, "D-2026-0004")[1])) as pdf:
        assert str(pdf.Root.AcroForm.Fields[1].V.Reason) == f"Entry {entry.position}, chain {entry.hash}"


def test_the_sealed_file_begins_with_what_the_person_signed_and_is_what_they_save(school):
    theirs = school.desk(TEACHER)
    sign_with(theirs)
    before = theirs.copies().declaration("D-2026-0004")
    school.office().sealing().seal_new()
    signed, sealed = sealed_of(theirs, "D-2026-0004")
    assert before == signed
    assert sealed.startswith(signed)
    assert theirs.copies().declaration("D-2026-0004") == sealed


def test_a_second_program_trusts_both_signatures_and_the_seal_covers_everything(school, tmp_path):
    theirs = school.desk(cast.SUPERVISOR.number, school.code)
    sign_with(theirs)
    school.office().sealing().seal_new()
    person, seal = pdfsig(theirs.copies().declaration("D-2026-0041"), store_with(school.root(), tmp_path))
    for said in (person, seal):
        assert "Signature is Valid" in said
        assert "Certificate is Trusted" in said
    assert "Nguyễn Thị Mẫu" in person
    assert "Not total document signed" in person
    assert "Total document signed" in seal


def test_a_second_program_trusts_the_one_signature_of_the_full_copy(school, tmp_path):
    theirs = school.desk(TEACHER)
    sign_with(theirs)
    (said,) = pdfsig(theirs.copies().full_copy("D-2026-0004"), store_with(school.root(), tmp_path))
    assert "Signature is Valid" in said
    assert "Certificate is Trusted" in said
    assert "Total document signed" in said
