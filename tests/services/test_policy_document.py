from __future__ import annotations

import hashlib
from io import BytesIO

import msgspec
import pikepdf
import pytest
from tests.schools import answer_all, proved, sign_with

from candour.errors import Refused
from candour.sample import people as cast
from candour.services.policy_document import LARGEST

TEACHER = cast.CLASS_TEACHER.number


def some_pdf(words="first"):
    with pikepdf.new() as made:
        made.docinfo["/Title"] = words
        made.add_blank_page()
        written = BytesIO()
        made.save(written)
        return written.getvalue()


def facts_in(pdf):
    with pikepdf.open(BytesIO(pdf)) as opened:
        (name,) = opened.attachments
        return msgspec.json.decode(opened.attachments[name].get_file().read_bytes())


def test_what_hr_attached_is_what_staff_open(school):
    content = some_pdf()
    school.office().attach_policy_document("Social media policy 2025.pdf", content)
    assert school.desk(TEACHER).policy_document() == ("Social media policy 2025.pdf", content)
    assert proved(school).ok


def test_its_hash_stands_in_the_facts_that_are_signed(school):
    content = some_pdf()
    school.office().attach_policy_document("policy.pdf", content)
    theirs = school.desk(TEACHER)
    reference = sign_with(theirs).reference
    facts = facts_in(theirs.copies().declaration(reference))
    assert facts["policy"]["document"] == hashlib.sha256(content).hexdigest()


def test_a_later_document_takes_its_place_and_what_was_signed_keeps_the_hash_of_its_own(school):
    first, second = some_pdf(), some_pdf("second")
    office = school.office()
    office.attach_policy_document("policy.pdf", first)
    theirs = school.desk(TEACHER)
    sign_with(theirs)
    office.attach_policy_document("policy, mended.pdf", second)
    assert theirs.policy_document() == ("policy, mended.pdf", second)
    facts = facts_in(theirs.copies().declaration("D-2026-0004"))
    assert facts["policy"]["document"] == hashlib.sha256(first).hexdigest()


def test_a_document_attached_between_showing_and_signing_is_not_signed_unseen(school):
    theirs = school.desk(TEACHER)
    answer_all(theirs)
    declaring = theirs.declaring()
    declaring.prepare()
    content = some_pdf()
    school.office().attach_policy_document("policy.pdf", content)
    with pytest.raises(Refused, match="Something has changed since"):
        declaring.sign("")
    declaring.prepare()
    facts = facts_in(theirs.copies().declaration(declaring.sign("").reference))
    assert facts["policy"]["document"] == hashlib.sha256(content).hexdigest()


def test_without_a_document_staff_are_told_so(school):
    with pytest.raises(Refused, match="The school has not added its own document yet"):
        school.desk(TEACHER).policy_document()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"PK\x03\x04 a text document", "as a PDF"),
        (b"", "as a PDF"),
        (b"%PDF-" + bytes(LARGEST), "larger than 20 MB"),
    ],
)
def test_what_not_everybody_can_open_is_refused_and_nothing_is_kept(school, content, words):
    office = school.office()
    head = office.sign_in.session.register.head()
    with pytest.raises(Refused, match=words):
        office.attach_policy_document("policy.docx", content)
    assert office.sign_in.session.register.head() == head


def test_nobody_but_hr_attaches_the_policy(school):
    with pytest.raises(Refused, match="Only somebody who is hr"):
        school.desk(cast.HEADTEACHER.number).attach_policy_document("policy.pdf", some_pdf())
