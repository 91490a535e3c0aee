"""A picture of the help over the whole window, until a key or a click puts it away."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPixmap
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override


class WholePicture(QLabel):
    """Covers ``window``; afterwards the cursor is where it was, in ``back``."""

    def __init__(self, path: Path, window: QWidget, back: QWidget) -> None:
        super().__init__(window)
        self._back = back
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("look", "page")
        self.setProperty("helpTopic", "help")
        self.setAccessibleName(path.stem)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setGeometry(window.rect())
        picture = QPixmap(str(path))
        if picture.width() > self.width() or picture.height() > self.height():
            picture = picture.scaled(
                self.size(),
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        self.setPixmap(picture)
        self.raise_()
        self.setFocus()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            # Every key comes here first, also one that is a shortcut of the window's.
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()
        self._put_away()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self._put_away()

    def _put_away(self) -> None:
        self.close()
        self._back.setFocus()
