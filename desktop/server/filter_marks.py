"""Whose mark stands in which list of the county's filter, followed along the feed.

The feed says which households changed; what their people's marks are is read from the record. So
following is cheap, may stop anywhere, and may be done again without harm.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from desktop.base.ids import IdSource
from desktop.domain.county_filter import SECRET_BYTES, Kind, mark_of
from desktop.server.database import CentreDatabase
from desktop.sqlite.connection import Connection

POSITIONS_AT_ONCE = 500
"""Places of the feed followed in one transaction: stations wait no longer for it than for one
another."""

_DEAD = "2"

Mark = tuple[Kind, int, int]
"""Kind, year, mark."""


@dataclass(frozen=True, slots=True)
class State:
    """How far the filter has come."""

    secret: bytes
    position: int
    version: int


def state(connection: Connection, county: str) -> State | None:
    """Return how far the county's filter has come, None before its first step."""
    row = connection.execute(
        "SELECT secret, position, version FROM filters WHERE county = ?", (county,)
    ).fetchone()
    return State(row["secret"], row["position"], row["version"]) if row else None


def begin(database: CentreDatabase, ids: IdSource) -> State:
    """Return how far the filter has come, after making the county's secret if there is none."""
    connection, county = database.connection, database.centre.county
    known = state(connection, county)
    if known is None:
        with database.transaction():
            connection.execute(
                "INSERT INTO filters (county, secret, position, tick, version,"
                " manifest, signature, made_at) VALUES (?, ?, 0, 0, 0, ?, ?, '')"
                " ON CONFLICT (county) DO NOTHING",
                (county, ids.random_bytes(SECRET_BYTES), b"", b""),
            )
        known = state(connection, county)
    assert known is not None
    return known


def forget(database: CentreDatabase, ids: IdSource) -> None:
    """Take a new secret: after a station's database fell into strange hands.

    The marks of the record are made anew by following it; lists of other authorities have to be
    taken in again, since only marks under the old secret were kept of them.
    """
    begin(database, ids)
    connection, county = database.connection, database.centre.county
    with database.transaction():
        for table in ("filter_marks", "filter_sets", "filter_layers"):
            connection.execute(f"DELETE FROM {table} WHERE county = ?", (county,))  # noqa: S608
        connection.execute(
            "UPDATE filters SET secret = ?, position = 0 WHERE county = ?",
            (ids.random_bytes(SECRET_BYTES), county),
        )


def follow(database: CentreDatabase, ids: IdSource) -> bool:
    """Follow the feed a little further, in one transaction; tell whether there is more of it.

    Raises:
        Unavailable: the file or the disk failed; what was followed before stays.
    """
    connection, county = database.connection, database.centre.county
    begin(database, ids)
    with database.transaction():
        known = state(connection, county)
        assert known is not None
        head = connection.execute(
            "SELECT feed_head FROM centres WHERE county = ?", (county,)
        ).fetchone()[0]
        upto = min(head, known.position + POSITIONS_AT_ONCE)
        if upto > known.position:
            tick = next_tick(connection, county)
            for person in _changed(connection, county, known.position, upto):
                wanted = set(_of_person(connection, county, person, known.secret))
                set_marks(connection, county, person, wanted, tick)
            connection.execute("UPDATE filters SET position = ? WHERE county = ?", (upto, county))
    return bool(upto < head)


def next_tick(connection: Connection, county: str) -> int:
    """Return the number of the change that is under way in this transaction."""
    row = connection.execute(
        "UPDATE filters SET tick = tick + 1 WHERE county = ? RETURNING tick", (county,)
    ).fetchone()
    tick: int = row[0]
    return tick


def set_marks(
    connection: Connection, county: str, subject: str, wanted: set[Mark], tick: int
) -> None:
    """Make ``wanted`` the marks of a subject (a person, a list), inside a transaction."""
    known = {
        (row["kind"], row["year"], row["mark"]): row["tick"]
        for row in connection.execute(
            "SELECT kind, year, mark, tick FROM filter_marks WHERE county = ? AND subject = ?",
            (county, subject),
        )
    }
    added = wanted - known.keys()
    removed = {mark: known[mark] for mark in known.keys() - wanted}
    connection.executemany(
        "INSERT INTO filter_marks (county, subject, kind, year, mark, tick)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        [(county, subject, *mark, tick) for mark in sorted(added)],
    )
    connection.executemany(
        "INSERT INTO filter_sets (county, kind, year, upto, removed, rebuilt_at)"
        " VALUES (?, ?, ?, 0, 0, '') ON CONFLICT (county, kind, year) DO NOTHING",
        [(county, kind, year) for kind, year in {mark[:2] for mark in added}],
    )
    connection.executemany(
        "UPDATE filter_sets SET removed = removed + 1"
        " WHERE county = ? AND kind = ? AND year = ? AND upto >= ?",
        [(county, *mark[:2], brought) for mark, brought in removed.items()],
    )
    connection.executemany(
        "DELETE FROM filter_marks WHERE county = ? AND subject = ? AND kind = ? AND year = ?"
        " AND mark = ?",
        [(county, subject, *mark) for mark in removed],
    )


def _changed(connection: Connection, county: str, after: int, upto: int) -> list[str]:
    """Return the people of every household that events in this part of the feed are about."""
    rows = connection.execute(
        "SELECT DISTINCT e.household FROM feed f JOIN events e"
        " ON e.county = f.county AND e.id = f.event_id"
        " WHERE f.county = ? AND f.position > ? AND f.position <= ? AND e.household <> ''",
        (county, after, upto),
    ).fetchall()
    people: dict[str, None] = {}
    for row in rows:
        for table, column in (("people", "id"), ("enrollments", "person_id")):
            found = connection.execute(
                f"SELECT {column} FROM {table} WHERE county = ? AND household_id = ?",  # noqa: S608
                (county, row["household"]),
            )
            people |= dict.fromkeys(one[0] for one in found if one[0])
    return list(people)


def _of_person(connection: Connection, county: str, person: str, secret: bytes) -> Iterator[Mark]:
    """Yield every mark of a person: each list the person is in, by each number ever known."""
    row = connection.execute(
        "SELECT document_number, survival, other_cover FROM people WHERE county = ? AND id = ?",
        (county, person),
    ).fetchone()
    if row is None:
        return
    numbers = {row["document_number"] or ""}
    former = connection.execute(
        "SELECT number FROM person_numbers WHERE county = ? AND person_id = ?", (county, person)
    )
    numbers |= {one["number"] for one in former}
    lists = list(_lists(connection, county, person, row["survival"], row["other_cover"]))
    for number in numbers - {""}:
        for kind, year in lists:
            yield kind, year, mark_of(secret, kind, year, number)


def _lists(
    connection: Connection, county: str, person: str, survival: str | None, cover: str | None
) -> Iterator[tuple[Kind, int]]:
    enrolled = connection.execute(
        "SELECT campaign_year, max(CASE WHEN status = 'paid' THEN 1 ELSE 0 END) AS paid"
        " FROM enrollments"
        " WHERE county = ? AND person_id = ? AND status IN ('registered', 'paid')"
        " GROUP BY campaign_year",
        (county, person),
    )
    for row in enrolled.fetchall():
        yield ("paid" if row["paid"] else "enrolled"), row["campaign_year"]
    if survival == _DEAD:
        yield "dead", 0
    covers = json.loads(cover or "[]") or []
    if any((one.get("scheme"), one.get("status")) == ("employee", "active") for one in covers):
        yield "employee", 0
