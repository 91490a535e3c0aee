"""Which law an event's hash stands for at the centre: shipped, published, or imported somewhere."""

from __future__ import annotations

from typing import TypeVar

from desktop.policy import LawBook
from desktop.policy.versions import LawVersions
from desktop.server.packs import law_in_force, packs_at_hand
from desktop.sqlite.connection import Connection
from desktop.wire.pack_signature import TrustedKeys

KNOWN_MAX = 4_096
"""Laws of places kept at hand; a county has a handful, and memory stays bounded."""

NO_KEYS = TrustedKeys({}, {})

_Value = TypeVar("_Value")


class Laws:
    """The centre's law. Threads share it: what it remembers is only ever added whole."""

    def __init__(self, shipped: LawBook, keys: TrustedKeys = NO_KEYS) -> None:
        self._shipped = shipped
        self._keys = keys
        self._known: dict[tuple[str, str, int], LawBook] = {}
        self._unknown: dict[tuple[str, str, int], tuple[int, int]] = {}

    def book_of(
        self, connection: Connection, county: str, law_hash: str, place: tuple[str, int]
    ) -> LawBook | None:
        """Return the book whose law at ``place`` (division, campaign year) has this hash.

        None if it is no version that is shipped, published or imported with a seal that holds.
        """
        division, campaign_year = place[0][:6], place[1]
        key = law_hash, division, campaign_year
        found = self._known.get(key)
        if found is not None:
            return found
        law = self._shipped.resolve(division, campaign_year)
        if law_hash == ("" if law is None else law.used.hash):
            return self._keep(key, self._shipped)
        stamp = _stamp(connection, county)
        if self._unknown.get(key) == stamp:
            return None
        versions = LawVersions(
            law_in_force(connection, county, self._shipped),
            (*self._shipped.packs.values(), *packs_at_hand(connection, county, self._keys)),
        )
        found = versions.find(law_hash, division, campaign_year)
        if found is not None:
            return self._keep(key, found)
        _make_room(self._unknown)
        self._unknown[key] = stamp
        return None

    def newest(self, connection: Connection, county: str) -> LawBook:
        """Return the law in force at the centre."""
        return law_in_force(connection, county, self._shipped)

    def _keep(self, key: tuple[str, str, int], book: LawBook) -> LawBook:
        _make_room(self._known)
        self._known[key] = book
        return book


def _make_room(kept: dict[tuple[str, str, int], _Value]) -> None:
    if len(kept) >= KNOWN_MAX:
        kept.clear()


def _stamp(connection: Connection, county: str) -> tuple[int, int]:
    """Return what changes when a pack is published or imported."""
    row = connection.execute(
        "SELECT (SELECT count(*) FROM publications WHERE county = :county),"
        " (SELECT count(*) FROM law_packs WHERE county = :county)",
        {"county": county},
    ).fetchone()
    return row[0], row[1]
