"""Text fits: whole, within its width, broken where a reader would break it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.printing.fonts import width_pt
from desktop.printing.grid import SMALLEST_PT, Cell, Row, fit
from desktop.printing.sheet import POINTS_PER_MM

ANY = st.text("王李古丽努尔·𠮷，。（）“”％AbcXYZ 0123456789-.", max_size=120)
WIDE = Cell("", 100)


@given(ANY, st.floats(8, 80))
def test_every_line_stays_within_its_width(text: str, width_mm: float) -> None:
    size, lines = fit(text, width_mm, WIDE)

    for line in lines:
        assert width_pt(line, size) <= width_mm * POINTS_PER_MM + 0.01


@given(ANY, st.floats(8, 80))
def test_no_character_is_lost(text: str, width_mm: float) -> None:
    _, lines = fit(text, width_mm, WIDE)

    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@given(ANY, st.floats(8, 80))
def test_what_may_be_split_never_gets_too_small_to_print(text: str, width_mm: float) -> None:
    size, _ = fit(text, width_mm, WIDE)

    assert SMALLEST_PT <= size <= WIDE.size_pt


def test_a_text_that_fits_keeps_its_size() -> None:
    assert fit("城乡居民", 40, WIDE) == (9.5, ("城乡居民",))


def test_a_text_slightly_too_long_is_shrunk_before_it_is_split() -> None:
    size, lines = fit("一" * 20, 20 * 9.2 / POINTS_PER_MM, WIDE)

    assert lines == ("一" * 20,)
    assert SMALLEST_PT <= size < 9.5


def test_figures_are_shrunk_but_never_split() -> None:
    size, lines = fit("9,999,999.99", 10, Cell("", 10, solid=True))

    assert lines == ("9,999,999.99",)
    assert width_pt(lines[0], size) <= 10 * POINTS_PER_MM


def test_no_line_begins_with_a_full_stop_or_ends_with_an_opening_bracket() -> None:
    text = "甲乙丙，丁戊（己庚）。" * 8

    for width_mm in range(12, 60):
        _, lines = fit(text, width_mm, WIDE)
        assert not any(line[0] in "，。）" for line in lines)
        assert not any(line.endswith("（") for line in lines[:-1])


def test_words_and_numbers_stay_whole_while_they_fit() -> None:
    _, lines = fit("recognised before 2021-11-15 only", 30, WIDE)

    assert len(lines) > 1
    assert " ".join(lines) == "recognised before 2021-11-15 only"
    assert all(
        word in "recognised before 2021-11-15 only".split() for word in " ".join(lines).split()
    )


def test_a_title_set_in_lines_has_one_size() -> None:
    size, lines = fit("short\na much longer second line", 30, Cell("", 30, size_pt=14))

    assert lines == ("short", "a much longer second line")
    assert width_pt(lines[1], size) <= 30 * POINTS_PER_MM


def test_a_row_is_as_high_as_its_highest_cell() -> None:
    short, long = Cell("甲", 20), Cell("甲" * 40, 20)

    assert Row((short,)).height_mm == 6
    assert Row((short, long)).height_mm == Row((long,)).height_mm > 20
    assert Row((short, long)).edges(10) == [10, 30, 50]
