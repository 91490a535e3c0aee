"""No statement of the centre walks a whole county: every search uses more than the county."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from desktop.store import exchange
from tests.helpers.centre import EAST, WEST, enlist, enrol, meet, new_centre, new_station
from tests.helpers.stations import take_payment

# What a person asks for, happens once in years, or grows with the answer and not with the county.
_MAY_WALK = re.compile(
    r"FROM tallies|FROM centres|UPDATE centres|1 FROM registrations|FROM restorations"
)


def test_every_search_uses_more_than_the_county() -> None:
    centre = new_centre()
    connection = centre.database.connection
    statements: set[str] = set()
    connection.set_trace_callback(statements.add)
    one, two = new_station(1, division=EAST), new_station(2)
    for store in (one, two):
        enlist(store, centre)
    for place in range(3):
        take_payment(one, enrol(one, EAST, place=place))
        enrol(two, WEST, place=place)
    household = enrol(two, EAST, place=9).household.id
    meet(two, centre)
    enrol(two, WEST, household=household, place=9)
    for store in (one, two, one, two):
        meet(store, centre)
    with one.transaction():
        exchange.begin_again(one)
    meet(one, centre)
    connection.set_trace_callback(None)
    assert len(statements) > 40
    assert not [walk for statement in statements for walk in walks(connection, statement)]


def walks(connection: Any, statement: str) -> Iterator[str]:
    """Yield the steps of a statement's plan that look at a whole county or table."""
    if not re.match(r"\s*(SELECT|UPDATE|DELETE)", statement) or _MAY_WALK.search(statement):
        return
    for row in connection.execute("EXPLAIN QUERY PLAN " + statement):
        step = row["detail"]
        if step.endswith("(county=?)") or re.match(r"SCAN (?!s\b)", step):
            yield f"{step}: {statement}"
