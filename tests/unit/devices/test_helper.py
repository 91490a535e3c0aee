"""The helper process by itself: its folder, its end, and the command that starts it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.devices import helper
from tests.helpers import sdt_stand_in
from tests.helpers.patience import LIMIT_S
from tests.unit.devices.conftest import STAND_IN, helper_command


def test_emptying_overwrites_and_deletes_files_and_keeps_folders(tmp_path: Path) -> None:
    (tmp_path / "chinaidcard").mkdir()
    held = tmp_path / "chinaidcard" / "wz.txt"
    held.write_text("杞翠兰", encoding="utf-8")
    with held.open("rb") as still_open:
        helper.empty(tmp_path)
        assert not held.exists() or sys.platform == "win32"
        assert set(still_open.read()) == {0}
    assert (tmp_path / "chinaidcard").is_dir()
    helper.remove(tmp_path)
    assert not tmp_path.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_emptying_never_follows_a_link_out_of_the_folder(tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    own = tmp_path / "own"
    mine.mkdir()
    own.mkdir()
    (mine / "kept").write_text("kept")
    (own / "file").symlink_to(mine / "kept")
    (own / "folder").symlink_to(mine)
    helper.remove(own)
    assert (mine / "kept").read_text() == "kept"


def test_a_helper_whose_desk_went_away_ends_even_in_a_call_that_hangs(tmp_path: Path) -> None:
    control, folder = tmp_path / "play", tmp_path / "own"
    folder.mkdir()
    sdt_stand_in.play(control, "hang")
    process = subprocess.Popen(
        [*STAND_IN, "--folder", str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=os.environ | {sdt_stand_in.VARIABLE: str(control)},
    )
    with process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert json.loads(process.stdout.readline()) == {"id": 0}
        (folder / "wz.txt").write_text("x")
        process.stdin.write(b'{"id":1,"do":"read","wait_ms":60000}\n')
        process.stdin.close()
        assert process.wait(LIMIT_S) == helper.ABANDONED
    assert list(folder.iterdir()) == []


def check(library: Path, tmp_path: Path, word: str) -> subprocess.CompletedProcess[str]:
    control = tmp_path / "play"
    sdt_stand_in.play(control, word)
    return subprocess.run(
        [*helper_command(library), "--check"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        env=os.environ | {sdt_stand_in.VARIABLE: str(control), "TMPDIR": str(tmp_path)},
        timeout=LIMIT_S,
        check=False,
    )


def test_the_command_says_which_reader_answers(library: Path, tmp_path: Path) -> None:
    done = check(library, tmp_path, "absent")
    assert done.returncode == 0
    assert json.loads(done.stdout) == {
        "port": 1002,
        "module": "05.03-20210101-0000001234-0000005678",
    }
    assert [path.name for path in tmp_path.iterdir()] == ["play"]


def test_the_command_says_in_words_what_is_wrong(library: Path, tmp_path: Path) -> None:
    done = check(library, tmp_path, "sam")
    assert (done.returncode, done.stdout) == (3, "")
    assert "0x60" in done.stderr
    assert "READER_SAM" in done.stderr
    done = check(tmp_path / "none.dll", tmp_path, "absent")
    assert (done.returncode, done.stdout) == (3, "")
    assert "READER_LIBRARY_MISSING" in done.stderr
