"""PostgreSQL with the face that the centre's statements are written for.

One statement serves both engines: ``?`` and ``:name`` mark values, rows are read by name and by
index, a bool is a number, sums of whole numbers are whole numbers, text compares byte by byte
(`desktop.server.postgres_schema` makes the columns so). PostgreSQL's failures come out as
`Unavailable` with the codes the file's failures have.

A connection that broke is made anew by the next statement outside a transaction, so a restarted or
promoted database costs each worker one request.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from typing import Any, ClassVar

import psycopg
from psycopg import pq
from psycopg.conninfo import conninfo_to_dict, make_conninfo
from psycopg.rows import tuple_row
from typing_extensions import override

from desktop.base.errors import Refused, Unavailable
from desktop.server.postgres_errors import postgres_errors
from desktop.server.postgres_types import adapt
from desktop.server.statements import as_kept, positional

Values = Sequence[object] | Mapping[str, object]

SCHEMES = ("postgresql://", "postgres://")

LOCK_WAIT_S = 20
"""For how long a write waits for the county's others; stations ask again later."""

PREPARED_MAX = 1_000
"""Statements kept prepared; taking a batch in says more than the usual hundred."""

_DEFAULTS: dict[str, str] = {
    "application_name": "canbao-centre",
    "connect_timeout": "5",
    "keepalives_idle": "20",
    "keepalives_interval": "5",
    "keepalives_count": "3",
    # Of several hosts named, the one that takes writes: after a standby is promoted, that one.
    "target_session_attrs": "read-write",
    "tcp_user_timeout": "20000",
}

_SESSION = (
    f"SET lock_timeout = '{LOCK_WAIT_S}s'",
    # A worker that hangs inside a transaction keeps the county waiting no longer than this.
    "SET idle_in_transaction_session_timeout = '60s'",
    "SET standard_conforming_strings = on",
    # What was acknowledged must be durable; stricter settings of the database stay as they are.
    """SELECT set_config('synchronous_commit', 'on', false)
        WHERE current_setting('synchronous_commit') IN ('off', 'local')""",
)


_RENEWED = (
    "COMMIT",
    "BEGIN ISOLATION LEVEL REPEATABLE READ",
    "SET LOCAL synchronous_commit = off",
)


class PostgresConnection:
    """One thread's connection, used like the file's; see `desktop.sqlite.connection`.

    Raises:
        Refused: ``DATABASE_FORM``.
        Unavailable: ``DATABASE_UNREACHABLE``, ``DATABASE_ENCODING`` and all that
            `desktop.server.postgres_errors` names.
    """

    watch: ClassVar[Callable[[str], None] | None] = None
    """Told every statement, in the form PostgreSQL takes; for a test of what is said."""

    def __init__(self, address: str) -> None:
        self._conninfo = _with_defaults(address)
        self._live: psycopg.Connection[Any] | None = None
        self._depth = 0
        self._connect()

    def execute(self, statement: str, values: Values = ()) -> Any:
        """Run one statement and return its cursor: ``fetchone``, ``fetchall``, rows, rowcount."""
        text, arguments = _asked(statement, values)
        with postgres_errors():
            live = self._ready()
            try:
                return live.execute(text, arguments)
            except psycopg.DataError as error:
                # Told before anything was sent.
                if error.sqlstate is not None:
                    raise
                return live.execute(text, as_kept(arguments))

    def executemany(self, statement: str, rows: Iterable[Values]) -> Any:
        """Run one statement for each of ``rows``, without waiting for each."""
        arguments = [as_kept(_asked(statement, row)[1]) for row in rows]
        text = positional(statement)[0]
        with postgres_errors():
            cursor = self._ready().cursor()
            if arguments:
                cursor.executemany(text, arguments)
            return cursor

    def gather(self, asked: Sequence[tuple[str, Values]]) -> list[list[tuple[Any, ...]]]:
        """Run several statements in one round trip and return the rows of each, without names.

        Texts must be as PostgreSQL can hold them (`desktop.server.statements.as_kept`).
        """
        if not asked:
            return []
        with postgres_errors():
            live = self._ready()
            with live.pipeline():
                cursors = [live.cursor(row_factory=tuple_row) for _ in asked]
                for cursor, one in zip(cursors, asked, strict=True):
                    cursor.execute(*_asked(*one))
            return [cursor.fetchall() if cursor.description else [] for cursor in cursors]

    def stream(self, statement: str, values: Values = ()) -> Iterator[Any]:
        """Yield rows as they arrive; until the last one is read nothing else can be asked."""
        text, arguments = _asked(statement, values)
        with postgres_errors():
            yield from self._ready().cursor().stream(text, arguments)

    @contextmanager
    def transaction(self, begin: str = "BEGIN", *first: tuple[str, Values]) -> Iterator[None]:
        """Run the block in one transaction: all of it or nothing.

        ``first`` is said together with ``begin``, in one round trip.

        Raises:
            Unavailable: if the connection was lost while committing, what was asked may have
                happened all the same; everything the centre does may be done again.
        """
        said = [(begin, []), *(_asked(*one) for one in first)]
        with postgres_errors():
            live = self._ready()
            try:
                try:
                    _say(live, said)
                except psycopg.OperationalError:
                    if not live.closed:
                        raise
                    # Broken since the last one: nothing was said yet, so it may be said again.
                    live = self._connect()
                    _say(live, said)
                self._depth = 1
                yield
                live.execute("COMMIT")
            except BaseException:
                if live.info.transaction_status != pq.TransactionStatus.IDLE and not live.closed:
                    _roll_back(live)
                raise
            finally:
                self._depth = 0

    def renew(self) -> None:
        """Commit, within `transaction`, and go on in another one, which reads one state.

        What it writes need not be durable when it ends: only what can be worked out again.
        """
        with postgres_errors():
            _say(self._ready(), [(one, []) for one in _RENEWED])

    def close(self) -> None:
        """Let go of the database."""
        if self._live is not None:
            self._live.close()

    def _ready(self) -> psycopg.Connection[Any]:
        live = self._live
        if live is not None and not live.closed:
            return live
        if self._depth:
            raise Unavailable("DATABASE_UNREACHABLE", "the connection broke in a transaction")
        return self._connect()

    def _connect(self) -> psycopg.Connection[Any]:
        with postgres_errors():
            live = psycopg.connect(
                self._conninfo, autocommit=True, cursor_factory=psycopg.RawCursor, row_factory=_rows
            )
            live.prepared_max = PREPARED_MAX
            try:
                _check(live)
                adapt(live.adapters)
                for statement in _SESSION:
                    live.execute(statement)
            except BaseException:
                live.close()
                raise
        self._live = live
        return live


def _asked(statement: str, values: Values) -> tuple[str, list[Any]]:
    text, order = positional(statement)
    if PostgresConnection.watch is not None:
        PostgresConnection.watch(text)
    return text, [values[key] for key in order]  # type: ignore[index]


def _check(live: psycopg.Connection[Any]) -> None:
    encoding = live.info.parameter_status("server_encoding")
    if encoding != "UTF8":
        raise Unavailable(
            "DATABASE_ENCODING", f"the database is encoded in {encoding}; it must be UTF8"
        )


def _say(live: psycopg.Connection[Any], said: Sequence[tuple[str, list[Any]]]) -> None:
    """Run statements in one round trip; a single one without the ceremony of several."""
    if len(said) == 1:
        live.execute(*said[0])
        return
    with live.pipeline():
        for text, arguments in said:
            live.execute(text, arguments)


def _roll_back(live: psycopg.Connection[Any]) -> None:
    try:
        live.execute("ROLLBACK")
    except psycopg.Error:
        # What made us roll back is told; a connection that cannot even do that is done with.
        live.close()


def _with_defaults(address: str) -> str:
    if not address.startswith(SCHEMES):
        raise Refused("DATABASE_FORM", "a database is named postgresql://…")
    try:
        known = conninfo_to_dict(address)
    except psycopg.ProgrammingError as error:
        # Its words may hold the address, and with it a password.
        raise Refused("DATABASE_FORM", "the database's address cannot be read") from error
    missing = {name: value for name, value in _DEFAULTS.items() if name not in known}
    return make_conninfo(address, **missing)


class Row(tuple[Any, ...]):
    """A row, by index and by name."""

    __slots__ = ()
    _places: dict[str, int] = {}  # noqa: RUF012 - made once for each list of names

    @override
    def __getitem__(self, key: Any) -> Any:
        if isinstance(key, str):
            return tuple.__getitem__(self, self._places[key])
        return tuple.__getitem__(self, key)

    def keys(self) -> list[str]:
        """Return the names of the columns."""
        return list(self._places)


@lru_cache(maxsize=1024)
def _row_class(names: tuple[bytes, ...]) -> type[Row]:
    places = {name.decode(): place for place, name in enumerate(names)}
    return type("Row", (Row,), {"__slots__": (), "_places": places})


def _rows(cursor: Any) -> Callable[[Sequence[Any]], Row]:
    result = cursor.pgresult
    if result is None:
        return Row
    # COPY has columns without names.
    return _row_class(tuple(result.fname(place) or b"" for place in range(result.nfields)))
