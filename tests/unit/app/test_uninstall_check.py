"""Before the program is removed: what waits to be sent is told, without anybody's password."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from desktop.__main__ import main
from desktop.app.commands.uninstalling import station_folders
from desktop.app.law import shipped_law
from desktop.app.single_instance import SingleInstance
from desktop.base.clock import SystemClock
from desktop.base.ids import SystemIds
from desktop.domain.facts import ReceiptPrinted
from desktop.store.unsent import MARK, waiting
from desktop.usecases.desk import Desk, NewStation, open_desk, set_up_station

NAME, PASSWORD = "clerk", "a long password"


@contextmanager
def signed_in(folder: Path) -> Iterator[Desk]:
    clock, ids = SystemClock(), SystemIds()
    desk = open_desk(folder, NAME, PASSWORD, law=shipped_law(), clock=clock, ids=ids)
    try:
        yield desk
    finally:
        desk.store.close()


def make_station(folder: Path, training_day: date | None = None) -> None:
    new = NewStation("532301001", "东瓜镇", NAME, NAME, PASSWORD, training_day=training_day)
    set_up_station(folder, new, SystemClock(), SystemIds())


def check(folder: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> tuple[int, str, str]:
    code = main(["--data", str(folder), "--lang", "en", "--uninstall-check"])
    said = capsysbinary.readouterr()
    return code, said.out.decode(), said.err.decode()


def test_what_was_never_sent_is_told_with_its_number(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    make_station(tmp_path)
    code, out, err = check(tmp_path, capsysbinary)
    assert code == 3
    assert json.loads(out) == {"folder": str(tmp_path), "unsent": 2}
    assert "2 events" in err


def test_a_station_that_sent_everything_may_go(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    make_station(tmp_path)
    with signed_in(tmp_path) as desk, desk.store.transaction():
        desk.store.connection.execute("DELETE FROM outbox")
    assert check(tmp_path, capsysbinary) == (0, "", "")


def test_an_event_is_marked_before_it_is_durable(tmp_path: Path) -> None:
    make_station(tmp_path)
    with signed_in(tmp_path) as desk, desk.store.transaction():
        desk.store.connection.execute("DELETE FROM outbox")
    assert waiting(tmp_path) == 0
    with signed_in(tmp_path) as desk, desk.store.transaction():
        desk.store.record(ReceiptPrinted(number="X-1", copy=1), operator=NAME)
        # The power could go at any moment after this block: the mark is there already.
        assert waiting(tmp_path) is None
    assert waiting(tmp_path) == 1


def test_after_a_power_cut_it_says_that_nobody_counted(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    make_station(tmp_path)
    (tmp_path / MARK).write_bytes(b"")
    code, out, err = check(tmp_path, capsysbinary)
    assert (code, json.loads(out)["unsent"]) == (3, None)
    assert "may not be at the centre" in err


def test_training_and_empty_folders_hold_nobody_up(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    make_station(tmp_path / "training", training_day=date(2021, 11, 15))
    assert check(tmp_path / "training", capsysbinary)[0] == 0
    assert check(tmp_path / "nowhere", capsysbinary)[0] == 0


def test_a_window_over_the_folder_holds_an_installer_up(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    arguments = ["--data", str(tmp_path), "--lang", "en", "--idle-check"]
    assert main(arguments) == 0
    window = SingleInstance(tmp_path)
    assert main(arguments) == 3
    assert "is running" in capsysbinary.readouterr().err.decode()
    window.release()
    assert main(arguments) == 0
    nowhere = tmp_path / "nowhere"
    assert main(["--data", str(nowhere), "--idle-check"]) == 0
    assert not nowhere.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="one folder for the whole machine there")
def test_every_users_station_is_asked(tmp_path: Path) -> None:
    (tmp_path / "wang").mkdir()
    (tmp_path / "li").mkdir()
    (tmp_path / "a file").write_text("x")
    found = station_folders(homes=tmp_path)
    assert tmp_path / "wang/.local/share/Canbao Desk/station" in found
    assert tmp_path / "li/.local/share/Canbao Desk/station" in found
    assert not [folder for folder in found if "a file" in str(folder)]
    assert station_folders(homes=tmp_path / "none")
