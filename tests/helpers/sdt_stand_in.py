"""The same interface as `sdt_library.c` without a compiler: Python functions behind C pointers.

Called through the very same ctypes signatures. As a program (``python -m
tests.helpers.sdt_stand_in --folder DIR``) it is a helper process over this stand-in.
"""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path
from threading import Event
from typing import Any

from desktop.devices import helper
from desktop.devices.sdt import SIGNATURES, Calls, bound

VARIABLE = "CANBAO_SDT_PLAY"
LABEL = b"05.03-20210101-0000001234-0000005678"
DONE = 0x90


def play(path: Path, word: str, card: bytes = b"") -> None:
    """Let the library do ``word``: none, absent, card, removed, sam, odd, hang or crash."""
    whole = path.with_suffix(".next")
    whole.write_text(f"{word} {card.hex()}", encoding="ascii")
    whole.replace(path)  # the library may be looking at this very moment


def stand_in() -> Calls:
    """Return the functions as ctypes would bind them from a loaded library."""
    library = type("Library", (), {})()
    for name, parameters in SIGNATURES.items():
        prototype = ctypes.CFUNCTYPE(ctypes.c_int, *parameters)
        setattr(library, name, prototype(globals()[name]))
    return bound(library)


def _look() -> list[str]:
    return Path(os.environ[VARIABLE]).read_text(encoding="ascii").split()


def SDT_OpenPort(port: int) -> int:  # noqa: N802
    return DONE if _look()[0] != "none" and port == 1002 else 0x01


def SDT_ClosePort(port: int) -> int:  # noqa: N802
    del port
    return DONE


def SDT_GetSAMStatus(port: int, open_: int) -> int:  # noqa: N802
    del port, open_
    return 0x60 if _look()[0] == "sam" else DONE


def SDT_GetSAMIDToStr(port: int, label: int, open_: int) -> int:  # noqa: N802
    del port, open_
    ctypes.memmove(label, LABEL, len(LABEL) + 1)
    return DONE


def SDT_StartFindIDCard(port: int, found: int, open_: int) -> int:  # noqa: N802
    del port, open_
    word = _look()[0]
    if word == "hang":
        Event().wait()
    if word == "crash":
        os._exit(11)
    if word == "sam":
        return 0x66
    ctypes.memset(found, 0, 8)
    return 0x9F if word in ("card", "removed", "odd") else 0x80


def SDT_SelectIDCard(port: int, selected: int, open_: int) -> int:  # noqa: N802
    del port, open_
    ctypes.memset(selected, 0, 8)
    return 0x77 if _look()[0] == "odd" else DONE


def SDT_ReadBaseMsg(  # noqa: N802
    port: int, text: int, text_count: Any, photo: int, photo_count: Any, open_: int
) -> int:
    del port, open_
    word, *card = _look()
    if word == "removed":
        return 0x41
    data = bytes.fromhex(card[0]) if card else b""
    ctypes.memmove(text, data, len(data))
    text_count[0] = len(data)
    ctypes.memset(photo, 0xAB, 1024)
    photo_count[0] = 1024
    (Path(os.environ.get("TMPDIR", ".")) / "wz.txt").write_bytes(data)
    return DONE


if __name__ == "__main__":
    own = Path(sys.argv[sys.argv.index("--folder") + 1])
    helper.die_quietly()
    helper.live_in(own)
    helper.serve(stand_in, sys.stdin.buffer, sys.stdout.buffer, own)
