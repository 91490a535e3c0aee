"""What stands before a move, what is asked for it, and how far it has come. Knows no Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

from desktop.base.errors import CanbaoError, Refused, Unavailable
from desktop.jobs.lanes import LaneClosed, Runner
from desktop.ui.messages import Messages
from desktop.ui.relocating.words import Before, BeforeLine, before_lines
from desktop.usecases.relocating import Moved, Wanted

if TYPE_CHECKING:
    from desktop.ui.widgets.option_list import Option

Phase = Literal["asking", "confirming", "sending", "moving"]

_OF_THE_CODE = ("CODE_UNKNOWN", "DIVISION_MISMATCH")
_OF_THE_PLACE = ("DIVISION_FORM", "MOVE_SAME", "COUNTY_MISMATCH")


class Progress:
    """How many events still wait; the page looks at it, and may stop before the last one."""

    def __init__(self) -> None:
        self.pending = 0
        self.total = 0
        self.stopped = False

    def tell(self, pending: int) -> bool:
        """Note what waits; tell whether to go on. Called on the exchange's lane."""
        self.pending = pending
        self.total = max(self.total, pending)
        return not self.stopped


@dataclass(frozen=True, slots=True)
class Doing:
    """What the program does for the page."""

    look: Callable[[], Before]
    """On the store's lane."""
    move: Callable[[Wanted, Progress], Moved]
    """On the exchange's lane: everything but the last step."""


class MoveView(Protocol):
    """The page."""

    def show_before(self, lines: tuple[BeforeLine, ...], townships: tuple[Option, ...]) -> None:
        """Show what stands in the way and what stays behind, and offer the townships."""

    def show_mistakes(self, mistakes: dict[str, str]) -> None:
        """Say under each field what is wrong with it."""

    def show_note(self, text: str, *, mistake: bool) -> None:
        """Say something in the reserved line."""

    def show_phase(self, phase: Phase, progress: Progress | None) -> None:
        """Show what is to be done now, or that it is under way."""

    def settled(self, moved: Moved, place: str) -> None:
        """Tell the window that only the last step is left."""

    def done(self) -> None:
        """Tell the window that this is over; nothing has changed."""


class MovePresenter:
    """Asks, lets it be read over once more, then moves; one at a time."""

    def __init__(
        self, runner: Runner, messages: Messages, view: MoveView, doing: Doing, division: str
    ) -> None:
        self._runner = runner
        self._messages = messages
        self._say = messages.say
        self._view = view
        self._doing = doing
        self._own = division
        self._given = {"township": "", "name": "", "code": ""}
        self._before: Before | None = None
        self._progress: Progress | None = None
        self.phase: Phase = "asking"

    def begin(self) -> None:
        """Look where the station stands."""
        self._runner.submit(
            "store", self._doing.look, owner=self._view, done=self._looked, failed=self._failed
        )

    def set(self, name: str, value: str) -> None:
        """Take what was typed."""
        self._given[name] = value.strip()

    def act(self) -> None:
        """Do the next thing: read it over, then move."""
        if self.phase == "asking":
            self._ask()
        elif self.phase == "confirming":
            self._move()

    def back(self) -> None:
        """Go one step back: to the fields, out of the page, or stop what may still be stopped."""
        if self.phase == "asking":
            self._view.done()
        elif self.phase == "confirming":
            self._turn("asking")
            self._view.show_note("", mistake=False)
        elif self._progress is not None:
            self._progress.stopped = True

    def _ask(self) -> None:
        before = self._before
        if before is None:
            return
        self._view.show_mistakes(mistakes := self._mistakes(before))
        if mistakes:
            return
        why = self._in_the_way(before)
        if why:
            self._view.show_note(why, mistake=True)
            return
        self._turn("confirming")
        words = self._say("move.confirm", place=self._place(before), station=self._own)
        self._view.show_note(words, mistake=False)

    def _mistakes(self, before: Before) -> dict[str, str]:
        found, given = {}, self._given
        digits = given["township"]
        if not before.townships and not (
            digits.isascii() and digits.isdecimal() and len(digits) in (6, 9, 12)
        ):
            found["township"] = self._say("move.township_form")
        elif not digits:
            found["township"] = self._say("move.township_empty")
        if not given["code"]:
            found["code"] = self._say("move.code_empty")
        return found

    def _in_the_way(self, before: Before) -> str:
        """Return why nothing can be begun, empty if something can."""
        if not before.allowed:
            return self._messages.error(Refused("ROLE", "", needs="it, supervisor"))
        if not before.registered:
            return self._messages.error(Refused("NOT_REGISTERED", ""))
        if before.leaving.days:
            days = before.leaving.open_days
            return self._messages.error(Refused("MOVE_OPEN_DAY", "", days=days))
        return ""

    def _place(self, before: Before) -> str:
        code = self._given["township"]
        named = {option.code: option.shown for option in before.townships}
        return named.get(code, code)

    def _move(self) -> None:
        progress = self._progress = Progress()
        given = self._given
        wanted = Wanted(given["township"], given["code"], given["name"])
        self._turn("sending")
        self._view.show_note("", mistake=False)
        self._runner.submit(
            "sync",
            lambda: self._doing.move(wanted, progress),
            owner=self._view,
            done=self._settled,
            failed=self._failed,
        )

    def _settled(self, moved: Moved) -> None:
        self._turn("moving")
        self._progress = None
        assert self._before is not None
        self._view.settled(moved, self._place(self._before))

    def _looked(self, before: Before) -> None:
        self._before = before
        self._view.show_before(before_lines(before, self._messages), before.townships)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, LaneClosed):
            return
        self._progress = None
        self._turn("asking")
        # What was sent meanwhile is sent: the page tells it anew.
        self.begin()
        words = self._messages.error(error)
        code = error.code if isinstance(error, CanbaoError) else ""
        if code in _OF_THE_CODE:
            self._view.show_mistakes({"code": words})
        elif code in _OF_THE_PLACE:
            self._view.show_mistakes({"township": words})
        elif code == "CANCELLED":
            self._view.show_note(self._say("move.stopped"), mistake=False)
            return
        elif isinstance(error, Unavailable):
            words = self._say("move.unavailable", why=words)
        self._view.show_note(words, mistake=True)

    def _turn(self, phase: Phase) -> None:
        self.phase = phase
        self._view.show_phase(phase, self._progress)
