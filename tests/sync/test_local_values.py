"""A local value set at one station holds at every other of the county after the next exchange."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import date
from pathlib import Path

import msgspec
import pytest

from desktop.app.law import shipped_law
from desktop.domain.events import Event
from desktop.domain.facts import HouseholdSaved, LocalValueApproved, OperatorAdded
from desktop.server import verify
from desktop.server.recheck import recheck_by
from desktop.store.verify import verify as verify_station
from desktop.usecases.approve_repricing import approve as approve_repricing
from desktop.usecases.desk import Desk
from desktop.usecases.households import save_household
from desktop.usecases.local_values import Proposal, approve, list_values, propose, reject
from desktop.usecases.payments import PaymentInput, take_payment
from desktop.usecases.repricing import listed, reprice
from tests.helpers.centre import EAST, TestCentre, enlist, meet, new_centre, new_station
from tests.helpers.desks import CAMPAIGN, FAMILY, FAMILY_FEN
from tests.unit.usecases.test_repricing import RECOGNISED, give_identity

YEAR = Proposal(
    division="532300",
    campaign_year=CAMPAIGN,
    kind="benefit_year",
    value=2022,
    document="楚医保〔2021〕50号",
    valid_from=date(2021, 9, 22),
)


@pytest.fixture
def centre() -> TestCentre:
    return new_centre(recheck=recheck_by(shipped_law()))


@pytest.fixture
def desks(centre: TestCentre) -> Iterator[tuple[Desk, Desk]]:
    """Yield the county's desk and a township's, both registered."""
    with ExitStack() as stack:
        found = []
        for seed, division in ((1, FAMILY.division[:6]), (2, EAST + "000")):
            store = new_station(seed, division=division)
            stack.callback(store.close)
            enlist(store, centre)
            found.append(Desk(store, shipped_law(), f"policy{seed}", "", "policy"))
        yield found[0], found[1]


def approved(desk: Desk, proposal: Proposal = YEAR) -> str:
    value = propose(desk, proposal)
    return approve(replace(desk, operator="another", role="supervisor"), value.id).id


def exchange(centre: TestCentre, *desks: Desk) -> None:
    for desk in (*desks, *desks):
        meet(desk.store, centre)


def test_the_other_station_receives_it_and_prices_with_it(
    centre: TestCentre, desks: tuple[Desk, Desk]
) -> None:
    county, township = desks
    value = approved(county)
    exchange(centre, county, township)
    (listed,) = list_values(township, "539999", CAMPAIGN)
    assert (listed.value.id, listed.state) == (value, "in_force")
    saved = save_household(replace(township, role="clerk"), FAMILY)
    assert saved.enrollments[0].assessment.benefit_year == 2022
    exchange(centre, township, county)
    assert centre.kinds() == []
    assert verify.verify(centre.database)["ok"]


def test_a_township_proposes_and_the_county_approves(
    centre: TestCentre, desks: tuple[Desk, Desk]
) -> None:
    county, township = desks
    proposed = propose(township, YEAR)
    exchange(centre, township, county)
    approve(county, proposed.id)
    exchange(centre, county, township)
    assert township.local_values.get(proposed.id) == county.local_values.get(proposed.id)
    (listed,) = list_values(township, "539999", CAMPAIGN)
    assert listed.state == "in_force"


def test_approved_here_and_rejected_there_is_rejected_everywhere(
    centre: TestCentre, desks: tuple[Desk, Desk]
) -> None:
    county, township = desks
    proposed = propose(county, YEAR)
    exchange(centre, county, township)
    approve(township, proposed.id)
    reject(county, proposed.id, "文号有误")
    exchange(centre, county, township)
    states = [list_values(desk, "539999", CAMPAIGN)[0].state for desk in desks]
    assert states == ["rejected", "rejected"]


def test_a_desk_that_had_not_heard_of_a_value_did_nothing_wrong(
    centre: TestCentre, desks: tuple[Desk, Desk]
) -> None:
    county, township = desks
    approved(county)
    meet(county.store, centre)
    saved = save_household(replace(township, role="clerk"), FAMILY)
    assert saved.enrollments[0].assessment.benefit_year is None
    exchange(centre, township, county)
    assert centre.kinds() == []


def test_figures_are_rechecked_with_the_values_they_rest_on_though_replaced_since(
    centre: TestCentre, desks: tuple[Desk, Desk]
) -> None:
    county, township = desks
    old = approved(county, replace(YEAR, value=2021))
    exchange(centre, county, township)
    save_household(replace(township, role="clerk"), FAMILY)
    approved(county, replace(YEAR, replaces=old))
    meet(county.store, centre)
    meet(township.store, centre)
    assert centre.kinds() == []


def _forged(desk: Desk, law: str, **figures: int) -> None:
    row = desk.store.connection.execute(
        "SELECT body FROM events WHERE type = 'household.saved' ORDER BY seq DESC LIMIT 1"
    ).fetchone()
    event = msgspec.json.decode(row["body"], type=Event)
    assert isinstance(event.fact, HouseholdSaved)
    first = msgspec.structs.replace(event.fact.enrollments[0], **figures)
    fact = msgspec.structs.replace(event.fact, enrollments=(first,), ref="")
    with desk.store.transaction():
        desk.store.record(fact, operator="x", law=law or event.law)


def test_other_figures_under_the_same_values_are_a_case(
    centre: TestCentre, desks: tuple[Desk, Desk]
) -> None:
    county, township = desks
    approved(county)
    exchange(centre, county, township)
    save_household(replace(township, role="clerk"), FAMILY)
    _forged(township, "", benefit_year=2021)
    meet(township.store, centre)
    assert centre.kinds() == ["FIGURES_DIFFER"]


def test_values_nobody_approved_are_a_case(centre: TestCentre, desks: tuple[Desk, Desk]) -> None:
    _, township = desks
    saved = save_household(replace(township, role="clerk"), FAMILY)
    law = saved.enrollments[0].assessment.law.hash
    _forged(township, f"{law}:0123456789ab", benefit_year=2021)
    meet(township.store, centre)
    assert centre.kinds() == ["LOCAL_VALUES_UNKNOWN"]


def test_a_value_approved_by_who_proposed_it_counts_nowhere(
    centre: TestCentre, desks: tuple[Desk, Desk]
) -> None:
    """An altered program may sign such an approval; no honest one heeds it."""
    county, township = desks
    proposed = propose(county, YEAR)
    with county.store.transaction():
        fact = LocalValueApproved(id=proposed.id, content=proposed.content)
        county.store.record(fact, operator=county.operator)
    exchange(centre, county, township)
    states = [list_values(desk, "539999", CAMPAIGN)[0].state for desk in desks]
    assert states == ["proposed", "proposed"]
    assert centre.kinds() == ["LOCAL_VALUE_APPROVAL"]


def test_the_record_of_both_is_what_their_events_add_up_to(
    centre: TestCentre, desks: tuple[Desk, Desk], tmp_path: Path
) -> None:
    county, township = desks
    approved(county)
    exchange(centre, county, township)
    for place, desk in enumerate(desks):
        found = verify_station(desk.store, tmp_path / f"{place}.partial")
        assert not found.faults


def test_what_one_station_repriced_the_others_know(
    centre: TestCentre, desks: tuple[Desk, Desk], tmp_path: Path
) -> None:
    county, township = desks
    save_household(replace(township, role="clerk"), FAMILY)
    approved(county)
    exchange(centre, township, county)
    supervisor = replace(county, role="supervisor")
    done = approve_repricing(supervisor, reprice(supervisor, CAMPAIGN))
    assert (done.figures, done.changed) == (4, 0)
    exchange(centre, county, township)
    statement = "SELECT DISTINCT benefit_year FROM enrollments"
    for connection in (township.store.connection, centre.database.connection):
        assert [row[0] for row in connection.execute(statement)] == [2022]
    assert reprice(replace(township, role="supervisor"), CAMPAIGN).totals["figures"].count == 0
    assert centre.kinds() == []
    assert verify.verify(centre.database)["ok"]
    assert not verify_station(township.store, tmp_path / "verify.partial").faults


def test_differences_of_paid_enrolments_travel_and_are_noted_once(
    centre: TestCentre, desks: tuple[Desk, Desk]
) -> None:
    county, township = desks
    clerk = replace(township, role="clerk")
    saved = save_household(clerk, FAMILY)
    take_payment(clerk, PaymentInput(saved.household_id, "cash", FAMILY_FEN))
    give_identity(clerk, saved.household_id, RECOGNISED)
    exchange(centre, township, county)
    for desk in desks:
        supervisor = replace(desk, role="supervisor")
        assert approve_repricing(supervisor, reprice(supervisor, CAMPAIGN)).differences == 1
    exchange(centre, township, county)
    statement = "SELECT kind, state, amount_fen FROM adjustments"
    for connection in (*(desk.store.connection for desk in desks), centre.database.connection):
        noted = [tuple(row) for row in connection.execute(statement)]
        assert noted == [("retroactive", "approved", 12000)]
    assert verify.verify(centre.database)["ok"]


def test_two_values_approved_apart_are_a_case_and_one_of_them_holds_everywhere(
    centre: TestCentre, desks: tuple[Desk, Desk]
) -> None:
    county, township = desks
    for desk, year in zip(desks, (2021, 2022), strict=True):
        approved(desk, replace(YEAR, value=year))
    exchange(centre, county, township)
    assert centre.kinds() == ["LOCAL_VALUES_OVERLAP"]
    chain = county.law.chain("539999")
    found = [desk.local_values.resolve(chain, CAMPAIGN, desk.today) for desk in desks]
    assert found[0] == found[1]
    assert len(found[0].names) == 1


def test_an_approval_by_a_role_that_may_not_is_a_case(
    centre: TestCentre, desks: tuple[Desk, Desk]
) -> None:
    county, _ = desks
    with county.store.transaction():
        added = OperatorAdded(operator="another", display_name="", role="clerk")
        county.store.record(added, operator="x")
    approved(county)
    meet(county.store, centre)
    assert centre.kinds() == ["LOCAL_VALUE_APPROVAL"]


def test_repriced_here_while_paid_there_is_a_case_and_the_payment_stands(
    centre: TestCentre, desks: tuple[Desk, Desk]
) -> None:
    county, township = desks
    clerk = replace(township, role="clerk")
    saved = save_household(clerk, FAMILY)
    exchange(centre, township, county)
    # C5: once the linkage policy is out, what 已脱贫人口 pay is open.
    approved(county, replace(YEAR, kind="linkage_policy_issued", value=True))
    supervisor = replace(county, role="supervisor")
    approve_repricing(supervisor, reprice(supervisor, CAMPAIGN))
    take_payment(clerk, PaymentInput(saved.household_id, "cash", FAMILY_FEN))
    meet(township.store, centre)
    meet(county.store, centre)
    assert centre.kinds() == ["CHANGED_AFTER_PAYMENT"]
    meet(township.store, centre)
    for desk in desks:
        supervisor = replace(desk, role="supervisor")
        (row,) = listed(supervisor, reprice(supervisor, CAMPAIGN))
        assert (row.outcome.kind, row.stored.net_fen) == ("decide", 14000)
