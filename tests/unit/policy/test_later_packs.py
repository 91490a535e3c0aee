"""The loader: one broken file per mistake in what later years bring, and the words about it."""

from __future__ import annotations

import pytest

from desktop.policy import LawRefused
from desktop.policy.pack_values import pack_values
from desktop.policy.parse import parse_pack
from tests.law.artefacts import changed
from tests.law.later import later_texts

AGES, SHARES, NATION = "ages-2025.toml", "shares-2025.toml", "nation-2025.toml"

BROKEN: dict[str, tuple[str, tuple[str, str], str, str]] = {
    "ages that do not start at birth": (
        AGES,
        ("age_min = 0", "age_min = 1"),
        "LAW_NOT_SETTLED",
        "personal_standard[0].ages[0]: the first must start at age_min 0",
    ),
    "two fees from one age": (
        AGES,
        ("age_min = 60", "age_min = 18"),
        "LAW_OVERLAP",
        "personal_standard[0].ages[2]: each must start at a higher age than the one before",
    ),
    "a fee by age without an amount": (
        AGES,
        ('{ age_min = 0, amount = "435.00" }', "{ age_min = 0 }"),
        "LAW_MISSING_KEY",
        "amount is missing",
    ),
    "an age above any": (
        AGES,
        ("age_min = 60", "age_min = 151"),
        "LAW_BAD_VALUE",
        "expected `int` <= 150",
    ),
    "fees by age beside an amount": (
        AGES,
        ("ages = [", 'amount = "400.00"\nages = ['),
        "LAW_NOT_SETTLED",
        "give either an amount or a floor, or ages",
    ),
    "a share not given": (
        AGES,
        ('share = "60/100"\n', ""),
        "LAW_NOT_SETTLED",
        "assistance.groups[4]: kind share needs share, or open",
    ),
    "a share of nothing": (
        AGES,
        ('share = "60/100"', 'share = "0/100"'),
        "LAW_BAD_VALUE",
        "a share of nothing gives nothing",
    ),
    "a share as a number": (AGES, ('"60/100"', "0.6"), "LAW_FLOAT", "as an exact fraction"),
    "more than all": (AGES, ('"60/100"', '"101/100"'), "LAW_BAD_VALUE", "not a share written"),
    "a payment not given": (
        AGES,
        ('pays = "80.00"\n', ""),
        "LAW_NOT_SETTLED",
        "kind pays needs pays, or open",
    ),
    "a payment of nothing": (
        AGES,
        ('pays = "80.00"', 'pays = "0.00"'),
        "LAW_BAD_VALUE",
        "paying nothing is kind full",
    ),
    "a payment of a fixed amount": (
        AGES,
        ('amount = "430.00"', 'amount = "430.00"\npays = "1.00"'),
        "LAW_BAD_VALUE",
        "only pays assistance has one",
    ),
    "a share of a fixed amount": (
        AGES,
        ('amount = "430.00"', 'amount = "430.00"\nshare = "1/2"'),
        "LAW_BAD_VALUE",
        "only share assistance has one",
    ),
    "an unknown kind": (AGES, ('kind = "pays"', 'kind = "half"'), "LAW_BAD_VALUE", "half"),
    "rounding without an article": (
        SHARES,
        ('article = "五", to', "to"),
        "LAW_MISSING_KEY",
        "article is missing",
    ),
    "rounding to nothing known": (
        SHARES,
        ('to = "jiao"', 'to = "mao"'),
        "LAW_BAD_VALUE",
        "mao",
    ),
    "rounding of what is paid": (
        SHARES,
        (
            'pays = "80.00"',
            'pays = "80.00"\nrounding = { article = "五", to = "fen", rule = "up" }',
        ),
        "LAW_BAD_VALUE",
        "only share assistance has one",
    ),
    "months beside days": (
        NATION,
        ("late_enrolment = true", "late_enrolment = true\ndays = 90"),
        "LAW_NOT_SETTLED",
        "waiting: give either days or open, or after_gaps",
    ),
    "a long gap without its least": (
        NATION,
        ("long_gap_at_least = 6\n", ""),
        "LAW_NOT_SETTLED",
        "waiting.after_gaps: long_gap and long_gap_at_least go together",
    ),
    "a least without its gap": (
        NATION,
        ("long_gap = 4\n", ""),
        "LAW_NOT_SETTLED",
        "long_gap and long_gap_at_least go together",
    ),
    "a repair that is worth more than the gap": (
        NATION,
        ("less_per_repaired_year = 1", "less_per_repaired_year = 2"),
        "LAW_BAD_VALUE",
        "a repaired year takes off more than a gap year adds",
    ),
    "no fixed wait": (NATION, ("fixed = 3\n", ""), "LAW_MISSING_KEY", "fixed is missing"),
    "a wait from nowhere": (
        NATION,
        ('runs_from = "payment"', 'runs_from = "registration"'),
        "LAW_BAD_VALUE",
        "registration",
    ),
    "a misspelt part": (
        NATION,
        ("per_gap_year", "per_gap_years"),
        "LAW_UNKNOWN_KEY",
        "did you mean per_gap_year?",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_later_pack_is_refused_with_line_and_reason(name: str) -> None:
    file, change, code, words = BROKEN[name]
    with pytest.raises(LawRefused) as caught:
        parse_pack(file, changed(later_texts()[file], change))
    assert caught.value.code == code, caught.value.message
    assert words in caught.value.message
    assert caught.value.line > 0


def said(file: str) -> str:
    pack = parse_pack(file, later_texts()[file])
    return "\n".join(f"{one.title()}：{one.says()}" for one in pack_values(pack))


def test_later_packs_read_as_a_page() -> None:
    assert "个人缴费标准：按年龄 0周岁起435.00、18周岁起795.00、60周岁起460.00" in said(AGES)
    assert "资助对象（城乡低保对象）：方式 按比例；比例 60%" in said(AGES)
    assert "资助对象（残疾人）：方式 个人只缴定额；个人缴 80.00" in said(AGES)
    assert "取整 条款 五；单位 角；规则 四舍五入" in said(SHARES)
    assert "固定等待月数 3；每断缴一年增加的月数 1；每补缴一年减少的月数 1" in said(NATION)
    assert "起算于 缴费之日" in said(NATION)
