"""Whoever wrote over another desk's value without having seen it made a case: proven by eye.

The proof does not use cursors. For each edit it notes what the desk had before its eyes; in the
end the centre's order is walked, and where an edit replaced something else than what was seen, a
case must name it. The centre may open a case more (a desk had seen the same value by another way),
never one less.
"""

from __future__ import annotations

import msgspec
from msgspec import UNSET

from desktop.domain.effects import effects
from desktop.domain.events import Event
from desktop.domain.facts import HouseholdSaved
from desktop.sqlite.connection import Connection
from desktop.store.database import Store

Field = tuple[str, str, str]
"""Table, row and column."""

_EDITED = ("phone", "address", "number", "division")


class Edits:
    """What each edit was meant to replace, as the desk that made it saw the field."""

    def __init__(self) -> None:
        self._seen: dict[str, dict[Field, str]] = {}

    def record(self, store: Store, fact: HouseholdSaved) -> None:
        """Record ``fact`` at a desk and note what it had before its eyes."""
        rows = [("households", fact.household.id, fact.household)]
        rows += [("people", person.id, person) for person in fact.people]  # type: ignore[misc]
        seen = {
            (table, row, name): _value(store, table, row, name)
            for table, row, stated in rows
            for name in _EDITED
            if getattr(stated, name, UNSET) is not UNSET
        }
        with store.transaction():
            event = store.record(fact, operator="sim")
        self._seen[event.id] = seen

    def prove(self, centre: Connection) -> None:
        """Raise unless every edit that wrote over what its desk had not seen is in a case."""
        cases = _cases(centre)
        stands: dict[Field, tuple[str, str]] = {}
        for event in _in_order(centre):
            for field, wrote in _wrote(event):
                value, author = stands.get(field, (wrote, event.station))
                saw = self._seen.get(event.id, {}).get(field, value)
                if value not in (wrote, saw) and author != event.station:
                    assert (event.id, field) in cases, field
                if wrote != value or field not in stands:
                    stands[field] = (wrote, event.station)


def _wrote(event: Event) -> list[tuple[Field, str]]:
    return [
        ((one.table, str(one.key["id"]), name), str(value or ""))
        for one in effects(event)
        if one.table in ("households", "people")
        for name, value in one.values.items()
        if name in _EDITED
    ]


def _in_order(centre: Connection) -> list[Event]:
    rows = centre.execute(
        "SELECT e.body FROM events e JOIN feed f ON f.event_id = e.id"
        " GROUP BY e.county, e.id ORDER BY min(f.position)"
    )
    return [msgspec.json.decode(row[0], type=Event) for row in rows]


def _cases(centre: Connection) -> set[tuple[str, Field]]:
    rows = centre.execute("SELECT event_id, detail FROM cases WHERE kind = 'FIELD_CONFLICT'")
    told = [(row[0], msgspec.json.decode(row[1])) for row in rows]
    return {
        (event, (one["table"], one["row"], name)) for event, one in told for name in one["fields"]
    }


def _value(store: Store, table: str, row: str, field: str) -> str:
    found = store.connection.execute(
        f"SELECT {field} FROM {table} WHERE id = ?",
        (row,),
    ).fetchone()
    return str(found[0] or "")
