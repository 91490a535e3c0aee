"""The help's pages: Markdown files with anchored sections, searched and linked. No Qt.

A page is ``resources/help/<language>/<page>.md``. Its headings carry anchors,
``## 姓名 {#name}``, and a topic is written ``page#anchor``, as a link and as a widget's
``helpTopic``. The page ``index`` lists the others: its links are the order of the contents.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from desktop.base.resources import resource_path
from desktop.domain.codes import Language
from desktop.ui.pinyin import initials

CONTENTS = "index"
KEYBOARD = "keyboard"
"""The one page that is no file: it is made from the keys the window really has."""

_HEADING = re.compile(r"(?P<marks>#{1,3}) (?P<title>.+?)(?: \{#(?P<anchor>[a-z0-9_-]+)\})?")
_LINK = re.compile(r"(?<!!)\[([^\]]*)\]\(([^)\s]+)\)")
_PICTURE = re.compile(r"!\[([^\]]+)\]\(([a-z0-9-]+)\.png\)")
_MARKS = re.compile(r"[*`|>]|^\s*(?:-|\d+\.) |^[-|: ]+$", re.MULTILINE)
_NAME = re.compile(r"[a-z0-9-]{1,40}")
PICTURE = "picture."
"""What a link to a whole picture begins with."""

_AROUND = 24
"""Characters shown on both sides of what was searched."""


@dataclass(frozen=True, slots=True)
class Section:
    """One heading and the text below it, without marks."""

    anchor: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """One page; ``sections`` stand in the order of its headings, the page's own title first."""

    name: str
    markdown: str
    sections: tuple[Section, ...]

    @property
    def title(self) -> str:
        """The page's title."""
        return self.sections[0].title

    @property
    def links(self) -> tuple[str, ...]:
        """The targets of its links, in their order."""
        return tuple(target for _, target in _LINK.findall(self.markdown))

    @property
    def pictures(self) -> tuple[str, ...]:
        """The names of its pictures, in their order."""
        return tuple(name for _, name in _PICTURE.findall(self.markdown))

    def has(self, anchor: str) -> bool:
        """Tell whether the page has this anchor; the empty one is its beginning."""
        return not anchor or any(section.anchor == anchor for section in self.sections)


@dataclass(frozen=True, slots=True)
class Hit:
    """One section that holds what was searched."""

    topic: str
    title: str
    """Page and section."""
    excerpt: str


class HelpBook:
    """Every page of one language."""

    def __init__(self, pages: dict[str, Page]) -> None:
        self.pages = pages

    @classmethod
    def of(cls, language: Language) -> HelpBook:
        """Read the pages shipped in ``language``. Raises OSError if they are not there."""
        files = sorted(resource_path("help", language).glob("*.md"))
        return cls(
            {file.stem: parse(file.stem, file.read_text(encoding="utf-8")) for file in files}
        )

    def find(self, wanted: str) -> tuple[Hit, ...]:
        """Return the sections that hold every word typed, those with it in the title first.

        A title is found by its pinyin initials too.
        """
        words = wanted.casefold().split()
        if not words:
            return ()
        found = [
            (not _all_in(words, section.title), page.name != CONTENTS, _hit(page, section, words))
            for page in self.pages.values()
            for section in page.sections
            if _fits(words, section)
        ]
        # Stable: within a rank the pages keep their order; the contents come after the real thing.
        return tuple(hit for _, _, hit in sorted(found, key=lambda one: (one[0], not one[1])))


def with_whole_pictures(markdown: str, words: str) -> str:
    """Return a page's text with a link below each picture that shows it whole."""
    return _PICTURE.sub(rf"![\1](\2.png)\n\n[{words}]({PICTURE}\2)", markdown)


def picture_path(name: str, language: Language) -> Path | None:
    """Return a picture's file, in Chinese where there is none of its own language."""
    if not _NAME.fullmatch(name):
        return None
    for folder in (language, "zh"):
        path = resource_path("help", "pictures", folder, f"{name}.png")
        if path.is_file():
            return path
    return None


def split_topic(topic: str) -> tuple[str, str]:
    """Return a topic's page and anchor."""
    page, _, anchor = topic.partition("#")
    return page, anchor


def parse(name: str, text: str) -> Page:
    """Return the page of a Markdown text. Raises ValueError if it does not begin with a title."""
    shown: list[str] = []
    heads: list[tuple[str, str]] = []
    bodies: list[list[str]] = []
    for line in text.splitlines():
        head = _HEADING.fullmatch(line)
        if head:
            heads.append((head["anchor"] or "", head["title"]))
            bodies.append([])
            shown.append(f"{head['marks']} {head['title']}")
        else:
            if not heads:
                raise ValueError(f"help page {name} begins with no title")
            bodies[-1].append(line)
            shown.append(line)
    if not heads:
        raise ValueError(f"help page {name} is empty")
    sections = tuple(
        Section(anchor, title, _plain("\n".join(body)))
        for (anchor, title), body in zip(heads, bodies, strict=True)
    )
    return Page(name, "\n".join(shown) + "\n", sections)


def _plain(markdown: str) -> str:
    text = _MARKS.sub(" ", _LINK.sub(r"\1", _PICTURE.sub("", markdown)))
    return " ".join(text.split())


def _all_in(words: list[str], text: str) -> bool:
    folded, short = text.casefold(), initials(text)
    return all(word in folded or (word.isascii() and word in short) for word in words)


def _fits(words: list[str], section: Section) -> bool:
    title, text = section.title, section.text.casefold()
    return all(word in text or _all_in([word], title) for word in words)


def _hit(page: Page, section: Section, words: list[str]) -> Hit:
    topic = f"{page.name}#{section.anchor}" if section.anchor else page.name
    top = section is page.sections[0]
    title = page.title if top else f"{page.title} · {section.title}"
    return Hit(topic, title, _excerpt(section.text, words))


def _excerpt(text: str, words: list[str]) -> str:
    folded = text.casefold()
    at = min((place for word in words if (place := folded.find(word)) >= 0), default=0)
    begin, end = max(0, at - _AROUND), at + 3 * _AROUND
    return f"{'…' if begin else ''}{text[begin:end]}{'…' if end < len(text) else ''}"
