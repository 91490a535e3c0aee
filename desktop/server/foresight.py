"""Fetch, with a few queries, the rows that taking a batch in will ask about.

What is not foreseen is fetched when it is asked for; so nothing here decides what is right, only
how quickly it comes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from desktop.domain.effects import effects
from desktop.domain.events import Event
from desktop.domain.facts import PaymentTaken, SegmentReceived
from desktop.domain.money_facts import NumbersVoided, PaymentReversed
from desktop.server.concerned import enrollments_of
from desktop.server.workspace import Workspace

_Values = dict[tuple[str, tuple[str, ...]], dict[tuple[object, ...], None]]

_ONE_BY_ONE = {"payment_lines", "person_numbers"}
"""Tables whose rows are found by one column of their key."""

_FOLLOWING = (
    ("enrollments", "person_id", "people", "id"),
    ("enrollments", "household_id", "households", "id"),
    ("people", "household_id", "households", "id"),
)
"""What rows name: table and column, and where that is the key."""


def foresee(workspace: Workspace, events: Sequence[Event], last_seq: int) -> None:
    """Fetch what ``events`` are about, and what that in turn names.

    Of those up to ``last_seq``, which the centre has already, only what they are compared with.
    """
    known = [event for event in events if event.seq <= last_seq]
    if known:
        workspace.load("events", ("station", "seq"), [(one.station, one.seq) for one in known])
        workspace.load("cases", ("event_id",), [(one.id,) for one in known])
    new = [event for event in events if event.seq > last_seq]
    if new:
        _foresee_new(workspace, new)


def _foresee_new(workspace: Workspace, events: Sequence[Event]) -> None:
    wanted: _Values = defaultdict(dict)
    for event in events:
        for table, columns, values in _named(event):
            wanted[table, columns][values] = None
    _load(workspace, wanted)
    told = set(workspace.held("events", "id"))
    ids = [(event.id,) for event in events if (event.id,) not in told]
    for table in ("event_households", "feed", "cases"):
        workspace.nothing_there(table, ("event_id",), ids)
    _load(workspace, _around(workspace, wanted))
    rows = workspace.held("payment_lines", "payment_id")
    workspace.load("payments", ("id",), rows)
    workspace.load("tallies", ("division",), workspace.held("households", "division"))


def _load(workspace: Workspace, wanted: _Values) -> None:
    for (table, columns), values in wanted.items():
        workspace.load(table, columns, values)


def _named(event: Event) -> Iterator[tuple[str, tuple[str, ...], tuple[object, ...]]]:
    """Yield table, columns and values of the rows an event names or writes."""
    fact = event.fact
    yield "events", ("id",), (event.id,)
    for enrollment in enrollments_of(fact):
        yield "enrollments", ("id",), (enrollment,)
    if isinstance(fact, SegmentReceived | PaymentTaken | PaymentReversed | NumbersVoided):
        yield "allocations", ("segment",), (fact.segment,)
    for one in effects(event):
        columns = tuple(one.key)
        if one.table in _ONE_BY_ONE:
            columns = columns[:1]
        yield one.table, columns, tuple(one.key[column] for column in columns)
        yield from _beside(one.table, {**one.key, **one.values})


def _beside(
    table: str, row: dict[str, object]
) -> Iterator[tuple[str, tuple[str, ...], tuple[object, ...]]]:
    """Yield the rows that are looked for beside a written one."""
    match table:
        case "people" if row.get("document_number"):
            pair = (row["document_number"], row.get("document_type"))
            yield "people", ("document_number", "document_type"), pair
        case "enrollments":
            yield "payment_lines", ("enrollment_id",), (row["id"],)
        case "receipts" if "serial" in row:
            place = (row["segment_id"], row["serial"])
            yield "receipts", ("segment_id", "serial"), place
        case _:
            return


def _around(workspace: Workspace, wanted: _Values) -> _Values:
    """Return what the rows at hand, and those about to be written, belong to."""
    found: _Values = defaultdict(dict)
    for table, column, other, key in _FOLLOWING:
        for values in workspace.held(table, column):
            found[other, (key,)][values] = None
    people = {**wanted["people", ("id",)], **found["people", ("id",)]}
    households = {**wanted["households", ("id",)], **found["households", ("id",)]}
    found["people", ("id",)] = dict(people)
    found["households", ("id",)] = dict(households)
    found["enrollments", ("person_id",)] = dict(people)
    found["enrollments", ("household_id",)] = dict(households)
    found["payments", ("household_id",)] = dict(households)
    enrollments: Iterable[tuple[object, ...]] = workspace.held("enrollments", "id")
    found["payment_lines", ("enrollment_id",)] = dict.fromkeys(enrollments)
    return found
