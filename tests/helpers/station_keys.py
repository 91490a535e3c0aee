"""The keys of the county's stations, brought to a station over a line without faults."""

from __future__ import annotations

from desktop.store.database import Store
from desktop.sync.engine import direct
from desktop.sync.station_keys import bring_stations
from tests.helpers.centre import DoorTransport, TestCentre, registered_client


def bring_keys(centre: TestCentre, store: Store) -> int:
    """Ask the centre for the keys that are missing at ``store``; return how many came."""
    with registered_client(store, DoorTransport(centre)) as client:
        return bring_stations(direct(store), client)
