"""An invented school for the tests of the register: real keys and signatures, plainly invented people."""

from __future__ import annotations

import multiprocessing
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, TypeVar

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from candour.domain.exceptions import (
    Decided,
    PaperDecision,
    RequestDraft,
    RequestWords,
    StandingApproval,
    StandingFor,
)
from candour.domain.journal import Act, SealedContent, StoredFile
from candour.domain.paper_declaration import PaperDeclaration, PaperLine
from candour.domain.people import (
    Away,
    BackupPlace,
    Columns,
    Contact,
    Enrolment,
    Holding,
    Invitation,
    KeyClosed,
    Left,
    Office,
    OfficeKey,
    Opened,
    Person,
    School,
)
from candour.domain.reminding import Holiday, Reminded
from candour.domain.round import (
    AskedAgain,
    Declared,
    DeclaredLine,
    Draft,
    InRound,
    KeptOut,
    Note,
    PackAdopted,
    Request,
    Round,
    SignedUnder,
)
from candour.domain.speaking import Brought, Handled, Wish
from candour.register.signatures import verifies

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from candour.register.engine import Register

FoundT = TypeVar("FoundT")

KEY = bytes(range(32))
REGISTER, SCHOOL, ROUND, CHECKLIST = "register-of-tests", "school-of-tests", "2026–27", "personal"
DAY = date(2026, 9, 14)
NOW = datetime(2026, 9, 14, 8, 30, tzinfo=UTC)
MARKER = "Peregrine Plantedmarker"


class TestAuthor:
    """A P-256 key made from a number, so that a stored register stays readable for ever."""

    __test__ = False

    def __init__(self, number: int) -> None:
        self.private = ec.derive_private_key(number, ec.SECP256R1())
        point = self.private.public_key().public_bytes(Encoding.X962, PublicFormat.CompressedPoint)
        self.key_id = point.hex()

    def sign(self, data: bytes) -> bytes:
        return self.private.sign(data, ec.ECDSA(SHA256()))


ROOT, HR, TEACHER, STRANGER = (TestAuthor(number) for number in (11, 12, 13, 14))


@dataclass
class TestCertificates:
    """Knows that the root signed the opening, and the invitation's authority (here a bare key) the enrolment."""

    __test__ = False

    def school_fault(self, school: School, author: str) -> str:
        good = verifies(school.root.hex(), school.root_signature, author.encode())
        return "" if good else "was not opened by the school's root"

    def enrolment_fault(self, school: School, invitation: Invitation, person: Person, enrolment: Enrolment) -> str:
        signed = verifies(invitation.authority.hex(), enrolment.authority_signature, enrolment.statement)
        good = signed and enrolment.key.encode() in enrolment.statement and school.school == SCHOOL
        return "" if good else f"enrols a forged key of {person.name}"


CERTIFICATES = TestCertificates()


def invited(person: str, number: int) -> tuple[TestAuthor, Invitation]:
    authority = TestAuthor(number)
    point = bytes.fromhex(authority.key_id)
    return authority, Invitation(f"invitation-of-{person}", person, "hr", point, DAY + timedelta(days=30))


def enrolled(author: TestAuthor, person: str, authority: TestAuthor) -> Enrolment:
    statement = f"{person} has {author.key_id}".encode()
    return Enrolment(
        author.key_id,
        f"reading-{person}",
        person,
        f"invitation-of-{person}",
        b"certificate",
        statement,
        authority.sign(statement),
        DAY,
    )


def person_row(person: str, number: str, name: str, **changes: object) -> Person:
    values: dict[str, object] = {
        "email": f"{person}@invented.example",
        "role": "Teacher",
        "phase": "KS1",
        "posts_for_school": False,
        "here": True,
    }
    return Person(person, number, name, **(values | changes))  # type: ignore[arg-type]


def opening() -> Act:
    authority, invitation = invited("hr", 21)
    root, signature = bytes.fromhex(ROOT.key_id), ROOT.sign(HR.key_id.encode())
    school = School(SCHOOL, REGISTER, "Plainly Invented Primary", root, b"seal", signature)
    rows = (
        school,
        person_row("hr", "1", "Hetty Invented"),
        Holding("holding-1", Office.HR.value, "hr", DAY, None, acting=False),
        Holding("holding-2", Office.HEADTEACHER.value, "hr", DAY, None, acting=False),
        invitation,
        enrolled(HR, "hr", authority),
        Contact(Office.DESIGNATED_LEAD.value, "Lena Invented", "Room 4", "01223 000000"),
        PackAdopted("pack-hash", "text of a pack", "", ""),
    )
    return Act("school opened", SCHOOL, rows)


def joining() -> Act:
    authority, invitation = invited("teacher", 22)
    rows = (
        person_row("teacher", "38", MARKER),
        invitation,
        enrolled(TEACHER, "teacher", authority),
        OfficeKey(Office.HEADTEACHER.value, "office-reading-key", "hr"),
        Round(ROUND, 2026, DAY, DAY + timedelta(days=20), "pack-hash"),
        InRound(ROUND, "hr", DAY + timedelta(days=20)),
        InRound(ROUND, "teacher", DAY + timedelta(days=20)),
        Away("hr", DAY + timedelta(days=3)),
        Left("leaver", DAY),
        Columns("header-hash", '{"name":"Surname"}'),
        BackupPlace("/mnt/second-place"),
        Opened("teacher", "hr", "full copy", "asked by the governors"),
        Note("teacher", "content-1"),
        Wish("teacher", CHECKLIST, Office.HEADTEACHER.value, "content-1"),
        Brought("teacher", "content-1"),
        Handled("content-1", "content-2"),
        KeptOut(ROUND, "leaver"),
        AskedAgain(ROUND, "pack-hash", "2.8", CHECKLIST, "parents"),
        SignedUnder("D-2025-0038", "pack-hash"),
        Reminded(ROUND, "teacher", DAY, "draft"),
        Holiday("holiday-1", "Half-term", DAY + timedelta(days=42), DAY + timedelta(days=46), removed=False),
    )
    return Act("round opened", ROUND, rows)


def drafting(content: str = "content-1", person: str = "teacher") -> Act:
    sealed = SealedContent(
        content, content.encode() * 40, {"reading-teacher": b"wrapped-1", "office": b"wrapped-2"}
    )
    return Act("confidential", person, (Draft(person, ROUND, CHECKLIST, content),), (sealed,))


def declaring(reference: str = "D-2026-0038", person: str = "teacher", open_lines: int = 1) -> Act:
    pdf = StoredFile(f"%PDF of {reference}".encode())
    row = Declared(
        reference,
        person,
        ROUND,
        CHECKLIST,
        TEACHER.key_id,
        DAY,
        "facts-hash",
        pdf.digest,
        f"full-{reference}",
        "",
        open_lines,
        DAY if open_lines else None,
    )
    lines = (
        DeclaredLine(reference, "followers", "2.1", "Confirmed", None),
        DeclaredLine(reference, "photos", "2.2", "Open until 30 September", DAY),
    )
    copy = SealedContent(f"full-{reference}", b"sealed full copy", {"reading-teacher": b"wrapped-3"})
    return Act("declared", reference, (row, *lines), (copy,), (pdf,))


def asking(reference: str = "E-2026-014", state: str = "asked") -> Act:
    row = Request(reference, "teacher", ROUND, "connection", state, DAY, None, "content-1")
    return Act("exception asked", reference, (row,))


def asked_and_decided(reference: str = "E-2026-014") -> Act:
    """Put a row into every table of exceptions, as one entry."""
    rows = (
        *asking(reference).rows,
        Decided(reference, "teacher", "hr", "Not approved", "No pictures", DAY, "paper-1", "content-2"),
        RequestWords(reference, "hr", "question asked about exception", "content-2"),
        PaperDecision("paper-1", reference, "Not approved", "", DAY, DAY, "Cora", "scan", "hr", dropped=False),
        RequestDraft("draft-1", "teacher", "content-2"),
        StandingApproval("standing-1", "own-phone", "The trip", DAY, None, everyone=False, decided_by="hr"),
        StandingFor("standing-1", "teacher", ended=False),
    )
    return Act("exception asked", reference, rows)


def on_paper(
    paper: str = "paper-1", person: str = "teacher", state: str = "confirmed", day: date = DAY, open_lines: int = 0
) -> Act:
    """Put a declaration on paper into its tables as it stands after one act."""
    scan = StoredFile(f"%PDF of {paper}".encode())
    row = PaperDeclaration(
        paper=paper,
        reference=f"D-2026-0038-P-{paper}",
        person=person,
        round=ROUND,
        checklist=CHECKLIST,
        signed_on=day,
        scan=scan.digest,
        entered_by="hr",
        confirmed_by="head" if state == "confirmed" else "",
        state=state,
        open_lines=open_lines,
        next_date=DAY if open_lines else None,
    )
    line = PaperLine(paper, "followers", "2.1", "Confirmed", None)
    if state == "entered":
        return Act("paper declaration entered", paper, (row, line), (), (scan,))
    return Act(f"paper declaration {state}", paper, (row,))


def closing(author: TestAuthor, person: str) -> Act:
    return Act("key closed", person, (KeyClosed(author.key_id, person, "signed once"),))


def keep(register: Register, act: Act, author: TestAuthor = HR, now: datetime = NOW) -> None:
    """Write one act, and give its entry its place in the chain, as a keeper's app does where entries wait."""
    with register.write() as writer:
        writer.record(act, author, now)
        writer.commit()
    register.link_new()


def play(register: Register) -> None:
    """Write a short year: opened, joined, drafted twice, declared, asked and decided, closed."""
    keep(register, opening())
    keep(register, joining())
    keep(register, drafting(), TEACHER)
    keep(register, drafting("content-2"), TEACHER)
    keep(register, declaring(), TEACHER)
    keep(register, asked_and_decided(), TEACHER)
    keep(register, closing(TEACHER, "teacher"), TEACHER)


def the(found: FoundT | None) -> FoundT:
    """Return what a query found, which must be something."""
    assert found is not None
    return found


def in_child(work: Callable[..., str], *args: object) -> str:
    """Run `work` in a process of its own and return what it returned; AssertionError when it died."""
    context = multiprocessing.get_context("fork")
    answers, questions = context.Pipe(duplex=False)
    child = context.Process(target=lambda: questions.send(work(*args)))
    child.start()
    questions.close()
    try:
        return str(answers.recv())
    finally:
        child.join()
        answers.close()


def bytes_beside(path: Path) -> bytes:
    """Return the bytes of every file in the register's folder."""
    return b"".join(file.read_bytes() for file in sorted(path.parent.iterdir()) if file.is_file())
