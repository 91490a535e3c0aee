"""Reading, writing and printing for a page of lists, lane by lane. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from desktop.ui.enroll.shown import Note, Tone
from desktop.ui.handover.shown import WorkView
from desktop.ui.session import Session
from desktop.usecases.exports import Leaving, write_file
from desktop.usecases.registers import Register

T = TypeVar("T")


class Lanes:
    """What every presenter of lists does off the screen's thread."""

    def __init__(self, session: Session, view: WorkView) -> None:
        self.session = session
        self.view = view

    def say(self, key: str, *, tone: Tone = "quiet", **values: object) -> None:
        """Say something in the reserved line."""
        self.view.show_note(Note(self.session.messages.say(key, **values), tone))

    def failed(self, error: Exception) -> None:
        """Say what went wrong."""
        self.view.show_note(Note(self.session.messages.error(error), "mistake"))

    def store(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        """Work on the store lane."""
        self.session.runner.submit("store", work, owner=self.view, done=done, failed=self.failed)

    def read(self, work: Callable[[Any], T], done: Callable[[T], None]) -> None:
        """Read beside the store lane, with a reading connection; a closing desk is told nothing."""
        desk = self.session.desk

        def told(found: T | None) -> None:
            if found is not None:
                done(found)

        self.session.runner.submit(
            "count", lambda: desk.counting.ask(work), owner=self.view, done=told,
            failed=self.failed,
        )  # fmt: skip

    def keep(self, made: Register) -> None:
        """Ask where a list goes, and write it there."""
        name = f"{made.template.title.of(made.language)}-{made.printed_at[:10]}"
        self.view.ask_list(name, lambda path, how: self._write(made, path, how))

    def print_out(self, made: Register) -> None:
        """Send a list to the printer."""

        def work() -> str:
            from desktop.printing.papers import A4, A4_WIDE
            from desktop.printing.register import render_register

            pdf = render_register(
                made.template, made.data, printed_at=made.printed_at, lang=made.language
            )
            paper = A4_WIDE if made.template.orientation == "landscape" else A4
            name = f"{made.template.name}-{made.printed_at[:10]}"
            return self.session.spooler.spool(pdf, name=name, paper=paper)

        self._print(work, lambda where: self.say("work.printed", tone="ok", where=where))

    def _write(self, made: Register, path: Path, how: Leaving) -> None:
        self.say("work.writing", name=path.name)
        self._print(
            lambda: write_file(made, path, how),
            lambda _: self.say("work.written", tone="ok", path=path, count=len(made.data.rows)),
        )

    def _print(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self.session.runner.submit("print", work, owner=self.view, done=done, failed=self.failed)
