"""Words for the checks, the paid rows and the causes of differences: on papers and screens alike.

Each code has both languages (tested).
"""

from __future__ import annotations

from collections.abc import Mapping

from desktop.domain.codes import Language

Pair = tuple[str, str]

AUDIT_TITLES: Mapping[str, Pair] = {
    "assisted-not-listed": ("享受资助但不在部门名单", "Assisted, on no list"),
    "listed-not-assisted": ("在部门名单但未享受资助", "Listed, not assisted"),
    "dead-enrolled": ("死亡仍参保", "Dead but enrolled"),
    "doubles": ("县内重复参保", "Enrolled twice here"),
    "paid-not-handed": ("已缴费但未应征", "Paid, not handed over"),
    "handed-not-paid": ("已应征但未缴费", "Handed over, not paid"),
    "return-refused": ("税务退回未改正", "Refused by the tax office"),
    "identity-expired": ("资助身份已过期", "Identity expired"),
}


AUDIT_WHY: Mapping[str, Pair] = {
    "not_listed": ("部门名单里没有", "on no department's list"),
    "no_assistance": ("名单“{0}”，未享受资助", "list “{0}”, without assistance"),
    "not_enrolled": ("名单“{0}”，未参保", "list “{0}”, not enrolled"),
    "died": ("死亡日期 {0}", "died on {0}"),
    "same_number": ("证件号码相同；另一份在户 {1}", "same number; the other in household {1}"),
    "same_name": ("姓名、出生日期相同：{0}；另在户 {1}", "same name and birthday: {0}; also {1}"),
    "not_handed": ("未在任何应征批次中", "in no batch"),
    "not_paid": ("未缴费", "not paid"),
    "refused": ("返回码 {0} {1}（{2}）", "code {0} {1} ({2})"),
    "expired": ("有效期至 {0}", "valid to {0}"),
}

TAX_STATES: Mapping[str, Pair] = {
    "booked": ("已入账", "booked"),
    "ready": ("可入账", "ready"),
    "over": ("多缴", "too much"),
    "under": ("少缴", "too little"),
    "price_open": ("应缴待定", "price open"),
    "doubled": ("重复缴费", "paid twice"),
    "paid_otherwise": ("已在本处缴费", "paid here already"),
    "not_enrolled": ("未参保登记", "not enrolled"),
    "unknown": ("查无此人", "unknown person"),
    "ambiguous": ("号码对应多人", "several people"),
    "settled": ("已处理", "settled"),
}

TAX_WAYS_OUT: Mapping[str, Pair] = {
    "booked": ("收据已开具。", "There is a receipt."),
    "ready": ("核对后入账，按税务缴费开具收据。", "Book it: a receipt by the tax channel."),
    "over": (
        "先核对身份和资助；确系多缴的，由税务退还差额，注明原因。",
        "Check identities first; if it is too much, the tax office returns it: settle the row.",
    ),
    "under": (
        "先核对身份和资助；确系少缴的，请税务补收后再入账。",
        "Check identities first; if it is too little, the tax office collects the rest.",
    ),
    "price_open": (
        "应缴金额待定，先定本地参数。",
        "What is due is open: set the local value first.",
    ),
    "doubled": ("同一人已缴过，请税务退还，注明原因。", "Paid before: the tax office returns it."),
    "paid_otherwise": (
        "本处已收款：与当事人核对后，作废或红冲收据，或由税务退还。",
        "Paid here too: void or reverse our receipt, or the tax office returns it.",
    ),
    "not_enrolled": ("先办参保登记，再入账。", "Enrol the person, then book it."),
    "unknown": ("核对证件号码；外县人员请注明原因。", "Check the number; settle other counties'."),
    "ambiguous": ("先合并或更正证件号码。", "Merge the people or mend the number first."),
    "settled": ("已注明原因，不入账。", "It was said why it is not booked."),
}

CAUSES: Mapping[str, Pair] = {
    "tax_ready": ("税务已缴，本处未入账", "paid at the tax office, not booked"),
    "tax_over": ("税务金额多于应缴", "more than is due"),
    "tax_under": ("税务金额少于应缴", "less than is due"),
    "tax_price_open": ("应缴金额待定", "what is due is open"),
    "tax_doubled": ("税务重复缴费", "paid twice at the tax office"),
    "tax_paid_otherwise": ("税务与本处各缴一次", "paid here and at the tax office"),
    "tax_not_enrolled": ("税务已缴，未参保登记", "paid, not enrolled"),
    "tax_unknown": ("税务已缴，查无此人", "paid, unknown person"),
    "tax_ambiguous": ("税务已缴，号码对应多人", "paid, several people have the number"),
    "tax_settled": ("税务已缴，注明不入账", "paid, settled without booking"),
    "booked_outside": ("已在别处或别日入账", "booked elsewhere or on another day"),
    "amount_differs": ("收据与税务金额不同", "receipt and tax office differ"),
    "receipt_not_in_tax": ("有收据，税务无明细", "receipt, nothing at the tax office"),
    "enrollment_differs": ("收据与参保登记不同", "receipt and enrolment differ"),
    "enrollment_not_paid": ("参保已缴，无此收据", "enrolment without its receipt"),
}

SIDES: Mapping[str, Pair] = {
    "receipts": ("本处收据（税务渠道）", "our receipts (tax channel)"),
    "tax": ("税务缴费明细", "the tax office's paid rows"),
    "enrollments": ("参保登记（税务缴费）", "enrolments (paid by tax)"),
}

HELD_BACK: Mapping[str, Pair] = {
    "PRICE_OPEN": ("应缴金额待定", "what is due is open"),
    "DOCUMENT_MISSING": ("没有证件号码", "no identity number"),
    "REFUSED_UNCHANGED": ("税务退回后未改正", "refused and not mended"),
}

SETTLEMENTS: Mapping[str, Pair] = {
    "tax_refunds": ("由税务退还", "The tax office returns it"),
    "not_ours": ("不是本县人员", "Not this county's person"),
    "doubled": ("与另一张税票重复", "Doubled by another voucher"),
    "other": ("其他", "Other"),
}


def word(table: Mapping[str, Pair], code: str, language: Language) -> str:
    """Return a code's word; a code nobody knows reads as itself."""
    pair = table.get(code, (code, code))
    return pair[0] if language == "zh" else pair[1]


def why_text(why: tuple[str, ...], language: Language) -> str:
    """Return why a row stands on a check's list, in words."""
    return word(AUDIT_WHY, why[0], language).format(*(*why[1:], "", "", ""))
