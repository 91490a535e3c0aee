"""What goes to the tax authority and came back from it: rows out, no rules."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.sqlite.connection import Connection
from desktop.sqlite.errors import database_errors
from desktop.store.register import Row

_IN_SCOPE = "h.division >= :scope AND h.division < :scope || ':'"

_ROWS_IN_ORDER = (
    "SELECT r.enrollment_id, r.kind, r.amount_fen, r.mark, r.return_code"
    " FROM handover_rows r JOIN handovers b ON b.id = r.batch_id"
    " JOIN enrollments e ON e.id = r.enrollment_id"
    " WHERE b.campaign_year = :year ORDER BY b.rowid, r.row"
)
"""As the batches came to be known here: whoever corrects one has heard of it before, and neither
days nor numbers of two stations tell that."""

_PERSON = (
    "e.id AS enrollment_id, e.status, e.net_fen, e.allowed, e.standard_fen, e.assistance_fen,"
    " e.benefit_year, e.campaign_year, p.id AS person_id, p.name, p.document_type,"
    " p.document_number, h.id AS household_id, h.division, h.number AS household_number"
)


def payable_rows(connection: Connection, scope: str, campaign_year: int) -> Iterator[Row]:
    """Yield every enrolment of a year in a place, with its person and how it was paid, if it was.

    In the order of divisions and households: a tax office reads the list by village.
    """
    statement = (
        f"SELECT {_PERSON}, coalesce(m.method, '') AS method FROM enrollments e"  # noqa: S608
        " JOIN people p ON p.id = e.person_id JOIN households h ON h.id = e.household_id"
        " LEFT JOIN payments m ON m.id = e.payment_id"
        f" WHERE e.campaign_year = :year AND {_IN_SCOPE} ORDER BY h.division, h.number, p.rowid"
    )
    with database_errors():
        yield from connection.execute(statement, {"scope": scope, "year": campaign_year})


def handed_rows(connection: Connection, campaign_year: int) -> Iterator[Row]:
    """Yield every row that went out in a year, oldest first, with its return code."""
    with database_errors():
        yield from connection.execute(_ROWS_IN_ORDER, {"year": campaign_year})


def batch_rows(connection: Connection, batch: str) -> Iterator[Row]:
    """Yield the rows of one batch in order, with the people as the register knows them now."""
    statement = (
        "SELECT r.row, r.kind, r.amount_fen, r.mark, coalesce(r.return_code, '') AS return_code,"  # noqa: S608
        f" coalesce(r.return_message, '') AS return_message, {_PERSON}"
        " FROM handover_rows r JOIN enrollments e ON e.id = r.enrollment_id"
        " JOIN people p ON p.id = e.person_id JOIN households h ON h.id = e.household_id"
        " WHERE r.batch_id = ? ORDER BY r.row"
    )
    with database_errors():
        yield from connection.execute(statement, (batch,))


def batches(connection: Connection, scope: str, campaign_year: int) -> list[Row]:
    """Return the batches that cover something of a place, newest first, with their answers."""
    statement = (
        "SELECT b.*, (SELECT count(*) FROM handover_rows r WHERE r.batch_id = b.id) AS here,"
        " (SELECT count(*) FROM handover_rows r WHERE r.batch_id = b.id"
        "  AND r.return_code > '') AS answered FROM handovers b"
        " WHERE b.campaign_year = :year AND EXISTS (SELECT 1 FROM handover_rows r"
        "  WHERE r.batch_id = b.id AND r.division >= :scope AND r.division < :scope || ':')"
        " ORDER BY b.handed_on DESC, b.number DESC"
    )
    with database_errors():
        return list(connection.execute(statement, {"scope": scope, "year": campaign_year}))


def batch_by_number(connection: Connection, number: str) -> Row | None:
    """Return the batch with this number, or with this id."""
    statement = "SELECT * FROM handovers WHERE number = ? OR id = ?"
    with database_errors():
        row: Row | None = connection.execute(statement, (number, number)).fetchone()
    return row


def own_batches(connection: Connection, station: str) -> int:
    """Return how many batches a station has handed over."""
    statement = "SELECT count(*) FROM handovers WHERE station = ?"
    with database_errors():
        return int(connection.execute(statement, (station,)).fetchone()[0])


def rows_of_batch(connection: Connection, batch: str) -> dict[int, Row]:
    """Return a batch's rows as they stand, by their number."""
    statement = (
        "SELECT row, division, coalesce(return_code, '') AS return_code,"
        " coalesce(return_message, '') AS return_message FROM handover_rows WHERE batch_id = ?"
    )
    with database_errors():
        return {row["row"]: row for row in connection.execute(statement, (batch,))}


def answers(connection: Connection, batch: str) -> list[Row]:
    """Return how many rows of a batch came back with which code."""
    statement = (
        "SELECT coalesce(return_code, '') AS code, count(*) AS rows FROM handover_rows"
        " WHERE batch_id = ? GROUP BY 1 ORDER BY 1"
    )
    with database_errors():
        return list(connection.execute(statement, (batch,)))


def return_codes(connection: Connection) -> list[Row]:
    """Return the county's own table of return codes."""
    with database_errors():
        return list(connection.execute("SELECT code, accepted, zh, en FROM return_codes"))


def file_known(connection: Connection, file: str) -> bool:
    """Tell whether a tax file was read before."""
    with database_errors():
        found = connection.execute("SELECT 1 FROM tax_files WHERE id = ?", (file,)).fetchone()
    return found is not None
