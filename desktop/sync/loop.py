"""The exchange as a loop for a thread of its own: a step, the wait it asks for, the next step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from desktop.base.clock import Clock
from desktop.base.errors import CanbaoError, Refused
from desktop.sync.comparing import compare_daily
from desktop.sync.engine import ExchangeReport, StoreLane, exchange_once, fill_once
from desktop.sync.filling import is_unknown_there
from desktop.sync.operators import bring_operators
from desktop.sync.published import bring_filter, note_refused
from desktop.sync.record_check import check_some
from desktop.sync.schedule import Schedule
from desktop.sync.station_keys import bring_stations
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
    from 0 … 1. ``beside`` is what is done once nothing else is left to say (a new version of the
    program): it returns the seconds after which it wants to go on, or None.
    """

    def __init__(
        self,
        in_store: StoreLane,
        server: SyncProtocol,
        clock: Clock,
        chance: Callable[[], float],
        beside: Callable[[], float | None] = lambda: None,
    ) -> None:
        self._beside = beside
        self._in_store = in_store
        self._server = server
        self._clock = clock
        self._chance = chance
        self._schedule = Schedule()
        self._filter_due: datetime | None = None
        self._operators_due: datetime | None = None
        self._compare_due: datetime | None = None
        self._check_due: datetime | None = None
        self._filling = False
        """The feed goes on: the next piece of it is asked for as such."""
        self._fills = True
        """The centre is not too old for that."""

    def step(self) -> Step:
        """Do one exchange. Errors of the line and refusals are part of the answer; bugs raise."""
        ask = fill_once if self._filling else exchange_once
        try:
            report = ask(self._in_store, self._server, self._clock, batch=self._schedule.batch)
        except CanbaoError as error:
            return self._failed(error, filling=self._filling)
        # What was saved meanwhile goes out between two pieces.
        self._filling = self._fills and report.brings_feed and not report.pending
        idle = report.idle or report.stuck
        more = idle and (self._bring_filter() or self._compare())
        if idle:
            self._bring_people_and_keys()
            self._check_record()
        self._schedule, wait_s = self._schedule.after_success(idle=idle and not more)
        if idle and not more and (pause_s := self._beside()) is not None:
            wait_s = min(wait_s, pause_s)
        return Step(wait_s, report=report)

    def _check_record(self) -> None:
        """Hold some of the record to its events now and then, line or no line."""
        now = self._clock.now()
        if self._check_due is not None and now < self._check_due:
            return
        self._check_due = now + FILTER_EVERY
        try:
            check_some(self._in_store, self._clock)
        except CanbaoError:
            # A disk that fails is told by whoever needs it next; an event that only a newer
            # program knows, by the exchange.
            return

    def _failed(self, error: CanbaoError, *, filling: bool) -> Step:
        if filling and is_unknown_there(error):
            self._filling = self._fills = False
            return Step(0.0)
        self._check_record()
        if isinstance(error, Refused):
            self._schedule, wait_s = self._schedule.after_refusal()
        else:
            self._schedule, wait_s = self._schedule.after_failure(error.code, self._chance())
        return Step(wait_s, error=error)

    def _bring_people_and_keys(self) -> None:
        """Ask who may sign in here and which stations the county has, now and then.

        Like the filter, it never spoils an exchange.
        """
        now = self._clock.now()
        if self._operators_due is not None and now < self._operators_due:
            return
        self._operators_due = now + FILTER_EVERY
        for bring in (bring_operators, bring_stations):
            try:
                bring(self._in_store, self._server)
            except Refused as error:
                note_refused(self._in_store, error, self._clock)
            except CanbaoError:
                return

    def _compare(self) -> bool:
        """Compare the feed with the centre's once a day; tell whether it must be brought again.

        Like the filter, it never spoils an exchange.
        """
        now = self._clock.now()
        if self._compare_due is not None and now < self._compare_due:
            return False
        self._compare_due = now + FILTER_EVERY
        try:
            compared = compare_daily(self._in_store, self._server, self._clock)
        except Refused as error:
            note_refused(self._in_store, error, self._clock)
            return False
        except CanbaoError:
            return False
        return compared is not None and compared.everything

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
