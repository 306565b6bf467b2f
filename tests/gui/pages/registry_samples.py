"""Sample values for every page: plainly invented people, the real policy pack."""

from __future__ import annotations

from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer
from PySide6.QtGui import QPainter, QPdfWriter

from candour.domain.checklist import Answers, Given, Unsettled
from candour.domain.exception_request import AskedFor
from candour.domain.pack_file import read_pack
from candour.domain.policy import Pack, Question, next_by
from candour.domain.wording import Names, fill, names_for
from candour.gui.pages.accounts import AccountsPage
from candour.gui.pages.ask import AskPage
from candour.gui.pages.check_and_sign import CheckAndSignPage
from candour.gui.pages.connections import ConnectionsPage
from candour.gui.pages.own_document import OwnDocumentPage
from candour.gui.pages.pdf_view import PdfViewPage
from candour.gui.pages.phone_cover import PhoneCover
from candour.gui.pages.question import QuestionPage
from candour.gui.pages.where_to_look import ticked_platforms
from candour.resources import resource_text
from candour.services.request_results import ApprovedAlready, AskingGround
from candour.services.results import AnswerLine, OpenCheck, OpenRequest, ToSign

if TYPE_CHECKING:
    from candour.gui.pages.page import Page
    from candour.gui.theme import Theme

TODAY: Final = date(2026, 9, 28)
SAVED: Final = datetime(2026, 9, 28, 10, 42)  # noqa: DTZ001 - the person's own clock, as pages show it


@cache
def sample_pack() -> Pack:
    """Return the pack of Milton Road."""
    return read_pack(resource_text("policies", "milton-road-2025.toml"))


def sample_names() -> Names:
    """Return the names that fill the texts: a school of invented people."""
    return names_for(
        sample_pack(),
        headteacher="Henrietta Sample",
        lead="Lena Example",
        deputy="Dai Specimen",
        hr="Bea Invented",
        since=date(2025, 10, 3),
        start_year=2026,
    )


SAMPLE_REQUESTS: Final = (
    OpenRequest("E-2026-014", "connection", "Approved", "My sister, a parent here", date(2027, 7, 31)),
    OpenRequest("E-2026-021", "connection", "Waiting for the Headteacher", "The parents in my child’s class", None),
)

SAMPLE_ANSWERS: Final[Answers] = {
    given.question: given
    for given in (
        Given("accounts", ("facebook", "instagram", "whatsapp")),
        Given("family", ("some",), requests=("E-2026-014",)),
        Given("parents", ("none",)),
        Given("pupils", ("none",)),
    )
}


def sample_check(answers: Answers | None = None) -> OpenCheck:
    """Return a check under way: the first four questions answered, unless other answers are given."""
    pack = sample_pack()
    return OpenCheck(
        round="2026–27",
        due=date(2026, 10, 16),
        pack=pack,
        checklist=pack.checklist("personal"),
        answers=SAMPLE_ANSWERS if answers is None else answers,
        names=sample_names(),
        policy_opened=True,
        requests=SAMPLE_REQUESTS,
        signed=None,
    )


def sample_question(question: str) -> Question:
    """Return a question of the checklist of personal accounts."""
    return next_by(sample_pack().checklist("personal").questions, "id", question)


def question_page(_theme: Theme) -> Page:
    """Return the question about ex-pupils with an answer chosen."""
    page = QuestionPage()
    given = Given("ex-pupils", ("removed",))
    page.show_question(sample_check(), sample_question("ex-pupils"), given, TODAY, SAVED)
    return page


def _line(
    question: str, about: str, answer: str, mark: str = "confirmed", outcome: str = "Confirmed"
) -> AnswerLine:
    return AnswerLine(question, sample_question(question).rail, about, answer, mark, outcome)


SAMPLE_LINES: Final = (
    ("accounts", "your accounts", "Facebook; Instagram; WhatsApp", "confirmed", ""),
    ("family", "family and others", "Yes; E-2026-014", "except", "Except E-2026-014"),
    ("parents", "parents", "I have looked, and there are none that I know of"),
    ("pupils", "pupils", "I have looked, and there are none that I know of"),
    ("ex-pupils", "ex-pupils", "I found some and removed them"),
    ("in-touch", "being in touch", "No"),
    (
        "own-phone",
        "your own phone",
        "I still do, I will stop; by 30 October 2026",
        "open",
        "Open until 30 October 2026",
    ),
    ("school-email", "school e-mail", "Yes"),
    ("child-messages", "messages from children", "No"),
    ("worrying", "worrying messages", "No"),
    ("posts", "posts", "I found something and took it down"),
    ("reputation", "the school’s reputation", "Yes"),
)


def sample_to_sign(unsettled: tuple[Unsettled, ...] = (), *, ask_secret: bool = True) -> ToSign:
    """Return what a member of staff would sign."""
    pack = sample_pack()
    return ToSign(
        reference="D-2026-0038",
        lines=tuple(_line(*line) for line in SAMPLE_LINES),
        outcomes=(),
        unsettled=unsettled,
        declaration_words=fill(pack.declaration, sample_names()),
        confirm_words=pack.confirm,
        declaration_pdf=b"" if unsettled else sample_pdf("Social media declaration 2026–27"),
        full_copy_pdf=b"" if unsettled else sample_pdf("Social media declaration 2026–27, full copy"),
        ask_secret=ask_secret,
    )


def sample_pdf(title: str) -> bytes:
    """Return a real PDF of two pages that says its title."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    painter = QPainter(writer)
    painter.drawText(400, 800, title)
    painter.drawText(400, 1400, "Ada Invented, teaching assistant")
    writer.newPage()
    painter.drawText(400, 800, "Questions as they were asked")
    painter.end()
    return bytes(buffer.data().data())


def check_and_sign_page(_theme: Theme) -> Page:
    """Return the page before signing, with one thing open and one exception."""
    page = CheckAndSignPage()
    page.show_to_sign(sample_check(SIGNED_ANSWERS), sample_to_sign(), SAVED)
    return page


SIGNED_ANSWERS: Final[Answers] = SAMPLE_ANSWERS | {
    question: Given(question, (choice,))
    for question, choice in (
        ("ex-pupils", "removed"),
        ("ex-pupils-reached-out", "no"),
        ("in-touch", "no"),
        ("own-phone", "still"),
        ("school-email", "yes"),
        ("child-messages", "no"),
        ("worrying", "no"),
        ("posts", "took-down"),
        ("reputation", "yes"),
    )
}


def accounts_page(_theme: Theme) -> Page:
    """Return the question about accounts, three of them ticked."""
    page = AccountsPage()
    page.show_question(sample_check(), sample_question("accounts"), SAMPLE_ANSWERS["accounts"], TODAY, SAVED)
    return page


def connections_page(_theme: Theme) -> Page:
    """Return the question about family with its two requests."""
    page = ConnectionsPage()
    page.show_question(sample_check(), sample_question("family"), SAMPLE_ANSWERS["family"], TODAY, SAVED)
    return page


def ask_page(_theme: Theme) -> Page:
    """Return an empty request about family."""
    return AskPage(sample_asking(), sample_question("family"), TODAY, check=sample_check())


def ask_approval_page(_theme: Theme) -> Page:
    """Return a draft of a prior approval, outside of a check, with a standing approval to tick instead."""
    return AskPage(sample_asking(), sample_question("own-phone"), TODAY, begun=SAMPLE_APPROVAL, draft="d1")


def sample_asking() -> AskingGround:
    """Return what a request is written with: two colleagues, and what is approved already."""
    check = sample_check()
    approved = (
        ApprovedAlready("own-phone", "Ringing the school yourself", None),
        ApprovedAlready("own-phone", "The residential trip’s phone", date(2027, 6, 30)),
    )
    staff = (("p1", "Henrietta Sample"), ("p2", "Lena Example"))
    return AskingGround(check.pack, check.checklist, check.names, check.answers, staff, approved)


SAMPLE_APPROVAL: Final = AskedFor(
    kind="prior approval",
    question="own-phone",
    connection="",
    who="Families on the first morning, when the office line is busy",
    where=("My own phone or number",),
    safeguards=("No talk of school",),
    line="",
    ends="The school year ends",
    until=date(2027, 7, 31),
    group=False,
    about_headteacher=False,
)


def pdf_view_page(_theme: Theme) -> Page:
    """Return both copies before signing."""
    to_sign = sample_to_sign()
    return PdfViewPage(to_sign.declaration_pdf, to_sign.full_copy_pdf)


def own_document_page(_theme: Theme) -> Page:
    """Return the school's own document."""
    return OwnDocumentPage("Social media policy 2025.pdf", sample_pdf("Social media policy"))


def phone_cover(_theme: Theme) -> Page:
    """Return the cover with the steps for the ticked accounts."""
    check = sample_check()
    return PhoneCover(ticked_platforms(check.pack, check.checklist, check.answers))
