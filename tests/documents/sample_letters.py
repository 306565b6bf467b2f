"""Decision letters of plainly invented people, put into words by the app's own builder."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.documents.sample_facts import digest

from candour.domain.chair_papers import ChairPaper
from candour.domain.declaration import PersonFact, PolicyFact, SchoolFact, SeenHead
from candour.domain.exception_request import AskedFor
from candour.domain.letter import DeciderFact, LetterFacts
from candour.domain.letter_words import Decided, LetterFrame, build_letter, covered, said_in
from candour.domain.pack_file import read_pack
from candour.domain.wording import names_for
from candour.resources import resource_text

PACK = read_pack(resource_text("policies", "milton-road-2025.toml"))
NAMES = names_for(
    PACK,
    headteacher="Hedda Head",
    lead="Leda Lead",
    deputy="Dev Deputy",
    hr="Bea Bursar",
    since=date(2026, 9, 1),
    start_year=2026,
)
ASKED = AskedFor(
    kind="connection",
    question="family",
    connection="My own child",
    who="Quentin Quill, Year 4",
    where=("WhatsApp", "Facebook"),
    safeguards=("No talk of school", "No pictures of other pupils"),
    line="We write about swimming, and about who comes to tea.",
    ends="The child leaves the school",
    until=date(2029, 7, 31),
    group=False,
    about_headteacher=False,
)
APPROVAL = replace(
    ASKED,
    kind="prior approval",
    question="own-phone",
    connection="",
    who="The residential trip of Year 6",
    where=("Text messages",),
    ends="The school year ends",
    until=date(2027, 7, 31),
)
CONDITIONS = ("No talk of school", "No pictures of other pupils", "The account stays private")
WITH_CONDITIONS = Decided(
    "approved with conditions",
    conditions=CONDITIONS,
    line="Leave the class group before the summer fair.",
    ends="The school year ends",
    until=date(2027, 7, 31),
)
APPROVED = Decided("approved", ends="The school year ends", until=date(2027, 7, 31))
REFUSED = Decided(
    "not approved",
    reason="The group is open to the whole class, and its parents write about school there every day.",
    to_do_by=date(2026, 11, 2),
)


def frame(name: str = "Siân Sample") -> LetterFrame:
    return LetterFrame(
        reference="E-2026-014",
        round="2026–27",
        asked_on=date(2026, 10, 12),
        decided_on=date(2026, 10, 21),
        school=SchoolFact("Sample Road Primary School", "3f0c7c1e" * 4, digest("root")),
        policy=PolicyFact(PACK.title, PACK.policy_date, digest("pack"), digest("doc")),
        person=PersonFact(name, "0038", "Teaching assistant, Year 2", "03" + digest("key")),
        decided_by=DeciderFact("Hedda Head", "Headteacher", "02" + digest("decider")),
        above="the chair of governors",
        head=SeenHead(412, digest("head")),
    )


def letter(
    decided: Decided = WITH_CONDITIONS, asked: AskedFor = ASKED, around: LetterFrame | None = None
) -> LetterFacts:
    return build_letter(PACK, NAMES, asked, decided, around or frame())


def overlong() -> LetterFacts:
    """A letter that fills its pages: a name of 200 letters, 200-character lines, eight conditions."""
    line = ("This line is typed to its very end, of two hundred characters. " * 4)[:200]
    asked = replace(ASKED, who=line, line=line, safeguards=(line[:120],) * 2)
    conditions = tuple(f"Condition {number}: {line[:150]}" for number in range(1, 9))
    return letter(
        replace(WITH_CONDITIONS, conditions=conditions, line=line), asked, frame("Ng" + "uyễn" * 49 + " X")
    )


def chair_paper(conditions: tuple[str, ...] = CONDITIONS) -> ChairPaper:
    return ChairPaper(
        school="Sample Road Primary School",
        policy=f"{PACK.title} of 5 February 2025",
        reference="E-2026-015",
        round="2026–27",
        printed_on=date(2026, 10, 14),
        name="Hedda Head",
        number="0001",
        role="Headteacher",
        request="Family or other connection",
        asked_on=date(2026, 10, 12),
        asked=said_in(ASKED),
        covers=covered(PACK, NAMES, ASKED),
        conditions=conditions,
        hr="Bea Bursar",
    )
