"""Who waits longer or shorter under two versions of the law, by the years missed.

Asked where either law counts the years without cover (国办发〔2024〕38号): an ordinary resident for
each number of years, paying inside the collection window and after it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from desktop.policy.assess import assess_json
from desktop.policy.law import Law
from desktop.policy.price_diff import Moved, PriceChange, Side, alike, cite_of, moved_of
from desktop.policy.words import Language

_YEARS = (0, 1, 2, 3)
_AFTER_DAYS = 30
"""Days after the window's end on which the late ones pay."""


def wait_changes(
    before: Side, after: Side, divisions: Iterable[str], language: Language = "zh"
) -> Iterator[PriceChange]:
    """Yield, place by place, for how many years missed the waiting period differs."""
    for division in divisions:
        laws = [side.book.resolve(division, side.campaign_year) for side in (before, after)]
        if laws[0] is None or laws[1] is None:
            continue
        if all(law is not None and law.text.waiting.after_gaps is None for law in laws):
            continue
        found: list[tuple[str, str, tuple[Moved, ...], str]] = []
        fields = ["waiting_days"]
        if before.campaign_year == after.campaign_year:
            fields.append("benefit_start")
        for gap in _gaps(laws):
            for late in (False, True):
                old, new = (
                    _ask(side, law, division, gap, late=late)
                    for side, law in zip((before, after), laws, strict=True)
                )
                moved = moved_of(old, new, fields)
                found.append(
                    (division, _whom(gap, language, late=late), moved, cite_of(old, new, moved))
                )
        for place, whom, moved, cite in alike(found):
            yield PriceChange(place, tuple(whom), moved, cite)


def _gaps(laws: Iterable[Law | None]) -> list[int]:
    """Return years missed on both sides of every limit the laws set."""
    years = set(_YEARS)
    for law in laws:
        rule = None if law is None else law.text.waiting.after_gaps
        if rule is not None and rule.long_gap is not None:
            years |= {rule.long_gap - 1, rule.long_gap, rule.long_gap + 1}
    return sorted(year for year in years if 0 <= year <= 99)


def _ask(side: Side, law: Law | None, division: str, gap: int, *, late: bool) -> dict[str, Any]:
    assert law is not None, "places without law were left out"
    year, window = side.campaign_year, law.text.window
    if late:
        day = date(year + 1, 4, 1) if window.end is None else window.end + timedelta(_AFTER_DAYS)
    else:
        day = window.start or window.certain_from or date(year, 12, 1)
    request: dict[str, Any] = {
        "id": "waits",
        "division": division,
        "campaign_year": year,
        "birth_date": f"{year - 40}-06-15",
        "registered_on": day.isoformat(),
        "paid_on": day.isoformat(),
    }
    if law.text.waiting.after_gaps is not None:
        request["cover_history"] = {"gap_years": gap}
    return assess_json(request, side.book)


def _whom(gap: int, language: Language, *, late: bool) -> str:
    if language == "en":
        missed = "no year missed" if not gap else f"{gap} year{'s' if gap > 1 else ''} missed"
        return f"{missed}, paying {'after' if late else 'inside'} the window"
    missed = f"断缴{gap}年" if gap else "未断缴"
    return f"{missed}，{'期后' if late else '期内'}缴费"
