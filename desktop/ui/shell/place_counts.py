"""The numbers in the navigation: what waits at a place, said beside its name."""

from __future__ import annotations

from desktop.ui.compiled.shell import Ui_ShellForm
from desktop.ui.messages import Messages


class PlaceCounts:
    """Remembers what waits, and says it again in whatever language the window speaks."""

    def __init__(self, form: Ui_ShellForm) -> None:
        self._form = form
        self._due = 0
        self._cases = 0

    def speak(self, messages: Messages) -> None:
        """Say every number in this language."""
        self.show_due(self._due, messages)
        self.show_cases(self._cases, messages)

    def show_due(self, count: int, messages: Messages) -> None:
        """Say how many reminders of the not enrolled are due."""
        self._due = count
        key = "shell.missing_due" if count else "shell.missing"
        self._form.placeMissing.setText(messages.say(key, count=count))

    def show_cases(self, count: int, messages: Messages) -> None:
        """Say how many cases wait for a decision."""
        self._cases = count
        key = "case.place_count" if count else "case.place"
        self._form.placeCases.setText(messages.say(key, count=count))
