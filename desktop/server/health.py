"""Whether a centre can serve stations now, and what stands in its way if it cannot."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from desktop.base.errors import CanbaoError
from desktop.server.database import CentreDatabase
from desktop.server.feed import head

_MB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Health:
    """What was found."""

    database: str
    """``ok``, or the code of what failed."""
    schema: str
    feed_head: int
    """Latest place in the county's order; -1 if it could not be read."""
    disk_free_mb: int
    """Where the centre's folder lies; -1 if that could not be told."""
    disk: str

    @property
    def ready(self) -> bool:
        """Whether stations can be served."""
        return self.database == self.schema == self.disk == "ok"

    def told(self) -> dict[str, object]:
        """Return what the health endpoint answers: codes and figures, no paths."""
        return {
            "ready": self.ready,
            "database": self.database,
            "schema": self.schema,
            "feed_head": self.feed_head,
            "disk": self.disk,
            "disk_free_mb": self.disk_free_mb,
        }


class Examiner:
    """Looks a centre over; one thread uses it. Opens its own connection and keeps it."""

    def __init__(
        self, open_database: Callable[[], CentreDatabase], folder: Path, disk_free_mb: int
    ) -> None:
        self._open = open_database
        self._folder = folder
        self._least_mb = disk_free_mb
        self._database: CentreDatabase | None = None

    def look(self) -> Health:
        """Return how the centre is. Never raises for what the machine does."""
        free = self._free_mb()
        disk = "ok" if free >= self._least_mb else "DISK_FULL"
        try:
            # Opening checks key and schema: an older or newer one is refused or brought along.
            self._database = self._database or self._open()
            position = head(self._database.connection, self._database.centre.county)
        except CanbaoError as error:
            self.close()
            schema = error.code if error.code == "DATABASE_NEWER" else "ok"
            database = "ok" if schema != "ok" else error.code
            return Health(database, schema, -1, free, disk)
        return Health("ok", "ok", position, free, disk)

    def close(self) -> None:
        """Let go of the connection."""
        if self._database is not None:
            self._database.close()
            self._database = None

    def _free_mb(self) -> int:
        try:
            return shutil.disk_usage(self._folder).free // _MB
        except OSError:
            return -1
