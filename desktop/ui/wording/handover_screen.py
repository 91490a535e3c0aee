"""What the tabs 税务交接 and 核查 say."""

from __future__ import annotations

from desktop.ui.wording import Words
from desktop.ui.wording.audit_words import AUDIT_WORDS

_WORK: dict[str, Words] = {
    "work.where": Words("存到哪里", "Where it goes"),
    "work.reading": Words("正在读取…", "Reading…"),
    "work.writing": Words("正在写 {name}…", "Writing {name}…"),
    "work.written": Words("已写 {count} 行：{path}", "{count} rows written: {path}"),
    "work.printed": Words("已送打印：{where}", "Sent to the printer: {where}"),
    "keys.work.next": Words("下一个清单", "Next list"),
    "keys.work.before": Words("上一个清单", "List before"),
}

_HANDOVER: dict[str, Words] = {
    "handover.rows": Words("税务交接清单", "Tax handover lists"),
    "handover.mode.batches": Words("应征批次", "Batches"),
    "handover.mode.paid": Words("缴费明细", "Paid rows"),
    "handover.mode.differences": Words("三方对账", "Reconciliation"),
    "handover.mode.statements": Words("对账单", "Statements"),
    "handover.batches.says": Words(
        "应缴名单按批次移交税务：每人只出一次，变了出更正行，不再征收出撤销行。",
        "Payables go out in batches: each person once, changes as corrections, ends as cancels.",
    ),
    "handover.paid.says": Words(
        "税务送来的缴费明细。读入不入账；核对后按 B 入账，开出税务缴费的收据。",
        "What the tax office says was paid. Reading books nothing; B books what fits.",
    ),
    "handover.differences.says": Words(
        "本处收据、税务明细、参保登记逐笔核对。回车打开所在家庭。",
        "Receipts, the tax office's rows and enrolments, held against each other. Enter opens.",
    ),
    "handover.statements.says": Words(
        "出具的对账单。须由另一人复核签字，签字前账目变了要重出。",
        "Statements made. Another person signs; if the books changed since, make it anew.",
    ),
    "handover.batches.empty": Words(
        "还没有移交过。按 N 生成本辖区的应征名单。",
        "Nothing was handed over yet. N makes the payable list of this place.",
    ),
    "handover.paid.empty": Words(
        "还没有读入缴费明细。按 R 选税务送来的文件。",
        "No paid detail yet. R takes the tax office's file.",
    ),
    "handover.differences.empty": Words(
        "三方一致，没有差异。按 X 出对账单，按 D 换截止日期。",
        "All three sides agree. X makes the statement, D takes another day.",
    ),
    "handover.statements.empty": Words(
        "还没有对账单。在“三方对账”里按 X 出具。",
        "No statement yet. X on the reconciliation makes one.",
    ),
    "handover.batches.meta": Words(
        "{count} 个批次 · 合计 {amount} 元", "{count} batches · {amount} yuan"
    ),
    "handover.paid.meta": Words(
        "{count} 行 · {amount} 元 · {states}", "{count} rows · {amount} yuan · {states}"
    ),
    "handover.differences.meta": Words(
        "截至 {day} · 收据 {receipts} · 税务 {tax} · 登记 {enrollments} · {causes}",
        "Up to {day} · receipts {receipts} · tax {tax} · enrolments {enrollments} · {causes}",
    ),
    "handover.statements.meta": Words("{count} 份对账单", "{count} statements"),
    "handover.column.number": Words("批次号", "Batch"),
    "handover.column.on": Words("日期", "Day"),
    "handover.column.rows": Words("行数", "Rows"),
    "handover.column.amount": Words("金额", "Amount"),
    "handover.column.answered": Words("已返回", "Answered"),
    "handover.column.state": Words("状态", "State"),
    "handover.column.name": Words("姓名", "Name"),
    "handover.column.document": Words("证件号码", "Document"),
    "handover.column.voucher": Words("电子税票号", "Voucher"),
    "handover.column.due": Words("应缴", "Due"),
    "handover.column.cause": Words("差异原因", "Cause"),
    "handover.column.tax": Words("税务", "Tax"),
    "handover.column.receipt": Words("收据", "Receipt"),
    "handover.column.enrollment": Words("登记", "Enrolment"),
    "handover.column.through": Words("截止日期", "Up to"),
    "handover.column.receipts": Words("收据", "Receipts"),
    "handover.column.count": Words("差异", "Differ"),
    "handover.column.by": Words("对账人", "By"),
    "handover.column.signed": Words("复核", "Signed"),
    "handover.unanswered": Words("未返回 {count}", "{count} not answered"),
    "handover.unexplained": Words(
        "返回码 {code} 未说明 {count}（按 C 读返回码表）",
        "{code} unexplained {count} (C reads codes)",
    ),
    "handover.to_sign": Words("○ 待复核", "○ To be signed"),
    "handover.signed": Words("✔ {who}", "✔ {who}"),
    "handover.sign_broken": Words("✖ 签字与内容不符", "✖ Does not fit"),
    "handover.act.hand": Words("移交应征", "Hand over"),
    "handover.act.save": Words("写批次文件", "Write file"),
    "handover.act.answers": Words("读返回文件", "Read answers"),
    "handover.act.codes": Words("读返回码表", "Read codes"),
    "handover.act.read": Words("读缴费明细", "Read paid rows"),
    "handover.act.book": Words("入账", "Book"),
    "handover.act.settle": Words("注明不入账", "Settle"),
    "handover.act.day": Words("截止日期", "Up to"),
    "handover.act.state": Words("出对账单", "Make statement"),
    "handover.act.list": Words("导出清单", "Export"),
    "handover.act.print": Words("打印", "Print"),
    "handover.act.whole": Words("导出整号", "Whole numbers"),
    "handover.act.sign": Words("复核签字", "Sign"),
    "handover.act.paper": Words("存对账单", "Keep"),
    "handover.pick_answers": Words("税务返回文件", "The tax office's answer"),
    "handover.pick_codes": Words("返回码表", "Table of return codes"),
    "handover.pick_paid": Words("税务缴费明细", "The tax office's paid detail"),
    "handover.row_wrong": Words(
        "{file} 第 {row} 行“{column}”{why}；共 {count} 处，整份没有导入",
        "{file} row {row}, {column}: {why}; {count} in all, nothing was taken in",
    ),
    "handover.code_public": Words(
        "（按公开资料，请导入税务的返回码表）", " (by public files: read the office's own table)"
    ),
    "handover.code_assumed": Words(
        "（程序假定，请导入税务的返回码表）", " (assumed: read the tax office's own table)"
    ),
    "handover.codes_set": Words("返回码表已更新 {count} 条", "{count} return codes set"),
    "handover.nothing_ready": Words("没有可以入账的明细", "Nothing is ready to be booked"),
    "handover.no_household": Words("本站没有这个人的家庭", "Their household is not here"),
    "handover.booking": Words(
        "正在入账 {done}/{count}… Esc 停止", "Booking {done} of {count}… Esc stops"
    ),
    "handover.booked": Words("已入账 {done} 行", "{done} rows booked"),
    "handover.booked_some": Words(
        "已入账 {done} 行；{refused} 张税票没有入账：{why}",
        "{done} rows booked; {refused} vouchers were not: {why}",
    ),
}

_TASKS: dict[str, Words] = {
    "money.hand-over": Words("移交应征", "Hand the payables over"),
    "money.hand-over.says": Words(
        "移交 {rows} 行：新增 {new}，更正 {corrections}，撤销 {cancels}；合计 {amount} 元。"
        "暂不移交 {held} 人。",
        "{rows} rows go out: {new} new, {corrections} corrections, {cancels} cancelled; {amount} "
        "yuan. {held} people are held back.",
    ),
    "money.hand-over.act": Words("移交", "Hand over"),
    "money.hand-over.done": Words(
        "批次 {number} 已记录，{rows} 行", "Batch {number} is on record, {rows} rows"
    ),
    "money.tax-answers": Words("读返回文件", "Read the answers"),
    "money.tax-answers.says": Words(
        "批次 {number}：{rows} 行，接收 {accepted}，退回 {refused}，返回码未说明 {unexplained}；"
        "其中 {changed} 行是新的。",
        "Batch {number}: {rows} rows, {accepted} accepted, {refused} refused, {unexplained} "
        "unexplained; {changed} are new.",
    ),
    "money.tax-answers.act": Words("导入", "Take in"),
    "money.tax-answers.done": Words("已导入 {count} 行返回结果", "{count} answers taken in"),
    "money.tax-paid": Words("读缴费明细", "Read the paid rows"),
    "money.tax-paid.says": Words(
        "{rows} 行，{amount} 元；其中 {new} 行是新的，{strangers} 行查无此人，{doubled} 行重复。"
        "读入不入账。",
        "{rows} rows, {amount} yuan; {new} are new, {strangers} of unknown people, {doubled} "
        "doubled. Reading books nothing.",
    ),
    "money.tax-paid.act": Words("导入", "Take in"),
    "money.tax-paid.done": Words("已导入 {count} 行缴费明细", "{count} paid rows taken in"),
    "money.tax-book": Words("入账", "Book"),
    "money.tax-book.says": Words(
        "把 {rows} 行共 {amount} 元记为税务缴费，每张税票每户开一张收据。",
        "{rows} rows, {amount} yuan become payments by the tax channel: a receipt for each "
        "voucher and household.",
    ),
    "money.tax-book.act": Words("核对无误，入账", "Verified: book"),
    "money.tax-settle": Words("注明不入账", "Settle without booking"),
    "money.tax-settle.says": Words(
        "税票 {voucher}，{name}，{amount} 元（{state}）。不入账，也不动钱。",
        "Voucher {voucher}, {name}, {amount} yuan ({state}). It is not booked; no money moves.",
    ),
    "money.tax-settle.act": Words("记录", "Keep"),
    "money.tax-settle.done": Words("已注明", "Settled"),
    "money.reconcile-day": Words("截止日期", "Up to which day"),
    "money.reconcile-day.says": Words(
        "按缴费日期核对到这一天。", "Counted up to this day, by the day of payment."
    ),
    "money.reconcile-day.act": Words("核对", "Compare"),
    "money.reconcile-day.done": Words("已核对到 {day}", "Compared up to {day}"),
    "money.reconcile-state": Words("出对账单", "Make the statement"),
    "money.reconcile-state.says": Words(
        "截至 {day} 的对账单，差异 {count} 笔；有差异须写明原因。",
        "The statement up to {day}, {count} differences; differences want a reason.",
    ),
    "money.reconcile-state.act": Words("出具", "Make"),
    "money.reconcile-state.done": Words("已出具截至 {day} 的对账单", "Made, up to {day}"),
    "money.reconcile-sign": Words("复核签字", "Sign"),
    "money.reconcile-sign.says": Words(
        "截至 {day}：收据 {receipts} 元，税务 {tax} 元，差异 {count} 笔。",
        "Up to {day}: receipts {receipts} yuan, tax office {tax} yuan, {count} differences.",
    ),
    "money.reconcile-sign.act": Words("签字", "Sign"),
    "money.reconcile-sign.done": Words("已由 {who} 复核签字", "Signed by {who}"),
    "money.whole-list": Words("导出完整号码", "Export whole numbers"),
    "money.whole-list.says": Words(
        "名单将带完整证件号码，谁、何时、为何都记录在案。",
        "The list will hold whole identity numbers; who, when and why goes on record.",
    ),
    "money.whole-list.act": Words("导出", "Export"),
    "money.whole-list.done": Words("已记录，{count} 行", "On record, {count} rows"),
    "money.audit-record": Words("立案", "Open cases"),
    "money.audit-record.says": Words(
        "“{check}”查出 {count} 人，其中 {new} 人尚未立案；已改正的同时销案。",
        "“{check}” finds {count}, {new} of them without a case; what is mended is closed.",
    ),
    "money.audit-record.act": Words("立案", "Open"),
    "money.audit-record.done": Words(
        "新立案 {opened} 件，销案 {mended} 件", "{opened} opened, {mended} closed"
    ),
    "money.department-return": Words("部门反馈名单", "A department's return list"),
    "money.department-return.says": Words(
        "该部门名单上的人是否参保、资助多少、未参保的原因；不含地址、电话和缴费。",
        "Whether the department's people are enrolled, assisted, or why not; no address, phone or "
        "payment.",
    ),
    "money.department-return.act": Words("生成", "Make"),
    "money.field.department": Words("部门（不填为全部）", "Department (none: all)"),
    "money.field.layout": Words("文件格式", "Layout"),
    "money.field.again": Words("退回未改的也再送", "Refused ones again"),
    "money.field.settle": Words("处理办法", "What becomes of it"),
    "money.field.through": Words("截止日期", "Up to"),
}

_AUDIT: dict[str, Words] = {
    "audit.rows": Words("核查清单", "What the check found"),
    "audit.act.run": Words("重新核查", "Run again"),
    "audit.act.record": Words("立案", "Open cases"),
    "audit.act.list": Words("导出清单", "Export"),
    "audit.act.print": Words("打印", "Print"),
    "audit.act.whole": Words("导出整号", "Whole numbers"),
    "audit.act.returns": Words("部门反馈名单", "Return list"),
    "audit.column.name": Words("姓名", "Name"),
    "audit.column.document": Words("证件号码", "Document"),
    "audit.column.place": Words("村（社区）", "Place"),
    "audit.column.household": Words("户号", "Household"),
    "audit.column.why": Words("核查情况", "Found"),
    "audit.column.amount": Words("金额", "Amount"),
    "audit.column.case": Words("立案", "Case"),
    "audit.empty": Words("没有查出问题。", "Nothing found."),
    "audit.empty_unchecked": Words(
        "已核对的没有查出问题；还有 {count} 人因没有部门名单未能核对。",
        "Nothing found among those checked; {count} could not be: no list of their department.",
    ),
    "audit.unchecked": Words(
        " · {count} 人没有可核对的部门名单", " · {count} people's departments sent no list"
    ),
    "audit.meta": Words(
        "{count} 人 · 未立案 {new} 人 · 上次立案 {day}", "{count} found · {new} new · last {day}"
    ),
    "audit.no_cases": Words(
        "这份名单用来催缴，不逐人立案", "This list is worked off; it opens no cases"
    ),
}

HANDOVER_SCREEN: dict[str, Words] = {
    **_WORK,
    **_HANDOVER,
    **_TASKS,
    **_AUDIT,
    **AUDIT_WORDS,
    **{
        key.replace("audit.check.", "audit.mode."): words
        for key, words in AUDIT_WORDS.items()
        if key.startswith("audit.check.")
    },
    **{
        f"keys.{tab}.{key.rpartition('.')[2]}": words
        for tab, table in (("handover", _HANDOVER), ("audit", _AUDIT))
        for key, words in table.items()
        if key.startswith(f"{tab}.act.")
    },
}
"""The tabs' sentences."""
