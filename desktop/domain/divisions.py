"""The division tree (区划): what a code is called, what lies under what, and since when.

The nation, provinces, prefectures and counties are shipped; everything below a county comes from
the lists the county imports. A code nobody named still has a readable form here, because a
household may live where no list has been imported yet.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from desktop.domain.roster_facts import Unit, UnitKind
from desktop.policy.divisions import Divisions

COUNTY_DIGITS = 6
TOWNSHIP_DIGITS = 9
UNIT_DIGITS = 12
GROUP_DIGITS = 14
_NO_TOWNSHIP = "000"
LIVED_IN: tuple[UnitKind, ...] = ("village", "group", "school", "unit")
"""Kinds of units a household can live in."""
STEPS_MAX = 50
"""Longest chain that is followed upwards or from one successor to the next."""


def normal_code(text: str) -> str:
    """Return a code as the tree writes it: 6 (county), 12 (township ``…000`` to unit), 14 digits.

    Text that is no code comes back stripped, as it is.

    >>> normal_code("532301100"), normal_code("532301000000"), normal_code(" 532301100201 ")
    ('532301100000', '532301', '532301100201')
    """
    code = text.strip()
    if not (code.isascii() and code.isdigit()):
        return code
    if len(code) == TOWNSHIP_DIGITS:
        code += _NO_TOWNSHIP
    if len(code) == UNIT_DIGITS and code.endswith(_NO_TOWNSHIP * 2):
        return code[:COUNTY_DIGITS]
    return code


def kind_of(code: str) -> UnitKind | None:
    """Return what a code's digits say it is (a village for any unit within a township)."""
    if not (code.isascii() and code.isdigit()):
        return None
    match len(code):
        case 6:
            return "county"
        case 12:
            return "township" if code.endswith(_NO_TOWNSHIP) else "village"
        case 14:
            return "group"
        case _:
            return None


def parent_of(code: str) -> str:
    """Return the code its digits say it lies under; empty for a county.

    >>> parent_of("53999900100101"), parent_of("539999001001"), parent_of("539999001000")
    ('539999001001', '539999001000', '539999')
    """
    match kind_of(code):
        case "group":
            return code[:UNIT_DIGITS]
        case "village":
            return normal_code(code[:TOWNSHIP_DIGITS])
        case "township":
            return code[:COUNTY_DIGITS]
        case _:
            return ""


def prefix_of(code: str) -> str:
    """Return the digits that every code under ``code`` begins with.

    >>> prefix_of("539999001000"), prefix_of("539999001001"), prefix_of("539999")
    ('539999001', '539999001001', '539999')
    """
    code = normal_code(code)
    return code[:TOWNSHIP_DIGITS] if kind_of(code) == "township" else code


def valid_on(unit: Unit, day: str) -> bool:
    """Tell whether a unit exists on an ISO day; one without days always does."""
    return unit.valid_from <= day and (not unit.valid_to or day <= unit.valid_to)


class DivisionTree:
    """What is known of one county's divisions. Immutable: any thread may read it."""

    def __init__(self, shipped: Divisions, units: Iterable[Unit] = ()) -> None:
        self._shipped = shipped
        self._units = {unit.code: unit for unit in sorted(units, key=lambda one: one.code)}
        self._children: dict[str, list[Unit]] = {}
        for unit in self._units.values():
            self._children.setdefault(unit.parent, []).append(unit)

    def __len__(self) -> int:
        """Return how many units the county has stated."""
        return len(self._units)

    def __iter__(self) -> Iterator[Unit]:
        return iter(self._units.values())

    def unit(self, code: str) -> Unit | None:
        """Return what the county stated of a code."""
        return self._units.get(normal_code(code))

    def name(self, code: str) -> str:
        """Return the unit's own name; where nobody gave one, the readable form of its digits."""
        code = normal_code(code)
        if (unit := self._units.get(code)) is not None:
            return unit.name
        if len(code) <= COUNTY_DIGITS:
            division = self._shipped.get(code)
            return division.name if division else code
        return self._digits(code)

    def path(self, code: str) -> tuple[Unit, ...]:
        """Return the unit and those above it below the county, from the township down.

        Where a code is not in the tree, what its digits say it lies under.
        """
        steps: list[Unit] = []
        code = normal_code(code)
        while len(code) > COUNTY_DIGITS and len(steps) < STEPS_MAX:
            unit = self._units.get(code)
            if unit is not None:
                steps.append(unit)
            code = unit.parent if unit else parent_of(code)
        return tuple(reversed(steps))

    def short_name(self, code: str) -> str:
        """Return the way down from the township: ``东瓜镇 东瓜村 一组``; a county by its name."""
        code = normal_code(code)
        names = [unit.name for unit in self.path(code)]
        if code not in self._units:
            names.append(self.name(code))
        return " ".join(names)

    def full_name(self, code: str) -> str:
        """Return the whole address line, from the province: ``云南省楚雄彝族自治州楚雄市…``."""
        code = normal_code(code)
        above = [one.name for one in self._shipped.path(code) if one.parent]
        if county := self._units.get(code[:COUNTY_DIGITS]):
            above[:1] = [county.name]
        if len(code) <= COUNTY_DIGITS:
            return "".join(reversed(above)) or code
        return "".join(reversed(above)) + self.local_name(code)

    def address_line(self, code: str, address: str) -> str:
        """Return where somebody lives as papers say it: the place by name, then the address.

        Nothing is put before an address that names its county, township or village itself, or
        where the county has not stated the place.
        """
        path = self.path(code)
        named = (self.name(code[:COUNTY_DIGITS]), *(unit.name for unit in path[:2]))
        if not path or any(name in address for name in named):
            return address
        return self.address(code) + address

    def local_name(self, code: str) -> str:
        """Return what an envelope of the county needs: township, village, group, unbroken."""
        return self.short_name(code).replace(" ", "")

    def address(self, code: str) -> str:
        """Return county, township, village and group, unbroken, as papers of the county say it."""
        code = normal_code(code)
        county = self.name(code[:COUNTY_DIGITS])
        return county if len(code) <= COUNTY_DIGITS else county + self.local_name(code)

    def children(self, code: str, day: str = "") -> tuple[Unit, ...]:
        """Return what lies directly under a code, by code; with an ISO ``day``, what exists then.

        Units whose parent the county never stated hang under the county itself.
        """
        code = normal_code(code)
        found = list(self._children.get(code, ()))
        if len(code) == COUNTY_DIGITS:
            found += [
                unit
                for parent, units in self._children.items()
                if parent != code and parent not in self._units and parent[:COUNTY_DIGITS] == code
                for unit in units
            ]
        return tuple(
            unit for unit in found if unit.code != code and (not day or valid_on(unit, day))
        )

    def under(self, code: str, day: str = "") -> Iterator[Unit]:
        """Yield every unit below a code, parents before children."""
        seen = {normal_code(code)}
        waiting = list(reversed(self.children(code, day)))
        while waiting:
            unit = waiting.pop()
            if unit.code in seen:
                continue
            seen.add(unit.code)
            yield unit
            waiting += reversed(self.children(unit.code, day))

    def successor(self, code: str, day: str) -> str:
        """Return where people of ``code`` belong on ``day``: itself, or what took its place.

        A group without a successor of its own goes where its village went. Empty if the unit has
        ended and nobody said what follows.
        """
        code = normal_code(code)
        for _ in range(STEPS_MAX):
            ended = self.ended(code, day)
            if ended is None:
                return code
            code = ended.replaced_by
            if not code:
                return ""
        return ""

    def former(self, code: str) -> tuple[Unit, ...]:
        """Return the units that ``code`` took the place of."""
        code = normal_code(code)
        return tuple(unit for unit in self._units.values() if unit.replaced_by == code)

    def ended(self, code: str, day: str) -> Unit | None:
        """Return why a code no longer holds on a day: its unit, or the nearest one above it."""
        for unit in reversed(self.path(code)):
            if unit.valid_to and unit.valid_to < day:
                return unit
        return None

    def _digits(self, code: str) -> str:
        """Return the readable form of a code without a name, below what is known above it."""
        if self.path(code):
            return code[UNIT_DIGITS:] or code[TOWNSHIP_DIGITS:]
        county = self.name(code[:COUNTY_DIGITS])
        rest = "-".join(part for part in (code[6:9], code[9:12], code[12:]) if part)
        return f"{county} {rest}"
