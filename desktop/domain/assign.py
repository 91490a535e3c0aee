"""One assignment to the tables, and how a fact's values become columns."""

from __future__ import annotations

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


def set_fields(fields: msgspec.Struct) -> dict[str, Value]:
    """Return the columns a fact names, by name; what is `UNSET` is left alone."""
    pairs = ((name, getattr(fields, name)) for name in fields.__struct_fields__)
    return {name: column(value) for name, value in pairs if value is not UNSET}


def column(value: object) -> Value:
    """Return what a column holds of a fact's value: flags as 0/1, structures as JSON text."""
    if isinstance(value, bool):
        return int(value)
    if value is UNSET:
        return None
    if value is None or isinstance(value, str | int):
        return value
    return msgspec.json.encode(value, order="deterministic").decode()
