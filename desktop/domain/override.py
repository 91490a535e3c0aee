"""Who let a number with a wrong check digit pass, and why: the one text that says it.

The fact keeps it in ``document_override`` as ``姓名/账号: 理由``; only this module
writes that form.
"""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.facts import TEXT_MAX

_NAME_MAX = 50
REASON_MAX = TEXT_MAX - 2 * _NAME_MAX - 3
"""What is left of a fact's text beside name and account."""


@dataclass(frozen=True, slots=True)
class Override:
    """A supervisor's decision on one number."""

    name: str
    operator: str
    reason: str

    @property
    def text(self) -> str:
        """The form the fact keeps."""
        return f"{_part(self.name)}/{_part(self.operator)}: {self.reason.strip()[:REASON_MAX]}"


def _part(text: str) -> str:
    """Return a name without the marks that part the text."""
    return text.replace("/", "／").replace(": ", "：").strip()[:_NAME_MAX]
