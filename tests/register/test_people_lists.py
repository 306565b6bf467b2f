"""What the lists over all people answer about the invented year, in both homes."""

from __future__ import annotations

from datetime import date, timedelta

from tests.register.invented import DAY, HR, TEACHER, invited, keep, person_row

from candour.domain.journal import Act
from candour.domain.people import Away, Holding, Office
from candour.register import people_lists


def test_who_is_away_is_so_until_their_day_and_not_once_they_are_back(played_home):
    with played_home.read() as at:
        assert people_lists.away(at, DAY) == {"hr": DAY + timedelta(days=3)}
        assert people_lists.away(at, DAY + timedelta(days=4)) == {}
    keep(played_home, Act("away", "hr", (Away("hr", None),)))
    with played_home.read() as at:
        assert people_lists.away(at, DAY) == {}


def test_a_key_counts_while_it_is_open_and_a_code_while_nobody_used_it(played_home):
    _, invitation = invited("new", 23)
    keep(played_home, Act("invited", "new", (person_row("new", "40", "Nia Invented"), invitation)))
    with played_home.read() as at:
        assert people_lists.with_keys(at) == {"hr"}
        assert people_lists.with_codes(at, DAY) == {"new": invitation.expires}
        assert people_lists.with_codes(at, invitation.expires + timedelta(days=1)) == {}


def test_every_key_is_listed_with_those_that_are_closed(played_home):
    with played_home.read() as at:
        assert [each.key for each in people_lists.enrolled(at)] == [HR.key_id, TEACHER.key_id]
        assert people_lists.closed_keys(at) == {TEACHER.key_id}


def test_a_holding_is_read_as_it_now_stands_past_and_future_ones_too(played_home):
    first = Holding("chair-1", Office.CHAIR.value, "teacher", date(2000, 1, 1), None, acting=False)
    ended = Holding("chair-1", Office.CHAIR.value, "teacher", date(2000, 1, 1), date(2001, 1, 1), acting=False)
    later = Holding("chair-2", Office.CHAIR.value, "teacher", date(2100, 1, 1), None, acting=True)
    keep(played_home, Act("office given", "teacher", (first, later)))
    keep(played_home, Act("office ended", "teacher", (ended,)))
    with played_home.read() as at:
        assert sorted(people_lists.holdings_of(at, "teacher"), key=lambda one: one.holding) == [ended, later]
        assert people_lists.holding(at, "chair-1") == ended
        assert people_lists.holding(at, "no such") is None
