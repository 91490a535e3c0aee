"""The desk's identity-card reader as screens use it: asked on the device lane, answered here."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING

from desktop.base.errors import Unavailable
from desktop.devices.reader import CardReader, ReaderChoice, ReaderState
from desktop.jobs.lanes import Runner

if TYPE_CHECKING:
    from desktop.devices.card_text import CardContent


def no_reader(choice: ReaderChoice) -> CardReader:
    """Stand for a desk that can have no reader. Raises Unavailable ``READER_NOT_CHOSEN``."""
    raise Unavailable("READER_NOT_CHOSEN", "no reader here", kind=choice.kind)


class CardDesk:
    """Holds the one reader that is chosen; it is made when the first card is asked for.

    Screens and the wiring call every method in the GUI thread; none of them waits.
    """

    def __init__(self, make: Callable[[ReaderChoice], CardReader] = no_reader) -> None:
        self._make = make
        self._choice = ReaderChoice()
        self._held: CardReader | None = None
        self._lock = Lock()

    def choose(self, choice: ReaderChoice, runner: Runner) -> None:
        """Use another reader from now on; one that is reading is stopped."""
        if choice == self._choice:
            return
        old = self._let_go(choice)
        if old is not None:
            old.stop()
            runner.submit("device", old.close, owner=self)

    def read(
        self,
        runner: Runner,
        *,
        owner: object,
        done: Callable[[CardContent], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Read the card on the reader, waiting a few seconds for one to be put there."""
        runner.submit(
            "device", lambda: self._reader().read(), owner=owner, done=done, failed=failed
        )

    def check(
        self,
        runner: Runner,
        *,
        owner: object,
        done: Callable[[ReaderState], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Find out whether the chosen reader answers."""
        runner.submit(
            "device", lambda: self._reader().check(), owner=owner, done=done, failed=failed
        )

    def close(self) -> None:
        """End the reader with the program, before the lanes are joined."""
        old = self._let_go(ReaderChoice("none"))
        if old is not None:
            old.close()

    def _reader(self) -> CardReader:
        with self._lock:
            if self._held is None:
                self._held = self._make(self._choice)
            return self._held

    def _let_go(self, choice: ReaderChoice) -> CardReader | None:
        with self._lock:
            self._choice = choice
            old, self._held = self._held, None
        return old
