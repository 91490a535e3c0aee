"""The page 政策与本地参数: the law to read on the left, the what-if bench on the right."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QListWidgetItem, QWidget
from typing_extensions import override

from desktop.ui.compiled.law import Ui_LawForm
from desktop.ui.enroll.shown import Note
from desktop.ui.law.bench_view import BenchView
from desktop.ui.law.presenter import LawPresenter
from desktop.ui.law.shown import Actions, Detail, Editor, LineShown
from desktop.ui.session import Session
from desktop.ui.theme.look import Look, set_state
from desktop.ui.widgets.code_field import CodeField
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.enter_clicks import enter_clicks
from desktop.ui.widgets.option_list import Option
from desktop.ui.widgets.tables import Column, Table
from desktop.ui.widgets.text_field import ENTER_KEYS, TextField
from desktop.ui.widgets.told_keys import ToldKey

_BENCH_WIDTH = 420
_PANEL_HEIGHT = 178
_EDIT_HEIGHT = 226
_PAGE_LEAST = (1020, 520)
_STACKED_LAW = 360
"""How high the law stands when the bench lies below it: its panel and some lines of the table."""
_TEXTS = {"value": "value", "document": "document", "authority": "authority",
          "documentTitle": "title", "delegation": "delegation", "reason": "reason"}  # fmt: skip
_DAYS = {"valueDay": "value", "value_to": "value_to", "valid_from": "valid_from",
         "valid_to": "valid_to"}  # fmt: skip
_CODED = {"valueChoice": "value", "division": "division"}
_FIELDS = ("value", "valueDay", "valueChoice", "value_to", "document", "valid_from", "valid_to",
           "division", "authority", "documentTitle", "delegation", "reason")  # fmt: skip
_WIDGETS = {"title": "documentTitle"}
"""Fields whose widget goes by another name."""
_UNBOUND = 16_777_215
"""Qt's own word for no limit (QWIDGETSIZE_MAX)."""
_VALUE_FIELDS = {"amount": ("value",), "number": ("value",), "day": ("valueDay",),
                 "days": ("valueDay", "value_to"), "choice": ("valueChoice",)}  # fmt: skip


class LawScreen(QWidget):
    """政策与本地参数."""

    desk_changed = Signal()
    recount_asked = Signal()

    KEYS = (ToldKey("Esc", "keys.law_back"),)

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Ui_LawForm()
        self.form.setupUi(self)
        self._look = look
        self._say = session.messages.say
        self._lines: tuple[LineShown, ...] = ()
        self._actions = Actions()
        self._value_field: TextField = self.form.value
        self.presenter = LawPresenter(session, self)
        self.bench = BenchView(self.form, session, self)
        self._table = Table(self.form.law, look, self._columns())
        self.form.law.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.form.day.show_day(session.today.isoformat())
        self._connect()
        enter_clicks(self)
        self._show_buttons(editing=False)
        self._stacked: bool | None = None
        self._lay_out()
        look.changed.connect(self._lay_out)

    def begin(self) -> None:
        """Read the law as the desk knows it now and put the keyboard into the page."""
        self.presenter.load()
        self.bench.begin()
        if self.form.panel.currentWidget() is self.form.detailPage:
            self.form.law.setFocus()

    def show_page(self, lines: tuple[LineShown, ...], meta: str, chosen: int) -> None:
        """Show the law, one line chosen."""
        self._lines = lines
        table = self.form.law
        table.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self._table.show([line.cells for line in lines])
        self._colour()
        if lines:
            table.selectRow(chosen)
        table.blockSignals(False)  # noqa: FBT003 - Qt's own signature
        self.form.meta.setText(meta)

    def show_detail(self, detail: Detail) -> None:
        """Show the chosen line in full."""
        form = self.form
        form.detailTitle.setText(detail.title)
        form.detailSays.setText(detail.says)
        set_state(form.detailSays, "tone", detail.tone)
        form.detailCited.setText(detail.cited)
        form.history.clear()
        for line in detail.history:
            form.history.addItem(QListWidgetItem(line))
        form.history.setVisible(bool(detail.history))
        self._actions = detail.actions
        self._show_buttons(editing=False)

    def show_editor(self, editor: Editor | None) -> None:
        """Open the editor over the line, or put it away."""
        form = self.form
        if editor is None:
            form.panel.setCurrentWidget(form.detailPage)
            self._show_buttons(editing=False)
            form.law.setFocus()
            return
        form.editTitle.setText(editor.title)
        form.editHint.setText(editor.hint)
        form.editFields.setVisible(not editor.rejecting)
        form.reasonFields.setVisible(editor.rejecting)
        self._fill(editor)
        form.panel.setCurrentWidget(form.editPage)
        self._show_buttons(editing=True)
        (form.reason if editor.rejecting else self._value_field).setFocus()

    def show_note(self, note: Note, field: str = "") -> None:
        """Say what happened; a mistake marks its field and puts the cursor there."""
        self.form.message.say(note.text, note.tone or "quiet")
        wrong = self._field_of(field) if field else None
        for name in _FIELDS:
            one: TextField = getattr(self.form, name)
            set_state(one, "state", "mistake" if one is wrong else "")
        if wrong is not None:
            wrong.setFocus()

    def show_busy(self, *, busy: bool) -> None:
        """Hold the buttons while something is written."""
        form = self.form
        for button in (form.propose, form.approve, form.reject, form.submit, form.cancel):
            button.setEnabled(not busy)

    def values_changed(self) -> None:
        """Price the bench anew and tell the window."""
        self.bench.begin()
        self.desk_changed.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._back()
            return
        super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self.form.law
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in ENTER_KEYS
        ):
            if self.form.history.isVisible():
                self.form.history.setFocus()
                self.form.history.setCurrentRow(0)
            return True
        return super().eventFilter(watched, event)

    def _columns(self) -> tuple[Column, ...]:
        say = self._say
        return (
            Column(say("law.column.title"), 5),
            Column(say("law.column.says"), 7),
            Column(say("law.column.cited"), 6),
            Column(say("law.column.since"), 0, width=96),
        )

    def _connect(self) -> None:
        form, presenter = self.form, self.presenter
        form.law.currentCellChanged.connect(lambda row, *_: presenter.choose(row))
        form.law.installEventFilter(self)
        form.day.edited.connect(presenter.set_day)
        form.day.step_asked.connect(lambda _by: form.law.setFocus())
        form.propose.clicked.connect(presenter.begin_proposal)
        form.approve.clicked.connect(presenter.approve)
        form.reject.clicked.connect(self._turn_down)
        form.submit.clicked.connect(presenter.submit)
        form.cancel.clicked.connect(presenter.cancel)
        form.recount.clicked.connect(self.recount_asked)
        self.bench.stepped_out.connect(lambda _by: form.law.setFocus())
        keys = (
            ("F4", "propose", presenter.begin_proposal),
            ("F9", "act", self._act),
            ("F6", "pane", self._next_pane),
            ("F7", "recount", self.recount_asked.emit),
        )
        for key, words, act in keys:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setWhatsThis(self._say(f"keys.law_{words}"))
            shortcut.activated.connect(act)
        for name, meant in _TEXTS.items():
            text: TextField = getattr(form, name)
            text.edited.connect(lambda typed, meant=meant: presenter.set(meant, typed))
        for name, meant in _DAYS.items():
            day: DateField = getattr(form, name)
            day.edited.connect(lambda typed, meant=meant: presenter.set(meant, typed))
        for name, meant in _CODED.items():
            coded: CodeField = getattr(form, name)
            coded.picked.connect(lambda code, meant=meant: presenter.set(meant, code))
        for name in _FIELDS:
            field: TextField = getattr(form, name)
            field.step_asked.connect(lambda by, name=name: self._step(name, by))
        for one in self.findChildren(TextField):
            one.entered.connect(lambda one=one: form.pageScroll.ensureWidgetVisible(one))

    def _fill(self, editor: Editor) -> None:
        form = self.form
        shown = () if editor.revoking else _VALUE_FIELDS[editor.form]
        for name in ("value", "valueDay", "valueChoice", "value_to"):
            for part in (getattr(form, name), getattr(form, f"label_{name}")):
                part.setVisible(name in shown)
        self._value_field = getattr(form, shown[0]) if shown else form.document
        for part in (form.valid_to, form.label_valid_to, form.authority, form.label_authority):
            part.setVisible(not editor.revoking)
        form.valueChoice.set_options([Option(code, words) for code, words in editor.choices])
        form.division.set_options([Option(code, words) for code, words in editor.divisions])
        for name, meant in _TEXTS.items():
            getattr(form, name).show_text(editor.fields.get(meant, ""))
        for name, meant in _DAYS.items():
            getattr(form, name).show_text(editor.fields.get(meant, ""))
        for name, meant in _CODED.items():
            getattr(form, name).show_code(editor.fields.get(meant, ""))

    def _field_of(self, name: str) -> TextField:
        if name == "value":
            return self._value_field
        field: TextField = getattr(self.form, _WIDGETS.get(name, name), self._value_field)
        return field

    def _step(self, name: str, by: int) -> None:
        at = _FIELDS.index(name) + by
        while 0 <= at < len(_FIELDS):
            field: TextField = getattr(self.form, _FIELDS[at])
            if field.isVisible():
                field.setFocus()
                return
            at += by
        (self.form.submit if by > 0 else self.form.cancel).setFocus()

    def _act(self) -> None:
        if self.form.submit.isVisible():
            self.presenter.submit()
        elif self.form.approve.isVisible():
            self.presenter.approve()

    def _turn_down(self) -> None:
        if self._actions.revoke:
            self.presenter.begin_revocation()
        else:
            self.presenter.begin_rejection()

    def _back(self) -> None:
        if self.form.panel.currentWidget() is self.form.editPage:
            self.presenter.cancel()
        else:
            self.form.law.setFocus()

    def _next_pane(self) -> None:
        focused: QWidget | None = self.focusWidget()
        if focused is not None and self.form.benchCard.isAncestorOf(focused):
            self.form.law.setFocus()
        else:
            self.bench.focus_first()

    def _show_buttons(self, *, editing: bool) -> None:
        form, can = self.form, self._actions
        form.submit.setVisible(editing)
        form.cancel.setVisible(editing)
        form.propose.setVisible(can.propose and not editing)
        form.propose.setText(self._say("law.replace" if can.replace else "law.propose"))
        form.approve.setVisible(can.approve and not editing)
        form.reject.setVisible((can.reject or can.revoke) and not editing)
        turned_down = "law.withdraw" if can.own else "law.reject"
        form.reject.setText(self._say("law.revoke" if can.revoke else turned_down))
        height = _EDIT_HEIGHT if editing else _PANEL_HEIGHT
        form.panel.setFixedHeight(self._look.px(height))

    def _colour(self) -> None:
        """Open lines in grey, proposals in the warning's colour; words say it as well."""
        for at, line in enumerate(self._lines):
            if line.tone:
                colour = QColor(self._look.colour(line.tone))
                for place in range(self.form.law.columnCount()):
                    item = self.form.law.item(at, place)
                    if item is not None:
                        item.setForeground(colour)

    def _lay_out(self) -> None:
        self._show_buttons(editing=self.form.panel.currentWidget() is self.form.editPage)
        self.form.day.setFixedWidth(self._look.px(120))
        self._colour()
        self._stacked = None
        self._arrange()

    def _arrange(self) -> None:
        """Side by side where there is room; else the bench below: a page scrolls one way only."""
        form, px = self.form, self._look.px
        stacked = self.width() < px(_PAGE_LEAST[0])
        if stacked == self._stacked:
            return
        self._stacked = stacked
        way = QBoxLayout.Direction
        form.columns.setDirection(way.TopToBottom if stacked else way.LeftToRight)
        width = px(_BENCH_WIDTH)
        form.benchCard.setMinimumWidth(0 if stacked else width)
        form.benchCard.setMaximumWidth(_UNBOUND if stacked else width)
        form.lawCard.setMinimumHeight(px(_STACKED_LAW) if stacked else 0)
        form.pageBody.setMinimumHeight(0 if stacked else px(_PAGE_LEAST[1]))
