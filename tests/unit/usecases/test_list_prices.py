"""What a month's list changes in money, under the law of 楚雄州: every amount worked out by hand.

The personal standard of the campaign year 2021 is 320 yuan; 楚医保〔2021〕46号 三 pays 120 of it
for a recipient of the rural subsistence allowance, 180 for somebody lifted out of poverty, and all
of it for the extremely poor. So they pay 200, 140 and nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.domain.household import MemberInput
from desktop.store.verify import verify
from desktop.usecases.approve_repricing import approve
from desktop.usecases.decide_difference import Decision, decide, to_decide
from desktop.usecases.desk import Desk
from desktop.usecases.differences import open_differences
from desktop.usecases.households import save_household
from desktop.usecases.lists.prices import PriceEffect, price_effects
from desktop.usecases.lists.undoing import undo_list
from desktop.usecases.payments import PaymentInput, take_payment
from desktop.usecases.repricing import reprice
from tests.helpers import desks
from tests.helpers.desks import CAMPAIGN, HEAD, MOTHER, SON, WIFE, with_members
from tests.unit.usecases.test_listed_people import take

LOW, POOR, LIFTED = "农村低保", "特困人员", "脱贫人口"
FOUR = tuple(replace(one, identities=()) for one in (HEAD, WIFE, MOTHER, SON))
"""Four people nobody has given an identity at the desk."""


@pytest.fixture
def desk() -> Iterator[Desk]:
    with desks.desk(role="supervisor") as made:
        yield made


def month(
    desk: Desk, folder: Path, as_of: str, *rows: tuple[MemberInput, str], since: str = "2021-03-01"
) -> str:
    """Take a month's whole list in; return the batch."""
    told = [(one.name, one.document_number, words, since) for one, words in rows]
    return take(desk, folder, told, as_of=as_of).batch


def effects(desk: Desk, batch: str) -> dict[str, PriceEffect]:
    return {one.name: one for one in price_effects(desk, batch, CAMPAIGN)}


def kinds(desk: Desk, batch: str) -> dict[str, tuple[str, int | None]]:
    return {name: (one.kind, one.amount_fen) for name, one in sorted(effects(desk, batch).items())}


def figures(desk: Desk) -> dict[str, int]:
    statement = "SELECT p.name, e.net_fen FROM enrollments e JOIN people p ON p.id = e.person_id"
    return {row["name"]: row["net_fen"] for row in desk.store.connection.execute(statement)}


def test_who_has_paid_is_owed_and_owes_by_the_months_difference(desk: Desk, tmp_path: Path) -> None:
    month(desk, tmp_path, "2021-10-01", (HEAD, LOW), (WIFE, LIFTED))
    saved = save_household(desk, with_members(*FOUR))
    assert figures(desk) == {
        HEAD.name: 20000, WIFE.name: 14000, MOTHER.name: 32000, SON.name: 32000,
    }  # fmt: skip
    take_payment(desk, PaymentInput(saved.household_id, "cash", 98000))
    batch = month(desk, tmp_path, "2021-11-10", (WIFE, LIFTED), (MOTHER, POOR), (SON, LOW))
    # The head is on the list no longer: he ends on 9 November and paid 200 on the 15th. Whether the
    # 120 are asked of him no notice says (X13): a person decides. The mother paid 320 and owes
    # nothing, the son paid 320 and owes 200: 320 and 120 go back.
    assert kinds(desk, batch) == {
        HEAD.name: ("decide", None),
        MOTHER.name: ("retroactive", 32000),
        SON.name: ("retroactive", 12000),
    }
    assert effects(desk, batch)[HEAD.name].reasons == ("ASSISTANCE_LOST_AFTER_PAYMENT",)
    result = reprice(desk, CAMPAIGN)
    assert result.totals["retroactive"].amount_fen == 44000
    approve(desk, result)
    (asked,) = to_decide(desk, CAMPAIGN)
    assert (asked.name, asked.paid_fen, asked.net_fen) == (HEAD.name, 20000, 32000)
    decide(desk, Decision(asked.id, "collect", 12000, "名单止于 11 月 9 日", "县医保函〔2021〕9号"))
    due = {one.name: (one.outcome, one.amount_fen) for one in open_differences(desk, CAMPAIGN)}
    assert due == {
        HEAD.name: ("collect", 12000),
        MOTHER.name: ("retroactive", 32000),
        SON.name: ("retroactive", 12000),
    }
    assert figures(desk)[HEAD.name] == 20000
    assert effects(desk, batch) == {}
    assert verify(desk.store, tmp_path / "scratch.db").ok


def test_who_has_not_paid_simply_has_new_figures(desk: Desk, tmp_path: Path) -> None:
    month(desk, tmp_path, "2021-10-01", (HEAD, LOW), (WIFE, LIFTED))
    save_household(desk, with_members(*FOUR))
    batch = month(desk, tmp_path, "2021-11-10", (HEAD, POOR), (MOTHER, LIFTED), (SON, LOW))
    assert {name: one.kind for name, one in effects(desk, batch).items()} == dict.fromkeys(
        (HEAD.name, WIFE.name, MOTHER.name, SON.name), "figures"
    )
    approve(desk, reprice(desk, CAMPAIGN))
    assert figures(desk) == {
        HEAD.name: 0, WIFE.name: 32000, MOTHER.name: 14000, SON.name: 20000,
    }  # fmt: skip
    assert effects(desk, batch) == {}
    undo_list(desk, batch, "发错了")
    approve(desk, reprice(desk, CAMPAIGN))
    assert figures(desk) == {
        HEAD.name: 20000, WIFE.name: 14000, MOTHER.name: 32000, SON.name: 32000,
    }  # fmt: skip
    assert verify(desk.store, tmp_path / "scratch.db").ok


def test_a_list_speaks_of_its_own_people_alone(desk: Desk, tmp_path: Path) -> None:
    saved = save_household(desk, with_members(*FOUR))
    take_payment(desk, PaymentInput(saved.household_id, "cash", 128000))
    month(desk, tmp_path, "2021-11-01", (SON, LOW))
    row = (HEAD.name, HEAD.document_number, POOR, "2021-03-01")
    other = take(desk, tmp_path, [row], source="县民政局特困").batch
    assert kinds(desk, other) == {HEAD.name: ("retroactive", 32000)}
