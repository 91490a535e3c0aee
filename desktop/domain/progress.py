"""How far a campaign has come, unit by unit: counts in, rates out. Pure.

The rate is the one the notices measure: residents enrolled here plus those insured as employees,
over the resident population. Where the county has not stated the population, the rate is open,
never guessed; what the register itself tells (paid of those it holds) is another figure with
another name. The rate to reach is the law's (`desktop.policy`), an argument here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from fractions import Fraction

TOWNSHIP_DIGITS = 9


@dataclass(frozen=True, slots=True)
class UnitProgress:
    """What one village, township or county has come to. Money in fen."""

    division: str
    people: int = 0
    """Living people the register holds (应参保数)."""
    registered: int = 0
    """Entered and assessed, not yet paid."""
    paid: int = 0
    assisted: int = 0
    """Of the paid, how many with assistance."""
    assistance_fen: int = 0
    own_fen: int = 0
    """What people paid themselves."""
    new_today: int = 0
    reasons: dict[str, int] = field(default_factory=dict)
    """Not enrolled, by noted reason."""
    residents: int | None = None
    """Resident population as the county stated it; None if it did not."""
    employees: int | None = None
    target: int | None = None

    @property
    def not_enrolled(self) -> int:
        """People the register holds who are neither registered nor paid."""
        return max(0, self.people - self.registered - self.paid)

    @property
    def without_reason(self) -> int:
        """Of them, how many nobody has noted a reason for."""
        return max(0, self.not_enrolled - sum(self.reasons.values()))

    @property
    def rate(self) -> Fraction | None:
        """Paid residents and employees over the resident population; None where it is not known."""
        if not self.residents or self.employees is None:
            return None
        return Fraction(self.paid + self.employees, self.residents)

    @property
    def register_rate(self) -> Fraction | None:
        """Paid over the people the register holds; None for an empty unit."""
        return Fraction(self.paid, self.people) if self.people else None

    def missing(self, target_rate: Fraction | None) -> int | None:
        """Return how many people more reach the target; None where there is nothing to reach.

        The number the county set for the unit (任务数) comes before the rate the law sets.
        """
        if self.target is not None:
            return max(0, self.target - self.paid)
        if not self.residents or self.employees is None or target_rate is None:
            return None
        wanted = target_rate * self.residents
        whole = -(-wanted.numerator // wanted.denominator)
        return max(0, whole - self.employees - self.paid)


def add_up(division: str, units: Iterable[UnitProgress]) -> UnitProgress:
    """Return what ``units`` add up to as one unit.

    A population figure one of them lacks is lacking in the sum: half a population is no population.
    """
    total = UnitProgress(division, residents=0, employees=0, target=0)
    any_unit = False
    for unit in units:
        any_unit = True
        reasons = dict(total.reasons)
        for reason, people in unit.reasons.items():
            reasons[reason] = reasons.get(reason, 0) + people
        total = UnitProgress(
            division,
            people=total.people + unit.people,
            registered=total.registered + unit.registered,
            paid=total.paid + unit.paid,
            assisted=total.assisted + unit.assisted,
            assistance_fen=total.assistance_fen + unit.assistance_fen,
            own_fen=total.own_fen + unit.own_fen,
            new_today=total.new_today + unit.new_today,
            reasons=reasons,
            residents=_plus(total.residents, unit.residents),
            employees=_plus(total.employees, unit.employees),
            target=_plus(total.target, unit.target),
        )
    return total if any_unit else UnitProgress(division)


def by_township(
    villages: Iterable[UnitProgress], stated: dict[str, UnitProgress]
) -> tuple[UnitProgress, ...]:
    """Return the townships ``villages`` lie in, added up, in the order of their codes.

    ``stated`` holds population figures set for a township itself, by its 12-digit code: they stand
    before the sum of its villages.
    """
    groups: dict[str, list[UnitProgress]] = {}
    for village in villages:
        groups.setdefault(_township(village.division), []).append(village)
    sums = (add_up(code, units) for code, units in sorted(groups.items()))
    return tuple(with_stated(total, stated.get(total.division)) for total in sums)


def with_stated(unit: UnitProgress, stated: UnitProgress | None) -> UnitProgress:
    """Return ``unit`` with the population figures stated for it, where they are."""
    if stated is None:
        return unit
    return replace(
        unit,
        residents=unit.residents if stated.residents is None else stated.residents,
        employees=unit.employees if stated.employees is None else stated.employees,
        target=unit.target if stated.target is None else stated.target,
    )


def _township(division: str) -> str:
    return division[:TOWNSHIP_DIGITS] + "000" if len(division) > TOWNSHIP_DIGITS else division


def _plus(left: int | None, right: int | None) -> int | None:
    return None if left is None or right is None else left + right
