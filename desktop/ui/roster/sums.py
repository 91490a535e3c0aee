"""The strip along the top edge and the filters' counts: at once, then as an eye can follow."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QPushButton

from desktop.ui.compiled.roster import Ui_RosterForm
from desktop.ui.messages import Messages
from desktop.ui.roster.model import Filter
from desktop.ui.roster.shown import TotalsShown

_EVERY_MS = 120
"""Sums that change with every key lay the strip out anew; the next band comes first."""


class Sums(QObject):
    """Shows totals and counts; hidden until a roster is open."""

    def __init__(self, form: Ui_RosterForm, messages: Messages, parent: QObject) -> None:
        super().__init__(parent)
        self._form = form
        self._say = messages.say
        self.tabs: dict[Filter, QPushButton] = {
            "all": form.filterAll,
            "todo": form.filterTodo,
            "done": form.filterDone,
            "remarks": form.filterRemarks,
        }
        self._totals: TotalsShown | None = None
        self._counts: tuple[Filter, dict[Filter, int]] | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_EVERY_MS)
        self._pause.timeout.connect(self._show)
        self.show_open(opened=False)

    @property
    def still(self) -> bool:
        """Whether what stands there is the latest."""
        return not self._pause.isActive()

    def show_open(self, *, opened: bool) -> None:
        """Show the strip and the filters only while there is something to count."""
        for part in (self._form.totalsCard, *self.tabs.values()):
            part.setVisible(opened)

    def show_totals(self, totals: TotalsShown) -> None:
        """Show the strip along the top, together with the counts that come with it."""
        self._totals = totals

    def show_filter(self, chosen: Filter, counts: dict[Filter, int]) -> None:
        """Show the filters and how many bands each holds."""
        self.tabs[chosen].setChecked(True)
        self._counts = (chosen, counts)
        if self.still:
            self._show()

    def _show(self) -> None:
        if self._totals is None and self._counts is None:
            return
        totals, self._totals = self._totals, None
        counts, self._counts = self._counts, None
        self._pause.start()
        form = self._form
        if totals is not None:
            form.households.setText(totals.households)
            form.people.setText(totals.people)
            form.due.setText(totals.due)
            form.collected.setText(totals.collected)
            form.share.setValue(totals.share_percent)
        if counts is not None:
            for name, tab in self.tabs.items():
                tab.setText(self._say(f"roster.filter.{name}", count=counts[1][name]))
