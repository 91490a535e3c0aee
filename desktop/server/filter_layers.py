"""Make the layers of the county's filter from the marks, sign the list of them, give them out."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from desktop.base.clock import Clock, instant_from_text, instant_text
from desktop.domain.county_filter import make_layer
from desktop.server.database import CentreDatabase
from desktop.sqlite.connection import Connection
from desktop.wire.filter_messages import (
    PIECE_BYTES_MAX,
    FilterReply,
    FilterRequest,
    LayerEntry,
    Manifest,
    sign_manifest,
)

CHANGES_MIN = 200
"""Fewer new marks than this wait for `WAIT_MAX`."""

WAIT_MAX = timedelta(minutes=15)
LAYERS_PER_LIST_MAX = 8
GROWTH = 4
"""Further layers together hold at most a quarter of the first; then all become one again."""

REBUILT_AFTER = timedelta(days=7)
"""Who was taken off a list is still found in it until then: a hit is only ever a question."""


@dataclass(frozen=True, slots=True)
class _Made:
    """A new layer of one list; ``whole`` takes the place of all before it."""

    kind: str
    year: int
    whole: bool
    content: bytes
    count: int
    removed: int


def publish(database: CentreDatabase, clock: Clock, *, at_once: bool = False) -> bool:
    """Publish what has changed, if it is enough or has waited long; tell whether it did.

    The layers are made while stations are served, and written in one short transaction;
    ``at_once`` waits for nothing. Of several that do this at once, one publishes.

    Raises:
        Unavailable: the file or the disk failed; what was published before stays.
    """
    connection, county = database.connection, database.centre.county
    row = connection.execute(
        "SELECT tick, made_at, version FROM filters WHERE county = ?", (county,)
    ).fetchone()
    if row is None:
        return False
    now, tick = clock.now(), row["tick"]
    due = [
        one
        for one in _lists(connection, county)
        if (one["added"] or one["removed"]) and (at_once or _due(one, row["made_at"], now))
    ]
    made = [_layer(connection, county, one, tick) for one in due]
    if not made:
        return False
    with database.transaction():
        if _version(connection, county) != row["version"]:
            # Another process of the county published meanwhile: what is left waits its turn.
            return False
        for layer in made:
            _write(connection, county, layer, tick, instant_text(now))
        sign_anew(database, instant_text(now))
    return True


def _version(connection: Connection, county: str) -> int:
    version: int = connection.execute(
        "SELECT version FROM filters WHERE county = ?", (county,)
    ).fetchone()[0]
    return version


def answer(database: CentreDatabase, request: FilterRequest) -> FilterReply:
    """Answer a station: the list of layers if it has another, and a piece of one."""
    connection, county = database.connection, database.centre.county
    row = connection.execute(
        "SELECT secret, version, manifest, signature FROM filters WHERE county = ?", (county,)
    ).fetchone()
    piece = b""
    if request.layer:
        found = connection.execute(
            "SELECT substr(content, ?, ?) FROM filter_layers WHERE county = ? AND hash = ?",
            (request.offset + 1, PIECE_BYTES_MAX, county, request.layer),
        ).fetchone()
        piece = found[0] if found else b""
    if row is None or row["version"] in (0, request.version):
        return FilterReply(layer=request.layer, offset=request.offset, piece=piece)
    return FilterReply(
        manifest=row["manifest"],
        signature=row["signature"],
        secret=row["secret"],
        layer=request.layer,
        offset=request.offset,
        piece=piece,
    )


def _lists(connection: Connection, county: str) -> list[Any]:
    """Return every list with how many marks are new, and what its layers hold."""
    rows: list[Any] = connection.execute(
        "SELECT s.kind, s.year, s.upto, s.removed, s.rebuilt_at,"
        " (SELECT count(*) FROM filter_marks m WHERE m.county = s.county AND m.kind = s.kind"
        "  AND m.year = s.year AND m.tick > s.upto) AS added,"
        " count(l.hash) AS layers, coalesce(max(l.count), 0) AS largest,"
        " coalesce(sum(l.count), 0) AS layered"
        " FROM filter_sets s LEFT JOIN filter_layers l"
        "  ON l.county = s.county AND l.kind = s.kind AND l.year = s.year"
        " WHERE s.county = ? GROUP BY s.county, s.kind, s.year",
        (county,),
    ).fetchall()
    return rows


def _due(one: Any, last: str, now: datetime) -> bool:
    if one["added"] + one["removed"] >= CHANGES_MIN or not last:
        return True
    if one["added"] and now - instant_from_text(last) >= WAIT_MAX:
        return True
    return bool(one["removed"]) and now - instant_from_text(one["rebuilt_at"]) >= REBUILT_AFTER


def _layer(connection: Connection, county: str, one: Any, tick: int) -> _Made:
    beyond = one["added"] + one["layered"] - one["largest"]
    whole = (
        not one["layers"]
        or one["layers"] >= LAYERS_PER_LIST_MAX
        or beyond * GROWTH > one["largest"]
        or one["removed"] * GROWTH > one["layered"]
        or not one["added"]
    )
    # What comes while this is at work has a later tick and waits for the next time.
    marks = {
        row[0]
        for row in connection.execute(
            "SELECT mark FROM filter_marks"
            " WHERE county = ? AND kind = ? AND year = ? AND tick > ? AND tick <= ?",
            (county, one["kind"], one["year"], 0 if whole else one["upto"], tick),
        )
    }
    return _Made(one["kind"], one["year"], whole, make_layer(marks), len(marks), one["removed"])


def _write(connection: Connection, county: str, made: _Made, tick: int, now: str) -> None:
    about = (county, made.kind, made.year)
    where = " WHERE county = ? AND kind = ? AND year = ?"
    connection.execute(f"UPDATE filter_sets SET upto = ?{where}", (tick, *about))  # noqa: S608
    if made.whole:
        connection.execute(f"DELETE FROM filter_layers{where}", about)  # noqa: S608
        connection.execute(
            f"UPDATE filter_sets SET removed = removed - ?, rebuilt_at = ?{where}",  # noqa: S608
            (made.removed, now, *about),
        )
    if made.count:
        connection.execute(
            "INSERT INTO filter_layers (county, kind, year, ordinal, hash, count, content)"
            " SELECT ?, ?, ?, coalesce(max(ordinal), 0) + 1, ?, ?, ? FROM filter_layers"
            " WHERE county = ? AND kind = ? AND year = ?",
            (*about, hashlib.sha256(made.content).digest(), made.count, made.content, *about),
        )


def sign_anew(database: CentreDatabase, now: str) -> None:
    """Give the filter as it is the next version, signed, inside a transaction."""
    connection, centre = database.connection, database.centre
    layers = tuple(
        LayerEntry(
            kind=row["kind"],
            year=row["year"],
            hash=row["hash"],
            size=row["size"],
            count=row["count"],
        )
        for row in connection.execute(
            "SELECT kind, year, hash, length(content) AS size, count FROM filter_layers"
            " WHERE county = ? ORDER BY kind, year, ordinal",
            (centre.county,),
        )
    )
    version = _version(connection, centre.county) + 1
    manifest = Manifest(county=centre.county, version=version, made_at=now, layers=layers)
    content, signature = sign_manifest(centre.key, manifest)
    connection.execute(
        "UPDATE filters SET version = ?, manifest = ?, signature = ?, made_at = ? WHERE county = ?",
        (version, content, signature, now, centre.county),
    )
