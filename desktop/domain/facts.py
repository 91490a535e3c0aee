"""Facts an event can state, part of the closed union in `desktop.domain.fact`.

Every fact assigns values to things named by id; none says "add one" or "change by". Applying the
same fact twice, or after a later one has been applied again, therefore gives the same record,
which is what lets stations and the centre meet in any order of delivery.

A field left `UNSET` is untouched, so two desks that changed different fields of one person do not
fight. Days and instants are ISO text, amounts fen, divisions 6- or 12-digit codes.
"""

from __future__ import annotations

from typing import Literal

import msgspec
from msgspec import UNSET, UnsetType

from desktop.domain.receipt import Receipt
from desktop.domain.roster_facts import NotEnrolled

NAME_MAX = 50
TEXT_MAX = 200
MEMBERS_MAX = 60
"""Limits on what one fact may hold; the centre refuses more."""


class Recognition(
    msgspec.Struct,
    frozen=True,
    forbid_unknown_fields=True,
    omit_defaults=True,
    kw_only=True,
    cache_hash=True,
):
    """An identity (身份) of a person, as a department recognised it."""

    code: str
    recognised_on: str | None = None
    valid_to: str | None = None
    recognised_by: str | None = None
    area: str | None = None
    kind: str | None = None
    grade: int | None = None
    member: str | None = None
    evidence: str | None = None
    """Number or name of the paper the recognition rests on."""
    certified: bool | None = None
    destitute: bool | None = None
    monitored: bool | None = None
    sterilised: bool | None = None
    unemployed: bool | None = None


class Circumstance(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True
):
    """A special circumstance (特殊情形) with its day, where the law asks for one."""

    code: str
    on: str | None = None


class OtherCover(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True
):
    """Cover in another scheme: employee, military, or resident cover elsewhere."""

    scheme: Literal["employee", "military", "resident_elsewhere"]
    status: Literal["active", "waiting", "ended"]


class Student(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True
):
    """What the law asks of a university student or graduate."""

    institution: str
    academic_year: str | None = None
    graduation_year: int | None = None


class HouseholdFields(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True
):
    """A household (户): the unit that is visited, collected from and given one receipt."""

    id: str
    division: str | UnsetType = UNSET
    number: str | UnsetType = UNSET
    """County's own household number (户号), free text."""
    address: str | UnsetType = UNSET
    phone: str | UnsetType = UNSET


class PersonFields(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True
):
    """A resident. ``household`` empty means: left the household."""

    id: str
    household: str | UnsetType = UNSET
    relation: str | UnsetType = UNSET
    name: str | UnsetType = UNSET
    alias: str | UnsetType = UNSET
    document_type: str | UnsetType = UNSET
    document_number: str | UnsetType = UNSET
    document_override: str | UnsetType = UNSET
    """Why a supervisor accepted a number whose check digit is wrong; empty if none did."""
    sex: str | UnsetType = UNSET
    birth_date: str | UnsetType | None = UNSET
    ethnic_group: str | UnsetType = UNSET
    phone: str | UnsetType = UNSET
    residence_permit: bool | UnsetType | None = UNSET
    local_hukou: bool | UnsetType | None = UNSET
    survival: str | UnsetType = UNSET
    died_on: str | UnsetType = UNSET
    document_valid_to: str | UnsetType = UNSET
    """Last day of the identity document, empty if not known or without end."""
    hukou_division: str | UnsetType = UNSET
    hukou_address: str | UnsetType = UNSET
    moved_to: str | UnsetType = UNSET
    """Where a person who left the register went, in words."""
    identities: tuple[Recognition, ...] | UnsetType = UNSET
    circumstances: tuple[Circumstance, ...] | UnsetType = UNSET
    other_cover: tuple[OtherCover, ...] | UnsetType = UNSET
    student: Student | UnsetType | None = UNSET
    cover_history: tuple[int, ...] | UnsetType = UNSET
    """Benefit years of cover elsewhere, as the person tells them; our own are in the register."""


EnrollmentStatus = Literal["registered", "paid", "voided"]
"""``registered``: entered and assessed, not yet paid. ``paid``: on a receipt. ``voided``: taken
back before any money was taken."""


class EnrollmentFields(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True
):
    """An enrolment: person × resident scheme × campaign year, with what the calculator said.

    The figures are those of the assessment under the event's law hash; the trace is not stored,
    since the same calculator gives it again from the same person and law. A figure that the law
    leaves open is None.
    """

    id: str
    person: str | UnsetType = UNSET
    household: str | UnsetType = UNSET
    campaign_year: int | UnsetType = UNSET
    status: EnrollmentStatus | UnsetType = UNSET
    tier: str | UnsetType | None = UNSET
    registered_on: str | UnsetType = UNSET
    standard_fen: int | UnsetType | None = UNSET
    assistance_fen: int | UnsetType | None = UNSET
    net_fen: int | UnsetType | None = UNSET
    assistance_identity: str | UnsetType = UNSET
    allowed: bool | UnsetType | None = UNSET
    benefit_year: int | UnsetType | None = UNSET
    cover_from: str | UnsetType = UNSET
    cover_to: str | UnsetType = UNSET
    open_reasons: tuple[str, ...] | UnsetType = UNSET
    reason: str | UnsetType = UNSET
    """Why it was voided."""


class StationOpened(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="station.opened", kw_only=True
):
    """The first event of every station's chain."""

    division: str
    name: str
    public_key: str
    """Ed25519 public key, 64 hex digits."""
    training_day: str | None = None


class SegmentReceived(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="segment.received", kw_only=True
):
    """A range of receipt numbers is this station's to use."""

    segment: str
    prefix: str
    first: int
    last: int


Role = Literal["clerk", "collector", "supervisor", "policy", "auditor", "it"]


class OperatorAdded(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="operator.added", kw_only=True
):
    """An operator may sign in at this station."""

    operator: str
    display_name: str
    role: Role


class HouseholdSaved(
    msgspec.Struct,
    frozen=True,
    forbid_unknown_fields=True,
    omit_defaults=True,
    tag="household.saved",
    kw_only=True,
):
    """A household was entered or amended, with its people and their enrolments."""

    household: HouseholdFields
    people: tuple[PersonFields, ...] = ()
    enrollments: tuple[EnrollmentFields, ...] = ()
    not_enrolled: tuple[NotEnrolled, ...] = ()
    left: tuple[str, ...] = ()
    """Other households that some of the people came from with this event."""
    ref: str = ""
    """The caller's own reference: the same one twice is the same enrolment."""


class PeopleMoved(
    msgspec.Struct,
    frozen=True,
    forbid_unknown_fields=True,
    omit_defaults=True,
    tag="people.moved",
    kw_only=True,
):
    """People moved from one household to another (变换家庭), whole, with what is not yet paid.

    A paid enrolment stays with the household its receipt names. The rows are stated in full, since
    the other household's division may never have seen them.
    """

    household: HouseholdFields
    """The household they now belong to; stated in full if it is new."""
    left: str
    people: tuple[PersonFields, ...]
    enrollments: tuple[EnrollmentFields, ...] = ()
    not_enrolled: tuple[NotEnrolled, ...] = ()
    """Why somebody of them is not enrolled, as was noted before: stated again, since the event
    that noted it may name others of the household they leave."""
    on: str
    reason: str = ""


class PaymentTaken(
    msgspec.Struct,
    frozen=True,
    forbid_unknown_fields=True,
    omit_defaults=True,
    tag="payment.taken",
    kw_only=True,
):
    """Money was taken and a receipt number used. Never edited, never refused by the centre."""

    payment: str
    segment: str
    serial: int
    receipt: Receipt
    code: str = ""
    """Text of the receipt's signed code: whoever prints the paper again prints the same."""
    ref: str = ""


class ReceiptPrinted(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="receipt.printed", kw_only=True
):
    """A paper came out: ``copy`` 1 is the first print, 2 and up are reprints (补打)."""

    number: str
    copy: int


class LawPackImported(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="law.imported", kw_only=True
):
    """A law pack (政策包) was checked and is in force at this station from now on."""

    pack: str
    version: int
    hash: str
    """SHA-256 of ``document`` in UTF-8, 64 hex digits."""
    document: str
    """The whole artefact: the law's text, its worked cases and the seal over both."""


class LocalValueProposed(
    msgspec.Struct,
    frozen=True,
    forbid_unknown_fields=True,
    omit_defaults=True,
    tag="local_value.proposed",
    kw_only=True,
):
    """A local value (本地参数) was proposed, with the document it rests on."""

    id: str
    division: str
    campaign_year: int
    kind: str
    subject: str = ""
    value: dict[str, str] | str | int | bool | None = None
    """As the calculator's contract writes it; None takes the value back that it replaces."""
    document: str
    title: str
    authority: str
    valid_from: str
    valid_to: str | None = None
    replaces: str = ""
    delegation: str = ""
    """文号 by which whoever is competent lets this level set it; empty: it is competent itself."""


class LocalValueApproved(
    msgspec.Struct,
    frozen=True,
    forbid_unknown_fields=True,
    tag="local_value.approved",
    kw_only=True,
):
    """Another person approved a local value."""

    id: str
    content: str
    """Hash of what was approved (`desktop.domain.local_values.LocalValue.content`)."""


class LocalValueRejected(
    msgspec.Struct,
    frozen=True,
    forbid_unknown_fields=True,
    tag="local_value.rejected",
    kw_only=True,
):
    """A proposed local value was turned down, or taken back by who proposed it."""

    id: str
    reason: str


class Difference(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True
):
    """What a paid enrolment differs by from what the law now says (多退少补). No money moved."""

    id: str
    enrollment: str
    person: str
    payment: str
    kind: Literal["collect", "refund", "retroactive", "decide"]
    state: Literal["proposed", "approved"]
    """``proposed``: a person must still decide; ``approved``: a supervisor approved the amount."""
    amount_fen: int | None = None
    paid_fen: int
    standard_fen: int | None = None
    assistance_fen: int | None = None
    net_fen: int | None = None
    identity: str = ""
    reasons: tuple[str, ...] = ()


class EnrollmentsRepriced(
    msgspec.Struct,
    frozen=True,
    forbid_unknown_fields=True,
    omit_defaults=True,
    tag="enrollments.repriced",
    kw_only=True,
):
    """A household was worked out again after law, local values or identities had changed.

    Unpaid enrolments get new figures; of paid ones only the difference is noted, for their money
    facts are never edited.
    """

    household: str
    campaign_year: int
    run: str
    """What belongs to one approved list."""
    enrollments: tuple[EnrollmentFields, ...] = ()
    differences: tuple[Difference, ...] = ()
