"""Years without cover, by a law that counts them: at the desk, on its receipt, at the centre."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import msgspec
import pytest

from desktop.base.clock import FixedClock
from desktop.domain.facts import EnrollmentFields, HouseholdFields, HouseholdSaved
from desktop.domain.household import HouseholdInput
from desktop.policy import LawBook
from desktop.server.recheck import recheck_by
from desktop.store import register
from desktop.usecases.approve_repricing import approve
from desktop.usecases.desk import Desk
from desktop.usecases.households import HouseholdRefused, SavedHousehold, save_household
from desktop.usecases.open_household import load_household
from desktop.usecases.payments import PaymentInput, take_payment
from desktop.usecases.price import price_household
from desktop.usecases.repricing import reprice
from desktop.usecases.roster_survey import survey
from tests.helpers.centre import TestCentre, enlist, meet, new_centre
from tests.helpers.desks import FAMILY, HEAD
from tests.helpers.desks import desk as desk_of_today
from tests.helpers.stations import VILLAGE, new_store
from tests.law.later import later_book

AFTER_THE_WINDOW = datetime(2026, 1, 1, 4, tzinfo=UTC)
"""Whoever enrols on this day waits three months, and one more for each year without cover."""
CAMPAIGN = 2025
FEE = 400_00
NO_GAP, ONE_YEAR, TWO_YEARS = "2026-04-01", "2026-05-01", "2026-06-01"
ENTRY = HouseholdInput(VILLAGE, CAMPAIGN, (HEAD,), number="001001-0009")


def law() -> LawBook:
    counted = ('runs_from = "payment"', 'runs_from = "payment"\ncount = "payment_day_is_day_1"')
    return later_book(counted)


@pytest.fixture
def desk() -> Iterator[Desk]:
    store = new_store()
    try:
        assert isinstance(store.clock, FixedClock)
        store.clock.advance(AFTER_THE_WINDOW - store.clock.now())
        yield Desk(store, law(), "tester", "培训员", "supervisor")
    finally:
        store.close()


@pytest.fixture
def centre() -> TestCentre:
    return new_centre(recheck=recheck_by(law()))


def told(years: str) -> HouseholdInput:
    """Return the household whose head says where else he was insured."""
    return replace(ENTRY, members=(replace(HEAD, cover_history=years),))


def cover_of(saved: SavedHousehold) -> str:
    start = saved.enrollments[0].assessment.benefit_start
    return start.isoformat() if start else ""


def paid_before(desk: Desk, *years: int | None) -> str:
    """Enter the household with paid enrolments that bought these benefit years; return its id."""
    saved = save_household(desk, replace(ENTRY, members=(replace(HEAD, enrol=False),)))
    (person,) = register.members(desk.store.connection, saved.household_id)
    earlier = tuple(
        EnrollmentFields(
            id=desk.store.ids.new_id(),
            person=person["id"],
            household=saved.household_id,
            campaign_year=(year or 2025) - 1,
            status="paid",
            registered_on="2023-11-01",
            benefit_year=year,
        )
        for year in years
    )
    record(desk, saved.household_id, *earlier)
    return saved.household_id


def record(desk: Desk, household: str, *enrollments: EnrollmentFields) -> None:
    fact = HouseholdSaved(household=HouseholdFields(id=household), enrollments=enrollments)
    with desk.store.transaction():
        desk.store.record(fact, operator="tester")


def enrolled_again(desk: Desk, household: str) -> SavedHousehold:
    return save_household(desk, load_household(desk, household, CAMPAIGN).entry)


@pytest.mark.parametrize(
    ("years", "starts"),
    [("2025", NO_GAP), ("2019-2021、2024", ONE_YEAR), ("2023，2026", TWO_YEARS), ("", "")],
)
def test_years_told_are_counted(desk: Desk, years: str, starts: str) -> None:
    entry = told(years)
    shown = price_household(entry, desk.law, desk.today).members[0].assessment
    assert shown is not None
    saved = save_household(desk, entry)
    assert cover_of(saved) == (shown.benefit_start.isoformat() if shown.benefit_start else "")
    assert cover_of(saved) == starts


def test_without_any_earlier_cover_the_clerk_is_asked(desk: Desk) -> None:
    assessment = save_household(desk, ENTRY).enrollments[0].assessment
    gaps = {gap.field: gap for gap in assessment.undetermined}
    assert (gaps["waiting_days"].reason, gaps["waiting_days"].needs) == ("NOT_IN_DOC", "clerk")
    assert assessment.net_payable == FEE, "what is paid does not hang on it"


@pytest.mark.parametrize(
    ("years", "starts"),
    [((2025,), NO_GAP), ((2022, 2024), ONE_YEAR), ((2021, 2023), TWO_YEARS), ((2024, None), "")],
)
def test_years_paid_here_are_known_by_themselves(
    desk: Desk, years: tuple[int | None, ...], starts: str
) -> None:
    household = paid_before(desk, *years)
    (band,) = survey(desk, (household,), CAMPAIGN)
    assert band.members[0].assessment is not None
    assert (str(band.members[0].assessment.benefit_start or "")) == starts
    assert cover_of(enrolled_again(desk, household)) == starts


def test_both_count_together(desk: Desk) -> None:
    entry = load_household(desk, paid_before(desk, 2023), CAMPAIGN).entry
    members = (replace(entry.members[0], cover_history="2024"),)
    assert cover_of(save_household(desk, replace(entry, members=members))) == ONE_YEAR


def test_what_was_told_is_kept_and_undone_by_emptying(desk: Desk) -> None:
    saved = save_household(desk, told("2024 2023,2021"))
    entry = load_household(desk, saved.household_id, CAMPAIGN).entry
    assert entry.members[0].cover_history == "2021、2023-2024"
    members = (replace(entry.members[0], cover_history=""),)
    save_household(desk, replace(entry, members=members))
    assert load_household(desk, saved.household_id, CAMPAIGN).entry.members[0].cover_history == ""


@pytest.mark.parametrize("typed", ["去年", "20", "2024-2021", "1800", "2024-20", "1900-2100"])
def test_what_is_no_year_is_refused_by_its_field(desk: Desk, typed: str) -> None:
    with pytest.raises(HouseholdRefused) as refused:
        save_household(desk, told(typed))
    assert [(one.field, one.code) for one in refused.value.findings] == [
        ("cover_history", "COVER_YEARS_FORM")
    ]


def test_the_law_of_today_asks_nobody() -> None:
    with desk_of_today() as plain:
        told_too = tuple(replace(one, cover_history="2019") for one in FAMILY.members)
        asked = price_household(replace(FAMILY, members=told_too), plain.law, plain.today)
        assert asked == price_household(FAMILY, plain.law, plain.today)


def test_the_receipt_says_it_and_the_centre_finds_the_same(centre: TestCentre, desk: Desk) -> None:
    enlist(desk.store, centre)
    household = paid_before(desk, 2024)
    enrolled_again(desk, household)
    taken = take_payment(desk, PaymentInput(household, "cash", FEE, campaign_year=CAMPAIGN))
    assert taken.receipt.lines[0].cover_from == ONE_YEAR
    meet(desk.store, centre)
    assert "FIGURES_DIFFER" not in centre.kinds()


def test_the_centre_counts_the_years_it_knows(centre: TestCentre, desk: Desk) -> None:
    enlist(desk.store, centre)
    household = paid_before(desk, 2024)
    enrolled_again(desk, household)
    meet(desk.store, centre)
    with centre.database.transaction():
        centre.database.connection.execute(
            "UPDATE enrollments SET benefit_year = 2025 WHERE status = 'paid'"
        )
    take_payment(desk, PaymentInput(household, "cash", FEE, campaign_year=CAMPAIGN))
    meet(desk.store, centre)
    rows = centre.database.connection.execute(
        "SELECT detail FROM cases WHERE kind = 'FIGURES_DIFFER'"
    ).fetchall()
    (detail,) = (msgspec.json.decode(row["detail"]) for row in rows)
    assert detail["stated"] == {"cover_from": ONE_YEAR}
    assert detail["centre"] == {"cover_from": NO_GAP}


def test_money_taken_elsewhere_earlier_is_asked_for_its_own_day(
    centre: TestCentre, desk: Desk
) -> None:
    enlist(desk.store, centre)
    household = paid_before(desk, 2025)
    enrolled_again(desk, household)
    paid = PaymentInput(
        household, "tax", FEE, campaign_year=CAMPAIGN, paid_on="2025-12-30", external_number="T1"
    )
    assert take_payment(desk, paid).receipt.lines[0].cover_from == "2026-01-01"
    meet(desk.store, centre)
    assert "FIGURES_DIFFER" not in centre.kinds()


def test_repricing_keeps_the_day_of_cover(desk: Desk) -> None:
    household = paid_before(desk, 2024)
    saved = enrolled_again(desk, household)
    enrollment = saved.enrollments[0].enrollment_id
    record(desk, household, EnrollmentFields(id=enrollment, net_fen=1, cover_from=""))
    approve(desk, reprice(desk, CAMPAIGN))
    row = desk.store.connection.execute(
        "SELECT net_fen, cover_from FROM enrollments WHERE id = ?", (enrollment,)
    ).fetchone()
    assert tuple(row) == (FEE, ONE_YEAR)
