"""Lines of a register, plainly invented, for tests of what is counted in them."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import count

from hypothesis import strategies as st

from candour.domain.register_view import RegisterLine, RegisterView
from candour.domain.round import CheckState

OPENS, DUE, TODAY = date(2026, 9, 7), date(2026, 10, 16), date(2026, 10, 20)
_NUMBER = count(1)


def line(state: CheckState = CheckState.NOT_STARTED, **said: object) -> RegisterLine:
    number = next(_NUMBER)
    known: dict[str, object] = {
        "person": f"p{number}",
        "number": f"{number:05}",
        "name": f"Person {number:05} Invented",
        "role": "Class teacher",
        "phase": "",
        "state": state,
        "signed_on": None,
        "due": DUE,
        "open_lines": 0,
        "next_date": None,
        "exceptions": (),
        "away_until": None,
    }
    return RegisterLine(**{**known, **said})  # type: ignore[arg-type]


def signed(day: date, **said: object) -> RegisterLine:
    return line(CheckState.SIGNED, signed_on=day, first_signed=day, **said)


def view(*lines: RegisterLine, **changed: object) -> RegisterView:
    values: dict[str, object] = {"round": "2026–27", "opens": OPENS, "due": DUE, "today": TODAY, "lines": lines}
    return RegisterView(**{**values, **changed})  # type: ignore[arg-type]


_days = st.integers(-60, 60).map(lambda days: TODAY + timedelta(days=days))
any_line = st.builds(
    line,
    st.sampled_from(CheckState),
    due=_days,
    role=st.sampled_from(("Class teacher", "Office", "Cook", "")),
    phase=st.sampled_from(("Key Stage 1", "")),
    next_date=st.none() | _days,
    away_until=st.none() | st.integers(0, 60).map(lambda days: TODAY + timedelta(days=days)),
    undecided=st.integers(0, 2),
    exception_ends=st.none() | _days,
)
any_view = st.lists(any_line, max_size=30).map(lambda lines: view(*lines))
