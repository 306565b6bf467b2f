"""Entries of the journal as lines in plain words: names for keys and ids, words for kinds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from candour.domain.activity import ActivityLine, Deed, TimelineLine, TimelineYear
from candour.domain.activity_words import KINDS, OF_A_LIFE, TELLING
from candour.domain.round import Declared, InRound
from candour.register import activity as shown
from candour.register import rounds as round_rows
from candour.services.held_lines import moment_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from candour.domain.journal import Row
    from candour.domain.round import Round
    from candour.register.activity import ShownEntry
    from candour.register.reading import Connection

DELETED = "Somebody whose details were deleted"

LONGEST_TIMELINE = 200
"""How many acts a timeline goes back; Activity has them all."""


def lines_of(at: Connection, entries: Sequence[ShownEntry]) -> list[ActivityLine]:
    """Return entries in plain words, in their order; a few queries however many there are."""
    uuids = [each.uuid for each in entries]
    rows, named = shown.first_rows(at, uuids, TELLING), shown.named(at, uuids)
    subjects = {each.subject for each in entries}
    owners = shown.owners(at, subjects)
    signers = shown.signers(at, {each.author for each in entries})
    ids = {person for _, person in named.values()} | {*owners.values(), *signers.values(), *subjects}
    names = shown.names(at, ids)

    def line(each: ShownEntry) -> ActivityLine:
        kind = KINDS[each.kind]
        count, person = named.get(each.uuid, (1, owners.get(each.subject, each.subject)))
        one = person if count == 1 and person in names else ""
        author = "" if kind.by else signers.get(each.author, "")
        whom = names.get(one, "") if one != author else ""
        return ActivityLine(
            at=moment_of(each.received, None).replace(second=0, microsecond=0),
            who=kind.by or names.get(author, DELETED),
            what=kind.words(Deed(each.kind, each.subject, rows[each.uuid])),
            whom=f"{count} people" if count > 1 else whom,
            group=kind.group,
            person=one,
        )

    return [line(each) for each in entries]


def timeline(at: Connection, person: str) -> tuple[TimelineYear, ...]:
    """Return what came about somebody, round by round, newest first; without what others may not be told of."""
    wanted = shown.Wanted(OF_A_LIFE, (person,), nameless=OF_A_LIFE)
    entries = shown.page(at, wanted, "", LONGEST_TIMELINE)
    rows = shown.first_rows(at, [each.uuid for each in entries], TELLING)
    rounds, name = round_rows.rounds(at), shown.names(at, (person,)).get(person, "")
    years: dict[str, list[TimelineLine]] = {}
    for each, line in zip(entries, lines_of(at, entries), strict=True):
        who = "" if KINDS[each.kind].by or line.who == name else line.who
        day = line.at.date()
        years.setdefault(_round_of(rows[each.uuid], day, rounds), []).append(TimelineLine(day, line.what, who))
    order = [*(each.round for each in rounds), ""]
    return tuple(TimelineYear(each, tuple(years[each])) for each in order if each in years)


def _round_of(rows: dict[type[Row], Row], day: date, rounds: Sequence[Round]) -> str:
    """Return the round that an act was in: the one that it opened or signed, else the newest that had begun.

    An exception lives on from round to round: what becomes of it stands where it came.
    """
    said = next((row.round for row in rows.values() if isinstance(row, Declared | InRound)), "")
    return said or next((each.round for each in rounds if each.opens <= day), "")
