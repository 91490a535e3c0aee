"""计算依据 beside the bands: what each figure of the household under the cursor rests on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.ui.enroll.explain import Explainer
from desktop.ui.enroll.lines_pane import LinesPane
from desktop.ui.enroll.shown import BasisLine
from desktop.ui.session import Session
from desktop.usecases.roster import household_price

_MARGIN = 8


class WhyPane(QFrame):
    """F8 shows it and puts it away; it follows the cursor and never takes the keyboard."""

    def __init__(self, session: Session, household: Callable[[], str], parent: QWidget) -> None:
        """Explain what ``household`` names, over a part of ``parent``."""
        super().__init__(parent)
        self._session = session
        self._household = household
        self._asked = ""
        self._explain = Explainer(session.messages)
        self.setProperty("look", "card")
        self.setAutoFillBackground(True)
        self.setAccessibleName(session.messages.say("roster.why"))
        body = QWidget(self)
        box = QVBoxLayout(body)
        self._lines = LinesPane(body, box)
        scroll = self._scroll = QScrollArea(self)
        scroll.setWidget(body)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.addWidget(scroll)
        self.hide()

    def toggle(self) -> None:
        """Show the household's reasons, or put them away."""
        if not self.put_away() and self._household():
            self.show()
            self.raise_()
            self.follow()

    def put_away(self) -> bool:
        """Put the pane away; tell whether it was there."""
        seen = self.isVisible()
        self.hide()
        return seen

    def turn(self, pages: int) -> bool:
        """Turn pages of a long explanation; False if it is not there."""
        bar = self._scroll.verticalScrollBar()
        bar.setValue(bar.value() + pages * bar.pageStep())
        return self.isVisible()

    def follow(self) -> None:
        """Explain the household that is under the cursor now, as it stands now."""
        if not self.isVisible():
            return
        household = self._asked = self._household()
        desk, year = self._session.desk, self._session.campaign_year

        def work() -> tuple[BasisLine, ...]:
            found = household_price(desk, household, year)
            return tuple(self._explain.basis(*found)) if found else ()

        def done(lines: tuple[BasisLine, ...]) -> None:
            if household == self._asked:
                self._show(lines)

        self._session.runner.submit("store", work, owner=self, done=done, failed=self._failed)

    def place(self, band: QRect) -> None:
        """Stand below the household that is explained, or above it where more room is."""
        over = self.parentWidget()
        if over is None or not self.isVisible():
            return
        above, below = band.top(), over.height() - band.bottom()
        top = band.bottom() + _MARGIN if below >= above else _MARGIN
        height = max(above, below) - 2 * _MARGIN
        self.setGeometry(_MARGIN, top, over.width() - 2 * _MARGIN, height)

    @property
    def words(self) -> str:
        """What stands in the pane, line by line."""
        return self._lines.words

    def _show(self, lines: tuple[BasisLine, ...]) -> None:
        title = BasisLine(self._session.messages.say("roster.why"), heading=True)
        none = BasisLine(self._session.messages.say("roster.why_none"), "quiet")
        self._lines.show_lines((title, *(lines or (none,))))

    def _failed(self, error: Exception) -> None:
        self._show((BasisLine(self._session.messages.error(error), "mistake"),))
