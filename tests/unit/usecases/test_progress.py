"""Goal: the dashboard's figures equal what was entered and taken. Method: a real store."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.base.errors import Refused
from desktop.domain.progress import UnitProgress, add_up, by_township
from desktop.domain.roster_facts import Target, TargetsSet
from desktop.usecases.desk import Desk
from desktop.usecases.households import save_household
from desktop.usecases.not_enrolled import (
    Listing,
    follow_ups,
    list_not_enrolled,
    note_follow_up,
    note_reason,
)
from desktop.usecases.payments import PaymentInput, take_payment
from desktop.usecases.progress import progress
from tests.helpers.desks import CAMPAIGN, FAMILY, FAMILY_FEN, HEAD, SON, WIFE, desk, with_members
from tests.helpers.stations import VILLAGE

COUNTY = VILLAGE[:6]


def _listed(at: Desk, **fields: object) -> list[str]:
    listing = replace(Listing(COUNTY, CAMPAIGN), **fields)  # type: ignore[arg-type]
    found = list_not_enrolled(at.store.connection, listing, at.today)
    return [one.name for one in found]


def _call(at: Desk, person: str, *, next_on: str) -> str:
    return note_follow_up(at, person, CAMPAIGN, "call", next_on=next_on)


def _three_of_whom_one_is_enrolled(at: Desk) -> str:
    members = (HEAD, replace(WIFE, enrol=False), replace(SON, enrol=False))
    return save_household(at, with_members(*members)).household_id


def _person(at: Desk, name: str) -> str:
    row = at.store.connection.execute("SELECT id FROM people WHERE name = ?", (name,)).fetchone()
    return str(row[0])


def test_what_was_entered_and_taken_is_what_is_counted() -> None:
    with desk() as at:
        saved = save_household(at, FAMILY)
        before = progress(at.store.connection, COUNTY, CAMPAIGN, at.today)
        assert (before.total.people, before.total.registered, before.total.paid) == (4, 4, 0)
        take_payment(at, PaymentInput(saved.household_id, "cash", FAMILY_FEN))
        found = progress(at.store.connection, COUNTY, CAMPAIGN, at.today)
        (village,) = found.villages
        assert village.division == VILLAGE
        assert (village.paid, village.registered, village.not_enrolled) == (4, 0, 0)
        assert (village.own_fen, village.assisted, village.assistance_fen) == (
            FAMILY_FEN,
            2,
            30_000,
        )
        assert village.new_today == 4
        assert found.days[-1].day == at.today
        assert (found.days[-1].people, found.days[-1].own_fen) == (4, FAMILY_FEN)
        assert [one.people for one in found.days[:-1]] == [0] * 29
        assert found.week_fen == FAMILY_FEN
        assert {one.identity: one.assistance_fen for one in found.identities} == {
            "subsistence_allowance": 12_000,
            "lifted_out_of_poverty": 18_000,
        }


def test_the_rate_is_open_until_the_county_states_its_population() -> None:
    with desk() as at:
        saved = save_household(at, FAMILY)
        take_payment(at, PaymentInput(saved.household_id, "cash", FAMILY_FEN))
        assert progress(at.store.connection, COUNTY, CAMPAIGN, at.today).total.rate is None
        stated = Target(division=VILLAGE, residents=10, employees=3)
        with at.store.transaction():
            fact = TargetsSet(campaign_year=CAMPAIGN, targets=(stated,))
            at.store.record(fact, operator="tester")
        total = progress(at.store.connection, COUNTY, CAMPAIGN, at.today).total
        assert total.rate == Fraction(7, 10)
        assert total.missing(Fraction(95, 100)) == 3
        assert total.missing(None) is None


def test_a_figure_stated_for_the_township_stands_before_the_sum_of_its_villages() -> None:
    villages = (
        UnitProgress("539999001001", people=5, paid=2, residents=6, employees=1),
        UnitProgress("539999001002", people=3, paid=3),
    )
    (open_sum,) = by_township(villages, {})
    assert (open_sum.division, open_sum.residents, open_sum.rate) == ("539999001000", None, None)
    stated = {"539999001000": UnitProgress("539999001000", residents=10, employees=2)}
    (told,) = by_township(villages, stated)
    assert told.rate == Fraction(7, 10)


@given(
    st.lists(
        st.builds(
            UnitProgress,
            st.integers(0, 30).map(lambda n: f"5399990{n % 3:02d}{n:03d}"),
            people=st.integers(0, 900),
            paid=st.integers(0, 900),
            registered=st.integers(0, 50),
            residents=st.none() | st.integers(0, 1000),
        )
    )
)
def test_townships_add_up_to_the_county_whatever_the_villages_are(
    units: list[UnitProgress],
) -> None:
    whole = add_up(COUNTY, units)
    parts = add_up(COUNTY, by_township(units, {}))
    assert whole == parts


def test_who_is_not_enrolled_is_listed_until_enrolled() -> None:
    with desk() as at:
        _three_of_whom_one_is_enrolled(at)
        assert _listed(at) == [WIFE.name, SON.name]
        note_reason(at, _person(at, WIFE.name), CAMPAIGN, "employee", detail="县医院职工")
        assert _listed(at, wanted="without_reason") == [SON.name]
        assert _listed(at, reason="employee") == [WIFE.name]
        total = progress(at.store.connection, COUNTY, CAMPAIGN, at.today).total
        assert (total.not_enrolled, total.without_reason, total.reasons) == (2, 1, {"employee": 1})
        note_reason(at, _person(at, WIFE.name), CAMPAIGN, "")
        assert _listed(at, wanted="without_reason") == [WIFE.name, SON.name]


def test_pages_follow_each_other_without_a_gap() -> None:
    with desk() as at:
        _three_of_whom_one_is_enrolled(at)
        listing = Listing(COUNTY, CAMPAIGN)
        first = list_not_enrolled(at.store.connection, listing, at.today, limit=1)
        second = list_not_enrolled(at.store.connection, listing, at.today, after=first[-1], limit=1)
        third = list_not_enrolled(at.store.connection, listing, at.today, after=second[-1])
        assert [one.name for one in (*first, *second)] == [WIFE.name, SON.name]
        assert third == ()
        assert first[0].document.startswith("539999********")


def test_a_reminder_is_due_on_its_day_and_gone_after_the_next_attempt() -> None:
    with desk() as at:
        _three_of_whom_one_is_enrolled(at)
        person = _person(at, SON.name)
        note_follow_up(at, person, CAMPAIGN, "call", result="无人接听", next_on="2021-11-15")
        assert _listed(at, wanted="due") == [SON.name]
        note_follow_up(at, person, CAMPAIGN, "visit", result="同意参保", next_on="2021-11-20")
        assert _listed(at, wanted="due") == []
        told = follow_ups(at.store.connection, person, CAMPAIGN)
        assert [(one.kind, one.next_on) for one in told] == [
            ("visit", "2021-11-20"),
            ("call", "2021-11-15"),
        ]


@pytest.mark.parametrize(
    ("code", "act"),
    [
        ("REASON_UNKNOWN", lambda at, who: note_reason(at, who, CAMPAIGN, "weather")),
        ("EVIDENCE_NEEDED", lambda at, who: note_reason(at, who, CAMPAIGN, "refused")),
        ("TEXT_LONG", lambda at, who: note_reason(at, who, CAMPAIGN, "other", detail="长" * 201)),
        ("PERSON_UNKNOWN", lambda at, _: note_reason(at, "0" * 32, CAMPAIGN, "other")),
        ("FOLLOW_UP_KIND", lambda at, who: note_follow_up(at, who, CAMPAIGN, "pigeon")),
        (
            "DAY_PAST",
            lambda at, who: note_follow_up(at, who, CAMPAIGN, "call", next_on="2021-11-14"),
        ),
        ("DAY_FORM", lambda at, who: note_follow_up(at, who, CAMPAIGN, "call", next_on="20211120")),
    ],
)
def test_what_cannot_be_noted_is_refused_and_nothing_is_written(code: str, act: object) -> None:
    with desk() as at:
        _three_of_whom_one_is_enrolled(at)
        count = "SELECT count(*) FROM events"
        before = at.store.connection.execute(count).fetchone()[0]
        with pytest.raises(Refused) as refused:
            act(at, _person(at, SON.name))  # type: ignore[operator]
        assert refused.value.code == code
        assert at.store.connection.execute(count).fetchone()[0] == before


def test_somebody_enrolled_gets_no_reason_for_not_being_enrolled() -> None:
    with desk() as at:
        _three_of_whom_one_is_enrolled(at)
        with pytest.raises(Refused, match="enrolled"):
            note_reason(at, _person(at, HEAD.name), CAMPAIGN, "other")


def test_an_auditor_changes_nothing() -> None:
    with desk(role="auditor") as at, pytest.raises(Refused) as refused:
        note_reason(at, "0" * 32, CAMPAIGN, "other")
    assert refused.value.code == "ROLE"
