"""The one calculator: from a request and the law book to a result with its reasoning.

The same function serves the screen, the receipts, repricing, the command line and the centre.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec import UNSET, Struct
from msgspec.structs import replace

from desktop.policy.case import Case, LocalSource
from desktop.policy.codes import Status
from desktop.policy.law import LawBook, LawText
from desktop.policy.request import AssessmentRequest
from desktop.policy.request_json import history_problems, request_from_json
from desktop.policy.result import Assessment, Fiscal, LawUsed, Problem, Undetermined
from desktop.policy.result_json import assessment_to_json
from desktop.policy.rules.admission import admission, allowed_in_time, refusals, write_admission
from desktop.policy.rules.assistance import (
    Assistance,
    after_given,
    highest,
    of_student_without_fee,
    write_assistance,
)
from desktop.policy.rules.benefit import (
    Facts,
    Start,
    benefit_end,
    benefit_start,
    write_benefit,
)
from desktop.policy.rules.fiscal import fiscal
from desktop.policy.rules.graduates import graduate_rule, write_graduate
from desktop.policy.rules.outcomes import Outcome, outcomes
from desktop.policy.rules.payable import (
    Payable,
    Retroactive,
    net_payable,
    retroactive,
    write_payable,
    write_retroactive,
)
from desktop.policy.rules.standard import (
    BenefitYearFound,
    PersonalStandard,
    Scheme,
    benefit_year,
    personal_standard,
    scheme_of,
    write_standard,
)
from desktop.policy.rules.waiting import Waiting, waiting, write_waiting
from desktop.policy.rules.window import WindowFound, within_window, write_window
from desktop.policy.sheet import Sheet, plain_fen
from desktop.policy.verdict import Doubt, Verdict


class Figures(Struct, frozen=True, gc=False):
    """What money comes to, whatever the dates say of window and waiting."""

    scheme: Scheme | Doubt
    graduate: Verdict | None
    year: BenefitYearFound
    standard: PersonalStandard
    outcomes: list[Outcome]
    assistance: Assistance
    net: Payable
    back: Retroactive | None
    subsidy: Fiscal | None


_NOTHING_AGAINST = (True, None)


class Timing(Struct, frozen=True, gc=False):
    """What hangs on the dates, found only where one is known."""

    window: WindowFound
    waiting: Waiting
    start: Start
    end: date | Doubt
    graduate: Verdict | None
    in_time: Verdict


def assess(
    request: AssessmentRequest,
    book: LawBook,
    sources: Mapping[str, LocalSource] | None = None,
) -> Assessment:
    """Return what the law in force says of one person.

    ``sources`` names, for each local value used, the document it rests on; without it the trace
    cites 本地参数. Never raises for a valid request: what no document says is undetermined. A
    history of cover is invalid where the law in force counts no years.
    """
    law = book.resolve(request.division, request.campaign_year)
    if request.cover_history is not UNSET:
        problems = history_problems(request.cover_history, law)
        if problems:
            return invalid(request.id, problems)
    if law is None:
        return out_of_scope(request)
    case, sheet = Case(request, law, sources), Sheet()
    figures = figures_of(case, sheet)
    timing = timing_of(case, figures, sheet) if case.days else None
    in_time = None if timing is None else timing.in_time
    allowed = admission_of(case, figures.standard, figures.net, in_time, sheet)
    return joined(request.id, figures, timing, law.used, sheet, allowed=allowed)


def figures_of(case: Case, sheet: Sheet) -> Figures:
    """Return the year, the standard, assistance, what is left to pay, and the subsidy."""
    scheme: Scheme | Doubt = "resident"
    graduate = None
    if case.request.student is not None:
        scheme, graduate = scheme_of(case), graduate_rule(case)
    year = benefit_year(case, scheme, graduate)
    standard = personal_standard(case, scheme, graduate)
    write_standard(case, standard, year, sheet)
    found = outcomes(case, standard)
    given = _assistance(case, found, standard, sheet)
    net = net_payable(case, standard, given)
    write_payable(net, standard, given, sheet)
    back = None
    if case.request.paid_amount is not None:
        back = retroactive(case, found, standard, given, net)
        write_retroactive(case, back, given, sheet)
    subsidy = fiscal(case, sheet)
    return Figures(scheme, graduate, year, standard, found, given, net, back, subsidy)


def _assistance(
    case: Case, found: list[Outcome], standard: PersonalStandard, sheet: Sheet
) -> Assistance:
    if case.request.registered is False:
        # 对已参保的…予以资助: nobody is assisted before being enrolled (C3).
        sheet.mention("NOT_ENROLLED")
        given = Assistance(case.text.assistance_at, 0, kind="none")
        write_assistance(case, given, [], sheet)
        return given
    free = case.text.student_fee_at is not None and case.enrolled_as_student
    given = of_student_without_fee(case, found) if free else highest(case, found, standard)
    given = after_given(case, given)
    write_assistance(case, given, found, sheet)
    return given


def timing_of(case: Case, figures: Figures, sheet: Sheet) -> Timing:
    """Return what the known dates say of window, waiting period and cover."""
    scheme, graduate = figures.scheme, figures.graduate
    window = within_window(case, scheme)
    write_window(case, window, sheet)
    wait = waiting(case, window, figures.outcomes, graduate, figures.year)
    write_waiting(case, wait, sheet)
    facts = Facts(scheme, figures.year, window, wait, graduate)
    start, end = benefit_start(case, facts), benefit_end(case, facts)
    write_benefit(case, start, end, sheet)
    write_graduate(case, graduate, sheet)
    in_time = allowed_in_time(case, window, wait)
    return Timing(window, wait, start, end[0], graduate, in_time)


def admission_of(
    case: Case,
    standard: PersonalStandard,
    net: Payable,
    in_time: Verdict | None,
    sheet: Sheet,
) -> bool | None:
    """Return whether the person may be enrolled, None if that is open; write what it rests on."""
    if in_time in _NOTHING_AGAINST and nothing_else_against(case.request, case.text, standard):
        return True
    refused = list(refusals(case, standard, net))
    return write_admission(admission(case, net, in_time), refused, sheet)


def nothing_else_against(
    request: AssessmentRequest, text: LawText, standard: PersonalStandard
) -> bool:
    """Return whether only the dates can stand against enrolment: so for nearly everybody."""
    return (
        not request.other_cover
        and standard.refused is None
        and request.residence_permit is not False
        and (request.paid_amount is None or text.instalments_at is None)
    )


def joined(
    request_id: str,
    figures: Figures,
    timing: Timing | None,
    law: LawUsed,
    sheet: Sheet,
    *,
    allowed: bool | None,
) -> Assessment:
    """Return the result of its parts."""
    undated = Assessment(
        id=request_id,
        status=_status(allowed, any_open=bool(sheet.open)),
        benefit_year=figures.year.year,
        personal_standard=plain_fen(figures.standard.fen),
        assistance=plain_fen(figures.assistance.fen),
        assistance_kind=figures.assistance.kind,
        assistance_identity=figures.assistance.code,
        net_payable=plain_fen(figures.net.fen),
        retroactive_assistance=None if figures.back is None else plain_fen(figures.back.fen),
        fiscal=figures.subsidy,
        allowed=allowed,
        undetermined=tuple(sheet.open),
        reasons=tuple(sheet.reasons),
        trace=tuple(sheet.trace),
        law=law,
    )
    if timing is None:
        return undated
    # Two calls, because Python passes more than fifteen keywords by a table, five times as slow.
    return replace(
        undated,
        within_window=_settled(timing.window.within),
        window_exempt=_settled(timing.waiting.window_exempt),
        waiting_exempt=_settled(timing.waiting.exempt),
        waiting_days=timing.waiting.days,
        benefit_start=timing.start.day,
        benefit_start_month=timing.start.month,
        benefit_end=None if type(timing.end) is Doubt else timing.end,
        graduate_rule_applies=_settled(timing.graduate),
    )


def _settled(verdict: Verdict | None) -> bool | None:
    return verdict if isinstance(verdict, bool) else None


def _status(allowed: Verdict | None, *, any_open: bool) -> Status:
    """Return the first status that holds of a valid request."""
    if allowed is False:
        return "refused"
    return "undetermined" if any_open else "determined"


_ASKED_ALWAYS = (
    "benefit_year",
    "personal_standard",
    "assistance",
    "assistance_kind",
    "assistance_identity",
    "net_payable",
)
_ASKED_WITH_DATES = (
    "within_window",
    "waiting_exempt",
    "waiting_days",
    "benefit_start",
    "benefit_end",
)


def out_of_scope(request: AssessmentRequest) -> Assessment:
    """Return the result where no pack in force covers the division in that campaign."""
    fields = list(_ASKED_ALWAYS)
    if request.paid_amount is not None:
        fields.append("retroactive_assistance")
    if request.subsidy_year is not None:
        fields.append("fiscal")
    fields.append("allowed")
    if isinstance(request.registered_on, date) or isinstance(request.paid_on, date):
        fields.extend(_ASKED_WITH_DATES)
    return Assessment(
        id=request.id,
        status="undetermined",
        undetermined=tuple(Undetermined(field, "OUT_OF_SCOPE", "admin") for field in fields),
        reasons=("OUT_OF_SCOPE",),
    )


def invalid(request_id: str | None, problems: tuple[Problem, ...]) -> Assessment:
    """Return the result of a request that is not valid."""
    return Assessment(id=request_id, status="invalid", problems=problems)


def assess_json(value: object, book: LawBook) -> dict[str, object]:
    """Return the result, as plain JSON values, of a decoded JSON request."""
    request = request_from_json(value)
    if isinstance(request, AssessmentRequest):
        return assessment_to_json(assess(request, book))
    named = value.get("id") if isinstance(value, Mapping) else None
    return assessment_to_json(invalid(named if isinstance(named, str) else None, request))
