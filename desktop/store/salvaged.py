"""What damaged files and backups still hold of a station, and a new file made of it.

An event proves itself: by its hash, ours also by our signature. So every event that any readable
page of any copy holds is taken, wherever it was found; the record is made anew from them. The
station's own settings stand in one small table; drafts and the like are taken from the best copy
that still gives them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from desktop.base.errors import Refused, Unavailable
from desktop.domain.effects import written_effects
from desktop.domain.events import GENESIS, Event, SignedEvent, hash_of
from desktop.sqlite.connection import Connection, connect
from desktop.sqlite.errors import database_errors
from desktop.sqlite.salvage import Row, Salvage
from desktop.store.apply import apply
from desktop.store.database import Store
from desktop.store.keepsake import kept
from desktop.store.rebuild import events_in_order
from desktop.store.relinking import UNSURE
from desktop.wire.signing import SigningKey, signature_holds

_EVENT_COLUMNS = 11
_SETTING_COLUMNS = 2
_SETTING = re.compile(r"[a-z_]+(\.[a-z_]+)+\Z")
_FORGOTTEN = ("sync.", "packet.", "mend.")
"""Settings that tell how far the centre was heard: it is asked from the beginning."""

OWN_STATE = ("drafts", "print_jobs", "paper_hashes", "list_drafts", "list_draft_rows", "exchanges")
"""Tables of the station's own that no event and no centre gives back."""


@dataclass(frozen=True, slots=True)
class FoundEvent:
    """An event that some copy holds."""

    event: Event
    signed: SignedEvent
    feed: int | None
    verdict: str | None


@dataclass(slots=True)
class Found:
    """What the copies of one station hold together."""

    settings: dict[str, str] = field(default_factory=dict)
    events: dict[str, FoundEvent] = field(default_factory=dict)
    damaged_pages: int = 0
    """Of the damaged file itself."""

    @property
    def station(self) -> str:
        """The station's id. Raises Unavailable ``STATION_KEY_MISSING``: it cannot be told."""
        known = self.settings.get("station.id")
        if known is None or "station.secret" not in self.settings:
            raise Unavailable("STATION_KEY_MISSING", "no copy says which station this is")
        return known

    def own(self) -> list[FoundEvent]:
        """Return the station's own events as one chain, gaps left out, in order."""
        key = SigningKey(bytes.fromhex(self.settings["station.secret"])).public
        by_seq: dict[int, list[FoundEvent]] = {}
        for one in self.events.values():
            if one.event.station == self.station and _signed_by(key, one.signed):
                by_seq.setdefault(one.event.seq, []).append(one)
        followed = {one.event.prev for rows in by_seq.values() for one in rows}
        chain: list[FoundEvent] = []
        last = GENESIS
        for seq in sorted(by_seq):
            # A number used twice is one of a transaction that never ended: the chain went past it.
            chosen = max(
                by_seq[seq],
                key=lambda one: (one.event.prev == last, one.signed.hash in followed),
            )
            chain.append(chosen)
            last = chosen.signed.hash
        return chain


def gather(damaged: Path, backups: Iterable[Path], key: bytes | None) -> Found:
    """Return everything ``damaged`` and ``backups`` (newest first) still hold.

    Raises:
        Unavailable: ``FILE_UNREADABLE``: a file cannot be read at all; ``STATION_KEY_MISSING``.
    """
    known = kept(damaged, key) if key else None
    read = Salvage(damaged, key, known.salt if known else None)
    found = Found(damaged_pages=read.damaged)
    _add(found, read)
    if known:
        found.settings = known.settings | found.settings
    for backup in backups:
        older = Found()
        _add(older, Salvage(backup, key))
        mine = found.settings.get("station.id") or older.settings.get("station.id")
        if older.settings.get("station.id") not in (mine, None):
            continue
        found.settings = older.settings | found.settings
        for name, one in older.events.items():
            found.events[name] = _newer(found.events.get(name), one)
    found.station  # noqa: B018 - raises unless the copies say whose they are
    return found


def write_anew(store: Store, found: Found) -> None:
    """Fill the empty ``store`` with what was found, in one transaction."""
    own = {one.event.id for one in found.own()}
    with store.transaction():
        for name, value in found.settings.items():
            if not name.startswith(_FORGOTTEN):
                store.set_setting(name, value)
        for one in _in_order(found, own):
            store.append(one.event, one.signed, feed=one.feed)
            _note_answer(store, one)
        for signed in list(events_in_order(store.connection)):
            apply(store.connection, written_effects(signed.open()))
        if store.setting("centre.url") is not None:
            store.set_setting(UNSURE, "1")


def copy_own_state(source: Path, target: Connection, key: bytes | None) -> list[str]:
    """Copy the station's own tables that ``source`` still gives whole; return their names."""
    copied: list[str] = []
    try:
        copy = connect(source, key, read_only=True)
    except Unavailable:
        return copied
    try:
        for table in OWN_STATE:
            if _copy_table(copy, target, table):
                copied.append(table)
    finally:
        copy.close()
    return copied


def _copy_table(source: Connection, target: Connection, table: str) -> bool:
    mine = [row["name"] for row in target.execute(f"PRAGMA table_info({table})")]
    try:
        with database_errors():
            theirs = {row["name"] for row in source.execute(f"PRAGMA table_info({table})")}
            names = [name for name in mine if name in theirs]
            columns = ", ".join(names)
            rows = source.execute(f"SELECT {columns} FROM {table}").fetchall() if names else []  # noqa: S608
    except Unavailable:
        return False
    marks = ", ".join("?" for _ in names)
    target.executemany(
        f"INSERT OR IGNORE INTO {table} ({columns}) VALUES ({marks})",  # noqa: S608
        [tuple(row) for row in rows],
    )
    return bool(names)


def _add(found: Found, read: Salvage) -> None:
    for row in read.rows(_SETTING_COLUMNS):
        name, value = row
        if _is_setting(name, value):
            # Newer pages come first.
            found.settings.setdefault(str(name), str(value))
    for one in _events(read.rows(_EVENT_COLUMNS)):
        known = found.events.get(one.event.id)
        found.events[one.event.id] = _newer(known, one)


def _is_setting(name: object, value: object) -> bool:
    return isinstance(name, str) and isinstance(value, str) and bool(_SETTING.match(name))


def _events(rows: Iterable[Row]) -> Iterator[FoundEvent]:
    for row in rows:
        _, _, _, _, _, _, digest, body, signature, feed, verdict = row
        if not (isinstance(body, bytes) and isinstance(signature, bytes)):
            continue
        if hash_of(body) != digest:
            continue
        signed = SignedEvent(body, str(digest), signature)
        try:
            event = signed.open()
        except Refused:
            continue
        yield FoundEvent(
            event,
            signed,
            feed if isinstance(feed, int) else None,
            verdict if isinstance(verdict, str) else None,
        )


def _newer(known: FoundEvent | None, one: FoundEvent) -> FoundEvent:
    """Return what both copies of an event say together: an answer is never taken back."""
    if known is None:
        return one
    feed = known.feed if known.feed is not None else one.feed
    return FoundEvent(known.event, known.signed, feed, known.verdict or one.verdict)


def _in_order(found: Found, own: set[str]) -> list[FoundEvent]:
    chosen = [
        one
        for one in found.events.values()
        if one.event.id in own or (one.event.station != found.station and one.feed is not None)
    ]
    return sorted(
        chosen, key=lambda one: (one.feed is None, one.feed or 0, one.event.station, one.event.seq)
    )


def _note_answer(store: Store, one: FoundEvent) -> None:
    """Note what the centre said of an event; what it said nothing of waits for it again."""
    own = one.event.station == store.station.id
    # An event with a place in the county's order was taken, whether its verdict arrived or not.
    taken = "accepted" if own and one.feed is not None else None
    verdict = one.verdict or taken
    store.connection.execute("UPDATE events SET verdict = ? WHERE id = ?", (verdict, one.event.id))
    if own and verdict is None:
        store.connection.execute(
            "INSERT INTO outbox (seq, event_id, tries) VALUES (?, ?, 0)",
            (one.event.seq, one.event.id),
        )


def _signed_by(key: bytes, signed: SignedEvent) -> bool:
    return signature_holds(key, bytes.fromhex(signed.hash), signed.signature)
