"""The people of the payment sheet: ticked who pays now, by space; what each pays and why."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QWidget
from typing_extensions import override

from desktop.ui.payment.shown import PayerLine
from desktop.ui.theme.look import set_state
from desktop.ui.widgets.elided_label import ElidedLabel
from desktop.ui.widgets.told_keys import ToldKey


class PersonTick(QCheckBox):
    """Space ticks or unticks; the arrows go up and down."""

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


class PayerLineView(QWidget):
    """One person: tick and name, amount, the reason under them."""

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
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(0)
        grid.addWidget(self.tick, 0, 0)
        grid.addWidget(self._amount, 0, 1)
        grid.addWidget(self._why, 1, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        self.tick.clicked.connect(lambda on: self.ticked.emit(self.person_id, on))

    def show_person(self, person: PayerLine, *, locked: bool) -> None:
        """Show one person; once the money is taken nothing of it changes any more."""
        self.person_id = person.person_id
        self.tick.setText(person.name.replace("&", "&&"))
        self.tick.setChecked(person.chosen)
        self.tick.setEnabled(person.may and not locked)
        self.tick.setAccessibleName(f"{person.name} {person.amount}")
        self._amount.setText(person.amount)
        tone = person.tone if person.chosen or not person.may else "quiet"
        set_state(self._amount, "tone", tone)
        set_state(self._amount, "look", "strong" if person.chosen else "unknown")
        self._why.setText(person.why)
