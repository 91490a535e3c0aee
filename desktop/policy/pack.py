"""A law pack: what one document says, value by value, each with its article and first day.

A pack is one TOML file. The shapes below are its schema: a key that is not here is refused, and
every amount is text with two decimals. What the document leaves open is said with `Open`: the
reason code and who is competent to settle it.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Annotated, Literal

from msgspec import Meta, Struct

from desktop.policy.codes import (
    Area,
    AssistanceKind,
    AuthorityLevel,
    BenefitItem,
    BenefitUnit,
    CircumstanceCode,
    Department,
    DisabilityKind,
    FamilyMember,
    IdentityCode,
    Institution,
    Reason,
    UnitClass,
    WaitingCount,
)
from desktop.policy.request import AcademicYear, Fen, Grade, Year

SixDigits = Annotated[str, Meta(pattern=r"^[0-9]{6}\Z")]
Text = Annotated[str, Meta(min_length=1)]
VERSION_MAX = 999_999
Months = Annotated[int, Meta(ge=1, le=120)]
Age = Annotated[int, Meta(ge=1, le=150)]
FewYears = Annotated[int, Meta(ge=1, le=99)]
FewMonths = Annotated[int, Meta(ge=0, le=120)]


class Share(Fraction):
    """An exact share of an amount, written ``"40/100"``."""


class Shape(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Any part of a pack.

    What a pack does not say is left out where packs are written for their hash: it stays the same
    when a later program knows more kinds of provisions.
    """


class Open(Shape, frozen=True, forbid_unknown_fields=True):
    """What a document leaves open: the reason code, and who may settle it.

    ``level`` of government of that authority, where it is certain; a municipality has no
    prefecture, there it is the city itself.
    """

    reason: Reason
    authority: Text
    level: AuthorityLevel | None = None


class Cited(Shape, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Anything a document says: the article, the days it holds, the day it was last checked."""

    article: Text
    valid_from: date
    valid_to: date | None = None
    checked_on: date | None = None


class PackHead(Shape, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The document itself; ``date`` is absent where the text carries none."""

    id: Text
    version: Annotated[int, Meta(ge=1, le=VERSION_MAX)]
    document: Text
    title: Text
    issuer: Text
    division: SixDigits
    campaign_year: Year
    checked_on: date
    date: date | None = None
    implements: tuple[Text, ...] = ()


class BenefitYear(Cited, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The year the contribution buys cover for, or the years it may be read as."""

    year: Year | None = None
    open: Open | None = None
    readings: tuple[Year, ...] = ()


class BenefitPeriod(Cited, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The printed first and last day of cover."""

    start: date
    end: date


class AgeFee(Shape, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What persons pay from ``age_min`` years of age up to the next age of the list."""

    age_min: Annotated[int, Meta(ge=0, le=150)]
    amount: Fen


class Standard(Cited, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The personal standard: an amount, amounts by age, or only a floor; for one tier if tiered."""

    tier: Text | None = None
    amount: Fen | None = None
    floor: Fen | None = None
    national_prevails: bool = False
    open: Open | None = None
    ages: tuple[AgeFee, ...] = ()


class AcademicStandard(Cited, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The personal standard of students for one academic year."""

    institution: Institution
    academic_year: AcademicYear
    tier: Text | None = None
    amount: Fen


class FiscalClass(Shape, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A class of units: amounts per level, or the prefecture's share of the shared part."""

    code: UnitClass
    name: Text
    units: dict[SixDigits, Text] = {}
    prefecture_share: Share | None = None
    provincial: Fen | None = None
    prefecture: Fen | None = None
    county: Fen | None = None


class FiscalRule(Cited, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The fiscal subsidy of one budget year and what is said of its levels."""

    subsidy_year: Year
    total: Fen | None = None
    floor: Fen | None = None
    central: Fen | None = None
    provincial: Fen | None = None
    prefecture_and_county: Fen | None = None
    open: Open
    classes: tuple[FiscalClass, ...] = ()


class StudentFiscal(Cited, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The subsidy of the students of one kind of institution; other students are not named."""

    subsidy_year: Year
    institution: Institution
    total: Fen
    central: Fen | None = None
    provincial: Fen | None = None
    prefecture: Fen | None = None
    county: Fen | None = None
    open: Open


class Clause(Shape, frozen=True, forbid_unknown_fields=True, kw_only=True, cache_hash=True):
    """Conditions that must all hold; one left out is not asked for."""

    area: Area | None = None
    certified: bool | None = None
    destitute: bool | None = None
    monitored: bool | None = None
    sterilised: bool | None = None
    unemployed: bool | None = None
    member: FamilyMember | None = None
    recognised_by: Department | None = None
    kind: tuple[DisabilityKind, ...] = ()
    grade: tuple[Grade, ...] = ()
    age_min: Age | None = None
    age_below: Age | None = None
    within_validity: bool = False
    without_employee_cover: bool = False


class Premise(Shape, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What the document makes its own premise; holds until a local value says otherwise."""

    local_value: Literal["linkage_policy_issued", "transition_period_active"]
    holds: bool


class Rounding(Shape, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How a share of the standard is rounded, and the article that says so."""

    article: Text
    to: Literal["fen", "jiao", "yuan"]
    rule: Literal["down", "up", "half_up"]


class Group(Cited, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One group of assisted persons.

    ``given``: one of these clauses must hold (none: always). ``asked``: clauses on which the two
    ``readings`` differ: the first gives the amount, the second nothing. ``standing``: whether the
    group counts as assisted for window and waiting period, or only by reference.
    ``share`` of the standard is given, rounded as ``rounding`` says; or the person ``pays`` that
    much and the rest is given.
    ``medical_assistance``: whether it is certain to be one of 医疗救助资助参保对象.
    """

    kind: AssistanceKind | None = None
    amount: Fen | None = None
    share: Share | None = None
    rounding: Rounding | None = None
    pays: Fen | None = None
    open: Open | None = None
    given: tuple[Clause, ...] = ()
    asked: tuple[Clause, ...] = ()
    readings: tuple[Text, ...] = ()
    premise: Premise | None = None
    standing: Literal["assisted", "reference"] | None = None
    medical_assistance: bool = False


class IdentityGroup(Group, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A group that rests on one identity."""

    identity: IdentityCode


class AssistanceRule(Cited, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Who is assisted: a closed list, an open one, or none in the text.

    ``anyone`` is a group that a second reading opens to persons without an identity.
    """

    list: Literal["closed", "open", "none"]
    open: Open
    groups: tuple[IdentityGroup, ...] = ()
    anyone: Group | None = None
    local_amount_tiers: tuple[Text, ...] = ()


class WindowRule(Cited, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The collection window.

    ``certain_from``: the opening is not printed, but days from this one on are inside.
    ``both_dates``: the text says that registration and payment must both lie inside.
    """

    start: date | None = None
    end: date | None = None
    certain_from: date | None = None
    open: Open | None = None
    both_dates: bool = False


class FreeIdentity(Shape, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An identity that frees from the waiting period, on its condition if it has one."""

    code: IdentityCode
    when: Clause | None = None


class AfterGaps(Shape, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Waiting in months by the years missed (国办发〔2024〕38号).

    ``fixed`` months outside the window or after a gap, ``per_gap_year`` more for each year
    missed, ``less_per_repaired_year`` for each of them paid for later; after a gap of
    ``long_gap`` years never less than ``long_gap_at_least`` in all. ``runs_from`` payment, or the
    first day of cover if that is later.
    """

    fixed: Months
    per_gap_year: FewMonths
    less_per_repaired_year: FewMonths = 0
    long_gap: FewYears | None = None
    long_gap_at_least: Months | None = None
    runs_from: Literal["payment", "cover"]
    count: WaitingCount | None = None


class WaitingRule(Cited, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Who waits, how long, and who is free: grounds that free, and grounds left open.

    ``employee_months``: certain freedom after employee cover; ``employee_months_asked``: the end
    of the month until which readings differ. ``window_article``: the grounds free from the window
    too. ``late_enrolment``: the text reckons with enrolment after the window.
    """

    days: int | None = None
    after_gaps: AfterGaps | None = None
    open: Open | None = None
    employee_months: Months
    employee_months_asked: Months
    newborn_days: Annotated[int, Meta(ge=1)] | None = None
    circumstances: tuple[CircumstanceCode, ...] = ()
    circumstances_asked: tuple[CircumstanceCode, ...] = ()
    identities: tuple[FreeIdentity, ...] = ()
    identities_asked: tuple[IdentityCode, ...] = ()
    assisted: bool = False
    students_asked: bool = False
    late_enrolment: bool = False
    window_article: Text | None = None


class BenefitStart(Cited, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Which provision says when cover starts for those who need not wait."""

    rule: Literal["open", "period", "first_of_year", "month_of_enrolment"]
    open: Open


class Graduates(Cited, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Graduates who enrol within ``months`` after this day of their year of graduation."""

    institution: Institution
    month: Annotated[int, Meta(ge=1, le=12)]
    day: Annotated[int, Meta(ge=1, le=28)]
    months: Months
    open: Open


class BenefitInfo(Cited, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a document says of the benefits: information for the counter, in no sum.

    A figure (an ``amount`` with its ``unit``, or a ``share``), the document's own words in
    ``says``, or ``open`` with who settles it; for one ``tier``, or for the students of one
    ``institution``, where the document says so.
    """

    item: BenefitItem
    tier: Text | None = None
    institution: Institution | None = None
    amount: Fen | None = None
    unit: BenefitUnit | None = None
    share: Share | None = None
    bound: Literal["about", "at_least"] | None = None
    says: Text | None = None
    open: Open | None = None


class Pack(Shape, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One law file."""

    pack: PackHead
    benefit_year: BenefitYear | None = None
    benefit_period: BenefitPeriod | None = None
    personal_standard: tuple[Standard, ...] = ()
    academic_standard: tuple[AcademicStandard, ...] = ()
    fiscal: tuple[FiscalRule, ...] = ()
    student_fiscal: StudentFiscal | None = None
    residence_permit: Cited | None = None
    student_fee: Cited | None = None
    instalments: Cited | None = None
    assistance: AssistanceRule | None = None
    recognition: Cited | None = None
    retroactive: Cited | None = None
    other_cover: Cited | None = None
    window: WindowRule | None = None
    waiting: WaitingRule | None = None
    benefit_start: BenefitStart | None = None
    graduates: Graduates | None = None
    benefit_info: tuple[BenefitInfo, ...] = ()


class Chain(Shape, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What the digits of a division code do not say about its place."""

    nation: SixDigits
    provinces: tuple[SixDigits, ...]
    municipalities: tuple[SixDigits, ...]
    training: dict[SixDigits, SixDigits] = {}


class ChainFile(Shape, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The one file that says how divisions find their law."""

    chain: Chain
