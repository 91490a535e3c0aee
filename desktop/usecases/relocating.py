"""The laptop goes to another township: guided, and nothing is lost on the way.

First everything leaves: what was entered is answered by the centre, every day with money is closed.
Then a successor is made beside the file, with a key of its own, the same people who may sign in
and the new township; whoever speaks to the centre registers it with the code IT gave for that
township. Only then the old file makes room, in one step, and the old township's data with it.
Stopped before that step, the station is as it was; asked again, the same successor goes on.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import msgspec

from desktop.base.errors import CanbaoError, Refused
from desktop.domain.facts import OperatorAdded, Role, StationOpened
from desktop.store import exchange
from desktop.store.database import Store
from desktop.store.leaving import SUCCESSOR, begin_leaving, finish_leaving
from desktop.store.proxies import keep_proxy, own_proxy
from desktop.store.vault import Vault
from desktop.usecases.closing import OpenDay, open_days
from desktop.usecases.desk import Desk
from desktop.usecases.drafts import unsaved_by
from desktop.usecases.receipt_list import unprinted
from desktop.wire.scope import is_division, scope_of
from desktop.wire.signing import SigningKey

MAY_MOVE = ("it", "supervisor")
"""At a training station everybody may."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Where the laptop goes."""

    division: str
    code: str
    """IT's one-time code for the new township."""
    name: str = ""
    """Of the new station, as papers show it; empty: its division."""


@dataclass(frozen=True, slots=True)
class Moved:
    """What became of the station."""

    station: str
    """The new station's id."""
    code: str
    """Its code, as on its receipts."""
    left: str
    """The id of the station that made room."""


@dataclass(frozen=True, slots=True)
class Leaving:
    """What still stands between a station and its move, and what would stay behind."""

    pending: int
    """Events the centre has not answered; a move sends them first."""
    unplaced: int
    """Answered events whose place in the county's order has not come; a move asks for it."""
    days: tuple[OpenDay, ...]
    """Days with money that are not closed."""
    drafts: tuple[str, ...] = ()
    """Who has a household or a list on the screen that nobody has saved: it stays behind."""
    papers: int = 0
    """Receipts nobody has printed; the centre has them, this computer will not."""

    @property
    def open_days(self) -> int:
        """How many days with money are not closed."""
        return len(self.days)

    @property
    def ready(self) -> bool:
        """Whether nothing stands in the way."""
        return not (self.pending or self.unplaced or self.days)


def leaving(desk: Desk) -> Leaving:
    """Return what has to be done before the station can move."""
    return Leaving(
        exchange.pending_count(desk.store),
        exchange.unplaced_count(desk.store),
        tuple(day for day in open_days(desk) if day.receipts),
        unsaved_by(desk),
        len(unprinted(desk)),
    )


def check_leaving(desk: Desk, division: str) -> None:
    """Return if the station may move to ``division`` now.

    Raises:
        Refused: ``DIVISION_FORM``, ``MOVE_SAME``, ``MOVE_OPEN_DAY``, ``MOVE_UNSENT``,
            ``MOVE_UNPLACED``; ``ROLE`` unless IT or a supervisor asks at a real station.
    """
    station, found = desk.store.station, leaving(desk)
    if station.training_day is None:
        desk.may(*MAY_MOVE)
    if not is_division(division):
        raise Refused("DIVISION_FORM", "a division code has 6, 9 or 12 digits")
    if scope_of(division) == scope_of(station.division):
        raise Refused("MOVE_SAME", "the station works for this division already")
    if found.open_days:
        raise Refused("MOVE_OPEN_DAY", "a day with money is open", days=found.open_days)
    if found.pending:
        raise Refused("MOVE_UNSENT", "events have not reached the centre", pending=found.pending)
    if found.unplaced:
        raise Refused("MOVE_UNPLACED", "not every answer of the centre has come")


def successor(desk: Desk, folder: Path, division: str, name: str) -> Store:
    """Return the file of the station this one becomes: new, or the one begun earlier.

    The caller registers it with the centre and closes it.

    Raises:
        Unavailable: the disk.
    """
    path = folder / SUCCESSOR
    begun = _begun(desk, path, division)
    if begun is not None:
        return begun
    for leftover in folder.glob(SUCCESSOR + "*"):
        leftover.unlink(missing_ok=True)
    store = desk.store.open_beside(path)
    try:
        with store.transaction():
            _first_events(desk, store, folder, division, name)
    except BaseException:
        store.close()
        raise
    return store


def hand_over(desk: Desk, folder: Path, made: Store) -> None:
    """Settle that the registered successor ``made`` takes the station's place; it is closed.

    From here on the move can only be finished: by `clear_out`, or by the next start.

    Raises:
        Refused: as `check_leaving`: something was entered meanwhile.
        Unavailable: ``DISK_FAILED``; the station is as it was.
    """
    check_leaving(desk, made.station.division)
    # Its log is folded into it: the file alone takes the place.
    made.close()
    begin_leaving(folder)


def clear_out(desk: Desk, folder: Path) -> None:
    """Close the desk's file and let the successor take its place. Nobody else reads it by now.

    Raises:
        Unavailable: ``DISK_FAILED``; the next start finishes what was begun.
    """
    desk.store.close()
    finish_leaving(folder)


def _begun(desk: Desk, path: Path, division: str) -> Store | None:
    if not path.exists():
        return None
    try:
        store = desk.store.open_beside(path)
    except CanbaoError:
        return None
    if store.setting("station.division") == division:
        return store
    store.close()
    return None


def _first_events(desk: Desk, store: Store, folder: Path, division: str, name: str) -> None:
    secret, old = store.ids.random_bytes(32), desk.store.station
    training = old.training_day
    store.set_up(
        StationOpened(
            division=division,
            name=name or division,
            public_key=SigningKey(secret).public.hex(),
            training_day=training.isoformat() if training else None,
        ),
        secret,
        old.county,
    )
    for who in Vault(folder).operators():
        role = msgspec.convert(who.role, Role)
        fact = OperatorAdded(operator=who.operator, display_name=who.display_name, role=role)
        store.record(fact, operator=desk.operator)
    keep_proxy(store, own_proxy(desk.store))
