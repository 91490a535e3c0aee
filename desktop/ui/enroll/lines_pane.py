"""Sentences below each other, as labels that can be read, marked and copied."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.ui.enroll.shown import BasisLine
from desktop.ui.theme.look import set_state


class LinesPane:
    """Keeps a label as long as there is a line for it."""

    def __init__(self, body: QWidget, box: QVBoxLayout) -> None:
        self._body = body
        self._box = box
        self._labels: list[QLabel] = []
        box.addStretch(1)

    @property
    def words(self) -> str:
        """What is shown, line by line."""
        return "\n".join(label.text() for label in self._labels)

    def show_lines(self, lines: tuple[BasisLine, ...]) -> None:
        """Show these sentences."""
        while len(self._labels) > len(lines):
            label = self._labels.pop()
            self._box.removeWidget(label)
            label.hide()
            label.deleteLater()
        while len(self._labels) < len(lines):
            label = QLabel(self._body)
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._box.insertWidget(len(self._labels), label)
            self._labels.append(label)
        for label, line in zip(self._labels, lines, strict=True):
            label.setText(line.text)
            set_state(label, "look", "strong" if line.heading else "")
            set_state(label, "tone", line.tone)
