"""What a person is found by: the name as typed and in pinyin, in every reading; the numbers.

Pinyin is looked up per character and remembered, since pypinyin costs a hundred times what a
dictionary does. A surname is indexed under its reading as a surname and under its everyday one
(单 shàn and dān): clerks type either.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from itertools import product
from typing import Any, Literal

from desktop.domain.identity_number import masked

READINGS_MAX = 16
"""Most keys one name may have; beyond it only each character's first reading is combined."""

NAME_CHARS_MAX = 50
SUFFIXES_UP_TO = 5
"""Names this long or shorter are found from any character on; longer ones from any word on."""

DEAD = "2"
"""``survival`` of a person who died."""

_SEPARATORS = re.compile(r"[\s·・．.•‧∙⋅･‐‑'’ʼ-]+")
"""What stands between the parts of a name, in all the ways cards, lists and keyboards write it."""


State = Literal["", "died", "moved", "left"]
"""Empty while the person belongs to a household here."""


@dataclass(frozen=True, slots=True)
class Entry:
    """All that the index holds of one person: what finds the person, and what a list shows.

    What is shown stands here again so that a result costs one page of the file instead of four.
    """

    place: int
    """The village's twelve digits as a number; 0 without a household."""
    gone: int
    """1 for who died, moved away or belongs to no household: shown below the living."""
    born: int
    """Year of birth, 0 if nobody knows."""
    whole: str
    """Keys that begin where the name begins, a blank between two."""
    parts: str
    """Keys that begin in the middle of the name."""
    numbers: str
    """Identity numbers past and present and phones."""
    id: str
    household_id: str
    name: str
    relation: str
    document: str
    """Masked."""
    birth_date: str
    state: State
    household_number: str
    address: str


FIELDS = tuple(field.name for field in fields(Entry))


def entry_of(row: Mapping[str, Any], numbers: tuple[str, ...] = ()) -> Entry:
    """Return what is indexed of a person: the person's columns, and those of the household.

    ``numbers`` are former identity numbers and whatever else of that kind finds the person.
    """
    names = [one for one in (row["name"], row["alias"]) if one]
    whole = {name_text(name) for name in names} | {key for one in names for key in name_keys(one)}
    parts = {part for name in names for part in name_parts(name)}
    document, phone = row["document_number"] or "", row["phone"] or ""
    found = dict.fromkeys(one for one in (document, phone, *numbers) if one)
    state = _state(row)
    return Entry(
        place=place_of(row["division"] or ""),
        gone=int(bool(state)),
        born=_born(row["birth_date"] or "", document),
        whole=" ".join(sorted(whole - {""})),
        parts=" ".join(sorted(parts - whole - {""})),
        numbers=" ".join(found),
        id=row["id"],
        household_id=row["household_id"] or "",
        name=row["name"] or "",
        relation=row["relation"] or "",
        document=masked(document),
        birth_date=row["birth_date"] or "",
        state=state,
        household_number=row["household_number"] or "",
        address=row["address"] or "",
    )


def place_of(division: str) -> int:
    """Return a division as the index writes it: twelve digits, the missing ones 0."""
    digits = division[:12]
    return int(digits.ljust(12, "0")) if digits.isascii() and digits.isdigit() else 0


def name_text(name: str) -> str:
    """Return a name as it is compared: one form of every character, nothing between the parts.

    >>> name_text("阿卜杜拉・买买提"), name_text("O'Neil 王")
    ('阿卜杜拉买买提', 'oneil王')
    """
    return _SEPARATORS.sub("", unicodedata.normalize("NFKC", name[:NAME_CHARS_MAX])).lower()


def name_parts(name: str) -> set[str]:
    """Return what a name is also found by: from a later character on, or a later word.

    >>> sorted(name_parts("王小军")), sorted(name_parts("阿卜杜拉·买买提"))
    (['小军', '军'], ['买买提'])
    """
    text = name_text(name)
    if len(text) <= SUFFIXES_UP_TO:
        return {text[at:] for at in range(1, len(text))}
    words = [name_text(word) for word in _SEPARATORS.split(name[:NAME_CHARS_MAX])]
    return {"".join(words[at:]) for at in range(1, len(words))} - {""}


def name_keys(name: str) -> set[str]:
    """Return the pinyin keys of a name: initials and full spelling, for every reading.

    >>> sorted(name_keys("单雄"))
    ['danxiong', 'dx', 'shanxiong', 'sx']
    """
    compound = _COMPOUND_SURNAMES.get(name[:2])
    start = 2 if compound else 0
    readings: list[tuple[str, ...]] = [(compound,)] if compound else []
    readings += [_readings(char, surname=at == 0) for at, char in enumerate(name) if at >= start]
    readings = [options for options in readings if options]
    count = 1
    for options in readings:
        count *= len(options)
    if count > READINGS_MAX:
        readings = [
            options[:2] if place == 0 else options[:1] for place, options in enumerate(readings)
        ]
    keys: set[str] = set()
    for spelling in product(*readings):
        keys.add("".join(spelling).replace(" ", ""))
        keys.add("".join(word[0] for syllable in spelling for word in syllable.split(" ")))
    return keys - {""}


@lru_cache(maxsize=20_000)
def _readings(char: str, *, surname: bool) -> tuple[str, ...]:
    """Return the toneless readings of one character, the likeliest first; () if it has none."""
    if char.isascii():
        return (char.lower(),) if char.isalnum() else ()
    from pypinyin import Style, pinyin
    from pypinyin.contrib.tone_convert import to_normal

    found: list[str] = []
    if surname and char in _SURNAME_READINGS:
        found.append(_SURNAME_READINGS[char])
    for spelling in pinyin(char, style=Style.TONE, heteronym=True, errors="ignore")[:1]:
        found.extend(to_normal(reading).replace("ü", "v") for reading in spelling)
    if not surname:
        found = found[:2]
    return tuple(dict.fromkeys(reading for reading in found if reading))


def _state(row: Mapping[str, Any]) -> State:
    if row["survival"] == DEAD:
        return "died"
    if row["moved_to"]:
        return "moved"
    return "" if row["household_id"] else "left"


def _born(birth_date: str, document: str) -> int:
    year = birth_date[:4] or (document[6:10] if len(document) == 18 else "")
    return int(year) if year.isascii() and year.isdigit() else 0


_SURNAME_READINGS = {
    "单": "shan", "仇": "qiu", "区": "ou", "盖": "ge", "查": "zha", "朴": "piao", "尉": "yu",
    "曾": "zeng", "乐": "yue", "任": "ren", "解": "xie", "华": "hua", "缪": "miao", "翟": "zhai",
    "葛": "ge", "冼": "xian", "覃": "qin", "员": "yun", "召": "shao", "幺": "yao", "折": "she",
    "繁": "po", "种": "chong", "秘": "bi", "卜": "bu", "逄": "pang", "褚": "chu", "隗": "wei",
    "万": "wan", "长": "chang", "宁": "ning", "纪": "ji", "燕": "yan", "那": "na", "俞": "yu",
    "吕": "lv", "闵": "min", "晁": "chao", "臧": "zang", "牟": "mou", "沈": "shen", "石": "shi",
}  # fmt: skip
"""How a character is read as a surname where that is not its everyday reading."""

_COMPOUND_SURNAMES = {
    "尉迟": "yu chi", "万俟": "mo qi", "单于": "chan yu", "长孙": "zhang sun", "澹台": "tan tai",
    "宰父": "zai fu", "亓官": "qi guan", "乐正": "yue zheng", "夹谷": "jia gu", "谷梁": "gu liang",
    "榖梁": "gu liang", "鲜于": "xian yu", "淳于": "chun yu", "令狐": "ling hu", "呼延": "hu yan",
    "拓跋": "tuo ba", "拓拔": "tuo ba", "皇甫": "huang fu", "濮阳": "pu yang", "公冶": "gong ye",
    "宗政": "zong zheng", "仲孙": "zhong sun", "轩辕": "xuan yuan", "赫连": "he lian",
    "司空": "si kong", "申屠": "shen tu", "钟离": "zhong li", "宇文": "yu wen", "闾丘": "lv qiu",
    "子车": "zi ju", "颛孙": "zhuan sun", "巫马": "wu ma", "公良": "gong liang", "壤驷": "rang si",
}  # fmt: skip
"""Surnames of two characters, read otherwise than their characters alone. The others (欧阳,
诸葛, 上官 …) are read as they are written."""
