"""The calculator as the program calls it: values in, values out, and where local values rest."""

from __future__ import annotations

from datetime import date

from desktop.policy import (
    AssessmentRequest,
    Fen,
    Identity,
    LocalSource,
    LocalValues,
    Window,
    assess,
    assess_json,
    assessment_to_json,
    request_from_json,
)
from tests.law.support import ask, check, open_fields, shipped_book

LOCAL = LocalValues(
    window=Window(date(2021, 10, 1), date(2021, 12, 31)),
    benefit_year=2022,
    benefit_start_rule="first_of_benefit_year",
)
REQUEST = AssessmentRequest(
    id="a",
    division="532301",
    campaign_year=2021,
    subsidy_year=2021,
    registered_on=date(2021, 11, 15),
    paid_on=date(2021, 11, 15),
    paid_amount=Fen(32000),
    identities=(Identity("subsistence_allowance"),),
    local_values=LOCAL,
)


def test_amounts_are_plain_fen_and_days_are_days() -> None:
    result = assess(REQUEST, shipped_book())
    assert result.status == "determined"
    assert (result.personal_standard, result.assistance, result.net_payable) == (
        32000,
        12000,
        20000,
    )
    assert result.retroactive_assistance == 12000
    assert type(result.personal_standard) is int
    assert result.fiscal is not None
    assert type(result.fiscal.county) is int
    assert (result.fiscal.prefecture, result.fiscal.county) == (1392, 2088)
    assert (result.benefit_start, result.benefit_end) == (date(2022, 1, 1), date(2022, 12, 31))


def test_the_trace_cites_the_administrators_document() -> None:
    source = LocalSource("楚医保〔2021〕50号", "楚雄州医疗保障局", date(2021, 9, 30))
    result = assess(REQUEST, shipped_book(), {"window": source})
    cited = {entry.field: entry for entry in result.trace}
    assert cited["within_window"].document == "楚医保〔2021〕50号"
    assert cited["within_window"].article.startswith("楚雄州医疗保障局：")
    assert cited["within_window"].valid_from == date(2021, 9, 30)
    assert cited["benefit_year"].document == "本地参数"
    assert cited["assistance"].document == "楚医保〔2021〕46号"
    assert cited["assistance"].article == "三"


def test_objects_and_json_say_the_same() -> None:
    value = {
        "id": "a",
        "division": "532301",
        "campaign_year": 2021,
        "identities": [{"code": "orphan"}],
    }
    request = request_from_json(value)
    assert isinstance(request, AssessmentRequest)
    expect = assess_json(value, shipped_book())
    assert assessment_to_json(assess(request, shipped_book())) == expect


def test_dates_of_who_enrols_for_an_unknown_year_are_open() -> None:
    student = {"institution": "in_chongqing"}
    days = {"registered_on": "2022-01-10", "paid_on": "2022-01-10"}
    fields = open_fields(ask("500101", tier="1", student=student, **days))
    assert {"benefit_year", "within_window", "benefit_start", "benefit_end"} <= set(fields)


def test_payment_inside_the_period_by_the_local_rule() -> None:
    days = {"registered_on": "2022-02-10", "paid_on": "2022-02-10"}
    for rule, start in (("payment_day", "2022-02-10"), ("first_of_benefit_year", "2022-01-01")):
        result = ask("360702", local_values={"benefit_start_rule": rule}, **days)
        assert result["benefit_start"] == start


def test_a_start_after_the_year_is_none() -> None:
    local = {"benefit_year": 2022, "benefit_start_rule": "payment_day"}
    result = ask(
        "532301",
        circumstances=[{"code": "newborn"}],
        registered_on="2023-01-10",
        paid_on="2023-01-10",
        local_values=local,
    )
    check(result, {"benefit_start": None, "waiting_exempt": True})
    assert "benefit_start" not in open_fields(result)


def test_a_graduate_of_another_year_buys_that_year() -> None:
    student = {"institution": "in_chongqing", "graduation_year": 2023}
    days = {"registered_on": "2023-10-10", "paid_on": "2023-10-10"}
    check(
        ask("500101", tier="1", student=student, **days),
        {"graduate_rule_applies": True, "benefit_year": 2023, "benefit_start": "2023-09-01"},
    )
    split = {"registered_on": "2023-09-01", "paid_on": "2023-09-01"}
    result = ask("500101", tier="1", student=student, **split)
    assert "benefit_year" in open_fields(result)


def test_ended_cover_of_a_soldier_is_no_cover() -> None:
    held = [{"code": "retired_soldier_14", "unemployed": True}]
    for scheme, status in (("employee", "ended"), ("military", "ended")):
        cover = [{"scheme": scheme, "status": status}]
        assert ask("360702", identities=held, other_cover=cover)["assistance"] == "320.00"
