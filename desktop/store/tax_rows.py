"""The tax authority's paid rows beside our enrolments and receipts: rows out, no rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop.sqlite.connection import Connection
from desktop.sqlite.errors import database_errors
from desktop.store.register import Row

_HERE = "t.division >= :scope AND t.division < :scope || ':'"

_MATCHED = (
    "SELECT t.*, e.id AS enrollment_id, e.status, e.net_fen, e.allowed, e.household_id,"
    " p.id AS person_id, p.name AS person_name, h.division AS household_division,"
    " (SELECT count(DISTINCT n.person_id) FROM person_numbers n"
    "  WHERE n.number = t.document_number) AS people,"
    " m.method, m.external_number, m.receipt_number, m.id AS payment_id,"
    " (SELECT l.paid_fen FROM payment_lines l WHERE l.payment_id = m.id"
    "  AND l.enrollment_id = e.id) AS booked_fen"
    " FROM tax_rows t"
    " LEFT JOIN person_numbers n ON n.number = t.document_number"
    " LEFT JOIN people p ON p.id = n.person_id"
    " LEFT JOIN enrollments e ON e.person_id = p.id AND e.campaign_year = t.campaign_year"
    "  AND e.status IN ('registered', 'paid')"
    " LEFT JOIN households h ON h.id = coalesce(e.household_id, p.household_id)"
    " LEFT JOIN payments m ON m.id = e.payment_id"
)
"""A row with its person and the living enrolment of its year, if there are such."""


def tax_rows(
    connection: Connection,
    scope: str,
    campaign_year: int,
    through: str = "",
    *,
    document: str = "",
) -> Iterator[Row]:
    """Yield the paid rows of a place up to a day, those of one enrolment side by side, by day.

    ``document`` narrows to one person's.
    """
    statement = (
        f"{_MATCHED} WHERE t.campaign_year = :year AND {_HERE}"
        f"{' AND t.document_number = :document' if document else ''}"
        " AND (:through = '' OR t.paid_on <= :through)"
        " ORDER BY coalesce(e.id, t.document_number), t.paid_on, t.voucher, t.id, p.id"
    )
    values = {"scope": scope, "year": campaign_year, "through": through, "document": document}
    with database_errors():
        yield from connection.execute(statement, values)


def tax_row(connection: Connection, row: str) -> Row | None:
    """Return one paid row as it stands in the record."""
    with database_errors():
        found: Row | None = connection.execute(
            "SELECT * FROM tax_rows WHERE id = ?", (row,)
        ).fetchone()
    return found


def known_rows(connection: Connection, rows: Sequence[str]) -> set[str]:
    """Return which of these ids are on record."""
    found: set[str] = set()
    with database_errors():
        for start in range(0, len(rows), 500):
            some = rows[start : start + 500]
            marks = ", ".join("?" for _ in some)
            statement = f"SELECT id FROM tax_rows WHERE id IN ({marks})"  # noqa: S608
            found |= {row[0] for row in connection.execute(statement, tuple(some))}
    return found


def divisions_of(connection: Connection, numbers: Sequence[str]) -> dict[str, str]:
    """Return where the people known by these numbers live, by number; strangers are left out."""
    found: dict[str, str] = {}
    with database_errors():
        for start in range(0, len(numbers), 500):
            some = numbers[start : start + 500]
            marks = ", ".join("?" for _ in some)
            statement = (
                "SELECT n.number, h.division FROM person_numbers n"  # noqa: S608
                " JOIN people p ON p.id = n.person_id JOIN households h ON h.id = p.household_id"
                f" WHERE n.number IN ({marks}) ORDER BY n.number, p.id DESC"
            )
            found |= {row[0]: row[1] for row in connection.execute(statement, tuple(some))}
    return found


def tax_receipts(
    connection: Connection, scope: str, campaign_year: int, through: str
) -> Iterator[Row]:
    """Yield what our receipts say the tax channel took: a line for each person and voucher.

    Reversals are negative; lines that a reversal has undone add up to nothing and are left out.
    """
    statement = (
        "SELECT l.enrollment_id, m.external_number AS voucher, sum(l.paid_fen) AS amount_fen,"
        " max(m.receipt_number) AS receipt_number, l.person_id, p.name, p.document_number,"
        " m.household_id, h.division FROM payments m"
        " JOIN payment_lines l ON l.payment_id = m.id JOIN households h ON h.id = m.household_id"
        " LEFT JOIN people p ON p.id = l.person_id"
        " WHERE m.campaign_year = :year AND m.method = 'tax' AND m.state IS NOT 'voided'"
        " AND h.division >= :scope AND h.division < :scope || ':'"
        " AND CASE WHEN m.paid_on > '' THEN m.paid_on ELSE m.booked_on END <= :through"
        " GROUP BY l.enrollment_id, m.external_number HAVING sum(l.paid_fen) <> 0"
        " ORDER BY h.division, l.enrollment_id, m.external_number"
    )
    values = {"scope": scope, "year": campaign_year, "through": through}
    with database_errors():
        yield from connection.execute(statement, values)


def tax_enrollments(
    connection: Connection, scope: str, campaign_year: int, through: str
) -> Iterator[Row]:
    """Yield the enrolments that rest on a payment through the tax channel, with its voucher."""
    statement = (
        "SELECT e.id AS enrollment_id, e.net_fen AS amount_fen, m.external_number AS voucher"
        " FROM enrollments e JOIN payments m ON m.id = e.payment_id"
        " JOIN households h ON h.id = m.household_id"
        " WHERE e.campaign_year = :year AND e.status = 'paid' AND m.method = 'tax'"
        " AND h.division >= :scope AND h.division < :scope || ':'"
        " AND CASE WHEN m.paid_on > '' THEN m.paid_on ELSE m.booked_on END <= :through"
    )
    values = {"scope": scope, "year": campaign_year, "through": through}
    with database_errors():
        yield from connection.execute(statement, values)
