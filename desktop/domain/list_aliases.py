"""What departments call the identities, and what each name means (身份名称对照).

Six offices, six spellings: a name is compared without brackets, blanks, widths and the words that
say nothing. A source's own alias goes before one for every list, and both before the shipped ones.
A name that nobody has said the meaning of stays as it stands, and is listed.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import msgspec

from desktop.domain.desk_codes import DISABILITY_KINDS
from desktop.domain.facts import Recognition
from desktop.domain.list_facts import ListAlias
from desktop.policy.codes import IDENTITY_CODES

PRIORITY_LAST = 9999
_SEPARATORS = re.compile(r"[、,，;；|/\n+＋]+")
_NOISE = re.compile(r"[\s()\[\]【】〔〕{}<>《》\"'“”‘’·.．:：_*★-]+")
_LEVEL = re.compile(r"[一二三四](?=[一二三四、至到]*级)")
_DIGIT = {"一": "1", "二": "2", "三": "3", "四": "4"}
_RANGE = re.compile(r"([1-4])[、至到~—-]?([1-4])级")
_TAILS = ("人员", "对象", "人口", "家庭", "成员", "户", "类", "人")
_CODE = re.compile(r"^[0-9A-Z]{2,8}[-:：]|[-:：][0-9]{4}$")
_KINDS = {
    "视力": "visual", "听力": "hearing", "言语": "speech", "肢体": "physical",
    "智力": "intellectual", "精神": "mental", "多重": "multiple",
}  # fmt: skip
_DISABILITY = re.compile(
    "(?:(视力|听力|言语|肢体|智力|精神|多重)(?:残疾)?([1-4])级"
    "|([1-4])级(视力|听力|言语|肢体|智力|精神|多重)残?疾?)"
)
_AREAS = (("urban", ("城", "城市", "城镇", "非农", "urban")), ("rural", ("农", "农村", "乡", "乡村", "rural")))  # fmt: skip # noqa: E501


def plain_words(words: str) -> str:
    """Return a name as it is compared.

    >>> plain_words("低保（普通） "), plain_words("城乡重度（一、二级）残疾")
    ('低保普通', '城乡重度12级残疾')
    """
    text = unicodedata.normalize("NFKC", words).casefold()
    text = _LEVEL.sub(lambda found: _DIGIT[found.group()], text)
    text = _RANGE.sub(r"\1\2级", text)
    return _NOISE.sub("", text.replace("、", ""))


def split_words(cell: str) -> tuple[str, ...]:
    """Return the names in one cell, each as it stands.

    >>> split_words("低保、重度残疾（一、二级）")
    ('低保', '重度残疾（一、二级）')
    """
    # A separator inside brackets belongs to the name.
    guarded = re.sub(
        r"[(（\[【][^)）\]】]*[)）\]】]", lambda found: found.group().replace("、", "\x00"), cell
    )
    guarded = re.sub(r"(?<=[一二三四1-4])、(?=[一二三四1-4]级)", "\x00", guarded)
    parts = (part.replace("\x00", "、").strip() for part in _SEPARATORS.split(guarded))
    return tuple(dict.fromkeys(part for part in parts if part))


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a name means; ``means`` None: known, and no identity of the law."""

    means: Recognition | None
    priority: int


class AliasBook:
    """The aliases of one source, those for every list behind them."""

    def __init__(self, *layers: Iterable[ListAlias]) -> None:
        self._known: dict[str, Meaning] = {}
        for layer in layers:
            for alias in layer:
                self._known.setdefault(
                    plain_words(alias.words), Meaning(alias.means, alias.priority)
                )
        self._asked: dict[str, Meaning | None] = {}

    def __len__(self) -> int:
        return len(self._known)

    def meaning(self, words: str) -> Meaning | None:
        """Return what a name means, None if nobody has said it."""
        if words not in self._asked:
            self._asked[words] = self._look_up(words)
        return self._asked[words]

    def _look_up(self, words: str) -> Meaning | None:
        for form in (words, _CODE.sub("", words)):
            plain = plain_words(form)
            for cut in (plain, *_without_tails(plain)):
                if cut in self._known:
                    return self._known[cut]
        return _disability(plain_words(words))


def _without_tails(plain: str) -> Iterable[str]:
    for tail in _TAILS:
        if plain.endswith(tail):
            yield plain.removesuffix(tail)
            yield from _without_tails(plain.removesuffix(tail))


def _disability(plain: str) -> Meaning | None:
    """Return what 肢体二级 or 二级智力残疾 says by itself."""
    match = _DISABILITY.search(plain)
    if match is None:
        return None
    kind, grade = match.group(1) or match.group(4), match.group(2) or match.group(3)
    return Meaning(Recognition(code="disability", kind=_KINDS[kind], grade=int(grade)), 60)


def disability_kind(text: str) -> str | None:
    """Return the code of a kind of disability written in any usual way, None if it is none."""
    plain = plain_words(text).removesuffix("残疾")
    if plain in DISABILITY_KINDS:
        return DISABILITY_KINDS[plain]
    return next((code for word, code in _KINDS.items() if word in plain), None)


def disability_grade(text: str) -> int | None:
    """Return a grade of disability written in any usual way, None if it is none.

    >>> disability_grade("二级"), disability_grade("2"), disability_grade("Ⅰ级")
    (2, 2, 1)
    """
    plain = plain_words(text).removesuffix("级")
    plain = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}.get(plain, _DIGIT.get(plain, plain))
    return int(plain) if plain in ("1", "2", "3", "4") else None


def area_of(text: str) -> str | None:
    """Return ``urban`` or ``rural`` as a cell says it, None if it says neither."""
    plain = plain_words(text)
    return next((code for code, words in _AREAS if plain in words), None)


def parse_aliases(name: str, text: str) -> tuple[ListAlias, ...]:
    """Return the aliases of a tab-separated table: words, code, area, kind, grade, priority.

    Raises:
        ValueError: a code nobody knows, or a line of another form; names file and line.
    """
    found = []
    rows = csv.reader(io.StringIO(text), delimiter="\t", quoting=csv.QUOTE_NONE)
    for number, row in enumerate(rows, 1):
        if not row or row[0].startswith("#"):
            continue
        words, code, area, kind, grade, priority = (*row, *[""] * 6)[:6]
        alias = alias_of({"words": words, "code": code, "area": area, "kind": kind,
                          "grade": grade, "priority": priority})  # fmt: skip
        if alias is None:
            raise ValueError(f"{name}:{number}: no alias: {row}")
        found.append(alias)
    return tuple(found)


def alias_of(row: Mapping[str, str]) -> ListAlias | None:
    """Return the alias a table's row states, None if it is none.

    ``code`` empty or ``-`` says: known, and no identity of the law.
    """
    words, code = row["words"].strip(), row.get("code", "").strip()
    priority = row.get("priority", "").strip() or "100"
    if not words or not priority.isdecimal() or int(priority) > PRIORITY_LAST:
        return None
    if code in ("", "-"):
        return ListAlias(words=words, means=None, priority=int(priority))
    if code not in IDENTITY_CODES:
        return None
    grade = disability_grade(row.get("grade", "")) if row.get("grade") else None
    kind = row.get("kind", "").strip()
    try:
        means = msgspec.convert(
            {
                "code": code,
                "area": area_of(row.get("area", "")),
                "kind": kind if kind in DISABILITY_KINDS.values() else disability_kind(kind),
                "grade": grade,
            },
            Recognition,
        )
    except msgspec.ValidationError:
        return None
    return ListAlias(words=words, means=means, priority=int(priority))
