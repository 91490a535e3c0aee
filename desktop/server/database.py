"""The centre's file: key, schema, who the centre is; one write transaction at a time."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.base.errors import Refused, Unavailable
from desktop.sqlite import migrations as schema
from desktop.sqlite.connection import KEY_BYTES, Connection, connect, transaction
from desktop.wire.signing import SigningKey

if TYPE_CHECKING:
    from sqlite_utils import Migrations

SCHEMA_VERSION = 15
"""Migrations this program knows; kept here so that opening imports no migration (tested equal)."""

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
    """One thread's connection to the centre's file.

    Threads of one process share ``lock``, so that they queue fairly for the write transaction
    instead of polling SQLite for it; other processes wait by SQLite's own busy time.
    """

    def __init__(self, connection: Connection, lock: threading.Lock | None = None) -> None:
        self.connection = connection
        self._lock = lock or threading.Lock()
        self._centre: Centre | None = None

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

    def close(self) -> None:
        """Let go of the file."""
        self.connection.close()

    @property
    def centre(self) -> Centre:
        """Who this centre is. Raises Refused ``CENTRE_NOT_SET_UP`` before `set_up`."""
        if self._centre is None:
            self._centre = self._load()
        return self._centre

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Group writes: all are durable when the block ends, or none happened."""
        with self._lock, transaction(self.connection):
            yield

    def _load(self) -> Centre:
        row = self.connection.execute(
            "SELECT id, county, name, secret, training_day FROM centres"
        ).fetchone()
        if row is None:
            raise Refused("CENTRE_NOT_SET_UP", "this folder holds no centre yet")
        key = SigningKey(row["secret"])
        return Centre(row["id"], row["county"], row["name"], key, row["training_day"])


def open_centre(folder: Path, *, lock: threading.Lock | None = None) -> CentreDatabase:
    """Open the centre in ``folder``.

    Raises:
        Refused: ``CENTRE_NOT_SET_UP``, ``DATABASE_NEWER``.
        Unavailable: ``KEY_MISSING``, ``KEY_WRONG``, or the disk failed.
    """
    if not (folder / DATABASE_FILE).exists():
        raise Refused("CENTRE_NOT_SET_UP", "this folder holds no centre yet")
    return CentreDatabase.open(folder / DATABASE_FILE, _read_key(folder / KEY_FILE), lock=lock)


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


def _read_key(path: Path) -> bytes:
    try:
        key = bytes.fromhex(path.read_text(encoding="ascii").strip())
    except (OSError, ValueError) as error:
        raise Unavailable("KEY_MISSING", "the key file is missing or unreadable") from error
    if len(key) != KEY_BYTES:
        raise Unavailable("KEY_MISSING", "the key file is not a whole key")
    return key


def _migrations() -> Migrations:
    from desktop.server.schema_cover import migrations

    return migrations


def _backup_path(path: Path, version: int) -> Path:
    return path.with_name("backups") / f"{path.stem}-schema-{version}.db"
