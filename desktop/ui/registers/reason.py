"""Asking, of whoever may, whether a list leaves with whole identity numbers, and why."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.ui.messages import Messages
from desktop.ui.widgets.text_field import TextField

_ACROSS = 26
"""Characters in a line."""


class ReasonDialog(QDialog):
    """Enter goes on; without a reason the numbers stay masked."""

    def __init__(self, messages: Messages, chosen: Callable[[str], None], parent: QWidget) -> None:
        """``chosen`` is told the reason, empty for masked numbers; nobody if the person gave up."""
        super().__init__(parent)
        say = messages.say
        self._chosen = chosen
        self.setWindowTitle(say("registers.numbers"))
        self.setModal(True)
        self.says = QLabel(say("registers.numbers_says"), self)
        self.says.setWordWrap(True)
        self.reason = TextField(self)
        self.reason.setObjectName("reason")
        self.reason.setAccessibleName(say("registers.why"))
        self.reason.setPlaceholderText(say("registers.why"))
        self.reason.answers_enter = True
        self.act = QPushButton(say("registers.go_on"), self)
        self.act.setProperty("look", "primary")
        self.act.setDefault(True)
        self.back = QPushButton(say("registers.give_up"), self)
        self.back.setAutoDefault(False)
        self.reason.step_asked.connect(lambda _: self._go_on())
        self.reason.textChanged.connect(self._tell)
        self.act.clicked.connect(self._go_on)
        self.back.clicked.connect(self.reject)
        self.told = QLabel(self)
        self.told.setProperty("look", "hint")
        self._masked, self._whole = say("registers.masked"), say("registers.whole")
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.back)
        buttons.addWidget(self.act)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 16, 16, 16)
        box.setSpacing(8)
        for widget in (self.says, self.reason, self.told):
            box.addWidget(widget)
        box.addLayout(buttons)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._tell()
        self.reason.setFocus()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        # A label that wraps asks for no height of its own: it is given what its words need.
        width = self.says.fontMetrics().horizontalAdvance("字") * _ACROSS
        self.says.setFixedWidth(width)
        self.says.setMinimumHeight(self.says.heightForWidth(width))
        self.adjustSize()
        super().showEvent(event)

    def _tell(self) -> None:
        """Say what will leave as it stands now."""
        self.told.setText(self._whole if self.reason.text().strip() else self._masked)

    def _go_on(self) -> None:
        reason = self.reason.text().strip()
        self.accept()
        self._chosen(reason)
