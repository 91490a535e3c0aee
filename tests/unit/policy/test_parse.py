"""The loader: one broken file per mistake, and the words in which it is refused."""

from __future__ import annotations

import pytest

from desktop.policy import LawBook, LawRefused
from desktop.policy.parse import parse_pack
from tests.law.support import shipped_texts

HEAD = """[pack]
id = "test-1"
version = 1
document = "测医保〔2021〕1号"
title = "试"
issuer = "试局"
division = "530000"
campaign_year = 2021
checked_on = 2021-10-01
"""

STANDARD = """
[[personal_standard]]
article = "一"
valid_from = 2021-01-01
amount = "320.00"
"""

BENEFIT = """
[[benefit_info]]
item = "outpatient_limit"
article = "一"
valid_from = 2021-01-01
amount = "300.00"
unit = "yuan_per_year"
"""

FISCAL = """
[[fiscal]]
article = "二"
valid_from = 2021-01-01
subsidy_year = 2021
total = "580.00"
central = "464.00"
provincial = "81.20"
prefecture_and_county = "34.80"
open = { reason = "NO_CLASS_IN_DOC", authority = "财政局" }

[[fiscal.classes]]
code = "1"
name = "一类"
prefecture_share = "40/100"
"""

ASSISTANCE = """
[assistance]
article = "三"
valid_from = 2021-01-01
list = "closed"
open = { reason = "NO_AMOUNT_IN_DOC", authority = "医保局" }

[[assistance.groups]]
identity = "orphan"
article = "三"
valid_from = 2021-01-01
kind = "fixed"
amount = "120.00"
"""

WINDOW = """
[window]
article = "四"
valid_from = 2021-01-01
start = 2021-10-01
end = 2022-03-31
"""


def refused(text: str) -> LawRefused:
    with pytest.raises(LawRefused) as caught:
        parse_pack("test.toml", text)
    return caught.value


def test_the_samples_are_sound() -> None:
    pack = parse_pack("test.toml", HEAD + STANDARD + FISCAL + ASSISTANCE + WINDOW)
    assert pack.personal_standard[0].amount == 32000
    assert pack.fiscal[0].prefecture_and_county == 3480


BROKEN = {
    "unknown key": (
        HEAD + STANDARD.replace("amount", "amuont"),
        "LAW_UNKNOWN_KEY",
        14,
        "no key is called amuont; did you mean amount?",
    ),
    "unknown table": (
        HEAD + "\n[windows]\narticle = '一'\n",
        "LAW_UNKNOWN_KEY",
        11,
        "no key is called windows; did you mean window?",
    ),
    "unknown key of the head": (
        HEAD + 'colour = "red"\n',
        "LAW_UNKNOWN_KEY",
        10,
        "pack: no key is called colour",
    ),
    "duplicate key": (
        HEAD + "version = 2\n",
        "LAW_DUPLICATE_KEY",
        10,
        "this key is already there",
    ),
    "duplicate table": (
        HEAD + WINDOW + WINDOW,
        "LAW_DUPLICATE_KEY",
        17,
        "this key is already there",
    ),
    "float": (
        HEAD + STANDARD.replace('"320.00"', "320.00"),
        "LAW_FLOAT",
        14,
        'Write an amount as text with two decimals ("320.00")',
    ),
    "float share": (
        HEAD + FISCAL.replace('"40/100"', "0.40"),
        "LAW_FLOAT",
        24,
        'a share as an exact fraction ("40/100")',
    ),
    "amount without decimals": (
        HEAD + STANDARD.replace('"320.00"', '"320"'),
        "LAW_BAD_VALUE",
        14,
        "personal_standard[0].amount: not an amount with two decimals: '320'",
    ),
    "negative amount": (
        HEAD + STANDARD.replace('"320.00"', '"-320.00"'),
        "LAW_BAD_VALUE",
        14,
        "not an amount with two decimals",
    ),
    "amount as a number": (
        HEAD + STANDARD.replace('"320.00"', "320"),
        "LAW_BAD_VALUE",
        14,
        "must be text, not 320",
    ),
    "share above one": (
        HEAD + FISCAL.replace("40/100", "140/100"),
        "LAW_BAD_VALUE",
        24,
        "not a share written as an exact fraction",
    ),
    "share that leaves part of a fen": (
        HEAD + FISCAL.replace("40/100", "1/7"),
        "LAW_BAD_VALUE",
        21,
        "the share does not come out in whole fen",
    ),
    "share of nothing": (
        HEAD + FISCAL.replace('prefecture_and_county = "34.80"\n', ""),
        "LAW_BAD_VALUE",
        20,
        "a share of what? prefecture_and_county is missing",
    ),
    "levels that do not add up": (
        HEAD + FISCAL.replace("81.20", "81.30"),
        "LAW_SUM",
        21,
        "the levels do not add up to the total",
    ),
    "class without a level": (
        HEAD + FISCAL.replace('prefecture_share = "40/100"', 'county = "34.80"'),
        "LAW_NOT_SETTLED",
        21,
        "a level has no amount",
    ),
    "date that is none": (
        HEAD + WINDOW.replace("2021-10-01", "2021-02-30"),
        "LAW_NOT_TOML",
        14,
        "this is not TOML",
    ),
    "date as text": (
        HEAD + WINDOW.replace("2021-10-01", '"gestern"'),
        "LAW_BAD_VALUE",
        14,
        "window.start",
    ),
    "last day before the first": (
        HEAD + STANDARD + "valid_to = 2020-12-31\n",
        "LAW_BAD_PERIOD",
        15,
        "its last day lies before its first",
    ),
    "window that ends before it starts": (
        HEAD + WINDOW.replace("2022-03-31", "2021-09-30"),
        "LAW_BAD_PERIOD",
        15,
        "the window ends before it starts",
    ),
    "period that ends before it starts": (
        HEAD
        + "\n[benefit_period]\narticle = '一'\nvalid_from = 2021-01-01\n"
        + "start = 2022-01-01\nend = 2021-12-31\n",
        "LAW_BAD_PERIOD",
        15,
        "ends before it starts",
    ),
    "two values for one day": (
        HEAD + STANDARD + "valid_to = 2021-06-30\n" + STANDARD.replace("01-01", "06-30"),
        "LAW_OVERLAP",
        17,
        "give the older one a valid_to",
    ),
    "two groups for one identity": (
        HEAD + ASSISTANCE + ASSISTANCE[ASSISTANCE.index("[[") :],
        "LAW_OVERLAP",
        23,
        "holds on days on which assistance.groups[0] holds too",
    ),
    "missing article": (
        HEAD + STANDARD.replace('article = "一"\n', ""),
        "LAW_MISSING_KEY",
        11,
        "personal_standard[0]: article is missing",
    ),
    "missing head": (STANDARD, "LAW_MISSING_KEY", 0, "this file: pack is missing"),
    "unknown identity": (
        HEAD + ASSISTANCE.replace('"orphan"', '"orphans"'),
        "LAW_BAD_VALUE",
        18,
        "invalid enum value 'orphans'",
    ),
    "neither amount nor floor": (
        HEAD + STANDARD.replace('amount = "320.00"\n', ""),
        "LAW_NOT_SETTLED",
        11,
        "give either an amount or a floor",
    ),
    "floor that nobody may fill": (
        HEAD + STANDARD.replace("amount", "floor"),
        "LAW_NOT_SETTLED",
        11,
        "a floor needs open",
    ),
    "fixed without an amount": (
        HEAD + ASSISTANCE.replace('amount = "120.00"\n', ""),
        "LAW_NOT_SETTLED",
        17,
        "fixed assistance needs an amount, or open",
    ),
    "full with an amount": (
        HEAD + ASSISTANCE.replace('"fixed"', '"full"'),
        "LAW_BAD_VALUE",
        22,
        "only fixed assistance has one",
    ),
    "no kind": (
        HEAD + ASSISTANCE.replace('kind = "fixed"\namount = "120.00"\n', ""),
        "LAW_NOT_SETTLED",
        17,
        "needs a kind, or open",
    ),
    "asked without readings": (
        HEAD + ASSISTANCE + 'asked = [{ area = "urban" }]\n',
        "LAW_NOT_SETTLED",
        17,
        "asked needs the two readings in words",
    ),
    "total and floor": (
        HEAD + FISCAL.replace("central", 'floor = "580.00"\ncentral'),
        "LAW_NOT_SETTLED",
        11,
        "give either a total or a floor",
    ),
    "window neither given nor open": (
        HEAD + WINDOW.replace("end = 2022-03-31\n", ""),
        "LAW_NOT_SETTLED",
        11,
        "give start and end, or open",
    ),
    "year neither given nor open": (
        HEAD + "\n[benefit_year]\narticle = '一'\nvalid_from = 2021-01-01\n",
        "LAW_NOT_SETTLED",
        11,
        "give either a year or open",
    ),
    "waiting neither given nor open": (
        HEAD + "\n[waiting]\narticle = '一'\nvalid_from = 2021-01-01\n"
        "employee_months = 3\nemployee_months_asked = 4\n",
        "LAW_NOT_SETTLED",
        11,
        "give either days or open",
    ),
    "benefit that says nothing": (
        HEAD + BENEFIT.replace('amount = "300.00"\nunit = "yuan_per_year"\n', ""),
        "LAW_NOT_SETTLED",
        11,
        "benefit_info[0]: give one of amount, share and open, or what the document says",
    ),
    "benefit with two figures": (
        HEAD + BENEFIT + 'share = "60/100"\n',
        "LAW_NOT_SETTLED",
        11,
        "give one of amount, share and open",
    ),
    "benefit without a unit": (
        HEAD + BENEFIT.replace('unit = "yuan_per_year"\n', ""),
        "LAW_NOT_SETTLED",
        11,
        "amount and unit go together",
    ),
    "benefit in an unknown unit": (
        HEAD + BENEFIT.replace("yuan_per_year", "yuan"),
        "LAW_BAD_VALUE",
        16,
        "benefit_info[0].unit: invalid enum value 'yuan'",
    ),
    "benefit nobody asks about": (
        HEAD + BENEFIT.replace("outpatient_limit", "dentures"),
        "LAW_BAD_VALUE",
        12,
        "benefit_info[0].item: invalid enum value 'dentures'",
    ),
    "benefit with an unknown key": (
        HEAD + BENEFIT + "tiers = 2\n",
        "LAW_UNKNOWN_KEY",
        17,
        "did you mean tier?",
    ),
    "benefit with a bound and no figure": (
        HEAD
        + BENEFIT.replace('amount = "300.00"\nunit = "yuan_per_year"\n', 'says = "按规定"\n')
        + 'bound = "about"\n',
        "LAW_BAD_VALUE",
        16,
        "only a figure has a bound",
    ),
    "two benefits for one day": (
        HEAD + BENEFIT + BENEFIT,
        "LAW_OVERLAP",
        18,
        "holds on days on which benefit_info[0] holds too",
    ),
    "no TOML at all": ("这不是 TOML\n", "LAW_NOT_TOML", 1, "this is not TOML"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_refused_with_line_and_reason(name: str) -> None:
    text, code, line, words = BROKEN[name]
    error = refused(text)
    assert error.code == code, error.message
    assert error.line == line, error.message
    assert words in error.message
    assert error.message.startswith(f"test.toml, line {line}: " if line else "test.toml: ")


def test_successive_values_are_no_overlap() -> None:
    older = STANDARD + "valid_to = 2021-06-30\n"
    newer = STANDARD.replace("2021-01-01", "2021-07-01").replace("320", "350")
    pack = parse_pack("test.toml", HEAD + older + newer)
    assert [row.amount for row in pack.personal_standard] == [32000, 35000]


def test_a_pack_of_two_files_is_refused() -> None:
    texts = dict(shipped_texts())
    texts["again.toml"] = texts["ganzhou-2021.toml"]
    with pytest.raises(LawRefused, match="the pack ganzhou-2021-31 is already there"):
        LawBook.from_texts(texts)


def test_without_the_chain_no_division_finds_its_law() -> None:
    texts = {name: text for name, text in shipped_texts().items() if name != "chain.toml"}
    with pytest.raises(LawRefused, match=r"chain\.toml: this file is missing"):
        LawBook.from_texts(texts)


def test_law_that_says_nothing_of_a_subject_is_refused() -> None:
    texts = {name: shipped_texts()[name] for name in ("chain.toml", "ganzhou-2021.toml")}
    with pytest.raises(LawRefused, match="says anything of benefit_year"):
        LawBook.from_texts(texts)
