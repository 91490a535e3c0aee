"""What the screen of cases says: every kind, what it means, what can be decided, what that does."""

from __future__ import annotations

from desktop.ui.wording import Words
from desktop.ui.wording.audit_words import AUDIT_CASES

_KINDS: dict[str, Words] = {
    "FIELD_CONFLICT": Words("两处改了同一项", "Changed at two desks"),
    "DUPLICATE_ENROLLMENT": Words("同一人登记两次", "Enrolled twice"),
    "PAID_TWICE": Words("同一人缴费两次", "Paid twice"),
    "CHANGED_AFTER_PAYMENT": Words("缴费后登记有变", "Changed after payment"),
    "PAID_AFTER_VOID": Words("作废后又缴费", "Paid after it was voided"),
    "FIGURES_DIFFER": Words("金额与中心核定不同", "Figures differ"),
    "FIGURES_UNCHECKED": Words("金额无法核对", "Figures not checked"),
    "LAW_UNKNOWN": Words("所用政策包中心没有", "Unknown law pack"),
    "LOCAL_VALUES_UNKNOWN": Words("所用本地参数未批准", "Unknown local values"),
    "LAW_PACK_REFUSED": Words("政策包未被接受", "Law pack refused"),
    "LOCAL_VALUE_APPROVAL": Words("本地参数批准有疑问", "Doubtful approval"),
    "LOCAL_VALUES_OVERLAP": Words("两个本地参数重叠", "Local values overlap"),
    "DECISION_ROLE": Words("作决定的人无此权限", "Decided without the right"),
    "DECISIONS_DIFFER": Words("差额有两个决定", "Two decisions, one difference"),
    "CASE_DECISIONS_DIFFER": Words("同一事项有两个决定", "Two decisions, one matter"),
    "RECEIPT_NOT_ALLOCATED": Words("收据号不是本站的", "Number not this station's"),
    "RECEIPT_NUMBER_TWICE": Words("收据号用了两次", "Receipt number twice"),
    "SEGMENT_NOT_ALLOCATED": Words("号段不是中心分配的", "Segment not allocated"),
    "PAYMENT_TWICE": Words("同一笔缴费上报两次", "Payment sent twice"),
    "UNDONE_TWICE": Words("同一笔缴费撤销两次", "Undone twice"),
    "VOID_NOT_ALLOWED": Words("不应作废的收据被作废", "Void not allowed"),
    "CHAIN_FORKED": Words("工作站有两份数据", "Station was copied"),
    "EVENT_LIMITS": Words("一张收据人数过多", "Too many on a receipt"),
    "other": Words("其他事项", "Another matter"),
}

_MEANINGS: dict[str, Words] = {
    "FIELD_CONFLICT": Words(
        "两个工作站互不知情，改了同一项内容。现在按县中心收到的先后，以后到的为准。",
        "Two stations changed the same thing without knowing of each other. For now the one that "
        "reached the centre later stands.",
    ),
    "DUPLICATE_ENROLLMENT": Words(
        "同一证件号码在同一年度有两份参保登记。只应保留一份。",
        "One identity number has two enrolments in one year. Only one should stay.",
    ),
    "PAID_TWICE": Words(
        "同一人同一年度缴了两次费。钱都已入账，不会自动退。",
        "One person paid twice for one year. Both are booked; nothing goes back by itself.",
    ),
    "CHANGED_AFTER_PAYMENT": Words(
        "缴费以后，另一处又改了这份登记。收据不变。",
        "After payment the enrolment was changed elsewhere. The receipt stays as it is.",
    ),
    "PAID_AFTER_VOID": Words(
        "一处已作废这份登记，另一处尚不知情，收了费。收据有效，登记按已缴费算。",
        "One desk had voided the enrolment; another did not know and took the money. The receipt "
        "stands, and the enrolment counts as paid.",
    ),
    "FIGURES_DIFFER": Words(
        "按同一政策，中心核定的金额与办理时不同。已收的钱和收据不变。",
        "Under the same law the centre works out another figure. What was taken stays.",
    ),
    "FIGURES_UNCHECKED": Words(
        "登记内容不足，中心无法重新核定这笔金额。",
        "What is registered does not suffice for the centre to work the figure out again.",
    ),
    "LAW_UNKNOWN": Words(
        "办理时所用的政策包，县中心没有。", "The centre does not hold the law this rests on."
    ),
    "LOCAL_VALUES_UNKNOWN": Words(
        "办理时所用的本地参数没有经过批准。", "It rests on local values that nobody approved."
    ),
    "LAW_PACK_REFUSED": Words(
        "有工作站不能接受中心下发的政策包。", "A station could not take a published law pack."
    ),
    "LOCAL_VALUE_APPROVAL": Words(
        "批准人不合要求，或批准后内容变了；各站没有采用。",
        "Approved by somebody who may not, or changed since; no desk heeds it.",
    ),
    "LOCAL_VALUES_OVERLAP": Words(
        "同一地方、同一时间有两个已批准的本地参数。",
        "Two approved local values hold in one place on the same days.",
    ),
    "DECISION_ROLE": Words(
        "作出这项决定的人没有复核权限，决定没有生效。",
        "Whoever decided this is no supervisor; it has no effect.",
    ),
    "DECISIONS_DIFFER": Words(
        "两处对同一差额作了不同的决定。", "Two desks decided one difference differently."
    ),
    "CASE_DECISIONS_DIFFER": Words(
        "两处对同一事项作了不同的决定，先到县中心的有效。",
        "Two desks decided one matter differently; the one that reached the centre first stands.",
    ),
    "RECEIPT_NOT_ALLOCATED": Words(
        "收据号不在本站号段内。事实已保存，没有记入全县账。",
        "The number is not of this station's segment. It is kept, but not in the county's books.",
    ),
    "RECEIPT_NUMBER_TWICE": Words(
        "这个收据号已经用过。后到的一笔已保存，没有记入全县账。",
        "The number had been used. The later one is kept, but not in the county's books.",
    ),
    "SEGMENT_NOT_ALLOCATED": Words(
        "工作站用了一个中心没有分配给它的号段。",
        "A station uses a segment that was not allocated to it.",
    ),
    "PAYMENT_TWICE": Words(
        "同一笔缴费以不同内容上报了两次。后到的已保存，没有记账。",
        "One payment came twice, differently. The later is kept but not booked.",
    ),
    "UNDONE_TWICE": Words(
        "这笔缴费已经撤销过，或者中心没有这笔缴费。",
        "It had been undone before, or the centre does not know it.",
    ),
    "VOID_NOT_ALLOWED": Words(
        "当日已结，或不是本站开的收据，不能作废，只能红冲。",
        "The day is closed or the receipt another station's: reverse it instead.",
    ),
    "CHAIN_FORKED": Words(
        "这台工作站的数据被复制或从旧备份恢复过。请系统管理员与县中心处理；本站的数据都还在。",
        "This station was copied or restored from an old backup. IT settles it with the centre; "
        "nothing is lost here.",
    ),
    "EVENT_LIMITS": Words(
        "这张收据上的人数超过规定。", "There are more people on the receipt than there may be."
    ),
    "other": Words("请按县中心的说明处理。", "Follow what the centre says."),
}

_DECISIONS: dict[str, Words] = {
    "first": Words("以左边为准", "Take the left side"),
    "second": Words("以右边为准", "Take the right side"),
    "corrected": Words("已在登记中更正", "Corrected in the register"),
    "DUPLICATE_ENROLLMENT.first": Words("保留左边的登记", "Keep the left enrolment"),
    "DUPLICATE_ENROLLMENT.second": Words("保留右边的登记", "Keep the right enrolment"),
    "DECISIONS_DIFFER.first": Words("左边的决定有效", "The left decision stands"),
    "DECISIONS_DIFFER.second": Words("右边的决定有效", "The right decision stands"),
    "CASE_DECISIONS_DIFFER.first": Words("左边的决定有效", "The left decision stands"),
    "CASE_DECISIONS_DIFFER.second": Words("右边的决定有效", "The right decision stands"),
    "different_people": Words("不是同一人，证件号码另行更正", "Not one person; mend the number"),
    "undo_first": Words("退左边的一笔", "Give the left payment back"),
    "undo_second": Words("退右边的一笔", "Give the right payment back"),
    "both_right": Words("两笔都应收", "Both were due"),
    "as_paid": Words("以缴费时为准", "As it was paid"),
    "refund": Words("办理退费", "Give the money back"),
    "recalculate": Words("按现行政策重新核定", "Work it out again"),
    "as_stated": Words("以办理时为准", "As it was entered"),
    "law_published": Words("政策或参数已由中心下发", "Published by the centre"),
    "stands": Words("维持不变", "It stands"),
    "replaced": Words("已另行设定", "Something else was set"),
    "money_taken": Words("确已收款，由原站重新开具", "Money was taken; issue it anew"),
    "no_money": Words("没有收款，这一笔无效", "No money was taken; void"),
    "reversed": Words("已改用红冲", "It was reversed instead"),
    "handled": Words("已处理", "Dealt with"),
    "no_fault": Words("核实无误", "Verified, no fault"),
}

_CONSEQUENCES: dict[str, Words] = {
    "nothing": Words(
        "只记录决定，登记和金额都不变。", "Only the decision is kept; nothing changes."
    ),
    "fields": Words(
        "改 {persons} 项内容；本户未缴费合计 {before} 元 → {after} 元。",
        "Changes {persons}; what the household owes: {before} → {after} yuan.",
    ),
    "void": Words(
        "另一份未缴费的登记作废，不再收 {amount} 元。",
        "The other, unpaid enrolment is voided; {amount} yuan are no longer due.",
    ),
    "refund_later": Words(
        "不自动退钱：收据 {receipt} 的 {amount} 元，请在“收费与收据”办理退费。",
        "No money moves: ask for {amount} yuan of receipt {receipt} back under 'Receipts'.",
    ),
    "void_receipt": Words(
        "作废收据 {receipt}，当面退还 {amount} 元，收回收据；收据上的人回到待缴费。",
        "Voids receipt {receipt}: give {amount} yuan back, take the paper; they are to pay again.",
    ),
    "reverse": Words(
        "红冲收据 {receipt}（用一个新号），退还 {amount} 元；收据上的人回到待缴费。",
        "Reverses receipt {receipt} (takes a number): {amount} yuan go back; they pay again.",
    ),
    "undone": Words("对方已作废或红冲，无需再动。", "It is void or reversed already."),
    "recalculate": Words(
        "重新核定，应缴 {before} 元 → {after} 元。", "Worked out again: {before} → {after} yuan."
    ),
    "settle_later": Words(
        "已缴费，收据不变；差额在“多退少补”中办理。",
        "It is paid; the difference is settled under 'Repricing'.",
    ),
    "why.ELSEWHERE": Words(
        "另一方不在本站数据中，只能由县级决定。", "The other side is not here; the county decides."
    ),
    "why.BY_HAND": Words(
        "请在家庭登记中办理，再选“已在登记中更正”。",
        "Do it on the household screen, then choose 'Corrected'.",
    ),
    "none": Words("本机不能决定这一事项。", "This cannot be decided at a desk."),
    "choose": Words("选择决定后，这里说明后果。", "Choose a decision to see what it does."),
}

_FIELDS: dict[str, Words] = {
    "at": Words("时间", "When"),
    "operator": Words("经办人", "Who"),
    "station": Words("工作站", "Station"),
    "name": Words("姓名", "Name"),
    "number": Words("户号", "Household no."),
    "reason": Words("原因", "Reason"),
    "same_name": Words("姓名核对", "Names"),
    "registered_on": Words("登记日期", "Registered on"),
    "status": Words("状态", "State"),
    "state": Words("状态", "State"),
    "net_fen": Words("应缴（元）", "Owed (yuan)"),
    "standard_fen": Words("缴费标准（元）", "Standard (yuan)"),
    "assistance_fen": Words("资助（元）", "Assistance (yuan)"),
    "amount_fen": Words("金额（元）", "Amount (yuan)"),
    "benefit_year": Words("待遇年度", "Benefit year"),
    "receipt": Words("收据", "Receipt"),
    "method": Words("缴费方式", "Method"),
    "payer": Words("缴款人", "Payer"),
    "persons": Words("人数", "People"),
    "outcome": Words("决定", "Decision"),
    "decision": Words("决定", "Decision"),
    "comment": Words("说明", "Comment"),
    "household_id": Words("所在家庭", "Household"),
    "from_seq": Words("从第几条起", "From entry"),
    "lines": Words("人数", "People"),
    "code": Words("原因", "Reason"),
    "pack": Words("政策包", "Law pack"),
    "version": Words("版本", "Version"),
    "why": Words("原因", "Why"),
    "other": Words("其他", "Other"),
}

_SCREEN: dict[str, Words] = {
    "place": Words("待处理事项", "Cases"),
    "place_count": Words("待处理事项 {count}", "Cases {count}"),
    "column.kind": Words("事项", "Matter"),
    "column.at": Words("时间", "When"),
    "column.field": Words("项目", "Item"),
    "column.first": Words("一方（左）", "One side (left)"),
    "column.second": Words("另一方（右）", "The other (right)"),
    "column.now": Words("现在", "Now"),
    "column.mark": Words("对照", "Compared"),
    "differs": Words("≠ 不同", "≠ differs"),
    "same": Words("＝ 相同", "＝ same"),
    "elsewhere": Words("（不在本站）", "(not here)"),
    "only_county": Words(
        "有一方不在本站数据中：它属于其他乡镇，或没有记入全县账，只有县级或原站能看到。",
        "One side is not in this station's data: it is another township's or not booked; only the "
        "county or its own station sees it.",
    ),
    "told": Words(
        "另一方是别的乡镇的，只列县中心开案时告知的情况，没有姓名和证件号码。"
        "本站只能放弃自己这一方，其余由县级决定。",
        "The other side is another township's: what the centre told when it opened the case, "
        "without names and numbers. You can give up your own side; the rest is for the county.",
    ),
    "same_name.yes": Words("两方写法相同", "written alike"),
    "same_name.no": Words("两方写法不同", "written differently"),
    "meta": Words("待处理 {open} 件 · 已决定 {decided} 件", "{open} open · {decided} decided"),
    "head": Words("{at} · {station} · {state}", "{at} · {station} · {state}"),
    "money.voided": Words("已作废", "void"),
    "money.reversed": Words("已红冲", "reversed"),
    "state.open": Words("待处理", "open"),
    "state.sent": Words("已决定，待上传", "decided, to be sent"),
    "state.decided": Words("已决定：{decision}", "decided: {decision}"),
    "empty.open": Words(
        "没有待处理的事项。县中心发现需要人来决定的事，会列在这里。",
        "Nothing to decide. What the centre finds for a person to look at is listed here.",
    ),
    "empty.decided": Words("还没有已决定的事项。", "Nothing has been decided yet."),
    "remark.comment": Words("{at} {who}（{station}）：{text}", "{at} {who} ({station}): {text}"),
    "remark.decision": Words(
        "{at} {who}（{station}）决定“{decision}”：{text}",
        "{at} {who} ({station}) decided “{decision}”: {text}",
    ),
    "decided": Words("已决定：{decision}", "Decided: {decision}"),
    "commented": Words("说明已记录", "The comment was kept"),
    "confirm": Words("{what} 再按一次确认。", "{what} Press once more."),
    "decide": Words("作出决定 F12", "Decide F12"),
    "decide_sure": Words("确认决定 F12", "Really decide F12"),
    "choose_decision": Words("请选择怎样处理", "Choose what to do"),
    "key.comment": Words("记录说明", "Keep the comment"),
    "key.decide": Words("作出决定", "Decide"),
    "key.filter": Words("待处理 / 已决定", "Open / decided"),
}

CASES: dict[str, Words] = {
    **AUDIT_CASES,
    **{f"case.{name}": words for name, words in _SCREEN.items()},
    **{f"case.kind.{name}": words for name, words in _KINDS.items()},
    **{f"case.what.{name}": words for name, words in _MEANINGS.items()},
    **{f"case.decision.{name}": words for name, words in _DECISIONS.items()},
    **{f"case.does.{name}": words for name, words in _CONSEQUENCES.items()},
    **{f"case.field.{name}": words for name, words in _FIELDS.items()},
}
"""The screen's sentences."""

CASE_ERRORS: dict[str, Words] = {
    "CASE_UNKNOWN": Words("本机没有这一事项", "No such case at this station"),
    "CASE_DECIDED": Words("这一事项已经决定了", "This case has been decided"),
    "CASE_CHOICE": Words("这一事项不能这样决定", "This case cannot be decided so"),
    "CASE_CHOICE_ELSEWHERE": Words(
        "另一方不在本站数据中，请由县级决定", "The other side is not here; the county decides"
    ),
    "CASE_CHOICE_BY_HAND": Words(
        "请先在家庭登记中办理，再选“已在登记中更正”",
        "Do it on the household screen first, then choose 'Corrected'",
    ),
}
