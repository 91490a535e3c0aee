"""An entry laid over what the register holds by now: only what the clerk touched is hers.

Between opening a household and saving it, an exchange may have brought what another desk changed.
What the clerk left as it was when she opened it takes the newer value; what she changed stays as
she entered it, and the event says how far she could see.
"""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any, TypeVar

from desktop.base.errors import Refused
from desktop.domain.household import HouseholdInput, MemberInput
from desktop.store import people
from desktop.usecases.desk import Desk
from desktop.usecases.open_household import load_household

Part = TypeVar("Part", HouseholdInput, MemberInput)

_PARTICIPATION = {"enrol", "not_enrolled", "not_enrolled_detail", "not_enrolled_evidence", "tier"}
"""Whether and how somebody is enrolled this year: one decision, of whoever is saving."""
_NEVER = {"members", "household_id", "ref", "opened", "campaign_year", "person_id"}


def rebased(desk: Desk, entry: HouseholdInput) -> HouseholdInput:
    """Return ``entry`` with what it left untouched as the register holds it now."""
    opened = entry.opened
    if opened is None or opened.position == people.last_position(desk.store.connection):
        return entry
    try:
        now = load_household(desk, entry.household_id, entry.campaign_year).entry
    except Refused:
        return entry
    before = {one.person_id: one for one in opened.entry.members}
    fresh = {one.person_id: one for one in now.members}
    members = [
        _over(one, before[one.person_id], fresh[one.person_id])
        if one.person_id in before and one.person_id in fresh
        else one
        for one in entry.members
    ]
    entered = {one.person_id for one in entry.members}
    # Who joined the household elsewhere was never on this screen: nobody took them out.
    joined = [one for key, one in fresh.items() if key not in before and key not in entered]
    return replace(_over(entry, opened.entry, now), members=(*members, *joined))


def _over(entered: Part, before: Part, now: Part) -> Part:
    untouched: dict[str, Any] = {
        one.name: getattr(now, one.name)
        for one in fields(entered)
        if one.name not in _NEVER | _PARTICIPATION
        and getattr(entered, one.name) == getattr(before, one.name)
    }
    return replace(entered, **untouched)
