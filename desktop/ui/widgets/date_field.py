"""A day, typed as 20190312, 2019-3-12 or 2019年3月12日; kept as ISO text."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.ui.widgets.text_field import TextField
from desktop.ui.widgets.told_keys import ToldKey

_PARTS = re.compile(r"(\d{4})(?:[-/.年 ]?)(\d{1,2})(?:[-/.月 ]?)(\d{1,2})日?\Z", re.ASCII)
_EIGHT = re.compile(r"(\d{4})(\d{2})(\d{2})\Z", re.ASCII)
_FULL_WIDTH = {ord("０") + n: ord("0") + n for n in range(10)}


def iso_day(typed: str) -> str:
    """Return what was typed as YYYY-MM-DD if it has the shape of a day, else as it is."""
    text = typed.strip().translate(_FULL_WIDTH)
    found = _EIGHT.match(text) or _PARTS.match(text)
    if found is None:
        return text
    year, month, day = found.groups()
    return f"{year}-{int(month):02d}-{int(day):02d}"


class DateField(TextField):
    """Emits ISO text as soon as what is typed is a day; until then what is typed."""

    KEYS = (ToldKey("0 … 9", "keys.day"),)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setInputMethodHints(Qt.InputMethodHint.ImhPreferNumbers)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.setPlaceholderText("YYYYMMDD")
        self.characters_max = 14

    def show_day(self, iso: str) -> None:
        """Show a day; while it is being typed the typed form stays."""
        if not self.hasFocus() or iso_day(self.text()) != iso:
            self.show_text(iso)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.show_text(iso_day(self.text()))
        super().focusOutEvent(event)

    @override
    def _on_edited(self, text: str) -> None:
        self.edited.emit(iso_day(text[: self.characters_max]))
