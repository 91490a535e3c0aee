"""One helper process with its private folder: started, asked with a limit, ended for certain."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from typing import BinaryIO

import msgspec

from desktop.base.errors import Unavailable
from desktop.devices.helper import remove
from desktop.devices.helper_protocol import LINE_BYTES_MAX, Answer, Request

_END_S = 5.0
_SECRET_VARIABLES = ("CANBAO_PASSWORD",)


class HelperProcess:
    """Starts ``command`` with ``--folder`` and a fresh folder; every way out ends both."""

    def __init__(self, command: Sequence[str]) -> None:
        """Start it. Raises Unavailable ``READER_HELPER`` if it cannot be started."""
        self.folder = Path(tempfile.mkdtemp(prefix="canbao-card-"))
        try:
            self._process = subprocess.Popen(  # noqa: S603 - our own program, no shell
                [*command, "--folder", str(self.folder)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=_environment(self.folder),
                creationflags=_no_window(),
            )
        except OSError as error:
            remove(self.folder)
            raise Unavailable("READER_HELPER", "the helper cannot be started") from error
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._requests: BinaryIO = self._process.stdin  # type: ignore[assignment]
        self._lines: SimpleQueue[bytes] = SimpleQueue()
        self._listener = Thread(
            target=_listen, args=(self._process.stdout, self._lines), daemon=True
        )
        self._listener.start()

    @property
    def pid(self) -> int:
        """The process's id."""
        return self._process.pid

    def ask(self, request: Request) -> None:
        """Send a request. Raises Unavailable ``READER_CRASHED`` if nobody is there."""
        try:
            self._requests.write(msgspec.json.encode(request) + b"\n")
            self._requests.flush()
        except (OSError, ValueError) as error:
            raise Unavailable("READER_CRASHED", "the helper has ended") from error

    def answer(self, request: int, timeout_s: float) -> Answer:
        """Return the answer to a request.

        Raises:
            Unavailable: ``READER_HUNG`` none in time, ``READER_CRASHED`` the helper ended,
                ``READER_GARBLED`` what came is no answer to this.
        """
        try:
            line = self._lines.get(timeout=timeout_s)
        except Empty:
            raise Unavailable("READER_HUNG", "no answer in time") from None
        if not line:
            raise Unavailable("READER_CRASHED", "the helper has ended")
        try:
            answer = msgspec.json.decode(line, type=Answer)
        except msgspec.DecodeError:
            raise Unavailable("READER_GARBLED", "not an answer") from None
        if answer.id != request:
            raise Unavailable("READER_GARBLED", "an answer to something else")
        return answer

    def kill(self) -> None:
        """End the process at once; whoever waits for an answer learns that it ended."""
        self._process.kill()

    def end(self) -> None:
        """End the process, its pipes and its folder, whatever state they are in."""
        self._process.kill()
        self._process.wait()
        self._listener.join(_END_S)
        for pipe in (self._requests, self._process.stdout):
            try:
                pipe.close()  # type: ignore[union-attr]
            except OSError:
                # What was still to be written had nobody to read it.
                continue
        remove(self.folder)


def _listen(answers: BinaryIO, lines: SimpleQueue[bytes]) -> None:
    while line := answers.readline(LINE_BYTES_MAX):
        lines.put(line)
    lines.put(b"")


def _environment(folder: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in _SECRET_VARIABLES}
    return kept | {name: str(folder) for name in ("TMP", "TEMP", "TMPDIR")}


def _no_window() -> int:
    if sys.platform == "win32":
        return subprocess.CREATE_NO_WINDOW
    return 0
