"""Law packs that the centre published, as they arrived, and what became of each here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.base.clock import instant_text
from desktop.sqlite.connection import Connection
from desktop.sqlite.errors import database_errors
from desktop.store.database import Store
from desktop.store.register import Row
from desktop.wire.messages import PublishedPack

CURSOR = "sync.packs_cursor"
"""Setting: number of the last pack that arrived."""

WAITING = "waiting"
"""State of a pack nobody has looked at yet; the others are the desk's to name."""


def cursor(store: Store) -> int:
    """Return the number of the last pack that arrived."""
    return int(store.setting(CURSOR) or 0)


def keep_offers(store: Store, packs: Sequence[PublishedPack], arrived: int) -> int:
    """Put packs down unchecked, inside the caller's transaction; return how many are new."""
    new = 0
    for pack in packs:
        done = store.connection.execute(
            "INSERT OR IGNORE INTO offered_packs"
            " (number, pack, version, document, received_at, state) VALUES (?, ?, ?, ?, ?, ?)",
            (
                pack.number,
                pack.pack,
                pack.version,
                pack.document,
                instant_text(store.clock.now()),
                WAITING,
            ),
        )
        new += done.rowcount
    if arrived != cursor(store):
        store.set_setting(CURSOR, str(arrived))
    return new


def waiting(connection: Connection) -> list[Row]:
    """Return the packs nobody has looked at, in the order of publication."""
    with database_errors():
        return list(
            connection.execute(
                "SELECT * FROM offered_packs WHERE state = ? ORDER BY number", (WAITING,)
            )
        )


@dataclass(frozen=True, slots=True)
class Settled:
    """What became of a pack; ``particulars`` are JSON of what the refusal's words need."""

    state: str
    replaces: int | None = None
    code: str = ""
    message: str = ""
    particulars: str = "{}"


def settle(store: Store, number: int, settled: Settled) -> None:
    """Note what became of a pack, inside the caller's transaction."""
    store.connection.execute(
        "UPDATE offered_packs SET state = ?, replaces = ?, code = ?, message = ?,"
        " particulars = ?, decided_at = ? WHERE number = ?",
        (
            settled.state,
            settled.replaces,
            settled.code,
            settled.message,
            settled.particulars,
            instant_text(store.clock.now()),
            number,
        ),
    )


def looked_at(connection: Connection, limit: int) -> list[Row]:
    """Return the last packs that were looked at, newest first."""
    with database_errors():
        return list(
            connection.execute(
                "SELECT * FROM offered_packs WHERE state <> ? ORDER BY number DESC LIMIT ?",
                (WAITING, limit),
            )
        )


def one(connection: Connection, number: int) -> Row:
    """Return one pack that is known to have arrived."""
    with database_errors():
        row: Row = connection.execute(
            "SELECT * FROM offered_packs WHERE number = ?", (number,)
        ).fetchone()
    return row
