"""What the law's codes are called, in Chinese and English: on screens, papers and messages.

The Chinese are the words of the notices. Attributes are those an identity's condition in some
notice reads; their values are offered in the order of the field's own numbering.
"""

from __future__ import annotations

from typing import Final, Literal

Language = Literal["zh", "en"]
Names = dict[str, tuple[str, str]]
"""Code → Chinese, English."""

IDENTITIES: Final[Names] = {
    "extremely_poor": ("特困供养人员", "Extremely poor person in state care"),
    "orphan": ("孤儿", "Orphan"),
    "de_facto_orphan": ("事实无人抚养儿童", "Child without de facto support"),
    "subsistence_allowance": ("城乡低保对象", "Subsistence allowance recipient"),
    "low_income_family": ("低收入家庭成员", "Low-income family member"),
    "disability": ("残疾人", "Disabled person"),
    "severely_disabled_student": ("重度残疾学生", "Severely disabled student"),
    "severely_disabled_child": ("重度残疾儿童", "Severely disabled child"),
    "severely_disabled_no_work_capacity": (
        "丧失劳动能力的重度残疾人",
        "Severely disabled person unable to work",
    ),
    "other_provincial_hardship": (
        "省规定的其他特定困难人员",
        "Other hardship person designated by the province",
    ),
    "medical_assistance_recipient": ("城乡医疗救助对象", "Medical assistance recipient"),
    "rural_low_income": ("农村低收入人口", "Rural low-income person"),
    "lifted_out_of_poverty": ("已脱贫人口", "Person lifted out of poverty"),
    "unstable_out_of_poverty": ("脱贫不稳定人口", "Person unstably out of poverty"),
    "edge_of_poverty": ("边缘易致贫人口", "Person on the edge of poverty"),
    "returned_to_poverty": ("返贫致贫人口", "Person returned to poverty"),
    "one_child_parent": ("农村计划生育家庭独生子女父母", "Parent of an only child (rural plan)"),
    "one_child": ("不满18周岁的独生子女", "Only child under 18"),
    "two_daughter_couple": ("只生育两个女孩的农村夫妻", "Rural couple with two daughters"),
    "fp_special_family": ("计划生育特殊家庭成员", "Special family-planning family member"),
    "retired_soldier_14": (
        "城镇已失业又未纳入职工医保的14类退役士兵",
        "Unemployed retired soldier of the 14 kinds",
    ),
    "veteran": ("退役军人", "Veteran"),
}

CIRCUMSTANCES: Final[Names] = {
    "newborn": ("新生儿", "Newborn"),
    "migrant_child": ("流动人员子女", "Child of migrants"),
    "demobilised": ("军人退役", "Demobilised"),
    "graduate_returned": ("大学生毕业返乡", "Graduate returned home"),
    "moved_in": ("人员新迁入", "Moved in"),
    "returned_from_abroad": ("出国人员回国", "Returned from abroad"),
    "released_from_prison": ("服刑人员期满释放", "Released after serving a sentence"),
    "clergy": ("宗教教职人员", "Clergy"),
    "employee_cover_ended": ("职工医保中断", "Employee cover ended"),
    "other": ("其他", "Other"),
}

IDENTITY_ATTRIBUTES: Final[dict[str, tuple[str, ...]]] = {
    "subsistence_allowance": ("area",),
    "low_income_family": ("area", "certified", "destitute"),
    "disability": ("kind", "grade"),
    "unstable_out_of_poverty": ("monitored",),
    "returned_to_poverty": ("recognised_by",),
    "one_child_parent": ("area",),
    "one_child": ("area",),
    "two_daughter_couple": ("area", "sterilised"),
    "fp_special_family": ("member",),
    "retired_soldier_14": ("unemployed",),
}
"""What a condition in some notice asks about an identity."""

_ATTRIBUTES: Final[Names] = {
    "area": ("城乡", "Area"),
    "kind": ("残疾类别", "Kind of disability"),
    "grade": ("残疾等级", "Grade"),
    "recognised_by": ("认定部门", "Recognised by"),
    "member": ("家庭成员", "Family member"),
    "certified": ("民政部门认定", "Certified by civil affairs"),
    "destitute": ("贫困", "Destitute"),
    "monitored": ("纳入监测范围", "Under monitoring"),
    "sterilised": ("采取了绝育措施", "Sterilised"),
    "unemployed": ("已失业", "Unemployed"),
    "institution": ("院校", "University"),
}

_YES_NO: Final[Names] = {"yes": ("是", "Yes"), "no": ("否", "No")}

_VALUES: Final[dict[str, Names]] = {
    "area": {"rural": ("农村", "Rural"), "urban": ("城镇", "Urban")},
    "kind": {
        "visual": ("视力", "Visual"),
        "hearing": ("听力", "Hearing"),
        "speech": ("言语", "Speech"),
        "physical": ("肢体", "Physical"),
        "intellectual": ("智力", "Intellectual"),
        "mental": ("精神", "Mental"),
        "multiple": ("多重", "Multiple"),
    },
    "grade": {
        "1": ("一级", "Grade 1"),
        "2": ("二级", "Grade 2"),
        "3": ("三级", "Grade 3"),
        "4": ("四级", "Grade 4"),
    },
    "recognised_by": {
        "rural_revitalisation": ("乡村振兴部门", "Rural revitalisation"),
        "civil_affairs": ("民政部门", "Civil affairs"),
        "other": ("其他部门", "Another department"),
    },
    "member": {"parent": ("父母", "Parent"), "other": ("其他成员", "Other member")},
    "certified": _YES_NO,
    "destitute": _YES_NO,
    "monitored": _YES_NO,
    "sterilised": _YES_NO,
    "unemployed": _YES_NO,
    "institution": {
        "provincial_in_kunming": ("省属在昆高校", "Provincial university in Kunming"),
        "regional_direct": ("自治区直属高校", "University directly under the region"),
        "in_chongqing": ("在渝高校", "University in Chongqing"),
        "other": ("其他高校", "Other university"),
        "unspecified": ("高校（未注明）", "University, not specified"),
    },
}

ATTRIBUTE_VALUES: Final[dict[str, tuple[str, ...]]] = {
    name: tuple(values) for name, values in _VALUES.items()
}
"""The values of each attribute, as text; yes and no for what is asked as a question."""

_REASONS: Final[Names] = {
    "NO_AMOUNT_IN_DOC": (
        "文件未定：没有载明资助金额",
        "The documents give no amount of assistance",
    ),
    "NO_WINDOW_IN_DOC": (
        "文件未定：没有载明集中参保缴费期",
        "The documents give no collection window",
    ),
    "NO_WAIT_LENGTH_IN_DOC": (
        "文件未定：没有载明待遇等待期的长度",
        "The documents give no length of the waiting period",
    ),
    "NO_SPLIT_IN_DOC": (
        "文件未定：没有载明各级财政如何分担",
        "The documents do not say how the levels share the subsidy",
    ),
    "NO_CLASS_IN_DOC": (
        "文件未定：没有把本单位归入哪一类",
        "The documents put this unit in no class",
    ),
    "NO_BENEFIT_YEAR_IN_DOC": (
        "文件未定：没有载明待遇年度",
        "The documents do not say which year the contribution buys",
    ),
    "NO_AGE_DATE_IN_DOC": (
        "文件未定：没有载明按哪一天计算年龄",
        "The documents do not say on which day age counts",
    ),
    "YEAR_NOT_IN_DOC": ("文件没有这一年度的数额", "The documents give nothing for that year"),
    "NOT_IN_DOC": ("文件未定：文件没有规定，或可作两种理解", "The documents do not settle this"),
    "BELOW_FLOOR": ("低于文件规定的下限", "Below the floor the documents set"),
    "FLOOR_ONLY": ("文件只规定下限，数额待当地确定", "The documents give only a floor"),
    "NOT_LISTED": ("不在文件列明的资助对象之内", "Not among those the documents list"),
    "NOT_CERTIFIED": (
        "未满足文件对该身份规定的条件",
        "Short of a condition the documents set for this identity",
    ),
    "NOT_ENROLLED": ("未参保，不产生资助", "Not enrolled, so no assistance"),
    "CERTIFICATION_EXPIRED": ("身份认定已过有效期", "The recognition has expired"),
    "CONDITION_LAPSED": ("该项政策的适用前提已经终止", "The premise of this rule has ended"),
    "AFTER_WINDOW_ADDITION": (
        "文件未定：集中缴费期后新认定的人员如何资助",
        "The documents do not say how those recognised after the window are assisted",
    ),
    "DUPLICATE_COVERAGE": (
        "已有其他有效的医疗保障，不能重复参保",
        "Already covered elsewhere; cover may not be doubled",
    ),
    "NO_INSTALMENT": ("应当一次性缴清，不能分次缴费", "To be paid at once, not in instalments"),
    "TIER_REQUIRED": ("请选择缴费档次", "Choose a tier"),
    "INVALID_TIER": ("没有这一缴费档次", "There is no such tier"),
    "OUT_OF_SCOPE": (
        "本程序没有适用于该区划和年度的政策包",
        "No law pack covers this division and year",
    ),
    "ASSISTANCE_EXCEEDS_STANDARD": (
        "本地资助金额高于个人缴费标准，未采用",
        "The local assistance exceeds the personal standard and is not used",
    ),
    "BEFORE_EFFECTIVE_DATE": (
        "所问日期早于文件生效之日",
        "The day asked about lies before the notice was in force",
    ),
}

_FIELDS: Final[Names] = {
    "benefit_year": ("待遇年度", "Benefit year"),
    "personal_standard": ("个人缴费标准", "Personal standard"),
    "assistance": ("资助金额", "Assistance"),
    "assistance_kind": ("资助方式", "Kind of assistance"),
    "assistance_identity": ("资助身份", "Identity assisted"),
    "net_payable": ("个人应缴", "Payable"),
    "retroactive_assistance": ("应追补资助", "Retroactive assistance"),
    "fiscal": ("财政补助", "Fiscal subsidy"),
    "fiscal.central": ("中央财政补助", "Central subsidy"),
    "fiscal.provincial": ("省级财政补助", "Provincial subsidy"),
    "fiscal.prefecture": ("州（市）财政补助", "Prefecture subsidy"),
    "fiscal.county": ("县级财政补助", "County subsidy"),
    "fiscal.total": ("财政补助合计", "Total subsidy"),
    "allowed": ("能否参保", "May be enrolled"),
    "within_window": ("是否在集中参保缴费期内", "Within the window"),
    "window_exempt": ("是否不受集中缴费期限制", "Free from the window"),
    "waiting_exempt": ("是否免除等待期", "Free from the waiting period"),
    "waiting_days": ("待遇等待期天数", "Waiting days"),
    "benefit_start": ("待遇开始日", "Cover begins"),
    "benefit_start_month": ("待遇开始月份", "Cover begins in"),
    "benefit_end": ("待遇结束日", "Cover ends"),
    "graduate_rule_applies": ("是否适用毕业生规定", "Graduates' rule applies"),
}


def identity_name(code: str, language: Language) -> str:
    """Return what an identity is called; the code itself if it is none of ours."""
    return _name(IDENTITIES, code, language)


def circumstance_name(code: str, language: Language) -> str:
    """Return what a circumstance is called; the code itself if it is none of ours."""
    return _name(CIRCUMSTANCES, code, language)


def attribute_name(name: str, language: Language) -> str:
    """Return what an attribute of an identity is called."""
    return _name(_ATTRIBUTES, name, language)


def attribute_value(name: str, value: str, language: Language) -> str:
    """Return what a value of an attribute is called."""
    return _name(_VALUES.get(name, {}), value, language)


def reason_words(code: str, language: Language) -> str:
    """Return why something is open or refused, as a clerk reads it; the code if unknown."""
    return _name(_REASONS, code, language)


def field_name(field: str, language: Language) -> str:
    """Return what a field of the result is called."""
    return _name(_FIELDS, field, language)


def _name(names: Names, code: str, language: Language) -> str:
    found = names.get(code)
    return code if found is None else found[0 if language == "zh" else 1]
