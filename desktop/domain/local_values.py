"""Local values (本地参数): what an administrator set where the documents leave something open.

A value is proposed with its document, approved by another person, and then in force on its days
for every division under the one that set it, until another replaces it. Nothing here is ever
edited: a record only gains an approval or a rejection, and what replaces what is read off the
records, so that stations that learn of them in any order hold the same book.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, Literal, get_args

import msgspec

from desktop.base.dates import day_from_text
from desktop.policy import LocalSource, LocalValues
from desktop.policy.codes import IDENTITY_CODES
from desktop.policy.request import Window
from desktop.policy.request_json import read_amount

Kind = Literal[
    "window",
    "personal_standard",
    "national_personal_standard",
    "assistance",
    "waiting_days",
    "unit_class",
    "linkage_policy_issued",
    "transition_period_active",
    "age_as_of",
    "waiting_count",
    "benefit_year",
    "benefit_start_rule",
]
"""The keys of ``local_values`` in the calculator's contract."""

KINDS: tuple[Kind, ...] = get_args(Kind)

WITH_SUBJECT: frozenset[Kind] = frozenset({"assistance", "unit_class"})
"""Kinds that are set per identity (assistance) or per unit: its 6-digit code or its name."""

Given = dict[str, str] | str | int | bool | None
"""A value as the contract writes it: amounts and days as text. None takes a value back."""

State = Literal["proposed", "approved", "in_force", "replaced", "ended", "rejected"]

NAME_DIGITS = 12
"""Last hex digits of an id (48 random bits) by which events name the values they rest on."""

PLACES_KEPT_MAX = 4096


@dataclass(frozen=True, slots=True)
class LocalValue:
    """One value of one authority for one campaign year, with everything that happened to it."""

    id: str
    division: str
    """Six digits: the authority's own level; the value holds for what lies under it."""
    campaign_year: int
    kind: Kind
    subject: str
    """Identity code or unit for the kinds in `WITH_SUBJECT`, else empty."""
    value: Given
    document: str
    """文号 of the authority's document; there is no value without one."""
    title: str
    authority: str
    valid_from: date
    valid_to: date | None
    replaces: str
    """Id of the value this one takes the place of, from its first day on; empty if none."""
    proposed_by: str
    proposed_at: str
    approved_by: str = ""
    approved_at: str = ""
    approved_content: str = ""
    """Hash of what was approved; see `content`."""
    rejected_by: str = ""
    rejected_at: str = ""
    reason: str = ""
    """Why it was rejected."""
    delegation: str = ""
    """文号 by which whoever is competent lets this level set it."""
    replaced_by: str = ""
    replaced_from: date | None = None

    @property
    def name(self) -> str:
        """What events call it."""
        return self.id[-NAME_DIGITS:]

    @property
    def content(self) -> str:
        """Hash of what an approval is given to: 64 hex digits over everything proposed."""
        said = (
            self.division,
            self.campaign_year,
            self.kind,
            self.subject,
            self.value,
            self.document,
            self.title,
            self.authority,
            self.valid_from,
            self.valid_to,
            self.replaces,
            self.proposed_by,
            *((self.delegation,) if self.delegation else ()),
        )
        return hashlib.sha256(msgspec.json.encode(said, order="deterministic")).hexdigest()

    @property
    def counts(self) -> bool:
        """Whether it was approved as it must be: as it stands, by another person, not rejected."""
        approved = self.approved_by not in ("", self.proposed_by)
        return approved and not self.rejected_by and self.approved_content == self.content

    @property
    def place(self) -> tuple[str, int, Kind, str]:
        """What it settles; two that count may not do so on the same day."""
        return self.division, self.campaign_year, self.kind, self.subject

    @property
    def last_day(self) -> date | None:
        """The last day it is in force, replaced or not; None: no end is set."""
        if self.replaced_from is None:
            return self.valid_to
        before = self.replaced_from - timedelta(days=1)
        return before if self.valid_to is None else min(before, self.valid_to)

    def in_force(self, day: date) -> bool:
        """Tell whether it holds on ``day``."""
        last = self.last_day
        return self.counts and self.valid_from <= day and (last is None or day <= last)

    def overlaps(self, first: date, last: date | None) -> bool:
        """Tell whether it counts on a day from ``first`` to ``last`` (None: without end)."""
        own = self.last_day
        if not self.counts or (own is not None and own < self.valid_from):
            return False
        return (own is None or first <= own) and (last is None or self.valid_from <= last)

    def state(self, day: date) -> State:
        """Return where its life stands on ``day``."""
        if self.rejected_by:
            return "rejected"
        if not self.counts:
            return "proposed"
        if self.replaced_from is not None and day >= max(self.replaced_from, self.valid_from):
            return "replaced"
        if self.valid_to is not None and day > self.valid_to:
            return "ended"
        return "in_force" if self.in_force(day) else "approved"


@dataclass(frozen=True, slots=True)
class ValuesInForce:
    """What the calculator is told of local values, and what each rests on."""

    values: LocalValues | None = None
    sources: Mapping[str, LocalSource] | None = None
    names: tuple[str, ...] = ()
    """Names of the values, sorted: what an event says its figures rest on."""


NO_VALUES = ValuesInForce()


class LocalValueBook:
    """Every local value that is known, and which of them hold for a place on a day. Immutable."""

    def __init__(self, values: Iterable[LocalValue] = ()) -> None:
        self.values: tuple[LocalValue, ...] = linked(values)
        self._by_id = {value.id: value for value in self.values}
        # A value that an altered program wrote must not stop everybody else's work.
        self._counting = tuple(value for value in self.values if value.counts and _readable(value))
        self._resolved = lru_cache(PLACES_KEPT_MAX)(self._resolve)

    def get(self, value_id: str) -> LocalValue | None:
        """Return one value by its id."""
        return self._by_id.get(value_id)

    def resolve(
        self, chain: Sequence[str], campaign_year: int, day: date, unit: str = ""
    ) -> ValuesInForce:
        """Return the values in force on ``day`` for the place whose divisions are ``chain``.

        ``chain`` is that of the law, nearest first: the nearest division that set a value
        decides. ``unit`` names a unit without a code; else the first of ``chain`` is the unit.
        """
        if not self._counting or not chain:
            return NO_VALUES
        return self._resolved(tuple(chain), campaign_year, day, unit or chain[0])

    def named(
        self, names: Iterable[str], chain: Sequence[str], campaign_year: int
    ) -> ValuesInForce | None:
        """Return the values called ``names``, whatever their days.

        None if one of them is not known, or is not for this place and year.
        """
        here = {
            value.name: value
            for value in self._counting
            if value.campaign_year == campaign_year and value.division in chain
        }
        wanted = tuple(sorted(set(names)))
        if any(name not in here for name in wanted):
            return None
        return _as_told([here[name] for name in wanted])

    def in_force(
        self, chain: Sequence[str], campaign_year: int, day: date, unit: str = ""
    ) -> dict[tuple[Kind, str], LocalValue]:
        """Return what `resolve` tells the calculator, as whole values, by kind and subject."""
        level = {code: height for height, code in enumerate(chain)}
        chosen: dict[tuple[Kind, str], LocalValue] = {}
        for value in self._counting:
            held = value.campaign_year == campaign_year and value.in_force(day)
            if not held or value.division not in level:
                continue
            if value.kind == "unit_class" and value.subject != (unit or chain[0]):
                continue
            key = (value.kind, value.subject)
            known = chosen.get(key)
            if known is None or _precedence(value, level) < _precedence(known, level):
                chosen[key] = value
        return chosen

    def _resolve(
        self, chain: tuple[str, ...], campaign_year: int, day: date, unit: str
    ) -> ValuesInForce:
        chosen = self.in_force(chain, campaign_year, day, unit)
        return _as_told([value for value in chosen.values() if value.value is not None])


def _precedence(value: LocalValue, level: Mapping[str, int]) -> tuple[int, int, str, str]:
    """Return what orders two values for one place: the nearest level, then the latest first day.

    Two of one level on one day were approved at two stations that did not know of each other;
    whichever it is, it must be the same one everywhere.
    """
    return level[value.division], -value.valid_from.toordinal(), value.approved_at, value.id


def value_from_row(row: Mapping[str, Any]) -> LocalValue | None:
    """Return a row of the ``local_values`` table; None if it is no whole proposal."""
    kind = row["kind"]
    try:
        return LocalValue(
            id=row["id"],
            division=row["division"] or "",
            campaign_year=row["campaign_year"] or 0,
            kind=msgspec.convert(kind, Kind),
            subject=row["subject"] or "",
            value=msgspec.json.decode(row["value"] or "null", type=Given),
            document=row["document"] or "",
            title=row["title"] or "",
            authority=row["authority"] or "",
            valid_from=day_from_text(row["valid_from"] or ""),
            valid_to=day_from_text(row["valid_to"]) if row["valid_to"] else None,
            replaces=row["replaces"] or "",
            proposed_by=row["proposed_by"] or "",
            proposed_at=row["proposed_at"] or "",
            approved_by=row["approved_by"] or "",
            approved_at=row["approved_at"] or "",
            approved_content=row["approved_content"] or "",
            rejected_by=row["rejected_by"] or "",
            rejected_at=row["rejected_at"] or "",
            reason=row["reason"] or "",
            delegation=row["delegation"] or "",
        )
    except (ValueError, msgspec.MsgspecError):
        return None


def linked(values: Iterable[LocalValue]) -> tuple[LocalValue, ...]:
    """Return the values, in order of their ids, each with what replaces it."""
    ordered = sorted(values, key=lambda value: value.id)
    successor: dict[str, LocalValue] = {}
    for value in ordered:
        if value.counts and value.replaces:
            known = successor.get(value.replaces)
            if known is None or value.valid_from < known.valid_from:
                successor[value.replaces] = value
    return tuple(
        replace(
            value,
            replaced_by=successor[value.id].id,
            replaced_from=successor[value.id].valid_from,
        )
        if value.id in successor
        else value
        for value in ordered
    )


def read_value(kind: Kind, subject: str, value: Given) -> LocalValues:
    """Return a value as the calculator takes it.

    Raises:
        ValueError: it is not what the contract says of its kind.
    """
    told: dict[str, object] = {kind: {subject: value} if kind == "assistance" else value}
    try:
        read = msgspec.convert(told, LocalValues, dec_hook=read_amount)
    except msgspec.ValidationError as error:
        raise ValueError(str(error)) from error
    if isinstance(read.window, Window) and read.window.end < read.window.start:
        raise ValueError("the window ends before it starts")
    return read


def _readable(value: LocalValue) -> bool:
    try:
        read_value(value.kind, value.subject, value.value)
    except ValueError:
        return False
    return True


def _as_told(values: list[LocalValue]) -> ValuesInForce:
    if not values:
        return NO_VALUES
    told: dict[str, object] = {}
    assistance: dict[str, object] = {}
    sources: dict[str, LocalSource] = {}
    for value in sorted(values, key=lambda one: (KINDS.index(one.kind), one.subject)):
        source = LocalSource(value.document, value.authority, value.valid_from)
        if value.kind == "assistance" and value.subject in IDENTITY_CODES:
            assistance[value.subject] = value.value
            sources[f"assistance.{value.subject}"] = source
        elif value.kind != "assistance":
            told[value.kind] = value.value
            sources[value.kind] = source
    if assistance:
        told["assistance"] = assistance
    names = tuple(sorted(value.name for value in values))
    return ValuesInForce(msgspec.convert(told, LocalValues, dec_hook=read_amount), sources, names)


_SEPARATOR = ":"


def law_reference(law_hash: str, names: Sequence[str]) -> str:
    """Return what an event's ``law`` says: the law's hash, and the local values beside it."""
    if not names:
        return law_hash
    return f"{law_hash}{_SEPARATOR}{'.'.join(names)}"


def split_reference(reference: str) -> tuple[str, tuple[str, ...]]:
    """Return the law's hash and the names of the local values in an event's ``law``."""
    law_hash, _, names = reference.partition(_SEPARATOR)
    return law_hash, tuple(names.split(".")) if names else ()
