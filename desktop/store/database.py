"""A station's file: open it, sign and append events with their effects, read its settings."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.base.clock import Clock, SystemClock, TrainingClock, instant_text
from desktop.base.dates import day_from_text
from desktop.base.errors import Refused, Unavailable
from desktop.base.ids import IdSource
from desktop.domain.effects import written_effects
from desktop.domain.events import GENESIS, Event, SignedEvent, body_of, fact_type, hash_of
from desktop.domain.fact import Fact
from desktop.domain.facts import StationOpened
from desktop.sqlite import migrations as schema
from desktop.sqlite.backup import back_up
from desktop.sqlite.connection import Connection, connect, transaction
from desktop.sqlite.errors import database_errors
from desktop.store import unsent
from desktop.store.apply import apply
from desktop.store.event_subjects import index_event
from desktop.store.search_index import index_if_stale
from desktop.wire.signing import SigningKey
from desktop.wire.versions import PROTOCOL

if TYPE_CHECKING:
    from sqlite_utils import Migrations

    from desktop.store.vault import OperatorEntry, Vault

SCHEMA_VERSION = 21
"""Migrations this program knows; kept here so that opening imports no migration (tested equal)."""


@dataclass(frozen=True, slots=True)
class Station:
    """Who this installation is."""

    id: str
    county: str
    """Six-digit code; every shared record is keyed by it."""
    division: str
    """Township (or county) it works for, 6 or 12 digits."""
    name: str
    key: SigningKey
    training_day: date | None
    """The day a training station practises on; None for a real station."""


class Store:
    """One open station file. One thread uses it: the store lane, or a command."""

    def __init__(
        self, connection: Connection, key: bytes | None, clock: Clock, ids: IdSource
    ) -> None:
        self._connection = connection
        self._key = key
        self._machine = clock
        self.ids = ids
        self._station: Station | None = None
        self._in_transaction = False
        self._path: str = connection.execute("PRAGMA database_list").fetchone()["file"]
        self._marked_unsent = bool(self._path) and unsent.marked(Path(self._path).parent)

    @classmethod
    def open(cls, path: Path | str, key: bytes | None, *, clock: Clock, ids: IdSource) -> Store:
        """Open or make the file at ``path``, bringing its schema up to date.

        Raises:
            Refused: ``DATABASE_NEWER``.
            Unavailable: the key, the disk or the file; see `desktop.sqlite.connection.connect`.
        """
        connection = connect(path, key)
        try:
            schema.migrate(
                connection,
                latest=SCHEMA_VERSION,
                load=_migrations,
                backup=lambda version: _backup_path(Path(path), version),
                key=key,
            )
            with database_errors():
                index_if_stale(connection)
        except BaseException:
            connection.close()
            raise
        return cls(connection, key, clock, ids)

    def close(self) -> None:
        """Fold the write-ahead log into the file and let go of it."""
        if self._marked_unsent:
            self._count_unsent()
        self._connection.close()

    def _count_unsent(self) -> None:
        # A file that fails now leaves the mark as it is: it says that something may wait.
        with suppress(Unavailable), database_errors():
            [pending] = self._connection.execute("SELECT count(*) FROM outbox").fetchone()
            unsent.count(Path(self._path).parent, pending)

    def _mark_unsent(self) -> None:
        """Let an uninstaller see that events wait; a training station's go nowhere real."""
        self._marked_unsent = bool(self._path) and self.station.training_day is None
        if self._marked_unsent:
            unsent.mark(Path(self._path).parent)

    @property
    def clock(self) -> Clock:
        """The station's clock: the training day's on a training station, else the machine's."""
        # Whoever asks first must not be told the machine's day because nobody asked who we are.
        set_up = self._station is not None or self.setting("station.id") is not None
        day = self.station.training_day if set_up else None
        if day is None or not isinstance(self._machine, SystemClock):
            return self._machine
        return TrainingClock(day, self._machine)

    @property
    def connection(self) -> Connection:
        """The connection, for the queries of this package; nothing above the store uses it."""
        return self._connection

    @property
    def encrypted(self) -> bool:
        """Whether the file is encrypted, as every real one is: each page proves itself then."""
        return self._key is not None

    def back_up(self, target: Path) -> None:
        """Write a complete, encrypted copy of the file to ``target``. Raises Unavailable."""
        back_up(self._connection, target, self._key)

    def back_up_beside(self, target: Path) -> None:
        """Do the same on any thread, beside whoever writes. Raises Unavailable."""
        reader = self.open_reader()
        if reader is None:
            return
        try:
            back_up(reader, target, self._key)
        finally:
            reader.close()

    def share_key(self, vault: Vault, who: OperatorEntry, password: str) -> None:
        """Let ``who`` open this file with ``password`` from now on.

        Raises:
            Refused: ``PASSWORD_SHORT``.
            Unavailable: ``DISK_FAILED``.
        """
        if self._key is None:
            raise Unavailable("KEY_MISSING", "this file has no key that could be shared")
        vault.add(who, password, self._key, self.ids)

    def vault(self) -> Vault | None:
        """Return the vault beside this file; None for a file in memory or without a key."""
        from desktop.store.vault import Vault

        return Vault(Path(self._path).parent) if self._path and self._key else None

    def wrap_key(self, vault: Vault, who: OperatorEntry, salt: bytes, verifier: bytes) -> None:
        """Let ``who`` open this file with the password that ``verifier`` was made of.

        Raises:
            Unavailable: ``DISK_FAILED``, ``KEY_MISSING``.
        """
        if self._key is None:
            raise Unavailable("KEY_MISSING", "this file has no key that could be shared")
        vault.wrap(who, salt, verifier, self._key, self.ids)

    def open_reader(self) -> Connection | None:
        """Open this file once more, only to read it, for another thread; None in memory.

        Raises:
            Unavailable: the key, the disk or the file.
        """
        return connect(self._path, self._key, read_only=True) if self._path else None

    def open_copy(self, path: Path) -> Connection:
        """Open another file with this one's key, to read it. Raises Unavailable."""
        return connect(path, self._key, read_only=True)

    def open_beside(self, path: Path) -> Store:
        """Open or make another station's file with this one's key, clock and ids.

        Raises:
            Refused: ``DATABASE_NEWER``.
            Unavailable: the key, the disk or the file.
        """
        return Store.open(path, self._key, clock=self._machine, ids=self.ids)

    def scratch(self, path: Path) -> Connection:
        """Make an empty file with this schema and key at ``path``, for rebuilding. The caller's."""
        path.unlink(missing_ok=True)
        connection = connect(path, self._key)
        schema.migrate(connection, latest=SCHEMA_VERSION, load=_migrations)
        return connection

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Group writes: all are durable when the block ends, or none happened."""
        with transaction(self._connection):
            self._in_transaction = True
            try:
                yield
            finally:
                self._in_transaction = False

    @property
    def station(self) -> Station:
        """Who this station is. Raises Refused ``STATION_NOT_SET_UP`` before set-up."""
        if self._station is None:
            self._station = self._load_station()
        return self._station

    def set_up(self, fact: StationOpened, secret: bytes, county: str) -> None:
        """Make this file a station's, inside a transaction. Raises Refused ``STATION_EXISTS``."""
        if self.setting("station.id") is not None:
            raise Refused("STATION_EXISTS", "this folder already holds a station")
        self.set_setting("station.id", self.ids.new_id())
        self.set_setting("station.county", county)
        self.set_setting("station.division", fact.division)
        self.set_setting("station.name", fact.name)
        self.set_setting("station.secret", secret.hex())
        if fact.training_day:
            self.set_setting("station.training_day", fact.training_day)
        self.record(fact, operator="")

    def setting(self, key: str) -> str | None:
        """Return one of the station's own settings, None if it was never set."""
        with database_errors():
            row = self._connection.execute(
                "SELECT value FROM settings WHERE key = ?", (key,)
            ).fetchone()
        return row[0] if row else None

    def set_setting(self, key: str, value: str) -> None:
        """Set one of the station's own settings, inside a transaction."""
        self._connection.execute("INSERT OR REPLACE INTO settings VALUES (?, ?)", (key, value))

    def record(self, fact: Fact, *, operator: str, law: str = "", seen: int | None = None) -> Event:
        """Append one event, its effects and its place in the outbox; return the event.

        Must run inside `transaction`: the event is durable when that ends, not before. ``seen``
        says how far the county's order had been received when the clerk was shown what this
        changes, if that was earlier than now.
        """
        assert self._in_transaction, "an event is recorded inside a transaction"
        station = self.station
        if not self._marked_unsent:
            self._mark_unsent()
        last = self._connection.execute(
            "SELECT seq, hash FROM events WHERE station = ? ORDER BY seq DESC LIMIT 1",
            (station.id,),
        ).fetchone()
        event = Event(
            id=self.ids.new_id(),
            county=station.county,
            station=station.id,
            seq=last["seq"] + 1 if last else 1,
            at=instant_text(self.clock.now()),
            operator=operator,
            law=law,
            protocol=PROTOCOL,
            prev=last["hash"] if last else GENESIS,
            fact=fact,
            seen=int(self.setting("sync.cursor") or 0) if seen is None else seen,
        )
        body = body_of(event)
        digest = hash_of(body)
        signed = SignedEvent(body, digest, station.key.sign(bytes.fromhex(digest)))
        self.append(event, signed)
        self._connection.execute(
            "INSERT INTO outbox (seq, event_id, tries) VALUES (?, ?, 0)", (event.seq, event.id)
        )
        apply(self._connection, written_effects(event))
        return event

    def append(self, event: Event, signed: SignedEvent, *, feed: int | None = None) -> None:
        """Write an event's bytes to the chain, without effects, inside a transaction."""
        written = self._connection.execute(
            "INSERT INTO events (id, station, seq, type, at, hash, body, signature, feed)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                event.id,
                event.station,
                event.seq,
                fact_type(event.fact),
                event.at,
                signed.hash,
                signed.body,
                signed.signature,
                feed,
            ),
        )
        index_event(self._connection, written.lastrowid, event, signed.body)

    def _load_station(self) -> Station:
        values = {
            name: self.setting(f"station.{name}")
            for name in ("id", "county", "division", "name", "secret", "training_day")
        }
        if values["id"] is None:
            raise Refused("STATION_NOT_SET_UP", "this folder holds no station yet")
        secret = values["secret"]
        if secret is None:
            raise Unavailable("STATION_KEY_MISSING", "the station's signing key is missing")
        day = values["training_day"]
        return Station(
            id=values["id"],
            county=values["county"] or "",
            division=values["division"] or "",
            name=values["name"] or "",
            key=SigningKey(bytes.fromhex(secret)),
            training_day=day_from_text(day) if day else None,
        )


def _migrations() -> Migrations:
    from desktop.store.migrations_waiting import migrations

    return migrations


def _backup_path(path: Path, version: int) -> Path:
    return path.with_name("backups") / f"{path.stem}-schema-{version}.db"
