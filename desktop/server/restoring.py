"""After a centre was brought back from a copy: what it gave out since must not be given out twice.

Between the copy and the loss the centre may have given out station codes, numbers of law packs,
places of cases and versions of its filter that the copy knows nothing of. All of them go on well
above whatever they may have reached: from the second at which the centre was brought back, so that
the same copy brought back twice leaps to two places. Receipt segments need no such leap: a station
that knows more than the centre gets none until it has told what it has (`desktop.server.handlers`).
"""

from __future__ import annotations

from datetime import datetime

from desktop.base.clock import Clock, instant_text
from desktop.server.database import CentreDatabase
from desktop.server.feed import head
from desktop.server.filter_layers import sign_anew
from desktop.sqlite.connection import Connection

CODES_SKIPPED = 100
"""Station codes left out at least: more stations than a county registers between two copies."""

_HOURS = 40
_CASES_PER_S = 1_000
"""More cases than a county opens in a second, in the long run."""


def gap_of_codes(now: datetime) -> int:
    """Return how many station codes to leave out.

    Another number from hour to hour: a copy may be brought back a second time, and knows nothing
    of the first.
    """
    return CODES_SKIPPED * (1 + int(now.timestamp()) // 3_600 % _HOURS)


def mark_restored(database: CentreDatabase, clock: Clock) -> int:
    """Note that the centre was brought back, and leave a gap in every number it gives out.

    Returns how often that has happened to this centre. Raises Unavailable.
    """
    connection, county = database.connection, database.centre.county
    instant = clock.now()
    now, leap = instant_text(instant), int(instant.timestamp())
    with database.transaction():
        number: int = connection.execute(
            "SELECT coalesce(max(number), 0) + 1 FROM restorations WHERE county = ?", (county,)
        ).fetchone()[0]
        last = _last_publication(connection, county)
        connection.execute(
            "INSERT INTO restorations (county, number, at, feed_head, codes_skipped,"
            " publications_upto) VALUES (?, ?, ?, ?, ?, ?)",
            (county, number, now, head(connection, county), gap_of_codes(instant), max(last, leap)),
        )
        connection.execute(
            "UPDATE centres SET case_head = ? WHERE county = ? AND case_head < ?",
            (leap * _CASES_PER_S, county, leap * _CASES_PER_S),
        )
        published = connection.execute(
            "UPDATE filters SET version = ? WHERE county = ? AND version > 0 AND version < ?",
            (leap, county, leap),
        ).rowcount
        if published:
            sign_anew(database, now)
    return number


def codes_skipped(connection: Connection, county: str) -> int:
    """Return how many station codes are left out."""
    row = connection.execute(
        "SELECT coalesce(sum(codes_skipped), 0) FROM restorations WHERE county = ?", (county,)
    ).fetchone()
    return int(row[0])


def last_restored(connection: Connection, county: str) -> str:
    """Return the instant at which the centre was last brought back, empty if it never was."""
    row = connection.execute(
        "SELECT at FROM restorations WHERE county = ? ORDER BY number DESC LIMIT 1", (county,)
    ).fetchone()
    return str(row["at"]) if row else ""


def publications_upto(connection: Connection, county: str) -> int:
    """Return the publication number to go on after."""
    row = connection.execute(
        "SELECT coalesce(max(publications_upto), 0) FROM restorations WHERE county = ?", (county,)
    ).fetchone()
    return max(int(row[0]), _last_publication(connection, county))


def changes_upto(connection: Connection, county: str) -> int:
    """Return the number of a change of operators to go on after."""
    row = connection.execute(
        "SELECT (SELECT coalesce(max(publications_upto), 0) FROM restorations WHERE county = ?),"
        " (SELECT coalesce(max(number), 0) FROM directory_changes WHERE county = ?)",
        (county, county),
    ).fetchone()
    return max(int(row[0]), int(row[1]))


def _last_publication(connection: Connection, county: str) -> int:
    row = connection.execute(
        "SELECT coalesce(max(number), 0) FROM publications WHERE county = ?", (county,)
    ).fetchone()
    return int(row[0])
