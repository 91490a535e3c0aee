"""A few threads, each with its own connection to the centre's file, that answer requests."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from queue import SimpleQueue

from desktop.server.door import Answer, Door

WORKERS = 4
"""SQLite takes one writer at a time; the others check signatures and unpack meanwhile."""

_JOIN_S_MAX = 30.0


class Workers:
    """Answers requests on its own threads.

    ``open_door`` is called in each of them before its first request, and again if it failed; what
    it returns beside the door closes it. Every connection is opened, used and closed in one
    thread.
    """

    def __init__(
        self, open_door: Callable[[], tuple[Door, Callable[[], None]]], *, count: int = WORKERS
    ) -> None:
        self._open_door = open_door
        self._jobs: SimpleQueue[_Job | None] = SimpleQueue()
        self._threads = [
            threading.Thread(target=self._run, name=f"centre-{place}", daemon=True)
            for place in range(count)
        ]

    def start(self) -> None:
        """Begin to answer; what was posted before is answered now."""
        for thread in self._threads:
            thread.start()

    def post(self, path: str, headers: Mapping[str, str], body: bytes) -> Future[Answer]:
        """Answer a request on one of the threads."""
        job = _Job(path, headers, body)
        self._jobs.put(job)
        return job.future

    def close(self) -> None:
        """Let what was asked be answered, then close every connection."""
        running = [thread for thread in self._threads if thread.is_alive()]
        for _ in running:
            self._jobs.put(None)
        for thread in running:
            thread.join(_JOIN_S_MAX)

    def _run(self) -> None:
        opened: tuple[Door, Callable[[], None]] | None = None
        while (job := self._jobs.get()) is not None:
            try:
                if opened is None:
                    opened = self._open_door()
                answer = opened[0].post(job.path, job.headers, job.body)
            except BaseException as error:  # noqa: BLE001 - it belongs to whoever asked
                job.future.set_exception(error)
            else:
                job.future.set_result(answer)
        if opened is not None:
            opened[1]()


class _Job:
    def __init__(self, path: str, headers: Mapping[str, str], body: bytes) -> None:
        self.path = path
        self.headers = headers
        self.body = body
        self.future: Future[Answer] = Future()
