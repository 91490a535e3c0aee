"""Bring who may sign in here: asked for beside the exchange, by line or by stick.

The vault is written first and the file after it. Cut off in between, the same is asked again; a
vault that already knows a person takes the same key once more.
"""

from __future__ import annotations

from functools import partial

from desktop.base.errors import CanbaoError, Refused, Unavailable
from desktop.store.access import take_notes, told_number, told_of
from desktop.store.database import Store
from desktop.store.vault import OperatorEntry
from desktop.sync.centre import contact
from desktop.sync.engine import StoreLane
from desktop.wire.operator_messages import (
    OperatorNote,
    OperatorsReply,
    OperatorsRequest,
    open_verifier,
)
from desktop.wire.protocol import SyncProtocol
from desktop.wire.versions import PROTOCOL

_NOT_FOUND = 404
PAGES_MAX = 100


def bring_operators(in_store: StoreLane, server: SyncProtocol) -> int:
    """Ask the centre who may sign in here; return how many people changed.

    A centre of an older program does not know the question: nothing changes then.

    Raises:
        Unavailable: the line, the centre or the disk; what had arrived is kept.
        Refused: ``OPERATORS_ALTERED``: what came is not for this station and was not kept.
    """
    changed = 0
    for _ in range(PAGES_MAX):
        question = in_store(operators_question)
        try:
            reply = server.operators(question)
        except (Refused, Unavailable) as error:
            if _is_unknown_there(error):
                return changed
            raise
        in_store(partial(take_operators, reply=reply))
        changed += len(reply.operators)
        if not reply.more:
            break
    return changed


def try_line(in_store: StoreLane, server: SyncProtocol) -> None:
    """Ask the centre a question that changes nothing, there or here; its answer proves the way.

    Raises:
        Refused: ``NOT_REGISTERED``; as the centre answers.
        Unavailable: the line, the proxy, or something else that answered for the centre.
    """
    try:
        server.operators(in_store(operators_question))
    except (Refused, Unavailable) as error:
        if not _is_unknown_there(error):
            raise


def operators_question(store: Store) -> OperatorsRequest:
    """Return what to ask the centre. Raises Refused ``NOT_REGISTERED``."""
    contact(store)
    return OperatorsRequest(station=store.station.id, protocol=PROTOCOL, number=told_number(store))


def take_operators(store: Store, reply: OperatorsReply) -> None:
    """Take an answer in: keys into the vault, then the file, in a transaction of its own.

    Raises:
        Refused: ``OPERATORS_ALTERED``; nothing was kept.
        Unavailable: the disk.
    """
    key = contact(store).centre_key
    # A stick may bring an older answer than the line did meanwhile.
    fresh = [note for note in reply.operators if note.number > told_of(store, note.operator)]
    opened = [
        (note, open_verifier(note, centre=key, station=store.station.key))
        for note in fresh
        if note.state == "active"
    ]
    vault = store.vault()
    if vault is not None:
        for note, verifier in opened:
            store.wrap_key(vault, _entry(note), note.salt, verifier)
        for note in fresh:
            if note.state == "locked":
                vault.drop(note.operator)
    with store.transaction():
        rules = (reply.offline_days, reply.warn_days)
        take_notes(store, fresh, max(reply.number, told_number(store)), rules)


def _entry(note: OperatorNote) -> OperatorEntry:
    return OperatorEntry(note.operator, note.display_name, note.role)


def _is_unknown_there(error: CanbaoError) -> bool:
    return error.code == "PATH_UNKNOWN" or error.values.get("status") == _NOT_FOUND
