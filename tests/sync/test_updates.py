"""Goal: a new version arrives whole, from its publisher only, and never before business."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from typing_extensions import override

from desktop.base.clock import FixedClock
from desktop.base.errors import Refused, Unavailable
from desktop.base.station_settings import UpdateMode
from desktop.base.upgrade_mark import FOLDER, failed_version, forget_failed, note_failed
from desktop.net.client import Client
from desktop.server import releases
from desktop.store.database import Store
from desktop.sync import updates
from desktop.sync.centre import identity
from desktop.sync.engine import direct
from desktop.sync.loop import SyncLoop
from desktop.sync.updates import (
    ASK_EVERY,
    Offer,
    Program,
    UpdateFetcher,
    look,
)
from desktop.wire.protocol import SyncProtocol
from desktop.wire.release import sign_release
from desktop.wire.update_messages import PIECE_BYTES_MAX, UpdateReply, UpdateRequest
from tests.helpers.centre import (
    ADDRESS,
    COUNTY,
    EAST,
    DoorTransport,
    TestCentre,
    enlist,
    enrol,
    meet,
    new_centre,
    new_station,
    registered_client,
)
from tests.helpers.faulty_link import Fault, FaultyTransport
from tests.helpers.releases import (
    KEYS,
    OLD,
    PUBLISHER,
    STRANGER,
    SYSTEM,
    fetched,
    installer,
    publish,
    release_of,
)
from tests.helpers.stations import fixed_clock


@pytest.fixture
def centre() -> TestCentre:
    return new_centre()


@pytest.fixture
def store(centre: TestCentre) -> Iterator[Store]:
    found = new_station(1)
    enlist(found, centre)
    meet(found, centre)
    yield found
    found.close()


def fetcher(
    store: Store,
    server: SyncProtocol,
    folder: Path,
    *,
    mode: UpdateMode = "download",
    program: Program = OLD,
    clock: FixedClock | None = None,
) -> UpdateFetcher:
    clock = clock or fixed_clock()
    return UpdateFetcher(direct(store), server, clock, folder, lambda: KEYS, program, mode)


def line(store: Store, centre: TestCentre) -> SyncProtocol:
    return registered_client(store, DoorTransport(centre))


class TestFetching:
    def test_it_arrives_whole_and_is_known_again(
        self, centre: TestCentre, store: Store, tmp_path: Path
    ) -> None:
        data = installer()
        release = publish(centre, data)
        assert fetcher(store, line(store, centre), tmp_path).bring() is False
        assert fetched(tmp_path, release).read_bytes() == data
        assert look(tmp_path, KEYS, OLD) == Offer("ready", release, len(data))

    def test_where_it_says_only_tell_nothing_is_fetched(
        self, centre: TestCentre, store: Store, tmp_path: Path
    ) -> None:
        release = publish(centre, installer())
        fetcher(store, line(store, centre), tmp_path, mode="notify").step()
        assert look(tmp_path, KEYS, OLD) == Offer("offered", release)

    def test_where_it_wants_none_nobody_asks(
        self, centre: TestCentre, store: Store, tmp_path: Path
    ) -> None:
        publish(centre, installer())
        assert fetcher(store, line(store, centre), tmp_path, mode="off").step() is None
        assert not list(tmp_path.iterdir())
        assert centre.count("station_programs") == 0

    def test_cut_at_every_piece_it_goes_on_where_it_was(
        self, centre: TestCentre, store: Store, tmp_path: Path
    ) -> None:
        data = installer()
        release = publish(centre, data)
        faults = [
            Fault.NONE,
            Fault.NONE,
            Fault.ANSWER_CUT,
            Fault.NONE,
            Fault.NONE,
            Fault.ANSWER_LOST,
        ]
        plan = iter(faults * 4)
        asked: list[int] = []

        class Counting(FaultyTransport):
            @override
            def handle_request(self, request: httpx.Request) -> httpx.Response:
                asked.append(1)
                return super().handle_request(request)

        server = registered_client(
            store, Counting(DoorTransport(centre), lambda: next(plan, Fault.NONE))
        )
        for _ in range(12):
            fetcher(store, server, tmp_path).step()
            if look(tmp_path, KEYS, OLD).state == "ready":
                break
        assert fetched(tmp_path, release).read_bytes() == data
        # One question a start, one a piece, and what was cut: nothing is brought twice.
        assert len(asked) <= 12 + 5 + 6

    def test_a_torn_end_is_brought_again(
        self, centre: TestCentre, store: Store, tmp_path: Path
    ) -> None:
        data = installer()
        release = publish(centre, data)
        fetcher(store, line(store, centre), tmp_path, mode="notify").bring()
        part = tmp_path / FOLDER / f"{release.sha256[:16]}.part"
        part.write_bytes(data[: PIECE_BYTES_MAX + 77])
        assert look(tmp_path, KEYS, OLD) == Offer("fetching", release, PIECE_BYTES_MAX)
        fetcher(store, line(store, centre), tmp_path).bring()
        assert fetched(tmp_path, release).read_bytes() == data

    def test_a_newer_one_takes_the_place_of_what_had_half_arrived(
        self, centre: TestCentre, store: Store, tmp_path: Path
    ) -> None:
        first = publish(centre, installer(1))
        fetcher(store, line(store, centre), tmp_path).bring()
        second = publish(centre, installer(2), version="0.10.0")
        fetcher(store, line(store, centre), tmp_path).bring()
        assert not fetched(tmp_path, first).exists()
        assert look(tmp_path, KEYS, OLD).release == second

    def test_one_that_is_withdrawn_is_told_no_more(
        self, centre: TestCentre, store: Store, tmp_path: Path
    ) -> None:
        publish(centre, installer())
        fetcher(store, line(store, centre), tmp_path).bring()
        with centre.database.transaction():
            releases.withdraw(centre.database.connection, COUNTY, "0.2.0", "now")
        fetcher(store, line(store, centre), tmp_path).bring()
        assert look(tmp_path, KEYS, OLD) == Offer("none")
        assert not any((tmp_path / FOLDER).iterdir())
        assert centre.count("release_pieces") == 0

    def test_the_centre_knows_who_runs_what(
        self, centre: TestCentre, store: Store, tmp_path: Path
    ) -> None:
        publish(centre, installer(), version="0.1.0")
        fetcher(store, line(store, centre), tmp_path).bring()
        (row,) = releases.listed(centre.database.connection, COUNTY)
        assert (row["version"], row["stations"]) == ("0.1.0", 1)
        assert look(tmp_path, KEYS, OLD).state == "none"

    def test_a_full_disk_is_noticed_before(
        self, centre: TestCentre, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        publish(centre, installer())
        room = shutil.disk_usage(tmp_path)._replace(free=updates.ROOM_BYTES)
        monkeypatch.setattr(shutil, "disk_usage", lambda _: room)
        with pytest.raises(Unavailable, match="UPDATE_NO_ROOM"):
            fetcher(store, line(store, centre), tmp_path).bring()
        assert look(tmp_path, KEYS, OLD).state == "offered"


class TestTurns:
    def test_business_goes_first_and_between(
        self, centre: TestCentre, store: Store, tmp_path: Path
    ) -> None:
        publish(centre, installer())
        enrol(store, EAST)
        asker = fetcher(store, line(store, centre), tmp_path)
        # Somebody has just saved: what is pending has its turn before the first piece.
        assert asker.step() is not None
        assert look(tmp_path, KEYS, OLD).state == "offered"
        loop = SyncLoop(direct(store), line(store, centre), fixed_clock(), lambda: 0.5, asker.step)
        step = loop.step()
        assert step.report is not None
        assert (step.report.pushed, step.report.pending) == (2, 0) or step.report.pushed > 0
        while look(tmp_path, KEYS, OLD).state != "ready":
            assert loop.step().error is None

    def test_it_asks_now_and_then(self, centre: TestCentre, store: Store, tmp_path: Path) -> None:
        clock = fixed_clock()
        asker = fetcher(store, line(store, centre), tmp_path, clock=clock)
        assert asker.step() is None
        release = publish(centre, installer())
        assert asker.step() is None
        assert look(tmp_path, KEYS, OLD).state == "none"
        clock.advance(ASK_EVERY)
        asker.step()
        assert look(tmp_path, KEYS, OLD).release == release

    def test_a_bad_line_only_puts_it_off(
        self, centre: TestCentre, store: Store, tmp_path: Path
    ) -> None:
        publish(centre, installer())
        server = registered_client(
            store, FaultyTransport(DoorTransport(centre), lambda: Fault.UNREACHABLE)
        )
        assert fetcher(store, server, tmp_path).step() is None


class Hostile(Client):
    """A centre that was taken over: it answers what it likes."""

    reply = UpdateReply()

    @override
    def update(self, request: UpdateRequest) -> UpdateReply:
        return self.reply


class TestHostile:
    @pytest.mark.parametrize(
        ("version", "system", "alter", "code"),
        [
            ("0.2.0", SYSTEM, "stranger", "RELEASE_KEY"),
            ("0.2.0", SYSTEM, "text", "RELEASE_SIGNATURE"),
            ("0.2.0", "windows-x64-msi", "", "RELEASE_SYSTEM"),
            ("0.1.0", SYSTEM, "", "RELEASE_OLDER"),
            ("0.0.9", SYSTEM, "", "RELEASE_OLDER"),
            ("0.2.0", SYSTEM, "form", "RELEASE_FORM"),
        ],
    )
    def test_what_the_publisher_did_not_sign_is_not_kept(
        self,
        centre: TestCentre,
        store: Store,
        tmp_path: Path,
        version: str,
        system: str,
        alter: str,
        code: str,
    ) -> None:
        release = release_of(installer(), version=version, system=system)
        lines = sign_release(release, STRANGER if alter == "stranger" else PUBLISHER)
        if alter == "text":
            lines = lines.replace("修正", "修错")
        if alter == "form":
            lines = lines.replace("canbao-0.2.0.deb", "../canbao.deb")
        server = Hostile(ADDRESS, identity(store), fixed_clock(), transport=DoorTransport(centre))
        server.reply = UpdateReply(newest=release.sha256, release=lines)
        with pytest.raises(Refused) as told:
            fetcher(store, server, tmp_path).bring()
        assert told.value.code == code
        assert look(tmp_path, KEYS, OLD).state == "none"
        assert not (tmp_path / FOLDER).exists()

    def test_another_file_under_signed_lines_is_thrown_away(
        self, centre: TestCentre, store: Store, tmp_path: Path
    ) -> None:
        release = publish(centre, installer())
        with centre.database.transaction():
            centre.database.connection.execute(
                "UPDATE release_pieces SET content = ? WHERE ordinal = 2", (bytes(PIECE_BYTES_MAX),)
            )
        with pytest.raises(Refused) as told:
            fetcher(store, line(store, centre), tmp_path).bring()
        assert told.value.code == "RELEASE_FILE"
        assert look(tmp_path, KEYS, OLD) == Offer("offered", release)

    def test_lines_altered_on_the_disk_count_as_nothing(
        self, centre: TestCentre, store: Store, tmp_path: Path
    ) -> None:
        publish(centre, installer())
        fetcher(store, line(store, centre), tmp_path).bring()
        offered = tmp_path / FOLDER / updates.OFFERED
        offered.write_text(offered.read_text(encoding="utf-8").replace("0.2.0", "9.9.9"))
        assert look(tmp_path, KEYS, OLD) == Offer("none")

    def test_a_centre_without_updates_is_no_error_and_takes_nothing_away(
        self, centre: TestCentre, store: Store, tmp_path: Path
    ) -> None:
        publish(centre, installer())
        fetcher(store, line(store, centre), tmp_path).bring()

        def no_such_path(_request: httpx.Request) -> httpx.Response:
            return httpx.Response(404, stream=httpx.ByteStream(b""))

        server = registered_client(store, httpx.MockTransport(no_such_path))
        assert fetcher(store, server, tmp_path).bring() is False
        assert look(tmp_path, KEYS, OLD).state == "ready"


class TestFailed:
    def test_a_version_that_could_not_convert_the_data_is_not_fetched_again(
        self, centre: TestCentre, store: Store, tmp_path: Path
    ) -> None:
        release = publish(centre, installer())
        note_failed(tmp_path, "0.2.0")
        assert fetcher(store, line(store, centre), tmp_path).bring() is False
        assert look(tmp_path, KEYS, OLD) == Offer("failed", release)
        assert not fetched(tmp_path, release).exists()
        newer = publish(centre, installer(2), version="0.2.1")
        fetcher(store, line(store, centre), tmp_path).bring()
        assert look(tmp_path, KEYS, OLD).release == newer
        assert look(tmp_path, KEYS, OLD).state == "ready"

    def test_the_mark_goes_once_that_version_opens_the_data(self, tmp_path: Path) -> None:
        note_failed(tmp_path, "0.2.0")
        forget_failed(tmp_path, "0.1.0")
        assert failed_version(tmp_path) == "0.2.0"
        forget_failed(tmp_path, "0.2.0")
        assert failed_version(tmp_path) == ""
