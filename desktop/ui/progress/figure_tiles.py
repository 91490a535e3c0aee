"""Large figures side by side, as many in a row as the text size lets."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from desktop.ui.progress.shown import FigureShown
from desktop.ui.theme.look import Look, set_state
from desktop.ui.widgets.elided_label import ElidedLabel

_FIRST_SHARE = 3
"""The rate has the most to say where it is open: who settles it."""
_SHARE = 2
_IN_A_ROW = {"normal": 7, "large": 4, "largest": 4}


class _Tile(QWidget):
    """One figure: what it is, how much, and what belongs to it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._title = ElidedLabel(self)
        self._title.setProperty("look", "label")
        self._value = QLabel(self)
        self._value.setProperty("look", "figure")
        self._hint = QLabel(self)
        self._hint.setProperty("look", "hint")
        self._hint.setWordWrap(True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for part in (self._title, self._value, self._hint):
            column.addWidget(part)
        column.addStretch(1)

    def lay_out(self) -> None:
        """Keep room for two lines of what belongs to the figure."""
        self._hint.setFixedHeight(2 * self._hint.fontMetrics().lineSpacing())

    def show_figure(self, figure: FigureShown) -> None:
        self._title.setText(figure.title)
        self._value.setText(figure.value)
        self._hint.setText(figure.hint)
        set_state(self._value, "state", "unknown" if figure.open else "")
        self.setAccessibleName(f"{figure.title} {figure.value} {figure.hint}")


class FigureTiles:
    """Lays figures out in a frame."""

    def __init__(self, frame: QFrame, look: Look) -> None:
        self._frame = frame
        self._look = look
        self._tiles: list[_Tile] = []
        self._grid = QGridLayout(frame)
        self._grid.setContentsMargins(16, 12, 16, 12)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(12)

    def show_figures(self, figures: tuple[FigureShown, ...]) -> None:
        """Show these figures."""
        while len(self._tiles) < len(figures):
            self._tiles.append(_Tile(self._frame))
        for tile, figure in zip(self._tiles, figures, strict=True):
            tile.show_figure(figure)
        self.lay_out()

    def lay_out(self) -> None:
        """Take the present text size."""
        columns = _IN_A_ROW[self._look.size]
        for place, tile in enumerate(self._tiles):
            self._grid.removeWidget(tile)
            self._grid.addWidget(tile, place // columns, place % columns)
            tile.lay_out()
        for column in range(max(_IN_A_ROW.values())):
            self._grid.setColumnStretch(column, _share(column, columns))


def _share(column: int, columns: int) -> int:
    if column >= columns:
        return 0
    return _SHARE if column else _FIRST_SHARE
