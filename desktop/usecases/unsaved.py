"""Save what stands on the screen before one member's document is changed by itself."""

from __future__ import annotations

from dataclasses import replace

from desktop.domain.household import HouseholdInput, MemberInput
from desktop.usecases.desk import Desk
from desktop.usecases.households import save_household
from desktop.usecases.open_household import load_household


def save_but_document(desk: Desk, entry: HouseholdInput, person_id: str) -> None:
    """Save an entry with the document of one person as the register has it.

    A number typed over a registered one is a change of document, which is an act of its own;
    whatever else was entered must not be lost with it.

    Raises:
        HouseholdRefused: something else entered is wrong; nothing was written.
        Refused: ``HOUSEHOLD_UNKNOWN``; as `save_household` says.
        Unavailable: the disk failed; nothing was written.
    """
    registered = load_household(desk, entry.household_id, entry.campaign_year).entry
    known = {one.person_id: one for one in registered.members}
    members = tuple(
        _with_document(one, known[person_id])
        if one.person_id == person_id and person_id in known
        else one
        for one in entry.members
    )
    save_household(desk, replace(entry, members=members))


def _with_document(member: MemberInput, known: MemberInput) -> MemberInput:
    return replace(
        member,
        document_type=known.document_type,
        document_number=known.document_number,
        document_override=known.document_override,
        # They were the typed number's, or gone with the type.
        sex=known.sex,
        birth_date=known.birth_date,
    )
