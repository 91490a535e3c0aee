"""When to ask the centre next, and for how much. Pure: chance is an argument.

After success the centre is asked again soon while there is more, else at a quiet pace. After a
failure the wait doubles up to a limit, and is spread by chance so that the desks of a county do
not all come back in the same second. A failure in the middle also halves the batch, since on a
bad line a smaller message gets through where a large one does not; success lets it grow again.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

BATCH_MAX = 100
BATCH_MIN = 1

QUIET_S = 60.0
"""Pace when everything is exchanged; what a clerk saves is pushed at once by whoever asks."""

FIRST_RETRY_S = 5.0
RETRY_S_MAX = 600.0
REFUSED_S = 3_600.0
"""After a refusal a person must act first; asking once an hour notices when somebody did."""

_DOUBLINGS_MAX = 10

_SIZE_MATTERS = frozenset({"CENTRE_SLOW", "CENTRE_CUT_OFF", "MESSAGE_TOO_LARGE", "CENTRE_FAILED"})


@dataclass(frozen=True, slots=True)
class Schedule:
    """How things stand with the line."""

    batch: int = BATCH_MAX
    failures: int = 0
    """In a row."""

    def after_success(self, *, idle: bool) -> tuple[Schedule, float]:
        """Return the next schedule and the seconds to wait: none while there is more to do."""
        return Schedule(larger(self.batch)), QUIET_S if idle else 0.0

    def after_failure(self, code: str, chance: float) -> tuple[Schedule, float]:
        """Return the next schedule and the seconds to wait; ``chance`` is drawn from 0 … 1."""
        batch = smaller(self.batch) if code in _SIZE_MATTERS else self.batch
        longest = FIRST_RETRY_S * 2 ** min(self.failures, _DOUBLINGS_MAX)
        # Half of the wait is certain and half by chance.
        wait = min(longest, RETRY_S_MAX) * (0.5 + 0.5 * chance)
        return Schedule(batch, self.failures + 1), wait

    def after_refusal(self) -> tuple[Schedule, float]:
        """Return the next schedule and the seconds to wait after a final answer."""
        return replace(self, failures=self.failures + 1), REFUSED_S


def smaller(batch: int) -> int:
    """Return the batch to try after one of ``batch`` events did not get through."""
    return max(BATCH_MIN, batch // 2)


def larger(batch: int) -> int:
    """Return the batch to try after one of ``batch`` events got through."""
    return min(BATCH_MAX, batch * 2)


def size_matters(code: str) -> bool:
    """Tell whether a smaller message may get through where one failed with ``code``."""
    return code in _SIZE_MATTERS
