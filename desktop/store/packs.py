"""Imported law packs: every version this station ever took, and the law that follows from them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice, product

from desktop.policy import LawBook, LawUsed
from desktop.policy.pack import Pack
from desktop.policy.parse import parse_pack
from desktop.sqlite.connection import Connection
from desktop.sqlite.errors import database_errors
from desktop.store.register import Row
from desktop.wire.pack_file import split_pack

COMBINATIONS_MAX = 10_000
"""Versions tried to explain one law hash: ten years of four packs with ten versions each."""


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


def explain_law(connection: Connection, shipped: LawBook, law_hash: str) -> LawUsed | None:
    """Return which packs in which versions an event's law hash stands for.

    Looks through what the program ships and every version imported; None if it is none of these.
    """
    versions: dict[str, list[Pack]] = {name: [pack] for name, pack in shipped.packs.items()}
    for row in _imported(connection):
        versions.setdefault(row["pack"], []).append(_parsed(row))
    for book in _books(shipped, versions):
        for pack in book.packs.values():
            law = book.resolve(pack.pack.division, pack.pack.campaign_year)
            if law is not None and law.used.hash == law_hash:
                return law.used
    return None


def _books(shipped: LawBook, versions: Mapping[str, list[Pack]]) -> Iterator[LawBook]:
    for packs in islice(product(*versions.values()), COMBINATIONS_MAX):
        yield shipped.with_packs(packs)


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
