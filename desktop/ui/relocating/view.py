"""换到另一个乡镇: what stands before it, where to, what will happen; it covers the window."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.jobs.lanes import Runner
from desktop.ui.compiled.relocating import Ui_RelocatingForm
from desktop.ui.messages import Messages
from desktop.ui.relocating.presenter import Doing, MovePresenter, Phase, Progress
from desktop.ui.relocating.words import BeforeLine
from desktop.ui.theme.look import set_state
from desktop.ui.widgets.code_field import CodeField
from desktop.ui.widgets.enter_clicks import enter_clicks
from desktop.ui.widgets.message_line import SYMBOLS
from desktop.ui.widgets.option_list import Option
from desktop.ui.widgets.text_field import TextField
from desktop.ui.widgets.told_keys import ToldKey
from desktop.usecases.relocating import Moved

_LOOK_MS = 100
"""How often the page looks how far the sending has come."""


class RelocatingScreen(QWidget):
    """换到另一个乡镇."""

    finished = Signal()
    """It was left; nothing has changed."""
    clearing = Signal(object, str)
    """All but the last step is done: what became of the station, and its new place in words."""

    KEYS = (ToldKey("Esc", "keys.move_back"),)

    def __init__(
        self, runner: Runner, messages: Messages, doing: Doing, division: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.form = form = Ui_RelocatingForm()
        form.setupUi(self)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._say = messages.say
        self._progress: Progress | None = None
        self._looking = QTimer(self)
        self._looking.setInterval(_LOOK_MS)
        self._looking.timeout.connect(self._look_at_work)
        self.presenter = MovePresenter(runner, messages, self, doing, division)
        form.township.picked.connect(lambda code: self.presenter.set("township", code))
        for field, name in ((form.typed, "township"), (form.code, "code"), (form.name, "name")):
            field.edited.connect(lambda text, name=name: self.presenter.set(name, text))
        self._connect_steps()
        form.act.clicked.connect(self.presenter.act)
        form.back.clicked.connect(self.presenter.back)
        shortcut = QShortcut(QKeySequence("F9"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setWhatsThis(self._say("keys.move_act"))
        shortcut.activated.connect(self.presenter.act)
        enter_clicks(self)
        self._offer(())
        self.show_phase("asking", None)

    def begin(self) -> None:
        """Look where the station stands; the cursor stands on the township."""
        self.presenter.begin()
        self._place_field.setFocus()

    def show_before(self, lines: tuple[BeforeLine, ...], townships: tuple[Option, ...]) -> None:
        """Show what stands in the way and what stays behind, and offer the townships."""
        words = "\n".join(f"{SYMBOLS[line.tone]} {line.words}" for line in lines)
        self.form.before.setText(words)
        self.form.before.setAccessibleName(words)
        self._offer(townships)

    def show_mistakes(self, mistakes: dict[str, str]) -> None:
        """Say under each field what is wrong with it, and put the cursor into the first."""
        form = self.form
        lines = {"township": form.message_township, "code": form.message_code}
        fields: dict[str, TextField] = {"township": self._place_field, "code": form.code}
        for name, line in lines.items():
            line.say(mistakes.get(name, ""), "mistake" if name in mistakes else "quiet")
            set_state(fields[name], "state", "mistake" if name in mistakes else "")
        if mistakes:
            fields[next(iter(mistakes))].setFocus()

    def show_note(self, text: str, *, mistake: bool) -> None:
        """Say something in the reserved line."""
        note = self.form.note
        note.setText(f"{SYMBOLS['mistake']} {text}" if mistake and text else text)
        note.setAccessibleName(text)
        set_state(note, "tone", "mistake" if mistake else "")
        if text:
            QAccessible.updateAccessibility(QAccessibleEvent(note, QAccessible.Event.Alert))

    def show_phase(self, phase: Phase, progress: Progress | None) -> None:
        """Show what is to be done now, or that it is under way."""
        form, working = self.form, phase in ("sending", "moving")
        self._progress = progress if phase == "sending" else None
        for field in (form.township, form.typed, form.code, form.name):
            field.setReadOnly(phase != "asking")
        form.act.setEnabled(not working)
        form.back.setEnabled(phase != "moving")
        form.bar.setVisible(working)
        form.act.setText(self._say("move.act" if phase == "asking" else "move.act_confirm"))
        back = {"asking": "move.back", "confirming": "move.back_confirm"}
        form.back.setText(self._say(back.get(phase, "move.back_stop")))
        if phase == "asking":
            self._looking.stop()
            self._place_field.setFocus()
        elif phase == "confirming":
            form.pageScroll.ensureWidgetVisible(form.happensCard)
            form.act.setFocus()
        elif phase == "sending":
            form.bar.setRange(0, 0)
            form.back.setFocus()
            self._looking.start()
        else:
            self._looking.stop()
            self.show_note(self._say("move.clearing"), mistake=False)

    def settled(self, moved: Moved, place: str) -> None:
        """Tell the window that only the last step is left."""
        self.clearing.emit(moved, place)

    def done(self) -> None:
        """Tell the window that this is over; nothing has changed."""
        self.finished.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if self.form.back.isEnabled():
                self.presenter.back()
            return
        super().keyPressEvent(event)

    @property
    def _place_field(self) -> TextField:
        return self.form.typed if self.form.township.isHidden() else self.form.township

    def _offer(self, townships: tuple[Option, ...]) -> None:
        """Let a township be picked; where the county has stated none, let its code be typed."""
        form, held = self.form, self._place_field.hasFocus()
        form.township.set_options(townships)
        form.township.setVisible(bool(townships))
        form.typed.setVisible(not townships)
        form.label_township.setBuddy(self._place_field)
        if not townships:
            form.message_township.say(self._say("move.township_typed"))
        if held:
            self._place_field.setFocus()

    def _connect_steps(self) -> None:
        form = self.form
        after: dict[TextField, TextField] = {
            form.township: form.code, form.typed: form.code, form.code: form.name
        }  # fmt: skip
        for field in (form.township, form.typed, form.code, form.name):
            field.step_asked.connect(lambda by, field=field: self._step(field, by, after))
            field.entered.connect(lambda field=field: self._entered(field))

    def _step(self, field: TextField, by: int, after: dict[TextField, TextField]) -> None:
        if by < 0:
            (self.form.code if field is self.form.name else self._place_field).setFocus()
        elif field in after:
            after[field].setFocus()
        else:
            self.form.act.setFocus()

    def _entered(self, field: TextField) -> None:
        if isinstance(field, CodeField) and field.hint:
            self.form.message_township.say(field.hint)
        self.form.pageScroll.ensureWidgetVisible(field)

    def _look_at_work(self) -> None:
        progress = self._progress
        if progress is None:
            return
        if progress.total:
            self.form.bar.setRange(0, progress.total)
            self.form.bar.setValue(progress.total - progress.pending)
        words = "move.sending" if progress.pending else "move.registering"
        self.show_working(self._say(words, pending=progress.pending))

    def show_working(self, words: str) -> None:
        """Show how far it has come, without a word to a screen reader at each look."""
        if self.form.note.text() != words:
            self.form.note.setText(words)
            self.form.note.setAccessibleName(words)
