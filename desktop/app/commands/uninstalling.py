"""``--uninstall-check``: what an uninstaller asks before it takes the program away."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator
from pathlib import Path

from desktop.app.commands.context import DONE, NOTHING_DONE, Context
from desktop.app.paths import APP, data_folder
from desktop.store import unsent
from desktop.ui.wording.uninstalling import UNSENT_EVENTS, UNSENT_SOME


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
        said = words.zh if context.language == "zh" else words.en
        context.tell(said.format(count=pending, folder=folder))
    return status


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
