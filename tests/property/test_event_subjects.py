"""Whoever an event's bytes name is found: ids stand alone, between quotes, or within other text."""

from __future__ import annotations

import re
import sqlite3

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.events import GENESIS, Event
from desktop.domain.roster_facts import MaskLifted
from desktop.store.event_subjects import index_event

DIGITS = 15
ID = re.compile(rb"(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])")
RUNS = st.text("0123456789abcdef", min_size=31, max_size=33)
PIECES = RUNS | st.sampled_from(('"', ":", ",", "list", "g", "[", "ab", "户"))
EVENT = Event(
    id="a" * 32, county="539999", station="b" * 32, seq=1, at="2021-11-15T08:00:00Z", operator="",
    law="", protocol=1, prev=GENESIS, fact=MaskLifted(person="", field="", reason="r"),
    seen=0,
)  # fmt: skip


@given(st.lists(PIECES, max_size=20).map("".join))
def test_every_id_in_an_event_is_noted_wherever_it_stands(text: str) -> None:
    body = f'{text}"{EVENT.id}"'.encode()
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute(
            "CREATE TABLE event_subjects"
            " (subject INTEGER NOT NULL, pos INTEGER NOT NULL, PRIMARY KEY (subject, pos))"
        )
        index_event(connection, 7, EVENT, body)
        noted = {row[0] for row in connection.execute("SELECT subject FROM event_subjects")}
    finally:
        connection.close()
    named = set(ID.findall(body)) - {EVENT.id.encode(), EVENT.station.encode()}
    assert noted == {int(one[:DIGITS], 16) for one in named}
