"""Run the centre: in this process until told to stop, or in a thread beside a desk."""

from __future__ import annotations

import logging
import signal
import socket
import sys
import threading
from collections.abc import Callable
from contextlib import ExitStack
from types import TracebackType
from typing import Protocol

import uvicorn
from fastapi import FastAPI

from desktop.base.clock import Clock, SystemClock
from desktop.base.errors import Unavailable
from desktop.base.ids import IdSource, SystemIds
from desktop.server.config import Config
from desktop.server.database import CentreDatabase, open_centre
from desktop.server.directory import SignInRules
from desktop.server.door import Door
from desktop.server.filter_keeper import FilterKeeper
from desktop.server.handlers import Handlers
from desktop.server.http import make_app
from desktop.server.listening import Server, address_of, listen_on
from desktop.server.metrics import Figures
from desktop.server.recheck import Recheck, no_recheck
from desktop.server.site import Where, site_at
from desktop.server.watching import BackupKeeper, Watching
from desktop.server.workers import Workers

_START_S_MAX = 30.0

SWITCH_S = 0.0005
"""How long one thread works while others of its process want to. Whoever holds the county waits for
its turn after each answer of the database; Python's usual 5 ms, ten times for each batch, is what
all the county's stations would wait."""

Announce = Callable[[str], None]
"""Told the address once stations may ask."""

_log = logging.getLogger(__name__)


class RunningCentre:
    """A centre that listens ``at`` a host and a port (0: any free one), or on a socket.

    `run` blocks; `stop` may be called from any thread and lets what was asked be answered.

    Raises:
        Refused: ``CENTRE_NOT_SET_UP``, ``DATABASE_NEWER``.
        Unavailable: ``LISTEN_FAILED`` if the address cannot be had; the key or the file.
    """

    def __init__(
        self,
        where: Where,
        *,
        at: tuple[str, int] | socket.socket = ("127.0.0.1", 0),
        clock: Clock | None = None,
        ids: IdSource | None = None,
        recheck: Recheck = no_recheck,
        announce: Announce = lambda _address: None,
        config: Config | None = None,
    ) -> None:
        config = config or Config()
        self.keeps_filter = True
        """Whether this process makes the county's filter; of several, one does."""
        self._where = where
        self._lock = threading.Lock()
        self._clock = clock or SystemClock()
        self._ids = ids or SystemIds()
        self._recheck = recheck
        self._sign_in = SignInRules(config.sign_in.offline_days, config.sign_in.warn_days)
        # Opened once here, so that a wrong key or an older program is told before listening.
        open_centre(where, lock=self._lock).close()
        with ExitStack() as undo:
            self._watching = Watching(config, self._open_database, site_at(where).folder)
            undo.callback(self._watching.close)
            self._socket = at if isinstance(at, socket.socket) else listen_on(*at)
            undo.callback(self._socket.close)
            self.address = address_of(self._socket, tls=bool(config.tls.certificate))
            self._workers = Workers(self._open_door, count=config.limits.workers)
            settings = _settings(config, make_app(self._workers, self._watching.watch))
            undo.pop_all()
        self._backups = _backups(config, where, self._clock)
        self._keeper = FilterKeeper(self._open_database, self._clock, self._ids)
        self._server = Server(settings, lambda: announce(self.address))

    @property
    def metrics_address(self) -> str:
        """Where the figures are, empty if nowhere."""
        return self._watching.metrics_address

    def figures(self) -> Figures:
        """Return what this process has done since it started."""
        return self._watching.watch.metrics.figures()

    def run(self) -> None:
        """Answer stations until `stop` is called; then drain and close."""
        self._workers.start()
        if self.keeps_filter:
            self._keeper.start()
        self._watching.start()
        if self._backups is not None:
            self._backups.start()
        try:
            self._server.run(sockets=[self._socket])
        finally:
            self.close()

    def close(self) -> None:
        """Let go of threads, files and address; `run` does it by itself."""
        if self._backups is not None:
            self._backups.close()
        self._keeper.close()
        self._workers.close()
        self._watching.close()
        self._socket.close()

    def stop(self) -> None:
        """Ask the centre to drain and stop."""
        self._server.should_exit = True

    def _open_database(self) -> CentreDatabase:
        return open_centre(self._where, lock=self._lock)

    def _open_door(self) -> tuple[Door, Callable[[], None]]:
        database = self._open_database()
        handlers = Handlers(database, self._clock, self._ids, self._recheck, sign_in=self._sign_in)
        gate = self._watching.watch.gate
        return Door(handlers, database.centre.key, gate), database.close


class EmbeddedCentre:
    """A centre in a thread of this process, for as long as the ``with`` block lasts."""

    def __init__(
        self,
        where: Where,
        *,
        clock: Clock | None = None,
        ids: IdSource | None = None,
        recheck: Recheck = no_recheck,
        port: int = 0,
        config: Config | None = None,
    ) -> None:
        self._where = where
        self._config = config
        self._clock = clock
        self._ids = ids
        self._recheck = recheck
        self._port = port
        self._running: RunningCentre | None = None
        self._thread: threading.Thread | None = None

    @property
    def address(self) -> str:
        """Where it listens, e.g. ``http://127.0.0.1:43211``."""
        assert self._running is not None, "the centre has not been started"
        return self._running.address

    @property
    def metrics_address(self) -> str:
        """Where its figures are, empty if nowhere."""
        assert self._running is not None, "the centre has not been started"
        return self._running.metrics_address

    def __enter__(self) -> EmbeddedCentre:
        ready = threading.Event()
        self._running = RunningCentre(
            self._where,
            at=("127.0.0.1", self._port),
            clock=self._clock,
            ids=self._ids,
            recheck=self._recheck,
            announce=lambda _address: ready.set(),
            config=self._config,
        )
        self._thread = threading.Thread(target=self._running.run, name="centre", daemon=True)
        self._thread.start()
        if not ready.wait(_START_S_MAX):
            self._stop()
            raise Unavailable("LISTEN_FAILED", "the centre did not start")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stop()

    def _stop(self) -> None:
        if self._running is not None:
            self._running.stop()
        if self._thread is not None:
            self._thread.join()
        self._running = self._thread = None


class Runs(Protocol):
    """Runs until it is stopped."""

    def run(self) -> None:
        """Run until `stop` is called."""
        ...

    def stop(self) -> None:
        """End soon; from any thread."""
        ...


def run_until_signalled(centre: Runs) -> None:
    """Run ``centre`` on the main thread; SIGTERM or SIGINT drain it and this returns."""
    # uvicorn raises the signal again once it has drained. Caught here, it ends nothing: the
    # command returns and the exit status says that all went well.
    kinds = (signal.SIGINT, signal.SIGTERM)
    interval = sys.getswitchinterval()
    sys.setswitchinterval(SWITCH_S)
    before = {kind: signal.signal(kind, lambda _kind, _frame: centre.stop()) for kind in kinds}
    try:
        centre.run()
    finally:
        sys.setswitchinterval(interval)
        for kind, handler in before.items():
            signal.signal(kind, handler)


def _backups(config: Config, where: Where, clock: Clock) -> BackupKeeper | None:
    site = site_at(where)
    # PostgreSQL is copied by its own means, with a log that reaches to the last second.
    wanted = config.backup.folder and not site.database
    return BackupKeeper(config, site.folder, clock) if wanted else None


def _settings(config: Config, app: FastAPI) -> uvicorn.Config:
    """Return how uvicorn serves; certificate and key are read, so that a bad one is told now."""
    settings = uvicorn.Config(
        app,
        access_log=False,
        log_config=None,
        lifespan="off",
        ws="none",
        server_header=False,
        limit_concurrency=config.limits.connections,
        timeout_graceful_shutdown=config.limits.drain_s,
        proxy_headers=bool(config.limits.trusted_proxies),
        forwarded_allow_ips=list(config.limits.trusted_proxies),
        ssl_certfile=config.tls.certificate or None,
        ssl_keyfile=config.tls.key or None,
    )
    try:
        settings.load()
    except (OSError, ValueError) as error:
        raise Unavailable("TLS_UNUSABLE", "certificate or key cannot be used") from error
    return settings
