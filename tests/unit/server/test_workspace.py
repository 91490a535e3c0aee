"""What a statement touches, and that taking a batch in costs a few questions, not some an event."""

from __future__ import annotations

import pytest

from desktop.server.postgres import PostgresConnection
from desktop.server.statement_shape import Reading, Writing, shape_of
from desktop.server.statements import copy_line
from desktop.server.verify import verify
from desktop.store import exchange
from tests.helpers import engines
from tests.helpers.centre import EAST, enlist, enrol, meet, new_centre, new_station
from tests.helpers.exchanges import ask, outcomes
from tests.helpers.line_faults import amend
from tests.helpers.postgres import Cluster
from tests.helpers.stations import take_payment


class TestShapes:
    def test_a_question_says_which_columns_equal_what(self) -> None:
        shape = shape_of(
            "SELECT h.id FROM people t JOIN households h ON h.county = t.county"
            " AND h.id = t.household_id WHERE t.county = ? AND t.seen <= ? AND t.id = ?"
        )
        assert isinstance(shape, Reading)
        people, households = shape.references["t"], shape.references["h"]
        assert (people.table, people.given) == ("people", {"id": 2})
        assert households.joined == [("id", "t", "household_id")]
        assert not households.given

    def test_a_change_says_which_row(self) -> None:
        upsert = shape_of(
            'INSERT INTO "people" ("county", "id", "name", "sex") VALUES (?, ?, \'x\', ?)'
            ' ON CONFLICT("county", "id") DO UPDATE SET "name" = excluded."name"'
        )
        assert isinstance(upsert, Writing)
        assert (upsert.table, upsert.may_exist) == ("people", True)
        assert (upsert.key["id"], upsert.key["name"], upsert.key["sex"]) == (1, None, 2)
        update = shape_of("UPDATE cases SET state = 'x', decision = ? WHERE county = ? AND id = ?")
        assert isinstance(update, Writing)
        assert update.key == {"county": 1, "id": 2}

    @pytest.mark.parametrize(
        "statement",
        [
            "SELECT 1 FROM people WHERE county = ? AND (id = ? OR name = ?)",
            "SELECT 1 FROM people WHERE county = ? UNION SELECT 1 FROM people WHERE county = ?",
            "SELECT 1 FROM people WHERE county = ? AND NOT (id = ?)",
            "SELECT 1 FROM people a JOIN people a ON a.id = ?",
            "SELECT id FROM people p JOIN households h ON id = ?",
            "INSERT INTO people (county, id) SELECT county, id FROM households",
            "UPDATE registrations SET counter = ? WHERE county = ? AND counter < ?",
            "DELETE FROM people WHERE county = ? AND id = ?",
        ],
    )
    def test_what_cannot_be_told_is_left_to_the_database(self, statement: str) -> None:
        assert shape_of(statement) is None


@pytest.mark.parametrize(
    ("value", "text"),
    [(None, "\\N"), (7, "7"), (b"\x00\xff", "\\\\x00ff"), ("a\tb\\\n\0", "a\\tb\\\\\\n\u2400")],
)
def test_a_value_is_copied_so_that_it_comes_back(value: object, text: str) -> None:
    assert copy_line((value,)) == text


def test_values_that_are_hard_to_copy_come_back(postgres_cluster: Cluster) -> None:
    address = postgres_cluster.lend()
    connection = PostgresConnection(address)
    rows = [("539999", f"{place}\t\\N\n'\"王𠮷", place, -place) for place in range(3)]
    connection.copy("tallies", ("county", "division", "enrollments", "paid_fen"), rows)
    found = connection.execute("SELECT * FROM tallies ORDER BY enrollments").fetchall()
    connection.close()
    postgres_cluster.take_back(address)
    assert [tuple(row) for row in found] == rows


def test_a_batch_costs_a_few_questions(postgres_cluster: Cluster) -> None:
    said: list[str] = []
    with engines.on_postgres(postgres_cluster):
        centre = new_centre()
        store = new_station(1, division=EAST)
        enlist(store, centre)
        for place in range(20):
            take_payment(store, enrol(store, EAST, place=place))
        PostgresConnection.watch = said.append
        reply = ask(centre.handlers, store)
        assert outcomes(reply) == ["accepted"] * 42
        # A few for each table, however many events; the same statement pipelined counts each time.
        assert len(said) < 80
        said.clear()
        assert outcomes(ask(centre.handlers, store, events=exchange.outgoing(store, 100).events))
        assert len(said) < 40
        PostgresConnection.watch = None
        meet(store, centre)
        centre.database.close()
    store.close()


@pytest.mark.parametrize("engine", engines.ENGINES, indirect=True)
def test_a_character_postgresql_lacks_keeps_nobody_from_being_enrolled(engine: str) -> None:
    centre = new_centre()
    store = new_station(1, division=EAST)
    enlist(store, centre)
    saved = enrol(store, EAST, household="a household\0of that name")
    assert {one.outcome for one in ask(centre.handlers, store).verdicts} == {"accepted"}
    take_payment(store, saved)
    amend(store, saved.household.id, address="1\0")
    assert not set(outcomes(ask(centre.handlers, store))) - {"accepted", "already"}
    found = verify(centre.database)
    assert found["ok"], found["findings"]
    shown = centre.database.connection.execute("SELECT address FROM households").fetchone()[0]
    assert shown == ("1\u2400" if engine == engines.POSTGRES else "1\0")
    store.close()
