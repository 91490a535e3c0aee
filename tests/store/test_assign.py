"""Many rows written at once are what they would be one by one."""

from __future__ import annotations

import pytest

from desktop.sqlite.assign import assign, assign_rows
from desktop.sqlite.connection import Connection, connect

SHAPE = (("source", "who"), ("row", "note"))


def table() -> Connection:
    made = connect(":memory:", None)
    made.execute(
        "CREATE TABLE listed (source TEXT, who TEXT, row INTEGER, note TEXT,"
        " PRIMARY KEY (source, who)) STRICT"
    )
    return made


def rows_of(connection: Connection) -> list[tuple[object, ...]]:
    return list(map(tuple, connection.execute("SELECT * FROM listed ORDER BY rowid")))


@pytest.mark.parametrize("count", [0, 1, 39, 40, 41, 80, 137])
def test_however_many_rows_each_is_written_once_and_in_order(count: int) -> None:
    # Each third says anew what an earlier one said: the later one stands, where the first stood.
    rows = [("民政", f"n:{place - place % 3 // 2}", place, f"第{place}") for place in range(count)]
    many, single = table(), table()
    assign_rows(many, "listed", SHAPE, rows)
    for source, who, row, note in rows:
        assign(single, "listed", {"source": source, "who": who}, {"row": row, "note": note})
    assert rows_of(many) == rows_of(single)
    assert len(rows_of(many)) == len({row[1] for row in rows})


def test_rows_of_a_key_alone_are_there_once() -> None:
    made = table()
    keys = [("民政", str(place % 50)) for place in range(130)]
    assign_rows(made, "listed", (("source", "who"), ()), keys)
    assert rows_of(made) == [("民政", str(place), None, None) for place in range(50)]
