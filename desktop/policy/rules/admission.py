"""Whether the person may be enrolled: by person and figures, and by time where dates are given.

False only where a text forbids it; a silence leaves it open.
"""

from __future__ import annotations

from collections.abc import Iterator

from desktop.policy.case import Case
from desktop.policy.codes import Reason
from desktop.policy.law import Provision
from desktop.policy.rules.payable import Payable
from desktop.policy.rules.standard import PersonalStandard
from desktop.policy.rules.waiting import Waiting
from desktop.policy.rules.window import WindowFound
from desktop.policy.sheet import Sheet
from desktop.policy.verdict import Doubt, Verdict, all_of


def refusals(
    case: Case, standard: PersonalStandard, net: Payable
) -> Iterator[tuple[Reason, Provision]]:
    """Yield each reason why a text forbids enrolment, with where it says so."""
    if any(cover.status == "active" for cover in case.request.other_cover or ()):
        yield "DUPLICATE_COVERAGE", case.text.other_cover_at
    if standard.refused is not None:
        yield standard.refused, standard.at
    at = case.text.instalments_at
    if at is not None and _instalment(case, net) is True:
        yield "NO_INSTALMENT", at


def _instalment(case: Case, net: Payable) -> Verdict:
    """Return whether less than what is due was paid.

    桂医保发〔2021〕22号 一（二）: 个人缴费应…按年度一次性缴纳.
    """
    paid = case.request.paid_amount
    if paid is None:
        return False
    if net.fen is not None:
        return paid < net.fen
    return paid < net.least or net.doubt or False


def admission(case: Case, net: Payable, in_time: Verdict | None) -> Verdict:
    """Return whether nothing stands against enrolment where no text forbids it."""
    conditions: list[Verdict] = [_of_this_place(case)]
    if case.text.instalments_at is not None:
        instalment = _instalment(case, net)
        conditions.append(instalment if type(instalment) is Doubt else not instalment)
    if in_time is not None:
        conditions.append(in_time)
    return all_of(conditions)


def _of_this_place(case: Case) -> Verdict:
    """Neither a local hukou nor a residence permit: not stated (X15)."""
    request = case.request
    if request.residence_permit is False and request.local_hukou is False:
        return case.text.residence_permit_at.silence
    return True


def allowed_in_time(case: Case, window: WindowFound, waiting: Waiting) -> Verdict:
    """Return whether the dates allow it: inside the window or on a ground, yes.

    Late without a ground: 赣医保发〔2021〕13号 三¶2 (其他情况参加居民医保的) implies that it is
    allowed (J1); elsewhere whether it is allowed at all is not stated (X5).
    """
    rule, at = case.text.waiting, case.text.waiting_at
    if window.within is True or waiting.ground is True or waiting.exempt is True:
        return True
    if rule.late_enrolment and not window.before:
        return True
    if type(waiting.exempt) is Doubt:
        return waiting.exempt
    return at.silence


def write_admission(
    verdict: Verdict, refused: list[tuple[Reason, Provision]], sheet: Sheet
) -> bool | None:
    """Write whether the person may be enrolled; return it, None if it is open."""
    if refused:
        for reason, _ in refused:
            sheet.mention(reason)
        inputs = {"reasons": [reason for reason, _ in refused]}
        sheet.settle("allowed", at=refused[0][1], inputs=inputs, value=False)
        return False
    if type(verdict) is Doubt:
        sheet.leave_open("allowed", verdict)
        return None
    return verdict
