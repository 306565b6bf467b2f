"""What a new pack changes: every part of a pack that differs is named once, at its point, and weighed."""

from __future__ import annotations

import tomllib

import msgspec
import pytest
from tests.packs_changed import FOLLOW_UP, NEW_ANSWERS, OTHER_HELP, OTHER_PARENTS, SHIPPED, changed

from candour.domain.pack_change import Change, Kind, Part, asked_questions, compare, point_of
from candour.domain.pack_file import read_pack
from candour.domain.policy import Pack

PACK = read_pack(SHIPPED)
PERSONAL = PACK.checklist("personal")
SCHOOL_WAY = """label = "I have no school way to call or write"
hint = "{hr} sees this answer, so that you get a school phone or account."
outcome = "school"
"""


def found(*pairs, filled=str):
    return compare(PACK, read_pack(changed(*pairs).decode()), str, filled)


def one(*pairs):
    (only,) = found(*pairs)
    return only


def with_questions(*questions):
    """Return the pack with other questions in its first checklist; it is compared, not read."""
    first = msgspec.structs.replace(PERSONAL, questions=tuple(questions))
    return msgspec.structs.replace(PACK, checklists=(first, *PACK.checklists[1:]))


def test_the_same_pack_has_no_change_and_notes_are_none():
    assert compare(PACK, PACK) == ()
    assert found(("# 2\n", "# two\n")) == ()


def test_other_words_in_a_question_are_material_at_its_point():
    change = one(OTHER_PARENTS)
    assert (change.point, change.proposed, change.bound) == ("2.8", True, False)
    assert [(each.part, each.kind, each.about) for each in change.changes] == [
        (Part.QUESTION, Kind.WORDS, "Parents")
    ]
    assert change.asks == (("personal", "parents"),)
    assert "carer linked" in change.changes[0].after
    assert "carer linked" not in change.changes[0].before


def test_help_alone_is_not_proposed_but_can_be_asked():
    change = one(OTHER_HELP)
    assert (change.proposed, change.bound) == (False, False)
    assert change.changes[0].kind is Kind.HELP
    assert change.asks == (("personal", "parents"),)


def test_help_beside_what_is_material_adds_no_question():
    pupils = ("Is any pupil of the school", "Is one pupil of the school")
    change = one(OTHER_HELP, pupils)
    assert change.asks == (("personal", "pupils"),)
    assert {each.kind for each in change.changes} == {Kind.HELP, Kind.WORDS}


def test_other_words_of_a_rule_ask_every_question_of_its_point():
    rule = next(each for each in PACK.points if each.ref == "2.8")
    change = one((f'words = "{rule.words}"', 'words = "Nobody of the school is a friend."'))
    assert change.changes == (Change(Part.RULE, Kind.WORDS, "", rule.words, "Nobody of the school is a friend."),)
    top = [q.id for q in PERSONAL.questions if point_of(PERSONAL, q) == "2.8" and q.asked_when is None]
    assert [question for _, question in change.asks] == top == ["parents", "pupils", "ex-pupils"]
    assert change.proposed


def test_a_rule_that_no_question_asks_about_asks_nobody():
    rule = next(each for each in PACK.points if each.ref == "3.1")
    change = one((f'words = "{rule.words}"', 'words = "Something else."'))
    assert (change.point, change.asks, change.proposed, change.bound) == ("3.1", (), False, False)


def test_a_new_point_and_one_that_went_are_told_in_order():
    point = (
        '[[points]]\nref = "2.9"\nplace = "section 2, bullet 9"\nwords = "A new rule."\n\n[[points]]\nref = "3.1"'
    )
    (added,) = found(('[[points]]\nref = "3.1"', point))
    assert (added.point, added.changes) == ("2.9", (Change(Part.RULE, Kind.ADDED, "", "", "A new rule."),))
    without = msgspec.structs.replace(PACK, points=tuple(p for p in PACK.points if p.ref != "3.1"))
    (gone,) = compare(PACK, without)
    assert (gone.point, gone.changes[0].kind) == ("3.1", Kind.REMOVED)


def test_an_answer_that_went_is_asked_again_in_any_case():
    change = one(*NEW_ANSWERS)
    assert (change.point, change.bound, change.asks) == ("2.5", True, (("personal", "own-phone"),))
    kinds = [each.kind for each in change.changes]
    assert kinds.count(Kind.REMOVED) == 2
    assert kinds.count(Kind.ADDED) == 2


def test_other_words_of_an_answer_are_material_and_leave_what_was_said():
    change = one(('label = "I did, and I have stopped"', 'label = "I did once, and I have stopped"'))
    assert (change.proposed, change.bound) == (True, False)
    assert change.changes[0].after == "I did once, and I have stopped: Confirmed"


@pytest.mark.parametrize(
    "pair",
    [
        (SCHOOL_WAY, SCHOOL_WAY.replace('"school"', '"confirmed"')),
        ('answers = ["removed", "still-there"] }', 'answers = ["removed", "still-there", "none"] }'),
        ('line = "parents"\nalso_lines', 'line = "pupils"\nalso_lines'),
    ],
    ids=["outcome", "when it is asked", "its line"],
)
def test_what_an_earlier_answer_might_not_fit_is_bound(pair):
    # a pack of the right shape is compared though it contradicts itself
    other = msgspec.convert(tomllib.loads(changed(pair).decode()), Pack)
    assert any(each.bound and each.asks for each in compare(PACK, other))


def test_a_follow_up_is_asked_with_its_question_so_that_nobody_is_told_apart():
    change = one(FOLLOW_UP)
    assert (change.point, change.asks) == ("2.2", (("personal", "pupils"),))


def test_a_new_question_is_bound_and_one_that_went_asks_nobody():
    less = with_questions(*(q for q in PERSONAL.questions if q.id != "reputation"))
    (gone,) = compare(PACK, less)
    assert (gone.point, gone.changes[0].kind, gone.asks, gone.bound) == ("2.7", Kind.REMOVED, (), False)
    (new,) = compare(less, PACK)
    assert (new.point, new.changes[0].kind, new.bound) == ("2.7", Kind.ADDED, True)
    assert new.asks == (("personal", "reputation"),)


def test_a_line_of_the_declaration_is_a_change_of_its_point():
    change = one(("No current parent that I know of is my friend", "No parent of now that I know of is my friend"))
    assert (change.point, change.changes[0].part, change.proposed) == ("2.8", Part.STATEMENT, True)
    assert change.asks == (("personal", "parents"),)


def test_what_belongs_to_no_point_stands_last_and_asks_nobody():
    whole = found(OTHER_PARENTS, ("policy_date = 2025-02-05", "policy_date = 2027-02-08"))[-1]
    assert whole.point == ""
    assert whole.changes == (Change(Part.WHOLE, Kind.HELP, "policy_date", "5 February 2025", "8 February 2027"),)
    assert (whole.asks, whole.proposed) == ((), False)


def test_a_name_that_is_filled_in_and_changed_changes_the_question():
    changes = found(filled=lambda text: text.replace("{approved_systems}", "SeeSaw or Other"))
    assert [each.point for each in changes if each.proposed] == ["2.4"]


def test_every_field_of_a_pack_is_compared():
    for field in msgspec.structs.fields(PACK):
        value = getattr(PACK, field.name)
        other = f"{value} other" if isinstance(value, str) else None
        if other:
            changes = compare(PACK, msgspec.structs.replace(PACK, **{field.name: other}))
            assert [each.about for change in changes for each in change.changes] == [field.name]


def test_what_is_asked_again_is_what_was_ticked_and_what_is_bound():
    changes = found(OTHER_PARENTS, *NEW_ANSWERS, FOLLOW_UP)
    bound = ("2.5", ("personal", "own-phone"))
    assert asked_questions(changes, ()) == (bound,)
    assert asked_questions(changes, ("2.8",)) == (bound, ("2.8", ("personal", "parents")))
