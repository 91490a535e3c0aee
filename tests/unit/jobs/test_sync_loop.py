"""The exchange in the background: its states, its pace, and what F5 does meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from pytestqt.qtbot import QtBot

from desktop.base.clock import SystemClock
from desktop.base.errors import Refused, Unavailable
from desktop.jobs.sync_loop import Step, SyncWatch
from tests.helpers.inline_runner import InlineRunner


@dataclass(slots=True)
class StepMade:
    """One scripted outcome."""

    wait_s: float = 3600.0
    report: None = None
    error: Unavailable | Refused | None = None


@dataclass(slots=True)
class Script:
    """An exchange whose outcomes are written down beforehand."""

    outcomes: list[StepMade] = field(default_factory=list)
    done: int = 0

    def step(self) -> Step:
        """Return the next outcome."""
        self.done += 1
        return self.outcomes[min(self.done, len(self.outcomes)) - 1]


@pytest.fixture
def script() -> Script:
    return Script([StepMade()])


@pytest.fixture
def runner() -> InlineRunner:
    return InlineRunner()


@pytest.fixture
def watch(qtbot: QtBot, runner: InlineRunner, script: Script) -> Iterator[SyncWatch]:
    made = SyncWatch(runner, lambda: script, SystemClock())
    yield made
    made.stop()


def test_a_finished_exchange_waits_for_the_next(watch: SyncWatch, qtbot: QtBot) -> None:
    with qtbot.waitSignal(watch.exchanged):
        watch.now()
    assert watch.state == "waiting"
    assert watch.next_in_s is not None
    assert 3000 <= watch.next_in_s <= 3600


def test_no_line_is_offline_and_a_refusal_needs_somebody(watch: SyncWatch, script: Script) -> None:
    script.outcomes = [StepMade(error=Unavailable("CENTRE_UNREACHABLE", "no"))]
    watch.now()
    states: list[str] = [watch.state]
    script.outcomes = [StepMade(error=Refused("STATION_UNKNOWN", "no"))]
    watch.now()
    states.append(watch.state)
    assert states == ["offline", "refused"]
    assert [line.error.code for line in watch.history if line.error] == [
        "STATION_UNKNOWN",
        "CENTRE_UNREACHABLE",
    ]


def test_asked_while_one_runs_it_runs_once_more(
    watch: SyncWatch, runner: InlineRunner, script: Script, qtbot: QtBot
) -> None:
    runner.hold()
    watch.now()
    watch.now()
    watch.now()
    assert watch.state == "running"
    runner.release()
    qtbot.waitUntil(lambda: script.done == 2)
    assert script.done == 2


def test_a_station_without_a_centre_says_so_and_asks_nobody(
    qtbot: QtBot, runner: InlineRunner
) -> None:
    def make() -> Script:
        raise Refused("NOT_REGISTERED", "no centre")

    watch = SyncWatch(runner, make, SystemClock())
    watch.now()
    assert (watch.state, watch.next_in_s, len(watch.history)) == ("unregistered", None, 0)


def test_a_bug_in_the_exchange_is_not_swallowed(qtbot: QtBot, runner: InlineRunner) -> None:
    def make() -> Script:
        raise KeyError("a bug")

    watch = SyncWatch(runner, make, SystemClock())
    with pytest.raises(KeyError):
        watch.now()
