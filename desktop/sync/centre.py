"""Which centre this station speaks to: registering with it, and the client that reaches it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop.base.clock import Clock
from desktop.base.errors import Refused
from desktop.base.proxy import Proxy
from desktop.base.station_settings import NOTHING_SET, StationSettings
from desktop.net.client import Client, Identity
from desktop.store import exchange
from desktop.store.database import Store
from desktop.store.proxies import own_proxy
from desktop.sync.engine import StoreLane
from desktop.wire.messages import Registered, Registration
from desktop.wire.protocol import SyncProtocol
from desktop.wire.versions import PROTOCOL


@dataclass(frozen=True, slots=True)
class Contact:
    """What is needed to speak to the station's centre, on any thread."""

    address: str
    centre_key: bytes
    identity: Identity
    proxy: Proxy
    ca_file: Path | None = None

    def client(self, clock: Clock) -> Client:
        """Return a client for one thread to use and to close; ``clock`` is the machine's."""
        return Client(
            self.address,
            self.identity,
            clock,
            centre_key=self.centre_key,
            proxy=self.proxy,
            ca_file=self.ca_file,
        )


def contact(store: Store, machine: StationSettings = NOTHING_SET) -> Contact:
    """Return how to reach the centre: as it was registered, or as IT has set it since.

    A training station keeps to the centre it was registered with. Whoever answers at a new
    address must still have the key of that centre.

    Raises:
        Refused: ``NOT_REGISTERED`` before `register`.
    """
    address, key = store.setting("centre.url"), store.setting("centre.key")
    if address is None or key is None:
        raise Refused("NOT_REGISTERED", "this station is not registered with a centre yet")
    if store.station.training_day is None:
        address = machine.centre_url or address
    return Contact(
        address,
        bytes.fromhex(key),
        identity(store),
        proxy_of(store, machine),
        machine.ca_file,
    )


def identity(store: Store) -> Identity:
    """Return who this station is when it speaks to a centre."""
    return Identity(store.station.id, store.station.key)


def proxy_of(store: Store, machine: StationSettings = NOTHING_SET) -> Proxy:
    """Return the way to the centre: as IT set it, else as it was chosen at this station."""
    return machine.proxy or own_proxy(store)


def register(in_store: StoreLane, server: SyncProtocol, address: str, code: str) -> Registered:
    """Make the station known to the centre behind ``server`` and keep what it answers.

    May be repeated with the same code if the answer was lost.

    Raises:
        Refused: ``CODE_UNKNOWN``, ``TRAINING_MISMATCH``, ``COUNTY_MISMATCH``,
            ``DIVISION_MISMATCH``, ``STATION_TAKEN``, ``CENTRE_DIFFERS`` (already registered with
            another centre; nothing was changed).
        Unavailable: the centre could not be asked.
    """
    asked = in_store(lambda store: _registration(store, code))
    registered = server.register(asked)
    in_store(lambda store: _keep(store, registered, address))
    return registered


def _registration(store: Store, code: str) -> Registration:
    station = store.station
    day = station.training_day
    return Registration(
        protocol=PROTOCOL,
        code=code.strip(),
        station=station.id,
        county=station.county,
        division=station.division,
        name=station.name,
        public_key=station.key.public,
        training_day=day.isoformat() if day else None,
    )


def _keep(store: Store, registered: Registered, address: str) -> None:
    known = store.setting("centre.key")
    if known is not None and known != registered.centre_key.hex():
        raise Refused("CENTRE_DIFFERS", "this station belongs to another centre")
    with store.transaction():
        store.set_setting("centre.url", address)
        store.set_setting("centre.key", registered.centre_key.hex())
        store.set_setting("centre.name", registered.centre_name)
        store.set_setting("centre.station_code", registered.station_code)
        exchange.receive_grants(store, registered.grants)
