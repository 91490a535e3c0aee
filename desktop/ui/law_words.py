"""The law's codes as the screens call them: names from `desktop.policy.words`, attributes here.

Attributes are what a condition in some notice asks about an identity; their values are offered in
the order of the field's own numbering. Only forms need words for them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from desktop.domain.codes import Language
from desktop.policy import words

Names = dict[str, tuple[str, str]]
"""Code → Chinese, English."""

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


def identity_name(code: str, language: Language) -> str:
    """Return what an identity is called; the code itself if it is none of ours."""
    return _name(words.IDENTITY_WORDS, code, language)


def circumstance_name(code: str, language: Language) -> str:
    """Return what a circumstance is called; the code itself if it is none of ours."""
    return _name(words.CIRCUMSTANCE_WORDS, code, language)


def reason_words(code: str, language: Language) -> str:
    """Return why something is open or refused, as a clerk reads it; the code if unknown."""
    return _name(words.REASON_WORDS, code, language)


def field_name(field: str, language: Language) -> str:
    """Return what a field of the result is called."""
    return _name(words.FIELD_WORDS, field, language)


def attribute_name(name: str, language: Language) -> str:
    """Return what an attribute of an identity is called."""
    return _name(_ATTRIBUTES, name, language)


def attribute_value(name: str, value: str, language: Language) -> str:
    """Return what a value of an attribute is called."""
    return _name(_VALUES.get(name, {}), value, language)


def _name(names: Mapping[Any, tuple[str, str]], code: str, language: Language) -> str:
    found = names.get(code)
    return code if found is None else found[0 if language == "zh" else 1]
