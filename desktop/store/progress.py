"""What a campaign has come to, counted by village and by day: rows out, no rules.

Every count walks one covering index and looks each household up once, so that a county of half a
million is counted in a second or two, on whatever connection the caller brings.
"""

from __future__ import annotations

from desktop.sqlite.connection import Connection
from desktop.sqlite.errors import database_errors
from desktop.store.register import Row

_VILLAGE = "substr(h.division, 1, 12)"
_LIVE = "y.state IS NULL AND y.reverses = ''"
"""Neither voided nor reversed, and not itself a reversal."""

_IN_SCOPE = " h.division >= :scope AND h.division < :scope || ':'"
# ":" follows "9": the range is every code that begins with the scope's digits.


def people_by_village(connection: Connection, scope: str) -> list[Row]:
    """Return how many living people the register holds per village: ``division``, ``people``."""
    statement = (
        f"SELECT {_VILLAGE} AS division, sum(g.people) AS people FROM ("  # noqa: S608
        " SELECT household_id, count(*) AS people FROM people"
        "  WHERE household_id > '' AND coalesce(survival, '1') <> '2' GROUP BY household_id"
        f") g JOIN households h ON h.id = g.household_id WHERE {_IN_SCOPE} GROUP BY 1 ORDER BY 1"
    )
    return _all(connection, statement, {"scope": scope})


def enrollments_by_village(connection: Connection, scope: str, campaign_year: int) -> list[Row]:
    """Return enrolments of a campaign year per village and status, with their money in fen.

    Columns: ``division``, ``status``, ``people``, ``assisted``, ``assistance_fen``, ``net_fen``.
    """
    statement = (
        f"SELECT {_VILLAGE} AS division, g.status, sum(g.people) AS people,"  # noqa: S608
        " sum(g.assisted) AS assisted, sum(g.assistance_fen) AS assistance_fen,"
        " sum(g.net_fen) AS net_fen FROM ("
        " SELECT household_id, status, count(*) AS people,"
        "  sum(coalesce(assistance_fen, 0) > 0) AS assisted,"
        "  sum(coalesce(assistance_fen, 0)) AS assistance_fen,"
        "  sum(coalesce(net_fen, 0)) AS net_fen FROM enrollments"
        "  WHERE campaign_year = :year AND status IN ('registered', 'paid')"
        "  GROUP BY household_id, status"
        f") g JOIN households h ON h.id = g.household_id WHERE {_IN_SCOPE} GROUP BY 1, 2"
        " ORDER BY 1, 2"
    )
    return _all(connection, statement, {"scope": scope, "year": campaign_year})


def reasons_by_village(connection: Connection, scope: str, campaign_year: int) -> list[Row]:
    """Return the noted reasons for not enrolling per village: ``division``, ``reason``, ``people``.

    Whoever is enrolled after all, or has left the register, no longer counts.
    """
    statement = (
        f"SELECT {_VILLAGE} AS division, n.reason, count(*) AS people"  # noqa: S608
        # In the order of people's ids: their pages are then met one after the other.
        " FROM not_enrolled n INDEXED BY idx_not_enrolled_counted"
        " JOIN people p ON p.id = n.person_id JOIN households h ON h.id = p.household_id"
        " WHERE n.campaign_year = :year AND n.reason > '' AND coalesce(p.survival, '1') <> '2'"
        f" AND {_IN_SCOPE} AND NOT EXISTS (SELECT 1 FROM enrollments e"
        "  WHERE e.person_id = n.person_id AND e.campaign_year = n.campaign_year"
        "  AND e.status IN ('registered', 'paid'))"
        " GROUP BY 1, 2 ORDER BY 1, 2"
    )
    return _all(connection, statement, {"scope": scope, "year": campaign_year})


def payments_by_day(
    connection: Connection, scope: str, campaign_year: int, since: str
) -> list[Row]:
    """Return what was taken per legal day (UTC+8) from the instant ``since`` on.

    Columns: ``day``, ``receipts``, ``people``, ``paid_fen``, ``assistance_fen``.
    """
    statement = (
        "SELECT date(y.taken_at, '+8 hours') AS day, count(DISTINCT y.id) AS receipts,"  # noqa: S608
        " count(CASE WHEN l.adjustment_id IS NULL THEN l.enrollment_id END) AS people,"
        " coalesce(sum(l.paid_fen), 0) AS paid_fen,"
        " coalesce(sum(l.assistance_fen), 0) AS assistance_fen"
        " FROM payments y JOIN households h ON h.id = y.household_id"
        " LEFT JOIN payment_lines l ON l.payment_id = y.id"
        f" WHERE y.taken_at >= :first AND y.campaign_year = :year AND {_LIVE} AND {_IN_SCOPE}"
        " GROUP BY 1 ORDER BY 1"
    )
    values = {"scope": scope, "year": campaign_year, "first": since}
    return _all(connection, statement, values)


def people_paid_since(
    connection: Connection, scope: str, campaign_year: int, since: str
) -> list[Row]:
    """Return how many people were paid for from the instant ``since`` on, per village."""
    statement = (
        f"SELECT {_VILLAGE} AS division,"  # noqa: S608
        " count(CASE WHEN l.adjustment_id IS NULL THEN l.enrollment_id END) AS people"
        " FROM payments y"
        " JOIN payment_lines l ON l.payment_id = y.id JOIN households h ON h.id = y.household_id"
        f" WHERE y.taken_at >= :first AND y.campaign_year = :year AND {_LIVE} AND {_IN_SCOPE}"
        " GROUP BY 1 ORDER BY 1"
    )
    return _all(connection, statement, {"scope": scope, "year": campaign_year, "first": since})


def assistance_by_identity(connection: Connection, scope: str, campaign_year: int) -> list[Row]:
    """Return the paid and assisted per identity: ``identity``, ``people``, ``assistance_fen``."""
    statement = (
        "SELECT e.assistance_identity AS identity, count(*) AS people,"  # noqa: S608
        " sum(e.assistance_fen) AS assistance_fen FROM enrollments e"
        " JOIN households h ON h.id = e.household_id"
        " WHERE e.campaign_year = :year AND e.status = 'paid' AND e.assistance_fen > 0"
        f" AND {_IN_SCOPE} GROUP BY 1 ORDER BY 1"
    )
    return _all(connection, statement, {"scope": scope, "year": campaign_year})


def targets(connection: Connection, scope: str, campaign_year: int) -> list[Row]:
    """Return the population figures set for the units under ``scope``."""
    statement = (
        "SELECT division, residents, employees, target FROM targets"
        " WHERE campaign_year = :year AND division >= :scope AND division < :scope || ':'"
        " ORDER BY division"
    )
    return _all(connection, statement, {"scope": scope, "year": campaign_year})


def _all(connection: Connection, statement: str, values: dict[str, object]) -> list[Row]:
    with database_errors():
        return list(connection.execute(statement, values))
