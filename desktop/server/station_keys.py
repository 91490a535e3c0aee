"""The keys of the county's stations, for whoever is to prove a receipt offline."""

from __future__ import annotations

from desktop.server.restoring import last_restored
from desktop.sqlite.connection import Connection
from desktop.wire.station_messages import (
    STATION_KEYS_MAX,
    StationNote,
    StationsReply,
    StationsRequest,
)


def answer(connection: Connection, county: str, request: StationsRequest) -> StationsReply:
    """Return the stations after the one asked from, of whatever township.

    Codes are given out rising, under the county's lock, and never twice: what follows the last
    code a station knows is all it misses, unless the centre was brought back since.
    """
    restored = last_restored(connection, county)
    after = request.after if request.restored == restored else ""
    rows = connection.execute(
        "SELECT station, code, name, public_key FROM registrations"
        " WHERE county = ? AND code > ? ORDER BY code LIMIT ?",
        (county, after, STATION_KEYS_MAX + 1),
    ).fetchall()
    page = rows[:STATION_KEYS_MAX]
    notes = tuple(
        StationNote(
            station=row["station"],
            code=row["code"],
            name=row["name"],
            public_key=row["public_key"],
        )
        for row in page
    )
    return StationsReply(stations=notes, more=len(rows) > len(page), restored=restored)
