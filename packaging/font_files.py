#!/usr/bin/env python3
"""Make the fonts in resources/fonts from those their makers give out.

    python packaging/font_files.py FOLDER    FOLDER holds NotoSansSC-Regular.ttf,
                                             NotoSansSC-SemiBold.ttf and HanaMinB.ttf

Noto Sans SC (npm: @expo-google-fonts/noto-sans-sc) is parted: the characters of GB 2312, what the
通用规范汉字表 has beyond it for names and words (`fonts/common.txt`) and all that are no Han
characters stay in both weights; the rest, which a name may hold and hardly a word does, is kept in
the regular weight alone, as "Noto Sans SC Rest". Together they hold what they held, each outline
as it was.

HanaMinB (Debian: fonts-hanazono, version of 2017-09-04) has its curves as chains of short lines:
points nearer than 1.5 of 1024 units to a line between others are left out, and coordinates are
even. At 12 pt that is 0.01 mm, a quarter of a dot at 600 dpi. The Hanazono Font License allows it.
"""

from __future__ import annotations

import itertools
import struct
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

PACKAGING = Path(__file__).resolve().parent
FONTS = PACKAGING.parent / "resources" / "fonts"
BEYOND_GB_2312 = PACKAGING / "fonts" / "common.txt"

REST_FAMILY = "Noto Sans SC Rest"
_STEP = 2
_NEAR = 1.5
_CHECKSUM = 0xB1B0AFBA
_FORMAT_4_LAST = 0xFFFF

Point = tuple[int, int]


def main(arguments: list[str]) -> int:
    """Write the four fonts; 0, or 2 without the folder of the originals."""
    if len(arguments) != 1:
        print(__doc__)
        return 2
    folder = Path(arguments[0])
    regular = Font((folder / "NotoSansSC-Regular.ttf").read_bytes())
    semibold = Font((folder / "NotoSansSC-SemiBold.ttf").read_bytes())
    common = common_characters(regular.characters())
    rest = set(regular.characters()) - common
    (FONTS / "NotoSansSC-SemiBold.ttf").write_bytes(semibold.without(rest))
    (FONTS / "NotoSansSC-Regular.ttf").write_bytes(regular.without(rest))
    (FONTS / "NotoSansSC-Rest.ttf").write_bytes(regular.only(rest, REST_FAMILY))
    hana = Font((folder / "HanaMinB.ttf").read_bytes())
    (FONTS / "HanaMinB.ttf").write_bytes(hana.with_fewer_points())
    print(f"{len(common)} common characters, {len(rest)} others")
    return 0


def common_characters(held: Iterable[int]) -> set[int]:
    """Return which of the characters a font holds are wanted in every weight."""
    named = set(BEYOND_GB_2312.read_text(encoding="utf-8").replace("\n", ""))
    return {
        code
        for code in held
        if chr(code) in named
        or not unicodedata.name(chr(code), "").startswith("CJK ")
        or _in_gb2312(chr(code))
    }


def _in_gb2312(char: str) -> bool:
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


class Font:
    """The tables of a TrueType font."""

    def __init__(self, data: bytes) -> None:
        self._tables: dict[bytes, bytes] = {}
        for place in range(struct.unpack_from(">H", data, 4)[0]):
            tag, _, offset, size = struct.unpack_from(">4sLLL", data, 12 + 16 * place)
            self._tables[tag] = data[offset : offset + size]

    def characters(self) -> dict[int, int]:
        """Return the glyph of every character, from the table that holds the whole range."""
        cmap = self._tables[b"cmap"]
        for place in range(struct.unpack_from(">H", cmap, 2)[0]):
            offset = struct.unpack_from(">HHL", cmap, 4 + 8 * place)[2]
            if struct.unpack_from(">H", cmap, offset)[0] == 12:
                return dict(_format_12(cmap, offset))
        raise SystemExit("no character table of format 12")

    def without(self, characters: set[int]) -> bytes:
        """Return the font without these characters; glyphs keep their numbers."""
        mapped = self.characters()
        gone = {mapped[one] for one in characters}
        gone -= {glyph for code, glyph in mapped.items() if code not in characters}
        return self._kept({c: g for c, g in mapped.items() if c not in characters}, gone, None)

    def only(self, characters: set[int], family: str) -> bytes:
        """Return the font with nothing but these characters, as ``family``."""
        mapped = {code: glyph for code, glyph in self.characters().items() if code in characters}
        kept = {0, *mapped.values()}
        return self._kept(mapped, set(range(self._count())) - kept, family)

    def with_fewer_points(self) -> bytes:
        """Return the font with simpler outlines."""
        tables = dict(self._tables)
        glyphs = [_simpler(glyph) for glyph in self._glyphs()]
        tables[b"glyf"], tables[b"loca"] = _glyph_tables(glyphs)
        return _font_file(tables)

    def _count(self) -> int:
        count: int = struct.unpack_from(">H", self._tables[b"maxp"], 4)[0]
        return count

    def _glyphs(self) -> Iterator[bytes]:
        long = struct.unpack_from(">h", self._tables[b"head"], 50)[0]
        if not long:
            raise SystemExit("only fonts with long offsets are known here")
        places = struct.unpack(f">{self._count() + 1}L", self._tables[b"loca"])
        glyphs = self._tables[b"glyf"]
        for start, end in itertools.pairwise(places):
            yield glyphs[start:end]

    def _kept(self, mapped: dict[int, int], gone: set[int], family: str | None) -> bytes:
        tables = dict(self._tables)
        glyphs = [b"" if at in gone else one for at, one in enumerate(self._glyphs())]
        tables[b"glyf"], tables[b"loca"] = _glyph_tables(glyphs)
        tables[b"cmap"] = _cmap(mapped)
        if family:
            tables[b"name"] = _renamed(tables[b"name"], family)
            for layout in (b"GSUB", b"GPOS", b"STAT"):
                tables.pop(layout, None)
        return _font_file(tables)


def _format_12(cmap: bytes, offset: int) -> Iterator[tuple[int, int]]:
    for group in range(struct.unpack_from(">L", cmap, offset + 12)[0]):
        first, last, glyph = struct.unpack_from(">LLL", cmap, offset + 16 + 12 * group)
        for code in range(first, last + 1):
            yield code, glyph + code - first


def _cmap(mapped: dict[int, int]) -> bytes:
    """Return a character table: format 4 for the basic plane, format 12 for all."""
    runs: list[list[int]] = []
    for code in sorted(mapped):
        if runs and code == runs[-1][1] + 1 and mapped[code] == runs[-1][2] + code - runs[-1][0]:
            runs[-1][1] = code
        else:
            runs.append([code, code, mapped[code]])
    short = [run for run in runs if run[1] < _FORMAT_4_LAST] + [[_FORMAT_4_LAST] * 2 + [0]]
    count = len(short)
    power = 1 << (count.bit_length() - 1)
    basic = struct.pack(
        f">7H{count}HH{count}H{count}H{count}H",
        4, 16 + 8 * count, 0, 2 * count, 2 * power, power.bit_length() - 1, 2 * (count - power),
        *(last for _, last, _ in short), 0, *(first for first, _, _ in short),
        *((glyph - first) % 65536 for first, _, glyph in short), *([0] * count),
    )  # fmt: skip
    groups = b"".join(struct.pack(">LLL", *run) for run in runs)
    whole = struct.pack(">HHLLL", 12, 0, 16 + len(groups), 0, len(runs)) + groups
    first = 4 + 4 * 8
    places = ((0, 3, first), (0, 4, first + len(basic)), (3, 1, first), (3, 10, first + len(basic)))
    head = struct.pack(">HH", 0, 4) + b"".join(struct.pack(">HHL", *place) for place in places)
    return head + basic + whole


def _renamed(names: bytes, family: str) -> bytes:
    """Return a name table with another family; who holds it and on what terms stays."""
    count, start = struct.unpack_from(">HH", names, 2)
    changed = {
        1: family,
        2: "Regular",
        3: family,
        4: family,
        6: family.replace(" ", "") + "-Regular",
    }
    records, texts = [], b""
    for place in range(count):
        record = struct.unpack_from(">6H", names, 6 + 12 * place)
        name, size, offset = record[3], record[4], record[5]
        text = names[start + offset : start + offset + size]
        if name in (16, 17):
            continue
        if name in changed:
            text = changed[name].encode("mac-roman" if record[0] == 1 else "utf-16-be")
        records.append(struct.pack(">6H", *record[:4], len(text), len(texts)))
        texts += text
    return struct.pack(">HHH", 0, len(records), 6 + 12 * len(records)) + b"".join(records) + texts


def _simpler(glyph: bytes) -> bytes:
    count = struct.unpack_from(">h", glyph)[0] if glyph else 0
    if count <= 0:
        return glyph
    found = _contours(glyph, count)
    if found is None:
        return glyph
    contours = [one for one in map(_fewer, found) if len(one) > 2]
    return _outline(contours) if contours else b""


def _contours(glyph: bytes, count: int) -> list[list[Point]] | None:
    """Return the contours of an outline, or None if there are curves in it."""
    ends = struct.unpack_from(f">{count}H", glyph, 10)
    at = 10 + 2 * count
    at += 2 + struct.unpack_from(">H", glyph, at)[0]
    flags: list[int] = []
    while len(flags) <= ends[-1]:
        flag = glyph[at]
        at += 1
        flags.append(flag)
        if flag & 8:
            flags += [flag] * glyph[at]
            at += 1
    if not all(flag & 1 for flag in flags):
        return None
    axes: list[list[int]] = []
    for short, same in ((2, 16), (4, 32)):
        value, values = 0, []
        for flag in flags:
            if flag & short:
                value += glyph[at] if flag & same else -glyph[at]
                at += 1
            elif not flag & same:
                value += struct.unpack_from(">h", glyph, at)[0]
                at += 2
            values.append(value)
        axes.append(values)
    points = list(zip(*axes, strict=True))
    starts = (0, *(end + 1 for end in ends))
    return [points[start : end + 1] for start, end in zip(starts, ends, strict=False)]


def _fewer(points: list[Point]) -> list[Point]:
    """Return the contour without the points that lie nearly on a line between others."""
    start = max(range(len(points)), key=lambda at: points[at])
    turned = points[start:] + points[: start + 1]
    kept, at, last = [turned[0]], 0, len(turned) - 1
    while at < last:
        ahead = at + 1
        while ahead < last and _on_line(turned, at, ahead + 1):
            ahead += 1
        kept.append(turned[ahead])
        at = ahead
    even = [(round(x / _STEP) * _STEP, round(y / _STEP) * _STEP) for x, y in kept]
    return [point for at, point in enumerate(even) if at and point != even[at - 1]]


def _on_line(points: list[Point], first: int, last: int) -> bool:
    (x, y), (far_x, far_y) = points[first], points[last]
    right, up = far_x - x, far_y - y
    length = right * right + up * up
    limit = _NEAR * _NEAR * length
    for at in range(first + 1, last):
        here_x, here_y = points[at][0] - x, points[at][1] - y
        across = here_x * up - here_y * right
        along = here_x * right + here_y * up
        if across * across > limit or not 0 <= along <= length:
            return False
    return True


def _outline(contours: list[list[Point]]) -> bytes:
    flags, rights, ups = bytearray(), bytearray(), bytearray()
    old_x = old_y = 0
    for contour in contours:
        for x, y in contour:
            flag = 1 | _step(x - old_x, 2, 16, rights) | _step(y - old_y, 4, 32, ups)
            flags.append(flag)
            old_x, old_y = x, y
    ends, total = [], -1
    for contour in contours:
        total += len(contour)
        ends.append(total)
    xs, ys = zip(*(point for contour in contours for point in contour), strict=True)
    head = struct.pack(">5h", len(contours), min(xs), min(ys), max(xs), max(ys))
    return head + struct.pack(f">{len(ends)}HH", *ends, 0) + _repeats(flags) + rights + ups


def _step(value: int, short: int, same: int, out: bytearray) -> int:
    if value == 0:
        return same
    if -256 < value < 256:
        out.append(abs(value))
        return short | (same if value > 0 else 0)
    out += struct.pack(">h", value)
    return 0


def _repeats(flags: bytearray) -> bytes:
    out, at = bytearray(), 0
    while at < len(flags):
        run = 1
        while at + run < len(flags) and flags[at + run] == flags[at] and run < 256:
            run += 1
        if run > 2:
            out += bytes((flags[at] | 8, run - 1))
        else:
            out += flags[at : at + 1] * run
        at += run
    return bytes(out)


def _glyph_tables(glyphs: list[bytes]) -> tuple[bytes, bytes]:
    data, places = bytearray(), [0]
    for glyph in glyphs:
        data += glyph + bytes(-len(glyph) % 4)
        places.append(len(data))
    return bytes(data), struct.pack(f">{len(places)}L", *places)


def _font_file(tables: dict[bytes, bytes]) -> bytes:
    head = tables[b"head"]
    tables[b"head"] = head[:8] + bytes(4) + head[12:]
    count = len(tables)
    power = 1 << (count.bit_length() - 1)
    front = struct.pack(
        ">L4H", 0x10000, count, 16 * power, power.bit_length() - 1, 16 * (count - power)
    )
    at, body = 12 + 16 * count, b""
    for tag in sorted(tables):
        data = tables[tag] + bytes(-len(tables[tag]) % 4)
        front += struct.pack(">4sLLL", tag, _sum(data), at, len(tables[tag]))
        body += data
        at += len(data)
    whole = bytearray(front + body)
    place = 12 + 16 * count + whole[12 + 16 * count :].find(tables[b"head"])
    struct.pack_into(">L", whole, place + 8, (_CHECKSUM - _sum(bytes(whole))) % 2**32)
    return bytes(whole)


def _sum(data: bytes) -> int:
    words: tuple[int, ...] = struct.unpack(f">{len(data) // 4}L", data)
    return sum(words) % 2**32


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
