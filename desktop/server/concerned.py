"""Where the people and enrolments an event names are now, before its effects."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.domain.fact import Fact
from desktop.domain.facts import EnrollmentsRepriced, HouseholdSaved, PaymentTaken, PeopleMoved
from desktop.domain.roster_facts import EnrollmentsVoided
from desktop.sqlite.connection import Connection


def concerned(connection: Connection, county: str, fact: Fact) -> tuple[str, ...]:
    """Return the divisions of the households in which whoever ``fact`` names is known by now.

    A payment taken, or an enrolment voided, at a desk that had not heard of a move changes rows
    that belong to another township: it must hear of it, or its record is no longer the centre's.
    """
    found: dict[str, None] = {}
    for table, one in dict.fromkeys(_named(fact)):
        row = connection.execute(
            f"SELECT h.division FROM {table} t JOIN households h"  # noqa: S608 - our own tables
            " ON h.county = t.county AND h.id = t.household_id WHERE t.county = ? AND t.id = ?",
            (county, one),
        ).fetchone()
        if row and row[0]:
            found[row[0]] = None
    return tuple(found)


def _named(fact: Fact) -> Iterator[tuple[str, str]]:
    match fact:
        case HouseholdSaved() | PeopleMoved():
            yield from (("people", one.id) for one in fact.people)
            yield from (("enrollments", one.id) for one in fact.enrollments)
        case EnrollmentsRepriced():
            yield from (("enrollments", one.id) for one in fact.enrollments)
        case EnrollmentsVoided():
            yield from (("enrollments", one) for one in fact.enrollments)
        case PaymentTaken():
            yield from (("enrollments", line.enrollment) for line in fact.receipt.lines)
        case _:
            return
