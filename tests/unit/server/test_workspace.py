"""What a statement touches, and that taking a batch in costs a few questions, not some an event."""

from __future__ import annotations

from typing import ClassVar

import pytest

from desktop.server.database import CentreDatabase
from desktop.server.postgres import PostgresConnection
from desktop.server.statement_plan import Change, Given, Link, Question, plan_of
from desktop.server.statement_shape import Reading, Writing, shape_of
from desktop.server.statements import array_text
from desktop.server.verify import verify
from desktop.server.workspace_tables import Tables
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
    ("column", "text"),
    [
        ((7, None, -1), "{7, NULL, -1}"),
        (("a", "b"), '{"a","b"}'),
        (("a\tb\n", 'c"\\'), '{"a\tb\n","c\\"\\\\"}'),
        (("NULL", None, "\0"), '{"NULL",NULL,"\u2400"}'),
        (("",), '{""}'),
        (('","', "x"), '{"\\",\\"","x"}'),
        ((b"\x00\xff", None), '{"\\\\x00ff",NULL}'),
    ],
)
def test_a_column_is_one_array(column: tuple[object, ...], text: str) -> None:
    assert array_text(column) == text


def test_values_that_are_hard_to_write_come_back(postgres_cluster: Cluster) -> None:
    address = postgres_cluster.lend()
    connection = PostgresConnection(address)
    rows = [("539999", f'{place}\t\\N\n{{}}\'","王𠮷NULL', place, -place) for place in range(3)]
    tables = Tables(CentreDatabase.open(":memory:", None).connection)
    connection.gather([*tables.writing("tallies", "539999", rows, ())])
    changed = [(*row[:2], row[2] + 10, row[3]) for row in rows]
    connection.gather([*tables.writing("tallies", "539999", (), changed)])
    asked = tables.select("tallies", "539999", {("division",): [(row[1],) for row in rows]})
    found = connection.gather([asked])[0]
    connection.close()
    postgres_cluster.take_back(address)
    assert sorted(tuple(row) for row in found) == changed


class TestPlans:
    KEYS: ClassVar = {
        "people": ("id",),
        "households": ("id",),
        "feed": ("position",),
        "centres": (),
    }

    def plan(self, statement: str) -> Question | Change | None:
        return plan_of(statement, self.KEYS.__getitem__)

    def test_a_question_goes_from_what_is_given_along_links(self) -> None:
        plan = self.plan(
            "SELECT h.id FROM people t JOIN households h ON h.county = t.county"
            " AND h.id = t.household_id WHERE t.county = ? AND t.name = ? AND t.id = ?"
        )
        assert plan == Question(
            (Given("people", ("id", "name"), (2, 1)),),
            (Link("people", ("household_id",), "households", ("id",)),),
        )

    def test_a_table_of_one_row_is_had_whole(self) -> None:
        plan = self.plan("SELECT feed_head FROM centres WHERE county = ?")
        assert plan == Question((Given("centres", (), ()),), ())

    def test_a_question_without_a_narrow_way_is_left_to_the_database(self) -> None:
        assert self.plan("SELECT 1 FROM people WHERE county = ? AND name > ?") is None
        assert self.plan("INSERT INTO people (county, name) VALUES (?, ?)") is None

    def test_a_change_tells_what_a_link_leads_to_from_then_on(self) -> None:
        to_household = Link("people", ("household_id",), "households", ("id",))
        to_name = Link("people", ("name",), "households", ("name",))
        new = self.plan("INSERT INTO people (county, id, household_id) VALUES (?, ?, ?)")
        fixed = self.plan("INSERT INTO people (county, id, household_id) VALUES (?, ?, 'x')")
        moved = self.plan("UPDATE people SET household_id = ? WHERE county = ? AND id = ?")
        told = self.plan(
            "INSERT INTO people (county, id, household_id, name) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (county, id) DO UPDATE SET household_id = excluded.household_id,"
            " name = people.name || excluded.name"
        )
        assert isinstance(new, Change)
        assert isinstance(fixed, Change)
        assert isinstance(moved, Change)
        assert isinstance(told, Change)
        assert new.row is None
        assert told.row == Given("people", ("id",), (1,))
        assert new.names(to_household) == (2,)
        assert new.names(to_name) == ()
        assert fixed.names(to_household) is None
        assert moved.names(to_household) is None
        assert moved.names(to_name) == ()
        assert told.names(to_household) == (2,)
        assert told.names(to_name) is None


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
