"""What can be decided of each kind of case: closed sets, the same at every desk and the centre.

``first`` and ``second`` are the two sides in the order the case names them.
"""

from __future__ import annotations

from desktop.domain.audits import CASE_KINDS as AUDIT_KINDS

FIELD_CONFLICT = "FIELD_CONFLICT"
DUPLICATE_ENROLLMENT = "DUPLICATE_ENROLLMENT"
PAID_TWICE = "PAID_TWICE"
CASE_DECISIONS_DIFFER = "CASE_DECISIONS_DIFFER"

_MONEY = ("money_taken", "no_money")
_STANDS = ("stands", "replaced")
_CHOICES: dict[str, tuple[str, ...]] = {
    FIELD_CONFLICT: ("first", "second", "corrected"),
    DUPLICATE_ENROLLMENT: ("first", "second", "different_people"),
    PAID_TWICE: ("undo_first", "undo_second", "both_right"),
    "CHANGED_AFTER_PAYMENT": ("as_paid", "refund"),
    "PAID_AFTER_VOID": ("as_paid", "refund"),
    "FIGURES_DIFFER": ("recalculate", "as_stated"),
    "FIGURES_UNCHECKED": ("corrected", "as_stated"),
    "LAW_UNKNOWN": ("law_published", "as_stated"),
    "LOCAL_VALUES_UNKNOWN": ("law_published", "as_stated"),
    "LAW_PACK_REFUSED": _STANDS,
    "LOCAL_VALUE_APPROVAL": _STANDS,
    "LOCAL_VALUES_OVERLAP": _STANDS,
    "DECISION_ROLE": _STANDS,
    "DECISIONS_DIFFER": ("first", "second"),
    CASE_DECISIONS_DIFFER: ("first", "second"),
    "RECEIPT_NOT_ALLOCATED": _MONEY,
    "RECEIPT_NUMBER_TWICE": _MONEY,
    "SEGMENT_NOT_ALLOCATED": ("handled",),
    "PAYMENT_TWICE": _MONEY,
    "UNDONE_TWICE": _MONEY,
    "GIVEN_BACK_TWICE": ("handled",),
    "HANDED_TWICE": ("handled",),
    "VOID_NOT_ALLOWED": ("reversed", "no_money"),
    # A case closes by itself once its check no longer finds the row.
    **dict.fromkeys(AUDIT_KINDS, ("corrected", "no_fault")),
    # Mended where the station is set up, by IT together with the centre; nothing for a desk.
    "CHAIN_FORKED": (),
}

_OTHERS = ("handled",)
"""For what only a newer centre knows."""


def kinds() -> tuple[str, ...]:
    """Return every kind of case this program knows, in the order lists show them."""
    return tuple(_CHOICES)


def choices_of(kind: str) -> tuple[str, ...]:
    """Return what can be decided of a kind of case; nothing where a desk cannot decide."""
    return _CHOICES.get(kind, _OTHERS)
