"""Every enrolment of a campaign year with the facts it is priced by: rows out, no rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from desktop.sqlite.connection import Connection
from desktop.sqlite.errors import database_errors
from desktop.store.register import Row

_PRICED_BY = (
    "substr(h.division, 1, 6) AS county, e.status = 'paid' AS paid, e.registered_on,"
    " CASE e.status WHEN 'paid' THEN date(y.taken_at, '+8 hours') ELSE :today END AS day,"
    " p.birth_date, e.tier, p.identities, p.circumstances, p.other_cover, p.student,"
    " p.residence_permit, p.local_hukou, coalesce(l.standard_fen, e.standard_fen) AS standard_fen,"
    " coalesce(l.assistance_fen, e.assistance_fen) AS assistance_fen,"
    " coalesce(l.paid_fen, e.net_fen) AS net_fen,"
    " e.assistance_identity, e.allowed, e.benefit_year, "
)
"""In the order of `desktop.domain.repricing.Stored`. A legal day is a day of UTC+8; what was paid
is what the payment says."""

_UNASKED = "NULL AS cover_history, NULL AS covered_here"
_COVER = (
    "p.cover_history, (SELECT json_group_array(b.benefit_year) FROM enrollments b"
    " WHERE b.person_id = e.person_id AND b.campaign_year < e.campaign_year"
    " AND b.status = 'paid') AS covered_here"
)
"""Earlier years' cover: read only where the law counts years, for it tells people apart."""

_FROM = (
    " FROM enrollments e JOIN people p ON p.id = e.person_id"
    " JOIN households h ON h.id = e.household_id LEFT JOIN payments y ON y.id = e.payment_id"
    " LEFT JOIN payment_lines l ON l.payment_id = e.payment_id AND l.enrollment_id = e.id"
)
_LIVING = " WHERE e.campaign_year = :year AND e.status IN ('registered', 'paid')"


def count_enrollments(connection: Connection, campaign_year: int) -> int:
    """Return how many enrolments of a campaign year are registered or paid."""
    statement = (
        "SELECT count(*) FROM enrollments WHERE campaign_year = ?"
        " AND status IN ('registered', 'paid')"
    )
    with database_errors():
        count: int = connection.execute(statement, (campaign_year,)).fetchone()[0]
    return count


def priced_by(
    connection: Connection, campaign_year: int, today: str, *, cover: bool
) -> Iterator[tuple[Any, ...]]:
    """Yield, for every registered or paid enrolment, its row number and the facts of `Stored`.

    ``cover``: earlier years' cover is among them.
    """
    with database_errors():
        cursor = connection.cursor()
        # Plain tuples: half a million named rows would cost more than reading them.
        cursor.row_factory = None
        values = {"year": campaign_year, "today": today}
        asked = _COVER if cover else _UNASKED
        cursor.execute(f"SELECT e.rowid, {_PRICED_BY}{asked}{_FROM}{_LIVING}", values)
        while rows := cursor.fetchmany(1_000):
            yield from rows


def enrollment_details(
    connection: Connection, rows: Sequence[int], today: str, *, cover: bool
) -> list[Row]:
    """Return the named rows (as `priced_by` numbers them) whole, by their numbers."""
    marks = ", ".join(str(int(row)) for row in rows)
    statement = (
        "SELECT e.rowid AS number, e.id, e.household_id, e.person_id, e.payment_id,"
        f" {_PRICED_BY}{_COVER if cover else _UNASKED}{_FROM} WHERE e.rowid IN ({marks})"
    )
    with database_errors():
        return list(connection.execute(statement, {"today": today}))


def approved_differences(connection: Connection, campaign_year: int) -> dict[int, int]:
    """Return, by enrolment row number, what approved and decided differences come to in fen.

    Positive: due back to the person; negative: to be collected.
    """
    statement = (
        "SELECT e.rowid AS number, sum(CASE coalesce(a.decision, a.kind)"
        "  WHEN 'none' THEN 0"
        "  WHEN 'collect' THEN -coalesce(a.decision_fen, a.amount_fen)"
        "  ELSE coalesce(a.decision_fen, a.amount_fen) END) AS fen"
        " FROM adjustments a JOIN enrollments e ON e.id = a.enrollment_id"
        " WHERE a.campaign_year = ? AND (a.state = 'approved' OR a.decision IS NOT NULL)"
        " GROUP BY e.rowid"
    )
    with database_errors():
        return {
            row["number"]: row["fen"] for row in connection.execute(statement, (campaign_year,))
        }


def noted(connection: Connection, adjustment_id: str) -> bool:
    """Tell whether a difference is on record."""
    with database_errors():
        row = connection.execute(
            "SELECT 1 FROM adjustments WHERE id = ?", (adjustment_id,)
        ).fetchone()
    return row is not None
