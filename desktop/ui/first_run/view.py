"""The first run's screen: one card, one step at a time, the keyboard alone."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from desktop.domain import codes
from desktop.domain.invented import DIVISION as TRAINING_COUNTY
from desktop.jobs.lanes import Runner
from desktop.ui.compiled.first_run import Ui_FirstRunForm
from desktop.ui.first_run.answers import Answers, Step
from desktop.ui.first_run.presenter import FIELDS, Doing, FirstRunPresenter
from desktop.ui.messages import Messages
from desktop.ui.theme.look import Look, set_state
from desktop.ui.widgets.code_field import CodeField
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.enter_clicks import enter_clicks
from desktop.ui.widgets.message_line import MessageLine
from desktop.ui.widgets.option_list import Option
from desktop.ui.widgets.text_field import TextField
from desktop.ui.widgets.told_keys import ToldKey

_WIDTH = 560
_CARD_MARGIN = 24
_NAMES = tuple(name for names in FIELDS.values() for name in names)


class FirstRunScreen(QWidget):
    """第一次使用."""

    language_asked = Signal(str)
    station_made = Signal(str, str)
    """The first operator and the password just given: what signs in."""

    KEYS = (ToldKey("Esc", "keys.first_back"),)

    def __init__(
        self,
        runner: Runner,
        messages: Messages,
        look: Look,
        doing: Doing,
        answers: Answers,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.form = Ui_FirstRunForm()
        self.form.setupUi(self)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._look = look
        self._messages = messages
        self.counties: tuple[Option, ...] = ()
        """What can be chosen from by now."""
        self.presenter = FirstRunPresenter(runner, messages, self, doing, answers)
        self._offer()
        self._connect()
        look.changed.connect(self._lay_out)
        self._lay_out()

    def offer_counties(self, counties: tuple[Option, ...]) -> None:
        """Offer these to choose from."""
        self.counties = counties

    def show_step(self, step: Step, place: int, count: int, fields: tuple[str, ...]) -> None:
        """Show a step and the fields it has now."""
        form = self.form
        self._put_in_front(getattr(form, f"step_{step}"))
        form.progress.setText(self._messages.say("first.step", place=place, count=count))
        form.back.setVisible(place > 1)
        last = step == "confirm"
        form.next.setText(self._messages.say("first.make" if last else "first.next"))
        for name in FIELDS[step]:
            for part in (name, f"label_{name}", f"message_{name}"):
                getattr(form, part).setVisible(name in fields)
        open_ = [getattr(form, name) for name in fields]
        first = next((one for one in open_ if not one.isReadOnly()), form.next)
        form.scroll.verticalScrollBar().setValue(0)
        first.setFocus()

    def show_values(self, values: dict[str, str]) -> None:
        """Show the answers."""
        training = self.presenter.answers.training
        fixed = self.presenter.fixed
        self.form.county.setReadOnly(training or "county" in fixed)
        self.form.township.setReadOnly("township" in fixed)
        self.form.county.set_options(
            [one for one in self.counties if (one.code == TRAINING_COUNTY) == training],
            digits=False,
        )
        for name, value in values.items():
            field = self._field(name)
            if isinstance(field, CodeField):
                field.show_code(value)
            elif isinstance(field, DateField):
                field.show_day(value)
            else:
                field.show_text(value)

    def show_summary(self, text: str) -> None:
        """Show what will be made."""
        self.form.summary.setText(text)

    def show_mistakes(self, mistakes: dict[str, str]) -> None:
        """Say under each field what is wrong with it, and put the cursor into the first."""
        for name in _NAMES:
            line: MessageLine = getattr(self.form, f"message_{name}")
            line.say(mistakes.get(name, ""), "mistake" if name in mistakes else "quiet")
            set_state(self._field(name), "state", "mistake" if name in mistakes else "")
        if mistakes:
            first = self._field(next(iter(mistakes)))
            first.setFocus()
            first.selectAll()

    def show_note(self, text: str, *, mistake: bool) -> None:
        """Say something in the reserved line."""
        self.form.message.say(text, "mistake" if mistake else "quiet")

    def show_busy(self, *, busy: bool) -> None:
        """Hold the buttons while the station is made."""
        for button in (self.form.next, self.form.back):
            button.setEnabled(not busy)

    def speak(self, language: str) -> None:
        """Ask the window for another language."""
        self.language_asked.emit(language)

    def made(self, operator: str, password: str) -> None:
        """Tell that the station is there."""
        self.station_made.emit(operator, password)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.presenter.back()
            return
        super().keyPressEvent(event)

    def _field(self, name: str) -> TextField:
        field: TextField = getattr(self.form, name)
        return field

    def _offer(self) -> None:
        form, say, language = self.form, self._messages.say, self._messages.language
        form.language.set_options((Option("zh", "中文"), Option("en", "English")))
        form.kind.set_options(
            (
                Option("real", say("first.kind.real"), keys="zs"),
                Option("training", say("first.kind.training"), keys="px"),
            )
        )
        form.role.set_options(
            [
                Option(role.code, say(f"first.role.{role.code}"), short=role.name(language))
                for role in codes.ROLES.values()
            ]
        )
        form.residents.set_options(
            (Option("yes", say("yes"), keys="s"), Option("no", say("no"), keys="f"))
        )
        form.township.characters_max = 6

    def _connect(self) -> None:
        form, presenter = self.form, self.presenter
        for name in _NAMES:
            field = self._field(name)
            field.answers_enter = True
            field.entered.connect(lambda name=name: self._show_whole(name))
            field.step_asked.connect(lambda by, name=name: self._step(name, by))
            if isinstance(field, CodeField):
                field.picked.connect(lambda code, name=name: presenter.set(name, code))
                field.entered.connect(lambda name=name: self._hint(name))
            else:
                field.edited.connect(lambda text, name=name: presenter.set(name, text))
        form.next.clicked.connect(presenter.next)
        form.back.clicked.connect(presenter.back)
        enter_clicks(self)

    def _hint(self, name: str) -> None:
        """Say which digit picks what, where nothing is wrong."""
        field: CodeField = getattr(self.form, name)
        line: MessageLine = getattr(self.form, f"message_{name}")
        if field.property("state") != "mistake":
            line.say(field.hint)

    def _step(self, name: str, by: int) -> None:
        fields = self.presenter.fields
        place = fields.index(name) + by
        if place >= len(fields):
            self.presenter.next()
        elif place >= 0:
            self._field(fields[place]).setFocus()

    def _show_whole(self, name: str) -> None:
        """Keep the field with the cursor, and the line under it, in sight."""
        for part in (f"label_{name}", f"message_{name}", name):
            self.form.scroll.ensureWidgetVisible(getattr(self.form, part), 0, 0)

    def _lay_out(self) -> None:
        form = self.form
        form.card.setFixedWidth(self._look.px(_WIDTH))
        # The steps scroll where the window is too low for all of their lines.
        frame = form.page.contentsMargins()
        rest = form.card.sizeHint().height() - form.scroll.sizeHint().height()
        room = self.height() - rest - frame.top() - frame.bottom()
        form.scroll.setFixedHeight(max(self._look.px(120), min(self._steps_height(), room)))

    def _put_in_front(self, page: QWidget) -> None:
        """Show one step; what the others would need makes it no longer than it is."""
        steps, policy = self.form.steps, QSizePolicy.Policy
        for place in range(steps.count()):
            one = steps.widget(place)
            vertical = policy.Preferred if one is page else policy.Ignored
            one.setSizePolicy(policy.Preferred, vertical)
        steps.setCurrentWidget(page)

    def _steps_height(self) -> int:
        """Return the height of the longest step, its sentences broken as they will be."""
        steps = self.form.steps
        pages = (steps.widget(place) for place in range(steps.count()))
        width = self._look.px(_WIDTH) - 2 * _CARD_MARGIN
        return max(
            max(page.minimumSizeHint().height(), page.heightForWidth(width)) for page in pages
        )
