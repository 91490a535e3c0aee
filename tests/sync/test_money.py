"""Goal: voids, reversals, refunds and closings mean the same at every end, and never twice."""

from __future__ import annotations

import json
import tempfile
from datetime import date
from pathlib import Path

import msgspec
import pytest

from desktop.app.law import shipped_law
from desktop.base.errors import Refused
from desktop.domain.facts import Difference, EnrollmentsRepriced
from desktop.domain.money_facts import NumbersVoided, ReceiptVoided
from desktop.store.database import Store
from desktop.store.verify import verify
from desktop.usecases.archive import archive
from desktop.usecases.closing import approve_day, close_day, list_closings
from desktop.usecases.day_overview import days, overview
from desktop.usecases.desk import Desk
from desktop.usecases.differences import collect_differences
from desktop.usecases.forms import day_sheet
from desktop.usecases.papers import check_receipt_code, receipt_paper
from desktop.usecases.payments import PaymentInput, TakenPayment, take_payment
from desktop.usecases.refunds import RefundAnswer, RefundEntry, decide_refund, request_refund
from desktop.usecases.undoing import reverse_payment, void_numbers, void_receipt
from desktop.wire.receipt_code import make_code
from desktop.wire.signing import SigningKey
from tests.helpers.centre import COUNTY, EAST, WEST, TestCentre, enlist, enrol, meet, new_centre
from tests.helpers.centre import new_station as station_of
from tests.helpers.line_faults import proven
from tests.helpers.station_keys import bring_keys

DAY = date(2021, 11, 15)


@pytest.fixture
def centre() -> TestCentre:
    return new_centre()


def _at(store: Store, operator: str = "tester", role: str = "clerk") -> Desk:
    return Desk(store, shipped_law(), operator, operator, role)


def _stations(centre: TestCentre) -> tuple[Store, Store]:
    township, county = station_of(1, division=EAST + "000"), station_of(2, division=COUNTY)
    for store in (township, county):
        enlist(store, centre)
    return township, county


def _paid(store: Store, place: int = 0) -> TakenPayment:
    saved = enrol(store, EAST, place=place)
    return take_payment(_at(store), PaymentInput(saved.household.id, "cash", 32_000))


def _all_meet(centre: TestCentre, *stores: Store) -> None:
    for store in (*stores, *stores):
        meet(store, centre)


def test_a_void_takes_the_money_out_of_every_end_s_figures(centre: TestCentre) -> None:
    township, county = _stations(centre)
    void_receipt(_at(township), _paid(township).receipt.number, "收错")
    void_numbers(_at(township), 2, "卡纸")
    _all_meet(centre, township, county)
    proven(centre, township, county)
    assert centre.kinds() == []
    row = county.connection.execute("SELECT state FROM payments").fetchone()
    assert row["state"] == "voided"


def test_the_county_reverses_what_a_township_took(centre: TestCentre) -> None:
    township, county = _stations(centre)
    taken = _paid(township)
    close_day(_at(township), "tester", date(2021, 11, 15), {10_000: 3, 2_000: 1})
    _all_meet(centre, township, county)
    undone = reverse_payment(_at(county), taken.receipt.number, "重复参保", approved_by="boss")
    _all_meet(centre, township, county)
    proven(centre, township, county)
    assert centre.kinds() == []
    rows = township.connection.execute("SELECT receipt_number, amount_fen FROM payments").fetchall()
    assert {tuple(row) for row in rows} == {
        (taken.receipt.number, 32_000),
        (undone.reversal, -32_000),
    }


def test_reversed_at_two_desks_is_reversed_once_and_a_case(centre: TestCentre) -> None:
    township, county = _stations(centre)
    taken = _paid(township)
    close_day(_at(township), "tester", date(2021, 11, 15), {10_000: 3, 2_000: 1})
    _all_meet(centre, township, county)
    for store in (township, county):
        reverse_payment(_at(store), taken.receipt.number, "重复", approved_by="boss")
    _all_meet(centre, township, county)
    assert centre.kinds() == ["UNDONE_TWICE"]
    total = centre.database.connection.execute("SELECT sum(amount_fen) FROM payments").fetchone()[0]
    assert total == 0


def test_a_void_that_comes_after_the_closing_is_a_case_and_changes_nothing(
    centre: TestCentre,
) -> None:
    township, _ = _stations(centre)
    taken = _paid(township)
    close_day(_at(township), "tester", date(2021, 11, 15), {10_000: 3, 2_000: 1})
    lines = tuple(line.enrollment for line in taken.receipt.lines)
    with township.transaction():
        forced = ReceiptVoided(
            number=taken.receipt.number,
            payment=taken.payment_id,
            enrollments=lines,
            reason="绕过",
        )
        township.record(forced, operator="tester")
    meet(township, centre)
    assert centre.kinds() == ["VOID_NOT_ALLOWED"]
    row = centre.database.connection.execute("SELECT state FROM payments").fetchone()
    assert row["state"] is None


def test_numbers_of_another_station_are_not_voided(centre: TestCentre) -> None:
    township, county = _stations(centre)
    row = county.connection.execute("SELECT id, prefix, first FROM segments").fetchone()
    with township.transaction():
        stolen = NumbersVoided(
            segment=row["id"],
            prefix=row["prefix"],
            first=row["first"],
            last=row["first"],
            reason="绕过",
        )
        township.record(stolen, operator="tester")
    meet(township, centre)
    assert centre.kinds() == ["RECEIPT_NOT_ALLOCATED"]


def test_a_day_closed_in_the_township_is_signed_in_the_county(centre: TestCentre) -> None:
    township, county = _stations(centre)
    _paid(township)
    close_day(_at(township), "tester", date(2021, 11, 15), {10_000: 3, 2_000: 1})
    _all_meet(centre, township, county)
    boss = _at(county, "boss", "supervisor")
    (waiting,) = list_closings(boss)
    approve_day(boss, waiting.id, "boss")
    _all_meet(centre, county, township)
    (signed,) = list_closings(_at(township))
    assert (signed.approved_by, signed.signature_holds) == ("boss", True)
    proven(centre, township, county)


def test_a_refund_asked_for_in_the_township_is_answered_in_the_county(centre: TestCentre) -> None:
    township, county = _stations(centre)
    asked = request_refund(
        _at(township), RefundEntry(_paid(township).receipt.number, "death", "培训")
    )
    _all_meet(centre, township, county)
    answer = RefundAnswer("approved", date(2021, 11, 15), 32_000, "培训县医疗保障局", "1号")
    decide_refund(_at(county, "boss", "supervisor"), asked.id, answer)
    _all_meet(centre, county, township)
    row = township.connection.execute("SELECT decision, amount_fen FROM refunds").fetchone()
    assert tuple(row) == ("approved", 32_000)
    proven(centre, township, county)


@pytest.mark.parametrize("first", ["township", "county"])
def test_refunded_at_one_desk_and_reversed_at_another_is_a_case_and_both_stand(
    centre: TestCentre, first: str
) -> None:
    township, county = _stations(centre)
    taken = _paid(township)
    close_day(_at(township), "tester", DAY, {10_000: 3, 2_000: 1})
    asked = request_refund(_at(township), RefundEntry(taken.receipt.number, "death", "培训"))
    _all_meet(centre, township, county)
    answer = RefundAnswer("approved", DAY, 32_000, "培训县医疗保障局", "1号")
    decide_refund(_at(county, "boss", "supervisor"), asked.id, answer)
    reverse_payment(_at(township), taken.receipt.number, "重复", approved_by="boss")
    order = (township, county) if first == "township" else (county, township)
    _all_meet(centre, *order)
    assert centre.kinds() == ["GIVEN_BACK_TWICE"]
    detail = json.loads(
        centre.database.connection.execute("SELECT detail FROM cases").fetchone()[0]
    )
    assert (detail["granted_fen"], detail["paid_fen"]) == (32_000, 32_000)
    for store in (township, county):
        row = store.connection.execute("SELECT decision FROM refunds").fetchone()
        total = store.connection.execute("SELECT sum(amount_fen) FROM payments").fetchone()
        assert (row[0], total[0]) == ("approved", 0)
    proven(centre, township, county)


def test_another_station_s_day_is_split_from_the_receipts_that_are_here(
    centre: TestCentre,
) -> None:
    township, county = _stations(centre)
    _paid(township)
    close_day(_at(township), "tester", DAY, {10_000: 3, 2_000: 1})
    _all_meet(centre, township, county)
    (line,) = days(_at(county))
    shown = overview(_at(county), line)
    assert shown.held is not None
    assert shown.held.whole
    assert [(one.key, one.paid_fen) for one in shown.shares.standards] == [("32000", 32_000)]
    sheet = day_sheet(_at(county), "tester", DAY, station=township.station.id)
    assert sheet.data.fields["station"] == township.station.name
    assert sheet.data.fields["held"] == "外站收据，本机齐全"
    assert [row["paid_fen"] for row in sheet.data.tables["villages"]] == [32_000]


def test_what_of_another_station_s_day_is_not_held_here_is_said(centre: TestCentre) -> None:
    """A collector who also served another township closed more than its neighbour can see."""
    east, neighbour = (station_of(seed, division=EAST + "000") for seed in (1, 2))
    for store in (east, neighbour):
        enlist(store, centre)
    _paid(east)
    saved = enrol(east, WEST, place=1)
    take_payment(_at(east), PaymentInput(saved.household.id, "cash", 32_000))
    close_day(_at(east), "tester", DAY, {10_000: 6, 2_000: 2})
    _all_meet(centre, east, neighbour)
    (line,) = days(_at(neighbour))
    shown = overview(_at(neighbour), line)
    assert shown.figures.amount_fen == 64_000, "as it was signed"
    assert shown.held is not None
    assert (shown.held.receipts, shown.held.stated_receipts) == (1, 2)
    assert sum(one.paid_fen for one in shown.shares.villages) == 32_000
    sheet = day_sheet(_at(neighbour), "tester", DAY, station=east.station.id)
    assert sheet.data.fields["held"] == (
        "本机只有 1 张、320.00 元；其余 1 张、320.00 元不在本机，第四至六项未计入"
    )
    own = day_sheet(_at(east), "tester", DAY)
    assert own.data.fields["held"] == "本站收据，齐全"


def test_one_difference_collected_at_two_desks_is_a_case_and_told_by_verify(
    centre: TestCentre,
) -> None:
    township, county = _stations(centre)
    taken = _paid(township)
    (line,) = taken.receipt.lines
    difference = Difference(
        id="d1" * 16,
        enrollment=line.enrollment,
        person=line.person,
        payment=taken.payment_id,
        kind="collect",
        state="approved",
        amount_fen=3_000,
        paid_fen=32_000,
    )
    household = taken.receipt.household
    fact = EnrollmentsRepriced(
        household=household, campaign_year=2021, run="r", differences=(difference,)
    )
    with township.transaction():
        township.record(fact, operator="boss")
    _all_meet(centre, township, county)
    entry = PaymentInput(household, "cash", 3_000, differences=(difference.id,))
    for store in (township, county):
        collect_differences(_at(store), entry)
    _all_meet(centre, township, county)
    assert centre.kinds() == ["PAID_TWICE"]
    assert collected_twice(township)
    number = county.connection.execute(
        "SELECT p.receipt_number FROM payments p JOIN payment_lines l ON l.payment_id = p.id"
        " WHERE l.adjustment_id IS NOT NULL AND p.station = ?",
        (county.station.id,),
    ).fetchone()[0]
    void_receipt(_at(county), number, "重复补收")
    _all_meet(centre, county, township)
    assert not collected_twice(township)
    proven(centre, township, county)


def collected_twice(store: Store) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        faults = verify(store, Path(folder) / "scratch.db").faults
    return "DIFFERENCE_TWICE" in {fault.code for fault in faults}


def test_the_county_s_copy_of_a_township_s_paper_is_the_paper(centre: TestCentre) -> None:
    """The signed code travels with the receipt: the same bytes, and a reprint that checks."""
    township, county = _stations(centre)
    taken = _paid(township)
    close_day(_at(township), "tester", DAY, {10_000: 3, 2_000: 1})
    undone = reverse_payment(_at(township), taken.receipt.number, "重复参保", approved_by="boss")
    _all_meet(centre, township, county)
    for number in (taken.receipt.number, undone.reversal):
        here, there = archive(_at(township), number), archive(_at(county), number)
        assert here.pdf == there.pdf
        assert here.known_by == there.known_by
        own, copy = receipt_paper(_at(township), number), receipt_paper(_at(county), number)
        assert own.code == copy.code
        assert check_receipt_code(_at(township), copy.code).said.number == number
        assert check_receipt_code(_at(county), own.code.lower()).said.number == number


def test_a_code_that_did_not_come_with_the_receipt_is_not_believed(centre: TestCentre) -> None:
    township, county = _stations(centre)
    taken = _paid(township)
    _all_meet(centre, township, county)
    dearer = msgspec.structs.replace(
        taken.receipt,
        lines=tuple(msgspec.structs.replace(one, paid_fen=1) for one in taken.receipt.lines),
    )
    for key in (township.station.key, SigningKey(bytes(32))):
        forged = make_code(dearer, key)
        with pytest.raises(Refused, match="CODE_STATION_UNKNOWN"):
            check_receipt_code(_at(county), forged)
    bring_keys(centre, county)
    for key in (township.station.key, county.station.key):
        # A station's true signature is believed no more than what the county has of the receipt.
        with pytest.raises(Refused, match="CODE_DIFFERS"):
            check_receipt_code(_at(county), make_code(dearer, key))
    with pytest.raises(Refused, match="CODE_DIFFERS"):
        check_receipt_code(_at(county), make_code(taken.receipt, county.station.key))
