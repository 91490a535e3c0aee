"""Why something is open or waits for a person, in the words of this page. No Qt."""

from __future__ import annotations

from desktop.ui.law_words import reason_words
from desktop.ui.messages import Messages

_OWN_REASONS = frozenset(
    f"recount.reason.{code}"
    for code in (
        "ASSISTANCE_LOST_AFTER_PAYMENT",
        "EARLIER_DIFFERENCE",
        "FIGURES_UNCHECKED",
        "RECOGNITION_DAY_UNKNOWN",
    )
)


def reason_of(code: str, messages: Messages) -> str:
    """Return why something is open, without saying twice that it is."""
    key = f"recount.reason.{code}"
    if key in _OWN_REASONS:
        return messages.say(key)
    return reason_words(code, messages.language).removeprefix("文件未定：")
