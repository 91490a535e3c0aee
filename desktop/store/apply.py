"""Write an event's effects to the tables, and keep the search keys of the people it touched."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from desktop.domain.assign import Assign, AssignRows, Value
from desktop.sqlite.assign import assign_rows
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


def apply(connection: Connection, assigns: Iterable[Assign | AssignRows]) -> None:
    """Apply ``assigns``, each table's in their order, inside the caller's transaction."""
    touched: dict[str, dict[str, None]] = {"people": {}, "households": {}}
    # Tables know nothing of each other: what comes to one of them is written at once.
    for table, its in _by_table(assigns).items():
        for (key, columns), run in groupby(its, _written_alike):
            rows: list[tuple[Value, ...]] = []
            for one in run:
                rows += one.rows if isinstance(one, AssignRows) else (one.row,)
            assign_rows(connection, table, (key, columns), rows)
            if table in touched and not _SEARCHED[table].isdisjoint(columns):
                # Their one key column is the id.
                touched[table] |= dict.fromkeys(str(row[0]) for row in rows)
    # Once for each person, when everything about them is written.
    index_people(connection, touched["people"], touched["households"])


def _by_table(assigns: Iterable[Assign | AssignRows]) -> dict[str, list[Assign | AssignRows]]:
    found: dict[str, list[Assign | AssignRows]] = {}
    for one in assigns:
        found.setdefault(one.table, []).append(one)
    return found


def _written_alike(one: Assign | AssignRows) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if isinstance(one, AssignRows):
        return one.key, one.columns
    return tuple(one.key), tuple(one.values)
