"""Look behind the mask of one person's identity number: with a right, a reason and an event."""

from __future__ import annotations

from desktop.base.errors import Refused
from desktop.domain.facts import TEXT_MAX
from desktop.domain.roster_facts import MaskLifted
from desktop.store import register
from desktop.usecases.desk import Desk

MAY_LOOK = ("clerk", "supervisor")


def lift_mask(desk: Desk, person_id: str, reason: str) -> str:
    """Return a person's whole identity number, once it is on record who looked and why.

    ``reason`` is a code of `desktop.domain.desk_codes.LOOK_REASONS` or words of one's own.

    Raises:
        Refused: ``ROLE``, ``REASON_EMPTY``, ``TEXT_TOO_LONG``, ``PERSON_UNKNOWN``.
        Unavailable: the disk failed; the number is not told.
    """
    desk.may(*MAY_LOOK)
    if not reason.strip():
        raise Refused("REASON_EMPTY", "say why")
    if len(reason) > TEXT_MAX:
        raise Refused("TEXT_TOO_LONG", "the reason is too long", most=TEXT_MAX)
    with desk.store.transaction():
        row = register.person(desk.store.connection, person_id)
        if row is None:
            raise Refused("PERSON_UNKNOWN", "no such person in this station's file")
        fact = MaskLifted(person=person_id, field="document_number", reason=reason.strip())
        desk.store.record(fact, operator=desk.operator)
        number: str = row["document_number"] or ""
    return number
