"""What the program says of the division tree, of lists of it, and on its page."""

from __future__ import annotations

from desktop.ui.wording import Words

DIVISION_FINDINGS: dict[str, Words] = {
    "UNIT_DOUBLE": Words("代码与第 {other} 行相同", "Same code as row {other}"),
    "UNIT_NAME_EMPTY": Words("没有填名称", "No name given"),
    "UNIT_NAME_LONG": Words("名称超过 {most} 个字", "A name has more than {most} characters"),
    "UNIT_ALIASES_MANY": Words(
        "别名太多：最多 {most} 个，合计不超过 200 字",
        "Too many aliases: at most {most}, 200 characters in all",
    ),
    "UNIT_CODE_FORM": Words(
        "代码写法与类别不符：县 6 位，乡镇 9 位或 12 位（末三位 000），村和单位 12 位，组 14 位",
        "The code does not fit the kind: county 6 digits, township 9 or 12 ending in 000, "
        "village and other units 12, group 14",
    ),
    "UNIT_OUTSIDE": Words("不在本县（{county}）内", "Not in this county ({county})"),
    "UNIT_UNREADABLE": Words(
        "看不懂这一格：日期写成 2022-01-01，类别写县、乡镇、村、组、学校或单位",
        "Not understood: a day reads 2022-01-01; a kind is county, township, village, group, "
        "school or unit",
    ),
    "UNIT_DAYS": Words("止日早于起日", "It ends before it begins"),
    "UNIT_PARENT_UNKNOWN": Words(
        "上级 {code} 不在表中，本县区划里也没有",
        "What it lies under, {code}, is neither in the list nor in the county's tree",
    ),
    "UNIT_PARENT_PREFIX": Words(
        "上级与代码不符：按代码应在 {code} 之下",
        "By its code it lies under {code}, not under what the list says",
    ),
    "UNIT_PARENT_ELSEWHERE": Words(
        "代码不在上级之下：上级所在乡镇的工作站看不到这里的户",
        "The code is not under what it hangs on: stations there will not see its households",
    ),
    "UNIT_OUTLIVES_PARENT": Words("上级先于它停用", "What it lies under ends before it does"),
    "UNIT_REPLACED_OPEN": Words(
        "有替代代码却没有止日：请填停用的最后一天",
        "Replaced, but no last day: fill in the last day it exists",
    ),
    "UNIT_SUCCESSOR_UNKNOWN": Words(
        "替代它的 {code} 不在表中，本县区划里也没有",
        "What replaces it, {code}, is neither in the list nor in the county's tree",
    ),
    "UNIT_DAYS_OVERLAP": Words(
        "与替代它的同名，时间又重叠：同一个单位在这段时间有两个代码",
        "Same name and time as what replaces it: one unit under two codes",
    ),
    "UNIT_CYCLE": Words(
        "首尾相接成圈，或者接得太长", "It leads back to itself, or on for too long"
    ),
    "UNIT_NAME_TWICE": Words(
        "与第 {other} 行同一上级、同名，时间也重叠，请核对是不是同一个",
        "Same parent, name and time as row {other}; check whether they are one",
    ),
    "TARGET_UNIT_UNKNOWN": Words(
        "本县区划里没有这个代码，先照样记下", "Not in the county's tree; kept all the same"
    ),
    "TARGET_NUMBER": Words("请填 0 到 {most} 的整数", "A whole number from 0 to {most}"),
    "TARGET_EMPTY": Words("这一行没有任何数字", "No figure in this row"),
    "TARGET_EMPLOYEES": Words(
        "职工参保人数多于常住人口", "More insured employees than resident population"
    ),
}

DIVISION_ERRORS: dict[str, Words] = {
    "DIVISION_FINDINGS": Words(
        "有 {count} 处问题，整张表没有导入；请改好后再来",
        "{count} findings; nothing was imported. Mend the list and try again",
    ),
    "DIVISION_NOT_ENDED": Words(
        "这个单位还在用，不用迁户", "This unit still exists; no household has to move"
    ),
    "DIVISION_NO_SUCCESSOR": Words(
        "区划里没有写它并入哪里：先在表中填“替代为”再导入",
        "The tree does not say what replaces it: fill in 'replaced_by' and import again",
    ),
    "LIST_EMPTY": Words("表里没有一行数据", "The list has no rows"),
    "CAMPAIGN_YEAR": Words("{year} 不是征缴年度", "{year} is no campaign year"),
    "TABLE_FORMAT": Words(
        "不是能读的表：请另存为 .xlsx（不加密）或 .csv",
        "Not a table that can be read: save it as .xlsx (no password) or .csv",
    ),
    "TABLE_LOCKED": Words(
        "文件加了密码，打不开：请在表格软件里去掉打开密码后另存，再来导入",
        "The file has a password: take it off in the spreadsheet program, save, and import again",
    ),
    "TABLE_WEB": Words(
        "这是网页（或 XML）冒充的表格：请用表格软件打开，另存为 .xlsx 后再导入",
        "A web page (or XML) under a workbook's name: open it in a spreadsheet program and save it "
        "as .xlsx",
    ),
    "TABLE_LARGE": Words(
        "文件太大：超出一张名单应有的大小，请拆开，或删去多余的列和空白区域",
        "Larger than any list is: split it, or delete stray columns and blank areas",
    ),
    "TABLE_ENCODING": Words(
        "文字编码不认识：请另存为 UTF-8 的 .csv，或 .xlsx",
        "Unknown text encoding: save it as a UTF-8 .csv or as .xlsx",
    ),
    "TABLE_UNREADABLE": Words(
        "文件坏了，读不出来：请用表格软件打开后另存一份",
        "The file is damaged: open it in a spreadsheet program and save it again",
    ),
    "TABLE_EMPTY": Words("文件里没有数据", "The file holds no rows"),
    "TABLE_COLUMNS": Words(
        "找不到表头：前 10 行里要有 {columns}",
        "No header row: the first 10 rows must have {columns}",
    ),
}

DIVISION_SCREEN: dict[str, Words] = {
    "divisions.first": Words(
        "还没有导入区划。请用“导入区划”选择县里的乡镇、村、组表（.xlsx 或 .csv，"
        "表头要有“代码”和“名称”）",
        "No divisions yet. Choose 'Import divisions' and the county's list of townships, villages "
        "and groups (.xlsx or .csv with the columns code and name)",
    ),
    "divisions.nothing_below": Words("下面没有单位", "Nothing lies below"),
    "divisions.found": Words("“{typed}”找到 {count} 个", "{count} found for “{typed}”"),
    "divisions.found_none": Words(
        "没有找到，试试拼音首字母或代码", "Nothing; try pinyin or a code"
    ),
    "divisions.here": Words(
        "{place} · 下面 {count} 个，全县共 {total} 个",
        "{place} · {count} below, {total} in the county",
    ),
    "divisions.role": Words(
        "导入区划需要复核或系统管理员角色", "Importing needs the role of a supervisor or of IT"
    ),
    "divisions.list_first": Words(
        "选择要导入的表，先在这里核对，再写入",
        "Choose a list; look it over here before it is written",
    ),
    "divisions.list_same": Words("与现有区划完全一样", "Exactly the divisions there are"),
    "divisions.preview": Words(
        "{source}：错误 {errors}，提醒 {warnings}；待迁 {households} 户；新增 {new}，"
        "更名 {renamed}，停用 {ended}，修改 {changed}，不变 {same}，表中没有 {missing}",
        "{source}: {errors} mistakes, {warnings} warnings; {households} households move; "
        "{new} new, {renamed} renamed, {ended} ended, {changed} changed, {same} same, "
        "{missing} left out",
    ),
    "divisions.targets": Words("{source}：{year} 年 {rows} 行", "{source}: {rows} rows for {year}"),
    "divisions.targets_good": Words("没有问题，可以写入", "Nothing wrong; ready to be written"),
    "divisions.write": Words("写入 F9", "Write F9"),
    "divisions.move": Words("迁户 F9", "Move F9"),
    "divisions.done": Words("已写入 {count} 个单位", "{count} units written"),
    "divisions.targets_done": Words(
        "已写入 {year} 年 {count} 个单位的数字", "Figures of {count} units written for {year}"
    ),
    "divisions.moved": Words("已迁 {count} 户", "{count} households moved"),
    "divisions.to_move": Words(
        "{units} 个单位已停用，还有 {households} 户待迁",
        "{units} units have ended; {households} households still there",
    ),
    "divisions.nobody_moves": Words("没有待迁的户", "No household has to move"),
    "divisions.no_successor": Words("没有写并入哪里", "Not said where to"),
    "divisions.households": Words("{count} 户", "{count}"),
    "divisions.now": Words("→ {name}", "→ {name}"),
    "divisions.formerly": Words("原名 {name}", "formerly {name}"),
    "divisions.row": Words("第 {row} 行", "Row {row}"),
    "divisions.pick": Words("选择要导入的表", "Choose the list"),
    "divisions.tables": Words(
        "表格 (*.xlsx *.csv *.tsv *.txt)", "Tables (*.xlsx *.csv *.tsv *.txt)"
    ),
    "divisions.severity.error": Words("错误", "Mistake"),
    "divisions.severity.warning": Words("提醒", "Warning"),
    "divisions.change.new": Words("新增", "New"),
    "divisions.change.renamed": Words("更名", "Renamed"),
    "divisions.change.ended": Words("停用", "Ended"),
    "divisions.change.changed": Words("修改", "Changed"),
    "divisions.change.missing": Words("未列", "Left out"),
    "divisions.stays": Words("表中没有，照旧保留", "Not in the list; stays as it is"),
    "divisions.kind.county": Words("县", "County"),
    "divisions.kind.township": Words("乡镇", "Township"),
    "divisions.kind.village": Words("村", "Village"),
    "divisions.kind.group": Words("组", "Group"),
    "divisions.kind.school": Words("学校", "School"),
    "divisions.kind.unit": Words("单位", "Unit"),
    "divisions.field.code": Words("代码", "Code"),
    "divisions.field.name": Words("名称", "Name"),
    "divisions.field.kind": Words("类别", "Kind"),
    "divisions.field.parent": Words("上级", "Parent"),
    "divisions.field.valid_from": Words("起", "From"),
    "divisions.field.valid_to": Words("止", "To"),
    "divisions.field.replaced_by": Words("替代为", "Replaced by"),
    "divisions.field.former_name": Words("曾用名", "Former name"),
    "divisions.field.aliases": Words("别名", "Aliases"),
    "divisions.field.residents": Words("常住人口", "Residents"),
    "divisions.field.employees": Words("职工参保人数", "Employees"),
    "divisions.field.target": Words("任务数", "Target"),
    "divisions.column.name": Words("名称", "Name"),
    "divisions.column.code": Words("代码", "Code"),
    "divisions.column.kind": Words("类别", "Kind"),
    "divisions.column.days": Words("起止与变更", "Days, changes"),
    "divisions.column.where": Words("行或代码", "Row or code"),
    "divisions.column.what": Words("情况", "What"),
    "divisions.column.field": Words("栏目或名称", "Field or name"),
    "divisions.column.words": Words("说明", "In words"),
    "divisions.column.ended": Words("停用的单位", "Ended unit"),
    "divisions.column.last": Words("最后一天", "Last day"),
    "divisions.column.people": Words("户数", "Households"),
    "divisions.column.next": Words("迁往", "Moves to"),
    "keys.divisions_open": Words("打开下一级", "Open what lies below"),
    "keys.divisions_back": Words("返回上一级", "Back up"),
    "keys.divisions_act": Words("写入或迁户", "Write, or move households"),
    "keys.divisions_mode": Words("换一张表", "Next table"),
}
