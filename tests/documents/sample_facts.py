"""Facts of plainly invented people, for the tests of the documents."""

from __future__ import annotations

import hashlib
from datetime import date

import msgspec

from candour.domain.declaration import (
    FORMAT,
    AnswerFact,
    AskedFact,
    DeclarationFacts,
    ExceptionFact,
    LineFact,
    PersonFact,
    PolicyFact,
    SchoolFact,
    SeenHead,
)


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


_OUTCOMES = {"2.1": ("except", "Except E-2026-014"), "2.5": ("open", "Open until 30 October 2026")}

_STATEMENTS = [
    ("2.1", 1, "I have not invited, accepted or written with parents or children of the school there"),
    ("2.2", 2, "Nothing unreported, or I am telling the designated lead today"),
    ("2.3", 3, "Nothing unreported, or I am telling the designated lead today"),
    ("2.4", 4, "School e-mail goes only through my school account or SeeSaw"),
    ("2.5", 5, "I do not use my own phone or e-mail for school business with families"),
    ("2.6", 6, "I have looked again at posts about individual matters of the school"),
    ("2.7", 7, "I have considered the school’s reputation in what I posted"),
    ("2.8", 8, "No current parent that I know of is my friend, follower, subscriber or similar"),
    ("2.8", 8, "No pupil of any age that I know of is my friend, follower, subscriber or similar"),
    ("2.8", 8, "No ex-pupil under 18 that I know of is my friend, follower, subscriber or similar"),
]

_OPTIONS = (
    "I have looked, and there are none that I know of",
    "I found some and removed them",
    "Some are still there; I will remove them",
    "There is family, or another reason to ask the Headteacher",
    "I am not sure how to look",
    "I would rather talk to someone first",
)


def declaration(name: str = "Siân Sample", lines: int = 10) -> DeclarationFacts:
    statements = [_STATEMENTS[at % len(_STATEMENTS)] for at in range(lines)]
    return DeclarationFacts(
        format=FORMAT,
        kind="declaration",
        reference="D-2026-0038",
        supersedes="",
        round="2026–27",
        checklist="Personal accounts",
        checklist_version=3,
        signed_on=date(2026, 10, 21),
        title="Social media declaration 2026–27",
        summary="Signed, with one approved exception and one point open until 30 October 2026.",
        school=SchoolFact("Sample Road Primary School", "3f0c7c1e-sample", digest("root")),
        policy=PolicyFact(
            "Social Networking and Social Media Policy", date(2025, 2, 5), digest("pack"), digest("doc")
        ),
        person=PersonFact(name, "0038", "Teaching assistant, Year 2", "03" + digest("key")),
        lines=tuple(_line(point, bullet, statement) for point, bullet, statement in statements),
        exceptions=(
            ExceptionFact(
                "E-2026-014",
                "Family connection, approved by the Headteacher on 19 October 2026 until 31 July 2027. "
                "Conditions: no school matters discussed; no photographs of other children.",
            ),
        ),
        declaration="I have read the social media policy of 5 February 2025. I have looked at my own "
        "accounts. What I say here is true as far as I know today. Where something is still open, I will do "
        "it by the date shown. If a child contacts me, or I see something that worries me, I will tell the "
        "designated lead at once.",
        note="Self-declared: the school looked at no account. Confirmed means true when signed, perhaps "
        "after putting it right. A full copy is kept for the person and the Headteacher.",
        asked=tuple(
            AskedFact(str(at), point, f"Question about “{statement}”?", _OPTIONS)
            for at, (point, _, statement) in enumerate(_STATEMENTS, start=1)
        ),
        answers=(),
        head=SeenHead(412, digest("head")),
    )


def full_copy(name: str = "Łukasz Example") -> DeclarationFacts:
    facts = declaration(name)
    answers = tuple(
        AnswerFact(one.number, one.question, one.options[at % len(one.options)])
        for at, one in enumerate(facts.asked)
    )
    return msgspec.structs.replace(facts, kind="full copy", answers=answers)


def _line(point: str, bullet: int, statement: str) -> LineFact:
    mark, outcome = _OUTCOMES.get(point, ("confirmed", "Confirmed"))
    return LineFact(point, f"section 2, bullet {bullet}", statement, mark, outcome)  # type: ignore[arg-type]


def overlong() -> DeclarationFacts:
    """Facts that fill pages: a name of 200 letters, 40 lines, statements and exceptions without end."""
    facts = declaration("W" * 200, lines=40)
    long = "This statement goes on and on. " * 20
    lines = (*facts.lines[:39], msgspec.structs.replace(facts.lines[39], statement=long * 12))
    school = msgspec.structs.replace(facts.school, name="Sample Road " * 20)
    return msgspec.structs.replace(
        facts,
        supersedes="D-2025-0038",
        school=school,
        lines=lines,
        exceptions=facts.exceptions * 12,
        declaration=long * 20,
    )
