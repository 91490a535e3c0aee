"""What the built-in checks are called, what they find, and what their cases say."""

from __future__ import annotations

from desktop.domain.audits import CHECKS, WITHOUT_CASES, case_kind
from desktop.domain.handover_words import AUDIT_TITLES
from desktop.ui.wording import Words

_TITLES = {name: Words(*pair) for name, pair in AUDIT_TITLES.items()}

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

AUDIT_WORDS: dict[str, Words] = {
    **{f"audit.check.{name}": words for name, words in _TITLES.items()},
    **{f"audit.what.{name}": words for name, words in _MEANINGS.items()},
}
"""What each check is called, and what it finds."""

AUDIT_CASES: dict[str, Words] = {
    "case.kind.GIVEN_BACK_TWICE": Words("批准退费又整张撤销", "Refunded and undone"),
    "case.what.GIVEN_BACK_TWICE": Words(
        "这笔缴费已批准退费，另一处又作废或红冲了整张收据，钱可能退了两次。两处互不知情，两项都保留；"
        "请核对实际退出的钱，把多退的收回。",
        "A refund of this payment was granted, and elsewhere the whole receipt was voided or "
        "reversed: money may have gone back twice. Both stand; check what was really paid out.",
    ),
    "case.kind.HANDED_TWICE": Words("两处移交了同一批人", "Handed over twice"),
    "case.what.HANDED_TWICE": Words(
        "两个工作站互不知情，把同一些人的应缴都移交了税务。请与税务核对，撤销其中一批的重复行。",
        "Two stations handed the same payables to the tax office without knowing of each other. "
        "Ask the tax office to drop the doubled rows of one batch.",
    ),
    **{
        f"case.{group}.{case_kind(name)}": words[name]
        for group, words in (("kind", _TITLES), ("what", _MEANINGS))
        for name in CHECKS
        if name not in WITHOUT_CASES
    },
}
"""The same for the cases they open."""
