"""The counting connection: reads beside the writer, one state at a time, and stops when told."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.base.clock import SystemClock
from desktop.base.ids import SystemIds
from desktop.sqlite.connection import Connection, transaction
from desktop.store.database import Store
from desktop.store.reading import Reading
from tests.helpers.patience import LIMIT_S

ENDLESS = (
    "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n)"
    " SELECT count(*) FROM n WHERE x < 0"
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store.open(tmp_path / "station.db", b"k" * 32, clock=SystemClock(), ids=SystemIds())
    yield made
    made.close()


def _settings(connection: Connection) -> int:
    return int(connection.execute("SELECT count(*) FROM settings").fetchone()[0])


def test_what_one_piece_of_work_reads_is_one_state_of_the_file(store: Store) -> None:
    reading = Reading(store)

    def work(connection: Connection) -> tuple[int, int]:
        before = _settings(connection)
        with transaction(store.connection):
            store.set_setting("counted.meanwhile", "1")
        return before, _settings(connection)

    found = reading.ask(work)
    assert found is not None
    assert found[0] == found[1]
    assert reading.ask(_settings) == found[0] + 1
    reading.close()


def test_it_cannot_write(store: Store) -> None:
    reading = Reading(store)
    with pytest.raises(Exception, match="readonly") as refused:
        reading.ask(lambda connection: connection.execute("DELETE FROM settings"))
    assert refused.type.__name__ == "OperationalError"
    # The connection still reads after a failure.
    assert reading.ask(_settings) is not None
    reading.close()


def test_what_nobody_wants_is_not_begun_and_what_nobody_waits_for_ends(store: Store) -> None:
    reading = Reading(store)
    assert reading.ask(_settings, lambda: False) is None
    looks = iter([True] * 3)
    assert (
        reading.ask(
            lambda connection: connection.execute(ENDLESS).fetchone(), lambda: next(looks, False)
        )
        is None
    )
    assert reading.ask(_settings) is not None
    reading.close()


def test_another_thread_ends_it_for_good(store: Store) -> None:
    reading = Reading(store)
    begun = threading.Event()
    answers: list[object] = []

    def work(connection: Connection) -> object:
        begun.set()
        return connection.execute(ENDLESS).fetchone()

    def run() -> None:
        answers.append(reading.ask(work))
        reading.close()

    thread = threading.Thread(target=run)
    thread.start()
    assert begun.wait(LIMIT_S)
    reading.stop()
    thread.join(LIMIT_S)
    assert not thread.is_alive()
    assert answers == [None]
    assert reading.ask(_settings) is None
