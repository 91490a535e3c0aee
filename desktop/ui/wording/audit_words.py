"""What the built-in checks are called, what they find, and what their cases say."""

from __future__ import annotations

from desktop.domain.audits import CHECKS, WITHOUT_CASES, case_kind
from desktop.ui.wording import Words

_TITLES: dict[str, Words] = {
    "assisted-not-listed": Words("享受资助但不在部门名单", "Assisted, on no list"),
    "listed-not-assisted": Words("在部门名单但未享受资助", "Listed, not assisted"),
    "dead-enrolled": Words("死亡仍参保", "Dead but enrolled"),
    "doubles": Words("县内重复参保", "Enrolled twice here"),
    "paid-not-handed": Words("已缴费但未应征", "Paid, not handed over"),
    "handed-not-paid": Words("已应征但未缴费", "Handed over, not paid"),
    "return-refused": Words("税务退回未改正", "Refused by the tax office"),
    "identity-expired": Words("资助身份已过期", "Identity expired"),
}

_MEANINGS: dict[str, Words] = {
    "assisted-not-listed": Words(
        "按某种身份享受了资助，但认定部门的名单里没有这个人。请与部门核实身份。",
        "Assisted on an identity that no department lists this person with. Ask the department.",
    ),
    "listed-not-assisted": Words(
        "在部门名单里，但没有参保，或参保时没有享受资助。请补登身份或动员参保。",
        "On a department's list, but not enrolled, or enrolled without assistance.",
    ),
    "dead-enrolled": Words(
        "已登记死亡，参保登记仍有效，且待遇尚未开始。请作废登记或办理退费。",
        "Registered as dead, still enrolled, and cover had not begun. Void it or give money back.",
    ),
    "doubles": Words(
        "同一证件号码，或姓名和出生日期都相同的人，在本县有两份参保登记。请核对后保留一份。",
        "One number, or one name and birthday, has two enrolments here. Keep one.",
    ),
    "paid-not-handed": Words(
        "已收款，但从未移交税务应征。请与税务核对这笔款。",
        "Money was taken, but the tax authority was never told. Settle it with them.",
    ),
    "handed-not-paid": Words(
        "已移交税务应征，还没有缴费。",
        "Handed over to the tax authority and not paid yet.",
    ),
    "return-refused": Words(
        "税务退回了这一行应征数据。请按退回原因改正，再移交一次。",
        "The tax authority refused the row. Mend what it names and hand it over again.",
    ),
    "identity-expired": Words(
        "享受资助所依据的身份，认定有效期已过。请向部门取得新的认定。",
        "Assistance rests on a recognition past its last day. Ask for a new one.",
    ),
}

_WHY: dict[str, Words] = {
    "not_listed": Words("部门名单里没有", "on no department's list"),
    "no_assistance": Words("名单“{0}”，未享受资助", "list “{0}”, without assistance"),
    "not_enrolled": Words("名单“{0}”，未参保", "list “{0}”, not enrolled"),
    "died": Words("死亡日期 {0}", "died on {0}"),
    "same_number": Words("证件号码相同；另一份在户 {1}", "same number; the other in household {1}"),
    "same_name": Words(
        "姓名、出生日期相同：{0}；另在户 {1}", "same name and birthday: {0}; also {1}"
    ),
    "not_handed": Words("未在任何应征批次中", "in no batch"),
    "not_paid": Words("未缴费", "not paid"),
    "refused": Words("返回码 {0} {1}（{2}）", "code {0} {1} ({2})"),
    "expired": Words("有效期至 {0}", "valid to {0}"),
}

AUDIT_WORDS: dict[str, Words] = {
    **{f"audit.check.{name}": words for name, words in _TITLES.items()},
    **{f"audit.what.{name}": words for name, words in _MEANINGS.items()},
    **{f"audit.why.{name}": words for name, words in _WHY.items()},
}
"""What each check is called, what it finds, and why a row stands on it."""

AUDIT_CASES: dict[str, Words] = {
    f"case.{group}.{case_kind(name)}": words[name]
    for group, words in (("kind", _TITLES), ("what", _MEANINGS))
    for name in CHECKS
    if name not in WITHOUT_CASES
}
"""The same for the cases they open."""


def why_text(why: tuple[str, ...], language: str) -> str:
    """Return why a row stands on a list, in words."""
    words = _WHY[why[0]]
    text = words.zh if language == "zh" else words.en
    return text.format(*(*why[1:], "", "", ""))


def check_title(check: str) -> Words:
    """Return what a check is called."""
    return _TITLES[check]
