"""The exchange in words: one line for the status bar, a screen for whoever asks. No Qt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from desktop.base.clock import CHINA, instant_from_text
from desktop.base.errors import CanbaoError
from desktop.ui.law_news import law_offer_time, law_offer_words
from desktop.ui.messages import Messages
from desktop.usecases.status import DeskStatus


@dataclass(frozen=True, slots=True)
class SyncShown:
    """What is shown of the exchange."""

    icon: str
    state: str
    explain: str
    pending: str
    last: str
    next: str
    centre: str
    problem: str = ""
    unregistered: bool = False


class SyncWords:
    """Says where the exchange stands. Offline is a state, not a fault."""

    def __init__(self, messages: Messages) -> None:
        self._messages = messages
        self._say = messages.say

    def shown(
        self,
        state: str,
        error: CanbaoError | None,
        status: DeskStatus | None,
        next_in_s: int | None,
    ) -> SyncShown:
        """Return the screen's words."""
        problem = self._messages.error(error) if state == "refused" and error else ""
        return SyncShown(
            icon={"offline": "cloud-off", "refused": "circle-alert"}.get(state, "cloud"),
            state=self._say(f"sync.state.{state}"),
            explain=self._say(f"sync.explain.{state}"),
            pending=self._say("sync.pending", count=status.pending if status else 0),
            last=self._when(status.last_exchange if status else None),
            next="—" if next_in_s is None else self._say("sync.next_in", seconds=next_in_s),
            centre=(status.centre or "—") if status else "—",
            problem=problem,
            unregistered=state == "unregistered",
        )

    def history(self, lines: Iterable[tuple[str, object, CanbaoError | None]]) -> tuple[str, ...]:
        """Return past exchanges, one line each."""
        return tuple(self._line(at, report, error) for at, report, error in lines)

    def law(self, status: DeskStatus | None) -> tuple[str, ...]:
        """Return what became of the law packs the centre published, newest first."""
        news = status.law_news if status else ()
        return tuple(
            f"{law_offer_time(offer)}   {law_offer_words(offer, self._messages)}" for offer in news
        )

    def sign_in(self, status: DeskStatus | None) -> tuple[str, ...]:
        """Return the warning that people will soon not be able to sign in here; else nothing."""
        ends = status.sign_in if status else None
        if ends is None or not ends.warn:
            return ()
        if ends.over:
            return (self._say("sync.sign_in_over", days=ends.days),)
        return (self._say("sync.sign_in_ends", days=ends.days_left),)

    def _line(self, at: str, report: object, error: CanbaoError | None) -> str:
        if error is not None or report is None:
            why = self._messages.error(error) if error else ""
            return f"{at}   {why}"
        names = ("pushed", "pulled", "cases", "granted")
        values = {name: getattr(report, name) for name in names}
        return f"{at}   " + self._say("sync.line", **values)

    def _when(self, instant: str | None) -> str:
        if not instant:
            return self._say("sync.never")
        return f"{instant_from_text(instant).astimezone(CHINA):%m-%d %H:%M}"
