"""What the law leaves to a local value at a place, who may settle it, and what it must keep to.

A local value fills what the law leaves open and never displaces what the law settles: a kind that
is not in `open_values` is refused. Floors and standards the value is held against are the law's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from desktop.base.errors import Refused
from desktop.base.money import fen_text
from desktop.domain.local_values import Given, Kind, read_value
from desktop.policy import Law, LocalValues
from desktop.policy.codes import IDENTITY_CODES, AuthorityLevel, IdentityCode, Reason
from desktop.policy.columns import ages_asked
from desktop.policy.law import LawText, Provision, unit_class
from desktop.policy.pack import Group, Open

NATION = "国家"
"""Who may set a new national personal standard (国家对个人缴费有新规定的，从其规定)."""

_NATION = Open("NOT_IN_DOC", NATION)


@dataclass(frozen=True, slots=True)
class OpenValue:
    """One thing the law in force leaves to an administrator."""

    kind: Kind
    subject: str
    """Identity or unit, empty for kinds without one."""
    reason: Reason
    authority: str
    """Who is competent, as the law's own file says."""
    document: str
    article: str
    level: AuthorityLevel | None = None
    """That authority's level of government; None where the law does not say."""
    floor_fen: int | None = None
    ceiling_fen: int | None = None
    """The least and the most an amount may be; None: not bounded."""
    choices: tuple[str, ...] = ()
    """Codes to choose from, empty where the value is not a code."""
    values: dict[str, object] = field(default_factory=dict)
    """What the law already says of it: a printed end of the window."""


def open_values(law: Law, unit: str, known: LocalValues | None) -> tuple[OpenValue, ...]:
    """Return everything the law leaves open for ``unit`` (its 6-digit code, or its name).

    ``known`` are the local values in force: an amount of assistance is held against a standard
    that was itself set locally.
    """
    return tuple(_open(law, unit, known or LocalValues()))


def check_value(
    law: Law, kind: Kind, subject: str, value: Given, known: LocalValues | None
) -> OpenValue:
    """Return what ``value`` fills, if it may.

    Raises:
        Refused: ``LOCAL_VALUE_FORM``, ``IDENTITY_UNKNOWN``, ``LOCAL_VALUE_NOT_OPEN`` (the law
            settles it), ``BELOW_FLOOR``, ``ASSISTANCE_EXCEEDS_STANDARD``,
            ``UNIT_CLASS_UNKNOWN``, ``WINDOW_END_PRINTED``.
    """
    if kind == "assistance" and subject not in IDENTITY_CODES:
        raise Refused("IDENTITY_UNKNOWN", "no such identity", identity=subject)
    unit = subject if kind == "unit_class" else law.unit
    found = next(
        (
            one
            for one in open_values(law, unit, known)
            if (one.kind, one.subject) == (kind, subject)
        ),
        None,
    )
    if found is None:
        raise Refused("LOCAL_VALUE_NOT_OPEN", "the law settles this itself", kind=kind)
    if value is not None:
        _check_form(kind, subject, value)
        _check_bounds(found, value)
    return found


def is_competent(law: Law, found: OpenValue, division: str) -> bool:
    """Tell whether it is for ``division`` (six digits) to set what the law leaves open there.

    True where the law does not say who is competent. In a municipality, which has no prefecture,
    the city is competent for what a prefecture settles elsewhere.
    """
    if found.level is None:
        return True
    city = law.municipality and found.level == "prefecture"
    return _level(division) == ("province" if city else found.level)


def competent_in(law: Law, found: OpenValue, chain: Sequence[str]) -> str:
    """Return the division of ``chain`` that may set a value; the nearest if none is named."""
    return next((code for code in chain if is_competent(law, found, code)), chain[0])


def _level(division: str) -> AuthorityLevel:
    if division.endswith("0000"):
        return "province"
    return "prefecture" if division.endswith("00") else "county"


def _check_form(kind: Kind, subject: str, value: Given) -> None:
    try:
        read_value(kind, subject, value)
    except ValueError as error:
        raise Refused("LOCAL_VALUE_FORM", f"not a value of {kind}: {error}", kind=kind) from error


def _check_bounds(found: OpenValue, value: Given) -> None:
    if found.choices and value not in found.choices:
        named = ", ".join(found.choices)
        raise Refused("UNIT_CLASS_UNKNOWN", f"must be one of {named}", choices=named)
    if found.kind == "window" and isinstance(value, dict):
        end = found.values.get("end")
        if end is not None and value["end"] != end:
            raise Refused("WINDOW_END_PRINTED", f"the law prints the end: {end}", end=end)
    fen = _fen(found, value)
    if fen is None:
        return
    if found.floor_fen is not None and fen < found.floor_fen:
        floor = fen_text(found.floor_fen)
        raise Refused("BELOW_FLOOR", f"the law's floor is {floor}", floor=floor)
    if found.ceiling_fen is not None and fen > found.ceiling_fen:
        standard = fen_text(found.ceiling_fen)
        raise Refused(
            "ASSISTANCE_EXCEEDS_STANDARD", f"the standard is {standard}", standard=standard
        )


def _fen(found: OpenValue, value: Given) -> int | None:
    read = read_value(found.kind, found.subject, value)
    match found.kind:
        case "personal_standard":
            return read.personal_standard
        case "assistance":
            return next(iter((read.assistance or {}).values()), None)
        case _:
            return None


def _open(law: Law, unit: str, known: LocalValues) -> Iterator[OpenValue]:
    text = law.text
    yield from _years_and_dates(text)
    yield from _standards(text)
    yield from _assistance(text, known)
    yield from _premises(text)
    yield from _ages(text)
    yield from _unit_classes(law, unit)


def _years_and_dates(text: LawText) -> Iterator[OpenValue]:
    year, at = text.benefit_year, text.benefit_year_at
    if year.year is None:
        who = year.open or text.assistance.open
        yield _one("benefit_year", "NO_BENEFIT_YEAR_IN_DOC", who, at)
    window, at = text.window, text.window_at
    if window.start is None or window.end is None:
        who = window.open or text.assistance.open
        printed: dict[str, object] = {"end": window.end.isoformat()} if window.end else {}
        yield _one("window", "NO_WINDOW_IN_DOC", who, at, values=printed)
    waiting, at = text.waiting, text.waiting_at
    who = waiting.open or text.benefit_start.open
    if waiting.days is None:
        yield _one("waiting_days", "NO_WAIT_LENGTH_IN_DOC", who, at)
    # X6, X9: no text says which day is the first, nor when cover starts without a wait.
    yield _one("waiting_count", "NOT_IN_DOC", who, at)
    rule = text.benefit_start.open
    yield _one("benefit_start_rule", rule.reason, rule, text.benefit_start_at)


def _standards(text: LawText) -> Iterator[OpenValue]:
    if text.tiers:
        return
    row, at = next(iter(text.standards.values()))
    if row.amount is None and not row.ages:
        who = row.open or text.assistance.open
        yield _one("personal_standard", "FLOOR_ONLY", who, at, floor_fen=row.floor)
        if row.national_prevails:
            yield _one("national_personal_standard", "NOT_IN_DOC", _NATION, at)


def _assistance(text: LawText, known: LocalValues) -> Iterator[OpenValue]:
    rule, at = text.assistance, text.assistance_at
    most = _standard(text, known)
    for code in IDENTITY_CODES:
        entry = text.groups.get(code)
        if entry is None:
            if rule.list != "closed":
                open_ = rule.open
                yield _one("assistance", open_.reason, open_, at, code, ceiling_fen=most)
            continue
        group, group_at = entry
        reason = _why_open(group)
        if reason is not None:
            who = group.open or rule.open
            yield _one("assistance", reason, who, group_at, code, ceiling_fen=most)


def _why_open(group: Group) -> Reason | None:
    """Return why an amount may be set for a group: none printed, a lapse, or two readings."""
    if group.open is not None:
        return group.open.reason
    if group.premise is not None:
        return "CONDITION_LAPSED"
    return "NOT_IN_DOC" if group.asked else None


def _standard(text: LawText, known: LocalValues) -> int | None:
    """Return what an amount of assistance may not exceed, in fen; the floor if only that is known.

    渝医保发〔2021〕70号 一¶3: a local amount holds for the tiers that the law's file names.
    """
    tiers = text.assistance.local_amount_tiers
    if tiers:
        amounts = [text.standards[tier][0].amount for tier in tiers if tier in text.standards]
        return min((amount for amount in amounts if amount is not None), default=None)
    row = next(iter(text.standards.values()))[0]
    if row.amount is not None:
        return row.amount
    if row.national_prevails and known.national_personal_standard is not None:
        return known.national_personal_standard
    return known.personal_standard if known.personal_standard is not None else row.floor


def _premises(text: LawText) -> Iterator[OpenValue]:
    seen: set[str] = set()
    for group, at in text.groups.values():
        premise = group.premise
        if premise is not None and premise.local_value not in seen:
            seen.add(premise.local_value)
            yield _one(premise.local_value, "CONDITION_LAPSED", text.assistance.open, at)


def _ages(text: LawText) -> Iterator[OpenValue]:
    if ages_asked(text):
        who = text.assistance.open
        yield _one("age_as_of", "NO_AGE_DATE_IN_DOC", who, text.assistance_at)


def _unit_classes(law: Law, unit: str) -> Iterator[OpenValue]:
    for rule, at in law.text.fiscal.values():
        code, name = (unit, None) if unit.isascii() and unit.isdecimal() else (law.unit, unit)
        if rule.classes and unit_class(rule, code, name) is None:
            choices = tuple(one.code for one in rule.classes)
            yield _one("unit_class", rule.open.reason, rule.open, at, unit, choices=choices)
            return


def _one(
    kind: Kind,
    reason: Reason,
    who: Open,
    at: Provision,
    subject: IdentityCode | str = "",
    **bounds: object,
) -> OpenValue:
    return OpenValue(
        kind,
        subject,
        reason,
        who.authority,
        at.document,
        at.article,
        level=who.level,
        **bounds,  # type: ignore[arg-type]
    )
