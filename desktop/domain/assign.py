"""One assignment to the tables, and how a fact's values become columns."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from msgspec import UNSET

Value = str | int | bytes | None


class Assign(msgspec.Struct, frozen=True, gc=False):
    """Set ``values`` on the row of ``table`` whose key columns equal ``key``; make it if new."""

    table: str
    key: dict[str, Value]
    values: dict[str, Value]

    @property
    def subject(self) -> tuple[str, ...]:
        """What the effect is about: two effects with different subjects never meet."""
        return (self.table, *(str(value) for value in self.key.values()))

    @property
    def row(self) -> tuple[Value, ...]:
        """The key's values, then the others."""
        return (*self.key.values(), *self.values.values())


class AssignRows(msgspec.Struct, frozen=True, gc=False):
    """The same assignment to many rows of a table, one after the other."""

    table: str
    key: tuple[str, ...]
    """Names of the key columns."""
    columns: tuple[str, ...]
    """Names of the columns set."""
    rows: list[tuple[Value, ...]]
    """Each as `Assign.row`."""

    def each(self) -> Iterator[Assign]:
        """Yield the assignments one by one."""
        keys = len(self.key)
        for row in self.rows:
            key = dict(zip(self.key, row[:keys], strict=True))
            yield Assign(self.table, key, dict(zip(self.columns, row[keys:], strict=True)))


def set_fields(fields: msgspec.Struct) -> dict[str, Value]:
    """Return the columns a fact names, by name; what is `UNSET` is left alone."""
    pairs = ((name, getattr(fields, name)) for name in fields.__struct_fields__)
    return {name: column(value) for name, value in pairs if value is not UNSET}


def column(value: object) -> Value:
    """Return what a column holds of a fact's value: flags as 0/1, structures as JSON text."""
    # By far the most are texts, and this is asked some hundred times an event.
    if value is None or type(value) is str:
        return value
    if isinstance(value, bool):
        return int(value)
    if value is UNSET:
        return None
    if isinstance(value, str | int):
        return value
    return msgspec.json.encode(value, order="deterministic").decode()
