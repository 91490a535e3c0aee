"""The text of a help page: links inside the help, and pictures shipped with it; no other file."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextFragment,
)
from PySide6.QtWidgets import QTextBrowser, QWidget
from typing_extensions import override

from desktop.domain.codes import Language
from desktop.ui.help.pages import picture_path
from desktop.ui.widgets.text_field import ENTER_KEYS

_IMAGE = QTextDocument.ResourceType.ImageResource.value


class PageBrowser(QTextBrowser):
    """Shows a document it was given. Tab goes from link to link, Enter follows.

    Qt's own Tab begins at the top of the page whatever is in sight; here it goes on from the
    section that was opened.
    """

    language: Language = "zh"

    @override
    def loadResource(self, type: int, name: QUrl | str) -> QImage | None:
        """Load a picture of the help, by its bare name; no other file, no address."""
        text = name if isinstance(name, str) else name.toString()
        if type != _IMAGE or not text.endswith(".png"):
            return None
        path = picture_path(text.removesuffix(".png"), self.language)
        return QImage(str(path)) if path is not None else None

    def fit_pictures(self) -> None:
        """Make every picture as wide as the text, smoothly; none larger than it is."""
        room = self.viewport().width() - 2 * int(self.document().documentMargin())
        for fragment in list(self._fragments()):
            shown = fragment.charFormat().toImageFormat()
            whole = self.loadResource(_IMAGE, shown.name()) if shown.isValid() else None
            if whole is None or whole.isNull() or room <= 0:
                continue
            width = min(room, whole.width())
            if round(shown.width()) == width:
                continue
            ratio = self.devicePixelRatioF()
            smooth = Qt.TransformationMode.SmoothTransformation
            scaled = whole.scaledToWidth(min(round(width * ratio), whole.width()), smooth)
            self.document().addResource(_IMAGE, QUrl(shown.name()), scaled)
            shown.setWidth(width)
            shown.setHeight(round(whole.height() * width / whole.width()))
            cursor = QTextCursor(self.document())
            cursor.setPosition(fragment.position())
            end = fragment.position() + fragment.length()
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(shown)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_pictures()

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
        for fragment in self._fragments():
            if fragment.charFormat().isAnchor():
                cursor = QTextCursor(self.document())
                cursor.setPosition(fragment.position())
                end = fragment.position() + fragment.length()
                cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                found.append(cursor)
        return found

    def _fragments(self) -> Iterator[QTextFragment]:
        block = self.document().begin()
        while block.isValid():
            step = block.begin()
            while not step.atEnd():
                yield step.fragment()
                step += 1
            block = block.next()

    def _heading(self, place: int) -> QTextBlock:
        block = self.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel():
                if not place:
                    return block
                place -= 1
            block = block.next()
        return self.document().begin()
