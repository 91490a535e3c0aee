"""A training station seeded with a last year, by the command line."""

from __future__ import annotations

from pathlib import Path

from tests.unit.app.test_commands import run, station

__all__ = ["station"]


def test_seeding_with_a_last_year_gives_a_roster_and_a_sound_file(station: Path) -> None:
    status, results, _ = run(station, "seed", "--residents", "80", "--last-year")
    assert status == 0
    (made,) = results
    assert made["residents"] == 80
    assert 60 < made["last_year"] <= 80 - made["last_year_not"]
    status, results, _ = run(station, "verify")
    assert (status, results[0]["rebuild"]) == (0, True)
