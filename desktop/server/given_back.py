"""Whether money goes back twice: a refund that was granted, and the payment undone whole."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.domain.events import Event
from desktop.domain.money_facts import PaymentReversed, ReceiptVoided, RefundDecided
from desktop.server.cases import Finding
from desktop.sqlite.connection import Connection


def given_back_twice(
    connection: Connection, event: Event, fact: PaymentReversed | ReceiptVoided | RefundDecided
) -> Iterator[Finding]:
    """Yield every granted refund of a payment that does not stand, with ``event`` in the record.

    Two desks that could not hear of each other did it; both facts stand, and a person looks.
    """
    if isinstance(fact, RefundDecided):
        which, key = "f.id = ?", fact.id
    else:
        undone = fact.reverses if isinstance(fact, PaymentReversed) else fact.payment
        which, key = "f.payment_id = ?", undone
    rows = connection.execute(
        "SELECT f.id, f.payment_id, f.amount_fen, p.receipt_number, p.amount_fen AS paid_fen"  # noqa: S608
        " FROM refunds f JOIN payments p ON p.county = f.county AND p.id = f.payment_id"
        f" WHERE f.county = ? AND {which} AND f.decision = 'approved' AND p.state IS NOT NULL"
        " ORDER BY f.id LIMIT 16",
        (event.county, key),
    ).fetchall()
    for row in rows:
        detail = {
            "payment": row["payment_id"],
            "receipt": row["receipt_number"],
            "refund": row["id"],
            "granted_fen": row["amount_fen"],
            "paid_fen": row["paid_fen"],
        }
        yield Finding("GIVEN_BACK_TWICE", (row["payment_id"], row["id"]), detail)
