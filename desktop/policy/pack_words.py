"""Chinese and English words for what a law pack holds: its subjects, their parts, their codes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from msgspec import Struct

from desktop.base.money import fen_text
from desktop.policy import words
from desktop.policy.pack import AgeFee, Clause, FreeIdentity, Open, Premise
from desktop.policy.request import Fen
from desktop.policy.words import Language, Pair

SUBJECTS: Mapping[str, Pair] = {
    "benefit_year": ("待遇年度", "Benefit year"),
    "benefit_period": ("待遇期", "Cover from and to"),
    "personal_standard": ("个人缴费标准", "Personal standard"),
    "academic_standard": ("学年个人缴费标准", "Personal standard by academic year"),
    "fiscal": ("财政补助", "Fiscal subsidy"),
    "student_fiscal": ("大学生财政补助", "Fiscal subsidy of students"),
    "residence_permit": ("持居住证参保", "Enrolment on a residence permit"),
    "student_fee": ("大学生个人不缴费", "Students pay nothing themselves"),
    "instalments": ("按年度一次性缴纳", "The year is paid at once"),
    "assistance": ("资助参保", "Assistance"),
    "assistance.groups": ("资助对象", "Assisted group"),
    "assistance.anyone": ("资助对象（不论身份）", "Assisted group (whatever identity)"),
    "recognition": ("缴费期内新增的资助对象", "Recognised within the window"),
    "retroactive": ("补落实资助", "Retroactive assistance"),
    "other_cover": ("不得重复参保", "No double cover"),
    "window": ("集中参保缴费期", "Collection window"),
    "waiting": ("待遇等待期", "Waiting period"),
    "benefit_start": ("待遇开始", "When cover starts"),
    "graduates": ("应届毕业生", "Graduates"),
    "benefit_info": ("待遇信息", "Benefits"),
}

PARTS: Mapping[str, Pair] = {
    "year": ("年度", "year"),
    "readings": ("读法", "readings"),
    "start": ("起", "from"),
    "end": ("止", "to"),
    "tier": ("档次", "tier"),
    "amount": ("金额", "amount"),
    "floor": ("不低于", "at least"),
    "national_prevails": ("国家另有规定的从其规定", "a new national rule prevails"),
    "institution": ("院校", "institution"),
    "academic_year": ("学年", "academic year"),
    "subsidy_year": ("补助年度", "subsidy year"),
    "total": ("合计", "in all"),
    "central": ("中央", "central"),
    "provincial": ("省级", "provincial"),
    "prefecture": ("州市级", "prefecture"),
    "county": ("县级", "county"),
    "prefecture_and_county": ("州市与县共担", "prefecture and county together"),
    "prefecture_share": ("其中州市占", "of which the prefecture"),
    "classes": ("分类", "classes"),
    "units": ("单位", "units"),
    "list": ("名单", "list"),
    "anyone": ("没有身份的人", "persons without an identity"),
    "local_amount_tiers": ("地方金额适用的档次", "tiers that a local amount holds for"),
    "kind": ("方式", "kind"),
    "given": ("条件", "condition"),
    "asked": ("存疑的条件", "condition in doubt"),
    "premise": ("前提", "premise"),
    "standing": ("地位", "standing"),
    "medical_assistance": ("属医疗救助资助参保对象", "among those of medical assistance"),
    "identity": ("身份", "identity"),
    "certain_from": ("确定在期内的首日", "certainly inside from"),
    "both_dates": ("登记与缴费都须在期内", "both dates must lie inside"),
    "days": ("天数", "days"),
    "after_gaps": ("按断缴年数等待", "waiting by the years missed"),
    "fixed": ("固定等待月数", "fixed months"),
    "per_gap_year": ("每断缴一年增加的月数", "months for each year missed"),
    "less_per_repaired_year": ("每补缴一年减少的月数", "months less for each year repaired"),
    "long_gap": ("长期断缴的年数", "years that are a long gap"),
    "long_gap_at_least": ("长期断缴合计不少于的月数", "months at least after a long gap"),
    "runs_from": ("起算于", "runs from"),
    "count": ("计法", "counted"),
    "ages": ("按年龄", "by age"),
    "share": ("比例", "share"),
    "rounding": ("取整", "rounding"),
    "to": ("单位", "unit"),
    "pays": ("个人缴", "person pays"),
    "employee_months": ("职工医保中断后免等待的月数", "months free after employee cover"),
    "employee_months_asked": ("存疑的月数", "months in doubt"),
    "newborn_days": ("新生儿天数", "days for newborns"),
    "circumstances": ("免等待的情形", "circumstances that free"),
    "circumstances_asked": ("存疑的情形", "circumstances in doubt"),
    "identities": ("免等待的身份", "identities that free"),
    "identities_asked": ("存疑的身份", "identities in doubt"),
    "assisted": ("资助对象免等待", "assisted persons are free"),
    "students_asked": ("大学生存疑", "students are in doubt"),
    "late_enrolment": ("期后可以参保", "late enrolment is reckoned with"),
    "window_article": ("不受缴费期限制的依据", "article that frees from the window"),
    "rule": ("规则", "rule"),
    "month": ("月", "month"),
    "day": ("日", "day"),
    "months": ("之后的月数", "months after it"),
    "area": ("城乡", "area"),
    "certified": ("经民政部门认定", "certified by civil affairs"),
    "destitute": ("贫困", "destitute"),
    "monitored": ("纳入监测", "monitored"),
    "sterilised": ("采取了绝育措施", "sterilised"),
    "unemployed": ("失业", "unemployed"),
    "member": ("家庭成员", "family member"),
    "recognised_by": ("认定部门", "recognised by"),
    "grade": ("等级", "grade"),
    "age_min": ("不小于周岁", "of age at least"),
    "age_below": ("不满周岁", "below age"),
    "within_validity": ("在认定有效期内", "within its validity"),
    "without_employee_cover": ("没有职工医保", "without employee cover"),
    "code": ("代码", "code"),
    "name": ("名称", "name"),
    "when": ("条件", "on condition"),
    "local_value": ("本地参数", "local value"),
    "holds": ("成立", "holds"),
    "item": ("项目", "item"),
    "unit": ("单位", "unit"),
    "bound": ("界限", "bound"),
    "says": ("原文", "in its words"),
    "article": ("条款", "article"),
    "since": ("自", "since"),
    "until": ("至", "until"),
    "open": ("待定", "open"),
}

CODES: Mapping[str, Pair] = {
    "1": ("一档", "tier 1"),
    "2": ("二档", "tier 2"),
    "closed": ("列举完毕", "closed"),
    "open": ("未列举完毕", "open"),
    "none": ("没有", "none"),
    "rule.open": ("未写明", "not said"),
    "institution.other": ("其他高校", "another institution"),
    "recognised_by.other": ("其他部门", "another department"),
    "full": ("全额", "in full"),
    "fixed": ("定额", "fixed"),
    "share": ("按比例", "a share"),
    "pays": ("个人只缴定额", "pays a set amount"),
    "down": ("舍去", "down"),
    "up": ("进位", "up"),
    "half_up": ("四舍五入", "half up"),
    "fen": ("分", "fen"),
    "jiao": ("角", "ten fen"),
    "yuan": ("元", "yuan"),
    "payment": ("缴费之日", "payment"),
    "cover": ("待遇期", "the period of cover"),
    "payment_day_is_day_0": ("缴费次日为第1日", "the day after is day 1"),
    "payment_day_is_day_1": ("缴费当日为第1日", "payment day is day 1"),
    "assisted": ("资助对象", "assisted"),
    "reference": ("参照执行", "by reference"),
    "urban": ("城镇", "urban"),
    "rural": ("农村", "rural"),
    "visual": ("视力", "visual"),
    "hearing": ("听力", "hearing"),
    "speech": ("言语", "speech"),
    "physical": ("肢体", "physical"),
    "intellectual": ("智力", "intellectual"),
    "mental": ("精神", "mental"),
    "multiple": ("多重", "multiple"),
    "parent": ("父母", "parent"),
    "rural_revitalisation": ("乡村振兴部门", "rural revitalisation"),
    "civil_affairs": ("民政部门", "civil affairs"),
    "provincial_in_kunming": ("省属在昆高校", "provincial in Kunming"),
    "regional_direct": ("自治区直属高校", "directly under the region"),
    "in_chongqing": ("在渝高校", "in Chongqing"),
    "unspecified": ("高校（未注明）", "institution not specified"),
    "period": ("文件印定的待遇期", "the printed period"),
    "first_of_year": ("待遇年度首日", "first day of the benefit year"),
    "month_of_enrolment": ("参保当月", "month of enrolment"),
    "linkage_policy_issued": ("衔接政策已出台", "linkage policy issued"),
    "transition_period_active": ("在过渡期内", "transition period running"),
    "yuan_per_person_year": ("元/人·年", "yuan per person and year"),
    "yuan_per_year": ("元/年", "yuan per year"),
    "about": ("左右", "about"),
    "at_least": ("不低于", "at least"),
    **{f"item.{code}": pair for code, pair in words.BENEFIT_ITEM_WORDS.items()},
}

NOT: Mapping[str, Pair] = {
    "certified": ("未经民政部门认定", "not certified by civil affairs"),
    "destitute": ("不贫困", "not destitute"),
    "monitored": ("未纳入监测", "not monitored"),
    "sterilised": ("未采取绝育措施", "not sterilised"),
    "unemployed": ("未失业", "not unemployed"),
}

_GRADES = ("", "一", "二", "三", "四")
_SEMICOLON = ("；", "; ")
_COMMA = ("、", ", ")
_SLASH = (" ／ ", " / ")
_AND = ("，", " and ")


def subject_words(subject: str, language: Language = "zh") -> str:
    """Return what a subject of a pack is called; its own name where it has no words."""
    return _one(SUBJECTS.get(subject, (subject, subject)), language)


def part_words(part: str, language: Language = "zh") -> str:
    """Return what a part of a value is called; its own name where it has no words."""
    return _one(PARTS.get(part, (part, part)), language)


def value_words(value: object, language: Language = "zh", *, part: str = "") -> str:
    """Return how a page writes a value of a pack; ``part`` says what it is the value of."""
    match value:
        case tuple() if value and isinstance(value[0], Clause):
            return _one(("；或", "; or "), language).join(value_words(v, language) for v in value)
        case tuple():
            between = _SLASH if part == "readings" else _COMMA
            return _one(between, language).join(value_words(v, language, part=part) for v in value)
        case dict():
            return _one(_COMMA, language).join(dict.fromkeys(str(v) for v in value.values()))
        case Struct():
            return _struct_words(value, language)
        case str():
            return _code_words(value, part, language)
        case _:
            return _figure_words(value, part, language)


def _figure_words(value: object, part: str, language: Language) -> str:
    match value:
        case bool():
            return _one(("是", "yes") if value else ("否", "no"), language)
        case Fen():
            return fen_text(value)
        case Fraction():
            percent = value * 100
            return f"{percent}%" if percent.denominator == 1 else str(value)
        case date():
            return value.isoformat()
        case int() if part == "grade":
            return _one((f"{_GRADES[value]}级", f"grade {value}"), language)
        case _:
            return str(value)


def benefit_words(parts: Mapping[str, Any], language: Language = "zh") -> str:
    """Return what a document says of a benefit: ``不低于60%``, ``300.00元/年``, or its words."""
    figure = ""
    for name in ("amount", "share"):
        if name in parts:
            figure = value_words(parts[name], language, part=name)
    if "unit" in parts:
        unit = value_words(parts["unit"], language, part="unit")
        figure += unit if language == "zh" else f" {unit}"
    bound = parts.get("bound")
    if bound is not None:
        said = value_words(bound, language, part="bound")
        figure = f"{figure}{said}" if (bound, language) == ("about", "zh") else f"{said} {figure}"
        figure = figure.replace("不低于 ", "不低于")
    quoted = f"“{parts['says']}”" if "says" in parts else ""
    return _one(_SEMICOLON, language).join(text for text in (figure, quoted) if text)


def clause_words(clause: Clause, language: Language = "zh") -> str:
    """Return a group's conditions: ``农村，不满18周岁``."""
    return _one(_AND, language).join(
        condition_words(name, value, language) for name, value in set_parts(clause)
    )


def condition_words(name: str, value: object, language: Language = "zh") -> str:
    """Return one condition on a person: ``60周岁及以上``, ``非贫困``, ``一级``."""
    if name == "age_min":
        return _one((f"{value}周岁及以上", f"{value} or older"), language)
    if name == "age_below":
        return _one((f"不满{value}周岁", f"under {value}"), language)
    if isinstance(value, bool):
        yes = PARTS.get(name, (name, name))
        return _one(yes if value else NOT.get(name, (f"非{yes[0]}", f"not {yes[1]}")), language)
    if name == "member" and value == "other":
        return _one(("父母以外的家庭成员", "family member other than a parent"), language)
    said = value_words(value, language, part=name)
    if name == "recognised_by":
        return _one((f"由{said}认定", f"recognised by {said}"), language)
    return said


def open_words(open_: Open, language: Language = "zh") -> str:
    """Return what is open and who settles it."""
    reason = words.reason_words(open_.reason, language)
    return _one((f"{reason}；由{open_.authority}确定", f"{reason}; {open_.authority}"), language)


def set_parts(struct: Struct) -> list[tuple[str, Any]]:
    """Return the parts of a value that say something, in the order of the schema."""
    names, defaults = struct.__struct_fields__, struct.__struct_defaults__
    usual = dict(zip(names[len(names) - len(defaults) :], defaults, strict=True))
    return [
        (name, value)
        for name in struct.__struct_fields__
        if (value := getattr(struct, name)) not in (None, (), {}) and value != usual.get(name, ...)
    ]


def _struct_words(value: Struct, language: Language) -> str:
    match value:
        case Clause():
            return clause_words(value, language)
        case AgeFee():
            amount = fen_text(value.amount)
            return _one(
                (f"{value.age_min}周岁起{amount}", f"{amount} from {value.age_min}"), language
            )
        case Open():
            return open_words(value, language)
        case FreeIdentity():
            name = words.identity_words(value.code, language)
            return f"{name}（{clause_words(value.when, language)}）" if value.when else name
        case Premise():
            premise = value_words(value.local_value, language)
            return (
                premise if value.holds else _one((f"未到：{premise}", f"not: {premise}"), language)
            )
        case _:
            return _one(_SEMICOLON, language).join(
                f"{part_words(name, language)} {value_words(inner, language, part=name)}"
                for name, inner in set_parts(value)
            )


def _code_words(value: str, part: str, language: Language) -> str:
    if value in words.IDENTITY_WORDS and part in ("identity", "code", "identities_asked"):
        return words.identity_words(value, language)  # type: ignore[arg-type]
    if value in words.CIRCUMSTANCE_WORDS and part.startswith("circumstances"):
        return words.circumstance_words(value, language)  # type: ignore[arg-type]
    if part in ("article", "window_article", "academic_year", "name"):
        return value
    return _one(CODES.get(f"{part}.{value}") or CODES.get(value, (value, value)), language)


def _one(pair: Pair, language: Language) -> str:
    return pair[0] if language == "zh" else pair[1]
