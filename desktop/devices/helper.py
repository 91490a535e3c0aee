"""The helper process: holds the vendor's library and does what the desk asks, line by line.

It lives in a folder of its own where the vendor's library leaves its files (texts and photos of
cards in ``%TEMP%``), and empties that folder after every read. When the desk goes away the helper
ends, even in the middle of a call that never comes back.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from queue import SimpleQueue
from threading import Event, Thread
from typing import BinaryIO

import msgspec

from desktop.base.errors import CanbaoError
from desktop.devices.helper_protocol import (
    LINE_BYTES_MAX,
    WAIT_MS_MAX,
    Answer,
    Request,
    answer_of,
)
from desktop.devices.sdt import Calls, SdtReader

_LEAVE_S = 3.0
_WIPE_BYTES_MAX = 4 * 1024 * 1024
ABANDONED = 4
"""Exit status of a helper whose desk went away while the library did not come back."""


def serve(load: Callable[[], Calls], requests: BinaryIO, answers: BinaryIO, folder: Path) -> None:
    """Answer requests until there are no more. ``folder`` is this process's own and is emptied."""
    waiting: SimpleQueue[bytes] = SimpleQueue()
    ended = Event()
    Thread(target=_listen, args=(requests, waiting, ended, folder), daemon=True).start()
    try:
        with contextlib.suppress(OSError):  # nobody reads our answers: the desk has gone
            reader = _reader(load, answers)
            while reader is not None and (line := waiting.get()):
                answer = _do(reader, line)
                empty(folder)
                _say(answers, answer)
    finally:
        empty(folder)
        ended.set()


def live_in(folder: Path) -> None:
    """Make ``folder`` this process's current and temporary one, for Python and for libraries."""
    for name in ("TMP", "TEMP", "TMPDIR"):
        os.environ[name] = str(folder)
    os.chdir(folder)


def die_quietly() -> None:
    """Leave no memory image and open no dialog when a library crashes this process."""
    if sys.platform == "win32":
        import ctypes

        critical_errors, no_fault_box = 0x1, 0x2
        ctypes.windll.kernel32.SetErrorMode(critical_errors | no_fault_box)
    else:
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def empty(folder: Path) -> None:
    """Overwrite and delete every file in ``folder``; folders stay, libraries make them once."""
    for path in folder.rglob("*"):
        with contextlib.suppress(OSError):  # still open in the library: gone with the folder
            if path.is_symlink() or not path.is_dir():
                _wipe(path)


def remove(folder: Path) -> None:
    """Empty ``folder`` and take it away, as far as nothing holds its files."""
    empty(folder)
    shutil.rmtree(folder, ignore_errors=True)


def _wipe(path: Path) -> None:
    if not path.is_symlink() and path.is_file():
        size = min(path.stat().st_size, _WIPE_BYTES_MAX)
        with path.open("r+b") as file:
            file.write(bytes(size))
    path.unlink()


def _listen(requests: BinaryIO, waiting: SimpleQueue[bytes], ended: Event, folder: Path) -> None:
    while line := requests.readline(LINE_BYTES_MAX):
        waiting.put(line)
    waiting.put(b"")
    if not ended.wait(_LEAVE_S):
        empty(folder)
        os._exit(ABANDONED)


def _reader(load: Callable[[], Calls], answers: BinaryIO) -> SdtReader | None:
    try:
        reader = SdtReader(load())
    except CanbaoError as error:
        _say(answers, answer_of(0, error))
        return None
    _say(answers, Answer(0))
    return reader


def _do(reader: SdtReader, line: bytes) -> Answer:
    request = msgspec.json.decode(line, type=Request)
    try:
        if request.do == "check":
            found = reader.check()
            return Answer(request.id, port=found.port, module=found.module)
        wait_ms = min(max(request.wait_ms, 0), WAIT_MS_MAX)
        return Answer(request.id, text=reader.read(wait_ms / 1000).hex())
    except CanbaoError as error:
        return answer_of(request.id, error)


def _say(answers: BinaryIO, answer: Answer) -> None:
    answers.write(msgspec.json.encode(answer) + b"\n")
    answers.flush()
