"""Goal: whatever a file says, no event grows too large for the centre. Method: the largest text."""

from __future__ import annotations

from desktop.domain.events import BODY_BYTES_MAX, Event, body_of
from desktop.domain.facts import NAME_MAX, TEXT_MAX
from desktop.domain.handover_facts import PART_LINES_MAX, PaidLine, PayablesAnswered, ReturnLine
from desktop.domain.handover_parts import parts


def test_the_longest_messages_make_more_parts_and_lose_nothing() -> None:
    lines = [ReturnLine(row, "1" * TEXT_MAX, "龘" * TEXT_MAX) for row in range(1, 2_001)]
    found = list(parts(lines, lambda line: f"{line.row % 2}"))
    assert sorted(line.row for _, part in found for line in part) == list(range(1, 2_001))
    for place, part in found:
        fact = PayablesAnswered(
            file="f" * 32, batch="b" * 32, division=place, on="2021-11-15", rows=2_000, lines=part
        )
        event = Event(
            id="e" * 32, county="539999", station="s" * 32, seq=1, at="", operator="",
            law="", protocol=1, prev="0" * 64, fact=fact,
        )  # fmt: skip
        assert len(body_of(event)) < BODY_BYTES_MAX
        assert {f"{line.row % 2}" for line in part} == {place}


def test_short_lines_fill_a_part() -> None:
    lines = [
        PaidLine(f"{row:032x}", row, "1", "2", "龘" * NAME_MAX, 1, "2021-11-10")
        for row in range(PART_LINES_MAX + 1)
    ]
    sizes = [len(part) for _, part in parts(lines, lambda _: "")]
    assert sum(sizes) == PART_LINES_MAX + 1
    assert max(sizes) <= PART_LINES_MAX
    assert list(parts([], lambda _: "")) == []
