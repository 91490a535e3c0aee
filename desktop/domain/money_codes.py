"""Short lists about money: why a receipt is voided, reversed or a number spoiled; answers."""

from __future__ import annotations

from desktop.domain.codes import Code

RECEIPT_VOID_REASONS = {
    code: Code(code, zh, en)
    for code, zh, en in (
        ("wrong_people", "缴费人员选错", "Wrong people"),
        ("wrong_method", "收费方式选错", "Wrong way of paying"),
        ("wrong_payer", "缴款人写错", "Wrong payer"),
        ("paid_twice", "重复收费", "Paid twice"),
        ("withdrawn", "当事人撤回", "Withdrawn by the payer"),
        ("paper", "票面打印有误", "Misprinted"),
        ("other", "其他", "Other"),
    )
}

REVERSAL_REASONS = {
    code: Code(code, zh, en)
    for code, zh, en in (
        ("paid_twice", "重复缴费", "Paid twice"),
        ("wrong_people", "缴费人员有误", "Wrong people"),
        ("employee_cover", "已参加职工医保", "Insured as an employee"),
        ("recognised_later", "缴费后认定为资助对象", "Recognised for assistance after paying"),
        ("wrong_method", "收费方式有误", "Wrong way of paying"),
        ("other", "其他", "Other"),
    )
}

NUMBER_VOID_REASONS = {
    code: Code(code, zh, en)
    for code, zh, en in (
        ("paper_jam", "卡纸、缺页", "Paper jam"),
        ("paper_book", "接纸质票本", "Numbers of a paper book"),
        ("soiled", "票纸污损", "Soiled paper"),
        ("other", "其他", "Other"),
    )
}

REFUND_DECISIONS = {
    code: Code(code, zh, en)
    for code, zh, en in (
        ("approved", "同意退费", "Granted"),
        ("refused", "不予退费", "Refused"),
        ("withdrawn", "申请人撤回", "Withdrawn"),
    )
}
