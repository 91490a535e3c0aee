"""The same county with sticks beside the line: lost, doubled, swapped, late, cut short, bent."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from typing_extensions import override

from desktop.base.errors import Refused
from desktop.sync.engine import direct
from desktop.sync.packets import TakenPacket, make_packet, take_packet
from desktop.wire.packet import read_header
from tests.helpers.packets import desk_of
from tests.helpers.stations import fixed_clock
from tests.sim.world import Desk, World

TOLD = {"PACKET_OLD", "PACKET_GAP", "PACKET_MORE"}
"""What may be said of a stick where nobody's file was restored or damaged."""


class StickWorld(World):
    """A world in which packets lie about in a drawer until somebody takes one, any one."""

    def __init__(self, seed: int, folder: Path) -> None:
        super().__init__(seed, folder)
        self._bend_rate = self._random.choice((0.0, 0.1, 0.4))
        self._requests: list[bytes] = []
        self._replies: list[bytes] = []
        self._no_line = self._random.random() < 0.3
        """There never is a line: nothing but sticks, to the very end."""

    @override
    def actions(self) -> list[tuple[Callable[[Desk], None], float]]:
        return [
            *((act, often) for act, often in super().actions() if act != self._exchange),
            (self._exchange, 0 if self._no_line else 3),
            (self._pack, 3),
            (self._bring, 4),
            (self._fetch, 4),
            (self._lose, 0.5),
        ]

    @override
    def heal(self) -> None:
        """Let every stick that still lies about arrive, then exchange until nobody has more."""
        for packet in self._shuffled(self._requests):
            self._replies.append(desk_of(self.centre).answer(packet).answer)
        for reply in self._shuffled(self._replies):
            for desk in self.desks:
                if desk.store.station.id == read_header(reply).station:
                    self._took(desk, reply)
        if not self._no_line:
            super().heal()
            return
        told = [self._carry(desk).told for _ in range(4) for desk in self.desks]
        assert told[-1] == (), "a stick that goes straight there and back has nothing to tell"

    def _pack(self, desk: Desk) -> None:
        self._requests.append(make_packet(direct(desk.store), fixed_clock()).data)

    def _bring(self, _desk: Desk) -> None:
        """Somebody takes a packet to the centre; it may stay on the stick and come again."""
        if not self._requests:
            return
        packet = self._some(self._requests)
        bent = self._bent(packet)
        if bent != packet:
            with pytest.raises(Refused, match=r"PACKET_|STATION_UNKNOWN"):
                desk_of(self.centre).answer(bent)
            return
        answered = desk_of(self.centre).answer(packet)
        assert not answered.stopped
        self._replies.append(answered.answer)

    def _fetch(self, desk: Desk) -> None:
        """Somebody brings an answer to a desk, not always the right one."""
        if not self._replies:
            return
        reply = self._some(self._replies)
        bent = self._bent(reply)
        own = read_header(reply).station == desk.store.station.id
        if own and bent == reply:
            self._took(desk, reply)
            return
        events = desk.store.connection.execute("SELECT count(*) FROM events").fetchone()[0]
        with pytest.raises(Refused, match=r"PACKET_"):
            take_packet(direct(desk.store), bent, fixed_clock())
        after = desk.store.connection.execute("SELECT count(*) FROM events").fetchone()[0]
        assert after == events

    def _lose(self, _desk: Desk) -> None:
        for drawer in (self._requests, self._replies):
            if drawer and self._random.random() < 0.5:
                drawer.remove(self._random.choice(drawer))

    def _carry(self, desk: Desk) -> TakenPacket:
        packet = make_packet(direct(desk.store), fixed_clock()).data
        return self._took(desk, desk_of(self.centre).answer(packet).answer)

    def _took(self, desk: Desk, reply: bytes) -> TakenPacket:
        taken = take_packet(direct(desk.store), reply, fixed_clock())
        assert set(taken.told) <= TOLD, taken.told
        return taken

    def _some(self, drawer: list[bytes]) -> bytes:
        packet = self._random.choice(drawer)
        if self._random.random() < 0.5:
            drawer.remove(packet)
        return packet

    def _bent(self, packet: bytes) -> bytes:
        """Return the packet as it comes off the stick."""
        if self._random.random() >= self._bend_rate:
            return packet
        place = self._random.randrange(len(packet))
        if self._random.random() < 0.5:
            return packet[:place]
        return packet[:place] + bytes([packet[place] ^ 0x20]) + packet[place + 1 :]

    def _shuffled(self, drawer: list[bytes]) -> list[bytes]:
        return self._random.sample(drawer, len(drawer))
