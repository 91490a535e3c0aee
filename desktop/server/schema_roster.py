"""The centre's later steps: divisions, targets, who is not enrolled and why.

Importing this brings every step before it along: `migrations` is the whole list.
"""

from __future__ import annotations

from sqlite_utils import Database

from desktop.server.schema import migrations
from desktop.server.tables import add_record

__all__ = ["LATEST", "migrations"]


@migrations()
def m008_roster(db: Database) -> None:
    """Create the division tree, targets, the not enrolled and their follow-up, and looks."""
    for column in (
        "died_on",
        "document_valid_to",
        "hukou_division",
        "hukou_address",
        "moved_to",
    ):
        db.table("people").add_column(column, str)
    _units(db)
    add_record(
        db,
        "not_enrolled",
        {"person_id": str, "campaign_year": int},
        {
            "household_id": str,
            "reason": str,
            "detail": str,
            "evidence": str,
            "noted_on": str,
            "operator": str,
        },
    )
    add_record(
        db,
        "follow_ups",
        {"id": str},
        {
            "person_id": str,
            "household_id": str,
            "campaign_year": int,
            "kind": str,
            "on": str,
            "result": str,
            "next_on": str,
            "operator": str,
        },
    )
    add_record(db, "person_numbers", {"person_id": str, "number": str}, {"document_type": str})
    db.table("person_numbers").create_index(["county", "number"])
    db.execute(
        "INSERT INTO person_numbers (county, person_id, number, document_type)"
        " SELECT county, id, document_number, document_type FROM people"
        " WHERE document_number IS NOT NULL AND document_number <> ''"
    )
    add_record(
        db,
        "looks",
        {"id": str},
        {
            "person_id": str,
            "field": str,
            "reason": str,
            "station": str,
            "at": str,
            "operator": str,
        },
    )


def _units(db: Database) -> None:
    add_record(
        db,
        "units",
        {"code": str},
        {
            "name": str,
            "kind": str,
            "parent": str,
            "valid_from": str,
            "valid_to": str,
            "replaced_by": str,
            "former_name": str,
            "aliases": str,
            "source": str,
        },
    )
    add_record(
        db,
        "targets",
        {"campaign_year": int, "division": str},
        {"residents": int, "employees": int, "target": int, "source": str},
    )


LATEST = 8
"""How many steps there are: ``PRAGMA user_version`` of an up-to-date file."""
