"""pytest-qt's bot, which waits as long as every test does instead of five seconds."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from typing_extensions import override

from tests.helpers.patience import LIMIT_S

_LIMIT_MS = LIMIT_S * 1000


class PatientBot(QtBot):
    """Waits for what must come."""

    @override
    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = _LIMIT_MS) -> None:
        """Let Qt run until ``callback`` holds."""
        super().waitUntil(callback, timeout=timeout)

    @override
    def waitSignal(self, signal: Any, *, timeout: int = _LIMIT_MS, **more: Any) -> Any:
        """Let Qt run at the block's end until ``signal`` was emitted."""
        return super().waitSignal(signal, timeout=timeout, **more)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """Offer what pytest-qt's fixture of this name offers, with patience."""
    del qapp
    return PatientBot(request)
