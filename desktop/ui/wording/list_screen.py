"""What the page 名单导入 says of itself."""

from __future__ import annotations

from desktop.ui.wording import Words
from desktop.ui.wording.list_words import LIST_CHANGES, LIST_KINDS, LIST_QUESTIONS

LIST_SCREEN: dict[str, Words] = {
    **LIST_KINDS,
    **LIST_CHANGES,
    **LIST_QUESTIONS,
    "lists.title": Words("名单导入", "Lists"),
    "lists.tab_import": Words("导入名单", "Import"),
    "lists.tab_batches": Words("导入批次", "Batches"),
    "keys.lists_next_tab": Words("名单导入：下一页", "Lists: next tab"),
    "keys.lists_tab_before": Words("名单导入：上一页", "Lists: tab before"),
}
