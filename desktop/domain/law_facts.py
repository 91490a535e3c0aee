"""Facts about the law at a station, and what a person decided after it had changed.

Part of the closed union in `desktop.domain.facts`; the same rules hold: every field assigns.
"""

from __future__ import annotations

from typing import Literal

import msgspec

Decided = Literal["refund", "collect", "retroactive", "none"]
"""What becomes of a difference: ``none``: nothing is due, it is laid aside with its reason."""


class LawPackRefused(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="law.refused", kw_only=True
):
    """A law pack that the centre published did not hold at this station; its law is as it was."""

    pack: str
    version: int
    hash: str
    """SHA-256 of what arrived, 64 hex digits."""
    code: str
    """Why, as `desktop.policy.errors.LawRefused` names it."""
    message: str


class DifferenceDecided(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="difference.decided", kw_only=True
):
    """A person decided what the texts leave open of one paid enrolment's difference.

    No money moves: an amount decided here is settled like one the law itself gives.
    """

    id: str
    """Of the difference (`desktop.domain.facts.Difference`)."""
    household: str
    outcome: Decided
    amount_fen: int
    """What is to be refunded or collected; 0 where nothing is."""
    reason: str
    document: str
    """Article or document the decision rests on."""
