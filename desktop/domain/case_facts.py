"""Facts about cases (待处理事项): what a person decided, and what was said about one.

Part of the closed union in `desktop.domain.fact`. What a decision has for consequences stands in
ordinary facts of their own: a fact of this module says who decided what, and why, nothing else.
"""

from __future__ import annotations

import msgspec

COMMENT_MAX = 500


class CaseDecided(
    msgspec.Struct,
    frozen=True,
    forbid_unknown_fields=True,
    omit_defaults=True,
    tag="case.decided",
    kw_only=True,
):
    """A supervisor decided a case."""

    case: str
    kind: str
    """What kind of case it is, so that the fact can be read without it."""
    decision: str
    """One of `desktop.domain.case_choices.choices_of` the kind."""
    comment: str = ""


class CaseCommented(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="case.commented", kw_only=True
):
    """Somebody who knows about it said something about a case."""

    case: str
    comment: str
