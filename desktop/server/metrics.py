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

MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8"

SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1.0, 2.5, 5.0, 10.0)
"""Upper ends of the histogram's parts."""


class Metrics:
    """What the threads of one centre have done since it started."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._requests: Counter[tuple[str, int, str]] = Counter()
        self._bytes: Counter[tuple[str, str]] = Counter()
        self._slots: dict[str, list[int]] = {}
        self._sums: dict[str, float] = {}
        self._outcomes: Counter[str] = Counter()
        self._under_way = 0

    def begin(self) -> None:
        """Count a request that has come in."""
        with self._lock:
            self._under_way += 1

    def end(self, path: str, status: int, code: str, seconds: float, size: tuple[int, int]) -> None:
        """Count its answer; ``size``: bytes in and out, ``code``: why not, or empty."""
        with self._lock:
            self._under_way -= 1
            self._requests[path, status, code] += 1
            self._bytes[path, "in"] += size[0]
            self._bytes[path, "out"] += size[1]
            slots = self._slots.setdefault(path, [0] * (len(SECONDS) + 1))
            slots[bisect_left(SECONDS, seconds)] += 1
            self._sums[path] = self._sums.get(path, 0.0) + seconds

    def events(self, outcomes: Mapping[str, int]) -> None:
        """Count events that were taken in, by outcome."""
        with self._lock:
            self._outcomes.update(outcomes)

    def text(self, gauges: Mapping[str, tuple[str, float]]) -> str:
        """Return every figure; ``gauges``: what else is measured now, with its help."""
        with self._lock:
            lines = [
                *_family("canbao_requests_total", "counter", "Requests answered."),
                *(
                    _line("canbao_requests_total", n, path=path, status=str(status), code=code)
                    for (path, status, code), n in sorted(self._requests.items())
                ),
                *_family("canbao_bytes_total", "counter", "Bytes of message bodies."),
                *(
                    _line("canbao_bytes_total", n, path=path, way=way)
                    for (path, way), n in sorted(self._bytes.items())
                ),
                *_family("canbao_events_total", "counter", "Events by outcome."),
                *(
                    _line("canbao_events_total", n, outcome=outcome)
                    for outcome, n in sorted(self._outcomes.items())
                ),
                *_family("canbao_requests_under_way", "gauge", "Requests being answered."),
                _line("canbao_requests_under_way", self._under_way),
                *self._histogram(),
            ]
        for name, (words, value) in gauges.items():
            lines += [*_family(name, "gauge", words), _line(name, value)]
        return "\n".join(lines) + "\n"

    def _histogram(self) -> list[str]:
        name = "canbao_request_seconds"
        lines = list(_family(name, "histogram", "Time from a whole request to its answer."))
        for path, slots in sorted(self._slots.items()):
            total = 0
            for end, count in zip((*map(str, SECONDS), "+Inf"), slots, strict=True):
                total += count
                lines.append(_line(f"{name}_bucket", total, path=path, le=end))
            lines.append(_line(f"{name}_sum", round(self._sums[path], 6), path=path))
            lines.append(_line(f"{name}_count", total, path=path))
        return lines


def _family(name: str, kind: str, words: str) -> tuple[str, str]:
    return f"# HELP {name} {words}", f"# TYPE {name} {kind}"


def _line(name: str, value: float, **labels: str) -> str:
    if not labels:
        return f"{name} {value}"
    told = ",".join(f'{label}="{_escaped(text)}"' for label, text in labels.items())
    return f"{name}{{{told}}} {value}"


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace('"', '\\"')
