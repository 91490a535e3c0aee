"""The text of a help page: links inside the help, and nothing loaded from anywhere."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextBlock, QTextCursor
from PySide6.QtWidgets import QTextBrowser
from typing_extensions import override


class PageBrowser(QTextBrowser):
    """Shows a document it was given. Tab goes from link to link, Enter follows."""

    @override
    def loadResource(self, type: int, name: QUrl | str) -> None:
        """Load nothing: no picture, no file, no address."""
        del type, name

    def scroll_to_heading(self, place: int) -> None:
        """Put the heading of this number at the top; the first one is the page's own."""
        self.moveCursor(QTextCursor.MoveOperation.Start)
        block = self._heading(place)
        top = self.document().documentLayout().blockBoundingRect(block).top() if place else 0
        self.verticalScrollBar().setValue(int(top))
        self.setTextCursor(QTextCursor(block))
        self.verticalScrollBar().setValue(int(top))

    def to_first_link(self) -> None:
        """Take the keyboard and stand on the first link."""
        self.setFocus()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.focusNextPrevChild(True)  # noqa: FBT003 - Qt's own signature

    def _heading(self, place: int) -> QTextBlock:
        block = self.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel():
                if not place:
                    return block
                place -= 1
            block = block.next()
        return self.document().begin()
