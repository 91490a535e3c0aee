"""Fonts of papers: every character of a name is drawn, or it is said that it cannot be.

Noto Sans SC draws nearly everything, in two weights; its other Han characters lie in a second file,
in one weight, and those of Extensions B to F that it leaves out are HanaMinB's. Each is read from
disk only when the first character that needs it appears. A character in none of them is drawn as
〓, the printers' mark for a missing type, and reported, because a blank in a name looks like a
name.

PDF engines draw a missing glyph silently and reportlab also writes a wrong text layer above
U+FFFF (the paper looks right, but a name copied or searched in it is another one). Both are
settled here, so that nothing else needs to know.
"""

from __future__ import annotations

import enum
import functools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from typing_extensions import override

from desktop.base.resources import resource_path

GETA = "〓"
"""Stands where a character is in none of our fonts."""


class Weight(enum.Enum):
    """How heavy a text is set. Rare characters exist in one weight only."""

    REGULAR = "NotoSansSC-Regular"
    STRONG = "NotoSansSC-SemiBold"


_RARE = ("NotoSansSC-Rest", "HanaMinB")
"""Asked in turn for what the font of the weight does not hold."""


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text that one font draws."""

    font: str
    text: str
    width_em: float
    """Advance width at 1 pt, in pt."""


def body_font() -> str:
    """Return the name of the ordinary font, loaded and known to reportlab."""
    return str(_font(Weight.REGULAR.value).fontName)


def runs(text: str, weight: Weight = Weight.REGULAR) -> list[Run]:
    """Split ``text`` by the font that draws it; missing characters have become 〓.

    Line breaks and control characters become spaces; characters that only steer layout (variation
    selectors, joiners, direction marks) are left out, so that a hostile name cannot reorder the
    line it stands in.
    """
    sans = _font(weight.value)
    drawn = sans.drawn
    codes = list(map(ord, text))
    if drawn.issuperset(codes):
        return [Run(sans.fontName, text, sans.width_em(codes))] if codes else []
    found: list[tuple[_Font, list[int]]] = []
    for code in map(_settled, codes):
        if code is None:
            continue
        font, shown = _font_of(code, sans)
        if not found or found[-1][0] is not font:
            found.append((font, []))
        found[-1][1].append(shown)
    return [
        Run(font.fontName, "".join(map(chr, part)), font.width_em(part)) for font, part in found
    ]


def width_pt(text: str, size_pt: float, weight: Weight = Weight.REGULAR) -> float:
    """Return how wide ``text`` is drawn at ``size_pt``, in points."""
    return sum(run.width_em for run in runs(text, weight)) * size_pt


def missing_characters(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the characters in ``texts`` that no font of ours holds, each once, in order."""
    sans = _font(Weight.REGULAR.value)
    missing: dict[str, None] = {}
    for text in texts:
        for code in map(_settled, map(ord, text)):
            if code is not None and code not in sans.drawn and _rare_font(code) is None:
                missing[chr(code)] = None
    return tuple(missing)


def _font_of(code: int, sans: _Font) -> tuple[_Font, int]:
    if code in sans.drawn:
        return sans, code
    rare = _rare_font(code)
    return (rare, code) if rare else (sans, ord(GETA))


def _rare_font(code: int) -> _Font | None:
    return next((font for font in map(_font, _RARE) if code in font.drawn), None)


def _settled(code: int) -> int | None:
    """Return the code to draw, a space for a control character, None for a layout mark."""
    if code < 0x20 or 0x7F <= code < 0xA0 or code in (0x2028, 0x2029):
        return 0x20
    return None if any(first <= code <= last for first, last in _LAYOUT_MARKS) else code


_LAYOUT_MARKS = (
    (0xAD, 0xAD),
    (0x200B, 0x200F),
    (0x202A, 0x202E),
    (0x2060, 0x2064),
    (0x2066, 0x2069),
    (0xFE00, 0xFE0F),
    (0xFEFF, 0xFEFF),
    (0xE0100, 0xE01EF),
)


@functools.cache
def _font(name: str) -> _Font:
    font = _Font(name, str(resource_path("fonts", f"{name}.ttf")))
    pdfmetrics.registerFont(font)
    return font


class _Font(TTFont):  # type: ignore[misc]
    """A TrueType font whose text layer is right in every plane."""

    def __init__(self, name: str, filename: str) -> None:
        # Only the glyphs a paper uses are embedded: no block of ASCII beside them.
        super().__init__(name, filename, asciiReadable=0, shapable=False)
        self.drawn = frozenset(
            code for code, glyph in self.face.charToGlyph.items() if glyph and code >= 0x20
        )

    def width_em(self, codes: Iterable[int]) -> float:
        """Return the advance width of characters this font draws, in pt at 1 pt."""
        return float(sum(map(self.face.charWidths.__getitem__, codes))) / 1000

    @override
    def addObjects(self, doc: Any) -> None:
        """Write the font into ``doc``, then replace the text layer reportlab made.

        WORKAROUND reportlab 5.1 makeToUnicodeCMap: code points above U+FFFF are written with
        five hex digits, which readers take for another character, and all entries in one block
        where the CMap format allows 100.
        """
        state = self.state[doc]
        super().addObjects(doc)
        fonts = doc.idToObject["BasicFonts"].dict
        for index, codes in enumerate(state.subsets):
            font = fonts[f"{state.internalName}+{index}"]
            doc.idToObject[font.ToUnicode.name].content = _to_unicode(font.BaseFont, codes)


def _to_unicode(name: str, codes: Sequence[int]) -> str:
    entries = [
        f"<{index:02X}> <{chr(code).encode('utf-16-be').hex().upper()}>"
        for index, code in enumerate(codes)
        if code >= 0x20
    ]
    blocks = [entries[at : at + 100] for at in range(0, len(entries), 100)]
    return "\n".join(
        (
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            f"/CIDSystemInfo << /Registry ({name}) /Ordering ({name}) /Supplement 0 >> def",
            f"/CMapName /{name} def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            "<00> <FF>",
            "endcodespacerange",
            *("\n".join((f"{len(block)} beginbfchar", *block, "endbfchar")) for block in blocks),
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        )
    )
