"""What the screen of the receipts says."""

from __future__ import annotations

from desktop.ui.wording import Words

RECEIPTS_SCREEN: dict[str, Words] = {
    "receipts.paper": Words("收据", "Receipt"),
    "receipts.status": Words("状态", "State"),
    "receipts.state.valid": Words("已打印 {count} 次", "Printed {count}×"),
    "receipts.state.voided": Words("✖ 作废", "✖ Void"),
    "receipts.state.reversed": Words("◆ 已红冲", "◆ Reversed"),
    "receipts.state.reversal": Words("◇ 红冲", "◇ Reversal"),
    "receipts.filter.valid": Words("有效", "Valid"),
    "receipts.filter.unprinted": Words("未打印", "Not printed"),
    "receipts.filter.voided": Words("作废", "Void"),
    "receipts.filter.reversed": Words("已红冲", "Reversed"),
    "receipts.filter.reversal": Words("红冲", "Reversal"),
    "receipts.every_day": Words(" · 查找不限日期", " · of every day"),
    "receipts.more": Words(" · 只列前 {count} 张", " · the first {count} are listed"),
    "receipts.empty": Words(
        "开出的收据列在这里，可以查看、补打、作废和红冲。\n"
        "还没有收据：在“家庭参保登记”按 F12 收费。",
        "Receipts are listed here, to look at, print again, void and reverse.\n"
        "None yet: F12 on the household takes money.",
    ),
    "receipts.none": Words(
        "没有符合条件的收据。\n清空日期可以看所有日期；“/”可以按收据号、姓名或户号查找。",
        "No receipt fits.\nEmpty the day to see every day; '/' looks for a number or a name.",
    ),
    "receipts.note.voided": Words("已作废：{reason}", "Void: {reason}"),
    "receipts.note.reversed": Words("已由 {other} 红冲", "Reversed by {other}"),
    "receipts.note.reversal": Words("本张红冲 {other}", "Reverses {other}"),
    "receipts.note.late": Words("日结后收取，计入 {day}", "After the closing, counts on {day}"),
    "receipts.print_queue": Words("打印队列全部 {count} 张 U", "Print all {count} in the queue U"),
    "shell.receipts": Words("收费与收据", "Receipts"),
    "shell.receipts_waiting": Words("收费与收据 · {count}", "Receipts · {count}"),
    "receipts.unprinted_note": Words(
        "有 {count} 张收据已收款、还没有打印：按 Alt+4，再按 U 全部打印",
        "{count} receipts were never printed: Alt+4, then U prints them",
    ),
    "receipts.queue": Words("正在打印，还有 {left} 张…", "Printing, {left} to go…"),
    "receipts.queue_done": Words("未打印的收据都已打印", "Everything that waited was printed"),
    "receipts.queue_stopped": Words(
        "{why}；还有 {left} 张没有打印，仍列在“未打印”", "{why}; {left} still wait to be printed"
    ),
    "receipts.kept": Words("已存为 {path}", "Kept as {path}"),
    "receipts.pages": Words("第 {at}/{count} 页 · Ctrl+PgDn 下一页", "Page {at} of {count}"),
    "receipts.file": Words("存为文件", "Keep as a file"),
    "refunds.on": Words("申请日期", "Asked on"),
    "refunds.applicant": Words("申请人", "Applicant"),
    "refunds.cause": Words("原因", "Cause"),
    "refunds.answer": Words("答复", "Answer"),
    "refunds.amount": Words("批准（元）", "Granted"),
    "refunds.open": Words("○ 待答复", "○ Waiting"),
    "refunds.answered": Words("这项申请已有答复", "This request was answered already"),
    "refunds.summary": Words("{count} 项申请 · 待答复 {open} 项", "{count} requests, {open} open"),
    "refunds.empty": Words(
        "退费申请列在这里。\n还没有申请：在“收据”里选中一张，按 T。",
        "Refund requests are listed here.\nNone yet: choose a receipt and press T.",
    ),
    "code.now.valid": Words("；目前有效", "; valid now"),
    "code.now.reversal": Words("；这是 {other} 的红冲收据", "; it reverses {other}"),
    "code.now.voided": Words("；但此后已作废", "; but it was voided since"),
    "code.now.reversed": Words("；但此后已由 {other} 红冲", "; but {other} reversed it since"),
    "code.now.unknown": Words(
        "；本机没有这张收据，是否作废或红冲请问开票工作站",
        "; not in this file: ask its station whether it was undone",
    ),
    "enrol.actions.form": Words("打印参保登记表", "Print the enrolment form"),
    "keys.enrol_form": Words("打印参保登记表", "Print the enrolment form"),
    "enrol.form.save_first": Words("先按 F9 保存，再打印参保登记表", "Save with F9, then print"),
    "more.difference": Words("多退少补（选中收据的户）…", "Settle a difference…"),
    "more.numbers": Words("作废空白号…", "Void unused numbers…"),
    "more.contribution-register": Words("缴费花名册…", "Contribution register…"),
    "more.assistance-register": Words("资助参保花名册…", "Assistance register…"),
    "keys.receipts_print": Words("打印所示的收据或表", "Print what is shown"),
    "keys.receipts_void": Words("作废收据", "Void the receipt"),
    "keys.receipts_reverse": Words("红冲收据", "Reverse the receipt"),
    "keys.receipts_refund": Words("申请退费", "Ask for a refund"),
    "keys.receipts_decide": Words("登记退费答复", "Enter the answer"),
    "keys.receipts_more": Words("更多：空白号、花名册", "More: numbers, registers"),
    "keys.receipts_keep": Words("存为文件", "Keep as a file"),
    "keys.receipts_all": Words("打印全部未打印的收据", "Print all that wait"),
    "keys.receipts_search": Words("查找收据", "Look for a receipt"),
    "keys.receipts_pane": Words("列表、查找之间切换", "List, search"),
    "keys.receipts_mode": Words("收据、退费申请之间切换", "Receipts, refunds"),
    "keys.page_next": Words("下一页", "Next page"),
    "keys.page_before": Words("上一页", "Page before"),
    "money.field.reason": Words("原因", "Reason"),
    "money.field.detail": Words("补充说明", "In words"),
    "money.field.whole": Words("完整号码的原因", "Why whole numbers"),
    "money.field.operator": Words("复核人", "Supervisor"),
    "money.field.password": Words("复核人口令", "Their password"),
    "money.field.count": Words("作废几个号", "How many"),
    "money.field.persons": Words("为谁退费", "For whom"),
    "money.field.cause": Words("退费原因", "Cause"),
    "money.field.applicant": Words("申请人", "Applicant"),
    "money.field.relation": Words("与参保人关系", "Relation"),
    "money.field.account_name": Words("收款户名", "Account name"),
    "money.field.bank": Words("银行", "Bank"),
    "money.field.account": Words("收款账号", "Account"),
    "money.field.evidence": Words("佐证材料", "Evidence"),
    "money.field.decision": Words("答复", "Answer"),
    "money.field.amount": Words("批准金额（元）", "Amount granted"),
    "money.field.authority": Words("作出决定的机关", "Authority"),
    "money.field.document": Words("文书号", "Its document"),
    "money.field.on": Words("答复日期", "Answered on"),
    "money.field.note": Words("备注", "Note"),
    "money.field.division": Words("村（社区）", "Place"),
    "money.field.first": Words("收费日期自", "From"),
    "money.field.last": Words("至", "To"),
    "money.void": Words("作废收据", "Void a receipt"),
    "money.void.says": Words(
        "作废 {number}，退{method} {amount} 元给{payer}，收回全部联次。作废后可以重新收费",
        "Void {number}: give {payer} back {amount} yuan ({method}), take every copy back. "
        "It can be paid again",
    ),
    "money.void.act": Words("确认作废", "Void it"),
    "money.void.done": Words(
        "已作废 {number}，退 {amount} 元", "{number} is void; {amount} yuan go back"
    ),
    "money.reverse": Words("红冲收据", "Reverse a receipt"),
    "money.reverse.says": Words(
        "红冲 {number}，另开一张负数收据，退{method} {amount} 元给{payer}。须复核人员同意",
        "Reverse {number} with a receipt of its own: {payer} gets {amount} yuan back ({method}). "
        "A supervisor consents",
    ),
    "money.reverse.act": Words("确认红冲", "Reverse it"),
    "money.reverse.done": Words(
        "已红冲，红冲收据 {number}，退 {amount} 元", "Reversed by {number}; {amount} yuan go back"
    ),
    "money.numbers": Words("作废空白号", "Void unused numbers"),
    "money.numbers.says": Words(
        "接下来的 {count} 个收据号不再使用：票纸坏了，或已用纸质票本开出",
        "The next {count} numbers will never be used: spoiled paper, or a paper book",
    ),
    "money.numbers.act": Words("确认作废", "Void them"),
    "money.numbers.done": Words(
        "已作废 {count} 个空白号：{first} 至 {last}", "{count} numbers are void: {first} to {last}"
    ),
    "money.difference": Words("多退少补", "Settle a difference"),
    "money.difference.says": Words(
        "户号 {number} 有 {count} 项已核定的差额。补收的当场收款并打印收据；退还的登记退费申请",
        "Household {number} has {count} approved differences. What is to be collected is paid now "
        "and has its receipt; what goes back is asked for",
    ),
    "money.difference.act": Words("确认办理", "Settle it"),
    "money.difference.done": Words("差额已补收，收据 {number}", "Collected, receipt {number}"),
    "money.difference.none": Words(
        "这一户没有待结清的差额", "Nothing is to be settled for this household"
    ),
    "money.difference.collect": Words("{name} 补收 {amount} 元", "{name}: collect {amount} yuan"),
    "money.difference.back": Words("{name} 退还 {amount} 元", "{name}: {amount} yuan go back"),
    "money.difference.asked": Words("（{on} 已申请）", " (asked for on {on})"),
    "money.field.difference": Words("差额", "Difference"),
    "money.field.method": Words("收费方式", "Paid by"),
    "money.refund": Words("退费申请", "Ask for a refund"),
    "money.refund.says": Words(
        "为 {number} 申请退费。文件没有规定退多少：金额由主管机关答复，这里不计算",
        "A refund for {number}. No notice says how much: the authority does",
    ),
    "money.refund.act": Words("提交并打印申请表", "Ask and print the form"),
    "money.refund.done": Words("已登记 {number} 的退费申请", "The request for {number} is entered"),
    "money.decide": Words("登记答复", "Enter the answer"),
    "money.decide.says": Words(
        "{applicant} 就 {number} 的申请：按主管机关的书面答复登记。"
        "批准的退费不从当日现金中付，不计入日结",
        "{applicant}'s request for {number}: as the authority answered in writing. What it grants "
        "is not paid from the day's cash and is no part of the closing",
    ),
    "money.decide.act": Words("登记答复", "Enter it"),
    "money.decide.done": Words("已登记：{decision}", "Entered: {decision}"),
    "money.contribution-register": Words("缴费花名册", "Contribution register"),
    "money.contribution-register.says": Words(
        "这些日期里收费的人员，按村（社区）。日期空着就是整个年度",
        "Who paid on these days, by place; without days, the whole year",
    ),
    "money.contribution-register.act": Words("生成", "Make it"),
    "money.assistance-register": Words("资助参保花名册", "Assistance register"),
    "money.assistance-register.says": Words(
        "本年度享受资助参保的人员，按村（社区）", "Who is assisted this year, by place"
    ),
    "money.assistance-register.act": Words("生成", "Make it"),
    "money.register.done": Words("{count} 人；P 打印，S 存为文件", "{count}; P prints, S keeps it"),
}
