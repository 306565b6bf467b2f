"""The pages of one's own requests, made with sample values for the registry."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

from tests.gui.pages.around import FRAME, RECORD_OF
from tests.gui.pages.registry_samples import SAMPLE_APPROVAL, sample_asking, sample_pdf

from candour.domain.request_dates import Reminder, acts_open_to
from candour.domain.request_moves import Mover, RequestAct, RequestState
from candour.gui.pages.ask_what import AskWhatPage
from candour.gui.pages.letter import LetterPage
from candour.gui.pages.my_record import MyRecordPage
from candour.gui.pages.request import RequestPage
from candour.gui.pages.request_end import RequestEndPage
from candour.services.request_results import DecisionRead, Happened, LookAgain, MyRequest, PointChanged
from candour.services.results import OpenRequest

if TYPE_CHECKING:
    from candour.gui.pages.page import Page
    from candour.gui.theme import Theme
    from candour.services.year_results import MyRecord

HEAD: Final = "Henrietta Sample"
UNTIL: Final = date(2027, 7, 31)
STORY: Final = (
    Happened(date(2026, 9, 20), "", RequestAct.ASK, ""),
    Happened(date(2026, 9, 22), HEAD, RequestAct.QUESTION, "Which families, and how often?"),
)
ANSWERED: Final = (*STORY, Happened(date(2026, 9, 23), "", RequestAct.ANSWER, "Year 4 only, once a term."))
DECISION: Final = DecisionRead(
    decided_on=date(2026, 9, 25),
    by=HEAD,
    office="headteacher",
    conditions=("No talk of school", "No pictures of other pupils"),
    line="Ring from the office when the line is free.",
    reason="",
    has_letter=True,
)
CHANGED: Final = (
    PointChanged("E-2026-014", "family", "family and others", RequestState.WITH_CONDITIONS, asks=False),
    PointChanged("E-2026-021", "own-phone", "your own phone", RequestState.NOT_APPROVED, asks=True),
)
LOOK: Final = (
    LookAgain("E-2026-014", "My sister", date(2026, 10, 20), 13, Reminder.ENDS_SOON),
    LookAgain("E-2025-009", "My daughter’s class group", UNTIL, 297, Reminder.STILL_RIGHT),
)


def a_request(state: RequestState, **changed: object) -> MyRequest:
    values: dict[str, object] = {
        "reference": "E-2026-021",
        "kind": "prior approval",
        "state": state,
        "asked_on": date(2026, 9, 20),
        "until": UNTIL,
        "asked": SAMPLE_APPROVAL,
        "staff": "Lena Example",
        "timeline": ANSWERED,
        "question": "",
        "decision": None,
        "acts": acts_open_to(Mover.ASKER, state),
        "reminder": None,
    }
    return MyRequest(**(values | changed))  # type: ignore[arg-type]


def asked_a_question() -> MyRequest:
    return a_request(RequestState.QUESTION, timeline=STORY, question=STORY[-1].words)


def decided(**changed: object) -> MyRequest:
    story = (*ANSWERED, Happened(date(2026, 9, 25), HEAD, RequestAct.APPROVE_WITH_CONDITIONS, ""))
    values: dict[str, object] = {"timeline": story, "decision": DECISION, "reminder": Reminder.ENDS}
    return a_request(RequestState.WITH_CONDITIONS, **(values | changed))


def ask_what_page(_theme: Theme) -> Page:
    return AskWhatPage(FRAME, sample_asking())


def question_page(_theme: Theme) -> Page:
    return RequestPage(FRAME, asked_a_question())


def decided_page(_theme: Theme) -> Page:
    return RequestPage(FRAME, decided(), "Your answer is sent.")


def closed_page(_theme: Theme) -> Page:
    refused = DecisionRead(
        date(2026, 9, 25), HEAD, "headteacher", (), "", "The group is open to all.", has_letter=False
    )
    return RequestPage(FRAME, a_request(RequestState.NOT_APPROVED, asked=None, staff="", decision=refused))


def end_page(_theme: Theme) -> Page:
    return RequestEndPage(FRAME, decided())


def withdraw_page(_theme: Theme) -> Page:
    return RequestEndPage(FRAME, a_request(RequestState.WAITING))


def letter_page(_theme: Theme) -> Page:
    return LetterPage("E-2026-021", sample_pdf("A sample letter"))


def record_with_requests() -> MyRecord:
    draft = OpenRequest("", "connection", RequestState.DRAFT, "An old friend", None, draft="d1")
    requests = (draft, *RECORD_OF.requests)
    return replace(RECORD_OF, requests=requests, changed=CHANGED, look_again=LOOK)


def record_page(_theme: Theme) -> Page:
    return MyRecordPage(FRAME, record_with_requests())
