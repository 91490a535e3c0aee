"""The menu 办理: what can be done with the focused member, by one key and a letter or arrow."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton

from desktop.ui.enroll.task_shown import Offer


class MemberMenu(QMenu):
    """Asks what is offered each time it opens."""

    chosen = Signal(str)

    def __init__(self, button: QPushButton) -> None:
        super().__init__(button)
        self._button = button
        self.offers: Callable[[], tuple[Offer, ...]] = tuple
        """What it holds, asked when it opens."""
        self.setObjectName("memberMenu")

    def open(self) -> None:
        """Open above or below its button, the first thing that can be done marked."""
        self.clear()
        for offer in self.offers():
            action = QAction(offer.words, self)
            action.setObjectName(f"offer_{offer.code}")
            action.setEnabled(offer.enabled)
            action.setCheckable(offer.checked is not None)
            action.setChecked(bool(offer.checked))
            action.triggered.connect(lambda _=False, code=offer.code: self.chosen.emit(code))
            self.addAction(action)
        first = next((one for one in self.actions() if one.isEnabled()), None)
        self.popup(self._button.mapToGlobal(QPoint(0, self._button.height())))
        if first is not None:
            self.setActiveAction(first)
