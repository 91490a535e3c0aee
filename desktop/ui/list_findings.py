"""A list's findings in words, with the cell they are about; numbers stay masked."""

from __future__ import annotations

from desktop.domain.facts import NAME_MAX
from desktop.domain.household import Finding
from desktop.domain.identity_number import masked
from desktop.domain.list_fields import FIELDS, MARK
from desktop.domain.list_rows import RowFinding
from desktop.ui.messages import Messages

NUMBERS = ("number", "head_number")
"""Fields whose cells stay behind a mask."""
_LONG = 15
"""Digits from which on a text may be somebody's number."""


def finding_words(one: RowFinding, messages: Messages) -> str:
    """Return what a finding says, and what to do."""
    before, after = (_shown(one.field, text) for text in (one.before, one.after))
    values: dict[str, object] = {"before": before, "after": after, "most": NAME_MAX}
    # A unit's finding has one value, and its words their own name for it.
    values |= {"other": before, "code": before, "county": before}
    return messages.finding(Finding(None, one.field, one.code, "warning", values))


def field_words(field: str, messages: Messages) -> str:
    """Return a column's name; that of an identity is its own."""
    known = FIELDS.get(field)
    if known is None:
        return field.removeprefix(MARK)
    return known.zh if messages.language == "zh" else known.en


def _shown(field: str, text: str) -> str:
    return masked(text) if field in NUMBERS and len(text) >= _LONG else text
