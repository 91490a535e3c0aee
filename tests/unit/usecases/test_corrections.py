"""Goal: slips are answered, not erased: void, undo, not enrolled and back; looks are on record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.base.errors import Refused
from desktop.domain import codes
from desktop.domain.household import Finding
from desktop.store import people, register
from desktop.store.verify import verify
from desktop.usecases.desk import Desk
from desktop.usecases.history import history_of
from desktop.usecases.households import HouseholdRefused, save_household, undo_save
from desktop.usecases.open_household import load_household
from desktop.usecases.payments import PaymentInput, take_payment
from desktop.usecases.register_checks import look_up
from desktop.usecases.unmasking import lift_mask
from desktop.usecases.voids import void_enrollments
from tests.helpers.desks import CAMPAIGN, FAMILY, HEAD, MOTHER, SON, WIFE, desk, with_members


@pytest.fixture
def at() -> Iterator[Desk]:
    with desk() as opened:
        yield opened


def statuses(at: Desk) -> list[tuple[str, str | None]]:
    rows = at.store.connection.execute("SELECT status, reason FROM enrollments ORDER BY rowid")
    return [(row[0], row[1]) for row in rows]


def test_an_unpaid_enrolment_is_voided_with_its_reason_once(at: Desk) -> None:
    saved = save_household(at, with_members(HEAD, SON))
    one = saved.enrollments[1].enrollment_id
    voided = void_enrollments(at, (one,), "entered_wrongly")
    assert statuses(at) == [("registered", None), ("voided", "entered_wrongly")]
    again = void_enrollments(at, (one,), "entered_wrongly")
    assert (again.again, again.event_id) == (True, voided.event_id)
    loaded = load_household(at, saved.household_id, CAMPAIGN)
    assert loaded.statuses == ("registered", "")


def test_what_is_paid_is_not_voided_here(at: Desk) -> None:
    saved = save_household(at, with_members(HEAD))
    take_payment(at, PaymentInput(saved.household_id, "cash", 32000, campaign_year=CAMPAIGN))
    with pytest.raises(Refused, match="ENROLLMENT_PAID"):
        void_enrollments(at, (saved.enrollments[0].enrollment_id,), "other")


def test_a_void_needs_a_reason_a_household_and_something_to_void(at: Desk) -> None:
    first = save_household(at, with_members(HEAD))
    second = save_household(at, with_members(replace(MOTHER, relation="02"), number="7"))
    one, other = first.enrollments[0].enrollment_id, second.enrollments[0].enrollment_id
    for asked, reason, code in (
        ((one,), " ", "REASON_EMPTY"),
        ((one,), "长" * 201, "TEXT_TOO_LONG"),
        (("f" * 32,), "other", "ENROLLMENT_UNKNOWN"),
        ((one, other), "other", "VOID_MIXED"),
    ):
        with pytest.raises(Refused, match=code):
            void_enrollments(at, asked, reason)


def test_who_is_not_enrolled_says_why_and_can_come_back(at: Desk, tmp_path: Path) -> None:
    saved = save_household(at, with_members(HEAD, SON))
    entry = load_household(at, saved.household_id, CAMPAIGN).entry
    head, son = entry.members
    refuses = replace(
        son, enrol=False, not_enrolled="refused", not_enrolled_evidence="书面声明 1 号"
    )
    save_household(at, replace(entry, members=(head, refuses)))
    assert statuses(at)[1] == ("voided", "not_enrolled")
    noted = people.not_enrolled(at.store.connection, son.person_id, CAMPAIGN)
    assert noted is not None
    assert (noted["reason"], noted["evidence"], noted["noted_on"]) == (
        "refused",
        "书面声明 1 号",
        "2021-11-15",
    )
    loaded = load_household(at, saved.household_id, CAMPAIGN).entry.members[1]
    assert (loaded.enrol, loaded.not_enrolled) == (False, "refused")
    back = replace(loaded, enrol=True)
    again = save_household(at, replace(entry, members=(head, back)))
    assert [one.status for one in again.enrollments] == ["registered", "registered"]
    assert people.not_enrolled(at.store.connection, son.person_id, CAMPAIGN) is None
    assert verify(at.store, tmp_path / "scratch.db").ok


def test_a_death_is_kept_with_the_person_and_warned_of_the_next_time(at: Desk) -> None:
    saved = save_household(at, with_members(HEAD, MOTHER))
    entry = load_household(at, saved.household_id, CAMPAIGN).entry
    died = replace(entry.members[1], enrol=False, not_enrolled=codes.DEATH, died_on="2021-10-02")
    save_household(at, replace(entry, members=(entry.members[0], died)))
    row = register.person(at.store.connection, died.person_id)
    assert row is not None
    assert (row["survival"], row["died_on"]) == ("2", "2021-10-02")
    alive = replace(entry.members[1], enrol=True)
    told = look_up(at, replace(entry, members=(entry.members[0], alive)))
    assert [(one.code, one.values["day"]) for one in told] == [("KNOWN_DEAD", "2021-10-02")]


def test_who_has_paid_stays_enrolled(at: Desk) -> None:
    saved = save_household(at, with_members(HEAD))
    take_payment(at, PaymentInput(saved.household_id, "cash", 32000, campaign_year=CAMPAIGN))
    entry = load_household(at, saved.household_id, CAMPAIGN).entry
    member = replace(entry.members[0], enrol=False, not_enrolled="refused")
    with pytest.raises(HouseholdRefused) as told:
        save_household(at, replace(entry, members=(member,)))
    assert [one.code for one in told.value.findings] == ["PAID_NOT_ENROLLED"]


def test_the_last_save_is_undone_by_an_event_that_says_so(at: Desk, tmp_path: Path) -> None:
    first = save_household(at, with_members(HEAD, WIFE))
    entry = load_household(at, first.household_id, CAMPAIGN).entry
    head = replace(entry.members[0], name="王改名", phone="13800000000")
    son = replace(SON, relation="20")
    changed = save_household(at, replace(entry, address="改过的住址", members=(head, son)))
    assert changed.undoing is not None
    undo_save(at, changed.undoing)
    restored = load_household(at, first.household_id, CAMPAIGN)
    assert restored.entry == entry
    assert restored.statuses == ("registered", "registered")
    assert ("voided", "save_undone") in statuses(at)
    assert verify(at.store, tmp_path / "scratch.db").ok
    with pytest.raises(Refused, match="UNDO_TOO_LATE"):
        undo_save(at, changed.undoing)


def test_a_new_household_undone_leaves_nobody_behind(at: Desk) -> None:
    saved = save_household(at, FAMILY)
    assert saved.undoing is not None
    undo_save(at, saved.undoing)
    assert register.members(at.store.connection, saved.household_id) == []
    assert {status for status, _ in statuses(at)} == {"voided"}


def test_once_money_was_taken_a_save_stays(at: Desk) -> None:
    saved = save_household(at, with_members(HEAD))
    take_payment(at, PaymentInput(saved.household_id, "cash", 32000, campaign_year=CAMPAIGN))
    assert saved.undoing is not None
    with pytest.raises(Refused, match="UNDO_TOO_LATE"):
        undo_save(at, saved.undoing)


def test_a_look_behind_the_mask_is_on_record_before_the_number_is_told(at: Desk) -> None:
    saved = save_household(at, with_members(HEAD))
    person = saved.enrollments[0].person_id
    assert lift_mask(at, person, "compare_document") == HEAD.document_number
    (look,) = at.store.connection.execute("SELECT * FROM looks").fetchall()
    assert (look["person_id"], look["field"], look["reason"], look["operator"]) == (
        person,
        "document_number",
        "compare_document",
        "tester",
    )
    with pytest.raises(Refused, match="REASON_EMPTY"):
        lift_mask(at, person, " ")
    with pytest.raises(Refused, match="PERSON_UNKNOWN"):
        lift_mask(at, "f" * 32, "other_duty")
    at.role = "collector"
    with pytest.raises(Refused, match="ROLE"):
        lift_mask(at, person, "compare_document")


def test_what_changed_is_told_newest_first_and_masked(at: Desk) -> None:
    saved = save_household(at, with_members(HEAD, WIFE))
    entry = load_household(at, saved.household_id, CAMPAIGN).entry
    wife = replace(entry.members[1], phone="13900000000")
    save_household(at, replace(entry, members=(entry.members[0], wife)))
    due = 32000 + 20000
    take_payment(at, PaymentInput(saved.household_id, "cash", due, campaign_year=CAMPAIGN))
    lift_mask(at, wife.person_id, "resident_asks")
    told = history_of(at, saved.household_id)
    assert [one.kind for one in told] == [
        "mask.lifted",
        "payment.taken",
        "household.saved",
        "household.saved",
    ]
    assert [(one.person, one.column, one.before, one.after) for one in told[2].changes] == [
        (WIFE.name, "phone", "", "13900000000")
    ]
    assert {one.operator for one in told} == {"tester"}
    assert HEAD.document_number not in str(told)


@pytest.mark.parametrize("name", ["名", "王小军"])
def test_a_namesake_born_the_same_day_is_shown_masked(at: Desk, name: str) -> None:
    first = replace(SON, name=name, relation="02")
    save_household(at, with_members(first))
    other = replace(first, document_number="P530000009", document_type="990201")
    told: tuple[Finding, ...] = look_up(
        at,
        with_members(replace(other, birth_date="2010-09-01", sex="1"), number="001001-0003"),
    )
    (finding,) = told
    assert (finding.code, finding.severity) == ("SUSPECTED_DUPLICATE", "warning")
    assert finding.values["where"] == "001001-0001"
    assert SON.document_number not in str(finding.values["who"])
    assert "王小军" not in str(finding.values["who"])


def test_who_lives_elsewhere_comes_along_with_a_warning_and_leaves_there(at: Desk) -> None:
    first = save_household(at, with_members(HEAD, replace(SON, enrol=False)))
    second = save_household(at, with_members(replace(SON, relation="02"), number="001001-0004"))
    assert "OF_ANOTHER_HOUSEHOLD" in {one.code for one in second.warnings}
    assert len(register.members(at.store.connection, first.household_id)) == 1
    (body,) = at.store.connection.execute(
        "SELECT body FROM events WHERE type = 'household.saved' ORDER BY pos DESC LIMIT 1"
    ).fetchone()
    assert first.household_id.encode() in body
