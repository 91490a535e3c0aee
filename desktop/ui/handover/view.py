"""The tab 税务交接."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.ui.handover.presenter import HandoverPresenter
from desktop.ui.handover.work_tab import WorkTab
from desktop.ui.session import Session
from desktop.ui.theme.look import Look

KEYS = {
    "hand": "N", "save": "S", "answers": "R", "codes": "C", "read": "R", "book": "B",
    "settle": "E", "day": "D", "state": "X", "list": "L", "whole": "W", "sign": "G",
    "paper": "S", "print": "P",
}  # fmt: skip


class HandoverTab(WorkTab):
    """税务交接."""

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(session, look, "handover", KEYS, parent)
        presenter = HandoverPresenter(session, self)
        self.serve(presenter, presenter.panel)
