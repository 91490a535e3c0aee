"""The same county with stations in trouble: damaged, altered, restored, a year off, elsewhere.

Nothing here is lost for good (that is told, and tested elsewhere): a damaged file has a backup of
what had not left yet, a restored one lacks only what the centre has. So in the end everything must
be as if nothing had happened. The fourth desk takes no money: it moves from township to township.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from typing_extensions import override

from desktop.app.law import shipped_law
from desktop.app.relocation import Wanted, relocate
from desktop.base.clock import FixedClock
from desktop.base.errors import Refused, Unavailable
from desktop.base.ids import SeededIds
from desktop.net.client import Client
from desktop.sqlite.backup import back_up
from desktop.store import exchange
from desktop.store.database import Store
from desktop.store.keepsake import keep
from desktop.store.relinking import hear_first, unsure
from desktop.store.vault import DATABASE
from desktop.sync.check import RecordsDiffer
from desktop.sync.comparing import compare_once
from desktop.sync.engine import direct, fill_once
from desktop.sync.record_check import check_some
from desktop.usecases.desk import Desk as Signed
from desktop.usecases.mending import mend_station
from tests.helpers.broken_feed import altered, lost, signed_otherwise, without_place
from tests.helpers.centre import (
    EAST,
    WEST,
    DoorTransport,
    client_of,
    enlist,
    new_station,
    registered_client,
)
from tests.helpers.faulty_link import FaultyTransport
from tests.helpers.stations import KEY, NOON, fixed_clock
from tests.sim.world import DIVISIONS, Desk, World

_LAPTOP = len(DIVISIONS)

OTHERS_FAULTS = (altered, lost, without_place, signed_otherwise)
"""What happens to events of other stations in a desk's file."""


ROWS_FAULTS = (
    "UPDATE people SET name = '张' WHERE id = (SELECT max(id) FROM people)",
    "UPDATE enrollments SET law = 'x' WHERE id = (SELECT min(id) FROM enrollments)",
    "UPDATE payments SET payer = NULL WHERE id = (SELECT min(id) FROM payments)",
    "DELETE FROM payment_lines WHERE payment_id = (SELECT max(id) FROM payments)",
)
"""What happens to a row without anything adding up otherwise."""


class TroubleWorld(World):
    """A world in which files break, are put back, and laptops go to other townships."""

    def __init__(self, seed: int, folder: Path) -> None:
        super().__init__(seed, folder)
        self._left: dict[str, dict[int, str]] = {}
        """Stations that made room: what they had said, by number."""
        self.desks.append(self._open_new(_LAPTOP))

    @override
    def actions(self) -> list[tuple[Callable[[Desk], None], float]]:
        return [
            *super().actions(),
            (self._fill, 3),
            (self._damage, 0.7),
            (self._copy, 1),
            (self._put_back, 0.7),
            (self._wrong_clock, 0.5),
            (self._relocate, 0.7),
            (self._flip, 1),
            (self._compare, 0.5),
        ]

    @override
    def heal(self) -> None:
        super().heal()
        # What flipped where nothing asked for it since is found by the daily comparison.
        for desk in self.desks:
            compare_once(direct(desk.store), self._plain(desk), fixed_clock())
        super().heal()
        # What fell over in the tables alone is found by their events.
        for desk in self.desks:
            check_some(direct(desk.store), fixed_clock())
            assert check_some(direct(desk.store), fixed_clock()) == 0
        for desk in self.desks:
            found = compare_once(direct(desk.store), self._plain(desk), fixed_clock())
            assert found is not None
            assert found.sound

    @override
    def _pay(self, desk: Desk) -> None:
        # A laptop with money of an open day does not move: that is refused, and tested elsewhere.
        if desk.place == _LAPTOP:
            return
        try:
            super()._pay(desk)
        except Refused as error:
            # A damaged file may have lost which numbers are its own: it hears the centre first.
            if error.code != "NO_RECEIPT_NUMBERS" or not unsure(desk.store):
                raise

    def _fill(self, desk: Desk) -> None:
        before = exchange.progress(desk.store)
        try:
            fill_once(direct(desk.store), desk.client, fixed_clock(), batch=1)
        except RecordsDiffer:
            # What differs begins its feed again, or is folded or compared.
            pass
        except Unavailable:
            assert exchange.progress(desk.store) == before

    def _damage(self, desk: Desk) -> None:
        """Overwrite bytes anywhere, or cut the file short; what had not left is in a backup."""
        kept = desk.path.parent / "backups" / "auto.db"
        if exchange.pending_count(desk.store):
            back_up(desk.store.connection, kept, KEY)
        desk.store.close()
        content = bytearray(desk.path.read_bytes())
        for _ in range(self._random.choice((1, 4, 20))):
            at = self._random.randrange(len(content) - 32)
            content[at : at + 32] = self._random.randbytes(32)
        if self._random.random() < 0.2:
            del content[self._random.randrange(len(content)) :]
        desk.path.write_bytes(content)
        mend_station(desk.path.parent, KEY, fixed_clock(), self._ids())
        self._open(desk)

    def _flip(self, desk: Desk) -> None:
        """Let bytes of a few events turn over in a file that holds together, or of the record."""
        own = desk.store.station.id
        rows = desk.store.connection.execute(
            "SELECT pos, station FROM events WHERE feed IS NOT NULL AND verdict IS NOT NULL"
            " OR feed IS NOT NULL AND station <> ? ORDER BY pos",
            (own,),
        ).fetchall()
        with desk.store.transaction():
            for row in self._random.sample(rows, min(len(rows), self._random.choice((1, 2, 5)))):
                # A number of our own that is not here any more would be used again: a damaged
                # file of that kind is for the repair of files.
                faults = (altered, signed_otherwise) if row["station"] == own else OTHERS_FAULTS
                self._random.choice(faults)(desk.store, row["pos"])
            if desk.place == 0:
                desk.store.connection.execute(
                    "UPDATE enrollments SET status = 'voided' WHERE id ="
                    " (SELECT min(id) FROM enrollments WHERE status = 'registered')"
                )
            desk.store.connection.execute(self._random.choice(ROWS_FAULTS))

    @override
    def _came_to_nothing(self, desk: Desk, before: int, error: Unavailable) -> None:
        # What the centre said of our own events holds, though the rest of its answer does not.
        if not isinstance(error, RecordsDiffer):
            super()._came_to_nothing(desk, before, error)

    def _compare(self, desk: Desk) -> None:
        before = exchange.progress(desk.store)
        try:
            compare_once(direct(desk.store), desk.client, fixed_clock())
        except Unavailable:
            assert exchange.progress(desk.store) == before

    def _copy(self, desk: Desk) -> None:
        back_up(desk.store.connection, desk.path.with_suffix(".older"), KEY)

    def _put_back(self, desk: Desk) -> None:
        """Bring an older copy back, once nothing is pending; then work goes on at once."""
        older = desk.path.with_suffix(".older")
        if exchange.pending_count(desk.store) or unsure(desk.store) or not older.exists():
            return
        own = desk.store.station.id
        desk.store.close()
        for end in ("-wal", "-shm"):
            desk.path.with_name(desk.path.name + end).unlink(missing_ok=True)
        before = desk.path.read_bytes()
        shutil.copyfile(older, desk.path)
        self._open(desk)
        if desk.store.station.id != own:
            # A copy of the station that made room belongs to nobody any more.
            desk.store.close()
            desk.path.write_bytes(before)
            self._open(desk)
            return
        with desk.store.transaction():
            hear_first(desk.store)

    def _wrong_clock(self, desk: Desk) -> None:
        days = self._random.choice((-366, -1, 1, 366))
        desk.store.close()
        self._open(desk, FixedClock(NOON + timedelta(days=days)))

    def _relocate(self, desk: Desk) -> None:
        if desk.place != _LAPTOP:
            return
        store = desk.store
        to = WEST if store.station.division.startswith(EAST) else EAST
        signed = Signed(store, shipped_law(), "sim", "", "clerk", folder=desk.path.parent)

        @contextmanager
        def speak(which: Store) -> Iterator[Client]:
            if which is store:
                yield desk.client
            else:
                key = self.centre.database.centre.key.public
                yield client_of(which, desk.transport, centre_key=key)

        wanted = Wanted(to + "000", self.centre.code(to))
        own = "SELECT seq, hash FROM events WHERE station = ?"
        try:
            moved = relocate(signed, desk.path.parent, wanted, speak, fixed_clock())
        except Unavailable:
            assert desk.store.station.division.startswith((EAST, WEST))
            return
        at_centre = self.centre.database.connection.execute(own, (moved.left,)).fetchall()
        self._left[moved.left] = {row[0]: row[1] for row in at_centre}
        desk.path.with_suffix(".older").unlink(missing_ok=True)
        self._open(desk)

    @override
    def _no_event_lost_or_doubled(self) -> None:
        """As ever; and of stations that made room the centre holds the whole chain."""
        connection = self.centre.database.connection
        for station, said in self._left.items():
            rows = connection.execute(
                "SELECT seq, hash FROM events WHERE station = ? ORDER BY seq", (station,)
            ).fetchall()
            assert {row[0]: row[1] for row in rows} == said
            assert [row[0] for row in rows] == list(range(1, len(rows) + 1))
        super()._no_event_lost_or_doubled()

    @override
    def _gone(self) -> set[str]:
        return set(self._left)

    @override
    def _restart_desk(self, desk: Desk) -> None:
        desk.store.close()
        self._open(desk)

    @override
    def _open_new(self, place: int) -> Desk:
        folder = self._folder / f"desk{place}"
        (folder / "backups").mkdir(parents=True)
        path = folder / DATABASE
        division = EAST + "000" if place == _LAPTOP else DIVISIONS[place]
        store = new_station(self._seed * 10 + place, division=division, path=path, key=KEY)
        enlist(store, self.centre)
        keep(store, path, KEY)
        transport = FaultyTransport(DoorTransport(self.centre), self._draw)
        return Desk(place, path, store, transport, registered_client(store, transport))

    def _open(self, desk: Desk, clock: FixedClock | None = None) -> None:
        desk.store = Store.open(desk.path, KEY, clock=clock or fixed_clock(), ids=self._ids())
        keep(desk.store, desk.path, KEY)
        desk.client = registered_client(desk.store, desk.transport)

    def _plain(self, desk: Desk) -> Client:
        return registered_client(desk.store, DoorTransport(self.centre))

    def _ids(self) -> SeededIds:
        return SeededIds(self._random.randrange(10**9))
