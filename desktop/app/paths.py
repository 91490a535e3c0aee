"""Where a station, a centre and a person's settings are kept, when nobody says otherwise.

A station belongs to its computer, not to whoever is signed in: on Windows it lies in ProgramData,
where several users share it. A person's own settings (language, printer, text size) lie in the
user's local folder: never beside the program, never in a roaming profile.
"""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from desktop.base.errors import Unavailable

APP = "Canbao Desk"

USERS = "*S-1-5-32-545"
"""Everybody who may sign in to this Windows, in any language of Windows."""

_LOG = logging.getLogger(__name__)


def data_folder(
    kind: str, system: str = sys.platform, environment: Mapping[str, str] = os.environ
) -> Path:
    """Return the system's place for ``kind`` ("station", "centre" or "demo") of data."""
    if system == "win32":
        return Path(environment.get("PROGRAMDATA", r"C:\ProgramData"), APP, kind)
    from platformdirs import user_data_path

    return user_data_path(APP, appauthor=False, roaming=False) / kind


def preferences_folder(folder: Path) -> Path:
    """Return where a person's settings for the station in ``folder`` are kept.

    A folder named with ``--data`` keeps everything together: it is a training set or a test.
    """
    if folder != data_folder("station"):
        return folder
    from platformdirs import user_config_path

    return user_config_path(APP, appauthor=False, roaming=False)


def make_folder(
    folder: Path,
    system: str = sys.platform,
    run: Callable[[Sequence[str]], int] | None = None,
) -> None:
    """Make a station's folder if it is not there; on Windows every user of it may write in it.

    IT may narrow that afterwards: the rights of a folder that is there are never touched.

    Raises:
        Unavailable: ``FOLDER_UNREACHABLE``.
    """
    if folder.is_dir():
        return
    try:
        folder.mkdir(parents=True)
    except OSError as error:
        raise Unavailable(
            "FOLDER_UNREACHABLE", "the data folder cannot be made", folder=str(folder)
        ) from error
    if system == "win32":
        command = ("icacls", str(folder), "/grant", f"{USERS}:(OI)(CI)M", "/Q")
        if (run or _run)(command) != 0:
            # Whoever made it can work; another user is told that he may not write.
            _LOG.warning("the data folder could not be shared between users")


def _run(command: Sequence[str]) -> int:
    try:
        return subprocess.run(command, check=False, capture_output=True).returncode  # noqa: S603
    except OSError:
        return -1
