"""Rolling a household over: what one key writes, whom it leaves out, and that all can be undone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from desktop.base.errors import Refused
from desktop.domain import codes
from desktop.domain.facts import (
    Circumstance,
    HouseholdFields,
    HouseholdSaved,
    OtherCover,
    PersonFields,
    Recognition,
)
from desktop.domain.roster import Band, BandMember, batch_plan
from desktop.store import register
from desktop.store.verify import verify
from desktop.usecases.desk import Desk
from desktop.usecases.payments import PaymentInput, take_payment
from desktop.usecases.roster import (
    load_bands,
    open_division,
)
from desktop.usecases.roster_steps import (
    SetAside,
    Step,
    renew,
    renew_clean,
    restore,
    restore_many,
    set_aside,
    take_back,
)
from tests.helpers import desks
from tests.helpers.rosters import FULL_FEN, YEAR, family, person, settle, settle_village
from tests.helpers.stations import VILLAGE

LOW_INCOME = Recognition(code="subsistence_allowance", area="rural")


@pytest.fixture
def desk() -> Iterator[Desk]:
    with desks.desk() as opened:
        yield opened


def band_of(desk: Desk, household: str) -> Band:
    (band,) = load_bands(desk, (household,), YEAR)
    return band


def only(band: Band) -> BandMember:
    (one,) = band.members
    return one


def marks(one: BandMember) -> set[str]:
    return {mark.code for mark in one.marks}


def events(desk: Desk) -> int:
    count: int = desk.store.connection.execute("SELECT count(*) FROM events").fetchone()[0]
    return count


def states(step: Step) -> list[str]:
    return [one.state for one in step.band.members]


class TestRenewing:
    def test_a_household_is_renewed_by_one_event_at_todays_price(self, desk: Desk) -> None:
        household = settle(desk, family(1, 3))
        before = band_of(desk, household)
        assert [one.last.state for one in before.members] == ["registered"] * 3
        assert before.price_fen == 3 * FULL_FEN
        count = events(desk)
        step = renew(desk, household, YEAR)
        assert events(desk) == count + 1
        assert states(step) == ["renewed"] * 3
        assert (step.band.due_fen, step.band.undecided) == (3 * FULL_FEN, 0)

    def test_renewing_again_writes_nothing(self, desk: Desk) -> None:
        household = settle(desk, family(1))
        renew(desk, household, YEAR)
        count = events(desk)
        assert renew(desk, household, YEAR).after == ()
        assert events(desk) == count

    def test_an_identity_still_valid_is_carried_into_the_price(self, desk: Desk) -> None:
        valid = msgspec.structs.replace(LOW_INCOME, valid_to="2021-11-15")
        household = settle(desk, (person(1, identities=(valid,)),))
        one = only(renew(desk, household, YEAR).band)
        assert (one.net_fen, one.identity) == (20_000, "subsistence_allowance")

    def test_an_expired_identity_is_shown_and_not_carried_into_the_price(self, desk: Desk) -> None:
        expired = msgspec.structs.replace(LOW_INCOME, valid_to="2021-11-14")
        household = settle(desk, (person(1, identities=(expired,)),))
        before = band_of(desk, household)
        assert marks(only(before)) == {"IDENTITY_EXPIRED"}
        assert not before.clean
        one = only(renew(desk, household, YEAR).band)
        assert (one.state, one.net_fen, one.identity) == ("renewed", FULL_FEN, "")

    def test_what_explained_last_years_entry_does_not_explain_this_years(self, desk: Desk) -> None:
        used = Circumstance(code="moved_in", on="2020-10-01")
        fresh = Circumstance(code="demobilised", on="2021-03-01")
        household = settle(desk, (person(1, circumstances=(used, fresh)),))
        step = renew(desk, household, YEAR)
        assert step.before[0].circumstances == (used, fresh)
        assert step.after[0].circumstances == (fresh,)
        row = register.members(desk.store.connection, household)[0]
        assert "moved_in" not in row["circumstances"]
        back = restore(desk, household, YEAR, step.before)
        assert back.after[0].circumstances == (used, fresh)

    def test_who_had_a_reason_last_year_is_renewed_by_name_only(self, desk: Desk) -> None:
        household = settle(desk, family(1, 3), last=("enrolled", codes.EMPLOYEE_COVER, "enrolled"))
        step = renew(desk, household, YEAR)
        assert states(step) == ["renewed", "open", "renewed"]
        (skipped,) = step.skipped
        assert skipped.mark.code == "LAST_YEAR_REASON"
        named = renew(desk, household, YEAR, (skipped.person_id,))
        assert states(named) == ["renewed"] * 3

    def test_nothing_last_year_and_no_reason_is_no_obstacle(self, desk: Desk) -> None:
        household = settle(desk, family(1), last=("", ""))
        assert states(renew(desk, household, YEAR)) == ["renewed", "renewed"]


class TestWhomAHouseholdLeavesOut:
    def test_active_employee_cover_is_refused_by_the_law_and_said(self, desk: Desk) -> None:
        employed = OtherCover(scheme="employee", status="active")
        household = settle(desk, (person(1), person(2, relation="20", other_cover=(employed,))))
        step = renew(desk, household, YEAR)
        assert states(step) == ["renewed", "open"]
        assert [one.mark.code for one in step.skipped] == ["DUPLICATE_COVERAGE"]
        named = renew(desk, household, YEAR, (step.band.members[1].person_id,))
        assert named.after == ()

    def test_who_is_enrolled_in_another_household_this_year(self, desk: Desk) -> None:
        old = settle(desk, family(1))
        moved = register.members(desk.store.connection, old)[1]["id"]
        renew(desk, old, YEAR)
        new = settle(desk, (person(9),), "2")
        with desk.store.transaction():
            fact = HouseholdSaved(
                household=HouseholdFields(id=new), people=(PersonFields(id=moved, household=new),)
            )
            desk.store.record(fact, operator="tester")
        step = renew(desk, new, YEAR)
        assert sorted(states(step)) == ["elsewhere", "renewed"]
        with pytest.raises(Refused) as refused:
            set_aside(desk, new, YEAR, (moved,), SetAside(codes.MOVED_AWAY))
        assert refused.value.code == "ROSTER_PAID"

    def test_two_people_under_one_number(self, desk: Desk) -> None:
        first = settle(desk, (person(1),), "1")
        second = settle(desk, (person(1),), "2")
        for household in (first, second):
            step = renew(desk, household, YEAR)
            assert states(step) == ["open"]
            assert [one.mark.code for one in step.skipped] == ["DOUBLE_IN_REGISTER"]

    def test_a_number_with_a_wrong_check_digit(self, desk: Desk) -> None:
        number = person(1).document_number
        wrong = number[:17] + ("0" if number[17] != "0" else "1")
        household = settle(desk, (person(1, document_number=wrong),))
        step = renew(desk, household, YEAR)
        assert states(step) == ["open"]
        assert [one.mark.code for one in step.skipped] == ["DOCUMENT_CHECK_DIGIT"]

    def test_the_dead_are_not_renewed_even_by_name(self, desk: Desk) -> None:
        household = settle(desk, family(1))
        dead = band_of(desk, household).members[0].person_id
        set_aside(desk, household, YEAR, (dead,), SetAside(codes.DEATH, died_on="2021-06-01"))
        step = renew(desk, household, YEAR, (dead,))
        assert (step.after, step.skipped[0].mark.code) == ((), "DEAD")
        assert states(renew(desk, household, YEAR)) == ["dead", "renewed"]

    @pytest.mark.parametrize(
        ("identity", "state", "mark", "stops"),
        [("veteran", "renewed", "PRICE_OPEN", ""), ("nonsense", "open", "FACT_INVALID", "person")],
    )
    def test_an_open_price_waits_and_an_unusable_fact_stops(
        self, desk: Desk, identity: str, state: str, mark: str, stops: str
    ) -> None:
        household = settle(desk, (person(1, identities=(Recognition(code=identity),)),))
        before = band_of(desk, household)
        assert [(one.code, one.stops) for one in only(before).marks] == [(mark, stops)]
        assert (only(before).net_fen, before.price_fen, before.clean) == (None, 0, False)
        assert before.price_open is (state == "renewed")
        assert states(renew(desk, household, YEAR)) == [state]

    def test_where_no_law_of_the_program_applies(self, desk: Desk) -> None:
        household = settle(desk, (person(1),), division="999999001001")
        step = renew(desk, household, YEAR)
        assert [one.mark.code for one in step.skipped] == ["OUT_OF_SCOPE"]

    def test_without_a_birth_date_there_is_no_age(self, desk: Desk) -> None:
        foreign = person(1, document_type="08", document_number="E1234567", birth_date="")
        one = only(band_of(desk, settle(desk, (foreign,))))
        assert (one.age, "BIRTH_DATE_EMPTY" in marks(one)) == (None, True)

    def test_who_is_in_prison_on_file_is_renewed_by_name_only(self, desk: Desk) -> None:
        household = settle(desk, (person(1),))
        who = only(band_of(desk, household)).person_id
        with desk.store.transaction():
            fact = HouseholdSaved(
                household=HouseholdFields(id=household),
                people=(PersonFields(id=who, survival="3"),),
            )
            desk.store.record(fact, operator="tester")
        assert renew(desk, household, YEAR).skipped[0].mark.code == "SURVIVAL"
        assert states(renew(desk, household, YEAR, (who,))) == ["renewed"]


class TestSettingAside:
    def test_a_death_voids_what_is_unpaid_and_notes_the_day(self, desk: Desk) -> None:
        household = settle(desk, family(1))
        renewed = renew(desk, household, YEAR)
        who = renewed.band.members[0].person_id
        count = events(desk)
        step = set_aside(desk, household, YEAR, (who,), SetAside(codes.DEATH, "2021-10-01"))
        assert events(desk) == count + 1
        assert (states(step), step.band.due_fen) == (["dead", "renewed"], FULL_FEN)
        row = register.person(desk.store.connection, who)
        assert row is not None
        assert (row["survival"], row["died_on"]) == ("2", "2021-10-01")
        assert register.enrollment(desk.store.connection, who, YEAR) is None

    def test_an_employee_is_known_as_one_from_then_on(self, desk: Desk) -> None:
        household = settle(desk, (person(1),))
        who = only(band_of(desk, household)).person_id
        step = set_aside(desk, household, YEAR, (who,), SetAside(codes.EMPLOYEE_COVER))
        one = only(step.band)
        assert (one.state, one.reason) == ("not_enrolled", codes.EMPLOYEE_COVER)
        again = renew(desk, household, YEAR, (who,))
        assert again.skipped[0].mark.code == "DUPLICATE_COVERAGE"
        opened = take_back(desk, household, YEAR, (who,))
        assert only(opened.band).state == "open"
        assert states(renew(desk, household, YEAR)) == ["renewed"]

    def test_a_refusal_keeps_its_paper_and_gives_way_to_a_renewal(self, desk: Desk) -> None:
        household = settle(desk, (person(1),))
        who = only(band_of(desk, household)).person_id
        step = set_aside(desk, household, YEAR, (who,), SetAside(codes.REFUSED, evidence="拒001"))
        assert (only(step.band).reason, only(step.band).noted) == (codes.REFUSED, "拒001")
        one = only(renew(desk, household, YEAR, (who,)).band)
        assert (one.state, one.reason) == ("renewed", "")

    def test_a_whole_household_moves_away_in_one_event(self, desk: Desk) -> None:
        household = settle(desk, family(1, 3))
        people = tuple(one.person_id for one in band_of(desk, household).members)
        count = events(desk)
        step = set_aside(desk, household, YEAR, people, SetAside(codes.MOVED_AWAY))
        assert (states(step), events(desk)) == (["not_enrolled"] * 3, count + 1)

    def test_an_unknown_reason_is_refused(self, desk: Desk) -> None:
        household = settle(desk, family(1))
        with pytest.raises(Refused) as refused:
            set_aside(desk, household, YEAR, (), SetAside("bored"))
        assert refused.value.code == "REASON_UNKNOWN"

    def test_a_band_foretells_what_a_step_makes_of_it(self, desk: Desk) -> None:
        household = settle(desk, family(1, 3))
        before = band_of(desk, household)
        head, child, _ = (one.person_id for one in before.members)
        assert before.renewed(before.to_renew) == renew(desk, household, YEAR).band
        for why in (SetAside(codes.DEATH, "2021-10-01"), SetAside(codes.REFUSED, evidence="拒1")):
            now = band_of(desk, household)
            told = now.set_aside((head,), why.reason, why.died_on or why.evidence)
            found = set_aside(desk, household, YEAR, (head,), why).band
            assert [(one.state, one.reason, one.noted) for one in told.members] == [
                (one.state, one.reason, one.noted) for one in found.members
            ]
        assert states(take_back(desk, household, YEAR, (head, child))) == [
            "open",
            "open",
            "renewed",
        ]


class TestUndo:
    @pytest.mark.parametrize("reason", [codes.DEATH, codes.EMPLOYEE_COVER, codes.REFUSED, "prison"])
    def test_every_reason_is_undone_and_redone_by_further_events(
        self, desk: Desk, reason: str, tmp_path: Path
    ) -> None:
        household = settle(desk, family(1))
        renewed = renew(desk, household, YEAR)
        who = renewed.band.members[0].person_id
        step = set_aside(desk, household, YEAR, (who,), SetAside(reason, "", "d", "e"))
        count = events(desk)
        back = restore(desk, household, YEAR, step.before)
        assert events(desk) == count + 1
        assert back.band == renewed.band
        again = restore(desk, household, YEAR, step.after)
        assert again.band == step.band
        assert verify(desk.store, tmp_path / "rebuilt.db").ok

    def test_an_undone_renewal_leaves_no_living_enrolment(self, desk: Desk) -> None:
        household = settle(desk, family(1))
        before = band_of(desk, household)
        step = renew(desk, household, YEAR)
        assert restore(desk, household, YEAR, step.before).band == before
        assert register.enrollments(desk.store.connection, household, YEAR) == []

    def test_what_was_paid_cannot_be_undone(self, desk: Desk) -> None:
        household = settle(desk, family(1))
        step = renew(desk, household, YEAR)
        take_payment(desk, PaymentInput(household, "cash", 2 * FULL_FEN, YEAR))
        with pytest.raises(Refused) as refused:
            restore(desk, household, YEAR, step.before)
        assert refused.value.code == "ROSTER_PAID"
        who = step.band.members[0].person_id
        with pytest.raises(Refused) as refused:
            set_aside(desk, household, YEAR, (who,), SetAside(codes.DEATH))
        assert refused.value.code == "ROSTER_PAID"
        assert band_of(desk, household).collected_fen == 2 * FULL_FEN

    def test_many_are_restored_at_once_and_who_paid_stays(self, desk: Desk) -> None:
        first, second = settle_village(desk, 2)
        steps = renew_clean(desk, (first, second), YEAR)
        due = steps[1].band.due_fen
        take_payment(desk, PaymentInput(second, "cash", due, YEAR))
        wanted = [(step.band.household_id, step.before) for step in steps]
        back = restore_many(desk, YEAR, wanted)
        assert [step.band.undecided for step in back] == [len(steps[0].after), 0]
        assert back[1].after == ()


class TestTheBatch:
    def test_the_plan_states_numbers_and_why_the_rest_is_left_out(self, desk: Desk) -> None:
        clean = settle_village(desk, 3)
        expired = msgspec.structs.replace(LOW_INCOME, valid_to="2021-01-01")
        settle(desk, (person(11, identities=(expired,)),), "11")
        settle(desk, family(12), "12", last=("enrolled", codes.REFUSED))
        settle(desk, (person(14, identities=(Recognition(code="veteran"),)),), "14")
        done = settle(desk, family(13), "13")
        renew(desk, done, YEAR)
        roster = open_division(desk, VILLAGE, YEAR)
        ids = [heading.household_id for heading in roster.headings]
        plan = batch_plan(load_bands(desk, ids, YEAR))
        assert set(plan.households) == set(clean)
        assert plan.people == sum(len(band_of(desk, one).members) for one in clean)
        assert plan.due_fen == plan.people * FULL_FEN
        assert [(one.number, one.code) for one in plan.left_out] == [
            ("11", "IDENTITY_EXPIRED"),
            ("12", "LAST_YEAR_REASON"),
            ("14", "PRICE_OPEN"),
        ]

    def test_a_household_no_longer_clean_is_left_as_it_is(self, desk: Desk) -> None:
        first, second = settle_village(desk, 2)
        who = band_of(desk, second).members[0].person_id
        set_aside(desk, second, YEAR, (who,), SetAside(codes.REFUSED))
        steps = renew_clean(desk, (first, second), YEAR)
        assert steps[0].after
        # Who refused is decided; the other is still clean to renew.
        assert states(steps[1])[0] == "not_enrolled"


def test_an_auditor_changes_nothing() -> None:
    with desks.desk(role="auditor") as desk:
        household = settle(desk, family(1))
        for act in (
            lambda: renew(desk, household, YEAR),
            lambda: set_aside(desk, household, YEAR, (), SetAside(codes.REFUSED)),
            lambda: take_back(desk, household, YEAR, ()),
            lambda: restore(desk, household, YEAR, ()),
            lambda: renew_clean(desk, (household,), YEAR),
            lambda: restore_many(desk, YEAR, ()),
        ):
            with pytest.raises(Refused) as refused:
                act()
            assert refused.value.code == "ROLE"
