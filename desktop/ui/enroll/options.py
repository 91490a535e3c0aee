"""The choices of the household screen's coded fields, in the order of their digits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from desktop.domain import codes
from desktop.domain.codes import Code, Language
from desktop.policy.codes import CIRCUMSTANCE_CODES, IDENTITY_CODES
from desktop.ui import law_words as law
from desktop.ui.messages import Messages
from desktop.ui.pinyin import initials

COMMON_IDENTITIES = (
    "subsistence_allowance",
    "extremely_poor",
    "lifted_out_of_poverty",
    "disability",
    "low_income_family",
    "orphan",
    "one_child_parent",
    "two_daughter_couple",
    "unstable_out_of_poverty",
)
"""What a township meets every day, on the digits 1 to 9; the rest follow in the list."""

SHORT_IDENTITIES = {
    "subsistence_allowance": ("低保", "Allowance"),
    "extremely_poor": ("特困", "Extremely poor"),
    "lifted_out_of_poverty": ("脱贫", "Out of poverty"),
    "disability": ("残疾", "Disabled"),
    "low_income_family": ("低收入", "Low income"),
    "orphan": ("孤儿", "Orphan"),
    "de_facto_orphan": ("事实孤儿", "De facto orphan"),
    "one_child_parent": ("独生子女父母", "Only child's parent"),
    "one_child": ("独生子女", "Only child"),
    "two_daughter_couple": ("双女户", "Two daughters"),
    "fp_special_family": ("计生特殊家庭", "Special family"),
    "unstable_out_of_poverty": ("脱贫不稳定", "Unstable"),
    "edge_of_poverty": ("边缘易致贫", "Edge of poverty"),
    "returned_to_poverty": ("返贫致贫", "Returned"),
    "rural_low_income": ("农村低收入", "Rural low income"),
    "other_provincial_hardship": ("其他困难", "Other hardship"),
    "medical_assistance_recipient": ("医疗救助", "Medical aid"),
    "severely_disabled_student": ("重残学生", "Disabled student"),
    "severely_disabled_child": ("重残儿童", "Disabled child"),
    "severely_disabled_no_work_capacity": ("重残丧劳", "Disabled, no work"),
    "retired_soldier_14": ("退役士兵", "Retired soldier"),
    "veteran": ("退役军人", "Veteran"),
}
"""What clerks say at the desk; papers and the price card use the notices' words."""

SHORT_SEXES = {"1": ("男", "M"), "2": ("女", "F"), "9": ("—", "—")}
SHORT_RELATIONS = {"20": ("子、婿", "Son"), "30": ("女、媳", "Daughter")}

_NOT_ASKED = frozenset({"subsistence_allowance"})
"""No notice in force asks more of these; a key less for the most frequent identity."""

_SHORT_DOCUMENTS = {
    "01": ("身份证", "ID card"),
    "990201": ("出生证明", "Birth"),
    "02": ("军官证", "Officer"),
    "03": ("武警证", "Police"),
    "04": ("港通行证", "HK permit"),
    "05": ("澳通行证", "Macao permit"),
    "06": ("台胞证", "TW permit"),
    "07": ("永居证", "Perm. res."),
    "08": ("外国护照", "Passport"),
    "09": ("残疾人证", "Disability"),
    "16": ("中国护照", "CN passport"),
    "17": ("港澳台居住证", "Res. permit"),
}


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice, before any widget: code, words, short form, what may be typed for it."""

    code: str
    words: str
    short: str = ""
    keys: str = ""


@dataclass(frozen=True, slots=True)
class Ask:
    """A question that choosing an identity asks next."""

    name: str
    label: str
    choices: tuple[Choice, ...]


def from_codes(
    table: Mapping[str, Code],
    language: Language,
    short: Mapping[str, tuple[str, str]] | None = None,
) -> tuple[Choice, ...]:
    """Return a domain code set as choices."""
    shorter = short or {}
    return tuple(
        _choice(code.code, code.zh, code.en, language, shorter.get(code.code))
        for code in table.values()
    )


_ETHNIC_PINYIN = (
    "han menggu hui zang weiwuer miao yi zhuang buyi chaoxian man dong yao bai tujia hani "
    "hasake dai li lisu wa she gaoshan lahu shui dongxiang naxi jingpo keerkezi tu "
    "dawoer mulao qiang bulang sala maonan gelao xibo achang pumi tajike nu wuzibieke "
    "eluosi ewenke deang baoan yugu jing tataer dulong elunchun hezhe menba luoba jinuo"
).split()
"""Of the peoples in the order of their codes, without 族."""


def ethnic_groups(language: Language) -> tuple[Choice, ...]:
    """Return the ethnic groups, found by full pinyin too."""
    pinyin = {f"{place:02d}": one for place, one in enumerate(_ETHNIC_PINYIN, start=1)}
    return tuple(
        replace(one, keys=f"{one.keys} {pinyin[one.code]}zu") if one.code in pinyin else one
        for one in from_codes(codes.ETHNIC_GROUPS, language)
    )


def document_types(language: Language) -> tuple[Choice, ...]:
    """Return the kinds of identity document."""
    return from_codes(codes.DOCUMENT_TYPES, language, _SHORT_DOCUMENTS)


def identities(language: Language) -> tuple[Choice, ...]:
    """Return the identities, the common ones first."""
    rest = tuple(code for code in IDENTITY_CODES if code not in COMMON_IDENTITIES)
    return tuple(
        _choice(
            code,
            law.identity_name(code, "zh"),
            law.identity_name(code, "en"),
            language,
            SHORT_IDENTITIES.get(code),
        )
        for code in (*COMMON_IDENTITIES, *rest)
    )


def circumstances(language: Language) -> tuple[Choice, ...]:
    """Return the special circumstances."""
    return tuple(
        _choice(
            code, law.circumstance_name(code, "zh"), law.circumstance_name(code, "en"), language
        )
        for code in CIRCUMSTANCE_CODES
    )


def asks(language: Language) -> dict[str, tuple[Ask, ...]]:
    """Return what each identity asks on being chosen; the rest is in the details."""
    return {
        code: tuple(_ask(name, language) for name in names)
        for code, names in law.IDENTITY_ATTRIBUTES.items()
        if names and code not in _NOT_ASKED
    }


def students(language: Language) -> tuple[Choice, ...]:
    """Return the kinds of university the law tells apart."""
    return attribute("institution", language)


def yes_no(messages: Messages) -> tuple[Choice, ...]:
    """Return yes and no."""
    return (
        Choice("yes", messages.say("yes"), keys="s y"),
        Choice("no", messages.say("no"), keys="f n"),
    )


def _ask(name: str, language: Language) -> Ask:
    return Ask(name, law.attribute_name(name, language), attribute(name, language))


def attribute(name: str, language: Language) -> tuple[Choice, ...]:
    """Return the values an identity's attribute can have."""
    return tuple(
        _choice(
            value,
            law.attribute_value(name, value, "zh"),
            law.attribute_value(name, value, "en"),
            language,
        )
        for value in law.ATTRIBUTE_VALUES[name]
    )


def _choice(
    code: str, zh: str, en: str, language: Language, short: tuple[str, str] | None = None
) -> Choice:
    words, other = (zh, en) if language == "zh" else (en, zh)
    shown = "" if short is None else short[0 if language == "zh" else 1]
    keys = " ".join(dict.fromkeys((initials(zh), initials(shown), other.lower())))
    return Choice(code, words, shown, keys)


def short_identity(code: str, language: Language) -> str:
    """Return an identity as the table shows it."""
    short = SHORT_IDENTITIES.get(code)
    if short is None:
        return law.identity_name(code, language)
    return short[0 if language == "zh" else 1]
