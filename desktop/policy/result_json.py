"""Results as JSON: amounts as text with two decimals, days ISO, every field in every result."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from desktop.base.money import fen_text
from desktop.policy.result import Assessment, Fiscal, Undetermined

_MEMO_MAX = 4096


@lru_cache(_MEMO_MAX)
def amount_text(fen: int | None) -> str | None:
    """Return ``"320.00"`` for 32000 fen, None for None."""
    return None if fen is None else fen_text(fen)


def result_object(result: Assessment) -> dict[str, object]:
    """Return the result with amounts as text, fields in the contract's order.

    Days, trace entries and the like stay as they are: `msgspec.json.encode` writes them as JSON.
    """
    start, end = result.benefit_start, result.benefit_end
    return {
        "id": result.id,
        "status": result.status,
        "benefit_year": result.benefit_year,
        "personal_standard": amount_text(result.personal_standard),
        "assistance": amount_text(result.assistance),
        "assistance_kind": result.assistance_kind,
        "assistance_identity": result.assistance_identity,
        "net_payable": amount_text(result.net_payable),
        "retroactive_assistance": amount_text(result.retroactive_assistance),
        "fiscal": None if result.fiscal is None else _fiscal(result.fiscal),
        "allowed": result.allowed,
        "within_window": result.within_window,
        "window_exempt": result.window_exempt,
        "waiting_exempt": result.waiting_exempt,
        "waiting_days": result.waiting_days,
        "benefit_start": start,
        "benefit_start_month": result.benefit_start_month,
        "benefit_end": end,
        "graduate_rule_applies": result.graduate_rule_applies,
        "undetermined": [open_object(entry) for entry in result.undetermined],
        "reasons": result.reasons,
        "trace": result.trace,
        "law": result.law,
        "problems": result.problems,
    }


def assessment_to_json(result: Assessment) -> dict[str, object]:
    """Return the result as plain JSON values: dicts, lists, text, whole numbers, booleans."""
    plain: dict[str, object] = msgspec.json.decode(msgspec.json.encode(result_object(result)))
    return plain


def _fiscal(fiscal: Fiscal) -> dict[str, str | None]:
    return {
        "central": amount_text(fiscal.central),
        "provincial": amount_text(fiscal.provincial),
        "prefecture": amount_text(fiscal.prefecture),
        "county": amount_text(fiscal.county),
        "total": amount_text(fiscal.total),
    }


def open_object(entry: Undetermined) -> Undetermined | dict[str, object]:
    """Return an open field's entry with its amount as text."""
    if entry.at_least is None:
        return entry
    shown: dict[str, object] = msgspec.to_builtins(entry)
    shown["at_least"] = amount_text(entry.at_least)
    return shown
