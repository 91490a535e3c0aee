"""Both sides of a person or of money that is there twice, as a case tells them to either township.

A case travels without names and numbers of people: the other township learns where and when the
person was registered and what was paid, and whether the names are written alike, no more.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from desktop.sqlite.connection import Connection

Side = dict[str, object]


def enrollment_sides(
    connection: Connection, county: str, enrollments: Sequence[str]
) -> dict[str, object]:
    """Return what a case of ``enrollments`` says of each, in their order."""
    rows = [_enrollment(connection, county, one) for one in enrollments]
    names = {row["name"] for row in rows if row}
    return {"sides": [_said(row) for row in rows], "same_name": int(len(names) == 1)}


def payment_sides(
    connection: Connection, county: str, payments: Sequence[str]
) -> dict[str, object]:
    """Return what a case of ``payments`` says of each, in their order."""
    return {"sides": [_said(_payment(connection, county, one)) for one in payments]}


def divisions_of(detail: dict[str, object]) -> tuple[str, ...]:
    """Return the divisions that the sides of a case's detail lie in."""
    sides = detail["sides"]
    assert isinstance(sides, list)
    return tuple(dict.fromkeys(side["division"] for side in sides if side.get("division")))


def _said(row: Any) -> Side:
    if row is None:
        return {}
    return {name: row[name] for name in row.keys() if name != "name" and row[name] is not None}  # noqa: SIM118 - a row


def _enrollment(connection: Connection, county: str, enrollment: str) -> Any:
    return connection.execute(
        "SELECT h.division, h.number, e.registered_on, e.status, e.net_fen,"
        " m.receipt_number AS receipt, p.name FROM enrollments e"
        " LEFT JOIN people p ON p.county = e.county AND p.id = e.person_id"
        " LEFT JOIN households h ON h.county = e.county AND h.id = e.household_id"
        " LEFT JOIN payments m ON m.county = e.county AND m.id = e.payment_id"
        " WHERE e.county = ? AND e.id = ?",
        (county, enrollment),
    ).fetchone()


def _payment(connection: Connection, county: str, payment: str) -> Any:
    return connection.execute(
        "SELECT m.taken_at AS at, r.name AS station, m.receipt_number AS receipt, m.amount_fen,"
        " m.method, h.number, h.division FROM payments m"
        " LEFT JOIN households h ON h.county = m.county AND h.id = m.household_id"
        " LEFT JOIN registrations r ON r.county = m.county AND r.station = m.station"
        " WHERE m.county = ? AND m.id = ?",
        (county, payment),
    ).fetchone()
