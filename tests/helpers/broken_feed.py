"""A township's station in whose feed much is mixed, and what may happen to an event in its file."""

from __future__ import annotations

import pytest

from desktop.server import comparing as at_centre
from desktop.store.database import Store
from tests.helpers.centre import (
    EAST,
    WEST,
    TestCentre,
    enlist,
    enrol,
    meet,
    new_centre,
    new_station,
)
from tests.helpers.line_faults import amend
from tests.helpers.packets import busy

BLOCK = 8


def small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a small county be many blocks, told in several answers."""
    monkeypatch.setattr(at_centre, "BLOCK_EVENTS", BLOCK)
    monkeypatch.setattr(at_centre, "BLOCKS_MAX", 3)


def mixed_township() -> tuple[TestCentre, Store]:
    """Return a centre and a station with others' work, moves and its own in its feed."""
    centre, office, mine = new_centre(), new_station(1), new_station(2, division=EAST)
    for one in (office, mine):
        enlist(one, centre)
    busy(office, 9)
    moved = enrol(office, WEST, place=30, people=2)
    for place in range(40, 43):
        enrol(office, WEST, place=place)
    meet(office, centre)
    busy(mine, 5, start=15)
    meet(mine, centre)
    amend(office, moved.household.id, division=EAST + "002")
    busy(office, 3, start=50)
    meet(office, centre)
    meet(mine, centre)
    return centre, mine


def everything(store: Store) -> list[tuple[object, ...]]:
    """Return every event as the file holds it."""
    rows = store.connection.execute(
        "SELECT feed, id, station, seq, type, at, hash, body, signature, verdict FROM events"
        " ORDER BY feed"
    )
    return [tuple(row) for row in rows]


def places(store: Store) -> list[int]:
    rows = store.connection.execute(
        "SELECT pos FROM events WHERE feed IS NOT NULL ORDER BY feed"
    ).fetchall()
    return [row[0] for row in rows]


def altered(store: Store, pos: int) -> None:
    body = store.connection.execute("SELECT body FROM events WHERE pos = ?", (pos,)).fetchone()[0]
    at = body.index(b'"at"') + 8
    changed = body[:at] + bytes([body[at] ^ 1]) + body[at + 1 :]
    store.connection.execute("UPDATE events SET body = ? WHERE pos = ?", (changed, pos))


def lost(store: Store, pos: int) -> None:
    store.connection.execute("DELETE FROM event_subjects WHERE pos = ?", (pos,))
    store.connection.execute("DELETE FROM events WHERE pos = ?", (pos,))


def doubled(store: Store, pos: int) -> None:
    store.connection.execute(
        "INSERT INTO events (id, station, seq, type, at, hash, body, signature, feed, verdict)"
        " SELECT 'f' || substr(id, 2), station, 9000 + pos, type, at, hash, body, signature,"
        " feed, NULL"
        " FROM events WHERE pos = ?",
        (pos,),
    )


def renamed(store: Store, pos: int) -> None:
    store.connection.execute("UPDATE events SET id = 'f' || substr(id, 2) WHERE pos = ?", (pos,))


def numbered(store: Store, pos: int) -> None:
    store.connection.execute("UPDATE events SET seq = seq + 5000 WHERE pos = ?", (pos,))


def placed_elsewhere(store: Store, pos: int) -> None:
    store.connection.execute("UPDATE events SET feed = feed + 1000 WHERE pos = ?", (pos,))


def without_place(store: Store, pos: int) -> None:
    store.connection.execute("UPDATE events SET feed = NULL WHERE pos = ?", (pos,))


def signed_otherwise(store: Store, pos: int) -> None:
    store.connection.execute("UPDATE events SET signature = zeroblob(64) WHERE pos = ?", (pos,))


FAULTS = (
    altered, lost, doubled, renamed, numbered, placed_elsewhere, without_place,
    signed_otherwise,
)  # fmt: skip
