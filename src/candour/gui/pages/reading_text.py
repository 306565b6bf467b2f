"""The texts that are read: help and what stands behind the check, from files; the promise, from the pack."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec
from PySide6.QtCore import QCoreApplication

from candour.gui.language import day_words
from candour.resources import resource_text

if TYPE_CHECKING:
    from candour.domain.policy import Pack, Promise

Text = Literal["help", "who sees", "signing", "promise"]

_FILES = {"help": "help.toml", "who sees": "who-sees.toml", "signing": "signing.toml"}


class ReadingPart(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A heading, points under it, and paragraphs after them; `pages` are the ids of the pages that it is about."""

    heading: str
    points: tuple[str, ...] = ()
    paragraphs: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()


class Reading(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A text of one page; `lead` is the sentence under its title."""

    title: str
    parts: tuple[ReadingPart, ...]
    lead: str = ""


def reading(what: str, pack: Pack) -> Reading:
    """Return one of the texts ("help", "who sees", "signing", "promise"); KeyError if there is none so called."""
    if what == "promise":
        return promised(pack.promise)
    return read_reading(resource_text("text", _FILES[what]))


def read_reading(text: str) -> Reading:
    """Return what a TOML text says; msgspec.ValidationError where it is no such text."""
    return msgspec.toml.decode(text, type=Reading)


def promised(promise: Promise) -> Reading:
    """Return what the school promises, and plainly whether that was agreed."""
    if promise.agreed_with and promise.agreed_on is not None:
        words = _tr("Agreed with {whom} on {day}.")
        lead = words.format(whom=promise.agreed_with, day=day_words(promise.agreed_on))
    else:
        lead = _tr("A proposal: it has not been agreed with staff and their unions yet.")
    return Reading(
        _tr("What the school promises"), (ReadingPart(_tr("To everyone who signs"), points=promise.words),), lead
    )


def _tr(words: str) -> str:
    return QCoreApplication.translate("ReadingPage", words)
