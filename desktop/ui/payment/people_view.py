"""The people of the payment sheet: ticked who pays now, by space; what each pays and why."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QWidget
from typing_extensions import override

from desktop.ui.payment.shown import PayerLine
from desktop.ui.theme.look import set_state
from desktop.ui.widgets.elided_label import ElidedLabel
from desktop.ui.widgets.told_keys import ToldKey


class PersonTick(QCheckBox):
    """Space ticks or unticks; the arrows go up and down. The box is seen in every theme."""

    KEYS = (ToldKey("Space", "keys.pay_tick"), ToldKey("↑ / ↓", "keys.pay_person"))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if step == 1:
            self.focusNextChild()
        elif step:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)

    @override
    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(
            metrics.horizontalAdvance(self.text()) + 2 * metrics.height(), 2 * metrics.height()
        )

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        palette, metrics = self.palette(), self.fontMetrics()
        side = round(metrics.height() * 0.8)
        box = QRectF(4.5, (self.height() - side) / 2 + 0.5, side, side)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(palette.color(QPalette.ColorRole.Mid))
        if self.isChecked():
            painter.setBrush(palette.color(QPalette.ColorRole.Accent))
        painter.drawRoundedRect(box, 3, 3)
        if self.isChecked():
            painter.setPen(QPen(palette.color(QPalette.ColorRole.HighlightedText), side / 8))
            at = box.topLeft()
            painter.drawPolyline(
                [
                    at + QPointF(side * x, side * y)
                    for x, y in ((0.22, 0.52), (0.42, 0.72), (0.78, 0.3))
                ]
            )
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.hasFocus():
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Accent), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        group = QPalette.ColorGroup.Normal if self.isEnabled() else QPalette.ColorGroup.Disabled
        painter.setPen(palette.color(group, QPalette.ColorRole.WindowText))
        room = self.rect().adjusted(round(box.right()) + 8, 0, -4, 0)
        name = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, name)


class PayerLineView(QWidget):
    """One person in a line: tick and name, the reason, the amount."""

    ticked = Signal(str, bool)
    """A person's id, and whether they pay now."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.person_id = ""
        self.tick = PersonTick(self)
        self._amount = QLabel(self)
        self._amount.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._why = ElidedLabel(self)
        self._why.setProperty("look", "hint")
        self._why.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.tick, 1)
        row.addWidget(self._why, 2)
        row.addWidget(self._amount)
        self.tick.clicked.connect(lambda on: self.ticked.emit(self.person_id, on))

    def show_person(self, person: PayerLine, *, locked: bool) -> None:
        """Show one person; once the money is taken nothing of it changes any more."""
        self.person_id = person.person_id
        self.tick.setText(person.name)
        self.tick.setChecked(person.chosen)
        self.tick.setEnabled(person.may and not locked)
        self.tick.setAccessibleName(f"{person.name} {person.amount}")
        self._amount.setText(person.amount)
        tone = person.tone if person.chosen or not person.may else "quiet"
        set_state(self._amount, "tone", tone)
        look = "strong" if person.chosen else "" if person.may else "unknown"
        set_state(self._amount, "look", look)
        self._why.setText(person.why)
