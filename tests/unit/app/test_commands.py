"""Goal: the command line keeps its contract. Method: real processes, real files, loopback only."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from desktop.app.commands.context import PASSWORD_VARIABLE
from desktop.app.law import shipped_law
from desktop.base.clock import SystemClock
from desktop.base.ids import SystemIds
from desktop.domain import codes
from desktop.domain.invented import invented_number
from desktop.usecases.desk import open_training_desk
from tests.helpers.patience import LIMIT_S

DAY = "2021-11-15"
COUNTY = "539999"
TOWNSHIP = "539999001"
PASSWORD = "a good password"
BORN = date(1970, 1, 1)


def run(
    folder: Path, *arguments: str, lines: str = "", operator: str = "", password: str = PASSWORD
) -> tuple[int, list[dict[str, Any]], str]:
    """Run one command and return its exit status, its result lines and what it told people."""
    environment = os.environ | {PASSWORD_VARIABLE: password, "PYTHONUTF8": "1"}
    common = ["--data", str(folder)] + (["--operator", operator] if operator else [])
    done = subprocess.run(
        [sys.executable, "-m", "desktop", *common, *arguments],
        input=lines.encode(),
        capture_output=True,
        timeout=LIMIT_S,
        env=environment,
        check=False,
    )
    results = [json.loads(line) for line in done.stdout.splitlines()]
    return done.returncode, results, done.stderr.decode()


@pytest.fixture
def station(tmp_path: Path) -> Path:
    folder = tmp_path / "station"
    status, results, told = run(
        folder, "station", "init", "--division", TOWNSHIP, "--training", "--date", DAY
    )
    assert (status, told) == (0, "")
    assert results[0]["training_day"] == DAY
    assert results[0]["segments"][0]["unspent"] > 0
    return folder


@pytest.fixture
def centre(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """Run a training centre in a process of its own; give its folder and address."""
    folder = tmp_path / "centre"
    made = run(folder, "server", "init", "--county", COUNTY, "--training", "--date", DAY)
    assert made[0] == 0
    assert set(made[1][0]) == {"county", "operator", "password"}
    command = [sys.executable, "-m", "desktop", "--data", str(folder)]
    with subprocess.Popen(
        [*command, "server", "run", "--listen", "127.0.0.1:0"], stdout=subprocess.PIPE, text=True
    ) as server:
        assert server.stdout is not None
        yield folder, json.loads(server.stdout.readline())["listening"]
        server.send_signal(signal.SIGTERM)
        server.communicate(timeout=LIMIT_S)
        # Windows knows no SIGTERM: there the process is simply ended.
        assert server.returncode == 0 or sys.platform == "win32"


def household(ref: str, number: str, *members: dict[str, Any], **fields: Any) -> str:
    """Return one line for ``enroll``."""
    asked: dict[str, Any] = {
        "ref": ref,
        "campaign_year": 2021,
        "household": {"division": "539999001001", "number": number, "address": "一组1号"},
        "members": list(members),
    }
    return json.dumps(asked | fields, ensure_ascii=False) + "\n"


def member(name: str, sequence: int, relation: str = "02", **fields: Any) -> dict[str, Any]:
    number = invented_number(BORN, sequence, codes.MALE)
    return {
        "name": name,
        "document": {"type": "01", "number": number},
        "relation": relation,
    } | fields


def text_of(pdf: Path) -> str:
    """Return what a PDF reader copies out of a paper."""
    with pypdfium2.PdfDocument(pdf) as document:
        return "".join(page.get_textpage().get_text_range() for page in document)


def test_the_main_job_from_set_up_to_exchange(
    station: Path, centre: tuple[Path, str], tmp_path: Path
) -> None:
    folder, address = centre
    (code,) = run(folder, "server", "code", "--division", TOWNSHIP)[1]
    registered = run(station, "station", "register", "--centre", address, "--code", code["code"])
    assert registered[0] == 0
    lines = household(
        "h1",
        "0001",
        member("王𠮷祥", 1),
        member("王低保", 2, "20", identities=[{"code": "subsistence_allowance", "area": "rural"}]),
        member("王脱贫", 3, "20", identities=[{"code": "lifted_out_of_poverty"}]),
    )
    status, (enrolled,), _ = run(station, "enroll", lines=lines)
    assert status == 0
    assert enrolled["payable"] == "660.00"
    nets = [one["assessment"]["net_payable"] for one in enrolled["enrollments"]]
    assert nets == ["320.00", "200.00", "140.00"]
    till = {
        "ref": "p1",
        "household_id": enrolled["household_id"],
        "method": "cash",
        "amount": "660.00",
    }
    status, (paid,), _ = run(station, "pay", lines=json.dumps(till) + "\n")
    assert (status, paid["receipt"]["amount"], paid["receipt"]["persons"]) == (0, "660.00", 3)
    pdf = tmp_path / "receipt.pdf"
    status, (written,), _ = run(station, "receipt", paid["receipt"]["number"], "--out", str(pdf))
    assert status == 0
    text = text_of(pdf)
    for expected in ("王𠮷祥", "660.00", "陆佰陆拾元整", "楚医保〔2021〕46号", written["number"]):
        assert expected in text
    status, exchanges, _ = run(station, "sync")
    assert status == 0
    assert exchanges[-1]["pending"] == 0
    assert sum(one["accepted"] for one in exchanges) == sum(one["pushed"] for one in exchanges)
    for proven in (run(station, "verify"), run(folder, "server", "verify")):
        assert (proven[0], proven[1][0]["ok"]) == (0, True)
    assert run(folder, "server", "cases") == (0, [], "")


def test_the_same_line_again_is_the_same_household_and_the_same_receipt(station: Path) -> None:
    line = household("h1", "0001", member("张三", 1))
    first, again = run(station, "enroll", lines=line), run(station, "enroll", lines=line)
    assert again[1][0]["household_id"] == first[1][0]["household_id"]
    identity = first[1][0]["household_id"]
    till = json.dumps({"ref": "p1", "household_id": identity, "method": "cash", "amount": "320.00"})
    receipts = {run(station, "pay", lines=till + "\n")[1][0]["receipt"]["number"] for _ in range(2)}
    assert len(receipts) == 1


def test_a_bad_line_is_answered_and_the_next_one_is_done(station: Path) -> None:
    lines = (
        "not json\n"
        + household("bad", "1", {**member("李四", 1), "document": {"type": "01", "number": "12"}})
        + household("nowhere", "2", member("李五", 2), household={"division": "990101001001"})
        + household("unknown", "3", member("李六", 3), surprise=1)
        + "\n"
        + household("good", "4", member("李七", 4))
    )
    status, results, _ = run(station, "enroll", lines=lines)
    assert status == 1
    codes_found = [[one["code"] for one in result.get("problems", [])] for result in results]
    assert codes_found == [["LINE"], ["DOCUMENT_LENGTH"], ["OUT_OF_SCOPE"], ["LINE"], []]
    assert [result["ref"] for result in results] == [None, "bad", "nowhere", "unknown", "good"]
    assert all(one["message"] for result in results for one in result.get("problems", []))
    assert run(station, "verify")[1][0]["ok"]


@pytest.mark.parametrize(
    ("amount", "code"), [("319.99", "AMOUNT_DIFFERS"), ("320", "LINE"), ("-1.00", "LINE")]
)
def test_a_wrong_amount_is_refused_in_words(station: Path, amount: str, code: str) -> None:
    line = household("h1", "0001", member("张三", 1))
    identity = run(station, "enroll", lines=line)[1][0]["household_id"]
    till = json.dumps({"ref": "p", "household_id": identity, "method": "cash", "amount": amount})
    status, (result,), _ = run(station, "pay", lines=till + "\n")
    assert (status, result["problems"][0]["code"]) == (1, code)


def test_a_centre_that_is_gone_leaves_everything_pending(
    station: Path, centre: tuple[Path, str]
) -> None:
    folder, address = centre
    (code,) = run(folder, "server", "code", "--division", TOWNSHIP)[1]
    assert run(station, "sync")[0] == 3
    run(station, "station", "register", "--centre", address, "--code", code["code"])
    nowhere = "http://127.0.0.1:9"
    store_url(station, nowhere)
    run(station, "enroll", lines=household("h1", "0001", member("张三", 1)))
    before = run(station, "station", "status")[1][0]["pending"]
    status, results, told = run(station, "sync")
    assert (status, results) == (3, [])
    assert "CENTRE_UNREACHABLE" in told
    assert run(station, "station", "status")[1][0]["pending"] == before
    store_url(station, address)
    assert run(station, "sync")[0] == 0
    assert run(station, "station", "status")[1][0]["pending"] == 0
    status, (compared,), _ = run(station, "sync", "--compare")
    assert (status, compared["blocks"], compared["differing"]) == (0, 1, 0)


def store_url(station: Path, address: str) -> None:
    """Point a training station at another address, as IT would after a move."""
    desk = open_training_desk(station, law=shipped_law(), clock=SystemClock(), ids=SystemIds())
    with desk.store.transaction():
        desk.store.set_setting("centre.url", address)
    desk.store.close()


def test_a_real_station_opens_only_with_an_operators_password(tmp_path: Path) -> None:
    folder = tmp_path / "real"
    made = run(folder, "station", "init", "--division", "532301001", operator="zhao")
    assert made[0] == 0
    assert "password" not in made[1][0]
    assert run(folder, "verify", operator="zhao")[0] == 0
    status, results, told = run(folder, "verify", operator="zhao", password="wrong password")
    assert (status, results) == (3, [])
    assert "PASSWORD_WRONG" in told
    status, results, told = run(folder, "verify")
    assert (status, results) == (3, [])
    assert "SIGN_IN_NEEDED" in told
    assert run(folder, "seed", "--residents", "5", operator="zhao")[0] == 3


def test_a_listing_of_events_holds_no_personal_data(station: Path) -> None:
    run(station, "enroll", lines=household("h1", "0001", member("张三", 1)))
    status, events, _ = run(station, "events")
    assert status == 0
    assert [set(event) for event in events] == [
        {"id", "station", "seq", "type", "at", "hash"}
    ] * len(events)
    assert [event["seq"] for event in events] == list(range(1, len(events) + 1))
    assert all(event["at"].startswith(DAY) for event in events)


def test_a_killed_enrolment_keeps_every_line_it_answered(station: Path, tmp_path: Path) -> None:
    lines = "".join(household(f"h{n}", f"{n:04d}", member("张三", n)) for n in range(400))
    asked = tmp_path / "lines.jsonl"
    asked.write_text(lines, encoding="utf-8")
    command = [sys.executable, "-m", "desktop", "--data", str(station), "enroll"]
    with (
        asked.open("rb") as source,
        subprocess.Popen(command, stdin=source, stdout=subprocess.PIPE) as worker,
    ):
        assert worker.stdout is not None
        answered = [json.loads(worker.stdout.readline()) for _ in range(25)]
        worker.kill()
    again = run(station, "enroll", lines=lines)
    assert again[0] == 0
    by_ref = {result["ref"]: result["household_id"] for result in again[1]}
    assert len(by_ref) == 400
    for result in answered:
        assert by_ref[result["ref"]] == result["household_id"]
    assert run(station, "verify")[1][0]["ok"]


def test_killed_between_payment_and_print_the_receipt_still_comes_out(
    station: Path, tmp_path: Path
) -> None:
    line = household("h1", "0001", member("张三", 1))
    identity = run(station, "enroll", lines=line)[1][0]["household_id"]
    till = {"ref": "p1", "household_id": identity, "method": "cash", "amount": "320.00"}
    command = [sys.executable, "-m", "desktop", "--data", str(station), "pay"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as worker:
        assert worker.stdin is not None
        assert worker.stdout is not None
        worker.stdin.write(json.dumps(till).encode() + b"\n")
        worker.stdin.flush()
        number = json.loads(worker.stdout.readline())["receipt"]["number"]
        worker.kill()
    said = []
    for copy in ("1", "2"):
        pdf = tmp_path / f"{copy}.pdf"
        assert run(station, "receipt", number, "--out", str(pdf))[0] == 0
        said.append(text_of(pdf))
    assert "第 1 次打印" in said[0]
    assert "补打" not in said[0]
    assert "补打" in said[1]
    assert run(station, "verify")[1][0]["ok"]


def test_a_backup_comes_back_and_what_it_replaced_is_kept(station: Path, tmp_path: Path) -> None:
    run(station, "enroll", lines=household("h1", "0001", member("张三", 1)))
    copy = tmp_path / "copy.db"
    status, (saved,), _ = run(station, "backup", str(copy))
    assert status == 0
    run(station, "enroll", lines=household("h2", "0002", member("李四", 2)))
    status, (back,), _ = run(station, "restore", str(copy))
    assert status == 0
    assert back["events"] == saved["events"]
    assert Path(back["replaced"]).exists()
    assert run(station, "verify")[1][0]["ok"]
    (tmp_path / "rubbish.db").write_bytes(b"rubbish" * 1000)
    assert run(station, "restore", str(tmp_path / "rubbish.db"))[0] == 3
    assert run(station, "restore", str(tmp_path / "missing.db"))[0] == 3
    assert run(station, "verify")[1][0]["ok"]


@pytest.mark.parametrize(
    "arguments", [["nonsense"], ["seed"], ["seed", "--residents", "-1"], ["station"]]
)
def test_wrong_usage_is_two(tmp_path: Path, arguments: list[str]) -> None:
    assert run(tmp_path, *arguments)[0] == 2


def test_a_folder_without_a_station_says_so(tmp_path: Path) -> None:
    status, results, told = run(tmp_path / "empty", "verify")
    assert (status, results) == (3, [])
    assert "STATION_NOT_SET_UP" in told
