"""What else a packet carries (law, the county's filter, repairs), and what it cannot mend."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from desktop.app.law import shipped_law
from desktop.base.errors import Refused
from desktop.server import packets
from desktop.server.packets import PacketDesk
from desktop.server.recheck import recheck_by
from desktop.store import county_filter, exchange
from desktop.store.database import Store
from desktop.sync.centre import contact
from desktop.sync.engine import direct
from desktop.sync.packets import make_packet
from desktop.sync.stick import exchange_by_stick
from desktop.usecases.offered_packs import take_offers
from desktop.wire.filter_messages import PIECE_BYTES_MAX
from tests.helpers.centre import EAST, WEST, TestCentre, enlist, enrol, meet, new_centre
from tests.helpers.centre import new_station as made_station
from tests.helpers.desks import desk as signed_in
from tests.helpers.filters import bring, publish
from tests.helpers.line_faults import proven
from tests.helpers.packets import answer, busy, carry, desk_of, packet_of, take
from tests.helpers.stations import fixed_clock
from tests.law.artefacts import KEYS, raised, signed
from tests.sync.test_copies import lose_last_event
from tests.sync.test_packs import publish as publish_law


@pytest.fixture
def centre() -> TestCentre:
    return new_centre(recheck=recheck_by(shipped_law(), KEYS))


@pytest.fixture
def station(centre: TestCentre) -> Store:
    store = made_station(1)
    enlist(store, centre)
    return store


def test_law_comes_by_stick(centre: TestCentre) -> None:
    with signed_in() as desk:
        enlist(desk.store, centre)
        publish_law(centre, signed(raised()))
        old = packet_of(desk.store)
        taken = carry(desk.store, centre)
        assert taken.taken.packs == 1
        (offer,) = take_offers(desk, KEYS)
        assert (offer.state, offer.version) == ("kept", 2)
        # The answer to a packet from before brings it again, and nothing comes of it.
        assert take(desk.store, answer(centre, old)).taken.packs == 0
        assert take_offers(desk, KEYS) == ()


class TestFilter:
    def test_a_filter_that_has_no_room_comes_in_parts(
        self, centre: TestCentre, station: Store, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        enrol(station, EAST, people=2)
        busy(station, 2, start=5)
        meet(station, centre)
        assert publish(centre)
        monkeypatch.setattr(packets, "FILTER_BYTES_MAX", PIECE_BYTES_MAX)
        carry(station, centre)
        assert wanted(station).layer is not None, "one piece, of the first of two lists"
        carry(station, centre)
        assert wanted(station).layer is None
        assert county_filter.CountyFilters(station).current() is not None

    def test_a_layer_that_is_no_longer_there_is_waited_for(
        self, centre: TestCentre, station: Store, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        busy(station, 2)
        meet(station, centre)
        assert publish(centre)
        monkeypatch.setattr(packets, "FILTER_BYTES_MAX", 0)
        carry(station, centre)
        assert wanted(station).layer is not None
        with centre.database.transaction():
            centre.database.connection.execute("UPDATE filter_layers SET hash = ?", (bytes(32),))
        monkeypatch.undo()
        assert carry(station, centre).told == ()
        assert wanted(station).layer is not None

    def test_an_older_list_than_came_over_the_line_says_nothing(
        self, centre: TestCentre, station: Store
    ) -> None:
        busy(station, 2)
        meet(station, centre)
        assert publish(centre)
        back = answer(centre, packet_of(station))
        bring(station, centre)
        assert "FILTER_OLDER" not in take(station, back).told

    def test_a_list_that_does_not_hold_spoils_nothing_else(
        self, centre: TestCentre, station: Store
    ) -> None:
        busy(station, 2)
        meet(station, centre)
        assert publish(centre)
        with centre.database.transaction():
            centre.database.connection.execute("UPDATE filters SET signature = ?", (bytes(64),))
        busy(station, 1, start=5)
        taken = carry(station, centre)
        assert taken.told == ("FILTER_SIGNATURE",)
        assert taken.pending == 0
        proven(centre, station)


def test_what_cannot_be_mended_is_told_and_verdicts_stand(
    centre: TestCentre, station: Store
) -> None:
    busy(station, 1)
    meet(station, centre)
    with centre.database.transaction():
        centre.database.connection.execute("UPDATE tallies SET paid_fen = paid_fen + 1")
    for place in range(5):
        busy(station, 1, start=place + 2)
        taken = carry(station, centre)
        assert taken.told == ("RECORDS_DIFFER",)
        assert taken.pending == 0


def test_an_event_of_a_newer_program_is_refused_and_comes_again(
    centre: TestCentre, station: Store
) -> None:
    busy(station, 1)
    meet(station, centre)
    other = made_station(2)
    enlist(other, centre)
    connection = centre.database.connection
    known = "type = 'household.saved'"
    body = connection.execute(f"SELECT body FROM events WHERE {known}").fetchone()[0]
    newer = msgspec.json.encode({**msgspec.json.decode(body), "fact": {"type": "of.tomorrow"}})
    with centre.database.transaction():
        connection.execute(f"UPDATE events SET body = ? WHERE {known}", (newer,))
    back = answer(centre, packet_of(other))
    with pytest.raises(Refused, match="EVENT_UNREADABLE"):
        take(other, back)
    assert exchange.progress(other).cursor == 0


def test_own_events_in_what_overlaps_are_known_by_name(centre: TestCentre, station: Store) -> None:
    """They come without their bytes; the hash is taken from what is here."""
    busy(station, 2)
    packet = packet_of(station)
    answer(centre, packet)
    busy(station, 1, start=5)
    back = answer(centre, packet_of(station))
    meet(station, centre)
    enrol(station, WEST, place=9)
    meet(station, centre)
    assert take(station, back).told == ("PACKET_OLD",)
    late = answer(centre, packet)
    assert take(station, late).told == ("PACKET_OLD",)
    proven(centre, station)


def test_a_centre_that_was_restored_gets_the_lost_events_by_stick(
    centre: TestCentre, station: Store
) -> None:
    enrol(station, EAST)
    carry(station, centre)
    lose_last_event(centre)
    enrol(station, EAST, place=1)
    told = carry(station, centre).told
    assert "CHAIN_GAP" in told
    assert [carry(station, centre).told for _ in range(2)][1] == ()
    proven(centre, station)


def test_stopping_in_the_middle_of_an_answer_writes_no_packet(
    centre: TestCentre, station: Store, tmp_path: Path
) -> None:
    made = make_packet(direct(station), fixed_clock())
    (tmp_path / "a.packet").write_bytes(desk_of(centre).answer(made.data).answer)
    with pytest.raises(Refused, match="CANCELLED"):
        exchange_by_stick(direct(station), tmp_path, fixed_clock(), cancelled=lambda: True)
    assert [one.name for one in tmp_path.iterdir()] == ["a.packet"]


def test_a_protocol_of_tomorrow_is_refused_by_name(
    centre: TestCentre, station: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.sync.packets.PROTOCOL", 2)
    packet = packet_of(station)
    desk: PacketDesk = desk_of(centre)
    with pytest.raises(Refused, match="PROTOCOL_UNKNOWN"):
        desk.answer(packet)
    assert centre.count("packets") == 0


def wanted(store: Store) -> county_filter.Wanted:
    return county_filter.wanted(store, contact(store).centre_key)
