"""Run the centre: in this process until told to stop, or in a thread beside a desk."""

from __future__ import annotations

import logging
import signal
import socket
import threading
from collections.abc import Callable
from types import TracebackType

import uvicorn
from typing_extensions import override

from desktop.base.clock import Clock, SystemClock
from desktop.base.errors import Refused, Unavailable
from desktop.base.ids import IdSource, SystemIds
from desktop.server.database import CentreDatabase, open_centre
from desktop.server.door import Door
from desktop.server.filter_keeper import FilterKeeper
from desktop.server.handlers import Handlers
from desktop.server.http import make_app
from desktop.server.recheck import Recheck, no_recheck
from desktop.server.site import Where
from desktop.server.workers import Workers

CONNECTIONS_MAX = 400
DRAIN_S_MAX = 20
_START_S_MAX = 30.0

Announce = Callable[[str], None]
"""Told the address once stations may ask."""

_log = logging.getLogger(__name__)


class RunningCentre:
    """A centre that listens on ``host`` and ``port`` (0: any free one).

    `run` blocks; `stop` may be called from any thread and lets what was asked be answered.

    Raises:
        Refused: ``CENTRE_NOT_SET_UP``, ``DATABASE_NEWER``.
        Unavailable: ``LISTEN_FAILED`` if the address cannot be had; the key or the file.
    """

    def __init__(
        self,
        where: Where,
        *,
        host: str = "127.0.0.1",
        port: int = 0,
        clock: Clock | None = None,
        ids: IdSource | None = None,
        recheck: Recheck = no_recheck,
        announce: Announce = lambda _address: None,
    ) -> None:
        self._where = where
        self._lock = threading.Lock()
        self._clock = clock or SystemClock()
        self._ids = ids or SystemIds()
        self._recheck = recheck
        # Opened once here, so that a wrong key or an older program is told before listening.
        open_centre(where, lock=self._lock).close()
        self._socket = _listen(host, port)
        self.address = _address(self._socket)
        self._workers = Workers(self._open_door)
        self._keeper = FilterKeeper(self._open_database, self._clock, self._ids)
        config = uvicorn.Config(
            make_app(self._workers),
            access_log=False,
            log_config=None,
            lifespan="off",
            ws="none",
            server_header=False,
            limit_concurrency=CONNECTIONS_MAX,
            timeout_graceful_shutdown=DRAIN_S_MAX,
        )
        self._server = _Server(config, lambda: announce(self.address))

    def run(self) -> None:
        """Answer stations until `stop` is called; then drain and close."""
        self._keeper.start()
        try:
            self._server.run(sockets=[self._socket])
        finally:
            self.close()

    def close(self) -> None:
        """Let go of threads, files and address; `run` does it by itself."""
        self._keeper.close()
        self._workers.close()
        self._socket.close()

    def stop(self) -> None:
        """Ask the centre to drain and stop."""
        self._server.should_exit = True

    def _open_database(self) -> CentreDatabase:
        return open_centre(self._where, lock=self._lock)

    def _open_door(self) -> tuple[Door, Callable[[], None]]:
        database = self._open_database()
        handlers = Handlers(database, self._clock, self._ids, self._recheck)
        return Door(handlers, database.centre.key), database.close


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
    ) -> None:
        self._where = where
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

    def __enter__(self) -> EmbeddedCentre:
        ready = threading.Event()
        self._running = RunningCentre(
            self._where,
            port=self._port,
            clock=self._clock,
            ids=self._ids,
            recheck=self._recheck,
            announce=lambda _address: ready.set(),
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


def run_until_signalled(centre: RunningCentre) -> None:
    """Run ``centre`` on the main thread; SIGTERM or SIGINT drain it and this returns."""
    # uvicorn raises the signal again once it has drained. Caught here, it ends nothing: the
    # command returns and the exit status says that all went well.
    kinds = (signal.SIGINT, signal.SIGTERM)
    before = {kind: signal.signal(kind, lambda _kind, _frame: centre.stop()) for kind in kinds}
    try:
        centre.run()
    finally:
        for kind, handler in before.items():
            signal.signal(kind, handler)


class _Server(uvicorn.Server):
    """uvicorn that says when stations may ask."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    @override
    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets=sockets)
        if self.started:
            _log.info("the centre listens")
            self._ready()


def parse_listen(text: str) -> tuple[str, int]:
    """Return host and port of ``127.0.0.1:8080``. Raises Refused ``LISTEN_FORM``."""
    host, colon, port = text.rpartition(":")
    if not (colon and host and port.isascii() and port.isdigit() and int(port) < 65_536):
        raise Refused("LISTEN_FORM", "listen on HOST:PORT, e.g. 127.0.0.1:8443")
    return host.strip("[]"), int(port)


def _listen(host: str, port: int) -> socket.socket:
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        listening = socket.create_server((host, port), family=family, backlog=128)
    except OSError as error:
        raise Unavailable("LISTEN_FAILED", f"cannot listen on {host}:{port}") from error
    listening.setblocking(False)  # noqa: FBT003 - its only parameter
    return listening


def _address(listening: socket.socket) -> str:
    host, port = listening.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
