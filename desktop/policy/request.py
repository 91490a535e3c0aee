"""What the calculator is asked: one person, one division, one collection campaign.

The values are `msgspec.Struct`s: frozen and slotted like our dataclasses, but made, compared,
hashed and read from JSON in C, which is what lets one core assess tens of thousands of persons a
second. ``None`` means absent, except in the two dates of a request, where absent is ``UNSET``
(not known) and ``None`` is "not yet".
"""

from __future__ import annotations

from datetime import date
from typing import Annotated

from msgspec import UNSET, Meta, Struct, UnsetType

from desktop.policy.codes import (
    Area,
    BenefitStartRule,
    CircumstanceCode,
    CoverScheme,
    CoverStatus,
    Department,
    DisabilityKind,
    FamilyMember,
    IdentityCode,
    Institution,
    UnitClass,
    WaitingCount,
)

Year = Annotated[int, Meta(ge=1, le=9999)]
Days = Annotated[int, Meta(ge=0, le=3660)]
FewYears = Annotated[int, Meta(ge=0, le=99)]
Grade = Annotated[int, Meta(ge=1, le=4)]
DivisionCode = Annotated[str, Meta(pattern=r"^[0-9]{6}([0-9]{6})?\Z")]
AcademicYear = Annotated[str, Meta(pattern=r"^[0-9]{4}-(0[1-9]|1[0-2])/[0-9]{4}-(0[1-9]|1[0-2])\Z")]


class Fen(int):
    """An amount in fen. In JSON it is text with two decimals, which needs a type of its own."""

    __slots__ = ()


class Identity(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """A recognised status that assistance may rest on, with the attributes its conditions read."""

    code: IdentityCode
    recognised_on: date | None = None
    valid_to: date | None = None
    recognised_by: Department | None = None
    area: Area | None = None
    certified: bool | None = None
    destitute: bool | None = None
    kind: DisabilityKind | None = None
    grade: Grade | None = None
    monitored: bool | None = None
    sterilised: bool | None = None
    member: FamilyMember | None = None
    unemployed: bool | None = None


class Circumstance(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """A circumstance that may free from the window or the waiting period; ``on`` is its day."""

    code: CircumstanceCode
    on: date | None = None


class OtherCover(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """Cover in another scheme, or as a resident elsewhere."""

    scheme: CoverScheme
    status: CoverStatus


class Student(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """A university student, or a graduate where ``graduation_year`` is given."""

    institution: Institution
    academic_year: AcademicYear | None = None
    graduation_year: Year | None = None


class CoverHistory(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """The years without cover just before this enrolment, and how many of them are paid for now.

    Asked for only where the law in force counts them; elsewhere it is no field of a request.
    """

    gap_years: FewYears | None = None
    repaired_years: FewYears | None = None


class Window(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """A collection window; both ends belong to it."""

    start: date
    end: date


class LocalValues(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What the competent administrator has set where the documents leave it open."""

    window: Window | None = None
    personal_standard: Fen | None = None
    national_personal_standard: Fen | None = None
    assistance: dict[IdentityCode, Fen | None] | None = None
    waiting_days: Days | None = None
    unit_class: UnitClass | None = None
    linkage_policy_issued: bool | None = None
    transition_period_active: bool | None = None
    age_as_of: date | None = None
    waiting_count: WaitingCount | None = None
    benefit_year: Year | None = None
    benefit_start_rule: BenefitStartRule | None = None


class AssessmentRequest(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One person to assess. Amounts in fen."""

    id: str
    division: DivisionCode
    campaign_year: Year
    unit_name: str | None = None
    benefit_year: Year | None = None
    subsidy_year: Year | None = None
    tier: str | None = None
    birth_date: date | None = None
    registered: bool | None = True
    registered_on: date | UnsetType | None = UNSET
    paid_on: date | UnsetType | None = UNSET
    paid_amount: Fen | None = None
    residence_permit: bool | None = None
    local_hukou: bool | None = None
    hk_mo_tw_resident: bool | None = None
    identities: tuple[Identity, ...] | None = ()
    circumstances: tuple[Circumstance, ...] | None = ()
    other_cover: tuple[OtherCover, ...] | None = ()
    student: Student | None = None
    assistance_already_given: Fen | None = None
    local_values: LocalValues | None = None
    cover_history: CoverHistory | UnsetType | None = UNSET
