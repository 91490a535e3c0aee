"""Goal: people move whole, money stays with its receipt, nobody is left without a head unasked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from desktop.base.errors import Refused
from desktop.domain import codes
from desktop.store import register
from desktop.store.verify import verify
from desktop.usecases.desk import Desk
from desktop.usecases.households import save_household
from desktop.usecases.moves import Move, find_household, move_people
from desktop.usecases.open_household import load_household
from desktop.usecases.payments import PaymentInput, take_payment
from tests.helpers.desks import CAMPAIGN, HEAD, MOTHER, SON, WIFE, desk, with_members


@dataclass(slots=True)
class Two:
    """A household of three and one of one."""

    at: Desk
    home: str
    other: str
    head: str
    wife: str
    son: str
    mother: str

    def members(self, household: str) -> list[tuple[str, str]]:
        rows = register.members(self.at.store.connection, household)
        return [(row["name"], row["relation"]) for row in rows]


@pytest.fixture
def two() -> Iterator[Two]:
    with desk() as at:
        home = save_household(at, with_members(HEAD, WIFE, SON))
        alone = with_members(replace(MOTHER, relation=codes.HEAD), number="001001-0002")
        other = save_household(at, alone)
        people = [one.person_id for one in (*home.enrollments, *other.enrollments)]
        yield Two(at, home.household_id, other.household_id, *people)


def test_an_unpaid_member_goes_with_the_enrolment(two: Two) -> None:
    moved = move_people(
        two.at, Move((two.son,), two.other, relations={two.son: "40"}, reason="投靠祖母")
    )
    assert moved.household_id == two.other
    assert two.members(two.home) == [(HEAD.name, "02"), (WIFE.name, "10")]
    assert two.members(two.other) == [(SON.name, "40"), (MOTHER.name, "02")]
    there = load_household(two.at, two.other, CAMPAIGN)
    assert there.statuses == ("registered", "registered")
    assert [one.enrol for one in there.entry.members] == [True, True]
    assert len(moved.enrollments) == 1


def test_what_is_paid_stays_with_the_household_of_the_receipt(two: Two) -> None:
    due = 32000 + 20000 + 32000
    taken = take_payment(two.at, PaymentInput(two.home, "cash", due, campaign_year=CAMPAIGN))
    moved = move_people(two.at, Move((two.son,), two.other, relations={two.son: "40"}))
    assert moved.enrollments == ()
    paid = register.enrollments(two.at.store.connection, two.home, CAMPAIGN)
    assert {row["status"] for row in paid} == {"paid"}
    assert len(paid) == 3
    there = load_household(two.at, two.other, CAMPAIGN)
    assert dict(zip([one.name for one in there.entry.members], there.statuses, strict=True)) == {
        SON.name: "paid",
        MOTHER.name: "registered",
    }
    # The new household can be saved and paid for without paying for him again.
    again = save_household(two.at, there.entry)
    assert again.payable_fen == 14000
    assert taken.receipt.household == two.home


def test_a_household_is_split_and_both_have_a_head(two: Two) -> None:
    move = Move((two.head, two.son), number="001001-0009", new_head=two.wife)
    moved = move_people(two.at, move)
    assert two.members(two.home) == [(WIFE.name, "02")]
    assert two.members(moved.household_id) == [(HEAD.name, "02"), (SON.name, "80")]
    made = register.household(two.at.store.connection, moved.household_id)
    assert made is not None
    assert (made["number"], made["division"]) == ("001001-0009", with_members().division)
    assert len(moved.enrollments) == 2


def test_everybody_may_leave_together(two: Two) -> None:
    move_people(two.at, Move((two.head, two.wife, two.son), two.other))
    assert two.members(two.home) == []
    assert len(two.members(two.other)) == 4


@pytest.mark.parametrize(
    ("move", "code"),
    [
        (lambda two: Move(()), "MOVE_NOBODY"),
        (lambda two: Move(("f" * 32,), two.other), "PERSON_UNKNOWN"),
        (lambda two: Move((two.son, two.mother)), "MOVE_MIXED"),
        (lambda two: Move((two.son,), two.home), "MOVE_NOWHERE"),
        (lambda two: Move((two.son,), "f" * 32), "HOUSEHOLD_UNKNOWN"),
        (lambda two: Move((two.head,), two.other), "MOVE_HEAD"),
        (lambda two: Move((two.head,), two.other, new_head=two.mother), "MOVE_HEAD"),
        (lambda two: Move((two.son,), two.other, relations={two.son: "02"}), "MOVE_SECOND_HEAD"),
    ],
)
def test_what_cannot_be_moved_says_why_and_moves_nobody(
    two: Two, move: Callable[[Two], Move], code: str
) -> None:
    before = two.at.store.connection.execute("SELECT count(*) FROM events").fetchone()[0]
    with pytest.raises(Refused) as told:
        move_people(two.at, move(two))
    assert told.value.code == code
    after = two.at.store.connection.execute("SELECT count(*) FROM events").fetchone()[0]
    assert after == before


def test_a_household_is_named_by_its_number_or_a_member_s_card(two: Two) -> None:
    assert find_household(two.at, " 001001-0002 ") == two.other
    assert find_household(two.at, SON.document_number.lower()) == two.home
    with pytest.raises(Refused, match="HOUSEHOLD_NOT_FOUND"):
        find_household(two.at, "")
    move_people(two.at, Move((two.son,), division="539999001009", number="001001-0002"))
    with pytest.raises(Refused, match="HOUSEHOLD_AMBIGUOUS"):
        find_household(two.at, "001001-0002")


def test_the_record_is_the_fold_of_the_moves(two: Two, tmp_path: Path) -> None:
    move_people(two.at, Move((two.head,), new_head=two.wife))
    move_people(two.at, Move((two.son,), two.other, relations={two.son: "40"}))
    assert verify(two.at.store, tmp_path / "scratch.db").ok
