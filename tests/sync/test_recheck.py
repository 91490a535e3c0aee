"""The centre works every figure out again with the same law."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pytest

from desktop.app.law import shipped_law
from desktop.domain.events import Event
from desktop.domain.facts import HouseholdSaved, PaymentTaken
from desktop.server.recheck import recheck_by
from desktop.usecases.desk import Desk
from desktop.usecases.households import save_household
from desktop.usecases.payments import PaymentInput, take_payment
from tests.helpers.centre import TestCentre, enlist, meet, new_centre
from tests.helpers.desks import FAMILY, FAMILY_FEN
from tests.helpers.desks import desk as signed_in


@pytest.fixture
def desk() -> Iterator[Desk]:
    with signed_in() as opened:
        yield opened


@pytest.fixture
def centre() -> TestCentre:
    return new_centre(recheck=recheck_by(shipped_law()))


def altered(desk: Desk, **figures: int) -> None:
    """Record the household once more with other figures: an altered program."""
    row = desk.store.connection.execute(
        "SELECT body FROM events WHERE type = 'household.saved' ORDER BY seq DESC LIMIT 1"
    ).fetchone()
    event = msgspec.json.decode(row["body"], type=Event)
    fact = event.fact
    assert isinstance(fact, HouseholdSaved)
    first = msgspec.structs.replace(fact.enrollments[0], **figures)
    changed = msgspec.structs.replace(fact, enrollments=(first, *fact.enrollments[1:]), ref="")
    with desk.store.transaction():
        desk.store.record(changed, operator="x", law=event.law)


def test_what_the_desk_worked_out_the_centre_works_out(centre: TestCentre, desk: Desk) -> None:
    enlist(desk.store, centre)
    saved = save_household(desk, FAMILY)
    entry = PaymentInput(saved.household_id, "cash", FAMILY_FEN)
    take_payment(desk, entry)
    meet(desk.store, centre)
    assert centre.kinds() == []


def test_another_figure_under_the_same_law_is_accepted_and_a_case(
    centre: TestCentre, desk: Desk
) -> None:
    enlist(desk.store, centre)
    save_household(desk, FAMILY)
    altered(desk, net_fen=1)
    meet(desk.store, centre)
    assert centre.kinds() == ["FIGURES_DIFFER"]
    (detail,) = centre.database.connection.execute("SELECT detail FROM cases").fetchone()
    assert msgspec.json.decode(detail)["stated"] == {"net_fen": 1}
    assert centre.count("enrollments") == 4


def test_another_law_is_told_once(centre: TestCentre, desk: Desk) -> None:
    enlist(desk.store, centre)
    save_household(desk, FAMILY)
    for _ in range(2):
        row = desk.store.connection.execute(
            "SELECT body FROM events WHERE type = 'household.saved' ORDER BY seq DESC LIMIT 1"
        ).fetchone()
        fact = msgspec.json.decode(row["body"], type=Event).fact
        with desk.store.transaction():
            desk.store.record(fact, operator="x", law="f" * 64)
    meet(desk.store, centre)
    assert centre.kinds() == ["LAW_UNKNOWN"]


def test_a_receipt_of_another_amount_is_a_case(centre: TestCentre, desk: Desk) -> None:
    enlist(desk.store, centre)
    saved = save_household(desk, FAMILY)
    altered(desk, standard_fen=1)
    entry = PaymentInput(saved.household_id, "cash", FAMILY_FEN)
    taken = take_payment(desk, entry)
    row = desk.store.connection.execute(
        "SELECT body FROM events WHERE type = 'payment.taken'"
    ).fetchone()
    fact = msgspec.json.decode(row["body"], type=Event).fact
    assert isinstance(fact, PaymentTaken)
    assert fact.receipt == taken.receipt
    meet(desk.store, centre)
    assert centre.kinds() == ["FIGURES_DIFFER"]
    assert centre.count("payments") == 1


def test_facts_that_make_no_question_are_a_case_and_no_failure(
    centre: TestCentre, desk: Desk
) -> None:
    enlist(desk.store, centre)
    save_household(desk, FAMILY)
    altered(desk, campaign_year=-1)
    meet(desk.store, centre)
    assert "FIGURES_UNCHECKED" in centre.kinds()
