"""Years as people tell them, and how many of them are missing."""

from __future__ import annotations

import pytest

from desktop.domain.cover import YEARS_MAX, gap_years
from desktop.domain.cover_years import FIRST_YEAR, LAST_YEAR, years_text, years_told


@pytest.mark.parametrize(
    ("typed", "years"),
    [
        ("", ()),
        ("2023", (2023,)),
        ("2023、2021", (2021, 2023)),
        ("2021年到2022年 2022", None),
        ("2021到2022 2022", (2021, 2022)),
        ("2019-2021；2023", (2019, 2020, 2021, 2023)),
        ("2023-2023", (2023,)),
        (f"{FIRST_YEAR}", (FIRST_YEAR,)),
        (f"{FIRST_YEAR - 1}", None),
        (f"{LAST_YEAR}", (LAST_YEAR,)),
        (f"{LAST_YEAR + 1}", None),
        ("2001-2100", tuple(range(2001, 2101))),
        ("2001-2101", None),
        ("2001-2100 2101", None),
        ("２０２３", None),
        ("202", None),
    ],
)
def test_years_told(typed: str, years: tuple[int, ...] | None) -> None:
    assert years_told(typed) == years


def test_years_are_written_as_they_can_be_read_again() -> None:
    assert years_text((2023, 2019, 2021, 2020)) == "2019-2021、2023"
    assert years_told(years_text((2019, 2021, 2022))) == (2019, 2021, 2022)
    assert years_text(()) == ""


@pytest.mark.parametrize(
    ("year", "covered", "gap"),
    [
        (2026, (2025,), 0),
        (2026, (2024,), 1),
        (2026, (2025, 2019), 0),
        (2026, (2026,), None),
        (2026, (), None),
        (None, (2025,), None),
        (2026, (2025, None), 0),
        (2026, (2024, None), None),
        (2026, (2025 - YEARS_MAX,), YEARS_MAX),
        (2026, (2024 - YEARS_MAX,), None),
    ],
)
def test_gap_years(year: int | None, covered: tuple[int | None, ...], gap: int | None) -> None:
    assert gap_years(year, covered) == gap
