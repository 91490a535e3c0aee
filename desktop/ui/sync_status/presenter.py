"""The exchange in words: one line for the status bar, a screen for whoever asks. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desktop.base.clock import CHINA, instant_from_text
from desktop.base.errors import CanbaoError
from desktop.ui.messages import Messages
from desktop.ui.sync_status.page import SyncPage, Told, sync_page
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
    proxy: str = ""
    """How the line leaves the house, where that is not the plain way."""
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
            proxy=self._proxy(status.proxy if status else "none"),
            problem=problem,
            unregistered=state == "unregistered",
        )

    def page(self, status: DeskStatus | None, told: Told, state: str) -> SyncPage:
        """Return what needs somebody, what waits and how the last exchanges went."""
        first = (*self._damage(status), *self.sign_in(status))
        page = sync_page(self._messages, status, told, first)
        return replace(page, filling=None) if state == "paused" else page

    def bar(self, shown: SyncShown, status: DeskStatus | None) -> tuple[str, str]:
        """Return the status bar's symbol and text: how the line is, and what runs out."""
        text = self._say(
            "shell.exchange",
            state=shown.state,
            pending=status.pending if status else 0,
            last=shown.last,
        )
        expiring = self.urgent(status)
        icon = "circle-alert" if expiring else shown.icon
        return icon, "   ".join((*expiring, text))

    def urgent(self, status: DeskStatus | None) -> tuple[str, ...]:
        """Return what must be seen wherever somebody works: damage, losses, a sign-in's end."""
        gone = status.exchange.gone if status and status.exchange else None
        lost = (self._say("mend.lost_short"),) if gone is not None and gone.anything else ()
        return (*self._damage(status), *lost, *self.sign_in(status))

    def _damage(self, status: DeskStatus | None) -> tuple[str, ...]:
        return (self._say("mend.found"),) if status and status.damaged else ()

    def sign_in(self, status: DeskStatus | None) -> tuple[str, ...]:
        """Return the warning that people will soon not be able to sign in here; else nothing."""
        ends = status.sign_in if status else None
        if ends is None or not ends.warn:
            return ()
        if ends.over:
            return (self._say("sync.sign_in_over", days=ends.days),)
        return (self._say("sync.sign_in_ends", days=ends.days_left),)

    def _proxy(self, way: str) -> str:
        named = {"none": "", "system": self._say("sync.proxy.system")}
        return named.get(way, way)

    def _when(self, instant: str | None) -> str:
        if not instant:
            return self._say("sync.never")
        return f"{instant_from_text(instant).astimezone(CHINA):%m-%d %H:%M}"
