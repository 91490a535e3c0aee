"""The tab 导入名单."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.ui.lists.tab_page import TabPage
from desktop.ui.session import Session
from desktop.ui.theme.look import Look


class WizardTab(TabPage):
    """导入名单."""

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        del look
        box = QVBoxLayout(self)
        box.addWidget(QLabel(session.messages.say("lists.tab_import"), self))
