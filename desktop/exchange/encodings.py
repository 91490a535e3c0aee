"""What encoding a text file is in: found out, shown, and changeable by whoever knows better."""

from __future__ import annotations

import codecs
from collections.abc import Mapping

from desktop.base.errors import Refused

ENCODINGS: Mapping[str, str] = {
    "utf-8": "UTF-8",
    "utf-8-sig": "UTF-8 (BOM)",
    "gbk": "GBK",
    "gb18030": "GB18030",
    "big5": "BIG5",
    "utf-16": "UTF-16",
    "utf-16-le": "UTF-16LE",
    "utf-16-be": "UTF-16BE",
}
"""What may be chosen, with its name."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_PROBE = 64 * 1024


def detected(content: bytes) -> str:
    """Return the encoding a text file is most likely in.

    UTF-8 proves itself. GBK and BIG5 use the same bytes: whichever makes more of them common
    characters is right. GB18030 is said where GBK cannot hold the text.

    Raises:
        Refused: ``TABLE_ENCODING``: none fits, or it is no text.
    """
    for bom, name in _BOMS:
        if content.startswith(bom):
            return name
    if b"\x00" in content[:_PROBE]:
        return _wide(content)
    if _decodes(content, "utf-8"):
        return "utf-8"
    chinese = "gbk" if _decodes(content, "gbk") else "gb18030"
    fits = [name for name in (chinese, "big5") if _decodes(content, name)]
    if not fits:
        raise Refused("TABLE_ENCODING", "the file is not text in any usual encoding")
    pairs = _pairs(content[:_PROBE])
    return max(fits, key=lambda name: _common(pairs, name))


def decoded_as(content: bytes, encoding: str) -> str:
    """Return a file's text in a chosen encoding: Refused ``TABLE_ENCODING`` if it is not in it."""
    # Every GBK text is GB18030, and a few more characters than a codec called GBK knows.
    name = "gb18030" if encoding == "gbk" else "cp950" if encoding == "big5" else encoding
    if encoding not in ENCODINGS:
        raise Refused("TABLE_ENCODING", f"no encoding {encoding[:20]!r}")
    try:
        text = content.decode(name)
    except UnicodeDecodeError as error:
        raise Refused("TABLE_ENCODING", f"not in {ENCODINGS[encoding]}") from error
    if "\x00" in text:
        raise Refused("TABLE_ENCODING", "the file holds bytes that no text has")
    return text


def _wide(content: bytes) -> str:
    """Return which UTF-16 a text without a mark is in: digits and commas have a zero byte."""
    probe = content[:_PROBE]
    even, odd = probe[::2].count(0), probe[1::2].count(0)
    name = "utf-16-le" if odd > even else "utf-16-be"
    lines = probe[: len(probe) & ~1].decode(name, "ignore").split("\n")
    several = len(lines) > 1 and any(mark in lines[0] for mark in ",;\t，")
    if not several or not _decodes(content, name):
        raise Refused("TABLE_ENCODING", "the file holds bytes that no text has")
    return name


def _decodes(content: bytes, name: str) -> bool:
    try:
        content.decode("cp950" if name == "big5" else name)
    except UnicodeDecodeError:
        return False
    return True


def _pairs(probe: bytes) -> list[tuple[int, int]]:
    """Return the two-byte characters, as both encodings cut them."""
    found = []
    place = 0
    while place < len(probe) - 1:
        if probe[place] < 0x80:
            place += 1
            continue
        found.append((probe[place], probe[place + 1]))
        place += 2
    return found


def _common(pairs: list[tuple[int, int]], name: str) -> float:
    """Return which share of the characters are everyday ones in an encoding."""
    if not pairs:
        return 0.0
    if name == "big5":
        # First plane of BIG5; punctuation is A1 to A3.
        good = sum(0xA1 <= lead <= 0xC6 for lead, _ in pairs)
    else:
        # First plane of GB 2312; symbols and full-width letters are A1 to A3.
        good = sum(
            (0xB0 <= lead <= 0xD7 or 0xA1 <= lead <= 0xA3) and trail >= 0xA1
            for lead, trail in pairs
        )
    return good / len(pairs)
