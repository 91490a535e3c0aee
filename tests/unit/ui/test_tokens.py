"""Every pair of colours that meets on a screen can be read, light and dark."""

from __future__ import annotations

import pytest

from desktop.ui.theme.tokens import THEMES, ThemeName, contrast

TEXT = 4.5
SHAPE = 3.0
PAIRS = [
    *((text, ground, TEXT) for text in ("text", "text_quiet") for ground in
      ("page", "surface", "surface_quiet", "navigation", "focused_row")),
    *((tone, ground, TEXT) for tone in ("ok", "warning", "mistake", "unknown", "primary")
      for ground in ("surface", "page", "focused_row")),
    ("mistake", "mistake_surface", TEXT),
    ("text", "mistake_surface", TEXT),
    ("unknown", "unknown_surface", TEXT),
    ("text_quiet", "unknown_surface", TEXT),
    ("on_primary", "primary", TEXT),
    ("on_primary", "primary_hover", TEXT),
    ("on_selection", "selection", TEXT),
    ("border", "page", SHAPE),
    ("border", "surface", SHAPE),
    ("primary", "surface", SHAPE),
]  # fmt: skip


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("front", "ground", "least"), PAIRS)
def test_colours_that_meet_can_be_told_apart(
    theme: ThemeName, front: str, ground: str, least: float
) -> None:
    tokens = THEMES[theme]
    assert contrast(getattr(tokens, front), getattr(tokens, ground)) >= least


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
