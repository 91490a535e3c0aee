"""What an event does to the tables: a pure function, the same at the desk and at the centre.

Every effect assigns columns of one row named by its key. The tables of both ends are the fold of
these over the events, so rebuilding them is running the same function again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec
from msgspec import UNSET

from desktop.domain.assign import Assign, AssignRows, Value, column, set_fields
from desktop.domain.case_facts import CaseCommented, CaseDecided
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
    PeopleMoved,
    PersonFields,
    SegmentReceived,
    StationOpened,
)
from desktop.domain.handover_effects import of_handover
from desktop.domain.handover_facts import HandoverFact
from desktop.domain.law_facts import DifferenceDecided, LawPackRefused
from desktop.domain.list_effects import of_list_part, of_lists
from desktop.domain.list_facts import ListAliasesSet, ListPart, ListTaken, ListUndone
from desktop.domain.money_effects import of_money, reference
from desktop.domain.roster_facts import (
    DivisionsImported,
    EnrollmentsVoided,
    FollowUpNoted,
    MaskLifted,
    NotEnrolled,
    TargetsSet,
)


def written_effects(event: Event) -> Iterable[Assign | AssignRows]:
    """Return `effects` as a writer wants them: of a list's part many rows at a time."""
    fact = event.fact
    return of_list_part(event, fact) if isinstance(fact, ListPart) else effects(event)


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
        case LocalValueProposed() | LocalValueApproved() | LocalValueRejected():
            return [Assign("local_values", {"id": fact.id}, _local_value(event, fact))]
        case DivisionsImported() | TargetsSet():
            return list(_of_county(event, fact))
        case FollowUpNoted() | MaskLifted():
            return [_noted(event, fact)]
        case LawPackRefused() | DifferenceDecided() | CaseDecided() | CaseCommented():
            return list(_of_decision(event, fact))
        case ListPart() | ListTaken() | ListUndone() | ListAliasesSet():
            return list(of_lists(event, fact))
        case _:
            return list(
                of_handover(event, fact)
                if isinstance(fact, HandoverFact)
                else of_money(event, fact)
            )


def _of_household(
    event: Event, fact: HouseholdSaved | PeopleMoved | EnrollmentsVoided | EnrollmentsRepriced
) -> Iterator[Assign]:
    """Yield what becomes of a household's people and their enrolments."""
    match fact:
        case HouseholdSaved():
            yield from _household(event, fact)
        case PeopleMoved():
            yield from _rows(event, fact.household, fact.people, fact.enrollments)
            for noted in fact.not_enrolled:
                yield _not_enrolled(event, noted)
        case EnrollmentsVoided():
            for one in fact.enrollments:
                voided: dict[str, Value] = {"status": "voided", "reason": fact.reason}
                yield Assign("enrollments", {"id": one}, voided)
        case EnrollmentsRepriced():
            yield from _repriced(event, fact)


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
            values = set_fields(fact) | {"value": value, "county": event.county}
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
    values = set_fields(difference)
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


def _of_decision(
    event: Event, fact: LawPackRefused | DifferenceDecided | CaseDecided | CaseCommented
) -> Iterator[Assign]:
    """Yield what a person decided; a refused pack leaves the law, and so every table, as it was."""
    if isinstance(fact, DifferenceDecided):
        yield Assign("adjustments", {"id": fact.id}, _decided(event, fact))
    elif isinstance(fact, CaseDecided | CaseCommented):
        yield _of_case(event, fact)


def _decided(event: Event, fact: DifferenceDecided) -> dict[str, Value]:
    """Return what a person decided of a difference, beside it: it may be noted again elsewhere."""
    return {
        "decision": fact.outcome,
        "decision_fen": fact.amount_fen,
        "decision_reason": fact.reason,
        "decision_document": fact.document,
        "decision_by": event.operator,
        "decision_at": event.at,
    }


def _of_case(event: Event, fact: CaseDecided | CaseCommented) -> Assign:
    """Return what was said of a case: each remark a row of its own, none writes over another."""
    said: dict[str, Value] = {
        "county": event.county,
        "case_id": fact.case,
        "decision": fact.decision if isinstance(fact, CaseDecided) else "",
        "comment": fact.comment,
        "operator": event.operator,
        "station": event.station,
        "at": event.at,
    }
    return Assign("case_remarks", {"id": event.id}, said)


def _of_county(event: Event, fact: DivisionsImported | TargetsSet) -> Iterator[Assign]:
    """Yield what the county says of its units: rows of nobody in particular."""
    match fact:
        case DivisionsImported():
            for unit in fact.units:
                values = set_fields(unit) | {"county": event.county, "source": fact.source}
                yield Assign("units", {"code": values.pop("code")}, values)
        case TargetsSet():
            for target in fact.targets:
                values = set_fields(target) | {"county": event.county, "source": fact.source}
                key = {"campaign_year": fact.campaign_year, "division": values.pop("division")}
                yield Assign("targets", key, values)


def _noted(event: Event, fact: FollowUpNoted | MaskLifted) -> Assign:
    who: dict[str, Value] = {"county": event.county, "operator": event.operator}
    match fact:
        case FollowUpNoted():
            values = set_fields(fact) | who
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
        yield reference(event, "enroll", fact.ref, fact.household.id)


def _rows(
    event: Event,
    household: HouseholdFields,
    people: tuple[PersonFields, ...],
    enrollments: tuple[EnrollmentFields, ...],
) -> Iterator[Assign]:
    values = set_fields(household)
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
                {"county": event.county, "document_type": column(person.document_type)},
            )
    for enrollment in enrollments:
        yield _enrollment_row(event, enrollment)


def _not_enrolled(event: Event, one: NotEnrolled) -> Assign:
    values = set_fields(one) | {"county": event.county, "operator": event.operator}
    key = {"person_id": values.pop("person"), "campaign_year": values.pop("campaign_year")}
    return Assign("not_enrolled", key, values | {"household_id": values.pop("household")})


def _enrollment_row(event: Event, enrollment: EnrollmentFields) -> Assign:
    values = _enrollment(enrollment) | {"county": event.county}
    if enrollment.standard_fen is not UNSET:
        values["law"] = event.law
    return Assign("enrollments", {"id": enrollment.id}, values)


def _person(person: PersonFields) -> dict[str, Value]:
    values = set_fields(person)
    values.pop("id")
    if "household" in values:
        values["household_id"] = values.pop("household")
    return values


def _enrollment(enrollment: EnrollmentFields) -> dict[str, Value]:
    values = set_fields(enrollment)
    values.pop("id")
    for name in ("person", "household"):
        if name in values:
            values[f"{name}_id"] = values.pop(name)
    return values
