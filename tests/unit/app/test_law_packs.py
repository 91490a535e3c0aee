"""Goal: `law` keeps the command line's contract. Method: real processes on copies of the packs."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from desktop.app.law import read_law, shipped_law, trusted_keys
from desktop.base.resources import resource_path
from desktop.policy import LawRefused
from desktop.wire.pack_file import join_pack
from desktop.wire.signing import SigningKey, key_id
from tests.helpers.patience import LIMIT_S
from tests.law.artefacts import CASE, RAISED, raised, shipped, signed, written

SHIPPED = resource_path("law")


def law(
    *arguments: str | Path, data: Path | None = None, key: Path | None = None
) -> tuple[int, str, str]:
    """Run one ``law`` command; return its exit status, its output and what it told people."""
    environment = os.environ | {"PYTHONUTF8": "1", "CANBAO_LAW_KEY": str(key) if key else ""}
    common = ["--data", str(data)] if data else []
    done = subprocess.run(
        [sys.executable, "-m", "desktop", *common, "law", *map(str, arguments)],
        capture_output=True,
        timeout=LIMIT_S,
        env=environment,
        check=False,
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def lines(output: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in output.splitlines()]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copy = tmp_path / "law"
    shutil.copytree(SHIPPED, copy)
    return copy


def raise_amount(folder: Path) -> None:
    """Raise what 城乡低保对象 are given in the folder's pack, and leave its cases as they were."""
    before, amount = RAISED
    path = folder / "chuxiong-2021.toml"
    text = path.read_text(encoding="utf-8")
    start = text.index(amount, text.index(before))
    path.write_text(
        f'{text[:start]}amount = "150.00"{text[start + len(amount) :]}', encoding="utf-8"
    )


def test_the_programs_own_packs_are_found_in_order() -> None:
    status, output, told = law("check")
    assert (status, told) == (0, "")
    assert all(one["sealed"] and not one["problems"] for one in lines(output))
    assert sum(one["cases"] for one in lines(output)) >= 169


def test_check_says_file_line_and_what_is_wrong(tmp_path: Path) -> None:
    broken = written(tmp_path, raised().replace('list = "closed"', "list = 1.5"), name="broken")
    failing = written(tmp_path, raised(amount="151.00"), name="failing")
    status, output, told = law("check", broken, failing)
    assert status == 1
    codes = [problem["code"] for one in lines(output) for problem in one["problems"]]
    assert codes == ["LAW_FLOAT", "LAW_CASE_FAILED", "LAW_CASE_FAILED"]
    number = raised().splitlines().index('list = "closed"') + 1
    assert f"broken.toml:{number}: 1.5 is a float" in told
    assert "failing.cases.jsonl:1: case RAISED: assistance is expected" in told


def test_an_altered_pack_is_signed_again_with_the_key_or_with_a_new_one(
    folder: Path, tmp_path: Path
) -> None:
    key = tmp_path / "release.key"
    raise_amount(folder)
    status, _, told = law("check", folder)
    assert status == 1
    assert "chuxiong-2021.toml: its text was altered after it was signed" in told
    status, _, told = law("sign", folder, "--new-key", key)
    assert (status, key.exists()) == (1, False), "cases that fail are not signed"
    assert "CX-DYN-001" in told
    (folder / "chuxiong-2021.cases.jsonl").write_text(CASE, encoding="utf-8")
    status, output, told = law("sign", folder, "--new-key", key, "--holder", "县医保局")
    assert (status, told) == (0, "")
    assert len(lines(output)) == len(list(folder.glob("*.toml")))
    (holder,) = trusted_keys(folder).holders.values()
    assert holder == "县医保局"
    assert read_law(folder).packs.keys() == read_law(SHIPPED).packs.keys()
    if os.name == "posix":
        assert key.stat().st_mode & 0o077 == 0
    chain = folder / "chain.toml"
    chain.write_text(chain.read_text(encoding="utf-8") + "# looked at\n", encoding="utf-8")
    with pytest.raises(LawRefused, match=r"chain\.toml: its text was altered"):
        read_law(folder)
    assert law("sign", folder, key=key)[0] == 0
    assert law("check", folder)[0] == 0


def test_a_key_that_is_not_trusted_signs_nothing(folder: Path, tmp_path: Path) -> None:
    stranger = tmp_path / "stranger.key"
    stranger.write_text("01" * 32, encoding="ascii")
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    status, output, told = law("sign", folder, "--key", stranger)
    assert (status, output) == (3, "")
    assert key_id(SigningKey(b"\x01" * 32).public) in told
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


@pytest.mark.parametrize(
    ("content", "arguments", "code"),
    [
        (None, [], "LAW_KEY_MISSING"),
        (None, ["--key", "KEY"], "FILE_UNREADABLE"),
        ("hello", ["--key", "KEY"], "LAW_KEY_FORM"),
        ("01" * 31, ["--key", "KEY"], "LAW_KEY_FORM"),
        ("01" * 32, ["--new-key", "KEY"], "LAW_KEY_PLACE"),
        (None, ["--new-key", "INSIDE"], "LAW_KEY_PLACE"),
    ],
)
def test_keys_that_cannot_be_used(
    folder: Path, tmp_path: Path, content: str | None, arguments: list[str], code: str
) -> None:
    key = tmp_path / "a.key"
    if content is not None:
        key.write_text(content, encoding="ascii")
    inside = resource_path("law", "release.key")
    places = {"KEY": str(key), "INSIDE": str(inside)}
    status, _, told = law("sign", folder, *[places.get(word, word) for word in arguments])
    assert status == 3
    assert code in told
    assert not inside.exists()


def test_a_pack_goes_from_the_publisher_to_a_station(folder: Path, tmp_path: Path) -> None:
    station = tmp_path / "station"
    made = [sys.executable, "-m", "desktop", "--data", str(station), "station", "init"]
    training = ["--division", "539999001", "--training", "--date", "2021-11-15"]
    subprocess.run([*made, *training], check=True, capture_output=True, timeout=LIMIT_S)
    foreign = tmp_path / "foreign.lawpack"
    foreign.write_bytes(signed(raised()))
    status, output, told = law("import", foreign, data=station)
    assert status == 1
    assert lines(output)[0]["problems"][0]["code"] == "LAW_KEY_UNKNOWN"
    assert "不认可的密钥" in told
    status, output, _ = law("check", foreign)
    assert (status, lines(output)[0]["sealed"]) == (1, False)
    key = tmp_path / "release.key"
    status, output, _ = law("sign", foreign, "--new-key", key, "--out", tmp_path)
    assert status == 0
    handed = Path(lines(output)[0]["file"])
    assert handed.name == "chuxiong-2021-46-v2.lawpack"
    text, cases = shipped()
    seal = (SHIPPED / "chuxiong-2021.seal").read_text(encoding="utf-8")
    own = tmp_path / "own.lawpack"
    own.write_text(join_pack(text, cases, seal), encoding="utf-8", newline="\n")
    status, output, told = law("import", own, data=station)
    assert (status, told) == (0, "")
    assert lines(output)[0]["already"]
    status, output, _ = law("show", "--station", "--json", data=station)
    assert (status, {one["version"] for one in lines(output)}) == (0, {1})
    here = shipped_law().resolve("539999", 2021)
    assert here is not None
    status, output, _ = law("show", "--hash", here.used.hash, data=station)
    assert (status, lines(output)[0]) == (
        0,
        {"pack": "chuxiong-2021-46", "version": 1, "document": "楚医保〔2021〕46号"},
    )
    status, _, told = law("show", "--hash", "f" * 64, data=station)
    assert (status, "没有收录哈希为 ffffffffffffffff 的政策" in told) == (3, True)


def test_a_pack_file_is_not_signed_onto_itself(tmp_path: Path) -> None:
    file = tmp_path / "a.lawpack"
    file.write_bytes(signed(raised()))
    status, _, told = law("sign", file, "--new-key", tmp_path / "k")
    assert status == 3
    assert "--out" in told
    assert not (tmp_path / "k").exists()


def test_show_is_a_page_to_read_or_json_lines() -> None:
    status, page, _ = law("show", "--division", "532301", "--page")
    assert status == 0
    assert "个人缴费标准  金额 320.00\n    楚医保〔2021〕46号 第一条  自 2021-09-22" in page
    assert "待定  文件未定：没有集中参保缴费期的日期；由楚雄州医疗保障局确定" in page
    status, output, _ = law("show", "--division", "532301")
    found = {one["title"]: one for one in lines(output)}
    assert found["集中参保缴费期"]["open"]["authority"] == "楚雄州医疗保障局"
    assert "待遇信息：大病保险起付线  文件未载" in page
    assert (found["大病保险起付线"]["says"], found["大病保险起付线"]["silent"]) == (None, True)
    status, output, _ = law("show", str(SHIPPED / "guangxi-2021.toml"))
    assert (status, lines(output)[1]["says"].split("；")[0]) == (0, "不低于 320.00")


def test_show_of_a_place_without_law_says_so() -> None:
    status, output, told = law("show", "--division", "990000", "--year", "2021")
    assert (status, output) == (3, "")
    assert "990000 2021 年度没有收录的政策包" in told


def test_diff_tells_who_pays_what_differently(tmp_path: Path) -> None:
    after = written(tmp_path, raised())
    status, page, _ = law("diff", SHIPPED / "chuxiong-2021.toml", after, "--page")
    assert status == 0
    assert "城乡低保对象：资助 120.00 → 150.00，个人缴 200.00 → 170.00" in page
    assert "CX-DYN-001、CX-DYN-003、RAISED：" in page
    status, output, _ = law("diff", SHIPPED / "chuxiong-2021.toml", after)
    assert [one["kind"] for one in lines(output)] == ["price", "case", "value"]
    status, _, told = law("diff", SHIPPED / "chuxiong-2021.toml", SHIPPED / "nation-2021.toml")
    assert status == 3
    assert "LAW_NOT_COMPARABLE" in told


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    status, _, told = law("check", tmp_path / "nothing.toml")
    assert status == 3
    assert "FILE_UNREADABLE" in told
