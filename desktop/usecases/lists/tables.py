"""Lists that speak of no people, looked over: the county's units, and what identities are called.

A row is one unit or one name. Every row is read and checked as the pages and commands of their own
check it; what is wrong with it stands beside it, and is mended in place.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from desktop.domain.division_checks import Change as UnitChange
from desktop.domain.division_checks import UnitFinding
from desktop.domain.list_aliases import PRIORITY_LAST, alias_of, plain_words
from desktop.domain.list_facts import ListAlias
from desktop.domain.list_repairs import Cell
from desktop.domain.list_rows import Level, ListRow, RowFinding
from desktop.domain.roster_facts import Unit
from desktop.exchange.columns import Record
from desktop.policy.codes import IDENTITY_CODES
from desktop.store import lists as stored
from desktop.usecases.desk import Desk
from desktop.usecases.division_lists import unit_row
from desktop.usecases.divisions import preview_divisions
from desktop.usecases.lists.aliases import stored_alias
from desktop.usecases.lists.choices import ListChoices, RowDecision
from desktop.usecases.lists.plan import Change, PlannedRow
from desktop.usecases.lists.reading import ListData

_UNIT_FIELDS = {
    "unit_code": "code", "unit_name": "name", "unit_kind": "kind", "parent": "parent",
    "unit_from": "valid_from", "unit_to": "valid_to", "replaced_by": "replaced_by",
    "former_name": "former_name", "unit_aliases": "aliases",
}  # fmt: skip
"""The wizard's fields, and what a unit's own list calls them."""
_COLUMN_OF = {name: field for field, name in _UNIT_FIELDS.items()}
_CHANGES: Mapping[str, Change] = {
    "new": "new", "renamed": "changed", "ended": "changed", "changed": "changed",
    "unchanged": "unchanged",
}  # fmt: skip
_BLANKS = "\u3000 \t'\ufeff"
_NO_DECISION = RowDecision()

Values = Mapping[str, str]


def table_rows(desk: Desk, choices: ListChoices, data: ListData) -> list[PlannedRow]:
    """Return what a table's rows change. Raises Unavailable."""
    if choices.kind == "divisions":
        return _units(desk, choices, data)
    return _aliases(desk, choices, data)


def _values(choices: ListChoices, data: ListData, number: int, cells: Sequence[Cell]) -> Values:
    """Return a row's cells by field, those typed anew in their place."""
    typed = choices.rows.get(number, _NO_DECISION).cells
    told = {field: str(cell).strip(_BLANKS) for field, cell in zip(data.fields, cells, strict=True)}
    return told | {field: text.strip(_BLANKS) for field, text in typed.items() if field in told}


def _units(desk: Desk, choices: ListChoices, data: ListData) -> list[PlannedRow]:
    found: list[PlannedRow] = []
    units = []
    for number, cells in data.rows:
        if _left_out(choices, number):
            found.append(PlannedRow(ListRow(number), change="left_out"))
            continue
        told = _values(choices, data, number, cells)
        record = {_UNIT_FIELDS[field]: text for field, text in told.items()}
        read = unit_row(Record(number, record))
        units.append(read)
        row = ListRow(number, number=read.unit.code, name=read.unit.name)
        found.append(PlannedRow(row, unit=read.unit, who=read.unit.code))
    preview = preview_divisions(desk, units)
    noticed: dict[int, list[RowFinding]] = {}
    for one in preview.findings:
        noticed.setdefault(one.row, []).append(_noticed(one))
    changed = {change.unit.code: change for change in preview.changes}
    for place in found:
        if place.unit is not None:
            _compare_unit(place, changed.get(place.unit.code), noticed.get(place.read.row, []))
    return found


def _compare_unit(
    row: PlannedRow, change: UnitChange | None, noticed: Sequence[RowFinding]
) -> None:
    row.noticed = tuple(noticed)
    if change is None or any(one.level == "error" for one in noticed):
        row.change = "wrong"
        return
    row.change = _CHANGES[change.kind]
    row.unit, row.unit_before = change.unit, change.before


def _noticed(one: UnitFinding) -> RowFinding:
    """Return what a unit's check noticed as a row's finding: at most one value fills its words."""
    told = str(next(iter(one.values.values()), ""))
    level: Level = "error" if one.severity == "error" else "warning"
    return RowFinding(_COLUMN_OF.get(one.field, one.field), one.code, level, told)


def _aliases(desk: Desk, choices: ListChoices, data: ListData) -> list[PlannedRow]:
    rows = stored.aliases(desk.store.connection, choices.words)
    known = {alias.words: alias for alias in map(stored_alias, rows)}
    first: dict[str, int] = {}
    found = []
    for number, cells in data.rows:
        if _left_out(choices, number):
            found.append(PlannedRow(ListRow(number), change="left_out"))
            continue
        told = _values(choices, data, number, cells)
        found.append(_alias_row(number, told, known, first))
    return found


def _alias_row(
    number: int, told: Values, known: Mapping[str, ListAlias], first: dict[str, int]
) -> PlannedRow:
    words = told.get("words", "")
    row = PlannedRow(ListRow(number, name=words), who=plain_words(words))
    alias = alias_of({name: told.get(name, "") for name in _ALIAS_FIELDS})
    if alias is None:
        row.noticed = (_why_no_alias(told),)
        return row
    row.alias, row.alias_before = alias, known.get(alias.words)
    row.says = (alias.means,) if alias.means is not None else ()
    earlier = first.setdefault(row.who, number)
    if earlier != number:
        twice = RowFinding("words", "ALIAS_TWICE", "error", str(earlier))
        row.noticed = (twice,)
        return row
    row.change = "new" if row.alias_before is None else "changed"
    if row.alias_before == alias:
        row.change = "unchanged"
    return row


_ALIAS_FIELDS = ("words", "code", "area", "kind", "grade", "priority")


def _why_no_alias(told: Values) -> RowFinding:
    code, priority = told.get("code", ""), told.get("priority", "")
    checks: tuple[tuple[str, str, Callable[[], bool]], ...] = (
        ("words", "ALIAS_NAME_EMPTY", lambda: not told.get("words", "")),
        ("code", "ALIAS_CODE_UNKNOWN", lambda: code not in ("", "-", *IDENTITY_CODES)),
        (
            "priority",
            "ALIAS_PRIORITY",
            lambda: (
                bool(priority) and not (priority.isdecimal() and int(priority) <= PRIORITY_LAST)
            ),
        ),
    )
    for field, problem, wrong in checks:
        if wrong():
            return RowFinding(field, problem, "error", told.get(field, ""))
    return RowFinding("code", "ALIAS_DETAIL", "error", code)


def _left_out(choices: ListChoices, number: int) -> bool:
    return choices.rows.get(number, _NO_DECISION).left_out


def units_written(rows: Sequence[PlannedRow]) -> list[tuple[Unit, Unit | None]]:
    """Return the units that are new or differ, each with what it was."""
    return [
        (row.unit, row.unit_before)
        for row in rows
        if row.unit is not None and row.change in ("new", "changed")
    ]


def aliases_written(rows: Sequence[PlannedRow]) -> list[tuple[ListAlias, ListAlias | None]]:
    """Return the names that are new or mean something else, each with what it meant."""
    return [
        (row.alias, row.alias_before)
        for row in rows
        if row.alias is not None and row.change in ("new", "changed")
    ]
