"""What a running centre tells whoever watches it: readiness, figures; and its own backups."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import monotonic

from typing_extensions import override

from desktop.base.clock import Clock
from desktop.base.errors import CanbaoError
from desktop.server.backups import back_up_centre
from desktop.server.config import Config
from desktop.server.database import CentreDatabase
from desktop.server.gate import Gate
from desktop.server.health import Examiner, Health
from desktop.server.http import Watch
from desktop.server.keeper import Keeper
from desktop.server.listening import parse_listen
from desktop.server.metrics import Metrics
from desktop.server.metrics_server import MetricsServer

LOOK_EVERY_S = 2.0
"""A look at the database is not repeated sooner, however often somebody asks."""

_HOUR_S = 3_600.0
_JOIN_S_MAX = 60.0

_log = logging.getLogger(__name__)


def gauges_of(health: Health) -> dict[str, tuple[str, float]]:
    """Return what is measured when somebody looks, with its help."""
    return {
        "canbao_ready": ("Whether stations can be served.", int(health.ready)),
        "canbao_feed_head": ("Latest place in the county's order.", health.feed_head),
        "canbao_disk_free_mb": ("Free where the centre's folder lies.", health.disk_free_mb),
    }


class Watching:
    """Belongs to a `desktop.server.serving.RunningCentre`.

    Raises:
        Refused: ``LISTEN_FORM``.
        Unavailable: ``LISTEN_FAILED`` if the address of the figures cannot be had.
    """

    def __init__(
        self, config: Config, open_database: Callable[[], CentreDatabase], folder: Path
    ) -> None:
        self._examiner = Examiner(open_database, folder, config.ready.disk_free_mb)
        self._looking = ThreadPoolExecutor(1, thread_name_prefix="centre-health")
        self._last: tuple[float, Health] | None = None
        metrics = Metrics()
        self.watch = Watch(Gate(config.limits), metrics, self._ready)
        self._server: MetricsServer | None = None
        if config.metrics.listen:
            host, port = parse_listen(config.metrics.listen)
            self._server = MetricsServer(host, port, lambda: metrics.text(self._gauges()))

    @property
    def metrics_address(self) -> str:
        """Where the figures are, empty if nowhere."""
        return self._server.address if self._server else ""

    def start(self) -> None:
        """Begin to give figures out."""
        if self._server is not None:
            self._server.start()

    def close(self) -> None:
        """Let go of address, thread and connection."""
        if self._server is not None:
            self._server.close()
        self._looking.submit(self._examiner.close)
        self._looking.shutdown()

    async def _ready(self) -> Health:
        return await asyncio.wrap_future(self._looking.submit(self._look))

    def _look(self) -> Health:
        """Look at the centre, on its own thread."""
        now = monotonic()
        if self._last is None or now - self._last[0] >= LOOK_EVERY_S:
            self._last = now, self._examiner.look()
        return self._last[1]

    def _gauges(self) -> Mapping[str, tuple[str, float]]:
        return gauges_of(self._looking.submit(self._look).result())


class BackupKeeper(Keeper):
    """Copies the centre's file at once and then every so many hours."""

    def __init__(self, config: Config, data: Path, clock: Clock) -> None:
        super().__init__("centre-backup", join_s_max=_JOIN_S_MAX)
        self._settings = config.backup
        self._data = data
        self._clock = clock

    @override
    def _run(self) -> None:
        folder, keep = Path(self._settings.folder), self._settings.keep
        while True:
            try:
                made = back_up_centre(self._data, folder, self._clock, keep=keep)
                _log.info("backed up", extra={"fields": {"bytes": made.size, "file": made.file}})
            except CanbaoError as error:
                # The next one is hours away: somebody has to learn of this from the log.
                _log.error("no backup was made: %s", error.code)
            if self._stopping.wait(self._settings.every_h * _HOUR_S):
                return
