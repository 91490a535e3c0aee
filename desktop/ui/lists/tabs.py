"""The tabs of the page 名单导入. A new one is a line here, a maker below and its words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desktop.ui.lists.tab_page import TabPage
from desktop.ui.session import Session
from desktop.ui.theme.look import Look


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab: its name, the key of its words, what makes its screen when it is first shown."""

    name: str
    words: str
    make: Callable[[Session, Look], TabPage]


def _make_import(session: Session, look: Look) -> TabPage:
    from desktop.ui.lists.wizard.view import WizardTab

    return WizardTab(session, look)


def _make_batches(session: Session, look: Look) -> TabPage:
    from desktop.ui.lists.batches.view import BatchesTab

    return BatchesTab(session, look)


def _make_handover(session: Session, look: Look) -> TabPage:
    from desktop.ui.handover.view import HandoverTab

    return HandoverTab(session, look)


def _make_audit(session: Session, look: Look) -> TabPage:
    from desktop.ui.audit.view import AuditTab

    return AuditTab(session, look)


TABS: tuple[Tab, ...] = (
    Tab("import", "lists.tab_import", _make_import),
    Tab("batches", "lists.tab_batches", _make_batches),
    Tab("handover", "lists.tab_handover", _make_handover),
    Tab("audit", "lists.tab_audit", _make_audit),
)
"""In the order they are shown. Importing a screen belongs into its maker: the window must not wait
for what nobody has opened."""
