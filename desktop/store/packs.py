"""Imported law packs: every version this station ever took, and the law that follows from them."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from desktop.base.clock import instant_text
from desktop.domain.local_values import split_reference
from desktop.policy import LawBook, LawUsed
from desktop.policy.pack import Pack
from desktop.policy.parse import parse_pack
from desktop.policy.result import LayerUsed
from desktop.policy.versions import LawVersions
from desktop.sqlite.connection import Connection
from desktop.sqlite.errors import database_errors
from desktop.store.database import Store
from desktop.store.register import Row
from desktop.wire.pack_file import split_pack


def law_in_force(connection: Connection, shipped: LawBook) -> LawBook:
    """Return ``shipped`` with the newest of this station's imported packs laid over it.

    Where the program ships a newer version of an imported pack, the shipped one holds. A pack
    was checked and its signature held when it was imported; a key that is no longer trusted today
    does not take it back.

    Raises:
        LawRefused: this program cannot read a pack that was imported by another.
        Unavailable: the file failed.
    """
    newest: dict[str, Row] = {}
    for row in _imported(connection):
        newest[row["pack"]] = row
    held = {name: pack.pack.version for name, pack in shipped.packs.items()}
    newer = [row for name, row in newest.items() if row["version"] > held.get(name, 0)]
    if not newer:
        return shipped
    book = shipped.with_packs(_parsed(row) for row in newer)
    book.check_whole()
    return book


def imported(connection: Connection) -> list[Row]:
    """Return this station's imported packs, older versions first."""
    return list(_imported(connection))


def note_laws(store: Store, book: LawBook) -> None:
    """Remember which packs in which versions this station's law stands for, year by year.

    A later program ships other versions; what was worked out before must still be told.

    Raises:
        Unavailable: the disk failed.
    """
    division = store.station.division
    for campaign_year in sorted({pack.pack.campaign_year for pack in book.packs.values()}):
        law = book.resolve(division, campaign_year)
        if law is None or _noted(store.connection, law.used.hash) is not None:
            continue
        layers = msgspec.json.encode(law.used.layers).decode()
        now = instant_text(store.clock.now())
        with store.transaction():
            store.connection.execute(
                "INSERT OR IGNORE INTO laws_used (hash, division, campaign_year, layers, since)"
                " VALUES (?, ?, ?, ?, ?)",
                (law.used.hash, division, campaign_year, layers, now),
            )


def explain_law(connection: Connection, shipped: LawBook, law: str) -> LawUsed | None:
    """Return which packs in which versions an event's ``law`` stands for.

    Looks at what this station priced by, at what the program ships, and at every version imported
    here; None if it is none of these. ``law`` may name local values after the hash.
    """
    law_hash, _ = split_reference(law)
    layers = _noted(connection, law_hash)
    if layers is not None:
        return LawUsed(msgspec.json.decode(layers, type=tuple[LayerUsed, ...]), law_hash)
    others = (_parsed(row) for row in _imported(connection))
    return LawVersions(shipped, others).explain(law_hash)


def _noted(connection: Connection, law_hash: str) -> str | None:
    with database_errors():
        row = connection.execute(
            "SELECT layers FROM laws_used WHERE hash = ?", (law_hash,)
        ).fetchone()
    return row["layers"] if row else None


def _imported(connection: Connection) -> Iterator[Row]:
    """Yield this station's imported packs, older versions first."""
    statement = (
        "SELECT p.* FROM law_packs p JOIN settings s ON s.key = 'station.id'"
        " AND s.value = p.station ORDER BY p.pack, p.version"
    )
    with database_errors():
        yield from connection.execute(statement).fetchall()


def _parsed(row: Row) -> Pack:
    file = f"{row['pack']} v{row['version']}"
    return parse_pack(file, split_pack(file, row["document"].encode("utf-8")).text)
