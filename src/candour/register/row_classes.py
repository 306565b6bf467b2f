"""Every class of row that the register keeps: what it is looked up by, and what the database refuses of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, Index

from candour.domain import exceptions, paper_declaration, people, reminding, speaking
from candour.domain import round as rounds

if TYPE_CHECKING:
    from candour.domain.journal import Row

ROW_CLASSES: tuple[type[Row], ...] = (
    people.School,
    people.Person,
    people.Holding,
    people.Contact,
    people.Invitation,
    people.Enrolment,
    people.KeyConfirmed,
    people.KeyClosed,
    people.OfficeKey,
    people.Away,
    people.Left,
    people.Columns,
    people.BackupPlace,
    people.Opened,
    rounds.PackAdopted,
    rounds.Round,
    rounds.InRound,
    rounds.Draft,
    rounds.Declared,
    rounds.DeclaredLine,
    rounds.SealedDeclaration,
    rounds.Request,
    rounds.Note,
    exceptions.RequestDraft,
    exceptions.RequestWords,
    exceptions.Decided,
    exceptions.PaperDecision,
    exceptions.StandingApproval,
    exceptions.StandingFor,
    speaking.Wish,
    speaking.Brought,
    speaking.Handled,
    rounds.KeptOut,
    rounds.AskedAgain,
    rounds.SignedUnder,
    reminding.Reminded,
    reminding.Holiday,
    paper_declaration.PaperDeclaration,
    paper_declaration.PaperLine,
    paper_declaration.EnvelopeDealt,
)
"""Every class of row that the register keeps; a new one is named here and made by a migration."""

INDEXES: dict[type[Row], tuple[tuple[str, ...], ...]] = {
    people.Person: (("person",), ("number",), ("email",)),
    people.Holding: (("holding",), ("office",)),
    people.Contact: (("office",),),
    people.Invitation: (("invitation",), ("person",)),
    people.Enrolment: (("key",), ("person",), ("invitation",)),
    people.KeyConfirmed: (("key",),),
    people.KeyClosed: (("key",),),
    people.OfficeKey: (("office",),),
    people.Away: (("person",),),
    people.Left: (("person",),),
    people.Columns: (("header",),),
    people.Opened: (("person",),),
    rounds.PackAdopted: (("pack",),),
    rounds.Round: (("round",),),
    rounds.InRound: (("round", "person"), ("person",)),
    rounds.Draft: (("round", "person", "checklist"), ("person",)),
    rounds.Declared: (("reference",), ("round", "person", "checklist"), ("person",)),
    rounds.DeclaredLine: (("reference",),),
    rounds.SealedDeclaration: (("reference",),),
    rounds.Request: (("reference",), ("person",)),
    rounds.Note: (("person",),),
    exceptions.RequestDraft: (("draft",), ("person",)),
    exceptions.RequestWords: (("reference",), ("person",)),
    exceptions.Decided: (("person",),),
    exceptions.PaperDecision: (("paper",), ("reference",)),
    exceptions.StandingApproval: (("approval",),),
    exceptions.StandingFor: (("approval",), ("person",)),
    speaking.Wish: (("person",),),
    speaking.Brought: (("person",),),
    speaking.Handled: (("told",),),
    rounds.KeptOut: (("round",), ("person",)),
    rounds.AskedAgain: (("round",),),
    rounds.SignedUnder: (("reference",),),
    reminding.Reminded: (("person",),),
    reminding.Holiday: (("holiday",),),
    paper_declaration.PaperDeclaration: (("paper",), ("round", "person", "checklist"), ("person",)),
    paper_declaration.PaperLine: (("paper",),),
    paper_declaration.EnvelopeDealt: (("paper",), ("person",)),
}
"""What the queries look rows up by, for each class."""

RULES: dict[type[Row], tuple[CheckConstraint | Index, ...]] = {
    exceptions.Decided: (
        Index("uq_decided_reference", "reference", unique=True),
        CheckConstraint("decided_by <> person", name="ck_decided_not_their_own"),
    ),
    reminding.Reminded: (Index("uq_reminded_once_a_day", "round", "person", "on", unique=True),),
    paper_declaration.PaperDeclaration: (
        CheckConstraint(
            "entered_by <> person AND confirmed_by <> person AND confirmed_by <> entered_by",
            name="ck_paper_declaration_second_person",
        ),
    ),
    paper_declaration.EnvelopeDealt: (
        CheckConstraint("dealt_by <> person", name="ck_envelope_dealt_not_their_own"),
    ),
}
"""What the database itself refuses: a second decision, one on one's own request, a paper with no second person, and
reminding somebody twice on one day."""
