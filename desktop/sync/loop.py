"""The exchange as a loop for a thread of its own: a step, the wait it asks for, the next step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from desktop.base.clock import Clock
from desktop.base.errors import CanbaoError, Refused
from desktop.sync.engine import ExchangeReport, StoreLane, exchange_once
from desktop.sync.published import bring_filter, note_refused
from desktop.sync.schedule import Schedule
from desktop.wire.protocol import SyncProtocol

FILTER_EVERY = timedelta(minutes=10)
"""How often the centre is asked whether it has published a newer filter."""


@dataclass(frozen=True, slots=True)
class Step:
    """How one exchange went, and when the next is due."""

    wait_s: float
    report: ExchangeReport | None = None
    error: CanbaoError | None = None
    """Why there is no report: `Unavailable` is tried again by itself, `Refused` needs somebody."""


class SyncLoop:
    """Exchanges step by step. Belongs to one thread; the runner owns the waiting.

    A step does one exchange and never waits, so a runner may stop between any two. Whoever wants
    an exchange now (F5, a saved household) simply calls `step` before its time. ``chance`` draws
    from 0 … 1.
    """

    def __init__(
        self, in_store: StoreLane, server: SyncProtocol, clock: Clock, chance: Callable[[], float]
    ) -> None:
        self._in_store = in_store
        self._server = server
        self._clock = clock
        self._chance = chance
        self._schedule = Schedule()
        self._filter_due: datetime | None = None

    def step(self) -> Step:
        """Do one exchange. Errors of the line and refusals are part of the answer; bugs raise."""
        try:
            report = exchange_once(
                self._in_store, self._server, self._clock, batch=self._schedule.batch
            )
        except Refused as error:
            self._schedule, wait_s = self._schedule.after_refusal()
            return Step(wait_s, error=error)
        except CanbaoError as error:
            self._schedule, wait_s = self._schedule.after_failure(error.code, self._chance())
            return Step(wait_s, error=error)
        idle = report.idle or report.stuck
        more = idle and self._bring_filter()
        self._schedule, wait_s = self._schedule.after_success(idle=idle and not more)
        return Step(wait_s, report=report)

    def _bring_filter(self) -> bool:
        """Bring a piece of the county's filter if it is time to; tell whether there is more.

        The exchange has succeeded whatever becomes of this: it is tried again with a later one.
        """
        now = self._clock.now()
        if self._filter_due is not None and now < self._filter_due:
            return False
        self._filter_due = now + FILTER_EVERY
        try:
            more = bring_filter(self._in_store, self._server, self._clock).more
        except Refused as error:
            note_refused(self._in_store, error, self._clock)
            return False
        except CanbaoError:
            return False
        if more:
            self._filter_due = None
        return more
