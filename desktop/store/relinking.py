"""A chain of our own with something missing or something else in the middle: linked anew.

After a damaged file was put together again, events of ours may be missing that only the centre
has, or nobody. Until the centre was heard, `UNSURE` is set: nothing is pushed, and the centre's
copy of our chain is brought in full. What stands here under a number the centre knows for another
event, or after a gap nobody can fill, cannot be what the centre takes next. Its facts are lifted
out of the chain and recorded again at the chain's end: new events, the same facts, nothing lost.
They were never taken by the centre, which takes a chain in its order only.
"""

from __future__ import annotations

from desktop.domain.events import Event, SignedEvent
from desktop.store.database import Store

UNSURE = "mend.unsure"
"""Setting: the centre has yet to tell which events of ours are missing here."""

LOST = "mend.lost"
"""Setting: how many events of ours neither this file nor the centre has, as far as can be told."""


def unsure(store: Store) -> bool:
    """Tell whether the centre's copy of our chain comes before anything of ours goes out."""
    return store.setting(UNSURE) == "1"


def hear_first(store: Store) -> None:
    """Let the centre's copy of our chain come before anything goes out, in a transaction."""
    store.set_setting(UNSURE, "1")


def lift(store: Store, first_seq: int) -> list[Event]:
    """Take own events from ``first_seq`` on that nobody has answered out of the chain.

    They must go back by `record_again` in the same transaction.
    """
    connection, station = store.connection, store.station.id
    rows = connection.execute(
        "SELECT pos, body, hash, signature FROM events"
        " WHERE station = ? AND seq >= ? AND feed IS NULL AND verdict IS NULL ORDER BY seq",
        (station, first_seq),
    ).fetchall()
    for row in rows:
        connection.execute("DELETE FROM event_subjects WHERE pos = ?", (row["pos"],))
        connection.execute(
            "DELETE FROM outbox WHERE event_id = (SELECT id FROM events WHERE pos = ?)",
            (row["pos"],),
        )
        connection.execute("DELETE FROM events WHERE pos = ?", (row["pos"],))
    return [SignedEvent(row["body"], row["hash"], row["signature"]).open() for row in rows]


def record_again(store: Store, lifted: list[Event]) -> None:
    """Record the facts of ``lifted`` as new events at the end of the chain, in their order."""
    for event in lifted:
        store.record(event.fact, operator=event.operator, law=event.law, seen=event.seen)


def close_gap(store: Store, missing_seq: int) -> bool:
    """Link what follows the gap at ``missing_seq`` anew; tell whether there was such a gap.

    The centre asked for that event, and it is not here: nobody has it.
    """
    connection, station = store.connection, store.station.id
    following = connection.execute(
        "SELECT min(seq) FROM events WHERE station = ? AND seq >= ?", (station, missing_seq)
    ).fetchone()[0]
    if following is None or following == missing_seq:
        return False
    lost = int(store.setting(LOST) or 0) + following - missing_seq
    store.set_setting(LOST, str(lost))
    record_again(store, lift(store, missing_seq))
    return True
