"""One answer out of a packet: does it go on from where this station stands; what holds if not."""

from __future__ import annotations

from dataclasses import dataclass, replace

import msgspec

from desktop.base.clock import Clock
from desktop.base.errors import Refused
from desktop.domain.events import hash_of
from desktop.store import exchange
from desktop.store.database import Store
from desktop.store.exchange import Outgoing
from desktop.store.inbox import OwnEventsMissing
from desktop.sync.check import RecordsDiffer
from desktop.sync.writing import Written, write_down, write_verdicts
from desktop.wire.messages import ExchangeReply, FeedEntry, Progress
from desktop.wire.packet_parts import Answered, Asked
from desktop.wire.rolling import Rolling


@dataclass(frozen=True, slots=True)
class Taken:
    """What one answer changed here, or several together."""

    accepted: int = 0
    already: int = 0
    cases: int = 0
    pulled: int = 0
    granted: int = 0
    packs: int = 0
    fitted: bool = False
    """Something of the feed went on from here, or confirmed where we stand."""
    behind: bool = True
    """Every answer so far told only what was here already."""
    more: bool = False
    """The centre had more to say than this."""
    told: tuple[str, ...] = ()

    def then(self, later: Taken) -> Taken:
        """Return this and what ``later`` changed, together."""
        return Taken(
            accepted=self.accepted + later.accepted,
            already=self.already + later.already,
            cases=self.cases + later.cases,
            pulled=self.pulled + later.pulled,
            granted=self.granted + later.granted,
            packs=self.packs + later.packs,
            fitted=self.fitted or later.fitted,
            behind=self.behind and later.behind,
            more=later.more,
            told=(*self.told, *(code for code in later.told if code not in self.told)),
        )


def answered_here(store: Store, asked: Asked) -> Outgoing:
    """Return what was asked, as if it had just been sent; its events are in this file still.

    Raises:
        Refused: ``PACKET_COPY`` if they are not: another copy of this station sent them.
    """
    first_seq = 0
    if asked.events:
        row = store.connection.execute(
            "SELECT seq FROM events WHERE station = ? AND hash = ?",
            (store.station.id, asked.last.hex()),
        ).fetchone()
        if row is None:
            raise Refused("PACKET_COPY", "it answers events that are not in this file")
        first_seq = row["seq"] - asked.events + 1
    return Outgoing(
        progress=asked.progress,
        cases_cursor=asked.cases_cursor,
        packs_cursor=asked.packs_cursor,
        first_seq=first_seq,
        events=(),
        pending=0,
        unspent=0,
        answered=asked.answered,
    )


def take_answer(store: Store, answered: Answered, clock: Clock) -> Taken:
    """Take one answer in, in one transaction; see `desktop.sync.packets`.

    Raises:
        Refused: ``PACKET_COPY``: it answers events that are not this station's own;
            ``EVENT_UNREADABLE``. Nothing was taken in.
    """
    asked, reply = answered.asked, answered.reply
    going = answered_here(store, asked)
    counted = _counted(store, reply)
    here = exchange.progress(store)
    fitting = _fitting(store, asked, reply, here)
    told: list[str] = [reply.stopped.code] if reply.stopped else []
    if fitting is None:
        written = write_verdicts(store, going, _without_known_cases(store, reply), clock)
        behind = reply.progress.cursor <= here.cursor and not reply.refresh
        if not behind:
            told.append("PACKET_GAP")
    else:
        behind = asked.progress != here and not fitting.feed
        written = _write(store, replace(going, progress=here), fitting, clock, told)
    if written.forked:
        told.append("CHAIN_FORKED")
    return Taken(
        accepted=counted.count("accepted"),
        already=counted.count("already"),
        cases=counted.count("case"),
        pulled=written.pulled,
        granted=written.granted,
        packs=written.packs,
        fitted=fitting is not None,
        behind=behind and not counted and not written.granted,
        more=reply.more,
        told=tuple(told),
    )


def _write(
    store: Store, going: Outgoing, reply: ExchangeReply, clock: Clock, told: list[str]
) -> Written:
    """Write ``reply`` down as one from a line; what that cannot end with is told instead."""
    try:
        return write_down(store, going, reply, clock, by_line=False)
    except RecordsDiffer as error:
        # Verdicts are kept, and the next packet asks for everything again.
        told.append(error.code)
        return Written()
    except OwnEventsMissing as error:
        # The next packet asks for our own events in full.
        told.append(error.code)
        return write_verdicts(store, going, reply, clock)
    except Refused as error:
        if error.code != "RECORDS_DIFFER":
            raise
        told.append(error.code)
        return Written()


def _fitting(
    store: Store, asked: Asked, reply: ExchangeReply, here: Progress
) -> ExchangeReply | None:
    """Return what of ``reply`` goes on from ``here``; None if its feed does not."""
    if asked.progress != here:
        after = _after(store, asked.progress, reply, here)
        if after is None:
            return None
        reply = msgspec.structs.replace(reply, feed=after)
    cases_cursor = int(store.setting("sync.cases_cursor") or 0)
    if asked.cases_cursor != cases_cursor:
        reply = _without_known_cases(store, reply)
        reply = msgspec.structs.replace(reply, cases=(), cases_cursor=cases_cursor)
    if asked.packs_cursor != int(store.setting("sync.packs_cursor") or 0):
        reply = msgspec.structs.replace(reply, packs=())
    return reply


def _after(
    store: Store, start: Progress, reply: ExchangeReply, here: Progress
) -> tuple[FeedEntry, ...] | None:
    """Return the entries after ``here`` if those before it are, hash by hash, what we had."""
    if reply.refresh or not start.cursor < here.cursor <= reply.progress.cursor:
        return None
    rolling, place = Rolling(start.count, start.hash), 0
    for entry in reply.feed:
        if entry.position > here.cursor:
            break
        digest = hash_of(entry.body) if entry.body else _hash_here(store, entry.id)
        rolling, place = rolling.add(entry.position, digest), place + 1
    same = (rolling.count, rolling.hash) == (here.count, here.hash)
    return reply.feed[place:] if same else None


def _hash_here(store: Store, event_id: str) -> str:
    """Return the hash of one of our own events; empty, which no hash is, if it is not here."""
    row = store.connection.execute("SELECT hash FROM events WHERE id = ?", (event_id,)).fetchone()
    return row["hash"] if row else ""


def _without_known_cases(store: Store, reply: ExchangeReply) -> ExchangeReply:
    """Leave out what verdicts tell of cases that are here: it may be older than what is known."""
    known = {
        row["id"]
        for verdict in reply.verdicts
        for case in verdict.cases
        for row in store.connection.execute("SELECT id FROM cases WHERE id = ?", (case.id,))
    }
    if not known:
        return reply
    verdicts = tuple(
        msgspec.structs.replace(
            verdict,
            outcome="case" if verdict.cases else verdict.outcome,
            cases=tuple(case for case in verdict.cases if case.id not in known),
        )
        for verdict in reply.verdicts
    )
    return msgspec.structs.replace(reply, verdicts=verdicts)


def _counted(store: Store, reply: ExchangeReply) -> list[str]:
    """Return the outcomes of events that had none yet: an answer that comes again says nothing."""
    if not reply.verdicts:
        return []
    rows = store.connection.execute(
        "SELECT seq FROM outbox WHERE seq BETWEEN ? AND ?",
        (reply.verdicts[0].seq, reply.verdicts[-1].seq),
    )
    waiting = {row["seq"] for row in rows}
    return [verdict.outcome for verdict in reply.verdicts if verdict.seq in waiting]
