"""How values go to PostgreSQL and come back: the few types the centre's columns have."""

from __future__ import annotations

from typing import Any

from psycopg.abc import AdaptContext, Buffer
from psycopg.adapt import AdaptersMap, Dumper, Loader, PyFormat
from psycopg.types.numeric import Int4, Int4Dumper, Int8, Int8Dumper
from psycopg.types.string import StrDumper
from typing_extensions import override

_INT4_MAX = 2**31


def adapt(adapters: AdaptersMap) -> None:
    """Teach a connection the centre's types."""
    adapters.register_dumper(str, StrDumper)
    adapters.register_dumper(int, _Whole)
    adapters.register_dumper(bool, _Flag)
    adapters.register_loader("numeric", _Sum)


class _Whole(Dumper):
    """Whole numbers in two widths only: every further one would be another prepared statement."""

    @override
    def dump(self, obj: Any) -> Buffer | None:
        raise AssertionError("one of the two widths dumps")

    @override
    def get_key(self, obj: int, format: PyFormat) -> type:
        return Int4 if -_INT4_MAX <= obj < _INT4_MAX else Int8

    @override
    def upgrade(self, obj: int, format: PyFormat) -> Dumper:
        return Int4Dumper(Int4) if self.get_key(obj, format) is Int4 else Int8Dumper(Int8)


class _Flag(Dumper):
    """The schema has no booleans: a flag is 1 or 0, as in the file."""

    oid = 23  # int4

    @override
    def dump(self, obj: bool) -> Buffer | None:
        return b"1" if obj else b"0"


class _Sum(Loader):
    """``sum()`` of whole numbers has a type of its own and is a whole number."""

    def __init__(self, oid: int, context: AdaptContext | None = None) -> None:
        super().__init__(oid, context)

    @override
    def load(self, data: Buffer) -> int:
        return int(bytes(data))
