"""Chinese and English words for codes: identities, circumstances, reasons, result fields.

Screens, papers and messages take their words from here, so that one code reads the same
everywhere. Every code has both languages (tested).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Literal

from desktop.policy.codes import (
    AssistanceKind,
    BenefitItem,
    CircumstanceCode,
    IdentityCode,
    Reason,
)

Language = Literal["zh", "en"]
Pair = tuple[str, str]

IDENTITY_WORDS: Mapping[IdentityCode, Pair] = {
    "extremely_poor": ("特困供养人员", "extremely poor, in public care"),
    "orphan": ("孤儿", "orphan"),
    "de_facto_orphan": ("事实无人抚养儿童", "de facto orphan"),
    "subsistence_allowance": ("城乡低保对象", "subsistence allowance"),
    "low_income_family": ("低收入家庭", "low-income family"),
    "disability": ("残疾人", "person with a disability"),
    "severely_disabled_student": ("重度残疾学生", "severely disabled student"),
    "severely_disabled_child": ("重度残疾儿童", "severely disabled child"),
    "severely_disabled_no_work_capacity": (
        "丧失劳动能力的重度残疾人",
        "severely disabled, unable to work",
    ),
    "other_provincial_hardship": (
        "省规定的其他特定困难人员",
        "other hardship named by the province",
    ),
    "medical_assistance_recipient": ("城乡医疗救助对象", "medical assistance recipient"),
    "rural_low_income": ("农村低收入人口", "rural low-income population"),
    "lifted_out_of_poverty": ("已脱贫人口", "lifted out of poverty"),
    "unstable_out_of_poverty": ("脱贫不稳定人口", "unstably out of poverty"),
    "edge_of_poverty": ("边缘易致贫人口", "at the edge of poverty"),
    "returned_to_poverty": ("返贫致贫人口", "returned to poverty"),
    "one_child_parent": ("农村计划生育家庭独生子女父母", "parent of a rural one-child family"),
    "one_child": ("不满18周岁的独生子女", "only child under 18"),
    "two_daughter_couple": ("只生育两个女孩的农村夫妻", "rural couple with two daughters"),
    "fp_special_family": ("计划生育特殊家庭", "family-planning special family"),
    "retired_soldier_14": ("14类退役士兵", "retired soldier of the 14 kinds"),
    "veteran": ("退役军人", "veteran"),
}

CIRCUMSTANCE_WORDS: Mapping[CircumstanceCode, Pair] = {
    "newborn": ("新生儿", "newborn"),
    "migrant_child": ("流动人员子女", "child of migrant workers"),
    "demobilised": ("军人退役", "demobilised"),
    "graduate_returned": ("大学生毕业返乡", "graduate returned home"),
    "moved_in": ("人员新迁入", "newly moved in"),
    "returned_from_abroad": ("出国人员回国", "returned from abroad"),
    "released_from_prison": ("服刑人员期满释放", "released from prison"),
    "clergy": ("宗教教职人员", "clergy"),
    "employee_cover_ended": ("职工医保中断", "employee cover ended"),
    "other": ("其他", "other"),
}

REASON_WORDS: Mapping[Reason, Pair] = {
    "NO_AMOUNT_IN_DOC": ("文件未定：没有金额", "the documents give no amount"),
    "NO_WINDOW_IN_DOC": ("文件未定：没有集中参保缴费期的日期", "the documents give no window"),
    "NO_WAIT_LENGTH_IN_DOC": (
        "文件未定：没有等待期的天数",
        "the documents give no length of waiting",
    ),
    "NO_SPLIT_IN_DOC": ("文件未定：没有各级财政分担", "the documents give no split by level"),
    "NO_CLASS_IN_DOC": ("文件未定：没有该单位的类别", "the documents put the unit in no class"),
    "NO_BENEFIT_YEAR_IN_DOC": ("文件未定：没有待遇年度", "the documents name no benefit year"),
    "NO_AGE_DATE_IN_DOC": (
        "文件未定：没有计算年龄的基准日",
        "the documents name no day for ages",
    ),
    "YEAR_NOT_IN_DOC": ("文件未定：该年度不在文件内", "the documents do not speak of that year"),
    "NOT_IN_DOC": (
        "文件未定：文件未写明，或有两种读法",
        "the documents are silent or read two ways",
    ),
    "BELOW_FLOOR": ("低于文件规定的下限", "below the floor in the documents"),
    "FLOOR_ONLY": ("文件未定：文件只规定下限", "the documents give only a floor"),
    "NOT_LISTED": ("不在资助名单内", "not on the list of assisted groups"),
    "NOT_CERTIFIED": ("未经民政部门认定", "not certified by civil affairs"),
    "NOT_ENROLLED": ("尚未参保，不发生资助", "not enrolled, so no assistance"),
    "CERTIFICATION_EXPIRED": ("认定已过有效期", "the certification has expired"),
    "CONDITION_LAPSED": ("文件自设的前提已不存在", "the document's own premise has ended"),
    "AFTER_WINDOW_ADDITION": (
        "文件未定：集中参保缴费期后新增的对象",
        "recognised after the window",
    ),
    "DUPLICATE_COVERAGE": ("已有其他医疗保险，不得重复参保", "already covered elsewhere"),
    "NO_INSTALMENT": ("须按年度一次性缴纳", "the year must be paid at once"),
    "TIER_REQUIRED": ("须先选择缴费档次", "a tier must be chosen"),
    "INVALID_TIER": ("没有该缴费档次", "there is no such tier"),
    "OUT_OF_SCOPE": ("没有适用于该地该年度的政策包", "no law pack covers this place and year"),
    "ASSISTANCE_EXCEEDS_STANDARD": (
        "资助金额高于个人缴费标准，不予采用",
        "assistance above the standard is not used",
    ),
    "BEFORE_EFFECTIVE_DATE": ("早于文件施行之日", "before the document was in force"),
}

FIELD_WORDS: Mapping[str, Pair] = {
    "benefit_year": ("待遇年度", "benefit year"),
    "personal_standard": ("个人缴费标准", "personal standard"),
    "assistance": ("资助参保", "assistance"),
    "assistance_kind": ("资助类型", "kind of assistance"),
    "assistance_identity": ("资助依据的身份", "identity assistance rests on"),
    "net_payable": ("应缴金额", "left to pay"),
    "retroactive_assistance": ("补落实资助金", "retroactive assistance"),
    "fiscal": ("财政补助", "fiscal subsidy"),
    "fiscal.central": ("中央财政补助", "central subsidy"),
    "fiscal.provincial": ("省级财政补助", "provincial subsidy"),
    "fiscal.prefecture": ("州市级财政补助", "prefecture subsidy"),
    "fiscal.county": ("县级财政补助", "county subsidy"),
    "fiscal.total": ("财政补助合计", "subsidy in all"),
    "allowed": ("可以参保", "may be enrolled"),
    "within_window": ("在集中参保缴费期内", "within the window"),
    "window_exempt": ("不受集中征缴期限制", "free from the window"),
    "waiting_exempt": ("不设待遇等待期", "free from waiting"),
    "waiting_days": ("待遇等待期天数", "days of waiting"),
    "benefit_start": ("待遇开始日", "cover starts"),
    "benefit_start_month": ("待遇开始月", "cover starts in"),
    "benefit_end": ("待遇结束日", "cover ends"),
    "graduate_rule_applies": ("适用毕业生规定", "the graduates' rule applies"),
}

LOCAL_VALUE_WORDS: Mapping[str, Pair] = {
    "window": ("集中参保缴费期", "window"),
    "personal_standard": ("个人缴费标准", "personal standard"),
    "national_personal_standard": ("国家个人缴费标准", "national personal standard"),
    "assistance": ("资助参保金额", "amount of assistance"),
    "waiting_days": ("待遇等待期天数", "days of waiting"),
    "unit_class": ("单位类别", "class of the unit"),
    "linkage_policy_issued": ("衔接政策已出台", "linkage policy issued"),
    "transition_period_active": ("过渡期仍在执行", "transition period running"),
    "age_as_of": ("年龄计算基准日", "day on which ages count"),
    "waiting_count": ("等待期起算方式", "how the wait is counted"),
    "benefit_year": ("待遇年度", "benefit year"),
    "benefit_start_rule": ("待遇开始规则", "rule for the start of cover"),
}
"""Names of the local values of a request, by their keys."""

KIND_WORDS: Mapping[AssistanceKind, Pair] = {
    "full": ("全额", "full"),
    "fixed": ("定额", "fixed"),
    "share": ("按比例", "a share"),
    "pays": ("个人只缴定额", "pays a set amount"),
    "none": ("不资助", "none"),
}


BENEFIT_ITEM_WORDS: Mapping[BenefitItem, Pair] = {
    "inpatient_share": ("住院政策范围内支付比例", "inpatient care, paid by the fund"),
    "outpatient_limit": ("普通门诊统筹年度限额", "outpatient care, limit of a year"),
    "serious_illness_threshold": ("大病保险起付线", "serious illness, threshold"),
    "serious_illness_share": ("大病保险支付比例", "serious illness, paid by the fund"),
    "serious_illness_funding": ("大病保险筹资标准", "serious illness, funding"),
    "serious_illness_preference": ("大病保险倾斜支付", "serious illness, preference"),
    "chronic_outpatient": ("门诊慢性病、特殊疾病", "chronic and special illness, outpatient"),
    "two_diseases": ("高血压、糖尿病“两病”用药", "medicine for hypertension and diabetes"),
    "named_benefits": ("住院分娩、门诊慢特病、谈判药", "childbirth, chronic illness, named drugs"),
    "single_disease": ("单病种", "single diseases"),
    "medical_assistance": ("医疗救助", "medical assistance"),
    "coverage_target": ("常住人口参保率目标", "coverage to reach, of residents"),
}
"""What the notices say of benefits, in the order in which a counter is asked about it."""


def law_word(names: Mapping[Any, Pair], code: str, language: Language) -> str:
    """Return the word for one of the law's codes; the code itself if it is a newer program's."""
    found = names.get(code)
    return code if found is None else found[0 if language == "zh" else 1]


def identity_words(code: IdentityCode, language: Language = "zh") -> str:
    """Return an identity's name."""
    return _one(IDENTITY_WORDS[code], language)


def circumstance_words(code: CircumstanceCode, language: Language = "zh") -> str:
    """Return a circumstance's name."""
    return _one(CIRCUMSTANCE_WORDS[code], language)


def reason_words(code: Reason, language: Language = "zh") -> str:
    """Return what a reason code means; silences begin with 文件未定."""
    return _one(REASON_WORDS[code], language)


def field_words(field: str, language: Language = "zh") -> str:
    """Return the name of a result field, also of a level such as ``fiscal.county``."""
    return _one(FIELD_WORDS[field], language)


def kind_words(kind: AssistanceKind, language: Language = "zh") -> str:
    """Return the name of a kind of assistance."""
    return _one(KIND_WORDS[kind], language)


def local_value_words(key: str, language: Language = "zh") -> str:
    """Return the name of a local value, by its key in a request."""
    return _one(LOCAL_VALUE_WORDS[key], language)


def article_words(document: str, article: str, language: Language = "zh") -> str:
    """Return how a provision is cited: ``楚医保〔2021〕46号 第二条（二）第三款``.

    ``article`` is as the packs write it: ``二（四）3末¶1`` reads 第二条（四）第3项末第一款;
    several are parted by 、. A document without an article, such as a local value's, is cited by
    its name.
    """
    if not article:
        return document
    if language == "en":
        return f"{document} {article}"
    return f"{document} {'、'.join(_article(part) for part in article.split('、'))}"


_ARTICLE = re.compile(
    r"([一二三四五六七八九十]+)((?:（[一二三四五六七八九十]+）)?)(\d*)(末?)(?:¶(\d+))?\Z"
)
_CHINESE_DIGITS = "零一二三四五六七八九"


def _article(text: str) -> str:
    found = _ARTICLE.match(text)
    if found is None:
        return text
    article, item, number, last, paragraph = found.groups()
    words = f"第{article}条{item}"
    if number:
        words += f"第{number}项"
    if last:
        words += "末"
    if paragraph:
        words += f"第{_CHINESE_DIGITS[int(paragraph)] if len(paragraph) == 1 else paragraph}款"
    return words


def _one(pair: Pair, language: Language) -> str:
    return pair[0] if language == "zh" else pair[1]
