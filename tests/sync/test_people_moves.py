"""Goal: after a household is split or joined, every township's count and money are still right."""

from __future__ import annotations

from desktop.app.law import shipped_law
from desktop.domain import codes
from desktop.server.recheck import recheck_by
from desktop.server.record import figures_in_scope
from desktop.store import register
from desktop.store.database import Store
from desktop.usecases.desk import Desk
from desktop.usecases.households import save_household
from desktop.usecases.moves import Move, move_people
from desktop.usecases.not_enrolled import follow_ups, note_follow_up, note_reason, read_missing
from desktop.usecases.open_household import load_household
from desktop.usecases.payments import PaymentInput, take_payment
from desktop.usecases.voids import void_enrollments
from tests.helpers.centre import COUNTY, EAST, WEST, TestCentre, enlist, meet, new_centre
from tests.helpers.centre import new_station as station_of
from tests.helpers.desks import CAMPAIGN, HEAD, MOTHER, SON, WIFE, with_members
from tests.helpers.line_faults import proven


def county_desk(centre: TestCentre) -> Desk:
    """Return the county's desk: it knows every township."""
    store = station_of(3, division=COUNTY)
    enlist(store, centre)
    meet(store, centre)
    return Desk(store, shipped_law(), "tester", "培训员", "supervisor")


def townships(centre: TestCentre) -> tuple[Store, Store]:
    stores = tuple(
        station_of(seed, division=township + "000") for seed, township in ((1, EAST), (2, WEST))
    )
    for store in stores:
        enlist(store, centre)
    return stores[0], stores[1]


def figures(centre: TestCentre, scope: str) -> tuple[int, int]:
    found = figures_in_scope(centre.database.connection, COUNTY, scope)
    return found.enrollments, found.paid_fen


def test_a_move_between_townships_moves_the_unpaid_and_leaves_the_paid() -> None:
    centre = new_centre(recheck=recheck_by(shipped_law()))
    east, west = townships(centre)
    desk = county_desk(centre)
    home = save_household(desk, with_members(HEAD, WIFE, SON, division=EAST + "001"))
    alone = with_members(MOTHER, division=WEST + "001", number="001002-0001", address="二组2号")
    other = save_household(desk, alone)
    head, wife, son = (one.person_id for one in home.enrollments)
    for store in (desk.store, east, west):
        meet(store, centre)
    assert (figures(centre, EAST), figures(centre, WEST)) == ((3, 0), (1, 0))

    move_people(desk, Move((son,), other.household_id, relations={son: "40"}))
    for store in (desk.store, east, west):
        meet(store, centre)
    assert (figures(centre, EAST), figures(centre, WEST)) == ((2, 0), (2, 0))

    take_payment(desk, PaymentInput(home.household_id, "cash", 52000, campaign_year=CAMPAIGN))
    moved = move_people(desk, Move((wife,), other.household_id, relations={wife: "30"}))
    assert moved.enrollments == ()
    for store in (desk.store, east, west):
        meet(store, centre)
    # What was paid counts where the receipt was written; the person lives in the west now.
    assert (figures(centre, EAST), figures(centre, WEST)) == ((2, 52000), (2, 0))
    assert [row["id"] for row in register.members(east.connection, home.household_id)] == [head]
    assert len(register.members(west.connection, other.household_id)) == 3
    proven(centre, east, west, desk.store)
    assert centre.kinds() == []
    there = load_household(desk, other.household_id, CAMPAIGN)
    assert sorted(there.statuses) == ["paid", "registered", "registered"]


def test_a_split_into_another_township_is_known_there_whole() -> None:
    centre = new_centre(recheck=recheck_by(shipped_law()))
    east, west = townships(centre)
    desk = county_desk(centre)
    home = save_household(desk, with_members(HEAD, WIFE, SON, division=EAST + "001"))
    head, wife, _ = (one.person_id for one in home.enrollments)
    meet(desk.store, centre)
    split = Move((head,), division=WEST + "001", number="001002-0007", new_head=wife)
    made = move_people(desk, split)
    for store in (desk.store, east, west):
        meet(store, centre)
    assert (figures(centre, EAST), figures(centre, WEST)) == ((2, 0), (1, 0))
    (row,) = register.members(west.connection, made.household_id)
    assert (row["name"], row["relation"]) == (HEAD.name, codes.HEAD)
    heads = [
        row["id"]
        for row in register.members(east.connection, home.household_id)
        if row["relation"] == codes.HEAD
    ]
    assert heads == [wife]
    proven(centre, east, west, desk.store)
    assert centre.kinds() == []

    void_enrollments(desk, made.enrollments, "entered_wrongly")
    for store in (desk.store, east, west):
        meet(store, centre)
    assert (figures(centre, EAST), figures(centre, WEST)) == ((2, 0), (0, 0))
    proven(centre, east, west, desk.store)


def test_a_payment_that_crossed_a_move_is_known_where_the_person_went() -> None:
    centre = new_centre(recheck=recheck_by(shipped_law()))
    east, west = townships(centre)
    desk = county_desk(centre)
    home = save_household(desk, with_members(HEAD, SON, division=EAST + "001"))
    alone = with_members(MOTHER, division=WEST + "001", number="001002-0001")
    other = save_household(desk, alone)
    son = home.enrollments[1]
    for store in (desk.store, east, west):
        meet(store, centre)
    # The east takes the money while the county, which has not heard of it, moves the son.
    counter = Desk(east, shipped_law(), "tester", "培训员", "clerk")
    take_payment(counter, PaymentInput(home.household_id, "cash", 64000, campaign_year=CAMPAIGN))
    move_people(desk, Move((son.person_id,), other.household_id, relations={son.person_id: "40"}))
    for store in (desk.store, east, west, desk.store):
        meet(store, centre)
    # Whoever he lives with now must not be asked to pay for him again.
    there = register.enrollment(west.connection, son.person_id, CAMPAIGN)
    assert there is not None
    assert there["status"] == "paid"
    proven(centre, east, west, desk.store)


def test_a_void_that_crossed_a_move_is_known_where_the_person_went() -> None:
    centre = new_centre(recheck=recheck_by(shipped_law()))
    east, west = townships(centre)
    desk = county_desk(centre)
    home = save_household(desk, with_members(HEAD, SON, division=EAST + "001"))
    alone = with_members(MOTHER, division=WEST + "001", number="001002-0001")
    other = save_household(desk, alone)
    son = home.enrollments[1]
    for store in (desk.store, east, west):
        meet(store, centre)
    counter = Desk(east, shipped_law(), "tester", "培训员", "clerk")
    void_enrollments(counter, (son.enrollment_id,), "entered_wrongly")
    move_people(desk, Move((son.person_id,), other.household_id, relations={son.person_id: "40"}))
    for store in (desk.store, east, west, desk.store):
        meet(store, centre)
    assert register.enrollment(west.connection, son.person_id, CAMPAIGN) is None
    assert (figures(centre, EAST), figures(centre, WEST)) == ((1, 0), (1, 0))
    proven(centre, east, west, desk.store)


def test_what_was_noted_of_a_person_goes_where_the_person_goes() -> None:
    centre = new_centre(recheck=recheck_by(shipped_law()))
    east, west = townships(centre)
    desk = county_desk(centre)
    home = save_household(desk, with_members(HEAD, SON, division=EAST + "001"))
    alone = with_members(MOTHER, division=WEST + "001", number="001002-0001")
    other = save_household(desk, alone)
    head, son = home.enrollments
    void_enrollments(desk, (son.enrollment_id,), "entered_wrongly")
    note_reason(desk, son.person_id, CAMPAIGN, codes.REFUSED, evidence="拒绝书 3 号")
    note_follow_up(desk, son.person_id, CAMPAIGN, "visit", result="再去一次")
    note_follow_up(desk, head.person_id, CAMPAIGN, "call", result="只关原户")
    for store in (desk.store, east, west):
        meet(store, centre)
    move_people(desk, Move((son.person_id,), other.household_id, relations={son.person_id: "40"}))
    # The east, which has not heard of the move, notes one more visit.
    clerk = Desk(east, shipped_law(), "tester", "培训员", "clerk")
    note_follow_up(clerk, son.person_id, CAMPAIGN, "visit", result="人已搬走")
    for _ in range(2):
        for store in (desk.store, east, west):
            meet(store, centre)
    noted = read_missing(west.connection, son.person_id, CAMPAIGN)
    assert noted is not None
    assert (noted.reason, noted.evidence) == (codes.REFUSED, "拒绝书 3 号")
    results = {one.result for one in follow_ups(west.connection, son.person_id, CAMPAIGN)}
    assert results == {"再去一次", "人已搬走"}
    # What is the old household's own stays there.
    assert follow_ups(west.connection, head.person_id, CAMPAIGN) == ()
    proven(centre, east, west, desk.store)
