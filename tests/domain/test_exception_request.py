from __future__ import annotations

from datetime import date

from candour.domain.exception_request import printed_words


def test_what_is_printed_of_an_exception_is_kind_state_and_dates():
    words = printed_words("connection", "Waiting for the Headteacher", date(2026, 10, 1), date(2027, 7, 31))
    assert words == (
        "Family or other connection: waiting for the Headteacher, asked for on 1 October 2026, until 31 July 2027."
    )


def test_an_exception_without_an_end_names_none():
    assert printed_words("prior approval", "Approved", date(2026, 10, 1), None).endswith("1 October 2026.")
