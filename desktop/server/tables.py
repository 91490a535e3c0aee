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
