"""Goal: the county's filter arrives whole or not at all, from this county's centre only."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import httpx
import msgspec
import pytest
import zstandard
from typing_extensions import override

from desktop.__main__ import main as run_main
from desktop.base.errors import Refused, Unavailable
from desktop.base.ids import SeededIds
from desktop.domain.county_filter import CountyFilter, make_layer, mark_of
from desktop.server import main
from desktop.server.filter_keeper import bring_up_to_date
from desktop.server.filter_lists import take_list
from desktop.server.filter_marks import forget
from desktop.store.database import Store
from desktop.sync.engine import direct
from desktop.sync.loop import SyncLoop
from desktop.sync.published import bring_filter
from desktop.usecases.county_check import county_check
from desktop.usecases.households import save_household
from desktop.usecases.register_checks import look_up
from desktop.wire.codec import pack, unpack
from desktop.wire.filter_messages import (
    PIECE_BYTES_MAX,
    FilterReply,
    FilterRequest,
    Manifest,
)
from desktop.wire.protocol import SyncProtocol
from desktop.wire.signing import SigningKey
from tests.helpers.centre import (
    COUNTY,
    DoorTransport,
    TestCentre,
    enrol,
    meet,
    new_station,
    registered_client,
)
from tests.helpers.desks import HEAD, WIFE, with_members
from tests.helpers.desks import desk as signed_in
from tests.helpers.faulty_link import Fault, FaultyTransport
from tests.helpers.filters import (
    HERE,
    NUMBER,
    THERE,
    YEAR,
    bring,
    centre,
    codes,
    desk_of,
    here,
    listed,
    many,
    publish,
    there,
)
from tests.helpers.published import Published
from tests.helpers.stations import fixed_clock
from tests.sync.conftest import Link

__all__ = ["centre", "here", "there"]


class TestLine:
    def test_it_comes_over_http_and_directly(self, link: Link, tmp_path: Path) -> None:
        numbers = many(300)
        take_list(link.database, "death", listed(tmp_path, *numbers), SeededIds(4))
        bring_up_to_date(link.database, link.clock, SeededIds(4), at_once=True)
        store = new_station(1)
        speaker = link.enlist(store)
        while bring_filter(direct(store), speaker, fixed_clock()).more:
            pass
        assert codes(store, numbers[7]) == ["DEATH_LISTED"]

    def test_cut_anywhere_it_goes_on_where_it_was(
        self, centre: TestCentre, here: Store, tmp_path: Path
    ) -> None:
        numbers = many(45_000)
        take_list(centre.database, "death", listed(tmp_path, *numbers), centre.ids)
        publish(centre)
        faults = iter(
            [
                Fault.NONE, Fault.ANSWER_CUT, Fault.NONE, Fault.ANSWER_LOST, Fault.UNREACHABLE,
                Fault.ANSWER_ALTERED, Fault.LATE, Fault.DOUBLED, Fault.CAPTIVE,
            ]
        )  # fmt: skip
        line = FaultyTransport(DoorTransport(centre), lambda: next(faults, Fault.NONE))
        client = registered_client(here, line)
        size = centre.database.connection.execute(
            "SELECT length(content) FROM filter_layers"
        ).fetchone()[0]
        assert size > 3 * PIECE_BYTES_MAX
        more, failures = True, 0
        while more:
            try:
                more = bring_filter(direct(here), client, fixed_clock()).more
            except Unavailable:
                failures += 1
                assert codes(here, numbers[9]) == []
        assert failures >= 6
        assert client.traffic().bytes_in < size * 2
        assert codes(here, numbers[9]) == ["DEATH_LISTED"]

    def test_the_loop_brings_it_between_exchanges_and_then_rests(
        self, centre: TestCentre, here: Store, there: Store
    ) -> None:
        enrol(there, THERE, document=NUMBER)
        meet(there, centre)
        publish(centre)
        client = registered_client(here, DoorTransport(centre))
        clock = fixed_clock()
        loop = SyncLoop(direct(here), client, clock, lambda: 0.5)
        waits = [loop.step().wait_s for _ in range(6)]
        assert waits[-1] > 0
        assert codes(here) == ["COUNTY_ENROLLED"]
        before = client.traffic()
        loop.step()
        quiet = client.traffic().bytes_out - before.bytes_out
        clock.advance(timedelta(minutes=11))
        before = client.traffic()
        loop.step()
        assert client.traffic().bytes_out - before.bytes_out > quiet

    @pytest.mark.parametrize("status", [404, 422])
    def test_a_centre_of_an_older_program_is_no_trouble(
        self, centre: TestCentre, here: Store, status: int
    ) -> None:
        client = registered_client(here, OlderCentre(centre, status))
        step = bring_filter(direct(here), client, fixed_clock())
        assert (step.version, step.more) == (0, False)
        loop = SyncLoop(direct(here), client, fixed_clock(), lambda: 0.5)
        assert loop.step().error is None

    def test_a_stranger_is_given_nothing(self, centre: TestCentre) -> None:
        request = FilterRequest(station="0" * 32, protocol=1, version=0)
        with pytest.raises(Refused, match="STATION_UNKNOWN"):
            centre.handlers.county_filter(request)

    def test_messages_hold_to_their_limits(self) -> None:
        large = msgspec.msgpack.encode({"piece": bytes(PIECE_BYTES_MAX + 1)})
        with pytest.raises(Refused, match="MESSAGE_UNREADABLE"):
            unpack(zstandard.compress(large), FilterReply)


class OlderCentre(httpx.BaseTransport):
    """A centre whose web server, or whose door, does not know the path."""

    def __init__(self, centre: TestCentre, status: int) -> None:
        self._inner = DoorTransport(centre)
        self._status = status

    @override
    def handle_request(self, request: httpx.Request) -> httpx.Response:
        if not request.url.path.endswith("/filter"):
            return self._inner.handle_request(request)
        if self._status == 404:
            return httpx.Response(404, stream=httpx.ByteStream(b'{"detail":"Not Found"}'))
        path = httpx.URL("http://centre.test/v1/nothing")
        headers, content = request.headers, request.read()
        return self._inner.handle_request(
            httpx.Request("POST", path, headers=headers, content=content)
        )


@pytest.fixture
def published(centre: TestCentre) -> Published:
    return Published(centre.database.centre.key, centre.handlers)


def _bring_all(store: Store, server: SyncProtocol) -> None:
    while bring_filter(direct(store), server, fixed_clock()).more:
        pass


class TestSeal:
    def test_another_key_an_altered_list_and_another_county_are_refused(
        self, here: Store, published: Published
    ) -> None:
        published.key = SigningKey(bytes(32))
        with pytest.raises(Refused, match="FILTER_SIGNATURE"):
            _bring_all(here, published)
        published.key, published.seal = SigningKey(bytes(32)), bytes(64)
        with pytest.raises(Refused, match="FILTER_SIGNATURE"):
            _bring_all(here, published)
        assert here.connection.execute("SELECT count(*) FROM published").fetchone()[0] == 0

    def test_another_countys_filter_is_refused(self, here: Store, published: Published) -> None:
        published.county = "532301"
        with pytest.raises(Refused, match="FILTER_COUNTY"):
            _bring_all(here, published)

    def test_an_older_one_is_refused_and_what_holds_goes_on(
        self, here: Store, published: Published
    ) -> None:
        _bring_all(here, published)
        assert codes(here) == ["EMPLOYEE_LISTED"]
        published.version = 4
        published.content = make_layer([])
        with pytest.raises(Refused, match="FILTER_OLDER"):
            _bring_all(here, published)
        assert codes(here) == ["EMPLOYEE_LISTED"]
        published.version = 6
        _bring_all(here, published)
        assert codes(here) == []

    def test_an_altered_piece_is_refused_and_forgotten_and_comes_again(
        self, here: Store, published: Published
    ) -> None:
        published.alter = 1
        with pytest.raises(Refused, match="FILTER_ALTERED"):
            _bring_all(here, published)
        assert codes(here) == []
        published.alter = 0
        _bring_all(here, published)
        assert codes(here) == ["EMPLOYEE_LISTED"]

    def test_a_refused_filter_is_logged_and_stops_no_exchange(
        self, here: Store, published: Published
    ) -> None:
        published.alter = 1
        loop = SyncLoop(direct(here), published, fixed_clock(), lambda: 0.5)
        steps = [loop.step() for _ in range(3)]
        assert all(step.error is None for step in steps)
        logged = here.connection.execute("SELECT outcome FROM exchanges").fetchall()
        assert "FILTER_ALTERED" in [row[0] for row in logged]

    def test_waiting_for_employee_cover_in_chongqing_is_no_double(
        self, here: Store, published: Published
    ) -> None:
        _bring_all(here, published)
        desk = desk_of(here)
        here._station = replace(here.station, county="500101")
        found = county_check(desk, NUMBER, YEAR)
        assert [one.code for one in found] == ["EMPLOYEE_LISTED_PREINSURED"]


def test_a_manifest_reads_back_as_it_was_signed(published: Published) -> None:
    assert unpack(pack(published.manifest), Manifest) == published.manifest


def test_enrolments_of_one_person_twice_are_one_mark(
    centre: TestCentre, here: Store, there: Store
) -> None:
    enrol(here, HERE, document=NUMBER)
    enrol(there, THERE, document=NUMBER)
    meet(here, centre)
    meet(there, centre)
    publish(centre)
    count = centre.database.connection.execute("SELECT sum(count) FROM filter_layers").fetchone()[0]
    assert count == 1
    bring(here, centre)
    assert codes(here) == [], "the register explains it; the centre's case is what tells"
    assert centre.kinds() == ["DUPLICATE_ENROLLMENT"]


def test_saving_a_household_says_what_the_county_knows_and_saves_all_the_same(
    published: Published,
) -> None:
    with signed_in() as desk:
        with desk.store.transaction():
            desk.store.set_setting("centre.url", "http://centre.test")
            desk.store.set_setting("centre.key", published.key.public.hex())
        published.content = make_layer(
            [mark_of(published.secret, "employee", 0, HEAD.document_number)]
        )
        _bring_all(desk.store, published)
        entry = with_members(HEAD, replace(WIFE, relation="10"))
        found = [(one.member, one.code) for one in look_up(desk, entry)]
        assert (0, "EMPLOYEE_LISTED") in found
        saved = save_household(desk, entry)
        assert "EMPLOYEE_LISTED" in [one.code for one in saved.warnings]
        assert len(saved.enrollments) == 2


def test_after_a_theft_everything_is_under_another_secret(
    centre: TestCentre, here: Store, there: Store
) -> None:
    enrol(there, THERE, document=NUMBER)
    meet(there, centre)
    publish(centre)
    bring(here, centre)
    stolen = desk_of(here).county_filters.current()
    forget(centre.database, centre.ids)
    assert publish(centre)
    bring(there, centre)
    bring(here, centre)
    renewed = desk_of(here).county_filters.current()
    assert stolen is not None
    assert renewed is not None
    assert stolen.secret != renewed.secret
    assert codes(here) == ["COUNTY_ENROLLED"]
    old = CountyFilter(renewed.version, stolen.secret, renewed.layers)
    assert not old.holds("enrolled", YEAR, NUMBER)


def test_lists_and_filter_on_the_command_line(tmp_path: Path) -> None:
    folder, ids = tmp_path / "centre", SeededIds(3)
    main.init(folder, COUNTY, date(2021, 11, 15), clock=fixed_clock(), ids=ids)
    arguments = ["--data", str(folder), "server"]
    bad = tmp_path / "bad.csv"
    bad.write_text(f"{NUMBER}\n没有\n", "utf-8")
    assert run_main([*arguments, "list", "death", str(listed(tmp_path, NUMBER))]) == 0
    assert run_main([*arguments, "list", "employee", str(bad)]) == 1
    assert run_main([*arguments, "list", "death", str(tmp_path / "none.csv")]) == 3
    assert run_main([*arguments, "filter"]) == 0
    shown = main.publish_filter(folder, clock=fixed_clock(), ids=ids)
    assert shown["published"] is False
    assert shown["version"] == 1
    assert [one["kind"] for one in shown["lists"]] == ["dead", "employee"]  # type: ignore[attr-defined]
    assert run_main([*arguments, "filter", "--new-secret"]) == 0
    assert main.publish_filter(folder, clock=fixed_clock(), ids=ids)["lists"] == []
