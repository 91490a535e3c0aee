"""The one way across threads, with real threads: where callbacks run, order, loss, shutdown."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop.jobs.lanes import LaneClosed
from desktop.jobs.threads import ThreadRunner
from tests.helpers.patience import LIMIT_S


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[ThreadRunner]:
    made = ThreadRunner()
    yield made
    made.close()


def test_callbacks_run_in_the_gui_thread_and_work_elsewhere(
    runner: ThreadRunner, qtbot: QtBot
) -> None:
    seen: list[tuple[str, bool]] = []
    gui = threading.get_ident()

    def work() -> bool:
        return threading.get_ident() == gui

    def fail() -> bool:
        raise ValueError("no")

    runner.submit(
        "store",
        work,
        owner=runner,
        done=lambda here: seen.append((f"worked in gui: {here}", threading.get_ident() == gui)),
    )
    runner.submit(
        "store",
        fail,
        owner=runner,
        failed=lambda error: seen.append((str(error), threading.get_ident() == gui)),
    )
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert seen == [("worked in gui: False", True), ("no", True)]


def test_a_lane_is_one_thread_and_keeps_the_order(runner: ThreadRunner, qtbot: QtBot) -> None:
    done: list[int] = []
    threads: set[int] = set()

    def work(number: int) -> int:
        threads.add(threading.get_ident())
        return number

    for number in range(200):
        runner.submit("store", partial(work, number), owner=runner, done=done.append)
    qtbot.waitUntil(lambda: len(done) == 200)
    assert done == list(range(200))
    assert len(threads) == 1


def test_a_busy_lane_does_not_hold_up_another(runner: ThreadRunner, qtbot: QtBot) -> None:
    gate = threading.Event()
    done: list[str] = []
    runner.submit(
        "sync", lambda: gate.wait(LIMIT_S), owner=runner, done=lambda _: done.append("sync")
    )
    runner.submit("store", lambda: None, owner=runner, done=lambda _: done.append("store"))
    qtbot.waitUntil(lambda: done == ["store"])
    gate.set()
    qtbot.waitUntil(lambda: done == ["store", "sync"])


def test_it_is_idle_when_everybody_was_called_back(runner: ThreadRunner, qtbot: QtBot) -> None:
    done: list[str] = []

    def ask_again(answer: str) -> None:
        done.append(answer)
        runner.submit("search", lambda: "second", owner=runner, done=done.append)
        assert not runner.idle()

    assert runner.idle()
    runner.submit(
        "store",
        lambda: runner.wait_for("search", lambda: "first"),
        owner=runner,
        done=ask_again,
    )
    assert not runner.idle()
    qtbot.waitUntil(runner.idle)
    assert done == ["first", "second"]
    runner.submit("store", lambda: None, owner=runner)
    runner.close()
    assert runner.idle()


def test_the_outcome_for_a_destroyed_owner_is_dropped(runner: ThreadRunner, qtbot: QtBot) -> None:
    gate = threading.Event()
    done: list[str] = []
    screen = QObject()
    runner.submit(
        "store", lambda: gate.wait(LIMIT_S), owner=screen, done=lambda _: done.append("gone")
    )
    with qtbot.waitSignal(screen.destroyed):
        screen.deleteLater()
    runner.submit("store", lambda: None, owner=runner, done=lambda _: done.append("after"))
    gate.set()
    qtbot.waitUntil(lambda: bool(done))
    assert done == ["after"]


def test_closing_drains_the_store_lane_and_refuses_new_work(qtbot: QtBot) -> None:
    runner = ThreadRunner()
    gate = threading.Event()
    written: list[int] = []
    refused: list[Exception] = []
    runner.submit("store", lambda: gate.wait(LIMIT_S), owner=runner)
    for number in range(20):
        runner.submit("store", partial(written.append, number), owner=runner)
    gate.set()
    runner.close()
    assert written == list(range(20))
    runner.submit("store", lambda: written.append(99), owner=runner, failed=refused.append)
    qtbot.waitUntil(lambda: bool(refused))
    assert isinstance(refused[0], LaneClosed)
    assert 99 not in written


def test_a_timer_that_fires_while_the_program_ends_is_no_crash(qtbot: QtBot) -> None:
    runner = ThreadRunner()
    told: list[Exception] = []

    def failed(error: Exception) -> None:
        told.append(error)
        raise error

    runner.close()
    with qtbot.captureExceptions() as crashed:
        runner.submit("store", lambda: None, owner=runner, failed=failed)
        qtbot.waitUntil(lambda: bool(told))
    assert isinstance(told[0], LaneClosed)
    assert crashed == []


def test_a_failure_nobody_takes_is_not_swallowed(runner: ThreadRunner, qtbot: QtBot) -> None:
    def work() -> None:
        raise ValueError("a bug")

    with qtbot.captureExceptions() as caught:
        runner.submit("print", work, owner=runner)
        qtbot.waitUntil(lambda: bool(caught))
    assert str(caught[0][1]) == "a bug"
