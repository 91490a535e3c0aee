"""Results as JSON from parts already known: many persons share their figures or their dates.

A result has two large parts: the figures (of identities, tier, local values…) and the timing (of
dates and circumstances). Each depends on some of the facts only. Those facts are the key, and the
part's JSON is kept under it; a fact is in the key unless it is named here as one that the part
does not depend on. The parts are made by the same functions as any other assessment, and joined
they equal `assess` to the byte (tested). The memory is bounded.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from datetime import date
from functools import lru_cache
from operator import attrgetter
from typing import TypeVar

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from desktop.policy.assess import (
    Figures,
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
from desktop.policy.request import AssessmentRequest, Identity
from desktop.policy.result_json import open_object, result_object
from desktop.policy.rules.admission import write_admission
from desktop.policy.rules.age import has_completed
from desktop.policy.rules.payable import Payable
from desktop.policy.rules.recognition import (
    held_on_known_days,
    not_expired,
    recognised_in_time,
)
from desktop.policy.rules.standard import PersonalStandard
from desktop.policy.sheet import Sheet
from desktop.policy.verdict import Verdict

PARTS_KEPT_MAX = 16_384
"""Of each kind, about 2 KB each: the days of a campaign times what persons bring along."""

_FIGURE_FIELDS = RESULT_FIELDS[RESULT_FIELDS.index("benefit_year") : RESULT_FIELDS.index("allowed")]
_TIMING_FIELDS = RESULT_FIELDS[
    RESULT_FIELDS.index("within_window") : RESULT_FIELDS.index("undetermined")
]

_NAMES_HERE = b"\0"
"""Stands in a kept trace where the identities are named: no JSON holds it."""

_Part = TypeVar("_Part")

_encode = msgspec.json.Encoder().encode


def _all_but(*left_out: str) -> attrgetter[tuple[object, ...]]:
    fields = AssessmentRequest.__struct_fields__
    assert set(left_out) <= set(fields), "only fields of a request can be left out"
    return attrgetter(*(name for name in fields if name not in left_out))


_figure_facts = _all_but(
    *("id", "division", "birth_date", "registered_on", "paid_on", "identities", "circumstances"),
    *("hk_mo_tw_resident", "cover_history"),
)
"""What the figures depend on besides the county, identities, ages, and dates where they count."""

_timing_facts = _all_but(
    *("id", "division", "unit_name", "subsidy_year", "birth_date", "paid_amount"),
    *("hk_mo_tw_resident", "identities", "other_cover", "assistance_already_given"),
)
"""What the timing depends on besides the place, identities, and birth where it counts."""


class _Piece(Struct, frozen=True, gc=False):
    """Some fields of a result as JSON without the braces, and what they add to its lists.

    Each entry of ``undetermined`` and ``trace`` stands behind a comma.
    """

    fields: bytes
    undetermined: bytes
    trace: bytes
    reasons: tuple[Reason, ...]


class _FigurePart(Struct, frozen=True, gc=False):
    """The figures as JSON, the two of them that admission depends on, and the law as JSON."""

    piece: _Piece
    standard: PersonalStandard
    net: Payable
    law: bytes


class _Rest(Struct, frozen=True, gc=False):
    """All that follows the figures: the admission and the timing."""

    piece: _Piece
    refused: bool


class _TimingPart(Struct, frozen=True, gc=False):
    """The timing as JSON, and whether the dates allow enrolment; None without dates.

    ``rest`` is it with the admission of everybody against whom nothing else stands.
    """

    piece: _Piece
    in_time: Verdict | None
    rest: _Rest


class RememberedResults:
    """Results of valid requests as JSON, under one law book."""

    def __init__(self, book: LawBook) -> None:
        self._book = book
        self._figures: dict[Hashable, _FigurePart] = {}
        self._timing: dict[Hashable, _TimingPart] = {}
        self._law = lru_cache(PARTS_KEPT_MAX)(_encode)

    def answer(self, request: AssessmentRequest) -> bytes:
        """Return the result of a valid request."""
        law = self._book.resolve(request.division, request.campaign_year)
        local = request.local_values
        if law is None or (local is not None and local.assistance is not None):
            # Amounts by identity are a table of their own and no key.
            return _encode(result_object(assess(request, self._book)))
        figures, timing = self._parts(request, law)
        if nothing_else_against(request, law.text, figures.standard):
            rest = timing.rest
        else:
            sheet = Sheet()
            allowed = admission_of(
                Case(request, law), figures.standard, figures.net, timing.in_time, sheet
            )
            rest = _rest(timing.piece, sheet, allowed=allowed)
        return _result(request, figures, rest)

    def _parts(self, request: AssessmentRequest, law: Law) -> tuple[_FigurePart, _TimingPart]:
        of_figures, dated = _figure_key(request, law), _is_dated(request)
        of_timing = _timing_key(request, law) if dated else None
        figures = self._figures.get(of_figures)
        timing = self._timing.get(of_timing) if dated else _UNDATED
        if figures is None or timing is None:
            case, sheet = Case(request, law), Sheet()
            found = figures_of(case, sheet)
            if figures is None:
                part = _figure_part(case, found, sheet, self._law(law.used))
                figures = _keep(self._figures, of_figures, part)
            if timing is None:
                timing = _keep(self._timing, of_timing, _timing_part(case, found))
        return figures, timing


def _keep(kept: dict[Hashable, _Part], key: Hashable, part: _Part) -> _Part:
    """Keep a part, in place of the oldest if there are too many; return it."""
    if len(kept) >= PARTS_KEPT_MAX:
        del kept[next(iter(kept))]
    kept[key] = part
    return part


def _figure_key(request: AssessmentRequest, law: Law) -> Hashable:
    days: Hashable = None
    student = request.student
    if student is not None and student.graduation_year is not None:
        days = request.registered_on, request.paid_on
    elif request.paid_amount is not None:
        # What is due back asks whether it is paid, not when.
        days = isinstance(request.paid_on, date)
    ages = tuple(_ages(request, law)) if _age_counts(request, law) else None
    return law.unit, days, ages, _identities(request, law), _figure_facts(request)


def _identities(request: AssessmentRequest, law: Law) -> Hashable:
    """Return the identities: of their dates only what the figures ask of them."""
    held = request.identities or ()
    for one in held:
        if one.recognised_on is not None or one.valid_to is not None:
            case = Case(request, law)
            return tuple([_identity_by_day(one, case) for one in held])
    return held


def _identity_by_day(one: Identity, case: Case) -> Hashable:
    return (
        replace(one, recognised_on=None, valid_to=None),
        (one.recognised_on is None, one.valid_to is None),
        not_expired(one, case),
        recognised_in_time(one, case),
        held_on_known_days(one, case) if case.days else None,
    )


def _age_counts(request: AssessmentRequest, law: Law) -> bool:
    if request.birth_date is None:
        return False
    text = law.text
    if text.anyone is not None or text.fee_ages:
        return True
    return bool(text.age_codes) and any(
        one.code in text.age_codes for one in request.identities or ()
    )


def _ages(request: AssessmentRequest, law: Law) -> list[Verdict]:
    """Return which of the law's ages are reached: all that the figures know of the birth date."""
    case = Case(request, law)
    return [has_completed(age, case) for age in law.text.ages]


def _timing_key(request: AssessmentRequest, law: Law) -> Hashable:
    text = law.text
    # Identities count as grounds by what they give only where the text says so.
    aged = text.waiting.assisted and _age_counts(request, law)
    birth = request.birth_date if aged or _birth_counts(request) else None
    held: Hashable = None
    if request.identities and text.waiting.assisted:
        held = request.identities, request.other_cover
    elif request.identities:
        held = tuple([_as_ground(one, request, law) for one in request.identities])
    return text.place, birth, held, _timing_facts(request)


def _as_ground(one: Identity, request: AssessmentRequest, law: Law) -> Hashable:
    """Return what the timing asks of an identity; its code is put in afterwards.

    It is a ground, or the text leaves that open while it is held, or it is none; and it is said if
    the certificate ran out.
    """
    free = law.text.free_identities.get(one.code)
    if free is not None:
        when = free.when
        by_age = when is not None and not (when.age_min is None and when.age_below is None)
        return one, request.other_cover, request.birth_date if by_age else None
    if one.code not in law.text.asked_identities:
        return False, one.valid_to
    if one.recognised_on is None and one.valid_to is None:
        return True, None
    return held_on_known_days(one, Case(request, law)) is not False, one.valid_to


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


def _figure_part(case: Case, found: Figures, sheet: Sheet, law: bytes) -> _FigurePart:
    result = joined("", found, None, case.law.used, sheet, allowed=None)
    piece = _piece(result_object(result), _FIGURE_FIELDS, sheet)
    return _FigurePart(piece, found.standard, found.net, law)


def _timing_part(case: Case, found: Figures) -> _TimingPart:
    sheet = Sheet()
    timing = timing_of(case, found, sheet)
    result = joined("", found, timing, case.law.used, sheet, allowed=None)
    piece = _piece(result_object(result), _TIMING_FIELDS, sheet)
    held = case.request.identities
    if held:
        piece = replace(piece, trace=piece.trace.replace(_named(held), _NAMES_HERE))
    return _TimingPart(piece, timing.in_time, _admitted(piece, timing.in_time))


def _named(held: Sequence[Identity]) -> bytes:
    return b'"identities":' + _codes(tuple([one.code for one in held]))


@lru_cache(PARTS_KEPT_MAX)
def _codes(codes: tuple[str, ...]) -> bytes:
    return _encode(codes)


def _admitted(piece: _Piece, in_time: Verdict | None) -> _Rest:
    """Return the timing with the admission that hangs on the dates alone."""
    sheet = Sheet()
    allowed = write_admission(True if in_time is None else in_time, [], sheet)
    return _rest(piece, sheet, allowed=allowed)


def _rest(timing: _Piece, sheet: Sheet, *, allowed: bool | None) -> _Rest:
    admission = _piece({"allowed": allowed}, ("allowed",), sheet)
    piece = _Piece(
        b",".join((admission.fields, timing.fields)),
        timing.undetermined + admission.undetermined,
        timing.trace + admission.trace,
        timing.reasons + admission.reasons,
    )
    return _Rest(piece, refused=allowed is False)


def _piece(result: dict[str, object], fields: tuple[str, ...], sheet: Sheet) -> _Piece:
    return _Piece(
        _encode({field: result[field] for field in fields})[1:-1],
        _entries([open_object(entry) for entry in sheet.open]),
        _entries(sheet.trace),
        tuple(sheet.reasons),
    )


def _entries(entries: Sequence[object]) -> bytes:
    return b"," + _encode(entries)[1:-1] if entries else b""


def _result(request: AssessmentRequest, figures: _FigurePart, rest: _Rest) -> bytes:
    first, last, trace = figures.piece, rest.piece, rest.piece.trace
    if request.identities:
        trace = trace.replace(_NAMES_HERE, _named(request.identities))
    undetermined = first.undetermined + last.undetermined
    status = b"refused" if rest.refused else b"undetermined" if undetermined else b"determined"
    return b"".join(
        (
            b'{"id":',
            _encode(request.id),
            b',"status":"',
            status,
            b'",',
            first.fields,
            b",",
            last.fields,
            b',"undetermined":[',
            undetermined[1:],
            b'],"reasons":',
            _reasons(first.reasons, last.reasons),
            b',"trace":[',
            (first.trace + trace)[1:],
            b'],"law":',
            figures.law,
            b',"problems":[]}',
        )
    )


@lru_cache(PARTS_KEPT_MAX)
def _reasons(first: tuple[Reason, ...], last: tuple[Reason, ...]) -> bytes:
    return _encode(tuple(dict.fromkeys((*first, *last))))


_NO_TIMING = _piece(dict.fromkeys(_TIMING_FIELDS), _TIMING_FIELDS, Sheet())
_UNDATED = _TimingPart(_NO_TIMING, None, _admitted(_NO_TIMING, None))
