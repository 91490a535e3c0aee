"""A bug reaches the person as a dialog and IT as a report; it is never swallowed."""

from __future__ import annotations

import logging
import platform
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from desktop.base.clock import Clock

REPORTS_KEPT = 20
_LOG = logging.getLogger(__name__)


class CrashReporter:
    """Writes a report for every exception nobody caught, then tells whoever shows it.

    A report holds where in the program it happened and which kind of error it was; never its
    message or a variable's value, since those may name a resident.
    """

    def __init__(self, folder: Path, clock: Clock, tell: Callable[[Path], None]) -> None:
        self._folder = folder
        self._clock = clock
        self._tell = tell

    def install(self) -> Callable[[], None]:
        """Take over from Python's own hooks; return what gives them back."""
        before, before_threads = sys.excepthook, threading.excepthook
        sys.excepthook = self.handle
        threading.excepthook = lambda args: self.handle(
            args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
        )

        def restore() -> None:
            sys.excepthook, threading.excepthook = before, before_threads

        return restore

    def handle(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Report one exception."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        path = self._write(kind, trace)
        _LOG.error("unexpected %s, report %s", kind.__name__, path.name)
        self._tell(path)

    def _write(self, kind: type[BaseException], trace: TracebackType | None) -> Path:
        self._folder.mkdir(parents=True, exist_ok=True)
        now = self._clock.now()
        path = self._folder / f"crash-{now:%Y%m%d-%H%M%S-%f}.txt"
        frames = "".join(traceback.format_tb(trace))
        path.write_text(
            f"{now.isoformat()}\nPython {platform.python_version()} on {platform.platform()}\n"
            f"{kind.__module__}.{kind.__qualname__}\n\n{frames}",
            encoding="utf-8",
        )
        for old in sorted(self._folder.glob("crash-*.txt"))[:-REPORTS_KEPT]:
            old.unlink()
        return path
