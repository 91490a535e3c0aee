"""Local values and adjustments in a station's file: rows out, no rules."""

from __future__ import annotations

from desktop.domain.local_values import LocalValueBook, value_from_row
from desktop.sqlite.connection import Connection
from desktop.sqlite.errors import database_errors
from desktop.store.register import Row


def local_value_rows(connection: Connection) -> list[tuple[object, ...]]:
    """Return every local value's row as it is stored, for telling whether any changed."""
    with database_errors():
        return [tuple(row) for row in connection.execute("SELECT * FROM local_values ORDER BY id")]


def load_book(connection: Connection) -> LocalValueBook:
    """Return every local value this file knows, proposed, rejected and replaced ones too."""
    with database_errors():
        values = [value_from_row(row) for row in connection.execute("SELECT * FROM local_values")]
    return LocalValueBook(value for value in values if value is not None)


def file_stamp(connection: Connection) -> tuple[int, int]:
    """Return what changes whenever this file is written to, from here or from elsewhere."""
    with database_errors():
        other: int = connection.execute("PRAGMA data_version").fetchone()[0]
    return connection.total_changes, other


def adjustments(connection: Connection, campaign_year: int) -> list[Row]:
    """Return every noted difference of a campaign year, in the order it was noted."""
    statement = "SELECT * FROM adjustments WHERE campaign_year = ? ORDER BY rowid"
    with database_errors():
        return list(connection.execute(statement, (campaign_year,)))
