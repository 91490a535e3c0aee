"""Deciding what the texts leave to a person: who, how much, why, on what; and never twice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from desktop.base.errors import Refused
from desktop.domain.facts import Recognition
from desktop.store.verify import verify
from desktop.usecases.approve_repricing import approve
from desktop.usecases.decide_difference import Decision, ToDecide, decide, to_decide
from desktop.usecases.desk import Desk
from desktop.usecases.repricing import listed, reprice
from tests.helpers.centre import TestCentre, enlist, meet, new_centre
from tests.helpers.desks import CAMPAIGN
from tests.helpers.desks import desk as signed_in
from tests.unit.usecases.test_repricing import RECOGNISED, give_identity, paid

UNDATED = Recognition(code="subsistence_allowance", area="rural")
"""Recognised, but nobody knows when: 云医保〔2021〕90号 二 is not clear for this person."""


@pytest.fixture
def desk() -> Iterator[Desk]:
    with signed_in(role="supervisor") as opened:
        yield opened


def waiting(desk: Desk) -> ToDecide:
    """Bring one difference before a person and return it."""
    give_identity(desk, paid(desk), UNDATED)
    approve(desk, reprice(desk, CAMPAIGN))
    (one,) = to_decide(desk, CAMPAIGN)
    return one


def decision(one: ToDecide, **fields: object) -> Decision:
    said = Decision(
        id=one.id,
        outcome="refund",
        amount_fen=12_000,
        reason="低保证显示 2021-10 认定",
        document="云医保〔2021〕90号 二",
    )
    return replace(said, **fields)  # type: ignore[arg-type]


def kinds(desk: Desk) -> list[str]:
    return [row.outcome.kind for row in listed(desk, reprice(desk, CAMPAIGN))]


def test_what_waits_says_who_paid_what_and_why_it_waits(desk: Desk) -> None:
    one = waiting(desk)
    assert (one.number, one.name) == ("001001-0001", "王𠮷祥")
    assert (one.paid_fen, one.net_fen) == (32_000, 20_000)
    assert one.reasons == ("RECOGNITION_DAY_UNKNOWN",)
    assert one.noted_by == "tester"


def test_a_decision_goes_on_record_and_waits_no_more(desk: Desk, tmp_path: Path) -> None:
    one = waiting(desk)
    decide(desk, decision(one))
    assert to_decide(desk, CAMPAIGN) == ()
    row = desk.store.connection.execute("SELECT * FROM adjustments").fetchone()
    assert (row["decision"], row["decision_fen"], row["decision_by"]) == (
        "refund",
        12_000,
        "tester",
    )
    assert row["decision_document"] == "云医保〔2021〕90号 二"
    assert row["state"] == "proposed", "what was noted stays as it was noted"
    found = verify(desk.store, tmp_path / "scratch.db")
    assert found.ok, found.faults


def test_what_was_decided_is_not_listed_again(desk: Desk) -> None:
    one = waiting(desk)
    assert kinds(desk) == ["decide"]
    decide(desk, decision(one))
    assert kinds(desk) == []


def test_laid_aside_is_decided_too(desk: Desk) -> None:
    one = waiting(desk)
    decide(desk, decision(one, outcome="none", amount_fen=0))
    assert kinds(desk) == []


def test_new_grounds_bring_it_back_for_the_rest(desk: Desk) -> None:
    """The day of recognition becomes known: the law itself gives 120, of which 100 were decided."""
    one = waiting(desk)
    decide(desk, decision(one, amount_fen=10_000))
    give_identity(desk, one.household, RECOGNISED)
    (row,) = listed(desk, reprice(desk, CAMPAIGN))
    assert (row.outcome.kind, row.outcome.amount_fen) == ("retroactive", 2_000)


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"document": " "}, "DECISION_DOCUMENT"),
        ({"reason": ""}, "REASON_EMPTY"),
        ({"reason": "长" * 201}, "DECISION_TEXT"),
        ({"amount_fen": 0}, "DECISION_AMOUNT"),
        ({"amount_fen": -1}, "DECISION_AMOUNT"),
        ({"outcome": "none"}, "DECISION_AMOUNT"),
        ({"amount_fen": 32_001}, "DECISION_TOO_MUCH"),
        ({"outcome": "collect", "amount_fen": 1}, "DECISION_TOO_MUCH"),
        ({"id": "f" * 32}, "DIFFERENCE_UNKNOWN"),
    ],
)
def test_a_decision_that_says_too_little_or_too_much_is_refused(
    desk: Desk, fields: dict[str, object], code: str
) -> None:
    one = waiting(desk)
    with pytest.raises(Refused) as refused:
        decide(desk, decision(one, **fields))
    assert refused.value.code == code
    assert to_decide(desk, CAMPAIGN) == (one,)


def test_it_is_decided_once(desk: Desk) -> None:
    one = waiting(desk)
    decide(desk, decision(one))
    with pytest.raises(Refused) as refused:
        decide(desk, decision(one, outcome="none", amount_fen=0))
    assert (refused.value.code, refused.value.values["operator"]) == (
        "DIFFERENCE_DECIDED",
        "tester",
    )


@pytest.mark.parametrize("role", ["clerk", "policy", "auditor", "it"])
def test_only_a_supervisor_decides(desk: Desk, role: str) -> None:
    one = waiting(desk)
    with pytest.raises(Refused, match="may not do this"):
        decide(replace(desk, role=role), decision(one))


def test_two_desks_that_decide_otherwise_are_a_case(desk: Desk) -> None:
    centre: TestCentre = new_centre()
    one = waiting(desk)
    enlist(desk.store, centre)
    meet(desk.store, centre)
    with signed_in(role="supervisor", seed=88) as other:
        enlist(other.store, centre)
        meet(other.store, centre)
        assert to_decide(other, CAMPAIGN) == (one,)
        decide(other, decision(one, amount_fen=5_000))
        decide(desk, decision(one))
        meet(desk.store, centre)
        meet(other.store, centre)
    meet(desk.store, centre)
    assert centre.kinds() == ["DECISIONS_DIFFER"]
    row = centre.database.connection.execute("SELECT detail FROM cases").fetchone()
    fens = [said["fen"] for said in msgspec.json.decode(row["detail"])["decisions"]]
    assert fens == [12_000, 5_000]
    here = desk.store.connection.execute("SELECT decision_fen FROM adjustments").fetchone()
    assert here["decision_fen"] == 5_000, "the centre's order decides what the record says"
