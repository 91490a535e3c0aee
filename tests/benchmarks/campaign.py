"""A county in the middle of its campaign, written in bulk: enrolments, payments, reasons."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from desktop.app.demo import TRAINING_DAY
from desktop.base.clock import instant_text
from desktop.domain.codes import NOT_ENROLLED_REASONS
from desktop.sqlite.connection import Connection, transaction
from tests.benchmarks.county import BULK_CACHE_KIB, COUNTY, County

CAMPAIGN = 2021
YEARS_BEFORE = 3
DAYS = 45
FEN = 32_000
ASSISTED_FEN = 18_000
_EVERY_ASSISTED = 9
_EVERY_FOLLOWED = 5


def campaign(folder: Path, register: County) -> County:
    """Return a copy of ``register`` with its campaign under way, made unless it is there."""
    made = County(folder, register.residents)
    if not (folder / "counted").exists():
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(register.folder, folder)
        desk = made.open()
        connection = desk.store.connection
        connection.execute(f"PRAGMA cache_size = -{BULK_CACHE_KIB}")
        connection.execute("PRAGMA synchronous = OFF")
        with transaction(connection):
            _fill(connection)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        desk.store.close()
        (folder / "counted").touch()
    return made


def _fill(connection: Connection) -> None:
    chance = random.Random(5)
    people = connection.execute("SELECT id, household_id FROM people ORDER BY rowid").fetchall()
    households: dict[str, list[str]] = {}
    for row in people:
        households.setdefault(row["household_id"], []).append(row["id"])
    for back in range(YEARS_BEFORE, 0, -1):
        year = CAMPAIGN - back
        connection.executemany(_ENROL, _enrolled(households, year, chance))
    _this_year(connection, households, chance)
    villages = connection.execute("SELECT code FROM units WHERE kind = 'village'").fetchall()
    connection.executemany(
        "INSERT INTO targets (campaign_year, division, county, residents, employees)"
        " VALUES (?, ?, ?, 3100, 250)",
        [(CAMPAIGN, row["code"], COUNTY) for row in villages],
    )


_ENROL = (
    "INSERT INTO enrollments (id, county, person_id, household_id, campaign_year, status,"
    " standard_fen, assistance_fen, net_fen, assistance_identity, payment_id)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


def _enrolled(
    households: dict[str, list[str]], year: int, chance: random.Random
) -> Iterator[tuple[object, ...]]:
    for household, people in households.items():
        for person in people:
            if chance.random() < 0.93:
                yield _row(person, household, year, "paid", "")


def _row(person: str, household: str, year: int, status: str, payment: str) -> tuple[object, ...]:
    assisted = ASSISTED_FEN if int(person, 16) % _EVERY_ASSISTED == 0 else 0
    identity = "lifted_out_of_poverty" if assisted else ""
    return (
        f"{year:04x}{person[4:]}", COUNTY, person, household, year, status,
        FEN, assisted, FEN - assisted, identity, payment,
    )  # fmt: skip


def _this_year(
    connection: Connection, households: dict[str, list[str]], chance: random.Random
) -> None:
    reasons = list(NOT_ENROLLED_REASONS)
    last = datetime(TRAINING_DAY.year, TRAINING_DAY.month, TRAINING_DAY.day, 8, tzinfo=UTC)
    enrolled, payments, lines, noted, tried = [], [], [], [], []
    for place, (household, people) in enumerate(households.items()):
        drawn = chance.random()
        payment = f"{place:032x}" if drawn < 0.8 else ""
        if payment:
            taken = last - timedelta(days=chance.randrange(DAYS), minutes=chance.randrange(400))
            payments.append((payment, COUNTY, household, CAMPAIGN, "cash", instant_text(taken)))
        for person in people:
            if drawn < 0.85:
                row = _row(
                    person, household, CAMPAIGN, "paid" if payment else "registered", payment
                )
                enrolled.append(row)
                if payment:
                    lines.append((payment, row[0], person, row[6], row[7], row[8]))
            elif drawn < 0.93:
                noted.append((person, CAMPAIGN, COUNTY, household, chance.choice(reasons)))
                if place % _EVERY_FOLLOWED == 0:
                    day = (TRAINING_DAY + timedelta(days=chance.randrange(-5, 20))).isoformat()
                    tried.append((person, COUNTY, person, household, CAMPAIGN, "2021-11-10", day))
    connection.executemany(_ENROL, enrolled)
    connection.executemany(
        "INSERT INTO payments (id, county, household_id, campaign_year, method, taken_at, reverses)"
        " VALUES (?, ?, ?, ?, ?, ?, '')",
        payments,
    )
    connection.executemany("INSERT INTO payment_lines VALUES (?, ?, ?, ?, ?, ?)", lines)
    connection.executemany(
        "INSERT INTO not_enrolled (person_id, campaign_year, county, household_id, reason)"
        " VALUES (?, ?, ?, ?, ?)",
        noted,
    )
    connection.executemany(
        "INSERT INTO follow_ups (id, county, person_id, household_id, campaign_year, kind,"
        " \"on\", next_on) VALUES (?, ?, ?, ?, ?, 'call', ?, ?)",
        tried,
    )
