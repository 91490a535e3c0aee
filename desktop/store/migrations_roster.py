"""The schema's later steps: divisions, targets, who is not enrolled and why.

Importing this brings every step before it along: `migrations` is the whole list.
"""

from __future__ import annotations

from sqlite_utils import Database

from desktop.store.migrations import add_record, add_table, migrations

__all__ = ["LATEST", "migrations"]


@migrations()
def m007_roster(db: Database) -> None:
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
    _add_keyed(
        db,
        "not_enrolled",
        {"person_id": str, "campaign_year": int},
        {
            "county": str,
            "household_id": str,
            "reason": str,
            "detail": str,
            "evidence": str,
            "noted_on": str,
            "operator": str,
        },
    )
    db.table("not_enrolled").create_index(["campaign_year", "reason"])
    db.table("not_enrolled").create_index(["household_id"])
    add_record(
        db,
        "follow_ups",
        {
            "county": str,
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
    db.table("follow_ups").create_index(["person_id", "campaign_year"])
    db.table("follow_ups").create_index(["campaign_year", "next_on"])
    _add_keyed(
        db,
        "person_numbers",
        {"person_id": str, "number": str},
        {"county": str, "document_type": str},
    )
    db.table("person_numbers").create_index(["number"])
    db.execute(
        "INSERT INTO person_numbers (person_id, number, county, document_type)"
        " SELECT id, document_number, county, document_type FROM people"
        " WHERE document_number IS NOT NULL AND document_number <> ''"
    )
    add_record(
        db,
        "looks",
        {
            "county": str,
            "person_id": str,
            "field": str,
            "reason": str,
            "station": str,
            "at": str,
            "operator": str,
        },
    )
    # What the centre publishes for every station, whole and by name: the duplicate filter and
    # its like. The station's own state, not part of the fold.
    add_table(
        db,
        "published",
        {"name": str, "version": int, "content": bytes, "received_at": str},
        pk="name",
    )


def _units(db: Database) -> None:
    _add_keyed(
        db,
        "units",
        {"code": str},
        {
            "county": str,
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
    db.table("units").create_index(["parent"])
    _add_keyed(
        db,
        "targets",
        {"campaign_year": int, "division": str},
        {"county": str, "residents": int, "employees": int, "target": int, "source": str},
    )


def _add_keyed(db: Database, name: str, keys: dict[str, type], columns: dict[str, type]) -> None:
    """Create a table of the record whose every column but the key may still be unset."""
    pk = tuple(keys) if len(keys) > 1 else next(iter(keys))
    add_table(db, name, keys | columns, pk=pk, optional=tuple(columns))


LATEST = 7
"""How many steps there are: ``PRAGMA user_version`` of an up-to-date file."""
