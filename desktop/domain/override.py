"""Who let a number with a wrong check digit pass, and why: the one text that says it.

The fact keeps it in ``document_override`` as ``姓名/账号: 理由``; only this module writes and reads
that form. Texts of before it (a bare reason) are read as a reason by nobody named.
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


def override_from(text: str) -> Override:
    """Return what an override's text says; name and operator are empty if it names nobody."""
    who, colon, reason = text.partition(": ")
    name, slash, operator = who.partition("/")
    if not (colon and slash):
        return Override("", "", text)
    return Override(name, operator, reason)


def _part(text: str) -> str:
    """Return a name without the marks that part the text."""
    return text.replace("/", "／").replace(": ", "：").strip()[:_NAME_MAX]
