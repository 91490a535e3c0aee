"""Counties that several benchmarks of one run share."""

from __future__ import annotations

import pytest

from tests.benchmarks.county import County, county, kept_folder


@pytest.fixture(scope="session")
def half_a_million(tmp_path_factory: pytest.TempPathFactory) -> County:
    """An encrypted station with 500,000 residents."""
    return county(kept_folder(tmp_path_factory.mktemp("bench")) / "500k", 500_000)


@pytest.fixture(scope="session")
def two_million(tmp_path_factory: pytest.TempPathFactory) -> County:
    """An encrypted station with 2,000,000 residents."""
    return county(kept_folder(tmp_path_factory.mktemp("bench")) / "2m", 2_000_000)
