"""What every query answers about one short year; each module of queries is one section here."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests.register.invented import (
    CHECKLIST,
    DAY,
    HR,
    MARKER,
    NOW,
    ROUND,
    TEACHER,
    asking,
    declaring,
    drafting,
    invited,
    joining,
    keep,
    opening,
    person_row,
    the,
)

from candour.domain.journal import Act
from candour.domain.people import Away, BackupPlace, Columns, Holding, KeyConfirmed, Left, Office, Opened
from candour.domain.round import CheckState, InRound, Note, Round, SealedDeclaration
from candour.register import declarations, drafts, keys, office_keys, people, requests, rounds, states

CHAIR = Office.CHAIR.value


def test_the_newest_row_of_a_person_holds_and_one_person_is_found_by_number_or_email(played_home):
    changed = person_row("teacher", "39", "Petra Newname", email="Petra@Invented.Example", here=True)
    keep(played_home, Act("people changed", "school", (changed,)))
    with played_home.read() as at:
        assert [one.name for one in people.current(at)] == ["Hetty Invented", "Petra Newname"]
        assert people.person(at, "teacher") == changed
        assert people.person(at, "nobody") is None
        assert people.find(at, " petra@invented.example ") == people.find(at, "39") == changed
        assert people.find(at, "38") is people.find(at, "teacher@invented.example") is people.find(at, " ") is None
        assert the(people.school(at)).name == "Plainly Invented Primary"


def test_of_two_with_one_number_somebody_who_is_here_is_found(played_home):
    rows = (person_row("new", "38", "Nia Invented"), person_row("teacher", "38", MARKER, here=False))
    keep(played_home, Act("people changed", "school", rows))
    with played_home.read() as at:
        assert the(people.find(at, "38")).person == "new"


def test_an_office_is_held_from_its_first_to_its_last_day_and_somebody_acting_comes_first(played_home):
    end = DAY + timedelta(days=9)
    rows = (
        Holding("chair-1", CHAIR, "hr", DAY, end, acting=False),
        Holding("chair-2", CHAIR, "teacher", DAY + timedelta(days=2), DAY + timedelta(days=4), acting=True),
    )
    keep(played_home, Act("offices", "school", rows))
    with played_home.read() as at:
        held = [people.holder(at, CHAIR, DAY + timedelta(days=days)) for days in (-1, 0, 2, 5, 9, 10)]
        assert [one and one.person for one in held] == [None, "hr", "teacher", "hr", "hr", None]
        assert [one.holding for one in people.holdings(at, DAY)] == ["holding-1", "holding-2", "chair-1"]
    keep(played_home, Act("offices", "school", (Holding("chair-1", CHAIR, "hr", DAY, DAY, acting=False),)))
    with played_home.read() as at:
        assert people.holder(at, CHAIR, end) is None
        assert [one.office for one in people.contacts(at)] == [Office.DESIGNATED_LEAD.value]


def test_keys_are_open_until_closed_and_confirmed_once_somebody_says_so(played_home):
    with played_home.read() as at:
        assert [one.key for one in keys.enrolments(at, "teacher")] == [TEACHER.key_id]
        assert keys.open_keys(at, "teacher") == []
        assert [one.key for one in keys.open_keys(at, "hr")] == [HR.key_id]
        assert the(keys.closed(at, TEACHER.key_id)).why == "signed once"
        assert the(keys.entry_of_closing(at, TEACHER.key_id)).position == 7
        assert keys.closed(at, HR.key_id) is None
        assert keys.entry_of_closing(at, HR.key_id) is None
        assert the(keys.enrolment_of_key(at, HR.key_id)).person == "hr"
        assert keys.enrolment_of_key(at, "no key") is None
        assert keys.confirmed(at, HR.key_id) is None
        assert the(office_keys.office_key(at, Office.HEADTEACHER)).reading_key == "office-reading-key"
        assert office_keys.office_key(at, Office.CHAIR) is None
    keep(played_home, Act("key confirmed", "hr", (KeyConfirmed(HR.key_id, "hr", "teacher"),)))
    with played_home.read() as at:
        assert the(keys.confirmed(at, HR.key_id)).confirmed_by == "teacher"


def test_an_invitation_is_open_until_it_is_used_or_over(played_home):
    _authority, invitation = invited("newcomer", 40)
    keep(played_home, Act("invited", "newcomer", (invitation,)))
    with played_home.read() as at:
        assert keys.open_invitations(at, "newcomer", invitation.expires) == [invitation]
        assert keys.open_invitations(at, "newcomer", invitation.expires + timedelta(days=1)) == []
        assert keys.open_invitations(at, "teacher", DAY) == []
        assert keys.invitation(at, invitation.invitation) == invitation
        assert keys.invitation(at, "none") is None


def test_the_current_round_is_the_newest_that_has_opened_and_a_later_due_date_holds(played_home):
    later = Round("2027–28", 2027, DAY + timedelta(days=365), DAY + timedelta(days=380), "pack-hash")
    more_time = InRound(ROUND, "teacher", DAY + timedelta(days=27))
    keep(played_home, Act("round opened", "2027–28", (later, more_time)))
    with played_home.read() as at:
        assert [one.round for one in rounds.rounds(at)] == ["2027–28", ROUND]
        assert the(rounds.current_round(at, DAY)).round == ROUND
        assert rounds.current_round(at, later.opens) == rounds.round_named(at, "2027–28") == later
        assert rounds.current_round(at, DAY - timedelta(days=1)) is None
        assert rounds.in_round(at, ROUND, "teacher") == more_time
        assert rounds.in_round(at, "2027–28", "teacher") is None
        assert [(one.person, one.due) for one in rounds.members(at, ROUND)] == [
            ("hr", DAY + timedelta(days=20)),
            ("teacher", DAY + timedelta(days=27)),
        ]
        assert rounds.pack(at, "pack-hash") == rounds.adopted(at)
        assert rounds.pack(at, "another") is None


def test_the_newest_draft_and_its_sealed_content_come_back(played_home):
    with played_home.read() as at:
        draft = the(drafts.latest(at, "teacher", ROUND, CHECKLIST))
        assert drafts.content(at, draft.content) == drafting("content-2").sealed[0]
        assert drafts.latest(at, "teacher", ROUND, "another") is None
        with pytest.raises(KeyError):
            drafts.content(at, "nothing")


def test_declarations_are_found_by_reference_person_and_round_and_the_newest_is_in_force(played_home):
    keep(played_home, declaring("D-2026-0038-2", open_lines=0), HR)
    with played_home.read() as at:
        both = ["D-2026-0038", "D-2026-0038-2"]
        assert [one.reference for one in declarations.of_person(at, "teacher")] == both
        assert [one.reference for one in declarations.of_round(at, ROUND)] == both
        assert the(declarations.latest(at, "teacher", ROUND, CHECKLIST)).reference == both[1]
        first = the(declarations.declaration(at, both[0]))
        assert declarations.declaration(at, "D-1") is declarations.latest(at, "hr", ROUND, CHECKLIST) is None
        assert [one.line for one in declarations.lines(at, both[0])] == ["followers", "photos"]
        assert declarations.file(at, first.pdf) == b"%PDF of D-2026-0038"
        assert declarations.entry_of(at, both[0]).position == 5
        for ask in (declarations.file, declarations.entry_of):
            with pytest.raises(KeyError):
                ask(at, "nothing")


def test_a_declaration_is_unsealed_until_the_school_has_sealed_it(played_home):
    with played_home.read() as at:
        assert [one.reference for one in declarations.unsealed(at)] == ["D-2026-0038"]
        assert declarations.sealed(at, "D-2026-0038") is None
    keep(played_home, Act("sealed", "D-2026-0038", (SealedDeclaration("D-2026-0038", "digest"),)))
    with played_home.read() as at:
        assert declarations.unsealed(at) == []
        assert the(declarations.sealed(at, "D-2026-0038")).pdf == "digest"


def test_a_request_stands_as_it_was_last_changed_and_numbers_go_on_in_their_year(played_home):
    keep(played_home, asking(state="approved"))
    keep(played_home, asking("E-2026-9"))
    with played_home.read() as at:
        assert [(r.reference, r.state) for r in requests.of_person(at, "teacher")] == [
            ("E-2026-014", "approved"),
            ("E-2026-9", "asked"),
        ]
        assert the(requests.request(at, "E-2026-014")).state == "approved"
        assert requests.request(at, "E-1") is None
        assert (requests.next_number(at, 2026), requests.next_number(at, 2027)) == (15, 1)


def test_somebody_is_away_to_the_last_day_that_was_said_last_and_back_when_that_is_said(played_home):
    until = DAY + timedelta(days=3)
    with played_home.read() as at:
        assert people.away_until(at, "hr", DAY) == people.away_until(at, "hr", until) == until
        assert (
            people.away_until(at, "hr", until + timedelta(days=1)) is people.away_until(at, "teacher", DAY) is None
        )
    keep(played_home, Act("away", "hr", (Away("hr", until + timedelta(days=9)),)))
    with played_home.read() as at:
        assert people.away_until(at, "hr", until) == until + timedelta(days=9)
    keep(played_home, Act("back", "hr", (Away("hr", None),)))
    with played_home.read() as at:
        assert people.away_until(at, "hr", DAY) is None


def test_who_left_left_on_the_day_that_was_said_last(played_home):
    keep(played_home, Act("left", "leaver", (Left("leaver", DAY + timedelta(days=1)),)))
    with played_home.read() as at:
        assert people.left_on(at, "leaver") == DAY + timedelta(days=1)
        assert people.left_on(at, "teacher") is None


def test_columns_are_remembered_by_their_header_and_the_second_place_is_the_last_one_named(played_home):
    matched = Columns("header-hash", '{"name":"Family name"}')
    with played_home.read() as at:
        assert people.backup_place(at) == "/mnt/second-place"
    keep(
        played_home, Act("matched", "school", (matched, Columns("another", "{}"), BackupPlace("/mnt/third-place")))
    )
    with played_home.read() as at:
        assert people.columns(at, "header-hash") == matched
        assert people.columns(at, "unknown") is None
        assert people.backup_place(at) == "/mnt/third-place"


def test_no_second_place_is_no_folder(home):
    with home.read() as at:
        assert people.backup_place(at) == ""


def test_notes_and_openings_are_one_person_s_in_the_order_of_the_entries(played_home):
    opened = Opened("teacher", "teacher", "decision letter", "my own")
    rows = (
        opened,
        Opened("hr", "hr", "full copy", "another"),
        Note("teacher", "content-2"),
        Note("hr", "content-9"),
    )
    keep(played_home, Act("opened", "teacher", rows), now=NOW + timedelta(minutes=5))
    with played_home.read() as at:
        assert [(one.by, time) for one, time in people.openings(at, "teacher")] == [
            ("hr", "2026-09-14T08:30:00.000+00:00"),
            ("teacher", "2026-09-14T08:35:00.000+00:00"),
        ]
        assert people.openings(at, "teacher")[1][0] == opened
        assert [note.content for note in people.notes_of(at, "teacher")] == ["content-1", "content-2"]
        assert people.notes_of(at, "nobody") == []
        assert people.openings(at, "nobody") == []


def test_states_go_from_not_started_to_signed_and_never_back(home):
    def now():
        with home.read() as at:
            return states.states(at, ROUND, CHECKLIST)

    keep(home, opening())
    keep(home, joining())
    assert now() == {"hr": CheckState.NOT_STARTED, "teacher": CheckState.NOT_STARTED}
    keep(home, drafting())
    assert now()["teacher"] == CheckState.IN_PROGRESS
    keep(home, declaring(open_lines=2))
    keep(home, drafting("content-2"))
    assert now()["teacher"] == CheckState.SIGNED_OPEN
    keep(home, declaring("D-2026-0038-2", open_lines=0))
    assert now() == {"hr": CheckState.NOT_STARTED, "teacher": CheckState.SIGNED}
    with home.read() as at:
        assert states.states(at, ROUND, "another") == dict.fromkeys(("hr", "teacher"), CheckState.NOT_STARTED)
