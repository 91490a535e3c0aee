"""Whose price a list changes: who gets money back, who owes, who is due assistance."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.identity_number import masked
from desktop.domain.repricing import OutcomeKind
from desktop.store import lists as stored
from desktop.usecases.desk import Desk
from desktop.usecases.repricing import Cancelled, Progress, listed, reprice


@dataclass(frozen=True, slots=True)
class PriceEffect:
    """One enrolment of somebody on a list that is not priced as before."""

    household: str
    name: str
    number: str
    """Masked."""
    kind: OutcomeKind
    amount_fen: int | None
    reasons: tuple[str, ...]


def price_effects(
    desk: Desk,
    batch_id: str,
    campaign_year: int,
    progress: Progress = lambda done, total: None,
    cancelled: Cancelled = lambda: False,
) -> tuple[PriceEffect, ...]:
    """Return what repricing finds of the people a batch speaks of; nothing is written.

    A supervisor approves it where all of repricing is approved (`desktop.usecases.repricing`).

    Raises:
        Refused: ``ROLE``, ``CANCELLED``.
        Unavailable: the file cannot be read.
    """
    found = reprice(desk, campaign_year, progress, cancelled)
    people = stored.people_of_batch(desk.store.connection, batch_id)
    effects = []
    for row in listed(desk, found):
        person = people.get(row.person_id)
        if person is not None:
            name, number = person
            effects.append(
                PriceEffect(
                    row.household_id, name, masked(number) if number else "", row.outcome.kind,
                    row.outcome.amount_fen, row.outcome.reasons,
                )
            )  # fmt: skip
    return tuple(effects)
