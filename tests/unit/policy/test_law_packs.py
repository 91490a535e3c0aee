"""Goal: a pack reads as a page, its cases are held against it, two versions differ in words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import pytest
from msgspec import Struct

from desktop.policy import LawBook, LawRefused
from desktop.policy import pack as shapes
from desktop.policy.codes import IDENTITY_CODES
from desktop.policy.pack import Chain, ChainFile, Open, Pack, PackHead
from desktop.policy.pack_cases import CASES_MAX, CaseFailure, failing_cases, parse_cases
from desktop.policy.pack_diff import value_changes
from desktop.policy.pack_persons import typical_persons
from desktop.policy.pack_values import pack_values, values_in_force
from desktop.policy.pack_words import CODES, NOT, PARTS, SUBJECTS, value_words
from desktop.policy.parse import parse_pack
from desktop.policy.price_diff import PriceChange, Side, case_changes, price_changes
from desktop.policy.request import Student
from desktop.policy.words import Language
from tests.law.artefacts import CASE, changed, raised, shipped, version
from tests.law.support import shipped_book

CHUXIONG = "532300"
LATER = version(
    2,
    ("age_min = 60, destitute = true", "age_min = 65, destitute = true"),
    ("age_min = 60, destitute = false", "age_min = 65, destitute = false"),
)
"""楚雄's pack, with the old of low-income families assisted from 65 on."""


@cache
def parsed(text: str) -> Pack:
    return parse_pack("new.toml", text)


def own(text: str) -> Pack:
    return parsed(text)


def prices(
    after: str,
    *,
    before: str | None = None,
    places: Sequence[str] = (CHUXIONG,),
    language: Language = "zh",
) -> list[PriceChange]:
    """Return what typical persons pay differently under the text ``after``."""
    old = own(before or shipped()[0])
    new = own(after)
    sides = [
        Side(shipped_book().with_packs([pack]), pack.pack.campaign_year) for pack in (old, new)
    ]
    return list(price_changes(sides[0], sides[1], places, language))


def said(after: str, *, language: Language = "zh") -> list[str]:
    return [change.says(language) for change in prices(after, language=language)]


def values(after: str, *, language: Language = "zh") -> list[str]:
    return [change.says(language) for change in value_changes(own(shipped()[0]), own(after))]


def test_a_raised_amount_reads_as_who_pays_what() -> None:
    assert said(raised()) == [
        "城乡低保对象：资助 120.00 → 150.00，个人缴 200.00 → 170.00（楚医保〔2021〕46号 第三条）"
    ]
    assert values(raised()) == ["改：资助对象（城乡低保对象）：金额 120.00 → 150.00（第三条）"]


def test_it_reads_in_english_too() -> None:
    assert said(raised(), language="en") == [
        (
            "subsistence allowance: assistance 120.00 → 150.00, pays 200.00 → 170.00"
            " (楚医保〔2021〕46号 第三条)"
        )
    ]
    (change,) = value_changes(own(shipped()[0]), own(raised()))
    assert change.says("en") == (
        "changed: Assisted group (subsistence allowance): amount 120.00 → 150.00 (三)"
    )


def test_a_pack_that_says_the_same_changes_nobody() -> None:
    assert said(version(2)) == []
    assert values(version(2)) == []


def test_a_new_standard_names_everybody_once() -> None:
    after = version(2, ('amount = "320.00"', 'amount = "350.00"'))
    found = prices(after)
    whom = [name for change in found for name in change.whom]
    assert len(whom) == len(set(whom))
    ordinary = next(change for change in found if "一般居民" in change.whom)
    assert "标准 320.00 → 350.00，个人缴 320.00 → 350.00" in ordinary.says()
    full = next(change for change in found if "孤儿" in change.whom)
    assert full.says().startswith("特困供养人员、计划生育特殊家庭（父母）、孤儿：")
    assert "个人缴" not in full.says()


def test_a_narrowed_condition_names_those_it_leaves_out() -> None:
    text = version(2, ("{ grade = [1, 2] },", "{ grade = [1] },"))
    assert said(text) == [
        (
            "残疾人（智力，二级；精神，二级；肢体，二级）：资助 120.00 → 0.00，"
            "个人缴 200.00 → 320.00（楚医保〔2021〕46号 第三条）"
        )
    ]
    assert values(text) == [
        (
            "改：资助对象（残疾人）：条件 一级、二级；或智力、精神，三级 → 一级；或智力、精神，三级"
            "（第三条）"
        )
    ]


def test_an_age_limit_that_moves_is_found_between_the_two() -> None:
    assert "低收入家庭（经民政部门认定，贫困，62岁）：资助 120.00 → 0.00" in "".join(said(LATER))


def test_a_group_taken_out_and_one_left_open_are_told() -> None:
    veteran = (
        '[[assistance.groups]]\nidentity = "veteran"\narticle = "三"\nvalid_from = 2021-09-22\n'
        'open = { reason = "NO_AMOUNT_IN_DOC", authority = "楚雄州医疗保障局",'
        ' level = "prefecture" }\n'
    )
    text = version(2, (veteran, ""))
    assert said(text) == [
        (
            "退役军人：资助 待定（文件未定：没有金额） → 0.00，"
            "个人缴 待定（文件未定：没有金额） → 320.00（楚医保〔2021〕46号 第三条）"
        )
    ]
    assert values(text) == [
        "删：资助对象（退役军人）：文件未定：没有金额；由楚雄州医疗保障局确定（第三条）"
    ]
    back = [change.says() for change in value_changes(own(text), own(shipped()[0]))]
    assert back[0].startswith("增：资助对象（退役军人）")


def test_a_county_that_changes_class_is_named_with_its_levels() -> None:
    text = version(
        2,
        (', "532328" = "元谋县"', ""),
        ('"532329" = "武定县"', '"532329" = "武定县", "532328" = "元谋县"'),
    )
    assert said(text) == [
        (
            "元谋县 2021：州市级财政补助 17.40 → 15.66，县级财政补助 17.40 → 19.14"
            "（楚医保〔2021〕46号 第二条）"
        )
    ]


def test_what_was_open_and_stays_open_prices_nobody_differently() -> None:
    text = changed(
        version(2),
        (
            'reason = "NO_CLASS_IN_DOC", authority = "楚雄州财政局"',
            'reason = "NO_SPLIT_IN_DOC", authority = "楚雄州财政局"',
        ),
    )
    assert said(text) == []
    assert "待定" in values(text)[0]


def test_next_years_pack_is_compared_with_this_years() -> None:
    nation = shipped("nation-2021")[0].replace("2021", "2022").replace("320.00", "350.00")
    found = prices(nation, before=shipped("nation-2021")[0], places=["000000"])
    assert [change.whom for change in found] == [("一般居民", "持居住证居民")]
    assert "320.00 → 350.00" in found[0].says()


def test_a_tier_of_its_own_is_told_apart() -> None:
    before, _ = shipped("chongqing-2021")
    found = prices(before.replace("695.00", "700.00"), before=before, places=["500000"])
    (change,) = found
    assert "一般居民（1岁，二档；" in change.says()
    assert "成年，二档" in change.says()


def test_students_of_one_academic_year_are_told_apart() -> None:
    before, _ = shipped("chongqing-2021")
    (change,) = prices(before.replace('"655.00"', '"660.00"'), before=before, places=["500000"])
    assert change.whom == ("在渝高校（2021-09/2022-08，二档）",)


def test_a_department_that_must_recognise_is_told() -> None:
    when = 'amount = "180.00"\npremise = { local_value = "linkage_policy_issued", holds = false }'
    text = version(2, (when, f'{when}\ngiven = [{{ recognised_by = "rural_revitalisation" }}]'))
    assert said(text) == [
        (
            "已脱贫人口（由民政部门认定；由其他部门认定）：资助 180.00 → 0.00，"
            "个人缴 140.00 → 320.00（楚医保〔2021〕46号 第三条）"
        )
    ]
    assert values(text) == ["改：资助对象（已脱贫人口）：条件 无 → 由乡村振兴部门认定（第三条）"]


def test_values_of_successive_days_are_compared_one_by_one() -> None:
    row = 'article = "一"\nvalid_from = 2021-09-22\namount = "320.00"\n'
    later = '[[personal_standard]]\narticle = "五"\nvalid_from = 2022-01-01\namount = "350.00"\n'
    text = version(2, (row, f"{row}valid_to = 2021-12-31\n\n{later}"))
    assert values(text) == [
        "改：个人缴费标准：至 无 → 2021-12-31（第一条）",
        "增：个人缴费标准：金额 350.00（第五条）",
    ]


def test_a_shape_without_words_of_its_own_reads_part_by_part() -> None:
    student = Student("in_chongqing", graduation_year=2022)
    assert value_words(student) == "院校 在渝高校；graduation_year 2022"
    assert value_words(student, "en") == "institution in Chongqing; graduation_year 2022"


def test_a_place_without_law_on_one_side_is_left_out() -> None:
    assert prices(raised(), places=["990000"]) == []


def test_worked_cases_that_come_out_differently_are_told_together() -> None:
    requests = [case.request for case in parse_cases("c", shipped()[1])]
    after = shipped_book().with_packs([own(raised())])
    (change,) = case_changes(shipped_book(), after, requests)
    assert change.whom == ("CX-DYN-001", "CX-DYN-003")
    assert list(case_changes(shipped_book(), after, [{"id": "x"}])) == []


def test_a_case_tells_kinds_and_answers_in_words() -> None:
    after = shipped_book().with_packs([own(LATER)])
    requests = [case.request for case in parse_cases("c", shipped()[1])]
    told = " ".join(change.says() for change in case_changes(shipped_book(), after, requests))
    assert "资助类型 定额 → 不资助" in told


def test_typical_persons_meet_every_group_of_every_law() -> None:
    for pack in shipped_book().packs.values():
        law = shipped_book().resolve(pack.pack.division, pack.pack.campaign_year)
        assert law is not None
        persons = list(typical_persons([law.text]))
        codes = {person.identity.code for person in persons if person.identity is not None}
        assert codes == set(law.text.groups)
        assert len(persons) == len(set(persons))


def test_a_page_shows_each_subject_from_the_nearest_document() -> None:
    law = shipped_book().resolve("532301", 2021)
    assert law is not None
    packs = [shipped_book().packs[layer.pack] for layer in law.used.layers]
    page = {value.title(): value for value in values_in_force(packs)}
    assert page["个人缴费标准"].document == "楚医保〔2021〕46号"
    assert page["大学生财政补助（2021，省属在昆高校）"].document == "云医保〔2021〕90号"
    assert page["持居住证参保"].document == "医保发〔2021〕32号"
    assert page["财政补助（2021，一类）"].says() == "单位 楚雄市、禄丰市；其中州市占 40%"
    open_ = page["集中参保缴费期"].open
    assert open_ is not None
    assert open_.authority == "楚雄州医疗保障局"


def test_no_two_values_of_a_pack_are_taken_for_one() -> None:
    for pack in shipped_book().packs.values():
        keys = [value.key for value in pack_values(pack)]
        assert len(keys) == len(set(keys)), pack.pack.id


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_part_of_every_shape_has_words(language: Language) -> None:
    told_elsewhere = {"article", "valid_from", "valid_to", "checked_on", "open", "groups"}
    outside = {PackHead, Pack, Chain, ChainFile, Open, Struct}
    kinds = [
        kind
        for kind in vars(shapes).values()
        if isinstance(kind, type) and issubclass(kind, Struct) and kind not in outside
    ]
    named = {name for kind in kinds for name in kind.__struct_fields__} - told_elsewhere
    assert named - PARTS.keys() == set()
    assert set(Pack.__struct_fields__) - {"pack"} - SUBJECTS.keys() == set()
    for table in (PARTS, SUBJECTS, CODES, NOT):
        assert all(pair[language == "en"] for pair in table.values())


def test_every_shipped_value_reads_without_codes_in_it() -> None:
    for pack in shipped_book().packs.values():
        for value in pack_values(pack):
            text = f"{value.title()} {value.says()}"
            assert not [code for code in IDENTITY_CODES if code in text.split()], text
            assert "_" not in text, text


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("{", "line 7: not a case"),
        ("[]", "not a case"),
        ('{"request": {}, "expect": {"a": 1}}', "rests_on"),
        ('{"request": {}, "expect": {"a": 1}, "rests_on": "x", "more": 1}', "more"),
        ('{"request": {}, "expect": {}, "rests_on": "x"}', "this case expects nothing"),
        ("", "a pack carries worked cases"),
    ],
)
def test_cases_that_cannot_be_read_say_where_and_why(line: str, says: str) -> None:
    with pytest.raises(LawRefused) as refused:
        parse_cases("x.cases.jsonl", line, 7)
    assert refused.value.code == "LAW_CASES_UNREADABLE"
    assert says in refused.value.message


def test_there_is_a_limit_to_cases() -> None:
    with pytest.raises(LawRefused, match=f"more than {CASES_MAX} cases"):
        parse_cases("x", CASE * (CASES_MAX + 1))


@pytest.mark.parametrize(
    ("expect", "field", "expected", "got"),
    [
        ('{"assistance": "120.00"}', "assistance", '"120.00"', '"150.00"'),
        ('{"asistance": "120.00"}', "asistance", '"120.00"', "no such field in a result"),
        ('{"undetermined": ["assistance"]}', "assistance", "undetermined", '"150.00"'),
        ('{"reason": "NOT_LISTED"}', "reasons", '"NOT_LISTED"', '["NO_BENEFIT_YEAR_IN_DOC"]'),
        ('{"fiscal": {"county": "1.00"}}', "fiscal.county", '"1.00"', "null"),
        ('{"fiscal": null, "assistance": null}', "assistance", "null", '"150.00"'),
    ],
)
def test_a_case_that_does_not_come_out_says_what_was_expected_and_what_is(
    expect: str, field: str, expected: str, got: str
) -> None:
    start = CASE.index('"expect": ') + len('"expect": ')
    case = CASE[:start] + expect + CASE[CASE.index(', "rests_on"') :]
    (failure,) = failing(case)
    assert (failure.field, failure.expected, failure.got) == (field, expected, got)


def failing(cases: str) -> list[CaseFailure]:
    book: LawBook = shipped_book().with_packs([own(raised())])
    return list(failing_cases(parse_cases("c", cases), book, "chuxiong-2021-46"))


def test_a_case_that_asks_nothing_valid_fails() -> None:
    (failure,) = failing(CASE.replace('"532301"', '"5323"'))
    assert failure.field == "status"
    assert "division" in failure.got


def test_a_case_outside_every_law_fails() -> None:
    (failure,) = failing(CASE.replace('"532301"', '"990101"'))
    assert (failure.field, failure.got) == ("law", "no law at all")
