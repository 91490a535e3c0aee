"""On PostgreSQL: who holds the county lets it go in time, and a young county is planned for."""

from __future__ import annotations

from desktop.server.postgres import PostgresConnection
from desktop.store import exchange
from desktop.store.database import Store
from tests.helpers import engines
from tests.helpers.centre import COUNTY, EAST, TestCentre, enlist, enrol, new_centre, new_station
from tests.helpers.exchanges import ask, outcomes
from tests.helpers.postgres import Cluster

_HEAD = "SELECT case_head FROM centres WHERE county = ?"


def _looked_at_while_sending(centre: TestCentre, store: Store, households: int) -> list[str]:
    """Enrol households, send them, and return what PostgreSQL was told to look at."""
    for _ in range(households):
        enrol(store, EAST, place=exchange.pending_count(store))
    said: list[str] = []
    watch, PostgresConnection.watch = PostgresConnection.watch, said.append
    try:
        assert not set(outcomes(ask(centre.handlers, store))) - {"accepted", "already"}
    finally:
        PostgresConnection.watch = watch
    return [one for one in said if one.startswith("ANALYZE")]


def test_another_writes_to_the_county_while_the_answer_is_read(postgres_cluster: Cluster) -> None:
    with engines.on_postgres(postgres_cluster):
        centre, other = new_centre("one").database, engines.open_database("one")
        assert other.centre.county == COUNTY
        with centre.transaction():
            centre.connection.execute(
                "UPDATE centres SET case_head = 1 WHERE county = ?", (COUNTY,)
            )
            centre.hand_on()
            assert centre.connection.execute(_HEAD, (COUNTY,)).fetchone()[0] == 1
            with other.transaction():
                other.connection.execute(
                    "UPDATE centres SET case_head = 2 WHERE county = ?", (COUNTY,)
                )
            # One state, whoever writes meanwhile.
            assert centre.connection.execute(_HEAD, (COUNTY,)).fetchone()[0] == 1
        assert centre.connection.execute(_HEAD, (COUNTY,)).fetchone()[0] == 2


def test_tables_are_looked_at_while_the_county_grows(postgres_cluster: Cluster) -> None:
    with engines.on_postgres(postgres_cluster):
        centre = new_centre()
        store = new_station(1, division=EAST)
        enlist(store, centre)
        looked_at = _looked_at_while_sending(centre, store, households=61)
        assert not looked_at
        looked_at = _looked_at_while_sending(centre, store, households=5)
        assert [one.split()[0] for one in looked_at] == ["ANALYZE"]
        assert '"people"' in looked_at[0]
        assert not _looked_at_while_sending(centre, store, households=5)
    store.close()
