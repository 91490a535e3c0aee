"""A Windows under wine with the program on it or not, as an IT department meets it.

Every step has a limit, and all of them together (``CANBAO_WINE_S``, in seconds). A program that
does not end fails its test; if wine itself does nothing any more, or the time for all is over, the
test is skipped as "wine did not answer". Either way the machine is then lost, and what would follow
on it is skipped: the whole ends in bounded time.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any, TypeVar

import pytest

KEY = r"HKLM\Software\CanbaoDesk"
LISTED = r"HKLM\Software\Microsoft\Windows\CurrentVersion\Uninstall\CanbaoDesk"
PLACE = r"C:\Program Files\Canbao Desk"
PROGRAMS = {"canbao.exe", "canbao-desk.exe", "_internal"}
UNKNOWN, NOTHING, BY_MSI, BY_SETUP = "unknown", "nothing", "by MSI", "by setup"
"""What is on a machine, and by what it came."""

_TEMP = ("users/*/Temp", "users/*/AppData/Local/Temp")
"""Where wine's versions have the temporary folder."""
_COPIES = "canbao-update-*"

STEP_S = 180
_TRIES = 240

T = TypeVar("T")


class Machine:
    """A wine prefix, the commands of the IT guide, and a station's folder."""

    def __init__(self, scripts: dict[str, ModuleType], folder: Path) -> None:
        self._script, self._stub = scripts["wine"], scripts["wine_stub"]
        self.wine = self._script.Wine(folder)
        self.holds = UNKNOWN
        """What is on it; a test that leaves something else says so when it is done."""
        self.folder = self.wine.drive / "Program Files" / "Canbao Desk"
        self.station = self.wine.drive / "ProgramData" / "Canbao Desk" / "station"
        self.place = PLACE
        """Where the program lies, as Windows says it."""
        self.lost = ""
        limit = os.environ.get("CANBAO_WINE_S")
        self._until = time.monotonic() + float(limit) if limit else None

    def be_empty(self) -> None:
        """Have nothing of the program on it: if that is not certain, be made anew."""
        if self.holds == NOTHING:
            return
        self.wine.end()
        shutil.rmtree(self.wine.folder, ignore_errors=True)
        self._bounded(self.wine.__enter__)
        self._stub.add_missing(self.wine.drive / "windows" / "system32")
        self.place, self.holds = PLACE, NOTHING

    def line(self, line: str) -> int:
        """Run a command line as the IT guide writes it; return its exit code."""
        code: int = self._bounded(lambda: self.wine.line(line, timeout_s=self._left()))
        return code

    def ask(self, program: str, *arguments: str) -> tuple[int, str]:
        """Ask one of the installed programs; return its exit code and what it said."""
        command = [f"{self.place}\\{program}", *arguments]
        found: tuple[int, str] = self._bounded(
            lambda: self.wine.code(command, timeout_s=self._left())
        )
        return found

    def as_seen(self, path: Path) -> str:
        """Return a path of this machine as Windows sees it."""
        seen: str = self._script.windows_path(path)
        return seen

    def msi(self, action: str, package: Path, *properties: str) -> int:
        """Install or remove an MSI silently; return its exit code."""
        where = f'"{self.as_seen(package)}"'
        return self.line(" ".join(("msiexec", action, where, "/qn", *properties)))

    def setup(self, package: Path, *options: str) -> int:
        """Run a setup program silently; return its exit code."""
        return self.line(" ".join((f'"{self.as_seen(package)}"', "/S", *options)))

    def uninstall(self, *options: str) -> int:
        """Remove what the setup program installed, silently; return the exit code."""
        remover = f'"{self.place}\\uninstall.exe"'
        return self.line(" ".join((remover, "/S", *options, f"_?={self.place}")))

    def registry(self, key: str = KEY) -> dict[str, str]:
        """Return the values under a key."""
        found: dict[str, str] = self._bounded(lambda: self.wine.registry(key))
        return found

    def wait_until_listed(self, version: str) -> None:
        """Wait until Windows lists this version among its programs and no other.

        What was begun in the background has then also taken its own files away.
        """
        asked = ["reg", "query", LISTED.rpartition("\\")[0], "/s"]
        found, left = set(), []
        for _ in range(_TRIES):
            _, said = self._bounded(lambda: self.wine.code(asked, timeout_s=self._left()))
            found = set(re.findall(r"DisplayVersion\s+REG_SZ\s+(\S+)", said))
            left = [one for folder in _TEMP for one in self.wine.drive.glob(f"{folder}/{_COPIES}")]
            if found == {version} and not left:
                return
        raise AssertionError(f"{found} instead of {version}, {left}")

    def claim_version(self, version: str) -> None:
        """Let the setup program believe that it installed another version."""
        changed = ["reg", "add", LISTED, "/v", "DisplayVersion", "/d", version, "/f"]
        assert self._bounded(lambda: self.wine.code(changed, timeout_s=self._left()))[0] == 0

    def settings(self) -> dict[str, tuple[str, str]]:
        """Return what the installed program takes for its settings: value and source by name."""
        code, said = self.ask("canbao.exe", "station", "settings")
        assert code == 0, said
        rows = [json.loads(row) for row in said.splitlines() if row.startswith("{")]
        return {row["name"]: (row["value"], row["source"]) for row in rows}

    def self_test(self, report: Path | None = None) -> dict[str, Any]:
        """Let the installed program prove itself; the one without a console into a file."""
        if report is None:
            code, said = self.ask("canbao.exe", "--self-test", "--json")
            text = next((one for one in said.splitlines() if one.startswith("{")), said)
        else:
            told = ("--self-test", "--json", "--report", self.as_seen(report))
            code, _ = self.ask("canbao-desk.exe", *told)
            text = report.read_text(encoding="utf-8")
        assert code == 0, text[-3000:]
        found: dict[str, Any] = json.loads(text)
        return found

    def programs(self) -> set[str]:
        """Return what lies in the program's folder."""
        return {path.name for path in self.folder.glob("*")}

    @contextmanager
    def unsent(self, count: int) -> Iterator[None]:
        """Let events wait in the station's folder that the centre does not have."""
        self.station.mkdir(parents=True, exist_ok=True)
        (self.station / "unsent").write_text(str(count))
        yield
        (self.station / "unsent").unlink()

    @contextmanager
    def running(self) -> Iterator[None]:
        """A centre of one's own, run by the windowed program: its files are in use."""
        if not (self.wine.drive / "centre").exists():
            begun = ("--data", "C:\\centre", "server", "init", "--county", "539999")
            code, said = self.ask("canbao.exe", *begun)
            assert code == 0, said
        command = [f"{self.place}\\canbao-desk.exe", "--data", "C:\\centre"]
        program = self.wine.start([*command, "server", "run", "--listen", "127.0.0.1:0"])
        try:
            self._wait_until_in_use(program)
            yield
            assert program.poll() is None, "the program that is to run has ended meanwhile"
        finally:
            self._bounded(lambda: self.wine.code(["taskkill", "/f", "/im", "canbao-desk.exe"]))
            program.wait(STEP_S)

    def _wait_until_in_use(self, program: subprocess.Popen[bytes]) -> None:
        for _ in range(_TRIES):
            assert program.poll() is None, "the program that is to run has ended"
            if self.ask("canbao.exe", "--idle-check")[0] == 3:
                return
        raise AssertionError("the program does not run")

    def _bounded(self, step: Callable[[], T]) -> T:
        """Do a step; what hangs loses the machine."""
        if self.lost:
            pytest.skip(self.lost)
        try:
            return step()
        except self._script.NoAnswer as silent:
            self.lost = "wine did not answer"
            pytest.skip(f"{self.lost}: {silent}")
        except self._script.Failed as hung:
            self.lost = "a program hung before, nothing more is tried on that machine"
            if self._until is not None:
                pytest.skip(f"wine did not answer: {hung}")
            pytest.fail(str(hung))

    def _left(self) -> float:
        """Return how long a step may take."""
        if self._until is None:
            return STEP_S
        left = self._until - time.monotonic()
        if left <= 0:
            self.lost = "the gate leaves no more time for wine"
            pytest.skip(self.lost)
        return min(STEP_S, left)
