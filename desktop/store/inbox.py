"""Take a page of the centre's order in: append what is new, and keep the record equal to the fold.

The record at a desk is the fold of the feed up to the cursor, and then of the desk's own events
that have no place in it yet. Those are already applied when a page comes. Applying another
station's event writes over some of them; so wherever it did, they are applied once more, in their
order. Effects only assign, hence nothing else needs to be touched.

An event can come late: when a household moves here, what happened to it before is given out again,
after events that happened later. The record is the fold in the order of what happened, so whatever
a late event writes is followed by everything that happened after it on the same rows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from desktop.base.errors import CanbaoError
from desktop.domain.assign import Assign
from desktop.domain.effects import effects
from desktop.domain.events import Event, SignedEvent, hash_of
from desktop.store.apply import apply
from desktop.store.database import Store
from desktop.store.event_rows import is_whole, remove
from desktop.store.relinking import lift, record_again, unsure
from desktop.wire.messages import FeedEntry
from desktop.wire.rolling import Rolling


class OwnEventsMissing(CanbaoError):
    """The feed names own events this file does not hold: it is an older copy of itself."""

    def __init__(self) -> None:
        super().__init__("OWN_EVENTS_MISSING", "the centre holds events of ours that are not here")


class OwnEventsDiffer(CanbaoError):
    """The feed holds own events under sequence numbers this file used for others: a fork."""

    def __init__(self) -> None:
        super().__init__("OWN_EVENTS_DIFFER", "another copy of this station has been at work")


def take_feed(
    store: Store, entries: Sequence[FeedEntry], rolling: Rolling, *, whole: bool = False
) -> Rolling:
    """Take ``entries`` in, in order, and return ``rolling`` with them rolled on.

    ``whole``: write every effect again, also of own events that should stand already. That mends
    a record that has lost some of them.

    Raises:
        OwnEventsMissing: an own event is not here and came without its bytes.
        OwnEventsDiffer: an own event cannot stand beside ours.
        Refused: ``EVENT_UNREADABLE``, an event only a newer program knows.
    """
    taking = _Taking(store, whole=whole)
    for entry in entries:
        rolling = rolling.add(entry.position, taking.take(entry))
    taking.finish()
    return rolling


def lay_again(store: Store, placed: Sequence[tuple[int, Event]]) -> None:
    """Write effects of events that are here again, each with its place in the order.

    What happened after them on the same rows stands again when this returns.
    """
    taking = _Taking(store, whole=True)
    for place, event in placed:
        taking.write(event, late_from=place)
    taking.finish()


APPLIED_AT_ONCE = 5_000
"""Effects that are written together: a page of a first fill is a few thousand."""


class _Taking:
    def __init__(self, store: Store, *, whole: bool) -> None:
        self._store = store
        self._whole = whole
        self._own = store.station.id
        self._touched: set[tuple[str, ...]] = set()
        """Subjects that were written to since this page began."""
        self._late: set[tuple[str, ...]] = set()
        """Subjects of events that happened before others which are here already."""
        self._late_from: int | None = None
        self._unwritten: list[Assign] = []
        """Effects in order, still to be written to the record."""
        self._lifted: list[Event] = []
        """Own events whose numbers the centre knows for others; see `desktop.store.relinking`."""

    def take(self, entry: FeedEntry) -> str:
        """Take one entry in and return its event's hash."""
        known = self._store.connection.execute(
            "SELECT pos, id, station, seq, feed, body, hash, signature FROM events WHERE id = ?",
            (entry.id,),
        ).fetchone()
        if known is not None and self._whole and not is_whole(known):
            # What stands here is no event any more: it comes anew.
            remove(self._store.connection, known["pos"])
            known = None
        if known is None:
            return self._take_new(entry)
        if known["feed"] == _placed(entry) and not self._whole:
            # Given out again, and here already: it stands where it happened.
            return str(known["hash"])
        self._store.connection.execute(
            "UPDATE events SET feed = ? WHERE id = ?", (_placed(entry), entry.id)
        )
        signed = SignedEvent(known["body"], known["hash"], known["signature"])
        if self._whole or known["station"] != self._own:
            self.write(signed.open(), late_from=_late_from(entry))
        elif self._touched:
            self._lay_over(signed.open())
        return signed.hash

    def finish(self) -> None:
        """Fold again where an event came late, then lay own events without a place over it."""
        self._apply()
        if self._late_from is not None:
            self._fold_again(self._late_from)
        record_again(self._store, self._lifted)
        if not self._touched:
            return
        rows = self._store.connection.execute(
            "SELECT body, hash, signature FROM events WHERE station = ? AND feed IS NULL"
            " ORDER BY seq",
            (self._own,),
        ).fetchall()
        for row in rows:
            self._lay_over(SignedEvent(row["body"], row["hash"], row["signature"]).open())
        self._apply()

    def _take_new(self, entry: FeedEntry) -> str:
        if not entry.body:
            raise OwnEventsMissing
        signed = SignedEvent(entry.body, hash_of(entry.body), entry.signature)
        event = signed.open()
        if event.station == self._own:
            taken = self._store.connection.execute(
                "SELECT 1 FROM events WHERE station = ? AND seq = ?", (event.station, event.seq)
            ).fetchone()
            if taken and not unsure(self._store):
                raise OwnEventsDiffer
            if taken:
                self._lifted += lift(self._store, event.seq)
        self._store.append(event, signed, feed=_placed(entry))
        if event.station == self._own:
            self._store.connection.execute(
                "UPDATE events SET verdict = 'accepted' WHERE id = ?", (event.id,)
            )
        self.write(event, late_from=_late_from(entry))
        return signed.hash

    def write(self, event: Event, *, late_from: int | None) -> None:
        """Write an event's effects; ``late_from``: where it happened, if others followed it."""
        assigns = effects(event)
        self._unwritten += assigns
        if len(self._unwritten) >= APPLIED_AT_ONCE:
            self._apply()
        subjects = {one.subject for one in assigns}
        self._touched |= subjects
        if late_from is not None:
            self._late |= subjects
            known = self._late_from
            self._late_from = late_from if known is None else min(known, late_from)

    def _apply(self) -> None:
        assigns, self._unwritten = self._unwritten, []
        apply(self._store.connection, assigns)

    def _fold_again(self, start: int) -> None:
        """Write what happened from ``start`` on once more, in order, on the late subjects."""
        keys = {max(subject[1:], key=len).encode() for subject in self._late}
        named = re.compile(b"|".join(sorted(map(re.escape, keys))))
        rows = self._store.connection.execute(
            "SELECT body, hash, signature FROM events WHERE feed >= ? ORDER BY feed", (start,)
        )
        for row in rows.fetchall():
            # Most events are about somebody else: their bytes tell, without being decoded.
            if named.search(row["body"]):
                event = SignedEvent(row["body"], row["hash"], row["signature"]).open()
                self._unwritten += [one for one in effects(event) if one.subject in self._late]
        self._apply()

    def _lay_over(self, event: Event) -> None:
        self._unwritten += self._overwritten(effects(event))

    def _overwritten(self, assigns: list[Assign]) -> list[Assign]:
        return [one for one in assigns if one.subject in self._touched]


def _late_from(entry: FeedEntry) -> int | None:
    """Return where an entry happened if it is given out again, after others that are here."""
    return entry.origin if entry.origin and entry.origin < entry.position else None


def _placed(entry: FeedEntry) -> int:
    """Return an event's place in the order of what happened, whenever it came."""
    return entry.origin or entry.position
