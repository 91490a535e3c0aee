"""Identity and chance as arguments.

Ids are UUIDv7-shaped hex strings: the leading bits are a time, so that rows written together lie
together in an index; the rest is random. Nothing orders by them: the centre orders.
"""

from __future__ import annotations

import random
import secrets
import time
from typing import Protocol


class IdSource(Protocol):
    """Where a use case gets fresh ids and random bytes."""

    def new_id(self) -> str:
        """Return 32 lower-case hex digits, never given before."""
        ...

    def random_bytes(self, count: int) -> bytes:
        """Return ``count`` unpredictable bytes."""
        ...


class SystemIds:
    """Ids from the machine's own source of chance."""

    def new_id(self) -> str:
        """Return a fresh UUIDv7 as 32 hex digits."""
        return _uuid7(time.time_ns() // 1_000_000, secrets.token_bytes(10))

    def random_bytes(self, count: int) -> bytes:
        """Return ``count`` bytes from the operating system."""
        return secrets.token_bytes(count)


class SeededIds:
    """Ids that a seed decides: for tests, simulation and invented residents."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311 - reproducible on purpose
        self._count = 0

    def new_id(self) -> str:
        """Return the next id of this seed."""
        self._count += 1
        return _uuid7(self._count, self._random.randbytes(10))

    def random_bytes(self, count: int) -> bytes:
        """Return the next ``count`` bytes of this seed."""
        return self._random.randbytes(count)


def _uuid7(time_ms: int, chance: bytes) -> str:
    value = (time_ms & 0xFFFF_FFFF_FFFF) << 80 | int.from_bytes(chance, "big")
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    return f"{value:032x}"
