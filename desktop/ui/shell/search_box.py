"""The box in the menu bar's corner that opens the search."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QPushButton, QWidget

from desktop.ui.messages import Messages


def make_search_box(
    window: QMainWindow, messages: Messages, open_search: Callable[[], None]
) -> QPushButton:
    """Return the box, in its place; ``open_search`` is called when it is pressed."""
    box = QPushButton(messages.say("shell.search"), window)
    box.setProperty("look", "field")
    box.setProperty("iconName", "search")
    box.setProperty("iconPx", 16)
    box.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    box.clicked.connect(open_search)
    corner = QWidget(window)
    row = QHBoxLayout(corner)
    row.setContentsMargins(0, 4, 16, 4)
    row.addWidget(box)
    window.menuBar().setCornerWidget(corner)
    return box
