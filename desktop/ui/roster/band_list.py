"""The list of bands: paints what is in sight, moves under a cursor that stays, answers the keys."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget
from typing_extensions import override

from desktop.ui.roster.painter import BandPainter
from desktop.ui.roster.shown import BandShown
from desktop.ui.theme.look import Look
from desktop.ui.widgets.text_field import ENTER_KEYS
from desktop.ui.widgets.told_keys import ToldKey

_KEYS = {
    Qt.Key.Key_Space: "renew", Qt.Key.Key_A: "add", Qt.Key.Key_D: "died",
    Qt.Key.Key_Q: "moved", Qt.Key.Key_Z: "employee", Qt.Key.Key_J: "refuses",
    Qt.Key.Key_R: "reason", Qt.Key.Key_Delete: "take_back", Qt.Key.Key_U: "undo",
    Qt.Key.Key_Escape: "cancel", Qt.Key.Key_Down: "down", Qt.Key.Key_Up: "up",
    Qt.Key.Key_PageDown: "page_down", Qt.Key.Key_PageUp: "page_up",
    Qt.Key.Key_Home: "home", Qt.Key.Key_End: "end",
    Qt.Key.Key_Right: "person_next", Qt.Key.Key_Left: "person_back",
    Qt.Key.Key_Slash: "find", Qt.Key.Key_F: "filter",
}  # fmt: skip
_ABOVE = 1
"""Small bands kept in sight above the cursor, so that what was just done can be seen."""


class Bands(Protocol):
    """What the list shows; only what is in sight is ever asked for."""

    @property
    def count(self) -> int:
        """How many bands there are."""
        ...

    @property
    def cursor(self) -> int:
        """The band under the cursor."""
        ...

    @property
    def person(self) -> int | None:
        """The chosen person in it."""
        ...

    def shown_at(self, place: int) -> BandShown:
        """Return one band as it is shown."""
        ...

    def painted(self) -> None:
        """Learn that the bands in sight are on the screen."""
        ...


class BandList(QAbstractScrollArea):
    """Bands of one height, but for the large one under the cursor."""

    key_asked = Signal(str)
    typed = Signal(str)
    """A digit or a character no key stands for: whoever looks for a household began typing."""
    place_clicked = Signal(int, object)
    place_opened = Signal(int)
    laid_out = Signal()
    """The large band may be elsewhere: what stands on it must follow."""

    KEYS = (
        ToldKey("Space", "roster.keys.renew"),
        ToldKey("← / →", "roster.keys.person"),
        ToldKey("↑ / ↓ / PageUp / PageDown / Home / End", "roster.keys.move"),
        ToldKey("D / Q / Z / J / R", "roster.keys.reasons"),
        ToldKey("A", "roster.keys.add"),
        ToldKey("Delete", "roster.keys.take_back"),
        ToldKey("U / Ctrl+Z / Ctrl+Y", "roster.keys.undo"),
        ToldKey("Enter", "roster.keys.open"),
        ToldKey("Ctrl+A", "roster.keys.batch"),
        ToldKey("0 … 9 / /", "roster.keys.find"),
        ToldKey("F", "roster.keys.filter"),
        ToldKey("F8", "roster.keys.why"),
    )

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # Letters are keys here; a Chinese input method would keep them for itself.
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        # The card beneath has round corners; a filled viewport would cut them square.
        self.viewport().setAutoFillBackground(False)
        self._bands: Bands | None = None
        self._painter: BandPainter | None = None
        self._large = 0
        self.verticalScrollBar().valueChanged.connect(lambda _: self._scrolled())

    def show_from(self, bands: Bands, look: Look) -> None:
        """Show these bands in this look."""
        self._bands = bands
        self._painter = BandPainter(look)
        look.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Take what changed about any band, and bring the cursor into sight."""
        self._measure()
        self._follow()
        self.viewport().update()
        self.laid_out.emit()

    def refresh_band(self, place: int) -> None:
        """Take what changed about one band."""
        if self._bands is not None and place == self._bands.cursor:
            self.refresh()
        else:
            self.viewport().update(self._rect(place))

    @property
    def page(self) -> int:
        """How many bands a page is."""
        height = self._painter.small_height() if self._painter else 1
        return max(1, (self.viewport().height() - self._large) // height)

    @property
    def cursor_rect(self) -> QRect:
        """The large band, within the viewport."""
        return self._rect(self._bands.cursor) if self._bands is not None else QRect()

    @property
    def note_rect(self) -> QRect:
        """The reserved line of the large band, within the viewport."""
        assert self._painter is not None
        assert self._bands is not None
        return self._painter.note_rect(self._rect(self._bands.cursor))

    def say_cursor(self, words: str) -> None:
        """Tell a screen reader where the cursor is."""
        self.setAccessibleDescription(words)
        event = QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
        QAccessible.updateAccessibility(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._bands is None or self._painter is None:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bands, area = self._bands, event.rect()
        place = self._place_at(area.top())
        while place < bands.count:
            rect = self._rect(place)
            if rect.top() > area.bottom():
                break
            shown = bands.shown_at(place)
            if place == bands.cursor:
                active = self.hasFocus()
                self._painter.large(painter, rect, shown, bands.person, active=active)
            else:
                self._painter.small(painter, rect, shown)
            place += 1
        painter.end()
        bands.painted()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.refresh()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key, text = Qt.Key(event.key()), event.text()
        if modifiers & ~Qt.KeyboardModifier.ShiftModifier:
            super().keyPressEvent(event)
        elif key in ENTER_KEYS:
            self.key_asked.emit("open")
        elif key in _KEYS:
            self.key_asked.emit(_KEYS[key])
        elif text.isprintable() and text:
            self.typed.emit(text)
        else:
            super().keyPressEvent(event)

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if event.commitString():
            self.typed.emit(event.commitString())
        event.accept()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if self._bands is None or self._painter is None:
            return
        y = round(event.position().y())
        place = self._place_at(y)
        if place >= self._bands.count:
            return
        person = self._person_at(place, y) if place == self._bands.cursor else None
        self.place_clicked.emit(place, person)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._bands is not None:
            place = self._place_at(round(event.position().y()))
            if place < self._bands.count:
                self.place_opened.emit(place)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def _person_at(self, place: int, y: int) -> int | None:
        assert self._bands is not None
        assert self._painter is not None
        shown, rect = self._bands.shown_at(place), self._rect(place)
        line = (y - rect.top() - self._painter.lines_top()) // self._painter.line_height(
            rect.width()
        )
        person = line + self._painter.first_line(shown, self._bands.person, rect.width())
        return person if line >= 0 and person < len(shown.people) else None

    def _measure(self) -> None:
        """Take the large band's height and the length of the whole."""
        if self._bands is None or self._painter is None:
            return
        bands, small, height = self._bands, self._painter.small_height(), self.viewport().height()
        self._painter.give_room(height)
        self._large = 0
        if bands.count:
            shown = bands.shown_at(bands.cursor)
            self._large = self._painter.large_height(shown, self.viewport().width())
        whole = max(0, bands.count - 1) * small + self._large
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, whole - height))
        bar.setPageStep(height)
        bar.setSingleStep(small)

    def _follow(self) -> None:
        """Keep the cursor at one height: the list moves under it, like dealt cards."""
        if self._bands is None or self._painter is None:
            return
        small = self._painter.small_height()
        above = _ABOVE if self._large + small <= self.viewport().height() else 0
        self.verticalScrollBar().setValue(max(0, (self._bands.cursor - above) * small))

    def _scrolled(self) -> None:
        self.viewport().update()
        self.laid_out.emit()

    def _rect(self, place: int) -> QRect:
        """Return where a band is, within the viewport."""
        assert self._bands is not None
        assert self._painter is not None
        small = self._painter.small_height()
        top = place * small
        if place > self._bands.cursor:
            top += self._large - small
        height = self._large if place == self._bands.cursor else small
        top -= self.verticalScrollBar().value()
        return QRect(0, top, self.viewport().width(), height)

    def _place_at(self, y: int) -> int:
        assert self._bands is not None
        assert self._painter is not None
        small, cursor = self._painter.small_height(), self._bands.cursor
        whole = y + self.verticalScrollBar().value()
        if whole < cursor * small + self._large:
            return max(0, min(whole // small, cursor))
        return cursor + 1 + (whole - cursor * small - self._large) // small
