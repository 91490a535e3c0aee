"""What the screen of the closing says."""

from __future__ import annotations

from desktop.ui.wording import Words

CLOSING_SCREEN: dict[str, Words] = {
    "keys.count_step": Words("上一面额、下一面额", "Face above, below"),
    "keys.closing_step": Words("下一步：日结、复核签字、登记缴款", "Next: close, sign, pay in"),
    "keys.closing_deposit": Words("登记缴款", "Note the deposit"),
    "keys.closing_pane": Words("收费日、清点之间切换", "Days, counting"),
    "keys.closing_print": Words("打印日结单", "Print the sheet"),
    "keys.closing_keep": Words("日结单存为 PDF", "Keep the sheet as PDF"),
    "keys.closing_tab": Words("数字、日结单之间切换", "Figures, sheet"),
    "closing.column.day": Words("日期", "Day"),
    "closing.column.collector": Words("收费员", "Collector"),
    "closing.column.state": Words("状态", "State"),
    "closing.column.amount": Words("收款（元）", "Taken"),
    "closing.column.what": Words("项目", "What"),
    "closing.column.count": Words("数量", "How many"),
    "closing.column.assistance": Words("资助（元）", "Assisted"),
    "closing.state.open": Words("○ 未日结", "○ Open"),
    "closing.state.closed": Words("◇ 待复核", "◇ To sign"),
    "closing.state.signed": Words("✔ 已复核", "✔ Signed"),
    "closing.state.wrong": Words("✖ 签字不符", "✖ Not as signed"),
    "closing.summary": Words(
        "未日结 {open} 天 · 待复核 {unsigned} 天", "{open} open · {unsigned} to sign"
    ),
    "closing.empty": Words(
        "每位收费员每天收的钱，在这里点清、日结、复核、缴存。\n还没有收过费。",
        "Here each collector's day is counted, closed, signed and paid in.\nNothing was taken yet.",
    ),
    "closing.count_now": Words("请清点现金，填写张数", "Count the cash"),
    "closing.closed_by": Words("由{who}日结", "Closed by {who}"),
    "closing.explained": Words("差额原因：{why}", "Difference: {why}"),
    "closing.signature_holds": Words(
        "✔ {who}已复核，签字与数字相符", "✔ signed by {who}, the signature holds"
    ),
    "closing.signature_wrong": Words(
        "{who}的签字与现在的数字不符，请报告县医保局",
        "{who}'s signature does not fit these figures: report it",
    ),
    "closing.paid_in": Words("{on} 缴存，单号 {slip}", "paid in on {on}, slip {slip}"),
    "closing.who_signs": Words("请选择复核人并输入其口令", "Choose who signs; their password"),
    "closing.row.all": Words("合计", "In all"),
    "closing.row.voided": Words("作废", "Voided"),
    "closing.row.reversed": Words("红冲", "Reversed"),
    "closing.row.differences": Words("补收差额", "Differences collected"),
    "closing.row.advanced": Words("退款多于收款，垫付", "Advanced: more went back than came in"),
    "closing.held": Words(
        "以下只按本机所有的收据：{held} / {stated} 张",
        "Below, only of the receipts held here: {held} of {stated}",
    ),
    "closing.row.late": Words("迟到入账", "Late"),
    "closing.by.method": Words("按方式", "By method"),
    "closing.by.village": Words("按村（社区）", "By village"),
    "closing.by.standard": Words("按个人缴费标准", "By personal standard"),
    "closing.by.identity": Words("按资助身份", "By identity"),
    "closing.by.numbers": Words("收据号", "Receipt numbers"),
    "closing.count.people": Words("{receipts} 张 {persons} 人", "{receipts} for {persons} people"),
    "closing.count.receipts": Words("{count} 张", "{count}"),
    "closing.count.persons": Words("{count} 人", "{count}"),
    "money.field.explanation": Words("差额原因", "Why they differ"),
    "money.field.slip": Words("缴款单号", "Slip number"),
    "money.field.slip_amount": Words("缴存金额（元）", "Amount"),
    "money.field.slip_on": Words("缴存日期", "Paid in on"),
    "money.close": Words("日结", "Close the day"),
    "money.close.says": Words(
        "日结 {day} {collector}：收据 {receipts} 张，收款 {amount} 元；账面现金 {booked} 元，"
        "实点 {counted} 元，差额 {difference} 元。日结后这一天不能再改",
        "Close {day} of {collector}: {receipts} receipts, {amount} yuan; cash booked {booked}, "
        "counted {counted}, difference {difference}. A closed day never changes",
    ),
    "money.close.act": Words("确认日结", "Close the day"),
    "money.close.done": Words("{day} 已日结，请复核人签字", "{day} is closed; let it be signed"),
    "money.sign": Words("复核签字", "Sign the day"),
    "money.sign.says": Words(
        "复核 {day} {collector}：收据 {receipts} 张，收款 {amount} 元，实点现金 {counted} 元，"
        "差额 {difference} 元",
        "Sign {day} of {collector}: {receipts} receipts, {amount} yuan, cash counted {counted}, "
        "difference {difference}",
    ),
    "money.sign.act": Words("签字", "Sign"),
    "money.sign.done": Words("{who}已复核签字", "{who} has signed"),
    "money.deposit": Words("登记缴款", "Note the deposit"),
    "money.deposit.says": Words(
        "实点现金 {counted} 元，须全额缴存", "{counted} yuan were counted; all of it is paid in"
    ),
    "money.deposit.act": Words("登记", "Note it"),
    "money.deposit.done": Words("已登记缴款单 {slip}", "Slip {slip} is noted"),
}
