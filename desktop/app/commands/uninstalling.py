"""``--uninstall-check``, ``--idle-check``: what installers ask before they touch the program."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator
from pathlib import Path

from desktop.app.commands.context import DONE, NOTHING_DONE, Context
from desktop.app.paths import APP, data_folder
from desktop.app.running import PROGRAMS, runs_elsewhere
from desktop.app.single_instance import SingleInstance
from desktop.base.errors import CanbaoError, Refused
from desktop.store import unsent
from desktop.ui.wording import Words
from desktop.ui.wording.uninstalling import STILL_RUNNING, UNSENT_EVENTS, UNSENT_SOME

_ICON_WARNING = 0x30
_TO_THE_FRONT = 0x10000
_SOMEBODY_LOOKS = 3
"""Windows Installer's UILevel of a bar that shows progress; 2 is silent."""


def uninstall_check(context: Context, options: Namespace) -> int:
    """Print the stations of this machine whose events the centre lacks; 3 if there are any.

    No password is needed and no database is opened. Data is never removed with the program; the
    question is who would send what waits.
    """
    folders = [context.folder] if options.data else station_folders()
    status = DONE
    for folder, pending in _waiting(folders):
        status = NOTHING_DONE
        context.print({"folder": str(folder), "unsent": pending})
        words = UNSENT_SOME if pending is None else UNSENT_EVENTS
        _tell(context, options, words, count=pending, folder=folder)
    return status


def idle_check(context: Context, options: Namespace) -> int:
    """Return 3 if the program runs here: its files cannot be replaced under it."""
    folder = context.folder if options.data else data_folder("station")
    if _has_window(folder) or _is_in_use():
        _tell(context, options, STILL_RUNNING)
        return NOTHING_DONE
    return DONE


def _has_window(folder: Path) -> bool:
    """Tell whether a window has the folder; a folder that is not there is not made."""
    try:
        if folder.is_dir():
            SingleInstance(folder).release()
    except Refused:
        return True
    except CanbaoError:
        # Nobody can have a window over a folder that cannot be reached.
        return False
    return False


def _is_in_use() -> bool:
    """Tell whether the installed program runs, over whichever data, or as a centre."""
    beside = Path(sys.executable).parent
    return getattr(sys, "frozen", False) and runs_elsewhere([beside / one for one in PROGRAMS])


def _tell(context: Context, options: Namespace, words: Words, **values: object) -> None:
    """Say it on standard error, and in a box where an installer says that somebody looks on."""
    said = (words.zh if context.language == "zh" else words.en).format(**values)
    context.tell(said)
    if sys.platform == "win32" and options.box >= _SOMEBODY_LOOKS:
        import ctypes

        ctypes.windll.user32.MessageBoxW(None, said, "参保台", _ICON_WARNING | _TO_THE_FRONT)


def station_folders(homes: Path = Path("/home"), root: Path = Path("/root")) -> list[Path]:
    """Return where stations of this machine may lie: on Linux with each user who has one."""
    own = data_folder("station")
    if sys.platform == "win32":
        return [own]
    found = {own}
    for home in (*_subfolders(homes), root):
        found.add(home / ".local" / "share" / APP / "station")
    return sorted(found)


def _subfolders(folder: Path) -> Iterator[Path]:
    try:
        yield from (one for one in folder.iterdir() if one.is_dir())
    except OSError:
        # Homes that are elsewhere, or not readable by whoever asks.
        return


def _waiting(folders: Iterable[Path]) -> Iterator[tuple[Path, int | None]]:
    for folder in folders:
        try:
            pending = unsent.waiting(folder)
        except OSError:
            # Another user's, and we are not root: whoever uninstalls is.
            continue
        if pending != 0:
            yield folder, pending
