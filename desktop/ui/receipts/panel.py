"""One action at a time in a panel of the screen: asked in fields, done on the store lane. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from desktop.ui.enroll.shown import Note
from desktop.ui.enroll.task_shown import Outcome, Task, TaskShown
from desktop.ui.session import Session


class PanelView(Protocol):
    """What the panel asks of the screen."""

    def show_task(self, task: TaskShown | None) -> None:
        """Show the panel of an action, or shut it."""
        ...


class PanelDesk:
    """Carries an action through its panel; ``told`` hears what came of it."""

    def __init__(
        self, session: Session, view: PanelView, told: Callable[[Task, object, Outcome], None]
    ) -> None:
        self._session = session
        self._view = view
        self._told = told
        self._task: Task | None = None
        self._busy = False

    @property
    def is_open(self) -> bool:
        """Whether a panel is open."""
        return self._task is not None

    def open(self, task: Task) -> None:
        """Open the panel of an action; another one that was open is given up."""
        if self._busy:
            return
        self._view.show_task(None)
        self._task = task
        self._show()

    def set(self, name: str, value: str) -> None:
        """Take an answer."""
        if self._task is not None:
            self._task.set(name, value)
            self._show()

    def choose(self, name: str, code: str, *, on: bool) -> None:
        """Take one of several choices, or take it back."""
        if self._task is not None:
            self._task.choose(name, code, on=on)
            self._show()

    def act(self) -> None:
        """Do what the panel says, once."""
        if self._task is None or self._busy:
            return
        self._busy = True
        self._session.runner.submit(
            "store", self._task.work(), owner=self._view, done=self._done, failed=self._failed
        )

    def cancel(self) -> None:
        """Shut the panel; nothing was done."""
        if self._task is not None and not self._busy:
            self._task = None
            self._view.show_task(None)

    def _show(self, note: Note | None = None) -> None:
        if self._task is not None:
            shown = self._task.shown()
            self._view.show_task(replace(shown, note=note) if note else shown)

    def _done(self, result: object) -> None:
        self._busy = False
        task, self._task = self._task, None
        if task is not None:
            self._view.show_task(None)
            self._told(task, result, task.done(result))

    def _failed(self, error: Exception) -> None:
        self._busy = False
        if self._task is not None:
            words = self._task.failed(error) or self._session.messages.error(error)
            self._show(Note(words, "mistake"))
