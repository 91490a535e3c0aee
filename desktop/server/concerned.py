"""Where the people and enrolments an event names are now, before its effects."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.domain.fact import Fact
from desktop.domain.facts import EnrollmentsRepriced, HouseholdSaved, PaymentTaken, PeopleMoved
from desktop.domain.list_facts import ListPart
from desktop.domain.money_facts import PaymentReversed, ReceiptVoided
from desktop.domain.roster_facts import EnrollmentsVoided, FollowUpNoted
from desktop.sqlite.connection import Connection


def concerned(connection: Connection, county: str, fact: Fact) -> dict[str, str]:
    """Return the households, with their divisions, in which whoever ``fact`` names is by now.

    A payment taken, or an enrolment voided, at a desk that had not heard of a move changes rows
    that belong to another township: it must hear of it, or its record is no longer the centre's.
    """
    found: dict[str, str] = {}
    for table, one in dict.fromkeys(_named(fact)):
        row = connection.execute(
            f"SELECT h.id, h.division FROM {table} t JOIN households h"  # noqa: S608 - our own tables
            " ON h.county = t.county AND h.id = t.household_id WHERE t.county = ? AND t.id = ?",
            (county, one),
        ).fetchone()
        if row and row["division"]:
            found[row["id"]] = row["division"]
    return found


def _named(fact: Fact) -> Iterator[tuple[str, str]]:
    if isinstance(fact, HouseholdSaved | PeopleMoved):
        yield from (("people", one.id) for one in fact.people)
        yield from (("people", one.person) for one in fact.not_enrolled)
    if isinstance(fact, FollowUpNoted):
        yield "people", fact.person
    if isinstance(fact, ListPart):
        yield from (("people", one.person) for one in fact.people)
        yield from (("people", one.id) for one in fact.marks)
    yield from (("enrollments", one) for one in enrollments_of(fact))


def enrollments_of(fact: Fact) -> tuple[str, ...]:
    """Return the enrolments a fact names."""
    match fact:
        case HouseholdSaved() | PeopleMoved() | EnrollmentsRepriced():
            return tuple(one.id for one in fact.enrollments)
        case EnrollmentsVoided() | ReceiptVoided():
            return fact.enrollments
        case PaymentTaken() | PaymentReversed():
            return tuple(line.enrollment for line in fact.receipt.lines)
        case _:
            return ()
