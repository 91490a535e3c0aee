"""The figures of a centre of several processes, in sum, at one address that the parent keeps.

Each process counts for itself and tells when it is asked. What was last heard of one that ended
stays in the sum, so that a counter never falls because a process was started again; a process that
does not answer in time counts with what it last told.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from multiprocessing.connection import Connection as Pipe
from pathlib import Path

from desktop.server.config import Config
from desktop.server.database import CentreDatabase
from desktop.server.health import Examiner
from desktop.server.listening import parse_listen
from desktop.server.metrics import Figures
from desktop.server.metrics_server import MetricsServer
from desktop.server.watching import gauges_of

ANSWER_S_MAX = 2.0
"""A process that is busy longer than that counts with what it last told."""


@dataclass(slots=True)
class _Line:
    pipe: Pipe
    last: Figures = field(default_factory=Figures)


class Gathering:
    """Adds up what the processes tell, each within ``answer_s``. Any thread may ask."""

    def __init__(self, answer_s: float = ANSWER_S_MAX) -> None:
        self._answer_s = answer_s
        self._lock = threading.Lock()
        self._lines: dict[int, _Line] = {}
        self._ended = Figures()

    def join(self, place: int, pipe: Pipe) -> None:
        """Ask the process at ``place`` by ``pipe`` from now on; another's sum is kept."""
        with self._lock:
            self._leave(place)
            self._lines[place] = _Line(pipe)

    def look(self) -> Figures:
        """Return the sum of what every process has done since the centre started."""
        with self._lock:
            for line in self._lines.values():
                _hear(line, self._answer_s)
            total = Figures()
            total.add(self._ended)
            for line in self._lines.values():
                total.add(line.last)
        return total

    def close(self) -> None:
        """Ask nobody any more."""
        with self._lock:
            for place in tuple(self._lines):
                self._leave(place)

    def _leave(self, place: int) -> None:
        line = self._lines.pop(place, None)
        if line is not None:
            _drain(line)
            # Nothing of an ended process is under way.
            self._ended.add(replace(line.last, under_way=0))
            line.pipe.close()


class GatheredFigures:
    """Gives the sum and the centre's state out at the address of the settings, if there is one.

    ``answering`` tells how many processes run now, and how many ought to.

    Raises:
        Refused: ``LISTEN_FORM``.
        Unavailable: ``LISTEN_FAILED``.
    """

    def __init__(
        self,
        config: Config,
        gathering: Gathering,
        open_database: Callable[[], CentreDatabase],
        folder: Path,
        answering: Callable[[], tuple[int, int]],
    ) -> None:
        self._gathering = gathering
        self._answering = answering
        self._examiner = partial(Examiner, open_database, folder, config.ready.disk_free_mb)
        self._server: MetricsServer | None = None
        if config.metrics.listen:
            self._server = MetricsServer(*parse_listen(config.metrics.listen), self._text)

    @property
    def address(self) -> str:
        """Where the figures are, empty if nowhere."""
        return self._server.address if self._server else ""

    def start(self) -> None:
        """Begin to give figures out."""
        if self._server is not None:
            self._server.start()

    def close(self) -> None:
        """Let go of the address."""
        if self._server is not None:
            self._server.close()

    def _text(self) -> str:
        # Opened for each look: a connection is used in one thread, and each asks in its own.
        examiner, (running, wanted) = self._examiner(), self._answering()
        try:
            gauges = gauges_of(examiner.look())
        finally:
            examiner.close()
        ready = gauges["canbao_ready"]
        return self._gathering.look().text(
            {
                **gauges,
                "canbao_ready": (ready[0], ready[1] if running else 0),
                "canbao_processes": ("Processes that answer stations.", running),
                "canbao_processes_wanted": ("Processes that ought to.", wanted),
            }
        )


def answer_figures(pipe: Pipe, figures: Callable[[], Figures]) -> None:
    """Tell what was counted as often as the parent asks; returns when it closes the pipe."""
    try:
        while True:
            pipe.recv_bytes()
            pipe.send(figures())
    except (EOFError, OSError):
        return


def _hear(line: _Line, answer_s: float) -> None:
    try:
        # What came too late for an earlier look is older, and true all the same.
        _drain(line)
        line.pipe.send_bytes(b"?")
        if line.pipe.poll(answer_s):
            line.last = line.pipe.recv()
    except (EOFError, OSError):
        return


def _drain(line: _Line) -> None:
    try:
        while line.pipe.poll():
            line.last = line.pipe.recv()
    except (EOFError, OSError):
        return
