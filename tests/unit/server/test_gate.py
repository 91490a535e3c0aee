"""How much of one station and of one address is put up with."""

from __future__ import annotations

import pytest

from desktop.base.errors import Unavailable
from desktop.server.config import Limits
from desktop.server.gate import GUESSES, KEPT_MAX, Gate
from desktop.wire.problems import PROBLEMS


class Seconds:
    """A time that goes forward when told."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


def gate(seconds: Seconds) -> Gate:
    limits = Limits(requests_per_s=2, requests_burst=5, failures_per_min=60, failures_burst=3)
    return Gate(limits, seconds)


def test_a_station_may_ask_much_at_once_and_then_at_its_pace() -> None:
    seconds = Seconds()
    door = gate(seconds)
    for _ in range(5):
        door.admit_station("a")
    with pytest.raises(Unavailable, match="TOO_MANY_REQUESTS"):
        door.admit_station("a")
    door.admit_station("b")
    seconds.now += 1
    door.admit_station("a")
    door.admit_station("a")
    with pytest.raises(Unavailable, match="TOO_MANY_REQUESTS"):
        door.admit_station("a")


def test_an_address_is_counted_by_what_was_refused_and_forgiven_with_time() -> None:
    seconds = Seconds()
    door = gate(seconds)
    for _ in range(50):
        door.note("10.0.0.1", "")
        door.note("10.0.0.1", "REQUEST_REPLAYED")
        door.note("10.0.0.1", "CENTRE_FAILED")
    door.admit_address("10.0.0.1")
    for _ in range(3):
        door.note("10.0.0.1", "REQUEST_SIGNATURE")
    with pytest.raises(Unavailable, match="TOO_MANY_REQUESTS"):
        door.admit_address("10.0.0.1")
    door.admit_address("10.0.0.2")
    seconds.now += 1
    door.admit_address("10.0.0.1")


def test_what_counts_is_known_and_memory_is_bounded() -> None:
    assert set(PROBLEMS) >= GUESSES
    door = gate(Seconds())
    for number in range(KEPT_MAX + 10):
        door.note(str(number), "CODE_UNKNOWN")
    assert len(door._addresses._known) == KEPT_MAX
