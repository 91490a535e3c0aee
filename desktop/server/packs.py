"""Law packs the centre gives out: checked as at a desk, kept in order, handed on as they came.

A publication is the signed file itself, so every station checks it again and nobody need trust
the centre with the law. Of a pack published more than once only the newest version is given out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from desktop.policy import LawBook, LawRefused
from desktop.policy.pack import Pack
from desktop.policy.parse import parse_pack
from desktop.server.restoring import publications_upto
from desktop.sqlite.connection import Connection
from desktop.wire.messages import PACKS_MAX, PublishedPack
from desktop.wire.pack_check import CheckedPack, check_pack
from desktop.wire.pack_file import split_pack
from desktop.wire.pack_signature import TrustedKeys, check_seal, read_seal


@dataclass(frozen=True, slots=True)
class CentreLaw:
    """The law the program brings along, and whose packs may change it."""

    shipped: LawBook
    keys: TrustedKeys


@dataclass(frozen=True, slots=True)
class PublishedBy:
    """Who publishes, where and when."""

    county: str
    operator: str
    now: str


def publish(
    connection: Connection, law: CentreLaw, file: str, data: bytes, by: PublishedBy
) -> tuple[CheckedPack, int]:
    """Check the pack file ``data`` and give it out from now on, inside the caller's transaction.

    Returns what was found, and the number of the publication; a version that is given out already
    keeps its number.

    Raises:
        LawRefused: see `desktop.wire.pack_check.check_pack`; nothing is published.
    """
    checked = check_pack(law_in_force(connection, by.county, law.shipped), file, data, law.keys)
    head = checked.pack.pack
    known = connection.execute(
        "SELECT number FROM publications WHERE county = ? AND pack = ? AND version = ?",
        (by.county, head.id, head.version),
    ).fetchone()
    if known is not None:
        return checked, known["number"]
    number = publications_upto(connection, by.county) + 1
    connection.execute(
        "INSERT INTO publications (county, number, pack, version, hash, document, published_at,"
        " published_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            by.county,
            number,
            head.id,
            head.version,
            checked.hash,
            checked.content,
            by.now,
            by.operator,
        ),
    )
    return checked, number


def publications(connection: Connection, county: str) -> list[dict[str, object]]:
    """Return what was published, oldest first, without the files themselves."""
    rows = connection.execute(
        "SELECT number, pack, version, hash, published_at, published_by FROM publications"
        " WHERE county = ? ORDER BY number",
        (county,),
    )
    return [dict(zip(row.keys(), row, strict=True)) for row in rows]


def offered_after(
    connection: Connection, county: str, cursor: int
) -> tuple[tuple[PublishedPack, ...], int, bool]:
    """Return what a station at ``cursor`` has not had, its next cursor, if there is more."""
    rows = connection.execute(
        "SELECT number, pack, version, document FROM publications p"
        " WHERE county = ? AND number > ? AND NOT EXISTS (SELECT 1 FROM publications n"
        "  WHERE n.county = p.county AND n.pack = p.pack AND n.number > p.number)"
        " ORDER BY number LIMIT ?",
        (county, cursor, PACKS_MAX + 1),
    ).fetchall()
    chosen = tuple(
        PublishedPack(
            number=row["number"], pack=row["pack"], version=row["version"], document=row["document"]
        )
        for row in rows[:PACKS_MAX]
    )
    return chosen, chosen[-1].number if chosen else cursor, len(rows) > PACKS_MAX


def law_in_force(connection: Connection, county: str, shipped: LawBook) -> LawBook:
    """Return ``shipped`` with the newest publications laid over it.

    Raises:
        LawRefused: this program cannot read a pack that another published.
    """
    newest: dict[str, Pack] = {}
    for row in _documents(connection, "publications", county):
        pack = _parsed(row)
        held = newest.get(pack.pack.id) or shipped.packs.get(pack.pack.id)
        if held is None or pack.pack.version > held.pack.version:
            newest[pack.pack.id] = pack
    return shipped.with_packs(newest.values()) if newest else shipped


def packs_at_hand(connection: Connection, county: str, keys: TrustedKeys) -> Iterator[Pack]:
    """Yield every pack the centre published or a station imported, whose seal holds.

    What a station says it imported is its own word: a text that nobody trusted signed explains
    no figures.
    """
    for row in _documents(connection, "publications", county):
        yield _parsed(row)
    for row in _documents(connection, "law_packs", county):
        try:
            parts = split_pack(row["pack"], row["document"].encode("utf-8"))
            check_seal(row["pack"], read_seal(row["pack"], parts.seal), keys, parts.text, None)
            yield parse_pack(row["pack"], parts.text)
        except LawRefused:
            continue


def _documents(connection: Connection, table: str, county: str) -> list[Any]:
    rows: list[Any] = connection.execute(
        f"SELECT DISTINCT pack, version, document FROM {table}"  # noqa: S608
        " WHERE county = ? AND document IS NOT NULL ORDER BY pack, version, document",
        (county,),
    ).fetchall()
    return rows


def _parsed(row: Any) -> Pack:
    return parse_pack(row["pack"], split_pack(row["pack"], row["document"].encode("utf-8")).text)
