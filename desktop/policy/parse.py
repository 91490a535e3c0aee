"""From the text of a law file to a checked pack, or a refusal that says which line and why."""

from __future__ import annotations

import difflib
import itertools
import re
import tomllib
from datetime import date
from typing import NoReturn, TypeVar

import msgspec
from msgspec import Struct

from desktop.base.money import fen_from_text
from desktop.policy import pack as shapes
from desktop.policy.errors import LawRefused
from desktop.policy.lines import line_of
from desktop.policy.pack import (
    AcademicStandard,
    AssistanceRule,
    BenefitInfo,
    BenefitPeriod,
    ChainFile,
    Cited,
    FiscalClass,
    FiscalRule,
    IdentityGroup,
    Pack,
    Share,
    Standard,
    WaitingRule,
    WindowRule,
)
from desktop.policy.request import Fen

_LINE = re.compile(r"\(at line (\d+)")
_PATH = re.compile(r" - at `(?:key in )?\$?([^`]*)`")
_UNKNOWN = re.compile(r"unknown field `([^`]*)`")
_MISSING = re.compile(r"missing required field `([^`]*)`")
_SHARE = re.compile(r"([0-9]{1,9})/([1-9][0-9]{0,8})\Z")
_KNOWN_KEYS = sorted(
    {
        name
        for shape in vars(shapes).values()
        if isinstance(shape, type) and issubclass(shape, Struct)
        for name in shape.__struct_fields__
    }
)

_MEASURES = (("amount", "fixed"), ("share", "share"), ("rounding", "share"), ("pays", "pays"))
_IN_VAIN = {"share": "a share of nothing gives nothing", "pays": "paying nothing is kind full"}

_Shape = TypeVar("_Shape", bound=Struct)


def parse_pack(file: str, text: str) -> Pack:
    """Return the checked pack in ``text``; ``file`` names it in errors.

    Raises:
        LawRefused: with file, line and what to change.
    """
    raw = _tables(file, text)
    pack = _convert(file, text, raw, Pack)
    _Check(file, text).pack(pack)
    return pack


def parse_chain(file: str, text: str) -> ChainFile:
    """Return the checked chain file in ``text``. Raises `LawRefused`."""
    return _convert(file, text, _tables(file, text), ChainFile)


def _tables(file: str, text: str) -> dict[str, object]:
    def refuse_float(literal: str) -> NoReturn:
        line = _first_line(text, re.compile(rf"(?<![\w\"]){re.escape(literal)}"))
        raise LawRefused(
            "LAW_FLOAT",
            file,
            line,
            f'{literal} is a float. Write an amount as text with two decimals ("320.00") and a '
            'share as an exact fraction ("40/100")',
        )

    try:
        return tomllib.loads(text, parse_float=refuse_float)
    except tomllib.TOMLDecodeError as error:
        found = _LINE.search(str(error))
        line = int(found[1]) if found else 0
        reason = str(error).split(" (at ")[0]
        if reason.startswith(("Cannot overwrite", "Cannot declare")):
            raise LawRefused(
                "LAW_DUPLICATE_KEY", file, line, f"this key is already there: {reason}"
            ) from error
        raise LawRefused("LAW_NOT_TOML", file, line, f"this is not TOML: {reason}") from error


def _hook(wanted: type, value: object) -> object:
    if wanted is Fen and isinstance(value, str):
        return Fen(fen_from_text(value))
    if wanted is Share and isinstance(value, str):
        found = _SHARE.match(value)
        if found and int(found[1]) <= int(found[2]):
            return Share(int(found[1]), int(found[2]))
        raise ValueError(f'not a share written as an exact fraction such as "40/100": {value!r}')
    raise ValueError(f"must be text, not {value!r}")


def _convert(file: str, text: str, raw: dict[str, object], shape: type[_Shape]) -> _Shape:
    try:
        return msgspec.convert(raw, shape, dec_hook=_hook)
    except msgspec.ValidationError as error:
        raise _explained(file, text, str(error)) from error


def _explained(file: str, text: str, reason: str) -> LawRefused:
    """Return msgspec's complaint as a sentence with the line it is about."""
    at = _PATH.search(reason)
    path = at[1] if at else ""
    what = reason[: at.start()] if at else reason
    place = path.lstrip(".") or "this file"
    unknown = _UNKNOWN.search(reason)
    if unknown:
        key = unknown[1]
        close = difflib.get_close_matches(key, _KNOWN_KEYS, n=1)
        hint = f"; did you mean {close[0]}?" if close else ""
        line = line_of(text, f"{path}.{key}")
        return LawRefused("LAW_UNKNOWN_KEY", file, line, f"{place}: no key is called {key}{hint}")
    line = line_of(text, path)
    missing = _MISSING.search(reason)
    if missing:
        return LawRefused("LAW_MISSING_KEY", file, line, f"{place}: {missing[1]} is missing")
    return LawRefused("LAW_BAD_VALUE", file, line, f"{place}: {what[:1].lower()}{what[1:]}")


class _Check:
    """What the shape of a pack cannot say."""

    def __init__(self, file: str, text: str) -> None:
        self._file = file
        self._text = text

    def pack(self, pack: Pack) -> None:
        """Refuse periods that end before they begin or overlap, and figures that do not add up."""
        self._period(".pack", pack.benefit_period)
        for name in pack.__struct_fields__:
            value = getattr(pack, name)
            if isinstance(value, Cited):
                self._days(f".{name}", value)
            elif isinstance(value, tuple):
                self._overlaps(f".{name}", value)
        if pack.assistance is not None:
            self._overlaps(".assistance.groups", pack.assistance.groups)
            self._groups(pack.assistance)
        for index, row in enumerate(pack.personal_standard):
            self._standard(f".personal_standard[{index}]", row)
        for index, rule in enumerate(pack.fiscal):
            self._fiscal(f".fiscal[{index}]", rule)
        for index, info in enumerate(pack.benefit_info):
            self._benefit(f".benefit_info[{index}]", info)
        self._settled_or_open(pack)

    def _refuse(self, code: str, path: str, message: str) -> NoReturn:
        raise LawRefused(
            code, self._file, line_of(self._text, path), f"{path.lstrip('.')}: {message}"
        )

    def _period(self, path: str, period: BenefitPeriod | None) -> None:
        if period is not None and period.end < period.start:
            self._refuse("LAW_BAD_PERIOD", ".benefit_period.end", "ends before it starts")

    def _days(self, path: str, cited: Cited) -> None:
        if cited.valid_to is not None and cited.valid_to < cited.valid_from:
            self._refuse("LAW_BAD_PERIOD", f"{path}.valid_to", "its last day lies before its first")
        if isinstance(cited, WindowRule) and cited.start and cited.end and cited.end < cited.start:
            self._refuse("LAW_BAD_PERIOD", f"{path}.end", "the window ends before it starts")

    def _overlaps(self, path: str, rows: tuple[Cited, ...]) -> None:
        seen: dict[object, list[tuple[int, Cited]]] = {}
        for index, row in enumerate(rows):
            self._days(f"{path}[{index}]", row)
            others = seen.setdefault(row_key(row), [])
            for earlier, other in others:
                if _overlap(row, other):
                    self._refuse(
                        "LAW_OVERLAP",
                        f"{path}[{index}]",
                        f"holds on days on which {path.lstrip('.')}[{earlier}] holds too; give the "
                        "older one a valid_to",
                    )
            others.append((index, row))

    def _groups(self, rule: AssistanceRule) -> None:
        for index, group in enumerate(rule.groups):
            path = f".assistance.groups[{index}]"
            if group.kind == "fixed" and group.amount is None and group.open is None:
                self._refuse("LAW_NOT_SETTLED", path, "fixed assistance needs an amount, or open")
            self._measure(path, group)
            if group.kind is None and group.open is None:
                self._refuse("LAW_NOT_SETTLED", path, "needs a kind, or open")
            if group.asked and len(group.readings) != 2:
                self._refuse("LAW_NOT_SETTLED", path, "asked needs the two readings in words")

    def _measure(self, path: str, group: IdentityGroup) -> None:
        """Refuse a measure of another kind, a share or a payment that is missing or in vain."""
        for name, kind in _MEASURES:
            if getattr(group, name) is not None and group.kind != kind:
                self._refuse("LAW_BAD_VALUE", f"{path}.{name}", f"only {kind} assistance has one")
        if group.kind in ("share", "pays") and group.open is None:
            measure = getattr(group, group.kind)
            if measure is None:
                message = f"kind {group.kind} needs {group.kind}, or open"
                self._refuse("LAW_NOT_SETTLED", path, message)
            if not measure:
                self._refuse("LAW_BAD_VALUE", f"{path}.{group.kind}", _IN_VAIN[group.kind])

    def _standard(self, path: str, row: Standard) -> None:
        if [row.amount is None, row.floor is None, not row.ages].count(False) != 1:
            message = "give either an amount or a floor, or ages"
            self._refuse("LAW_NOT_SETTLED", path, message)
        starts = [fee.age_min for fee in row.ages]
        if starts and starts[0] != 0:
            self._refuse("LAW_NOT_SETTLED", f"{path}.ages[0]", "the first must start at age_min 0")
        for index, (younger, older) in enumerate(itertools.pairwise(starts), start=1):
            if older <= younger:
                message = "each must start at a higher age than the one before"
                self._refuse("LAW_OVERLAP", f"{path}.ages[{index}]", message)
        if row.floor is not None and row.open is None:
            self._refuse("LAW_NOT_SETTLED", path, "a floor needs open: who sets the amount")

    def _fiscal(self, path: str, rule: FiscalRule) -> None:
        if (rule.total is None) == (rule.floor is None):
            self._refuse("LAW_NOT_SETTLED", path, "give either a total or a floor")
        for index, unit_class in enumerate(rule.classes):
            self._class(f"{path}.classes[{index}]", rule, unit_class)

    def _class(self, path: str, rule: FiscalRule, unit_class: FiscalClass) -> None:
        shared = rule.prefecture_and_county
        if unit_class.prefecture_share is not None:
            if shared is None:
                self._refuse(
                    "LAW_BAD_VALUE", path, "a share of what? prefecture_and_county is missing"
                )
            if (shared * unit_class.prefecture_share).denominator != 1:
                self._refuse("LAW_BAD_VALUE", path, "the share does not come out in whole fen")
            levels: tuple[Fen | None, ...] = (rule.central, rule.provincial, shared)
        else:
            levels = (
                rule.central,
                unit_class.provincial,
                unit_class.prefecture,
                unit_class.county,
            )
        if any(level is None for level in levels):
            self._refuse("LAW_NOT_SETTLED", path, "a level has no amount")
        if rule.total is not None and sum(level or 0 for level in levels) != rule.total:
            self._refuse("LAW_SUM", path, "the levels do not add up to the total")

    def _benefit(self, path: str, info: BenefitInfo) -> None:
        figures = [info.amount is None, info.share is None, info.open is None].count(False)
        if figures > 1 or (not figures and info.says is None):
            message = "give one of amount, share and open, or what the document says"
            self._refuse("LAW_NOT_SETTLED", path, message)
        if (info.amount is None) != (info.unit is None):
            self._refuse("LAW_NOT_SETTLED", path, "amount and unit go together")
        if info.bound is not None and info.amount is None and info.share is None:
            self._refuse("LAW_BAD_VALUE", f"{path}.bound", "only a figure has a bound")

    def _settled_or_open(self, pack: Pack) -> None:
        year, window, waiting = pack.benefit_year, pack.window, pack.waiting
        if year is not None and (year.year is None) == (year.open is None):
            self._refuse("LAW_NOT_SETTLED", ".benefit_year", "give either a year or open")
        if window is not None and window.open is None and (not window.start or not window.end):
            self._refuse("LAW_NOT_SETTLED", ".window", "give start and end, or open")
        if waiting is not None:
            self._waiting(waiting)

    def _waiting(self, rule: WaitingRule) -> None:
        lengths = [rule.days is None, rule.after_gaps is None, rule.open is None]
        if lengths.count(False) != 1:
            self._refuse("LAW_NOT_SETTLED", ".waiting", "give either days or open, or after_gaps")
        gaps = rule.after_gaps
        if gaps is None:
            return
        path = ".waiting.after_gaps"
        if (gaps.long_gap is None) != (gaps.long_gap_at_least is None):
            message = "long_gap and long_gap_at_least go together"
            self._refuse("LAW_NOT_SETTLED", path, message)
        if gaps.less_per_repaired_year > gaps.per_gap_year:
            message = "a repaired year takes off more than a gap year adds"
            self._refuse("LAW_BAD_VALUE", f"{path}.less_per_repaired_year", message)


def row_key(row: Cited) -> object:
    """Return what makes two rows of a list values of the same thing."""
    match row:
        case Standard():
            return row.tier
        case AcademicStandard():
            return row.institution, row.academic_year, row.tier
        case FiscalRule():
            return row.subsidy_year
        case IdentityGroup():
            return row.identity
        case BenefitInfo():
            return row.item, row.tier, row.institution
        case _:
            raise AssertionError(f"no list holds rows of {type(row).__name__}")


def _overlap(one: Cited, other: Cited) -> bool:
    return one.valid_from <= (other.valid_to or date.max) and other.valid_from <= (
        one.valid_to or date.max
    )


def _first_line(text: str, pattern: re.Pattern[str]) -> int:
    for number, line in enumerate(text.splitlines(), start=1):
        if pattern.search(line.split("#")[0]):
            return number
    return 0
