"""Time as an argument.

Nothing outside this module asks the machine for the time. Real stations use `SystemClock`;
a training station practises a campaign on a day of its own (`TrainingClock`); tests use
`FixedClock`.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Protocol

CHINA = timezone(timedelta(hours=8), "CST")
"""Legal days in China are days of UTC+8 everywhere, whatever the workstation's zone says."""


class Clock(Protocol):
    """Where a use case learns the time."""

    def now(self) -> datetime:
        """Return the instant, aware, in UTC."""
        ...

    def today(self) -> date:
        """Return the legal day (UTC+8)."""
        ...


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        """Return the instant, aware, in UTC."""
        return datetime.now(UTC)

    def today(self) -> date:
        """Return the legal day (UTC+8)."""
        return self.now().astimezone(CHINA).date()


class TrainingClock:
    """A training station's clock: a chosen day, the machine's time of day."""

    def __init__(self, day: date, machine: Clock | None = None) -> None:
        self._day = day
        self._machine = machine or SystemClock()

    def now(self) -> datetime:
        """Return the machine's time of day on the training day, in UTC."""
        local = self._machine.now().astimezone(CHINA)
        return datetime.combine(self._day, local.timetz()).astimezone(UTC)

    def today(self) -> date:
        """Return the training day."""
        return self._day


class FixedClock:
    """A clock for tests: stands still until told to move."""

    def __init__(self, instant: datetime) -> None:
        self._instant = instant.astimezone(UTC)

    def now(self) -> datetime:
        """Return the fixed instant."""
        return self._instant

    def today(self) -> date:
        """Return the fixed instant's legal day."""
        return self._instant.astimezone(CHINA).date()

    def advance(self, by: timedelta) -> None:
        """Move the clock forward (or, negative, back)."""
        self._instant += by


def legal_day(instant: str) -> str:
    """Return the ISO day in China of an instant as it is stored."""
    return instant_from_text(instant).astimezone(CHINA).date().isoformat()


def instant_text(instant: datetime) -> str:
    """Return ``2021-11-15T02:03:04.567Z``: how instants are stored and sent."""
    utc = instant.astimezone(UTC)
    return f"{utc:%Y-%m-%dT%H:%M:%S}.{utc.microsecond // 1000:03d}Z"


def instant_from_text(text: str) -> datetime:
    """Parse what `instant_text` wrote. Raises ValueError on anything else."""
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%S.%fZ").replace(tzinfo=UTC)
