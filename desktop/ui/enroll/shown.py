"""What the household screen shows, as values: rows, price card, basis. Made from an assessment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Tone = Literal["", "mistake", "warning", "ok", "quiet", "unknown"]


@dataclass(frozen=True, slots=True)
class RowShown:
    """One member as the table shows it."""

    key: int
    name: str = ""
    document_type: str = ""
    number: str = ""
    protected: bool = False
    """The number belongs to a person in the register and stays masked."""
    grouped: bool = True
    sex: str = ""
    birth_date: str = ""
    derived: bool = False
    """Sex and birth date come from the number and are locked."""
    relation: str = ""
    identities: tuple[tuple[str, str], ...] = ()
    paid: bool = False
    amount: str = ""
    amount_tone: Tone = ""
    amount_hint: str = ""


@dataclass(frozen=True, slots=True)
class PersonLine:
    """One person on the price card."""

    name: str
    amount: str
    tone: Tone
    why: str
    """Identity and assistance, or the reason why the price is open."""


@dataclass(frozen=True, slots=True)
class PriceCard:
    """The answer that is always visible."""

    total: str
    total_known: bool
    open_note: str
    people: tuple[PersonLine, ...]
    persons: str
    standard: str
    assistance: str
    cover: str
    cover_known: bool


@dataclass(frozen=True, slots=True)
class BasisLine:
    """One sentence of the 计算依据 panel."""

    text: str
    tone: Tone = ""
    heading: bool = False


@dataclass(frozen=True, slots=True)
class DetailShown:
    """The focused member's further facts."""

    key: int
    title: str
    ethnic_group: str = ""
    phone: str = ""
    circumstances: tuple[CircumstanceShown, ...] = ()
    tier: str = ""
    tiers: bool = False
    """The law has tiers to choose from."""
    residence_permit: str = ""
    local_hukou: str = ""
    other_scheme: str = ""
    other_status: str = ""
    student: str = ""
    academic_year: str = ""
    graduation_year: str = ""
    identities: tuple[IdentityShown, ...] = ()
    participation: str = ""
    """`desktop.ui.enroll.entry.ENROL`, or why not; empty if nobody said why not."""
    participation_locked: bool = False
    not_enrolled_detail: str = ""
    not_enrolled_evidence: str = ""
    died_on: str = ""
    hukou_division: str = ""
    hukou_address: str = ""
    cover_history: str = ""
    document_valid_to: str = ""
    alias: str = ""


@dataclass(frozen=True, slots=True)
class CircumstanceShown:
    """One special circumstance with its day."""

    code: str
    name: str
    on: str = ""


@dataclass(frozen=True, slots=True)
class IdentityShown:
    """One identity with the attributes the law asks of it."""

    code: str
    name: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    """Attribute name and its value; empty if not known."""
    recognised_by: str = ""
    recognised_on: str = ""
    valid_to: str = ""
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """What a reserved line says."""

    text: str = ""
    tone: Tone = "quiet"
