"""What a workspace says about the tables: to the database in memory, and to PostgreSQL.

Rows go to PostgreSQL a column at a time, each column one array: a statement for each table, however
many rows, so it stays prepared.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from operator import itemgetter
from typing import Any

from desktop.server.statement_plan import Change, Question, plan_of
from desktop.server.statements import array_text
from desktop.sqlite.connection import Connection

Said = tuple[str, tuple[object, ...]]
"""A statement with its values."""

Row = tuple[Any, ...]

Ways = tuple[tuple[str, ...], ...]
"""Ways of naming rows of one table, each by columns of its own."""

_ARRAYS = {"TEXT": "text[]", "INTEGER": "bigint[]", "BLOB": "bytea[]"}
PLANS_MAX = 2_048


class _Table:
    """One table, as its columns in memory tell it."""

    def __init__(self, name: str, told: Sequence[Any]) -> None:
        self.name = name
        self.columns = tuple(row["name"] for row in told)
        self.arrays = {row["name"]: _ARRAYS[row["type"]] for row in told}
        keyed = sorted((row["pk"], row["name"]) for row in told if row["pk"] > 1)
        self.key = tuple(name for _, name in keyed)
        places = [self.columns.index(name) for name in self.key]
        self.key_of = _picking(places)
        self.selects: dict[Ways, str] = {}

    @cached_property
    def others(self) -> tuple[str, ...]:
        """The columns that are not part of the key."""
        return tuple(name for name in self.columns if name not in ("county", *self.key))

    @cached_property
    def listed(self) -> str:
        """All columns, for a statement."""
        return _listed(self.columns)

    @cached_property
    def keeping(self) -> str:
        """Says that a row was fetched. One changed in memory meanwhile is newer."""
        marks = ", ".join("?" for _ in self.columns)
        return f'INSERT INTO "{self.name}" VALUES ({marks}) ON CONFLICT DO NOTHING'  # noqa: S608

    @cached_property
    def insert(self) -> str:
        """Adds rows that are not there yet."""
        names = [name for name in self.columns if name != "county"]
        arrays = ", ".join(f"?::{self.arrays[name]}" for name in names)
        start = f'INSERT INTO "{self.name}" ("county", {_listed(names)}) SELECT ?::text'
        if not names:
            return start
        return f"{start}, v.* FROM unnest({arrays}) AS v({_listed(names)})"

    @cached_property
    def upsert(self) -> str:
        """Sets every column of rows that are there."""
        key = _listed(("county", *self.key))
        changes = ", ".join(f'"{name}" = excluded."{name}"' for name in self.others)
        then = f"UPDATE SET {changes}" if changes else "NOTHING"
        return f"{self.insert} ON CONFLICT ({key}) DO {then}"

    def select(self, ways: Ways) -> str:
        """Return the question for rows that one of ``ways`` names: columns that equal values."""
        if ways not in self.selects:
            self.selects[ways] = " UNION ALL ".join(map(self._select, ways))
        return self.selects[ways]

    def _select(self, names: tuple[str, ...]) -> str:
        start = f'SELECT {self.listed} FROM "{self.name}" t WHERE t.county = ?'  # noqa: S608
        if not names:
            return start
        arrays = ", ".join(f"(SELECT ?::{self.arrays[name]})" for name in names)
        narrow = "".join(f' AND t."{name}" = w."{name}"' for name in names)
        # Value by value, which OFFSET keeps together: of a table it has no figures about yet, the
        # planner would rather read the whole county than look for many values. And it is not told
        # how many there are, or it would plan anew each time.
        return (
            f"SELECT found.* FROM unnest({arrays}) AS w({_listed(names)})"  # noqa: S608
            f" CROSS JOIN LATERAL ({start}{narrow} OFFSET 0) AS found"
        )


class Tables:
    """What the tables look like, read once from the database in memory."""

    def __init__(self, scratch: Connection) -> None:
        self._scratch = scratch
        self._tables: dict[str, _Table] = {}
        self._plans: dict[str, Question | Change | None] = {}

    def names(self) -> tuple[str, ...]:
        """Return the tables that were met so far."""
        return tuple(self._tables)

    def plan(self, statement: str) -> Question | Change | None:
        """Return what ``statement`` needs; None if its rows cannot be told from its text."""
        try:
            return self._plans[statement]
        except KeyError:
            if len(self._plans) >= PLANS_MAX:
                self._plans.clear()
            found = self._plans[statement] = plan_of(statement, self.key)
            return found

    def key(self, table: str) -> tuple[str, ...]:
        """Return the columns of its key behind the county."""
        return self._table(table).key

    def key_of(self, table: str) -> Callable[[Row], Row]:
        """Return what tells the key of one of its rows."""
        return self._table(table).key_of

    def keeping(self, table: str) -> str:
        """Return the statement that lays a fetched row into memory."""
        return self._table(table).keeping

    def rows(self, table: str) -> list[tuple[Row, Row]]:
        """Return every row in memory behind its key."""
        known = self._table(table)
        statement = f'SELECT {known.listed} FROM "{table}"'  # noqa: S608
        found = [tuple(row) for row in self._scratch.execute(statement)]
        return [(known.key_of(row), row) for row in found]

    def select(
        self, table: str, county: str, wanted: Mapping[tuple[str, ...], Sequence[Row]]
    ) -> Said:
        """Return the question for the rows whose columns equal any of the values ``wanted``.

        A row that two of them name comes twice.
        """
        values: list[object] = []
        for names, rows in wanted.items():
            values += map(array_text, zip(*rows, strict=True)) if names else ()
            values.append(county)
        return self._table(table).select(tuple(wanted)), tuple(values)

    def writing(
        self, table: str, county: str, new: Sequence[Row], old: Sequence[Row]
    ) -> Iterator[Said]:
        """Yield what adds the ``new`` rows, and what sets every column of the ``old`` ones."""
        known = self._table(table)
        for statement, rows in ((known.insert, new), (known.upsert, old)):
            if rows:
                yield statement, self._columns(table, county, rows)

    def places(self, table: str, names: Iterable[str]) -> tuple[int, ...]:
        """Return where in a row of ``table`` the columns ``names`` are."""
        return tuple(map(self._table(table).columns.index, names))

    def _columns(self, table: str, county: str, rows: Sequence[Row]) -> tuple[object, ...]:
        names = self._table(table).columns
        columns = zip(names, zip(*rows, strict=True), strict=True)
        return county, *(array_text(column) for name, column in columns if name != "county")

    def _table(self, name: str) -> _Table:
        try:
            return self._tables[name]
        except KeyError:
            told = self._scratch.execute(f'PRAGMA table_info("{name}")').fetchall()
            found = self._tables[name] = _Table(name, told)
            return found


def _picking(places: Sequence[int]) -> Callable[[Row], Row]:
    if not places:
        return lambda _row: ()
    if len(places) == 1:
        place = places[0]
        return lambda row: (row[place],)
    return itemgetter(*places)


def _listed(names: Sequence[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)
