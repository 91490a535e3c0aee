"""The schema of a station's file, step by step. Each step is frozen once a release has run it.

The record tables (households to refs) are the fold of the events and can be rebuilt from them;
``settings``, ``outbox``, ``drafts``, ``exchanges`` and ``cases`` are the station's own state.
"""

from __future__ import annotations

from sqlite_utils import Database, Migrations
from sqlite_utils.db import Table

migrations = Migrations("store")


@migrations()
def m001_events(db: Database) -> None:
    """Create the event chain, the outbox and the station's own settings."""
    add_table(
        db,
        "events",
        # The order of the fold: pos counts as events arrive here, feed is the centre's order.
        {
            "pos": int,
            "id": str,
            "station": str,
            "seq": int,
            "type": str,
            "at": str,
            "hash": str,
            "body": bytes,
            "signature": bytes,
            "feed": int,
            "verdict": str,
        },
        pk="pos",
        optional=("feed", "verdict"),
    )
    db.table("events").create_index(["id"], unique=True)
    db.table("events").create_index(["station", "seq"], unique=True)
    db.table("events").create_index(["feed"])
    add_table(
        db,
        "outbox",
        {"seq": int, "event_id": str, "tries": int, "last_error": str},
        pk="seq",
        optional=("last_error",),
    )
    add_table(db, "settings", {"key": str, "value": str}, pk="key")
    add_table(db, "drafts", {"key": str, "saved_at": str, "content": str}, pk="key")
    add_table(
        db,
        "exchanges",
        {"id": int, "at": str, "outcome": str, "figures": str},
        pk="id",
    )
    add_table(
        db,
        "cases",
        {"id": str, "event_id": str, "kind": str, "detail": str, "state": str},
        pk="id",
    )


@migrations()
def m002_record(db: Database) -> None:
    """Create the record: what the events add up to."""
    add_table(
        db,
        "stations",
        {
            "id": str,
            "county": str,
            "division": str,
            "name": str,
            "public_key": str,
            "training_day": str,
        },
        pk="id",
        optional=("training_day",),
    )
    add_table(
        db,
        "segments",
        {"id": str, "station": str, "prefix": str, "first": int, "last": int},
        pk="id",
    )
    add_table(
        db,
        "operators",
        {"station": str, "operator": str, "display_name": str, "role": str},
        pk=("station", "operator"),
    )
    add_record(db, "households", {"county": str, "division": str, "number": str, "address": str})
    db.table("households").add_column("phone", str)
    db.table("households").create_index(["division", "number"])
    add_record(
        db,
        "people",
        {
            "county": str,
            "household_id": str,
            "relation": str,
            "name": str,
            "alias": str,
            "document_type": str,
            "document_number": str,
            "document_override": str,
            "sex": str,
            "birth_date": str,
            "ethnic_group": str,
            "phone": str,
            "residence_permit": int,
            "local_hukou": int,
            "survival": str,
            "identities": str,
            "circumstances": str,
            "other_cover": str,
            "student": str,
        },
    )
    for columns in (["household_id"], ["document_number"], ["name"], ["phone"]):
        db.table("people").create_index(columns)
    add_record(
        db,
        "enrollments",
        {
            "county": str,
            "person_id": str,
            "household_id": str,
            "campaign_year": int,
            "status": str,
            "tier": str,
            "registered_on": str,
            "standard_fen": int,
            "assistance_fen": int,
            "net_fen": int,
            "assistance_identity": str,
            "allowed": int,
            "benefit_year": int,
            "cover_from": str,
            "cover_to": str,
            "open_reasons": str,
            "reason": str,
            "law": str,
            "payment_id": str,
        },
    )
    db.table("enrollments").create_index(["person_id", "campaign_year"])
    db.table("enrollments").create_index(["household_id", "campaign_year"])


@migrations()
def m003_money(db: Database) -> None:
    """Create payments, receipts and the callers' references."""
    add_record(
        db,
        "payments",
        {
            "county": str,
            "household_id": str,
            "campaign_year": int,
            "method": str,
            "payer": str,
            "amount_fen": int,
            "taken_at": str,
            "station": str,
            "operator": str,
            "receipt_number": str,
        },
    )
    db.table("payments").create_index(["household_id"])
    add_table(
        db,
        "payment_lines",
        {
            "payment_id": str,
            "enrollment_id": str,
            "person_id": str,
            "standard_fen": int,
            "assistance_fen": int,
            "paid_fen": int,
        },
        pk=("payment_id", "enrollment_id"),
    )
    add_table(
        db,
        "receipts",
        {
            "number": str,
            "county": str,
            "station": str,
            "segment_id": str,
            "serial": int,
            "payment_id": str,
            "household_id": str,
            "amount_fen": int,
            "event_id": str,
            "prints": int,
        },
        pk="number",
        optional=(
            "county",
            "station",
            "segment_id",
            "serial",
            "payment_id",
            "household_id",
            "amount_fen",
            "event_id",
            "prints",
        ),
    )
    # A number is used once, whatever a bug or a copied file tries.
    db.table("receipts").create_index(["segment_id", "serial"], unique=True)
    add_table(
        db,
        "refs",
        {"station": str, "kind": str, "ref": str, "subject": str, "event_id": str},
        pk=("station", "kind", "ref"),
    )


@migrations()
def m004_search(db: Database) -> None:
    """Create the search keys: pinyin per reading, and trigrams of identity numbers and phones."""
    db.table("households").create_index(["number"])
    db.table("households").create_index(["address"])
    add_table(db, "name_keys", {"person_id": str, "key": str}, pk=("person_id", "key"))
    db.table("name_keys").create_index(["key", "person_id"])
    # enable_fts cannot leave token positions out; without them the index is half the size.
    db.execute(
        "CREATE VIRTUAL TABLE number_index USING fts5("
        "numbers, content='', contentless_delete=1, tokenize='trigram', detail='none')"
    )


@migrations()
def m005_law_packs(db: Database) -> None:
    """Create the law packs that were imported: every version is kept, to explain old figures."""
    add_table(
        db,
        "law_packs",
        {
            "station": str,
            "pack": str,
            "version": int,
            "hash": str,
            "document": str,
            "imported_at": str,
            "operator": str,
        },
        pk=("station", "pack", "version"),
    )


@migrations()
def m006_local_values(db: Database) -> None:
    """Create local values, and what paid enrolments differ by after law or values changed."""
    add_record(
        db,
        "local_values",
        {
            "county": str,
            "division": str,
            "campaign_year": int,
            "kind": str,
            "subject": str,
            "value": str,
            "document": str,
            "title": str,
            "authority": str,
            "valid_from": str,
            "valid_to": str,
            "replaces": str,
            "proposed_by": str,
            "proposed_at": str,
            "approved_by": str,
            "approved_at": str,
            "approved_content": str,
            "rejected_by": str,
            "rejected_at": str,
            "reason": str,
        },
    )
    add_record(
        db,
        "adjustments",
        {
            "county": str,
            "household_id": str,
            "enrollment_id": str,
            "person_id": str,
            "payment_id": str,
            "campaign_year": int,
            "kind": str,
            "state": str,
            "amount_fen": int,
            "paid_fen": int,
            "standard_fen": int,
            "assistance_fen": int,
            "net_fen": int,
            "identity": str,
            "reasons": str,
            "run": str,
            "law": str,
            "decided_by": str,
            "decided_at": str,
        },
    )
    db.table("adjustments").create_index(["enrollment_id"])


def add_record(db: Database, name: str, columns: dict[str, type]) -> None:
    """Create a table of the record: every column but the id may still be unset."""
    add_table(db, name, {"id": str, **columns}, pk="id", optional=tuple(columns))


def add_table(
    db: Database,
    name: str,
    columns: dict[str, type],
    *,
    pk: str | tuple[str, ...],
    optional: tuple[str, ...] = (),
) -> Table:
    """Create a strict table; every column but the keys and ``optional`` must be set.

    Frozen with the migrations that call it: a new rule for tables is a new function.
    """
    keys = (pk,) if isinstance(pk, str) else pk
    required = {column for column in columns if column not in optional and column not in keys}
    return db.table(name).create(columns, pk=pk, not_null=required, strict=True)
