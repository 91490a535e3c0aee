"""One stick for a county: every station presses one button, the centre answers the folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.base.errors import Refused, Unavailable
from desktop.base.ids import SeededIds
from desktop.server import packet_files
from desktop.server.database import open_centre
from desktop.server.handlers import Handlers
from desktop.server.main import verify
from desktop.server.packet_files import AnsweredFile, answer_file, answer_folder
from desktop.server.recheck import no_recheck
from desktop.store import exchange
from desktop.store.database import Store
from desktop.sync import stick as sticks
from desktop.sync.centre import register
from desktop.sync.engine import direct
from desktop.sync.packets import make_packet
from desktop.sync.stick import StickDone, exchange_by_stick
from desktop.wire.packet import read_header
from tests.helpers.centre import EAST, WEST, enrol, new_station
from tests.helpers.stations import fixed_clock, take_payment
from tests.sync.conftest import make_centre
from tests.sync.test_processes import code_of


@pytest.fixture
def centre(tmp_path: Path) -> Path:
    folder = tmp_path / "centre"
    make_centre(folder, fixed_clock())
    return folder


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def enlisted(centre: Path, seed: int, division: str) -> Store:
    store = new_station(seed, division=division)
    database = open_centre(centre)
    handlers = Handlers(database, fixed_clock(), SeededIds(seed))
    register(direct(store), handlers, "http://centre.test", code_of(centre, seed))
    database.close()
    return store


def press(store: Store, stick: Path) -> StickDone:
    return exchange_by_stick(direct(store), stick, fixed_clock())


def answered(centre: Path, stick: Path, out: Path | None = None) -> list[AnsweredFile]:
    ids = SeededIds(31)
    return list(
        answer_folder(centre, stick, out or stick, recheck=no_recheck, clock=fixed_clock(), ids=ids)
    )


def test_a_stick_goes_round_the_county(centre: Path, stick: Path) -> None:
    east, west = enlisted(centre, 1, EAST), enlisted(centre, 2, WEST)
    for place in range(3):
        take_payment(east, enrol(east, EAST, place=place))
    for store in (east, west):
        done = press(store, stick)
        assert (done.taken, done.refused) == ((), ())
        assert done.file is not None
        assert done.file.exists()
    assert [one.error for one in answered(centre, stick)] == [None, None]
    for store in (east, west):
        done = press(store, stick)
        assert [taken.told for taken in done.taken] == [()]
        assert exchange.pending_count(store) == 0
        assert press(store, stick).taken == (), "an answer that was taken is not taken again"
    assert len(list(stick.iterdir())) == 4, "two files for a station, however often"
    assert [one.error for one in answered(centre, stick)] == [None, None]
    assert len(list(stick.iterdir())) == 4
    assert verify(centre)["ok"]


def test_sticks_of_a_week_are_taken_in_order(centre: Path, stick: Path, tmp_path: Path) -> None:
    store = enlisted(centre, 1, EAST)
    for day in range(3):
        enrol(store, EAST, place=day)
        made = make_packet(direct(store), fixed_clock())
        # The latest one has the name that sorts first.
        (stick / f"day{9 - day}.packet").write_bytes(made.data)
    done = answered(centre, stick, tmp_path)
    assert [one.file.name for one in done] == ["day9.packet", "day8.packet", "day7.packet"]
    assert all(one.answered is not None and not one.answered.old for one in done)
    for one in done:
        (stick / one.out.name).write_bytes(one.out.read_bytes())
    assert [taken.told for taken in press(store, stick).taken] == [(), (), ()]
    assert exchange.pending_count(store) == 0


def test_damaged_and_foreign_files_keep_nobody_waiting(centre: Path, stick: Path) -> None:
    store, other = enlisted(centre, 1, EAST), enlisted(centre, 2, WEST)
    for one in (store, other):
        press(one, stick)
    answered(centre, stick)
    mine = next(stick.glob("*A001-answer.packet"))
    whole = mine.read_bytes()
    (stick / "cut.packet").write_bytes(whole[:-1])
    (stick / "holiday.packet").write_bytes(b"JFIF")
    mine.write_bytes(whole[:-70] + bytes(70))
    done = press(store, stick)
    assert {name: error.code for name, error in done.refused} == {
        "cut.packet": "PACKET_CUT_OFF",
        "holiday.packet": "PACKET_UNREADABLE",
        mine.name: "PACKET_ALTERED",
    }
    assert done.taken == ()
    assert done.file is not None, "the packet is written whatever lay on the stick"
    refused = [one.error.code for one in answered(centre, stick) if one.error]
    assert refused == ["PACKET_CUT_OFF", "PACKET_UNREADABLE"]
    assert press(store, stick).taken[0].told == ()


def test_a_stick_that_cannot_be_written_keeps_what_was_taken(centre: Path, stick: Path) -> None:
    store = enlisted(centre, 1, EAST)
    press(store, stick)
    answered(centre, stick)
    mine = next(stick.glob("*A001.packet"))
    mine.unlink()
    mine.mkdir()
    (mine / "in the way").write_bytes(b"")
    done = press(store, stick)
    assert isinstance(done.error, Unavailable)
    assert done.error.code == "FILE_UNWRITABLE"
    assert len(done.taken) == 1
    assert (done.made, done.file) == (None, None)
    assert exchange.pending_count(store) == 0


def test_progress_and_stopping(centre: Path, stick: Path) -> None:
    store = enlisted(centre, 1, EAST)
    press(store, stick)
    answered(centre, stick)
    told: list[tuple[str, int, int]] = []
    exchange_by_stick(direct(store), stick, fixed_clock(), told=lambda *step: told.append(step))
    assert {phase for phase, _, _ in told} == {"reading", "making", "writing"}
    assert all(done <= total for _, done, total in told)
    before = {one.name: one.read_bytes() for one in stick.iterdir()}
    with pytest.raises(Refused, match="CANCELLED"):
        exchange_by_stick(direct(store), stick, fixed_clock(), cancelled=lambda: True)
    assert {one.name: one.read_bytes() for one in stick.iterdir()} == before


def test_limits_and_missing_folders(
    centre: Path, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = enlisted(centre, 1, EAST)
    with pytest.raises(Unavailable, match="FILE_UNREADABLE"):
        press(store, stick / "pulled out")
    with pytest.raises(Unavailable, match="FILE_UNREADABLE"):
        answered(centre, stick / "pulled out")
    for name in ("a.packet", "b.packet"):
        (stick / name).write_bytes(b"")
    monkeypatch.setattr(sticks, "FILES_MAX", 1)
    monkeypatch.setattr(packet_files, "FILES_MAX", 1)
    for work in (lambda: press(store, stick), lambda: answered(centre, stick)):
        with pytest.raises(Refused, match="FOLDER_LARGE"):
            work()


def test_one_file_for_one_file(centre: Path, stick: Path, tmp_path: Path) -> None:
    store = enlisted(centre, 1, EAST)
    done = press(store, stick)
    assert done.made is not None
    assert done.file is not None
    out = tmp_path / "answer.packet"
    told = answer_file(
        centre, done.file, out, recheck=no_recheck, clock=fixed_clock(), ids=SeededIds(5)
    )
    header = read_header(out.read_bytes())
    assert (header.direction, header.number, header.last) == (
        "reply", done.made.number, done.made.number,
    )  # fmt: skip
    assert told.accepted == done.made.pushed
