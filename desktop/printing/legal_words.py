"""What the law's codes are called on papers."""

from __future__ import annotations

from desktop.domain.codes import Language


def identity_name(code: str, language: Language) -> str:
    """Return the name of an identity."""
    return {"zh": code, "en": code}[language]


def reason_words(code: str, language: Language) -> str:
    """Return why the law leaves something open."""
    return {"zh": code, "en": code}[language]
