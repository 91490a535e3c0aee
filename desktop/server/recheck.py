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
from typing import Any

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

ASKED_MAX = 4_096
"""Questions kept at hand with their answers."""

_FACTS = (
    "id", "birth_date", "identities", "circumstances", "other_cover", "student",
    "residence_permit", "local_hukou", "cover_history",
    "tier", "registered_on", "campaign_year", "division",
)  # fmt: skip
_READ = ", ".join(
    f"{alias}.{name}"
    for alias, names in (("p", _FACTS[:9]), ("e", _FACTS[9:12]), ("h", _FACTS[12:]))
    for name in names
)

_Figures = dict[str, int | str | None]


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
    laws, worked_out = Laws(book, keys), _WorkedOut()

    def recheck(connection: Connection, event: Event) -> Iterator[Finding]:
        for stated in _stated(event):
            yield from _compare(connection, laws, worked_out, event, stated)

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
    figures: _Figures
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


class _WorkedOut:
    """Figures of questions that were asked a moment ago: a payment asks what enrolling asked.

    A question and a law's hash have one answer, whoever asks. Threads share it.
    """

    def __init__(self) -> None:
        self._known: dict[tuple[object, ...], _Figures] = {}

    def figures(self, asked: tuple[object, ...], work_out: Callable[[], Assessment]) -> _Figures:
        """Return the figures of what was ``asked``, worked out unless they are known."""
        found = self._known.get(asked)
        if found is None:
            if len(self._known) >= ASKED_MAX:
                self._known.clear()
            found = self._known[asked] = _figures_found(work_out())
        return found


def _compare(
    connection: Connection, laws: Laws, worked_out: _WorkedOut, event: Event, stated: _Stated
) -> Iterator[Finding]:
    facts = _facts(connection, event.county, stated.enrollment)
    request, member = _question(facts, stated.day) if facts else ((), MemberInput())
    if isinstance(request, tuple):
        detail = {"enrollment": stated.enrollment, "fields": list(request)}
        yield Finding("FIGURES_UNCHECKED", (event.id, stated.enrollment), detail)
        return
    law, names = split_reference(event.law)
    place = request.division, request.campaign_year
    book = laws.book_of(connection, event.county, law, place)
    if book is None:
        newest = assess(request, laws.newest(connection, event.county)).law.hash
        yield Finding("LAW_UNKNOWN", (law, newest), {"law": law, "centre_law": newest})
        return
    if names or counts_years(book, *place):
        local = _named(connection, event.county, names, book, request)
        if local is None:
            yield Finding("LOCAL_VALUES_UNKNOWN", names, {"local_values": list(names)})
            return
        asked = msgspec.structs.replace(request, local_values=local.values)
        if counts_years(book, *place):
            covered = _covered_here(connection, event.county, stated.enrollment)
            asked = with_history(asked, book, replace(member, covered_here=covered))
        here = _figures_found(assess(asked, book, local.sources))
    else:
        here = worked_out.figures((law, facts, stated.day), lambda: assess(request, book))
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


def _figures_found(found: Assessment) -> _Figures:
    start = found.benefit_start
    return {
        "cover_from": start.isoformat() if start else "",
        "standard_fen": found.personal_standard,
        "assistance_fen": found.assistance,
        "net_fen": found.net_payable,
        "benefit_year": found.benefit_year,
    }


def _facts(connection: Connection, county: str, enrollment: str) -> tuple[Any, ...] | None:
    """Return what the law reads of an enrolment, named by `_FACTS`; None if it is not there."""
    row = connection.execute(
        f"SELECT {_READ} FROM enrollments e"  # noqa: S608
        " JOIN people p ON p.county = e.county AND p.id = e.person_id"
        " JOIN households h ON h.county = e.county AND h.id = e.household_id"
        " WHERE e.county = ? AND e.id = ?",
        (county, enrollment),
    ).fetchone()
    return tuple(row) if row else None


@lru_cache(maxsize=ASKED_MAX)
def _question(
    facts: tuple[Any, ...], day: date
) -> tuple[AssessmentRequest | tuple[str, ...], MemberInput]:
    """Return the calculator's question about an enrolment and whom it is about.

    Instead of a question the fields that are wrong, if its facts do not make one.
    """
    row = dict(zip(_FACTS, facts, strict=True))
    try:
        household = HouseholdInput(row["division"] or "", row["campaign_year"] or 0)
        member = MemberInput(tier=row["tier"], person_id=row["id"], **law_facts(row))
        # What was paid before anybody entered it was registered by then: the desk asks the same.
        registered_on = min(day_from_text(row["registered_on"] or ""), day)
        question = assessment_request(household, member, registered_on=registered_on, paid_on=day)
    except (ValueError, msgspec.DecodeError):
        return (), MemberInput()
    request = request_from_json(question)
    if isinstance(request, tuple):
        return tuple(sorted({problem.field for problem in request})[:8]), member
    return request, member


def _covered_here(connection: Connection, county: str, enrollment: str) -> tuple[int | None, ...]:
    """Return the benefit years of the same person's earlier enrolments that are paid."""
    rows = connection.execute(
        "SELECT b.benefit_year FROM enrollments e JOIN enrollments b ON b.county = e.county"
        " AND b.person_id = e.person_id AND b.campaign_year < e.campaign_year"
        " WHERE e.county = ? AND e.id = ? AND b.status = 'paid'",
        (county, enrollment),
    )
    return tuple(row["benefit_year"] for row in rows)


@lru_cache(maxsize=256)
def _day_of(instant: str) -> date:
    return instant_from_text(instant).astimezone(CHINA).date()
