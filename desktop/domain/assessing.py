"""From a member of a household to the calculator's question, in the contract's own form.

The same function serves the screen, the saved enrolment and the centre's second calculation, so
that all of them ask the same thing.
"""

from __future__ import annotations

from datetime import date
from typing import Any, get_args

import msgspec

from desktop.domain.facts import Recognition
from desktop.domain.household import HouseholdInput, MemberInput
from desktop.policy.codes import Department

_DIVISION_DIGITS = 12
"""The law ends at the village; a group's two further digits do not concern it."""


def assessment_request(
    household: HouseholdInput, member: MemberInput, *, registered_on: date, paid_on: date | None
) -> dict[str, Any]:
    """Return the request (as the calculator's contract writes it) for one member.

    A desk asks "what is paid if it is paid today": ``paid_on`` is then the day of entry. What was
    not entered is left out, never guessed.
    """
    request: dict[str, Any] = {
        "id": member.person_id or "new",
        "division": household.division[:_DIVISION_DIGITS],
        "campaign_year": household.campaign_year,
        "registered_on": registered_on.isoformat(),
        "paid_on": paid_on.isoformat() if paid_on else None,
        "identities": [_identity(one) for one in member.identities],
        "circumstances": [_plain(circumstance) for circumstance in member.circumstances],
        "other_cover": [_plain(cover) for cover in member.other_cover],
    }
    optional = {
        "birth_date": member.birth_date or None,
        "tier": member.tier,
        "residence_permit": member.residence_permit,
        "local_hukou": member.local_hukou,
        "student": _plain(member.student) if member.student else None,
    }
    return request | {name: value for name, value in optional.items() if value is not None}


def _identity(recognition: Recognition) -> dict[str, Any]:
    by = recognition.recognised_by
    # No provision asks for the paper, nor for departments other than those it names.
    department = by if by is None or by in get_args(Department) else "other"
    return _plain(msgspec.structs.replace(recognition, evidence=None, recognised_by=department))


def _plain(struct: msgspec.Struct) -> dict[str, Any]:
    return {
        name: value for name, value in msgspec.structs.asdict(struct).items() if value is not None
    }
