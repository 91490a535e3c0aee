"""A thread of a running centre that looks after one thing until the centre ends."""

from __future__ import annotations

import threading
from abc import ABC, abstractmethod


class Keeper(ABC):
    """Starts and ends the thread; who derives from it says in `_run` what is looked after."""

    def __init__(self, name: str, *, join_s_max: float) -> None:
        self._stopping = threading.Event()
        self._join_s_max = join_s_max
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def close(self) -> None:
        """End after what is under way."""
        self._stopping.set()
        if self._thread.is_alive():
            self._thread.join(self._join_s_max)

    @abstractmethod
    def _run(self) -> None: ...
