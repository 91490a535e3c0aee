"""Look the record over, a few events at a time, day after day, and mend what fell over in the file.

The events are compared with the centre's (`desktop.sync.comparing`); this holds the tables to the
events, for which no line is needed. A round takes a fixed number of events, a few milliseconds of
the store at a time, so nobody at the counter waits for it; a township is through in half a day.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import msgspec

from desktop.base.clock import Clock, instant_text
from desktop.base.errors import Refused
from desktop.store import exchange
from desktop.store.database import Store
from desktop.store.rebuild import fold_again
from desktop.store.record_check import Subject, fold_rows, look_over, naming
from desktop.store.relinking import unsure

if TYPE_CHECKING:
    from desktop.sync.engine import StoreLane

SLICE_EVENTS = 8
"""Held to their rows at once: two to six milliseconds of the processor."""

SLICES = 200
"""Of one round: 1,600 events, half a second of the processor."""

SEARCHED_EVENTS = 500
"""Looked through at once for whom a row is about."""

ROWS_MAX = 64
"""More wrong rows than these, and the whole record is folded again."""

_AT = "record.looked_at"


def check_some(in_store: StoreLane, clock: Clock) -> int:
    """Do one round, mend what is wrong, and return how many rows were.

    Raises:
        Unavailable: the disk or the file failed.
    """
    after = in_store(_begin)
    if after is None:
        return 0
    wrong: dict[Subject, None] = {}
    for _ in range(SLICES):
        looked = in_store(partial(look_over, after=after, limit=SLICE_EVENTS))
        wrong |= dict.fromkeys(looked.wrong)
        after = looked.last
        if not after:
            break
    in_store(partial(_note, after=after))
    return _mend(in_store, tuple(wrong), clock) if wrong else 0


def _begin(store: Store) -> int | None:
    # What the chain lacks comes first: rows may be right that no event here accounts for.
    if unsure(store) or exchange.compare_is_due(store):
        return None
    return int(store.setting(_AT) or 0)


def _note(store: Store, after: int) -> None:
    with store.transaction():
        store.set_setting(_AT, str(after))


def _mend(in_store: StoreLane, wrong: tuple[Subject, ...], clock: Clock) -> int:
    places: list[int] = []
    last, more = 0, len(wrong) <= ROWS_MAX
    try:
        while more:
            found = in_store(partial(naming, subjects=wrong, after=last, limit=SEARCHED_EVENTS))
            places += found.places
            last, more = found.last, found.more
        return in_store(partial(_fold, wrong=wrong, places=places, last=last, clock=clock))
    except Refused as error:
        if error.code != "EVENT_HASH":
            raise
        # An event is none any more: it comes again first, and its effects with it.
        in_store(_compare_first)
        return 0


def _fold(
    store: Store, wrong: tuple[Subject, ...], places: list[int], last: int, clock: Clock
) -> int:
    """Write the wrong rows again, also from what was recorded while they were searched for."""
    with store.transaction():
        if len(wrong) > ROWS_MAX:
            fold_again(store.connection)
            changed = len(wrong)
        else:
            since = naming(store, wrong, last, SEARCHED_EVENTS)
            changed = fold_rows(store, wrong, [*places, *since.places])
        if changed:
            figures = msgspec.json.encode({"rows": changed}).decode()
            exchange.log_exchange(store, instant_text(clock.now()), exchange.ROWS_MENDED, figures)
    return changed


def _compare_first(store: Store) -> None:
    with store.transaction():
        exchange.set_compare_due(store, due=True)
