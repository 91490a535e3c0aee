"""A roll-over at a desk, as the centre and another desk see it."""

from __future__ import annotations

from pathlib import Path

import msgspec

from desktop.app.law import shipped_law
from desktop.base.ids import SeededIds
from desktop.domain import codes
from desktop.domain.facts import Circumstance, Recognition
from desktop.server.filter_keeper import bring_up_to_date
from desktop.server.filter_lists import take_list
from desktop.server.recheck import recheck_by
from desktop.sync.engine import direct
from desktop.sync.published import bring_filter
from desktop.usecases.desk import Desk
from desktop.usecases.last_year import seed_last_year
from desktop.usecases.payments import PaymentInput, take_payment
from desktop.usecases.roster import load_bands
from desktop.usecases.roster_steps import SetAside, renew, restore, set_aside
from desktop.usecases.seeding import seed_residents
from tests.helpers.centre import (
    DoorTransport,
    enlist,
    meet,
    new_centre,
    new_station,
    registered_client,
)
from tests.helpers.desks import desk as signed_in
from tests.helpers.rosters import YEAR, person, settle, settle_village
from tests.helpers.stations import fixed_clock

EXPIRED = Recognition(code="subsistence_allowance", area="rural", valid_to="2021-06-30")


def test_every_step_and_its_undo_is_agreed_to_and_reaches_another_desk() -> None:
    centre = new_centre(recheck=recheck_by(shipped_law()))
    with signed_in() as desk:
        enlist(desk.store, centre)
        households = settle_village(desk, 4)
        used = Circumstance(code="moved_in", on="2020-10-01")
        households.append(
            settle(desk, (person(31, identities=(EXPIRED,), circumstances=(used,)),), "31")
        )
        steps = [renew(desk, one, YEAR) for one in households]
        first, second, third, *_ = households
        restore(desk, first, YEAR, steps[0].before)
        who = steps[1].band.members[0].person_id
        died = set_aside(desk, second, YEAR, (who,), SetAside(codes.DEATH, "2021-10-01"))
        employed = steps[2].band.members[1].person_id
        set_aside(desk, third, YEAR, (employed,), SetAside(codes.EMPLOYEE_COVER))
        restore(desk, second, YEAR, died.before)
        for one in households[3:]:
            (band,) = load_bands(desk, (one,), YEAR)
            take_payment(desk, PaymentInput(one, "cash", band.due_fen, YEAR))
        meet(desk.store, centre)
        assert centre.kinds() == []

        other = new_station(2)
        enlist(other, centre)
        meet(other, centre)
        away = Desk(other, shipped_law(), "other", "", "clerk")
        assert load_bands(away, households, YEAR) == load_bands(desk, households, YEAR)
        other.close()


def test_an_invented_last_year_opens_no_case() -> None:
    centre = new_centre(recheck=recheck_by(shipped_law()))
    with signed_in() as desk:
        enlist(desk.store, centre)
        seed_residents(desk, 60, SeededIds(3))
        seed_last_year(desk, SeededIds(4))
        meet(desk.store, centre)
        assert centre.kinds() == []


def test_an_expired_identity_comes_to_the_same_price_at_both_ends() -> None:
    until_today = msgspec.structs.replace(EXPIRED, valid_to="2021-11-15")
    centre = new_centre(recheck=recheck_by(shipped_law()))
    with signed_in() as desk:
        enlist(desk.store, centre)
        prices = []
        for place, identity in enumerate((EXPIRED, until_today), 40):
            household = settle(desk, (person(place, identities=(identity,)),), str(place))
            prices.append(renew(desk, household, YEAR).band.due_fen)
        meet(desk.store, centre)
        assert (prices, centre.kinds()) == ([32_000, 20_000], [])


def test_who_the_county_lists_is_renewed_by_name_only(tmp_path: Path) -> None:
    centre = new_centre(recheck=recheck_by(shipped_law()))
    with signed_in() as desk:
        enlist(desk.store, centre)
        listed, free = person(50), person(51, relation="20")
        employees = tmp_path / "employees.csv"
        employees.write_text(f"证件号码\n{listed.document_number}\n", encoding="utf-8")
        take_list(centre.database, "employee", employees, centre.ids)
        household = settle(desk, (listed, free), "50")
        bring_up_to_date(centre.database, centre.clock, centre.ids, at_once=True)
        client = registered_client(desk.store, DoorTransport(centre))
        while bring_filter(direct(desk.store), client, fixed_clock()).more:
            pass
        step = renew(desk, household, YEAR)
        assert [one.state for one in step.band.members] == ["open", "renewed"]
        assert [one.mark.code for one in step.skipped] == ["EMPLOYEE_LISTED"]
        named = renew(desk, household, YEAR, (step.skipped[0].person_id,))
        assert [one.state for one in named.band.members] == ["renewed", "renewed"]
    centre.database.close()
