"""Paid enrolments counted by what the fiscal subsidy depends on: rows out, no rules."""

from __future__ import annotations

from desktop.sqlite.connection import Connection
from desktop.sqlite.errors import database_errors
from desktop.store.register import Row


def paid_headcounts(connection: Connection, campaign_year: int) -> list[Row]:
    """Return how many persons of a campaign year have paid, per county and kind of person."""
    statement = (
        "SELECT substr(h.division, 1, 6) AS county, coalesce(p.student, '') AS student,"
        " coalesce(p.residence_permit, 0) AS residence_permit, count(*) AS headcount"
        " FROM enrollments e JOIN people p ON p.id = e.person_id"
        " JOIN households h ON h.id = e.household_id"
        " WHERE e.campaign_year = ? AND e.status = 'paid'"
        " GROUP BY 1, 2, 3 ORDER BY 1, 2, 3"
    )
    with database_errors():
        return list(connection.execute(statement, (campaign_year,)))
