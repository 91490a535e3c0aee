"""Installed, asked, upgraded and removed in a Windows of its own under wine, by MSI and setup.

Asked for with ``CANBAO_WINE_INSTALL=1``: wine sometimes lets an installed program hang, which says
something of wine and nothing of the package. What it cannot show at all (rights, antivirus, group
policy) is on the list for a real machine.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

pytestmark = pytest.mark.skipif(
    os.environ.get("CANBAO_WINE_INSTALL") != "1",
    reason="installing under wine is asked for with CANBAO_WINE_INSTALL=1",
)

KEY = r"HKLM\Software\CanbaoDesk"
REFUSED = {1603 & 255, 1627 & 255}
"""What wine hands on of Windows Installer's exit code; Windows always says 1603."""


class Machine:
    """A wine prefix with the program in it or not, and a station's folder."""

    def __init__(self, wine: Any) -> None:
        self.wine = wine
        self.folder = wine.drive / "Program Files" / "Canbao Desk"
        self.station = wine.drive / "ProgramData" / "Canbao Desk" / "station"

    def msi(self, action: str, package: Path, *properties: str) -> int:
        command = ["msiexec", action, f"Z:{package}", "/qn", *properties]
        code: int = self.wine.code(command, timeout_s=300)[0]
        return code

    def settings(self) -> dict[str, str]:
        found: dict[str, str] = self.wine.registry(KEY)
        return found

    def self_test(self) -> dict[str, Any]:
        code, said = self.wine.code([f"Z:{self.folder}/canbao.exe", "--self-test", "--json"])
        line = next((one for one in said.splitlines() if one.startswith("{")), said)
        assert code == 0, said[-3000:]
        found: dict[str, Any] = json.loads(line)
        return found

    def windowed_self_test(self, report: Path) -> dict[str, Any]:
        """The program without a console tells through a file."""
        code, _ = self.wine.code(
            [f"Z:{self.folder}/canbao-desk.exe", "--self-test", "--json", "--report", f"Z:{report}"]
        )
        found: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
        assert code == 0, found
        return found

    def programs(self) -> set[str]:
        return {path.name for path in self.folder.glob("*")}

    @contextmanager
    def unsent(self, count: int) -> Iterator[None]:
        self.station.mkdir(parents=True, exist_ok=True)
        (self.station / "unsent").write_text(str(count))
        yield
        (self.station / "unsent").unlink()

    @contextmanager
    def running(self) -> Iterator[None]:
        """A centre of one's own, run by the windowed program: its files are in use."""
        data = "C:\\centre"
        program = f"Z:{self.folder}/canbao-desk.exe"
        if not (self.wine.drive / "centre").exists():
            init = ["--data", data, "server", "init", "--county", "539999"]
            code, said = self.wine.code([f"Z:{self.folder}/canbao.exe", *init])
            assert code == 0, said
        command = [shutil.which("wine") or "wine", program, "--data", data]
        running = subprocess.Popen(
            [*command, "server", "run", "--listen", "127.0.0.1:0"],
            env=self.wine.env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        try:
            self._wait_until_in_use()
            yield
        finally:
            self.wine.code(["taskkill", "/f", "/im", "canbao-desk.exe"])
            running.communicate(timeout=60)

    def _wait_until_in_use(self) -> None:
        until = time.monotonic() + 60
        while time.monotonic() < until:
            if self.wine.code([f"Z:{self.folder}/canbao.exe", "--idle-check"])[0] == 3:
                return
        raise AssertionError("the program does not run")


@pytest.fixture(scope="module")
def machine(
    windows_tools: None, scripts: dict[str, ModuleType], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Machine]:
    with scripts["wine"].Wine(tmp_path_factory.mktemp("wine") / "prefix") as wine:
        scripts["wine_stub"].add_missing(wine.drive / "windows" / "system32")
        yield Machine(wine)


@pytest.fixture
def by_msi(machine: Machine, first_msi: Path) -> Machine:
    """The machine with the first version from the MSI on it, whatever a test left behind."""
    if "canbao.exe" not in machine.programs():
        told = ("CENTRE_URL=https://centre.example:8443", "DIVISION=532301001")
        assert machine.msi("/i", first_msi, *told) == 0
    return machine


def test_the_msi_installs_and_the_program_proves_itself(by_msi: Machine, tmp_path: Path) -> None:
    found = by_msi.self_test()
    assert found["frozen"] is True
    assert [one["name"] for one in found["checks"] if one["outcome"] != "ok"] == []
    assert by_msi.windowed_self_test(tmp_path / "report.json")["ok"] is True


def test_what_it_was_told_stands_in_the_registry(by_msi: Machine) -> None:
    settings = by_msi.settings()
    assert settings["CentreUrl"] == "https://centre.example:8443"
    assert settings["Division"] == "532301001"
    assert "StationCode" not in settings


def test_it_is_not_touched_while_it_runs(by_msi: Machine, later_msi: Path, first_msi: Path) -> None:
    with by_msi.running():
        assert by_msi.msi("/i", later_msi) in REFUSED
        assert by_msi.msi("/x", first_msi) in REFUSED
        assert by_msi.programs() >= {"canbao.exe", "canbao-desk.exe", "_internal"}
    assert by_msi.settings()["Division"] == "532301001"


@pytest.mark.parametrize("chosen", [[], ["UNSENT=refuse"]])
def test_unsent_events_hold_the_removal_up(
    by_msi: Machine, first_msi: Path, chosen: list[str]
) -> None:
    with by_msi.unsent(3):
        assert by_msi.msi("/x", first_msi, *chosen) in REFUSED
    assert by_msi.programs() >= {"canbao.exe", "canbao-desk.exe", "_internal"}


def test_a_damaged_package_changes_nothing(
    by_msi: Machine, later_msi: Path, tmp_path: Path
) -> None:
    data = later_msi.read_bytes()
    broken = tmp_path / "broken.msi"
    broken.write_bytes(data[: len(data) // 2])
    assert by_msi.msi("/i", broken) != 0
    assert by_msi.self_test()["ok"] is True


def test_an_upgrade_keeps_what_it_was_told_and_an_older_one_is_refused(
    by_msi: Machine, first_msi: Path, later_msi: Path
) -> None:
    (by_msi.folder / "_internal" / "left-over.txt").write_text("not ours")
    assert by_msi.msi("/i", later_msi) == 0
    assert by_msi.settings()["CentreUrl"] == "https://centre.example:8443"
    assert by_msi.msi("/i", first_msi) in REFUSED
    assert by_msi.self_test()["ok"] is True

    by_msi.station.mkdir(parents=True, exist_ok=True)
    (by_msi.station / "station.db").write_bytes(b"theirs")
    (by_msi.folder / "_internal" / "left-over.txt").unlink()
    with by_msi.unsent(3):
        assert by_msi.msi("/x", later_msi, "UNSENT=warn") == 0
    assert by_msi.programs() == set()
    assert by_msi.settings() == {}
    assert (by_msi.station / "station.db").read_bytes() == b"theirs"


def test_the_setup_program_installs_upgrades_and_removes(
    machine: Machine, setup_exe: Path, first_msi: Path
) -> None:
    if machine.programs():
        assert machine.msi("/x", first_msi, "UNSENT=ignore") == 0
    install = [f"Z:{setup_exe}", "/S", "/DIVISION=532301001"]
    assert machine.wine.code(install)[0] == 0
    assert machine.self_test()["ok"] is True
    assert machine.settings()["Division"] == "532301001"

    with machine.running():
        machine.wine.code(install)
        assert not machine.folder.with_name("Canbao Desk.new").exists()
    assert machine.wine.code([f"Z:{setup_exe}", "/S"])[0] == 0
    assert machine.settings()["Division"] == "532301001"
    assert not machine.folder.with_name("Canbao Desk.new").exists()

    uninstall = [f"Z:{machine.folder}/uninstall.exe", "/S"]
    # Where it lies, and not from a copy that goes on after this returns.
    in_place = "_?=C:\\Program Files\\Canbao Desk"
    with machine.unsent(2):
        machine.wine.code([*uninstall, in_place])
        assert "canbao.exe" in machine.programs()
        assert machine.wine.code([*uninstall, "/UNSENT=ignore", in_place])[0] == 0
    assert machine.programs() == set()
    assert machine.settings() == {}
