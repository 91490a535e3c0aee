"""What changed in a household, when, and by whom: read from the events, newest first (变更记录)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from desktop.domain.assign import Assign, Value
from desktop.domain.divisions import DivisionTree
from desktop.domain.effects import effects
from desktop.domain.events import Event, SignedEvent, fact_type
from desktop.domain.identity_number import masked
from desktop.store import people, register
from desktop.store.event_subjects import events_naming
from desktop.store.station_keys import station_name
from desktop.usecases.desk import Desk
from desktop.usecases.divisions import tree

_LOOKED_AT = {"households", "people", "enrollments", "not_enrolled", "payments", "looks"}
_NOT_TOLD = {"county", "law", "person_id", "household_id", "operator", "station", "at"}
"""Columns that say where a row belongs, not what somebody entered."""
_PLACES = ("division", "hukou_division")
_STANDING = {"enrollments": {"status", "tier", "net_fen", "reason"}, "payments": {"amount_fen"}}
"""Of these tables only what a person asks about; the other figures follow from it."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that became another; identity numbers masked, places named, codes as stored."""

    table: str
    person: str
    """Name of whom it is about, empty for the household itself."""
    column: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One event about a household."""

    event_id: str
    kind: str
    """The event's type, as the chain lists it."""
    at: str
    operator: str
    station: str
    changes: tuple[Change, ...]


@dataclass(slots=True)
class _Fold:
    """The record as far as the events have been read, of one household only."""

    household_id: str
    persons: set[str]
    rows: dict[tuple[str, ...], dict[str, Value]] = field(default_factory=dict)


def history_of(desk: Desk, household_id: str, limit: int = 200) -> tuple[HistoryEntry, ...]:
    """Return what happened to a household and its people, newest first, at most ``limit``."""
    connection = desk.store.connection
    members = [row["id"] for row in register.members(connection, household_id)]
    fold = _Fold(household_id, set(members))
    entries = []
    names: dict[tuple[str, str], str] = {}
    for row in events_naming(connection, (household_id, *members)):
        event = SignedEvent(row["body"], row["hash"], row["signature"]).open()
        changes = tuple(_placed(tree(desk), one) for one in _changes(fold, event))
        if not changes:
            continue
        who = (event.station, event.operator)
        if who not in names:
            names[who] = people.operator_name(connection, *who)
        entries.append(
            HistoryEntry(
                event.id,
                fact_type(event.fact),
                event.at,
                names[who],
                _station_name(desk, event.station),
                changes,
            )
        )
    return tuple(reversed(entries[-limit:]))


def _placed(known: DivisionTree, change: Change) -> Change:
    """Say where by its name."""
    if change.column not in _PLACES:
        return change
    before, after = (code and known.short_name(code) for code in (change.before, change.after))
    return replace(change, before=before, after=after)


def _station_name(desk: Desk, station: str) -> str:
    return station_name(desk.store.connection, station) or station[:8]


def _changes(fold: _Fold, event: Event) -> Iterator[Change]:
    for one in effects(event):
        if one.table in _LOOKED_AT and _concerns(fold, one):
            yield from _of_row(fold, one)


def _concerns(fold: _Fold, one: Assign) -> bool:
    if one.table == "people":
        person = str(one.key["id"])
        if one.values.get("household_id") == fold.household_id:
            fold.persons.add(person)
        return person in fold.persons
    if one.table == "households":
        return one.key["id"] == fold.household_id
    if one.table == "payments":
        return one.values.get("household_id") == fold.household_id
    known = fold.rows.get(one.subject, {})
    person = str((one.key | known | one.values).get("person_id") or "")
    return person in fold.persons


def _of_row(fold: _Fold, one: Assign) -> Iterator[Change]:
    known = fold.rows.setdefault(one.subject, {})
    told = _STANDING.get(one.table)
    for column, value in one.values.items():
        before = known.get(column)
        known[column] = value
        if column in _NOT_TOLD and not (one.table == "people" and column == "household_id"):
            continue
        if told is not None and column not in told:
            continue
        if (before or "") != (value or "") and not _is_empty(before, value):
            person = _name_of(fold, one)
            yield Change(one.table, person, column, _text(column, before), _text(column, value))


def _is_empty(before: Value, after: Value) -> bool:
    """Tell whether nothing became an empty list: a fact states every list a person could have."""
    return before in (None, "", "[]") and after in (None, "", "[]")


def _name_of(fold: _Fold, one: Assign) -> str:
    if one.table in ("households", "payments"):
        return ""
    known = fold.rows.get(one.subject, {})
    person = str((one.key | known | one.values).get("person_id") or one.key.get("id") or "")
    row = fold.rows.get(("people", person), {}) | (one.values if one.table == "people" else {})
    return str(row.get("name") or "")


def _text(column: str, value: Value) -> str:
    if value is None:
        return ""
    text = value.decode() if isinstance(value, bytes) else str(value)
    return masked(text) if column == "document_number" else text
