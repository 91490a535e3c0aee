"""Single sheets: day closing (日结单), refund request (退费申请表), enrolment form (参保登记表).

Identity numbers are masked. A refund request carries the whole account: it is paid to from it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from desktop.base.clock import instant_text, legal_day
from desktop.base.money import fen_text
from desktop.base.resources import form_text
from desktop.domain import codes
from desktop.domain.closing import DayFigures
from desktop.domain.codes import Code, Language
from desktop.domain.form_template import FormData, FormTemplate, form_from_text
from desktop.domain.household import HouseholdInput, MemberInput, is_head
from desktop.domain.identity_number import masked
from desktop.domain.paper_template import Value
from desktop.policy import Assessment
from desktop.policy.words import IDENTITY_WORDS, REASON_WORDS, article_words, law_word
from desktop.usecases.closing import (
    Closing,
    Share,
    closing_of_day,
    figures_of_day,
    shares_of_day,
)
from desktop.usecases.day_overview import held_part, stated_figures, station_called
from desktop.usecases.desk import Desk
from desktop.usecases.divisions import tree
from desktop.usecases.open_household import load_household
from desktop.usecases.operators import name_of, on_paper
from desktop.usecases.payments import receipt_of
from desktop.usecases.price import price_household
from desktop.usecases.refunds import refund_of, whole_account

CAUSES: Mapping[str, tuple[str, str]] = {
    "paid_twice": ("重复缴费", "Paid twice"),
    "employee_cover": ("已参加职工医保", "Insured as an employee"),
    "death": ("待遇期前死亡", "Died before the benefits began"),
    "moved_away": ("户籍迁出、出国（境）", "Moved away or abroad"),
    "military": ("参军服役", "Military service"),
    "recognised_later": ("缴费后认定为资助对象", "Recognised for assistance after paying"),
    "difference": ("核定金额调整，多退少补", "Figure put right after payment"),
    "other": ("其他", "Other"),
}
"""What each cause of a refund request is called."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet ready to be put on paper."""

    template: FormTemplate
    data: FormData
    printed_at: str
    language: Language


def day_sheet(
    desk: Desk, collector: str, day: date, language: Language = "zh", station: str = ""
) -> Sheet:
    """Return a collector's day closing (日结单); before the closing it says that it is open.

    ``station`` is the id of another station: its closed figures are shown as it signed them, the
    parts by village, standard and identity from the receipts held here, and how many those are.
    """
    closing = closing_of_day(desk, collector, day, station)
    figures = held = figures_of_day(desk, collector, day, station)
    if station and closing is not None:
        figures = stated_figures(closing, held)
    shares = shares_of_day(desk, collector, day, station)
    known = tree(desk)
    name = station_called(desk, closing) if station and closing else desk.store.station.name
    fields: dict[str, Value] = {
        "collector": on_paper(name_of(desk, collector, station), collector, language),
        "day": day.isoformat(),
        "station": name,
        "held": _held(closing, held, language) if station else _all_held(language),
        "state": _state(desk, closing, language),
        "receipts": figures.receipts,
        "persons": figures.persons,
        "voided": figures.voided,
        "reversed": figures.reversed,
        "late": figures.late,
        "differences": _differences(figures, language),
        "amount_fen": figures.amount_fen,
        "cash_booked_fen": figures.cash_fen,
        "cash_counted_fen": closing.cash_counted_fen if closing else None,
        "difference_fen": closing.difference_fen if closing else None,
        "advanced_fen": figures.advanced_fen,
        "explanation": closing.explanation if closing else "",
        "deposit_slip": closing.deposit_slip if closing else "",
        "deposit_bank": closing.deposit_bank if closing else "",
        "deposit_on": closing.deposit_on if closing else "",
    }
    pieces = closing.counted if closing else ()
    tables: dict[str, tuple[Mapping[str, Value], ...]] = {
        "methods": tuple(
            {
                "method": codes.PAYMENT_METHODS[one.method].name(language),
                "receipts": one.receipts,
                "amount_fen": one.amount_fen,
            }
            for one in figures.methods
        ),
        "numbers": tuple(
            {"first": one.first, "last": one.last, "count": one.count} for one in figures.numbers
        ),
        "pieces": tuple(
            {
                "face_fen": one.face_fen,
                "count": one.count,
                "amount_fen": one.face_fen * one.count,
            }
            for one in pieces
        ),
        "villages": _named(shares.villages, known.short_name),
        "standards": tuple(
            _share(one)
            | {
                "standard_fen": int(one.key)
                if one.key
                else _pick("补收差额", "differences", language)
            }
            for one in shares.standards
        ),
        "identities": _named(
            shares.identities,
            lambda code: (
                law_word(IDENTITY_WORDS, code, language)
                if code
                else _pick("无资助", "no assistance", language)
            ),
        ),
    }
    return _sheet(desk, "day-sheet", fields, tables, language)


def refund_application(desk: Desk, refund_id: str, language: Language = "zh") -> Sheet:
    """Return a refund request's form (退费申请表). Raises Refused ``REFUND_UNKNOWN``."""
    asked = refund_of(desk, refund_id)
    taken, _ = receipt_of(desk, asked.receipt)
    receipt = taken.receipt
    zh, en = CAUSES[asked.cause]
    fields: dict[str, Value] = {
        "receipt": asked.receipt,
        "campaign_year": str(receipt.campaign_year),
        "paid_on": receipt.paid_on or legal_day(receipt.taken_at),
        "method": codes.PAYMENT_METHODS[receipt.method].name(language),
        "external_number": receipt.external_number,
        "household_number": receipt.household_number,
        "cause": _pick(zh, en, language),
        "relation": _code(codes.RELATIONS, asked.applicant_relation, language),
    }
    fields |= {name: getattr(asked, name) for name in _REFUND_FIELDS}
    fields["account"] = whole_account(desk, refund_id)
    persons: tuple[Mapping[str, Value], ...] = tuple(
        {
            "name": line.name,
            "document": line.document,
            "standard_fen": line.standard_fen,
            "assistance_fen": line.assistance_fen,
            "paid_fen": line.paid_fen,
        }
        for line in receipt.lines
        if line.enrollment in asked.enrollments
    )
    return _sheet(desk, "refund-application", fields, {"persons": persons}, language)


_REFUND_FIELDS = (
    "detail", "evidence", "applicant", "account_name", "bank", "requested_on",
)  # fmt: skip


def enrollment_form(
    desk: Desk, household_id: str, campaign_year: int, language: Language = "zh"
) -> Sheet:
    """Return a household's enrolment form (参保登记表) with what each owes if paid today.

    Raises:
        Refused: ``HOUSEHOLD_UNKNOWN``.
    """
    loaded = load_household(desk, household_id, campaign_year)
    entry = loaded.entry
    prices = price_household(entry, desk.law, desk.today, desk.local_values)
    heads = [member.name for member in entry.members if is_head(member)]
    fields: dict[str, Value] = {
        "household_number": entry.number,
        "campaign_year": str(campaign_year),
        "head_name": heads[0] if heads else "",
        "phone": entry.phone,
        "address": tree(desk).address_line(entry.division, entry.address),
    }
    members = tuple(
        _member(entry, place, status, language) for place, status in enumerate(loaded.statuses)
    )
    priced = tuple(
        _price(entry.members[one.place], one.assessment, language)
        for one in prices.members
        if one.assessment is not None
    )
    tables: dict[str, tuple[Mapping[str, Value], ...]] = {"members": members, "prices": priced}
    return _sheet(desk, "enrollment-form", fields, tables, language)


def _member(
    entry: HouseholdInput, place: int, status: str, language: Language
) -> Mapping[str, Value]:
    member = entry.members[place]
    states = {
        "paid": ("已缴费", "paid"),
        "registered": ("已登记，待缴费", "registered"),
        "": ("本年未参保", "not enrolled"),
    }
    return {
        "name": member.name,
        "relation": _code(codes.RELATIONS, member.relation, language),
        "document_type": _code(codes.DOCUMENT_TYPES, member.document_type, language),
        "document": masked(member.document_number),
        "sex": _code(codes.SEXES, member.sex, language),
        "birth_date": member.birth_date,
        "ethnic_group": _code(codes.ETHNIC_GROUPS, member.ethnic_group, language),
        "identities": "、".join(
            law_word(IDENTITY_WORDS, one.code, language) for one in member.identities
        ),
        "enrolled": _pick(*states[status], language),
    }


def _price(member: MemberInput, found: Assessment, language: Language) -> Mapping[str, Value]:
    basis = dict.fromkeys(
        article_words(step.document, step.article, language)
        for step in found.trace
        if step.field in ("personal_standard", "assistance")
    )
    reasons = [law_word(REASON_WORDS, reason, language) for reason in found.reasons]
    open_price = found.net_payable is None or found.allowed is False
    return {
        "name": member.name,
        "standard_fen": found.personal_standard,
        "assistance_fen": found.assistance,
        "net_fen": found.net_payable,
        "basis": "；".join(reasons if open_price else basis),
    }


def _differences(figures: DayFigures, language: Language) -> str:
    text = _pick("{} 张，{} 元", "{} receipts, {} yuan", language)
    return text.format(figures.differences, fen_text(figures.differences_fen))


def _all_held(language: Language) -> str:
    return _pick("本站收据，齐全", "this station's receipts, complete", language)


def _held(closing: Closing | None, figures: DayFigures, language: Language) -> str:
    """Return what of another station's day the parts on the sheet are made from."""
    if closing is None:
        return _pick("该日尚未日结", "the day is not closed", language)
    part = held_part(closing, figures)
    if part.whole:
        return _pick("外站收据，本机齐全", "another station's receipts, all held here", language)
    zh = "本机只有 {} 张、{} 元；其余 {} 张、{} 元不在本机，第四至六项未计入"
    en = "only {} receipts, {} yuan are held here; {} receipts, {} yuan are not, nor in parts 4-6"
    return _pick(zh, en, language).format(
        part.receipts,
        fen_text(part.amount_fen),
        part.stated_receipts - part.receipts,
        fen_text(part.stated_fen - part.amount_fen),
    )


def _state(desk: Desk, closing: Closing | None, language: Language) -> str:
    if closing is None:
        return _pick("未日结", "open", language)
    if not closing.approved_by:
        return _pick("已日结，待复核", "closed, to be signed", language)
    if not closing.signature_holds:
        return _pick("复核签字与数字不符", "the signature does not fit", language)
    signer = on_paper(name_of(desk, closing.approved_by), closing.approved_by, language)
    return _pick("已复核：", "signed by ", language) + signer


def _sheet(
    desk: Desk,
    name: str,
    fields: Mapping[str, Value],
    tables: Mapping[str, tuple[Mapping[str, Value], ...]],
    language: Language,
) -> Sheet:
    named = f"{name}.toml"
    today = desk.today
    day = f"{today.year}年{today.month}月{today.day}日" if language == "zh" else today.isoformat()
    data = FormData(
        fields=fields,
        tables=tables,
        number="",
        station=desk.store.station.name,
        day=day,
        training=desk.store.station.training_day is not None,
    )
    template = form_from_text(named, form_text("papers", named))
    return Sheet(template, data, instant_text(desk.store.clock.now()), language)


def _named(shares: tuple[Share, ...], name: Any) -> tuple[Mapping[str, Value], ...]:
    return tuple(_share(one) | {"name": name(one.key)} for one in shares)


def _share(one: Share) -> dict[str, Value]:
    return {
        "persons": one.persons,
        "paid_fen": one.paid_fen,
        "assistance_fen": one.assistance_fen,
    }


def _pick(zh: str, en: str, language: Language) -> str:
    return zh if language == "zh" else en


def _code(table: Mapping[str, Code], code: str, language: Language) -> str:
    found = table.get(code)
    return found.name(language) if found else code
