"""What the dashboard, the register of the not enrolled and their papers say."""

from __future__ import annotations

from desktop.ui.wording import Words

PROGRESS_SCREEN: dict[str, Words] = {
    "progress.rate": Words("参保率", "Coverage"),
    "progress.rate_open": Words(
        "待县级在“区划管理”导入常住人口、职工参保人数",
        "The county imports residents and employees under 'Divisions'",
    ),
    "progress.paid": Words("已缴费", "Paid"),
    "progress.paid_hint": Words("在册 {people} 人，今日 +{today}", "of {people}; today +{today}"),
    "progress.registered": Words("已登记待缴费", "Registered, to pay"),
    "progress.registered_hint": Words("尚未收款", "not yet collected"),
    "progress.not_enrolled": Words("未参保", "Not enrolled"),
    "progress.not_enrolled_hint": Words("其中 {people} 人未注明原因", "{people} without a reason"),
    "progress.today": Words("今日收款", "Taken today"),
    "progress.today_hint": Words(
        "{people} 人，{receipts} 笔", "{people} people; receipts: {receipts}"
    ),
    "progress.week": Words("近七日收款", "Taken in seven days"),
    "progress.week_hint": Words("本年度共 ¥{amount}", "¥{amount} this year"),
    "progress.assisted": Words("资助参保", "Assisted"),
    "progress.assisted_hint": Words("共资助 ¥{amount}", "¥{amount} of assistance"),
    "progress.counts": Words("已缴 {paid} / 在册 {people}", "paid {paid} of {people}"),
    "progress.missing": Words("还差 {people} 人", "{people} to go"),
    "progress.reached": Words("✔ 已达标", "✔ reached"),
    "progress.line": Words("目标线 {rate}（{cited}）", "Target {rate} ({cited})"),
    "progress.line_county": Words("目标线：县级下达的任务数", "Target: the county's own number"),
    "progress.no_line": Words("文件未载参保率目标", "No document names a rate to reach"),
    "progress.units.townships": Words("各乡镇（街道）", "Townships"),
    "progress.units.villages": Words("各村（社区）", "Villages"),
    "progress.days": Words("近 {count} 日 · {place}", "Last {count} days: {place}"),
    "progress.day": Words(
        "{day}：{people} 人，{amount} 元", "{day}: {people} people, {amount} yuan"
    ),
    "progress.days_largest": Words(
        "收款最多的一天 {day}；今日 {today}", "Largest: {day}. Today: {today}"
    ),
    "progress.people": Words("{people} 人", "{people} people"),
    "progress.identities": Words("资助 · {place}", "Assistance: {place}"),
    "progress.reasons": Words("未参保原因", "Why not enrolled"),
    "progress.without_reason": Words("未注明原因", "No reason noted"),
    "progress.as_of": Words("截至 {at}", "As of {at}"),
    "progress.counting": Words("正在统计…", "Counting…"),
    "progress.stopped": Words(
        "已停止统计，按 Ctrl+R 重新统计", "Counting was stopped; Ctrl+R counts again"
    ),
    "progress.empty": Words(
        "本机还没有任何参保户。先在“家庭参保登记”录入，或同步数据（F5）。",
        "There are no households at this station yet. Enter one, or exchange (F5).",
    ),
    "progress.file": Words("参保率进度表", "Progress"),
    "progress.failed": Words("没有统计成：{why}", "Not counted. {why}"),
    "progress.no_identities": Words("还没有人享受资助", "Nobody has been assisted yet"),
    "progress.no_reasons": Words("没有未参保的人", "Nobody is missing"),
    "progress.cursor": Words(
        "第 {place} 行，共 {count} 行：{words}", "Line {place} of {count}: {words}"
    ),
    "progress.keys.move": Words("上一行、下一行、首、末", "Moves between lines"),
    "progress.keys.open": Words(
        "乡镇：看各村；村：看未参保台账；原因：按原因看台账",
        "Township: its villages; village or reason: the register",
    ),
    "progress.keys.back": Words("返回上一级", "Back up"),
    "progress.keys.days": Words("前一天、后一天", "Moves between days"),
    "progress.keys.refresh": Words("重新统计", "Counts again"),
    "progress.keys.print": Words("打印预览", "Print preview"),
    "progress.keys.export": Words("导出表格文件", "Exports a workbook"),
    "registers.making": Words("正在制表…", "Making the register…"),
    "registers.printing": Words("正在打印…", "Printing…"),
    "registers.printed": Words("已送打印：{where}", "Printed: {where}"),
    "registers.exported": Words("已导出：{where}", "Exported: {where}"),
    "registers.page": Words("第 {page} 页，共 {pages} 页", "Page {page} of {pages}"),
    "registers.back": Words("返回", "Back"),
    "registers.earlier": Words("上一页", "Previous"),
    "registers.later": Words("下一页", "Next"),
    "registers.print": Words("打印", "Print"),
    "registers.preview": Words("打印预览", "Preview"),
    "registers.pick": Words("导出为", "Export as"),
    "registers.books": Words("Excel 工作簿 (*.xlsx)", "Excel workbooks (*.xlsx)"),
    "registers.lossy": Words("缺字用〓代替", "with 〓 for what it cannot hold"),
    "registers.numbers": Words("导出：证件号码", "Export: identity numbers"),
    "registers.numbers_says": Words(
        "证件号码照例遮盖。需要完整号码的，写明原因：谁、何时、为何都记录在案",
        "Identity numbers are masked. If whole numbers are needed, say why: who, when and why "
        "goes on record",
    ),
    "registers.why": Words("为何需要完整号码", "Why whole numbers are needed"),
    "registers.masked": Words("号码遮盖", "Numbers stay masked"),
    "registers.whole": Words("号码完整，导出将记录在案", "Whole numbers, on record"),
    "registers.go_on": Words("继续", "Go on"),
    "registers.give_up": Words("取消", "Cancel"),
    "registers.keys.page": Words("上一页、下一页", "Previous and next page"),
    "registers.keys.print": Words("打印", "Prints"),
    "registers.keys.close": Words("关闭预览", "Closes the preview"),
}
