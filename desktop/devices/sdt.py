"""The SDT interface that every vendor's identity-card reader offers, by ctypes.

For the helper process only: a vendor's library may crash or hang whoever loads it. The order is
open a port, find a card, select it, read its base message. Ports 1001 to 1016 are USB, 1 to 16
serial. The photo a read brings along is overwritten at once; nobody asked for it.
"""

from __future__ import annotations

import ctypes
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import Any

from desktop.base.errors import CanbaoError
from desktop.devices.problems import DONE, FOUND, OPENED, problem, problem_of_return

PORTS = (*range(1001, 1017), *range(1, 17))
_POLL_S = 0.25
# Larger than any vendor writes: some write more than their manual says.
_SMALL_BYTES = 256
_TEXT_BYTES = 1024
_PHOTO_BYTES = 8192
_SAM_ID_BYTES = 256
_WRONG_BITS_WINDOWS = 193
_ALTERED_SEARCH_PATH = 0x8
"""Windows: the library's own neighbours are looked for in its folder."""

_Bytes = ctypes.c_void_p
_Count = ctypes.POINTER(ctypes.c_uint)
SIGNATURES: dict[str, tuple[Any, ...]] = {
    "SDT_OpenPort": (ctypes.c_int,),
    "SDT_ClosePort": (ctypes.c_int,),
    "SDT_GetSAMStatus": (ctypes.c_int, ctypes.c_int),
    "SDT_GetSAMIDToStr": (ctypes.c_int, _Bytes, ctypes.c_int),
    "SDT_StartFindIDCard": (ctypes.c_int, _Bytes, ctypes.c_int),
    "SDT_SelectIDCard": (ctypes.c_int, _Bytes, ctypes.c_int),
    "SDT_ReadBaseMsg": (ctypes.c_int, _Bytes, _Count, _Bytes, _Count, ctypes.c_int),
}
"""The functions used and their parameters; each returns an int."""

Calls = dict[str, Callable[..., int]]


def load_calls(path: Path) -> Calls:
    """Load the library at ``path`` and return its functions.

    Raises:
        Unavailable: ``READER_LIBRARY_MISSING`` no such file; ``READER_LIBRARY_BITS`` it is for
            programs of the other word size; ``READER_LIBRARY_FOREIGN`` it is no SDT library;
            ``READER_LIBRARY_FAILED`` it cannot be loaded, often for want of another file.
    """
    if not path.is_file():
        raise problem("READER_LIBRARY_MISSING")
    try:
        library = _load(str(path.absolute()))
    except OSError as error:
        raise _load_problem(error) from error
    return bound(library)


def bound(library: object) -> Calls:
    """Return the SDT functions of a loaded library, typed.

    Raises:
        Unavailable: ``READER_LIBRARY_FOREIGN`` if one is not there.
    """
    calls: Calls = {}
    for name, parameters in SIGNATURES.items():
        function = getattr(library, name, None)
        if function is None:
            raise problem("READER_LIBRARY_FOREIGN", function=name)
        function.argtypes = parameters
        function.restype = ctypes.c_int
        calls[name] = function
    return calls


@dataclass(frozen=True, slots=True)
class ReaderFound:
    """A reader that answers."""

    port: int
    module: str
    """The security module's number, as its label has it."""


class SdtReader:
    """Reads cards through loaded SDT functions. Belongs to one thread."""

    def __init__(self, calls: Calls, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._calls = calls
        self._monotonic = monotonic
        self._port = PORTS[0]
        self._pause = Event()

    def check(self) -> ReaderFound:
        """Return which reader answers.

        Raises:
            Unavailable: ``READER_NONE`` no port opens, ``READER_SAM`` its security module is not
                well, or another code of `desktop.devices.problems`.
        """
        with self._opened() as port:
            self._done("SDT_GetSAMStatus", port, 0)
            label = ctypes.create_string_buffer(_SAM_ID_BYTES)
            self._done("SDT_GetSAMIDToStr", port, label, 0)
            module = label.value.decode("ascii", "replace")
            return ReaderFound(port, "".join(char for char in module if char.isprintable()))

    def read(self, wait_s: float) -> bytes:
        """Return the text of the card on the reader, waiting so long for one to be put there.

        Raises:
            Refused: ``CARD_ABSENT``, ``CARD_NOT_READ`` it was taken away too soon,
                ``CARD_NOT_GENUINE``, ``CARD_TYPE``.
            Unavailable: as `check`.
        """
        deadline = self._monotonic() + wait_s
        with self._opened() as port:
            last: CanbaoError | None = None
            while True:
                try:
                    return self._attempt(port)
                except CanbaoError as error:
                    if error.code not in ("CARD_ABSENT", "CARD_NOT_READ"):
                        raise
                    # Taken away too soon says more than: none there now.
                    last = error if last is None or error.code == "CARD_NOT_READ" else last
                if self._monotonic() >= deadline:
                    raise last
                self._pause.wait(_POLL_S)

    def _attempt(self, port: int) -> bytes:
        small = ctypes.create_string_buffer(_SMALL_BYTES)
        self._done("SDT_StartFindIDCard", port, small, 0, success=FOUND)
        self._done("SDT_SelectIDCard", port, small, 0)
        text = ctypes.create_string_buffer(_TEXT_BYTES)
        photo = ctypes.create_string_buffer(_PHOTO_BYTES)
        text_count, photo_count = ctypes.c_uint(0), ctypes.c_uint(0)
        try:
            self._done(
                "SDT_ReadBaseMsg",
                port,
                text,
                ctypes.byref(text_count),
                photo,
                ctypes.byref(photo_count),
                0,
            )
            return text.raw[: min(text_count.value, _TEXT_BYTES)]
        finally:
            ctypes.memset(photo, 0, _PHOTO_BYTES)
            ctypes.memset(text, 0, _TEXT_BYTES)

    def _done(self, name: str, *arguments: object, success: int = DONE) -> None:
        returned = self._calls[name](*arguments)
        if returned != success:
            raise problem_of_return(returned)

    @contextmanager
    def _opened(self) -> Iterator[int]:
        """Open the port that answered last, else the first that does."""
        for port in (self._port, *(one for one in PORTS if one != self._port)):
            if self._calls["SDT_OpenPort"](port) == OPENED:
                break
        else:
            raise problem("READER_NONE")
        self._port = port
        try:
            yield port
        finally:
            self._calls["SDT_ClosePort"](port)


def _load(path: str) -> ctypes.CDLL:
    if sys.platform == "win32":
        return ctypes.WinDLL(path, winmode=_ALTERED_SEARCH_PATH)
    return ctypes.CDLL(path)


def _load_problem(error: OSError) -> CanbaoError:
    if getattr(error, "winerror", None) == _WRONG_BITS_WINDOWS or "ELFCLASS" in str(error):
        return problem("READER_LIBRARY_BITS")
    if "invalid ELF header" in str(error) or "file too short" in str(error):
        return problem("READER_LIBRARY_FOREIGN")
    return problem("READER_LIBRARY_FAILED")
