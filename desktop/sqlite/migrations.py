"""Bring a file's schema up to this program's, with a backup first; refuse a newer program's file.

Migrations are frozen functions registered with sqlite-utils. All that are missing are applied in
one transaction with the rows that record them and ``PRAGMA user_version``, which repeats how many
were applied so that an up-to-date file opens without importing sqlite-utils. One that fails takes
back those before it: the file is byte for byte what it was, and the program before opens it.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.base.errors import CanbaoError, Refused, Unavailable
from desktop.sqlite.backup import back_up
from desktop.sqlite.connection import Connection, transaction

if TYPE_CHECKING:
    from sqlite_utils import Migrations

_LOG = logging.getLogger(__name__)


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
        Unavailable: the disk failed, or ``DATA_UPGRADE_FAILED``: the data in the file do not fit
            a migration. The file is as it was.
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
    try:
        _apply(connection, load(), latest)
    except CanbaoError:
        raise
    except Exception as error:
        if not version:
            # A file that is only being made holds no data that could be at fault.
            raise
        # Of the error only its kind: its text may quote what is in the file.
        kind = type(error).__name__
        _LOG.error("no migration from schema %d to %d: %s", version, latest, kind)
        raise Unavailable(
            "DATA_UPGRADE_FAILED", f"migrating the file failed: {kind}", found=version, known=latest
        ) from error
    return latest - version


def _apply(connection: Connection, migrations: Migrations, latest: int) -> None:
    from sqlite_utils import Database

    with transaction(connection):
        database = Database(connection)
        migrations.apply(database)
        applied = len(migrations.applied(database))
        assert applied == latest, f"{applied} migrations applied, {latest} expected"
        connection.execute(f"PRAGMA user_version = {latest}")
