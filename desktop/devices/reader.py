"""What the desk asks of an identity-card reader, whichever it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from desktop.devices.card_text import CardContent

ReaderKind = Literal["auto", "library", "simulated", "none"]

WAIT_S = 6.0
"""How long a reader waits for a card to be put on it, unless told otherwise."""


@dataclass(frozen=True, slots=True)
class ReaderChoice:
    """What was set for this machine."""

    kind: ReaderKind = "auto"
    """``auto``: the simulated reader at a training station, else the library where it is found."""
    library: str = ""
    """The vendor's library, for ``library``."""


@dataclass(frozen=True, slots=True)
class ReaderState:
    """A reader that is ready."""

    name: str
    """The security module's number, empty for a simulated reader."""
    port: int = 0


class CardReader(Protocol):
    """Reads one card at a time. Calls wait: they belong on the device lane, never the GUI's."""

    def read(self, wait_s: float = WAIT_S) -> CardContent:
        """Return what the card on the reader says.

        Raises:
            Refused: a ``CARD_…`` code: no card, taken away too soon, or none we know.
            Unavailable: a ``READER_…`` code: the reader, its driver, or the helper process.
        """
        ...

    def check(self) -> ReaderState:
        """Return the reader that answers. Raises Unavailable as `read`."""
        ...

    def stop(self) -> None:
        """Read no more: from any thread, at once; a read under way raises ``READER_CLOSED``."""
        ...

    def close(self) -> None:
        """Stop and put everything away; may take a moment."""
        ...
