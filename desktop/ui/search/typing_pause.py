"""Waits for a short pause in the typing before anything is looked for."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from desktop.ui.search.presenter import SearchPresenter
from desktop.ui.widgets.text_field import TextField

DEBOUNCE_MS = 60
"""Shorter than the pause between two keys of a quick typist, so that a word is one search."""


class TypingPause(QObject):
    """Lets ``presenter`` search for what stands in ``field`` once the hands rest."""

    def __init__(self, field: TextField, presenter: SearchPresenter) -> None:
        super().__init__(field)
        self._field = field
        self._presenter = presenter
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DEBOUNCE_MS)
        self._timer.timeout.connect(self._search)
        field.answers_enter = True
        field.edited.connect(self._edited)
        field.step_asked.connect(self._enter)

    def stop(self) -> None:
        """Look for nothing any more."""
        self._timer.stop()
        self._presenter.changed()

    def _edited(self) -> None:
        self._presenter.changed()
        self._timer.start()

    def _enter(self) -> None:
        if self._timer.isActive():
            self._timer.stop()
            self._search()
        self._presenter.open_asked()

    def _search(self) -> None:
        self._presenter.search(self._field.text())
