"""Compare both ends before anything is committed.

The centre says what the station should hold once it has taken an answer in; the station works the
same out from what it really holds, inside its transaction. Two things are compared: the count and
rolling hash of the feed, always; and what the record adds up to, when both ends know the same
events.
"""

from __future__ import annotations

from typing import Literal

from desktop.base.errors import Unavailable
from desktop.store import exchange
from desktop.store.database import Store
from desktop.wire.messages import ExchangeReply, Figures
from desktop.wire.rolling import Rolling

Of = Literal["feed", "record"]
"""What both ends do not agree on: which events there are, or what they add up to."""


class RecordsDiffer(Unavailable):
    """Station and centre do not agree. ``values`` carry both sides' numbers."""

    def __init__(self, of: Of, here: dict[str, int], centre: dict[str, int]) -> None:
        self.of = of
        values: dict[str, object] = {f"{name}_here": number for name, number in here.items()}
        values |= {f"{name}_centre": number for name, number in centre.items()}
        super().__init__(
            "RECORDS_DIFFER", f"the {of} differs: {here} here, {centre} at the centre", **values
        )


def check(store: Store, reply: ExchangeReply, rolled: Rolling, *, changed: bool) -> bool:
    """Raise `RecordsDiffer` unless both ends agree, inside the transaction that applied ``reply``.

    ``changed``: whether anything could have changed; if not, the record is not counted again.
    Returns whether the record was counted and found equal.
    """
    expected = reply.progress
    if (rolled.count, rolled.hash) != (expected.count, expected.hash):
        raise RecordsDiffer(
            "feed",
            {"events": rolled.count, "hash": _short(rolled.hash)},
            {"events": expected.count, "hash": _short(expected.hash)},
        )
    if reply.figures is None or not changed or exchange.unplaced_count(store):
        return False
    here = exchange.figures_in_scope(store)
    if here != reply.figures:
        raise RecordsDiffer("record", _numbers(here), _numbers(reply.figures))
    return True


def _numbers(figures: Figures) -> dict[str, int]:
    return {"enrollments": figures.enrollments, "paid_fen": figures.paid_fen}


def _short(digest: bytes) -> int:
    return int.from_bytes(digest[:4], "big")
