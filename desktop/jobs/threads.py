"""The runner of the real program: one thread per lane, callbacks in the GUI thread."""

from __future__ import annotations

import weakref
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from threading import Condition, Event, Lock, Thread
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot
from typing_extensions import override

from desktop.jobs.lanes import LANES, Lane, LaneClosed, Result

_JOIN_S = 10.0
_WAIT_STEP_S = 1.0


@dataclass(frozen=True, slots=True, eq=False)
class _Job:
    work: Callable[[], Any]
    owner: Callable[[], object | None]
    done: Callable[[Any], None] | None
    failed: Callable[[Exception], None] | None


class _Lane(Thread):
    """One thread and its queue. ``report`` is called on this thread with each outcome."""

    def __init__(self, name: Lane, report: Callable[[_Job, object, Exception | None], None]):
        super().__init__(name=f"lane-{name}", daemon=True)
        self._report = report
        self._jobs: deque[_Job] = deque()
        self._wake = Condition()
        self._closing = False

    def put(self, job: _Job) -> bool:
        """Queue a job; False if the lane is closing."""
        with self._wake:
            if self._closing:
                return False
            self._jobs.append(job)
            self._wake.notify()
            return True

    def finish(self, *, drain: bool) -> None:
        """Take no more work; ``drain`` does what is queued first, else it is dropped."""
        with self._wake:
            self._closing = True
            if not drain:
                self._jobs.clear()
            self._wake.notify()

    @override
    def run(self) -> None:
        """Do the jobs in order until told to finish."""
        while (job := self._next()) is not None:
            try:
                result = job.work()
            except Exception as error:  # noqa: BLE001 - handed to whoever asked, or to the crash dialog
                self._report(job, None, error)
            else:
                self._report(job, result, None)

    def _next(self) -> _Job | None:
        with self._wake:
            while not self._jobs and not self._closing:
                self._wake.wait()
            return self._jobs.popleft() if self._jobs else None


class ThreadRunner(QObject):
    """Lanes as threads. Make it in the GUI thread: outcomes arrive in the thread it lives in."""

    _outcome = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # Queued always: a worker's emit must never run a callback on the worker.
        self._outcome.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._lanes: dict[Lane, _Lane] = {}
        self._closed = False
        self._count = Lock()
        self._open = 0

    def idle(self) -> bool:
        """Tell whether nothing that was submitted is left to do or to be called back for."""
        with self._count:
            return self._closed or self._open == 0

    def submit(
        self,
        lane: Lane,
        work: Callable[[], Result],
        *,
        owner: object,
        done: Callable[[Result], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Do ``work`` on ``lane``; see `desktop.jobs.lanes.Runner.submit`."""
        job = _Job(work, _alive(owner), done, failed)
        self._counted(1)
        if self._closed or not self._lane(lane).put(job):
            self._outcome.emit(job, None, LaneClosed(lane))

    def wait_for(self, lane: Lane, work: Callable[[], Result]) -> Result:
        """Do ``work`` on ``lane`` and return its result. Lanes only, never the GUI.

        Whatever ``work`` raises is raised here; `LaneClosed` during shutdown.
        """
        finished = Event()
        results: list[Result] = []
        errors: list[BaseException] = []

        def run() -> None:
            try:
                results.append(work())
            except BaseException as error:  # noqa: BLE001 - raised again where it was asked for
                errors.append(error)
            finished.set()

        job = _Job(run, lambda: None, None, None)
        self._counted(1)
        if self._closed or not self._lane(lane).put(job):
            raise LaneClosed(lane)
        while not finished.wait(_WAIT_STEP_S):
            if not self._lanes_alive(lane) and not finished.is_set():
                raise LaneClosed(lane)
        if errors:
            raise errors[0]
        return results[0]

    def close(self) -> None:
        """Drain the lanes that hold the file, drop what the others have not begun, join."""
        self._closed = True
        for name in LANES:
            if name in self._lanes:
                self._lanes[name].finish(drain=name in ("store", "search", "count"))
        for lane in self._lanes.values():
            lane.join(_JOIN_S)
        self._lanes.clear()

    def _lanes_alive(self, name: Lane) -> bool:
        lane = self._lanes.get(name)
        return lane is not None and lane.is_alive()

    def _lane(self, name: Lane) -> _Lane:
        if name not in self._lanes:
            self._lanes[name] = _Lane(name, self._outcome.emit)
            self._lanes[name].start()
        return self._lanes[name]

    def _counted(self, change: int) -> None:
        with self._count:
            self._open += change

    @Slot(object, object, object)
    def _deliver(self, job: _Job, result: object, error: Exception | None) -> None:
        try:
            self._call_back(job, result, error)
        finally:
            # Whatever the callback submitted is counted before this one is let go.
            self._counted(-1)

    @staticmethod
    def _call_back(job: _Job, result: object, error: Exception | None) -> None:
        if job.owner() is None:
            return
        if error is None:
            if job.done is not None:
                job.done(result)
        elif job.failed is not None:
            # Whoever has no words for the program's end hands it back; it is nobody's mistake.
            with suppress(LaneClosed):
                job.failed(error)
        elif not isinstance(error, LaneClosed):
            raise error


def _alive(owner: object) -> Callable[[], object | None]:
    """Return a function giving the owner while it lives, for a QObject until Qt deletes it."""
    reference = weakref.ref(owner)

    def current() -> object | None:
        held = reference()
        if isinstance(held, QObject) and not shiboken6.isValid(held):
            return None
        return held

    return current
