"""Write an event's effects to the tables, and keep the search keys of the people it touched."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.domain.assign import Assign
from desktop.sqlite.assign import assign
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
    for one in assigns:
        assign(connection, one.table, one.key, one.values)
        if one.table in touched and not _SEARCHED[one.table].isdisjoint(one.values):
            touched[one.table][str(one.key["id"])] = None
    # Once for each person, when everything about them is written.
    index_people(connection, touched["people"], touched["households"])
