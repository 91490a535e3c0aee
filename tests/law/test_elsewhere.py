"""Where only the nation's notice applies, where none does, and the training county."""

from __future__ import annotations

import pytest

from desktop.policy import assess_json
from tests.law.support import (
    BEIJING,
    CHUXIONG_CITY,
    TRAINING,
    ask,
    check,
    open_fields,
    shipped_book,
)

DAYS = {"registered_on": "2021-11-15", "paid_on": "2021-11-15"}


def test_the_nation_alone() -> None:
    result = ask(BEIJING, identities=[{"code": "extremely_poor"}], **DAYS)
    check(
        result,
        {
            "personal_standard": "320.00",
            "undetermined": [
                "benefit_year",
                "assistance",
                "net_payable",
                "within_window",
                "waiting_exempt",
                "waiting_days",
                "benefit_start",
                "benefit_end",
                "allowed",
            ],
        },
    )
    assert result["law"]["layers"][0]["document"] == "医保发〔2021〕32号"


def test_the_nation_frees_its_groups() -> None:
    local = {"window": {"start": "2021-09-01", "end": "2021-10-31"}}
    result = ask(BEIJING, circumstances=[{"code": "newborn"}], local_values=local, **DAYS)
    check(result, {"waiting_exempt": True, "waiting_days": 0, "allowed": True})


@pytest.mark.parametrize(
    ("division", "year"),
    [("999999", 2021), ("710000", 2021), (CHUXIONG_CITY, 2020), (CHUXIONG_CITY, 2022)],
)
def test_out_of_scope(division: str, year: int) -> None:
    request = {
        "id": "t",
        "division": division,
        "campaign_year": year,
        "subsidy_year": year,
        "paid_amount": "320.00",
        **DAYS,
    }
    result = assess_json(request, shipped_book())
    assert result["status"] == "undetermined"
    assert result["reasons"] == ["OUT_OF_SCOPE"]
    assert set(open_fields(result)) == {
        "benefit_year",
        "personal_standard",
        "assistance",
        "assistance_kind",
        "assistance_identity",
        "net_payable",
        "retroactive_assistance",
        "fiscal",
        "allowed",
        "within_window",
        "waiting_exempt",
        "waiting_days",
        "benefit_start",
        "benefit_end",
    }
    assert all(result[field] is None for field in open_fields(result))
    assert result["law"] == {"layers": [], "hash": ""}


def test_out_of_scope_asks_no_more_than_was_asked() -> None:
    result = assess_json({"id": "t", "division": "999999", "campaign_year": 2021}, shipped_book())
    assert not {"fiscal", "retroactive_assistance", "within_window"} & set(open_fields(result))


def test_the_training_county_practises_the_law_of_chuxiong() -> None:
    held = [{"code": "subsistence_allowance"}]
    for division in (TRAINING, "539999001001"):
        result = ask(division, identities=held, subsidy_year=2021)
        check(
            result,
            {
                "assistance": "120.00",
                "net_payable": "200.00",
                "undetermined": ["fiscal.prefecture", "fiscal.county"],
                "reason": "NO_CLASS_IN_DOC",
            },
        )
        assert result["law"] == ask(CHUXIONG_CITY)["law"]
