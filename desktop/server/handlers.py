"""The centre's side of the conversation: registers stations, takes events, gives out the feed."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from typing_extensions import override

from desktop.base.clock import Clock, instant_text
from desktop.base.errors import Refused
from desktop.base.ids import IdSource
from desktop.server import (
    cases,
    comparing,
    directory,
    feed,
    intake,
    record,
    registrations,
    releases,
    station_keys,
)
from desktop.server.allocation import grants_for
from desktop.server.database import Centre, CentreDatabase
from desktop.server.directory import SignInRules
from desktop.server.filling import take_piece
from desktop.server.filter_layers import answer
from desktop.server.packs import offered_after
from desktop.server.reading import Batch, read_batch
from desktop.server.recheck import Recheck, no_recheck
from desktop.sqlite.connection import Connection
from desktop.wire.compare_messages import (
    CompareReply,
    CompareRequest,
    EntriesReply,
    EntriesRequest,
)
from desktop.wire.fill_messages import FillReply, FillRequest
from desktop.wire.filter_messages import FilterReply, FilterRequest
from desktop.wire.messages import (
    CASES_MAX,
    ExchangeReply,
    ExchangeRequest,
    Figures,
    Grant,
    Registered,
    Registration,
)
from desktop.wire.operator_messages import OperatorsReply, OperatorsRequest
from desktop.wire.protocol import SyncProtocol, Traffic
from desktop.wire.scope import scope_of
from desktop.wire.station_messages import StationsReply, StationsRequest
from desktop.wire.update_messages import UpdateReply, UpdateRequest
from desktop.wire.versions import PROTOCOLS_UNDERSTOOD

if TYPE_CHECKING:
    from desktop.server.rehearsal import Draft


class Handlers(SyncProtocol):
    """Answers stations from one connection. One thread uses it.

    Whoever calls has made sure that the request is the station's own (`desktop.server.door`).
    """

    def __init__(
        self,
        database: CentreDatabase,
        clock: Clock,
        ids: IdSource,
        recheck: Recheck = no_recheck,
        room: feed.Room = feed.PAGE,
        sign_in: SignInRules | None = None,
    ) -> None:
        self._sign_in = sign_in or SignInRules()
        self._database = database
        self._clock = clock
        self._ids = ids
        self._recheck = recheck
        self._room = room
        self._asking: registrations.Known | None = None

    @property
    def _connection(self) -> Connection:
        return self._database.connection

    @property
    def _centre(self) -> Centre:
        return self._database.centre

    def public_key(self, station: str) -> bytes:
        """Return a registered station's key. Raises Refused ``STATION_UNKNOWN``."""
        self._asking = registrations.get(self._connection, self._centre.county, station)
        return self._asking.public_key

    @override
    def register(self, registration: Registration) -> Registered:
        with self._database.transaction():
            return registrations.register(
                self._connection,
                self._centre,
                registration,
                now=self._clock.now(),
                ids=self._ids,
            )

    @override
    def exchange(self, request: ExchangeRequest, *, counter: int | None = None) -> ExchangeReply:
        """Take the events in and answer; ``counter`` is refused unless it rose.

        What was taken in is durable before the answer leaves, so an answer that is lost costs
        nothing but asking again.
        """
        if request.protocol not in PROTOCOLS_UNDERSTOOD:
            raise Refused("PROTOCOL_UNKNOWN", f"protocol {request.protocol} is not spoken here")
        county = self._centre.county
        station = self._asking_or_found(request.station)
        # Whatever needs no look at the county is done before others are kept waiting.
        batch = read_batch(self._centre, station, request.events)
        batch.work_out_effects(station.last_seq)
        rehearsed = self._database.rehearse(
            batch.opened, station.last_seq, partial(self._take, batch, station)
        )
        with self._database.transaction():
            now = instant_text(self._clock.now())
            asked, station = (
                station,
                registrations.admit(self._connection, county, request.station, counter, now),
            )
            taken = self._settled(asked, station, rehearsed)
            if taken is None:
                with self._database.intake(batch.opened, station.last_seq) as connection:
                    taken = self._take(batch, station, connection)
            if taken.last_seq != station.last_seq:
                registrations.note_chain(
                    self._connection, county, station.station, taken.last_seq, taken.last_hash
                )
            grants = self._grants(request, taken)
            # The page costs as much again, and nobody need be kept waiting for it.
            self._database.hand_on()
            return self._answer(request, station, taken, grants, now)

    @override
    def county_filter(self, request: FilterRequest, *, counter: int | None = None) -> FilterReply:
        """Give out the county's filter; ``counter`` is refused unless it rose."""
        with self._database.transaction():
            self._counted(request.station, request.protocol, counter)
        return answer(self._database, request)

    @override
    def operators(self, request: OperatorsRequest, *, counter: int | None = None) -> OperatorsReply:
        """Hand out who may sign in; ``counter`` is refused unless it rose."""
        with self._database.transaction():
            station = self._counted(request.station, request.protocol, counter)
            now = instant_text(self._clock.now())
            return directory.answer(
                self._connection,
                self._centre,
                station,
                request,
                self._sign_in,
                ids=self._ids,
                now=now,
            )

    @override
    def stations(self, request: StationsRequest, *, counter: int | None = None) -> StationsReply:
        """Hand out the keys of the county's stations; ``counter`` is refused unless it rose."""
        with self._database.transaction():
            self._counted(request.station, request.protocol, counter)
            return station_keys.answer(self._connection, self._centre.county, request)

    @override
    def fill(self, request: FillRequest, *, counter: int | None = None) -> FillReply:
        """Give out much of the feed at once; ``counter`` is refused unless it rose."""
        with self._database.transaction():
            station = self._counted(request.station, request.protocol, counter)
            reader = feed.Reader(self._centre.county, station.station, scope_of(station.division))
            taken = take_piece(self._connection, reader, request)
        # Columns cost most of the time; nobody is kept waiting for them.
        return taken.reply(instant_text(self._clock.now()))

    @override
    def compare(self, request: CompareRequest, *, counter: int | None = None) -> CompareReply:
        """Tell the station's feed as blocks with hashes; ``counter`` is refused unless it rose."""
        reader = self._reader(request.station, request.protocol, counter)
        return comparing.compare(self._database, reader, request, instant_text(self._clock.now()))

    @override
    def entries(self, request: EntriesRequest, *, counter: int | None = None) -> EntriesReply:
        """Give out entries of blocks that differ; ``counter`` is refused unless it rose."""
        reader = self._reader(request.station, request.protocol, counter)
        return comparing.entries(self._database, reader, request, instant_text(self._clock.now()))

    def _reader(self, station: str, protocol: int, counter: int | None) -> feed.Reader:
        """Return who asks to read; the count of requests is durable before anything is read."""
        with self._database.transaction():
            known = self._counted(station, protocol, counter)
        return feed.Reader(self._centre.county, station, scope_of(known.division))

    def _counted(self, station: str, protocol: int, counter: int | None) -> registrations.Known:
        """Return who asks, the request counted in the caller's transaction.

        Raises:
            Refused: ``PROTOCOL_UNKNOWN``, ``STATION_UNKNOWN``, and what a counter that did not
                rise is refused with.
        """
        if protocol not in PROTOCOLS_UNDERSTOOD:
            raise Refused("PROTOCOL_UNKNOWN", f"protocol {protocol} is not spoken here")
        known = registrations.get(self._connection, self._centre.county, station)
        if counter is not None:
            registrations.use_counter(self._connection, self._centre.county, station, counter)
        return known

    @override
    def update(self, request: UpdateRequest, *, counter: int | None = None) -> UpdateReply:
        """Give out a newer program; ``counter`` is refused unless it rose, but for pieces."""
        if request.protocol not in PROTOCOLS_UNDERSTOOD:
            raise Refused("PROTOCOL_UNKNOWN", f"protocol {request.protocol} is not spoken here")
        county = self._centre.county
        station = registrations.get(self._connection, county, request.station)
        reply = releases.answer(self._connection, county, request)
        if request.wanted:
            # A thousand pieces of what everybody is given: asked again, they harm nobody, and a
            # durable count for each would hold up those who exchange.
            return reply
        with self._database.transaction():
            if counter is not None:
                registrations.use_counter(self._connection, county, station.station, counter)
            now = instant_text(self._clock.now())
            releases.note_program(self._connection, county, request, now)
        return reply

    @override
    def traffic(self) -> Traffic:
        return Traffic()

    def _asking_or_found(self, station: str) -> registrations.Known:
        """Return who asks, looked up a moment ago if the request came through the door."""
        asking, self._asking = self._asking, None
        if asking is not None and asking.station == station:
            return asking
        return registrations.get(self._connection, self._centre.county, station)

    def _take(
        self, batch: Batch, station: registrations.Known, connection: Connection
    ) -> intake.Taken:
        now = instant_text(self._clock.now())
        taking = intake.Intake(connection, self._centre, station, self._recheck, now)
        return taking.take(batch)

    def _settled(
        self,
        asked: registrations.Known,
        station: registrations.Known,
        rehearsed: tuple[intake.Taken, Draft] | None,
    ) -> intake.Taken | None:
        """Return what was rehearsed for ``asked``, now written; None if it must be done anew."""
        if rehearsed is None or replace(asked, counter=station.counter) != station:
            return None
        taken, draft = rehearsed
        return taken if self._database.settle(draft) else None

    def _grants(self, request: ExchangeRequest, taken: intake.Taken) -> tuple[Grant, ...]:
        # A station that was answered more than is known here may hold segments this centre gave
        # out before it was brought back from a copy: first it says what it has.
        if taken.last_seq < request.answered:
            return ()
        return grants_for(
            self._connection,
            self._centre.county,
            request.station,
            unspent=request.unspent,
            ids=self._ids,
        )

    def _answer(
        self,
        request: ExchangeRequest,
        station: registrations.Known,
        taken: intake.Taken,
        grants: tuple[Grant, ...],
        now: str,
    ) -> ExchangeReply:
        county = self._centre.county
        reader = feed.Reader(county, station.station, scope_of(station.division))
        page, refresh = self._page(request, reader)
        about = (county, station.station, reader.scope)
        changed, cases_cursor = cases.changed_cases(self._connection, about, request.cases_cursor)
        packs, packs_cursor, more_packs = offered_after(
            self._connection, county, request.packs_cursor
        )
        forked = intake.is_forked(self._connection, county, station.station)
        return ExchangeReply(
            verdicts=taken.verdicts,
            stopped=taken.stopped,
            feed=page.entries,
            progress=page.progress,
            more=page.more or len(changed) == CASES_MAX or more_packs,
            figures=None if page.more or refresh else self._figures(reader),
            refresh=refresh,
            state="forked" if forked else "active",
            own_seq=taken.last_seq,
            own_hash=bytes.fromhex(taken.last_hash),
            grants=grants,
            cases=changed,
            cases_cursor=cases_cursor,
            packs=packs,
            packs_cursor=packs_cursor,
            server_time=now,
        )

    def _page(self, request: ExchangeRequest, reader: feed.Reader) -> tuple[feed.Page, bool]:
        """Return the next page, and whether the station must begin again instead."""
        page = feed.page_after(
            self._connection,
            reader,
            request.progress,
            self._room,
            own_bodies=request.own_bodies,
        )
        return page or feed.nothing(), page is None

    def _figures(self, reader: feed.Reader) -> Figures:
        return record.figures_in_scope(self._connection, reader.county, reader.scope)
