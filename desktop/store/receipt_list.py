"""The receipts a list shows: by day, collector, method, state or what somebody remembers of one."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.sqlite.connection import Connection
from desktop.sqlite.errors import database_errors
from desktop.store.register import Row

_STATE = (
    "CASE WHEN p.state = 'voided' THEN 'voided' WHEN p.reverses > '' THEN 'reversal'"
    " WHEN p.state = 'reversed' THEN 'reversed' ELSE 'valid' END"
)
_FROM = (
    " FROM receipts r JOIN payments p ON p.id = r.payment_id"
    " LEFT JOIN households h ON h.id = p.household_id"
)
_UNPRINTED = "coalesce(r.prints, 0) = 0 AND p.state IS NULL AND p.station = :station"


@dataclass(frozen=True, slots=True)
class ReceiptsWanted:
    """Which receipts; what is empty does not narrow."""

    day: str = ""
    """Legal day it counts in or was taken on, ISO."""
    collector: str = ""
    method: str = ""
    state: str = ""
    """``valid``, ``voided``, ``reversed``, ``reversal`` or ``unprinted``."""
    words: str = ""
    """Part of a number, of a payer's or an insured person's name, or a household's number."""


def receipts_wanted(
    connection: Connection, wanted: ReceiptsWanted, station: str, limit: int
) -> list[Row]:
    """Return receipts with payment and household, newest first."""
    where, values = _where(wanted, station)
    statement = (
        "SELECT r.number, r.prints, r.amount_fen, r.household_id, r.void_reason, p.taken_at,"  # noqa: S608
        " p.method, p.payer, p.operator, p.station, p.booked_on, p.late, h.number AS household,"
        f" {_STATE} AS state,"
        " (SELECT o.receipt_number FROM payments o"
        "  WHERE o.id = coalesce(nullif(p.reverses, ''), p.reversed_by)) AS other"
        f"{_FROM}{where} ORDER BY p.taken_at DESC, r.number DESC LIMIT :limit"
    )
    with database_errors():
        return list(connection.execute(statement, values | {"limit": limit}))


def receipt_sums(connection: Connection, wanted: ReceiptsWanted, station: str) -> Row:
    """Return ``count`` of what is wanted and its ``amount_fen``; what was voided adds nothing."""
    where, values = _where(wanted, station)
    statement = (
        "SELECT count(*) AS count, coalesce(sum("
        "CASE WHEN p.state IS 'voided' THEN 0 ELSE p.amount_fen END), 0)"
        f" AS amount_fen{_FROM}{where}"
    )
    with database_errors():
        row: Row = connection.execute(statement, values).fetchone()
    return row


def unprinted(connection: Connection, station: str) -> list[str]:
    """Return the station's receipts no paper has come out of yet, oldest first."""
    statement = f"SELECT r.number{_FROM} WHERE {_UNPRINTED} ORDER BY p.taken_at, r.number"
    with database_errors():
        return [row["number"] for row in connection.execute(statement, {"station": station})]


def collectors(connection: Connection) -> list[str]:
    """Return who has taken money, as this file knows it."""
    with database_errors():
        rows = connection.execute("SELECT DISTINCT operator FROM payments ORDER BY operator")
        return [row["operator"] for row in rows]


def _where(wanted: ReceiptsWanted, station: str) -> tuple[str, dict[str, object]]:
    values: dict[str, object] = {"station": station}
    parts = []
    if wanted.day:
        # What was taken after the closing is looked for on the day it was taken, too.
        parts.append("(p.booked_on = :day OR (p.late AND date(p.taken_at, '+8 hours') = :day))")
        values["day"] = wanted.day
    for column, value in (
        ("p.operator", wanted.collector),
        ("p.method", wanted.method),
    ):
        if value:
            name = column[2:]
            parts.append(f"{column} = :{name}")
            values[name] = value
    if wanted.state == "unprinted":
        parts.append(_UNPRINTED)
    elif wanted.state:
        parts.append(f"{_STATE} = :state")
        values["state"] = wanted.state
    if wanted.words:
        parts.append(
            "(instr(r.number, :words) OR instr(p.payer, :words) OR h.number = :words"
            " OR EXISTS (SELECT 1 FROM payment_lines l JOIN people o ON o.id = l.person_id"
            "  WHERE l.payment_id = p.id AND instr(o.name, :words)))"
        )
        values["words"] = wanted.words
    return (f" WHERE {' AND '.join(parts)}" if parts else ""), values
