"""What an event does to the tables: a pure function, the same at the desk and at the centre.

Every effect assigns columns of one row named by its key. The tables of both ends are the fold of
these over the events, so rebuilding them is running the same function again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import msgspec
from msgspec import UNSET

from desktop.domain.events import Event
from desktop.domain.facts import (
    Difference,
    EnrollmentFields,
    EnrollmentsRepriced,
    HouseholdFields,
    HouseholdSaved,
    LawPackImported,
    LocalValueApproved,
    LocalValueProposed,
    LocalValueRejected,
    OperatorAdded,
    PaymentTaken,
    PeopleMoved,
    PersonFields,
    ReceiptPrinted,
    SegmentReceived,
    StationOpened,
)
from desktop.domain.law_facts import DifferenceDecided, LawPackRefused
from desktop.domain.receipt import Receipt
from desktop.domain.roster_facts import (
    DivisionsImported,
    EnrollmentsVoided,
    FollowUpNoted,
    MaskLifted,
    NotEnrolled,
    TargetsSet,
)

Value = str | int | bytes | None


@dataclass(frozen=True, slots=True)
class Assign:
    """Set ``values`` on the row of ``table`` whose key columns equal ``key``; make it if new."""

    table: str
    key: dict[str, Value]
    values: dict[str, Value]

    @property
    def subject(self) -> tuple[str, ...]:
        """What the effect is about: two effects with different subjects never meet."""
        return (self.table, *(str(value) for value in self.key.values()))


def effects(event: Event) -> list[Assign]:
    """Return the assignments ``event`` makes, in order.

    Columns whose name ends in ``_fen`` are money; flags are 0, 1 or None; lists are JSON text.
    """
    fact = event.fact
    match fact:
        case StationOpened() | SegmentReceived() | OperatorAdded() | LawPackImported():
            return [_of_station(event, fact)]
        case HouseholdSaved() | PeopleMoved() | EnrollmentsVoided() | EnrollmentsRepriced():
            return list(_of_household(event, fact))
        case PaymentTaken() | ReceiptPrinted():
            return list(_of_money(event, fact))
        case LocalValueProposed() | LocalValueApproved() | LocalValueRejected():
            return [Assign("local_values", {"id": fact.id}, _local_value(event, fact))]
        case DivisionsImported() | TargetsSet():
            return list(_of_county(event, fact))
        case FollowUpNoted() | MaskLifted():
            return [_noted(event, fact)]
        case LawPackRefused() | DifferenceDecided():
            return list(_of_law(event, fact))


def _of_household(
    event: Event, fact: HouseholdSaved | PeopleMoved | EnrollmentsVoided | EnrollmentsRepriced
) -> Iterator[Assign]:
    """Yield what becomes of a household's people and their enrolments."""
    match fact:
        case HouseholdSaved():
            yield from _household(event, fact)
        case PeopleMoved():
            yield from _rows(event, fact.household, fact.people, fact.enrollments)
        case EnrollmentsVoided():
            for one in fact.enrollments:
                voided: dict[str, Value] = {"status": "voided", "reason": fact.reason}
                yield Assign("enrollments", {"id": one}, voided)
        case EnrollmentsRepriced():
            yield from _repriced(event, fact)


def _of_money(event: Event, fact: PaymentTaken | ReceiptPrinted) -> Iterator[Assign]:
    """Yield what becomes of money taken and papers handed over."""
    match fact:
        case PaymentTaken():
            yield from _payment(event, fact)
        case ReceiptPrinted():
            yield Assign("receipts", {"number": fact.number}, {"prints": fact.copy})


def _of_station(
    event: Event, fact: StationOpened | SegmentReceived | OperatorAdded | LawPackImported
) -> Assign:
    """Return what a station says of itself."""
    match fact:
        case StationOpened():
            opened: dict[str, Value] = {
                "county": event.county,
                "division": fact.division,
                "name": fact.name,
                "public_key": fact.public_key,
                "training_day": fact.training_day,
            }
            return Assign("stations", {"id": event.station}, opened)
        case SegmentReceived():
            segment: dict[str, Value] = {
                "station": event.station,
                "prefix": fact.prefix,
                "first": fact.first,
                "last": fact.last,
            }
            return Assign("segments", {"id": fact.segment}, segment)
        case OperatorAdded():
            operator: dict[str, Value] = {"display_name": fact.display_name, "role": fact.role}
            key: dict[str, Value] = {"station": event.station, "operator": fact.operator}
            return Assign("operators", key, operator)
        case LawPackImported():
            return _law_pack(event, fact)


def _law_pack(event: Event, fact: LawPackImported) -> Assign:
    return Assign(
        "law_packs",
        {"station": event.station, "pack": fact.pack, "version": fact.version},
        {
            "hash": fact.hash,
            "document": fact.document,
            "imported_at": event.at,
            "operator": event.operator,
        },
    )


def _local_value(
    event: Event, fact: LocalValueProposed | LocalValueApproved | LocalValueRejected
) -> dict[str, Value]:
    match fact:
        case LocalValueProposed():
            value = msgspec.json.encode(fact.value, order="deterministic").decode()
            values = _set_fields(fact) | {"value": value, "county": event.county}
            values.pop("id")
            return values | {"proposed_by": event.operator, "proposed_at": event.at}
        case LocalValueApproved():
            return {
                "approved_by": event.operator,
                "approved_at": event.at,
                "approved_content": fact.content,
            }
        case LocalValueRejected():
            return {
                "rejected_by": event.operator,
                "rejected_at": event.at,
                "reason": fact.reason,
            }


def _repriced(event: Event, fact: EnrollmentsRepriced) -> Iterator[Assign]:
    for enrollment in fact.enrollments:
        yield _enrollment_row(event, enrollment)
    for difference in fact.differences:
        yield Assign("adjustments", {"id": difference.id}, _difference(event, fact, difference))


def _difference(
    event: Event, fact: EnrollmentsRepriced, difference: Difference
) -> dict[str, Value]:
    values = _set_fields(difference)
    values.pop("id")
    for name in ("enrollment", "person", "payment"):
        values[f"{name}_id"] = values.pop(name)
    return values | {
        "county": event.county,
        "household_id": fact.household,
        "campaign_year": fact.campaign_year,
        "run": fact.run,
        "law": event.law,
        "decided_by": event.operator,
        "decided_at": event.at,
    }


def _of_law(event: Event, fact: LawPackRefused | DifferenceDecided) -> Iterator[Assign]:
    """Yield what a person decided; a refused pack leaves the law, and so every table, as it was."""
    if isinstance(fact, DifferenceDecided):
        yield Assign("adjustments", {"id": fact.id}, _decided(event, fact))


def _decided(event: Event, fact: DifferenceDecided) -> dict[str, Value]:
    """Return what becomes of a difference that a person has decided."""
    dropped = fact.outcome == "none"
    return {
        "kind": "decide" if dropped else fact.outcome,
        "state": "dropped" if dropped else "approved",
        "amount_fen": fact.amount_fen,
        "decided_by": event.operator,
        "decided_at": event.at,
        "decision_reason": fact.reason,
        "decision_document": fact.document,
    }


def _of_county(event: Event, fact: DivisionsImported | TargetsSet) -> Iterator[Assign]:
    """Yield what the county says of its units: rows of nobody in particular."""
    match fact:
        case DivisionsImported():
            for unit in fact.units:
                values = _set_fields(unit) | {"county": event.county, "source": fact.source}
                yield Assign("units", {"code": values.pop("code")}, values)
        case TargetsSet():
            for target in fact.targets:
                values = _set_fields(target) | {"county": event.county, "source": fact.source}
                key = {"campaign_year": fact.campaign_year, "division": values.pop("division")}
                yield Assign("targets", key, values)


def _noted(event: Event, fact: FollowUpNoted | MaskLifted) -> Assign:
    who: dict[str, Value] = {"county": event.county, "operator": event.operator}
    match fact:
        case FollowUpNoted():
            values = _set_fields(fact) | who
            key = {"id": values.pop("id")}
            for name in ("person", "household"):
                values[f"{name}_id"] = values.pop(name)
            return Assign("follow_ups", key, values)
        case MaskLifted():
            look: dict[str, Value] = {"person_id": fact.person, "field": fact.field}
            look |= {"reason": fact.reason, "station": event.station, "at": event.at}
            return Assign("looks", {"id": event.id}, look | who)


def _household(event: Event, fact: HouseholdSaved) -> Iterator[Assign]:
    yield from _rows(event, fact.household, fact.people, fact.enrollments)
    for one in fact.not_enrolled:
        yield _not_enrolled(event, one)
    if fact.ref:
        yield _ref(event, "enroll", fact.ref, fact.household.id)


def _rows(
    event: Event,
    household: HouseholdFields,
    people: tuple[PersonFields, ...],
    enrollments: tuple[EnrollmentFields, ...],
) -> Iterator[Assign]:
    values = _set_fields(household)
    values.pop("id")
    values["county"] = event.county
    yield Assign("households", {"id": household.id}, values)
    for person in people:
        yield Assign("people", {"id": person.id}, _person(person) | {"county": event.county})
        if isinstance(person.document_number, str) and person.document_number:
            # Every number a person was ever known by: a newborn's certificate finds the child.
            yield Assign(
                "person_numbers",
                {"person_id": person.id, "number": person.document_number},
                {"county": event.county, "document_type": _column(person.document_type)},
            )
    for enrollment in enrollments:
        yield _enrollment_row(event, enrollment)


def _not_enrolled(event: Event, one: NotEnrolled) -> Assign:
    values = _set_fields(one) | {"county": event.county, "operator": event.operator}
    key = {"person_id": values.pop("person"), "campaign_year": values.pop("campaign_year")}
    return Assign("not_enrolled", key, values | {"household_id": values.pop("household")})


def _enrollment_row(event: Event, enrollment: EnrollmentFields) -> Assign:
    values = _enrollment(enrollment) | {"county": event.county}
    if enrollment.standard_fen is not UNSET:
        values["law"] = event.law
    return Assign("enrollments", {"id": enrollment.id}, values)


def _payment(event: Event, fact: PaymentTaken) -> Iterator[Assign]:
    receipt = fact.receipt
    yield Assign(
        "payments",
        {"id": fact.payment},
        {
            "county": event.county,
            "household_id": receipt.household,
            "campaign_year": receipt.campaign_year,
            "method": receipt.method,
            "payer": receipt.payer,
            "amount_fen": receipt.paid_fen,
            "taken_at": receipt.taken_at,
            "station": event.station,
            "operator": event.operator,
            "receipt_number": receipt.number,
        },
    )
    yield Assign(
        "receipts",
        {"number": receipt.number},
        {
            "county": event.county,
            "station": event.station,
            "segment_id": fact.segment,
            "serial": fact.serial,
            "payment_id": fact.payment,
            "household_id": receipt.household,
            "amount_fen": receipt.paid_fen,
            "event_id": event.id,
        },
    )
    yield from _payment_lines(event, fact.payment, receipt)
    if fact.ref:
        yield _ref(event, "pay", fact.ref, fact.payment)


def _payment_lines(event: Event, payment: str, receipt: Receipt) -> Iterator[Assign]:
    for line in receipt.lines:
        figures: dict[str, Value] = {
            "standard_fen": line.standard_fen,
            "assistance_fen": line.assistance_fen,
        }
        yield Assign(
            "payment_lines",
            {"payment_id": payment, "enrollment_id": line.enrollment},
            figures | {"person_id": line.person, "paid_fen": line.paid_fen},
        )
        yield Assign(
            "enrollments",
            {"id": line.enrollment},
            figures
            | {
                "status": "paid",
                "net_fen": line.paid_fen,
                "assistance_identity": line.identity,
                "payment_id": payment,
                "cover_from": line.cover_from,
                "cover_to": line.cover_to,
                "law": event.law,
            },
        )


def _ref(event: Event, kind: str, ref: str, subject: str) -> Assign:
    key: dict[str, Value] = {"station": event.station, "kind": kind, "ref": ref}
    return Assign("refs", key, {"subject": subject, "event_id": event.id})


def _set_fields(fields: msgspec.Struct) -> dict[str, Value]:
    pairs = ((name, getattr(fields, name)) for name in fields.__struct_fields__)
    return {name: _column(value) for name, value in pairs if value is not UNSET}


def _column(value: object) -> Value:
    """Return what a column holds of a fact's value: flags as 0/1, structures as JSON text."""
    if isinstance(value, bool):
        return int(value)
    if value is UNSET:
        return None
    if value is None or isinstance(value, str | int):
        return value
    return msgspec.json.encode(value, order="deterministic").decode()


def _person(person: PersonFields) -> dict[str, Value]:
    values = _set_fields(person)
    values.pop("id")
    if "household" in values:
        values["household_id"] = values.pop("household")
    return values


def _enrollment(enrollment: EnrollmentFields) -> dict[str, Value]:
    values = _set_fields(enrollment)
    values.pop("id")
    for name in ("person", "household"):
        if name in values:
            values[f"{name}_id"] = values.pop(name)
    return values
