"""Codes turned into words, in the language of the screen. The only place that does so.

`Messages.error` meets every error the program raises on purpose; `tests/unit/ui` lists the codes
raised in the packages a screen uses and fails for one without words.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from desktop.base.errors import CanbaoError, Refused
from desktop.base.money import fen_display
from desktop.domain.codes import Language
from desktop.ui.wording import Words
from desktop.ui.wording.errors import ERRORS, REFUSED, UNAVAILABLE
from desktop.ui.wording.findings import FINDINGS
from desktop.ui.wording.law_errors import LAW_FILE
from desktop.ui.wording.screens import SCREENS

if TYPE_CHECKING:
    from desktop.domain.household import Finding


class _Blanks(dict[str, object]):
    """Values for a sentence; one that is not known reads as a dash instead of failing."""

    def __missing__(self, name: str) -> object:
        return "—"


class Messages:
    """The words of one language."""

    def __init__(self, language: Language) -> None:
        self.language: Language = language

    def say(self, key: str, **values: object) -> str:
        """Return a screen's sentence by its key, filled."""
        return self._of(SCREENS[key], values)

    def finding(self, finding: Finding) -> str:
        """Return what a finding says, and what to do."""
        words = FINDINGS.get(finding.code)
        if words is None:
            return self._reason(finding.code)
        return self._of(words, finding.values)

    def error(self, error: Exception) -> str:
        """Return what an error says to the person at the desk.

        Raises ``error`` again if it is none of the program's own: that is a bug, and bugs belong
        to the crash dialog.
        """
        if not isinstance(error, CanbaoError):
            raise error
        values = dict(error.values)
        if isinstance(findings := getattr(error, "findings", None), tuple):
            values["count"] = len(findings)
        if isinstance(columns := values.get("columns"), tuple):
            values["columns"] = self._columns(columns)
        values = _with_yuan(values)
        words = ERRORS.get(error.code)
        if words is not None:
            return self._of(words, values)
        if (reason := self._reason(error.code)) != error.code:
            return reason
        if error.code.startswith("LAW_") and values.get("line"):
            return self._of(LAW_FILE, values | {"code": error.code})
        general = REFUSED if isinstance(error, Refused) else UNAVAILABLE
        return self._of(general, {"code": error.code})

    def kept_error(self, code: str, values: Mapping[str, object]) -> str:
        """Return what an error of the program's own says whose code and values were kept."""
        words = ERRORS.get(code)
        general = UNAVAILABLE if words is None else words
        return self._of(general, {"code": code, **_with_yuan(values)})

    def _columns(self, fields: tuple[str, ...]) -> str:
        # A list's fields are of no use to the first paint.
        from desktop.ui.list_findings import field_words

        return "、".join(field_words(field, self) for field in fields)

    def _reason(self, code: str) -> str:
        # The law's words bring the calculator with them, which the first paint does not need.
        from desktop.ui import law_words

        return law_words.reason_words(code, self.language)

    def _of(self, words: Words, values: Mapping[str, object]) -> str:
        text = words.zh if self.language == "zh" else words.en
        return text.format_map(_Blanks(values))


def _with_yuan(values: Mapping[str, object]) -> dict[str, object]:
    """Return the values with each amount in fen also in yuan, under its name without the unit."""
    return dict(values) | {
        name.removesuffix("_fen"): fen_display(value)
        for name, value in values.items()
        if name.endswith("_fen") and isinstance(value, int)
    }
