"""How the centre's tables are made: strict, keyed by county first."""

from __future__ import annotations

from sqlite_utils import Database
from sqlite_utils.db import Table


def add_record(db: Database, name: str, keys: dict[str, type], columns: dict[str, type]) -> None:
    """Create a table of the record: every column but the keys may still be unset."""
    add_table(db, name, keys | columns, keys=tuple(keys), optional=tuple(columns))


def add_table(
    db: Database,
    name: str,
    columns: dict[str, type],
    *,
    keys: tuple[str, ...],
    optional: tuple[str, ...] = (),
) -> Table:
    """Create a table whose key is the county and ``keys``; all else but ``optional`` is required.

    Frozen with the migrations that call it: a new rule for tables is a new function.
    """
    columns = {"county": str, **columns}
    primary = ("county", *keys)
    required = {column for column in columns if column not in optional and column not in primary}
    return db.table(name).create(columns, pk=primary, not_null=required, strict=True)


def add_slim_table(
    db: Database, name: str, columns: dict[str, type], *, keys: tuple[str, ...]
) -> None:
    """Create a table like `add_table` that the file keeps without row ids, in half the room.

    sqlite-utils makes no such tables. Columns that are not part of the key come last.
    """
    if not in_file(db):
        add_table(db, name, columns, keys=keys)
        return
    columns = {"county": str, **columns}
    kinds = {str: "TEXT", int: "INTEGER", bytes: "BLOB"}
    parts = [f"{column} {kinds[kind]} NOT NULL" for column, kind in columns.items()]
    key = ", ".join(("county", *keys))
    db.execute(
        f"CREATE TABLE {name} ({', '.join(parts)}, PRIMARY KEY ({key})) STRICT, WITHOUT ROWID"
    )


def in_file(db: Database) -> bool:
    """Tell whether a step runs on the centre's file; else it is PostgreSQL.

    What PostgreSQL does by itself, or cannot have met because no centre ran on it before, a step
    leaves out there.
    """
    return isinstance(db, Database)
