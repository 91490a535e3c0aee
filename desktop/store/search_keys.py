"""The keys a person is found by: pinyin of every reading of the name, trigrams of the numbers.

Pinyin is looked up per character and remembered, since pypinyin costs a hundred times what a
dictionary does. A surname is indexed under its reading as a surname and under its everyday one
(单 shàn and dān): clerks type either.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import product

from desktop.sqlite.connection import Connection

READINGS_MAX = 16
"""Most keys one name may have; beyond it only each character's first reading is combined."""


def index_person(connection: Connection, person: str) -> None:
    """Bring the search keys of one person in line with the person's row."""
    row = connection.execute(
        "SELECT rowid, name, alias, document_number, phone FROM people WHERE id = ?", (person,)
    ).fetchone()
    connection.execute("DELETE FROM name_keys WHERE person_id = ?", (person,))
    keys = name_keys(row["name"] or "") | name_keys(row["alias"] or "")
    connection.executemany(
        "INSERT INTO name_keys (person_id, key) VALUES (?, ?)",
        [(person, key) for key in sorted(keys)],
    )
    numbers = f"{row['document_number'] or ''} {row['phone'] or ''}"
    connection.execute(
        "INSERT OR REPLACE INTO number_index (rowid, numbers) VALUES (?, ?)",
        (row["rowid"], numbers),
    )


def name_keys(name: str) -> set[str]:
    """Return the pinyin keys of a name: initials and full spelling, for every reading.

    >>> sorted(name_keys("单雄"))
    ['danxiong', 'dx', 'shanxiong', 'sx']
    """
    readings = [_readings(char, surname=place == 0) for place, char in enumerate(name)]
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
        keys.add("".join(spelling))
        keys.add("".join(syllable[0] for syllable in spelling))
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


_SURNAME_READINGS = {
    "单": "shan", "仇": "qiu", "区": "ou", "盖": "ge", "查": "zha", "朴": "piao", "尉": "yu",
    "曾": "zeng", "乐": "yue", "任": "ren", "解": "xie", "华": "hua", "缪": "miao", "翟": "zhai",
    "葛": "ge", "冼": "xian", "覃": "qin", "员": "yun", "召": "shao", "幺": "yao", "折": "she",
    "繁": "po", "种": "chong", "秘": "bi", "卜": "bu", "逄": "pang", "褚": "chu", "隗": "wei",
    "万": "wan", "长": "chang", "宁": "ning", "纪": "ji", "燕": "yan", "那": "na", "俞": "yu",
    "吕": "lv", "闵": "min", "晁": "chao", "臧": "zang", "牟": "mou", "沈": "shen", "石": "shi",
}  # fmt: skip
"""How a character is read as a surname where that is not its everyday reading."""
