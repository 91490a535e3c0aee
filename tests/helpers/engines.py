"""Which database the tests' centres lie in: a file, or PostgreSQL, chosen around the test."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop.server.database import CentreDatabase
from desktop.server.postgres import PostgresConnection
from tests.helpers.county_statements import Watch
from tests.helpers.postgres import Cluster

FILE, POSTGRES = ENGINES = ("file", "postgres")

WATCH = Watch()
"""Every statement of the program on PostgreSQL is looked at once, whichever test made it say it."""

_MEMORY = ":memory:"


class _Chosen:
    """Where databases are made now: None for files, else a cluster and what was made there."""

    cluster: Cluster | None = None
    next: int = 0
    made: dict[str, str] = {}  # noqa: RUF012 - emptied around every test
    opened: list[CentreDatabase] = []  # noqa: RUF012 - emptied around every test


@contextmanager
def on_postgres(cluster: Cluster, *, lent: str = "") -> Iterator[None]:
    """Let every centre made in the block lie in ``cluster``.

    ``lent``: the database of the first centre in memory. Fails if the program said something in
    the block that leaves its county.
    """
    _Chosen.cluster, _Chosen.made = cluster, {f"{_MEMORY}0": lent} if lent else {}
    _Chosen.next = 0
    PostgresConnection.watch = WATCH
    try:
        yield
        for address in _Chosen.made.values():
            WATCH.check(address)
    finally:
        PostgresConnection.watch = None
        opened, made = _Chosen.opened, _Chosen.made
        _Chosen.cluster, _Chosen.made, _Chosen.opened = None, {}, []
        for database in opened:
            database.close()
        for address in made.values():
            cluster.take_back(address)


def is_postgres() -> bool:
    """Tell whether centres lie in PostgreSQL now."""
    return _Chosen.cluster is not None


def open_database(path: Path | str = _MEMORY) -> CentreDatabase:
    """Make the centre's database at ``path``, or open it again; in memory always a new one."""
    cluster = _Chosen.cluster
    if cluster is None:
        return CentreDatabase.open(path, None)
    name = _next_in_memory() if path == _MEMORY else str(path)
    if name not in _Chosen.made:
        _Chosen.made[name] = cluster.lend()
    database = CentreDatabase.open_postgres(_Chosen.made[name])
    # Files in memory end with the test by themselves; these do not.
    _Chosen.opened.append(database)
    return database


def new_address() -> str:
    """Return the URL of a new database, empty and lent for the test; only inside `on_postgres`."""
    assert _Chosen.cluster is not None
    name = _next_in_memory()
    _Chosen.made[name] = _Chosen.cluster.lend()
    return _Chosen.made[name]


def _next_in_memory() -> str:
    _Chosen.next += 1
    return f"{_MEMORY}{_Chosen.next - 1}"
