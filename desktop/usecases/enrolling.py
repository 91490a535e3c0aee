"""An enrolment as an event states it: the figures of an assessment, under one person and year."""

from __future__ import annotations

from datetime import date

from desktop.domain.facts import EnrollmentFields
from desktop.policy import Assessment


def registered(
    enrollment_id: str,
    *,
    person: str,
    household: str,
    campaign_year: int,
    tier: str | None,
    registered_on: date | str,
    assessment: Assessment,
) -> EnrollmentFields:
    """Return a registered, unpaid enrolment with what the calculator said of it."""
    start, end = assessment.benefit_start, assessment.benefit_end
    return EnrollmentFields(
        id=enrollment_id,
        person=person,
        household=household,
        campaign_year=campaign_year,
        status="registered",
        tier=tier,
        registered_on=str(registered_on),
        standard_fen=assessment.personal_standard,
        assistance_fen=assessment.assistance,
        net_fen=assessment.net_payable,
        assistance_identity=assessment.assistance_identity or "",
        allowed=assessment.allowed,
        benefit_year=assessment.benefit_year,
        cover_from=start.isoformat() if start else "",
        cover_to=end.isoformat() if end else "",
        open_reasons=tuple(assessment.reasons),
    )
