"""Write an answer of the centre down: all of it in one transaction, or as much as holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from desktop.base.clock import Clock, instant_text
from desktop.base.errors import Refused
from desktop.store import exchange, offers
from desktop.store.database import Store
from desktop.store.exchange import Outgoing
from desktop.store.inbox import OwnEventsDiffer, take_feed
from desktop.store.rebuild import fold_again
from desktop.store.relinking import UNSURE, close_gap, unsure
from desktop.sync.check import Of, RecordsDiffer, check
from desktop.wire.messages import ExchangeReply, Verdict
from desktop.wire.rolling import Rolling

_FOLDED, _COMPARED, _BEGUN_AGAIN = 1, 2, 3
REPAIRS_MAX = _BEGUN_AGAIN
"""Repairs in a row that may end in disagreement before a person must look: first the record is
folded again from the events that are here, then the feed is compared with the centre's block by
block (`desktop.sync.comparing`), which takes a line; then all of it is brought again."""


@dataclass(frozen=True, slots=True)
class Written:
    """What an answer changed here."""

    pulled: int = 0
    granted: int = 0
    resent: bool = False
    """The centre lacks events it once had; they are pending again."""
    forked: bool = False
    packs: int = 0
    """Law packs that arrived; the desk has yet to look at them."""


def write_down(
    store: Store, going: Outgoing, reply: ExchangeReply, clock: Clock, *, by_line: bool = True
) -> Written:
    """Take ``reply`` to what was ``going`` in.

    Verdicts are facts about our events and are kept whatever the rest of the answer is worth.
    Feed, cases and cursor are kept only if both ends then agree. ``by_line``: more can be asked
    at once, so that what differs need not be all brought again.

    Raises:
        RecordsDiffer: they do not; it is mended here, or by what the next exchanges bring.
        Refused: ``RECORDS_DIFFER`` if that did not help.
        OwnEventsMissing: nothing was written; ask again with ``own_bodies``.
    """
    try:
        with store.transaction():
            _log(store, reply, clock, outcome="done")
            return _write_all(store, going, reply, by_line=by_line)
    except (RecordsDiffer, Refused) as error:
        differ = _difference(error)
        with store.transaction():
            _settle(store, going, reply)
            repaired = _arrange_repair(store, differ.of, by_line=by_line)
            _log(store, reply, clock, outcome=differ.code)
        if repaired:
            raise differ from error
        raise Refused(differ.code, differ.message, **differ.values) from error
    except OwnEventsDiffer as error:
        with store.transaction():
            resent = _settle(store, going, reply)
            _log(store, reply, clock, outcome=error.code)
        return Written(resent=resent, forked=True)


def write_verdicts(store: Store, going: Outgoing, reply: ExchangeReply, clock: Clock) -> Written:
    """Keep what ``reply`` says of our own events and numbers, and nothing of its feed.

    That is what stays true of an answer that does not go on from where this station stands.
    """
    with store.transaction():
        resent = _settle(store, going, reply)
        granted = exchange.receive_grants(store, reply.grants)
        _log(store, reply, clock, outcome="done")
    return Written(granted=granted, resent=resent, forked=reply.state == "forked")


def note_failure(store: Store, going: Outgoing, code: str, clock: Clock) -> None:
    """Note that an exchange came to nothing: on the events it carried, and in the log."""
    with store.transaction():
        exchange.note_failure(store, going.first_seq, len(going.events), code)
        exchange.log_exchange(store, instant_text(clock.now()), code, "{}")


def _write_all(store: Store, going: Outgoing, reply: ExchangeReply, *, by_line: bool) -> Written:
    resent = _settle(store, going, reply)
    if reply.refresh:
        if not _arrange_repair(store, "feed", by_line=by_line):
            exchange.begin_again(store)
        return Written(resent=resent, forked=reply.state == "forked")
    rolled = Rolling(going.progress.count, going.progress.hash)
    known = exchange.known_among(store, [entry.id for entry in reply.feed])
    repairing = store.setting("sync.repairs") not in (None, "0")
    # In a file put together again, what was missing lies before events that are here already.
    rolled = take_feed(store, reply.feed, rolled, whole=repairing or unsure(store))
    exchange.set_progress(store, reply.progress)
    changed = repairing or bool(reply.verdicts or reply.feed)
    heard = unsure(store) and not reply.more
    if heard:
        store.set_setting(UNSURE, "0")
    if check(store, reply, rolled, changed=changed) and repairing:
        store.set_setting("sync.repairs", "0")
    offered = offers.keep_offers(store, reply.packs, reply.packs_cursor) if reply.packs else 0
    exchange.keep_cases(store, reply.cases)
    store.set_setting("sync.cases_cursor", str(reply.cases_cursor))
    return Written(
        pulled=len(reply.feed) - known,
        granted=exchange.receive_grants(store, reply.grants),
        # What waited for the centre's word goes out now.
        resent=resent or heard,
        forked=reply.state == "forked",
        packs=offered,
    )


def _settle(store: Store, going: Outgoing, reply: ExchangeReply) -> bool:
    """Write verdicts down; tell whether earlier events must be sent again."""
    exchange.settle(store, reply.verdicts)
    if _centre_lost_events(store, going, reply):
        exchange.send_again(store, reply.own_seq + 1)
        return True
    stopped = reply.stopped
    if stopped is None:
        return False
    if stopped.code == "CHAIN_GAP" and close_gap(store, stopped.seq):
        return True
    if stopped.code == "CHAIN_GAP" and stopped.seq < going.first_seq:
        exchange.send_again(store, stopped.seq)
        return True
    exchange.note_stopped(store, _first_unanswered(going, reply.verdicts), stopped.code)
    return False


def _centre_lost_events(store: Store, going: Outgoing, reply: ExchangeReply) -> bool:
    """Tell whether the centre answered more of our events once than it holds now."""
    if not reply.own_hash or reply.state != "active" or reply.own_seq >= going.answered:
        return False
    return exchange.lacks(store, reply.own_seq, reply.own_hash)


def _first_unanswered(going: Outgoing, verdicts: Sequence[Verdict]) -> int:
    return verdicts[-1].seq + 1 if verdicts else going.first_seq


def _difference(error: RecordsDiffer | Refused) -> RecordsDiffer:
    """Return what ``error`` says of both ends; raise it if it says something else."""
    if isinstance(error, RecordsDiffer):
        return error
    if error.code != "EVENT_HASH":
        raise error
    # Entries come without a hash: an event whose bytes have another is one of this file.
    return RecordsDiffer("feed", {}, {})


def _folded(store: Store) -> bool:
    """Fold the record again; False if an event of this file is no event any more."""
    try:
        fold_again(store.connection)
    except Refused as error:
        if error.code != "EVENT_HASH":
            raise
        return False
    return True


def _arrange_repair(store: Store, of: Of, *, by_line: bool) -> bool:
    """Mend what can be mended from here, else have the feed mended; tell whether to try."""
    # Both ends hold the same events, hash by hash: what they add up to needs no line.
    least = _FOLDED if of == "record" else _COMPARED if by_line else _BEGUN_AGAIN
    step = max(int(store.setting("sync.repairs") or 0) + 1, least)
    if step == _FOLDED and not _folded(store):
        step = _COMPARED
    if step == _COMPARED and not by_line:
        step = _BEGUN_AGAIN
    if step > REPAIRS_MAX:
        return False
    store.set_setting("sync.repairs", str(step))
    if step == _COMPARED:
        exchange.set_compare_due(store, due=True)
    elif step == _BEGUN_AGAIN:
        begin_all_again(store)
    return True


def begin_all_again(store: Store) -> None:
    """Have the whole feed brought again, and every effect written again with it."""
    store.set_setting("sync.repairs", str(_BEGUN_AGAIN))
    exchange.begin_again(store)


def _log(store: Store, reply: ExchangeReply, clock: Clock, *, outcome: str) -> None:
    now = instant_text(clock.now())
    if outcome == "done":
        store.set_setting("exchange.last", now)
    if reply.verdicts or reply.feed or reply.cases or outcome != "done":
        figures = {
            "answered": len(reply.verdicts),
            "cases": sum(bool(verdict.cases) for verdict in reply.verdicts),
            "feed": len(reply.feed),
            "cursor": reply.progress.cursor,
        }
        exchange.log_exchange(store, now, outcome, msgspec.json.encode(figures).decode())
