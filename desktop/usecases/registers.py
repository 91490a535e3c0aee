"""Registers (花名册, 台账, 进度表, 测算表): what stands on them, for paper and spreadsheet alike.

Identity numbers are masked: a register that is posted or passed around never holds a whole one.
Whole ones leave only through `desktop.usecases.exports`, which puts on record who asked and why.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

import msgspec

from desktop.base.clock import instant_text
from desktop.base.errors import Refused
from desktop.base.resources import form_text
from desktop.domain import codes
from desktop.domain.codes import Language
from desktop.domain.departments import department_of
from desktop.domain.divisions import DivisionTree
from desktop.domain.facts import Recognition
from desktop.domain.identity_number import masked
from desktop.domain.paper_template import (
    PaperTemplate,
    RegisterData,
    Value,
    template_from_text,
)
from desktop.domain.progress import UnitProgress
from desktop.policy.words import IDENTITY_WORDS, REASON_WORDS, law_word
from desktop.sqlite.connection import Connection
from desktop.store import department_lists
from desktop.store import register as people_of
from desktop.store import registers as listed
from desktop.usecases.desk import Desk
from desktop.usecases.divisions import known_tree, tree
from desktop.usecases.fiscal_claim import LEVELS, ClaimLine, fiscal_claim
from desktop.usecases.not_enrolled import PAGE, Listing, Missing, list_not_enrolled
from desktop.usecases.progress import progress
from desktop.wire.scope import scope_of

MAY_PRINT = ("clerk", "collector", "supervisor", "auditor", "policy")


@dataclass(frozen=True, slots=True)
class RegisterWanted:
    """Which register, and of what."""

    kind: str
    division: str
    campaign_year: int
    language: Language = "zh"
    first: date | None = None
    """First booking day, where a register goes by day; None: from the beginning."""
    last: date | None = None
    collector: str = ""
    subsidy_year: int | None = None
    department: str = ""
    """Whose list it is, of the return lists; empty: every department's."""
    whole: bool = False
    """With whole identity numbers (`desktop.usecases.exports.whole_register`)."""


@dataclass(frozen=True, slots=True)
class Register:
    """A register ready to be put on paper or into a spreadsheet."""

    template: PaperTemplate
    data: RegisterData
    printed_at: str
    language: Language


def register(desk: Desk, wanted: RegisterWanted, connection: Connection | None = None) -> Register:
    """Return a register as it stands now.

    ``connection``: a reading one of the same file (`desktop.store.reading`), on whatever thread
    has it, so that a county's register holds nobody up; the desk's own if there is none. The
    fiscal claim asks for local values and is made on the desk's own.

    Raises:
        Refused: ``ROLE``, ``REGISTER_UNKNOWN``, ``TEMPLATE_INVALID``.
        Unavailable: the file cannot be read.
    """
    desk.may(*MAY_PRINT)
    make = _MAKERS.get(wanted.kind)
    if make is None:
        known = ", ".join(sorted(_MAKERS))
        raise Refused("REGISTER_UNKNOWN", f"no such register: {wanted.kind}", known=known)
    named = f"{wanted.kind}.toml"
    template = template_from_text(named, form_text("papers", named))
    # Another thread may read the tree that is known, but not see whether it has changed.
    named_places = tree(desk) if connection is None else known_tree(desk)
    told = _Told(desk, wanted, named_places, connection or desk.store.connection)
    rows = tuple(make(told))
    data = RegisterData(
        rows=rows,
        place=told.place,
        period=told.period,
        station=desk.store.station.name,
        day=told.printed_on,
        remarks=tuple(told.remarks),
        training=desk.store.station.training_day is not None,
    )
    printed_at = instant_text(desk.store.clock.now())
    return Register(template, data, printed_at, wanted.language)


class _Told:
    """What every maker asks: names, words and the day."""

    def __init__(
        self, desk: Desk, wanted: RegisterWanted, known: DivisionTree, connection: Connection
    ) -> None:
        self.desk = desk
        self.connection = connection
        self.wanted = wanted
        self.tree = known
        self.scope = scope_of(wanted.division)
        self.remarks: list[str] = []

    @property
    def place(self) -> str:
        """Whose register it is."""
        return self.tree.full_name(self.wanted.division)

    @property
    def period(self) -> str:
        """The campaign year and, where the register goes by day, the days."""
        zh = self.wanted.language == "zh"
        year = self.wanted.campaign_year
        text = f"{year} 年度征缴" if zh else f"Campaign year {year}"
        if self.wanted.kind == "fiscal-claim":
            subsidy = self.wanted.subsidy_year or year
            text = f"{subsidy} 补助年度　{text}" if zh else f"Subsidy year {subsidy}, {text}"
        first, last = self.wanted.first, self.wanted.last
        if first is None and last is None:
            return text
        days = " — ".join(day.isoformat() if day else "" for day in (first, last))
        return f"{text}　{first}" if first == last else f"{text}　{days}"

    @property
    def printed_on(self) -> str:
        """When it was made, in words."""
        day = self.desk.today
        if self.wanted.language == "zh":
            return f"制表日期：{day.year}年{day.month}月{day.day}日"
        return f"Made on {day.isoformat()}"

    def identity(self, code: str) -> str:
        """Return an identity's name; empty for none."""
        return law_word(IDENTITY_WORDS, code, self.wanted.language)

    def relation(self, code: str) -> str:
        """Return a relation's word."""
        found = codes.RELATIONS.get(code)
        return found.name(self.wanted.language) if found else code

    def document(self, number: str) -> str:
        """Return an identity number as it may be shown."""
        return number if self.wanted.whole else masked(number)

    def say(self, zh: str, en: str) -> str:
        """Return one of two words."""
        return zh if self.wanted.language == "zh" else en


def _contributions(told: _Told) -> Iterator[Mapping[str, Value]]:
    wanted = told.wanted
    for row in listed.contributions(
        told.connection,
        told.scope,
        wanted.campaign_year,
        first=wanted.first.isoformat() if wanted.first else "",
        last=wanted.last.isoformat() if wanted.last else "",
        collector=wanted.collector,
    ):
        yield {
            "household_number": row["household_number"] or "",
            "head_name": row["head_name"] or "",
            "name": row["name"] or "",
            "document": told.document(row["document_number"] or ""),
            "relation": told.relation(row["relation"] or ""),
            "standard_fen": row["standard_fen"],
            "identity": told.say("补缴差额", "difference")
            if row["settles"]
            else told.identity(row["identity"] if row["assistance_fen"] else ""),
            "assistance_fen": row["assistance_fen"],
            "paid_fen": row["paid_fen"],
            "method": codes.PAYMENT_METHODS[row["method"]].name(wanted.language),
            "day": row["booked_on"],
            "number": row["number"],
            "village": told.tree.short_name(row["division"] or ""),
        }


def _assisted(told: _Told) -> Iterator[Mapping[str, Value]]:
    for row in listed.assisted(told.connection, told.scope, told.wanted.campaign_year):
        recognised = [
            one.recognised_on or ""
            for one in msgspec.json.decode(row["identities"] or "[]", type=list[Recognition])
            if one.code == row["identity"]
        ]
        yield {
            "name": row["name"] or "",
            "document": told.document(row["document_number"] or ""),
            "village": told.tree.short_name(row["division"] or ""),
            "identity": told.identity(row["identity"] or ""),
            "recognised_on": recognised[0] if recognised else "",
            "standard_fen": row["standard_fen"],
            "assistance_fen": row["assistance_fen"],
            "paid_fen": row["net_fen"],
            "enrolled": _state(told, row["status"]),
        }


def _department(told: _Told) -> Iterator[Mapping[str, Value]]:
    """Yield who of a department's people is enrolled, once for each person."""
    wanted = told.wanted
    found = department_lists.recognised(told.connection, told.scope, wanted.campaign_year)
    for row in found:
        held = [
            one.code
            for one in msgspec.json.decode(row["identities"], type=list[Recognition])
            if not wanted.department or department_of(one) == wanted.department
        ]
        if not held:
            continue
        reason = codes.NOT_ENROLLED_REASONS.get(row["reason"])
        yield {
            "name": row["name"] or "",
            "document": told.document(row["document_number"] or ""),
            "village": told.tree.short_name(row["division"] or ""),
            "identity": "、".join(told.identity(code) for code in dict.fromkeys(held)),
            "enrolled": _state(told, row["status"]),
            "assistance_fen": row["assistance_fen"] or 0,
            "reason": "" if row["status"] or reason is None else reason.name(wanted.language),
        }


def _state(told: _Told, status: str | None) -> str:
    if status == "paid":
        return told.say("已缴费", "paid")
    return told.say("待缴费", "to pay") if status else told.say("未参保", "not enrolled")


def _not_enrolled(told: _Told) -> Iterator[Mapping[str, Value]]:
    connection, today = told.connection, told.desk.today
    listing = Listing(told.wanted.division, told.wanted.campaign_year)
    after: Missing | None = None
    while found := list_not_enrolled(connection, listing, today, after=after):
        for one in found:
            reason = codes.NOT_ENROLLED_REASONS.get(one.reason)
            yield {
                "village": told.tree.short_name(one.division),
                "household_number": one.household_number,
                "name": one.name,
                "document": _number(told, one) if told.wanted.whole else one.document,
                "phone": _masked_phone(one.phone),
                "last_year": told.say("是", "yes") if one.paid_last_year else "",
                "reason": reason.name(told.wanted.language) if reason else "",
                "detail": "；".join(text for text in (one.detail, one.evidence) if text),
                "last": " ".join(text for text in (one.last_on, one.last_result) if text),
                "next_on": one.next_on,
            }
        after = found[-1] if len(found) == PAGE else None
        if after is None:
            return


def _number(told: _Told, one: Missing) -> str:
    row = people_of.person(told.connection, one.person_id)
    return (row["document_number"] or "") if row else ""


def _progress(told: _Told) -> Iterator[Mapping[str, Value]]:
    wanted = told.wanted
    found = progress(told.connection, wanted.division, wanted.campaign_year, told.desk.today)
    for township in found.townships:
        villages = [one for one in found.villages if one.division.startswith(township.division[:9])]
        for village in villages:
            yield _unit(told, village)
    if found.total.rate is None:
        told.remarks.append(
            told.say(
                "参保率待定：常住人口或职工参保人数尚未由县级填报。",
                "The rate is open: the county has not stated population and employees.",
            )
        )


def _unit(told: _Told, unit: UnitProgress) -> Mapping[str, Value]:
    return {
        "village": told.tree.short_name(unit.division),
        "residents": unit.residents,
        "employees": unit.employees,
        "target": unit.target,
        "people": unit.people,
        "paid": unit.paid,
        "registered": unit.registered,
        "not_enrolled": unit.not_enrolled,
        "rate": percent(unit.rate),
        "assisted": unit.assisted,
        "assistance_fen": unit.assistance_fen,
        "own_fen": unit.own_fen,
        "new_today": unit.new_today,
    }


def _claim(told: _Told) -> Iterator[Mapping[str, Value]]:
    wanted = told.wanted
    year = wanted.subsidy_year or wanted.campaign_year
    found = fiscal_claim(told.desk, year, wanted.campaign_year)
    for line in found.lines:
        amounts = {f"{level}_fen": _owed(line, level) for level in LEVELS}
        kind = told.say("持居住证", "residence permit") if line.residence_permit else ""
        yield {
            "place_name": told.tree.full_name(line.county),
            "unit_class": line.unit_class,
            "kind": line.institution or kind,
            "headcount": line.headcount,
            **amounts,
            "open": "；".join(
                dict.fromkeys(
                    law_word(REASON_WORDS, one.reason, wanted.language) for one in line.open
                )
            ),
        }


def _owed(line: ClaimLine, level: str) -> int | None:
    if any(gap.level == level for gap in line.open):
        return None
    return line.amount_fen(level)  # type: ignore[arg-type]


def percent(rate: Fraction | None) -> str:
    """Return a rate as people read it, ``95.02%``, rounded down; a dash where it is open.

    Rounded down, because a target is not reached before it is.
    """
    if rate is None:
        return "—"
    hundredths = rate.numerator * 10_000 // rate.denominator
    return f"{hundredths // 100}.{hundredths % 100:02d}%"


def _masked_phone(phone: str) -> str:
    return f"{phone[:3]}****{phone[-4:]}" if len(phone) >= 10 else phone


_MAKERS: dict[str, Callable[[_Told], Iterator[Mapping[str, Value]]]] = {
    "contribution-register": _contributions,
    "assistance-register": _assisted,
    "not-enrolled-register": _not_enrolled,
    "progress-register": _progress,
    "fiscal-claim": _claim,
    "department-return": _department,
}

REGISTERS = tuple(_MAKERS)
"""The registers there are, in the order they are offered."""
