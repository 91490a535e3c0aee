"""Fetch, with a few queries, the rows that taking a batch in will ask about.

What is not foreseen is fetched when it is asked for; so nothing here decides what is right, only
how quickly it comes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from desktop.domain.facts import PaymentTaken, SegmentReceived
from desktop.domain.money_facts import NumbersVoided, PaymentReversed
from desktop.server.concerned import enrollments_of
from desktop.server.reading import Opened
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


def foresee(workspace: Workspace, opened: Sequence[Opened], last_seq: int) -> None:
    """Fetch what the events are about, and what that in turn names.

    Of those up to ``last_seq``, which the centre has already, only what they are compared with.
    """
    known = [one.event for one in opened if one.event.seq <= last_seq]
    new = [one for one in opened if one.event.seq > last_seq]
    wanted: _Values = defaultdict(dict)
    for event in known:
        wanted["events", ("station", "seq")][event.station, event.seq] = None
        wanted["cases", ("event_id",)][event.id,] = None
    for one in new:
        for table, columns, values in _named(one):
            wanted[table, columns][values] = None
    if new:
        wanted["centres", ()][()] = None
        _add_around(wanted)
    _load(workspace, wanted)
    if new:
        _foresee_new(workspace, new, wanted)


def _foresee_new(workspace: Workspace, new: Sequence[Opened], wanted: _Values) -> None:
    told = set(workspace.held("events", "id"))
    ids = [(one.event.id,) for one in new if (one.event.id,) not in told]
    for table in ("event_households", "feed", "cases"):
        workspace.nothing_there(table, ("event_id",), ids)
    # Who was there already may belong elsewhere than the events say.
    found: _Values = defaultdict(dict)
    for table, column, other, key in _FOLLOWING:
        for values in workspace.held(table, column):
            found[other, (key,)][values] = None
    found["payments", ("id",)] = dict.fromkeys(workspace.held("payment_lines", "payment_id"))
    found["tallies", ("division",)] = dict.fromkeys(workspace.held("households", "division"))
    _add_around(found)
    _load(workspace, found)


def _load(workspace: Workspace, wanted: _Values) -> None:
    workspace.load((table, columns, values) for (table, columns), values in wanted.items())


def _named(one: Opened) -> Iterator[tuple[str, tuple[str, ...], tuple[object, ...]]]:
    """Yield table, columns and values of the rows an event names or writes."""
    event, fact = one.event, one.event.fact
    yield "events", ("id",), (event.id,)
    for enrollment in enrollments_of(fact):
        yield "enrollments", ("id",), (enrollment,)
    if isinstance(fact, SegmentReceived | PaymentTaken | PaymentReversed | NumbersVoided):
        yield "allocations", ("segment",), (fact.segment,)
    for effect in one.effects:
        columns = tuple(effect.key)
        if effect.table in _ONE_BY_ONE:
            columns = columns[:1]
        yield effect.table, columns, tuple(effect.key[column] for column in columns)
        yield from _beside(effect.table, {**effect.key, **effect.values})


def _beside(
    table: str, row: dict[str, object]
) -> Iterator[tuple[str, tuple[str, ...], tuple[object, ...]]]:
    """Yield the rows that are looked for beside a written one."""
    match table:
        case "households" if row.get("division"):
            yield "tallies", ("division",), (row["division"],)
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


def _add_around(wanted: _Values) -> None:
    """Add what people, households and enrolments have to them."""
    people, households = wanted["people", ("id",)], wanted["households", ("id",)]
    wanted["enrollments", ("person_id",)].update(people)
    wanted["enrollments", ("household_id",)].update(households)
    wanted["payments", ("household_id",)].update(households)
    wanted["payment_lines", ("enrollment_id",)].update(wanted["enrollments", ("id",)])
