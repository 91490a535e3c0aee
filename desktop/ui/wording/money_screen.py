"""What the payment sheet, the receipts and the closing of a day say."""

from __future__ import annotations

from desktop.ui.wording import Words
from desktop.ui.wording.closing_screen import CLOSING_SCREEN
from desktop.ui.wording.receipts_screen import RECEIPTS_SCREEN

MONEY_SCREEN: dict[str, Words] = {
    "keys.pay_tick": Words("勾选或取消这个人", "Pays now, or later"),
    "keys.pay_person": Words("上一人、下一人", "Person above, below"),
    "keys.pay_people": Words("选谁现在缴", "Choose who pays now"),
    "pay.nobody": Words("请至少勾选一个人", "Tick somebody"),
    "pay.late": Words("今天已日结，这笔计入 {day}", "Today is closed; this counts on {day}"),
    "pay.priced_on": Words("按缴费日 {day} 的标准核定", "Priced by the law of {day}"),
    "pay.numbers_low": Words(
        "收据号只剩 {count} 个，请按 F5 同步取得新号段",
        "{count} receipt numbers left; F5 gets more",
    ),
    "pay.numbers_none": Words(
        "收据号已用完，不能收费：按 F5 同步或用 U 盘交换取得新号段；都不行时先用纸质票本",
        "No receipt numbers left: F5 or a stick gets more; until then use the paper book",
    ),
    "pay.at_once": Words(
        "{law}（{cited}）：应收 {due} 元，不能分次",
        "{law} ({cited}): {due} yuan is due, no instalments",
    ),
    "pay.given_short": Words("还差 {short} 元", "{short} yuan short"),
    "pay.given_refused": Words(
        "收到的现金不够，还差 {short} 元：收齐再确认，或改正收到的金额",
        "Not enough: {short} yuan short. Take the rest, or correct what you were given",
    ),
    "pay.change": Words("找零 {change} 元", "Change {change} yuan"),
    **RECEIPTS_SCREEN,
    **CLOSING_SCREEN,
}
