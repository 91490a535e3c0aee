"""Setting local values at a desk: who may, what is refused, what they change at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from desktop.base.errors import Refused
from desktop.domain.local_values import Given, Kind, LocalValue
from desktop.policy import Assessment
from desktop.usecases.desk import Desk
from desktop.usecases.households import save_household
from desktop.usecases.local_values import (
    Proposal,
    approve,
    list_values,
    open_values,
    propose,
    reject,
)
from desktop.usecases.payments import PaymentInput, take_payment
from desktop.usecases.price import price_household
from tests.helpers.desks import CAMPAIGN, FAMILY, FAMILY_FEN, HEAD, with_members
from tests.helpers.desks import desk as signed_in

PREFECTURE = "532300"
FIRST = date(2021, 9, 22)


@pytest.fixture
def desk() -> Iterator[Desk]:
    with signed_in(role="policy") as opened:
        yield opened


def as_operator(desk: Desk, operator: str = "wang", role: str = "supervisor") -> Desk:
    """Return the same station with another person signed in."""
    return replace(desk, operator=operator, role=role)


def proposal(kind: Kind = "benefit_year", value: Given = 2022, **fields: object) -> Proposal:
    known: dict[str, object] = {
        "division": PREFECTURE,
        "campaign_year": CAMPAIGN,
        "kind": kind,
        "value": value,
        "document": "楚医保〔2021〕50号",
        "valid_from": FIRST,
    }
    return Proposal(**(known | fields))  # type: ignore[arg-type]


def put_in_force(desk: Desk, *proposals: Proposal) -> LocalValue:
    """Propose and have another person approve; return the last."""
    last = None
    for one in proposals:
        last = approve(as_operator(desk), propose(desk, one).id)
    assert last is not None
    return last


def code_of(desk: Desk, one: Proposal) -> str:
    with pytest.raises(Refused) as refused:
        propose(desk, one)
    return refused.value.code


def price(desk: Desk) -> Assessment:
    entry = with_members(HEAD)
    found = price_household(entry, desk.law, desk.today, desk.local_values).members[0].assessment
    assert found is not None
    return found


WINDOW = proposal("window", {"start": "2021-09-22", "end": "2021-12-31"})
START = proposal("benefit_start_rule", "first_of_benefit_year")


class TestLife:
    def test_a_proposal_changes_nothing_an_approval_does(self, desk: Desk) -> None:
        proposed = propose(desk, proposal())
        assert proposed.proposed_by == "tester"
        assert price(desk).benefit_year is None
        approve(as_operator(desk), proposed.id)
        found = price(desk)
        assert found.benefit_year == 2022
        (step,) = (step for step in found.trace if step.field == "benefit_year")
        assert step.document == "楚医保〔2021〕50号"
        assert step.article == "楚雄州医疗保障局：待遇年度"
        assert step.valid_from == FIRST

    def test_who_proposed_never_approves_not_even_as_supervisor(self, desk: Desk) -> None:
        one = propose(desk, proposal())
        with pytest.raises(Refused, match="SAME_PERSON"):
            approve(as_operator(desk, "tester"), one.id)
        assert price(desk).benefit_year is None

    @pytest.mark.parametrize("role", ["clerk", "collector", "auditor", "it"])
    def test_only_policy_and_supervisor_may_set(self, desk: Desk, role: str) -> None:
        one = propose(desk, proposal())
        other = as_operator(desk, "other", role)
        assert code_of(other, proposal()) == "ROLE"
        with pytest.raises(Refused, match="ROLE"):
            approve(other, one.id)
        with pytest.raises(Refused, match="ROLE"):
            reject(other, one.id, "no")

    def test_a_rejected_proposal_is_over(self, desk: Desk) -> None:
        one = propose(desk, proposal())
        found = reject(as_operator(desk), one.id, "文号有误")
        assert (found.state(desk.today), found.reason) == ("rejected", "文号有误")
        with pytest.raises(Refused, match="LOCAL_VALUE_STATE"):
            approve(as_operator(desk), one.id)

    def test_a_rejection_says_why(self, desk: Desk) -> None:
        with pytest.raises(Refused, match="REASON_EMPTY"):
            reject(desk, propose(desk, proposal()).id, " ")

    def test_a_value_is_replaced_with_its_history_kept(self, desk: Desk) -> None:
        old = put_in_force(desk, proposal(value=2021))
        new = put_in_force(desk, proposal(replaces=old.id, valid_from=date(2021, 11, 1)))
        assert price(desk).benefit_year == 2022
        listed = {one.value.id: one.state for one in list_values(desk, PREFECTURE, CAMPAIGN)}
        assert listed == {new.id: "in_force", old.id: "replaced"}

    def test_a_value_is_taken_back(self, desk: Desk) -> None:
        old = put_in_force(desk, proposal())
        put_in_force(desk, proposal(value=None, replaces=old.id, valid_from=date(2021, 11, 1)))
        assert price(desk).benefit_year is None

    def test_an_approval_is_checked_again(self, desk: Desk) -> None:
        one, two = propose(desk, proposal()), propose(desk, proposal(value=2021))
        approve(as_operator(desk), one.id)
        with pytest.raises(Refused, match="LOCAL_VALUE_OVERLAP"):
            approve(as_operator(desk), two.id)

    def test_the_record_is_what_the_events_add_up_to(self, desk: Desk) -> None:
        put_in_force(desk, WINDOW, proposal())
        types = [
            row[0]
            for row in desk.store.connection.execute(
                "SELECT type FROM events WHERE type LIKE 'local_value.%' ORDER BY seq"
            )
        ]
        assert types == ["local_value.proposed", "local_value.approved"] * 2


class TestRefused:
    def test_without_a_document_there_is_no_value(self, desk: Desk) -> None:
        assert code_of(desk, proposal(document=" ")) == "LOCAL_VALUE_DOCUMENT"

    def test_what_the_law_settles_is_not_open(self, desk: Desk) -> None:
        assert code_of(desk, proposal("personal_standard", "350.00")) == "LOCAL_VALUE_NOT_OPEN"
        assert code_of(desk, proposal("transition_period_active", False)) == "LOCAL_VALUE_NOT_OPEN"
        one = proposal("assistance", "120.00", subject="orphan")
        assert code_of(desk, one) == "LOCAL_VALUE_NOT_OPEN"
        one = proposal("assistance", "120.00", subject="retired_soldier_14")
        assert code_of(desk, one) == "LOCAL_VALUE_NOT_OPEN"
        one = proposal("unit_class", "2", subject="532301")
        assert code_of(desk, one) == "LOCAL_VALUE_NOT_OPEN"

    def test_assistance_above_the_standard(self, desk: Desk) -> None:
        one = proposal("assistance", "320.01", subject="veteran")
        assert code_of(desk, one) == "ASSISTANCE_EXCEEDS_STANDARD"
        assert propose(desk, replace(one, value="320.00")).approved_by == ""

    def test_an_unknown_identity_or_class(self, desk: Desk) -> None:
        one = proposal("assistance", "10.00", subject="nobody")
        assert code_of(desk, one) == "IDENTITY_UNKNOWN"
        one = proposal("unit_class", "lifted_county", subject="539999")
        assert code_of(desk, one) == "UNIT_CLASS_UNKNOWN"
        assert propose(desk, replace(one, value="2")).approved_by == ""

    def test_overlapping_days(self, desk: Desk) -> None:
        put_in_force(desk, proposal(valid_to=date(2021, 12, 31)))
        assert code_of(desk, proposal(valid_from=date(2021, 12, 31))) == "LOCAL_VALUE_OVERLAP"
        assert propose(desk, proposal(valid_from=date(2022, 1, 1))).approved_by == ""
        province = proposal(valid_to=FIRST, division="530000", delegation="云医保〔2021〕99号")
        assert propose(desk, province).division == "530000"

    @pytest.mark.parametrize(
        ("division", "competent"),
        [("539999", "楚雄州医疗保障局"), ("530000", "统筹区医疗保障局")],
    )
    def test_a_level_that_is_not_competent_needs_a_delegation(
        self, desk: Desk, division: str, competent: str
    ) -> None:
        with pytest.raises(Refused) as refused:
            propose(desk, proposal(division=division))
        assert refused.value.code == "LOCAL_VALUE_COMPETENCE"
        assert refused.value.values["authority"] == competent
        assert code_of(desk, proposal(division=division, delegation=" ")) == (
            "LOCAL_VALUE_COMPETENCE"
        )
        told = propose(desk, proposal(division=division, delegation="楚医保〔2021〕77号"))
        assert told.delegation == "楚医保〔2021〕77号"
        in_force = approve(as_operator(desk), told.id)
        assert in_force.delegation == "楚医保〔2021〕77号"

    def test_a_delegation_is_part_of_what_is_approved(self, desk: Desk) -> None:
        plain = propose(desk, proposal())
        assert replace(plain, delegation="x").content != plain.content

    def test_another_countys_division_or_the_nation(self, desk: Desk) -> None:
        for division in ("532301", "450000", "000000", "539999001"):
            assert code_of(desk, proposal(division=division)) == "LOCAL_VALUE_DIVISION"

    def test_a_year_without_law(self, desk: Desk) -> None:
        assert code_of(desk, proposal(campaign_year=2031)) == "OUT_OF_SCOPE"

    @pytest.mark.parametrize(
        ("changes", "code"),
        [
            ({"value": "2022"}, "LOCAL_VALUE_FORM"),
            ({"valid_to": date(2021, 9, 21)}, "LOCAL_VALUE_DAYS"),
            ({"subject": "532301"}, "LOCAL_VALUE_SUBJECT"),
            ({"kind": "assistance", "value": "1.00"}, "LOCAL_VALUE_SUBJECT"),
            ({"value": None}, "LOCAL_VALUE_REPLACES"),
            ({"replaces": "0" * 32}, "LOCAL_VALUE_REPLACES"),
            ({"document": "号" * 201}, "LOCAL_VALUE_TEXT"),
        ],
    )
    def test_what_is_not_whole(self, desk: Desk, changes: dict[str, object], code: str) -> None:
        assert code_of(desk, proposal(**changes)) == code  # type: ignore[arg-type]

    def test_a_value_nobody_knows(self, desk: Desk) -> None:
        with pytest.raises(Refused, match="LOCAL_VALUE_UNKNOWN"):
            approve(desk, "0" * 32)


class TestElsewhere:
    """Floors and standards of the other regions' law, through the same check."""

    def test_guangxi_floor_and_assistance(self) -> None:
        from desktop.domain.open_values import check_value
        from desktop.policy import LocalValues

        with signed_in(role="policy") as opened:
            law = opened.law.resolve("450100", 2021)
        assert law is not None
        with pytest.raises(Refused, match="BELOW_FLOOR"):
            check_value(law, "personal_standard", "", "319.99", None)
        assert check_value(law, "personal_standard", "", "320.00", None).floor_fen == 32000
        with pytest.raises(Refused, match="ASSISTANCE_EXCEEDS_STANDARD"):
            check_value(law, "assistance", "subsistence_allowance", "350.00", None)
        known = LocalValues(personal_standard=35000)  # type: ignore[arg-type]
        check_value(law, "assistance", "subsistence_allowance", "350.00", known)
        check_value(law, "unit_class", "450102", "districted_city", None)

    def test_chongqing_prints_the_windows_end(self) -> None:
        from desktop.domain.open_values import check_value

        with signed_in() as opened:
            law = opened.law.resolve("500101", 2021)
        assert law is not None
        end = law.text.window.end
        assert end is not None
        given = {"start": "2021-11-01", "end": end.isoformat()}
        check_value(law, "window", "", given, None)
        with pytest.raises(Refused, match="WINDOW_END_PRINTED"):
            check_value(law, "window", "", given | {"end": "2022-12-31"}, None)


class TestOpen:
    def test_what_is_open_in_chuxiong_and_who_is_competent(self, desk: Desk) -> None:
        found = open_values(desk.law, desk.local_values, "539999", CAMPAIGN, desk.today)
        kinds = {one.open.kind for one in found}
        assert kinds == {
            "window",
            "benefit_year",
            "waiting_days",
            "waiting_count",
            "benefit_start_rule",
            "linkage_policy_issued",
            "age_as_of",
            "unit_class",
            "assistance",
        }
        year = next(one for one in found if one.open.kind == "benefit_year")
        assert (year.open.authority, year.value) == ("楚雄州医疗保障局", None)
        assert year.open.reason == "NO_BENEFIT_YEAR_IN_DOC"

    def test_what_is_settled_shows_by_what(self, desk: Desk) -> None:
        value = put_in_force(desk, proposal())
        found = open_values(desk.law, desk.local_values, "539999", CAMPAIGN, desk.today)
        year = next(one for one in found if one.open.kind == "benefit_year")
        assert year.value == value

    def test_where_no_law_applies_nothing_is_open(self, desk: Desk) -> None:
        assert open_values(desk.law, desk.local_values, "539999", 2031, desk.today) == ()


class TestMoney:
    def test_a_receipt_shows_cover_dates_once_the_prefecture_has_set_them(self, desk: Desk) -> None:
        put_in_force(desk, WINDOW, proposal(), START)
        clerk = as_operator(desk, "clerk", "clerk")
        saved = save_household(clerk, FAMILY)
        taken = take_payment(clerk, PaymentInput(saved.household_id, "cash", FAMILY_FEN))
        line = taken.receipt.lines[0]
        assert (line.cover_from, line.cover_to) == ("2022-01-01", "2022-12-31")
        assert line.cover_open == ""
        assert taken.receipt.benefit_year == 2022
        row = desk.store.connection.execute("SELECT law FROM enrollments LIMIT 1").fetchone()
        law_hash, _, names = row["law"].partition(":")
        assert len(law_hash) == 64
        assert len(names.split(".")) == 3

    def test_without_local_values_the_cover_stays_open(self, desk: Desk) -> None:
        clerk = as_operator(desk, "clerk", "clerk")
        saved = save_household(clerk, FAMILY)
        taken = take_payment(clerk, PaymentInput(saved.household_id, "cash", FAMILY_FEN))
        line = taken.receipt.lines[0]
        assert (line.cover_from, line.cover_open) == ("", "NO_BENEFIT_YEAR_IN_DOC")
        row = desk.store.connection.execute("SELECT law FROM enrollments LIMIT 1").fetchone()
        assert ":" not in row["law"]
