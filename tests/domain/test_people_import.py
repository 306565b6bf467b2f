from __future__ import annotations

from dataclasses import replace

import pytest

from candour.domain.people import Person
from candour.domain.people_columns import Field, proposed
from candour.domain.people_file import read_text
from candour.domain.people_import import Ground, plan_import

HEAD = "Staff code,Surname,Forename,E-mail,Job title,Phase"
NIA = Person("p1", "0091", "Nia New", "nia@school.example", "Cook", "Kitchen", posts_for_school=False, here=True)
NAT = Person("p2", "0092", "Nat New", "", "Cleaner", "Site", posts_for_school=True, here=True)


def plan(*rows, people=(NIA, NAT), offices=None, complete=False, head=HEAD, lacking=lambda _: ""):
    file = read_text("\n".join((head, *rows)))
    ground = Ground(people, offices or {})
    return plan_import(file, proposed(file.headings), ground, lacking, complete=complete)


def faults(*rows, **more):
    return [(fault.sentence, fault.where) for fault in plan(*rows, **more).faults]


NIAS_ROW = "0091,New,Nia,nia@school.example,Cook,Kitchen"


def test_who_is_new_is_added_and_who_is_the_same_is_not_touched():
    made = plan(NIAS_ROW, "0093,Ngo,Ned,ned@school.example,Teacher,KS1")
    assert [(p.number, p.name, p.role, p.phase, p.here) for p in made.added] == [
        ("0093", "Ned Ngo", "Teacher", "KS1", True)
    ]
    assert (made.changed, made.same, made.leaves, made.faults) == ((), 1, (), ())


def test_what_differs_is_named_and_what_the_file_has_no_column_for_stays():
    (change,) = plan("0092,New-Name,Nat,,Site manager,Site").changed
    assert change.what == ("name", "role")
    assert change.after == replace(NAT, name="Nat New-Name", role="Site manager")


def test_numbers_that_give_the_same_references_are_one_person():
    assert plan("91,New,Nia,nia@school.example,Cook,Kitchen").same == 1


def test_only_a_complete_file_lets_people_leave():
    assert plan(NIAS_ROW).leaves == ()
    assert plan(NIAS_ROW, complete=True).leaves == (NAT,)


def test_who_holds_an_office_does_not_just_leave():
    made = plan(NIAS_ROW, complete=True, offices={"p2": "keeper"})
    assert (made.leaves, made.stays) == ((), ((NAT, "keeper"),))


def test_who_had_left_and_is_in_the_file_comes_back():
    made = plan(NIAS_ROW, people=(replace(NIA, here=False),))
    assert [change.after for change in made.back] == [NIA]


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("0093,Ngo,Ned,,,KS1", ("Row 2: role is missing", "line 2, column E (Job title)")),
        ("0093,Ngo,,,Cook,KS1", ("Row 2: forename is missing", "line 2, column C (Forename)")),
        (",Ngo,Ned,,Cook,KS1", ("Row 2: staff code is missing", "line 2, column A (Staff code)")),
        (
            "9/3,Ngo,Ned,,Cook,KS1",
            ("Row 2: staff code “9/3” must be letters and digits alone", "line 2, column A (Staff code)"),
        ),
        (
            "0093,Ngo,Ned,nobody,Cook,KS1",
            ("Row 2: e-mail “nobody” is not an address", "line 2, column D (E-mail)"),
        ),
        (
            "0093,Ngo,Ned,NIA@school.example,Cook,KS1",
            ("Row 2: e-mail NIA@school.example is the one of staff code 0091", "line 2, column D (E-mail)"),
        ),
        (
            "0093,Ngo,Ned,,Cook,KS1,more",
            ("Row 2: there are more cells than headings", "line 2, column G (no heading)"),
        ),
        (
            f"0093,Ngo,Ned,,{'x' * 201},KS1",
            ("Row 2: role is longer than 200 characters", "line 2, column E (Job title)"),
        ),
    ],
)
def test_what_is_wrong_is_named_by_row_line_and_column(row, says):
    assert faults(row) == [says]


def test_a_number_or_an_address_that_stands_twice_is_named_where_it_comes_again():
    rows = ("0093,Ngo,Ned,n@s.example,Cook,", "93,Nye,Nan,n@s.example,Cook,")
    assert faults(*rows) == [
        ("Row 2: e-mail n@s.example stands in more than one row", "line 2, column D (E-mail)"),
        ("Row 3: staff code 93 stands in row 2 too", "line 3, column A (Staff code)"),
        ("Row 3: e-mail n@s.example stands in more than one row", "line 3, column D (E-mail)"),
    ]


def test_a_name_that_cannot_be_printed_is_named_with_its_character():
    (found,) = faults("0093,李,Mei,,Cook,", lacking=lambda text: "李" if "李" in text else "")
    assert found[0] == "Row 2: “Mei 李” has the character 李, which our documents cannot print"


def test_two_people_may_swap_their_addresses_in_one_file():
    nat = replace(NAT, email="nat@school.example")
    made = plan(
        "0091,New,Nia,nat@school.example,Cook,Kitchen",
        "0092,New,Nat,nia@school.example,Cleaner,Site",
        people=(NIA, nat),
    )
    assert made.faults == ()
    assert [change.what for change in made.changed] == [("email",), ("email",)]


def test_what_looks_like_a_formula_stays_as_it_is():
    (added,) = plan("0093,=HYPERLINK(1),+Ned,,@Cook,-KS1").added
    assert (added.name, added.role, added.phase) == ("+Ned =HYPERLINK(1)", "@Cook", "-KS1")


def test_a_whole_name_and_who_posts_are_columns_too():
    (added,) = plan("0093,Ned Ngo,Cook,yes", head="Number,Name,Role,Posts for the school").added
    assert (added.name, added.posts_for_school) == ("Ned Ngo", True)
    assert Field.NAME in proposed(("Number", "Name", "Role"))
