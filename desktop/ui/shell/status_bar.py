"""The status bar: connection, what waits, last exchange; law, operator, station."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QStatusBar

from desktop.ui.theme.look import Look, set_state
from desktop.ui.widgets.elided_label import ElidedLabel


class StatusBar:
    """Fills the window's status bar. Offline is said in the same grey as online."""

    def __init__(self, bar: QStatusBar, look: Look) -> None:
        self._bar = bar
        self._look = look
        bar.setSizeGripEnabled(False)
        self._mark = QLabel(bar)
        self._mark.setProperty("iconPx", 16)
        self._exchange = ElidedLabel(bar)
        self._training = QLabel(bar)
        set_state(self._training, "tone", "warning")
        self._update = QLabel(bar)
        self._update.hide()
        self._right = ElidedLabel(bar)
        bar.addWidget(self._mark)
        bar.addWidget(self._exchange, 1)
        for part in (self._update, self._training, self._right):
            bar.addPermanentWidget(part)

    def show_exchange(self, icon: str, text: str) -> None:
        """Show connection, waiting events and the last exchange."""
        self._exchange.setText(text)
        if self._mark.property("iconName") != icon:
            self._mark.setProperty("iconName", icon)
            self._look.dress(self._mark)

    def show_desk(self, text: str, training: str) -> None:
        """Show law pack, operator and station; a training station says so."""
        self._right.setText(text)
        self._training.setText(training)
        self._training.setVisible(bool(training))

    def show_update(self, short: str, whole: str) -> None:
        """Show that there is a newer version of the program; quietly, in one word."""
        self._update.setText(short)
        self._update.setToolTip(whole)
        self._update.setAccessibleName(whole)
        self._update.setVisible(bool(short))

    @property
    def words(self) -> str:
        """Everything it says, for tests and screen readers."""
        return f"{self._exchange.text()} · {self._right.text()}"
