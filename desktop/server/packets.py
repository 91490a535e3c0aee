"""The exchange by stick, at the centre: a station's packet in, the answer to carry back out.

What a packet asks goes through the very handlers that answer over a line, one exchange after the
other, each in its own transaction; so verdicts, cursors, hashes and repairs are the same. The
centre goes on with the feed where a station over a line would ask again, in pieces if the station
knows them, until nothing is left or the packet is full.

A packet may come twice, late, or after a newer one: events are known by station and number, so
nothing is doubled, and it is answered all the same, since the answer to the first may have been
lost. Only receipt numbers are not allocated anew on the word of an old packet.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import msgspec

from desktop.base.clock import Clock, instant_text
from desktop.base.errors import Refused
from desktop.base.files import Cancelled, never
from desktop.base.ids import IdSource
from desktop.server.database import CentreDatabase
from desktop.server.handlers import Handlers
from desktop.sqlite.errors import database_errors
from desktop.wire.codec import unpack
from desktop.wire.fill_messages import FillRequest
from desktop.wire.filter_messages import (
    PIECE_BYTES_MAX,
    FilterReply,
    FilterRequest,
    LayerEntry,
    Manifest,
)
from desktop.wire.messages import ExchangeReply, ExchangeRequest
from desktop.wire.numbering import REFILL_BELOW
from desktop.wire.operator_messages import OperatorsRequest
from desktop.wire.packet import (
    ANSWER_BYTES_MAX,
    FRAMES_MAX,
    Address,
    Packet,
    PacketHeader,
    open_packet,
    read_header,
    seal_packet,
)
from desktop.wire.packet_parts import (
    Answered,
    Asked,
    Filled,
    asked_by,
    check_questions,
    part_of,
    question_in,
)
from desktop.wire.signing import key_id
from desktop.wire.station_messages import StationsRequest

FILTER_BYTES_MAX = 8 * 1024 * 1024
"""What the county's filter may add to an answer that is full."""


@dataclass(slots=True)
class AnsweredPacket:
    """An answer to carry back, and what was done for it."""

    header: PacketHeader
    """Of the packet that came."""
    answer: bytes
    old: bool
    """This packet, or a newer one of the station, had been taken in before."""
    pushed: int = 0
    accepted: int = 0
    already: int = 0
    cases: int = 0
    sent: int = 0
    """Entries of the feed that go back."""
    more: bool = False
    """The answer is full: the station's next packet brings the rest."""
    stopped: str = ""
    """Why events got no verdict, empty if all did."""

    def numbers(self) -> dict[str, object]:
        """Return what the command line prints."""
        return {
            "station": self.header.station,
            "number": self.header.number,
            "pushed": self.pushed,
            "accepted": self.accepted,
            "already": self.already,
            "cases": self.cases,
            "sent": self.sent,
            "bytes_out": len(self.answer),
            "more": self.more,
            "stopped": self.stopped or None,
            "told": ["PACKET_OLD"] if self.old else [],
        }


class PacketDesk:
    """Answers packets on one connection. One thread uses it."""

    def __init__(
        self, database: CentreDatabase, handlers: Handlers, clock: Clock, ids: IdSource
    ) -> None:
        self._database = database
        self._handlers = handlers
        self._clock = clock
        self._ids = ids

    def answer(self, data: bytes, *, cancelled: Cancelled = never) -> AnsweredPacket:
        """Take the packet ``data`` in and return the answer; durable before this returns.

        ``cancelled`` is asked between two exchanges; what was taken in by then stays.

        Raises:
            Refused: ``PACKET_…`` (see `desktop.wire.packet`), ``PACKET_FOREIGN`` (for another
                centre), ``PACKET_DIRECTION`` (an answer, not a station's packet): nothing was
                done. ``STATION_UNKNOWN``, ``PROTOCOL_UNKNOWN``; ``CANCELLED``.
            Unavailable: the disk or the file.
        """
        with database_errors():
            packet = self._open(data)
            last = self._last_number(packet.header.station)
            old = packet.header.number <= last
            answering = _Answering(self._handlers, packet, cancelled, old=old)
            parts = [
                *answering.exchanges(),
                *answering.operators(),
                *answering.stations(),
                *answering.filter(),
            ]
            self._note(packet)
            last = max(last, packet.header.number)
            return answering.result(self._seal(packet.header, parts, last))

    def _open(self, data: bytes) -> Packet:
        header, centre = read_header(data), self._database.centre
        if (header.county, header.centre) != (centre.county, key_id(centre.key.public)):
            raise Refused("PACKET_FOREIGN", "the packet is for another centre", **_whose(header))
        if header.direction != "request":
            raise Refused("PACKET_DIRECTION", "the packet is an answer, for its station")
        sender = self._handlers.public_key(header.station)
        packet = open_packet(data, sender=sender, recipient=centre.key)
        check_questions(packet)
        return packet

    def _last_number(self, station: str) -> int:
        number: int = self._database.connection.execute(
            "SELECT coalesce(max(number), 0) FROM packets WHERE county = ? AND station = ?",
            (self._database.centre.county, station),
        ).fetchone()[0]
        return number

    def _note(self, packet: Packet) -> None:
        header, now = packet.header, instant_text(self._clock.now())
        with self._database.transaction():
            self._database.connection.execute(
                "INSERT INTO packets (county, station, digest, number, taken_at)"
                " VALUES (?, ?, ?, ?, ?) ON CONFLICT (county, station, digest) DO NOTHING",
                (header.county, header.station, packet.digest, header.number, now),
            )

    def _seal(self, header: PacketHeader, parts: list[bytes], last: int) -> bytes:
        centre = self._database.centre
        address = Address(
            "reply",
            header.county,
            header.station,
            header.centre,
            header.number,
            instant_text(self._clock.now()),
            last,
        )
        return seal_packet(
            address,
            parts,
            sender=centre.key,
            recipient=self._handlers.public_key(header.station),
            ephemeral=self._ids.random_bytes(32),
        )


@dataclass(slots=True)
class _Answering:
    """One packet being answered."""

    handlers: Handlers
    packet: Packet
    cancelled: Cancelled
    old: bool
    replies: list[ExchangeReply] = field(default_factory=list)
    pushed: int = 0
    sent: int = 0
    size: int = 0
    feeding: bool = False
    """The last answer left some of the feed to bring."""

    def exchanges(self) -> Iterator[bytes]:
        """Do every exchange the packet asks for, and those that would follow over a line."""
        request: ExchangeRequest | None = None
        fill: FillRequest | None = None
        for part in self.packet.parts():
            asked = question_in(part)
            if isinstance(asked, FillRequest):
                fill = asked
            if not isinstance(asked, ExchangeRequest) or self._stopped():
                continue
            request = self._first(asked) if request is None else self._next(asked)
            yield self._exchange(request)
        if request is None and fill is not None:
            yield self._piece(Asked(progress=fill.progress), fill)
        while request is not None and self.replies[-1].more and self._room():
            request = self._next(msgspec.structs.replace(request, events=()))
            if fill is not None and self.feeding:
                yield self._piece(asked_by(request), fill)
            else:
                yield self._exchange(request)

    def operators(self) -> Iterator[bytes]:
        """Answer a station that asks who may sign in, with every change after what it knows."""
        for part in self.packet.parts():
            asked = question_in(part)
            if not isinstance(asked, OperatorsRequest):
                continue
            while True:
                reply = self.handlers.operators(asked)
                yield part_of(reply)
                if not reply.more:
                    return
                asked = msgspec.structs.replace(asked, number=reply.number)

    def stations(self) -> Iterator[bytes]:
        """Answer a station that asks by whose keys receipts are proven, with all it misses."""
        for part in self.packet.parts():
            asked = question_in(part)
            if not isinstance(asked, StationsRequest):
                continue
            while True:
                reply = self.handlers.stations(asked)
                yield part_of(reply)
                if not reply.more:
                    return
                asked = msgspec.structs.replace(
                    asked, after=reply.stations[-1].code, restored=reply.restored
                )

    def filter(self) -> Iterator[bytes]:
        """Answer a station that says which filter it has with all that is missing there."""
        for part in self.packet.parts():
            asked = question_in(part)
            if isinstance(asked, FilterRequest):
                yield from map(part_of, self._filter(asked))
                return

    def result(self, answer: bytes) -> AnsweredPacket:
        """Return what was done."""
        outcomes = [one.outcome for reply in self.replies for one in reply.verdicts]
        stopped = [reply.stopped.code for reply in self.replies if reply.stopped]
        return AnsweredPacket(
            self.packet.header,
            answer,
            self.old,
            pushed=self.pushed,
            accepted=outcomes.count("accepted"),
            already=outcomes.count("already"),
            cases=outcomes.count("case"),
            sent=self.sent,
            more=bool(self.replies) and self.replies[-1].more,
            stopped=stopped[0] if stopped else "",
        )

    def _exchange(self, request: ExchangeRequest) -> bytes:
        if self.cancelled():
            raise Refused("CANCELLED", "stopped; give the packet again")
        reply = self.handlers.exchange(request)
        self.replies.append(reply)
        self.feeding = reply.more and bool(reply.feed)
        self.pushed += len(request.events)
        self.sent += len(reply.feed)
        part = part_of(Answered(asked=asked_by(request), reply=reply))
        self.size += len(part)
        return part

    def _piece(self, asked: Asked, fill: FillRequest) -> bytes:
        """Answer in a large piece where an exchange would bring a page."""
        if self.cancelled():
            raise Refused("CANCELLED", "stopped; give the packet again")
        reply = self.handlers.fill(msgspec.structs.replace(fill, progress=asked.progress))
        self.feeding = reply.more
        self.sent += len(reply.feed.steps)
        self.replies.append(
            ExchangeReply(
                verdicts=(),
                feed=(),
                progress=reply.progress,
                more=True,
                refresh=reply.refresh,
                cases_cursor=asked.cases_cursor,
                packs_cursor=asked.packs_cursor,
                server_time=reply.server_time,
            )
        )
        part = part_of(Filled(asked=asked, reply=reply))
        self.size += len(part)
        return part

    def _stopped(self) -> bool:
        return bool(self.replies) and self.replies[-1].stopped is not None

    def _first(self, request: ExchangeRequest) -> ExchangeRequest:
        if not self.old:
            return request
        # What it says of its numbers was true once; what is under way is told again anyhow.
        unspent = max(request.unspent, REFILL_BELOW)
        return msgspec.structs.replace(request, unspent=unspent)

    def _next(self, request: ExchangeRequest) -> ExchangeRequest:
        """Return ``request`` from where the last answer brings the station."""
        reply = self.replies[-1]
        return msgspec.structs.replace(
            self._first(request),
            progress=reply.progress,
            cases_cursor=reply.cases_cursor,
            packs_cursor=reply.packs_cursor,
        )

    def _room(self) -> bool:
        return self.size < ANSWER_BYTES_MAX and len(self.replies) < FRAMES_MAX // 2

    def _filter(self, asked: FilterRequest) -> Iterator[FilterReply]:
        # Version 0 is nobody's: the list of layers comes whether it is news or not.
        listed = self.handlers.county_filter(msgspec.structs.replace(asked, version=0, layer=b""))
        if not listed.manifest:
            return
        manifest = unpack(listed.manifest, Manifest)
        layers, start = manifest.layers, 0
        if manifest.version != asked.version:
            yield listed
        else:
            layers, start = _from(manifest, asked.layer), asked.offset
        room = FILTER_BYTES_MAX
        for entry in layers:
            for offset in range(start, entry.size, PIECE_BYTES_MAX):
                room -= PIECE_BYTES_MAX
                if room < 0:
                    return
                yield self.handlers.county_filter(
                    FilterRequest(
                        station=asked.station,
                        protocol=asked.protocol,
                        version=manifest.version,
                        layer=entry.hash,
                        offset=offset,
                    )
                )
            start = 0


def _from(manifest: Manifest, layer: bytes) -> tuple[LayerEntry, ...]:
    """Return the layers from the one a station misses first on; it may have some that follow."""
    places = [place for place, entry in enumerate(manifest.layers) if entry.hash == layer]
    return manifest.layers[places[0] :] if places else ()


def _whose(header: PacketHeader) -> dict[str, object]:
    return {"county": header.county, "station": header.station}
