"""What people of the sample school do at the app, each as themselves: sign in, answer, ask, sign."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, cast

from candour.documents.press import Press
from candour.domain.checklist import Given
from candour.domain.flow import next_question
from candour.domain.reminding import Way
from candour.keys.slots import SlotsFile
from candour.keys.smith import Smith
from candour.register import people as people_rows
from candour.register.engine import open_register
from candour.sample.decisions import as_last_year, decide
from candour.sample.people import PASSPHRASE
from candour.services.desk import Desk
from candour.services.sign_in import SignIn
from candour.services.witness import Witness

if TYPE_CHECKING:
    from candour.app import Building
    from candour.domain.checklist import Answers
    from candour.domain.deciding import NewDecision
    from candour.domain.exception_request import AskedFor
    from candour.domain.policy import Checklist, Question
    from candour.register.engine import FileRegister
    from candour.services.ports import Keysmith


@dataclass(frozen=True)
class Turn:
    """What one person does on one day.

    `differently` holds the answers that are not the plain ones, `asks` a request to the Headteacher that goes with
    the answer to its question, `stops_after` the question after which the person leaves it for today ("": signs),
    `keeps` a request that they begin and do not send. With `withdraws` they take theirs back in the end, with
    `again` they ask on last year's terms. Who posts for the school signs School accounts too, but for `one_alone`.
    `decides` is whose request the Headteacher decides, and how; `reminds` is whom HR reminds, by staff number; then
    nothing else is done.
    """

    number: str
    differently: tuple[Given, ...] = ()
    asks: AskedFor | None = None
    stops_after: str = ""
    keeps: AskedFor | None = None
    withdraws: bool = False
    again: bool = False
    one_alone: bool = False
    decides: tuple[str, NewDecision] | None = None
    reminds: tuple[str, ...] = ()


# A register that was closed opens again at its next use, and still knows how its queries are written.
opened_before = lru_cache(maxsize=1)(open_register)


def desk_at(built: Building) -> Desk:
    """Return the services of the place at a computer that many people use, one after the other."""
    slots, smith = SlotsFile(built.place.slots), cast("Keysmith", Smith(built.cost))

    def remember(register_key: bytes) -> None:
        if built.vault is not None:
            built.vault.put(slots.register_id, register_key)

    def opened(key: bytes) -> FileRegister:
        return opened_before(built.place.register, key)

    witness = Witness(built.place.folder / "seen-heads.json")
    sign_in = SignIn(slots, smith, opened, remember, witness, built.clock)
    return Desk(sign_in, slots, smith, Press())


def enrol(built: Building, number: str, code: str) -> None:
    """Sign in for the first time with the code on a slip, and choose the passphrase that everybody has here."""
    theirs = desk_at(built)
    theirs.sign_in.sign_in(number, code)
    theirs.passphrase().choose(PASSPHRASE)
    theirs.sign_in.lock()


def play_turn(built: Building, turn: Turn) -> None:
    """Do all of one person's turn through the services that the window uses."""
    theirs = desk_at(built)
    theirs.sign_in.sign_in(turn.number, PASSPHRASE)
    if turn.decides is not None:
        decide(theirs, *turn.decides)
    elif turn.reminds:
        _remind(theirs, turn.reminds)
    else:
        _play_check(theirs, turn)
    theirs.sign_in.lock()


def _remind(office: Desk, numbers: tuple[str, ...]) -> None:
    with office.sign_in.session.register.read() as at:
        people = [each.person for each in people_rows.current(at) if each.number in numbers]
    office.reminding().note(people, Way.DRAFT)


def _play_check(theirs: Desk, turn: Turn) -> None:
    check = theirs.my_check()
    check.note_policy_opened()
    others = {given.question: given for given in turn.differently}
    reference = ""
    if turn.asks is not None:
        asked = others[turn.asks.question]
        reference = theirs.requests().ask(as_last_year(theirs, turn.asks) if turn.again else turn.asks)
        others[asked.question] = replace(asked, requests=(reference,))
    check.save(*_answers(check.ground().checklist, others, turn.stops_after).values())
    if not turn.stops_after:
        _sign(theirs, turn)
    if turn.keeps is not None:
        theirs.request_drafts().save(turn.keeps)
    if turn.withdraws:
        theirs.my_requests().withdraw(reference)


def _sign(theirs: Desk, turn: Turn) -> None:
    """Sign what was answered, and each further checklist that they are asked, answered plainly."""
    ground = theirs.my_check().ground()
    for checklist in ground.asked[:1] if turn.one_alone else ground.asked:
        if checklist != ground.checklist:
            theirs.my_check(checklist.id).save(*_answers(checklist, {}, "").values())
        declaring = theirs.declaring(checklist.id)
        declaring.prepare()
        declaring.sign("")


def _answers(checklist: Checklist, others: Answers, last: str) -> Answers:
    answers: Answers = {}
    question = next_question(checklist, answers, None)
    while question is not None:
        answers[question.id] = others.get(question.id, plain_answer(question))
        question = None if question.id == last else next_question(checklist, answers, question.id)
    return answers


def plain_answer(question: Question) -> Given:
    """Return the answer that leaves nothing open; where several may be ticked, two everyday accounts."""
    confirmed = tuple(a.id for a in question.answers if a.outcome == "confirmed")
    several = question.kind == "accounts"
    return Given(question.id, tuple(a for a in confirmed if a != question.alone)[:2] if several else confirmed[:1])
