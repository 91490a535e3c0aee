"""The exchange by stick, at the station: a packet out with everything pending, an answer in.

Writing a packet changes nothing but its number: until an answer says so, nothing is answered, and
the next packet holds the same again. An answer is taken in exchange by exchange, each in one
transaction and through the code that takes answers from a line, hashes compared on both ends.

Sticks get lost, come twice and in any order, and the line may have been there meanwhile. So each
answer says where it begins. Verdicts on our own events hold whenever they come. The feed is taken
only where it goes on from where this station stands; what overlaps must be, hash by hash, what is
here. An answer to another copy of this station (restored, cloned) is refused whole.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from desktop.base.clock import Clock, instant_text
from desktop.base.errors import Refused
from desktop.base.files import Cancelled, Progress, never, no_progress
from desktop.store import exchange
from desktop.store.database import Store
from desktop.store.relinking import unsure
from desktop.sync.centre import contact
from desktop.sync.engine import StoreLane
from desktop.sync.filling import Going, as_page, ask_for_piece
from desktop.sync.operators import operators_question, take_operators
from desktop.sync.packet_answers import Taken, answered_here, take_answer
from desktop.sync.published import filter_question, take_filter
from desktop.sync.schedule import BATCH_MAX
from desktop.sync.station_keys import stations_question, take_stations
from desktop.sync.writing import begin_all_again
from desktop.wire.agreement import SECRET_BYTES
from desktop.wire.filter_messages import FilterReply
from desktop.wire.messages import ExchangeRequest
from desktop.wire.operator_messages import OperatorsReply
from desktop.wire.packet import (
    ANSWER_BYTES_MAX,
    FRAMES_MAX,
    SUFFIX,
    Address,
    Packet,
    open_packet,
    read_header,
    seal_packet,
)
from desktop.wire.packet_parts import Answered, Filled, answer_in, check_answers, part_of
from desktop.wire.requests import COUNTER_MAX
from desktop.wire.signing import SigningKey, key_id
from desktop.wire.station_messages import StationsReply
from desktop.wire.versions import PROTOCOL

TAKEN_KEPT = 50
"""Answers that are recognised when they come again."""

_NUMBER = "packet.number"
_TAKEN = "packet.taken"
_OWN_BODIES = "packet.own_bodies"

_WHY_GAP = {"OWN_EVENTS_MISSING", "RECORDS_DIFFER", "CHAIN_FORKED"}
"""After these the rest of an answer does not fit, which then is nothing to tell of its own."""


@dataclass(frozen=True, slots=True)
class MadePacket:
    """A packet to carry to the centre."""

    data: bytes
    number: int
    pushed: int
    """Events in it."""
    pending: int
    cursor: int
    name: str
    """What the file is called unless somebody chooses otherwise: the same for every packet of the
    station, since the next holds whatever of this one is still unanswered."""

    @property
    def more(self) -> bool:
        """Whether not everything pending had room."""
        return self.pushed < self.pending

    def numbers(self) -> dict[str, int]:
        """Return the numbers as the command line prints them: as of an exchange."""
        return {
            "pushed": self.pushed,
            "accepted": 0,
            "already": 0,
            "cases": 0,
            "pulled": 0,
            "pending": self.pending,
            "cursor": self.cursor,
            "bytes_out": len(self.data),
            "bytes_in": 0,
        }


@dataclass(frozen=True, slots=True)
class TakenPacket:
    """What an answer from the centre changed here."""

    taken: Taken
    pending: int
    cursor: int
    bytes_in: int
    filter_version: int
    """Of the county's filter here now, 0 if there is none."""
    told: tuple[str, ...]
    """What somebody should know, as codes: ``PACKET_OLD``, ``PACKET_GAP``, ``RECORDS_DIFFER``,
    ``OWN_EVENTS_MISSING``, ``CHAIN_FORKED``, ``PACKET_MORE``, why events were not taken, or why
    the filter was not."""

    def numbers(self) -> dict[str, int]:
        """Return the numbers as the command line prints them: as of an exchange."""
        return {
            "pushed": 0,
            "accepted": self.taken.accepted,
            "already": self.taken.already,
            "cases": self.taken.cases,
            "pulled": self.taken.pulled,
            "pending": self.pending,
            "cursor": self.cursor,
            "bytes_out": 0,
            "bytes_in": self.bytes_in,
        }


def make_packet(
    in_store: StoreLane,
    clock: Clock,
    *,
    progress: Progress = no_progress,
    cancelled: Cancelled = never,
) -> MadePacket:
    """Return a packet with everything pending, as much as has room, encrypted for the centre.

    ``clock`` is the machine's. May be made again at any time: each is as good as the other.

    Raises:
        Refused: ``NOT_REGISTERED``, ``CANCELLED``.
        Unavailable: the disk or the file.
    """
    start = in_store(lambda store: _begin(store, clock))
    parts, size, pushed, pending, cursor, after = list(start.beside), 0, 0, 0, 0, 0
    while True:
        if cancelled():
            raise Refused("CANCELLED", "stopped; nothing was changed")
        going = in_store(_batch(after))
        if pushed and not going.events:
            break
        parts.append(part_of(start.request(going)))
        size += len(parts[-1])
        pushed += len(going.events)
        pending, cursor = max(pending, going.pending), going.progress.cursor
        after = going.first_seq + len(going.events) - 1
        progress(pushed, pending)
        if not going.events or size >= ANSWER_BYTES_MAX or len(parts) >= FRAMES_MAX:
            break
    data = seal_packet(
        start.address,
        parts,
        sender=start.key,
        recipient=start.centre_key,
        ephemeral=start.ephemeral,
    )
    return MadePacket(data, start.address.number, pushed, pending, cursor, start.name)


def take_packet(
    in_store: StoreLane,
    data: bytes,
    clock: Clock,
    *,
    progress: Progress = no_progress,
    cancelled: Cancelled = never,
) -> TakenPacket:
    """Take the answer in ``data`` in; each exchange of it durable by itself.

    Stopped or cut off in the middle, what was taken stays, and the same file goes on from there.

    Raises:
        Refused: ``PACKET_…`` (see `desktop.wire.packet`); ``PACKET_FOREIGN`` (another station's,
            or from another centre), ``PACKET_DIRECTION`` (a station's own packet),
            ``PACKET_COPY`` (for another copy of this station): nothing was taken in.
            ``EVENT_UNREADABLE``: a newer program is needed. ``CANCELLED``.
        Unavailable: the disk or the file.
    """
    packet = in_store(lambda store: _open(store, data))
    answers = check_answers(packet)
    in_store(lambda store: [answered_here(store, asked) for asked in answers if asked])
    taking = _Taking(in_store, clock)
    for done, part in enumerate(packet.parts(), start=1):
        if cancelled():
            raise Refused("CANCELLED", "stopped; take the same answer in again")
        taking.take(part)
        progress(done, len(answers))
    return in_store(lambda store: _finish(store, packet, taking, len(data)))


def taken_before(store: Store, data: bytes) -> bool:
    """Tell whether this very answer was taken in to its end."""
    return _mark(hashlib.sha256(data).hexdigest()) in (store.setting(_TAKEN) or "").split()


class _Taking:
    """One packet being taken in."""

    def __init__(self, in_store: StoreLane, clock: Clock) -> None:
        self._in_store = in_store
        self._clock = clock
        self.taken = Taken()
        self.filter_told = ""
        self.operators_told = ""

    def take(self, part: bytes) -> None:
        """Take one part in."""
        answer = answer_in(part)
        if isinstance(answer, Filled):
            going = Going(answer.asked.cases_cursor, answer.asked.packs_cursor)
            answer = Answered(asked=answer.asked, reply=as_page(going, answer.reply))
        if isinstance(answer, Answered):
            found = self._in_store(partial(take_answer, answered=answer, clock=self._clock))
            self.taken = self.taken.then(found)
        elif isinstance(answer, OperatorsReply):
            self._take_operators(answer)
        elif isinstance(answer, StationsReply):
            self._in_store(partial(take_stations, reply=answer))
        elif isinstance(answer, FilterReply) and not self.filter_told:
            self._take_filter(answer)

    def _take_operators(self, reply: OperatorsReply) -> None:
        """Hear who may sign in; whatever becomes of it, the rest is taken in."""
        try:
            self._in_store(partial(take_operators, reply=reply))
        except Refused as error:
            self.operators_told = error.code

    def _take_filter(self, reply: FilterReply) -> None:
        """Take a piece of the county's filter; whatever becomes of it, the rest is taken in."""
        now = instant_text(self._clock.now())
        try:
            self._in_store(lambda store: take_filter(store, contact(store).centre_key, reply, now))
        except Refused as error:
            # The same list, or an older one than came meanwhile, says nothing new.
            if error.code != "FILTER_OLDER":
                self.filter_told = error.code


def _finish(store: Store, packet: Packet, taking: _Taking, size: int) -> TakenPacket:
    taken = taking.taken
    known = (store.setting(_TAKEN) or "").split()
    digest = _mark(packet.digest)
    told = [code for code in taken.told if code != "PACKET_GAP" or not _WHY_GAP & {*taken.told}]
    if digest in known or taken.behind:
        told.insert(0, "PACKET_OLD")
    if taken.more and taken.fitted:
        told.append("PACKET_MORE")
    told += [code for code in (taking.filter_told, taking.operators_told) if code]
    number = max(int(store.setting(_NUMBER) or 0), min(packet.header.last, COUNTER_MAX - 1))
    with store.transaction():
        if exchange.compare_is_due(store):
            # No line to compare the feed by blocks: the next packet brings all of it.
            begin_all_again(store)
        store.set_setting(_TAKEN, " ".join([*known, digest][-TAKEN_KEPT:]))
        store.set_setting(_NUMBER, str(number))
        if "OWN_EVENTS_MISSING" in told:
            store.set_setting(_OWN_BODIES, "1")
        elif taken.fitted:
            store.set_setting(_OWN_BODIES, "0")
    return TakenPacket(
        taken,
        pending=exchange.pending_count(store),
        cursor=exchange.progress(store).cursor,
        bytes_in=size,
        filter_version=filter_question(store).version,
        told=tuple(dict.fromkeys(told)),
    )


@dataclass(frozen=True, slots=True)
class _Start:
    """What a packet begins with."""

    address: Address
    name: str
    key: SigningKey
    centre_key: bytes
    ephemeral: bytes
    beside: tuple[bytes, ...]
    """What is asked beside the exchanges: the filter, the feed in pieces, who may sign in, the
    county's stations."""
    own_bodies: bool

    def request(self, going: exchange.Outgoing) -> ExchangeRequest:
        """Return the exchange that pushes what is ``going``."""
        return ExchangeRequest(
            station=self.address.station,
            protocol=PROTOCOL,
            progress=going.progress,
            events=going.events,
            unspent=going.unspent,
            cases_cursor=going.cases_cursor,
            packs_cursor=going.packs_cursor,
            answered=going.answered,
            own_bodies=self.own_bodies,
        )


def _begin(store: Store, clock: Clock) -> _Start:
    centre_key = contact(store).centre_key
    now = clock.now()
    # As over a line, the clock only makes it likely that a restored copy goes on counting where
    # it was; the centre's answer says where it is.
    number = max(int(store.setting(_NUMBER) or 0) + 1, int(now.timestamp() * 1000))
    with store.transaction():
        store.set_setting(_NUMBER, str(number))
    station = store.station
    own_bodies = store.setting(_OWN_BODIES) == "1" or unsure(store)
    code = store.setting("centre.station_code") or station.id[:8]
    return _Start(
        Address(
            "request", station.county, station.id, key_id(centre_key), number, instant_text(now)
        ),
        f"canbao-{station.county}-{code}{SUFFIX}",
        station.key,
        centre_key,
        store.ids.random_bytes(SECRET_BYTES),
        (
            part_of(filter_question(store)),
            part_of(
                ask_for_piece(store, exchange.progress(store), BATCH_MAX, own_bodies=own_bodies)
            ),
            part_of(operators_question(store)),
            part_of(stations_question(store)),
        ),
        own_bodies=own_bodies,
    )


def _mark(digest: str) -> str:
    return digest[:16]


def _batch(after: int) -> Callable[[Store], exchange.Outgoing]:
    return lambda store: exchange.outgoing(store, BATCH_MAX, after=after)


def _open(store: Store, data: bytes) -> Packet:
    header, centre_key = read_header(data), contact(store).centre_key
    station = store.station
    whose = (header.county, header.centre, header.station)
    if whose != (station.county, key_id(centre_key), station.id):
        raise Refused("PACKET_FOREIGN", "the packet is another station's, or another centre's")
    if header.direction != "reply":
        raise Refused("PACKET_DIRECTION", "this is the packet for the centre, not its answer")
    return open_packet(data, sender=centre_key, recipient=station.key)
