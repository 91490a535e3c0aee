"""The screen of cases: the list by kind on the left, both sides and the decision on the right."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop.ui.cases.presenter import CasePage, CasesPresenter, Filter
from desktop.ui.compiled.cases import Ui_CasesForm
from desktop.ui.enroll.shown import Note
from desktop.ui.session import Session
from desktop.ui.theme.look import Look, set_state
from desktop.ui.widgets.enter_clicks import enter_clicks
from desktop.ui.widgets.option_list import Option
from desktop.ui.widgets.tables import Column, Table

_NOW, _SECOND, _MARK = 3, 2, 4
_REMARKS_SHOWN = 3
_ROW_PX = 26


class CasesScreen(QWidget):
    """待处理事项."""

    desk_changed = Signal()
    household_asked = Signal(str)

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Ui_CasesForm()
        self.form.setupUi(self)
        self._look = look
        self._say = session.messages.say
        form, say = self.form, self._say
        self.presenter = CasesPresenter(session, self)
        self._list = Table(
            form.cases,
            look,
            (
                Column(say("case.column.kind"), 1),
                Column(say("case.column.at"), 0, width=64),
            ),
        )
        self._sides = Table(
            form.sides,
            look,
            (
                Column(say("case.column.field"), 2),
                Column(say("case.column.first"), 3),
                Column(say("case.column.second"), 3),
                Column(say("case.column.now"), 3),
                Column(say("case.column.mark"), 0, width=92),
            ),
        )
        self._connect()
        look.changed.connect(self._lay_out)
        self._lay_out()
        enter_clicks(self)
        form.filterOpen.setChecked(True)
        form.decide.setVisible(self.presenter.may_decide)
        if not self.presenter.may_decide:
            # The next thing to do is the one bright button.
            set_state(form.keepComment, "look", "primary")
        self.show_case(None)

    def begin(self) -> None:
        """Read the list and put the keyboard into it."""
        self.presenter.load()
        self._focus_list()

    def desk_news(self) -> None:
        """Read the list again: an exchange may have brought cases or decisions."""
        self.presenter.load()

    def focus_again(self) -> None:
        """Put the keyboard back into the list."""
        self._focus_list()

    def show_list(
        self, rows: tuple[tuple[str, ...], ...], chosen: int, meta: str, empty: str
    ) -> None:
        """Show the cases of the filter, or what this is for."""
        form = self.form
        form.cases.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self._list.show(rows)
        if rows:
            form.cases.selectRow(chosen)
        form.cases.blockSignals(False)  # noqa: FBT003 - Qt's own signature
        had = form.cases.hasFocus()
        form.cases.setVisible(bool(rows))
        form.empty.setText(empty)
        form.empty.setVisible(not rows)
        form.meta.setText(meta)
        if had and not rows:
            self._focus_list()

    def show_case(self, page: CasePage | None) -> None:
        """Show a case from both sides; None: none is chosen."""
        form = self.form
        for part in (form.caseCard, form.openHousehold, form.keepComment):
            part.setVisible(page is not None)
        form.decide.setVisible(page is not None and bool(page.decisions))
        if page is None:
            return
        form.kind.setText(page.title)
        form.caseHead.setText(page.head)
        form.meaning.setText(page.meaning)
        form.sides.setColumnHidden(_SECOND, not page.two_sides)
        form.sides.setColumnHidden(_MARK, not page.two_sides)
        form.sides.setColumnHidden(_NOW, not page.has_now)
        self._show_sides(page.lines)
        form.elsewhere.setText(page.elsewhere)
        form.elsewhere.setVisible(bool(page.elsewhere))
        form.remarks.clear()
        form.remarks.addItems(list(page.remarks))
        form.remarks.setVisible(bool(page.remarks))
        self._size_remarks()
        form.decision.set_options([Option(code, words) for code, words in page.decisions])
        form.decision.setVisible(bool(page.decisions))
        form.label_decision.setVisible(bool(page.decisions))
        form.deciding.setVisible(page.may_comment)
        form.keepComment.setVisible(page.may_comment)
        form.openHousehold.setEnabled(bool(page.household))

    def show_consequence(self, text: str) -> None:
        """Say what the decision that is chosen would do."""
        form = self.form
        form.consequence.setText(text)
        form.consequence.setVisible(form.decide.isVisibleTo(self) or not form.decision.code)
        form.decision.setAccessibleDescription(text)

    def show_confirming(self, *, confirming: bool) -> None:
        """Let the button ask once more."""
        self.form.decide.setText(self._say("case.decide_sure" if confirming else "case.decide"))

    def clear_fields(self) -> None:
        """Empty the decision and the comment."""
        self.form.decision.show_code("")
        self.form.comment.show_text("")

    def show_note(self, note: Note, field: str = "") -> None:
        """Say in the reserved line what happened; a mistake marks its field."""
        form = self.form
        form.message.say(note.text, note.tone or "quiet")
        for name, widget in (("decision", form.decision), ("comment", form.comment)):
            set_state(widget, "state", "mistake" if name == field else "")
            if name == field:
                widget.setFocus()

    def status_changed(self) -> None:
        """Tell the window that something was saved."""
        self.desk_changed.emit()

    def _show_sides(self, lines: tuple[tuple[str, ...], ...]) -> None:
        """Show the comparison; what differs is set in bold beside its sign and word."""
        table = self.form.sides
        self._sides.show(lines)
        # Nothing in it is chosen: the bright row is the one in the list.
        table.clearSelection()
        bold = QFont(table.font())
        bold.setBold(True)
        for row, line in enumerate(lines):
            for column in range(table.columnCount()):
                item = table.item(row, column)
                if item is None:
                    continue
                # Long values are cut to the column; here they can be read whole.
                item.setToolTip(item.text())
                if line[_MARK] == self._say("case.differs"):
                    item.setFont(bold)

    def _connect(self) -> None:
        form, presenter = self.form, self.presenter
        form.cases.currentCellChanged.connect(lambda row, *_: presenter.choose(row))
        form.cases.itemActivated.connect(lambda _: self._into_case())
        form.filterOpen.clicked.connect(lambda: self._filter("open"))
        form.filterDecided.clicked.connect(lambda: self._filter("decided"))
        form.decision.picked.connect(presenter.set_decision)
        form.comment.edited.connect(presenter.set_comment)
        form.decision.step_asked.connect(self._step_from_decision)
        form.comment.step_asked.connect(self._step_from_comment)
        form.openHousehold.clicked.connect(self._open_household)
        form.keepComment.clicked.connect(presenter.comment)
        form.decide.clicked.connect(presenter.decide)
        keys = (
            ("F9", "comment", presenter.comment),
            ("F12", "decide", presenter.decide),
            ("F6", "filter", self._next_filter),
        )
        for key, words, act in keys:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setWhatsThis(self._say(f"case.key.{words}"))
            shortcut.activated.connect(act)

    def _filter(self, wanted: Filter) -> None:
        self.presenter.filter(wanted)
        self._focus_list()

    def _next_filter(self) -> None:
        form = self.form
        wanted: Filter = "decided" if form.filterOpen.isChecked() else "open"
        (form.filterDecided if wanted == "decided" else form.filterOpen).setChecked(True)
        self._filter(wanted)

    def _focus_list(self) -> None:
        form = self.form
        tab = form.filterOpen if form.filterOpen.isChecked() else form.filterDecided
        (form.cases if form.cases.isVisibleTo(self) else tab).setFocus()

    def _into_case(self) -> None:
        """Go from the list to what is done with the case."""
        form = self.form
        for part in (form.decision, form.comment, form.sides):
            if part.isVisible():
                part.setFocus()
                return

    def _step_from_decision(self, by: int) -> None:
        (self.form.comment if by > 0 else self.form.cases).setFocus()

    def _step_from_comment(self, by: int) -> None:
        form = self.form
        if by < 0:
            (form.decision if form.decision.isVisible() else form.cases).setFocus()
        else:
            (form.decide if form.decide.isVisible() else form.keepComment).setFocus()

    def _open_household(self) -> None:
        if self.presenter.household:
            self.household_asked.emit(self.presenter.household)

    def _lay_out(self) -> None:
        self._size_remarks()

    def _size_remarks(self) -> None:
        rows = min(_REMARKS_SHOWN, max(1, self.form.remarks.count()))
        self.form.remarks.setMaximumHeight(self._look.px(_ROW_PX) * rows + self._look.px(8))
