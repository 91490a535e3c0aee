"""Any station of the county proves any receipt of the county, held there or not."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

import httpx
import msgspec
import pytest
from typing_extensions import override

from desktop.app.law import shipped_law
from desktop.base.errors import CanbaoError, Refused
from desktop.base.ids import SeededIds
from desktop.server import station_keys as at_centre
from desktop.server.database import open_centre
from desktop.server.door import problem
from desktop.server.restoring import mark_restored
from desktop.store.database import SCHEMA_VERSION, Store
from desktop.store.salvaged import Found, write_anew
from desktop.sync.engine import direct, until_idle
from desktop.sync.loop import SyncLoop
from desktop.sync.station_keys import bring_stations, take_stations
from desktop.usecases.desk import Desk
from desktop.usecases.papers import check_receipt_code, receipt_paper
from desktop.usecases.payments import PaymentInput, take_payment
from desktop.usecases.undoing import void_receipt
from desktop.wire.codec import pack, unpack
from desktop.wire.receipt_code import make_code, read_code
from desktop.wire.requests import SIGNATURE_HEADER
from desktop.wire.signing import SigningKey
from desktop.wire.station_messages import STATIONS_PATH, StationNote, StationsReply
from tests.helpers.centre import (
    COUNTY,
    EAST,
    WEST,
    DoorTransport,
    TestCentre,
    enlist,
    enrol,
    meet,
    new_centre,
    open_on,
    registered_client,
)
from tests.helpers.centre import new_station as station_of
from tests.helpers.packets import answer, carry, packet_of, take
from tests.helpers.station_keys import bring_keys
from tests.helpers.stations import fixed_clock
from tests.sync.conftest import Link, make_centre


@pytest.fixture
def centre() -> TestCentre:
    return new_centre()


def _at(store: Store) -> Desk:
    return Desk(store, shipped_law(), "tester", "tester", "clerk")


def _code_of_a_receipt(store: Store, division: str = EAST) -> str:
    """Take money at ``store`` and return what the QR code on the paper says."""
    saved = enrol(store, division)
    taken = take_payment(_at(store), PaymentInput(saved.household.id, "cash", 32_000))
    return receipt_paper(_at(store), taken.receipt.number).code


def _neighbours(centre: TestCentre) -> tuple[Store, Store]:
    """Return stations of two townships: neither is ever told of the other's people."""
    east, west = station_of(1, division=EAST + "000"), station_of(2, division=WEST + "000")
    for store in (east, west):
        enlist(store, centre)
    return east, west


def _streamed(status: int, headers: Mapping[str, str], body: bytes) -> httpx.Response:
    return httpx.Response(status, headers=dict(headers), stream=httpx.ByteStream(body))


def _known(store: Store) -> int:
    number: int = store.connection.execute("SELECT count(*) FROM county_stations").fetchone()[0]
    return number


def _proves(store: Store, code: str, name: str) -> bool:
    proven = check_receipt_code(_at(store), code)
    return (proven.said, proven.station) == (read_code(code), name)


class TestAnyStationProves:
    def test_a_receipt_of_another_township_without_having_it(self, centre: TestCentre) -> None:
        east, west = _neighbours(centre)
        code = _code_of_a_receipt(east)
        with pytest.raises(Refused, match="CODE_STATION_UNKNOWN"):
            check_receipt_code(_at(west), code)
        assert bring_keys(centre, west) == 2
        # The receipt never came here, nor did the centre hear of it: the key alone proves it.
        assert west.connection.execute("SELECT count(*) FROM receipts").fetchone()[0] == 0
        proven = check_receipt_code(_at(west), code.lower())
        assert (proven.said.paid_fen, proven.station, proven.station_code) == (
            32_000,
            "培训站1",
            "A001",
        )
        assert bring_keys(centre, west) == 0

    def test_what_that_station_never_signed_is_refused(self, centre: TestCentre) -> None:
        east, west = _neighbours(centre)
        saved = enrol(east, EAST)
        taken = take_payment(_at(east), PaymentInput(saved.household.id, "cash", 32_000))
        bring_keys(centre, west)
        with pytest.raises(Refused, match="CODE_STATION_UNKNOWN"):
            check_receipt_code(_at(west), make_code(taken.receipt, SigningKey(bytes(32))))
        code = receipt_paper(_at(east), taken.receipt.number).code
        last = "A" if code[-40] != "A" else "B"
        with pytest.raises(Refused, match="RECEIPT_CODE_ALTERED"):
            check_receipt_code(_at(west), code[:-40] + last + code[-39:])

    def test_a_voided_receipt_is_still_what_its_station_signed(self, centre: TestCentre) -> None:
        east, west = _neighbours(centre)
        code = _code_of_a_receipt(east)
        void_receipt(_at(east), read_code(code).number, "收错")
        bring_keys(centre, west)
        assert _proves(west, code, "培训站1")
        assert _proves(east, code, "培训站1")

    def test_a_station_that_is_not_registered_proves_its_own(self) -> None:
        alone = station_of(3)
        enlist(alone, new_centre())
        assert _proves(alone, _code_of_a_receipt(alone, COUNTY + "001"), "培训站3")
        assert _known(alone) == 0


class TestHowTheyCome:
    def test_every_way_of_asking_the_centre(self, link: Link) -> None:
        one, two = station_of(1), station_of(2)
        link.enlist(one)
        code = _code_of_a_receipt(one)
        assert bring_stations(direct(two), link.enlist(two)) == 2
        assert _proves(two, code, "培训站1")

    def test_with_the_desk_s_own_exchange_and_for_one_that_comes_later(
        self, centre: TestCentre
    ) -> None:
        east, west = _neighbours(centre)
        clock = fixed_clock()
        client = registered_client(west, DoorTransport(centre))
        loop = SyncLoop(direct(west), client, clock, lambda: 0.5)
        assert loop.step().error is None
        assert _proves(west, _code_of_a_receipt(east), "培训站1")
        late = station_of(3, division=EAST + "000")
        enlist(late, centre)
        code = _code_of_a_receipt(late)
        clock.advance(timedelta(minutes=11))
        loop.step()
        assert _proves(west, code, "培训站3")
        client.close()

    def test_by_stick(self, centre: TestCentre) -> None:
        east, west = _neighbours(centre)
        packet = packet_of(west)
        carry(west, centre)
        assert _proves(west, _code_of_a_receipt(east), "培训站1")
        late = station_of(3, division=EAST + "000")
        enlist(late, centre)
        carry(west, centre)
        code = _code_of_a_receipt(late)
        assert _proves(west, code, "培训站3")
        # An old packet and its answer once more: nothing is forgotten.
        assert take(west, answer(centre, packet)).told == ("PACKET_OLD",)
        assert _proves(west, code, "培训站3")

    @pytest.mark.parametrize("way", ["line", "stick"])
    def test_many_stations_come_in_pages(
        self, centre: TestCentre, monkeypatch: pytest.MonkeyPatch, way: str
    ) -> None:
        monkeypatch.setattr(at_centre, "STATION_KEYS_MAX", 2)
        stores = [station_of(seed) for seed in range(1, 6)]
        for store in stores:
            enlist(store, centre)
        if way == "line":
            assert bring_keys(centre, stores[0]) == 5
        else:
            carry(stores[0], centre)
        assert _known(stores[0]) == 5
        assert bring_keys(centre, stores[0]) == 0

    def test_an_older_centre_is_asked_and_nothing_is_missed(self, centre: TestCentre) -> None:
        store, _ = _neighbours(centre)

        class Older(DoorTransport):
            @override
            def handle_request(self, request: httpx.Request) -> httpx.Response:
                if request.url.path == STATIONS_PATH:
                    told = problem(Refused("PATH_UNKNOWN", "nothing at this path"))
                    return _streamed(told.status, told.headers, told.body)
                return super().handle_request(request)

        with registered_client(store, Older(centre)) as client:
            assert list(until_idle(direct(store), client, fixed_clock()))[-1].idle
            assert bring_stations(direct(store), client) == 0


class TestTrust:
    def test_the_key_is_no_part_of_what_stations_are_told_of_each_other(
        self, centre: TestCentre
    ) -> None:
        """Only the centre's own answer makes a key known: no event of a station does."""
        east, west = _neighbours(centre)
        county = station_of(3, division=COUNTY)
        enlist(county, centre)
        code = _code_of_a_receipt(west, WEST)
        for store in (east, west, county, east):
            meet(store, centre)
        kinds = county.connection.execute(
            "SELECT DISTINCT station FROM events WHERE type = 'station.opened'"
        )
        assert [row[0] for row in kinds] == [county.station.id]
        with pytest.raises(Refused, match="CODE_STATION_UNKNOWN"):
            check_receipt_code(_at(east), code)

    def test_an_answer_that_the_centre_did_not_sign_is_not_taken(self, centre: TestCentre) -> None:
        _, west = _neighbours(centre)
        stranger = SigningKey(bytes(range(32))).public

        class InBetween(DoorTransport):
            @override
            def handle_request(self, request: httpx.Request) -> httpx.Response:
                honest = super().handle_request(request)
                reply = unpack(honest.read(), StationsReply)
                first = msgspec.structs.replace(reply.stations[0], public_key=stranger)
                forged = msgspec.structs.replace(reply, stations=(first,))
                headers = {SIGNATURE_HEADER: honest.headers[SIGNATURE_HEADER]}
                return _streamed(200, headers, pack(forged))

        with (
            registered_client(west, InBetween(centre)) as client,
            pytest.raises(CanbaoError, match="ANSWER_FOREIGN"),
        ):
            bring_stations(direct(west), client)
        assert _known(west) == 0

    def test_a_key_stays_known_whatever_else_is_said_of_its_station(
        self, centre: TestCentre
    ) -> None:
        """A laptop that was lost, or given a key of its own anew, signed what it signed."""
        east, west = _neighbours(centre)
        code = _code_of_a_receipt(east)
        bring_keys(centre, west)
        newer = StationNote(
            station=east.station.id,
            code="A003",
            name="培训站1",
            public_key=SigningKey(bytes(range(32))).public,
        )
        take_stations(west, StationsReply(stations=(newer,), more=False, restored=""))
        with centre.database.transaction():
            centre.database.connection.execute(
                "DELETE FROM registrations WHERE county = ? AND station = ?",
                (COUNTY, east.station.id),
            )
        bring_keys(centre, west)
        assert _proves(west, code, "培训站1")


def test_a_centre_brought_back_tells_of_the_stations_it_registers_again(tmp_path: Path) -> None:
    """Codes leap, and may leap lower than a code that a station already knows."""
    folder = tmp_path / "centre"
    make_centre(folder, fixed_clock())
    centre = open_on(open_centre(folder), clock=fixed_clock(), ids=SeededIds(800))
    first, late = station_of(1), station_of(2)
    enlist(first, centre)
    with centre.database.transaction():
        # As after a leap that the copy to come knows nothing of.
        centre.database.connection.execute(
            "UPDATE registrations SET code = 'Z001' WHERE county = ?", (COUNTY,)
        )
    assert bring_keys(centre, first) == 1
    mark_restored(centre.database, centre.clock)
    enlist(late, centre)
    code = _code_of_a_receipt(late)
    assert bring_keys(centre, first) == 2
    assert _proves(first, code, "培训站2")
    assert bring_keys(centre, first) == 0
    centre.database.close()


def test_keys_are_asked_for_again_after_a_file_was_repaired(centre: TestCentre) -> None:
    """They are the centre's: a repair starts without them, and without how far they had come."""
    store, _ = _neighbours(centre)
    bring_keys(centre, store)
    settings = {row[0]: row[1] for row in store.connection.execute("SELECT * FROM settings")}
    repaired = Store.open(":memory:", None, clock=fixed_clock(), ids=SeededIds(70))
    write_anew(repaired, Found(settings=settings))
    assert bring_keys(centre, repaired) == 2


def test_a_file_from_before_learns_the_keys_with_its_next_exchange(
    centre: TestCentre, tmp_path: Path
) -> None:
    """The centre knows every key since each station registered: nothing is made up for it."""
    east, _ = _neighbours(centre)
    code = _code_of_a_receipt(east)
    path = tmp_path / "station.db"
    old = station_of(3, division=WEST + "000", path=path)
    enlist(old, centre)
    old.connection.execute("DROP TABLE county_stations")
    old.connection.execute("DELETE FROM _sqlite_migrations WHERE name = 'm020_stations'")
    old.connection.execute("PRAGMA user_version = 19")
    old.close()
    upgraded = Store.open(path, None, clock=fixed_clock(), ids=SeededIds(33))
    assert upgraded.connection.execute("PRAGMA user_version").fetchone()[0] == SCHEMA_VERSION
    carry(upgraded, centre)
    assert _proves(upgraded, code, "培训站1")
    upgraded.close()
