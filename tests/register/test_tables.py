from __future__ import annotations

from contextlib import closing

import pytest
import sqlcipher3

from candour.register.tables import APPEND_ONLY, METADATA, SECRETS


def test_everything_but_wrapped_keys_is_append_only():
    assert set(METADATA.tables) - set(APPEND_ONLY) == {SECRETS.name}


DEEDS = ('UPDATE "{0}" SET "{1}" = "{1}"', 'DELETE FROM "{0}"', 'REPLACE INTO "{0}" SELECT * FROM "{0}"')


@pytest.mark.parametrize("table", APPEND_ONLY)
@pytest.mark.parametrize("deed", DEEDS)
def test_no_row_of_an_append_only_table_is_changed_deleted_or_replaced(played, table, deed):
    column = METADATA.tables[table].columns.keys()[-1]
    with closing(played.raw()) as raw:
        raw.execute("PRAGMA foreign_keys = OFF")
        fill(raw, table)
        before = raw.execute(f'SELECT * FROM "{table}"').fetchall()
        with pytest.raises(sqlcipher3.IntegrityError, match="append-only"):
            raw.execute(deed.format(table, column))
        assert raw.execute(f'SELECT * FROM "{table}"').fetchall() == before


def fill(raw, table):
    """Put one row into a table that the short year leaves empty."""
    if not raw.execute(f'SELECT 1 FROM "{table}"').fetchall():
        values = ", ".join(str(number) for number in range(len(METADATA.tables[table].columns)))
        raw.execute(f'INSERT INTO "{table}" VALUES ({values})')
