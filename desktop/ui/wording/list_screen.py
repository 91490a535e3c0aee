"""What the page 名单导入 says of itself."""

from __future__ import annotations

from desktop.ui.wording import Words
from desktop.ui.wording.list_words import (
    LIST_CHANGES,
    LIST_KINDS,
    LIST_QUESTIONS,
    LIST_SOURCES,
)

LIST_SCREEN: dict[str, Words] = {
    **LIST_KINDS,
    **LIST_SOURCES,
    **LIST_CHANGES,
    **LIST_QUESTIONS,
    "lists.title": Words("名单导入", "Lists"),
    "lists.tab_import": Words("导入名单", "Import"),
    "lists.tab_batches": Words("导入批次", "Batches"),
    "lists.tab_handover": Words("税务交接", "Tax handover"),
    "lists.tab_audit": Words("核查", "Checks"),
    "lists.pick": Words("选择文件 F4", "Choose a file F4"),
    "lists.pick_title": Words("选择名单文件", "Choose a list"),
    "lists.files": Words(
        "名单 (*.xlsx *.xlsm *.xls *.csv *.tsv *.txt)",
        "Lists (*.xlsx *.xlsm *.xls *.csv *.tsv *.txt)",
    ),
    "lists.no_file": Words("还没有选择文件", "No file chosen yet"),
    "lists.file": Words("{file} · {rows} 行", "{file} · {rows} rows"),
    "lists.hidden_rows": Words("含隐藏的 {count} 行", "{count} hidden rows among them"),
    "lists.hidden_sheets": Words(
        "另有隐藏工作表 {count} 张，没有读", "{count} hidden sheets, not read"
    ),
    "lists.aside": Words(
        "合计、说明 {count} 行不算人", "{count} rows of totals and notes left aside"
    ),
    "lists.filled": Words("合并单元格补齐 {count} 格", "{count} cells filled from merged ones"),
    "lists.macros": Words("文件带宏，没有运行", "It has macros; they were not run"),
    "lists.choice.kind": Words("种类", "Kind"),
    "lists.choice.department": Words("部门", "Department"),
    "lists.choice.source": Words("来源", "Source"),
    "lists.choice.as_of": Words("名单日期", "As of"),
    "lists.choice.sheet": Words("工作表或编码", "Sheet, encoding"),
    "lists.choice.header": Words("表头在第几行", "Header row"),
    "lists.choice.words": Words("每行都是", "Every row is"),
    "lists.choice.of": Words("只用于来源", "Only for source"),
    "lists.no_identity": Words("不是资助身份", "no identity of the law"),
    "lists.meant": Words("原来对照：{before}", "Meant {before} before"),
    "lists.may_not.identity": Words(
        "您的角色只能核对，不能导入", "Your role may look lists over, not take them in"
    ),
    "lists.may_not.roster": Words(
        "您的角色只能核对，不能导入", "Your role may look lists over, not take them in"
    ),
    "lists.may_not.residents": Words(
        "您的角色只能核对，不能导入", "Your role may look lists over, not take them in"
    ),
    "lists.may_not.death": Words(
        "您的角色只能核对，不能导入", "Your role may look lists over, not take them in"
    ),
    "lists.may_not.employee": Words(
        "您的角色只能核对，不能导入", "Your role may look lists over, not take them in"
    ),
    "lists.may_not.aliases": Words(
        "您的角色只能核对，不能导入", "Your role may look lists over, not take them in"
    ),
    "lists.may_not.divisions": Words(
        "区划发往全县，由复核或信息管理员导入。您可以在这里核对、改好，再请他们导入",
        "Units go to the whole county: a supervisor or IT takes them in. You may look the list "
        "over here and hand it to them",
    ),
    "lists.full": Words("全量名单（缺的终止）", "Whole list"),
    "lists.rows": Words("名单", "Rows"),
    "lists.first": Words(
        "按 F4 选择部门发来的名单（.xlsx、.xls、.csv）。"
        "先核对每一行，确认后才写入；写入以后可以整批撤销",
        "Press F4 and choose a list (.xlsx, .xls, .csv). Every row is looked over before anything "
        "is written, and a whole batch can be taken back",
    ),
    "lists.none": Words("这一类没有", "None of this kind"),
    "lists.column.row": Words("行", "Row"),
    "lists.column.state": Words("结果", "Result"),
    "lists.column.name": Words("姓名", "Name"),
    "lists.column.number": Words("证件号码", "Number"),
    "lists.column.place": Words("乡镇村", "Place"),
    "lists.column.says": Words("身份", "Identity"),
    "lists.column.note": Words("说明", "Note"),
    "lists.same_as": Words("与第 {row} 行是同一人", "The same person as row {row}"),
    "lists.ends_on": Words("身份止于 {day}", "Ends on {day}"),
    "lists.filter.all": Words("全部 {count}", "All {count}"),
    "lists.filter.wrong": Words("错误 {count}", "Errors {count}"),
    "lists.filter.repair": Words("待接受 {count}", "To accept {count}"),
    "lists.filter.warning": Words("提醒 {count}", "Warnings {count}"),
    "lists.filter.new": Words("新增 {count}", "New {count}"),
    "lists.filter.changed": Words("变更 {count}", "Changed {count}"),
    "lists.filter.unchanged": Words("不变 {count}", "Same {count}"),
    "lists.filter.waiting": Words("未登记 {count}", "Not registered {count}"),
    "lists.filter.ended": Words("终止 {count}", "Ended {count}"),
    "lists.filter.columns": Words("列 {count}", "Columns {count}"),
    "lists.mend.field": Words("哪一列", "Which column"),
    "lists.mend.value": Words("改成", "Becomes"),
    "lists.mend.who": Words("是哪一位", "Who it is"),
    "lists.mend.column": Words("文件中的列", "Column of the file"),
    "lists.mend.row": Words("第 {row} 行", "Row {row}"),
    "lists.mend.columns": Words("指定列", "Columns"),
    "lists.mend.nobody": Words("都不是，未登记", "None of them: not registered"),
    "lists.confirm": Words("{question}。仍要导入", "{question}. Import all the same"),
    "lists.leave_wrong": Words("有问题的行不导入，只列出", "Leave out rows with problems"),
    "lists.stop": Words("停止 Esc", "Stop Esc"),
    "lists.give_up": Words("放弃", "Give up"),
    "lists.write": Words("写入 F9", "Import F9"),
    "lists.progress": Words("进度", "Progress"),
    "lists.written": Words(
        "已导入 {rows} 行：新增 {new}、变更 {changed}、终止 {ended}、未登记 {waiting}。"
        "可到“导入批次”查看、撤销",
        "Imported {rows} rows: {new} new, {changed} changed, {ended} ended, {waiting} not "
        "registered. See 'Batches' to look or take it back",
    ),
    "lists.written_divisions": Words(
        "已导入 {rows} 行：新增 {new} 个单位、变更 {changed} 个，随交换发往全县。"
        "停用单位里的户到“区划管理”办理迁移",
        "Imported {rows} rows: {new} new units, {changed} changed; the exchange takes them to the "
        "whole county. Households of units that ended move on the page of units",
    ),
    "lists.written_aliases": Words(
        "已导入 {rows} 行：新增 {new} 个写法、变更 {changed} 个。先前的名单下次导入时按它落实",
        "Imported {rows} rows: {new} new names, {changed} changed. Lists taken in before follow "
        "with the next one",
    ),
    "keys.lists_accept": Words("接受本行的修复", "Accept the row's repairs"),
    "keys.lists_accept_kind": Words("这一类修复全部接受", "Accept all repairs of the kind"),
    "keys.lists_leave_out": Words("本行不导入，或再导入", "Leave the row out, or in"),
    "keys.lists_mend": Words("修改，或认人", "Mend, or say who it is"),
    "keys.lists_stop": Words("停止；回到名单", "Stop; back to the rows"),
    "keys.lists_pick": Words("选择名单文件", "Choose a list"),
    "keys.lists_write": Words("写入", "Import"),
    "keys.lists_filter": Words("换一类看", "Next kind of rows"),
    "lists.mode.batches": Words("批次", "Batches"),
    "lists.mode.waiting": Words("认定未登记", "Recognised, not registered"),
    "lists.mode.unnamed": Words("未对照的身份", "Identities without a meaning"),
    "lists.mode.prices": Words("对缴费的影响", "What it changes in prices"),
    "lists.column.name_of_unit": Words("名称", "Name"),
    "lists.column.code": Words("代码", "Code"),
    "lists.column.parent": Words("上级", "Under"),
    "lists.column.unit": Words("类别", "Kind"),
    "lists.column.means": Words("身份", "Means"),
    "lists.column.field": Words("内容", "Holds"),
    "lists.column.header": Words("文件表头", "Header in the file"),
    "lists.column.sample": Words("第一行", "First row"),
    "lists.column.day": Words("导入日", "Imported"),
    "lists.column.source": Words("来源", "Source"),
    "lists.column.as_of": Words("名单日期", "As of"),
    "lists.column.title": Words("文件", "File"),
    "lists.column.counts": Words("结果", "Result"),
    "lists.column.operator": Words("经办", "By"),
    "lists.column.remark": Words("备注", "Note"),
    "lists.column.words": Words("名单中的写法", "As the list says it"),
    "lists.column.people": Words("人数", "People"),
    "lists.column.effect": Words("影响", "Effect"),
    "lists.column.amount": Words("金额（元）", "Yuan"),
    "lists.column.why": Words("原因", "Why"),
    "lists.batch_counts": Words(
        "{rows} 行：新增 {new} 变更 {changed} 终止 {ended} 未登记 {waiting} 未导入 {left_out}",
        "{rows} rows: {new} new, {changed} changed, {ended} ended, {waiting} not registered, "
        "{left_out} left out",
    ),
    "lists.batch_undone": Words("{who} 已撤销：{reason}", "Taken back by {who}: {reason}"),
    "lists.batches_summary": Words("共导入 {count} 批", "{count} batches"),
    "lists.batches_none": Words("还没有导入过名单", "No list has been taken in yet"),
    "lists.waiting_summary": Words(
        "部门已认定、本机还没有登记的 {count} 人", "{count} people recognised, not registered here"
    ),
    "lists.waiting_none": Words("没有认定未登记的人", "Nobody recognised is missing"),
    "lists.registered_since": Words("已登记：F9 落实", "Registered: F9"),
    "lists.alike": Words("同名 {count} 人：Enter", "{count} alike: Enter"),
    "lists.apply": Words("落实已登记的 {count} 人 F9", "Give it to the {count} registered F9"),
    "lists.applied": Words(
        "已落实 {count} 条：身份已记入，应缴金额到“多退少补”重新核算",
        "{count} given: identities entered; prices follow with the recount",
    ),
    "lists.unnamed_summary": Words(
        "{count} 种写法还没有对照，已经记下，不产生资助。在“导入名单”里导入“身份名称对照”",
        "{count} names without a meaning; kept. Take a table of names in under Import",
    ),
    "lists.unnamed_none": Words("所有身份写法都有对照", "Every name has its meaning"),
    "lists.prices_summary": Words(
        "{title}：{count} 人金额变化，应退和补落实资助 {back} 元，应补缴 {owed} 元；"
        "由复核在“多退少补”中批准",
        "{title}: {count} people; {back} yuan due back, {owed} yuan to collect. A supervisor "
        "approves it on the page of recounts",
    ),
    "lists.prices_none": Words(
        "这一批没有人的金额变化", "Nobody of this batch is priced differently"
    ),
    "lists.prices_role": Words(
        "由复核或政策管理员查看", "For supervisors and policy administrators"
    ),
    "lists.price.figures": Words("未缴费，金额更新", "Unpaid, new figures"),
    "lists.price.collect": Words("应补缴", "To collect"),
    "lists.price.refund": Words("应退", "Due back"),
    "lists.price.retroactive": Words("补落实资助", "Assistance due"),
    "lists.price.decide": Words("须由人决定", "To be decided"),
    "lists.undo": Words("整批撤销 F9", "Take the batch back F9"),
    "lists.undo_reason": Words("撤销原因", "Why it is taken back"),
    "lists.undone": Words(
        "已撤销：{restored} 人恢复原状，{kept} 人后来有改动、只去掉名单带来的部分",
        "Taken back: {restored} people as before; {kept} changed since and kept what is newer",
    ),
    "lists.undo_divisions": Words(
        "撤销区划：改过的恢复原样；新增的不能删去，从今天起停用；已迁移的户不搬回",
        "Taken back: changed units as before; new ones cannot go, they end; moved households stay",
    ),
    "lists.undone_divisions": Words(
        "已撤销：{restored} 个单位恢复原样，{kept} 个没有恢复（新增的已停用，或后来又有改动）",
        "Taken back: {restored} units as before; {kept} not (new ones ended, or changed since)",
    ),
    "lists.undone_aliases": Words(
        "已撤销：{restored} 个写法恢复原样，{kept} 个后来有改动、没有恢复",
        "Taken back: {restored} names as before; {kept} changed since and stay",
    ),
    "keys.lists_mode": Words("换一张表", "Next table"),
    "keys.lists_undo": Words("整批撤销；落实已登记的人", "Take the batch back; give lists' word"),
    "keys.lists_next_tab": Words("名单导入：下一页", "Lists: next tab"),
    "keys.lists_tab_before": Words("名单导入：上一页", "Lists: tab before"),
}
