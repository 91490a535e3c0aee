"""Goal: each check finds what it names and nothing else, once, and lets go of what is mended.

Method: residents entered as people enter them; every fact folded again afterwards.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop.base.errors import Refused
from desktop.domain.audits import CHECKS, WITHOUT_CASES, case_kind
from desktop.domain.case_choices import choices_of
from desktop.domain.facts import (
    EnrollmentFields,
    HouseholdFields,
    HouseholdSaved,
    PersonFields,
    Recognition,
)
from desktop.domain.handover_words import why_text
from desktop.domain.household import HouseholdInput
from desktop.domain.invented import invented_number
from desktop.domain.list_facts import ListCounts, ListedPerson, ListPart, ListTaken
from desktop.ui.wording.audit_words import AUDIT_WORDS
from desktop.usecases.audits import Audit, AuditWanted, last_runs, record_audit, run_audit
from desktop.usecases.desk import Desk
from desktop.usecases.handover import hand_over
from desktop.usecases.households import save_household
from desktop.usecases.open_household import load_household
from desktop.usecases.payments import PaymentInput, take_payment
from desktop.usecases.tax_returns import take_returns
from tests.helpers.desks import CAMPAIGN, FAMILY, FAMILY_FEN, HEAD, MOTHER, SON, WIFE, with_members
from tests.helpers.tax_files import COUNTY, WANTED, answer_file, at_the_county


def _run(at: Desk, check: str) -> Audit:
    return run_audit(at, AuditWanted(check, COUNTY, CAMPAIGN))


def _names(at: Desk, check: str) -> list[str]:
    return [row.name for row in _run(at, check).rows]


def _listed(at: Desk, name: str, code: str) -> None:
    """Let a department's list hold a person with one identity."""
    person = at.store.connection.execute(
        "SELECT id FROM people WHERE name = ?", (name,)
    ).fetchone()[0]
    part = ListPart(
        batch=at.store.ids.new_id(),
        source="民政",
        division=COUNTY,
        recognitions=(Recognition(code=code),),
        people=(ListedPerson(person, 1, "held", (0,)),),
    )
    taken = ListTaken(
        batch=part.batch,
        kind="identity",
        source="民政",
        title="a.xlsx",
        sha256="0" * 64,
        as_of="2021-11-01",
        full=True,
        division=COUNTY,
        counts=ListCounts(rows=1),
        parts=1,
    )
    with at.store.transaction():
        at.store.record(part, operator="tester")
        at.store.record(taken, operator="tester")


def _change(at: Desk, household: str, place: int, **fields: object) -> None:
    entry: HouseholdInput = load_household(at, household, CAMPAIGN).entry
    members = list(entry.members)
    members[place] = replace(members[place], **fields)  # type: ignore[arg-type]
    save_household(at, replace(entry, members=tuple(members)))


class TestFound:
    """What each check finds."""

    def test_assistance_is_held_against_the_departments_lists(self, tmp_path: Path) -> None:
        with at_the_county(tmp_path) as at:
            save_household(at, FAMILY)
            nothing = _run(at, "assisted-not-listed")
            assert (nothing.rows, nothing.unchecked) == ((), 2)
            _listed(at, HEAD.name, "subsistence_allowance")
            found = _run(at, "assisted-not-listed")
            assert [(row.name, row.identity) for row in found.rows] == [
                (WIFE.name, "subsistence_allowance")
            ]
            assert found.unchecked == 1
            other = _run(at, "listed-not-assisted")
            assert [(row.name, row.why) for row in other.rows] == [
                (HEAD.name, ("no_assistance", "民政"))
            ]
            _listed(at, WIFE.name, "subsistence_allowance")
            assert _names(at, "assisted-not-listed") == []

    def test_the_dead_who_are_enrolled(self, tmp_path: Path) -> None:
        with at_the_county(tmp_path) as at:
            saved = save_household(at, FAMILY)
            take_payment(at, PaymentInput(saved.household_id, "cash", FAMILY_FEN))
            assert _names(at, "dead-enrolled") == []
            _change(at, saved.household_id, 2, survival="2", died_on="2021-11-12")
            assert _names(at, "dead-enrolled") == [MOTHER.name]

    def test_one_person_under_two_numbers(self, tmp_path: Path) -> None:
        twin = replace(SON, document_number=invented_number(date(2010, 9, 1), 99, "1"))
        with at_the_county(tmp_path) as at:
            save_household(at, with_members(HEAD, SON))
            save_household(at, replace(with_members(WIFE, twin), number="001001-0002"))
            (row,) = _run(at, "doubles").rows
            assert row.name == SON.name
            assert row.why == ("same_name", f"{SON.name} 2010-09-01", "001001-0002")

    def test_money_and_handover_both_ways(self, tmp_path: Path) -> None:
        with at_the_county(tmp_path) as at:
            saved = save_household(at, with_members(HEAD, SON))
            take_payment(at, PaymentInput(saved.household_id, "cash", 64_000))
            save_household(at, replace(with_members(WIFE), number="001001-0002"))
            assert _names(at, "paid-not-handed") == [HEAD.name, SON.name]
            assert _names(at, "handed-not-paid") == []
            number = hand_over(at, WANTED).number
            assert _names(at, "handed-not-paid") == [WIFE.name]
            take_returns(at, answer_file(tmp_path / "r.csv", number, [(1, "101", "姓名不符")]))
            assert _names(at, "handed-not-paid") == []
            (row,) = _run(at, "return-refused").rows
            assert row.why == ("refused", "101", "姓名不符", f"{number}/1")

    def test_identities_past_their_last_day(self, tmp_path: Path) -> None:
        with at_the_county(tmp_path) as at:
            save_household(at, FAMILY)
            assert _names(at, "identity-expired") == []
            _recognise(at, WIFE.name, "2021-11-15")
            assert _names(at, "identity-expired") == []
            _recognise(at, WIFE.name, "2021-11-14")
            (row,) = _run(at, "identity-expired").rows
            assert (row.name, row.why, row.amount_fen) == (
                WIFE.name, ("expired", "2021-11-14"), 12_000,
            )  # fmt: skip

    def test_an_unknown_check_is_refused(self, tmp_path: Path) -> None:
        with at_the_county(tmp_path) as at:
            with pytest.raises(Refused) as refused:
                _run(at, "everything")
            assert refused.value.code == "AUDIT_UNKNOWN"


class TestRecorded:
    """What is put on record."""

    def test_it_is_stated_once_and_mended_once(self, tmp_path: Path) -> None:
        wanted = AuditWanted("dead-enrolled", COUNTY, CAMPAIGN)
        with at_the_county(tmp_path) as at:
            saved = save_household(at, FAMILY)
            _change(at, saved.household_id, 2, survival="2", died_on="2021-11-12")
            _enrol_again(at, MOTHER.name)
            first = record_audit(at, wanted)
            assert (first.opened, first.mended, first.standing) == (1, 0, 1)
            before = _events(at)
            again = record_audit(at, wanted)
            assert (again.opened, again.mended, _events(at)) == (0, 0, before)
            assert _run(at, "dead-enrolled").rows[0].state == "open"
            assert last_runs(at, COUNTY, CAMPAIGN) == {"dead-enrolled": "2021-11-15"}
            _void(at, MOTHER.name)
            mended = record_audit(at, wanted)
            assert (mended.opened, mended.mended, mended.standing) == (0, 1, 0)
            _enrol_again(at, MOTHER.name)
            back = record_audit(at, wanted)
            assert (back.opened, back.mended) == (1, 0)
            rounds = at.store.connection.execute("SELECT round FROM audit_findings").fetchall()
            assert [row[0] for row in rounds] == [2]

    def test_only_a_supervisor_and_only_what_somebody_must_act_on(self, tmp_path: Path) -> None:
        with at_the_county(tmp_path) as at:
            with pytest.raises(Refused) as refused:
                record_audit(at, AuditWanted("handed-not-paid", COUNTY, CAMPAIGN))
            assert refused.value.code == "AUDIT_NO_CASES"
            at.role = "clerk"
            with pytest.raises(Refused) as refused:
                record_audit(at, AuditWanted("doubles", COUNTY, CAMPAIGN))
            assert refused.value.code == "ROLE"


@pytest.mark.parametrize("check", CHECKS)
def test_every_check_has_words_and_its_cases_have_choices(check: str) -> None:
    assert AUDIT_WORDS[f"audit.check.{check}"].zh
    assert AUDIT_WORDS[f"audit.what.{check}"].en
    if check not in WITHOUT_CASES:
        assert choices_of(case_kind(check)) == ("corrected", "no_fault")


def test_why_is_said_in_both_languages() -> None:
    assert why_text(("refused", "101", "姓名不符", "B/1"), "zh") == "返回码 101 姓名不符（B/1）"
    assert why_text(("same_number", "", "0002"), "en") == "same number; the other in household 0002"


def _events(at: Desk) -> int:
    count: int = at.store.connection.execute("SELECT count(*) FROM events").fetchone()[0]
    return count


def _void(at: Desk, name: str) -> None:
    _set_status(at, name, "voided")


def _enrol_again(at: Desk, name: str) -> None:
    _set_status(at, name, "registered")


def _recognise(at: Desk, name: str, valid_to: str) -> None:
    """Let a recognition end, before anybody has worked the price out again."""
    row = at.store.connection.execute(
        "SELECT id, household_id FROM people WHERE name = ?", (name,)
    ).fetchone()
    held = (Recognition(code="subsistence_allowance", area="rural", valid_to=valid_to),)
    person = PersonFields(id=row[0], identities=held)
    fact = HouseholdSaved(household=HouseholdFields(id=row[1]), people=(person,))
    with at.store.transaction():
        at.store.record(fact, operator="tester")


def _set_status(at: Desk, name: str, status: str) -> None:
    """Say of an enrolment what another desk could have said of it."""
    row = at.store.connection.execute(
        "SELECT e.id, e.household_id FROM enrollments e JOIN people p ON p.id = e.person_id"
        " WHERE p.name = ?",
        (name,),
    ).fetchone()
    enrolment = EnrollmentFields(id=row[0], status=status)  # type: ignore[arg-type]
    fact = HouseholdSaved(household=HouseholdFields(id=row[1]), enrollments=(enrolment,))
    with at.store.transaction():
        at.store.record(fact, operator="tester")
