"""A person's decision of a case arrives: the case is closed, or a case itself.

The first decision in the county's order stands. A later one that says something else changes
nothing by itself; what both of them wrote besides is in ordinary facts, and a person looks again.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from desktop.domain.case_choices import CASE_DECISIONS_DIFFER
from desktop.domain.case_facts import CaseDecided
from desktop.domain.events import Event
from desktop.server.approvals import role_of
from desktop.server.cases import Finding, case_row, close_case, places_of
from desktop.sqlite.connection import Connection

MAY_DECIDE = ("supervisor",)


def take_decision(connection: Connection, event: Event) -> Iterator[Finding]:
    """Close the case that ``event`` decides, and yield what a person must look at of it."""
    fact = event.fact
    if not isinstance(fact, CaseDecided):
        return
    if role_of(connection, event) not in (None, *MAY_DECIDE):
        detail = {"case": fact.case, "operator": event.operator}
        divisions = places_of(connection, event.county, fact.case)
        yield Finding("DECISION_ROLE", (event.id,), detail, divisions)
        return
    case = case_row(connection, event.county, fact.case)
    if case is None:
        return
    if case["state"] == "open":
        close_case(connection, event.county, fact.case, fact.decision, event.id)
    elif case["decision"] != fact.decision:
        yield _differing(event, fact, case, places_of(connection, event.county, fact.case))


def _differing(event: Event, fact: CaseDecided, case: Any, divisions: tuple[str, ...]) -> Finding:
    return Finding(
        CASE_DECISIONS_DIFFER,
        (fact.case, case["decided_by"], event.id),
        {
            "case": fact.case,
            "kind": fact.kind,
            "decisions": [case["decision"], fact.decision],
            "events": [case["decided_by"], event.id],
        },
        divisions,
    )
