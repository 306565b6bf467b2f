"""Child processes for `test_kill`: each says what was acknowledged, and is then killed without warning."""

from __future__ import annotations

import os

from tests.schools import School, answer_all

from candour.domain.checklist import Given
from candour.domain.flow import next_question
from candour.sample import people as cast
from candour.sample.turns import plain_answer


def answer_for_ever(school: School, acknowledge: int) -> None:
    """Go through the check again and again, each round with another answer, and say each that was saved."""
    check = school.desk(cast.CLASS_TEACHER.number).my_check()
    opened = check.open()
    turn = 0
    while True:
        turn += 1
        answers = check.open().answers
        question = next_question(opened.checklist, answers, None)
        while question is not None:
            given = plain_answer(question)
            if question.kind == "choice":
                given = Given(question.id, given.choices, told=f"turn {turn}")
            answers = check.save(given).answers
            os.write(acknowledge, f"{question.id}\t{given.told or '-'}\n".encode())
            question = next_question(opened.checklist, answers, question.id)


def sign_for_ever(school: School, acknowledge: int) -> None:
    """Sign again and again, each superseding the one before, and say each reference that was signed."""
    theirs = school.desk(cast.CLASS_TEACHER.number)
    if theirs.my_check().open().signed is None:
        answer_all(theirs)
    os.write(acknowledge, b"ready\n")
    declaring = theirs.declaring()
    while True:
        declaring.prepare()
        os.write(acknowledge, f"{declaring.sign('').reference}\n".encode())
