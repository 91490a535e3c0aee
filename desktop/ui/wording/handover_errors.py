"""What the program says of exports, the tax handover, reconciliations and checks that fail."""

from __future__ import annotations

from desktop.ui.wording import Words

HANDOVER_ERRORS: dict[str, Words] = {
    "TEXT_NOT_HELD": Words(
        "{encoding} 编码里没有这些字：{characters}。请改存 UTF-8 或 .xlsx，或者同意用“〓”代替",
        "{encoding} cannot hold {characters}: save as UTF-8 or .xlsx, or accept 〓 instead",
    ),
    "ENCODING_UNKNOWN": Words(
        "没有这种编码；可用：{known}", "No such encoding; there are: {known}"
    ),
    "HANDOVER_EMPTY": Words(
        "没有需要移交的：应缴名单与已移交的完全一致",
        "Nothing to hand over: what is due is what was handed over",
    ),
    "LAYOUT_UNKNOWN": Words(
        "没有这种文件格式；可用：{known}", "No such layout; there are: {known}"
    ),
    "LAYOUT_INVALID": Words("格式模板 {file} 有误：{why}", "The layout {file} is wrong: {why}"),
    "BATCH_UNKNOWN": Words(
        "本站没有移交过批次 {number}，文件没有导入",
        "No batch {number} was handed over here; the file was not taken in",
    ),
    "TAX_FILE_OTHER_COUNTY": Words(
        "这是别的县（{county}）的文件，没有导入",
        "This file is another county's ({county}); nothing was taken in",
    ),
    "TAX_FILE_ERRORS": Words(
        "文件里有 {count} 行读不懂，整份没有导入；请改正或向税务索取新文件",
        "{count} rows cannot be read; nothing was taken in. Mend them or ask for a new file",
    ),
    "TAX_ROW_UNKNOWN": Words("没有这一行税务缴费明细", "There is no such paid row"),
    "TAX_ROW_BOOKED": Words("这一行已经入账", "This row is booked already"),
    "TAX_ROWS_NONE": Words("没有可以入账的明细", "There is nothing to book"),
    "SETTLE_UNKNOWN": Words("没有这种处理办法", "It cannot be settled so"),
    "RETURN_CODES_INVALID": Words(
        "返回码表有误：{why}", "The table of return codes is wrong: {why}"
    ),
    "RECONCILIATION_UNKNOWN": Words("没有这份对账单", "There is no such statement"),
    "RECONCILIATION_SIGNED": Words(
        "这份对账单已由 {by} 复核签字", "This statement was signed by {by} already"
    ),
    "RECONCILIATION_CHANGED": Words(
        "对账之后账目又有变化，请重新对账后再签字",
        "The books have changed since; reconcile again before signing",
    ),
    "DIFFERENCES_UNEXPLAINED": Words(
        "还有 {count} 笔差异，请写明原因再出对账单",
        "{count} differences stand; say why before the statement is made",
    ),
    "AUDIT_NO_CASES": Words(
        "这份名单用来催缴，不逐人立案", "This list is worked off; it opens no cases"
    ),
    "AUDIT_UNKNOWN": Words("没有这项核查；可用：{known}", "No such check; there are: {known}"),
}
