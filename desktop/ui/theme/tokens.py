"""Colours and measures by their meaning, light and dark.

Text reaches 4.5:1 on what it stands on, borders of cards and fields 3:1 against the page and the
surface; a test computes every pair.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ThemeName = Literal["light", "dark"]
TextSize = Literal["normal", "large", "largest"]

POINTS: dict[TextSize, float] = {"normal": 10.5, "large": 13.5, "largest": 18.0}
"""Body text in points."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """One theme. Each colour is ``#rrggbb``."""

    name: ThemeName
    page: str
    surface: str
    surface_quiet: str
    """Locked fields, table headings, the row that is not yet a person."""
    navigation: str
    border: str
    line: str
    """Hairlines inside a card; they separate, they do not bound a control."""
    text: str
    text_quiet: str
    primary: str
    primary_hover: str
    on_primary: str
    ok: str
    warning: str
    mistake: str
    mistake_surface: str
    unknown: str
    unknown_surface: str
    selection: str
    on_selection: str
    focused_row: str
    scrim: str
    """What an overlay lays over the page beneath it."""


LIGHT = Tokens(
    name="light",
    page="#f2f5f6",
    surface="#ffffff",
    surface_quiet="#f0f3f5",
    navigation="#e4eaed",
    border="#808c97",
    line="#d5dce1",
    text="#16222c",
    text_quiet="#4f5d69",
    primary="#0b6275",
    primary_hover="#084c5b",
    on_primary="#ffffff",
    ok="#1a6b3a",
    warning="#835400",
    mistake="#b3261e",
    mistake_surface="#fdeeec",
    unknown="#55636f",
    unknown_surface="#e9edf0",
    selection="#0b6275",
    on_selection="#ffffff",
    focused_row="#e3f1f4",
    scrim="#16222c",
)

DARK = Tokens(
    name="dark",
    page="#12181d",
    surface="#1b232a",
    surface_quiet="#232d35",
    navigation="#172027",
    border="#76838f",
    line="#33404a",
    text="#e7edf2",
    text_quiet="#a9b6c1",
    primary="#63c6da",
    primary_hover="#8fd8e6",
    on_primary="#06222a",
    ok="#74c795",
    warning="#e2b15c",
    mistake="#ff9188",
    mistake_surface="#3a2224",
    unknown="#a3b0bb",
    unknown_surface="#2b363f",
    selection="#1f7d91",
    on_selection="#ffffff",
    focused_row="#1e343b",
    scrim="#000000",
)

THEMES: dict[ThemeName, Tokens] = {"light": LIGHT, "dark": DARK}


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours as WCAG 2 defines it, 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    def linear(channel: int) -> float:
        part = channel / 255
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(int(colour[at : at + 2], 16)) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
