"""Facts about who is where and who is not enrolled: divisions, targets, moves, follow-up, looks.

Part of the closed union in `desktop.domain.facts`; the same rules hold: every field assigns.
"""

from __future__ import annotations

from typing import Literal

import msgspec

UNITS_MAX = 1_000
"""Most units or targets one event may bring; a county's tree is as many events as it takes."""

UnitKind = Literal["county", "township", "village", "group", "school", "unit"]
"""``unit`` is any other virtual unit that people are enrolled through."""


class Unit(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True
):
    """One unit of the county's division tree (区划), valid from day to day.

    ``code`` has 6 (county), 12 (township: nine digits and ``000``; village, school, other unit) or
    14 digits (a group within the village of its first twelve).
    """

    code: str
    name: str
    kind: UnitKind
    parent: str
    valid_from: str = ""
    valid_to: str = ""
    replaced_by: str = ""
    """Code of the unit that took its place when it was merged or renumbered."""
    former_name: str = ""
    aliases: tuple[str, ...] = ()
    """Other names lists and clerks use."""


class DivisionsImported(
    msgspec.Struct,
    frozen=True,
    forbid_unknown_fields=True,
    omit_defaults=True,
    tag="divisions.imported",
    kw_only=True,
):
    """The county stated a part of its division tree; units it does not name stay as they are."""

    units: tuple[Unit, ...]
    source: str = ""
    """File name and part, for whoever asks where a name came from."""
    batch: str = ""
    """The list they came with; empty for what was taken in without the wizard."""
    before: tuple[Unit, ...] = ()
    """Those of the units that were known, as they were."""


class Target(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True
):
    """What a unit is measured by in a campaign year (任务数)."""

    division: str
    residents: int | None = None
    """Resident population (常住人口)."""
    employees: int | None = None
    """Of them, insured as employees (职工医保)."""
    target: int | None = None
    """People to enrol, where the county set a number itself."""


class TargetsSet(
    msgspec.Struct,
    frozen=True,
    forbid_unknown_fields=True,
    omit_defaults=True,
    tag="targets.set",
    kw_only=True,
):
    """The county stated the population figures its rates are measured against."""

    campaign_year: int
    targets: tuple[Target, ...]
    source: str = ""


class NotEnrolled(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True
):
    """Why a person is not enrolled in a campaign year (未参保原因)."""

    person: str
    household: str
    campaign_year: int
    reason: str
    """A code of `desktop.domain.codes.NOT_ENROLLED_REASONS`; empty takes the note back."""
    detail: str = ""
    evidence: str = ""
    """What is on file for it, e.g. the number of a written refusal."""
    noted_on: str = ""


FollowUpKind = Literal["call", "visit", "message", "written_refusal", "other"]


class FollowUpNoted(
    msgspec.Struct,
    frozen=True,
    forbid_unknown_fields=True,
    omit_defaults=True,
    tag="follow_up.noted",
    kw_only=True,
):
    """Somebody spoke to (or tried to reach) a person who is not enrolled."""

    id: str
    person: str
    household: str
    campaign_year: int
    kind: FollowUpKind
    on: str
    result: str = ""
    next_on: str = ""
    """Day to try again; empty if there is nothing left to do."""


class EnrollmentsVoided(
    msgspec.Struct,
    frozen=True,
    forbid_unknown_fields=True,
    omit_defaults=True,
    tag="enrollments.voided",
    kw_only=True,
):
    """Unpaid enrolments were taken back (作废), with the reason. Paid ones are refunded instead."""

    household: str
    enrollments: tuple[str, ...]
    reason: str


class MaskLifted(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="mask.lifted", kw_only=True
):
    """An operator looked behind the mask of one person's data, and said why."""

    person: str
    field: str
    reason: str
