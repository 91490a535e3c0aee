"""New versions of the program that the centre gives out: signed elsewhere, kept in pieces here.

The centre checks what it is given as every station will again, and cannot change it: the lines
are signed with the release key, which no centre has.
"""

from __future__ import annotations

import hashlib
from typing import Any

from desktop.base.errors import Refused
from desktop.server.packs import PublishedBy
from desktop.sqlite.connection import Connection
from desktop.wire.release import Release, version_key
from desktop.wire.update_messages import PIECE_BYTES_MAX, UpdateReply, UpdateRequest


def publish(
    connection: Connection, release: Release, lines: str, data: bytes, by: PublishedBy
) -> int:
    """Give ``release`` out from now on, inside the caller's transaction; return its number.

    A release that is given out already keeps its number.

    Raises:
        Refused: ``RELEASE_FILE``: ``data`` are not the file that was signed; ``RELEASE_OLDER``:
            a newer one for the same machines is given out.
    """
    if len(data) != release.size or hashlib.sha256(data).hexdigest() != release.sha256:
        raise Refused("RELEASE_FILE", "the file is not the one that was signed", file=release.file)
    newest = _newest(connection, by.county, release.system)
    if newest is not None and newest["sha256"] == release.sha256:
        return int(newest["number"])
    if newest is not None and not release.is_newer_than(newest["version"]):
        raise Refused("RELEASE_OLDER", "no newer than what is given out", version=newest["version"])
    number: int = connection.execute(
        "SELECT coalesce(max(number), 0) + 1 FROM releases WHERE county = ?", (by.county,)
    ).fetchone()[0]
    connection.execute(
        "INSERT INTO releases (county, number, system, version, file, size, sha256, lines,"
        " published_at, published_by, withdrawn_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '')",
        (
            by.county,
            number,
            release.system,
            release.version,
            release.file,
            release.size,
            release.sha256,
            lines,
            by.now,
            by.operator,
        ),
    )
    for ordinal, start in enumerate(range(0, len(data), PIECE_BYTES_MAX)):
        connection.execute(
            "INSERT INTO release_pieces (county, sha256, ordinal, content) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (county, sha256, ordinal) DO NOTHING",
            (by.county, release.sha256, ordinal, data[start : start + PIECE_BYTES_MAX]),
        )
    return number


def withdraw(connection: Connection, county: str, version: str, now: str) -> int:
    """Give a version out no more, on any machine; return how many files that were.

    Stations that have it already are told nothing: what is installed is undone by a newer one.

    Raises:
        Refused: ``RELEASE_UNKNOWN``.
    """
    rows = connection.execute(
        "SELECT number, sha256 FROM releases"
        " WHERE county = ? AND version = ? AND withdrawn_at = ''",
        (county, version),
    ).fetchall()
    if not rows:
        raise Refused("RELEASE_UNKNOWN", f"version {version} is not given out", version=version)
    for row in rows:
        connection.execute(
            "UPDATE releases SET withdrawn_at = ? WHERE county = ? AND number = ?",
            (now, county, row["number"]),
        )
        connection.execute(
            "DELETE FROM release_pieces WHERE county = ? AND sha256 = ?", (county, row["sha256"])
        )
    return len(rows)


def listed(connection: Connection, county: str) -> list[dict[str, object]]:
    """Return what was published, oldest first, each with how many stations run it."""
    running = {
        (row["version"], row["system"]): row["stations"]
        for row in connection.execute(
            "SELECT version, system, count(*) AS stations FROM station_programs"
            " WHERE county = ? GROUP BY version, system",
            (county,),
        ).fetchall()
    }
    rows = connection.execute(
        "SELECT number, version, system, file, size, sha256, published_at, published_by,"
        " withdrawn_at FROM releases WHERE county = ? ORDER BY number",
        (county,),
    ).fetchall()
    return [
        dict(zip(row.keys(), row, strict=True))
        | {"stations": running.get((row["version"], row["system"]), 0)}
        for row in rows
    ]


def note_program(connection: Connection, county: str, request: UpdateRequest, now: str) -> None:
    """Note which version a station runs, inside the caller's transaction."""
    connection.execute(
        "INSERT INTO station_programs (county, station, version, system, at)"
        " VALUES (?, ?, ?, ?, ?) ON CONFLICT (county, station) DO UPDATE SET"
        " version = excluded.version, system = excluded.system, at = excluded.at",
        (county, request.station, request.version, request.system, now),
    )


def answer(connection: Connection, county: str, request: UpdateRequest) -> UpdateReply:
    """Answer a station: the newest release for it if it is newer, and a piece of a file."""
    running = version_key(request.version)
    newest = _newest(connection, county, request.system)
    if newest is None or version_key(newest["version"]) <= running:
        return UpdateReply()
    digest = newest["sha256"]
    piece = b""
    if request.wanted == digest:
        ordinal, skipped = divmod(request.offset, PIECE_BYTES_MAX)
        row = connection.execute(
            "SELECT content FROM release_pieces WHERE county = ? AND sha256 = ? AND ordinal = ?",
            (county, digest, ordinal),
        ).fetchone()
        piece = bytes(row["content"])[skipped:] if row else b""
    lines = "" if request.known == digest else newest["lines"]
    return UpdateReply(newest=digest, release=lines, piece=piece)


def _newest(connection: Connection, county: str, system: str) -> Any:
    rows = connection.execute(
        "SELECT number, version, sha256, lines FROM releases"
        " WHERE county = ? AND system = ? AND withdrawn_at = ''",
        (county, system),
    ).fetchall()
    return max(rows, key=lambda row: version_key(row["version"]), default=None)
