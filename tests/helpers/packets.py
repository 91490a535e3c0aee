"""The conversation with a centre by stick: the same questions and answers, each in a file."""

from __future__ import annotations

from itertools import count

from typing_extensions import override

from desktop.server.handlers import Handlers
from desktop.server.packets import PacketDesk
from desktop.store.database import Store
from desktop.sync.engine import direct
from desktop.sync.packets import TakenPacket, make_packet, take_packet
from desktop.wire.compare_messages import (
    CompareReply,
    CompareRequest,
    EntriesReply,
    EntriesRequest,
)
from desktop.wire.fill_messages import FillReply, FillRequest
from desktop.wire.filter_messages import FilterReply, FilterRequest
from desktop.wire.messages import ExchangeReply, ExchangeRequest, Registered, Registration
from desktop.wire.operator_messages import OperatorsReply, OperatorsRequest
from desktop.wire.packet import Address, open_packet, seal_packet
from desktop.wire.packet_parts import Answered, Filled, Question, answer_in, part_of
from desktop.wire.protocol import SyncProtocol, Traffic
from desktop.wire.signing import key_id
from desktop.wire.station_messages import StationsReply, StationsRequest
from desktop.wire.update_messages import UpdateReply, UpdateRequest
from tests.helpers.centre import EAST, TestCentre, enrol
from tests.helpers.stations import fixed_clock, take_payment

_NUMBERS = count(1)


def desk_of(centre: TestCentre) -> PacketDesk:
    """Return the centre's desk for packets."""
    return PacketDesk(centre.database, centre.handlers, centre.clock, centre.ids)


class Stick(SyncProtocol):
    """Carries each question to the centre in a packet and brings the first answer back.

    Who registers goes to the centre in person.
    """

    def __init__(self, store: Store, centre_key: bytes, handlers: Handlers, desk: PacketDesk):
        self._store = store
        self._centre_key = centre_key
        self._handlers = handlers
        self._desk = desk

    @override
    def register(self, registration: Registration) -> Registered:
        return self._handlers.register(registration)

    @override
    def exchange(self, request: ExchangeRequest) -> ExchangeReply:
        answers = self._carry(request)
        assert isinstance(answers[0], Answered)
        return answers[0].reply

    @override
    def county_filter(self, request: FilterRequest) -> FilterReply:
        return self._handlers.county_filter(request)

    @override
    def update(self, request: UpdateRequest) -> UpdateReply:
        return self._handlers.update(request)

    @override
    def fill(self, request: FillRequest) -> FillReply:
        answers = self._carry(request)
        assert isinstance(answers[0], Filled)
        return answers[0].reply

    @override
    def compare(self, request: CompareRequest) -> CompareReply:
        return self._handlers.compare(request)

    @override
    def entries(self, request: EntriesRequest) -> EntriesReply:
        return self._handlers.entries(request)

    @override
    def operators(self, request: OperatorsRequest) -> OperatorsReply:
        return self._handlers.operators(request)

    @override
    def stations(self, request: StationsRequest) -> StationsReply:
        return self._handlers.stations(request)

    @override
    def traffic(self) -> Traffic:
        return Traffic()

    def _carry(self, question: Question) -> list[object]:
        station = self._store.station
        address = Address(
            "request",
            station.county,
            station.id,
            key_id(self._centre_key),
            next(_NUMBERS),
            "2021-11-15T04:00:00.000Z",
        )
        out = seal_packet(
            address,
            [part_of(question)],
            sender=station.key,
            recipient=self._centre_key,
            ephemeral=self._store.ids.random_bytes(32),
        )
        back = open_packet(
            self._desk.answer(out).answer, sender=self._centre_key, recipient=station.key
        )
        return [answer_in(part) for part in back.parts()]


def packet_of(store: Store) -> bytes:
    return make_packet(direct(store), fixed_clock()).data


def take(store: Store, answer: bytes) -> TakenPacket:
    return take_packet(direct(store), answer, fixed_clock())


def answer(centre: TestCentre, packet: bytes) -> bytes:
    return desk_of(centre).answer(packet).answer


def carry(store: Store, centre: TestCentre) -> TakenPacket:
    """Bring the stick to the centre and back."""
    return take(store, answer(centre, packet_of(store)))


def busy(store: Store, households: int, *, start: int = 0) -> None:
    for place in range(households):
        take_payment(store, enrol(store, EAST, place=start + place))
