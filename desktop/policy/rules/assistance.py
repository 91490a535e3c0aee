"""Assistance and what is left to pay: the single highest (就高), never a sum.

楚医保〔2021〕46号 三; 云医保〔2021〕90号 二; 赣医保发〔2021〕13号 二（四）;
桂医保发〔2021〕22号 二（三）; 渝医保发〔2021〕70号 一¶3. An open identity leaves the result open
only if one of its readings would change it.
"""

from __future__ import annotations

from msgspec import Struct

from desktop.policy.case import Case
from desktop.policy.codes import AssistanceKind, IdentityCode
from desktop.policy.law import Provision
from desktop.policy.result import Reading
from desktop.policy.rules.outcomes import Given, Kind, Nothing, Outcome, Unsure
from desktop.policy.rules.standard import PersonalStandard
from desktop.policy.sheet import Sheet, amount_text
from desktop.policy.verdict import Doubt, plain

_MEASURED = frozenset({"share", "pays"})


class Assistance(Struct, frozen=True, gc=False):
    """What assistance comes to. Amounts in fen; None with a doubt where it is open.

    ``least`` is what is certain, ``most`` the highest any reading gives (None: not bounded).
    ``full`` says that the whole standard is covered, whatever it is; ``leaves`` what is left to
    pay of any standard that is not less.
    """

    at: Provision
    fen: int | None = None
    doubt: Doubt | None = None
    least: int = 0
    most: int | None = 0
    full: bool = False
    leaves: int | None = None
    kind: AssistanceKind | None = None
    kind_doubt: Doubt | None = None
    code: IdentityCode | None = None
    code_doubt: Doubt | None = None


def highest(case: Case, found: list[Outcome], standard: PersonalStandard) -> Assistance:
    """Return the single highest of what the identities give.

    C10: two identities with the same highest amount leave open on which it rests, and the kind
    too if theirs differ.
    """
    at = case.text.assistance_at
    if not found:
        return Assistance(at, 0, kind="none")
    given, unsure, best, full = _parted(found)
    if full is not None and full.fen is None:
        return _full_of_unknown(given, full, standard)
    covered = standard.fen is not None and best >= standard.fen
    top = [one for one in given if one.fen == best] if best else []
    if not unsure:
        return _settled(at, top, unsure, full=covered and full is not None)
    open_to_more = [] if covered else [one for one in unsure if one.fen is None or one.fen > best]
    if open_to_more:
        return _open(case, top, best, open_to_more, standard)
    as_much = [one for one in unsure if one.fen == best and one.code is not None]
    return _settled(at, top, as_much, full=covered and full is not None)


def _parted(found: list[Outcome]) -> tuple[list[Given], list[Unsure], int, Given | None]:
    """Return who is given something, who is unsure, the highest amount, and who gives it all."""
    given: list[Given] = []
    unsure: list[Unsure] = []
    best, full = 0, None
    for one in found:
        if type(one) is Given:
            given.append(one)
            if one.kind == "full":
                full = one
            if one.fen is not None and one.fen > best:
                best = one.fen
        elif type(one) is Unsure:
            unsure.append(one)
    return given, unsure, best, full


def _settled(at: Provision, top: list[Given], unsure: list[Unsure], *, full: bool) -> Assistance:
    """Return the highest amount, resting on the one identity that gives it, if it is one."""
    if not top:
        return Assistance(at, 0, kind="none")
    first = top[0]
    kind: Kind | None = first.kind
    code: IdentityCode | None = first.code
    kind_doubt = code_doubt = None
    others: list[Given | Unsure] = [*top[1:], *unsure]
    for other in others:
        if other.kind is not None and other.kind != first.kind:
            kind, kind_doubt = None, at.silence
        if other.code != first.code:
            code, code_doubt = None, at.silence
    fen = first.fen or 0
    return Assistance(first.at, fen, None, fen, fen, full, None, kind, kind_doubt, code, code_doubt)


def _full_of_unknown(given: list[Given], full: Given, standard: PersonalStandard) -> Assistance:
    """全额 of a standard that is only known by its floor: nothing is left to pay in any case."""
    assert standard.doubt is not None, "a standard without an amount is open"
    one_code = all(one.code == full.code for one in given if one.kind == "full")
    return Assistance(
        full.at,
        doubt=plain(standard.doubt),
        least=standard.floor or 0,
        most=None,
        full=True,
        kind="full",
        code=full.code if one_code else None,
        code_doubt=None if one_code else full.at.silence,
    )


def _open(
    case: Case, top: list[Given], best: int, unsure: list[Unsure], standard: PersonalStandard
) -> Assistance:
    first = unsure[0]
    bounds = [one.fen for one in unsure]
    most = standard.fen if None in bounds else max(bound or 0 for bound in bounds)
    doubt = first.doubt
    if len(unsure) > 1 or best > 0:
        doubt = Doubt(doubt.reason, doubt.needs, doubt.provision, fact=doubt.fact)
    kinds: set[Kind | None] = {one.kind for one in unsure} | {one.kind for one in top}
    certain = best > 0 or any(one.certain for one in unsure)
    alone = len(unsure) == 1 and not top and first.certain
    group = first.group
    leaves = group.pays if alone and group is not None and first.kind == "pays" else None
    settled_kind = next(iter(kinds)) if certain and len(kinds) == 1 else None
    return Assistance(
        case.text.assistance_at,
        doubt=doubt,
        least=best,
        most=most,
        leaves=leaves,
        kind=settled_kind,
        kind_doubt=None if settled_kind is not None else plain(doubt),
        code=first.code if alone else None,
        code_doubt=None if alone else plain(doubt),
    )


def after_given(case: Case, found: Assistance) -> Assistance:
    """Return the assistance beside what was given before: topped up or left is not said (C10)."""
    before = case.request.assistance_already_given
    if not before or found.fen is None or found.fen == before:
        return found
    at = case.text.assistance_at
    readings = (
        Reading("C10：就高补足差额", amount_text(found.fen)),
        Reading("C10：不得重复享受，维持已资助金额", amount_text(before)),
    )
    doubt = Doubt("NOT_IN_DOC", "admin", at.cite, readings)
    return Assistance(
        at,
        doubt=doubt,
        least=min(before, found.fen),
        most=max(before, found.fen),
        kind_doubt=plain(doubt),
        code_doubt=plain(doubt),
    )


def of_student_without_fee(case: Case, found: list[Outcome]) -> Assistance:
    """高校大学生个人不缴费 (赣医保发〔2021〕13号 二（四）): nothing to assist.

    Who bears the fee of a student who is also assisted is not said (J5).
    """
    at = case.text.student_fee_at
    assert at is not None, "asked only where students pay nothing"
    assisted = [one for one in found if type(one) is not Nothing]
    if not assisted:
        return Assistance(at, 0, kind="none")
    doubt = at.silence
    return Assistance(at, doubt=doubt, most=None, kind_doubt=doubt, code_doubt=doubt)


def write_assistance(case: Case, found: Assistance, outcomes: list[Outcome], sheet: Sheet) -> None:
    """Write assistance, its kind and the identity it rests on."""
    for one in outcomes:
        if type(one) is not Given:
            sheet.mention(one.reason if type(one) is Nothing else one.doubt.reason)
    if found.doubt is not None:
        sheet.leave_open("assistance", found.doubt, at_least=found.least or None)
    elif found.fen is not None:
        sheet.settle("assistance", amount_text(found.fen), found.at, _rests_on(case, found))
    if found.kind_doubt is not None:
        sheet.leave_open("assistance_kind", found.kind_doubt)
    if found.code_doubt is not None:
        sheet.leave_open("assistance_identity", found.code_doubt)


def _rests_on(case: Case, found: Assistance) -> dict[str, object]:
    codes = [identity.code for identity in case.identities]
    inputs: dict[str, object] = {"identities": codes, "rests_on": found.code}
    if found.kind in _MEASURED:
        inputs |= _measured_by(case, found)
    return inputs


def _measured_by(case: Case, found: Assistance) -> dict[str, object]:
    """Return the share and its rounding, or what the person pays, as inputs of the amount."""
    entry = None if found.code is None else case.text.groups.get(found.code)
    if entry is None:
        return {}
    group = entry[0]
    if group.pays is not None:
        return {"pays": amount_text(group.pays)}
    assert group.share is not None, "a share, or what the person pays"
    inputs: dict[str, object] = {"share": f"{group.share.numerator}/{group.share.denominator}"}
    if group.rounding is not None:
        inputs["rounding"] = f"{group.rounding.to} {group.rounding.rule}"
        inputs["rounding_article"] = group.rounding.article
    return inputs
