"""What changed in a policy pack, in the window's words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from candour.domain.pack_change import Change, Kind, Part, PointChange


def point_words(change: PointChange) -> str:
    """Return how a point is called: by its number, or as the whole policy."""
    return _tr("Point {ref}").format(ref=change.point) if change.point else _tr("The policy as a whole")


def change_words(change: Change) -> str:
    """Return one line that says what is different: "Parents: other words in the question"."""
    if change.part is Part.WHOLE:
        words = {Kind.ADDED: _tr("{what}: added"), Kind.REMOVED: _tr("{what}: removed")}
        return words.get(change.kind, _tr("{what}: changed")).format(what=_field(change.about))
    line = _line(change)
    return f"{change.about}: {line}" if change.about else line[:1].upper() + line[1:]


def _line(change: Change) -> str:
    said = {
        (Part.RULE, Kind.ADDED): _tr("a new rule"),
        (Part.RULE, Kind.REMOVED): _tr("the rule is gone"),
        (Part.RULE, Kind.WORDS): _tr("other words in the rule"),
        (Part.STATEMENT, Kind.ADDED): _tr("a new line on the declaration"),
        (Part.STATEMENT, Kind.REMOVED): _tr("a line of the declaration is gone"),
        (Part.STATEMENT, Kind.WORDS): _tr("other words on the declaration"),
        (Part.QUESTION, Kind.ADDED): _tr("a new question"),
        (Part.QUESTION, Kind.REMOVED): _tr("the question is gone"),
        (Part.QUESTION, Kind.WORDS): _tr("other words in the question"),
        (Part.ANSWER, Kind.ADDED): _tr("a new answer"),
        (Part.ANSWER, Kind.REMOVED): _tr("an answer is gone"),
        (Part.ANSWER, Kind.ANSWERS): _tr("an answer is another"),
        (Part.FLOW, Kind.ANSWERS): _tr("when it is asked, or what it leads to"),
        (Part.HELP, Kind.HELP): _tr("help and explanations"),
    }
    return said[change.part, change.kind]


def _field(name: str) -> str:
    """Return how a field of the whole pack is called."""
    known = {
        "title": _tr("Title"),
        "policy_date": _tr("Date of the policy"),
        "review_due": _tr("Due for review"),
        "written_by": _tr("Written by"),
        "school": _tr("School"),
        "declaration": _tr("What is signed"),
        "confirm": _tr("The tick before signing"),
        "closing_note": _tr("Note under the declaration"),
        "community": _tr("Who the school community is"),
        "checklists": _tr("Checklist"),
        "platforms": _tr("Where to look"),
        "approved_systems": _tr("Approved systems"),
        "school_platforms": _tr("Where the school has pages"),
        "promise": _tr("What the school promises"),
        "ages": _tr("Ages of pupils"),
        "told": _tr("Whom one may have told"),
        "talk_to": _tr("Whom one may talk to"),
        "extension_days": _tr("Days of more time"),
        "connections": _tr("Kinds of connection"),
        "safeguards": _tr("Safeguards to tick"),
        "ends": _tr("When an exception ends"),
        "untag": _tr("How to come off a post"),
        "public_view": _tr("How to see what the public sees"),
        "choices": _tr("Choices of the school"),
        "conditions": _tr("Conditions to tick"),
    }
    return known[name]


def _tr(words: str) -> str:
    return QCoreApplication.translate("pack", words)
