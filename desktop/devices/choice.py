"""Which reader this desk uses, and how it is made."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path

from desktop.base.errors import Refused, Unavailable
from desktop.base.ids import SeededIds
from desktop.devices.helper_client import HelperReader
from desktop.devices.reader import CardReader, ReaderChoice
from desktop.devices.simulated import SimulatedReader

LIBRARY_NAME = "sdtapi.dll" if sys.platform == "win32" else "libsdtapi.so"
OTHER_HELPER = "canbao-card-reader-32" + (".exe" if sys.platform == "win32" else "")
"""A helper built for 32-bit libraries, looked for beside the program. It takes the arguments of
``card-reader`` and is asked when the library turns out to be for the other word size."""

_SIMULATED_SEED = 539


def make_reader(choice: ReaderChoice, *, division: str, today: date, training: bool) -> CardReader:
    """Return the chosen reader; nothing is started before the first card.

    Raises:
        Refused: ``READER_TRAINING_ONLY``: invented residents have no place at a real station.
        Unavailable: ``READER_NOT_CHOSEN``.
    """
    if choice.kind == "simulated" and not training:
        raise Refused("READER_TRAINING_ONLY", "the simulated reader is for training stations")
    if choice.kind == "simulated" or (choice.kind == "auto" and training):
        return SimulatedReader(SeededIds(_SIMULATED_SEED), division, today)
    library = Path(choice.library) if choice.kind == "library" and choice.library else None
    if choice.kind == "auto":
        library = standard_library()
    if library is None:
        raise Unavailable("READER_NOT_CHOSEN", "no identity-card reader is set for this machine")
    return HelperReader(helper_commands(library))


def helper_commands(library: Path) -> tuple[tuple[str, ...], ...]:
    """Return how the helper process is started: this program, then one for the other word size."""
    arguments = ("card-reader", "--library", str(library))
    own: tuple[str, ...] = (sys.executable, "-m", "desktop")
    if getattr(sys, "frozen", False):
        own = (sys.executable,)
    other = Path(sys.executable).with_name(OTHER_HELPER)
    commands = [(*own, *arguments)]
    if other.is_file():
        commands.append((str(other), *arguments))
    return tuple(commands)


def standard_library() -> Path | None:
    """Return the SDT library where readers' set-up programs put it; None if it is nowhere."""
    places = [Path(sys.executable).parent]
    if sys.platform == "win32":
        windows = Path(os.environ.get("SYSTEMROOT", r"C:\Windows"))
        places += [windows / "System32", windows / "SysWOW64"]
    else:
        places += [Path("/usr/local/lib"), Path("/usr/lib"), Path("/usr/lib/x86_64-linux-gnu")]
    return next((one / LIBRARY_NAME for one in places if (one / LIBRARY_NAME).is_file()), None)
