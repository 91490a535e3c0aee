"""What the register of the not enrolled says."""

from __future__ import annotations

from desktop.ui.wording import Words

NOT_ENROLLED_SCREEN: dict[str, Words] = {
    "shell.missing": Words("未参保台账", "Not enrolled"),
    "shell.missing_due": Words("未参保台账 · {count}", "Not enrolled · {count}"),
    "missing.column.name": Words("姓名", "Name"),
    "missing.column.place": Words("村（组）", "Village"),
    "missing.column.document": Words("证件号码", "Number"),
    "missing.column.reason": Words("原因", "Reason"),
    "missing.column.last": Words("最近跟进", "Last"),
    "missing.column.next": Words("下次联系", "Next"),
    "missing.kind.call": Words("电话", "Call"),
    "missing.kind.visit": Words("上门", "Visit"),
    "missing.kind.message": Words("短信", "Message"),
    "missing.kind.written_refusal": Words("书面", "Refusal"),
    "missing.kind.other": Words("提醒", "Reminder"),
    "missing.no_reason": Words("未注明", "Not noted"),
    "missing.no_phone": Words("没有电话", "No phone"),
    "missing.paid_last_year": Words("去年已参保", "Enrolled last year"),
    "missing.next_on": Words("下次联系 {day}", "Next on {day}"),
    "missing.no_attempts": Words("还没有联系过", "Nothing was tried yet"),
    "missing.filter.due": Words("到期提醒 {count}", "Due {count}"),
    "missing.loading": Words("正在读取…", "Reading…"),
    "missing.empty": Words(
        "这里没有未参保的人。换一个村（社区）或筛选条件。",
        "Nobody is missing here. Choose another village or filter.",
    ),
    "missing.first_use": Words(
        "本机还没有任何参保户。先在“家庭参保登记”录入，或同步数据（F5）。",
        "There are no households at this station yet. Enter one, or exchange (F5).",
    ),
    "missing.read_only": Words("只读：{role}只能查看台账", "Read only: a {role} may only look"),
    "missing.ask.call": Words("电话结果", "What came of the call"),
    "missing.ask.visit": Words("上门结果", "What came of the visit"),
    "missing.ask.message": Words("短信内容", "What was written"),
    "missing.ask.written_refusal": Words(
        "书面凭据（编号或存放处）", "Paper of the refusal (number or place)"
    ),
    "missing.ask.next": Words("下次联系日", "Try again on"),
    "missing.ask.reason": Words("未参保原因", "Why not enrolled"),
    "missing.ask.detail": Words("说明", "Details"),
    "missing.ask.evidence": Words("书面凭据或何人所述", "Its paper, or who said so"),
    "missing.hint.text": Words("Enter 记下（可不填），Esc 取消", "Enter notes it (may be empty)"),
    "missing.hint.needed": Words("Enter 记下，Esc 取消", "Enter notes it, Esc"),
    "missing.hint.day": Words(
        "20211120 或 +3（三天后）；可不填，Enter 记下", "20211120, or +3 for in three days"
    ),
    "missing.hint.day_needed": Words(
        "20211120 或 +3（三天后），Enter 记下", "20211120, or +3 for in three days"
    ),
    "missing.hint.reason": Words(
        "按数字或输入几个字选取，Enter 记下", "Pick by digit or letters, Enter"
    ),
    "missing.needed": Words("这里不能空着", "This may not be empty"),
    "missing.day_form": Words(
        "请按 20211120 或 +3 的样子填写", "Write the day like 20211120, or +3"
    ),
    "missing.day_past": Words("下次联系日不能早于今天", "The day may not lie in the past"),
    "missing.noted": Words("已记下：{name} {what}", "Noted: {name}, {what}"),
    "missing.reason_noted": Words(
        "已记下：{name} {reason}；Ctrl+Z 收回", "Noted: {name}, {reason}; Ctrl+Z takes it back"
    ),
    "missing.undone": Words("已收回：{name} 的原因", "Taken back: the reason of {name}"),
    "missing.undo_nothing": Words(
        "没有可收回的原因；跟进记录是事实，不能收回",
        "No reason to take back; what was tried stays",
    ),
    "missing.enrolled": Words("{name} 已参保，移出台账", "{name} is enrolled by now"),
    "missing.cursor": Words("第 {place} 人：{words}", "Person {place}: {words}"),
    "missing.file": Words("未参保台账", "Not enrolled"),
    "missing.keys.call": Words("记一次电话", "Notes a call"),
    "missing.keys.visit": Words("记一次上门", "Notes a visit"),
    "missing.keys.message": Words("记一次短信", "Notes a message"),
    "missing.keys.refusal": Words(
        "记书面放弃（同时注明原因）", "Notes a written refusal, and the reason with it"
    ),
    "missing.keys.reason": Words("注明原因", "Notes the reason"),
    "missing.keys.next": Words("设定下次联系日", "Sets the next day"),
    "missing.keys.open": Words("打开该户登记", "Opens the household"),
    "missing.keys.undo": Words("收回最近注明的原因", "Takes the last reason back"),
    "missing.keys.filter": Words("换筛选", "Next filter"),
    "missing.keys.print": Words("打印预览", "Print preview"),
    "missing.keys.export": Words("导出表格文件", "Exports a workbook"),
    "missing.keys.refresh": Words("重新读取", "Reads again"),
    "missing.keys.timeline": Words("滚动跟进记录", "Scrolls what was tried"),
}
