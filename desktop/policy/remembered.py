"""Results as JSON from parts already known: many persons share their figures or their dates.

A result has two large parts: the figures (of identities, tier, local values…) and the timing (of
dates and circumstances). Each depends on some of the facts only. The facts that a part does not
depend on are left out, what remains is the key, and the part's JSON is kept under it. The parts
are made by the same functions as any other assessment, and joined they equal `assess` to the
byte (tested). The memory is bounded.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

import msgspec
from msgspec import UNSET, Struct
from msgspec.structs import replace

from desktop.policy.assess import (
    ADMITTED,
    Admission,
    admission_of,
    assess,
    figures_of,
    joined,
    nothing_else_against,
    timing_of,
)
from desktop.policy.case import Case
from desktop.policy.codes import RESULT_FIELDS, Reason
from desktop.policy.law import Law, LawBook
from desktop.policy.request import AssessmentRequest
from desktop.policy.result_json import open_object, result_object
from desktop.policy.rules.admission import write_admission
from desktop.policy.rules.age import has_completed
from desktop.policy.rules.payable import Payable
from desktop.policy.rules.standard import PersonalStandard
from desktop.policy.sheet import Sheet
from desktop.policy.verdict import Doubt, Verdict

PARTS_KEPT_MAX = 4096

_FIGURE_FIELDS = RESULT_FIELDS[RESULT_FIELDS.index("benefit_year") : RESULT_FIELDS.index("allowed")]
_TIMING_FIELDS = RESULT_FIELDS[
    RESULT_FIELDS.index("within_window") : RESULT_FIELDS.index("undetermined")
]
_ALLOWED = {True: b"true", False: b"false", None: b"null"}

_encode = msgspec.json.Encoder().encode


class _Notes(Struct, frozen=True, gc=False):
    """What a part adds to the lists of a result, already JSON, without the brackets."""

    undetermined: bytes
    trace: bytes
    reasons: tuple[Reason, ...]


class _Part(Struct, frozen=True, gc=False):
    """One part of a result: its fields as JSON without the braces, and its notes."""

    fields: bytes
    notes: _Notes


class _FigurePart(Struct, frozen=True, gc=False):
    """The figures as JSON, and the two of them that admission depends on."""

    part: _Part
    standard: PersonalStandard
    net: Payable


class _Admitted(Struct, frozen=True, gc=False):
    """The admission, with its notes as JSON."""

    admission: Admission
    notes: _Notes


class _TimingPart(Struct, frozen=True, gc=False):
    """The timing as JSON, and whether the dates allow enrolment; None without dates.

    ``admitted`` is the admission of everybody against whom nothing else stands.
    """

    part: _Part
    in_time: Verdict | None
    admitted: _Admitted


class RememberedResults:
    """Results of valid requests as JSON, under one law book."""

    def __init__(self, book: LawBook) -> None:
        self._book = book
        self._figures = lru_cache(PARTS_KEPT_MAX)(self._make_figures)
        self._timing = lru_cache(PARTS_KEPT_MAX)(self._make_timing)
        self._laws: dict[str, bytes] = {}

    def answer(self, request: AssessmentRequest) -> bytes:
        """Return the result of a valid request."""
        law = self._book.resolve(request.division, request.campaign_year)
        local = request.local_values
        if law is None or (local is not None and local.assistance is not None):
            # Amounts by identity are a table of their own and no key.
            return _encode(result_object(assess(request, self._book)))
        figures = self._figures(_figure_facts(request, law))
        timing = self._timing(_timing_facts(request, law)) if _is_dated(request) else _UNDATED
        admitted = _admission(request, law, figures, timing)
        return _result(request.id, figures.part, timing.part, admitted, self._law(law))

    def _law(self, law: Law) -> bytes:
        used = law.used
        known = self._laws.get(used.hash)
        if known is None:
            known = self._laws[used.hash] = _encode(used)
        return known

    def _make_figures(self, facts: AssessmentRequest) -> _FigurePart:
        case = self._case(facts)
        figures = figures_of(case)
        result = joined("", figures, None, ADMITTED, case.law.used)
        part = _part(result_object(result), _FIGURE_FIELDS, figures.notes)
        return _FigurePart(part, figures.standard, figures.net)

    def _make_timing(self, facts: AssessmentRequest) -> _TimingPart:
        case = self._case(facts)
        figures = figures_of(case)
        timing = timing_of(case, figures)
        result = joined("", figures, timing, ADMITTED, case.law.used)
        part = _part(result_object(result), _TIMING_FIELDS, timing.notes)
        return _TimingPart(part, timing.in_time, _admitted(timing.in_time))

    def _case(self, facts: AssessmentRequest) -> Case:
        law = self._book.resolve(facts.division, facts.campaign_year)
        assert law is not None, "only facts that a law covers are kept"
        return Case(facts, law)


def _figure_facts(request: AssessmentRequest, law: Law) -> AssessmentRequest:
    """Return the request without what its figures do not depend on."""
    student = request.student
    by_day = (
        request.paid_amount is not None
        or (student is not None and student.graduation_year is not None)
        or any(
            one.recognised_on is not None or one.valid_to is not None
            for one in request.identities or ()
        )
    )
    facts = replace(
        request,
        id="",
        division=request.division[:6],
        birth_date=None,
        registered_on=request.registered_on if by_day else UNSET,
        paid_on=request.paid_on if by_day else UNSET,
        circumstances=(),
        hk_mo_tw_resident=None,
        cover_history=UNSET,
    )
    return _with_age(facts, request, law) if _age_counts(request, law) else facts


def _age_counts(request: AssessmentRequest, law: Law) -> bool:
    text = law.text
    return request.birth_date is not None and (
        text.anyone is not None
        or bool(text.fee_ages)
        or any(one.code in text.age_codes for one in request.identities or ())
    )


def _with_age(facts: AssessmentRequest, request: AssessmentRequest, law: Law) -> AssessmentRequest:
    """Return the facts with a birth date of the same age, the person's own if age is not settled.

    Most persons are far from every age the law asks for: one birth date stands for all of them.
    """
    own = _ages(request, law)
    if not any(isinstance(verdict, Doubt) for verdict in own):
        reached = sum(verdict is True for verdict in own)
        same = replace(facts, birth_date=_typical_birth(reached, request.campaign_year, law))
        if _ages(same, law) == own:
            return same
    return replace(
        facts,
        birth_date=request.birth_date,
        registered_on=request.registered_on,
        paid_on=request.paid_on,
    )


def _ages(request: AssessmentRequest, law: Law) -> list[Verdict]:
    case = Case(request, law)
    return [has_completed(age, case) for age in law.text.ages]


def _typical_birth(reached: int, year: int, law: Law) -> date:
    """Return a birth date with ``reached`` of the law's ages completed well before ``year``."""
    ages = law.text.ages
    years = ages[reached - 1] + 2 if reached else 0
    return date(max(year - years, 1), 1, 2)


def _timing_facts(request: AssessmentRequest, law: Law) -> AssessmentRequest:
    """Return the request without what its timing does not depend on."""
    text = law.text
    # Identities count as grounds by what they give only where the text says so.
    aged = text.waiting.assisted and _age_counts(request, law)
    return replace(
        request,
        id="",
        division=text.place,
        unit_name=None,
        subsidy_year=None,
        birth_date=request.birth_date if aged or _birth_counts(request) else None,
        paid_amount=None,
        hk_mo_tw_resident=None,
        assistance_already_given=None,
    )


def _birth_counts(request: AssessmentRequest) -> bool:
    birth, local = request.birth_date, request.local_values
    if birth is None:
        return False
    # Cover never starts before birth, so a birth in or after the year of cover counts.
    first = request.campaign_year
    if local is not None and local.benefit_year is not None:
        first = min(first, local.benefit_year)
    return birth.year >= first or any(one.code == "newborn" for one in request.circumstances or ())


def _is_dated(request: AssessmentRequest) -> bool:
    return isinstance(request.registered_on, date) or isinstance(request.paid_on, date)


def _admission(
    request: AssessmentRequest, law: Law, figures: _FigurePart, timing: _TimingPart
) -> _Admitted:
    """Return the admission, at once where nothing but the dates stands against it."""
    if nothing_else_against(request, law.text, figures.standard):
        return timing.admitted
    case = Case(request, law)
    found = admission_of(case, figures.standard, figures.net, timing.in_time)
    return _Admitted(found, _notes(found.notes))


def _admitted(in_time: Verdict | None) -> _Admitted:
    sheet = Sheet()
    verdict = True if in_time is None else in_time
    return _Admitted(Admission(write_admission(verdict, [], sheet), sheet), _notes(sheet))


def _part(result: dict[str, object], fields: tuple[str, ...], notes: Sheet) -> _Part:
    shown = _encode({field: result[field] for field in fields})
    return _Part(shown[1:-1], _notes(notes))


def _notes(sheet: Sheet) -> _Notes:
    undetermined = _encode([open_object(entry) for entry in sheet.open])
    return _Notes(undetermined[1:-1], _encode(sheet.trace)[1:-1], tuple(sheet.reasons))


def _result(
    request_id: str, figures: _Part, timing: _Part, admitted: _Admitted, law: bytes
) -> bytes:
    notes = (figures.notes, timing.notes, admitted.notes)
    undetermined = b",".join([one.undetermined for one in notes if one.undetermined])
    reasons = dict.fromkeys([reason for one in notes for reason in one.reasons])
    status = admitted.admission.status(any_open=bool(undetermined))
    return b"".join(
        (
            b'{"id":',
            _encode(request_id),
            b',"status":"',
            status.encode(),
            b'",',
            figures.fields,
            b',"allowed":',
            _ALLOWED[admitted.admission.allowed],
            b",",
            timing.fields,
            b',"undetermined":[',
            undetermined,
            b'],"reasons":',
            _encode(list(reasons)),
            b',"trace":[',
            b",".join([one.trace for one in notes if one.trace]),
            b'],"law":',
            law,
            b',"problems":[]}',
        )
    )


_UNDATED = _TimingPart(
    _part(dict.fromkeys(_TIMING_FIELDS), _TIMING_FIELDS, Sheet()), None, _admitted(None)
)
