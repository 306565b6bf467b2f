from __future__ import annotations

from dataclasses import replace

import pytest
from tests.schools import some_request

from candour.domain.journal import CONFIDENTIAL
from candour.domain.request_moves import RequestState
from candour.errors import Refused
from candour.register import drafts as content_rows
from candour.register import exceptions as exception_rows
from candour.register import journal as journal_rows
from candour.sample import people as cast

TEACHER = cast.CLASS_TEACHER.number
HALF = some_request(connection="", where=(), ends="")


def kinds(theirs):
    session = theirs.sign_in.session
    with session.register.read() as at:
        return [each.entry.kind for each in journal_rows.entries_of(at, session.person)]


def test_a_draft_goes_on_where_it_was_and_a_later_saving_takes_its_place(school):
    theirs = school.desk(TEACHER)
    draft = theirs.request_drafts().save(HALF)
    again = school.desk(TEACHER).request_drafts()
    assert [(each.draft, each.asked) for each in again.mine()] == [(draft, HALF)]
    fuller = replace(HALF, where=("WhatsApp",))
    assert again.save(fuller, draft) == draft
    assert [each.asked for each in again.mine()] == [fuller]


def test_saving_is_a_confidential_entry_sealed_to_its_author_alone(school):
    theirs = school.desk(TEACHER)
    session = theirs.sign_in.session
    before = kinds(theirs)
    theirs.request_drafts().save(HALF)
    assert kinds(theirs) == [*before, CONFIDENTIAL]
    with session.register.read() as at:
        (row,) = exception_rows.drafts_of(at, session.person)
        assert set(content_rows.content(at, row.content).keys) == {session.keys.reading_id}


def test_saving_what_did_not_change_writes_nothing(school):
    theirs = school.desk(TEACHER)
    draft = theirs.request_drafts().save(HALF)
    before = theirs.sign_in.session.register.head()
    assert theirs.request_drafts().save(HALF, draft) == draft
    assert theirs.sign_in.session.register.head() == before


def test_a_dropped_draft_is_gone_and_cannot_be_saved_sent_or_dropped_again(school):
    theirs = school.desk(TEACHER)
    drafts = theirs.request_drafts()
    draft = drafts.save(HALF)
    drafts.drop(draft)
    assert drafts.mine() == ()
    for again in (
        lambda: drafts.drop(draft),
        lambda: drafts.save(some_request(), draft),
        lambda: theirs.requests().ask(some_request(), draft),
    ):
        with pytest.raises(Refused, match="sent or dropped meanwhile"):
            again()


def test_nobody_drops_somebody_else_s_draft(school):
    draft = school.desk(TEACHER).request_drafts().save(HALF)
    with pytest.raises(Refused, match="sent or dropped meanwhile"):
        school.desk(cast.ASSISTANT.number).request_drafts().drop(draft)
    assert len(school.desk(TEACHER).request_drafts().mine()) == 1


def test_sending_a_draft_lets_it_go_in_the_same_entry(school):
    theirs = school.desk(TEACHER)
    draft = theirs.request_drafts().save(HALF)
    before = theirs.sign_in.session.register.head().position
    reference = theirs.requests().ask(some_request(), draft)
    assert theirs.sign_in.session.register.head().position == before + 1
    assert theirs.request_drafts().mine() == ()
    assert [each.reference for each in theirs.my_check().open().requests] == [reference]


def test_drafts_are_listed_with_their_state_and_belong_to_no_declaration(school):
    theirs = school.desk(TEACHER)
    draft = theirs.request_drafts().save(HALF)
    for listed in (theirs.my_record().mine().requests, theirs.my_check().open().requests):
        assert [(each.reference, each.state, each.who, each.draft) for each in listed] == [
            ("", RequestState.DRAFT, "Quentin Quill", draft)
        ]


def test_drafts_of_keys_that_are_gone_are_not_listed(school):
    theirs = school.desk(TEACHER)
    theirs.request_drafts().save(HALF)
    slip = school.office().keepers().invite(theirs.sign_in.session.person)
    assert school.desk(TEACHER, slip.code).request_drafts().mine() == ()
