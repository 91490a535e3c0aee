"""A Windows of one's own under wine: made in a folder, used without a screen, ended for certain.

Left to itself wine ends its services whenever no program runs, and starts them anew with the next
one. What starts last inherits that program's output: whoever then waits for the end of it waits for
a service, or for another program that keeps the desktop open. So the server is told to stay before
anything runs, and a program has ended when its process has, whoever else still holds its output.
"""

from __future__ import annotations

import os
import re
import selectors
import subprocess
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from places import Failed, tool

_BOOT_S = 180
_END_S = 30
_ANSWER_S = 60
_LOOK_S = 0.1


class NoAnswer(Failed):
    """Wine itself does not answer any more: that says nothing of the program it ran."""


class Wine:
    """A wine prefix in ``folder``; a context manager that ends everything run in it."""

    def __init__(self, folder: Path) -> None:
        """Raise Missing without wine."""
        self._wine = tool("wine", "wine, wine64")
        self.folder = folder
        self._begun = False
        kept = {name: value for name, value in os.environ.items() if name != "DISPLAY"}
        self.env = kept | {
            "WINEPREFIX": str(folder),
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            # Neither .NET nor a browser: wine would ask to fetch them.
            "WINEDLLOVERRIDES": "mscoree,mshtml=;winemenubuilder.exe=d",
        }

    @property
    def drive(self) -> Path:
        """Where drive C lies."""
        return self.folder / "drive_c"

    def __enter__(self) -> Wine:
        """Raise NoAnswer if wine does not get ready."""
        self._begin()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.end()

    def end(self) -> None:
        """End everything that runs in the prefix; if asking does not help, by force."""
        self._begun = False
        for argument in ("-k", "-w", "-k9"):
            if self._server(argument) and argument == "-w":
                return

    def run(self, command: Sequence[str | Path], *, timeout_s: float = 300) -> str:
        """Run a Windows program and return what it said. Raises Failed."""
        code, said = self.code(command, timeout_s=timeout_s)
        if code:
            raise Failed(f"{command[0]}: exit code {code}\n{said[-3000:]}")
        return said

    def line(self, line: str, *, timeout_s: float = 300) -> int:
        """Run a command line exactly as it is written; return its exit code, all of it.

        wine puts each argument in quotes that has a blank in it, and hands on eight bits of the
        code. NSIS wants its last option without quotes, Windows Installer ends with more bits.
        Raises as `code`.
        """
        batch = self.drive / "line.bat"
        text = f"@echo off\r\n{line}\r\necho ended with %errorlevel%\r\n"
        batch.write_bytes(text.encode("ascii"))
        code, said = self.code(["cmd", "/c", "C:\\line.bat"], timeout_s=timeout_s)
        found = re.search(r"ended with (\d+)", said)
        if not found:
            raise Failed(f"{line}: exit code {code}\n{said[-3000:]}")
        return int(found[1])

    def start(self, command: Sequence[str | Path]) -> subprocess.Popen[bytes]:
        """Start a Windows program that goes on; what it says goes nowhere."""
        self._be_there()
        return subprocess.Popen(
            [self._wine, *[str(part) for part in command]],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=self.env,
        )

    def code(self, command: Sequence[str | Path], *, timeout_s: float = 300) -> tuple[int, str]:
        """Run a Windows program; return its exit code (its last eight bits) and what it said.

        Raises Failed if it does not end in time, NoAnswer if wine does nothing else either; both
        leave nothing of it running.
        """
        self._be_there()
        with subprocess.Popen(
            [self._wine, *[str(part) for part in command]],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=self.env,
        ) as process:
            said = _heard(process, timeout_s)
            if process.poll() is None:
                answers = self._answers()
                self.end()
                process.kill()
                process.wait(_END_S)
                late = f"{' '.join(map(str, command))}: not done in {timeout_s:.0f} s\n{said}"
                raise Failed(late) if answers else NoAnswer(f"wine did not answer: {late}")
            return process.returncode, said

    def registry(self, key: str) -> dict[str, str]:
        r"""Return the text values under a key such as ``HKLM\Software\CanbaoDesk``."""
        code, said = self.code(["reg", "query", key])
        if code:
            return {}
        rows = (line.strip().split("    ", 2) for line in said.splitlines())
        return {row[0]: row[2] for row in rows if len(row) == 3 and row[1].startswith("REG_")}

    def _be_there(self) -> None:
        """Begin again after an end."""
        if not self._begun:
            self._begin()

    def _begin(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        self._server("-p")
        try:
            subprocess.run(
                [self._wine, "wineboot", "-i"],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env=self.env,
                check=True,
                timeout=_BOOT_S,
            )
        except (subprocess.TimeoutExpired, subprocess.CalledProcessError) as error:
            self.end()
            raise NoAnswer("wine did not answer: it does not start") from error
        self._begun = True

    def _answers(self) -> bool:
        """Tell whether wine still runs anything at all."""
        asked = self.start(["cmd", "/c", "ver"])
        try:
            return asked.wait(_ANSWER_S) == 0
        except subprocess.TimeoutExpired:
            asked.kill()
            asked.wait(_END_S)
            return False

    def _server(self, argument: str) -> bool:
        """Tell wine's server something; True if it was done in time."""
        try:
            done = subprocess.run(
                ["/usr/lib/wine/wineserver", argument],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env=self.env,
                check=False,
                timeout=_END_S,
            )
        except subprocess.TimeoutExpired:
            return False
        return done.returncode == 0


def windows_path(path: Path) -> str:
    """Return a path of this machine as Windows programs see it."""
    return "Z:" + str(path).replace("/", "\\")


def _heard(process: subprocess.Popen[bytes], timeout_s: float) -> str:
    """Return what a process says until it ends or the time is over."""
    assert process.stdout is not None
    said, until = bytearray(), time.monotonic() + timeout_s
    with selectors.DefaultSelector() as ready:
        ready.register(process.stdout, selectors.EVENT_READ)
        while time.monotonic() < until:
            ended = process.poll() is not None
            if ready.select(0 if ended else _LOOK_S):
                part = os.read(process.stdout.fileno(), 65_536)
                said += part
                if not part:
                    break
            elif ended:
                break
    with suppress(subprocess.TimeoutExpired):
        process.wait(max(0.0, until - time.monotonic()))
    return said.decode("utf-8", "replace")
