"""A batch is taken in before its county is held; whoever came between is seen all the same."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

import pytest
from typing_extensions import override

from desktop.base.clock import Clock, FixedClock
from desktop.server.handlers import Handlers
from desktop.server.reading import read_batch
from desktop.server.registrations import get
from desktop.server.rehearsal import REHEARSED_MIN
from desktop.server.verify import verify
from desktop.sqlite.connection import Connection
from desktop.store import exchange
from desktop.store.database import Store
from tests.helpers.centre import COUNTY, EAST, TestCentre, enlist, enrol, new_centre, new_station
from tests.helpers.engines import POSTGRES, open_database
from tests.helpers.exchanges import ask
from tests.helpers.stations import take_payment

pytestmark = pytest.mark.parametrize("engine", [POSTGRES], indirect=True)
"""On the file nothing is rehearsed."""


class Interrupted(Clock):
    """A clock at the first look at which somebody else has a turn."""

    def __init__(self, clock: FixedClock, turn: Callable[[], object]) -> None:
        self._clock = clock
        self._turns = [turn]

    @override
    def now(self) -> datetime:
        if self._turns:
            self._turns.pop()()
        return self._clock.now()

    @override
    def today(self) -> date:
        return self._clock.today()


def busy_station(centre: TestCentre, seed: int, *, document: str | None = None) -> Store:
    """Return a station of the east with more to send than is taken in without rehearsal."""
    store = new_station(seed, division=EAST)
    enlist(store, centre)
    enrol(store, EAST, place=seed * 100, document=document)
    for place in range(REHEARSED_MIN):
        take_payment(store, enrol(store, EAST, place=seed * 100 + place + 1))
    return store


def interrupted(centre: TestCentre, turn: Callable[[], object]) -> Handlers:
    """Return other handlers of the same centre, with a connection of their own."""
    return Handlers(open_database(POSTGRES), Interrupted(centre.clock, turn), centre.ids)


@pytest.fixture
def centre(engine: str) -> TestCentre:
    return new_centre(engine)


def test_others_who_came_between_change_neither_verdicts_nor_sums(centre: TestCentre) -> None:
    one, other = busy_station(centre, 1), busy_station(centre, 2)

    reply = ask(interrupted(centre, lambda: ask(centre.handlers, other)), one)

    assert {verdict.outcome for verdict in reply.verdicts} == {"accepted"}
    found = verify(centre.database)
    assert found["ok"], found["findings"]


def test_who_was_enrolled_meanwhile_is_a_case(centre: TestCentre) -> None:
    number = "539999199001010011"
    one = busy_station(centre, 1, document=number)
    other = busy_station(centre, 2, document=number)

    reply = ask(interrupted(centre, lambda: ask(centre.handlers, other)), one)

    cases = [case.kind for verdict in reply.verdicts for case in verdict.cases]
    assert cases == ["DUPLICATE_ENROLLMENT"]
    found = verify(centre.database)
    assert found["ok"], found["findings"]


def test_the_same_batch_sent_twice_at_once_is_taken_in_once(centre: TestCentre) -> None:
    one = busy_station(centre, 1)

    reply = ask(interrupted(centre, lambda: ask(centre.handlers, one)), one)

    assert {verdict.outcome for verdict in reply.verdicts} == {"already"}
    assert verify(centre.database)["ok"]


def test_a_draft_is_written_only_if_its_answers_still_hold(centre: TestCentre) -> None:
    one, other = busy_station(centre, 1), busy_station(centre, 2)
    database, asked = centre.database, []
    known = get(database.connection, COUNTY, one.station.id)
    batch = read_batch(database.centre, known, exchange.outgoing(one, 100).events)

    def take(connection: Connection) -> None:
        row = connection.execute(
            "SELECT division FROM registrations WHERE county = ? AND station = ?",
            (COUNTY, other.station.id),
        ).fetchone()
        asked.append(row[0])

    rehearsed = [database.rehearse(batch.opened, known.last_seq, take) for _ in range(2)]
    drafts = [one[1] for one in rehearsed if one is not None]
    # Who asked, and how far the chain has come, is not what an answer rests on.
    ask(centre.handlers, other)
    with database.transaction():
        still = database.settle(drafts[0])
        database.connection.execute(
            "UPDATE registrations SET division = ? WHERE county = ? AND station = ?",
            (COUNTY, COUNTY, other.station.id),
        )
        later = database.settle(drafts[1])

    assert (still, later) == (True, False)
    assert len(asked) == 2
