"""Approvals of local values as the centre sees them: by whom, of what, and beside what else.

An approval is never refused: desks heed only one that is another person's and of the value as it
stands. What an honest program would not have signed is a case.
"""

from __future__ import annotations

from collections.abc import Iterator

from desktop.domain.events import Event
from desktop.domain.local_values import LocalValue, LocalValueBook, value_from_row
from desktop.server.cases import Finding
from desktop.sqlite.connection import Connection

MAY_APPROVE = ("policy", "supervisor")


def doubtful_approvals(connection: Connection, event: Event, value_id: str) -> Iterator[Finding]:
    """Yield what a person must look at once ``event`` has approved a value."""
    book = known_values(connection, event.county)
    value = book.get(value_id)
    if value is None or not value.counts or role_of(connection, event) not in (None, *MAY_APPROVE):
        detail = {"local_value": value_id, "operator": event.operator}
        yield Finding("LOCAL_VALUE_APPROVAL", (event.id,), detail)
        return
    for other in _beside(book, value):
        pair = sorted((value.id, other.id))
        yield Finding("LOCAL_VALUES_OVERLAP", tuple(pair), {"local_values": pair})


def known_values(connection: Connection, county: str) -> LocalValueBook:
    """Return every local value the county's record holds."""
    rows = connection.execute("SELECT * FROM local_values WHERE county = ?", (county,))
    values = (value_from_row(row) for row in rows)
    return LocalValueBook(value for value in values if value is not None)


def _beside(book: LocalValueBook, value: LocalValue) -> Iterator[LocalValue]:
    """Yield what else holds in the same place on some of the same days.

    Two desks that did not know of each other can both have approved one.
    """
    for other in book.values:
        same = other.id != value.id and other.place == value.place
        if same and other.overlaps(value.valid_from, value.last_day):
            yield other


def role_of(connection: Connection, event: Event) -> str | None:
    """Return the role of an event's operator; None if nobody told it.

    The county's own word comes first: a station can say of anybody what it likes.
    """
    known = connection.execute(
        "SELECT role FROM directory WHERE county = ? AND operator = ?",
        (event.county, event.operator),
    ).fetchone()
    if known:
        return str(known["role"])
    row = connection.execute(
        "SELECT role FROM operators WHERE county = ? AND station = ? AND operator = ?",
        (event.county, event.station, event.operator),
    ).fetchone()
    return row["role"] if row else None
