"""Figures of a running centre, in the text format of Prometheus (version 0.0.4).

Counters and one histogram, added up by the threads that answer; what is asked of the database is
asked when somebody looks. Names of stations are no labels: a county has thousands of them, and who
works when is nobody's business who watches disks.
"""

from __future__ import annotations

import threading
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8"

SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1.0, 2.5, 5.0, 10.0)
"""Upper ends of the histogram's parts."""


@dataclass(slots=True)
class Figures:
    """What was done since a start; can be sent from one process to another, and added up."""

    requests: Counter[tuple[str, int, str]] = field(default_factory=Counter)
    """By path, status and code."""
    bytes_: Counter[tuple[str, str]] = field(default_factory=Counter)
    """Of bodies, by path and way."""
    slots: dict[str, list[int]] = field(default_factory=dict)
    """By path: how many answers took up to each of `SECONDS`, and longer."""
    sums: dict[str, float] = field(default_factory=dict)
    """By path: seconds of all answers."""
    outcomes: Counter[str] = field(default_factory=Counter)
    """Of events."""
    under_way: int = 0

    def add(self, other: Figures) -> None:
        """Count what somebody else did, too."""
        self.requests.update(other.requests)
        self.bytes_.update(other.bytes_)
        self.outcomes.update(other.outcomes)
        self.under_way += other.under_way
        for path, theirs in other.slots.items():
            mine = self.slots.get(path, [0] * len(theirs))
            self.slots[path] = [one + more for one, more in zip(mine, theirs, strict=True)]
        for path, seconds in other.sums.items():
            self.sums[path] = self.sums.get(path, 0.0) + seconds

    def text(self, gauges: Mapping[str, tuple[str, float]]) -> str:
        """Return every figure; ``gauges``: what else is measured now, with its help."""
        lines = [
            *_family("canbao_requests_total", "counter", "Requests answered."),
            *(
                _line("canbao_requests_total", n, path=path, status=str(status), code=code)
                for (path, status, code), n in sorted(self.requests.items())
            ),
            *_family("canbao_bytes_total", "counter", "Bytes of message bodies."),
            *(
                _line("canbao_bytes_total", n, path=path, way=way)
                for (path, way), n in sorted(self.bytes_.items())
            ),
            *_family("canbao_events_total", "counter", "Events by outcome."),
            *(
                _line("canbao_events_total", n, outcome=outcome)
                for outcome, n in sorted(self.outcomes.items())
            ),
            *_family("canbao_requests_under_way", "gauge", "Requests being answered."),
            _line("canbao_requests_under_way", self.under_way),
            *self._histogram(),
        ]
        for name, (words, value) in gauges.items():
            lines += [*_family(name, "gauge", words), _line(name, value)]
        return "\n".join(lines) + "\n"

    def _histogram(self) -> list[str]:
        name = "canbao_request_seconds"
        lines = list(_family(name, "histogram", "Time from a whole request to its answer."))
        for path, slots in sorted(self.slots.items()):
            total = 0
            for end, count in zip((*map(str, SECONDS), "+Inf"), slots, strict=True):
                total += count
                lines.append(_line(f"{name}_bucket", total, path=path, le=end))
            lines.append(_line(f"{name}_sum", round(self.sums[path], 6), path=path))
            lines.append(_line(f"{name}_count", total, path=path))
        return lines


class Metrics:
    """What the threads of one process have done since it started."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._figures = Figures()

    def begin(self) -> None:
        """Count a request that has come in."""
        with self._lock:
            self._figures.under_way += 1

    def end(self, path: str, status: int, code: str, seconds: float, size: tuple[int, int]) -> None:
        """Count its answer; ``size``: bytes in and out, ``code``: why not, or empty."""
        with self._lock:
            mine = self._figures
            mine.under_way -= 1
            mine.requests[path, status, code] += 1
            mine.bytes_[path, "in"] += size[0]
            mine.bytes_[path, "out"] += size[1]
            slots = mine.slots.setdefault(path, [0] * (len(SECONDS) + 1))
            slots[bisect_left(SECONDS, seconds)] += 1
            mine.sums[path] = mine.sums.get(path, 0.0) + seconds

    def events(self, outcomes: Mapping[str, int]) -> None:
        """Count events that were taken in, by outcome."""
        with self._lock:
            self._figures.outcomes.update(outcomes)

    def figures(self) -> Figures:
        """Return a copy of what was counted so far."""
        taken = Figures()
        with self._lock:
            taken.add(self._figures)
        return taken

    def text(self, gauges: Mapping[str, tuple[str, float]]) -> str:
        """Return every figure as `Figures.text` does."""
        return self.figures().text(gauges)


def _family(name: str, kind: str, words: str) -> tuple[str, str]:
    return f"# HELP {name} {words}", f"# TYPE {name} {kind}"


def _line(name: str, value: float, **labels: str) -> str:
    if not labels:
        return f"{name} {value}"
    told = ",".join(f'{label}="{_escaped(text)}"' for label, text in labels.items())
    return f"{name}{{{told}}} {value}"


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace('"', '\\"')
