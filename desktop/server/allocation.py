"""Receipt numbers for stations: allocated early, once, in one unbroken row per station."""

from __future__ import annotations

from desktop.base.ids import IdSource
from desktop.domain.facts import SegmentReceived
from desktop.sqlite.connection import Connection
from desktop.wire.messages import GRANTS_MAX, Grant
from desktop.wire.numbering import REFILL_BELOW, SEGMENT_SIZE, segment_prefix


def grants_for(
    connection: Connection, county: str, station: str, *, unspent: int, ids: IdSource
) -> tuple[Grant, ...]:
    """Return what was allocated to the station and has not arrived there, refilled if need be.

    Repeated until the station's own event says the segment arrived, so no answer that is lost on
    the way loses numbers.
    """
    under_way = _under_way(connection, county, station)
    left = unspent + sum(grant.last - grant.first + 1 for grant in under_way)
    if left < REFILL_BELOW:
        under_way.append(_allocate(connection, county, station, ids))
    return tuple(under_way[:GRANTS_MAX])


def note_received(connection: Connection, county: str, station: str, fact: SegmentReceived) -> None:
    """Note that a segment arrived; a training station's own one is taken into the list."""
    connection.execute(
        "INSERT INTO allocations (county, segment, station, prefix, first, last, received)"
        " VALUES (?, ?, ?, ?, ?, ?, 1) ON CONFLICT (county, segment) DO UPDATE SET received = 1",
        (county, fact.segment, station, fact.prefix, fact.first, fact.last),
    )


def _under_way(connection: Connection, county: str, station: str) -> list[Grant]:
    rows = connection.execute(
        "SELECT segment, prefix, first, last FROM allocations"
        " WHERE county = ? AND station = ? AND received = 0 ORDER BY first",
        (county, station),
    )
    return [Grant(segment=row[0], prefix=row[1], first=row[2], last=row[3]) for row in rows]


def _allocate(connection: Connection, county: str, station: str, ids: IdSource) -> Grant:
    code = connection.execute(
        "SELECT code FROM registrations WHERE county = ? AND station = ?", (county, station)
    ).fetchone()[0]
    prefix = segment_prefix(county, code)
    top = connection.execute(
        "SELECT coalesce(max(last), 0) FROM allocations WHERE county = ? AND prefix = ?",
        (county, prefix),
    ).fetchone()[0]
    grant = Grant(segment=ids.new_id(), prefix=prefix, first=top + 1, last=top + SEGMENT_SIZE)
    connection.execute(
        "INSERT INTO allocations (county, segment, station, prefix, first, last, received)"
        " VALUES (?, ?, ?, ?, ?, ?, 0)",
        (county, grant.segment, station, grant.prefix, grant.first, grant.last),
    )
    return grant
