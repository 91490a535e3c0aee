"""A Windows of one's own under wine: made in a folder, used without a screen, ended for certain."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from places import Failed, run, tool

_BOOT_S = 180


class Wine:
    """A fresh wine prefix in ``folder``; a context manager that ends everything run in it."""

    def __init__(self, folder: Path) -> None:
        """Raise Missing without wine."""
        self._wine = tool("wine", "wine, wine64")
        self.folder = folder
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
        self.folder.mkdir(parents=True, exist_ok=True)
        self.run(["wineboot", "-i"], timeout_s=_BOOT_S)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for argument in ("-k", "-w"):
            subprocess.run(
                ["/usr/lib/wine/wineserver", argument], env=self.env, check=False, timeout=60
            )

    def run(self, command: Sequence[str | Path], *, timeout_s: float = 300) -> str:
        """Run a Windows program and return what it said. Raises Failed."""
        return run([self._wine, *command], timeout_s=timeout_s, env=self.env)

    def code(self, command: Sequence[str | Path], *, timeout_s: float = 300) -> tuple[int, str]:
        """Run a Windows program; return its exit code and what it said.

        Raises Failed if it does not end in time.
        """
        try:
            done = subprocess.run(
                [self._wine, *[str(part) for part in command]],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                timeout=timeout_s,
                env=self.env,
                check=False,
            )
        except subprocess.TimeoutExpired as late:
            raise Failed(f"{command[0]}: not done in {timeout_s:.0f} s") from late
        return done.returncode, done.stdout.decode("utf-8", "replace")

    def registry(self, key: str) -> dict[str, str]:
        r"""Return the text values under a key such as ``HKLM\Software\CanbaoDesk``."""
        code, said = self.code(["reg", "query", key])
        if code:
            return {}
        rows = (line.strip().split("    ", 2) for line in said.splitlines())
        return {row[0]: row[2] for row in rows if len(row) == 3 and row[1].startswith("REG_")}


def windows_path(path: Path) -> str:
    """Return a path of this machine as Windows programs see it."""
    return "Z:" + str(path).replace("/", "\\")
