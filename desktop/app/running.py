"""Whether this program runs on the machine besides: its files cannot be replaced under it."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection, Iterator
from contextlib import suppress
from pathlib import Path

PROGRAMS = ("canbao.exe", "canbao-desk.exe", "canbao")
"""What the packages call the program, on Windows and on Linux."""

_MANY = 16_384
_MAY_BE_ASKED = 0x1000
_PATH_CHARS_MAX = 32_768


def runs_elsewhere(programs: Collection[Path]) -> bool:
    """Tell whether a process other than this one runs one of ``programs``.

    Whoever is not an administrator sees the own processes only, and perhaps not all others.
    Where Windows does not tell its processes the answer is yes.
    """
    known = [path for path in programs if path.exists()]
    try:
        return any(_is_same(path, one) for path in _running() for one in known)
    except OSError:
        # Not to know is no reason to say that nothing runs.
        return True


def _is_same(running: Path, program: Path) -> bool:
    """Compare by name first: a file that is held just now may not tell which one it is."""
    if os.path.normcase(running) == os.path.normcase(program):
        return True
    with suppress(OSError):
        return running.samefile(program)
    return False


def _running() -> Iterator[Path]:
    """Yield the program's file of every other process that may be asked."""
    if sys.platform == "win32":
        yield from _running_on_windows()
        return
    for process in Path("/proc").glob("[0-9]*"):
        if process.name != str(os.getpid()):
            with suppress(OSError):
                yield (process / "exe").readlink()


def _running_on_windows() -> list[Path]:
    if sys.platform == "win32":
        import ctypes
        from ctypes import wintypes

        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.OpenProcess.restype = wintypes.HANDLE
        kernel.CloseHandle.argtypes = [wintypes.HANDLE]
        kernel.QueryFullProcessImageNameW.argtypes = [
            wintypes.HANDLE, wintypes.DWORD, wintypes.LPWSTR, ctypes.POINTER(wintypes.DWORD)
        ]  # fmt: skip
        numbers, used = (wintypes.DWORD * _MANY)(), wintypes.DWORD()
        if not kernel.K32EnumProcesses(numbers, ctypes.sizeof(numbers), ctypes.byref(used)):
            raise ctypes.WinError(ctypes.get_last_error())
        found = []
        text = ctypes.create_unicode_buffer(_PATH_CHARS_MAX)
        for number in numbers[: used.value // ctypes.sizeof(wintypes.DWORD)]:
            process = kernel.OpenProcess(_MAY_BE_ASKED, 0, number)
            if process:
                chars = wintypes.DWORD(_PATH_CHARS_MAX)
                told = kernel.QueryFullProcessImageNameW(process, 0, text, ctypes.byref(chars))
                kernel.CloseHandle(process)
                if told and number != os.getpid():
                    found.append(Path(text.value))
        return found
    return []
