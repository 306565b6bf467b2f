from __future__ import annotations

from datetime import timedelta

from tests.domain.register_lines import TODAY

from candour.domain.going import ExceptionsNow, exceptions_now


def test_requests_stand_by_how_long_they_have_waited_and_approvals_by_their_end():
    asked = [TODAY + timedelta(days=1), *(TODAY - timedelta(days=days) for days in (0, 6, 7, 13, 14, 90))]
    ends = [TODAY + timedelta(days=days) for days in (-1, 0, 60, 61)]
    assert exceptions_now(asked, ends, TODAY) == ExceptionsNow((3, 2, 2), 2)
