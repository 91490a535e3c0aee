"""The member table: a row of live fields for each member and one for the next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout
from typing_extensions import override

from desktop.ui.enroll.member_row import (
    ARRANGEMENTS,
    FIELDS,
    STRETCH,
    WIDTHS,
    MemberRow,
    RowChoices,
    lines_needed,
)
from desktop.ui.enroll.shown import RowShown, Tone
from desktop.ui.theme.look import Look
from desktop.ui.widgets.option_list import Option

COLUMNS = ("place", *FIELDS, "amount")


class MemberTable(QObject):
    """Keeps the rows in step with the entry, and the cursor where it belongs."""

    changed = Signal(int, str, str)
    identity_chosen = Signal(int, str, dict)
    identity_dropped = Signal(int, str)
    entered = Signal(int, str, str)
    """Row, field and the hint its widget gives."""
    left = Signal(int, str)
    stepped_out = Signal(int)
    """Enter beyond the last field (+1) or before the first (-1)."""
    lines_changed = Signal(int)

    def __init__(
        self,
        scroll: QScrollArea,
        rows: QVBoxLayout,
        head: QVBoxLayout,
        look: Look,
        heading: Callable[[str], str],
    ) -> None:
        super().__init__(scroll)
        self._scroll = scroll
        self._layout = rows
        self._head = head
        self._look = look
        self._choices: RowChoices | None = None
        self._rows: list[MemberRow] = []
        self._layout.addStretch(1)
        self.lines = 1
        # Asking the area for its parts while it is being taken down would be too late.
        self._viewport, self._bar = scroll.viewport(), scroll.verticalScrollBar()
        self._width = self._viewport.width()
        self._headings = self._make_head(heading)
        self._head_lines = [QHBoxLayout() for _ in ARRANGEMENTS[-1]]
        for line in self._head_lines:
            line.setSpacing(4)
            self._head.addLayout(line)
        self._arrange_head()
        self._bar.installEventFilter(self)
        self._viewport.installEventFilter(self)
        self.lay_out()

    def offer(self, choices: RowChoices) -> None:
        """Say what the coded fields offer; must come before the first row."""
        self._choices = choices

    def lay_out(self) -> None:
        """Take the present text size."""
        px = self._look.px
        right = self._bar.width() if self._bar.isVisible() else 0
        self._head.setContentsMargins(px(4), px(4), px(8) + right, px(4))
        for name, label in self._headings.items():
            if name in WIDTHS:
                label.setFixedWidth(px(WIDTHS[name]))
            if name not in ("place", "amount"):
                label.setIndent(px(8))
        self._fit()
        for row in self._rows:
            row.lay_out()

    def offer_relations(self, options: tuple[Option, ...]) -> None:
        """Offer these relations in every row from now on."""
        assert self._choices is not None, "offer() comes before the first row"
        self._choices = replace(self._choices, relation=options)
        for row in self._rows:
            row.set_relations(options)

    def _fit(self) -> None:
        """Give every member as many lines as the width asks for."""
        lines = lines_needed(self._width, self._look)
        if lines != self.lines:
            self.lines = lines
            self._arrange_head()
            self.lines_changed.emit(lines)
        for row in self._rows:
            row.set_lines(lines)

    def show_rows(self, shown: tuple[RowShown, ...]) -> None:
        """Show the members and, below them, the row for the next."""
        while len(self._rows) < len(shown) + 1:
            self._add_row()
        self._drop_rows(shown)
        for place, row in enumerate(self._rows):
            is_next = place >= len(shown)
            row.show_row(RowShown(key=0) if is_next else shown[place])
            row.show_place(place, is_next=is_next)

    def show_marks(self, marks: dict[tuple[int, str], Tone]) -> None:
        """Mark the fields that have something wrong."""
        for place, row in enumerate(self._rows):
            row.mark({name: tone for (at, name), tone in marks.items() if at == place})

    def focus(self, place: int, name: str) -> None:
        """Put the cursor into a field; a locked or missing one gives way to the row's first."""
        if not self._rows:
            return
        row = self._rows[max(0, min(place, len(self._rows) - 1))]
        field = row.fields.get(name)
        if field is None or not field.isEnabled():
            field = row.fields["name"]
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show(row)

    def focus_last(self) -> None:
        """Put the cursor into the row for the next member."""
        self.focus(len(self._rows) - 1, "name")

    @property
    def rows(self) -> list[MemberRow]:
        """The rows, the one for the next member last."""
        return self._rows

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QResizeEvent) and watched is self._viewport:
            self._width = event.size().width()
            self._fit()
        elif event.type() in (QEvent.Type.Show, QEvent.Type.Hide) and watched is self._bar:
            self.lay_out()
        return False

    def _make_head(self, heading: Callable[[str], str]) -> dict[str, QLabel]:
        labels = {}
        for name in COLUMNS:
            label = QLabel(heading(name))
            label.setProperty("look", "label")
            if name == "place":
                label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            elif name == "amount":
                label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            labels[name] = label
        self._head.setSpacing(0)
        return labels

    def _arrange_head(self) -> None:
        """Lay the headings out as the rows' fields are."""
        for line in self._head_lines:
            while line.count():
                line.takeAt(0)
        for line, names in zip(self._head_lines, ARRANGEMENTS[self.lines - 1], strict=False):
            for name in names:
                if name:
                    line.addWidget(self._headings[name], STRETCH.get(name, 0))
                else:
                    line.addSpacing(self._look.px(WIDTHS["place"]))
            if not any(name in STRETCH for name in names):
                line.addStretch(1)

    def _add_row(self) -> None:
        assert self._choices is not None, "offer() comes before the first row"
        row = MemberRow(self._choices, self._look, self._scroll.widget())
        row.set_lines(self.lines)
        row.changed.connect(self._on_changed)
        row.identity_chosen.connect(
            lambda row, code, given: self.identity_chosen.emit(self._place(row), code, given)
        )
        row.identity_dropped.connect(
            lambda row, code: self.identity_dropped.emit(self._place(row), code)
        )
        row.field_entered.connect(self._on_entered)
        row.field_left.connect(lambda row, name: self.left.emit(self._place(row), name))
        row.step_asked.connect(self._on_step)
        self._layout.insertWidget(len(self._rows), row)
        self._rows.append(row)

    def _drop_rows(self, shown: tuple[RowShown, ...]) -> None:
        """Take away rows of members that are gone, keeping the others' widgets and focus."""
        wanted = {row.key for row in shown}
        while len(self._rows) > len(shown) + 1:
            gone = next((row for row in self._rows[:-1] if row.key not in wanted), self._rows[-2])
            self._rows.remove(gone)
            self._layout.removeWidget(gone)
            gone.hide()
            gone.deleteLater()

    def _show(self, row: MemberRow) -> None:
        self._scroll.ensureWidgetVisible(row, 0, self._look.px(8))

    def _place(self, row: MemberRow) -> int:
        return self._rows.index(row) if row in self._rows else -1

    def _on_changed(self, row: MemberRow, name: str, value: str) -> None:
        self.changed.emit(self._place(row), name, value)

    def _on_entered(self, row: MemberRow, name: str) -> None:
        place = self._place(row)
        if place < 0:
            return
        for one in self._rows:
            one.set_current(current=one is row)
        self._show(row)
        field = row.fields[name]
        self.entered.emit(place, name, str(getattr(field, "hint", "")))

    def _on_step(self, row: MemberRow, name: str, by: int) -> None:
        place, at = self._place(row), FIELDS.index(name)
        if by > 0 and row.key == 0 and not row.form.name.text():
            self.stepped_out.emit(1)
            return
        while True:
            at += by
            if not 0 <= at < len(FIELDS):
                place, at = place + by, 0 if by > 0 else len(FIELDS) - 1
            if not 0 <= place < len(self._rows):
                self.stepped_out.emit(by)
                return
            field = self._rows[place].fields[FIELDS[at]]
            if field.isEnabled() and not field.isReadOnly():
                self.focus(place, FIELDS[at])
                return
