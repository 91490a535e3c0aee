"""Two desks that did not know of each other handed the same payables to the tax authority."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.domain.events import Event
from desktop.domain.handover_facts import PayablesHanded
from desktop.server.cases import Finding
from desktop.sqlite.connection import Connection


def handed_twice(connection: Connection, event: Event, fact: PayablesHanded) -> Iterator[Finding]:
    """Yield each other station's batch that holds some of the same enrolments as new.

    A desk that knows of the other batch sends corrections; what was cancelled or answered between
    the two goes out anew rightly.
    """
    rows = connection.execute(
        "SELECT o.batch_id, count(*) AS enrollments FROM handover_rows r"
        " JOIN handover_rows o ON o.county = r.county AND o.enrollment_id = r.enrollment_id"
        "  AND o.batch_id <> r.batch_id AND o.kind = 'new' AND coalesce(o.return_code, '') = ''"
        " JOIN handovers b ON b.county = o.county AND b.id = o.batch_id AND b.station <> ?"
        " WHERE r.county = ? AND r.batch_id = ? AND r.kind = 'new'"
        "  AND NOT EXISTS (SELECT 1 FROM handover_rows c WHERE c.county = r.county"
        "   AND c.enrollment_id = r.enrollment_id AND c.kind = 'cancel')"
        " GROUP BY o.batch_id ORDER BY o.batch_id",
        (event.station, event.county, fact.batch),
    ).fetchall()
    for row in rows:
        batches = sorted((fact.batch, row["batch_id"]))
        detail = {"batches": batches, "enrollments_count": row["enrollments"]}
        yield Finding("HANDED_TWICE", tuple(batches), detail)
