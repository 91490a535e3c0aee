"""A batch's rows, kept in memory while it is taken in, and written to PostgreSQL at once.

Taking an event in asks some fifty small questions, each of which would be a round trip. Here the
rows they are about are fetched for a whole batch with a few queries, laid into a small database in
memory, and the very same statements are run on that; what changed is written back, a statement for
each table. So the verdicts are those of the file by construction.

A question about rows that were not foreseen fetches them then. Where a statement goes from one
table to another, what all rows at hand name there is fetched, once: from then on that *link* is
closed, until a row comes that names something else. A statement whose rows cannot be told from its
text is run on PostgreSQL itself, after everything changed so far was written there.

Holds only inside the transaction of whoever holds the county: nobody else changes these rows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from desktop.server.postgres import PostgresConnection, Values
from desktop.server.statement_plan import Change, Given, Link, Question
from desktop.server.statements import as_kept
from desktop.server.workspace_tables import Row, Said, Tables
from desktop.sqlite.connection import Connection

Group = tuple[str, tuple[str, ...], tuple[object, ...]]
"""Table, columns in order of name, and what they equal: the rows a question can be about."""

Wanted = tuple[str, Sequence[str], Iterable[Sequence[object]]]
"""Table, columns and the values that they are to equal."""


class Workspace:
    """The face of a connection over the rows of one batch. See the module.

    Texts are kept as PostgreSQL will keep them (`desktop.server.statements.as_kept`); ``plain``
    says that none of them needs that.
    """

    def __init__(
        self,
        real: PostgresConnection,
        scratch: Connection,
        tables: Tables,
        county: str,
        *,
        plain: bool = False,
    ) -> None:
        self._real = real
        self._scratch = scratch
        self._tables = tables
        self._county = county
        self._plain = plain
        self._loaded: set[Group] = set()
        self._closed: dict[str, set[Link]] = defaultdict(set)
        self._there: dict[str, set[tuple[object, ...]]] = defaultdict(set)
        self._changed: dict[str, dict[tuple[object, ...], None]] = defaultdict(dict)
        scratch.execute("BEGIN")

    def execute(self, statement: str, values: Values = ()) -> Any:
        """Run a statement on the rows in memory, once they are there."""
        if not self._plain and not isinstance(values, Mapping):
            values = as_kept(values)
        plan = self._tables.plan(statement)
        if isinstance(plan, Question):
            self._fetch(plan, values)
        elif plan is not None:
            self._note(plan, values)
        else:
            return self._past(statement, values)
        return self._scratch.execute(statement, values)

    def executemany(self, statement: str, rows: Iterable[Values]) -> None:
        """Run a statement for each of ``rows``."""
        for row in rows:
            self.execute(statement, row)

    def load(self, asked: Iterable[Wanted]) -> None:
        """Fetch rows whose columns equal any of the values wanted, all in one round trip."""
        missing: dict[str, dict[tuple[str, ...], list[tuple[object, ...]]]] = defaultdict(dict)
        for table, columns, wanted in asked:
            names, rows = self._missing(table, columns, wanted)
            if rows:
                missing[table][names] = rows
        questions = [
            self._tables.select(table, self._county, ways) for table, ways in missing.items()
        ]
        for table, found in zip(missing, self._answered(tuple(missing), questions), strict=True):
            self._keep(table, found)

    def nothing_there(
        self, table: str, columns: tuple[str, ...], values: Iterable[tuple[object, ...]]
    ) -> None:
        """Take it as known that no row of ``table`` has any of these values: they are new."""
        self._loaded |= {(table, columns, one) for one in values}

    def held(self, table: str, column: str) -> list[tuple[object, ...]]:
        """Return the different values that a column has in the rows at hand."""
        return self._named_by(table, (column,))

    def flush(self) -> None:
        """Write what changed to PostgreSQL, inside the caller's transaction."""
        said: list[Said] = []
        for table, new, old in self._written():
            said += self._tables.writing(table, self._county, new, old)
            self._there[table].update(self._changed[table])
        self._real.gather(said)
        self._changed.clear()

    def close(self) -> None:
        """Forget everything that was not flushed."""
        self._scratch.execute("ROLLBACK")

    def _written(self) -> Iterator[tuple[str, list[Row], list[Row]]]:
        """Yield each table that changed, with its rows that are new and those that were there."""
        for table, keys in self._changed.items():
            there = self._there[table]
            rows = self._tables.rows(table)
            new = [row for key, row in rows if key in keys and key not in there]
            old = [row for key, row in rows if key in keys and key in there]
            yield table, new, old

    def _answered(self, tables: tuple[str, ...], questions: Sequence[Said]) -> list[list[Row]]:
        """Return the rows that each of the questions about ``tables`` finds."""
        return self._real.gather(questions)

    def _past(self, statement: str, values: Values) -> Any:
        self.flush()
        if not statement.startswith("SELECT"):
            self._forget()
        return self._real.execute(statement, values)

    def _forget(self) -> None:
        self._scratch.execute("ROLLBACK")
        self._scratch.execute("BEGIN")
        self._loaded.clear()
        self._closed.clear()
        self._there.clear()

    # What a statement needs

    def _note(self, plan: Change, values: Values) -> None:
        """Have the row that is about to change at hand."""
        row = plan.row
        if row is not None:
            self._need(row, values)
        self._changed[plan.table][tuple([values[key] for key in plan.key])] = None  # type: ignore[index]
        closed = self._closed.get(plan.table)
        if closed:
            for link in tuple(closed):
                keys = plan.names(link)
                if keys == ():
                    continue
                if keys is None or not self._follows(link, [values[key] for key in keys]):  # type: ignore[index]
                    closed.discard(link)

    def _follows(self, link: Link, named: Sequence[object]) -> bool:
        return None in named or (link.table, link.names, tuple(named)) in self._loaded

    def _fetch(self, plan: Question, values: Values) -> None:
        """Have all rows of a question at hand."""
        for given in plan.given:
            self._need(given, values)
        for link in plan.links:
            if link not in self._closed[link.source]:
                self.load([(link.table, link.names, self._named_by(link.source, link.columns))])
                self._closed[link.source].add(link)

    def _need(self, given: Given, values: Values) -> None:
        table, names = given.table, given.names
        wanted = tuple([values[key] for key in given.keys])  # type: ignore[index]
        group = (table, names, wanted)
        if group in self._loaded:
            return
        named = dict(zip(names, wanted, strict=True))
        key = self._tables.key(table)
        held = any((table, (name,), (value,)) in self._loaded for name, value in named.items()) or (
            named.keys() == set(key) and tuple(named[name] for name in key) in self._there[table]
        )
        if held:
            self._loaded.add(group)
        else:
            self.load([(table, names, [wanted])])

    def _missing(
        self, table: str, columns: Sequence[str], wanted: Iterable[Sequence[object]]
    ) -> tuple[tuple[str, ...], list[tuple[object, ...]]]:
        """Note that these groups are fetched; return, of those that were not, names and values."""
        order = sorted(range(len(columns)), key=columns.__getitem__)
        names = tuple(columns[place] for place in order)
        kept = wanted if self._plain else map(as_kept, wanted)
        rows = {tuple([row[place] for place in order]) for row in kept}
        missing = [row for row in rows if (table, names, row) not in self._loaded]
        self._loaded.update([(table, names, row) for row in missing])
        return names, missing

    def _named_by(self, table: str, columns: tuple[str, ...]) -> list[tuple[object, ...]]:
        """Return what columns of the rows at hand name, without those that name nothing."""
        named = ", ".join(f'"{column}"' for column in columns)
        rows = self._scratch.execute(f'SELECT DISTINCT {named} FROM "{table}"')  # noqa: S608
        return [found for row in rows if None not in (found := tuple(row))]

    def _keep(self, table: str, rows: Sequence[tuple[Any, ...]]) -> None:
        there, new = self._there[table], []
        key_of = self._tables.key_of(table)
        for row in rows:
            key = key_of(row)
            if key not in there:
                there.add(key)
                new.append(row)
        if new:
            # These may name what was not fetched for those before them.
            self._closed.pop(table, None)
            self._scratch.executemany(self._tables.keeping(table), new)
