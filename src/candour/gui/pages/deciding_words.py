"""The words of whoever decides: how a request stands for them, what happened, and what its asker will read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from candour.domain.deciding import DECISIONS
from candour.domain.exception_request import kind_words
from candour.domain.letter_words import Decided, decided_words
from candour.domain.request_moves import RequestAct, RequestState
from candour.gui.language import day_words
from candour.gui.widgets.request_row import RequestRow

if TYPE_CHECKING:
    from datetime import date

    from candour.domain.deciding import LikeCases, NewDecision
    from candour.gui.widgets.chip import ChipRole
    from candour.services.deciding_results import EarlierDecision, WaitingRequest
    from candour.services.request_results import Happened


def waiting_row(line: WaitingRequest) -> RequestRow:
    """Return a request as one row of a list."""
    chip, role = _stands(line)
    who = _tr("Your own request") if line.mine else f"{line.name} · {line.role}"
    return RequestRow(who, days_words(line.days), what_words(line.kind, line.connection), chip, role)


def _stands(line: WaitingRequest) -> tuple[str, ChipRole]:
    if line.mine:
        return _tr("Not yours to decide"), "neutral"
    if line.state is RequestState.QUESTION:
        return _tr("You asked a question"), "waiting"
    return _tr("Waiting for you"), "todo"


def what_words(kind: str, connection: str) -> str:
    """Return what is asked for in a few words."""
    return " · ".join(part for part in (kind_words(kind), connection) if part)


def days_words(days: int) -> str:
    """Return how long something has waited."""
    if days == 0:
        return _tr("today")
    return _tr("1 day") if days == 1 else _tr("{count} days").format(count=days)


def waiting_words(lines: tuple[WaitingRequest, ...]) -> str:
    """Return how many requests wait and how long the oldest has, in one or two sentences."""
    days = [line.days for line in lines if not line.mine and line.state is RequestState.WAITING]
    if not days:
        return _tr("No request waits for you.")
    one, many = _tr("1 request waits for you."), _tr("{count} requests wait for you.")
    said = one if len(days) == 1 else many.format(count=len(days))
    oldest = max(days)
    if not oldest:
        return said
    return f"{said} {_tr('The oldest has waited {days}.').format(days=days_words(oldest))}"


def happened_words(each: Happened) -> str:
    """Return one line of the timeline: the day, what happened, and the words that went with it."""
    said = _tr(_HAPPENED[each.act]).format(who=each.by)
    line = f"{day_words(each.on)}: {said}"
    return f"{line} “{each.words}”" if each.words else line


def earlier_words(earlier: EarlierDecision) -> str:
    """Return what was decided before, on what terms."""
    state = _tr(earlier.state.value)
    words = _tr("{state} on {day}").format(state=state, day=day_words(earlier.decided_on))
    if earlier.until is not None and earlier.state is not RequestState.NOT_APPROVED:
        words += _tr(", until {day}").format(day=day_words(earlier.until))
    terms = "; ".join(part for part in (*earlier.conditions, earlier.line, earlier.reason) if part)
    words += f" ({earlier.reference})."
    same = f" {_tr('The same is asked for again.')}" if earlier.same_terms else ""
    return f"{words} {terms}.{same}" if terms else f"{words}{same}"


def like_words(like: LikeCases | None) -> str:
    """Return how like cases went, or that there are too few to say."""
    if like is None:
        return _tr("Fewer than three like cases so far, so nothing is said of them.")
    words = _tr("{approved} approved, {refused} not approved since {year}.")
    said = words.format(approved=like.approved, refused=like.refused, year=like.since)
    if not like.usual:
        return said
    return f"{said} {_tr('Usual conditions: {conditions}.').format(conditions='; '.join(like.usual))}"


def preview_words(new: NewDecision | None, decider: str) -> str:
    """Return what the asker will read of a decision that is being made."""
    if new is None:
        return _tr("Choose a decision, and its words stand here.")
    decided = Decided(DECISIONS[new.act], new.conditions, new.line, new.reason, until=new.until)
    parts = [decided_words(decided)]
    parts += [f"• {words}" for words in (*new.conditions, new.line) if words]
    parts += [_tr("Why: {reason}").format(reason=new.reason)] if new.reason else []
    return "\n".join((*parts, _tr("Decided by {name}.").format(name=decider)))


def until_words(until: date | None) -> str:
    """Return until when, for a fact."""
    return day_words(until) if until else _tr("No last day")


_HAPPENED = {
    RequestAct.ASK: "{who} asked",
    RequestAct.QUESTION: "{who} asked a question",
    RequestAct.ANSWER: "{who} answered",
    RequestAct.WITHDRAW: "{who} withdrew it",
    RequestAct.APPROVE: "{who} approved it",
    RequestAct.APPROVE_WITH_CONDITIONS: "{who} approved it with conditions",
    RequestAct.NOT_APPROVE: "{who} did not approve it",
    RequestAct.STILL_RIGHT: "{who} said that it is still right",
    RequestAct.END: "{who} ended it",
    RequestAct.REVOKE: "{who} revoked it",
    RequestAct.LAPSE: "its last day was past, and it ended",
}


def _tr(words: str) -> str:
    return QCoreApplication.translate("Deciding", words)
