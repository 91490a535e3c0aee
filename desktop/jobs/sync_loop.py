"""The exchange in the background: its thread, its pace, and its state for whoever shows it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.base.clock import Clock
from desktop.base.errors import CanbaoError, Refused
from desktop.jobs.lanes import LaneClosed, Runner

State = Literal["unregistered", "waiting", "running", "paused", "offline", "refused"]
_HISTORY_MAX = 50


class Report(Protocol):
    """What is shown of an exchange that came to its end."""

    @property
    def pushed(self) -> int:
        """Own events sent."""
        ...

    @property
    def pulled(self) -> int:
        """Events that arrived."""
        ...

    @property
    def cases(self) -> int:
        """Matters opened for a person."""
        ...

    @property
    def granted(self) -> int:
        """Receipt number segments that arrived."""
        ...

    @property
    def pending(self) -> int:
        """Own events still without an answer."""
        ...

    @property
    def clock_off_s(self) -> int:
        """Seconds this machine is ahead of the centre, 0 if that is nothing to worry about."""
        ...

    @property
    def forked(self) -> bool:
        """The centre has seen another copy of this station."""
        ...


class Step(Protocol):
    """How one exchange went, and when the next is due."""

    @property
    def wait_s(self) -> float:
        """Seconds until the next one is due."""
        ...

    @property
    def report(self) -> Report | None:
        """What it did, None if it did not come to its end."""
        ...

    @property
    def error(self) -> CanbaoError | None:
        """Why there is no report."""
        ...


class Stepper(Protocol):
    """Does one exchange and never waits; belongs to the sync lane."""

    def step(self) -> Step:
        """Do one exchange."""
        ...


@dataclass(frozen=True, slots=True)
class Line:
    """One past exchange."""

    at: str
    """Local time, ``10:32:05``."""
    report: Report | None
    error: CanbaoError | None


class SyncWatch(QObject):
    """Runs the exchange on the sync lane, again and again, and says how it stands.

    ``make`` opens the line to the centre on the sync lane; it raises Refused ``NOT_REGISTERED``
    at a station that has none. Timers here only start work.
    """

    changed = Signal()
    exchanged = Signal()
    """An exchange came to its end: the register may hold something new."""

    def __init__(
        self,
        runner: Runner,
        make: Callable[[], Stepper],
        clock: Clock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._make = make
        self._clock = clock
        self._stepper: Stepper | None = None
        self._again = self._paused = False
        self.state: State = "waiting"
        self.error: CanbaoError | None = None
        self.history: deque[Line] = deque(maxlen=_HISTORY_MAX)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.now)

    @property
    def next_in_s(self) -> int | None:
        """Seconds until the next try; None while one runs or none is planned."""
        return self._timer.remainingTime() // 1000 if self._timer.isActive() else None

    def now(self) -> None:
        """Exchange now; if one is running, once more after it."""
        if self.state == "running":
            self._again = True
            return
        self._timer.stop()
        self._again = self._paused = False
        self._set("running", self.error)
        self._runner.submit("sync", self._step, owner=self, done=self._stepped, failed=self._failed)

    def renew(self) -> None:
        """Open the line anew, since it leaves the house another way now, and exchange."""
        self._runner.submit("sync", self._forget, owner=self)
        self.now()

    def pause(self) -> None:
        """Ask for nothing more until somebody wants an exchange; one that runs ends by itself."""
        self._timer.stop()
        self._again = False
        self._paused = True
        if self.state != "running":
            self._set("paused", None)

    def stop(self) -> None:
        """Plan no further exchange; one that runs ends by itself."""
        self._timer.stop()
        self.blockSignals(True)  # noqa: FBT003 - Qt's own signature

    def _forget(self) -> None:
        self._stepper = None

    def _step(self) -> Step:
        if self._stepper is None:
            self._stepper = self._make()
        return self._stepper.step()

    def _stepped(self, step: Step) -> None:
        local = self._clock.now().astimezone()
        self.history.appendleft(Line(f"{local:%H:%M:%S}", step.report, step.error))
        state: State = "waiting"
        if step.error is not None:
            state = "refused" if isinstance(step.error, Refused) else "offline"
        if self._paused:
            state = "paused"
        else:
            self._plan(step.wait_s)
        self._set(state, step.error)
        if step.error is None:
            self.exchanged.emit()

    def _failed(self, error: Exception) -> None:
        if isinstance(error, LaneClosed):
            return
        if not isinstance(error, CanbaoError):
            raise error
        if error.code == "NOT_REGISTERED":
            self._set("unregistered", error)
            return
        self.history.appendleft(Line(f"{self._clock.now().astimezone():%H:%M:%S}", None, error))
        self._plan(60)
        self._set("refused" if isinstance(error, Refused) else "offline", error)

    def _plan(self, wait_s: float) -> None:
        self._timer.start(0 if self._again else round(wait_s * 1000))

    def _set(self, state: State, error: CanbaoError | None) -> None:
        self.state, self.error = state, error
        self.changed.emit()
