"""The checks of Qt: the plugin for this system's screen, and the main job in a hidden window."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QPluginLoader
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from desktop.app.demo import OPERATOR, PASSWORD, hush_offscreen_qt
from desktop.app.drive import drive_main_job
from desktop.app.self_test.desk import Fault
from desktop.app.self_test.report import NotHere

_COLOURS_LEAST = 20
"""A window of which nothing but the background was painted has two or three."""


def platform() -> str:
    """Load the Qt plugin that draws on this system's screen, with every library it needs."""
    _offscreen()
    name = "qwindows.dll" if sys.platform == "win32" else "libqxcb.so"
    found = [Path(folder, "platforms", name) for folder in QCoreApplication.libraryPaths()]
    path = next((one for one in found if one.is_file()), None)
    if path is None:
        raise Fault(f"no {name} where Qt looks for it")
    loader = QPluginLoader(str(path))
    if loader.load():
        return name
    if not (os.environ.get("DISPLAY") or getattr(sys, "frozen", False)):
        raise NotHere(f"no display here, and {loader.errorString()}")
    raise Fault(loader.errorString())


def window(station: Path, results: Path) -> str:
    """Do the main job by keyboard in a window nobody sees; look at what was painted."""
    _offscreen()
    done = drive_main_job(station, results, OPERATOR, PASSWORD)
    pictures = [QImage(path) for path in done["screenshots"]]
    for picture in pictures:
        if len(_colours(picture)) < _COLOURS_LEAST:
            raise Fault("a picture of the window shows nothing")
    return f"{done['persons']} persons, {done['amount']}, {len(pictures)} screens"


def _offscreen() -> None:
    """Make the application object on the platform without a screen.

    As an argument: wine does not hand QT_QPA_PLATFORM on.
    """
    if QApplication.instance() is None:
        QApplication.setApplicationName("Canbao Desk")
        QApplication([sys.argv[0], "-platform", "offscreen"])
    hush_offscreen_qt()


def _colours(picture: QImage) -> set[int]:
    step = 3
    return {
        picture.pixel(x, y)
        for y in range(0, picture.height(), step)
        for x in range(0, picture.width(), step)
    }
