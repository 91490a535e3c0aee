"""The pages of the window: one is shown, and scrolls where the window is smaller than it needs."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QStackedWidget, QWidget
from typing_extensions import override


class PageStack(QStackedWidget):
    """Takes and gives pages, and keeps each in a frame that scrolls.

    A stack asks for the widest of its pages, seen or not; this one asks for nothing, so that no
    page, text size or language makes the window larger than the screen.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        QApplication.instance().focusChanged.connect(self._follow)  # type: ignore[union-attr]

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    @override
    def addWidget(self, page: QWidget) -> int:
        return super().addWidget(_Frame(page))

    @override
    def setCurrentWidget(self, page: QWidget) -> None:
        super().setCurrentWidget(self._frame(page))

    @override
    def removeWidget(self, page: QWidget) -> None:
        """Take a page out of the stack; it lives on by itself."""
        frame = self._frame(page)
        super().removeWidget(frame)
        frame.takeWidget()
        # A parent would keep the frame's Python side.
        frame.setParent(None)
        frame.deleteLater()

    @property
    def page(self) -> QWidget | None:
        """The page that is shown."""
        frame = self.currentWidget()
        return frame.widget() if isinstance(frame, _Frame) else None

    @property
    def least_width(self) -> int:
        """Return the width from which on the page that is shown needs not scroll sideways."""
        page = self.page
        return page.minimumSizeHint().width() if page is not None else 0

    def _frame(self, page: QWidget) -> _Frame:
        frames = (self.widget(place) for place in range(self.count()))
        return next(one for one in frames if isinstance(one, _Frame) and one.widget() is page)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Bring the cursor into sight, however it came where it is, in all that scrolls there."""
        if now is None or not self.isAncestorOf(now):
            return
        around = now.parentWidget()
        while around is not None and around is not self:
            if isinstance(around, QScrollArea):
                around.ensureWidgetVisible(now)
            around = around.parentWidget()


class _Frame(QScrollArea):
    """Gives a page all the room there is, and scrolls only below the least it can do with.

    Qt's own resizing asks a page with a wrapped line for the height it would like instead, and
    scrolls a page whose lists would scroll by themselves.
    """

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(page)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        handled = super().eventFilter(watched, event)
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return handled

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        page: QWidget | None = self.widget()
        if page is None:
            return
        room = self.maximumViewportSize()
        least = _least(page, room.width())
        if least.height() > room.height():
            room.setWidth(room.width() - self.verticalScrollBar().sizeHint().width())
            least = _least(page, room.width())
        if least.width() > room.width():
            room.setHeight(room.height() - self.horizontalScrollBar().sizeHint().height())
        page.resize(least.expandedTo(room))


def _least(page: QWidget, width: int) -> QSize:
    """Return the least a page can do with, its lines wrapped at ``width`` or what it needs."""
    least, layout = page.minimumSizeHint(), page.layout()
    if layout is not None and layout.hasHeightForWidth():
        least.setHeight(layout.minimumHeightForWidth(max(width, least.width())))
    return least
