"""What is held about me: all of it, in words and as data, and who opened it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import msgspec

from candour.domain.dates import uk_date
from candour.domain.exception_request import AskedFor, DecidedWords, SaidWords
from candour.domain.exceptions import Decided, RequestDraft, RequestWords
from candour.domain.held import HeldPaper, HeldPart
from candour.domain.journal import Row, plain_row
from candour.domain.people import Office
from candour.domain.round import Declared, Draft, Request
from candour.register import drafts as content_rows
from candour.register import people as people_rows
from candour.register.held import entries_about, rows_about
from candour.services.answer_lines import answers_in_words
from candour.services.drafts import DraftContent
from candour.services.full_copy import FullCopy
from candour.services.handling import own_steps
from candour.services.held_heard import SEALED_AS, heard_parts
from candour.services.held_lines import held_lines, moment_of
from candour.services.held_requests import request_parts
from candour.services.known import name_of_holder, pack_of_round, person_of, round_of, school_of
from candour.services.pack_history import pack_behind
from candour.services.results import Held, HeldLine, OpenedLine

if TYPE_CHECKING:
    from datetime import tzinfo

    from candour.domain.checklist import Answers
    from candour.domain.people import Person
    from candour.register.held import HeldRow
    from candour.services.my_check import MyCheck
    from candour.services.ports import Documents, Keysmith
    from candour.services.session import Session

FORMAT = "candour-held/1"
"""Names the layout of the JSON; a change of it is a new number."""

CLOSED = "Sealed: your present keys cannot open it"

RIGHTS = (
    "Something wrong in the list of people: tell {hr}, who corrects it.",
    "What you signed is never altered. Choose “Something has changed” to sign an update that takes its place.",
    "You can complain to the school, and to the Information Commissioner’s Office (ico.org.uk).",
)
"""How to have something corrected and where to complain (UK GDPR, articles 15(1), 16 and 77)."""


_SEALED: dict[type[Row], tuple[str, type[Any] | None]] = {
    Declared: ("full_copy", FullCopy),
    Draft: ("content", DraftContent),
    Request: ("content", AskedFor),
    RequestDraft: ("content", AskedFor),
    RequestWords: ("content", SaidWords),
    Decided: ("content", DecidedWords),
    **{kind: ("content", content) for kind, content in SEALED_AS.items()},
}
"""What is sealed behind a row: the name of the column that refers to it ("" there: nothing), and what it holds."""


class HeldAboutMe:
    """Gathers all that the register holds about the signed-in person, opened with their own keys."""

    def __init__(self, session: Session, smith: Keysmith, check: MyCheck, documents: Documents) -> None:
        self._session = session
        self._smith = smith
        self._check = check
        self._documents = documents

    def mine(self) -> Held:
        """Return every line, who opened what, and all of it as a PDF and as JSON."""
        session = self._session
        with session.register.read() as at:
            person, school = person_of(at, session.person), school_of(at)
            found = rows_about(at, session.person)
            journal = entries_about(at, session.person)
            hr = name_of_holder(at, Office.HR, session.today()) or "the office"
        opened = [(each, self._opened(each.row)) for each in found]
        lines, openings = self._lines(found), self._openings()
        paper = HeldPaper(
            school=school.name,
            name=person.name,
            number=person.number,
            made_on=session.today(),
            lines=tuple((each.what, uk_date(each.since), each.readers, each.kept) for each in lines),
            opened=tuple((o.by, f"{uk_date(o.at.date())}, {o.at:%H:%M}", o.what, o.why) for o in openings),
            parts=(_in_the_list(person), *self._parts(opened)),
            rights=tuple(words.format(hr=hr) for words in RIGHTS),
        )
        data = {
            "format": FORMAT,
            "school": school.name,
            "made": session.clock().isoformat(timespec="seconds"),
            "lines": lines,
            "opened": openings,
            "rows": [_plain(each, content) for each, content in opened],
            "steps": list(own_steps(session, self._smith).values()),
            "journal": journal,
        }
        return Held(lines, openings, self._documents.held(paper), _json(data))

    def _lines(self, found: list[HeldRow]) -> tuple[HeldLine, ...]:
        own = self._session.holds(Office.HEADTEACHER)
        return held_lines(found, "the chair of governors" if own else "the Headteacher", self._zone())

    def _openings(self) -> tuple[OpenedLine, ...]:
        session = self._session
        with session.register.read() as at:
            return tuple(
                OpenedLine(person_of(at, row.by).name, moment_of(received, self._zone()), row.what, row.why)
                for row, received in people_rows.openings(at, session.person)
            )

    def _opened(self, row: Row) -> Any:
        """Return what is sealed behind a row, CLOSED where the person's keys cannot open it, None for nothing."""
        name, kind = _SEALED.get(type(row), ("", None))
        content_id = getattr(row, name) if name else ""
        return self._content(content_id, kind) if kind is not None and content_id else None

    def _content(self, content_id: str, kind: type[Any]) -> Any:
        with self._session.register.read() as at:
            content = content_rows.content(at, content_id)
        if self._session.keys.reading_id not in content.keys:
            return CLOSED
        plain = self._smith.open(content, self._session.register.register_id, self._session.keys)
        return msgspec.json.decode(plain, type=kind)

    def _parts(self, opened: list[tuple[HeldRow, Any]]) -> list[HeldPart]:
        parts = []
        drafts: dict[tuple[str, str], tuple[Draft, DraftContent]] = {}
        for each, content in opened:
            row = each.row
            if isinstance(row, Declared) and isinstance(content, FullCopy):
                heading = f"What you answered in {row.reference}"
                parts.append(self._answers(heading, row, content.answers, self._under(row)))
            elif isinstance(row, Draft) and isinstance(content, DraftContent):
                drafts[row.round, row.checklist] = row, content
        signed = [content.answers for _, content in opened if isinstance(content, FullCopy)]
        for row, content in drafts.values():
            if content.answers in signed or not content.answers:
                continue
            heading = f"The answers that you saved last in the check of {row.round}{self._beside(row)}"
            parts.append(self._answers(heading, row, content.answers, content.pack))
        parts += request_parts((each.row, content) for each, content in opened)
        return [*parts, *heard_parts(opened, own_steps(self._session, self._smith), self._zone())]

    def _answers(self, heading: str, row: Declared | Draft, answers: Answers, under: str) -> HeldPart:
        with self._session.register.read() as at:
            words = answers_in_words(at, self._check, row.round, row.checklist, answers, under)
            return HeldPart(heading, words)

    def _under(self, row: Declared) -> str:
        with self._session.register.read() as at:
            return pack_behind(at, row)

    def _beside(self, row: Draft) -> str:
        """Return which checklist it is, where it is not everybody's."""
        with self._session.register.read() as at:
            checklist = pack_of_round(at, round_of(at, row.round)).checklist(row.checklist)
        return "" if checklist.everyones else f", {checklist.title}"

    def _zone(self) -> tzinfo | None:
        return self._session.clock().tzinfo


def _in_the_list(person: Person) -> HeldPart:
    pairs = (
        ("Name", person.name),
        ("Staff number", person.number),
        ("School e-mail", person.email or "None"),
        ("Role", person.role),
        ("Part of the school", person.phase),
        ("You post for the school", "Yes" if person.posts_for_school else "No"),
    )
    return HeldPart("Your row in the list of people", pairs)


def _plain(each: HeldRow, content: Any) -> dict[str, Any]:
    row = plain_row(each.row) | {"received": each.received}
    if isinstance(content, FullCopy):
        content = {"answers": content.answers}  # the signed PDF itself is saved from My record
    if isinstance(content, DecidedWords):
        content = replace(content, letter="")  # so is the letter, from its request
    return row if content is None else row | {"sealed_content": content}


def _json(data: dict[str, Any]) -> bytes:
    return msgspec.json.format(msgspec.json.encode(data), indent=2) + b"\n"
