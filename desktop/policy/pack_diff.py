"""What two versions of a pack write differently, value by value, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal

from msgspec import Struct

from desktop.policy.pack import Pack
from desktop.policy.pack_values import PackValue, pack_values
from desktop.policy.pack_words import open_words, part_words, value_words
from desktop.policy.words import Language, article_words


class ValueChange(Struct, frozen=True):
    """A value written anew, taken out or changed."""

    kind: Literal["added", "removed", "changed"]
    before: PackValue | None
    after: PackValue | None

    def says(self, language: Language = "zh") -> str:
        """Return ``改：资助对象（城乡低保对象）：金额 120.00 → 150.00（第三条）``."""
        value = self.after or self.before
        assert value is not None, "a change has at least one side"
        kind = _KINDS[self.kind][language == "en"]
        colon = "：" if language == "zh" else ": "
        if self.kind == "changed" and self.before is not None and self.after is not None:
            said = _parts_moved(self.before, self.after, language)
        else:
            said = "；".join(
                text for text in (value.says(language), _open(value, language)) if text
            )
        where = article_words("", value.article, language).strip()
        cite = f"（{where}）" if language == "zh" else f" ({where})"
        return f"{kind}{colon}{value.title(language)}{colon if said else ''}{said}{cite}"


_KINDS = {"added": ("增", "added"), "removed": ("删", "removed"), "changed": ("改", "changed")}


def value_changes(before: Pack, after: Pack) -> Iterator[ValueChange]:
    """Yield the values of two versions of a pack that are not the same in both."""
    old, new = _by_key(before), _by_key(after)
    for key in dict.fromkeys((*old, *new)):
        was, now = old.get(key), new.get(key)
        if was is None:
            yield ValueChange("added", None, now)
        elif now is None:
            yield ValueChange("removed", was, None)
        elif _said(was) != _said(now):
            yield ValueChange("changed", was, now)


def _by_key(pack: Pack) -> dict[object, PackValue]:
    """Return a pack's values by what they are; those of successive days one after the other."""
    found: dict[object, PackValue] = {}
    for value in pack_values(pack):
        key: tuple[object, ...] = value.key
        while key in found:
            key = (*key, "next")
        found[key] = value
    return found


def _said(value: PackValue) -> tuple[object, ...]:
    return (*_all_parts(value).items(),)


def _all_parts(value: PackValue) -> dict[str, Any]:
    """Return the parts of a value with its citation; the day it was checked says nothing new."""
    rest: dict[str, Any] = {"article": value.article, "since": value.since}
    if value.until is not None:
        rest["until"] = value.until
    if value.open is not None:
        rest["open"] = value.open
    return dict(value.parts) | rest


def _parts_moved(before: PackValue, after: PackValue, language: Language) -> str:
    old, new = _all_parts(before), _all_parts(after)
    said = [
        f"{part_words(name, language)} {_part(old, name, language)} → {_part(new, name, language)}"
        for name in dict.fromkeys((*old, *new))
        if old.get(name) != new.get(name)
    ]
    return ("；" if language == "zh" else "; ").join(said)


def _part(parts: Mapping[str, Any], name: str, language: Language) -> str:
    if name not in parts:
        return "无" if language == "zh" else "none"
    return value_words(parts[name], language, part=name)


def _open(value: PackValue, language: Language) -> str:
    return "" if value.open is None else open_words(value.open, language)
