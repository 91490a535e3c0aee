"""The built-in checks (核查): their names, and what makes two findings the same one. Pure."""

from __future__ import annotations

import hashlib
from typing import Literal, get_args

Check = Literal[
    "assisted-not-listed", "listed-not-assisted", "dead-enrolled", "doubles", "paid-not-handed",
    "handed-not-paid", "return-refused", "identity-expired",
]  # fmt: skip
"""``assisted-not-listed``: assistance on an identity no department lists; ``listed-not-assisted``:
listed, and enrolled without it or not at all; ``dead-enrolled``: died before cover began;
``doubles``: one number enrolled twice, or one name and birthday under two numbers;
``paid-not-handed``: money taken of which the tax authority was never told; ``handed-not-paid``: the
other way round; ``return-refused``: the authority refused the row; ``identity-expired``: assistance
on a recognition past its last day."""

CHECKS: tuple[Check, ...] = get_args(Check)

WITHOUT_CASES: frozenset[Check] = frozenset({"handed-not-paid"})
"""Before the window ends most people are handed over and unpaid: a list to work off, no cases."""

_ID_HEX = 32


def finding_id(check: str, campaign_year: int, subject: str) -> str:
    """Return the id of a finding: the same person found again is the same finding."""
    text = "\n".join((check, str(campaign_year), subject))
    return hashlib.sha256(text.encode()).hexdigest()[:_ID_HEX]


def case_kind(check: str) -> str:
    """Return the kind of the cases a check opens, e.g. ``AUDIT_DEAD_ENROLLED``."""
    return "AUDIT_" + check.replace("-", "_").upper()


CASE_KINDS: tuple[str, ...] = tuple(case_kind(one) for one in CHECKS if one not in WITHOUT_CASES)
