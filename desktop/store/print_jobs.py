"""Papers on their way to a printer: promised, tried, stuck or out. This machine's own, no event."""

from __future__ import annotations

from desktop.sqlite.connection import Connection
from desktop.sqlite.errors import database_errors
from desktop.store.register import Row

PRINTED_KEPT = 500
"""Rows of papers that came out, for looking back; that they did is in the events for good."""

_OPEN = (
    "SELECT j.* FROM print_jobs j JOIN receipts r ON r.number = j.number"
    " JOIN payments p ON p.id = r.payment_id"
    " WHERE j.state != 'printed' AND p.state IS NOT 'voided'"
)


def open_jobs(connection: Connection) -> list[Row]:
    """Return what has not come out, longest promised first; of voided receipts nothing is owed."""
    with database_errors():
        return list(connection.execute(f"{_OPEN} ORDER BY j.asked_at, j.number"))


def job(connection: Connection, job_id: str) -> Row | None:
    """Return one job."""
    with database_errors():
        row: Row | None = connection.execute(
            "SELECT * FROM print_jobs WHERE id = ?", (job_id,)
        ).fetchone()
    return row


def open_job(connection: Connection, number: str) -> Row | None:
    """Return the job of a receipt that has not come out."""
    with database_errors():
        row: Row | None = connection.execute(
            "SELECT * FROM print_jobs WHERE number = ? AND state != 'printed'", (number,)
        ).fetchone()
    return row


def begin(
    connection: Connection, job_id: str, number: str, copy: int, paper: str, at: str, operator: str
) -> None:
    """Note, inside a transaction, that a receipt is being printed; its open job goes on."""
    connection.execute(
        "INSERT INTO print_jobs VALUES (?, ?, ?, ?, '', 'printing', '', '', 1, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET copy = excluded.copy, paper = excluded.paper,"
        " state = 'printing', reason = '', details = '', tries = tries + 1,"
        " changed_at = excluded.changed_at, operator = excluded.operator",
        (job_id, number, copy, paper, at, at, operator),
    )


def end(connection: Connection, job_id: str, printer: str, at: str) -> None:
    """Note, inside a transaction, that a paper came out of ``printer``."""
    connection.execute(
        "UPDATE print_jobs SET state = 'printed', printer = ?, reason = '', details = '',"
        " changed_at = ? WHERE id = ?",
        (printer, at, job_id),
    )


def fail(connection: Connection, job_id: str, reason: str, details: str, at: str) -> None:
    """Note, inside a transaction, why a paper that was being printed did not come out."""
    connection.execute(
        "UPDATE print_jobs SET state = 'failed', reason = ?, details = ?, changed_at = ?"
        " WHERE id = ? AND state = 'printing'",
        (reason, details, at, job_id),
    )


def settle(connection: Connection, number: str, copy: int, at: str) -> None:
    """Note, inside a transaction, that a promised paper came out another way (a file, in bulk)."""
    connection.execute(
        "UPDATE print_jobs SET state = 'printed', reason = '', details = '', changed_at = ?"
        " WHERE number = ? AND copy <= ? AND state NOT IN ('printed', 'printing')",
        (at, number, copy),
    )


def drop(connection: Connection, job_id: str) -> None:
    """Forget a job, inside a transaction."""
    connection.execute("DELETE FROM print_jobs WHERE id = ?", (job_id,))


def interrupt(connection: Connection, reason: str, at: str) -> int:
    """Stop, inside a transaction, what the program was printing when it ended; say how many."""
    changed: int = connection.execute(
        "UPDATE print_jobs SET state = 'failed', reason = ?, details = '', changed_at = ?"
        " WHERE state = 'printing'",
        (reason, at),
    ).rowcount
    connection.execute(
        "DELETE FROM print_jobs WHERE state = 'printed' AND id NOT IN"
        " (SELECT id FROM print_jobs WHERE state = 'printed'"
        "  ORDER BY changed_at DESC LIMIT ?)",
        (PRINTED_KEPT,),
    )
    return changed
