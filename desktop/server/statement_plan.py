"""What must be at hand before a statement runs in memory, worked out once for each statement.

The rows that values given to it name, and, from those on, what their columns name in other tables:
the *links* it follows.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from desktop.server.statement_shape import Key, Reading, Reference, Writing, shape_of

KeyOf = Callable[[str], Sequence[str]]
"""Returns the key columns of a table behind the county."""


@dataclass(frozen=True, slots=True)
class Given:
    """Rows of ``table`` whose columns (in order of name) equal values given."""

    table: str
    names: tuple[str, ...]
    keys: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """Columns of one table that name rows of another, by its columns in order of name."""

    source: str
    columns: tuple[str, ...]
    table: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A statement that reads."""

    given: tuple[Given, ...]
    links: tuple[Link, ...]
    """In an order in which the rows of each link's source are at hand."""


@dataclass(frozen=True, slots=True)
class Change:
    """A statement that makes or changes one row."""

    table: str
    key: tuple[Key, ...]
    """The values that are its key, in the key's own order."""
    row: Given | None
    """The row it may change; None if it can only be new."""
    shape: Writing
    told: dict[Link, tuple[Key, ...] | None] = field(default_factory=dict, compare=False)

    def names(self, link: Link) -> tuple[Key, ...] | None:
        """Return the values that ``link``'s columns get; none if they stay, None if unknown."""
        if link not in self.told:
            self.told[link] = self._names(link)
        return self.told[link]

    def _names(self, link: Link) -> tuple[Key, ...] | None:
        shape, wanted = self.shape, set(link.columns)
        if wanted & shape.worked_out:
            return None
        if not shape.makes or not wanted & shape.key.keys():
            return ()
        keys = [shape.key.get(name) for name in link.columns]
        known = tuple(key for key in keys if key is not None)
        return known if len(known) == len(keys) else None


def plan_of(statement: str, key_of: KeyOf) -> Question | Change | None:
    """Return what ``statement`` needs; None if its rows cannot be told from its text."""
    shape = shape_of(statement)
    if isinstance(shape, Reading):
        return _question(shape, key_of)
    return _change(shape, key_of) if isinstance(shape, Writing) else None


def _question(shape: Reading, key_of: KeyOf) -> Question | None:
    references = shape.references
    known: set[str] = set()
    given: list[Given] = []
    links: list[Link] = []
    while len(known) < len(references):
        found = _linked(references, known) or _named(references, known, key_of)
        if found is None:
            return None
        alias, step = found
        known.add(alias)
        if isinstance(step, Link):
            links.append(step)
        else:
            given.append(step)
    return Question(tuple(given), tuple(links))


def _linked(references: dict[str, Reference], known: set[str]) -> tuple[str, Link] | None:
    for alias, reference in references.items():
        through = next((one[1] for one in reference.joined if one[1] in known), None)
        if alias in known or through is None:
            continue
        pairs = sorted({(own, other) for own, there, other in reference.joined if there == through})
        names, columns = tuple(own for own, _ in pairs), tuple(other for _, other in pairs)
        return alias, Link(references[through].table, columns, reference.table, names)
    return None


def _named(
    references: dict[str, Reference], known: set[str], key_of: KeyOf
) -> tuple[str, Given] | None:
    for alias, reference in references.items():
        if alias not in known and (reference.given or not key_of(reference.table)):
            return alias, _given(reference.table, reference.given)
    return None


def _change(shape: Writing, key_of: KeyOf) -> Change | None:
    named: dict[str, Key] = {}
    for name in key_of(shape.table):
        key = shape.key.get(name)
        if key is None:
            return None
        named[name] = key
    row = _given(shape.table, named) if shape.may_exist else None
    return Change(shape.table, tuple(named.values()), row, shape)


def _given(table: str, named: dict[str, Key]) -> Given:
    names = tuple(sorted(named))
    return Given(table, names, tuple(named[name] for name in names))
