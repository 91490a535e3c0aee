"""Where somebody lives: picked by typing part of any name on the way down, its pinyin or code."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.domain.division_index import DivisionIndex, Match
from desktop.domain.divisions import LIVED_IN
from desktop.ui.widgets.code_field import CodeField
from desktop.ui.widgets.option_list import Option

_SHOWN_MAX = 60


class DivisionField(CodeField):
    """Shows the way down to a division; looks through the whole county's tree while typed into.

    Until the tree has been read, and for places the county never stated, it offers the options
    it was given as any coded field does.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        self._index: Callable[[], DivisionIndex | None] = lambda: None
        self._scope = ""
        super().__init__(parent)

    def look_in(self, index: Callable[[], DivisionIndex | None], scope: str) -> None:
        """Look for units in what ``index`` answers, those under ``scope`` first."""
        self._index = index
        self._scope = scope
        self._show_chosen()

    @override
    def _fitting(self, typed: str) -> list[Option]:
        index = self._known()
        if index is None:
            return super()._fitting(typed)
        found = index.search(typed, scope=self._scope, kinds=LIVED_IN, limit=_SHOWN_MAX)
        options = [Option(match.code, _said(match)) for match in found]
        unstated = [
            option for option in super()._fitting(typed) if index.tree.unit(option.code) is None
        ]
        return options + unstated

    @override
    def _words(self, code: str) -> str:
        index = self._known()
        if index is None or not code or (code in self._by_code and not index.tree.path(code)):
            return super()._words(code)
        # Its own township goes without saying at a township's desk; the hint says it all.
        path = index.tree.path(code)
        own = bool(path) and len(path) > 1 and self._scope.startswith(path[0].code[:9])
        short = index.tree.short_name(code)
        return short.removeprefix(f"{path[0].name} ") if own else short

    @override
    def _show_chosen(self) -> None:
        super()._show_chosen()
        index = self._known()
        whole = index.tree.full_name(self._code) if index is not None and self._code else ""
        self.setToolTip(whole)
        self.setAccessibleDescription(whole)

    def _known(self) -> DivisionIndex | None:
        """Return the index, if the county has stated any unit."""
        index = self._index()
        return index if index is not None and len(index.tree) else None


def _said(match: Match) -> str:
    return f"{match.short}（{match.known_as}）" if match.known_as else match.short
