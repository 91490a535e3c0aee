"""Whether a fact about money may touch the record: its numbers are the station's own, and unused.

A fact that may not is kept and becomes a case; nothing about money is ever refused.
"""

from __future__ import annotations

from collections.abc import Iterator

from desktop.domain.events import Event
from desktop.domain.facts import PaymentTaken
from desktop.domain.money_facts import NumbersVoided, PaymentReversed, ReceiptVoided
from desktop.domain.receipt import receipt_number
from desktop.server.cases import Finding
from desktop.sqlite.connection import Connection


def money_clashes(
    connection: Connection,
    event: Event,
    fact: PaymentTaken | PaymentReversed | NumbersVoided | ReceiptVoided,
) -> Iterator[Finding]:
    """Yield why ``fact`` must not touch the record: it would overwrite what is another's."""
    match fact:
        case PaymentTaken():
            yield from _payment_clashes(connection, event, fact)
        case PaymentReversed():
            yield from _payment_clashes(connection, event, fact)
            yield from _undone_already(connection, event, fact.reverses)
        case NumbersVoided():
            yield from _number_clashes(connection, event, fact)
        case ReceiptVoided():
            yield from _undone_already(connection, event, fact.payment)
            yield from _void_clashes(connection, event, fact)


def _payment_clashes(
    connection: Connection, event: Event, fact: PaymentTaken | PaymentReversed
) -> Iterator[Finding]:
    county, receipt = event.county, fact.receipt
    detail = {"payment": fact.payment, "receipt": receipt.number}
    segment = connection.execute(
        "SELECT station, prefix, first, last FROM allocations WHERE county = ? AND segment = ?",
        (county, fact.segment),
    ).fetchone()
    own = (
        segment is not None
        and segment["station"] == event.station
        and segment["first"] <= fact.serial <= segment["last"]
        and receipt.number == receipt_number(segment["prefix"], fact.serial)
    )
    if not own:
        yield Finding("RECEIPT_NOT_ALLOCATED", (event.id,), detail)
    # Two questions, each by a key of its own: in one, an index of neither would serve.
    used = (
        connection.execute(
            "SELECT event_id FROM receipts WHERE county = ? AND number = ?"
            " AND event_id IS NOT NULL",
            (county, receipt.number),
        ).fetchone()
        or connection.execute(
            "SELECT event_id FROM receipts WHERE county = ? AND segment_id = ? AND serial = ?"
            " AND event_id IS NOT NULL",
            (county, fact.segment, fact.serial),
        ).fetchone()
    )
    if used:
        yield Finding("RECEIPT_NUMBER_TWICE", (event.id,), detail | {"other_event": used[0]})
    known = connection.execute(
        "SELECT 1 FROM payments WHERE county = ? AND id = ?", (county, fact.payment)
    ).fetchone()
    if known:
        yield Finding("PAYMENT_TWICE", (event.id,), detail)


def _undone_already(connection: Connection, event: Event, payment: str) -> Iterator[Finding]:
    row = connection.execute(
        "SELECT state, reverses FROM payments WHERE county = ? AND id = ?", (event.county, payment)
    ).fetchone()
    if row is None or row["state"] or row["reverses"]:
        state = row["state"] or "reversal" if row else "unknown"
        yield Finding("UNDONE_TWICE", (event.id,), {"payment": payment, "state": state})


def _void_clashes(connection: Connection, event: Event, fact: ReceiptVoided) -> Iterator[Finding]:
    # A receipt is voided where it was made, before its day is closed; later it is reversed.
    row = connection.execute(
        "SELECT p.station, EXISTS (SELECT 1 FROM closings c WHERE c.county = p.county"
        "  AND c.station = p.station AND c.collector = p.operator AND c.day = p.booked_on)"
        "  AS closed"
        " FROM payments p WHERE p.county = ? AND p.id = ?",
        (event.county, fact.payment),
    ).fetchone()
    if row and (row["station"] != event.station or row["closed"]):
        why = "closed" if row["closed"] else "other_station"
        detail = {"payment": fact.payment, "receipt": fact.number, "why": why}
        yield Finding("VOID_NOT_ALLOWED", (event.id,), detail)


def _number_clashes(connection: Connection, event: Event, fact: NumbersVoided) -> Iterator[Finding]:
    segment = connection.execute(
        "SELECT station, prefix, first, last FROM allocations WHERE county = ? AND segment = ?",
        (event.county, fact.segment),
    ).fetchone()
    own = (
        segment is not None
        and (segment["station"], segment["prefix"]) == (event.station, fact.prefix)
        and segment["first"] <= fact.first <= fact.last <= segment["last"]
    )
    detail = {"segment": fact.segment, "first": fact.first, "last": fact.last}
    if not own:
        yield Finding("RECEIPT_NOT_ALLOCATED", (event.id,), detail)
    used = connection.execute(
        "SELECT number FROM receipts WHERE county = ? AND segment_id = ? AND event_id IS NOT NULL"
        " AND serial BETWEEN ? AND ? LIMIT 1",
        (event.county, fact.segment, fact.first, fact.last),
    ).fetchone()
    if used:
        yield Finding("RECEIPT_NUMBER_TWICE", (event.id,), detail | {"number": used[0]})
