"""The window's process: start, show, end."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from desktop.app.crash import CrashReporter
from desktop.app.paths import preferences_folder
from desktop.app.preferences import load_preferences
from desktop.app.single_instance import SingleInstance
from desktop.base.clock import SystemClock
from desktop.base.errors import CanbaoError
from desktop.ui.messages import Messages
from desktop.ui.theme.icons import icon

if TYPE_CHECKING:
    from desktop.app.wiring import DeskProgram

SIZE = (1366, 768)
ICON_PX = 128


def run_window(folder: Path, *, hint: tuple[str, str] = ("", "")) -> int:
    """Open the window over the station in ``folder`` and return when it is closed.

    ``hint`` fills in operator and password of a training desk. Returns 0, or 3 if the folder
    cannot be used (another window has it, or the disk refuses).
    """
    application = make_application()
    messages = Messages(load_preferences(preferences_folder(folder)).language)
    try:
        instance = SingleInstance(folder)
    except CanbaoError as error:
        QMessageBox.warning(None, "参保台", messages.error(error))
        return 3
    restore = CrashReporter(
        folder / "log", SystemClock(), lambda path: _tell(messages, path)
    ).install()
    try:
        application.setWindowIcon(icon("canbao-desk", "", ICON_PX))
        program = start(application, folder, hint)
        _show(application, program)
        # The log file's handlers cost as much as a screen: they come after the first paint.
        QTimer.singleShot(0, lambda: _keep_log(folder))
        return application.exec()
    finally:
        restore()
        instance.release()


def make_application() -> QApplication:
    """Return the application object, made once per process."""
    held = QApplication.instance()
    if isinstance(held, QApplication):
        return held
    QApplication.setApplicationName("Canbao Desk")
    QApplication.setDesktopFileName("canbao-desk")
    return QApplication(sys.argv[:1])


def start(
    application: QApplication, folder: Path, hint: tuple[str, str], papers: Path | None = None
) -> DeskProgram:
    """Make the program with its window sized for this screen, asking who is there.

    ``papers`` is a folder that takes every paper instead of the machine's printer.
    """
    from desktop.app.wiring import DeskProgram

    program = DeskProgram(application, folder, papers)
    room = application.primaryScreen().availableGeometry()
    program.window.resize(min(SIZE[0], room.width()), min(SIZE[1], room.height()))
    program.begin(hint)
    return program


def _show(application: QApplication, program: DeskProgram) -> None:
    room = application.primaryScreen().availableGeometry()
    if room.width() > SIZE[0] and room.height() > SIZE[1]:
        program.window.show()
    else:
        program.window.showMaximized()


def _keep_log(folder: Path) -> None:
    from desktop.base.log import log_to

    log_to(folder / "log")


def _tell(messages: Messages, path: Path) -> None:
    box = QMessageBox(
        QMessageBox.Icon.Warning,
        messages.say("crash.title"),
        messages.say("crash.text", path=path),
    )
    go_on = box.addButton(messages.say("crash.go_on"), QMessageBox.ButtonRole.AcceptRole)
    leave = box.addButton(messages.say("crash.quit"), QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(go_on)
    leave.clicked.connect(QApplication.quit)
    box.setModal(True)
    # open(), not exec(): no second event loop inside whatever was going on.
    _SHOWN.append(box)
    box.finished.connect(lambda _: _SHOWN.remove(box))
    box.open()


_SHOWN: list[QMessageBox] = []
