"""Bring the keys of the county's stations here, by line or by stick, beside the exchange.

With them this station proves any receipt of the county, held here or not. They are believed because
the centre's signed answer brings them.
"""

from __future__ import annotations

from functools import partial

from desktop.base.errors import Refused, Unavailable
from desktop.store.database import Store
from desktop.store.station_keys import take_notes, told_upto
from desktop.sync.centre import contact
from desktop.sync.engine import StoreLane
from desktop.sync.filling import is_unknown_there
from desktop.wire.protocol import SyncProtocol
from desktop.wire.station_messages import StationsReply, StationsRequest
from desktop.wire.versions import PROTOCOL

PAGES_MAX = 200
"""More than the pages of a county with as many stations as there are codes."""


def bring_stations(in_store: StoreLane, server: SyncProtocol) -> int:
    """Ask the centre for the stations that are not known here yet; return how many came.

    A centre of an older program does not know the question: nothing changes then.

    Raises:
        Unavailable: the line, the centre or the disk; what had arrived is kept.
        Refused: ``STATION_UNKNOWN`` and what else any question is refused for.
    """
    came = 0
    for _ in range(PAGES_MAX):
        question = in_store(stations_question)
        try:
            reply = server.stations(question)
        except (Refused, Unavailable) as error:
            if is_unknown_there(error):
                return came
            raise
        in_store(partial(take_stations, reply=reply))
        came += len(reply.stations)
        if not (reply.more and reply.stations):
            break
    return came


def stations_question(store: Store) -> StationsRequest:
    """Return what to ask the centre. Raises Refused ``NOT_REGISTERED``."""
    contact(store)
    after, restored = told_upto(store)
    return StationsRequest(
        station=store.station.id, protocol=PROTOCOL, after=after, restored=restored
    )


def take_stations(store: Store, reply: StationsReply) -> None:
    """Take an answer in, in a transaction of its own. Raises Unavailable: the disk."""
    if not reply.stations:
        return
    with store.transaction():
        take_notes(store, reply.stations, reply.restored)
