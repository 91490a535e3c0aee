"""The worklist of 云医保〔2021〕90号 二: clear cases with their amount, all others for a person."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from desktop.domain.facts import Recognition
from desktop.usecases.approve_repricing import approve
from desktop.usecases.desk import Desk
from desktop.usecases.repricing import listed
from desktop.usecases.retroactive import retroactive_worklist
from tests.helpers.desks import CAMPAIGN
from tests.helpers.desks import desk as signed_in
from tests.unit.usecases.test_repricing import RECOGNISED, enrolled, give_identity, paid


@pytest.fixture
def desk() -> Iterator[Desk]:
    with signed_in(role="supervisor") as opened:
        yield opened


def kinds(desk: Desk) -> tuple[list[int | None], list[str]]:
    found = retroactive_worklist(desk, CAMPAIGN)
    clear = [row.outcome.amount_fen for row in listed(desk, found.clear)]
    return clear, [row.outcome.kind for row in listed(desk, found.to_decide)]


def test_recognised_then_paid_in_full(desk: Desk) -> None:
    give_identity(desk, paid(desk), RECOGNISED)
    assert kinds(desk) == ([12000], [])


@pytest.mark.parametrize(
    "identity",
    [
        Recognition(code="subsistence_allowance", recognised_on="2021-11-15"),
        Recognition(code="subsistence_allowance", recognised_on="2021-11-20"),
        Recognition(code="subsistence_allowance"),
        Recognition(code="one_child_parent", recognised_on="2021-11-01", area="rural"),
        Recognition(code="lifted_out_of_poverty", recognised_on="2021-11-01"),
        Recognition(code="veteran", recognised_on="2021-11-01"),
    ],
)
def test_everything_else_is_for_a_supervisor(desk: Desk, identity: Recognition) -> None:
    give_identity(desk, paid(desk), identity)
    assert kinds(desk) == ([], ["decide"])


def test_other_differences_are_not_on_it(desk: Desk) -> None:
    """X13: a status lost after payment is no matter of 云医保〔2021〕90号 二."""
    household = paid(desk)
    give_identity(desk, household, RECOGNISED)
    approve(desk, retroactive_worklist(desk, CAMPAIGN).clear)
    assert kinds(desk) == ([], [])
    give_identity(desk, household)
    assert kinds(desk) == ([], [])


def test_who_has_not_paid_is_simply_priced(desk: Desk) -> None:
    give_identity(desk, enrolled(desk), RECOGNISED)
    assert kinds(desk) == ([], [])
