"""Whether a statement stays within one county, judged by PostgreSQL's own plans.

Citus sends a statement to one machine if every table in it is narrowed to one county. In the plan
of such a statement each scan has the county among its conditions, whether it was written there or
follows from a join; so a scan without one is a statement that would visit every machine.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from typing import Any

import psycopg

from desktop.server.postgres import PostgresConnection

_COUNTY = re.compile(r"\bcounty\b")
_FREE = re.compile(
    r"canbao_steps|to_regclass|pg_advisory"
    # Once, when a worker starts, to learn which county it serves.
    r"|FROM centres WHERE county = \$1 OR \$2 = ''"
    r"|^(CREATE|ALTER|ANALYZE|BEGIN|SET|SELECT set_config)"
)
_INSERT = re.compile(r'INSERT INTO "?\w+"? \("?county\b')


class Watch:
    """Remembers what the program says, and checks each statement once."""

    def __init__(self) -> None:
        self.said: set[str] = set()
        self.checked: set[str] = set()

    def __call__(self, statement: str) -> None:
        """Note a statement, if it is the program's and not a test's."""
        if statement in self.said:
            return
        frame = sys._getframe(1)
        while frame.f_globals["__name__"] == PostgresConnection.__module__ and frame.f_back:
            frame = frame.f_back
        # Steps of the schema run once for all counties, when a new program first opens.
        if re.match(r"desktop\.(?!server\.(postgres_)?schema)", frame.f_globals["__name__"]):
            self.said.add(statement)

    def check(self, address: str) -> None:
        """Fail for a statement that leaves its county."""
        new = self.said - self.checked
        self.checked |= new
        with psycopg.connect(address) as connection:
            found = [
                one for statement in sorted(new) for one in leaves_county(connection, statement)
            ]
        assert not found, "\n".join(found)


def leaves_county(connection: psycopg.Connection[Any], statement: str) -> Iterator[str]:
    """Yield what in ``statement`` is not narrowed to one county."""
    if _FREE.search(statement):
        return
    if statement.startswith("INSERT") and not _INSERT.match(statement):
        yield f"county is not the first column: {statement}"
    for scan in _scans(_plan(connection, statement)):
        conditions = " ".join(str(scan.get(name, "")) for name in ("Index Cond", "Filter"))
        conditions += str(scan.get("Recheck Cond", ""))
        if not _COUNTY.search(conditions):
            yield f"{scan['Relation Name']} without its county: {statement}"


def _plan(connection: psycopg.Connection[Any], statement: str) -> dict[str, Any]:
    marks = len(set(re.findall(r"\$\d+", statement)))
    nothing = f"({', '.join(['NULL'] * marks)})" if marks else ""
    with connection.transaction(force_rollback=True):
        # Not planned for the values NULL, but for any.
        connection.execute("SET LOCAL plan_cache_mode = force_generic_plan")
        connection.execute(f"PREPARE looked_at AS {statement}")
        asked = f"EXPLAIN (FORMAT JSON) EXECUTE looked_at{nothing}"
        row = connection.execute(asked).fetchone()
        connection.execute("DEALLOCATE looked_at")
    assert row is not None
    told = row[0] if isinstance(row[0], list) else json.loads(row[0])
    plan: dict[str, Any] = told[0]["Plan"]
    return plan


def _scans(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    if "Relation Name" in plan and plan["Node Type"].endswith("Scan"):
        yield plan
    for below in plan.get("Plans", ()):
        yield from _scans(below)
