"""A bar of buttons in as few rows as its page's width allows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget
from typing_extensions import override


class ButtonRows(QObject):
    """Keeps the buttons of a grid arranged; a page that scrolls is as wide as its frame shows.

    Larger letters, another language or a narrower window make another row, never a bar that has
    to be pushed sideways.
    """

    def __init__(self, grid: QGridLayout, buttons: Sequence[QPushButton], page: QWidget) -> None:
        super().__init__(page)
        self._grid = grid
        self._buttons = tuple(buttons)
        self._page = page
        self._columns = 0
        page.installEventFilter(self)
        self._arrange()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutRequest}:
            self._arrange()
        return super().eventFilter(watched, event)

    def _arrange(self) -> None:
        columns = self._fitting()
        if columns == self._columns:
            return
        self._columns = columns
        for at, button in enumerate(self._buttons):
            self._grid.removeWidget(button)
            self._grid.addWidget(button, at // columns, at % columns)

    def _fitting(self) -> int:
        """Return the most columns that fit, of those that fill a number of rows evenly."""
        count, room = len(self._buttons), self._room()
        widths = [button.sizeHint().width() for button in self._buttons]
        gap = self._grid.horizontalSpacing()
        for rows in range(1, count + 1):
            columns = -(-count // rows)
            needed = sum(max(widths[place::columns]) for place in range(columns))
            if needed + gap * (columns - 1) <= room:
                return columns
        return 1

    def _room(self) -> int:
        """Return how wide the bar may be where its page is as wide as what frames the page."""
        room = (self._page.parentWidget() or self._page).width()
        around: QWidget | None = self._grid.parentWidget()
        while around is not None:
            layout = around.layout()
            margins = layout.contentsMargins() if layout is not None else around.contentsMargins()
            room -= margins.left() + margins.right()
            around = around.parentWidget() if around is not self._page else None
        return room
