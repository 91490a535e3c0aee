"""Set columns of one row named by its key, making the row if it is new."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import chain

from desktop.sqlite.connection import Connection

Shape = tuple[tuple[str, ...], tuple[str, ...]]
"""Names of the key columns and of the others."""

_AT_ONCE = 40
"""Rows that one statement writes where there are many: a third less work than one for each."""


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
    connection: Connection, table: str, shape: Shape, rows: Sequence[tuple[object, ...]]
) -> None:
    """Write many rows that name the same columns; each is its key's values, then the others.

    They are written in order: of two with the same key the later one stands.
    """
    whole = len(rows) - len(rows) % _AT_ONCE
    if whole:
        connection.executemany(
            _statement(table, *shape, rows=_AT_ONCE),
            (
                tuple(chain.from_iterable(rows[start : start + _AT_ONCE]))
                for start in range(0, whole, _AT_ONCE)
            ),
        )
    connection.executemany(_statement(table, *shape), rows[whole:])


@lru_cache(maxsize=256)
def _statement(table: str, key: tuple[str, ...], columns: tuple[str, ...], rows: int = 1) -> str:
    names = ", ".join(f'"{name}"' for name in key + columns)
    marks = ", ".join("?" for _ in key + columns)
    values = ", ".join(f"({marks})" for _ in range(rows))
    conflict = ", ".join(f'"{name}"' for name in key)
    changes = ", ".join(f'"{name}" = excluded."{name}"' for name in columns)
    then = f"UPDATE SET {changes}" if columns else "NOTHING"
    return f'INSERT INTO "{table}" ({names}) VALUES {values} ON CONFLICT({conflict}) DO {then}'  # noqa: S608
