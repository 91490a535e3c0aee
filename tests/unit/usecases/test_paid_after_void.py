"""One desk takes the money for what another has voided: both are told, and somebody decides."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from desktop.store import register
from desktop.usecases.cases import decide_case, list_cases, open_case
from desktop.usecases.voids import void_enrollments
from tests.helpers.case_desks import CaseDesks, case_desks
from tests.helpers.centre import meet
from tests.helpers.desks import CAMPAIGN, FAMILY, FAMILY_FEN
from tests.helpers.station_keys import bring_keys


@pytest.fixture
def county() -> Iterator[CaseDesks]:
    with case_desks() as desks:
        yield desks


def test_the_money_stands_beside_who_voided_and_why(county: CaseDesks) -> None:
    household = county.save(county.desk, FAMILY)
    county.meet()
    connection = county.desk.store.connection
    (gone, *_) = register.enrollments(connection, household, CAMPAIGN)
    void_enrollments(county.other, (gone["id"],), "重复登记")
    meet(county.other.store, county.centre)
    county.pay(county.desk, household, FAMILY_FEN)
    county.meet()
    bring_keys(county.centre, county.desk.store)
    (line,) = [one for one in list_cases(county.desk) if one.kind == "PAID_AFTER_VOID"]
    shown = open_case(county.desk, line.id, CAMPAIGN)
    voided, paid = (side.says for side in shown.matter.sides)
    assert voided is not None
    assert paid is not None
    assert (voided["status"], voided["reason"]) == ("voided", "重复登记")
    assert (voided["name"], voided["number"]) == (paid["name"], paid["number"])
    assert voided["name"] == FAMILY.members[0].name
    assert (voided["operator"], voided["station"]) == ("clerk", "培训站2")
    assert (paid["status"], paid["operator"], paid["net_fen"]) == ("paid", "李复核", "32000")
    refund = next(one for one in shown.choices if one.code == "refund")
    assert [one.receipt for one in refund.consequences] == [paid["receipt"]]
    decide_case(county.desk, line.id, "as_paid", "已核实", CAMPAIGN)
    county.meet()
    (still, *_) = register.enrollments(connection, household, CAMPAIGN)
    assert still["status"] == "paid"
