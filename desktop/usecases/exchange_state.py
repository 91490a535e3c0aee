"""What waits for the centre, what stands in its way, and how the last exchanges went."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import msgspec

from desktop.sqlite.errors import database_errors
from desktop.store.exchange import MENDED, ROWS_MENDED
from desktop.store.relinking import LOST, unsure
from desktop.store.segments import LOST_RECEIPTS
from desktop.usecases.desk import Desk
from desktop.usecases.mending import NOTHING_LOST, Settled, lost_for_good

LOG_SHOWN = 100

Kind = Literal["households", "money", "days", "other"]

_KINDS: dict[str, Kind] = {
    "household": "households",
    "people": "households",
    "enrollments": "households",
    "payment": "money",
    "receipt": "money",
    "refund": "money",
    "numbers": "money",
    "day": "days",
}
"""By the first word of an event's type."""


class _Figures(msgspec.Struct):
    answered: int = 0
    cases: int = 0
    feed: int = 0
    rows: int = 0


@dataclass(frozen=True, slots=True)
class LoggedExchange:
    """One exchange that came to something, or failed."""

    at: str
    """Instant."""
    code: str
    """Why it failed; empty if it did not."""
    answered: int = 0
    """Own events that were answered."""
    cases: int = 0
    """Of them, how many opened a case."""
    received: int = 0
    mended: bool = False
    """What was received stood here otherwise before: blocks that differed came again."""
    rows: int = 0
    """Rows of the record that were not what the events say, and were written again."""


@dataclass(frozen=True, slots=True)
class ExchangeState:
    """Where the exchange stands, as far as the file tells."""

    waiting: tuple[tuple[Kind, int], ...]
    """How many events of each kind wait for an answer."""
    since: str | None
    """Instant of the oldest of them."""
    stopped: str
    """Why the first of them got no answer though it was sent; empty if nothing is known."""
    tries: int
    mending: bool
    """The file was repaired, and the centre is yet to say what is missing."""
    lost: bool
    """The centre was heard, and something is lost for good: it is about to be listed."""
    log: tuple[LoggedExchange, ...]
    """Newest first."""
    gone: Settled = NOTHING_LOST
    """What a repair lost for good and nobody has said to have read."""


def exchange_state(desk: Desk) -> ExchangeState:
    """Return where the exchange stands."""
    store = desk.store
    with database_errors():
        kinds = store.connection.execute(
            "SELECT e.type, count(*) AS events, min(e.at) AS since FROM outbox o"
            " JOIN events e ON e.id = o.event_id GROUP BY e.type"
        ).fetchall()
        first = store.connection.execute(
            "SELECT tries, last_error FROM outbox ORDER BY seq LIMIT 1"
        ).fetchone()
        rows = store.connection.execute(
            "SELECT at, outcome, figures FROM exchanges ORDER BY id DESC LIMIT ?", (LOG_SHOWN,)
        ).fetchall()
    counts: dict[Kind, int] = {}
    for row in kinds:
        kind = _KINDS.get(row["type"].partition(".")[0], "other")
        counts[kind] = counts.get(kind, 0) + row["events"]
    mending = unsure(store)
    lost = store.setting(LOST) not in (None, "0") or store.setting(LOST_RECEIPTS) not in (
        None,
        "[]",
    )
    return ExchangeState(
        waiting=tuple(sorted(counts.items())),
        since=min((row["since"] for row in kinds), default=None),
        stopped=(first["last_error"] or "") if first else "",
        tries=first["tries"] if first else 0,
        mending=mending,
        lost=lost and not mending,
        gone=lost_for_good(store),
        log=tuple(_logged(row["at"], row["outcome"], row["figures"]) for row in rows),
    )


def _logged(at: str, outcome: str, figures: str) -> LoggedExchange:
    if outcome not in ("done", MENDED, ROWS_MENDED):
        return LoggedExchange(at, outcome)
    read = msgspec.json.decode(figures, type=_Figures)
    mended = outcome == MENDED
    return LoggedExchange(at, "", read.answered, read.cases, read.feed, mended, read.rows)
