"""What is wrong with a row of a file from the tax authority, and the way out."""

from __future__ import annotations

from desktop.domain.codes import Language
from desktop.ui.wording import Words

ROW_FINDINGS: dict[str, Words] = {
    "CELL_EMPTY": Words("不能为空", "may not be empty"),
    "CELL_LONG": Words("内容过长：{value}…", "too long: {value}…"),
    "DIGITS_LOST": Words(
        "号码被表格软件改成了数字，后几位已丢失（{value}）：请把该列设为文本后重新导出",
        "a spreadsheet made a number of it and lost digits ({value}): export the column as text",
    ),
    "ROW_FORM": Words("不是行号：{value}", "not a row number: {value}"),
    "AMOUNT_FORM": Words("不是金额（正数，至多两位小数）：{value}", "not an amount: {value}"),
    "DAY_FORM": Words("不是日期：{value}", "not a day: {value}"),
    "BATCH_ROW_UNKNOWN": Words("批次里没有这一行：{value}", "the batch has no such row: {value}"),
    "BATCH_ROW_TWICE": Words("同一行出现两次：{value}", "the same row twice: {value}"),
    "BATCH_TWO": Words(
        "一份文件里有两个批次：{value}；请按批次分开",
        "two batches in one file: {value}; split it by batch",
    ),
    "PAID_ROW_TWICE": Words(
        "与另一行完全相同（{value}），只算一次", "the same as row {value}; once"
    ),
}


def row_words(code: str, value: str, language: Language) -> str:
    """Return what a row's finding says."""
    words = ROW_FINDINGS[code]
    return (words.zh if language == "zh" else words.en).format(value=value)
