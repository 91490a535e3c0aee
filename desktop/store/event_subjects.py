"""Which events name whom: the history of a household without reading the whole chain.

An event's body names people, households and enrolments by their ids. The first digits of each id
lead to the events; the whole id is then looked for in the body, so that two ids that begin alike
cost a look and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from desktop.domain.events import Event
from desktop.sqlite.assign import assign_rows
from desktop.sqlite.connection import Connection
from desktop.sqlite.errors import database_errors
from desktop.store.register import Row

_ID_DIGITS = 32
_HEX_DIGITS = b"0123456789abcdef"
_HEX_RUN = re.compile(rb"[0-9a-f]{%d,}" % _ID_DIGITS)
_LED_BY = 15
"""Hex digits: as many as a number of the file holds. Ids begin with their time, so that what was
written together stands together."""


def index_event(connection: Connection, pos: int, event: Event, body: bytes) -> None:
    """Note whom an event at ``pos`` names, besides itself and its station; in a transaction."""
    own = {event.id.encode(), event.station.encode()}
    named = {_key(one) for one in _ids(body) if one not in own}
    shape = (("subject", "pos"), ())
    assign_rows(connection, "event_subjects", shape, [(key, pos) for key in sorted(named)])


def events_naming(
    connection: Connection, subjects: Iterable[str], *, after: int = 0, limit: int = -1
) -> list[Row]:
    """Return the events whose body names one of the ids ``subjects``, oldest first.

    Ids are 32 random hex digits, so a name found in a body is no accident.
    """
    wanted = list(dict.fromkeys(one for one in subjects if one))
    if not wanted:
        return []
    led = ", ".join("?" for _ in wanted)
    named = " OR ".join("instr(body, CAST(? AS BLOB)) > 0" for _ in wanted)
    statement = (
        "SELECT pos, id, station, seq, type, at, body, hash, signature FROM events"  # noqa: S608
        f" WHERE pos IN (SELECT pos FROM event_subjects WHERE subject IN ({led}) AND pos > ?)"
        f" AND ({named}) ORDER BY feed IS NULL, feed, pos LIMIT ?"
    )
    keys = [_key(one.encode()) for one in wanted]
    with database_errors():
        return list(connection.execute(statement, (*keys, after, *wanted, limit)))


def _ids(body: bytes) -> set[bytes]:
    """Return every run of exactly as many hex digits as an id has: nearly all are whole texts."""
    texts = [one for one in body.split(b'"') if len(one) >= _ID_DIGITS]
    ids = {one for one in texts if len(one) == _ID_DIGITS and not one.strip(_HEX_DIGITS)}
    for text in texts:
        if len(text) > _ID_DIGITS:
            # A run begins where its digits begin: none that is found is the end of a longer one.
            ids |= {one for one in _HEX_RUN.findall(text) if len(one) == _ID_DIGITS}
    return ids


def _key(subject: bytes) -> int:
    return int(subject[:_LED_BY], 16)
