"""The exchange as a loop for a thread of its own: a step, the wait it asks for, the next step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desktop.base.clock import Clock
from desktop.base.errors import CanbaoError, Refused
from desktop.sync.engine import ExchangeReport, StoreLane, exchange_once
from desktop.sync.schedule import Schedule
from desktop.wire.protocol import SyncProtocol


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
        self._schedule, wait_s = self._schedule.after_success(idle=idle)
        return Step(wait_s, report=report)
