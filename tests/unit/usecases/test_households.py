"""Goal: saving a household is whole or not at all, and a person is known by the number."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.base.errors import Refused
from desktop.domain.facts import OtherCover, Recognition
from desktop.domain.household import Finding, HouseholdInput
from desktop.store import register
from desktop.usecases.desk import Desk
from desktop.usecases.households import HouseholdRefused, save_household
from desktop.usecases.open_household import load_household
from tests.helpers.desks import (
    CAMPAIGN,
    FAMILY,
    FAMILY_FEN,
    HEAD,
    MOTHER,
    NEWBORN,
    SON,
    WIFE,
    desk,
    with_members,
)


def refused(at: Desk, entry: HouseholdInput) -> tuple[Finding, ...]:
    before = at.store.connection.execute("SELECT count(*) FROM events").fetchone()[0]
    with pytest.raises(HouseholdRefused) as told:
        save_household(at, entry)
    after = at.store.connection.execute("SELECT count(*) FROM events").fetchone()[0]
    assert after == before, "a refused household leaves no event"
    return told.value.findings


def test_a_household_of_four_is_one_event_with_four_enrolments() -> None:
    with desk() as at:
        saved = save_household(at, FAMILY)
        nets = [one.assessment.net_payable for one in saved.enrollments]
        assert nets == [32000, 20000, 14000, 32000]
        assert saved.payable_fen == FAMILY_FEN
        types = [row[0] for row in at.store.connection.execute("SELECT type FROM events")]
        assert types.count("household.saved") == 1


def test_every_figure_names_its_article() -> None:
    with desk() as at:
        saved = save_household(at, FAMILY)
        wife = saved.enrollments[1].assessment
        cited = {(step.field, step.document, step.article) for step in wife.trace}
        assert ("assistance", "楚医保〔2021〕46号", "三") in cited
        assert wife.assistance_identity == "subsistence_allowance"


def test_what_is_loaded_is_what_was_saved() -> None:
    with desk() as at:
        saved = save_household(at, FAMILY)
        loaded = load_household(at, saved.household_id, CAMPAIGN)
        assert [member.name for member in loaded.entry.members] == [
            member.name for member in FAMILY.members
        ]
        assert loaded.entry.members[1].identities == WIFE.identities
        assert loaded.entry.members[3].circumstances == NEWBORN.circumstances
        assert set(loaded.statuses) == {"registered"}
        again = save_household(at, loaded.entry)
        assert again.payable_fen == FAMILY_FEN
        assert [one.enrollment_id for one in again.enrollments] == [
            one.enrollment_id for one in saved.enrollments
        ]


def test_the_same_reference_twice_is_the_same_enrolment() -> None:
    with desk() as at:
        entry = replace(FAMILY, ref="row-1")
        first, second = save_household(at, entry), save_household(at, entry)
        assert second.again
        assert second.household_id == first.household_id
        assert second.payable_fen == first.payable_fen
        assert [one.enrollment_id for one in second.enrollments] == [
            one.enrollment_id for one in first.enrollments
        ]
        assert at.store.connection.execute("SELECT count(*) FROM enrollments").fetchone()[0] == 4


def test_a_person_enrolled_in_another_household_stops_the_save() -> None:
    with desk() as at:
        save_household(at, FAMILY)
        other = with_members(replace(WIFE, relation="02"), number="001001-0002")
        (finding,) = refused(at, other)
        assert (finding.member, finding.code) == (0, "ALREADY_ENROLLED")


def test_a_known_number_under_another_name_is_the_same_person_with_a_warning() -> None:
    with desk() as at:
        first = save_household(at, with_members(HEAD))
        entry = load_household(at, first.household_id, CAMPAIGN).entry
        renamed = replace(entry, members=(replace(entry.members[0], name="王吉祥"),))
        saved = save_household(at, renamed)
        assert saved.enrollments[0].person_id == first.enrollments[0].person_id
        assert [warning.code for warning in saved.warnings] == ["NAME_DIFFERS"]


def test_a_member_added_by_household_number_leaves_the_others_in_place() -> None:
    with desk() as at:
        first = save_household(at, with_members(HEAD, WIFE))
        second = save_household(at, with_members(SON))
        assert second.household_id == first.household_id
        people = register.members(at.store.connection, first.household_id)
        assert [person["name"] for person in people] == [HEAD.name, WIFE.name, SON.name]


def test_a_member_taken_out_leaves_and_the_unpaid_enrolment_is_voided() -> None:
    with desk() as at:
        saved = save_household(at, with_members(HEAD, SON))
        entry = load_household(at, saved.household_id, CAMPAIGN).entry
        without = save_household(at, replace(entry, members=entry.members[:1]))
        assert len(without.enrollments) == 1
        statuses = at.store.connection.execute("SELECT status, reason FROM enrollments").fetchall()
        assert [tuple(row) for row in statuses] == [
            ("registered", None),
            ("voided", "member_removed"),
        ]


def test_a_member_who_is_not_enrolled_is_kept_in_the_household() -> None:
    with desk() as at:
        saved = save_household(at, with_members(HEAD, replace(SON, enrol=False)))
        assert len(saved.enrollments) == 1
        loaded = load_household(at, saved.household_id, CAMPAIGN)
        assert loaded.statuses == ("registered", "")
        assert [member.enrol for member in loaded.entry.members] == [True, False]


@pytest.mark.parametrize(
    ("entry", "member", "code"),
    [
        (with_members(replace(HEAD, name="")), 0, "NAME_EMPTY"),
        (with_members(replace(HEAD, document_number="123")), 0, "DOCUMENT_LENGTH"),
        (with_members(HEAD, HEAD), 1, "DOCUMENT_TWICE"),
        (with_members(HEAD, division="990101001001"), None, "OUT_OF_SCOPE"),
        (with_members(HEAD, campaign_year=2031), None, "OUT_OF_SCOPE"),
        (
            with_members(replace(HEAD, identities=(Recognition(code="wizard"),))),
            0,
            "FACT_INVALID",
        ),
        (
            with_members(
                HEAD, replace(SON, other_cover=(OtherCover(scheme="employee", status="active"),))
            ),
            1,
            "DUPLICATE_COVERAGE",
        ),
    ],
)
def test_what_cannot_be_saved_says_where_and_why(
    entry: HouseholdInput, member: int | None, code: str
) -> None:
    with desk() as at:
        assert (member, code) in {(one.member, one.code) for one in refused(at, entry)}


def test_a_price_the_law_leaves_open_is_kept_and_waits() -> None:
    veteran = replace(MOTHER, identities=(Recognition(code="veteran"),))
    with desk() as at:
        saved = save_household(at, with_members(HEAD, veteran))
        assert saved.payable_fen == 32000
        open_ = saved.enrollments[1].assessment
        assert open_.net_payable is None
        assert "NO_AMOUNT_IN_DOC" in open_.reasons


def test_an_auditor_changes_nothing() -> None:
    with desk(role="auditor") as at, pytest.raises(Refused, match="ROLE"):
        save_household(at, FAMILY)
