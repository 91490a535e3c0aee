"""The centre's schema, step by step. Each step is frozen once a release has run it.

Every key starts with the county, so that a province can spread the tables over many machines.
The record tables (stations to refs) are the fold of the feed and can be rebuilt from it; the
events, their feed and the forks are what must never be lost; the rest is the centre's own state.
"""

from __future__ import annotations

from sqlite_utils import Database, Migrations

from desktop.server.tables import add_record, add_table, in_file

migrations = Migrations("centre")


@migrations()
def m001_centre(db: Database) -> None:
    """Create who the centre is, who may work there, and which stations it knows."""
    add_table(
        db,
        "centres",
        {
            "id": str,
            "name": str,
            "training_day": str,
            "secret": bytes,
            "feed_head": int,
            "case_head": int,
            "made_at": str,
        },
        keys=(),
        optional=("training_day",),
    )
    add_table(
        db,
        "accounts",
        {"name": str, "role": str, "password_hash": str, "made_at": str},
        keys=("name",),
    )
    add_table(
        db,
        "codes",
        {"code_hash": str, "division": str, "made_at": str, "expires_at": str, "station": str},
        keys=("code_hash",),
        optional=("station",),
    )
    add_table(
        db,
        "registrations",
        {
            "station": str,
            "code": str,
            "division": str,
            "name": str,
            "public_key": bytes,
            "counter": int,
            "last_seq": int,
            "last_hash": str,
            "registered_at": str,
            "seen_at": str,
        },
        keys=("station",),
    )
    db.table("registrations").create_index(["county", "code"], unique=True)
    add_table(
        db,
        "allocations",
        {"segment": str, "station": str, "prefix": str, "first": int, "last": int, "received": int},
        keys=("segment",),
    )
    db.table("allocations").create_index(["county", "prefix", "first"], unique=True)
    db.table("allocations").create_index(["county", "station"])


@migrations()
def m002_events(db: Database) -> None:
    """Create the events, the order they are given out in, and what does not fit the chain."""
    add_table(
        db,
        "events",
        {
            "id": str,
            "station": str,
            "seq": int,
            "type": str,
            "at": str,
            "hash": str,
            "body": bytes,
            "signature": bytes,
            "household": str,
            "received_at": str,
            # 1: kept for a person to look at, in no feed and without effect.
            "withheld": int,
        },
        keys=("id",),
    )
    db.table("events").create_index(["county", "station", "seq"], unique=True)
    db.table("events").create_index(["county", "household"])
    add_table(
        db,
        "feed",
        {
            "position": int,
            "event_id": str,
            "station": str,
            # Where the event is seen from this position on, and where it had been seen before.
            "division": str,
            "township": str,
            "was": str,
        },
        keys=("position",),
    )
    db.table("feed").create_index(["county", "township", "position"])
    db.table("feed").create_index(["county", "station", "position"])
    db.table("feed").create_index(["county", "event_id"])
    add_table(
        db,
        "forks",
        {
            "station": str,
            "hash": str,
            "seq": int,
            "prev": str,
            "body": bytes,
            "signature": bytes,
            "received_at": str,
            "case_id": str,
        },
        keys=("station", "hash"),
    )
    add_table(
        db,
        "progress",
        {"station": str, "cursor": int, "count": int, "hash": bytes},
        keys=("station", "cursor"),
    )
    add_table(
        db,
        "cases",
        {
            "id": str,
            "position": int,
            "event_id": str,
            "station": str,
            "division": str,
            "kind": str,
            "detail": str,
            "state": str,
            "opened_at": str,
        },
        keys=("id",),
    )
    db.table("cases").create_index(["county", "position"])
    db.table("cases").create_index(["county", "event_id"])
    db.table("cases").create_index(["county", "station", "kind"])
    add_table(
        db,
        "tallies",
        {"division": str, "enrollments": int, "paid_fen": int},
        keys=("division",),
    )


@migrations()
def m003_record(db: Database) -> None:
    """Create the record: what the events add up to."""
    add_record(
        db,
        "stations",
        {"id": str},
        {"division": str, "name": str, "public_key": str, "training_day": str},
    )
    add_record(
        db, "segments", {"id": str}, {"station": str, "prefix": str, "first": int, "last": int}
    )
    add_record(
        db, "operators", {"station": str, "operator": str}, {"display_name": str, "role": str}
    )
    add_record(
        db,
        "households",
        {"id": str},
        {"division": str, "number": str, "address": str, "phone": str},
    )
    add_record(
        db,
        "people",
        {"id": str},
        {
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
    db.table("people").create_index(["county", "document_number"])
    db.table("people").create_index(["county", "household_id"])
    add_record(
        db,
        "enrollments",
        {"id": str},
        {
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
    db.table("enrollments").create_index(["county", "person_id", "campaign_year"])
    db.table("enrollments").create_index(["county", "household_id"])


@migrations()
def m004_money(db: Database) -> None:
    """Create payments, receipts and the callers' references."""
    add_record(
        db,
        "payments",
        {"id": str},
        {
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
    db.table("payments").create_index(["county", "household_id"])
    add_record(
        db,
        "payment_lines",
        {"payment_id": str, "enrollment_id": str},
        {"person_id": str, "standard_fen": int, "assistance_fen": int, "paid_fen": int},
    )
    db.table("payment_lines").create_index(["county", "enrollment_id"])
    add_record(
        db,
        "receipts",
        {"number": str},
        {
            "station": str,
            "segment_id": str,
            "serial": int,
            "payment_id": str,
            "household_id": str,
            "amount_fen": int,
            "event_id": str,
            "prints": int,
        },
    )
    db.table("receipts").create_index(["county", "segment_id", "serial"])
    add_record(
        db,
        "refs",
        {"station": str, "kind": str, "ref": str},
        {"subject": str, "event_id": str},
    )


@migrations()
def m005_statistics(db: Database) -> None:
    """Tell SQLite's planner that the county picks nothing out and the last key column does.

    Without statistics it takes any index whose first column is compared to be selective, and walks
    a whole county for one person. These stay true however much data there is; a later ANALYZE may
    replace them. PostgreSQL counts for itself.
    """
    if not in_file(db):
        return
    rows, several, few = 1_000_000, 10_000, 4
    db.execute("ANALYZE")
    indexes = db.execute(
        'SELECT m.name, m.tbl_name, l."unique" FROM sqlite_master m'
        " JOIN pragma_index_list(m.tbl_name) l ON l.name = m.name WHERE m.type = 'index'"
    ).fetchall()
    for name, table, unique in indexes:
        width = db.execute("SELECT count(*) FROM pragma_index_info(?)", (name,)).fetchone()[0]
        between = [several] * (width - 2)
        numbers = [rows, rows, *between, 1 if unique else few][: width + 1]
        db.execute("DELETE FROM sqlite_stat1 WHERE idx = ?", (name,))
        db.execute(
            "INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES (?, ?, ?)",
            (table, name, " ".join(str(number) for number in numbers)),
        )
    db.execute("ANALYZE sqlite_schema")


@migrations()
def m006_law_packs(db: Database) -> None:
    """Create the law packs that stations have imported, as each of them says."""
    add_record(
        db,
        "law_packs",
        {"station": str, "pack": str, "version": int},
        {"hash": str, "document": str, "imported_at": str, "operator": str},
    )


@migrations()
def m007_local_values(db: Database) -> None:
    """Create local values, and what paid enrolments differ by after law or values changed."""
    add_record(
        db,
        "local_values",
        {"id": str},
        {
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
        {"id": str},
        {
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
    db.table("adjustments").create_index(["county", "enrollment_id"])
