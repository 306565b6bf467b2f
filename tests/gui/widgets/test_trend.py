from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtGui import QAccessible
from tests.domain.register_lines import DUE, OPENS, line, signed, view

from candour.domain.progress import progress_of
from candour.domain.register_view import LastYear
from candour.gui.theme import Scheme
from candour.gui.widgets.trend import Trend, TrendWords

WORDS = TrendWords("7 Sep", "due 16 Oct", "this year", "last year")
LAST = LastYear(OPENS - timedelta(days=364), 2, (OPENS - timedelta(days=360),))


def trend(*days: int, today: int = 21, last: LastYear | None = LAST) -> Trend:
    lines = [signed(OPENS + timedelta(days=day)) for day in days]
    seen = view(*lines, line(), today=OPENS + timedelta(days=today), last_year=last)
    return Trend("title", "3 of 4.", progress_of(seen), WORDS)


def test_a_screen_reader_meets_a_chart_with_its_title_and_its_numbers(show, heard):
    part = trend(1, 2, 9)
    show(part)
    assert heard(part) == (QAccessible.Role.Chart, "title", "3 of 4.")


def test_the_line_rises_from_the_left_foot_to_how_many_have_signed(show):
    part = trend(1, 2, 9)
    show(part)
    points = [part.point(step) for step in part.progress.steps]
    assert [point.x() for point in points] == sorted(point.x() for point in points)
    assert [point.y() for point in points] == sorted((point.y() for point in points), reverse=True)
    assert (points[0].x(), points[0].y()) == (part.plot().left(), part.plot().bottom())
    share = (part.plot().bottom() - points[-1].y()) / (part.plot().height() - 2)
    assert share == pytest.approx(3 / 4)


def test_all_of_it_stands_inside_however_long_the_round_lasts(show):
    for today in (0, 21, 100):
        part = trend(0, 9, today=today)
        show(part)
        for step in (*part.progress.steps, *part.progress.last_year):
            assert part.plot().adjusted(-1, -1, 1, 1).contains(part.point(step))
    assert part.progress.across(DUE) < 1


def test_last_year_is_told_apart_without_colour_and_only_where_there_was_one(show, theme, colours):
    faint = theme.tokens.chart_not_started
    with_last, without = trend(1, 2, 9), trend(1, 2, 9, last=None)
    show(with_last, without)
    assert colours(with_last).get(faint, 0) > 20
    assert colours(without).get(faint, 0) == 0
    theme.set_scheme(Scheme.HIGH_CONTRAST)
    image, plain = with_last.grab().toImage(), without.grab().toImage()
    assert image != plain


def test_it_grows_with_the_text(show, theme):
    part = trend(1)
    small = part.sizeHint()
    theme.set_text_size(200)
    assert part.sizeHint().height() == 2 * small.height()
