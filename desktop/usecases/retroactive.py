"""The worklist of retroactive assistance (补落实资助参保金, 云医保〔2021〕90号 二).

对已认定为医疗救助资助参保对象后，仍按个人缴费标准全额缴纳…的参保人员，应按照医疗救助资助参保标准，
落实资助参保金. Recognised before payment and paid in full is listed with its amount; everything
else (C9) goes to a supervisor with the readings. Nothing is refunded here: how, to whom and by when
is not said.
"""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.repricing import RECOGNITION_DAY_UNKNOWN, Outcome
from desktop.usecases.desk import Desk
from desktop.usecases.repricing import Cancelled, Progress, RepricingList, reprice


@dataclass(frozen=True, slots=True)
class RetroactiveWorklist:
    """Who is due assistance after payment; both lists can be approved like any repricing."""

    clear: RepricingList
    """Recognised, then paid in full: with the amount."""
    to_decide: RepricingList
    """For a supervisor, with the readings."""


def retroactive_worklist(
    desk: Desk,
    campaign_year: int,
    progress: Progress = lambda done, total: None,
    cancelled: Cancelled = lambda: False,
) -> RetroactiveWorklist:
    """Return everybody of a campaign year who may be due assistance after payment.

    Raises: as `desktop.usecases.repricing.reprice`.
    """
    found = reprice(desk, campaign_year, progress, cancelled)
    return RetroactiveWorklist(found.only(_is_clear), found.only(_is_asked))


def _is_clear(outcome: Outcome) -> bool:
    return outcome.kind == "retroactive"


def _is_asked(outcome: Outcome) -> bool:
    if outcome.kind != "decide":
        return False
    open_fields = {gap.field for gap in outcome.open}
    return "retroactive_assistance" in open_fields or RECOGNITION_DAY_UNKNOWN in outcome.reasons
