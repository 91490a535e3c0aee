"""Find people by whatever the clerk types: a name, pinyin, part of a number, a phone, a village.

Every query is a range on an index or a trigram match, so it costs the same in a village and in a
county. Results come in the index's own order, best kind first, people who died or left below the
others, and never more than asked for.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from desktop.sqlite.connection import Connection
from desktop.sqlite.errors import database_errors
from desktop.store.place_names import Place, PlaceNames
from desktop.store.register import Row
from desktop.store.search_index import GONE, PART, WHOLE
from desktop.store.search_keys import name_text
from desktop.store.search_tails import LEAST, begins_in_region, ranges

_COLUMNS = (
    "s.id, s.household_id, s.name, s.relation, s.document, s.birth_date, s.state,"
    " s.household_number, s.address, s.place"
)
_LAST = chr(0x10FFFF)
_YEAR = re.compile(r"(19|20)[0-9]{2}\Z")
_TRIGRAM = 3
_TYPED_MAX = 100


def search(
    connection: Connection, typed: str, limit: int, places: PlaceNames | None = None
) -> list[Row]:
    """Return up to ``limit`` people that ``typed`` finds, with their household, best first.

    ``places`` names the county's villages; without it they are found by code alone.
    """
    words = unicodedata.normalize("NFKC", typed[:_TYPED_MAX]).split()
    found: dict[str, Row] = {}
    if not words:
        return []
    finder = _Finder(connection, places or PlaceNames())
    with database_errors():
        for row in finder.candidates(words):
            found.setdefault(row["id"], row)
            if len(found) == limit:
                break
    return list(found.values())


class _Finder:
    """The kinds of query, each an iterator that does no more work than is asked of it."""

    def __init__(self, connection: Connection, places: PlaceNames) -> None:
        self._execute = connection.execute
        self._places = places

    def candidates(self, words: list[str]) -> Iterator[Row]:
        """Yield whom the words find, likeliest first; the same person may come twice."""
        for gone in (0, GONE):
            if len(words) == 1:
                yield from self._one(words[0], gone)
            else:
                yield from self._several(words, gone)

    def _one(self, word: str, gone: int) -> Iterator[Row]:
        if word.isascii() and any(char.isdigit() for char in word):
            yield from self._number(word, gone)
            return
        yield from self._name(name_text(word), gone)
        for place in self._places.meant(word):
            yield from self._village(place, gone)
        if word.isascii():
            yield from self._document(word.upper(), gone)
        else:
            yield from self._of_household("address", word, gone)

    def _several(self, words: list[str], gone: int) -> Iterator[Row]:
        years = [word for word in words if _YEAR.match(word)]
        numbers = [word for word in words if _is_number(word) and word not in years]
        names = [word for word in words if word not in years and word not in numbers]
        if names and len(years) == 1 and not numbers:
            yield from self._name(name_text("".join(names)), gone, born=int(years[0]))
        elif names and not years and not numbers:
            yield from self._name(name_text("".join(names)), gone)
        yield from self._in_places(words, gone)
        if names and len(numbers) + len(years) == 1:
            number = (numbers + years)[0].upper()
            yield from self._numbered_name(number, name_text("".join(names)), gone)
        if len(numbers) == len(words):
            yield from self._number("".join(words), gone)
        yield from self._of_household("address", " ".join(words), gone)

    def _in_places(self, words: list[str], gone: int) -> Iterator[Row]:
        """Yield people of a village named by one word whom the other words name."""
        for at in (0, len(words) - 1):
            places = self._places.meant(words[at])
            rest = words[:at] + words[at + 1 :]
            years = [word for word in rest if _YEAR.match(word)]
            text = name_text("".join(word for word in rest if word not in years))
            for place in places if text and len(years) < 2 else ():
                for row in self._name_in(place, text, gone):
                    if not years or str(row["birth_date"] or "").startswith(years[0]):
                        yield row

    def _name(self, text: str, gone: int, born: int | None = None) -> Iterator[Row]:
        if not text:
            return
        year = "" if born is None else " AND k.born = ?"
        statement = (
            f"SELECT {_COLUMNS} FROM search_keys k JOIN search_people s ON s.person = k.person"  # noqa: S608
            f" WHERE k.rank = ? AND k.key >= ? AND k.key < ?{year} ORDER BY k.key"
        )
        for rank in (WHOLE, PART):
            values = (gone + rank, text, text + _LAST)
            yield from self._execute(statement, values if born is None else (*values, born))

    def _name_in(self, place: Place, text: str, gone: int) -> Iterator[Row]:
        """Yield people of a village, or of each village of a township, by name."""
        statement = (
            f"SELECT {_COLUMNS} FROM search_places k JOIN search_people s ON s.person = k.person"  # noqa: S608
            " WHERE k.place = ? AND k.rank = ? AND k.key >= ? AND k.key < ?"
            " ORDER BY k.key"
        )
        for village in self._villages(place):
            yield from self._execute(statement, (village, gone, text, text + _LAST))

    def _villages(self, place: Place) -> Iterator[int]:
        """Yield the villages with people in a range, each found by one step in the index."""
        if place.first == place.last:
            yield place.first
            return
        village = place.first - 1
        while True:
            row = self._execute(
                "SELECT min(place) FROM search_places WHERE place > ? AND place <= ?",
                (village, place.last),
            ).fetchone()
            if row[0] is None:
                return
            village = row[0]
            yield village

    def _village(self, place: Place, gone: int) -> Iterator[Row]:
        """Yield the people of a village in the order of their households' numbers."""
        low, high = str(place.first), str(place.last)
        if place.first != place.last:
            low = low[:9]
        statement = (
            f"SELECT {_COLUMNS} FROM households h JOIN people p ON p.household_id = h.id"  # noqa: S608
            " JOIN search_people s ON s.person = p.rowid"
            " WHERE h.division >= ? AND h.division < ? AND s.gone = ?"
            " ORDER BY h.division, h.number"
        )
        yield from self._execute(statement, (low, high + ":", int(gone > 0)))

    def _number(self, word: str, gone: int) -> Iterator[Row]:
        text = word.upper()
        yield from self._document(text, gone)
        yield from self._where("p.phone", text, gone)
        yield from self._of_household("number", word, gone)
        yield from self._of_household("phone", word, gone)
        for place in self._places.meant(word):
            yield from self._village(place, gone)
        yield from self._fragment(text, gone)

    def _document(self, text: str, gone: int) -> Iterator[Row]:
        """Yield who has, or once had, a number that begins so."""
        yield from self._where("p.document_number", text, gone)
        statement = (
            f"SELECT {_COLUMNS} FROM person_numbers n JOIN people p ON p.id = n.person_id"  # noqa: S608
            " JOIN search_people s ON s.person = p.rowid"
            " WHERE n.number >= ? AND n.number < ? AND n.number <> p.document_number"
            " AND s.gone = ? ORDER BY n.number"
        )
        yield from self._execute(statement, (text, text + _LAST, int(gone > 0)))

    def _where(self, column: str, text: str, gone: int) -> Iterator[Row]:
        statement = (
            f"SELECT {_COLUMNS} FROM people p JOIN search_people s ON s.person = p.rowid"  # noqa: S608
            f" WHERE {column} >= ? AND {column} < ? AND s.gone = ? ORDER BY {column}"
        )
        yield from self._execute(statement, (text, text + _LAST, int(gone > 0)))

    def _of_household(self, column: str, text: str, gone: int) -> Iterator[Row]:
        statement = (
            f"SELECT {_COLUMNS} FROM households h JOIN people p ON p.household_id = h.id"  # noqa: S608
            " JOIN search_people s ON s.person = p.rowid"
            f" WHERE h.{column} >= ? AND h.{column} < ? AND s.gone = ? ORDER BY h.{column}"
        )
        yield from self._execute(statement, (text, text + _LAST, int(gone > 0)))

    def _fragment(self, text: str, gone: int) -> Iterator[Row]:
        """Yield whose numbers hold ``text`` anywhere."""
        if len(text) < _TRIGRAM:
            return
        if len(text) < LEAST:
            yield from self._holding("number_index", text, gone)
            return
        statement = (
            f"SELECT {_COLUMNS} FROM search_tails k JOIN search_people s ON s.person = k.person"  # noqa: S608
            " WHERE k.tail >= ? AND k.tail < ? AND k.tail % ? = ? AND s.gone = ? ORDER BY k.tail"
        )
        for one in ranges(text):
            values = (one.low, one.high, one.modulus, one.remainder, int(gone > 0))
            yield from self._execute(statement, values)
        yield from self._holding("other_index", text, gone)
        known = (row["region"] for row in self._execute("SELECT region FROM search_regions"))
        if begins_in_region(text, known):
            yield from self._holding("number_index", text, gone)

    def _holding(self, index: str, text: str, gone: int) -> Iterator[Row]:
        # The index keeps no positions, so the match is confirmed on what was indexed.
        statement = (
            f"SELECT {_COLUMNS} FROM {index} JOIN search_people s ON s.person = {index}.rowid"  # noqa: S608
            f" WHERE {index} MATCH ? AND s.gone = ? AND instr(s.numbers, ?)"
        )
        yield from self._execute(statement, (_trigrams(text), int(gone > 0), text))

    def _numbered_name(self, number: str, name: str, gone: int) -> Iterator[Row]:
        """Yield whose numbers hold ``number`` and whose name begins with ``name``."""
        if len(number) < _TRIGRAM:
            return
        statement = (
            f"SELECT {_COLUMNS} FROM number_index JOIN search_people s ON s.person ="  # noqa: S608
            " number_index.rowid"
            " WHERE number_index MATCH ? AND s.gone = ? AND instr(s.numbers, ?)"
            " AND instr(' ' || s.whole, ?)"
        )
        values = (_trigrams(number), int(gone > 0), number, " " + name)
        yield from self._execute(statement, values)


def _is_number(word: str) -> bool:
    return word.isascii() and any(char.isdigit() for char in word)


def _trigrams(text: str) -> str:
    # Every second one and the last cover the text; half as many lists are read as with all.
    last = len(text) - _TRIGRAM
    starts = dict.fromkeys((*range(0, last, 2), last))
    return " AND ".join('"' + text[at : at + _TRIGRAM].replace('"', '""') + '"' for at in starts)
