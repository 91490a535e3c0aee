"""What a pack, or the packs of a place together, say: one value after the other, with its article.

The rows of the page that shows the law in force, and what two versions of a pack are compared by.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from msgspec import Struct

from desktop.policy.codes import BENEFIT_ITEMS
from desktop.policy.pack import Cited, IdentityGroup, Open, Pack
from desktop.policy.pack_words import (
    benefit_words,
    part_words,
    set_parts,
    subject_words,
    value_words,
)
from desktop.policy.parse import row_key
from desktop.policy.words import Language

_CITATION = frozenset({"article", "valid_from", "valid_to", "checked_on", "open"})
_NAMES_THE_ROW = ("item", "tier", "institution", "academic_year", "subsidy_year", "identity")
BENEFITS = "benefit_info"
"""The subject whose rows are inherited one by one: a document that speaks of one benefit does not
silence those above it on the others."""
_APART = frozenset({"groups", "anyone", "classes"})
"""Parts that get rows of their own."""


class PackValue(Struct, frozen=True):
    """One thing a document says or leaves open.

    ``parts`` are the figures, codes and conditions by their names in the schema. ``key`` is the
    same for the same thing in another version of the pack.
    """

    key: tuple[object, ...]
    subject: str
    names: tuple[tuple[str, Any], ...]
    parts: tuple[tuple[str, Any], ...]
    document: str
    article: str
    since: date
    until: date | None
    checked_on: date
    open: Open | None

    def title(self, language: Language = "zh") -> str:
        """Return what it is a value of: ``资助参保（城乡低保对象）``."""
        comma = "，" if language == "zh" else ", "
        inside = comma.join(value_words(value, language, part=name) for name, value in self.names)
        subject = subject_words(self.subject, language)
        if not inside:
            return subject
        return f"{subject}（{inside}）" if language == "zh" else f"{subject} ({inside})"

    def says(self, language: Language = "zh") -> str:
        """Return the value in words: ``方式 定额；金额 120.00``; empty if all it says is open."""
        if self.subject == BENEFITS:
            return benefit_words(dict(self.parts), language)
        semicolon = "；" if language == "zh" else "; "
        return semicolon.join(
            f"{part_words(name, language)} {value_words(value, language, part=name)}"
            for name, value in self.parts
        )


def pack_values(pack: Pack) -> Iterator[PackValue]:
    """Yield everything a pack says, in the order of the schema."""
    for name in pack.__struct_fields__:
        yield from _section(pack, name, getattr(pack, name))


def values_in_force(packs: Sequence[Pack]) -> Iterator[PackValue]:
    """Yield what holds at a place: each subject from the nearest of its ``packs`` that has it."""
    for name in Pack.__struct_fields__:
        if name == BENEFITS:
            yield from benefit_values(packs)
            continue
        for pack in packs:
            found = list(_section(pack, name, getattr(pack, name)))
            if found:
                yield from found
                break


def benefit_values(packs: Sequence[Pack]) -> Iterator[PackValue]:
    """Yield what holds of benefits at a place: each item from the nearest document that has it."""
    for item in BENEFIT_ITEMS:
        for pack in packs:
            found = [row for row in pack.benefit_info if row.item == item]
            if found:
                yield from _section(pack, BENEFITS, tuple(found))
                break


def _section(pack: Pack, name: str, value: object) -> Iterator[PackValue]:
    if isinstance(value, Cited):
        yield _value(pack, name, value, (name,))
        for group in getattr(value, "groups", ()):
            yield _value(pack, f"{name}.groups", group, (f"{name}.groups", row_key(group)))
        anyone = getattr(value, "anyone", None)
        if anyone is not None:
            yield _value(pack, f"{name}.anyone", anyone, (f"{name}.anyone",))
    elif isinstance(value, tuple):
        for row in value:
            yield _value(pack, name, row, (name, row_key(row)))
            for one in getattr(row, "classes", ()):
                yield _class(pack, name, row, one)


def _value(pack: Pack, subject: str, cited: Cited, key: tuple[object, ...]) -> PackValue:
    said = [(name, value) for name, value in set_parts(cited) if name not in _CITATION | _APART]
    # A list of groups names each by what it is; elsewhere "identity" would be a part like others.
    row = isinstance(cited, IdentityGroup) or len(key) > 1 or subject == "student_fiscal"
    names = tuple(one for one in said if row and one[0] in _NAMES_THE_ROW)
    return PackValue(
        key=key,
        subject=subject,
        names=names,
        parts=tuple(one for one in said if one not in names),
        document=pack.pack.document,
        article=cited.article,
        since=cited.valid_from,
        until=cited.valid_to,
        checked_on=cited.checked_on or pack.pack.checked_on,
        open=getattr(cited, "open", None),
    )


def _class(pack: Pack, subject: str, rule: Cited, one: Struct) -> PackValue:
    said = dict(set_parts(one))
    code, name = said.pop("code"), said.pop("name")
    return PackValue(
        key=(subject, row_key(rule), code),
        subject=subject,
        names=(("subsidy_year", row_key(rule)), ("name", name)),
        parts=tuple(said.items()),
        document=pack.pack.document,
        article=rule.article,
        since=rule.valid_from,
        until=rule.valid_to,
        checked_on=rule.checked_on or pack.pack.checked_on,
        open=None,
    )
