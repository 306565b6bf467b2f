"""A trust with thousands of people: how long the window's thread is held, at most, and how much memory that takes.

A heart beats in the window's thread every millisecond; the longest pause between two beats is how long nothing
could be typed, pressed or painted. Each step below is what somebody does there.
"""

from __future__ import annotations

import resource
import sys
import time
from dataclasses import asdict, replace
from datetime import timedelta
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication
from sqlalchemy import insert
from tests.bench import yard
from tests.bench.measure import Judged, Line, Side, Size
from tests.schools import ROUND

from candour.app import Doors, shipped_pack
from candour.domain.people import Person
from candour.domain.register_view import Filter
from candour.domain.round import Declared, DeclaredLine, InRound, SealedDeclaration
from candour.gui.settings import WindowSettings
from candour.gui.start import App
from candour.register import declarations as declaration_rows
from candour.register import people as people_rows
from candour.register.tables import TABLES
from candour.sample import people as cast
from candour.tour.driver import Driver

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from tests.schools import School

    from candour.domain.journal import Row

MOST = 100.0
"""Milliseconds for which the window may be held: what is longer is felt as a pause."""

SIGNED = 0.6
"""The part of the people who have signed."""


def measure(size: Size, work: Path) -> list[Line]:
    """Do what HR does with the register, the list of people and an export, and return the longest pause of each."""
    count = size.pick(2_000, 20_000, 20_000)
    school = yard.new_school(work)
    filling = get_context("fork").Process(target=fill, args=(school, count))  # whose memory is not counted
    filling.start()
    filling.join()
    application = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(application, QApplication):
        raise TypeError("the figure needs an application with windows")
    visit = Visit(school, work, application)
    before = _memory()
    for name, step in visit.steps().items():
        visit.heart.listen(name, step)
    visit.end()
    people = f"{count} people, {int(count * SIGNED)} have signed"
    note = f"{people}; memory at most {_memory()} MB, {before} MB once signed in."
    heart = visit.heart
    return [_line(name, pauses, heart.own[name], note) for name, pauses in heart.heard.items()]


def fill(school: School, count: int) -> None:
    """Add people, most of whom have signed, by bulk insert: their declarations share one real, sealed file."""
    theirs = yard.signer_at_work(school)
    yard.sign_many(theirs, 1)
    school.office().sealing().seal_new()
    register = school.register()
    with register.read() as at:
        signed = declaration_rows.of_round(at, ROUND)[-1]
        lines = declaration_rows.lines(at, signed.reference)
        seal = declaration_rows.sealed(at, signed.reference)
        somebody = people_rows.find(at, cast.ASSISTANT.number)
        entry = at.exec_driver_sql("SELECT max(entry) FROM declared").scalar_one()
    if seal is None or somebody is None:
        raise AssertionError(signed)
    rows: dict[type[Row], list[Row]] = {each: [] for each in (Person, InRound, Declared, DeclaredLine)}
    rows[SealedDeclaration] = []
    for number in range(10_000, 10_000 + count):
        _add(rows, number, somebody, signed, lines, seal)
        if number - 10_000 >= count * SIGNED:
            rows[Declared].pop()
    with register.write() as writer:
        for kind, found in rows.items():
            writer.at.execute(insert(TABLES[kind]), [asdict(each) | {"entry": entry} for each in found])
        writer.commit()
    register.close()


def _add(
    rows: dict[type[Row], list[Row]],
    number: int,
    somebody: Person,
    signed: Declared,
    lines: Iterable[DeclaredLine],
    seal: SealedDeclaration,
) -> None:
    person, reference = f"crowd-{number}", f"D-2026-{number}"
    named = f"Sample{number % 977} Example{number}"
    rows[Person].append(replace(somebody, person=person, number=str(number), name=named, email=""))
    rows[InRound].append(InRound(ROUND, person, signed.signed_on + timedelta(days=number % 40 - 20)))
    rows[Declared].append(replace(signed, reference=reference, person=person, supersedes=""))
    rows[DeclaredLine] += [replace(each, reference=reference) for each in lines]
    rows[SealedDeclaration].append(replace(seal, reference=reference))


class Heart(QObject):
    """Beats every millisecond in the window's thread, and knows the pauses of each step in milliseconds.

    `own` is the longest work of the window's thread itself within one pause: what is more, others took.
    """

    def __init__(self) -> None:
        super().__init__()
        self.heard: dict[str, list[float]] = {}
        self.own: dict[str, float] = {}
        self._pauses: list[tuple[float, float]] = []
        self._last = time.perf_counter(), time.thread_time()
        self._timer = QTimer(self, interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = time.perf_counter(), time.thread_time()
        self._pauses.append(((now[0] - self._last[0]) * 1000, (now[1] - self._last[1]) * 1000))
        self._last = now

    def listen(self, name: str, step: Callable[[], None]) -> None:
        """Do a step and keep its pauses."""
        self._pauses, self._last = [], (time.perf_counter(), time.thread_time())
        step()
        self._beat()
        self.heard[name] = [wall for wall, _ in self._pauses]
        self.own[name] = max(own for _, own in self._pauses)


class Visit:
    """HR at the real window."""

    def __init__(self, school: School, work: Path, application: QApplication) -> None:
        self._out = work / "out"
        self.app = App(
            application, Doors(school.place.folder, school.clock), shipped_pack, WindowSettings(work / "window.ini")
        )
        self.app.show()
        self.driver = Driver(self.app.window)
        self.heart = Heart()
        self.heart.listen("sign in", self._sign_in)

    @property
    def page(self) -> Any:
        return self.app.window.page

    def steps(self) -> dict[str, Callable[[], None]]:
        """Return what is done, by name, in order."""
        return {
            "open the register": lambda: self._open("Register", "Register"),
            "search in it": lambda: self._search("example12345"),
            "filter it": lambda: self._filter(Filter.SIGNED),
            "sort it by a heading": lambda: self._sort(3),
            "choose everybody": lambda: self._then(self.page.table.selectAll),
            "open an export of them": lambda: self._then(self.page.export.click, "Export declarations"),
            "export a thousand, and stop": self._export,
            "open People": lambda: self._open("People", "People"),
            "search among people": lambda: self._search("example12345"),
        }

    def end(self) -> None:
        """Close the window."""
        self.app.window.close()
        self.app.end()

    def _sign_in(self) -> None:
        self.driver.until(lambda: cast.SCHOOL in self.app.window.windowTitle(), "the names do not come")
        self.driver.pick("Choose your name", cast.BUSINESS_MANAGER.name)
        self.driver.type_into("Your passphrase, or the code on your slip", cast.PASSPHRASE)
        self.driver.press("Sign in")
        self.driver.until(lambda: self.app.signed_in, "nobody is signed in")
        self._rest()

    def _rest(self) -> None:
        self.driver.until(lambda: not self.app.tasks.busy, "the worker does not rest")
        self.driver.settle()

    def _open(self, place: str, title: str) -> None:
        self.driver.press(place)
        self.driver.until_title(title)
        self._rest()
        self.driver.wait(500)  # until a hand is at the keyboard

    def _then(self, act: Callable[[], object], title: str = "") -> None:
        act()
        if title:
            self.driver.until_title(title)
        self._rest()

    def _search(self, text: str) -> None:
        for end in (*range(1, len(text) + 1), 0):
            self.page.search.setText(text[:end])
            self.driver.settle()

    def _filter(self, which: Filter) -> None:
        for each in (which, Filter.EVERYONE):
            self.page.keep(each)
            self.driver.settle()

    def _sort(self, column: int) -> None:
        for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
            self.page.table.sortByColumn(column, order)
            self.driver.settle()

    def _export(self) -> None:
        page = self.page
        page.folder.setText(str(self._out))
        page.export.click()
        self.driver.until(lambda: page.bar.value() >= min(1000, page.bar.maximum()), "the export does not go on")
        page.stop.click()
        self._rest()


def _memory() -> int:
    """Return the most memory that this process has had, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _line(name: str, pauses: list[float], own: float, note: str) -> Line:
    longest = max(pauses)
    judged = Judged(f"at most {MOST:g} ms", f"held for {longest:.0f} ms at most", longest <= MOST)
    peer = Side("what a person feels as a pause", (MOST,))
    work = f"of the longest pause the window's own work is {own:.0f} ms; {note}"
    return Line("held", name, Side("the pauses between two beats", tuple(pauses)), peer, judged, None, (work,))
