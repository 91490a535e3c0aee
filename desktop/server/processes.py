"""Several processes that answer stations at one address: for PostgreSQL, one for each processor.

Each holds nothing but its connections; counters, order and accounts are in the database, so any of
them may answer any request, and one that dies is started again. The first alone keeps the filter
and the backups; this process gives out the figures of all. When it ends, in whatever way, they
drain and end.
"""

from __future__ import annotations

import logging
import multiprocessing
import signal
import socket
import threading
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection as Pipe
from multiprocessing.connection import wait
from multiprocessing.context import SpawnProcess

import msgspec

from desktop.base.clock import SystemClock
from desktop.base.errors import Unavailable
from desktop.base.ids import SystemIds
from desktop.server.config import Backup, Config, Metrics
from desktop.server.database import open_centre
from desktop.server.gathering import GatheredFigures, Gathering, answer_figures
from desktop.server.listening import address_of, listen_on
from desktop.server.recheck import Recheck
from desktop.server.serving import Announce, RunningCentre, run_until_signalled
from desktop.server.site import Where, site_at

LOOK_EVERY_S = 0.5
START_S_MAX = 60.0
_DRAIN_EXTRA_S = 10.0

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Task:
    """What every process is told; all of it can be sent to a new one."""

    where: Where
    config: Config
    recheck: Callable[[], Recheck]
    """A function of a module, which reads the law anew in each process."""


@dataclass(slots=True)
class _Child:
    process: SpawnProcess
    pid: int
    """Kept beside it: one that ended and was let go of is asked for nothing more."""
    leash: Pipe
    """Closed, it tells the process to drain and end; so does our own death."""
    told: Pipe
    """Says when the process answers."""


@dataclass(frozen=True, slots=True)
class _Ends:
    """What a process holds of its three pipes to the parent."""

    leash: Pipe
    told: Pipe
    figures: Pipe


class Processes:
    """A centre of several processes that listens ``at`` a host and a port (0: any free one).

    `run` blocks; `stop` may be called from a signal handler or any thread.

    Raises:
        Refused: ``CENTRE_NOT_SET_UP``, ``DATABASE_NEWER``.
        Unavailable: ``LISTEN_FAILED``, the key, the file or the database.
    """

    def __init__(self, task: Task, count: int, *, at: tuple[str, int], announce: Announce) -> None:
        # Opened once here: what is wrong is told once, before listening; steps run once.
        open_centre(task.where).close()
        self._task = task
        self._socket = listen_on(*at)
        self.address = address_of(self._socket, tls=bool(task.config.tls.certificate))
        self._announce = announce
        self._stopping = threading.Event()
        self._gathering = Gathering()
        try:
            self._figures = GatheredFigures(
                task.config,
                self._gathering,
                lambda: open_centre(task.where),
                site_at(task.where).folder,
                lambda: (self._answering, count),
            )
        except BaseException:
            self._socket.close()
            raise
        self._answering = 0
        self._children: list[_Child] = []
        self._children += [self._start(place) for place in range(count)]

    @property
    def metrics_address(self) -> str:
        """Where the figures of all are, empty if nowhere."""
        return self._figures.address

    def run(self) -> None:
        """Keep the processes running until `stop` is called; then let them drain."""
        try:
            if self._all_answer():
                self._figures.start()
                self._announce(self.address)
            self._answering = len(self._children)
            while not self._stopping.wait(LOOK_EVERY_S):
                # One that was started again answers once it has said so.
                self._answering = sum(_answers(child) for child in self._children)
                self._mend()
                # Little is lost of what a process has counted, however it ends.
                self._gathering.look()
        finally:
            self._end()

    def stop(self) -> None:
        """Ask for all to drain and end."""
        self._stopping.set()

    def pids(self) -> list[int]:
        """Return the processes that are there now."""
        return [child.pid for child in self._children]

    def _all_answer(self) -> bool:
        for child in self._children:
            ends: list[object] = [child.told, child.process.sentinel]
            if child.process.sentinel in wait(ends, START_S_MAX) or not child.told.poll():  # type: ignore[arg-type]
                if self._stopping.is_set():
                    return False
                raise Unavailable("CENTRE_FAILED", "a process of the centre did not start")
        return True

    def _mend(self) -> None:
        for place, child in enumerate(self._children):
            if child.process.is_alive() or self._stopping.is_set():
                continue
            _log.error("process %d ended by itself; it is started again", place)
            _close(child)
            self._children[place] = self._start(place)

    def _start(self, place: int) -> _Child:
        context = multiprocessing.get_context("spawn")
        end, leash = context.Pipe(duplex=False)
        told, tell = context.Pipe(duplex=False)
        asks, asked = context.Pipe()
        process = context.Process(
            target=_serve,
            args=(self._task, self._socket, _Ends(end, tell, asked), place),
            name=f"centre-{place}",
        )
        process.start()
        # Only the process itself holds these ends now.
        for held in (end, tell, asked):
            held.close()
        self._gathering.join(place, asks)
        assert process.pid is not None
        return _Child(process, process.pid, leash, told)

    def _end(self) -> None:
        for child in self._children:
            child.leash.close()
        for child in self._children:
            child.process.join(self._task.config.limits.drain_s + _DRAIN_EXTRA_S)
            if child.process.is_alive():
                child.process.kill()
                child.process.join()
            _close(child)
        self._figures.close()
        self._gathering.close()
        self._socket.close()


def _answers(child: _Child) -> bool:
    try:
        return child.process.is_alive() and child.told.poll()
    except OSError:
        return False


def _close(child: _Child) -> None:
    child.leash.close()
    child.told.close()
    child.process.close()


def _serve(task: Task, listening: socket.socket, ends: _Ends, place: int) -> None:
    """Answer stations; the body of one process."""
    from desktop.server.logs import end_log, log_as

    # The keyboard's interrupt goes to all; the parent says when to end.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    first = place == 0
    config = task.config
    # The parent gives the figures of all out.
    config = msgspec.structs.replace(config, metrics=Metrics())
    if not first:
        config = msgspec.structs.replace(config, backup=Backup())
    log = log_as(config.log)
    centre = RunningCentre(
        task.where,
        at=listening,
        clock=SystemClock(),
        ids=SystemIds(),
        recheck=task.recheck(),
        announce=ends.told.send,
        config=config,
    )
    centre.keeps_filter = first
    for body, told in (
        (_end_with, (ends.leash, centre.stop)),
        (answer_figures, (ends.figures, centre.figures)),
    ):
        threading.Thread(target=body, args=told, daemon=True).start()
    try:
        run_until_signalled(centre)
    finally:
        end_log(log)


def _end_with(end: Pipe, stop: Callable[[], None]) -> None:
    """Stop once the other end of the pipe is closed."""
    try:
        end.recv()
    except (EOFError, OSError):
        stop()
