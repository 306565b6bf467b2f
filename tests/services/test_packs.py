"""A new pack while a round runs: who is asked what again, what stays, and what HR can tell from it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from tests.documents.reading import text_of
from tests.packs_changed import FOLLOW_UP, NEW_ANSWERS, OTHER_HELP, OTHER_PARENTS, SHIPPED, changed
from tests.schools import (
    ROUND,
    TODAY,
    answer_all,
    dump,
    let_post,
    person_of,
    proved,
    save_plainly,
    sign_with,
    there,
)

from candour.domain.checklist import Given
from candour.domain.flow import asked_in, first_unanswered
from candour.domain.opening import OpeningReason
from candour.domain.pack_file import pack_hash
from candour.errors import Refused
from candour.register import rounds as round_rows
from candour.sample import people as cast
from candour.services.request_results import PolicyChanged
from candour.services.rounds_reading import RoundsReading

TEACHER, ASSISTANT, NEW = cast.CLASS_TEACHER.number, cast.ASSISTANT.number, cast.SUPERVISOR.number
REMOVED = Given("parents", ("removed",))


def take(school, *pairs, material=("2.8",), for_running=True):
    """Take a changed pack into force as HR does."""
    packs = school.office().packs()
    look = packs.look(changed(*pairs))
    packs.take(look, material, for_running=for_running)
    return look


def sign(theirs):
    declaring = theirs.declaring()
    shown = declaring.prepare()
    assert shown.unsettled == ()
    return declaring.sign("")


def test_looking_at_a_pack_changes_nothing_and_says_what_would_change(school):
    office = school.office()
    head = office.sign_in.session.register.head()
    look = office.packs().look(changed(OTHER_PARENTS))
    assert office.sign_in.session.register.head() == head
    assert [(each.point, each.proposed, each.bound) for each in look.changes] == [("2.8", True, False)]
    assert look.changes[0].asks == (("personal", "parents"),)
    assert (look.running, look.signed, look.unsigned) == (ROUND, 0, 6)
    assert look.before.pack == pack_hash(SHIPPED) != look.new.pack


def test_an_error_names_its_line_and_the_pack_in_force_stays(school):
    office = school.office()
    before = office.packs().in_force()
    with pytest.raises(Refused, match=r"^Line \d+: “heading” is missing|^Line \d+: a pack has no “headin”"):
        office.packs().look(changed(('heading = "Which personal', 'headin = "Which personal')))
    with pytest.raises(Refused, match=r"^Line 2: this is not UTF-8"):
        office.packs().look(b"# one\n# caf\xe9\n")
    with pytest.raises(Refused, match="larger than 1 MB"):
        office.packs().look(b"#" * 1_000_001)
    assert office.packs().in_force() == before


def test_a_pack_that_lost_a_checklist_is_refused(school):
    with pytest.raises(Refused, match=r"The checklist “personal” .* is missing"):
        school.office().packs().look(changed(('id = "personal"', 'id = "own"')))


def test_a_pack_that_asks_for_no_request_of_a_kind_any_more_is_refused(school):
    """Requests of that kind may wait, and are read by the question that they belong to."""
    before, after = SHIPPED.split('id = "own-phone"\nkind', 1)
    after = after.replace('request = "prior approval"\n', "")
    after = after.replace('outcome = "ask"\nleads_to = "request"', 'outcome = "confirmed"', 2)
    after = after.replace("Waiting for E-…, then Except E-… once approved", "Confirmed", 2)
    with pytest.raises(Refused, match="kind “prior approval” any more"):
        school.office().packs().look(f'{before}id = "own-phone"\nkind{after}'.encode())


def test_who_has_signed_is_asked_the_materially_changed_points_alone(school):
    theirs = school.desk(TEACHER)
    sign_with(theirs, [Given("posts", ("took-down",))])
    before = theirs.my_check().open().answers
    take(school, OTHER_PARENTS)
    assert theirs.my_year().home().policy == PolicyChanged(1, ("parents",), checklist="personal")
    assert theirs.my_record().mine().policy == PolicyChanged(1, ("parents",), checklist="personal")
    opened = theirs.updating().renew()
    assert (opened.updates, opened.asks) == ("D-2026-0004", ("parents",))
    assert [q.id for q in asked_in(opened.checklist, opened.answers, opened.asks)] == ["parents"]
    assert opened.answers == {question: given for question, given in before.items() if question != "parents"}
    assert "carer linked" in next(q.heading for q in opened.checklist.questions if q.id == "parents")
    theirs.my_check().save(REMOVED)
    theirs.my_check().note_policy_opened()
    assert sign(theirs).reference == "D-2026-0004-2"
    assert theirs.my_year().home().policy is None
    with pytest.raises(Refused, match="Nothing was decided since you signed"):
        theirs.updating().renew()
    assert proved(school).ok


def test_the_changed_policy_is_opened_once_before_the_update_is_signed(school):
    theirs = school.desk(TEACHER)
    sign_with(theirs)
    take(school, OTHER_PARENTS)
    theirs.updating().renew()
    theirs.my_check().save(REMOVED)
    assert [each.sentence for each in theirs.declaring().prepare().unsettled] == [
        "Open the policy once before you sign"
    ]


def test_what_was_signed_under_the_old_policy_opens_the_new_one_for_no_other_checklist(school):
    let_post(school, TEACHER)
    theirs = school.desk(TEACHER)
    sign_with(theirs)
    assert theirs.my_check("school").open().policy_opened
    take(school, OTHER_PARENTS)
    assert not theirs.my_check("school").open().policy_opened
    theirs.my_check("school").note_policy_opened()
    assert theirs.my_check("school").open().policy_opened


def test_a_change_of_help_alone_asks_nobody(school):
    theirs = school.desk(TEACHER)
    sign_with(theirs)
    look = take(school, OTHER_HELP, material=())
    assert [(each.point, each.proposed) for each in look.changes] == [("2.8", False)]
    assert theirs.my_year().home().policy is None
    with pytest.raises(Refused, match="Nothing was decided"):
        theirs.updating().renew()


def test_who_has_not_signed_answers_the_new_version_and_keeps_what_is_unchanged(school):
    theirs = school.desk(TEACHER)
    answer_all(theirs, [Given("posts", ("took-down",)), REMOVED])
    take(school, OTHER_PARENTS)
    opened = theirs.my_check().open()
    assert "parents" not in opened.answers
    assert opened.answers["posts"] == Given("posts", ("took-down",))
    assert not opened.policy_opened
    assert theirs.my_year().home().policy is None
    theirs.my_check().save(REMOVED)
    theirs.my_check().note_policy_opened()
    assert sign(theirs).reference == "D-2026-0004"
    assert theirs.my_year().home().policy is None


def test_for_the_next_check_nobody_is_asked_and_it_opens_with_the_new_pack(school):
    theirs = school.desk(TEACHER)
    sign_with(theirs)
    look = take(school, OTHER_PARENTS, for_running=False)
    assert theirs.my_year().home().policy is None
    view = school.office().rounds_reading().view()
    assert (view.pack.pack, view.next_pack.pack) == (look.before.pack, look.new.pack)
    opened = school.office().rounds().open_round(2027, date(2027, 9, 6), date(2027, 10, 15))
    assert opened.pack == look.new.pack


def test_a_check_that_has_not_opened_yet_takes_the_new_pack_with_it(school):
    office = school.office()
    office.rounds().open_round(2027, date(2027, 9, 6), date(2027, 10, 15))
    look = take(school, OTHER_PARENTS, for_running=False)
    with office.sign_in.session.register.read() as at:
        packs = {each.year: each.pack for each in round_rows.rounds(at)}
    assert packs[2027] == look.new.pack
    assert packs[2026] == look.before.pack


def test_the_pack_in_force_is_not_taken_twice_and_another_meanwhile_is_noticed(school):
    packs = school.office().packs()
    first, second = packs.look(changed(OTHER_PARENTS)), packs.look(changed(OTHER_HELP))
    packs.take(first, ("2.8",), for_running=True)
    with pytest.raises(Refused, match="taken into force meanwhile"):
        packs.take(second, (), for_running=True)
    again = packs.look(changed(OTHER_PARENTS))
    assert again.changes == ()
    with pytest.raises(Refused, match="in force already"):
        packs.take(again, (), for_running=True)
    with pytest.raises(Refused, match="has this pack already"):
        packs.take(again, (), for_running=False)


@pytest.mark.parametrize("number", [cast.HEADTEACHER.number, TEACHER])
def test_only_hr_reads_and_takes_packs(school, number):
    look = school.office().packs().look(changed(OTHER_PARENTS))
    packs = school.desk(number).packs()
    for work in (packs.in_force, lambda: packs.look(b""), lambda: packs.take(look, (), for_running=True)):
        with pytest.raises(Refused, match="Only somebody who is hr"):
            work()


def test_everybody_who_has_signed_owes_the_update_whatever_they_answered(school):
    """Else HR could tell from the updates who has no accounts, or who met a follow-up."""
    sign_with(school.desk(TEACHER), [Given("accounts", ("no-accounts",))])
    sign_with(school.desk(ASSISTANT), [Given("pupils", ("removed",)), Given("pupils-reached-out", ("no",))])
    look = take(school, FOLLOW_UP, material=("2.2",))
    assert look.changes[0].asks == (("personal", "pupils"),)
    without, met = school.desk(TEACHER), school.desk(ASSISTANT)
    assert without.my_year().home().policy == PolicyChanged(1, (), checklist="personal")
    assert met.my_year().home().policy == PolicyChanged(1, ("pupils",), checklist="personal")
    opened = without.updating().renew()
    assert first_unanswered(opened.checklist, opened.answers) is None
    assert asked_in(opened.checklist, opened.answers, opened.asks) == ()
    without.my_check().note_policy_opened()
    assert sign(without).reference == "D-2026-0004-2"
    again = met.updating().renew()
    assert {"pupils", "pupils-reached-out"}.isdisjoint(again.answers)


def test_an_update_begun_before_asks_what_the_pack_asks_as_well(school):
    theirs = school.desk(TEACHER)
    sign_with(theirs)
    theirs.updating().begin(("posts",))
    theirs.my_check().save(Given("posts", ("took-down",)))
    take(school, OTHER_PARENTS)
    opened = theirs.my_check().open()
    assert opened.asks == ("posts", "parents")
    assert "parents" not in opened.answers
    assert opened.answers["posts"] == Given("posts", ("took-down",))
    assert [each.question for each in theirs.declaring().prepare().unsettled] == ["parents", ""]


def test_something_else_that_changed_cannot_go_round_the_policy(school):
    theirs = school.desk(TEACHER)
    sign_with(theirs, [Given("in-touch", ("goes-on",), until=TODAY + timedelta(days=7))])
    take(school, OTHER_PARENTS)
    with pytest.raises(Refused, match="sign that update first"):
        theirs.declaring().done("in-touch")
    opened = theirs.updating().begin(("posts",))
    assert opened.asks == ("parents", "posts")
    theirs.updating().drop()
    assert theirs.my_year().home().policy == PolicyChanged(1, ("parents",), checklist="personal")


def test_who_prepared_under_the_old_pack_cannot_sign_it_once_another_is_in_force(school):
    theirs = school.desk(TEACHER)
    answer_all(theirs)
    declaring = theirs.declaring()
    declaring.prepare()
    take(school, OTHER_HELP, material=())
    with pytest.raises(Refused, match="Something has changed since"):
        declaring.sign("")


def test_who_cannot_open_what_they_signed_answers_everything_again(school):
    sign_with(school.desk(TEACHER))
    take(school, OTHER_PARENTS)
    office = school.office()
    theirs = school.desk(TEACHER, office.keepers().invite(person_of(office, TEACHER).person).code)
    assert theirs.my_year().home().policy == PolicyChanged(1, (), afresh=True, checklist="personal")
    opened = theirs.updating().renew()
    assert (opened.answers, opened.asks) == ({}, ())
    save_plainly(theirs, asked_in(opened.checklist, {}, ()))
    theirs.my_check().note_policy_opened()
    assert sign(theirs).reference == "D-2026-0004-2"
    assert theirs.my_year().home().policy is None


def test_two_packs_after_each_other_ask_what_either_changed(school):
    theirs = school.desk(TEACHER)
    sign_with(theirs)
    take(school, OTHER_PARENTS)
    sign_with(school.desk(ASSISTANT))
    take(school, OTHER_PARENTS, FOLLOW_UP, material=("2.2",))
    assert theirs.my_year().home().policy == PolicyChanged(2, ("parents", "pupils"), checklist="personal")
    assert school.desk(ASSISTANT).my_year().home().policy == PolicyChanged(1, ("pupils",), checklist="personal")


def test_what_was_read_under_the_old_pack_still_reads_in_its_words(school):
    theirs = school.desk(TEACHER)
    sign_with(theirs, [Given("own-phone", ("stopped",))])
    take(school, *NEW_ANSWERS, material=())
    head = school.desk(cast.HEADTEACHER.number)
    shown = head.answers_of_one().open(person_of(head, TEACHER).person, next(iter(OpeningReason)))
    (copy,) = [each for each in shown.copies if each.reference == "D-2026-0004"]
    assert ("Own phone and e-mail", "I did, and I have stopped") in copy.answers
    assert b"%PDF" in theirs.copies().declaration("D-2026-0004")
    assert "I did, and I have stopped" in text_of(theirs.held().mine().pdf)
    assert school.office().sealing().seal_new().left == ()
    assert proved(school).ok


def test_an_answer_that_is_gone_is_asked_again_of_everybody_though_nobody_ticked_it(school):
    sign_with(school.desk(TEACHER), [Given("own-phone", ("stopped",))])
    sign_with(school.desk(ASSISTANT))
    look = take(school, *NEW_ANSWERS, material=())
    assert [(each.point, each.bound) for each in look.changes] == [("2.5", True)]
    for number in (TEACHER, ASSISTANT):
        assert school.desk(number).my_year().home().policy == PolicyChanged(
            1, ("own phone and e-mail",), checklist="personal"
        )


def test_a_to_do_keeps_the_words_that_were_signed(school):
    theirs = school.desk(TEACHER)
    sign_with(theirs, [Given("own-phone", ("still",), until=TODAY + timedelta(days=7))])
    before = theirs.my_year().home().todos
    take(school, *NEW_ANSWERS, material=())
    assert theirs.my_year().home().todos == before
    assert len(before) == 1


def test_the_register_counts_who_owes_an_update_as_signed(school):
    theirs = school.desk(TEACHER)
    sign_with(theirs)
    before = school.office().register_view().current()
    take(school, OTHER_PARENTS)
    theirs.updating().renew()
    assert school.office().register_view().current() == before
    running = there(RoundsReading(school.office().sign_in.session).view().running)
    assert (running.signed, running.of) == (1, 6)


def test_taking_a_pack_writes_the_same_rows_whatever_people_have_answered(school):
    sign_with(school.desk(TEACHER), [Given("pupils", ("removed",)), Given("pupils-reached-out", ("no",))])
    sign_with(school.desk(ASSISTANT), [Given("accounts", ("no-accounts",))])
    take(school, FOLLOW_UP, OTHER_PARENTS, material=("2.2", "2.8"))
    rows = dump(school.register())["asked_again"]
    assert [(row["checklist"], row["question"]) for row in rows] == [
        ("personal", "pupils"),
        ("personal", "parents"),
    ]
