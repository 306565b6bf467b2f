from __future__ import annotations

import base64
from dataclasses import replace
from datetime import timedelta
from io import BytesIO

import msgspec
import pikepdf
import pytest
from tests.documents.reading import text_of
from tests.schools import ROUND, TODAY, answer_all, held_office, sign_with, some_request, there

from candour.domain.checklist import Given
from candour.domain.journal import Act
from candour.domain.people import Office
from candour.errors import NotMatching, Refused, Trouble
from candour.register import declarations as declaration_rows
from candour.register import drafts as content_rows
from candour.register import requests as request_rows
from candour.sample import people as cast
from candour.services.full_copy import FullCopy

TEACHER, NEW = cast.CLASS_TEACHER.number, cast.SUPERVISOR.number
REMOVED = Given("parents", ("removed",))
OPEN = Given("parents", ("still-there",), until=TODAY + timedelta(days=9))


def row_of(theirs, reference):
    with theirs.sign_in.session.register.read() as at:
        return there(declaration_rows.declaration(at, reference))


def content_of(theirs, reference):
    with theirs.sign_in.session.register.read() as at:
        return content_rows.content(at, row_of(theirs, reference).full_copy)


def facts_in(pdf):
    with pikepdf.open(BytesIO(pdf)) as opened:
        (name,) = opened.attachments
        return msgspec.json.decode(opened.attachments[name].get_file().read_bytes())


def head_of(theirs):
    return theirs.sign_in.session.register.head()


def test_the_bytes_shown_are_the_bytes_signed_in_both_copies(school):
    theirs = school.desk(TEACHER)
    answer_all(theirs)
    declaring = theirs.declaring()
    shown = declaring.prepare()
    reference = declaring.sign("").reference
    assert min(len(shown.declaration_pdf), len(shown.full_copy_pdf)) > 20_000
    assert theirs.copies().declaration(reference).startswith(shown.declaration_pdf)
    assert theirs.copies().full_copy(reference).startswith(shown.full_copy_pdf)


def test_an_answer_changed_since_it_was_shown_is_not_signed(school):
    theirs = school.desk(TEACHER)
    answer_all(theirs)
    declaring = theirs.declaring()
    declaring.prepare()
    theirs.my_check().save(REMOVED)
    head = head_of(theirs)
    with pytest.raises(Refused, match="Something has changed since"):
        declaring.sign("")
    with pytest.raises(Refused, match="Look at your answers once more"):
        declaring.sign("")
    assert head_of(theirs) == head
    declaring.prepare()
    assert declaring.sign("").reference == "D-2026-0004"


def test_what_was_shown_yesterday_is_not_signed_today(school):
    theirs = school.desk(TEACHER)
    answer_all(theirs)
    declaring = theirs.declaring()
    declaring.prepare()
    school.clock.go_on(hours=15)
    head = head_of(theirs)
    with pytest.raises(Refused, match="Something has changed since"):
        declaring.sign(cast.PASSPHRASE)
    assert head_of(theirs) == head


def test_a_request_that_was_decided_since_is_looked_at_again(school):
    theirs = school.desk(TEACHER)
    reference = theirs.requests().ask(some_request())
    answer_all(theirs, [Given("family", ("some",), requests=(reference,))])
    declaring = theirs.declaring()
    declaring.prepare()
    decide(theirs, reference, "Approved")
    head = head_of(theirs)
    with pytest.raises(Refused, match="Something has changed since"):
        declaring.sign("")
    assert head_of(theirs) == head
    assert declaring.prepare().outcomes[0].except_for == (reference,)


def decide(theirs, reference, state):
    """Write a decision as it will stand: the request's newer row."""
    session = theirs.sign_in.session
    with session.register.read() as at:
        row = there(request_rows.request(at, reference))
    session.record(Act("decided", reference, (replace(row, state=state),)))


def test_a_second_window_that_signed_first_is_noticed(school):
    one, other = school.desk(TEACHER), school.desk(TEACHER)
    answer_all(one)
    first, second = one.declaring(), other.declaring()
    assert first.prepare().reference == second.prepare().reference
    first.sign("")
    with pytest.raises(Refused, match="Something has changed since"):
        second.sign("")


def test_a_signature_asks_for_the_secret_once_the_proof_has_lapsed(school):
    theirs = school.desk(TEACHER)
    answer_all(theirs)
    declaring = theirs.declaring()
    assert not declaring.prepare().ask_secret
    school.clock.go_on(minutes=16)
    assert declaring.prepare().ask_secret
    head = head_of(theirs)
    for wrong in ("", "not the passphrase"):
        with pytest.raises(NotMatching):
            declaring.sign(wrong)
    assert head_of(theirs) == head
    assert declaring.sign(cast.PASSPHRASE).reference == "D-2026-0004"


def test_with_a_code_the_code_is_the_proof(school):
    theirs = school.desk(NEW, school.code)
    answer_all(theirs)
    school.clock.go_on(minutes=16)
    declaring = theirs.declaring()
    declaring.prepare()
    signed = declaring.sign(school.code)
    assert (signed.reference, signed.name) == ("D-2026-0041", "Nguyễn Thị Mẫu")
    assert signed.offer_passphrase
    assert not signed.must_choose_passphrase
    assert len(signed.proposed_passphrase.split()) == 4


def test_somebody_with_a_passphrase_is_offered_none(school):
    assert not sign_with(school.desk(TEACHER)).offer_passphrase


def test_what_is_unanswered_is_named_and_nothing_is_drawn(school):
    theirs = school.desk(TEACHER)
    theirs.my_check().note_policy_opened()
    theirs.my_check().save(Given("accounts", ("no-accounts",)))
    shown = theirs.declaring().prepare()
    assert [each.question for each in shown.unsettled] == [
        "family",
        "own-phone",
        "school-email",
        "child-messages",
        "worrying",
    ]
    assert shown.unsettled[0].sentence == "Answer question 2, family and others, before you sign"
    assert (shown.declaration_pdf, shown.full_copy_pdf) == (b"", b"")


def test_the_policy_must_have_been_opened_once(school):
    theirs = school.desk(TEACHER)
    answer_all(theirs)
    assert theirs.declaring().prepare().unsettled == ()
    other = school.desk(cast.ASSISTANT.number)
    for given in theirs.my_check().open().answers.values():
        other.my_check().save(given)
    assert [each.sentence for each in other.declaring().prepare().unsettled] == [
        "Open the policy once before you sign"
    ]


def test_nothing_unsettled_or_unshown_can_be_signed(school):
    theirs = school.desk(TEACHER)
    declaring = theirs.declaring()
    for look in (lambda: None, declaring.prepare):
        look()
        with pytest.raises(Refused, match="Look at your answers once more"):
            declaring.sign("")


def test_signing_again_supersedes_and_changes_nothing_that_was_signed(school):
    theirs = school.desk(TEACHER)
    first = sign_with(theirs).reference
    pdf = theirs.copies().declaration(first)
    with pytest.raises(Refused, match="Look at your answers once more"):
        theirs.declaring().sign("")
    declaring = theirs.declaring()
    declaring.prepare()
    second = declaring.sign("").reference
    assert (first, second) == ("D-2026-0004", "D-2026-0004-2")
    assert row_of(theirs, second).supersedes == first
    assert row_of(theirs, first).supersedes == ""
    assert theirs.copies().declaration(first) == pdf
    with pytest.raises(Refused, match="Look at your answers once more"):
        declaring.sign("")


def test_what_is_open_is_counted_and_its_next_date_told(school):
    theirs = school.desk(TEACHER)
    later = Given("posts", ("still-up",), until=TODAY + timedelta(days=12))
    signed = sign_with(theirs, [OPEN, later, Given("own-phone", ("no-school-way",))])
    assert signed.open_until == OPEN.until
    row = row_of(theirs, signed.reference)
    assert (row.open_lines, row.next_date) == (3, OPEN.until)
    with theirs.sign_in.session.register.read() as at:
        lines = {line.line: (line.outcome, line.until) for line in declaration_rows.lines(at, signed.reference)}
    assert len(lines) == 10
    assert lines["parents"] == ("Open until 10 October 2026", OPEN.until)
    assert lines["own-phone"] == ("Waiting for the school", None)
    assert lines["pupils"] == ("Confirmed", None)


def test_the_page_before_signing_says_each_answer_and_what_it_means(school):
    theirs = school.desk(TEACHER)
    answer_all(theirs, [OPEN])
    lines = {line.question: line for line in theirs.declaring().prepare().lines}
    assert lines["parents"].answer.startswith("Some are still there")
    assert lines["parents"].outcome == "Open until 10 October 2026"
    assert lines["accounts"].outcome == ""
    assert lines["pupils"].outcome == "Confirmed"


def test_the_full_copy_opens_for_its_author_with_the_answers_inside(school):
    theirs = school.desk(TEACHER)
    reference = sign_with(theirs, [REMOVED]).reference
    session = theirs.sign_in.session
    plain = theirs._smith.open(content_of(theirs, reference), session.register.register_id, session.keys)
    copy = msgspec.json.decode(plain, type=FullCopy)
    assert copy.answers["parents"] == REMOVED
    assert base64.b64decode(copy.pdf) == theirs.copies().full_copy(reference)
    assert "I found some and removed them" in " ".join(text_of(theirs.copies().full_copy(reference)).split())


def test_the_full_copy_opens_for_the_headteacher_s_office_and_not_for_hr(school):
    theirs = school.desk(TEACHER)
    reference = sign_with(theirs, [REMOVED]).reference
    content = content_of(theirs, reference)
    heads, office = school.desk(cast.HEADTEACHER.number), school.office()
    held, keys = held_office(heads, Office.HEADTEACHER), heads.sign_in.session.keys
    opened = msgspec.json.decode(heads._smith.open_for_office(content, held, keys), type=FullCopy)
    assert opened.answers["parents"] == REMOVED
    assert set(content.keys) == {theirs.sign_in.session.keys.reading_id, held.reading_id}
    hr = office.sign_in.session
    with pytest.raises(Trouble):
        office._smith.open(content, hr.register.register_id, hr.keys)
    with pytest.raises(Trouble):
        office._smith.open_for_office(content, held, hr.keys)
    with pytest.raises(Refused, match="your own declarations only"):
        office.copies().declaration(reference)
    with pytest.raises(Refused, match="ask the Headteacher"):
        office.copies().full_copy(reference)


def test_the_headteacher_s_own_answers_are_sealed_to_them_alone_while_no_chair_has_a_key(school):
    heads = school.desk(cast.HEADTEACHER.number)
    reference = sign_with(heads).reference
    assert set(content_of(heads, reference).keys) == {heads.sign_in.session.keys.reading_id}


def test_the_declaration_says_no_answer(school):
    theirs = school.desk(TEACHER)
    given = [
        REMOVED,
        Given("accounts", ("tiktok", "games")),
        Given("child-messages", ("knows",)),
        Given("worrying", ("reported",), told="The police"),
    ]
    reference = sign_with(theirs, given).reference
    checklist = theirs.my_check().open().checklist
    first = text_of(theirs.copies().declaration(reference)).split("\f")[0]
    full = text_of(theirs.copies().full_copy(reference))
    for label in ("TikTok", "The police", "I found some and removed them", "Games with chat"):
        assert label not in first
        assert label in " ".join(full.split())
    labels = {a.label for q in checklist.questions for a in q.answers if len(a.label) > 12}
    assert not {label for label in labels if label in " ".join(first.split())}
    assert "The police" not in text_of(theirs.copies().declaration(reference))


def test_the_facts_carry_the_head_that_was_seen_and_what_they_are_about(school):
    theirs = school.desk(TEACHER)
    answer_all(theirs)
    head = head_of(theirs)
    declaring = theirs.declaring()
    declaring.prepare()
    reference = declaring.sign("").reference
    pdf = theirs.copies().declaration(reference)
    facts = facts_in(pdf)
    assert facts["head"] == {"position": head.position, "hash": head.hash}
    assert facts["reference"] == reference
    assert (facts["person"]["name"], facts["person"]["number"]) == ("Siân Sample", "0004")
    assert facts["round"] == ROUND
    assert facts["signed_on"] == "2026-10-01"
    assert facts["person"]["key"] == theirs.sign_in.session.keys.signing.key_id
    with theirs.sign_in.session.register.read() as at:
        entry = declaration_rows.entry_of(at, reference)
    assert entry.position == head.position + 1
    assert entry.entry.seen_hash == head.hash


def test_an_exception_stands_by_its_reference(school):
    theirs = school.desk(TEACHER)
    reference = theirs.requests().ask(some_request())
    signed = sign_with(theirs, [Given("family", ("some",), requests=(reference,))])
    facts = facts_in(theirs.copies().declaration(signed.reference))
    assert [each["reference"] for each in facts["exceptions"]] == [reference]
    assert [line["point"] for line in facts["lines"] if reference in str(line)] == ["2.1", "2.8", "2.8", "2.8"]
    said = text_of(theirs.copies().declaration(signed.reference))
    assert reference in said
    assert "Quill" not in said


def test_a_person_who_has_gone_home_signs_nothing(school):
    theirs = school.desk(TEACHER)
    answer_all(theirs)
    declaring = theirs.declaring()
    declaring.prepare()
    theirs.sign_in.lock()
    with pytest.raises(Refused, match="Sign in first"):
        theirs.declaring()
