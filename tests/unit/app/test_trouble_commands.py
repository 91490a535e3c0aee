"""`repair` and `station move` as IT types them."""

from __future__ import annotations

import json
import random
import signal
import subprocess
import sys
from pathlib import Path

from desktop.store.vault import DATABASE
from tests.helpers.patience import LIMIT_S
from tests.unit.app.test_commands import COUNTY, DAY, household, member, run

EAST, WEST = COUNTY + "001", COUNTY + "002"


def test_repair_finds_a_damaged_file_and_says_what_came_back(tmp_path: Path) -> None:
    folder = tmp_path / "station"
    run(folder, "station", "init", "--division", EAST, "--training", "--date", DAY)
    assert run(folder, "repair", "--check")[:2] == (0, [{"damaged": False}])
    code, _, words = run(folder, "repair")
    assert code == 3
    assert "FILE_SOUND" in words
    lines = [household(f"{n}", f"{n}", member("培训甲", n + 1)) for n in range(8)]
    assert run(folder, "enroll", lines="".join(lines))[0] == 0
    before = run(folder, "station", "status")[1][0]
    content = bytearray((folder / DATABASE).read_bytes())
    content[:16] = random.Random(1).randbytes(16)
    (folder / DATABASE).write_bytes(content)
    code, _, words = run(folder, "station", "status")
    assert code == 3
    assert "DATABASE_DAMAGED" in words
    assert run(folder, "repair", "--check")[:2] == (1, [{"damaged": True}])
    code, (mended,), words = run(folder, "repair")
    assert code == 0
    assert (mended["events"], mended["missing"]) == (before["events"], 0)
    assert "数据文件已修复" in words
    assert run(folder, "station", "status")[1][0]["events"] == before["events"]
    assert run(folder, "verify")[0] == 0


def test_move_sends_first_and_makes_the_folder_another_townships(tmp_path: Path) -> None:
    centre, laptop = tmp_path / "centre", tmp_path / "laptop"
    assert run(centre, "server", "init", "--county", COUNTY, "--training", "--date", DAY)[0] == 0
    command = [sys.executable, "-m", "desktop", "--data", str(centre)]
    with subprocess.Popen(
        [*command, "server", "run", "--listen", "127.0.0.1:0"], stdout=subprocess.PIPE, text=True
    ) as server:
        assert server.stdout is not None
        address = json.loads(server.stdout.readline())["listening"]
        run(laptop, "station", "init", "--division", EAST, "--training", "--date", DAY)
        code = run(centre, "server", "code", "--division", EAST)[1][0]["code"]
        assert run(laptop, "station", "register", "--centre", address, "--code", code)[0] == 0
        entry = household("A", "A", member("培训甲", 1))
        assert run(laptop, "enroll", lines=entry)[0] == 0
        code = run(centre, "server", "code", "--division", WEST)[1][0]["code"]
        done, (moved,), words = run(laptop, "station", "move", "--division", WEST, "--code", code)
        assert done == 0, words
        shown = run(laptop, "station", "status")[1][0]
        assert (shown["station"], shown["division"]) == (moved["station"], WEST)
        assert run(laptop, "sync")[0] == 0
        server.send_signal(signal.SIGTERM)
        server.communicate(timeout=LIMIT_S)
    assert run(centre, "server", "verify")[1][0]["ok"]
