"""What the calculator answers: figures, dates, silences, and the reasoning behind each."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from desktop.policy.codes import AssistanceKind, IdentityCode, Needs, Reason, Status

JsonScalar = str | int | bool | None


class Fiscal(Struct, frozen=True, gc=False):
    """Per-person fiscal subsidy of one budget year, in fen; None where the law has no figure."""

    central: int | None
    provincial: int | None
    prefecture: int | None
    county: int | None
    total: int | None


class Reading(Struct, frozen=True, gc=False):
    """One way to read the documents, and the value it leads to (as in JSON)."""

    says: str
    value: JsonScalar


class Undetermined(Struct, frozen=True, omit_defaults=True, gc=False):
    """A field that the law in force does not settle, and who could settle it.

    ``at_least`` is the amount in fen that is certain in every reading; ``provision`` the document
    and article that leave the field open.
    """

    field: str
    reason: Reason
    needs: Needs
    provision: str | None = None
    readings: tuple[Reading, ...] = ()
    at_least: int | None = None


class TraceEntry(Struct, frozen=True, gc=False):
    """One figure, date or answer given, and the provision it rests on.

    ``value`` and ``inputs`` are as in JSON (amounts as text, days ISO). ``document`` is a 文号, or
    本地参数 for a local value; ``article`` is the number as cited, e.g. ``三`` or ``二（二）¶1``;
    ``valid_from`` is the provision's first day.
    """

    field: str
    value: JsonScalar
    document: str
    article: str
    valid_from: date | None
    inputs: Mapping[str, object]


class LayerUsed(Struct, frozen=True, gc=False):
    """One law pack that took part: its id and version."""

    pack: str
    version: int
    document: str


class LawUsed(Struct, frozen=True, gc=False):
    """The layers an assessment rests on, nearest first, and the hash over them all (hex)."""

    layers: tuple[LayerUsed, ...] = ()
    hash: str = ""


class Problem(Struct, frozen=True, gc=False):
    """Why a request is invalid: the field (a path), a stable code and a sentence."""

    field: str
    code: str
    message: str


class Assessment(Struct, frozen=True, kw_only=True, gc=False):
    """The calculator's result for one person. Amounts in fen.

    A None without an entry in ``undetermined`` is settled (there is none) or was not asked.
    """

    id: str | None
    status: Status
    benefit_year: int | None = None
    personal_standard: int | None = None
    assistance: int | None = None
    assistance_kind: AssistanceKind | None = None
    assistance_identity: IdentityCode | None = None
    net_payable: int | None = None
    retroactive_assistance: int | None = None
    fiscal: Fiscal | None = None
    allowed: bool | None = None
    within_window: bool | None = None
    window_exempt: bool | None = None
    waiting_exempt: bool | None = None
    waiting_days: int | None = None
    benefit_start: date | None = None
    benefit_start_month: str | None = None
    benefit_end: date | None = None
    graduate_rule_applies: bool | None = None
    undetermined: tuple[Undetermined, ...] = ()
    reasons: tuple[Reason, ...] = ()
    trace: tuple[TraceEntry, ...] = ()
    law: LawUsed = LawUsed()
    problems: tuple[Problem, ...] = ()
