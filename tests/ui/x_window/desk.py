"""The program as another process, and what can be known of it from outside."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from desktop.app.desk_opening import RECEIPTS
from desktop.app.law import shipped_law
from desktop.base.clock import SystemClock
from desktop.base.ids import SystemIds
from desktop.domain.household import HouseholdInput
from desktop.domain.roster import Band
from desktop.usecases.desk import Desk, open_desk
from desktop.usecases.drafts import load_draft
from desktop.usecases.roster import load_bands, open_division
from tests.ui.x_window.display import Display, wait_until

OPERATOR, PASSWORD = "trainer", "canbao2021"
VILLAGE = "539999001001"
YEAR = 2021
RESIDENTS, SEED = 245, 7
"""Thirty households of them live in `VILLAGE`."""

_PROGRAM = (sys.executable, "-m", "desktop")
_ROOT = Path(__file__).parents[3]


def canbao(folder: Path, *arguments: str) -> None:
    """Run one of the program's commands over a station. Raises CalledProcessError."""
    subprocess.run(
        (*_PROGRAM, "--data", str(folder), "--operator", OPERATOR, *arguments),
        env=os.environ | {"CANBAO_PASSWORD": PASSWORD},
        cwd=_ROOT,
        check=True,
        capture_output=True,
        timeout=120,
    )


def make_station(folder: Path) -> None:
    """Make a training station with a village of thirty households and a last year behind them."""
    named = ("--name", "培训县青石镇医保服务站", "--display-name", "培训员")
    day = ("--training", "--date", f"{YEAR}-11-15")
    canbao(folder, "station", "init", "--division", VILLAGE[:9], *named, *day)
    amount = ("--residents", str(RESIDENTS), "--seed", str(SEED))
    canbao(folder, "seed", *amount, "--last-year")


@dataclass(slots=True)
class Program:
    """``python -m desktop`` over a station's folder, its window on a display."""

    display: Display
    folder: Path
    pictures: Path | None = None
    _running: subprocess.Popen[bytes] | None = None
    _desk: Desk | None = None
    _kept: int = field(default=0)

    def start(self) -> None:
        """Start it and wait for its window to take the keys."""
        self._running = subprocess.Popen(
            (*_PROGRAM, "--data", str(self.folder)),
            env=self.display.environment,
            cwd=_ROOT,
        )
        process = self._running.pid
        wait_until(
            lambda: self.display.active() in (self.display.windows(process) or ["none"]),
            "the program's window",
        )

    def kill(self) -> None:
        """End it as a power cut does: no goodbye."""
        if self._running is not None:
            self._running.kill()
            self._running.wait()
            self._running = None

    def close(self) -> None:
        """End it, however far it came, and let go of its store."""
        self.kill()
        if self._desk is not None:
            self._desk.store.close()
            self._desk = None

    @property
    def running(self) -> bool:
        """Whether it has not ended by itself."""
        return self._running is not None and self._running.poll() is None

    @property
    def title(self) -> str:
        """The name its window bears: which screen it shows."""
        return self.display.title(self.display.active())

    def await_title(self, words: str) -> None:
        """Return once the window shows the screen named."""
        wait_until(lambda: self.title.startswith(words), f"{words} (shown: {self.title})")

    def picture(self, name: str) -> None:
        """Keep a picture of the screen, where somebody asked for pictures."""
        if self.pictures is not None:
            self.display.settle()
            self._kept += 1
            self.display.keep(self.pictures / f"x-{self._kept:02d}-{name}.png")

    @property
    def desk(self) -> Desk:
        """The station's store, read beside the program."""
        if self._desk is None:
            self._desk = open_desk(
                self.folder,
                OPERATOR,
                PASSWORD,
                law=shipped_law(),
                clock=SystemClock(),
                ids=SystemIds(),
            )
        return self._desk

    @property
    def signed_in(self) -> bool:
        """Whether it has noted who signed in."""
        try:
            kept = json.loads((self.folder / "preferences.json").read_bytes())
        except (OSError, ValueError):
            return False
        return bool(kept.get("last_operator") == OPERATOR)

    @property
    def events(self) -> int:
        """How many events are durable."""
        return self._count("events")

    @property
    def printed(self) -> int:
        """How many receipts came out, counted by the program."""
        return self._count("print_jobs WHERE state = 'printed'")

    @property
    def papers(self) -> Sequence[Path]:
        """The receipts in the folder."""
        return sorted((self.folder / RECEIPTS).glob("*.pdf"))

    @property
    def draft(self) -> HouseholdInput | None:
        """What is being entered, as far as it is kept."""
        return load_draft(self.desk)

    def bands(self) -> tuple[Band, ...]:
        """Return the village's roster as the store has it."""
        opened = open_division(self.desk, VILLAGE, YEAR)
        return load_bands(self.desk, [one.household_id for one in opened.headings], YEAR)

    def _count(self, what: str) -> int:
        counted = self.desk.store.connection.execute(f"SELECT count(*) FROM {what}").fetchone()
        return int(counted[0])
