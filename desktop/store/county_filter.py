"""The county's filter in the station's file: what holds now, and what is still on its way.

Only marks of people are here, and the secret they are made with; no name and no number. Functions
that write run inside the caller's transaction.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

import msgspec

from desktop.base.errors import Refused
from desktop.domain.county_filter import SECRET_BYTES, CountyFilter, Kind, Layer
from desktop.sqlite.connection import Connection
from desktop.sqlite.errors import database_errors
from desktop.store.database import Store
from desktop.wire.codec import unpack
from desktop.wire.filter_messages import LayerEntry, Manifest, read_manifest

_HOLDS = "filter.now"
_NEXT = "filter.next"
_LAYER = "filter.layer."
_PIECE = "filter.piece."


class _Kept(msgspec.Struct, frozen=True):
    """One manifest as it came."""

    content: bytes
    signature: bytes
    secret: bytes


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to ask the centre for next."""

    version: int
    """Of the manifest that was last taken, whether all its layers are here or not."""
    layer: LayerEntry | None = None
    offset: int = 0


def wanted(store: Store, centre_key: bytes) -> Wanted:
    """Return what is still missing. Raises Unavailable."""
    with database_errors():
        manifest = _manifest(store, centre_key, _NEXT) or _manifest(store, centre_key, _HOLDS)
        if manifest is None:
            return Wanted(0)
        for entry in manifest.layers:
            if not _is_here(store.connection, _LAYER + entry.hash.hex()):
                return Wanted(manifest.version, entry, _arrived(store.connection, entry))
    return Wanted(manifest.version)


def take_manifest(
    store: Store, centre_key: bytes, *, content: bytes, signature: bytes, secret: bytes, now: str
) -> None:
    """Keep the list of layers of a newer filter; what holds goes on holding until all are here.

    Raises:
        Refused: ``FILTER_SIGNATURE``, ``FILTER_UNREADABLE``, ``FILTER_COUNTY``, ``FILTER_OLDER``
            (than the one that holds, or is on its way); nothing was changed.
    """
    manifest = read_manifest(centre_key, store.station.county, content, signature)
    known = _manifest(store, centre_key, _NEXT) or _manifest(store, centre_key, _HOLDS)
    if known is not None and manifest.version <= known.version:
        raise Refused("FILTER_OLDER", f"version {manifest.version}, here is {known.version}")
    if len(secret) != SECRET_BYTES:
        raise Refused("FILTER_UNREADABLE", "the county's filter came without its secret")
    kept = msgspec.msgpack.encode(_Kept(content, signature, secret))
    _put(store.connection, _NEXT, manifest.version, kept, now)
    _drop_unused(store, centre_key)
    _settle(store, centre_key, now)


def take_piece(
    store: Store, centre_key: bytes, entry: LayerEntry, offset: int, piece: bytes, now: str
) -> bool:
    """Keep a piece of a layer; the last one completes it, and the last layer the filter.

    A piece that does not continue what is here is left alone. Returns False if the whole is not
    what the centre signed: then it is forgotten.
    """
    connection = store.connection
    if not piece or offset != _arrived(connection, entry) or offset + len(piece) > entry.size:
        return True
    name = f"{_PIECE}{entry.hash.hex()}."
    _put(connection, f"{name}{offset:010d}", offset, piece, now)
    if offset + len(piece) < entry.size:
        return True
    rows = connection.execute(
        "SELECT content FROM published WHERE name >= ? AND name < ? ORDER BY name",
        (name, name + "~"),
    ).fetchall()
    whole = b"".join(row["content"] for row in rows)
    connection.execute("DELETE FROM published WHERE name >= ? AND name < ?", (name, name + "~"))
    if hashlib.sha256(whole).digest() != entry.hash:
        return False
    _put(connection, _LAYER + entry.hash.hex(), entry.count, whole, now)
    _settle(store, centre_key, now)
    return True


class CountyFilters:
    """The filter that holds now, read once and again when it has changed. For the store lane."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: CountyFilter | None = None

    def current(self) -> CountyFilter | None:
        """Return the filter, None while the centre has published none. Raises Unavailable."""
        with database_errors():
            row = self._store.connection.execute(
                "SELECT version FROM published WHERE name = ?", (_HOLDS,)
            ).fetchone()
            if row is None:
                return None
            if self._known is None or self._known.version != row["version"]:
                self._known = _load(self._store)
        return self._known


def _load(store: Store) -> CountyFilter | None:
    """Return the filter that holds. Its seal was checked when it came."""
    kept = _kept(store.connection, _HOLDS)
    if kept is None:
        return None
    manifest = unpack(kept.content, Manifest)
    layers: dict[tuple[Kind, int], tuple[Layer, ...]] = {}
    for entry in manifest.layers:
        content = _content(store.connection, _LAYER + entry.hash.hex())
        if content is not None:
            key = (entry.kind, entry.year)
            layers[key] = (*layers.get(key, ()), Layer.parse(content))
    return CountyFilter(manifest.version, kept.secret, layers)


def _settle(store: Store, centre_key: bytes, now: str) -> None:
    """Let the next filter hold once all its layers are here."""
    connection = store.connection
    manifest = _manifest(store, centre_key, _NEXT)
    if manifest is None:
        return
    if not all(_is_here(connection, _LAYER + one.hash.hex()) for one in manifest.layers):
        return
    kept = _content(connection, _NEXT)
    assert kept is not None
    _put(connection, _HOLDS, manifest.version, kept, now)
    connection.execute("DELETE FROM published WHERE name = ?", (_NEXT,))
    _drop_unused(store, centre_key)


def _drop_unused(store: Store, centre_key: bytes) -> None:
    """Forget layers and pieces that neither the filter that holds nor the next one names."""
    connection = store.connection
    named: set[str] = set()
    for which in (_HOLDS, _NEXT):
        manifest = _manifest(store, centre_key, which)
        named |= {entry.hash.hex() for entry in manifest.layers} if manifest else set()
    rows = connection.execute(
        "SELECT name FROM published WHERE name LIKE 'filter.layer.%' OR name LIKE 'filter.piece.%'"
    ).fetchall()
    unused = [(row["name"],) for row in rows if row["name"].split(".")[2] not in named]
    connection.executemany("DELETE FROM published WHERE name = ?", unused)


def _arrived(connection: Connection, entry: LayerEntry) -> int:
    name = f"{_PIECE}{entry.hash.hex()}."
    row = connection.execute(
        "SELECT coalesce(sum(length(content)), 0) FROM published WHERE name >= ? AND name < ?",
        (name, name + "~"),
    ).fetchone()
    size: int = row[0]
    return size


def _manifest(store: Store, centre_key: bytes, which: str) -> Manifest | None:
    kept = _kept(store.connection, which)
    if kept is None:
        return None
    return read_manifest(centre_key, store.station.county, kept.content, kept.signature)


def _kept(connection: Connection, which: str) -> _Kept | None:
    content = _content(connection, which)
    return msgspec.msgpack.decode(content, type=_Kept) if content is not None else None


def _is_here(connection: Connection, name: str) -> bool:
    found = connection.execute("SELECT 1 FROM published WHERE name = ?", (name,)).fetchone()
    return found is not None


def _content(connection: Connection, name: str) -> bytes | None:
    row = connection.execute("SELECT content FROM published WHERE name = ?", (name,)).fetchone()
    return row["content"] if row else None


def _put(connection: Connection, name: str, version: int, content: bytes, now: str) -> None:
    connection.execute(
        "INSERT OR REPLACE INTO published (name, version, content, received_at)"
        " VALUES (?, ?, ?, ?)",
        (name, version, content, now),
    )
