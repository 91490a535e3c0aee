"""What the status bar and `station status` tell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.base.station_settings import machine_places, read_settings
from desktop.sqlite.errors import database_errors
from desktop.store import register
from desktop.store.access import Expiry, expiry
from desktop.store.cases import open_count
from desktop.store.segments import SegmentState, segments
from desktop.usecases.desk import DAMAGE_MARK, Desk
from desktop.usecases.exchange_state import ExchangeState, exchange_state
from desktop.usecases.offered_packs import Offer, law_news
from desktop.usecases.proxy import proxy_here


@dataclass(frozen=True, slots=True)
class DeskStatus:
    """Where a station stands."""

    station_id: str
    station_name: str
    county: str
    division: str
    training_day: str | None
    operator: str
    display_name: str
    role: str
    events: int
    pending: int
    """Own events the centre has not answered yet."""
    open_cases: int
    segments: tuple[SegmentState, ...]
    centre: str | None
    """The centre's address, None before registration."""
    last_exchange: str | None
    """Instant of the last exchange that came to its end."""
    law_news: tuple[Offer, ...]
    """Law packs from the centre and what became of them, newest first."""
    sign_in: Expiry | None = None
    """How long people may sign in here without an exchange; None: without end."""
    exchange: ExchangeState | None = None
    """What waits for the centre, and how the last exchanges went."""
    proxy: str = "none"
    """How the line goes: ``none``, ``system`` or a proxy's address; never by one on loopback."""

    damaged: bool = False
    """The data file was found damaged; it is repaired before it is opened again."""

    @property
    def unspent(self) -> int:
        """Receipt numbers left."""
        return sum(segment.unspent for segment in self.segments)


def desk_status(desk: Desk) -> DeskStatus:
    """Return where the station stands now, and let the desk know the newest local values."""
    store = desk.store
    station = store.station
    # Asked after every exchange: screens price with what has just arrived.
    desk.refresh()
    with database_errors():
        count = store.connection.execute
        events = count("SELECT count(*) FROM events").fetchone()[0]
        pending = count("SELECT count(*) FROM outbox").fetchone()[0]
    return DeskStatus(
        station_id=station.id,
        station_name=station.name,
        county=station.county,
        division=station.division,
        training_day=station.training_day.isoformat() if station.training_day else None,
        operator=desk.operator,
        display_name=desk.display_name,
        role=desk.role,
        events=events,
        pending=pending,
        open_cases=open_count(store.connection),
        segments=tuple(segments(store.connection, station.id)),
        centre=store.setting("centre.url"),
        last_exchange=store.setting("exchange.last"),
        law_news=law_news(desk),
        sign_in=expiry(store, store.clock),
        exchange=exchange_state(desk),
        damaged=desk.folder is not None and (desk.folder / DAMAGE_MARK).exists(),
        proxy=proxy_here(desk, read_settings(machine_places())).text,
    )


def list_events(desk: Desk, start: int) -> Iterator[dict[str, object]]:
    """Yield the file's events from position ``start`` on, without anything personal."""
    names = ("id", "station", "seq", "type", "at", "hash")
    for row in register.events_from(desk.store.connection, start):
        yield {name: row[name] for name in names}
