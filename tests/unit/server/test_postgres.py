"""PostgreSQL behind the centre's face: the same rows, the same errors, the same steps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import psycopg
import pytest

from desktop.base.errors import Refused, Unavailable
from desktop.base.ids import SeededIds
from desktop.server import main
from desktop.server.database import SCHEMA_VERSION, CentreDatabase, open_centre
from desktop.server.postgres import PostgresConnection
from desktop.server.postgres_schema import STEPS
from desktop.server.site import Site
from desktop.server.statements import as_kept, positional
from tests.helpers.centre import COUNTY, new_centre
from tests.helpers.postgres import Cluster
from tests.helpers.stations import DAY, fixed_clock

CITUS = Path(__file__).parents[3] / "packaging" / "server" / "citus.sql"


@pytest.fixture
def address(postgres_cluster: Cluster) -> Iterator[str]:
    """An empty database with the centre's tables."""
    lent = postgres_cluster.lend()
    yield lent
    postgres_cluster.take_back(lent)


@pytest.fixture
def bare(postgres_cluster: Cluster) -> Iterator[str]:
    """A database without any table."""
    made = postgres_cluster.new_database(migrated=False)
    yield made
    postgres_cluster.drop(made)


@pytest.fixture
def connection(address: str) -> Iterator[PostgresConnection]:
    opened = PostgresConnection(address)
    yield opened
    opened.close()


def made(site: Site, county: str = COUNTY) -> dict[str, str]:
    return main.init(site, county, DAY, clock=fixed_clock(), ids=SeededIds(1), name="培训县")


@pytest.mark.parametrize(
    ("written", "sent", "order"),
    [
        ("SELECT ?, ?", "SELECT $1, $2", (0, 1)),
        ("a = :b AND c = :d OR :b", "a = $1 AND c = $2 OR $1", ("b", "d")),
        ("SELECT '?', ':a', \"?\", x::text, '''?' WHERE y = ?",
         "SELECT '?', ':a', \"?\", x::text, '''?' WHERE y = $1", (0,)),
        ("SELECT 1", "SELECT 1", ()),
    ],
)  # fmt: skip
def test_marks_become_numbers_and_texts_are_left_alone(
    written: str, sent: str, order: tuple[int | str, ...]
) -> None:
    assert positional(written) == (sent, order)


class TestFace:
    def test_rows_are_read_by_name_and_by_index(self, connection: PostgresConnection) -> None:
        row = connection.execute("SELECT :a AS one, :b AS two", {"a": "x", "b": 2}).fetchone()
        assert (row["one"], row[1], row.keys(), tuple(row)) == ("x", 2, ["one", "two"], ("x", 2))
        assert dict(row) == {"one": "x", "two": 2}

    @pytest.mark.parametrize(
        "value", ["𠮷'\"\\", "", 0, -1, 2**31, -(2**63), 2**63 - 1, b"\x00\xff", None]
    )
    def test_a_value_comes_back_as_it_went(
        self, connection: PostgresConnection, value: object
    ) -> None:
        cast = {str: "text", int: "bigint", bytes: "bytea"}.get(type(value), "text")
        row = connection.execute(f"SELECT ?::{cast}", (value,)).fetchone()
        assert row[0] == value
        assert type(row[0]) is type(value)

    def test_flags_and_sums_are_whole_numbers(self, connection: PostgresConnection) -> None:
        row = connection.execute(
            "SELECT ? + 1, (SELECT sum(n) FROM (VALUES (1::bigint), (2)) AS v (n))", (True,)
        ).fetchone()
        assert tuple(row) == (2, 3)
        assert [type(value) for value in row] == [int, int]

    def test_what_postgresql_cannot_hold_is_shown_for_what_it_is(
        self, connection: PostgresConnection
    ) -> None:
        row = connection.execute("SELECT ?::text", ("a\0b",)).fetchone()
        assert row[0] == "a\u2400b" == as_kept(["a\0b"])[0]

    def test_texts_are_ordered_byte_by_byte(self, connection: PostgresConnection) -> None:
        connection.executemany(
            "INSERT INTO tallies (county, division, enrollments, paid_fen) VALUES (?, ?, 0, 0)",
            [(COUNTY, text) for text in ("b", "A", "王", "a", "B")],
        )
        rows = connection.execute("SELECT division FROM tallies ORDER BY division")
        assert [row[0] for row in rows] == sorted(("b", "A", "王", "a", "B"))

    def test_a_transaction_is_all_or_nothing(self, connection: PostgresConnection) -> None:
        statement = "INSERT INTO tallies (county, division, enrollments, paid_fen) VALUES (?,?,0,0)"
        with pytest.raises(psycopg.errors.UniqueViolation), connection.transaction():
            connection.executemany(statement, [(COUNTY, "x"), (COUNTY, "x")])
        with connection.transaction():
            connection.execute(statement, (COUNTY, "y"))
        assert [row[0] for row in connection.execute("SELECT division FROM tallies")] == ["y"]


class TestFailures:
    def test_a_bug_of_ours_stays_what_it_is(self, connection: PostgresConnection) -> None:
        with pytest.raises(psycopg.errors.UndefinedTable):
            connection.execute("SELECT * FROM nothing_of_the_kind")

    def test_a_broken_connection_is_made_anew(self, connection: PostgresConnection) -> None:
        _cut(connection)
        with pytest.raises(Unavailable, match="DATABASE_UNREACHABLE"):
            connection.execute("SELECT 1")
        assert connection.execute("SELECT 1").fetchone()[0] == 1

    def test_a_transaction_begins_on_a_new_connection_if_the_old_one_broke(
        self, connection: PostgresConnection
    ) -> None:
        _cut(connection)
        with connection.transaction():
            assert connection.execute("SELECT 1").fetchone()[0] == 1

    def test_a_connection_that_breaks_inside_a_transaction_ends_it(
        self, connection: PostgresConnection
    ) -> None:
        def twice() -> None:
            with connection.transaction():
                _cut(connection)
                with pytest.raises(Unavailable):
                    connection.execute("SELECT 1")
                # Not on a new connection: half of the transaction would be missing there.
                connection.execute("SELECT 1")

        with pytest.raises(Unavailable, match="DATABASE_UNREACHABLE"):
            twice()

    def test_a_database_that_is_not_there_is_told(self) -> None:
        with pytest.raises(Unavailable, match="DATABASE_UNREACHABLE"):
            CentreDatabase.open_postgres("postgresql:///nothing?host=/nowhere")

    @pytest.mark.parametrize("address", ["mysql://somewhere", "postgresql:///x?nonsense=1", ""])
    def test_what_names_no_database_is_refused(self, address: str) -> None:
        with pytest.raises(Refused, match="DATABASE_FORM"):
            CentreDatabase.open_postgres(address)

    def test_a_database_that_does_not_exist_is_told(self, postgres_cluster: Cluster) -> None:
        with pytest.raises(Unavailable, match="DATABASE_UNREACHABLE"):
            CentreDatabase.open_postgres(postgres_cluster.address("nothing"))

    def test_another_encoding_is_refused(self, postgres_cluster: Cluster) -> None:
        with psycopg.connect(postgres_cluster.address("postgres"), autocommit=True) as maker:
            maker.execute("CREATE DATABASE latin ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0")
        with pytest.raises(Unavailable, match="DATABASE_ENCODING"):
            CentreDatabase.open_postgres(postgres_cluster.address("latin"))


class TestSteps:
    def test_workers_that_start_together_make_the_tables_once(self, bare: str) -> None:
        with ThreadPoolExecutor(4) as pool:
            for opened in pool.map(lambda _: CentreDatabase.open_postgres(bare), range(4)):
                opened.close()
        with psycopg.connect(bare) as connection:
            names = connection.execute(f"SELECT name FROM {STEPS} ORDER BY number").fetchall()
        assert len(names) == SCHEMA_VERSION
        assert names[0] == ("m001_centre",)

    def test_a_newer_programs_database_is_refused(self, bare: str) -> None:
        CentreDatabase.open_postgres(bare).close()
        with psycopg.connect(bare) as connection:
            connection.execute(f"INSERT INTO {STEPS} VALUES (999, 'of tomorrow')")
        with pytest.raises(Refused, match="DATABASE_NEWER"):
            CentreDatabase.open_postgres(bare)

    def test_the_tables_are_those_of_the_file(self, address: str) -> None:
        file = new_centre().database.connection
        with psycopg.connect(address) as connection:
            there = _columns(connection)
        tables = file.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            " AND name <> '_sqlite_migrations'"
        ).fetchall()
        here = {}
        for (table,) in tables:
            for row in file.execute(f"PRAGMA table_info({table})"):
                required = bool(row["notnull"]) or bool(row["pk"])
                here[table, row["name"]] = (row["type"], required)
        assert there == here

    def test_every_key_begins_with_the_county(self, address: str) -> None:
        """What Citus asks of primary keys and unique indexes of distributed tables."""
        with psycopg.connect(address) as connection:
            rows = connection.execute(
                "SELECT c.relname, i.indisprimary, i.indisunique, a.attname FROM pg_index i"
                " JOIN pg_class c ON c.oid = i.indrelid"
                " JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'"
                " JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]"
                " WHERE c.relname <> %s",
                (STEPS,),
            ).fetchall()
        assert {first for *_, first in rows} == {"county"}
        keyed = {table for table, primary, *_ in rows if primary}
        assert keyed == {table for table, _ in _columns_of(address)}

    def test_the_administrators_file_names_every_table(self, address: str) -> None:
        named = set(re.findall(r"^        '(\w+)',?$", CITUS.read_text("utf-8"), re.MULTILINE))
        assert named | {"centres"} == {table for table, _ in _columns_of(address)}


class TestSite:
    def test_a_county_is_set_up_once(self, address: str, tmp_path: Path) -> None:
        site = Site(tmp_path, address)
        with pytest.raises(Refused, match="CENTRE_NOT_SET_UP"):
            open_centre(site)
        assert made(site)["county"] == COUNTY
        with pytest.raises(Refused, match="CENTRE_EXISTS"):
            made(site)
        opened = open_centre(site)
        assert opened.centre.name == "培训县"
        opened.close()
        assert main.verify(site)["ok"]
        assert not list(tmp_path.iterdir())

    def test_one_database_holds_a_province(self, address: str, tmp_path: Path) -> None:
        for county in (COUNTY, "532301"):
            made(Site(tmp_path, address), county)
        with pytest.raises(Refused, match="COUNTY_NEEDED"):
            open_centre(Site(tmp_path, address))
        opened = open_centre(Site(tmp_path, address, "532301"))
        assert opened.centre.county == "532301"
        opened.close()

    def test_an_address_is_not_shown(self, tmp_path: Path) -> None:
        assert "secret" not in repr(Site(tmp_path, "postgresql://u:secret@host/db"))


def _cut(connection: PostgresConnection) -> None:
    """Break the connection as a database that is restarted does."""
    pid = connection.execute("SELECT pg_backend_pid()").fetchone()[0]
    with psycopg.connect(connection._conninfo, autocommit=True) as other:
        other.execute("SELECT pg_terminate_backend(%s, 5000)", (pid,))


def _columns_of(address: str) -> dict[tuple[str, str], tuple[str, bool]]:
    with psycopg.connect(address) as connection:
        return _columns(connection)


def _columns(connection: psycopg.Connection[Any]) -> dict[tuple[str, str], tuple[str, bool]]:
    kinds = {"text": "TEXT", "bigint": "INTEGER", "bytea": "BLOB"}
    rows = connection.execute(
        "SELECT table_name, column_name, data_type, collation_name, is_nullable"
        " FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> %s",
        (STEPS,),
    ).fetchall()
    assert {collation for *_, kind, collation, _ in rows if kind == "text"} == {"C"}
    return {(table, name): (kinds[kind], nil == "NO") for table, name, kind, _, nil in rows}
