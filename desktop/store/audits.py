"""What the built-in checks read: rows out; what of them is a finding is decided above."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.sqlite.connection import Connection
from desktop.sqlite.errors import database_errors
from desktop.store.register import Row

_COLUMNS = (
    "p.id AS person_id, p.name, p.document_number, p.identities, p.survival, p.died_on,"
    " p.birth_date, h.id AS household_id, h.number AS household_number, h.division,"
    " e.id AS enrollment_id, e.status, e.net_fen, e.assistance_fen, e.assistance_identity,"
    " e.cover_from"
)
_IN_SCOPE = "h.division >= :scope AND h.division < :scope || ':'"
_LIVING = "e.campaign_year = :year AND e.status IN ('registered', 'paid')"
_ENROLLED = (
    f"SELECT {_COLUMNS} FROM enrollments e JOIN people p ON p.id = e.person_id"  # noqa: S608
    f" JOIN households h ON h.id = e.household_id WHERE {_LIVING} AND {_IN_SCOPE}"
)
_ORDER = " ORDER BY h.division, h.number, p.rowid"

_QUERIES = {
    "assisted": f"{_ENROLLED} AND e.assistance_fen > 0{_ORDER}",
    "dead": f"{_ENROLLED} AND p.survival = '2'{_ORDER}",
    # Of one number, or one name and birthday, all stand side by side.
    "same_number": (
        f"SELECT {_COLUMNS}, n.number AS shared FROM person_numbers n"  # noqa: S608
        " JOIN people p ON p.id = n.person_id JOIN enrollments e ON e.person_id = p.id"
        f" JOIN households h ON h.id = e.household_id WHERE {_LIVING}"
        " AND n.number IN (SELECT m.number FROM person_numbers m JOIN enrollments f"
        "  ON f.person_id = m.person_id AND f.campaign_year = :year"
        "  AND f.status IN ('registered', 'paid') GROUP BY m.number HAVING count(*) > 1)"
        " ORDER BY n.number, p.id, e.id"
    ),
    "same_name": (
        f"SELECT {_COLUMNS}, p.name || ' ' || p.birth_date AS shared FROM people p"  # noqa: S608
        " JOIN enrollments e ON e.person_id = p.id JOIN households h ON h.id = e.household_id"
        f" WHERE {_LIVING} AND (p.name, p.birth_date) IN (SELECT q.name, q.birth_date"
        "  FROM people q JOIN enrollments f ON f.person_id = q.id AND f.campaign_year = :year"
        "  AND f.status IN ('registered', 'paid') WHERE q.birth_date > ''"
        "  GROUP BY q.name, q.birth_date HAVING count(*) > 1)"
        " ORDER BY p.name, p.birth_date, p.id, e.id"
    ),
    "paid_not_handed": (
        f"{_ENROLLED} AND e.status = 'paid' AND e.net_fen > 0"  # noqa: S608
        " AND NOT EXISTS (SELECT 1 FROM handover_rows r WHERE r.enrollment_id = e.id)"
        f"{_ORDER}"
    ),
    "handed_unpaid": (
        f"{_ENROLLED} AND e.status = 'registered' AND EXISTS"  # noqa: S608
        " (SELECT 1 FROM handover_rows r"
        f" WHERE r.enrollment_id = e.id){_ORDER}"
    ),
    "listed": (
        f"SELECT {_COLUMNS}, l.source, l.held, b.as_of FROM list_people l"  # noqa: S608
        " JOIN list_batches b ON b.id = l.batch_id JOIN people p ON p.id = l.person_id"
        " JOIN households h ON h.id = p.household_id"
        " LEFT JOIN enrollments e ON e.person_id = p.id AND e.campaign_year = :year"
        "  AND e.status IN ('registered', 'paid')"
        " WHERE l.state = 'held' AND l.held > '[]' AND b.kind = 'identity'"
        f" AND coalesce(p.survival, '1') <> '2' AND {_IN_SCOPE}{_ORDER}"
    ),
}


def audit_rows(connection: Connection, query: str, scope: str, campaign_year: int) -> Iterator[Row]:
    """Yield what one query of the checks reads, by its name."""
    with database_errors():
        yield from connection.execute(_QUERIES[query], {"scope": scope, "year": campaign_year})


def listed_identities(connection: Connection) -> Iterator[Row]:
    """Yield who is held on which department's list with which identities, wherever they live."""
    statement = (
        "SELECT l.person_id, l.held FROM list_people l JOIN list_batches b ON b.id = l.batch_id"
        " WHERE l.state = 'held' AND l.held > '[]' AND b.kind = 'identity'"
    )
    with database_errors():
        yield from connection.execute(statement)


def last_answers(connection: Connection, campaign_year: int) -> Iterator[Row]:
    """Yield the rows that went out in a year, oldest first, with what came back."""
    statement = (
        "SELECT r.enrollment_id, r.kind, coalesce(r.return_code, '') AS return_code,"
        " coalesce(r.return_message, '') AS return_message, b.number, r.row"
        " FROM handover_rows r JOIN handovers b ON b.id = r.batch_id"
        " WHERE b.campaign_year = ? ORDER BY b.rowid, r.row"
    )
    with database_errors():
        yield from connection.execute(statement, (campaign_year,))


def enrolled(connection: Connection, scope: str, campaign_year: int) -> Iterator[Row]:
    """Yield everybody enrolled in a place."""
    values = {"scope": scope, "year": campaign_year}
    with database_errors():
        yield from connection.execute(f"{_ENROLLED}{_ORDER}", values)


def findings(connection: Connection, check: str, campaign_year: int) -> dict[str, Row]:
    """Return what a check ever found in a year, by id."""
    statement = (
        "SELECT id, state, round, division, person_id, household_id, enrollment_id, found_on,"
        " mended_on FROM audit_findings WHERE check_name = ? AND campaign_year = ?"
    )
    with database_errors():
        rows = connection.execute(statement, (check, campaign_year))
        return {row["id"]: row for row in rows}


def runs(connection: Connection, campaign_year: int) -> list[Row]:
    """Return when each check was last put on record, and how many it found then, by township."""
    statement = (
        "SELECT check_name, division, ran_on, standing FROM audit_runs WHERE campaign_year = ?"
    )
    with database_errors():
        return list(connection.execute(statement, (campaign_year,)))
