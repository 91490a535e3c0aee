"""A roster (续保名册) as values: bands of households, where each person stands, and the sums. Pure.

A band is one household between last year and this one. What may be renewed with one key, what
stops it and what only deserves a look is decided here, so that the screen, the batch and the tests
ask the same question.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from desktop.domain import codes

DEAD = "2"
"""``surv_stas`` of the national platform: 1 正常, 2 死亡."""
LIVING = "1"

State = Literal["open", "renewed", "paid", "elsewhere", "dead", "not_enrolled"]
"""``open``: nothing is decided yet. ``elsewhere``: enrolled this year in another household."""

LastState = Literal["", "registered", "paid", "not_enrolled"]
Stops = Literal["", "household", "person"]
"""``household``: the person is renewed by name only. ``person``: not at all."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing a clerk must know before renewing, by its code."""

    code: str
    stops: Stops = ""
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LastYear:
    """How the last campaign year left a person."""

    state: LastState = ""
    reason: str = ""
    identity: str = ""
    """The identity last year's assistance rested on."""
    tier: str | None = None
    standard_fen: int | None = None


@dataclass(frozen=True, slots=True)
class BandMember:
    """One person of a band. Amounts in fen; a figure the law leaves open is None."""

    person_id: str
    name: str
    relation: str
    sex: str
    age: int | None
    last: LastYear
    state: State = "open"
    reason: str = ""
    """Why not enrolled this year, a code of `desktop.domain.codes.NOT_ENROLLED_REASONS`."""
    noted: str = ""
    """Day of death, number of a written refusal: what stands beside the reason."""
    net_fen: int | None = None
    assistance_fen: int | None = None
    identity: str = ""
    marks: tuple[Mark, ...] = ()

    @property
    def renewable(self) -> bool:
        """Whether renewing the whole household renews this person."""
        return self.state == "open" and not any(mark.stops for mark in self.marks)

    @property
    def enrolled(self) -> bool:
        """Whether the person is enrolled this year, here or elsewhere."""
        return self.state in ("renewed", "paid", "elsewhere")


@dataclass(frozen=True, slots=True)
class Band:
    """One household of a roster."""

    household_id: str
    division: str
    number: str
    address: str
    members: tuple[BandMember, ...]
    marks: tuple[Mark, ...] = ()
    """What is odd about the household as a whole."""

    @property
    def head(self) -> str:
        """Name of the head of the household, else of whoever stands first."""
        heads = [one.name for one in self.members if one.relation in (codes.HEAD, "01")]
        return (heads or [one.name for one in self.members] or [""])[0]

    @property
    def to_renew(self) -> tuple[str, ...]:
        """Whom renewing the household renews."""
        return tuple(one.person_id for one in self.members if one.renewable)

    @property
    def undecided(self) -> int:
        """How many people nothing is decided about."""
        return sum(one.state == "open" for one in self.members)

    @property
    def due_fen(self) -> int:
        """What is still to be collected of those renewed."""
        return _sum(self.members, "renewed")

    @property
    def collected_fen(self) -> int:
        """What was taken."""
        return _sum(self.members, "paid")

    @property
    def price_fen(self) -> int:
        """What the household pays: taken, to be collected, and of those who would be renewed."""
        new = sum(one.net_fen or 0 for one in self.members if one.renewable)
        return new + self.due_fen + self.collected_fen

    @property
    def price_open(self) -> bool:
        """Whether somebody's price is not settled."""
        return any(one.net_fen is None for one in self.members if one.renewable)

    @property
    def remarks(self) -> tuple[tuple[BandMember | None, Mark], ...]:
        """Everything a clerk must know, the household's own first."""
        own: list[tuple[BandMember | None, Mark]] = [(None, mark) for mark in self.marks]
        return (*own, *((one, mark) for one in self.members for mark in one.marks))

    @property
    def clean(self) -> bool:
        """Whether the batch may renew it unseen: somebody to renew, and nothing to look at.

        A price that the law leaves open is a mark, as is whatever stops a person.
        """
        return bool(self.to_renew) and not self.remarks

    def renewed(self, people: Iterable[str]) -> Band:
        """Return the band as it will be once ``people`` are renewed."""
        wanted = set(people)
        return replace(
            self,
            members=tuple(
                replace(one, state="renewed", reason="", noted="")
                if one.person_id in wanted
                else one
                for one in self.members
            ),
        )

    def set_aside(self, people: Iterable[str], reason: str, noted: str = "") -> Band:
        """Return the band as it will be once ``people`` are noted as not enrolled."""
        wanted = set(people)
        state: State = "dead" if reason == codes.DEATH else "not_enrolled"
        return replace(
            self,
            members=tuple(
                replace(one, state=state, reason=reason, noted=noted)
                if one.person_id in wanted
                else one
                for one in self.members
            ),
        )


def _sum(members: Iterable[BandMember], state: State) -> int:
    return sum(one.net_fen or 0 for one in members if one.state == state)


@dataclass(frozen=True, slots=True)
class Totals:
    """How far a roster has come. Money in fen."""

    households: int = 0
    done: int = 0
    people: int = 0
    renewed: int = 0
    due_fen: int = 0
    collected_fen: int = 0

    def plus(self, other: Totals, sign: int = 1) -> Totals:
        """Return the sum with ``other``, or with ``sign`` -1 the difference."""
        return Totals(
            self.households + sign * other.households,
            self.done + sign * other.done,
            self.people + sign * other.people,
            self.renewed + sign * other.renewed,
            self.due_fen + sign * other.due_fen,
            self.collected_fen + sign * other.collected_fen,
        )


def share(band: Band) -> Totals:
    """Return what one band adds to its roster's totals."""
    return Totals(
        households=1,
        done=int(band.undecided == 0),
        people=len(band.members),
        renewed=sum(one.enrolled for one in band.members),
        due_fen=band.due_fen,
        collected_fen=band.collected_fen,
    )


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A household the batch does not touch, and the first reason why."""

    household_id: str
    number: str
    head: str
    code: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class BatchPlan:
    """What renewing every clean household would do, in numbers."""

    households: tuple[str, ...]
    people: int
    due_fen: int
    left_out: tuple[LeftOut, ...]


def batch_plan(bands: Iterable[Band]) -> BatchPlan:
    """Return what the batch would renew, and every household still to do that it leaves out."""
    clean: list[Band] = []
    left: list[LeftOut] = []
    for band in bands:
        if band.clean:
            clean.append(band)
        elif band.undecided:
            left.append(_left_out(band))
    return BatchPlan(
        households=tuple(band.household_id for band in clean),
        people=sum(len(band.to_renew) for band in clean),
        due_fen=sum(one.net_fen or 0 for band in clean for one in band.members if one.renewable),
        left_out=tuple(left),
    )


def _left_out(band: Band) -> LeftOut:
    one, mark = band.remarks[0]
    values = dict(mark.values) | ({"name": one.name} if one else {})
    return LeftOut(band.household_id, band.number, band.head, mark.code, values)
