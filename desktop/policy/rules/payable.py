"""What is left to pay, and what is due back after payment in full."""

from __future__ import annotations

from msgspec import Struct

from desktop.base.money import fen_from_text
from desktop.policy.case import Case
from desktop.policy.law import Provision
from desktop.policy.result import Reading
from desktop.policy.rules.assistance import Assistance
from desktop.policy.rules.outcomes import Given, Outcome
from desktop.policy.rules.standard import PersonalStandard
from desktop.policy.sheet import Sheet, amount_text
from desktop.policy.verdict import Doubt


class Payable(Struct, frozen=True, gc=False):
    """What is left to pay in fen, or why it is open; ``least`` is what every reading asks."""

    at: Provision
    fen: int | None = None
    doubt: Doubt | None = None
    least: int = 0


def net_payable(case: Case, standard: PersonalStandard, assistance: Assistance) -> Payable:
    """Return standard less assistance, whatever was paid.

    赣医保发〔2021〕13号 二（四）: university students pay nothing, whoever bears it (J5).
    """
    free_at = case.text.student_fee_at
    if free_at is not None and case.enrolled_as_student and not standard.year_not_priced:
        return Payable(free_at, 0)
    if assistance.full:
        return Payable(assistance.at, 0)
    leaves = assistance.leaves
    if leaves is not None and standard.floor is not None and leaves <= standard.floor:
        return Payable(assistance.at, leaves)
    if standard.doubt is not None:
        least = (standard.floor or 0) - (assistance.most or 0)
        bounded = assistance.most is not None
        doubt = _after_assistance(standard.doubt, assistance.fen)
        return Payable(standard.at, doubt=doubt, least=max(0, least) if bounded else 0)
    assert standard.fen is not None, "a standard is settled or open"
    if assistance.doubt is not None:
        most = standard.fen if assistance.most is None else assistance.most
        if min(most, assistance.least) >= standard.fen:
            return Payable(standard.at, 0)
        doubt = assistance.doubt
        readings = tuple(_net_reading(reading, standard.fen) for reading in doubt.readings)
        least = max(0, standard.fen - most)
        return Payable(
            standard.at,
            doubt=Doubt(doubt.reason, doubt.needs, doubt.provision, readings),
            least=least,
        )
    assert assistance.fen is not None, "assistance is settled or open"
    return Payable(standard.at, max(0, standard.fen - assistance.fen))


def _after_assistance(doubt: Doubt, assistance: int | None) -> Doubt:
    """Return the doubt of a standard as that of what is left of it."""
    if not doubt.readings:
        return doubt
    left = [] if assistance is None else [_left(one, assistance) for one in doubt.readings]
    return Doubt(doubt.reason, doubt.needs, doubt.provision, tuple(left), doubt.fact)


def _left(reading: Reading, assistance: int) -> Reading:
    assert isinstance(reading.value, str), "a standard is read as an amount"
    return Reading(reading.says, amount_text(max(0, fen_from_text(reading.value) - assistance)))


def _net_reading(reading: Reading, standard: int) -> Reading:
    if not isinstance(reading.value, str):
        return Reading(reading.says, None)
    return Reading(reading.says, amount_text(max(0, standard - fen_from_text(reading.value))))


def write_payable(
    found: Payable, standard: PersonalStandard, assistance: Assistance, sheet: Sheet
) -> None:
    """Write what is left to pay."""
    if found.doubt is not None:
        sheet.leave_open("net_payable", found.doubt)
        return
    assert found.fen is not None, "what is left is settled or open"
    inputs: dict[str, object] = {}
    if standard.fen is not None:
        inputs["personal_standard"] = amount_text(standard.fen)
    if assistance.fen is not None:
        inputs["assistance"] = amount_text(assistance.fen)
    sheet.settle("net_payable", amount_text(found.fen), found.at, inputs)


class Retroactive(Struct, frozen=True, gc=False):
    """What is due back in fen, or why it is open; ``least`` is certain in every reading."""

    at: Provision
    fen: int | None = None
    doubt: Doubt | None = None
    least: int = 0


def retroactive(
    case: Case,
    outcomes: list[Outcome],
    standard: PersonalStandard,
    assistance: Assistance,
    net: Payable,
) -> Retroactive:
    """Return what is due back to a person who paid in full.

    云医保〔2021〕90号 二: 对已认定为医疗救助资助参保对象后，仍按个人缴费标准全额缴纳…的参保人员，
    应按照医疗救助资助参保标准，落实资助参保金. Only that clear case is settled (C9):
    recognised first, one of 医疗救助资助参保对象, paid exactly the standard.
    No other province has such a rule (J13).
    """
    paid = case.request.paid_amount
    assert paid is not None, "asked only where something was collected"
    at = case.text.retroactive_at
    if assistance.fen == 0 or paid <= (net.least if net.fen is None else net.fen):
        return Retroactive(at or assistance.at, 0)
    if at is None:
        return Retroactive(net.at, doubt=net.at.silence)
    if standard.fen is None or paid != standard.fen:
        return Retroactive(at, doubt=at.silence)
    certain = max((_clear_fen(one, case) for one in outcomes), default=0)
    if assistance.fen == certain:
        return Retroactive(at, certain)
    reason = "NOT_IN_DOC" if assistance.doubt is None else assistance.doubt.reason
    return Retroactive(at, doubt=Doubt(reason, "admin", at.cite), least=certain)


def _clear_fen(one: Outcome, case: Case) -> int:
    """Return what an identity gives that 云医保〔2021〕90号 二 is certain to mean, else 0."""
    if type(one) is not Given or one.group is None or not one.group.medical_assistance:
        return 0
    recognised_first = case.paid_on is not None or any(
        identity.code == one.code and identity.recognised_on is None for identity in case.identities
    )
    return one.fen or 0 if recognised_first else 0


def write_retroactive(case: Case, found: Retroactive, assistance: Assistance, sheet: Sheet) -> None:
    """Write what is due back."""
    if found.doubt is not None:
        sheet.leave_open("retroactive_assistance", found.doubt, at_least=found.least or None)
        return
    assert found.fen is not None, "what is due back is settled or open"
    paid = case.request.paid_amount
    inputs: dict[str, object] = {"paid_amount": None if paid is None else amount_text(paid)}
    if assistance.fen is not None:
        inputs["assistance"] = amount_text(assistance.fen)
    sheet.settle("retroactive_assistance", amount_text(found.fen), found.at, inputs)
