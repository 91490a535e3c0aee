"""What becomes of one enrolment on record, and that grouping persons changes nobody's answer."""

from __future__ import annotations

import random
from datetime import date

import msgspec
import pytest

from desktop.app.law import shipped_law
from desktop.domain.local_values import NO_VALUES, ValuesInForce
from desktop.domain.repricing import (
    CLAW_BACK,
    RECOGNITION_DAY_UNKNOWN,
    BirthDates,
    Outcome,
    Stored,
    reprice_one,
)
from desktop.policy import LocalValues
from desktop.policy.codes import IDENTITY_CODES
from desktop.policy.request_json import read_amount

LAW = shipped_law()
CHUXIONG, NANNING, GANZHOU, CHONGQING = "532301", "450102", "360702", "500101"


def stored(**fields: object) -> Stored:
    known: dict[str, object] = {
        "county": CHUXIONG,
        "paid": True,
        "registered_on": "2021-11-15",
        "day": "2021-11-15",
        "birth_date": "1980-05-05",
        "tier": None,
        "identities": "[]",
        "circumstances": "[]",
        "other_cover": "[]",
        "student": None,
        "residence_permit": None,
        "local_hukou": None,
        "standard_fen": 32000,
        "assistance_fen": 0,
        "net_fen": 32000,
        "assistance_identity": "",
        "allowed": None,
        "benefit_year": None,
    }
    return Stored(**(known | fields))  # type: ignore[arg-type]


def holding(code: str, **attributes: object) -> str:
    return msgspec.json.encode([{"code": code, **attributes}]).decode()


def locals_of(**values: object) -> ValuesInForce:
    return ValuesInForce(msgspec.convert(values, LocalValues, dec_hook=read_amount), {}, ())


def outcome(one: Stored, local: ValuesInForce = NO_VALUES) -> Outcome:
    return reprice_one(one, 2021, LAW, local)


def test_what_was_paid_as_it_is_due_stays() -> None:
    assert outcome(stored()).kind == "same"


class TestRetroactive:
    """云医保〔2021〕90号 二: 对已认定为医疗救助资助参保对象后，仍按个人缴费标准全额缴纳."""

    def test_recognised_then_paid_in_full_is_due_back(self) -> None:
        held = holding("subsistence_allowance", recognised_on="2021-11-14")
        found = outcome(stored(identities=held))
        assert (found.kind, found.amount_fen) == ("retroactive", 12000)

    def test_full_assistance(self) -> None:
        found = outcome(stored(identities=holding("extremely_poor", recognised_on="2021-10-01")))
        assert (found.kind, found.amount_fen) == ("retroactive", 32000)

    @pytest.mark.parametrize("day", ["2021-11-15", "2021-11-16"])
    def test_recognised_on_the_day_of_payment_or_later_is_for_a_person(self, day: str) -> None:
        found = outcome(stored(identities=holding("subsistence_allowance", recognised_on=day)))
        assert (found.kind, found.amount_fen) == ("decide", None)
        assert any(gap.field == "retroactive_assistance" for gap in found.open)

    def test_without_a_day_of_recognition_it_is_for_a_person(self) -> None:
        found = outcome(stored(identities=holding("subsistence_allowance")))
        assert (found.kind, found.reasons) == ("decide", (RECOGNITION_DAY_UNKNOWN,))

    @pytest.mark.parametrize(
        "held",
        [
            holding("one_child_parent", area="rural", recognised_on="2021-10-01"),
            holding("lifted_out_of_poverty", recognised_on="2021-10-01"),
        ],
    )
    def test_family_planning_and_lifted_out_of_poverty_are_for_a_person(self, held: str) -> None:
        assert outcome(stored(identities=held)).kind == "decide"

    def test_elsewhere_there_is_no_such_rule(self) -> None:
        held = holding("extremely_poor", recognised_on="2021-10-01")
        found = outcome(stored(county=GANZHOU, identities=held))
        assert (found.kind, found.amount_fen) == ("decide", None)

    def test_readings_go_with_it(self) -> None:
        held = holding("subsistence_allowance", recognised_on="2021-11-20")
        gaps = {gap.field: gap for gap in outcome(stored(identities=held)).open}
        assert {reading.value for reading in gaps["assistance"].readings} == {"120.00", "0.00"}


def test_an_identity_lost_after_payment_is_never_clawed_back_by_itself() -> None:
    one = stored(net_fen=20000, assistance_fen=12000, assistance_identity="subsistence_allowance")
    found = outcome(one)
    assert (found.kind, found.reasons, found.amount_fen) == ("decide", (CLAW_BACK,), None)


class TestStandard:
    """桂医保发〔2021〕22号 一（二）: the standard is set locally, and the nation's prevails."""

    def test_a_higher_standard_is_to_be_collected(self) -> None:
        local = locals_of(personal_standard="350.00")
        found = outcome(stored(county=NANNING), local)
        assert (found.kind, found.amount_fen) == ("collect", 3000)

    def test_a_lower_standard_is_to_be_refunded(self) -> None:
        local = locals_of(personal_standard="350.00", national_personal_standard="320.00")
        found = outcome(stored(county=NANNING, standard_fen=35000, net_fen=35000), local)
        assert (found.kind, found.amount_fen) == ("refund", 3000)

    def test_a_lower_standard_of_an_assisted_person_too(self) -> None:
        local = locals_of(
            personal_standard="320.00", assistance={"subsistence_allowance": "120.00"}
        )
        held = holding("subsistence_allowance")
        one = stored(county=NANNING, net_fen=23000, assistance_fen=12000, identities=held)
        found = outcome(one, local)
        assert (found.kind, found.amount_fen) == ("refund", 3000)

    def test_more_assistance_than_was_given_is_for_a_person(self) -> None:
        """J13, X16: no refund rule outside 云医保〔2021〕90号."""
        local = locals_of(
            personal_standard="320.00", assistance={"subsistence_allowance": "150.00"}
        )
        held = holding("subsistence_allowance")
        one = stored(county=NANNING, net_fen=20000, assistance_fen=12000, identities=held)
        assert outcome(one, local).kind == "decide"

    def test_a_standard_no_longer_known_is_for_a_person(self) -> None:
        assert outcome(stored(county=NANNING)).kind == "decide"


class TestUnpaid:
    def test_new_figures_are_told(self) -> None:
        one = stored(paid=False, allowed=None)
        found = outcome(one, locals_of(benefit_year=2022))
        assert found.kind == "figures"
        assert found.assessment is not None
        assert found.assessment.benefit_year == 2022

    def test_the_same_figures_are_the_same(self) -> None:
        one = stored(paid=False, allowed=None)
        assert outcome(one).kind == "same"

    def test_a_person_the_law_now_refuses_is_told(self) -> None:
        cover = '[{"scheme":"employee","status":"active"}]'
        found = outcome(stored(paid=False, other_cover=cover))
        assert found.kind == "figures"
        assert found.assessment is not None
        assert found.assessment.allowed is False


@pytest.mark.parametrize(
    "fields",
    [{"identities": '[{"code":"nobody"}]'}, {"registered_on": ""}, {"county": "999999"}],
)
def test_what_cannot_be_asked_is_for_a_person(fields: dict[str, object]) -> None:
    assert outcome(stored(**fields)).kind == "decide"


def _anyone(chance: random.Random, county: str) -> Stored:
    """Return somebody of any age and any identities, enrolled on any day."""
    born = date(chance.randrange(1930, 2022), chance.randrange(1, 13), chance.randrange(1, 29))
    day = date(2021, 9, 20).toordinal() + chance.randrange(400)
    held = [
        {
            "code": code,
            "recognised_on": date.fromordinal(day - chance.randrange(-20, 200)).isoformat(),
            "area": chance.choice(("rural", "urban")),
            "certified": True,
            "destitute": chance.random() < 0.7,
        }
        for code in chance.sample(IDENTITY_CODES, chance.choice((0, 0, 1, 1, 2)))
    ]
    return stored(
        county=county,
        paid=chance.random() < 0.5,
        birth_date=born.isoformat(),
        registered_on=date.fromordinal(day).isoformat(),
        day=date.fromordinal(day + chance.randrange(30)).isoformat(),
        identities=msgspec.json.encode(held).decode(),
        circumstances='[{"code":"newborn"}]' if chance.random() < 0.1 else "[]",
        tier=chance.choice(("1", "2", None)) if county == CHONGQING else None,
        net_fen=chance.choice((0, 14000, 20000, 32000)),
    )


def _comparable(found: Outcome) -> tuple[object, ...]:
    assessment = found.assessment
    figures: tuple[object, ...] = ()
    if assessment is not None:
        figures = (
            assessment.personal_standard,
            assessment.assistance,
            assessment.net_payable,
            assessment.retroactive_assistance,
            assessment.assistance_identity,
            assessment.allowed,
            assessment.benefit_year,
            assessment.reasons,
        )
    return found.kind, found.amount_fen, found.at_least_fen, found.open, *figures


@pytest.mark.parametrize("county", [CHUXIONG, NANNING, GANZHOU, CHONGQING])
@pytest.mark.parametrize("as_of", [None, "2023-06-01"])
def test_persons_grouped_by_age_have_the_answer_of_each_alone(
    county: str, as_of: str | None
) -> None:
    """Every age, on both sides of every birthday the law asks for."""
    law = LAW.resolve(county, 2021)
    assert law is not None
    local = locals_of(age_as_of=as_of) if as_of else NO_VALUES
    births = BirthDates(law, 2021, [2023] if as_of else [])
    chance = random.Random(f"{county}{as_of}")
    grouped = 0
    for _ in range(1_500):
        one = _anyone(chance, county)
        told = births.told(one.birth_date, one.circumstances, one.registered_on, one.day)
        grouped += told != one.birth_date
        asked = msgspec.structs.replace(one, birth_date=told)
        assert _comparable(outcome(asked, local)) == _comparable(outcome(one, local)), one
    assert grouped > 500
