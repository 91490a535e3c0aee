"""Write an event's effects to the tables, and keep the search keys of the people it touched."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from desktop.domain.assign import Assign
from desktop.sqlite.assign import assign, assign_rows
from desktop.sqlite.connection import Connection
from desktop.store.search_index import index_people

_SEARCHED = {
    "people": {
        "name", "alias", "document_number", "phone", "relation", "birth_date", "survival",
        "household_id", "moved_to",
    },
    "households": {"division", "number", "address", "phone"},
}  # fmt: skip
"""The columns people are found by, or shown with where they are found."""


def apply(connection: Connection, assigns: Iterable[Assign]) -> None:
    """Apply ``assigns`` in order, inside the caller's transaction."""
    touched: dict[str, dict[str, None]] = {"people": {}, "households": {}}
    for (table, key, columns), run in groupby(assigns, _written_alike):
        rows = list(run)
        if len(rows) == 1:
            assign(connection, table, rows[0].key, rows[0].values)
        else:
            # A list's part assigns the same columns to hundreds of people, one after the other.
            values = [(*one.key.values(), *one.values.values()) for one in rows]
            assign_rows(connection, table, (key, columns), values)
        _note(rows, touched)
    # Once for each person, when everything about them is written.
    index_people(connection, touched["people"], touched["households"])


def _written_alike(one: Assign) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    return one.table, tuple(one.key), tuple(one.values)


def _note(assigns: list[Assign], touched: dict[str, dict[str, None]]) -> None:
    first = assigns[0]
    # They are written alike: what holds of one's columns holds of all.
    if first.table in touched and not _SEARCHED[first.table].isdisjoint(first.values):
        touched[first.table] |= dict.fromkeys(str(one.key["id"]) for one in assigns)
