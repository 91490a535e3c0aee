"""A warning or an error in the program's log that a test did not announce fails the test."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator

import pytest
from typing_extensions import override


class ExpectedLog(logging.Handler):
    """Collects what ``desktop`` logs from WARNING up and compares it with what was announced."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._lines: list[str] = []
        self._patterns: list[str] = []

    def __call__(self, pattern: str) -> None:
        """Announce a line: a regular expression searched in ``LEVEL logger message``."""
        self._patterns.append(pattern)

    @override
    def emit(self, record: logging.LogRecord) -> None:
        self._lines.append(f"{record.levelname} {record.name} {record.getMessage()}")

    def complaints(self) -> list[str]:
        """Return what was logged unannounced, and what was announced but never logged."""
        unexpected = [
            f"unexpected in the log: {line}"
            for line in self._lines
            if not any(re.search(pattern, line) for pattern in self._patterns)
        ]
        absent = [
            f"announced but not logged: {pattern}"
            for pattern in self._patterns
            if not any(re.search(pattern, line) for line in self._lines)
        ]
        return unexpected + absent


@pytest.fixture(autouse=True)
def expected_log() -> Iterator[ExpectedLog]:
    """Announce expected warnings with ``expected_log("pattern")``; every other one fails."""
    handler = ExpectedLog()
    logger = logging.getLogger("desktop")
    logger.addHandler(handler)
    yield handler
    logger.removeHandler(handler)
    if complaints := handler.complaints():
        pytest.fail("\n".join(complaints), pytrace=False)
