"""What a person must look at when law is refused somewhere, or decided twice."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.domain.events import Event
from desktop.domain.law_facts import DifferenceDecided, LawPackRefused
from desktop.server.approvals import role_of
from desktop.server.cases import Finding
from desktop.sqlite.connection import Connection

MAY_DECIDE = ("supervisor",)


def law_findings(connection: Connection, event: Event) -> Iterator[Finding]:
    """Yield the cases of ``event``, before its effects."""
    fact = event.fact
    match fact:
        case LawPackRefused():
            # One for each such pack, however many stations could not take it.
            detail = {"pack": fact.pack, "version": fact.version, "code": fact.code}
            detail |= {"message": fact.message, "station": event.station}
            yield Finding("LAW_PACK_REFUSED", (fact.hash, fact.code), detail)
        case DifferenceDecided():
            yield from _decided_otherwise(connection, event, fact)
            if role_of(connection, event) not in (None, *MAY_DECIDE):
                detail = {"difference": fact.id, "operator": event.operator}
                yield Finding("DECISION_ROLE", (event.id,), detail)
        case _:
            return


def _decided_otherwise(
    connection: Connection, event: Event, fact: DifferenceDecided
) -> Iterator[Finding]:
    """Yield the case of two desks that decided one difference each in its own way."""
    row = connection.execute(
        "SELECT decision, decision_fen, decision_by FROM adjustments WHERE county = ? AND id = ?",
        (event.county, fact.id),
    ).fetchone()
    if row is None or row["decision"] is None:
        return
    if (row["decision"], row["decision_fen"]) != (fact.outcome, fact.amount_fen):
        detail = {
            "difference": fact.id,
            "decisions": [
                {"outcome": row["decision"], "fen": row["decision_fen"], "by": row["decision_by"]},
                {"outcome": fact.outcome, "fen": fact.amount_fen, "by": event.operator},
            ],
        }
        yield Finding("DECISIONS_DIFFER", (fact.id,), detail)
