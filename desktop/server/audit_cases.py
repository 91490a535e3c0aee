"""A built-in check was put on record: a case for each row found anew, closed where it is mended."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.domain.audits import case_kind
from desktop.domain.events import Event
from desktop.domain.handover_facts import AuditLine, AuditRun
from desktop.server.cases import Finding, case_id_of, case_row, close_case
from desktop.sqlite.connection import Connection

MENDED = "corrected"
"""The decision of a case that its own check no longer finds."""


def take_audit(connection: Connection, event: Event) -> Iterator[Finding]:
    """Close the cases of what ``event`` says is mended, and yield what it found anew."""
    fact = event.fact
    if not isinstance(fact, AuditRun):
        return
    kind = case_kind(fact.check)
    for line in fact.mended:
        known = case_row(connection, event.county, case_id_of(event.county, kind, _subjects(line)))
        if known is not None and known["state"] == "open":
            close_case(connection, event.county, known["id"], MENDED, event.id)
    for line in fact.found:
        detail = {
            "check": fact.check,
            "finding": line.id,
            "person": line.person,
            "household": line.household,
            "enrollment": line.enrollment,
            "campaign_year": fact.campaign_year,
        }
        yield Finding(kind, _subjects(line), detail)


def _subjects(line: AuditLine) -> tuple[str, ...]:
    return line.id, str(line.round)
