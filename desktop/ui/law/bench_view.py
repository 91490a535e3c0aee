"""The what-if bench's widgets: the person above, what comes out below, what changed marked."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from desktop.ui.compiled.law import Ui_LawForm
from desktop.ui.enroll import options
from desktop.ui.enroll.choices import as_options, row_choices
from desktop.ui.law.bench import OTHER_COVERS, BenchPresenter
from desktop.ui.law.shown import BenchShown, ResultLine
from desktop.ui.session import Session
from desktop.ui.theme.look import set_state
from desktop.ui.widgets.elided_label import ElidedLabel
from desktop.ui.widgets.option_list import Option
from desktop.ui.widgets.text_field import TextField

_DAYS = ("birth_date", "circumstance_on", "registered_on", "paid_on")
_CODED = ("circumstance", "tier", "student", "residence_permit", "local_hukou", "other_cover")
_ORDER = ("birth_date", "identities", "circumstance", "circumstance_on", "tier", "registered_on",
          "paid_on", "student", "residence_permit", "local_hukou", "other_cover")  # fmt: skip


class BenchView(QObject):
    """Fills the right card of the page."""

    stepped_out = Signal(int)

    def __init__(self, form: Ui_LawForm, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._form = form
        self._say = session.messages.say
        self.lines: list[_ResultView] = []
        self._parent = parent
        self.presenter = BenchPresenter(session, self)
        self._offer(session)
        self._connect()

    def begin(self) -> None:
        """Show the person, priced by what the desk knows by now."""
        self.presenter.begin()
        facts = self.presenter.facts
        for name in _DAYS:
            getattr(self._form, name).show_day(getattr(facts, name))
        for name in _CODED:
            getattr(self._form, name).show_code(getattr(facts, name))

    def focus_first(self) -> None:
        """Put the cursor into the bench."""
        self._form.birth_date.setFocus()

    def show_bench(self, shown: BenchShown) -> None:
        """Show what comes out."""
        form = self._form
        form.identities.show_tags(shown.identities)
        form.circumstance_on.setEnabled(bool(self.presenter.facts.circumstance))
        for part in (form.tier, form.label_tier):
            part.setVisible(shown.tiers)
        form.compared.setText(shown.compared)
        while len(self.lines) < len(shown.lines):
            line = _ResultView(self._parent)
            form.results.addWidget(line)
            self.lines.append(line)
        for line, result in zip(self.lines, shown.lines, strict=True):
            before = self._say("bench.before", value=result.before) if result.before else ""
            line.show_result(result, before)
        form.why.setPlainText("\n".join(line.text for line in shown.why))

    def _offer(self, session: Session) -> None:
        form, messages = self._form, session.messages
        rows = row_choices(messages)
        form.identities.set_options(rows.identities, rows.questions)
        special = as_options(options.circumstances(messages.language))
        form.circumstance.set_options(special, may_be_empty=True)
        form.tier.set_options((Option("1", "1"), Option("2", "2")), may_be_empty=True)
        students = as_options(options.students(messages.language))
        form.student.set_options(students, may_be_empty=True)
        say = self._say
        for told in (form.residence_permit, form.local_hukou):
            answers = (Option("yes", say("bench.yes")), Option("no", say("bench.no")))
            told.set_options(answers, may_be_empty=True)
        covers = tuple(Option(code, say(f"bench.cover.{code}")) for code in OTHER_COVERS)
        form.other_cover.set_options(covers, may_be_empty=True)

    def _connect(self) -> None:
        form, presenter = self._form, self.presenter
        for name in _DAYS:
            day: TextField = getattr(form, name)
            day.edited.connect(lambda text, name=name: presenter.set(name, text))
        for name in _CODED:
            coded = getattr(form, name)
            coded.picked.connect(lambda code, name=name: presenter.set(name, code))
        form.identities.chosen.connect(presenter.choose_identity)
        form.identities.dropped.connect(presenter.drop_identity)
        form.reset.clicked.connect(self._reset)
        for place, name in enumerate(_ORDER):
            getattr(form, name).step_asked.connect(lambda by, place=place: self._step(place, by))

    def _step(self, place: int, by: int) -> None:
        at = place + by
        while 0 <= at < len(_ORDER):
            field: TextField = getattr(self._form, _ORDER[at])
            if field.isEnabled() and not field.isHidden():
                field.setFocus()
                return
            at += by
        self.stepped_out.emit(by)

    def _reset(self) -> None:
        self.presenter.reset()
        self.begin()
        self.focus_first()


class _ResultView(QWidget):
    """Name, what it was before the change, and what it is now."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._label = QLabel(self)
        self._label.setProperty("look", "label")
        self._before = ElidedLabel(self)
        self._before.setProperty("look", "hint")
        self._value = ElidedLabel(self)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        self._value.setAlignment(right)
        self._value.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part, share in ((self._label, 0), (self._value, 1), (self._before, 0)):
            row.addWidget(part, share)

    def show_result(self, result: ResultLine, before: str) -> None:
        """Show one line; a changed one carries a mark, its former value, and stands out."""
        self._label.setText(result.label)
        self._value.setText(f"● {result.value}" if before else result.value)
        self._before.setText(before)
        self._before.setVisible(bool(before))
        tone = result.tone or ("warning" if before else "")
        set_state(self._value, "tone", tone)
        set_state(self._value, "look", "strong" if before else "")
        self.setAccessibleName(f"{result.label} {result.value} {before}".strip())
