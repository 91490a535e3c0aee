"""Cabinets compressed by our own LZX come out of other people's decoders as they went in."""

from __future__ import annotations

import random
import shutil
import subprocess
from pathlib import Path
from types import ModuleType

import pytest

FRAME = 32768
DECODERS = {
    "cabextract": ["cabextract", "-q", "-d"],
    "gcab": ["gcab", "-x", "-C"],
    "7z": ["7z", "x", "-y", "-bd"],
}


def contents() -> dict[str, bytes]:
    """Data that compresses well, badly and not at all, around the edges of frames and pieces."""
    chance = random.Random(7)
    noise = chance.randbytes(5 * FRAME + 17)
    words = [chance.randbytes(chance.randrange(1, 40)) for _ in range(300)]
    text = b"".join(chance.choice(words) for _ in range(20_000))
    calls = b"".join(
        b"\xe8" + chance.randrange(-(2**20), 2**20).to_bytes(4, "little", signed=True) + b"\x90"
        for _ in range(20_000)
    )
    return {
        "one": b"x",
        "nothing": b"",
        "two": b"xy",
        "zeros": bytes(4 * FRAME),
        "edge": text[: FRAME - 4],
        "text": text,
        "noise": noise,
        "calls": calls,
        "again": noise + text[::-1] + noise,
        "far": chance.randbytes(2**21 - 40_000) + noise,
    }


@pytest.fixture(scope="module")
def cabinet(scripts: dict[str, ModuleType]) -> ModuleType:
    if not shutil.which("cc"):
        pytest.skip("no cc here (gcc)")
    return scripts["cabinet"]


def unpacked(path: Path, folder: Path) -> None:
    """Let whichever decoder is here unpack a cabinet."""
    for name, command in DECODERS.items():
        if shutil.which(name):
            into = f"-o{folder}" if name == "7z" else str(folder)
            subprocess.run([*command, into, str(path)], check=True, capture_output=True)
            return
    pytest.skip("none of cabextract, gcab, 7z here")


@pytest.mark.parametrize("effort", ["QUICK", "BEST"])
def test_what_goes_in_comes_out(cabinet: ModuleType, tmp_path: Path, effort: str) -> None:
    before = tmp_path / "before"
    before.mkdir()
    files = contents()
    for name, data in files.items():
        (before / name).write_bytes(data)
    made = tmp_path / "made.cab"
    cabinet.write([(name, before / name) for name in files], made, getattr(cabinet, effort))
    (tmp_path / "after").mkdir()
    unpacked(made, tmp_path / "after")
    assert {path.name: path.read_bytes() for path in (tmp_path / "after").iterdir()} == files
    # Two thirds of it are noise that nothing makes smaller.
    assert made.stat().st_size < 0.8 * sum(map(len, files.values()))


def test_the_same_files_are_the_same_cabinet(cabinet: ModuleType, tmp_path: Path) -> None:
    for name, data in list(contents().items())[:6]:
        (tmp_path / name).write_bytes(data)
    files = [(name, tmp_path / name) for name in list(contents())[:6]]
    cabinet.write(files, tmp_path / "a.cab", cabinet.QUICK)
    cabinet.write(files, tmp_path / "b.cab", cabinet.QUICK)
    assert (tmp_path / "a.cab").read_bytes() == (tmp_path / "b.cab").read_bytes()
    assert not list(tmp_path.glob("*.blocks"))


def test_more_than_a_cabinet_holds_is_refused(
    cabinet: ModuleType, scripts: dict[str, ModuleType], tmp_path: Path
) -> None:
    with (tmp_path / "large").open("wb") as file:
        file.truncate(0x10000000)
    with pytest.raises(scripts["places"].Failed, match="cannot read so much"):
        cabinet.write([("large", tmp_path / "large")], tmp_path / "large.cab", cabinet.QUICK)
