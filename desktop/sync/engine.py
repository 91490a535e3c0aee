"""One exchange with the centre, and as many as it takes to be done.

An exchange is three steps, and no transaction is open during the middle one: read what is pending,
ask the centre, write its answer down. It can be cut anywhere: before the answer is written, nothing
has happened here and the same is asked again; what the centre had taken it then already has.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Protocol, TypeVar

from desktop.base.clock import Clock, instant_from_text
from desktop.base.errors import CanbaoError
from desktop.store import exchange
from desktop.store.database import Store
from desktop.store.exchange import Outgoing
from desktop.store.inbox import OwnEventsMissing
from desktop.store.relinking import unsure
from desktop.sync.check import RecordsDiffer
from desktop.sync.comparing import compare_once
from desktop.sync.filling import as_page, ask_for_piece, is_unknown_there
from desktop.sync.schedule import BATCH_MAX, BATCH_MIN, larger, size_matters, smaller
from desktop.sync.writing import REPAIRS_MAX, Written, note_failure, write_down
from desktop.wire.fill_messages import FillReply
from desktop.wire.messages import ExchangeReply, ExchangeRequest
from desktop.wire.protocol import SyncProtocol, Traffic
from desktop.wire.versions import PROTOCOL

T = TypeVar("T")

CLOCK_OFF_S_MAX = 300
"""A clock further from the centre's than this is told to the clerk."""


class StoreLane(Protocol):
    """Runs a short piece of work where the store may be used, and returns what it returned."""

    def __call__(self, work: Callable[[Store], T]) -> T:
        """Run ``work``; whatever it raises is raised here."""
        ...


@dataclass(frozen=True, slots=True)
class ExchangeReport:
    """What one exchange did: the numbers ``sync`` prints, and what a clerk is told."""

    pushed: int
    accepted: int
    already: int
    cases: int
    pulled: int
    """Events that arrived and were not here."""
    pending: int
    cursor: int
    bytes_out: int
    bytes_in: int
    more: bool = False
    """The feed holds more than one answer could bring."""
    granted: int = 0
    """Segments of receipt numbers that arrived."""
    resent: bool = False
    """The centre lost events it once had; they are pending again."""
    stopped: str = ""
    """Why the first pending event got no verdict, empty if it did."""
    forked: bool = False
    """The centre has seen another copy of this station at work."""
    packs: int = 0
    """Law packs that arrived, still to be looked at."""
    clock_off_s: int = 0
    """Seconds this machine is ahead of the centre; 0 if that is nothing to worry about."""
    head: int = 0
    """How far the county's order goes, where a piece of it came; 0 after an exchange."""

    @property
    def brings_feed(self) -> bool:
        """Whether the feed goes on: a larger piece of it is the next thing to ask for."""
        return self.more and bool(self.head or self.pulled)

    @property
    def idle(self) -> bool:
        """Whether nothing is left to push or pull."""
        return not self.pending and not self.more

    @property
    def stuck(self) -> bool:
        """Whether asking again at once would bring nothing new."""
        if self.idle or self.more or self.granted or self.resent:
            return False
        return bool(self.stopped) or not (self.accepted + self.already + self.cases)

    def numbers(self) -> dict[str, int]:
        """Return the numbers as the command line prints them."""
        return {
            "pushed": self.pushed,
            "accepted": self.accepted,
            "already": self.already,
            "cases": self.cases,
            "pulled": self.pulled,
            "pending": self.pending,
            "cursor": self.cursor,
            "bytes_out": self.bytes_out,
            "bytes_in": self.bytes_in,
        }


def direct(store: Store) -> StoreLane:
    """Return a lane for programs with one thread: the work is simply run."""

    def run(work: Callable[[Store], T]) -> T:
        return work(store)

    return run


def exchange_once(
    in_store: StoreLane, server: SyncProtocol, clock: Clock, *, batch: int = BATCH_MAX
) -> ExchangeReport:
    """Push up to ``batch`` pending events, take the answer in, and report.

    ``clock`` is the machine's, for telling how far it is off; nothing is ordered by it.

    Raises:
        Unavailable: nothing was done, or everything and only the answer was lost; ask again.
            After `RecordsDiffer` the next exchanges bring everything again.
        Refused: it will not work until somebody acts (``STATION_UNKNOWN``, ``RECORDS_DIFFER``
            though everything was brought again, ``EVENT_UNREADABLE``: a newer program is needed).
    """
    before = server.traffic()
    _compare_if_due(in_store, server, clock)
    going = in_store(lambda store: exchange.outgoing(store, batch))
    try:
        reply, written = _ask(in_store, server, clock, going)
    except CanbaoError as error:
        code = error.code
        in_store(lambda store: note_failure(store, going, code, clock))
        raise
    pending = in_store(exchange.pending_count)
    return _report(going, reply, written, pending, _between(before, server.traffic()), clock)


def fill_once(
    in_store: StoreLane, server: SyncProtocol, clock: Clock, *, batch: int = BATCH_MAX
) -> ExchangeReport:
    """Bring the next piece of the feed, as large as the line bears; an exchange follows the last.

    ``batch`` is that of `exchange_once`. Errors as there; Refused ``PATH_UNKNOWN`` or Unavailable
    with status 404 if the centre is older than the question (`is_unknown_there`).
    """
    before = server.traffic()
    _compare_if_due(in_store, server, clock)
    going = in_store(lambda store: exchange.outgoing(store, 0))
    try:
        reply, page, written = _fill(in_store, server, clock, going, batch)
    except CanbaoError as error:
        code = error.code
        if not is_unknown_there(error):
            in_store(lambda store: note_failure(store, going, code, clock))
        raise
    pending = in_store(exchange.pending_count)
    traffic = _between(before, server.traffic())
    report = _report(going, page, written, pending, traffic, clock)
    return replace(report, head=reply.head if reply.more else 0)


def _compare_if_due(in_store: StoreLane, server: SyncProtocol, clock: Clock) -> None:
    """Mend the feed first if an answer did not agree with it."""
    if in_store(exchange.compare_is_due):
        try:
            compare_once(in_store, server, clock)
        except CanbaoError as error:
            code = error.code
            nothing = in_store(lambda store: exchange.outgoing(store, 0))
            in_store(lambda store: note_failure(store, nothing, code, clock))
            raise


def _fill(
    in_store: StoreLane, server: SyncProtocol, clock: Clock, going: Outgoing, batch: int
) -> tuple[FillReply, ExchangeReply, Written]:
    for own_bodies in (False, True):
        asked = in_store(
            partial(ask_for_piece, progress=going.progress, batch=batch, own_bodies=own_bodies)
        )
        reply = server.fill(asked)
        page = as_page(going, reply)
        try:
            written = in_store(partial(write_down, going=going, reply=page, clock=clock))
        except OwnEventsMissing:
            # As in an exchange: an older copy of this file was restored.
            if own_bodies:
                raise
            continue
        return reply, page, written
    raise AssertionError("the second answer is taken in or raises")


def until_idle(in_store: StoreLane, server: SyncProtocol, clock: Clock) -> Iterator[ExchangeReport]:
    """Exchange until nothing is left to push or pull, yielding each report.

    A message that did not get through is tried again in smaller batches down to one event. Ends
    early if the centre stops at an event that needs a person; the last report says so.

    Raises: as `exchange_once`, once smaller batches do not help.
    """
    batch, repairs, filling, fills = BATCH_MAX, 0, False, True
    while True:
        ask = fill_once if filling and fills else exchange_once
        try:
            report = ask(in_store, server, clock, batch=batch)
        except RecordsDiffer:
            repairs += 1
            if repairs > REPAIRS_MAX:
                raise
            continue
        except CanbaoError as error:
            if ask is fill_once and is_unknown_there(error):
                fills = False
            elif batch == BATCH_MIN or not size_matters(error.code):
                raise
            else:
                batch = smaller(batch)
            continue
        batch = larger(batch)
        filling = report.brings_feed and not report.pending
        yield report
        if report.idle or report.stuck:
            return


def _ask(
    in_store: StoreLane, server: SyncProtocol, clock: Clock, going: Outgoing
) -> tuple[ExchangeReply, Written]:
    station, whole = in_store(lambda store: (store.station.id, unsure(store)))
    reply = server.exchange(_request(station, going, own_bodies=whole))
    try:
        return reply, in_store(lambda store: write_down(store, going, reply, clock))
    except OwnEventsMissing:
        # An older copy of this file was restored: ask for our own events in full.
        full = server.exchange(_request(station, going, own_bodies=True))
        return full, in_store(lambda store: write_down(store, going, full, clock))


def _request(station: str, going: Outgoing, *, own_bodies: bool) -> ExchangeRequest:
    return ExchangeRequest(
        station=station,
        protocol=PROTOCOL,
        progress=going.progress,
        events=going.events,
        unspent=going.unspent,
        cases_cursor=going.cases_cursor,
        packs_cursor=going.packs_cursor,
        answered=going.answered,
        own_bodies=own_bodies,
    )


def _report(
    going: Outgoing,
    reply: ExchangeReply,
    written: Written,
    pending: int,
    traffic: Traffic,
    clock: Clock,
) -> ExchangeReport:
    outcomes = [verdict.outcome for verdict in reply.verdicts]
    return ExchangeReport(
        pushed=len(going.events),
        accepted=outcomes.count("accepted"),
        already=outcomes.count("already"),
        cases=outcomes.count("case"),
        pulled=written.pulled,
        pending=pending,
        cursor=reply.progress.cursor,
        bytes_out=traffic.bytes_out,
        bytes_in=traffic.bytes_in,
        more=reply.more,
        granted=written.granted,
        resent=written.resent,
        stopped=reply.stopped.code if reply.stopped else "",
        forked=written.forked,
        packs=written.packs,
        clock_off_s=_clock_off_s(clock, reply.server_time),
    )


def _between(before: Traffic, after: Traffic) -> Traffic:
    return Traffic(after.bytes_out - before.bytes_out, after.bytes_in - before.bytes_in)


def _clock_off_s(clock: Clock, server_time: str) -> int:
    try:
        centre = instant_from_text(server_time)
    except ValueError:
        return 0
    off = int((clock.now() - centre).total_seconds())
    return off if abs(off) > CLOCK_OFF_S_MAX else 0
