"""Set columns of one row named by its key, making the row if it is new."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from desktop.sqlite.connection import Connection

Shape = tuple[tuple[str, ...], tuple[str, ...]]
"""Names of the key columns and of the others."""


def assign(
    connection: Connection, table: str, key: Mapping[str, object], values: Mapping[str, object]
) -> None:
    """Write ``values`` to the row of ``table`` whose key columns equal ``key``.

    Table and column names come from the program, never from input. Writing the same again
    changes nothing.
    """
    statement = _statement(table, tuple(key), tuple(values))
    connection.execute(statement, (*key.values(), *values.values()))


def assign_rows(
    connection: Connection, table: str, shape: Shape, rows: Iterable[tuple[object, ...]]
) -> None:
    """Write many rows that name the same columns; each is its key's values, then the others."""
    connection.executemany(_statement(table, *shape), rows)


@lru_cache(maxsize=256)
def _statement(table: str, key: tuple[str, ...], columns: tuple[str, ...]) -> str:
    names = ", ".join(f'"{name}"' for name in key + columns)
    marks = ", ".join("?" for _ in key + columns)
    conflict = ", ".join(f'"{name}"' for name in key)
    changes = ", ".join(f'"{name}" = excluded."{name}"' for name in columns)
    then = f"UPDATE SET {changes}" if columns else "NOTHING"
    return f'INSERT INTO "{table}" ({names}) VALUES ({marks}) ON CONFLICT({conflict}) DO {then}'  # noqa: S608
