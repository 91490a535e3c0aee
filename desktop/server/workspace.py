"""A batch's rows, kept in memory while it is taken in, and written to PostgreSQL at once.

Taking an event in asks some fifty small questions, each of which would be a round trip. Here the
rows they are about are fetched for a whole batch with a few queries, laid into a small database in
memory, and the very same statements are run on that; what changed is written back with COPY and
pipelined updates. So the verdicts are those of the file by construction.

A question about rows that were not foreseen fetches them then. A statement whose rows cannot be
told from its text is run on PostgreSQL itself, after everything changed so far was written there.

Holds only inside the transaction of whoever holds the county: nobody else changes these rows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from desktop.server.postgres import PostgresConnection, Values
from desktop.server.statement_shape import Key, Reading, Reference, Writing, shape_of
from desktop.server.statements import as_kept
from desktop.sqlite.connection import Connection

Group = tuple[str, tuple[str, ...], tuple[object, ...]]
"""Table, columns in order of name, and what they equal: the rows a question can be about."""


class Tables:
    """What the tables look like, read once from the database in memory."""

    def __init__(self, scratch: Connection) -> None:
        self._scratch = scratch
        self._columns: dict[str, tuple[str, ...]] = {}
        self._keys: dict[str, tuple[str, ...]] = {}

    def columns(self, table: str) -> tuple[str, ...]:
        """Return the columns of ``table``."""
        self._read(table)
        return self._columns[table]

    def key(self, table: str) -> tuple[str, ...]:
        """Return the columns of its key behind the county."""
        self._read(table)
        return self._keys[table]

    def _read(self, table: str) -> None:
        if table not in self._columns:
            rows = self._scratch.execute(f"PRAGMA table_info({table})").fetchall()
            self._columns[table] = tuple(row["name"] for row in rows)
            keyed = sorted((row["pk"], row["name"]) for row in rows if row["pk"] > 1)
            self._keys[table] = tuple(name for _, name in keyed)


class Workspace:
    """The face of a connection over the rows of one batch. See the module.

    Texts are kept as PostgreSQL will keep them (`desktop.server.statements.as_kept`).
    """

    def __init__(
        self, real: PostgresConnection, scratch: Connection, tables: Tables, county: str
    ) -> None:
        self._real = real
        self._scratch = scratch
        self._tables = tables
        self._county = county
        self._loaded: set[Group] = set()
        self._there: dict[str, set[tuple[object, ...]]] = defaultdict(set)
        self._changed: dict[str, dict[tuple[object, ...], None]] = defaultdict(dict)
        scratch.execute("BEGIN")

    def execute(self, statement: str, values: Values = ()) -> Any:
        """Run a statement on the rows in memory, once they are there."""
        values = values if isinstance(values, Mapping) else as_kept(values)
        shape = shape_of(statement)
        if isinstance(shape, Reading) and self._fetch(shape, values):
            return self._scratch.execute(statement, values)
        if isinstance(shape, Writing) and self._note(shape, values):
            return self._scratch.execute(statement, values)
        self.flush()
        if not statement.startswith("SELECT"):
            self._forget()
        return self._real.execute(statement, values)

    def executemany(self, statement: str, rows: Iterable[Values]) -> None:
        """Run a statement for each of ``rows``."""
        for row in rows:
            self.execute(statement, row)

    def load(self, table: str, columns: Sequence[str], wanted: Iterable[Sequence[object]]) -> None:
        """Fetch, in one query, the rows whose ``columns`` equal any of ``wanted``."""
        order = sorted(range(len(columns)), key=lambda place: columns[place])
        names = tuple(columns[place] for place in order)
        kept = map(as_kept, wanted)
        groups = {(table, names, tuple(row[place] for place in order)) for row in kept}
        missing = [group[2] for group in groups if group not in self._loaded]
        if not missing:
            return
        self._loaded |= groups
        lists = [list(values) for values in zip(*missing, strict=True)]
        narrow = " AND ".join(f'"{name}" = ANY(?)' for name in names)
        self._keep(
            table,
            self._real.execute(
                f'SELECT * FROM "{table}" WHERE county = ? AND {narrow}',  # noqa: S608
                (self._county, *lists),
            ),
        )

    def nothing_there(
        self, table: str, columns: tuple[str, ...], values: Iterable[tuple[object, ...]]
    ) -> None:
        """Take it as known that no row of ``table`` has any of these values: they are new."""
        self._loaded |= {(table, columns, one) for one in values}

    def held(self, table: str, column: str) -> list[tuple[object, ...]]:
        """Return the different values that a column has in the rows at hand."""
        rows = self._scratch.execute(
            f'SELECT DISTINCT "{column}" FROM "{table}" WHERE "{column}" IS NOT NULL'  # noqa: S608
        )
        return [(row[0],) for row in rows]

    def flush(self) -> None:
        """Write what changed to PostgreSQL, inside the caller's transaction."""
        for table, keys in self._changed.items():
            there = self._there[table]
            new = [key for key in keys if key not in there]
            old = [key for key in keys if key in there]
            columns = self._tables.columns(table)
            if new:
                self._real.copy(table, columns, self._rows(table, new))
                there.update(new)
            if old:
                self._update(table, columns, self._rows(table, old))
        self._changed.clear()

    def close(self) -> None:
        """Forget everything that was not flushed."""
        self._scratch.execute("ROLLBACK")

    def _forget(self) -> None:
        self._scratch.execute("ROLLBACK")
        self._scratch.execute("BEGIN")
        self._loaded.clear()
        self._there.clear()

    def _rows(self, table: str, keys: Iterable[tuple[object, ...]]) -> list[tuple[Any, ...]]:
        names = " AND ".join(f'"{name}" = ?' for name in self._tables.key(table))
        narrow = f" AND {names}" if names else ""
        statement = f'SELECT * FROM "{table}" WHERE county = ?{narrow}'  # noqa: S608
        found = (self._scratch.execute(statement, (self._county, *key)).fetchone() for key in keys)
        return [tuple(row) for row in found]

    def _update(
        self, table: str, columns: tuple[str, ...], rows: Iterable[tuple[Any, ...]]
    ) -> None:
        key = ("county", *self._tables.key(table))
        others = [name for name in columns if name not in key]
        if not others:
            return
        changes = ", ".join(f'"{name}" = ?' for name in others)
        narrow = " AND ".join(f'"{name}" = ?' for name in key)
        places = [columns.index(name) for name in (*others, *key)]
        self._real.executemany(
            f'UPDATE "{table}" SET {changes} WHERE {narrow}',  # noqa: S608
            [[row[place] for place in places] for row in rows],
        )

    # What a statement needs

    def _note(self, shape: Writing, values: Values) -> bool:
        """Have the row that is about to change at hand; False if it is not named by its key."""
        names = self._tables.key(shape.table)
        key: list[object] = []
        for name in names:
            place = shape.key.get(name)
            if place is None:
                return False
            key.append(_value(values, place))
        if shape.may_exist:
            self._need(shape.table, names, tuple(key))
        self._changed[shape.table][tuple(key)] = None
        return True

    def _fetch(self, shape: Reading, values: Values) -> bool:
        """Have all rows of a question at hand; False if it is not narrowed enough."""
        known: dict[str, list[Group]] = {}
        while len(known) < len(shape.references):
            found = self._next(shape.references, known, values)
            if found is None:
                return False
            alias, groups = found
            for table, names, wanted in groups:
                self._need(table, names, wanted)
            known[alias] = groups
        return True

    def _next(
        self, references: Mapping[str, Reference], known: dict[str, list[Group]], values: Values
    ) -> tuple[str, list[Group]] | None:
        open_ = [alias for alias in references if alias not in known]
        for alias in open_:
            reference = references[alias]
            joined = [one for one in reference.joined if one[1] in known]
            if joined:
                return alias, self._joined(reference, joined, references, known)
        for alias in open_:
            reference = references[alias]
            if reference.given or not self._tables.key(reference.table):
                names = tuple(sorted(reference.given))
                wanted = tuple(_value(values, reference.given[name]) for name in names)
                return alias, [(reference.table, names, wanted)]
        return None

    def _joined(
        self,
        reference: Reference,
        joined: list[tuple[str, str, str]],
        references: Mapping[str, Reference],
        known: dict[str, list[Group]],
    ) -> list[Group]:
        """Return the groups of a table that follow from the rows it is joined to."""
        through = joined[0][1]
        pairs = sorted({(own, other) for own, alias, other in joined if alias == through})
        columns = ", ".join(f'"{other}"' for _, other in pairs)
        names = tuple(own for own, _ in pairs)
        groups: dict[Group, None] = {}
        for _, narrow, wanted in known[through]:
            equal = " AND ".join(f'"{name}" = ?' for name in narrow)
            rows = self._scratch.execute(
                f'SELECT DISTINCT {columns} FROM "{references[through].table}"'  # noqa: S608
                f" WHERE county = ? AND {equal}",
                (self._county, *wanted),
            )
            groups |= {(reference.table, names, tuple(row)): None for row in rows}
        return list(groups)

    def _need(self, table: str, names: tuple[str, ...], wanted: tuple[object, ...]) -> None:
        ordered = sorted(zip(names, wanted, strict=True), key=lambda pair: pair[0])
        group = (table, tuple(name for name, _ in ordered), tuple(value for _, value in ordered))
        if group in self._loaded or any(
            (table, (name,), (value,)) in self._loaded for name, value in ordered
        ):
            return
        self._loaded.add(group)
        if names == self._tables.key(table) and wanted in self._there[table]:
            return
        narrow = "".join(f' AND "{name}" = ?' for name in group[1])
        self._keep(
            table,
            self._real.execute(
                f'SELECT * FROM "{table}" WHERE county = ?{narrow}',  # noqa: S608
                (self._county, *group[2]),
            ),
        )

    def _keep(self, table: str, rows: Iterable[Any]) -> None:
        columns = self._tables.columns(table)
        places = [columns.index(name) for name in self._tables.key(table)]
        there, new = self._there[table], []
        for row in rows:
            key = tuple(row[columns[place]] for place in places)
            if key not in there:
                there.add(key)
                new.append(tuple(row[name] for name in columns))
        marks = ", ".join("?" for _ in columns)
        # A row changed here meanwhile is newer than what is fetched.
        self._scratch.executemany(
            f'INSERT INTO "{table}" VALUES ({marks}) ON CONFLICT DO NOTHING',  # noqa: S608
            new,
        )


def _value(values: Values, key: Key) -> object:
    return values[key]  # type: ignore[index]
