"""Look a county's list of units over before it is taken in: what is wrong, what changes.

Errors stop the import of the whole list; warnings are shown. Nothing here deletes: a unit that a
new list no longer names stays, and is reported.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as member_of
from typing import Literal

import msgspec

from desktop.domain.divisions import (
    COUNTY_DIGITS,
    GROUP_DIGITS,
    STEPS_MAX,
    UNIT_DIGITS,
    DivisionTree,
    normal_code,
    parent_of,
    prefix_of,
)
from desktop.domain.facts import NAME_MAX, TEXT_MAX
from desktop.domain.roster_facts import Unit

Severity = Literal["error", "warning"]
ALIASES_MAX = 20
_NEAR = 20
"""How many rows of the same name are compared: enough for any honest list."""


@dataclass(frozen=True, slots=True)
class UnitRow:
    """One unit as a list states it, with the row it stands in."""

    row: int
    unit: Unit
    unreadable: tuple[str, ...] = ()
    """Fields whose cell holds something that is none: a day, a kind."""


@dataclass(frozen=True, slots=True)
class UnitFinding:
    """One thing noticed about a row; ``field`` is a field of `Unit` or of `Target`."""

    row: int
    """0: about the list as a whole."""
    field: str
    code: str
    severity: Severity
    values: Mapping[str, object] = member_of(default_factory=dict)


ChangeKind = Literal["new", "renamed", "ended", "changed", "unchanged", "missing"]


@dataclass(frozen=True, slots=True)
class Change:
    """What the list does to one unit."""

    kind: ChangeKind
    unit: Unit
    """As it will be; for ``missing`` as it is and stays."""
    before: Unit | None = None


def check_units(rows: Sequence[UnitRow], tree: DivisionTree, county: str) -> list[UnitFinding]:
    """Return what is noticed about a list of units for ``county``, in the order of its rows."""
    stated = {one.unit.code: one.unit for one in rows}
    found = list(_check_codes(rows))
    for one in rows:
        found += _check_form(one, county)
        found += _check_days(one)
        found += _check_parent(one, stated, tree, county)
        found += _check_successor(one, stated, tree)
    found += _check_cycles(rows, stated, tree)
    found += _check_names(rows)
    return sorted(found, key=lambda one: (one.row, one.severity))


def changes(rows: Sequence[UnitRow], tree: DivisionTree) -> list[Change]:
    """Return what taking the list in changes, then what the list leaves out."""
    found = [_change(one.unit, tree.unit(one.unit.code)) for one in rows]
    named = {one.unit.code for one in rows}
    return found + [Change("missing", unit, unit) for unit in tree if unit.code not in named]


def as_stored(unit: Unit, before: Unit | None) -> Unit:
    """Return the unit as it will be kept: a new name remembers the old one, for those who look."""
    if before is None or before.name == unit.name:
        former = unit.former_name or (before.former_name if before else "")
        return msgspec.structs.replace(unit, former_name=former)
    former = unit.former_name or before.name
    known = [*unit.aliases, before.name, before.former_name]
    aliases = tuple(dict.fromkeys(name for name in known if name not in ("", former, unit.name)))
    return msgspec.structs.replace(unit, former_name=former, aliases=aliases[:ALIASES_MAX])


def _change(unit: Unit, before: Unit | None) -> Change:
    unit = as_stored(unit, before)
    if before is None:
        return Change("new", unit)
    if unit == before:
        return Change("unchanged", unit, before)
    if unit.valid_to and unit.valid_to != before.valid_to:
        return Change("ended", unit, before)
    if unit.name != before.name:
        return Change("renamed", unit, before)
    return Change("changed", unit, before)


def _check_codes(rows: Sequence[UnitRow]) -> Iterator[UnitFinding]:
    first: dict[str, int] = {}
    for one in rows:
        earlier = first.setdefault(one.unit.code, one.row)
        if earlier != one.row:
            yield UnitFinding(one.row, "code", "UNIT_DOUBLE", "error", {"other": earlier})


def _check_form(one: UnitRow, county: str) -> Iterator[UnitFinding]:
    unit = one.unit
    for name in one.unreadable:
        yield UnitFinding(one.row, name, "UNIT_UNREADABLE", "error")
    if not unit.name:
        yield UnitFinding(one.row, "name", "UNIT_NAME_EMPTY", "error")
    if any(len(name) > NAME_MAX for name in (unit.name, unit.former_name, *unit.aliases)):
        yield UnitFinding(one.row, "name", "UNIT_NAME_LONG", "error", {"most": NAME_MAX})
    if len(unit.aliases) > ALIASES_MAX or sum(map(len, unit.aliases)) > TEXT_MAX:
        yield UnitFinding(one.row, "aliases", "UNIT_ALIASES_MANY", "error", {"most": ALIASES_MAX})
    if not _form_fits(unit):
        yield UnitFinding(one.row, "code", "UNIT_CODE_FORM", "error", {"kind": unit.kind})
    elif unit.code[:COUNTY_DIGITS] != county:
        yield UnitFinding(one.row, "code", "UNIT_OUTSIDE", "error", {"county": county})


def _form_fits(unit: Unit) -> bool:
    code = unit.code
    if not (code.isascii() and code.isdigit()):
        return False
    match unit.kind:
        case "county":
            return len(code) == COUNTY_DIGITS
        case "township":
            return len(code) == UNIT_DIGITS and code.endswith("000")
        case "group":
            return len(code) == GROUP_DIGITS
        case "village" | "school" | "unit":
            return len(code) == UNIT_DIGITS and not code.endswith("000")


def _check_days(one: UnitRow) -> Iterator[UnitFinding]:
    unit = one.unit
    if unit.valid_to and unit.valid_to < unit.valid_from:
        yield UnitFinding(one.row, "valid_to", "UNIT_DAYS", "error")


def _check_parent(
    one: UnitRow, stated: Mapping[str, Unit], tree: DivisionTree, county: str
) -> Iterator[UnitFinding]:
    unit = one.unit
    if unit.kind == "county" or not _form_fits(unit):
        return
    parent = stated.get(unit.parent) or tree.unit(unit.parent)
    if parent is None and unit.parent != county:
        yield UnitFinding(one.row, "parent", "UNIT_PARENT_UNKNOWN", "error", {"code": unit.parent})
    elif unit.kind in ("school", "unit"):
        if not unit.code.startswith(prefix_of(unit.parent)):
            yield UnitFinding(one.row, "parent", "UNIT_PARENT_ELSEWHERE", "warning")
    elif unit.parent != parent_of(unit.code):
        values = {"code": parent_of(unit.code)}
        yield UnitFinding(one.row, "parent", "UNIT_PARENT_PREFIX", "error", values)
    if parent is not None and _outlives(unit, parent):
        yield UnitFinding(one.row, "valid_to", "UNIT_OUTLIVES_PARENT", "warning")


def _outlives(unit: Unit, parent: Unit) -> bool:
    ends_later = bool(parent.valid_to) and (not unit.valid_to or unit.valid_to > parent.valid_to)
    return ends_later and not unit.replaced_by and not parent.replaced_by


def _check_successor(
    one: UnitRow, stated: Mapping[str, Unit], tree: DivisionTree
) -> Iterator[UnitFinding]:
    unit = one.unit
    if not unit.replaced_by:
        return
    if not unit.valid_to:
        yield UnitFinding(one.row, "valid_to", "UNIT_REPLACED_OPEN", "error")
    successor = stated.get(unit.replaced_by) or tree.unit(unit.replaced_by)
    if successor is None:
        values = {"code": unit.replaced_by}
        yield UnitFinding(one.row, "replaced_by", "UNIT_SUCCESSOR_UNKNOWN", "error", values)
    elif unit.name == successor.name and unit.valid_to and _meet(unit, successor):
        # A village merged into another meets it, of course; a renumbered one is there twice.
        yield UnitFinding(one.row, "valid_to", "UNIT_DAYS_OVERLAP", "warning")


def _check_cycles(
    rows: Sequence[UnitRow], stated: Mapping[str, Unit], tree: DivisionTree
) -> Iterator[UnitFinding]:
    for one in rows:
        for name in ("replaced_by", "parent"):
            if _returns(one.unit, name, stated, tree):
                yield UnitFinding(one.row, name, "UNIT_CYCLE", "error")


def _returns(start: Unit, name: str, stated: Mapping[str, Unit], tree: DivisionTree) -> bool:
    """Tell whether following a unit's references comes back to the unit itself."""
    code: str = getattr(start, name)
    for _ in range(STEPS_MAX):
        if code == start.code:
            return True
        unit = stated.get(code) or tree.unit(code)
        code = getattr(unit, name) if unit is not None else ""
        if not code:
            return False
    # Whoever waits for the end of such a chain waits as for a circle.
    return True


def _check_names(rows: Sequence[UnitRow]) -> Iterator[UnitFinding]:
    """Yield units that share parent, name and days: most likely one unit under two codes."""
    groups: dict[tuple[str, str], list[UnitRow]] = {}
    for one in rows:
        if one.unit.name:
            groups.setdefault((one.unit.parent, one.unit.name), []).append(one)
    for same in groups.values():
        for place, one in enumerate(same[1:], 1):
            other = next(
                (two for two in same[max(0, place - _NEAR) : place] if _meet(one.unit, two.unit)),
                None,
            )
            if other is not None and other.unit.code != one.unit.code:
                yield UnitFinding(
                    one.row, "name", "UNIT_NAME_TWICE", "warning", {"other": other.row}
                )


def _meet(one: Unit, other: Unit) -> bool:
    starts_in_time = not other.valid_to or one.valid_from <= other.valid_to
    return starts_in_time and (not one.valid_to or other.valid_from <= one.valid_to)


def plain_unit(unit: Unit) -> Unit:
    """Return a unit as a list states it with its codes as the tree writes them, its parent told."""
    code = normal_code(unit.code)
    parent = normal_code(unit.parent) or parent_of(code)
    return msgspec.structs.replace(
        unit, code=code, parent=parent, replaced_by=normal_code(unit.replaced_by)
    )


def count_changes(found: Sequence[Change]) -> Counter[ChangeKind]:
    """Return how many units each kind of change concerns."""
    return Counter(change.kind for change in found)
