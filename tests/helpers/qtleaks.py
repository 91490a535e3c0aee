"""A screen's test that leaves a thread or timer running fails, and says who started it.

After napari's detectors: starting is recorded, and what was started must have ended, or been
destroyed, when the test and its fixtures are done.
"""

from __future__ import annotations

import traceback
import weakref
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QThread, QTimer
from shiboken6 import isValid

Started = list[tuple["weakref.ref[QThread | QTimer]", str]]


def still_running(started: Started) -> list[str]:
    """Return where each thread or timer was started that still runs."""
    found = []
    for reference, place in started:
        thing = reference()
        if thing is None or not isValid(thing):
            continue
        running = thing.isRunning() if isinstance(thing, QThread) else thing.isActive()
        if running:
            found.append(f"{type(thing).__name__} {thing.objectName()!r} still runs, {place}")
    return found


def recording(original: Callable[..., None], started: Started) -> Callable[..., None]:
    """Return ``start`` that also notes the object and the line that called it."""

    def start(thing: QThread | QTimer, *arguments: object) -> None:
        caller = traceback.extract_stack(limit=2)[0]
        started.append((weakref.ref(thing), f"started at {caller.filename}:{caller.lineno}"))
        original(thing, *arguments)

    return start


@pytest.fixture
def qt_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fail the test if a QThread or QTimer it started is still at work after it."""
    started: Started = []
    monkeypatch.setattr(QThread, "start", recording(QThread.start, started))
    monkeypatch.setattr(QTimer, "start", recording(QTimer.start, started))
    yield
    if found := still_running(started):
        pytest.fail("\n".join(found), pytrace=False)
