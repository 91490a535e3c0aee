"""The price card: one big figure, who pays what, and from when the cover runs."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from desktop.ui.compiled.enrol import Ui_EnrolForm
from desktop.ui.enroll.shown import PersonLine, PriceCard
from desktop.ui.theme.look import Look, set_state
from desktop.ui.widgets.elided_label import ElidedLabel

WIDTH = 268
WIDTH_LARGEST = 220
"""Of the 8 px grid: where the text is largest, the members need the room more."""
_LARGEST_FROM = 1.5


class PriceCardView:
    """Fills the card's widgets of the form; keeps a line's widgets as long as the line."""

    def __init__(self, form: Ui_EnrolForm, look: Look) -> None:
        self._form = form
        self._look = look
        self._lines: list[PersonLineView] = []
        self._form.priceLines.addStretch(1)
        self.lay_out()

    def lay_out(self, *, low: bool = False) -> None:
        """Take the present text size; ``low`` where the screen is lower than the whole card."""
        largest = self._look.scale > _LARGEST_FROM
        form = self._form
        form.priceCard.setFixedWidth(self._look.px(WIDTH_LARGEST if largest else WIDTH))
        if low == (form.priceLines.indexOf(form.priceSums) >= 0):
            return
        # Without room for both the sums come first, and the people, whose amounts the rows
        # repeat, scroll behind them.
        if low:
            form.priceLines.insertWidget(0, form.priceSums)
        else:
            form.priceBox.insertWidget(form.priceBox.indexOf(form.priceLine2) + 1, form.priceSums)

    def show_card(self, card: PriceCard | None, nothing: str) -> None:
        """Show a card; without one, ``nothing`` says what is missing."""
        form = self._form
        shown = card or PriceCard("—", False, nothing, (), "—", "—", "—", "—", False)  # noqa: FBT003 - a table of defaults
        form.priceTotal.setText(shown.total)
        set_state(form.priceTotal, "state", "" if shown.total_known else "unknown")
        form.priceOpen.setText(shown.open_note)
        form.priceOpen.setVisible(bool(shown.open_note))
        form.personsValue.setText(shown.persons)
        form.standardValue.setText(shown.standard)
        form.assistanceValue.setText(shown.assistance)
        form.coverValue.setText(shown.cover)
        set_state(form.coverValue, "tone", "" if shown.cover_known else "unknown")
        self._show_people(shown.people)

    def _show_people(self, people: tuple[PersonLine, ...]) -> None:
        while len(self._lines) > len(people):
            line = self._lines.pop()
            self._form.priceLines.removeWidget(line)
            line.hide()
            line.deleteLater()
        while len(self._lines) < len(people):
            line = PersonLineView(self._form.priceBody)
            # Above the stretch that keeps them at the top.
            self._form.priceLines.insertWidget(self._form.priceLines.count() - 1, line)
            self._lines.append(line)
        for line, person in zip(self._lines, people, strict=True):
            line.show_person(person)


class PersonLineView(QWidget):
    """Name and amount, the reason under them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = ElidedLabel(self)
        self._amount = QLabel(self)
        self._amount.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._why = ElidedLabel(self)
        self._why.setProperty("look", "hint")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(0)
        grid.addWidget(self._name, 0, 0)
        grid.addWidget(self._amount, 0, 1)
        grid.addWidget(self._why, 1, 0, 1, 2)
        grid.setColumnStretch(0, 1)

    def show_person(self, person: PersonLine) -> None:
        """Show one person."""
        self._name.setText(person.name)
        self._amount.setText(person.amount)
        set_state(self._amount, "tone", person.tone)
        set_state(self._amount, "look", "unknown" if person.tone == "unknown" else "strong")
        self._why.setText(person.why)
