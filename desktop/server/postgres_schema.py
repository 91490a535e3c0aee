"""The centre's schema on PostgreSQL, made by the same steps as the file's.

A step describes tables, indexes and columns (`desktop.server.tables`); here they become
PostgreSQL's own. All missing steps run in one transaction under one lock, so that any number of
workers may start at once, and either all of it happened or nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, cast

from desktop.base.errors import Refused
from desktop.server.postgres import PostgresConnection, Values

if TYPE_CHECKING:
    from sqlite_utils import Database, Migrations

STEPS = "canbao_steps"
"""Which steps have run. The only table that is not a county's."""

_LOCK = 0x63616E62616F  # "canbao"
_TYPES = {int: "bigint", str: 'text COLLATE "C"', bytes: "bytea"}


def migrate(connection: PostgresConnection, *, latest: int, load: Callable[[], Migrations]) -> int:
    """Apply what is missing and return how many steps that was.

    Raises:
        Refused: ``DATABASE_NEWER`` if a newer program wrote the database.
        Unavailable: the database failed; it is as it was.
    """
    if _version(connection) == latest:
        return 0
    with connection.transaction():
        connection.execute("SELECT pg_advisory_xact_lock(?)", (_LOCK,))
        version = _version(connection)
        if version > latest:
            raise Refused(
                "DATABASE_NEWER",
                f"the database has schema {version}, this program knows {latest}",
                found=version,
                known=latest,
            )
        if version == latest:
            return 0
        _apply(connection, load(), version)
    return latest - version


def _version(connection: PostgresConnection) -> int:
    known = connection.execute("SELECT to_regclass(?)", (STEPS,)).fetchone()[0]
    if known is None:
        return 0
    number: int = connection.execute(f"SELECT count(*) FROM {STEPS}").fetchone()[0]  # noqa: S608
    return number


def _apply(connection: PostgresConnection, migrations: Migrations, version: int) -> None:
    connection.execute(
        f"CREATE TABLE IF NOT EXISTS {STEPS} (number bigint PRIMARY KEY, name text NOT NULL,"
        " applied_at timestamptz NOT NULL DEFAULT now())"
    )
    schema = cast("Database", PostgresSchema(connection))
    # Asked of an empty place, it tells every step there is, in order.
    steps = migrations.pending(schema)
    for number, step in enumerate(steps[version:], start=version + 1):
        step.fn(schema)
        connection.execute(
            f"INSERT INTO {STEPS} (number, name) VALUES (?, ?)",  # noqa: S608
            (number, step.name),
        )


class PostgresSchema:
    """What a step is given in the place of sqlite-utils' database: the part of it steps use."""

    def __init__(self, connection: PostgresConnection) -> None:
        self._connection = connection

    def execute(self, statement: str, values: Values = ()) -> Any:
        """Run a statement of the common subset."""
        return self._connection.execute(statement, values)

    def table(self, name: str) -> PostgresTable:
        """Return the table ``name``, to be made or changed."""
        return PostgresTable(self._connection, name)

    __getitem__ = table


class PostgresTable:
    """One table being made or changed."""

    def __init__(self, connection: PostgresConnection, name: str) -> None:
        self._connection = connection
        self._name = name

    def exists(self) -> bool:
        """Tell whether there is such a table."""
        found = self._connection.execute("SELECT to_regclass(?)", (f'"{self._name}"',)).fetchone()
        return found[0] is not None

    def create(
        self,
        columns: dict[str, type],
        *,
        pk: Sequence[str],
        not_null: Iterable[str] = (),
        strict: bool = True,
    ) -> PostgresTable:
        """Create it; PostgreSQL's tables are always strict."""
        assert strict
        required = set(not_null)
        parts = [
            f'"{column}" {_TYPES[kind]}{" NOT NULL" if column in required else ""}'
            for column, kind in columns.items()
        ]
        key = ", ".join(f'"{column}"' for column in pk)
        body = ", ".join([*parts, f"PRIMARY KEY ({key})"])
        self._connection.execute(f'CREATE TABLE "{self._name}" ({body})')
        return self

    def create_index(self, columns: Sequence[str], *, unique: bool = False) -> PostgresTable:
        """Create an index over ``columns``, named as sqlite-utils names it."""
        name = f"idx_{self._name}_{'_'.join(columns)}"
        over = ", ".join(f'"{column}"' for column in columns)
        kind = "UNIQUE INDEX" if unique else "INDEX"
        self._connection.execute(f'CREATE {kind} "{name}" ON "{self._name}" ({over})')
        return self

    def add_column(self, name: str, kind: type) -> PostgresTable:
        """Add a column that may be unset."""
        self._connection.execute(f'ALTER TABLE "{self._name}" ADD COLUMN "{name}" {_TYPES[kind]}')
        return self
