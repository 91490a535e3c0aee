"""The centre's database: key, schema, who the centre is; one write at a time in a county.

An encrypted file by default, PostgreSQL where the `Site` names one. Everything said to either is
the common subset, and every key starts with the county.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from desktop.base.errors import Refused, Unavailable
from desktop.server.site import Where, site_at
from desktop.sqlite import connection as sqlite
from desktop.sqlite import migrations as schema
from desktop.sqlite.connection import KEY_BYTES, Connection, connect
from desktop.wire.signing import SigningKey

if TYPE_CHECKING:
    from sqlite_utils import Migrations

    from desktop.server.reading import Opened
    from desktop.server.rehearsal import Draft
    from desktop.server.workspace import Workspace

W = TypeVar("W", bound="Workspace")
T = TypeVar("T")

SCHEMA_VERSION = 22
"""Migrations this program knows; kept here so that opening imports no migration (tested equal)."""

_STEPS = tuple(4**power for power in range(3, 9))

_HOLD = "SELECT 1 FROM centres WHERE county = ? FOR UPDATE"

DATABASE_FILE = "centre.db"
KEY_FILE = "centre.key"


@dataclass(frozen=True, slots=True)
class Centre:
    """Who this centre is."""

    id: str
    county: str
    name: str
    key: SigningKey
    training_day: str | None
    """The day a training centre practises on; None for a real one. The two never mix."""


class CentreDatabase:
    """One thread's connection to the centre's database.

    On the file, threads of one process share ``lock``, so that they queue fairly for the write
    transaction instead of polling SQLite for it; other processes wait by SQLite's own busy time.
    On PostgreSQL whoever writes to a county holds its row of ``centres`` until the commit: what
    is handed out in order is committed in that order, by however many workers.
    """

    def __init__(
        self,
        connection: Connection,
        lock: threading.Lock | None = None,
        *,
        on_postgres: bool = False,
        county: str = "",
    ) -> None:
        self.connection = connection
        self.on_postgres = on_postgres
        self._lock = lock or threading.Lock()
        self._county = county
        self._centre: Centre | None = None
        self._scratch: Connection = None
        self._tables: Any = None
        self._unknown: tuple[str, ...] = ()

    @classmethod
    def open(
        cls, path: Path | str, key: bytes | None, *, lock: threading.Lock | None = None
    ) -> CentreDatabase:
        """Open or make the file at ``path``, bringing its schema up to date.

        Raises:
            Refused: ``DATABASE_NEWER``.
            Unavailable: the key, the disk or the file.
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
        except BaseException:
            connection.close()
            raise
        return cls(connection, lock)

    @classmethod
    def open_postgres(cls, address: str, *, county: str = "") -> CentreDatabase:
        """Open the PostgreSQL database at ``address``, bringing its schema up to date.

        Raises:
            Refused: ``DATABASE_FORM``, ``DATABASE_NEWER``.
            Unavailable: the database cannot be reached or does not do what is asked.
        """
        from desktop.server.postgres import PostgresConnection
        from desktop.server.postgres_schema import migrate

        connection = PostgresConnection(address)
        try:
            migrate(connection, latest=SCHEMA_VERSION, load=_migrations)
        except BaseException:
            connection.close()
            raise
        return cls(connection, on_postgres=True, county=county)

    def close(self) -> None:
        """Let go of the database."""
        self.connection.close()
        scratch, self._scratch = self._scratch, None
        if scratch is not None:
            scratch.close()

    @property
    def centre(self) -> Centre:
        """Who this centre is.

        Raises:
            Refused: ``CENTRE_NOT_SET_UP`` before `set_up`; ``COUNTY_NEEDED`` if the database
                holds several and none was chosen.
        """
        if self._centre is None:
            self._centre = self._find()
        if self._centre is None:
            raise Refused("CENTRE_NOT_SET_UP", "there is no centre here yet")
        return self._centre

    def transaction(self) -> AbstractContextManager[None]:
        """Group writes: all are durable when the block ends, or none happened."""
        return self._write_to_county() if self.on_postgres else self._write_to_file()

    def hand_on(self) -> None:
        """Let the county's next writer in, within `transaction`: what was written is durable.

        What follows reads one state of the database, in which all of that is, and may write what
        is the asking station's alone. The file lets its next writer in at the end: to make two
        transactions durable would take longer than to wait.
        """
        if self.on_postgres:
            self.connection.renew()

    def rows(
        self, statement: str, values: tuple[object, ...] | Mapping[str, object]
    ) -> Iterator[Any]:
        """Yield a statement's rows as they come, however many; nothing else is asked meanwhile."""
        ask = self.connection.stream if self.on_postgres else self.connection.execute
        yield from ask(statement, values)

    @contextmanager
    def intake(self, opened: Sequence[Opened], last_seq: int) -> Iterator[Connection]:
        """Yield what a station's batch is taken in on, inside a transaction.

        On PostgreSQL that is a `desktop.server.workspace.Workspace` over the rows the events are
        about, written back when the block ends well.
        """
        if not self.on_postgres or not opened:
            yield self.connection
            return
        from desktop.server.foresight import foresee
        from desktop.server.workspace import Workspace

        with self._spread(Workspace, opened) as workspace:
            foresee(workspace, opened, last_seq)
            before = _feed_head(workspace, self.centre.county)
            yield workspace
            workspace.flush()
            self._note_growth(before, _feed_head(workspace, self.centre.county))

    def rehearse(
        self, opened: Sequence[Opened], last_seq: int, take: Callable[[Connection], T]
    ) -> tuple[T, Draft] | None:
        """Take a batch in by ``take`` before the county is held; see `desktop.server.rehearsal`.

        None if it must, or may as well, be taken in while it is: a few events, cases, the file.
        """
        if not self.on_postgres:
            return None
        from desktop.server.foresight import foresee
        from desktop.server.rehearsal import REHEARSED_MIN, NotRehearsed, Rehearsal

        if sum(one.event.seq > last_seq for one in opened) < REHEARSED_MIN:
            return None
        try:
            with self.snapshot(), self._spread(Rehearsal, opened) as rehearsal:
                foresee(rehearsal, opened, last_seq)
                return take(rehearsal), rehearsal.draft()
        except NotRehearsed:
            return None

    def settle(self, draft: Draft) -> bool:
        """Write what was rehearsed, inside a transaction; False if somebody came between."""
        from desktop.server.rehearsal import settle

        before = settle(draft, self.connection, self._tables, self.centre.county)
        if before is None:
            return False
        self._note_growth(before, before + len(draft.feed))
        return True

    @contextmanager
    def _spread(self, kind: type[W], opened: Sequence[Opened]) -> Iterator[W]:
        """Yield a workspace for a batch; what was not flushed is forgotten at the end."""
        from desktop.server.workspace_tables import Tables

        if self._scratch is None:
            self._scratch = CentreDatabase.open(":memory:", None).connection
            self._tables = Tables(self._scratch)
        workspace = kind(
            self.connection,
            self._scratch,
            self._tables,
            self.centre.county,
            plain=all(one.plain for one in opened),
        )
        try:
            yield workspace
        finally:
            workspace.close()

    def _note_growth(self, before: int, now: int) -> None:
        """Have tables looked at, after the transaction, whose feed has grown that much."""
        if _grown(before, now):
            self._unknown = self._tables.names()

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Read one state of the database throughout the block; writers go on meanwhile."""
        if self.on_postgres:
            with self.connection.transaction("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"):
                yield
            return
        with sqlite.snapshot(self.connection):
            yield

    @contextmanager
    def _write_to_file(self) -> Iterator[None]:
        with self._lock, sqlite.transaction(self.connection):
            yield

    @contextmanager
    def _write_to_county(self) -> Iterator[None]:
        if self._centre is None:
            self._centre = self._find()
        held = [(_HOLD, (self._centre.county,))] if self._centre is not None else []
        with self.connection.transaction("BEGIN", *held):
            yield
        if self._unknown:
            self._look_at_tables()

    def _look_at_tables(self) -> None:
        """Have PostgreSQL look at tables that have become much larger.

        It does so by itself once a minute; a county's first thousands of events can come in less,
        and until then a question for one row may read every row of the county.
        """
        tables, self._unknown = ", ".join(f'"{name}"' for name in self._unknown), ()
        # What was to be done is done; if this fails, somebody else is looking at them.
        with suppress(Unavailable):
            self.connection.execute(f"ANALYZE {tables}")

    def _find(self) -> Centre | None:
        # Two rows tell that there are several; of a chosen county there is one.
        rows = self.connection.execute(
            "SELECT id, county, name, secret, training_day FROM centres"
            " WHERE county = ? OR ? = '' LIMIT 2",
            (self._county, self._county),
        ).fetchall()
        if not rows:
            return None
        if len(rows) > 1:
            raise Refused("COUNTY_NEEDED", "the database holds several counties; name one")
        row = rows[0]
        key = SigningKey(row["secret"])
        return Centre(row["id"], row["county"], row["name"], key, row["training_day"])


def _feed_head(connection: Connection, county: str) -> int:
    row = connection.execute("SELECT feed_head FROM centres WHERE county = ?", (county,)).fetchone()
    head: int = row[0]
    return head


def _grown(before: int, now: int) -> bool:
    """Tell whether the feed has become four times as long, while it is short."""
    return any(before < step <= now for step in _STEPS)


def open_centre(where: Where, *, lock: threading.Lock | None = None) -> CentreDatabase:
    """Open the centre at ``where``: a folder, or a site.

    Raises:
        Refused: ``CENTRE_NOT_SET_UP``, ``DATABASE_NEWER``, ``DATABASE_FORM``.
        Unavailable: ``KEY_MISSING``, ``KEY_WRONG``, or the disk or the database failed.
    """
    site = site_at(where)
    if site.database:
        return _opened(CentreDatabase.open_postgres(site.database, county=site.county))
    folder = site.folder
    if not (folder / DATABASE_FILE).exists():
        raise Refused("CENTRE_NOT_SET_UP", "this folder holds no centre yet")
    return CentreDatabase.open(folder / DATABASE_FILE, read_key(folder / KEY_FILE), lock=lock)


def _opened(database: CentreDatabase) -> CentreDatabase:
    """Return ``database`` once it is known which centre it holds."""
    try:
        _ = database.centre
    except BaseException:
        database.close()
        raise
    return database


def write_key(folder: Path, key: bytes) -> None:
    """Write the file's key to ``folder``, readable by its owner alone, never over another.

    Raises:
        Refused: ``CENTRE_EXISTS`` if a key already lies there.
        Unavailable: ``DISK_FAILED``.
    """
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    try:
        handle = os.open(folder / KEY_FILE, flags, 0o600)
    except FileExistsError as error:
        raise Refused("CENTRE_EXISTS", "this folder already holds a centre") from error
    except OSError as error:
        raise Unavailable("DISK_FAILED", "the key file cannot be written") from error
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(key.hex() + "\n")
        file.flush()
        os.fsync(file.fileno())


def read_key(path: Path) -> bytes:
    """Return the file's key in the key file ``path``. Raises Unavailable ``KEY_MISSING``."""
    try:
        key = bytes.fromhex(path.read_text(encoding="ascii").strip())
    except (OSError, ValueError) as error:
        raise Unavailable("KEY_MISSING", "the key file is missing or unreadable") from error
    if len(key) != KEY_BYTES:
        raise Unavailable("KEY_MISSING", "the key file is not a whole key")
    return key


def _migrations() -> Migrations:
    from desktop.server.schema_open_cases import migrations

    return migrations


def _backup_path(path: Path, version: int) -> Path:
    return path.with_name("backups") / f"{path.stem}-schema-{version}.db"
