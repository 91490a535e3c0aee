"""The benefit panel of every region of the notices: what is told, what is 文件未载, and to whom."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import msgspec
import pytest

from desktop.policy import assess_json
from desktop.policy.benefit_panel import FIGURES, PanelLine, benefit_panel, coverage_target
from desktop.policy.pack import Pack
from desktop.policy.pack_values import BENEFITS, values_in_force
from tests.law.support import (
    CHONGQING,
    CHUXIONG_CITY,
    GANZHOU,
    GUANGXI,
    KUNMING,
    notice_cases,
    shipped_book,
)

SILENT = "文件未载"


def packs_of(division: str) -> list[Pack]:
    law = shipped_book().resolve(division, 2021)
    assert law is not None
    return [shipped_book().packs[layer.pack] for layer in law.used.layers]


def panel(
    division: str, day: date | None = None, *, tier: str | None = None, school: str | None = None
) -> dict[str, PanelLine]:
    lines = benefit_panel(packs_of(division), day, tier=tier, institution=school)
    return {line.title(): line for line in lines}


def told(division: str, **person: str) -> list[tuple[str, str, str]]:
    return [
        (title, line.says(), line.cited())
        for title, line in panel(division, **person).items()  # type: ignore[arg-type]
    ]


NATION_SAYS = [
    (
        "大病保险倾斜支付",
        "“对特困人员、低保对象和返贫致贫人口倾斜支付”",
        "医保发〔2021〕32号 第二条第一款",
    ),
    (
        "门诊慢性病、特殊疾病",
        "“完善门诊慢性病、特殊疾病待遇保障和普通门诊统筹，做好待遇衔接”",
        "医保发〔2021〕32号 第二条第一款",
    ),
]

GOLDEN = {
    CHUXIONG_CITY: [
        ("住院政策范围内支付比例", "70%左右", "医保发〔2021〕32号 第二条第一款"),
        ("普通门诊统筹年度限额", SILENT, ""),
        ("大病保险起付线", SILENT, ""),
        ("大病保险支付比例", SILENT, ""),
        ("大病保险筹资标准", "文件未载；由各统筹区确定", "云医保〔2021〕90号 第一条"),
        *NATION_SAYS,
        (
            "高血压、糖尿病“两病”用药",
            "“做实“两病”筛查工作，全面提升群众政策知晓率、医疗机构备药率”",
            "楚医保〔2021〕46号 第五条",
        ),
        (
            "住院分娩、门诊慢特病、谈判药",
            "“做实城乡居民住院分娩、门诊慢性病特殊病管理、国家谈判药门诊保障等待遇保障政策”",
            "楚医保〔2021〕46号 第五条",
        ),
        ("医疗救助", "“根据实际合理确定救助待遇标准”", "医保发〔2021〕32号 第二条第一款"),
    ],
    GANZHOU: [
        ("住院政策范围内支付比例", "70%左右", "赣医保发〔2021〕13号 第三条第一款"),
        ("普通门诊统筹年度限额", SILENT, ""),
        ("大病保险起付线", SILENT, ""),
        ("大病保险支付比例", SILENT, ""),
        (
            "大病保险筹资标准",
            (
                "文件未载；由各统筹地区确定；“如需提高大病筹资标准的，其增长比例原则上不高于"
                "基本医保筹资标准增长比例”"
            ),
            "赣医保发〔2021〕13号 第二条（三）",
        ),
        (
            "大病保险倾斜支付",
            "“对特困人员、低保对象和返贫致贫人口倾斜支付”",
            "赣医保发〔2021〕13号 第三条第一款",
        ),
        (
            "门诊慢性病、特殊疾病",
            "“完善门诊慢性病、特殊疾病待遇保障和普通门诊统筹，做好待遇衔接”",
            "赣医保发〔2021〕13号 第三条第一款",
        ),
        (
            "高血压、糖尿病“两病”用药",
            "“持续抓好高血压、糖尿病门诊用药保障政策落实”",
            "赣医保发〔2021〕13号 第三条第一款",
        ),
        ("医疗救助", "“根据实际合理确定救助待遇标准”", "赣医保发〔2021〕13号 第三条第一款"),
        (
            "常住人口参保率目标",
            "不低于95%；“将常住人口基本医保(含居民医保、职工医保)参保率持续稳定在 95%以上”",
            "赣医保发〔2021〕13号 第一条",
        ),
    ],
    GUANGXI: [
        ("住院政策范围内支付比例", "70%左右", "医保发〔2021〕32号 第二条第一款"),
        ("普通门诊统筹年度限额", SILENT, ""),
        (
            "大病保险起付线",
            (
                "文件未载；由自治区医保局会同相关部门确定；“大病保险起付线逐步调整至国家规定，"
                "即达到统计部门最新公布的上一年度广西居民人均可支配收入的50%”"
            ),
            "桂医保发〔2021〕22号 第二条（二）",
        ),
        ("大病保险支付比例", "不低于60%", "桂医保发〔2021〕22号 第二条（二）"),
        (
            "大病保险筹资标准",
            "“在确保现有筹资水平不降低的基础上，统筹考虑确定”",
            "医保发〔2021〕32号 第一条第二款",
        ),
        (
            "大病保险倾斜支付",
            "“对特困人员、低保对象等符合条件的特殊困难群众，予以倾斜保障”",
            "桂医保发〔2021〕22号 第二条（二）",
        ),
        NATION_SAYS[1],
        (
            "高血压、糖尿病“两病”用药",
            "“加强“两病”门诊用药配备和使用管理，确保“两病”用药配得齐、开得出”",
            "桂医保发〔2021〕22号 第二条（一）第二款",
        ),
        (
            "医疗救助",
            "“健全重特大疾病医疗救助制度，进一步夯实医疗救助托底保障功能”",
            "桂医保发〔2021〕22号 第二条（三）",
        ),
    ],
    CHONGQING: [
        ("住院政策范围内支付比例", "70%左右", "渝医保发〔2021〕70号 第二条第一款"),
        ("普通门诊统筹年度限额（一档）", "300.00元/年", "渝医保发〔2021〕70号 第二条第二款"),
        ("普通门诊统筹年度限额（二档）", "500.00元/年", "渝医保发〔2021〕70号 第二条第二款"),
        (
            "大病保险起付线",
            "15412.00元/人·年；“将起付线统一至上年度居民人均可支配收入的一半”",
            "渝医保发〔2021〕70号 第二条第一款",
        ),
        ("大病保险支付比例", SILENT, ""),
        (
            "大病保险筹资标准",
            "“在确保现有筹资水平不降低的基础上，统筹考虑确定”",
            "渝医保发〔2021〕70号 第一条第二款",
        ),
        (
            "大病保险倾斜支付",
            "“对特困人员、低保对象和返贫致贫人口倾斜支付”",
            "渝医保发〔2021〕70号 第二条第二款",
        ),
        (
            "门诊慢性病、特殊疾病",
            "“完善门诊慢性病、特殊疾病待遇保障政策，做好与普通门诊统筹待遇衔接”",
            "渝医保发〔2021〕70号 第二条第一款",
        ),
        (
            "高血压、糖尿病“两病”用药",
            "“抓好高血压、糖尿病门诊用药保障政策落实”",
            "渝医保发〔2021〕70号 第二条第二款",
        ),
        ("单病种", "“单病种报销比例仍按原政策执行”", "渝医保发〔2021〕70号 第二条第一款"),
        ("医疗救助", "“根据实际合理确定救助待遇标准”", "渝医保发〔2021〕70号 第二条第二款"),
    ],
}


@pytest.mark.parametrize("division", sorted(GOLDEN))
def test_the_panel_of_a_region_reads(division: str) -> None:
    assert told(division) == GOLDEN[division]


def test_students_in_kunming_are_told_their_funding_and_nobody_else_is() -> None:
    theirs = panel(KUNMING, school="provincial_in_kunming")
    line = theirs["大病保险筹资标准（省属在昆高校）"]
    assert line.says() == ("71.00元/人·年；“从省属在昆高校大学生医保基金中划拨，个人不再单独缴费”")
    assert "大病保险筹资标准" not in theirs
    others = panel(KUNMING, school="other")
    assert others["大病保险筹资标准"].says() == "文件未载；由各统筹区确定"
    assert "71" not in "".join(says for _, says, _ in told(CHUXIONG_CITY))


def test_each_tier_in_chongqing_is_told_its_own_limit() -> None:
    assert "普通门诊统筹年度限额（一档）" not in panel(CHONGQING, tier="2")
    assert panel(CHONGQING, tier="2")["普通门诊统筹年度限额（二档）"].says() == "500.00元/年"


def test_the_limit_of_academic_year_students_is_not_said() -> None:
    """Q15: never one of the residents' two limits."""
    theirs = panel(CHONGQING, tier="1", school="in_chongqing")
    line = theirs["普通门诊统筹年度限额（在渝高校）"]
    assert line.silent
    assert line.says() == "文件未载；由重庆市医疗保障局确定"
    assert not [title for title in theirs if "档" in title]


@pytest.mark.parametrize(
    ("day", "there"),
    [(date(2021, 12, 10), True), (date(2022, 12, 31), True), (date(2023, 1, 1), False)],
)
def test_a_limit_that_has_ended_is_told_no_more(day: date, there: bool) -> None:
    lines = panel(CHONGQING, day, tier="1")
    assert ("普通门诊统筹年度限额（一档）" in lines) is there
    assert ("普通门诊统筹年度限额" in lines) is not there


def test_days_and_english_are_told() -> None:
    line = panel(CHONGQING)["普通门诊统筹年度限额（二档）"]
    assert line.days() == "自2022-01-01 至2022-12-31"
    assert line.title("en") == "outpatient care, limit of a year (tier 2)"
    assert line.says("en") == "500.00 yuan per year"
    assert line.days("en") == "from 2022-01-01 to 2022-12-31"
    assert panel(GUANGXI)["大病保险支付比例"].says("en") == "at least 60%"
    assert panel(GUANGXI)["住院政策范围内支付比例"].says("en") == "about 70%"
    assert panel(CHUXIONG_CITY)["大病保险起付线"].says("en") == "not in the documents"
    left = panel(CHUXIONG_CITY)["大病保险筹资标准"].says("en")
    assert left == "not in the documents; settled by 各统筹区"


def test_the_law_in_force_tells_each_benefit_from_its_nearest_document() -> None:
    found = [one for one in values_in_force(packs_of(CHUXIONG_CITY)) if one.subject == BENEFITS]
    documents = {one.title(): one.document for one in found}
    assert documents["待遇信息（高血压、糖尿病“两病”用药）"] == "楚医保〔2021〕46号"
    assert documents["待遇信息（医疗救助）"] == "医保发〔2021〕32号"


def test_benefits_enter_no_sum() -> None:
    """Whatever the panel says, every worked case comes out the same."""
    book = shipped_book()
    silent = book.with_packs(
        [msgspec.structs.replace(pack, benefit_info=()) for pack in book.packs.values()]
    )
    for case in notice_cases():
        with_panel, without = (assess_json(case["request"], one) for one in (book, silent))
        assert _priced(with_panel) == _priced(without), case["request"]


def _priced(result: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in result.items() if name != "law"}


def test_without_a_document_every_figure_is_silent() -> None:
    lines = benefit_panel([])
    assert [line.item for line in lines] == list(FIGURES)
    assert {line.says() for line in lines} == {SILENT}


def test_the_rate_of_coverage_is_the_one_a_document_names() -> None:
    target = coverage_target(packs_of(GANZHOU), date(2021, 11, 15))
    assert target is not None
    assert target.share == Fraction(95, 100)
    assert target.cited() == "赣医保发〔2021〕13号 第一条"
    assert coverage_target(packs_of(CHUXIONG_CITY), date(2021, 11, 15)) is None
