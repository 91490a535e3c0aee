"""Stations and residents for tests: real stores, invented people."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

from desktop.base.clock import FixedClock
from desktop.base.ids import SeededIds
from desktop.domain.facts import (
    EnrollmentFields,
    HouseholdFields,
    HouseholdSaved,
    PaymentTaken,
    PersonFields,
    SegmentReceived,
    StationOpened,
)
from desktop.domain.invented import DIVISION, invented_number
from desktop.domain.receipt import Receipt, ReceiptLine
from desktop.store import segments
from desktop.store.database import Store
from desktop.wire.signing import SigningKey

NOON = datetime(2021, 11, 15, 4, 0, tzinfo=UTC)
DAY = date(2021, 11, 15)
KEY = bytes(range(32))
VILLAGE = DIVISION + "001001"


def fixed_clock() -> FixedClock:
    """Return a clock standing at noon of 15 November 2021 in China."""
    return FixedClock(NOON)


def new_store(
    path: Path | str = ":memory:", *, seed: int = 1, key: bytes | None = None, numbers: int = 1000
) -> Store:
    """Return a set-up training station's store with one segment of receipt numbers."""
    ids = SeededIds(seed)
    store = Store.open(path, key, clock=fixed_clock(), ids=ids)
    secret = ids.random_bytes(32)
    opened = StationOpened(
        division=DIVISION,
        name="培训县医保服务站",
        public_key=SigningKey(secret).public.hex(),
        training_day=DAY.isoformat(),
    )
    with store.transaction():
        store.set_up(opened, secret, DIVISION)
        store.record(
            SegmentReceived(segment=ids.new_id(), prefix=f"T{seed:03d}-", first=1, last=numbers),
            operator="tester",
        )
    return store


def resident(store: Store, place: int = 0, **fields: object) -> PersonFields:
    """Return an invented person's fields; ``place`` tells people apart."""
    birth = date(1950 + place % 60, 1 + place % 12, 1 + place % 28)
    known: dict[str, object] = {
        "id": store.ids.new_id(),
        "relation": "02" if place == 0 else "20",
        "name": f"培训{place}",
        "document_type": "01",
        "document_number": invented_number(birth, place % 400, "1"),
        "sex": "1",
        "birth_date": birth.isoformat(),
    }
    return PersonFields(**(known | fields))  # type: ignore[arg-type]


def save_household(
    store: Store,
    *,
    people: int = 1,
    start: int = 0,
    division: str = VILLAGE,
    household: str | None = None,
    document: str | None = None,
) -> HouseholdSaved:
    """Record a household of invented people with registered enrolments of 320 yuan each.

    ``document`` is its head's number.
    """
    household_id = household or store.ids.new_id()
    members = tuple(
        resident(
            store,
            start + n,
            household=household_id,
            relation="02" if n == 0 else "20",
            **({"document_number": document} if document and n == 0 else {}),
        )
        for n in range(people)
    )
    fact = HouseholdSaved(
        household=HouseholdFields(
            id=household_id, division=division, number=f"H{start}", address="一组1号"
        ),
        people=members,
        enrollments=tuple(
            EnrollmentFields(
                id=store.ids.new_id(),
                person=member.id,
                household=household_id,
                campaign_year=2021,
                status="registered",
                registered_on=DAY.isoformat(),
                standard_fen=32000,
                assistance_fen=0,
                net_fen=32000,
            )
            for member in members
        ),
    )
    with store.transaction():
        store.record(fact, operator="tester")
    return fact


def take_payment(store: Store, fact: HouseholdSaved) -> PaymentTaken:
    """Record the payment of a household that `save_household` recorded."""
    lines = tuple(
        ReceiptLine(
            person=person.id,
            enrollment=enrollment.id,
            name=str(person.name),
            document="539999********0000",
            relation=str(person.relation),
            standard_fen=32000,
            assistance_fen=0,
            paid_fen=32000,
        )
        for person, enrollment in zip(fact.people, fact.enrollments, strict=True)
    )
    with store.transaction():
        segment, serial, number = segments.next_number(store.connection, store.station.id)
        receipt = Receipt(
            number=number,
            county=DIVISION,
            county_name="培训县",
            station=store.station.id,
            station_name="培训县医保服务站",
            campaign_year=2021,
            household=fact.household.id,
            household_number="H0",
            head_name="培训0",
            address="一组1号",
            lines=lines,
            method="cash",
            payer="培训0",
            collector="tester",
            taken_at="2021-11-15T04:00:00.000Z",
            training=True,
        )
        paid = PaymentTaken(
            payment=store.ids.new_id(), segment=segment, serial=serial, receipt=receipt
        )
        store.record(paid, operator="tester")
    return paid
