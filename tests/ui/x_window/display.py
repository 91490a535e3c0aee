"""A screen of its own with a window manager, and a keyboard on it: Xvfb, openbox, xdotool."""

from __future__ import annotations

import os
import re
import shutil
import struct
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QImage

NEEDED = ("Xvfb", "openbox", "xdotool", "xkbcomp", "xwininfo")
SIZE = (1366, 768)
KEY_MS = 120
"""For one key, down and up. The next follows after half of it, and a scanner within 30 ms."""

LIMIT_S = 40.0
_POLL_S = 0.05
_STILL = 4
"""So many looks in a row without a change: nothing is being painted any more."""

_SPARE = re.compile(r"^\s*(<I\d+>) = \d+;", re.MULTILINE)
_HEADER = struct.Struct(">25I")


def missing() -> list[str]:
    """Return the tools that this machine lacks."""
    return [tool for tool in NEEDED if shutil.which(tool) is None]


def wait_until(condition: Callable[[], bool], what: str, limit_s: float = LIMIT_S) -> None:
    """Return once ``condition`` holds. Raises TimeoutError, which says ``what`` did not come."""
    end = time.monotonic() + limit_s
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError(f"did not come within {limit_s:.0f} s: {what}")
        time.sleep(_POLL_S)


@dataclass(slots=True)
class Display:
    """One screen, and hands on its keyboard."""

    name: str
    frame: Path
    """The screen's memory, as Xvfb keeps it in a file."""

    @property
    def environment(self) -> dict[str, str]:
        """What a program needs to open its window here."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("QT_")}
        words = {"DISPLAY": self.name, "QT_QPA_PLATFORM": "xcb", "LC_ALL": "C.UTF-8"}
        return kept | words

    def teach(self, characters: str) -> None:
        """Give characters keys of their own, in the place of a media keyboard's.

        Else the map of the keys changes with each of them, sooner than a program notices.
        """
        read = subprocess.run(("xkbcomp", "-w0", self.name, "-"), capture_output=True, check=True)
        keys = read.stdout.decode()
        spare = _SPARE.findall(keys)
        wanted = sorted({one for one in characters if not one.isascii()})
        assert len(wanted) <= len(spare), "more characters than spare keys"
        for key, one in zip(spare, wanted, strict=False):
            keys = re.sub(rf"\n\s*key {key} \{{.*?\}};", "", keys, flags=re.DOTALL)
            symbol = f"\n    key {key} {{ [ U{ord(one):04X} ] }};"
            keys = re.sub(r'(\nxkb_symbols "[^"]*" \{)', rf"\1{symbol}", keys)
        command = ("xkbcomp", "-w0", "-", self.name)
        subprocess.run(command, input=keys.encode(), check=True, timeout=LIMIT_S)

    def type(self, text: str) -> None:
        """Type text, any character, at the pace of a hand."""
        self._do("type", "--clearmodifiers", "--delay", str(KEY_MS), "--", text)

    def press(self, *keys: str) -> None:
        """Press keys one after the other, named as X names them: Return, F12, ctrl+z."""
        self._do("key", "--clearmodifiers", "--delay", str(KEY_MS), *keys)

    def windows(self, process: int) -> list[str]:
        """Return the windows a process shows."""
        asked = ("xdotool", "search", "--onlyvisible", "--pid", str(process))
        found = self._ask(*asked).split()
        return [one for one in found if "IsViewable" in self._ask("xwininfo", "-id", one)]

    def title(self, window: str) -> str:
        """Return a window's name; nothing if it is gone."""
        return self._ask("xdotool", "getwindowname", window).strip()

    def active(self) -> str:
        """Return the window that keys go to; nothing if none does."""
        return self._ask("xdotool", "getactivewindow").strip()

    def pixels(self) -> bytes:
        """Return what is on the screen now."""
        raw = self.frame.read_bytes()
        header = _HEADER.unpack_from(raw)
        return raw[header[0] + 12 * header[19] :]

    def settle(self) -> None:
        """Return once nothing moves on the screen; a blinking cursor is slower than this looks."""
        seen: list[bytes] = []

        def still() -> bool:
            seen.append(self.pixels())
            del seen[:-_STILL]
            return len(seen) == _STILL and all(one == seen[0] for one in seen)

        wait_until(still, "a screen at rest")

    def changes(self, before: bytes, what: str) -> None:
        """Return once the screen differs from ``before`` and rests."""
        wait_until(lambda: self.pixels() != before, what)
        self.settle()

    def keep(self, path: Path) -> None:
        """Keep the screen as a picture."""
        pixels = self.pixels()
        line = len(pixels) // SIZE[1]
        QImage(pixels, *SIZE, line, QImage.Format.Format_RGB32).save(str(path))

    def _do(self, *what: str) -> None:
        subprocess.run(("xdotool", *what), env=self.environment, check=True, timeout=LIMIT_S)

    def _ask(self, *command: str) -> str:
        # A window may go while it is asked about: no answer is an answer.
        asked = subprocess.run(
            command, env=self.environment, capture_output=True, timeout=LIMIT_S, check=False
        )
        return asked.stdout.decode("utf-8", "replace")


@contextmanager
def display(folder: Path) -> Iterator[Display]:
    """Open a screen of 1366 by 768 with a window manager; both end with the block."""
    folder.mkdir(parents=True, exist_ok=True)
    told, tell = os.pipe()
    screen = f"{SIZE[0]}x{SIZE[1]}x24"
    memory = ("-fbdir", str(folder), "-nolisten", "tcp")
    server = subprocess.Popen(
        ("Xvfb", "-displayfd", str(tell), "-screen", "0", screen, *memory),
        pass_fds=(tell,),
        stderr=subprocess.DEVNULL,
    )
    os.close(tell)
    with os.fdopen(told) as said:
        number = said.readline().strip()
    made = Display(f":{number}", folder / "Xvfb_screen0")
    manager = subprocess.Popen(
        ("openbox",), env=made.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        yield made
    finally:
        for process in (manager, server):
            process.terminate()
            process.wait(LIMIT_S)
