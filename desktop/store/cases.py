"""Cases and what was said of them, and the rows both sides of a case stand in: rows out, no rules.

The state of a case is the centre's; a decision taken here counts at this desk at once.
"""

from __future__ import annotations

from typing import Any

from desktop.sqlite.connection import Connection
from desktop.sqlite.errors import database_errors
from desktop.store.register import Row

_IN_ORDER = "ORDER BY e.feed IS NULL, e.feed, e.pos"
"""The county's order, and then what is still ours alone: clocks decide nothing."""

_CASES = (
    "SELECT c.*, (SELECT r.decision FROM case_remarks r JOIN events e ON e.id = r.id"  # noqa: S608
    f"  WHERE r.case_id = c.id AND r.decision <> '' {_IN_ORDER} LIMIT 1) AS decision,"
    " (SELECT count(*) FROM case_remarks r WHERE r.case_id = c.id AND r.decision = '') AS comments"
    " FROM cases c"
)


def cases(connection: Connection) -> list[Row]:
    """Return every case this file knows, newest first, with the first decision and comments."""
    return _all(connection, f"{_CASES} ORDER BY c.opened_at DESC, c.rowid DESC")


def case(connection: Connection, case_id: str) -> Row | None:
    """Return one case."""
    found = _all(connection, f"{_CASES} WHERE c.id = ?", case_id)
    return found[0] if found else None


def open_count(connection: Connection) -> int:
    """Return how many cases wait for a decision, as far as this file knows."""
    statement = (
        "SELECT count(*) AS open FROM cases c WHERE c.state = 'open' AND NOT EXISTS"
        " (SELECT 1 FROM case_remarks r WHERE r.case_id = c.id AND r.decision <> '')"
    )
    return int(_all(connection, statement)[0]["open"])


def remarks(connection: Connection, case_id: str) -> list[Row]:
    """Return what was said and decided of a case, in the county's order."""
    statement = (
        "SELECT r.* FROM case_remarks r JOIN events e ON e.id = r.id"  # noqa: S608
        f" WHERE r.case_id = ? {_IN_ORDER}"
    )
    return _all(connection, statement, case_id)


def event(connection: Connection, event_id: str) -> Row | None:
    """Return one event as it is stored."""
    statement = "SELECT station, at, body, hash, signature FROM events WHERE id = ?"
    found = _all(connection, statement, event_id)
    return found[0] if found else None


def registration(connection: Connection, enrollment_id: str) -> Row | None:
    """Return an enrolment with its person, household and receipt."""
    statement = (
        "SELECT e.*, p.name, p.document_type, p.document_number, h.number AS household_number,"
        " h.division, m.receipt_number FROM enrollments e"
        " LEFT JOIN people p ON p.id = e.person_id LEFT JOIN households h ON h.id = e.household_id"
        " LEFT JOIN payments m ON m.id = e.payment_id WHERE e.id = ?"
    )
    found = _all(connection, statement, enrollment_id)
    return found[0] if found else None


def payment(connection: Connection, payment_id: str) -> Row | None:
    """Return a payment with its household."""
    statement = (
        "SELECT m.*, h.number AS household_number, h.division FROM payments m"
        " LEFT JOIN households h ON h.id = m.household_id WHERE m.id = ?"
    )
    found = _all(connection, statement, payment_id)
    return found[0] if found else None


def paid_line(connection: Connection, payment_id: str, enrollment_id: str) -> Row | None:
    """Return what was paid for one enrolment on one payment."""
    statement = "SELECT * FROM payment_lines WHERE payment_id = ? AND enrollment_id = ?"
    found = _all(connection, statement, payment_id, enrollment_id)
    return found[0] if found else None


def place_name(connection: Connection, division: str) -> str:
    """Return a village's name after its township's, as the county stated them; else its code."""
    statement = "SELECT name FROM units WHERE code IN (?, ?) AND name <> '' ORDER BY code"
    found = _all(connection, statement, division[:9] + "000", division)
    return " ".join(row["name"] for row in found) or division


def _all(connection: Connection, statement: str, *values: Any) -> list[Row]:
    with database_errors():
        return list(connection.execute(statement, values))
