"""Work the figures of an enrolment out again with the same law; a difference is a case.

A desk's figures are never replaced: what the clerk said and the resident heard is a fact. Another
result under the same law hash means an altered program, a faulty machine, facts about the person
that another desk had changed meanwhile, or a bug of ours; a person must know.

An event names the local values its figures rest on beside the law's hash, and they are worked out
again with exactly these, whatever has been approved or replaced since: a desk that had not heard
of a newer value did nothing wrong, and repricing finds what it changes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any, TypeVar

import msgspec
from msgspec import UNSET

from desktop.base.clock import CHINA, instant_from_text
from desktop.base.dates import day_from_text
from desktop.domain.assessing import assessment_request
from desktop.domain.cover import counts_years, with_history
from desktop.domain.events import Event
from desktop.domain.facts import (
    EnrollmentFields,
    EnrollmentsRepriced,
    HouseholdSaved,
    PaymentTaken,
    PeopleMoved,
)
from desktop.domain.household import HouseholdInput, MemberInput
from desktop.domain.local_values import NO_VALUES, ValuesInForce, split_reference
from desktop.domain.member_rows import law_facts
from desktop.policy import Assessment, AssessmentRequest, LawBook, assess, request_from_json
from desktop.server.approvals import known_values
from desktop.server.cases import Finding
from desktop.server.laws import NO_KEYS, Laws
from desktop.sqlite.connection import Connection
from desktop.wire.pack_signature import TrustedKeys

Recheck = Callable[[Connection, Event], Iterable[Finding]]
"""Look at an event already in the record; return what differs."""

Part = TypeVar("Part")


def no_recheck(_connection: Connection, _event: Event) -> Iterable[Finding]:
    """Find nothing: for a centre that holds no law."""
    return ()


def recheck_by(book: LawBook, keys: TrustedKeys = NO_KEYS) -> Recheck:
    """Return the recheck that works figures out again with the law each event names.

    That is a version among ``book``, what the centre published, and what stations imported under
    a seal of one of ``keys``.

    Its findings: ``FIGURES_DIFFER`` (with both results), ``FIGURES_UNCHECKED`` (the facts no
    longer make a question for the calculator), ``LAW_UNKNOWN`` (the desk used another law than
    any of these; once for each such law), ``LOCAL_VALUES_UNKNOWN`` (it names local values
    that nobody approved for the place).
    """
    laws = Laws(book, keys)

    def recheck(connection: Connection, event: Event) -> Iterator[Finding]:
        for stated in _stated(event):
            yield from _compare(connection, laws, event, stated)

    return recheck


def recheck_from(book: Callable[[], LawBook], keys: Callable[[], TrustedKeys]) -> Recheck:
    """Return `recheck_by` with what the functions read, now: so the work can be put off."""
    return recheck_by(book(), keys())


@dataclass(frozen=True, slots=True)
class _Stated:
    """What a desk said of one enrolment, in fen."""

    enrollment: str
    day: date
    """Legal day it was said for."""
    figures: dict[str, int | str | None]
    """None or, of a day, empty: the law leaves it open."""


def _stated(event: Event) -> Iterator[_Stated]:
    fact = event.fact
    match fact:
        case HouseholdSaved() | EnrollmentsRepriced() | PeopleMoved():
            for fields in fact.enrollments:
                if fields.standard_fen is not UNSET:
                    yield _Stated(fields.id, _day_of(event.at), _figures_of(fields))
        case PaymentTaken():
            paid_on = fact.receipt.paid_on
            day = day_from_text(paid_on) if paid_on else _day_of(fact.receipt.taken_at)
            for line in fact.receipt.lines:
                if line.adjustment:
                    # A difference was worked out, and approved, before; it is no whole price.
                    continue
                # A receipt shows assistance that is not there as nothing. Its first day of cover
                # is worked out for the very day it names; that of an enrolment may be older.
                figures: dict[str, int | str | None] = {
                    "net_fen": line.paid_fen,
                    "cover_from": line.cover_from,
                }
                if line.assistance_fen:
                    figures["assistance_fen"] = line.assistance_fen
                yield _Stated(line.enrollment, day, figures)
        case _:
            return


def _figures_of(fields: EnrollmentFields) -> dict[str, int | str | None]:
    named = ("standard_fen", "assistance_fen", "net_fen", "benefit_year")
    values = ((name, getattr(fields, name)) for name in named)
    return {name: value for name, value in values if value is not UNSET}


def _compare(
    connection: Connection, laws: Laws, event: Event, stated: _Stated
) -> Iterator[Finding]:
    asked_of = _question(connection, event.county, stated)
    question, member = asked_of or (None, MemberInput())
    request = request_from_json(question) if question is not None else ()
    if isinstance(request, tuple):
        fields = sorted({problem.field for problem in request})[:8]
        detail = {"enrollment": stated.enrollment, "fields": fields}
        yield Finding("FIGURES_UNCHECKED", (event.id, stated.enrollment), detail)
        return
    law, names = split_reference(event.law)
    place = request.division, request.campaign_year
    book = laws.book_of(connection, event.county, law, place)
    if book is None:
        newest = assess(request, laws.newest(connection, event.county)).law.hash
        yield Finding("LAW_UNKNOWN", (law, newest), {"law": law, "centre_law": newest})
        return
    local = _named(connection, event.county, names, book, request)
    if local is None:
        yield Finding("LOCAL_VALUES_UNKNOWN", names, {"local_values": list(names)})
        return
    asked = msgspec.structs.replace(request, local_values=local.values)
    if counts_years(book, request.division, request.campaign_year):
        covered = _covered_here(connection, event.county, stated.enrollment)
        asked = with_history(asked, book, replace(member, covered_here=covered))
    found = assess(asked, book, local.sources)
    here = _figures_found(found)
    wrong = {name: value for name, value in stated.figures.items() if here[name] != value}
    if wrong:
        yield Finding(
            "FIGURES_DIFFER",
            (event.id, stated.enrollment),
            {
                "enrollment": stated.enrollment,
                "stated": wrong,
                "centre": {name: here[name] for name in wrong},
            },
        )


def _named(
    connection: Connection,
    county: str,
    names: tuple[str, ...],
    book: LawBook,
    request: AssessmentRequest,
) -> ValuesInForce | None:
    """Return the local values an event names; None if they are not approved for its place."""
    if not names:
        return NO_VALUES
    known = known_values(connection, county)
    return known.named(names, book.chain(request.division), request.campaign_year)


def _figures_found(found: Assessment) -> dict[str, int | str | None]:
    start = found.benefit_start
    return {
        "cover_from": start.isoformat() if start else "",
        "standard_fen": found.personal_standard,
        "assistance_fen": found.assistance,
        "net_fen": found.net_payable,
        "benefit_year": found.benefit_year,
    }


def _question(
    connection: Connection, county: str, stated: _Stated
) -> tuple[dict[str, Any], MemberInput] | None:
    """Return the calculator's question about an enrolment and whom it is about.

    None if its facts do not make one.
    """
    row = connection.execute(
        "SELECT p.*, e.tier, e.registered_on, e.campaign_year, h.division FROM enrollments e"
        " JOIN people p ON p.county = e.county AND p.id = e.person_id"
        " JOIN households h ON h.county = e.county AND h.id = e.household_id"
        " WHERE e.county = ? AND e.id = ?",
        (county, stated.enrollment),
    ).fetchone()
    if row is None:
        return None
    try:
        household = HouseholdInput(row["division"] or "", row["campaign_year"] or 0)
        member = _member(row)
        # What was paid before anybody entered it was registered by then: the desk asks the same.
        registered_on = min(day_from_text(row["registered_on"] or ""), stated.day)
        question = assessment_request(
            household, member, registered_on=registered_on, paid_on=stated.day
        )
        return question, member  # noqa: TRY300 - only what reads the row can fail
    except (ValueError, msgspec.DecodeError):
        return None


def _covered_here(connection: Connection, county: str, enrollment: str) -> tuple[int | None, ...]:
    """Return the benefit years of the same person's earlier enrolments that are paid."""
    rows = connection.execute(
        "SELECT b.benefit_year FROM enrollments e JOIN enrollments b ON b.county = e.county"
        " AND b.person_id = e.person_id AND b.campaign_year < e.campaign_year"
        " WHERE e.county = ? AND e.id = ? AND b.status = 'paid'",
        (county, enrollment),
    )
    return tuple(row["benefit_year"] for row in rows)


def _member(row: Any) -> MemberInput:
    return MemberInput(tier=row["tier"], person_id=row["id"], **law_facts(row))


@lru_cache(maxsize=256)
def _day_of(instant: str) -> date:
    return instant_from_text(instant).astimezone(CHINA).date()
