"""Write an event's effects to the tables, and keep the search keys of the people it touched."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.domain.assign import Assign
from desktop.sqlite.assign import assign
from desktop.sqlite.connection import Connection
from desktop.store.search_index import index_household, index_person

_SEARCHED = {
    "name", "alias", "document_number", "phone", "relation", "birth_date", "survival",
    "household_id", "moved_to",
}  # fmt: skip
_SEARCHED_HOUSEHOLD = {"division", "phone"}


def apply(connection: Connection, assigns: Iterable[Assign]) -> None:
    """Apply ``assigns`` in order, inside the caller's transaction."""
    for one in assigns:
        assign(connection, one.table, one.key, one.values)
        if one.table == "people" and not _SEARCHED.isdisjoint(one.values):
            index_person(connection, str(one.key["id"]))
        elif one.table == "households" and not _SEARCHED_HOUSEHOLD.isdisjoint(one.values):
            index_household(connection, str(one.key["id"]))
