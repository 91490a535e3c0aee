"""Bring a file's schema up to this program's, with a backup first; refuse a newer program's file.

Migrations are frozen functions registered with sqlite-utils, each applied in one transaction with
the row that records it. ``PRAGMA user_version`` repeats how many were applied, so that an
up-to-date file opens without importing sqlite-utils.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.base.errors import Refused
from desktop.sqlite.backup import back_up
from desktop.sqlite.connection import Connection
from desktop.sqlite.errors import database_errors

if TYPE_CHECKING:
    from sqlite_utils import Migrations


def migrate(
    connection: Connection,
    *,
    latest: int,
    load: Callable[[], Migrations],
    backup: Callable[[int], Path] | None = None,
    key: bytes | None = None,
) -> int:
    """Apply what is missing and return how many migrations that was.

    ``latest`` is the number of migrations in the set ``load`` imports. ``backup`` names the copy
    that is made of a file that already holds data, given the version it has now.

    Raises:
        Refused: ``DATABASE_NEWER`` if the file was written by a newer program.
        Unavailable: the disk failed; the file is as it was.
    """
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    if version == latest:
        return 0
    if version > latest:
        raise Refused(
            "DATABASE_NEWER",
            f"the file has schema {version}, this program knows {latest}",
            found=version,
            known=latest,
        )
    if version and backup is not None:
        back_up(connection, backup(version), key)
    _apply(connection, load(), latest)
    return latest - version


def _apply(connection: Connection, migrations: Migrations, latest: int) -> None:
    from sqlite_utils import Database

    with database_errors():
        database = Database(connection)
        migrations.apply(database)
        applied = len(migrations.applied(database))
        assert applied == latest, f"{applied} migrations applied, {latest} expected"
        connection.execute(f"PRAGMA user_version = {latest}")
