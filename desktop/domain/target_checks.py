"""Look over the population figures and targets a county states for a campaign year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop.domain.division_checks import UnitFinding
from desktop.domain.divisions import COUNTY_DIGITS, DivisionTree, kind_of
from desktop.domain.roster_facts import Target

PEOPLE_MAX = 10_000_000
"""More than any county has."""


@dataclass(frozen=True, slots=True)
class TargetRow:
    """What a list says of one unit, with the row it stands in."""

    row: int
    target: Target
    unreadable: tuple[str, ...] = ()
    """Fields whose cell holds something that is no whole number."""


def check_targets(rows: Sequence[TargetRow], tree: DivisionTree, county: str) -> list[UnitFinding]:
    """Return what is noticed, in the order of the rows."""
    found: list[UnitFinding] = []
    first: dict[str, int] = {}
    for one in rows:
        found += _check_place(one, tree, county)
        found += _check_figures(one)
        earlier = first.setdefault(one.target.division, one.row)
        if earlier != one.row:
            found.append(UnitFinding(one.row, "code", "UNIT_DOUBLE", "error", {"other": earlier}))
    return sorted(found, key=lambda one: (one.row, one.severity))


def _check_place(one: TargetRow, tree: DivisionTree, county: str) -> Iterator[UnitFinding]:
    code = one.target.division
    if kind_of(code) is None:
        yield UnitFinding(one.row, "code", "UNIT_CODE_FORM", "error", {"kind": ""})
    elif code[:COUNTY_DIGITS] != county:
        yield UnitFinding(one.row, "code", "UNIT_OUTSIDE", "error", {"county": county})
    elif code != county and tree.unit(code) is None:
        yield UnitFinding(one.row, "code", "TARGET_UNIT_UNKNOWN", "warning")


def _check_figures(one: TargetRow) -> Iterator[UnitFinding]:
    target = one.target
    for name in one.unreadable:
        yield UnitFinding(one.row, name, "TARGET_NUMBER", "error", {"most": PEOPLE_MAX})
    figures = {"residents": target.residents, "employees": target.employees}
    figures["target"] = target.target
    for name, figure in figures.items():
        if figure is not None and figure > PEOPLE_MAX:
            yield UnitFinding(one.row, name, "TARGET_NUMBER", "error", {"most": PEOPLE_MAX})
    if all(figure is None for figure in figures.values()) and not one.unreadable:
        yield UnitFinding(one.row, "residents", "TARGET_EMPTY", "error")
    if (target.employees or 0) > (target.residents or PEOPLE_MAX):
        yield UnitFinding(one.row, "employees", "TARGET_EMPLOYEES", "warning")
