"""The tab 核查."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.ui.audit.presenter import AuditPresenter
from desktop.ui.handover.work_tab import WorkTab
from desktop.ui.session import Session
from desktop.ui.theme.look import Look

KEYS = {"run": "R", "record": "J", "list": "L", "print": "P", "whole": "W", "returns": "F"}


class AuditTab(WorkTab):
    """核查."""

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(session, look, "audit", KEYS, parent)
        presenter = AuditPresenter(session, self)
        self.serve(presenter, presenter.panel)
