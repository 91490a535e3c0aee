"""Under which law figures were worked out: of an event, of an enrolment, long after the fact."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.base.errors import Refused
from desktop.domain.local_values import split_reference
from desktop.policy import LawUsed
from desktop.store import packs, register
from desktop.usecases.desk import Desk


@dataclass(frozen=True, slots=True)
class LawOfFigures:
    """The law that an enrolment's figures rest on."""

    person: str
    reference: str
    """As its event says it: the law's hash, and the local values beside it."""
    used: LawUsed | None
    """Documents and versions, nearest first; None if this station cannot tell."""
    documents: tuple[str, ...]
    """文号 of the local values beside it, as far as this station knows them."""
    current: bool
    """Whether the same law is in force there today."""


def explain(desk: Desk, reference: str) -> LawUsed:
    """Return which documents in which versions an event's law stands for.

    Raises:
        Refused: ``LAW_HASH_UNKNOWN``.
        Unavailable: the file cannot be read.
    """
    found = packs.explain_law(desk.store.connection, desk.law, reference)
    if found is None:
        law_hash, _ = split_reference(reference)
        raise Refused("LAW_HASH_UNKNOWN", "no law known here has this hash", hash=law_hash[:16])
    return found


def laws_of_household(
    desk: Desk, household_id: str, campaign_year: int
) -> tuple[LawOfFigures, ...]:
    """Return the law each stored enrolment of a household was worked out under."""
    connection = desk.store.connection
    row = register.household(connection, household_id)
    if row is None:
        return ()
    here = desk.law.resolve(row["division"] or "", campaign_year)
    current = here.used.hash if here is not None else ""
    explained: dict[str, LawUsed | None] = {}
    found: list[LawOfFigures] = []
    for one in register.enrollments(connection, household_id, campaign_year):
        reference = one["law"] or ""
        law_hash, names = split_reference(reference)
        if not law_hash:
            continue
        if law_hash not in explained:
            explained[law_hash] = packs.explain_law(connection, desk.law, law_hash)
        found.append(
            LawOfFigures(
                one["person_id"],
                reference,
                explained[law_hash],
                _documents(desk, names),
                law_hash == current,
            )
        )
    return tuple(found)


def _documents(desk: Desk, names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the documents of the local values an event names."""
    known = {value.name: value.document for value in desk.local_values.values}
    return tuple(dict.fromkeys(known[name] for name in names if name in known))
