from __future__ import annotations

import subprocess
from datetime import UTC, date, datetime
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from xml.etree import ElementTree as ET

import PySide6
import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QObject

import candour.gui
from candour.domain.people import Office
from candour.gui.language import HOME, day_words, month_words, short_day_words, speak, time_words
from candour.gui.offices import office_words
from candour.resources import resource_path

WORDS = resource_path("translations", "candour_en.ts")
TOOLS = Path(PySide6.__file__).parent


def messages(path):
    """Return context, words, and the forms that they are translated to, of every counted text."""
    return [
        (context.findtext("name"), each.findtext("source"), [form.text for form in each.iter("numerusform")])
        for context in ET.parse(path).getroot().iter("context")
        for each in context.iter("message")
    ]


@pytest.fixture
def in_french():
    QLocale.setDefault(QLocale(QLocale.Language.French))
    yield
    QLocale.setDefault(HOME)


def test_days_months_and_times_read_as_in_britain():
    day = date(2026, 10, 30)
    assert day_words(day) == "30 October 2026"
    assert day_words(day, weekday=True) == "Friday 30 October 2026"
    assert short_day_words(day) == "30 Oct 2026"
    assert month_words(day) == "October 2026"
    assert time_words(datetime(2026, 10, 30, 9, 5, tzinfo=UTC)) == "09:05"


@pytest.mark.usefixtures("in_french")
def test_another_locale_names_days_and_months_in_its_own_words():
    assert day_words(date(2026, 10, 30), weekday=True) == "vendredi 30 octobre 2026"
    assert month_words(date(2026, 10, 30)) == "octobre 2026"


@pytest.mark.parametrize(("context", "words", "forms"), messages(WORDS))
def test_one_is_counted_in_the_singular_and_more_in_the_plural(context, words, forms):
    singular, plural = forms
    assert singular != plural == words
    assert QCoreApplication.translate(context, words, "", 1) == singular.replace("%n", "1")
    assert QCoreApplication.translate(context, words, "", 3) == plural.replace("%n", "3")


def test_speaking_twice_changes_nothing(qapp):
    before = len(qapp.children())
    speak(qapp)
    assert len(qapp.children()) == before


def test_every_counted_text_of_the_window_is_translated_and_compiled(tmp_path):
    sources = sorted(str(path) for path in Path(candour.gui.__path__[0]).rglob("*.py"))
    found, compiled = tmp_path / "found.ts", tmp_path / "words.qm"
    subprocess.run([TOOLS / "lupdate", "-silent", "-pluralonly", *sources, "-ts", found], check=True)
    assert {each[:2] for each in messages(found)} == {each[:2] for each in messages(WORDS)}
    subprocess.run([TOOLS / "lrelease", "-silent", WORDS, "-qm", compiled], check=True)
    assert compiled.read_bytes() == WORDS.with_suffix(".qm").read_bytes()


def test_no_counted_text_belongs_to_a_class_that_others_inherit_from():
    """Qt for Python asks in the name of the heir, finds no plural there, and does not ask in the parent's."""
    modules = [import_module(each.name) for each in walk_packages(candour.gui.__path__, "candour.gui.")]
    kinds = {kind for module in modules for kind in vars(module).values() if isinstance(kind, type)}
    inherited = {kind.__name__ for kind in kinds if issubclass(kind, QObject) and kind.__subclasses__()}
    spelled_out = {"PdfPage", "SignInPage"}  # they name themselves in `translate`
    assert {context for context, _, _ in messages(WORDS)} & inherited == spelled_out


@pytest.mark.parametrize("office", Office)
def test_every_office_has_its_words(office):
    assert office_words(office.value)[0] in "HCcdk"
