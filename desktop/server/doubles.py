"""What the centre sees that no desk could: the same person twice, the same number twice.

Nothing here refuses anything. Checks before the effects say whether an event may touch the record
at all (`clashes`); checks after them say what a person must look at (`doubles`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from desktop.domain.events import Event
from desktop.domain.facts import (
    MEMBERS_MAX,
    EnrollmentsRepriced,
    HouseholdSaved,
    LocalValueApproved,
    PaymentTaken,
    PeopleMoved,
    SegmentReceived,
)
from desktop.domain.handover_facts import PayablesHanded
from desktop.domain.money_facts import (
    NumbersVoided,
    PaymentReversed,
    ReceiptVoided,
    RefundDecided,
)
from desktop.domain.roster_facts import EnrollmentsVoided
from desktop.server.approvals import doubtful_approvals
from desktop.server.cases import Finding
from desktop.server.double_sides import divisions_of, enrollment_sides, payment_sides
from desktop.server.given_back import given_back_twice
from desktop.server.handed_twice import handed_twice
from desktop.server.money_clashes import money_clashes
from desktop.sqlite.connection import Connection


def clashes(connection: Connection, event: Event, *, training: bool) -> Iterator[Finding]:
    """Yield why ``event`` must not touch the record: it would overwrite what is another's.

    ``training``: stations of a training centre may bring receipt numbers of their own.
    """
    fact = event.fact
    match fact:
        case SegmentReceived():
            yield from _segment_clashes(connection, event, fact, training=training)
        case PaymentTaken() | PaymentReversed() | NumbersVoided() | ReceiptVoided():
            yield from money_clashes(connection, event, fact)
        case _:
            return


def revived_by(connection: Connection, event: Event) -> tuple[str, ...]:
    """Return the voided enrolments that ``event``, not yet in the record, brings money for."""
    fact = event.fact
    if not isinstance(fact, PaymentTaken):
        return ()
    voided = "SELECT 1 FROM enrollments WHERE county = ? AND id = ? AND status = 'voided'"
    return tuple(
        line.enrollment
        for line in fact.receipt.lines
        if not line.adjustment
        and connection.execute(voided, (event.county, line.enrollment)).fetchone()
    )


def doubles(
    connection: Connection, event: Event, revived: tuple[str, ...] = ()
) -> Iterator[Finding]:
    """Yield what the record, with ``event`` already in it, shows twice.

    ``revived``: what `revived_by` found before.
    """
    fact = event.fact
    match fact:
        case HouseholdSaved() | PeopleMoved():
            stated = tuple(enrollment.id for enrollment in fact.enrollments)
            people = tuple(person.id for person in fact.people)
            yield from _enrolled_twice(
                connection, event, (*stated, *_of(connection, event, people))
            )
            yield from _changed_after_payment(connection, event, stated)
        case PaymentTaken():
            lines = fact.receipt.lines
            whole = tuple(line.enrollment for line in lines if not line.adjustment)
            yield from _paid_twice(connection, event, fact.payment, whole)
            yield from _settled_twice(connection, event, fact.payment, fact.receipt.settles)
            yield from _paid_after_void(connection, event, fact.payment, revived)
            if len(lines) > MEMBERS_MAX:
                yield Finding("EVENT_LIMITS", (event.id,), {"lines": len(lines)})
        case LocalValueApproved():
            yield from doubtful_approvals(connection, event, fact.id)
        case EnrollmentsRepriced() | EnrollmentsVoided():
            yield from _changed_after_payment(connection, event, _changed_by(fact))
        case PayablesHanded():
            yield from handed_twice(connection, event, fact)
        case PaymentReversed() | ReceiptVoided() | RefundDecided():
            yield from given_back_twice(connection, event, fact)
        case _:
            return


def _segment_clashes(
    connection: Connection, event: Event, fact: SegmentReceived, *, training: bool
) -> Iterator[Finding]:
    row = connection.execute(
        "SELECT station, prefix, first, last FROM allocations WHERE county = ? AND segment = ?",
        (event.county, fact.segment),
    ).fetchone()
    if row and tuple(row) == (event.station, fact.prefix, fact.first, fact.last):
        return
    overlap = connection.execute(
        "SELECT 1 FROM allocations WHERE county = ? AND prefix = ? AND first <= ? AND last >= ?",
        (event.county, fact.prefix, fact.last, fact.first),
    ).fetchone()
    if row or overlap or not training:
        yield Finding("SEGMENT_NOT_ALLOCATED", (event.id,), {"segment": fact.segment})


def _enrolled_twice(
    connection: Connection, event: Event, enrollments: tuple[str, ...]
) -> Iterator[Finding]:
    for enrollment in dict.fromkeys(enrollments):
        for row in _same_person_same_year(connection, event.county, enrollment):
            pair = sorted((enrollment, row["id"]))
            detail: dict[str, object] = {
                "enrollments": pair,
                "households": sorted(
                    text for text in (row["household_id"], row["own_household"]) if text
                ),
                "campaign_year": row["campaign_year"],
            }
            detail |= enrollment_sides(connection, event.county, pair)
            yield Finding(
                "DUPLICATE_ENROLLMENT", (enrollment, row["id"]), detail, divisions_of(detail)
            )


def _paid_twice(
    connection: Connection, event: Event, payment: str, enrollments: tuple[str, ...]
) -> Iterator[Finding]:
    for enrollment in enrollments:
        for other in _other_payments(connection, event.county, enrollment, payment):
            pair = sorted((payment, other))
            detail = {"payments": pair} | payment_sides(connection, event.county, pair)
            yield Finding("PAID_TWICE", (*pair, enrollment), detail, divisions_of(detail))


def _paid_after_void(
    connection: Connection, event: Event, payment: str, revived: tuple[str, ...]
) -> Iterator[Finding]:
    """One desk took the money for what another, unheard of, had taken back: it is paid again.

    Meanwhile the person may have been enrolled anew, as nothing stood against it then.
    """
    for enrollment in revived:
        detail = {"enrollment": enrollment, "payment": payment}
        yield Finding("PAID_AFTER_VOID", (event.id, enrollment), detail)
    yield from _enrolled_twice(connection, event, revived)


def _settled_twice(
    connection: Connection, event: Event, payment: str, differences: tuple[str, ...]
) -> Iterator[Finding]:
    """Two desks that could not hear of each other took the same difference."""
    for difference in differences:
        rows = connection.execute(
            "SELECT l.payment_id FROM payment_lines l"
            " JOIN payments p ON p.county = l.county AND p.id = l.payment_id"
            " WHERE l.county = ? AND l.adjustment_id = ? AND l.payment_id <> ?"
            "  AND p.state IS NULL AND p.reverses = ''"
            " ORDER BY l.payment_id LIMIT 16",
            (event.county, difference, payment),
        )
        for row in rows:
            pair = sorted((payment, row[0]))
            detail = {"payments": pair} | payment_sides(connection, event.county, pair)
            yield Finding("PAID_TWICE", (*pair, difference), detail, divisions_of(detail))


def _changed_by(fact: EnrollmentsRepriced | EnrollmentsVoided) -> tuple[str, ...]:
    if isinstance(fact, EnrollmentsVoided):
        return fact.enrollments
    return tuple(enrollment.id for enrollment in fact.enrollments)


def _changed_after_payment(
    connection: Connection, event: Event, enrollments: tuple[str, ...]
) -> Iterator[Finding]:
    for enrollment in enrollments:
        rows = connection.execute(
            "SELECT e.status, e.net_fen, l.paid_fen, l.payment_id"
            " FROM enrollments e JOIN payment_lines l"
            " ON l.county = e.county AND l.enrollment_id = e.id"
            " JOIN payments p ON p.county = l.county AND p.id = l.payment_id"
            "  AND p.state IS NULL AND p.reverses = '' AND l.adjustment_id IS NULL"
            " WHERE e.county = ? AND e.id = ? ORDER BY l.payment_id",
            (event.county, enrollment),
        )
        row = next((one for one in rows if _is_changed(one)), None)
        if row:
            yield Finding(
                "CHANGED_AFTER_PAYMENT",
                (event.id, enrollment),
                {"enrollment": enrollment, "payment": row["payment_id"], "status": row["status"]},
            )


def _is_changed(row: Any) -> bool:
    """Tell whether an enrolment is no longer what a payment was for."""
    return row["status"] not in (None, "paid") or row["net_fen"] != row["paid_fen"]


def _same_person_same_year(connection: Connection, county: str, enrollment: str) -> list[Any]:
    """Return other living enrolments of the same identity number and campaign year."""
    own = connection.execute(
        "SELECT e.household_id, e.campaign_year, p.document_type, p.document_number"
        " FROM enrollments e JOIN people p ON p.county = e.county AND p.id = e.person_id"
        " WHERE e.county = ? AND e.id = ? AND e.status IN ('registered', 'paid')",
        (county, enrollment),
    ).fetchone()
    if own is None or not own["document_number"]:
        return []
    # In two steps: in one, SQLite without statistics walks every enrolment of the county.
    rows: list[Any] = connection.execute(
        "SELECT o.id, o.household_id, o.payment_id, o.campaign_year, ? AS own_household"
        " FROM people q JOIN enrollments o ON o.county = q.county AND o.person_id = q.id"
        " WHERE q.county = ? AND q.document_number = ? AND q.document_type = ?"
        "  AND o.campaign_year = ? AND o.id <> ? AND o.status IN ('registered', 'paid')"
        " ORDER BY o.id LIMIT 16",
        (
            own["household_id"],
            county,
            own["document_number"],
            own["document_type"],
            own["campaign_year"],
            enrollment,
        ),
    ).fetchall()
    return rows


def _other_payments(
    connection: Connection, county: str, enrollment: str, payment: str
) -> list[str]:
    """Return other payments that stand for the same identity number and campaign year.

    Whatever became of the enrolments meanwhile: money taken twice is money taken twice.
    """
    own = connection.execute(
        "SELECT e.campaign_year, p.document_type, p.document_number FROM enrollments e"
        " LEFT JOIN people p ON p.county = e.county AND p.id = e.person_id"
        " WHERE e.county = ? AND e.id = ?",
        (county, enrollment),
    ).fetchone()
    same = [enrollment]
    if own is not None and own["document_number"]:
        rows = connection.execute(
            "SELECT o.id FROM people q JOIN enrollments o"
            " ON o.county = q.county AND o.person_id = q.id WHERE q.county = ?"
            " AND q.document_number = ? AND q.document_type = ? AND o.campaign_year = ?"
            " AND o.id <> ? ORDER BY o.id LIMIT 16",
            (
                county,
                own["document_number"],
                own["document_type"],
                own["campaign_year"],
                enrollment,
            ),
        )
        same += [row[0] for row in rows]
    found: dict[str, None] = {}
    for one in same:
        rows = connection.execute(
            "SELECT l.payment_id FROM payment_lines l"
            " JOIN payments p ON p.county = l.county AND p.id = l.payment_id"
            " WHERE l.county = ? AND l.enrollment_id = ? AND l.payment_id <> ?"
            "  AND p.state IS NULL AND p.reverses = '' AND l.adjustment_id IS NULL"
            " ORDER BY l.payment_id LIMIT 16",
            (county, one, payment),
        )
        found |= dict.fromkeys(row[0] for row in rows)
    return list(found)


def _of(connection: Connection, event: Event, people: tuple[str, ...]) -> list[str]:
    found: list[str] = []
    for person in people:
        rows = connection.execute(
            "SELECT id FROM enrollments WHERE county = ? AND person_id = ? ORDER BY id LIMIT 64",
            (event.county, person),
        )
        found += [row[0] for row in rows]
    return found
