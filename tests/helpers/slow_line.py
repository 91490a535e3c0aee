"""A line of so many bytes a second that loses segments: a proxy on loopback, both ways.

What is lost arrives later, after the time TCP takes to notice and repeat it, and all behind it
waits, as it does in TCP. Used where the machine has no ``netem`` of its own.
"""

from __future__ import annotations

import random
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from time import monotonic

SEGMENT = 1_400
REPEATED_AFTER_S = 0.3
"""What TCP waits before it repeats a segment, at first; twice that the next time."""


@dataclass(slots=True)
class SlowLine:
    """What the line is like, and what went over it."""

    target: tuple[str, int]
    bytes_per_s: float
    loss: float
    latency_s: float
    chance: random.Random
    carried: int = 0
    lost: int = 0
    _ends: list[socket.socket] = field(default_factory=list)
    _stop: threading.Event = field(default_factory=threading.Event)
    _free_at: dict[str, float] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def accept(self, listening: socket.socket) -> None:
        """Carry every connection that is made, until the line is closed."""
        while True:
            try:
                near, _ = listening.accept()
                far = socket.create_connection(self.target)
            except OSError:
                return
            self._ends += (near, far)
            for one, other, way in ((near, far, "up"), (far, near, "down")):
                threading.Thread(target=self._carry, args=(one, other, way), daemon=True).start()

    def close(self) -> None:
        """Cut every connection."""
        self._stop.set()
        for end in self._ends:
            end.close()

    def _carry(self, one: socket.socket, other: socket.socket, way: str) -> None:
        try:
            while data := one.recv(SEGMENT):
                self._stop.wait(self._delay(len(data), way))
                other.sendall(data)
            other.shutdown(socket.SHUT_WR)
        except OSError:
            return

    def _delay(self, size: int, way: str) -> float:
        """Return the seconds until a segment has arrived; connections share the line."""
        with self._lock:
            now = monotonic()
            seconds, again = size / self.bytes_per_s, REPEATED_AFTER_S
            while self.chance.random() < self.loss:
                seconds += again + size / self.bytes_per_s
                again *= 2
                self.lost += 1
            arrived = max(self._free_at.get(way, now), now) + seconds
            self._free_at[way] = arrived
            self.carried += size
            return arrived - now + self.latency_s


@contextmanager
def slow_line(
    address: str, *, kbit_per_s: float = 64, loss: float = 0.1, latency_s: float = 0.05
) -> Iterator[tuple[str, SlowLine]]:
    """Yield an address that leads to ``address`` over such a line, and the line."""
    host, _, port = address.removeprefix("http://").rpartition(":")
    line = SlowLine((host, int(port)), kbit_per_s * 125, loss, latency_s, random.Random(64))
    with socket.create_server(("127.0.0.1", 0)) as listening:
        threading.Thread(target=line.accept, args=(listening,), daemon=True).start()
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}", line
        finally:
            line.close()
            # Wakes the thread that waits for the next connection.
            listening.shutdown(socket.SHUT_RDWR) if hasattr(socket, "AF_UNIX") else None
