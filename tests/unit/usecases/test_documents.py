"""Goal: a number may be let pass or change, the person stays; entered twice, they become one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop.base.clock import FixedClock
from desktop.base.errors import Refused
from desktop.base.ids import SeededIds
from desktop.domain import codes
from desktop.domain.facts import Recognition
from desktop.domain.household import MemberInput
from desktop.domain.invented import invented_number
from desktop.domain.member_rows import law_facts
from desktop.store import people, register
from desktop.store.vault import FAILURES_MAX, OperatorEntry, Vault
from desktop.store.verify import verify
from desktop.usecases.desk import Desk
from desktop.usecases.documents import (
    Approval,
    DocumentChange,
    NumberTaken,
    approve_override,
    change_document,
    supervisors,
)
from desktop.usecases.households import HouseholdRefused, save_household
from desktop.usecases.merging import merge_people
from desktop.usecases.open_household import load_household
from desktop.usecases.payments import PaymentInput, take_payment
from tests.helpers.desks import CAMPAIGN, HEAD, NEWBORN, SON, desk, with_members
from tests.helpers.stations import KEY, NOON

CARD = invented_number(date(2021, 11, 1), 9, codes.FEMALE)
WRONG = HEAD.document_number[:17] + ("0" if HEAD.document_number[17] != "0" else "1")
CLOCK = FixedClock(NOON)


@pytest.fixture
def at() -> Iterator[Desk]:
    with desk() as opened:
        yield opened


@pytest.fixture
def guarded(at: Desk, tmp_path: Path) -> Desk:
    """A clerk's desk whose station also has a supervisor."""
    vault = Vault(tmp_path)
    ids = SeededIds(5)
    vault.add(OperatorEntry("tester", "培训员", "clerk"), "clerk-password", KEY, ids)
    vault.add(OperatorEntry("liu", "刘复核", "supervisor"), "watch-password", KEY, ids)
    at.folder = tmp_path
    return at


def wrong_head(text: str) -> MemberInput:
    return replace(HEAD, document_number=WRONG, document_override=text)


def test_a_supervisor_lets_a_wrong_check_digit_pass_and_is_named(guarded: Desk) -> None:
    assert [one.operator for one in supervisors(guarded)] == ["liu"]
    approval = Approval(WRONG, "户口簿原号如此", "liu", "watch-password")
    text = approve_override(guarded, approval, CLOCK)
    saved = save_household(guarded, with_members(wrong_head(text)))
    assert [one.code for one in saved.warnings] == ["CHECK_DIGIT_ACCEPTED"]
    row = register.person(guarded.store.connection, saved.enrollments[0].person_id)
    assert row is not None
    assert row["document_override"] == "刘复核/liu: 户口簿原号如此"
    assert guarded.operator == "tester"
    # What was let pass once is not asked again when the household is amended.
    guarded.approvals.clear()
    loaded = load_household(guarded, saved.household_id, CAMPAIGN).entry
    save_household(guarded, replace(loaded, phone="13800000000"))


def test_without_a_supervisor_at_this_desk_the_number_stays_wrong(guarded: Desk) -> None:
    for text in ("", "刘复核/liu: 我说可以"):
        with pytest.raises(HouseholdRefused) as told:
            save_household(guarded, with_members(wrong_head(text)))
        code = "OVERRIDE_UNAPPROVED" if text else "DOCUMENT_CHECK_DIGIT"
        assert code in {one.code for one in told.value.findings}


def test_an_approval_is_of_one_number_only(guarded: Desk) -> None:
    approval = Approval(WRONG, "原号如此", "liu", "watch-password")
    text = approve_override(guarded, approval, CLOCK)
    other = SON.document_number[:17] + ("0" if SON.document_number[17] != "0" else "1")
    member = replace(SON, relation="02", document_number=other, document_override=text)
    with pytest.raises(HouseholdRefused):
        save_household(guarded, with_members(member))


@pytest.mark.parametrize(
    ("approval", "code"),
    [
        (Approval(WRONG, " ", "liu", "watch-password"), "REASON_EMPTY"),
        (Approval(WRONG, "原号", "", ""), "SUPERVISOR_NEEDED"),
        (Approval(WRONG, "原号", "tester", "clerk-password"), "SUPERVISOR_NEEDED"),
        (Approval(WRONG, "原号", "nobody", "watch-password"), "OPERATOR_UNKNOWN"),
        (Approval(WRONG, "原号", "liu", "guess"), "PASSWORD_WRONG"),
    ],
)
def test_who_may_not_let_it_pass(guarded: Desk, approval: Approval, code: str) -> None:
    with pytest.raises(Refused) as told:
        approve_override(guarded, approval, CLOCK)
    assert told.value.code == code
    assert guarded.approvals == set()


def test_wrong_passwords_lock_the_supervisor_not_the_clerk(guarded: Desk) -> None:
    wrong = Approval(WRONG, "原号", "liu", "guess")
    for _ in range(FAILURES_MAX - 1):
        with pytest.raises(Refused, match="PASSWORD_WRONG"):
            approve_override(guarded, wrong, CLOCK)
    with pytest.raises(Refused, match="OPERATOR_LOCKED"):
        approve_override(guarded, wrong, CLOCK)
    with pytest.raises(Refused, match="OPERATOR_LOCKED"):
        approve_override(guarded, replace(wrong, password="watch-password"), CLOCK)
    save_household(guarded, with_members(HEAD))


def test_a_supervisor_at_the_desk_gives_only_the_reason() -> None:
    with desk(role="supervisor") as at:
        text = approve_override(at, Approval(WRONG, "原号如此"), CLOCK)
        assert "/tester: " in text
        save_household(at, with_members(wrong_head(text)))


def test_a_newborn_gets_a_card_and_stays_the_same_person(at: Desk) -> None:
    saved = save_household(at, with_members(HEAD, NEWBORN))
    child = saved.enrollments[1].person_id
    take_payment(at, PaymentInput(saved.household_id, "cash", 64000, campaign_year=CAMPAIGN))
    changed = change_document(at, DocumentChange(child, "01", f" {CARD.lower()} "))
    assert (changed.household_id, changed.number, changed.warnings) == (
        saved.household_id,
        CARD,
        (),
    )
    loaded = load_household(at, saved.household_id, CAMPAIGN)
    assert loaded.entry.members[1].document_number == CARD
    assert loaded.entry.members[1].document_type == "01"
    assert loaded.statuses == ("paid", "paid")
    for number in (CARD, NEWBORN.document_number):
        (found,) = people.persons_by_number(at.store.connection, number)
        assert found["id"] == child


def test_the_former_number_stops_a_second_entry_of_the_child(at: Desk) -> None:
    saved = save_household(at, with_members(HEAD, NEWBORN))
    change_document(at, DocumentChange(saved.enrollments[1].person_id, "01", CARD))
    again = with_members(replace(NEWBORN, relation="02"), number="001001-0007")
    with pytest.raises(HouseholdRefused) as told:
        save_household(at, again)
    (finding,) = told.value.findings
    assert finding.code == "DOCUMENT_FORMER"
    assert CARD not in str(finding.values["who"])
    assert "王新" not in str(finding.values["who"])


def test_an_unpaid_enrolment_is_assessed_again_with_what_the_number_tells(at: Desk) -> None:
    child = replace(NEWBORN, birth_date="2021-10-30")
    saved = save_household(at, with_members(HEAD, child))
    changed = change_document(at, DocumentChange(saved.enrollments[1].person_id, "01", CARD))
    assert [one.code for one in changed.warnings] == ["BIRTH_DATE_CHANGED"]
    row = register.person(at.store.connection, saved.enrollments[1].person_id)
    assert row is not None
    assert row["birth_date"] == "2021-11-01"
    found = register.enrollment(at.store.connection, row["id"], CAMPAIGN)
    assert found is not None
    assert (found["status"], found["net_fen"]) == ("registered", 32000)


def test_a_wrong_number_is_said_and_nothing_changes(at: Desk) -> None:
    saved = save_household(at, with_members(HEAD, NEWBORN))
    child = saved.enrollments[1].person_id
    with pytest.raises(HouseholdRefused) as told:
        change_document(at, DocumentChange(child, "01", CARD[:17]))
    assert told.value.findings[0].code == "DOCUMENT_LENGTH"
    with pytest.raises(Refused, match="DOCUMENT_SAME"):
        change_document(at, DocumentChange(child, "990201", NEWBORN.document_number))
    with pytest.raises(Refused, match="PERSON_UNKNOWN"):
        change_document(at, DocumentChange("f" * 32, "01", CARD))


def entered_twice(at: Desk) -> tuple[str, str]:
    """Return a child on a certificate and the same child entered again on a card."""
    first = save_household(at, with_members(HEAD, NEWBORN)).enrollments[1].person_id
    card = replace(SON, name="王新", document_number=CARD, relation="02")
    second = save_household(at, with_members(card, number="001001-0008")).enrollments[0].person_id
    return first, second


def test_a_person_entered_twice_becomes_one(at: Desk, tmp_path: Path) -> None:
    kept, duplicate = entered_twice(at)
    change = DocumentChange(kept, "01", CARD)
    with pytest.raises(NumberTaken) as told:
        change_document(at, change)
    assert told.value.person_id == duplicate
    assert CARD not in str(told.value.values)
    merge_people(at, change, duplicate)
    (found,) = people.persons_by_number(at.store.connection, CARD)
    assert found["id"] == kept
    gone = register.person(at.store.connection, duplicate)
    assert gone is not None
    assert (gone["household_id"], gone["document_number"]) == ("", "")
    assert people.living_enrollments(at.store.connection, duplicate) == []
    assert len(people.living_enrollments(at.store.connection, kept)) == 1
    assert verify(at.store, tmp_path / "scratch.db").ok


def test_the_person_kept_gets_the_identities_only_the_duplicate_had(at: Desk) -> None:
    poor = Recognition(code="extremely_poor", recognised_on="2021-09-01", evidence="民政1号")
    allowance = Recognition(code="subsistence_allowance", area="rural")
    other = Recognition(code="subsistence_allowance", area="urban")
    child = replace(NEWBORN, identities=(allowance,))
    kept = save_household(at, with_members(HEAD, child)).enrollments[1].person_id
    card = replace(SON, name="王新", document_number=CARD, relation="02", identities=(other, poor))
    duplicate = save_household(at, with_members(card, number="001001-0008")).enrollments[0]
    merge_people(at, DocumentChange(kept, "01", CARD), duplicate.person_id)
    row = register.person(at.store.connection, kept)
    assert row is not None
    assert law_facts(row)["identities"] == (allowance, poor)
    (enrolled,) = people.living_enrollments(at.store.connection, kept)
    assert (enrolled["assistance_identity"], enrolled["net_fen"]) == ("extremely_poor", 0)


def test_a_duplicate_that_has_paid_is_refused_with_the_way_out(at: Desk) -> None:
    kept, duplicate = entered_twice(at)
    row = register.person(at.store.connection, duplicate)
    assert row is not None
    take_payment(at, PaymentInput(row["household_id"], "cash", 32000, campaign_year=CAMPAIGN))
    with pytest.raises(Refused, match="MERGE_PAID"):
        merge_people(at, DocumentChange(kept, "01", CARD), duplicate)
    assert register.person(at.store.connection, duplicate)["household_id"]  # type: ignore[index]


def test_only_whose_number_it_is_can_be_merged(at: Desk) -> None:
    kept, duplicate = entered_twice(at)
    other = invented_number(date(2021, 11, 1), 77, codes.FEMALE)
    for change, who in (
        (DocumentChange(kept, "01", other), duplicate),
        (DocumentChange(kept, "01", CARD), kept),
    ):
        with pytest.raises(Refused, match="MERGE_NOT_SAME"):
            merge_people(at, change, who)
