"""The text of a help page: links inside the help, and nothing loaded from anywhere."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QKeyEvent, QTextBlock, QTextCursor
from PySide6.QtWidgets import QTextBrowser, QWidget
from typing_extensions import override

from desktop.ui.widgets.text_field import ENTER_KEYS


class PageBrowser(QTextBrowser):
    """Shows a document it was given. Tab goes from link to link, Enter follows.

    Qt's own Tab begins at the top of the page whatever is in sight; here it goes on from the
    section that was opened.
    """

    @override
    def loadResource(self, type: int, name: QUrl | str) -> None:
        """Load nothing: no picture, no file, no address."""
        del type, name

    def scroll_to_heading(self, place: int) -> None:
        """Put the heading of this number at the top; the first one is the page's own."""
        block = self._heading(place)
        self.setTextCursor(QTextCursor(block))
        top = self.document().documentLayout().blockBoundingRect(block).top() if place else 0
        self.verticalScrollBar().setValue(int(top))

    def to_first_link(self) -> None:
        """Take the keyboard and stand on the first link."""
        self.setFocus()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._to_link(onwards=True)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        return self._to_link(onwards=next) or QWidget.focusNextPrevChild(self, next)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        cursor = self.textCursor()
        if event.key() in ENTER_KEYS and cursor.hasSelection() and cursor.charFormat().isAnchor():
            self.anchorClicked.emit(QUrl(cursor.charFormat().anchorHref()))
            return
        super().keyPressEvent(event)

    def _to_link(self, *, onwards: bool) -> bool:
        """Select the next link from the cursor, or the one before; False if there is none."""
        here = self.textCursor()
        links = self._links()
        if onwards:
            found = [one for one in links if one.selectionStart() >= here.selectionEnd()]
        else:
            found = [one for one in links if one.selectionEnd() <= here.selectionStart()][::-1]
        if not found:
            return False
        self.setTextCursor(found[0])
        return True

    def _links(self) -> list[QTextCursor]:
        found = []
        block = self.document().begin()
        while block.isValid():
            step = block.begin()
            while not step.atEnd():
                fragment = step.fragment()
                if fragment.charFormat().isAnchor():
                    cursor = QTextCursor(block)
                    cursor.setPosition(fragment.position())
                    end = fragment.position() + fragment.length()
                    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                    found.append(cursor)
                step += 1
            block = block.next()
        return found

    def _heading(self, place: int) -> QTextBlock:
        block = self.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel():
                if not place:
                    return block
                place -= 1
            block = block.next()
        return self.document().begin()
