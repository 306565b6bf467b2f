"""What somebody asked for and what was said about it, as parts of "What is held about me"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from candour.domain.dates import uk_date
from candour.domain.exception_request import AskedFor, DecidedWords, SaidWords
from candour.domain.exceptions import Decided, RequestDraft, RequestWords
from candour.domain.held import HeldPart
from candour.domain.request_moves import RequestAct
from candour.domain.round import Request

if TYPE_CHECKING:
    from collections.abc import Iterable

    from candour.domain.journal import Row

Pairs = tuple[tuple[str, str], ...]

BEGUN = "A request that you have begun and not sent"
WORDS = {
    RequestAct.QUESTION.value: "You were asked",
    RequestAct.ANSWER.value: "You answered",
    RequestAct.END.value: "Why you ended it",
    RequestAct.REVOKE.value: "Why it was ended",
}


def request_parts(opened: Iterable[tuple[Row, Any]]) -> list[HeldPart]:
    """Return one part for each request and each draft, from rows (oldest first) and what is opened behind them.

    A request's rows are told once: they differ in its state alone. What cannot be opened is left out.
    """
    written: dict[str, Pairs] = {}
    said: dict[str, Pairs] = {}
    begun: dict[str, Pairs] = {}
    for row, content in opened:
        if isinstance(row, Request) and isinstance(content, AskedFor):
            written[row.reference] = asked_for(content)
        elif isinstance(row, RequestWords) and isinstance(content, SaidWords):
            label = WORDS.get(row.what, "Said about it")
            said[row.reference] = (*said.get(row.reference, ()), (label, content.words))
        elif isinstance(row, Decided) and isinstance(content, DecidedWords):
            said[row.reference] = (*said.get(row.reference, ()), *_decided(content))
        elif isinstance(row, RequestDraft):
            begun[row.draft] = asked_for(content) if isinstance(content, AskedFor) else ()
    parts = [
        HeldPart(f"What you wrote in request {reference}", (*pairs, *said.get(reference, ())))
        for reference, pairs in written.items()
    ]
    return [*parts, *(HeldPart(BEGUN, pairs) for pairs in begun.values() if pairs)]


def asked_for(asked: AskedFor) -> Pairs:
    """Return what was written, label by label; what was left empty is left out."""
    pairs = (
        ("How you are connected", asked.connection),
        ("Who", asked.who),
        ("Where", ", ".join(asked.where)),
        ("How you keep school out of it", "; ".join(filter(None, (*asked.safeguards, asked.line)))),
        ("Until", uk_date(asked.until) if asked.until else asked.ends),
    )
    return tuple((label, words) for label, words in pairs if words)


def _decided(words: DecidedWords) -> Pairs:
    pairs = (("The Headteacher’s own line", words.line), ("Why it was not approved", words.reason))
    return tuple((label, said) for label, said in pairs if said)
