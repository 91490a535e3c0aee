"""How much of one station, and how many refusals of one address, the centre puts up with.

Buckets of tokens that fill again by the second. A station is counted once its signature has been
proven, so that nobody can use up another's share by naming it; an address is counted by what was
refused, so that a county's office behind one address is never slowed down by its own good work.
Kept in memory: a restart forgives, and several workers of one process share it.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic

from desktop.base.errors import Unavailable
from desktop.server.config import Limits

KEPT_MAX = 20_000
"""Stations and addresses remembered; the one longest unheard of makes room."""

GUESSES = frozenset({
    "REQUEST_UNSIGNED", "REQUEST_SIGNATURE", "STATION_UNKNOWN", "MESSAGE_UNREADABLE",
    "MESSAGE_TOO_LARGE", "PATH_UNKNOWN", "CODE_UNKNOWN", "STATION_TAKEN", "DIVISION_MISMATCH",
    "COUNTY_MISMATCH", "TRAINING_MISMATCH",
})  # fmt: skip
"""Refusals that count against an address: what a stranger who tries things out would get."""


@dataclass(slots=True)
class _Bucket:
    tokens: float
    at: float


class _Buckets:
    """One bucket of ``size`` tokens for each name, filling by ``rate`` a second."""

    def __init__(self, rate: float, size: int) -> None:
        self._rate = rate
        self._size = size
        self._known: OrderedDict[str, _Bucket] = OrderedDict()

    def left(self, name: str, now: float) -> float:
        """Return the tokens in the bucket of ``name``."""
        bucket = self._known.get(name)
        if bucket is None:
            return float(self._size)
        return min(float(self._size), bucket.tokens + (now - bucket.at) * self._rate)

    def take(self, name: str, now: float) -> None:
        """Take one token out; an empty bucket stays empty."""
        tokens = max(0.0, self.left(name, now) - 1)
        self._known[name] = _Bucket(tokens, now)
        self._known.move_to_end(name)
        while len(self._known) > KEPT_MAX:
            self._known.popitem(last=False)


class Gate:
    """Shared by all threads of a centre. ``seconds`` tells a time that only goes forward."""

    def __init__(self, limits: Limits, seconds: Callable[[], float] = monotonic) -> None:
        self._stations = _Buckets(limits.requests_per_s, limits.requests_burst)
        self._addresses = _Buckets(limits.failures_per_min / 60, limits.failures_burst)
        self._seconds = seconds
        self._lock = threading.Lock()

    def admit_station(self, station: str) -> None:
        """Count a proven request. Raises Unavailable ``TOO_MANY_REQUESTS``."""
        with self._lock:
            self._admit(self._stations, station)
            self._stations.take(station, self._seconds())

    def admit_address(self, address: str) -> None:
        """Raise Unavailable ``TOO_MANY_REQUESTS`` if too much from there was refused."""
        with self._lock:
            self._admit(self._addresses, address)

    def note(self, address: str, code: str) -> None:
        """Count a refusal against the address it was asked from."""
        if code in GUESSES:
            with self._lock:
                self._addresses.take(address, self._seconds())

    def _admit(self, buckets: _Buckets, name: str) -> None:
        if buckets.left(name, self._seconds()) < 1:
            raise Unavailable("TOO_MANY_REQUESTS", "too much at once; wait, then ask again")
