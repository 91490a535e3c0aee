"""The law of one place for one collection campaign, found the way the notices forward each other.

`LawBook` holds every pack. `LawBook.resolve` walks county → prefecture → province → nation and
takes each subject from the nearest document that speaks of it; the result is a `Law`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from fractions import Fraction
from functools import lru_cache
from typing import TypeVar

import msgspec
from msgspec import Struct

from desktop.base.money import fen_text
from desktop.policy.codes import IdentityCode
from desktop.policy.errors import LawRefused
from desktop.policy.pack import (
    AcademicStandard,
    AssistanceRule,
    BenefitPeriod,
    BenefitStart,
    BenefitYear,
    Chain,
    Cited,
    FiscalClass,
    FiscalRule,
    Graduates,
    Group,
    IdentityGroup,
    Pack,
    Standard,
    StudentFiscal,
    WaitingRule,
    WindowRule,
)
from desktop.policy.parse import parse_chain, parse_pack, row_key
from desktop.policy.request import Fen
from desktop.policy.result import Fiscal, LawUsed, LayerUsed, Reading, TraceEntry, Undetermined
from desktop.policy.verdict import Doubt

CHAIN_FILE = "chain.toml"
PLACES_KEPT_MAX = 4096
"""Laws of places kept ready: more than the counties of China, so that memory stays bounded."""

_Section = TypeVar("_Section", bound=Cited)
_Key = TypeVar("_Key")


class Provision(Struct, frozen=True, gc=False):
    """Where something is said: document (文号), article, first day.

    ``silence`` is the doubt of whoever finds that the provision can be read two ways or says
    nothing; ``cite`` reads ``楚医保〔2021〕46号 三``.
    """

    document: str
    article: str
    valid_from: date | None
    cite: str
    silence: Doubt

    @classmethod
    def of(cls, document: str, article: str, valid_from: date | None) -> Provision:
        """Return the provision of a document's article."""
        cite = f"{document} {article}"
        return cls(document, article, valid_from, cite, Doubt("NOT_IN_DOC", "admin", cite))


class LawText:
    """The documents that apply to a place, subject by subject; shared by all places under them.

    Each subject is taken from the nearest document that speaks of it, with its `Provision`.
    Where a document gives several values for successive days, those in force on ``day`` are
    taken, or the latest if no day is given.
    """

    def __init__(self, packs: tuple[Pack, ...], day: date | None = None) -> None:
        self._packs = packs
        self._day = day
        self.benefit_year, self.benefit_year_at = self._need(BenefitYear, "benefit_year")
        self.assistance, self.assistance_at = self._need(AssistanceRule, "assistance")
        self.window, self.window_at = self._need(WindowRule, "window")
        self.waiting, self.waiting_at = self._need(WaitingRule, "waiting")
        self.benefit_start, self.benefit_start_at = self._need(BenefitStart, "benefit_start")
        self.other_cover_at = self._need(Cited, "other_cover")[1]
        self.residence_permit_at = self._need(Cited, "residence_permit")[1]
        self.benefit_period = self._find(BenefitPeriod, "benefit_period")
        self.student_fiscal = self._find(StudentFiscal, "student_fiscal")
        self.graduates = self._find(Graduates, "graduates")
        self.student_fee_at = self._at("student_fee")
        self.instalments_at = self._at("instalments")
        self.recognition_at = self._at("recognition")
        self.retroactive_at = self._at("retroactive")
        self.standards = self._rows("personal_standard", Standard, lambda row: row.tier)
        self.academic = self._rows(
            "academic_standard",
            AcademicStandard,
            lambda row: (row.institution, row.academic_year, row.tier),
        )
        self.fiscal = self._rows("fiscal", FiscalRule, lambda row: row.subsidy_year)
        self.groups = self._groups()
        anyone = self.assistance.anyone
        self.anyone = (
            None if anyone is None else (anyone, self._cite(self.assistance_at.document, anyone))
        )
        self.tiers = frozenset(tier for tier in self.standards if tier is not None)
        self.free_identities = {free.code: free for free in self.waiting.identities}
        self.free_circumstances = frozenset(self.waiting.circumstances)
        self.asked_identities = frozenset(self.waiting.identities_asked)
        self.asked_circumstances = frozenset(self.waiting.circumstances_asked)
        article = self.waiting.window_article
        self.window_exempt_at = (
            None
            if article is None
            else Provision.of(self.waiting_at.document, article, self.waiting_at.valid_from)
        )
        self.year_doubt = self._year_doubt()
        self.place = packs[0].pack.division
        self.age_codes = frozenset(
            code for code, (group, _) in self.groups.items() if any(_ages_asked(group))
        )
        asked: list[Group] = [group for group, _ in self.groups.values()]
        if anyone is not None:
            asked.append(anyone)
        self.fee_ages = sorted(
            {fee.age_min for row, _ in self.standards.values() for fee in row.ages[1:]}
        )
        self.ages = sorted(
            {age for group in asked for age in _ages_asked(group)}.union(self.fee_ages)
        )
        self.used = _used(packs)

    def _year_doubt(self) -> Doubt:
        readings = tuple(
            Reading(f"X1：待遇年度为{year}年", year) for year in self.benefit_year.readings
        )
        return Doubt("NO_BENEFIT_YEAR_IN_DOC", "admin", self.benefit_year_at.cite, readings)

    def _find(self, kind: type[_Section], name: str) -> tuple[_Section, Provision] | None:
        for pack in self._packs:
            section = getattr(pack, name)
            if isinstance(section, kind) and self._in_force(section):
                return section, self._cite(pack.pack.document, section)
        return None

    def _need(self, kind: type[_Section], name: str) -> tuple[_Section, Provision]:
        found = self._find(kind, name)
        if found is None:
            raise LawRefused(
                "LAW_INCOMPLETE",
                self._packs[0].pack.id,
                0,
                f"neither this document nor one above it says anything of {name}",
            )
        return found

    def _at(self, name: str) -> Provision | None:
        found = self._find(Cited, name)
        return None if found is None else found[1]

    def _rows(
        self, name: str, kind: type[_Section], key: Callable[[_Section], _Key]
    ) -> dict[_Key, tuple[_Section, Provision]]:
        for pack in self._packs:
            rows = [row for row in getattr(pack, name) if isinstance(row, kind)]
            chosen = self._successive(rows)
            if chosen:
                return {key(row): (row, self._cite(pack.pack.document, row)) for row in chosen}
        return {}

    def _groups(self) -> dict[IdentityCode, tuple[IdentityGroup, Provision]]:
        chosen = self._successive(self.assistance.groups)
        document = self.assistance_at.document
        return {group.identity: (group, self._cite(document, group)) for group in chosen}

    def _successive(self, rows: Iterable[_Section]) -> list[_Section]:
        latest: dict[object, _Section] = {}
        for row in sorted(rows, key=lambda row: row.valid_from):
            if self._in_force(row):
                latest[row_key(row)] = row
        return list(latest.values())

    def _in_force(self, cited: Cited) -> bool:
        # Without a day nothing is out of force: a campaign's law also prices what comes before its
        # notice was printed and after its window has closed.
        day = self._day
        if day is None:
            return True
        return cited.valid_from <= day and (cited.valid_to is None or day <= cited.valid_to)

    def _cite(self, document: str, cited: Cited) -> Provision:
        return Provision.of(document, cited.article, cited.valid_from)


FiscalKey = tuple[int, str | None, str | None, bool]
"""Budget year, class set locally, a student's institution, residence permit."""


class FiscalFound(Struct, frozen=True):
    """The subsidy of one kind of person at one place, found once: a handful per county."""

    levels: Fiscal | None
    trace: tuple[TraceEntry, ...]
    open: tuple[Undetermined, ...]


class Law:
    """The law in force at one place: the text, and what only the place decides."""

    __slots__ = ("municipality", "subsidies", "text", "unit")

    def __init__(self, text: LawText, unit: str, *, municipality: bool) -> None:
        self.text = text
        self.unit = unit
        self.municipality = municipality
        self.subsidies: dict[FiscalKey, FiscalFound] = {}

    @property
    def used(self) -> LawUsed:
        """Return the layers, nearest first, and the hash over them all."""
        return self.text.used


class LawBook:
    """Every law pack, and how a division finds those that apply to it."""

    def __init__(self, packs: Iterable[Pack], chain: Chain) -> None:
        self._chain = chain
        self._provinces = frozenset(chain.provinces)
        self._municipalities = frozenset(chain.municipalities)
        self._by_id = {pack.pack.id: pack for pack in packs}
        self._packs: dict[tuple[str, int], tuple[Pack, ...]] = {}
        for pack in self._by_id.values():
            key = pack.pack.division, pack.pack.campaign_year
            self._packs[key] = _newest_first((*self._packs.get(key, ()), pack))
        self._place = lru_cache(PLACES_KEPT_MAX)(self._resolve_place)
        self._text = lru_cache(PLACES_KEPT_MAX)(self._compile)

    @classmethod
    def from_texts(cls, texts: Mapping[str, str]) -> LawBook:
        """Return the book of the law files in ``texts`` (file name → TOML text).

        One of them, `CHAIN_FILE`, says how divisions find their law.

        Raises:
            LawRefused: a file is broken, or two say the same; with file, line and why.
        """
        if CHAIN_FILE not in texts:
            raise LawRefused("LAW_INCOMPLETE", CHAIN_FILE, 0, "this file is missing")
        chain = parse_chain(CHAIN_FILE, texts[CHAIN_FILE]).chain
        packs: dict[str, Pack] = {}
        files: dict[str, str] = {}
        for file in sorted(texts):
            if file == CHAIN_FILE:
                continue
            pack = parse_pack(file, texts[file])
            if pack.pack.id in packs:
                other = files[pack.pack.id]
                message = f"the pack {pack.pack.id} is already there, in {other}"
                raise LawRefused("LAW_DUPLICATE_PACK", file, 0, message)
            packs[pack.pack.id], files[pack.pack.id] = pack, file
        book = cls(packs.values(), chain)
        book.check_whole()
        return book

    @property
    def packs(self) -> Mapping[str, Pack]:
        """Return every pack by its id."""
        return self._by_id

    def with_packs(self, packs: Iterable[Pack]) -> LawBook:
        """Return the book with ``packs`` added, each in place of the one with its id."""
        return LawBook((self._by_id | {pack.pack.id: pack for pack in packs}).values(), self._chain)

    def check_whole(self) -> None:
        """Return if every pack, with those above it, speaks of all that a price needs.

        Raises:
            LawRefused: ``LAW_INCOMPLETE`` with what is missing.
        """
        for pack in self._by_id.values():
            self.resolve(pack.pack.division, pack.pack.campaign_year)

    def chain(self, division: str) -> tuple[str, ...]:
        """Return the 6-digit codes from a division (6 or 12 digits) up to the nation.

        Empty if the code lies in no province that the nation's notice is addressed to. The
        training county stands where `CHAIN_FILE` puts it.
        """
        county = division[:6]
        nation = self._chain.nation
        if county == nation:
            return (nation,)
        stands_under = self._chain.training.get(county)
        if stands_under is not None:
            return (county, *self.chain(stands_under))
        province = county[:2] + "0000"
        if province not in self._provinces:
            return ()
        return tuple(dict.fromkeys((county, county[:4] + "00", province, nation)))

    def resolve(self, division: str, campaign_year: int, day: date | None = None) -> Law | None:
        """Return the law in force for a division and campaign; None if no pack covers it.

        With ``day``, values that a document gives for other days only are left out.
        """
        return self._place(division[:6], campaign_year, day)

    def _resolve_place(self, county: str, campaign_year: int, day: date | None) -> Law | None:
        codes = self.chain(county)
        packs = tuple(pack for code in codes for pack in self._packs.get((code, campaign_year), ()))
        if not packs:
            return None
        municipality = not self._municipalities.isdisjoint(codes)
        ids = tuple(pack.pack.id for pack in packs)
        return Law(self._text(ids, day), county, municipality=municipality)

    def _compile(self, ids: tuple[str, ...], day: date | None) -> LawText:
        return LawText(tuple(self._by_id[pack_id] for pack_id in ids), day)


def _ages_asked(group: Group) -> Iterator[int]:
    for clause in (*group.given, *group.asked):
        for age in (clause.age_min, clause.age_below):
            if age is not None:
                yield age


def _newest_first(packs: tuple[Pack, ...]) -> tuple[Pack, ...]:
    return tuple(sorted(packs, key=lambda pack: pack.pack.date or date.min, reverse=True))


def _used(packs: tuple[Pack, ...]) -> LawUsed:
    layers = tuple(LayerUsed(pack.pack.id, pack.pack.version, pack.pack.document) for pack in packs)
    canonical = msgspec.json.encode(packs, enc_hook=_canonical, order="deterministic")
    return LawUsed(layers, hashlib.sha256(canonical).hexdigest())


def _canonical(value: object) -> str:
    if isinstance(value, Fen):
        return fen_text(value)
    assert isinstance(value, Fraction), f"a pack holds no {type(value).__name__}"
    return f"{value.numerator}/{value.denominator}"


def unit_class(rule: FiscalRule, unit: str, unit_name: str | None) -> FiscalClass | None:
    """Return the class that the law itself puts a unit in, by name if it has one, else by code."""
    for candidate in rule.classes:
        known = candidate.units
        if unit_name in known.values() if unit_name is not None else unit in known:
            return candidate
    return None
