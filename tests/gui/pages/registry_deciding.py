"""The pages of whoever decides, made with sample values for the registry."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageWriter, QPainter
from tests.gui.pages.registry_samples import sample_pdf

from candour.domain.deciding import LikeCases
from candour.domain.exception_request import AskedFor
from candour.domain.people import Office
from candour.domain.request_moves import RequestAct, RequestState
from candour.gui.pages.decided import DecidedPage, RevokePage
from candour.gui.pages.decisions import DecisionsPage
from candour.gui.pages.paper_view import PaperViewPage
from candour.gui.pages.same_terms import SameTermsPage
from candour.gui.pages.slip_compare import SlipComparePage
from candour.gui.pages.slip_enter import SlipEnterPage
from candour.gui.pages.slips import SlipsPage
from candour.gui.pages.standing import StandingPage
from candour.gui.pages.today import TodayPage
from candour.gui.places import Frame, places_of
from candour.services.deciding_results import (
    DecidedLine,
    EarlierDecision,
    LateToDo,
    RequestToDecide,
    SameTerms,
    SameTermsLine,
    SlipGround,
    SlipLine,
    StandingGround,
    StandingLine,
    Today,
    WaitingRequest,
)
from candour.services.paper_results import EnvelopeLine
from candour.services.request_results import Happened

if TYPE_CHECKING:
    from candour.gui.theme import Theme

DAY = date(2026, 10, 21)
FRAME = Frame("Ada Aldous-Example", "Headteacher", places_of((Office.HEADTEACHER, Office.KEEPER)))
READY = (
    "No talk of school",
    "No pictures of other pupils",
    "Only within family or this group, and nobody from school is added",
    "Tell the Headteacher when something changes",
)


def waiting(number: int, **said: Any) -> WaitingRequest:
    known: dict[str, Any] = {
        "reference": f"E-2026-{number:03d}",
        "name": "Iris Invented",
        "role": "Teaching assistant, Year 2",
        "kind": "connection",
        "connection": "A close relative",
        "state": RequestState.WAITING,
        "asked_on": DAY - timedelta(days=4),
        "days": 4,
        "mine": False,
        "opens": True,
        "same_terms": False,
    }
    return WaitingRequest(**(known | said))


LINES = (
    waiting(14, same_terms=True),
    waiting(
        15,
        name="Theo Thought-Up",
        role="Class teacher, Year 6",
        kind="prior approval",
        connection="",
        days=2,
    ),
    waiting(
        17,
        name="Mo Made-Up",
        role="Midday supervisor",
        connection="My own child",
        state=RequestState.QUESTION,
        days=1,
    ),
    waiting(18, name="Ada Aldous-Example", role="Headteacher", connection="", mine=True, days=0),
)

ASKED = AskedFor(
    kind="connection",
    question="family",
    connection="A close relative",
    who="Her sister, who is the parent of a pupil in Year 4 (sample)",
    where=("Facebook", "WhatsApp"),
    safeguards=("No talk of school",),
    line="We are close and speak every day. I will not discuss school with her online.",
    ends="The child leaves the school",
    until=date(2027, 7, 31),
    group=False,
    about_headteacher=False,
)
REQUEST = RequestToDecide(
    line=LINES[0],
    asked=ASKED,
    staff="",
    timeline=(
        Happened(date(2026, 10, 17), "Iris Invented", RequestAct.ASK, ""),
        Happened(date(2026, 10, 19), "Ada Aldous-Example", RequestAct.QUESTION, "Does she teach here too?"),
        Happened(date(2026, 10, 20), "Iris Invented", RequestAct.ANSWER, "No, she is a parent alone."),
    ),
    earlier=EarlierDecision(
        reference="E-2025-009",
        state=RequestState.WITH_CONDITIONS,
        decided_on=date(2025, 10, 12),
        until=date(2026, 7, 31),
        conditions=READY[:2],
        line="",
        reason="",
        same_terms=True,
    ),
    like=LikeCases(approved=6, refused=0, since=2024, usual=READY[:2]),
    ready=READY,
    first=DAY,
    last=date(2027, 7, 31),
    decider="Ada Aldous-Example",
    ask_secret=False,
)


def today_page(_theme: Theme) -> TodayPage:
    late = (LateToDo("Lou Late-Example", "pupils", date(2026, 10, 16)),)
    counted = {"speak_today": 1, "rather_talk": 2, "brought": 1}
    envelopes = (EnvelopeLine("paper-one", "Pat Paper-Example", DAY, ("2.1", "2.8")),)
    return TodayPage(FRAME, Today("Ada Aldous-Example", LINES, late, 34, 42, **counted, envelopes=envelopes))


def today_none_page(_theme: Theme) -> TodayPage:
    return TodayPage(FRAME, Today("Ada Aldous-Example", (), (), 42, 42))


def decisions_page(_theme: Theme) -> DecisionsPage:
    page = DecisionsPage(FRAME, LINES)
    page.show_request(REQUEST, focus=False)
    return page


def decisions_terms_page(_theme: Theme) -> DecisionsPage:
    page = DecisionsPage(FRAME, LINES, said="E-2026-013 is decided. The letter is ready for its asker.")
    page.show_request(replace(REQUEST, ask_secret=True), focus=False)
    if page.form is not None:
        page.form.take_earlier()
    return page


def decisions_refuse_page(_theme: Theme) -> DecisionsPage:
    page = DecisionsPage(FRAME, LINES[1:])
    request = replace(REQUEST, line=LINES[1], earlier=None, like=None, last=None)
    page.show_request(request, focus=False)
    if page.form is not None:
        page.form.choices.choose(RequestAct.NOT_APPROVE.value)
    return page


def decisions_question_page(_theme: Theme) -> DecisionsPage:
    page = decisions_page(_theme)
    if page.form is not None:
        page.form.asked.emit()
    return page


def decisions_own_page(_theme: Theme) -> DecisionsPage:
    page = DecisionsPage(FRAME, LINES)
    page.show_own(LINES[3])
    return page


def decisions_none_page(_theme: Theme) -> DecisionsPage:
    return DecisionsPage(FRAME, ())


def same_terms_page(_theme: Theme) -> SameTermsPage:
    terms = "Until 31 July 2027; No talk of school; No pictures of other pupils"
    lines = tuple(SameTermsLine(line, terms) for line in (LINES[0], LINES[2]))
    return SameTermsPage(FRAME, SameTerms(lines, ask_secret=True))


def decided_line(number: int, **said: Any) -> DecidedLine:
    known: dict[str, Any] = {
        "reference": f"E-2026-{number:03d}",
        "name": "Iris Invented",
        "kind": "connection",
        "connection": "A close relative",
        "state": RequestState.WITH_CONDITIONS,
        "decision": RequestState.WITH_CONDITIONS,
        "decided_on": DAY,
        "decided_by": "Ada Aldous-Example",
        "until": date(2027, 7, 31),
        "conditions": READY[:2],
        "on_paper": False,
        "can_revoke": True,
        "has_letter": True,
    }
    return DecidedLine(**(known | said))


DECIDED = (
    decided_line(13),
    decided_line(
        12,
        name="Theo Thought-Up",
        state=RequestState.NOT_APPROVED,
        decision=RequestState.NOT_APPROVED,
        until=None,
        conditions=(),
        can_revoke=False,
    ),
    decided_line(
        11,
        name="Mo Made-Up",
        state=RequestState.ENDED,
        on_paper=True,
        has_letter=False,
        can_revoke=False,
        decided_by="Cora Chair-Example",
    ),
)


def decided_page(_theme: Theme) -> DecidedPage:
    return DecidedPage(FRAME, DECIDED)


def decided_none_page(_theme: Theme) -> DecidedPage:
    return DecidedPage(FRAME, ())


def revoke_page(_theme: Theme) -> RevokePage:
    return RevokePage(FRAME, DECIDED[0])


STANDING_LINES = (
    StandingLine("1", "The residential trip’s phone", "your own phone", (), True, DAY, date(2027, 6, 12), False),
    StandingLine("2", "Ringing in sick", "your own phone", ("Iris Invented", "Mo Made-Up"), False, DAY, None, True),
)
STANDING_GROUND = StandingGround(
    questions=(("family", "family and others"), ("own-phone", "your own phone")),
    staff=(("p1", "Iris Invented"), ("p2", "Mo Made-Up"), ("p3", "Theo Thought-Up")),
    lines=STANDING_LINES,
    today=DAY,
)


def standing_page(_theme: Theme) -> StandingPage:
    return StandingPage(FRAME, STANDING_GROUND)


def standing_some_page(_theme: Theme) -> StandingPage:
    page = StandingPage(FRAME, replace(STANDING_GROUND, lines=()))
    page.some.setChecked(True)
    page.has_end.setChecked(True)
    return page


def slip_line(number: int, **said: Any) -> SlipLine:
    known: dict[str, Any] = {
        "paper": f"slip {number}",
        "reference": f"E-2026-{number:03d}",
        "decision": RequestState.WITH_CONDITIONS,
        "conditions": READY[:1],
        "until": date(2027, 7, 31),
        "decided_on": DAY,
        "signed_by": "Cora Chair-Example",
        "entered_by": "Harriet Resource",
        "confirmed_by": "",
        "overtaken": False,
        "can_confirm": True,
        "why_not": "",
        "can_drop": True,
    }
    return SlipLine(**(known | said))


SLIP_LINES = (
    slip_line(18),
    slip_line(19, can_confirm=False, why_not="You entered it, so somebody else confirms it."),
    slip_line(6, can_confirm=False, can_drop=False, confirmed_by="Dee Puty"),
    slip_line(5, can_confirm=False, overtaken=True, until=None, conditions=(), decision=RequestState.NOT_APPROVED),
)


def slips_page(_theme: Theme) -> SlipsPage:
    return SlipsPage(FRAME, SlipGround(SLIP_LINES, READY, DAY, may_enter=True))


def slips_none_page(_theme: Theme) -> SlipsPage:
    return SlipsPage(FRAME, SlipGround((), READY, DAY, may_enter=False))


def slip_enter_page(_theme: Theme) -> SlipEnterPage:
    page = SlipEnterPage(FRAME, SlipGround((), READY, DAY, may_enter=True))
    page.choices.choose(RequestAct.APPROVE_WITH_CONDITIONS.value)
    page.has_end.setChecked(True)
    return page


def scanned() -> bytes:
    """Return a picture of a slip as a scanner would make it."""
    image = QImage(620, 420, QImage.Format.Format_Grayscale8)
    image.fill(250)
    painter = QPainter(image)
    for row in range(6):
        painter.fillRect(60, 60 + 50 * row, 420 - 40 * (row % 3), 8, "black")
    painter.end()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    return bytes(content.data())


def slip_compare_page(_theme: Theme) -> SlipComparePage:
    return SlipComparePage(FRAME, SLIP_LINES[0], scanned())


def slip_compare_pdf_page(_theme: Theme) -> SlipComparePage:
    return SlipComparePage(FRAME, SLIP_LINES[0], b"%PDF-1.7")


def paper_view_page(_theme: Theme) -> PaperViewPage:
    return PaperViewPage("The letter of the decision", "E-2026-013", sample_pdf("E-2026-013"), "Back")
