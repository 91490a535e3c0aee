"""What is refused about law files, in words that help whoever wrote them."""

from __future__ import annotations

from desktop.base.errors import Refused


class LawRefused(Refused):
    """A law file cannot be used: the message names file, line and what to change."""

    def __init__(self, code: str, file: str, line: int, message: str, **values: object) -> None:
        where = f"{file}, line {line}" if line else file
        super().__init__(code, f"{where}: {message}", file=file, line=line, **values)
        self.file = file
        self.line = line
