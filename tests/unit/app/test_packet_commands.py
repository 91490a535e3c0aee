"""Goal: two townships that never have a line meet through one stick, by the command line alone."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import zxingcpp

from desktop.printing.preview import page_image
from tests.helpers.patience import LIMIT_S
from tests.unit.app.test_commands import COUNTY, DAY, household, member, run

EAST, WEST = COUNTY + "001", COUNTY + "002"


@pytest.fixture(scope="module")
def set_up(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A centre and two stations that registered at the county's table; then the line is gone."""
    top = tmp_path_factory.mktemp("county")
    centre = top / "centre"
    assert run(centre, "server", "init", "--county", COUNTY, "--training", "--date", DAY)[0] == 0
    command = [sys.executable, "-m", "desktop", "--data", str(centre)]
    stations = top / "east", top / "west"
    with subprocess.Popen(
        [*command, "server", "run", "--listen", "127.0.0.1:0"], stdout=subprocess.PIPE, text=True
    ) as server:
        assert server.stdout is not None
        address = json.loads(server.stdout.readline())["listening"]
        for folder, division in zip(stations, (EAST, WEST), strict=True):
            run(folder, "station", "init", "--division", division, "--training", "--date", DAY)
            code = run(centre, "server", "code", "--division", division)[1][0]["code"]
            assert run(folder, "station", "register", "--centre", address, "--code", code)[0] == 0
        server.send_signal(signal.SIGTERM)
        server.communicate(timeout=LIMIT_S)
    return top


@pytest.fixture
def county(set_up: Path, tmp_path: Path) -> tuple[Path, Path, Path]:
    """A copy of it for one test: centre, east and west."""
    shutil.copytree(set_up, tmp_path, dirs_exist_ok=True)
    return tmp_path / "centre", tmp_path / "east", tmp_path / "west"


def enrolled(station: Path, ref: str, sequence: int) -> str:
    """Enrol one person, take the money and return the receipt's number."""
    entry = household(ref, ref, member("培训甲", sequence))
    saved = run(station, "enroll", lines=entry)[1][0]
    paying = {"ref": f"{ref}-p", "household_id": saved["household_id"], "method": "cash"}
    line = json.dumps(paying | {"amount": saved["payable"]}) + "\n"
    code, (paid,), _ = run(station, "pay", lines=line)
    assert code == 0
    return str(paid["receipt"]["number"])


def code_on_paper(station: Path, number: str, paper: Path) -> str:
    """Print a receipt and scan its code."""
    assert run(station, "receipt", number, "--out", str(paper))[0] == 0
    image = page_image(paper.read_bytes(), 0, 180, sharp=True)
    rows = np.frombuffer(image.pixels, np.uint8).reshape(image.height_px, image.stride)
    (found,) = zxingcpp.read_barcodes(np.ascontiguousarray(rows[:, : image.width_px]))
    return str(found.text)


def status(station: Path) -> dict[str, Any]:
    return run(station, "station", "status")[1][0]


def test_one_stick_for_two_stations(county: tuple[Path, Path, Path], tmp_path: Path) -> None:
    centre, east, west = county
    stick = tmp_path / "stick"
    stick.mkdir()
    number = enrolled(east, "A", 1)
    # The stick goes round: both write, the centre answers all of it, both take their own.
    for station in (east, west):
        code, (made,), words = run(station, "packet", "stick", str(stick))
        assert code == 0
        assert made["pushed"] == made["pending"] == status(station)["pending"]
        assert "U 盘" in words
    (stick / "broken.packet").write_bytes(b"CANBAOPK" + bytes(4))
    (stick / "notes.txt").write_text("nothing of ours")
    code, answered, words = run(centre, "server", "packets", str(stick))
    assert code == 1
    assert [one.get("refused") for one in answered] == [None, None, "PACKET_VERSION"]
    assert "PACKET_VERSION" in words
    (stick / "broken.packet").unlink()
    for station in (east, west):
        code, (taken, made), _ = run(station, "packet", "stick", str(stick))
        assert code == 0
        assert (taken["pending"], taken["told"]) == (0, [])
        assert made["pushed"] == 0
        assert status(station)["pending"] == 0
    assert sorted(one.name for one in stick.glob("*.packet")) == [
        f"canbao-{COUNTY}-A001-answer.packet",
        f"canbao-{COUNTY}-A001.packet",
        f"canbao-{COUNTY}-A002-answer.packet",
        f"canbao-{COUNTY}-A002.packet",
    ]
    # The same stick again, at every place: nothing changes, nobody minds.
    assert run(centre, "server", "packets", str(stick))[0] == 0
    for folder in (east, west):
        assert run(folder, "packet", "stick", str(stick))[0] == 0
        assert run(folder, "verify")[1][0]["ok"]
    # What the county's stations are known by came along: west proves a paper of the east.
    printed = code_on_paper(east, number, tmp_path / "receipt.pdf")
    code, (proven,), words = run(west, "receipt", "check", printed)
    assert (code, proven["amount"], proven["station_code"]) == (0, "320.00", "A001")
    assert proven["state"] == "unknown"
    assert f"由{EAST}（A001）签名" in words
    found = run(centre, "server", "verify")[1][0]
    assert found["ok"]
    assert found["payments"] == 1


def test_files_one_by_one(county: tuple[Path, Path, Path], tmp_path: Path) -> None:
    centre, east, west = county
    enrolled(east, "A", 1)
    packet, answer = tmp_path / "out.packet", tmp_path / "answer.packet"
    code, (made,), words = run(east, "packet", "out", str(packet))
    assert (code, made["bytes_out"]) == (0, packet.stat().st_size)
    assert "out.packet" in words
    assert status(east)["pending"] == made["pushed"], "writing answers nothing"
    code, (done,), _ = run(centre, "server", "packet", str(packet), "--out", str(answer))
    assert (code, done["accepted"], done["told"]) == (0, made["pushed"], [])
    (again,) = run(centre, "server", "packet", str(packet), "--out", str(answer))[1]
    assert (again["already"], again["told"]) == (made["pushed"], ["PACKET_OLD"])

    code, lines, words = run(west, "packet", "in", str(answer))
    assert (code, lines) == (3, [])
    assert "PACKET_FOREIGN" in words
    cut = tmp_path / "cut.packet"
    cut.write_bytes(answer.read_bytes()[:-10])
    code, _, words = run(east, "packet", "in", str(cut))
    assert code == 3
    assert "PACKET_CUT_OFF" in words

    code, (taken,), _ = run(east, "packet", "in", str(answer))
    assert (code, taken["already"], taken["pending"]) == (0, made["pushed"], 0)
    code, (taken,), words = run(east, "packet", "in", str(answer))
    assert (code, taken["already"], taken["told"]) == (0, 0, ["PACKET_OLD"])
    assert "没有影响" in words


def test_a_folder_gets_a_file_named_for_the_station(
    county: tuple[Path, Path, Path], tmp_path: Path
) -> None:
    _, east, _ = county
    assert run(east, "packet", "out", str(tmp_path))[1][0]["file"] == str(
        tmp_path / f"canbao-{COUNTY}-A001.packet"
    )
    code, _, words = run(east, "packet", "out", str(tmp_path / "missing" / "x.packet"))
    assert code == 3
    assert "FILE_UNWRITABLE" in words
    code, _, words = run(east, "packet", "in", str(tmp_path / "missing.packet"))
    assert code == 3
    assert "FILE_UNREADABLE" in words


@pytest.mark.skipif(os.name == "nt", reason="Windows lets nobody pull the plug like this")
def test_killed_while_taking_an_answer_in_nothing_is_lost_or_doubled(
    county: tuple[Path, Path, Path], tmp_path: Path
) -> None:
    centre, east, _ = county
    people = [household(f"H{n}", f"H{n}", member("培训甲", n)) for n in range(1, 61)]
    assert run(east, "enroll", lines="".join(people))[0] == 0
    packet, answer = tmp_path / "out.packet", tmp_path / "answer.packet"
    pending = run(east, "packet", "out", str(packet))[1][0]["pending"]
    run(centre, "server", "packet", str(packet), "--out", str(answer))
    for delay_s in (0.35, 0.5, 0.65):
        command = [sys.executable, "-m", "desktop", "--data", str(east)]
        taking = subprocess.Popen(
            [*command, "packet", "in", str(answer)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            taking.wait(delay_s)
        except subprocess.TimeoutExpired:
            taking.kill()
            taking.wait()
        assert status(east)["pending"] in range(pending + 1)
        assert run(east, "verify")[1][0]["ok"]
    assert run(east, "packet", "in", str(answer))[1][0]["pending"] == 0
    assert run(centre, "server", "verify")[1][0]["events"] == pending
