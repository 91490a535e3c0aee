"""The detectors every test runs under do detect."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from tests.helpers.logfail import ExpectedLog
from tests.helpers.qtleaks import Started, recording, still_running


def record(level: int, message: str) -> logging.LogRecord:
    return logging.LogRecord("desktop.sync", level, __file__, 1, message, None, None)


def test_an_unannounced_warning_is_a_complaint() -> None:
    log = ExpectedLog()
    log.handle(record(logging.WARNING, "centre unreachable"))
    assert log.complaints() == ["unexpected in the log: WARNING desktop.sync centre unreachable"]


def test_an_announced_warning_is_none() -> None:
    log = ExpectedLog()
    log("WARNING desktop.sync centre")
    log.handle(record(logging.WARNING, "centre unreachable"))
    assert log.complaints() == []


def test_an_announced_warning_that_never_came_is_a_complaint() -> None:
    log = ExpectedLog()
    log("centre")
    assert log.complaints() == ["announced but not logged: centre"]


def test_the_fixture_hears_the_programs_log(expected_log: ExpectedLog) -> None:
    expected_log("ERROR desktop.store disk full")
    logging.getLogger("desktop.store").error("disk full")


@pytest.fixture
def timer(qapp: QApplication) -> Iterator[QTimer]:
    timer = QTimer()
    yield timer
    timer.stop()


@pytest.mark.parametrize("single", [False, True])
def test_a_running_timer_is_found_with_its_place(timer: QTimer, single: bool) -> None:
    started: Started = []
    timer.setObjectName("clock")
    timer.setSingleShot(single)
    recording(QTimer.start, started)(timer, 60_000)
    (found,) = still_running(started)
    assert "'clock'" in found
    assert __file__ in found
    timer.stop()
    assert still_running(started) == []


def test_a_destroyed_timer_is_not_found(qapp: QApplication) -> None:
    started: Started = []
    timer = QTimer()
    recording(QTimer.start, started)(timer, 60_000)
    del timer
    assert still_running(started) == []
