"""The commands that operate a centre, under its settings: backups, operators, running."""

from __future__ import annotations

import argparse
import json
import os
import signal
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import pytest

from desktop.app.law import shipped_law
from desktop.base.errors import CanbaoError, Refused, Unavailable
from desktop.server import commands
from desktop.server.packs import CentreLaw
from tests.helpers.centre import COUNTY, EAST
from tests.helpers.patience import LIMIT_S
from tests.law.artefacts import KEYS


@dataclass(slots=True)
class Printed:
    """Where a command's results go."""

    folder: Path
    lines: list[object] = field(default_factory=list)

    def print(self, result: object) -> None:
        self.lines.append(json.loads(json.dumps(result)))

    def tell_error(self, error: CanbaoError) -> None:
        raise AssertionError(error)


def run(folder: Path, *arguments: str) -> list[dict[str, object]]:
    top = argparse.ArgumentParser()
    commands.add_parsers(top.add_subparsers(), lambda: CentreLaw(shipped_law(), KEYS))
    options = top.parse_args(["server", *arguments])
    printed = Printed(folder)
    assert options.run(printed, options) == 0
    return printed.lines  # type: ignore[return-value]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    run(tmp_path / "data", "init", "--county", COUNTY, "--training", "--date", "2021-11-15")
    return tmp_path / "data"


def test_a_copy_is_made_where_the_settings_say_and_brought_back(data: Path, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="BACKUP_FOLDER"):
        run(data, "backup")
    (data / "centre.toml").write_text(f'[backup]\nfolder = "{(tmp_path / "c").as_posix()}"\n')
    (made,) = run(data, "backup")
    assert Path(str(made["file"])).exists()
    assert (made["feed_head"], made["removed"]) == (0, [])
    run(data, "backup", str(tmp_path / "other"), "--keep", "1")
    (second,) = run(data, "backup", str(tmp_path / "other"), "--keep", "1")
    assert len(second["removed"]) == 1  # type: ignore[arg-type]
    (told,) = run(data, "restore", str(made["file"]))
    assert told["restored"] == made["file"]
    assert run(data, "verify")[0]["ok"] is True
    (told,) = run(data, "restored")
    assert (told["restored"], told["unheard"], told["missing"]) == (2, [], None)


def test_settings_name_the_folder_and_the_command_line_stands_above(
    data: Path, tmp_path: Path
) -> None:
    file = tmp_path / "centre.toml"
    file.write_text(f'data = "{data.as_posix()}"\n', "utf-8")
    assert run(tmp_path / "nowhere", "--config", str(file), "verify")[0]["ok"] is True
    file.write_text('databse = "x"\n', "utf-8")
    with pytest.raises(Refused, match="CONFIG_WRONG"):
        run(data, "--config", str(file), "verify")
    file.write_text('database = "mysql://x"\n', "utf-8")
    with pytest.raises(Refused, match="DATABASE_FORM"):
        run(data, "--config", str(file), "verify")
    with pytest.raises(Refused, match="BACKUP_POSTGRESQL"):
        run(data, "--config", str(file), "backup", str(tmp_path))


def test_operators_are_entered_changed_and_listed(data: Path, tmp_path: Path) -> None:
    (made,) = run(data, "operator", "add", "li", "--role", "clerk", "--display-name", "李")
    assert len(str(made["password"])) == 16
    secret = tmp_path / "password"
    secret.write_text("给定-口令-2026\n", "utf-8")
    (given,) = run(
        data, "operator", "add", "zhang", "--role", "supervisor", "--division", EAST,
        "--new-password-file", str(secret), "--by", "局长",
    )  # fmt: skip
    assert given == {"operator": "zhang", "role": "supervisor"}
    run(data, "operator", "role", "li", "--role", "auditor")
    run(data, "operator", "lock", "li")
    run(data, "operator", "unlock", "li")
    assert "password" in run(data, "operator", "password", "li")[0]
    listed = {str(one["operator"]): one for one in run(data, "operator", "list")}
    assert (listed["li"]["role"], listed["li"]["state"]) == ("auditor", "active")
    assert listed["zhang"]["division"] == EAST
    changes = run(data, "operator", "changes")
    assert [one["what"] for one in changes] == [
        "added", "added", "role: auditor", "state: locked", "state: active", "password",
    ]  # fmt: skip
    assert changes[1]["decided_by"] == "局长"
    with pytest.raises(Unavailable, match="PASSWORD_FILE"):
        run(data, "operator", "password", "li", "--new-password-file", str(tmp_path / "none"))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGTERM to drain on")
def test_server_alone_runs_as_its_settings_say_and_drains_on_sigterm(
    data: Path, tmp_path: Path
) -> None:
    (data / "centre.toml").write_text(
        'listen = "127.0.0.1:0"\n[limits]\nworkers = 2\n'
        f'[backup]\nfolder = "{(tmp_path / "copies").as_posix()}"\n',
        "utf-8",
    )
    command = [sys.executable, "-m", "desktop", "--data", str(data), "server"]
    environment = {name: text for name, text in os.environ.items() if "CANBAO" not in name}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    ) as server:
        assert server.stdout is not None
        address = json.loads(server.stdout.readline())["listening"]
        answer = httpx.get(address + "/health/ready", trust_env=False)
        server.send_signal(signal.SIGTERM)
        _, log = server.communicate(timeout=LIMIT_S)
    assert answer.status_code == 200
    assert server.returncode == 0
    lines = [json.loads(line) for line in log.splitlines()]
    assert {"at", "level", "logger", "says"} <= set(lines[0])
    # The first copy is made at once, and a stop waits for it.
    assert len(list((tmp_path / "copies").glob("centre-*.db"))) == 1
