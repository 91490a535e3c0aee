"""What rows a statement can touch, read from its text: tables, and what narrows each of them.

Only statements of the common subset that name their rows by equal columns are understood; of any
other this says so, and whoever asks takes another way.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

SHAPES_MAX = 2_048

Key = int | str
"""Which of the values given to a statement: by place or by name."""

_REFERENCE = re.compile(r'\b(?:FROM|JOIN)\s+"?(\w+)"?(?:\s+(?:AS\s+)?(\w+))?')
_EQUAL = re.compile(
    r'(?:\b(\w+)\.)?"?\b(\w+)"?\s*=\s*(?:(\?)|:(\w+)|(\w+)\.(\w+)|\'[^\']*\'|\d+)|(\?)'
)
_NOT_ALIAS = {"WHERE", "ON", "JOIN", "LEFT", "ORDER", "GROUP", "LIMIT", "UNION", "SET", "INNER"}
_BEYOND = re.compile(r"\bOR\b|\bUNION\b|\bNOT\s*\(|\bFULL\b|\bRIGHT\b")
_INSERT = re.compile(
    r'INSERT INTO "?(\w+)"? \(([^()]+)\)\s*VALUES \(([^()]+)\)\s*(ON CONFLICT.*)?$', re.DOTALL
)
_UPDATE = re.compile(r'UPDATE "?(\w+)"? SET (.+?) WHERE (.+?)(?: RETURNING .+)?$', re.DOTALL)
_CONDITION = re.compile(r'^"?(\w+)"? = \?$')
_ASSIGNED = re.compile(r'"?(\w+)"?\s*=\s*(?:excluded\."?(\w+)"?\s*$)?')
_PART = re.compile(r",|\bSET\b")


@dataclass(slots=True)
class Reference:
    """One table in a statement."""

    table: str
    given: dict[str, Key] = field(default_factory=dict)
    """Columns that equal a value given."""
    joined: list[tuple[str, str, str]] = field(default_factory=list)
    """Column, and the alias and column it equals."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A query over rows that are named by equal columns; tables by alias."""

    references: dict[str, Reference]


@dataclass(frozen=True, slots=True)
class Writing:
    """A change of one row."""

    table: str
    key: dict[str, Key | None]
    """The columns its row is named by, as far as the statement gives them."""
    may_exist: bool
    """Whether the row may be there already."""
    makes: bool
    """Whether ``key`` tells all columns of a new row, beside the key's own."""
    worked_out: frozenset[str]
    """Columns of a row that is there whose new value the statement works out."""


@lru_cache(maxsize=SHAPES_MAX)
def shape_of(statement: str) -> Reading | Writing | None:
    """Return what ``statement`` touches; None if that cannot be told from its text."""
    if statement.startswith("SELECT"):
        return _reading(statement)
    if statement.startswith("INSERT"):
        return _insert(statement)
    return _update(statement) if statement.startswith("UPDATE") else None


def _reading(statement: str) -> Reading | None:
    references = _references(statement)
    if not references or _BEYOND.search(statement):
        return None
    only = next(iter(references)) if len(references) == 1 else ""
    place = 0
    for alias, column, mark, name, other, other_column, lone in _EQUAL.findall(statement):
        key: Key | None = place if mark else name or None
        place += bool(mark or lone)
        if lone or column == "county":
            continue
        here, there = references.get(alias or only), references.get(other)
        if here is None or (other and there is None):
            return None
        if key is not None:
            here.given[column] = key
        elif there is not None:
            here.joined.append((column, other, other_column))
            there.joined.append((other_column, alias or only, column))
    return Reading(references)


def _references(statement: str) -> dict[str, Reference]:
    """Return the tables by alias; none if one stands there twice under the same name."""
    found: dict[str, Reference] = {}
    for table, alias in _REFERENCE.findall(statement):
        name = alias if alias and alias.upper() not in _NOT_ALIAS else table
        if name in found:
            return {}
        found[name] = Reference(table)
    return found


def _insert(statement: str) -> Writing | None:
    match = _INSERT.match(statement)
    if match is None:
        return None
    table, columns, values, conflict = match.groups()
    names = [name.strip().strip('"') for name in columns.split(",")]
    marks = [value.strip() for value in values.split(",")]
    if len(names) != len(marks) or (conflict and "?" in conflict):
        return None
    key: dict[str, Key | None] = {}
    place = 0
    for name, mark in zip(names, marks, strict=True):
        key[name] = place if mark == "?" else None
        place += mark == "?"
    changed = _worked_out(conflict or "")
    return Writing(table, key, may_exist=bool(conflict), makes=True, worked_out=changed)


def _update(statement: str) -> Writing | None:
    match = _UPDATE.match(statement)
    if match is None or ":" in statement:
        return None
    table, changes, where = match.groups()
    place = changes.count("?")
    key: dict[str, Key | None] = {}
    for part in where.split(" AND "):
        condition = _CONDITION.match(part.strip())
        if condition is None:
            return None
        key[condition[1]] = place
        place += 1
    return Writing(table, key, may_exist=True, makes=False, worked_out=_worked_out(changes))


def _worked_out(changes: str) -> frozenset[str]:
    """Return the columns assigned something else than the value the statement came with."""
    found = set()
    for part in _PART.split(changes):
        match = _ASSIGNED.search(part)
        if match and match[1] != match[2]:
            found.add(match[1])
    return frozenset(found)
