"""Short lists the desk itself offers: departments, why a mask was lifted, why an enrolment voided.

Departments are the data owners of the identities; the calculator tells only some of them apart
(`desktop.domain.assessing`).
"""

from __future__ import annotations

from desktop.domain.codes import Code, Language

DEPARTMENTS = {
    code: Code(code, zh, en)
    for code, zh, en in (
        ("civil_affairs", "民政部门", "Civil affairs"),
        ("rural_revitalisation", "乡村振兴部门", "Rural revitalisation"),
        ("disabled_federation", "残联", "Disabled persons' federation"),
        ("health", "卫健部门", "Health"),
        ("veterans", "退役军人事务部门", "Veterans affairs"),
        ("education", "教育部门", "Education"),
        ("medical_insurance", "医保部门", "Medical insurance"),
        ("other", "其他部门", "Another department"),
    )
}

LOOK_REASONS = {
    code: Code(code, zh, en)
    for code, zh, en in (
        ("compare_document", "核对证件", "Compare with the document"),
        ("resident_asks", "本人查询", "The resident asks"),
        ("correct_entry", "更正登记", "Correct the entry"),
        ("tax_or_bank", "与税务或银行核对", "Compare with tax or bank"),
        ("other_duty", "其他工作需要", "Other duty"),
    )
}

VOID_REASONS = {
    code: Code(code, zh, en)
    for code, zh, en in (
        ("entered_wrongly", "误登记", "Entered wrongly"),
        ("doubled", "重复登记", "Entered twice"),
        ("not_eligible", "不符合参保条件", "Not eligible"),
        ("withdrawn", "本人放弃", "Withdrawn by the person"),
        ("died", "死亡", "Died"),
        ("moved", "已迁出", "Moved away"),
        ("other", "其他", "Other"),
    )
}

DISABILITY_KINDS = {
    "1": "visual",
    "2": "hearing",
    "3": "speech",
    "4": "physical",
    "5": "intellectual",
    "6": "mental",
    "7": "multiple",
}
"""The 19th character of a disability card's number, as the calculator calls it."""


def void_reason(text: str, language: Language = "zh") -> str:
    """Return the words for a void's reason: of the list by its code, any other as it is."""
    known = VOID_REASONS.get(text)
    return known.name(language) if known else text
