"""Who pays what differently under two versions of the law, in words.

Prices are found by asking the one calculator about typical persons and the packs' own worked cases
under both laws, so that a change which cancels out is not reported and one that hides is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import Any

import msgspec
from msgspec import Struct

from desktop.policy.assess import assess_json
from desktop.policy.law import Law, LawBook
from desktop.policy.pack_persons import TypicalPerson, typical_persons
from desktop.policy.pack_words import subject_words
from desktop.policy.words import Language, article_words, field_words, kind_words, reason_words

PRICE_FIELDS = ("personal_standard", "assistance", "net_payable")
_SHORT = {
    "personal_standard": ("标准", "standard"),
    "assistance": ("资助", "assistance"),
    "net_payable": ("个人缴", "pays"),
}
_CASE_FIELDS = (
    *("benefit_year", "personal_standard", "assistance", "assistance_kind", "net_payable"),
    *("retroactive_assistance", "allowed", "within_window", "window_exempt", "waiting_exempt"),
    *("waiting_days", "benefit_start", "benefit_start_month", "benefit_end"),
    "graduate_rule_applies",
)
_LEVELS = ("central", "provincial", "prefecture", "county", "total")
_PARTICULARS_MAX = 6


class Side(Struct, frozen=True):
    """One of the two laws: its book and the campaign year asked about."""

    book: LawBook
    campaign_year: int


class Moved(Struct, frozen=True):
    """One figure under both laws, each as JSON has it or a reason code where it is open."""

    field: str
    before: str
    after: str
    before_open: bool = False
    after_open: bool = False

    def says(self, language: Language = "zh") -> str:
        """Return ``资助 120.00 → 150.00``."""
        name = _SHORT.get(self.field)
        called = field_words(self.field, language) if name is None else name[language == "en"]
        before = _figure(self.field, self.before, language, is_open=self.before_open)
        after = _figure(self.field, self.after, language, is_open=self.after_open)
        return f"{called} {before} → {after}"


class PriceChange(Struct, frozen=True):
    """Whom the change touches at one place, what moves for all of them, and the article."""

    division: str
    whom: tuple[str, ...]
    """Names of persons, cases or units in the language asked for."""
    moved: tuple[Moved, ...]
    cite: str

    def says(self, language: Language = "zh") -> str:
        """Return ``城乡低保对象：资助 120.00 → 150.00，个人缴 200.00 → 170.00（第三条）``."""
        comma, colon = ("，", "：") if language == "zh" else (", ", ": ")
        who = ("、" if language == "zh" else ", ").join(self.whom)
        moved = comma.join(one.says(language) for one in self.moved)
        cite = f"（{self.cite}）" if language == "zh" else f" ({self.cite})"
        return f"{who}{colon}{moved}{cite if self.cite else ''}"


def price_changes(
    before: Side, after: Side, divisions: Iterable[str], language: Language = "zh"
) -> Iterator[PriceChange]:
    """Yield, place by place, which typical persons and units are priced differently.

    A place without law on one side is left out: there is nothing to compare it with.
    """
    for division in divisions:
        old = before.book.resolve(division, before.campaign_year)
        new = after.book.resolve(division, after.campaign_year)
        if old is None or new is None:
            continue
        yield from _person_changes(before, after, division, (old, new), language)
        yield from _fiscal_changes(before, after, division, (old, new), language)


def case_changes(
    before: LawBook, after: LawBook, requests: Iterable[Mapping[str, Any]]
) -> Iterator[PriceChange]:
    """Yield the worked cases that come out differently, together where they move alike."""
    found: list[tuple[str, str, tuple[Moved, ...], str]] = []
    for request in requests:
        old, new = assess_json(request, before), assess_json(request, after)
        if "invalid" in (old["status"], new["status"]):
            continue
        fields = (*_CASE_FIELDS, *(f"fiscal.{level}" for level in _LEVELS))
        moved = moved_of(old, new, fields)
        found.append(("", str(request["id"]), moved, cite_of(old, new, moved)))
    for division, whom, moved, cite in alike(found):
        yield PriceChange(division, tuple(whom), moved, cite)


def _person_changes(
    before: Side, after: Side, division: str, laws: tuple[Law, Law], language: Language
) -> Iterator[PriceChange]:
    found: list[tuple[str, TypicalPerson, tuple[Moved, ...], str]] = []
    for person in typical_persons([law.text for law in laws]):
        old = _ask(person.request(division, before.campaign_year), before.book)
        new = _ask(person.request(division, after.campaign_year), after.book)
        moved = moved_of(old, new, PRICE_FIELDS)
        found.append((division, person, moved, cite_of(old, new, moved)))
    everybody: dict[str, int] = {}
    for _, person, _, _ in found:
        kind = person.kind()
        everybody[kind] = everybody.get(kind, 0) + 1
    for place, persons, moved, cite in alike(found):
        yield PriceChange(place, _names(persons, everybody, language), moved, cite)


def _fiscal_changes(
    before: Side, after: Side, division: str, laws: tuple[Law, Law], language: Language
) -> Iterator[PriceChange]:
    """Yield the units whose subsidy differs, the budget years as far apart as the campaigns."""
    found: list[tuple[str, str, tuple[Moved, ...], str]] = []
    fields = tuple(f"fiscal.{level}" for level in _LEVELS)
    apart = after.campaign_year - before.campaign_year
    years = {*laws[0].text.fiscal, *(year - apart for year in laws[1].text.fiscal)}
    for year, (unit, name) in product(sorted(years), _units(division, laws).items()):
        old = _subsidy(before, unit, year)
        new = _subsidy(after, unit, year + apart)
        moved = moved_of(old, new, fields)
        called = f"{name or subject_words('fiscal', language)} {year + apart}"
        found.append((division, called, moved, cite_of(old, new, moved)))
    for place, whom, moved, cite in alike(found):
        yield PriceChange(place, tuple(dict.fromkeys(whom)), moved, cite)


def _subsidy(side: Side, unit: str, year: int) -> dict[str, Any]:
    request = {"id": unit, "division": unit, "campaign_year": side.campaign_year}
    return assess_json(request | {"subsidy_year": year}, side.book)


def _units(division: str, laws: tuple[Law, Law]) -> dict[str, str]:
    """Return the units that the laws put in classes, by name; where none is, the place itself."""
    units: dict[str, str] = {}
    for law in laws:
        for rule, _ in law.text.fiscal.values():
            for one in rule.classes:
                units |= one.units
    return units or {division: ""}


def _ask(request: Struct, book: LawBook) -> dict[str, Any]:
    plain = msgspec.to_builtins(request)
    asked = {name: value for name, value in plain.items() if value not in (None, [], ())}
    return assess_json(asked, book)


def moved_of(
    old: Mapping[str, Any], new: Mapping[str, Any], fields: Sequence[str]
) -> tuple[Moved, ...]:
    """Return the fields that are not the same, those that are open on both sides left out."""
    moved: list[Moved] = []
    for field in fields:
        (before, before_open), (after, after_open) = _at(old, field), _at(new, field)
        # What was open and still is prices nobody differently, whatever the reasons.
        if (before, before_open) != (after, after_open) and not (before_open and after_open):
            moved.append(Moved(field, before, after, before_open, after_open))
    return tuple(moved)


def _at(result: Mapping[str, Any], field: str) -> tuple[str, bool]:
    value: Any = result
    for step in field.split("."):
        value = value.get(step) if isinstance(value, Mapping) else None
    if value is not None:
        return (value if isinstance(value, str) else msgspec.json.encode(value).decode()), False
    for entry in result["undetermined"]:
        if entry["field"] in (field, field.partition(".")[0]):
            return entry["reason"], True
    return "", False


def cite_of(old: Mapping[str, Any], new: Mapping[str, Any], moved: Sequence[Moved]) -> str:
    """Return the provisions that the moved figures rest on now, or rested on."""
    found: dict[str, None] = {}
    for field in (one.field for one in moved if one.field != "net_payable"):
        for result in (new, old):
            at = [
                article_words(entry["document"], entry["article"])
                for entry in result["trace"]
                if entry["field"] == field or field.startswith(f"{entry['field']}.")
            ]
            if at:
                found[at[-1]] = None
                break
    return "；".join(found)


_Found = tuple[str, Any, tuple[Moved, ...], str]


def alike(found: Iterable[_Found]) -> Iterator[tuple[str, list[Any], tuple[Moved, ...], str]]:
    """Yield those who move alike together; those for whom nothing moves are left out."""
    groups: dict[tuple[str, tuple[Moved, ...], str], list[Any]] = {}
    for division, whom, moved, cite in found:
        if moved:
            groups.setdefault((division, moved, cite), []).append(whom)
    for (division, moved, cite), whom in groups.items():
        yield division, whom, moved, cite


def _names(
    persons: Sequence[TypicalPerson], everybody: Mapping[str, int], language: Language
) -> tuple[str, ...]:
    """Return names: the kind alone where all of it moves, else with particulars."""
    kinds: dict[str, list[TypicalPerson]] = {}
    for person in persons:
        kinds.setdefault(person.kind(), []).append(person)
    names: list[str] = []
    for kind, those in kinds.items():
        called = those[0].kind(language)
        if len(those) == everybody[kind]:
            names.append(called)
            continue
        comma = "，" if language == "zh" else ", "
        each = [comma.join(person.particulars(language)) for person in those]
        more = "…" if len(each) > _PARTICULARS_MAX else ""
        inside = ("；" if language == "zh" else "; ").join(each[:_PARTICULARS_MAX]) + more
        names.append(f"{called}（{inside}）" if language == "zh" else f"{called} ({inside})")
    return tuple(names)


def _figure(field: str, value: str, language: Language, *, is_open: bool) -> str:
    if is_open:
        reason = reason_words(value, language)  # type: ignore[arg-type]
        return f"待定（{reason}）" if language == "zh" else f"open ({reason})"
    if field == "assistance_kind" and value:
        return kind_words(value, language)  # type: ignore[arg-type]
    plain = {"": ("无", "none"), "true": ("是", "yes"), "false": ("否", "no")}.get(value)
    return value if plain is None else plain[language == "en"]
