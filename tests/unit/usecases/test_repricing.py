"""Repricing a desk's campaign year: what is listed, what approving it records, what stays."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop.base.errors import Refused
from desktop.domain.facts import Recognition
from desktop.domain.household import HouseholdInput
from desktop.store import local_values as rows_of
from desktop.store.verify import verify
from desktop.usecases.approve_repricing import approve
from desktop.usecases.desk import Desk
from desktop.usecases.households import save_household
from desktop.usecases.open_household import load_household
from desktop.usecases.payments import PaymentInput, take_payment
from desktop.usecases.repricing import RepricedRow, RepricingList, listed, reprice
from tests.helpers.desks import CAMPAIGN, FAMILY, FAMILY_FEN
from tests.helpers.desks import desk as signed_in
from tests.unit.usecases.test_local_values import proposal, put_in_force

RECOGNISED = Recognition(code="subsistence_allowance", recognised_on="2021-11-01", area="rural")


@pytest.fixture
def desk() -> Iterator[Desk]:
    with signed_in(role="supervisor") as opened:
        yield opened


def enrolled(desk: Desk, entry: HouseholdInput = FAMILY) -> str:
    return save_household(desk, entry).household_id


def paid(desk: Desk) -> str:
    household = enrolled(desk)
    take_payment(desk, PaymentInput(household, "cash", FAMILY_FEN))
    return household


def give_identity(desk: Desk, household: str, *identities: Recognition) -> None:
    """Record identities of the head of the household."""
    entry = load_household(desk, household, CAMPAIGN).entry
    head = replace(entry.members[0], identities=identities)
    save_household(desk, replace(entry, members=(head, *entry.members[1:])))


def found(desk: Desk) -> tuple[RepricingList, list[RepricedRow]]:
    result = reprice(desk, CAMPAIGN)
    return result, list(listed(desk, result))


def enrollments(desk: Desk) -> list[tuple[object, ...]]:
    rows = desk.store.connection.execute("SELECT * FROM enrollments ORDER BY id")
    return [tuple(row) for row in rows]


def test_where_nothing_changed_nothing_is_listed(desk: Desk) -> None:
    paid(desk)
    result, rows = found(desk)
    assert (result.enrollments, rows) == (4, [])
    assert all(one.count == 0 for one in result.totals.values())


def test_unpaid_enrolments_get_new_figures_when_approved(desk: Desk) -> None:
    enrolled(desk)
    put_in_force(desk, proposal())
    result, rows = found(desk)
    assert result.totals["figures"].count == 4
    assert {row.outcome.kind for row in rows} == {"figures"}
    before = enrollments(desk)
    assert approve(desk, result).figures == 4
    assert enrollments(desk) != before
    years = desk.store.connection.execute("SELECT DISTINCT benefit_year FROM enrollments")
    assert [row[0] for row in years] == [2022]
    assert found(desk)[1] == []


def test_recognised_then_paid_in_full_is_listed_with_its_amount(desk: Desk) -> None:
    household = paid(desk)
    give_identity(desk, household, RECOGNISED)
    result, rows = found(desk)
    (row,) = rows
    assert (row.outcome.kind, row.outcome.amount_fen) == ("retroactive", 12000)
    assert result.totals["retroactive"].amount_fen == 12000
    assert (row.household_id, row.payment_id != "") == (household, True)


def test_approving_notes_the_difference_and_touches_no_money(desk: Desk) -> None:
    household = paid(desk)
    give_identity(desk, household, RECOGNISED)
    before = enrollments(desk)
    payments = [tuple(row) for row in desk.store.connection.execute("SELECT * FROM payments")]
    done = approve(desk, reprice(desk, CAMPAIGN))
    assert (done.differences, done.figures, done.changed) == (1, 0, 0)
    assert enrollments(desk) == before
    after = [tuple(row) for row in desk.store.connection.execute("SELECT * FROM payments")]
    assert after == payments
    (noted,) = rows_of.adjustments(desk.store.connection, CAMPAIGN)
    assert (noted["kind"], noted["state"], noted["amount_fen"]) == (
        "retroactive",
        "approved",
        12000,
    )
    assert (noted["paid_fen"], noted["net_fen"]) == (32000, 20000)
    assert found(desk)[1] == []


def test_a_list_approved_twice_is_noted_once(desk: Desk) -> None:
    give_identity(desk, paid(desk), RECOGNISED)
    result = reprice(desk, CAMPAIGN)
    approve(desk, result)
    again = approve(desk, result)
    assert (again.differences, again.changed) == (0, 1)
    assert len(rows_of.adjustments(desk.store.connection, CAMPAIGN)) == 1


def test_what_a_person_must_decide_is_noted_as_proposed_once(desk: Desk) -> None:
    late = replace_day(RECOGNISED, "2021-11-15")
    give_identity(desk, paid(desk), late)
    result, (row,) = found(desk)
    assert row.outcome.kind == "decide"
    assert approve(desk, result).to_decide == 1
    assert approve(desk, result).already == 1
    (noted,) = rows_of.adjustments(desk.store.connection, CAMPAIGN)
    assert (noted["state"], noted["amount_fen"]) == ("proposed", None)


def replace_day(one: Recognition, day: str) -> Recognition:
    return Recognition(code=one.code, recognised_on=day, area=one.area)


def test_a_further_identity_is_listed_with_the_rest_only(desk: Desk) -> None:
    household = paid(desk)
    give_identity(desk, household, RECOGNISED)
    approve(desk, reprice(desk, CAMPAIGN))
    poor = Recognition(code="extremely_poor", recognised_on="2021-11-02")
    give_identity(desk, household, RECOGNISED, poor)
    result, (row,) = found(desk)
    assert (row.outcome.kind, row.outcome.amount_fen) == ("retroactive", 20000)
    approve(desk, result)
    amounts = [row["amount_fen"] for row in rows_of.adjustments(desk.store.connection, CAMPAIGN)]
    assert sorted(amounts) == [12000, 20000]
    assert found(desk)[1] == []


def test_a_difference_that_no_longer_stands_is_for_a_person(desk: Desk) -> None:
    household = paid(desk)
    give_identity(desk, household, RECOGNISED)
    approve(desk, reprice(desk, CAMPAIGN))
    give_identity(desk, household)
    _, (row,) = found(desk)
    assert (row.outcome.kind, row.outcome.reasons) == ("decide", ("EARLIER_DIFFERENCE",))


def test_what_changed_since_the_list_is_left_alone(desk: Desk) -> None:
    household = paid(desk)
    give_identity(desk, household, RECOGNISED)
    result = reprice(desk, CAMPAIGN)
    give_identity(desk, household)
    done = approve(desk, result)
    assert (done.changed, done.differences) == (1, 0)
    assert rows_of.adjustments(desk.store.connection, CAMPAIGN) == []


def test_a_paid_enrolment_is_held_against_the_values_of_its_day(desk: Desk) -> None:
    """C5: 衔接政策 issued from 1 December on says nothing of who paid in November."""
    paid(desk)
    put_in_force(desk, proposal("linkage_policy_issued", True, valid_from=date(2021, 12, 1)))
    assert found(desk)[1] == []
    put_in_force(
        desk,
        proposal(
            "linkage_policy_issued",
            True,
            valid_from=date(2021, 11, 15),
            valid_to=date(2021, 11, 30),
        ),
    )
    _, (row,) = found(desk)
    assert row.outcome.kind == "decide"
    assert "CONDITION_LAPSED" in row.outcome.reasons


@pytest.mark.parametrize("role", ["clerk", "collector", "it"])
def test_only_some_may_see_the_list(desk: Desk, role: str) -> None:
    with pytest.raises(Refused, match="ROLE"):
        reprice(replace(desk, role=role), CAMPAIGN)


@pytest.mark.parametrize("role", ["clerk", "policy", "auditor"])
def test_only_a_supervisor_approves(desk: Desk, role: str) -> None:
    result = reprice(desk, CAMPAIGN)
    with pytest.raises(Refused, match="ROLE"):
        approve(replace(desk, role=role), result)


def test_it_can_be_cancelled_and_then_nothing_is_written(desk: Desk) -> None:
    enrolled(desk)
    put_in_force(desk, proposal())
    with pytest.raises(Refused, match="CANCELLED"):
        reprice(desk, CAMPAIGN, cancelled=lambda: True)
    result = reprice(desk, CAMPAIGN)
    before = enrollments(desk)
    done = approve(desk, result, cancelled=lambda: True)
    assert (done.cancelled, done.figures) == (True, 0)
    assert enrollments(desk) == before


def test_it_tells_how_far_it_is(desk: Desk) -> None:
    enrolled(desk)
    told: list[tuple[int, int]] = []
    reprice(desk, CAMPAIGN, lambda done, total: told.append((done, total)))
    assert told[0] == (0, 4)
    assert told[-1] == (4, 4)


def test_the_record_is_what_the_events_add_up_to(desk: Desk, tmp_path: Path) -> None:
    give_identity(desk, paid(desk), RECOGNISED)
    put_in_force(desk, proposal())
    approve(desk, reprice(desk, CAMPAIGN))
    assert not verify(desk.store, tmp_path / "verify.partial").faults
