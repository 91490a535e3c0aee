"""The county's division tree (区划): what it is called, taking a new list in, moving who it moves.

Names come from what is shipped until a county imports its own tree; from then on a code shows as
the way down to it, and a unit that ended leads to the one that took its place.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop.base.errors import Refused
from desktop.domain.division_checks import (
    Change,
    ChangeKind,
    UnitFinding,
    UnitRow,
    changes,
    check_units,
    count_changes,
)
from desktop.domain.division_index import DivisionIndex
from desktop.domain.divisions import DivisionTree
from desktop.domain.facts import TEXT_MAX, HouseholdFields, HouseholdSaved
from desktop.domain.roster_facts import UNITS_MAX, DivisionsImported, Target, TargetsSet
from desktop.domain.target_checks import TargetRow, check_targets
from desktop.store import divisions as stored
from desktop.usecases.desk import Desk
from desktop.usecases.division_tree import shipped_divisions
from desktop.usecases.lists.moving import brought_along, other_township

__all__ = [
    "DivisionsRefused",
    "ImportedDivisions",
    "ImportedTargets",
    "Moving",
    "Preview",
    "division_name",
    "households_to_move",
    "import_divisions",
    "import_targets",
    "index",
    "known_index",
    "known_targets",
    "known_tree",
    "move_households",
    "preview_divisions",
    "preview_targets",
    "shipped_divisions",
    "tree",
]

MAY_IMPORT = ("supervisor", "it")
YEAR_MIN, YEAR_MAX = 2000, 2100
_MOVE_BATCH = 200
_ALWAYS = "9999-12-31"
"""After every end that a list can state."""


class DivisionsRefused(Refused):
    """The list cannot be taken in as it is; ``findings`` say which rows, and why."""

    def __init__(self, findings: tuple[UnitFinding, ...]) -> None:
        super().__init__("DIVISION_FINDINGS", f"{len(findings)} findings stop the import")
        self.findings = findings


@dataclass(frozen=True, slots=True)
class Moving:
    """Households of a unit that has ended, or will."""

    code: str
    name: str
    """The way down from the township."""
    households: int
    last_day: str
    successor: str
    """Where they belong from then on; empty if the list does not say."""
    successor_name: str


@dataclass(frozen=True, slots=True)
class Preview:
    """What taking a list in would do."""

    findings: tuple[UnitFinding, ...]
    changes: tuple[Change, ...]
    counts: Counter[ChangeKind]
    to_move: tuple[Moving, ...]
    """Households whose unit this list ends."""

    @property
    def errors(self) -> tuple[UnitFinding, ...]:
        """What stops the import."""
        return tuple(one for one in self.findings if one.severity == "error")


@dataclass(frozen=True, slots=True)
class ImportedDivisions:
    """What taking a list in did."""

    preview: Preview
    written: int
    """Units that are new or differ."""
    events: int


@dataclass(frozen=True, slots=True)
class ImportedTargets:
    """What taking a list of targets in did."""

    findings: tuple[UnitFinding, ...]
    campaign_year: int
    written: int
    unchanged: int


def division_name(code: str) -> str:
    """Return the Chinese name of a division's county, or the code where no name is known."""
    found = shipped_divisions().get(code)
    return found.name if found else code


def tree(desk: Desk) -> DivisionTree:
    """Return the division tree, read again if the file has changed. Raises Unavailable."""
    return desk.tree_cache.refresh(desk.store.connection)


def known_tree(desk: Desk) -> DivisionTree:
    """Return the tree as last read: no look at the file, so any thread may ask."""
    return desk.tree_cache.tree


def index(desk: Desk) -> DivisionIndex:
    """Return what finds today's units by typing. Raises Unavailable."""
    return desk.tree_cache.index(desk.store.connection, desk.today.isoformat())


def known_index(desk: Desk) -> DivisionIndex | None:
    """Return what finds units by typing as last made; any thread may ask. None before the first."""
    return desk.tree_cache.last_index


def preview_divisions(desk: Desk, rows: Sequence[UnitRow]) -> Preview:
    """Return what is wrong with a list of units and what it changes; nothing is written.

    Raises:
        Unavailable: the file cannot be read.
    """
    known = tree(desk)
    county = desk.store.station.county
    found = tuple(changes(rows, known))
    return Preview(
        findings=tuple(check_units(rows, known, county)),
        changes=found,
        counts=count_changes(found),
        to_move=_newly_moving(desk, known, found),
    )


def import_divisions(desk: Desk, rows: Sequence[UnitRow], source: str = "") -> ImportedDivisions:
    """Take a list of units in, whole or not at all; return what it changed.

    Units the list does not name stay. Households of units that end stay where they are until
    `move_households`.

    Raises:
        Refused: ``ROLE``, ``LIST_EMPTY``.
        DivisionsRefused: errors in the list; nothing was written.
        Unavailable: the disk failed; nothing was written.
    """
    desk.may(*MAY_IMPORT)
    if not rows:
        raise Refused("LIST_EMPTY", "the list names no unit")
    with desk.store.transaction():
        preview = preview_divisions(desk, rows)
        if preview.errors:
            raise DivisionsRefused(preview.findings)
        written = [one.unit for one in preview.changes if one.kind not in ("unchanged", "missing")]
        parts = [written[start : start + UNITS_MAX] for start in range(0, len(written), UNITS_MAX)]
        for part in parts:
            fact = DivisionsImported(units=tuple(part), source=source[:TEXT_MAX])
            desk.store.record(fact, operator=desk.operator)
    return ImportedDivisions(preview, len(written), len(parts))


def known_targets(desk: Desk, campaign_year: int) -> tuple[Target, ...]:
    """Return what the county measures its units by in a campaign year. Raises Unavailable."""
    return tuple(stored.targets(desk.store.connection, campaign_year))


def preview_targets(desk: Desk, rows: Sequence[TargetRow]) -> tuple[UnitFinding, ...]:
    """Return what is noticed about a list of targets; nothing is written. Raises Unavailable."""
    return tuple(check_targets(rows, tree(desk), desk.store.station.county))


def import_targets(
    desk: Desk, rows: Sequence[TargetRow], campaign_year: int, source: str = ""
) -> ImportedTargets:
    """Take population figures and targets of a campaign year in, whole or not at all.

    Raises:
        Refused: ``ROLE``, ``LIST_EMPTY``, ``CAMPAIGN_YEAR``.
        DivisionsRefused: errors in the list; nothing was written.
        Unavailable: the disk failed; nothing was written.
    """
    desk.may(*MAY_IMPORT)
    if not YEAR_MIN <= campaign_year <= YEAR_MAX:
        raise Refused("CAMPAIGN_YEAR", f"{campaign_year} is no campaign year", year=campaign_year)
    if not rows:
        raise Refused("LIST_EMPTY", "the list names no unit")
    with desk.store.transaction():
        findings = preview_targets(desk, rows)
        if any(one.severity == "error" for one in findings):
            raise DivisionsRefused(findings)
        known = {one.division: one for one in known_targets(desk, campaign_year)}
        new = [row.target for row in rows if known.get(row.target.division) != row.target]
        for start in range(0, len(new), UNITS_MAX):
            fact = TargetsSet(
                campaign_year=campaign_year,
                targets=tuple(new[start : start + UNITS_MAX]),
                source=source[:TEXT_MAX],
            )
            desk.store.record(fact, operator=desk.operator)
    return ImportedTargets(findings, campaign_year, len(new), len(rows) - len(new))


def households_to_move(desk: Desk) -> tuple[Moving, ...]:
    """Return the households whose unit has ended by today, by unit. Raises Unavailable."""
    return _moving(desk, tree(desk), desk.today.isoformat())


def move_households(
    desk: Desk,
    code: str,
    progress: Callable[[int, int], None] = lambda done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> int:
    """Move every household of an ended unit to the one that took its place; return how many.

    Each household is an event of its own and every ``_MOVE_BATCH`` are durable together, so that
    a move that was cut off or cancelled is simply asked for again.

    Raises:
        Refused: ``ROLE``, ``DIVISION_NOT_ENDED``, ``DIVISION_NO_SUCCESSOR``.
        Unavailable: the disk failed; what ``progress`` was told has moved.
    """
    desk.may(*MAY_IMPORT)
    known = tree(desk)
    successor = known.successor(code, desk.today.isoformat())
    if successor == code:
        raise Refused("DIVISION_NOT_ENDED", "this unit still exists; nobody has to move")
    if not successor:
        raise Refused("DIVISION_NO_SUCCESSOR", "the tree does not say what took its place")
    connection = desk.store.connection
    total = stored.households_by_division(connection, code).get(code, 0)
    done = 0
    while not cancelled():
        households = stored.households_in(connection, code, _MOVE_BATCH)
        if not households:
            break
        with desk.store.transaction():
            for household in households:
                people = brought_along(desk, household) if other_township(code, successor) else ()
                moved = HouseholdFields(id=household, division=successor)
                fact = HouseholdSaved(household=moved, people=people)
                desk.store.record(fact, operator=desk.operator)
        done += len(households)
        progress(done, total)
    return done


def _newly_moving(desk: Desk, known: DivisionTree, found: Sequence[Change]) -> tuple[Moving, ...]:
    """Return whose households the changes leave without a unit, that were not before."""
    after = {unit.code: unit for unit in known} | {one.unit.code: one.unit for one in found}
    before = {one.code for one in _moving(desk, known, _ALWAYS)}
    moving = _moving(desk, DivisionTree(shipped_divisions(), after.values()), _ALWAYS)
    return tuple(one for one in moving if one.code not in before)


def _moving(desk: Desk, known: DivisionTree, day: str) -> tuple[Moving, ...]:
    station = desk.store.station
    counted = stored.households_by_division(desk.store.connection, station.county)
    found: list[Moving] = []
    for code, households in counted.items():
        ended = known.ended(code, day)
        if ended is None:
            continue
        successor = known.successor(code, day)
        named = known.short_name(successor) if successor else ""
        name = known.short_name(code)
        found.append(Moving(code, name, households, ended.valid_to, successor, named))
    return tuple(found)
