"""What is wrong with an address or a code, and what the centre answers. Knows no Qt."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from desktop.base.errors import CanbaoError, Refused
from desktop.jobs.lanes import Runner
from desktop.ui.messages import Messages

Register = Callable[[str, str], None]
"""Registers with the centre at an address by a code; runs on the sync lane."""

_OF_THE_CODE = ("CODE_UNKNOWN", "DIVISION_MISMATCH")


class CentreView(Protocol):
    """The screen."""

    def show_given(self, address: str, code: str, note: str) -> None:
        """Show what IT set; an address of theirs is read only."""

    def show_mistakes(self, mistakes: dict[str, str]) -> None:
        """Say under each field what is wrong with it."""

    def show_note(self, text: str, *, mistake: bool) -> None:
        """Say something in the reserved line."""

    def show_busy(self, *, busy: bool) -> None:
        """Hold the button while the centre is asked."""

    def done(self, *, registered: bool) -> None:
        """Tell the window that this is over."""


class CentrePresenter:
    """Asks the centre, once at a time."""

    def __init__(
        self, runner: Runner, messages: Messages, view: CentreView, register: Register
    ) -> None:
        self._runner = runner
        self._messages = messages
        self._view = view
        self._register = register
        self._given = {"address": "", "code": ""}
        self._busy = False

    def set(self, name: str, value: str) -> None:
        """Take what was typed."""
        self._given[name] = value.strip()

    def give(self, address: str, code: str) -> None:
        """Fill in what IT set; its address is not to be changed here, an old code is."""
        self._given = {"address": address, "code": code}
        note = self._messages.say("first.given") if address else ""
        self._view.show_given(address, code, note)

    def register(self) -> None:
        """Ask the centre, or say what is missing."""
        if self._busy:
            return
        say, given = self._messages.say, dict(self._given)
        mistakes = {}
        if not given["address"].startswith(("https://", "http://")):
            mistakes["address"] = say("first.address_form")
        if not given["code"]:
            mistakes["code"] = say("first.code_empty")
        self._view.show_mistakes(mistakes)
        if mistakes:
            return
        self._hold(busy=True)
        self._view.show_note(say("first.registering"), mistake=False)
        self._runner.submit(
            "sync",
            lambda: self._register(given["address"], given["code"]),
            owner=self._view,
            done=lambda _: self._view.done(registered=True),
            failed=self._failed,
        )

    def _hold(self, *, busy: bool) -> None:
        self._busy = busy
        self._view.show_busy(busy=busy)

    def _failed(self, error: Exception) -> None:
        self._hold(busy=False)
        words = self._messages.error(error)
        self._view.show_note("", mistake=False)
        if isinstance(error, CanbaoError) and error.code in _OF_THE_CODE:
            self._view.show_mistakes({"code": words})
        elif isinstance(error, Refused):
            self._view.show_mistakes({"address": words})
        else:
            # The line is down: nothing typed is wrong, and it can be done another day.
            offline = isinstance(error, CanbaoError) and error.code == "CENTRE_UNREACHABLE"
            self._view.show_note(
                self._messages.say("first.offline") if offline else words, mistake=True
            )
