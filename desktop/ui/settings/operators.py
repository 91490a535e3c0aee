"""The operators on the settings screen: who may sign in here, and one's own password."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QListWidgetItem, QWidget
from typing_extensions import override

from desktop.base.clock import Clock
from desktop.base.errors import CanbaoError, Refused
from desktop.base.ids import SystemIds
from desktop.domain.codes import ROLES
from desktop.domain.facts import Role
from desktop.ui.compiled.operators import Ui_OperatorsForm
from desktop.ui.session import Session
from desktop.ui.widgets.enter_clicks import enter_clicks
from desktop.ui.widgets.option_list import Option
from desktop.usecases.desk import new_password
from desktop.usecases.operators import (
    add_operator,
    change_password,
    may_add,
    operators_here,
    remove_operator,
)

if TYPE_CHECKING:
    from desktop.usecases.operators import KnownOperator

T = TypeVar("T")

_OPERATOR = Qt.ItemDataRole.UserRole
_BY_CENTRE = Qt.ItemDataRole.UserRole + 1


class OperatorSettings(QFrame):
    """The card 可登录人员; ``clock`` is the machine's, for wrong passwords."""

    entered = Signal(QWidget)
    """What the cursor came into: a page that scrolls keeps it in sight."""

    def __init__(
        self, session: Session, folder: Path, clock: Clock, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.form = form = Ui_OperatorsForm()
        form.setupUi(self)
        self._session, self._folder, self._clock = session, folder, clock
        self._say = session.messages.say
        self._may: tuple[Role, ...] = ()
        form.operator.step_asked.connect(lambda _: form.display_name.setFocus())
        form.display_name.step_asked.connect(lambda _: form.role.setFocus())
        form.role.step_asked.connect(lambda _: form.add.setFocus())
        form.old.step_asked.connect(lambda _: form.new_.setFocus())
        form.new_.step_asked.connect(lambda _: form.again.setFocus())
        form.again.step_asked.connect(lambda _: self.change())
        form.again.answers_enter = True
        for field in (form.operator, form.display_name, form.role, form.old, form.new_, form.again):
            field.entered.connect(lambda field=field: self.entered.emit(field))
        form.add.clicked.connect(self.add)
        form.remove.clicked.connect(self.remove)
        form.change.clicked.connect(self.change)
        form.people.currentItemChanged.connect(lambda *_: self._show_choice())
        enter_clicks(self)
        self.refresh()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Rows were measured before the look was known.
        self.form.people.doItemsLayout()

    def refresh(self) -> None:
        """Show who may sign in as it is now."""
        desk, folder = self._session.desk, self._folder
        self._submit(lambda: (operators_here(desk, folder), may_add(desk)), self._show)

    def add(self) -> None:
        """Let the person that was entered sign in here, with a password made up and shown once."""
        form, desk, folder = self.form, self._session.desk, self._folder
        operator, shown = form.operator.text().strip(), form.display_name.text().strip()
        if form.role.code not in self._may:
            self._failed(Refused("ROLE_UNKNOWN", "no role was chosen"))
            return
        role = msgspec.convert(form.role.code, Role)
        password = new_password(SystemIds())

        def done(_: object) -> None:
            for field in (form.operator, form.display_name):
                field.show_text("")
            words = self._say("operators.added", name=shown or operator, password=password)
            form.message.say(words, "ok")
            self.refresh()

        self._submit(
            lambda: add_operator(
                desk, folder, operator, role, display_name=shown or operator, password=password
            ),
            done,
        )

    def remove(self) -> None:
        """Let the chosen person sign in here no more."""
        item: QListWidgetItem | None = self.form.people.currentItem()
        if item is None:
            return
        desk, folder, operator = self._session.desk, self._folder, item.data(_OPERATOR)

        def done(_: object) -> None:
            self.form.message.say(self._say("operators.removed"), "ok")
            self.refresh()

        self._submit(lambda: remove_operator(desk, folder, operator), done)

    def change(self) -> None:
        """Change the password of whoever is signed in."""
        form, desk, folder, clock = self.form, self._session.desk, self._folder, self._clock
        old, new = form.old.text(), form.new_.text()
        if new != form.again.text():
            form.message.say(self._say("operators.not_the_same"), "mistake")
            form.again.setFocus()
            return

        def done(_: object) -> None:
            for field in (form.old, form.new_, form.again):
                field.show_text("")
            form.message.say(self._say("operators.changed"), "ok")

        self._submit(lambda: change_password(desk, folder, old, new, clock), done)

    def _submit(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self._session.runner.submit("store", work, owner=self, done=done, failed=self._failed)

    def _show(self, found: tuple[list[KnownOperator], tuple[Role, ...]]) -> None:
        people, self._may = found
        form, language = self.form, self._session.messages.language
        form.people.clear()
        for one in people:
            origin = "operators.by_centre" if one.by_centre else "operators.by_station"
            words = self._say(
                "operators.line" if one.state == "active" else "operators.line_locked",
                name=one.display_name or one.operator,
                operator=one.operator,
                role=ROLES[one.role].name(language),
                origin=self._say(origin),
            )
            item = QListWidgetItem(words)
            item.setData(_OPERATOR, one.operator)
            item.setData(_BY_CENTRE, one.by_centre)
            form.people.addItem(item)
        form.role.set_options(tuple(Option(role, ROLES[role].name(language)) for role in self._may))
        by_centre = any(one.by_centre for one in people)
        form.hint.setText(self._say("operators.hint_centre" if by_centre else "operators.hint"))
        for field in (form.operator, form.display_name, form.role, form.add):
            field.setEnabled(bool(self._may))
        self._show_choice()

    def _show_choice(self) -> None:
        item: QListWidgetItem | None = self.form.people.currentItem()
        own = item is not None and item.data(_OPERATOR) == self._session.operator
        chosen = item is not None and not item.data(_BY_CENTRE) and not own
        self.form.remove.setEnabled(bool(self._may) and chosen)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, CanbaoError):
            raise error
        self.form.message.say(self._session.messages.error(error), "mistake")
