"""What two versions of a later year's pack change: by age, and by the years missed."""

from __future__ import annotations

from desktop.policy import LawBook
from desktop.policy.price_diff import Side, price_changes
from desktop.policy.wait_diff import wait_changes
from tests.law.artefacts import changed
from tests.law.later import later_texts
from tests.law.support import shipped_book

YEAR = 2025


def sides(file: str, *changes: tuple[str, str]) -> tuple[Side, Side]:
    texts = later_texts()
    after = dict(texts) | {file: changed(texts[file], *changes)}
    return Side(LawBook.from_texts(texts), YEAR), Side(LawBook.from_texts(after), YEAR)


def test_a_moved_limit_of_a_fee_by_age_is_told_for_the_ages_between() -> None:
    before, after = sides("ages-2025.toml", ("age_min = 60", "age_min = 66"))
    place = next(
        pack.pack.division
        for pack in before.book.packs.values()
        if any(row.ages for row in pack.personal_standard)
    )
    said = [one.says() for one in price_changes(before, after, [place])]
    ordinary = [line for line in said if line.startswith("一般居民")]
    assert ordinary, said
    assert "61岁" in ordinary[0] or "64岁" in ordinary[0] or "62岁" in ordinary[0]
    assert "成年" not in ordinary[0]


def test_longer_waits_are_told_by_the_years_missed() -> None:
    before, after = sides("nation-2025.toml", ("per_gap_year = 1", "per_gap_year = 2"))
    said = [one.says() for one in wait_changes(before, after, ["000000"])]
    assert any("断缴2年" in line and "待遇等待期天数" in line for line in said), said
    assert not [line for line in said if "未断缴" in line]
    english = [one.says("en") for one in wait_changes(before, after, ["000000"], "en")]
    assert any("2 years missed, paying after the window" in line for line in english), english


def test_the_same_law_waits_the_same() -> None:
    before, _ = sides("nation-2025.toml", ("per_gap_year = 1", "per_gap_year = 2"))
    assert list(wait_changes(before, before, ["000000"])) == []


def test_where_no_law_counts_years_nothing_is_asked() -> None:
    side = Side(shipped_book(), 2021)
    assert list(wait_changes(side, side, ["532301", "110101"])) == []
