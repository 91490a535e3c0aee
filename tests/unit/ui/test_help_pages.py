"""The help's pages: two languages alike, links that lead somewhere, law that stands in a notice."""

from __future__ import annotations

import re

import pytest

from desktop.domain.codes import Language
from desktop.ui.help.pages import (
    CONTENTS,
    KEYBOARD,
    HelpBook,
    Page,
    parse,
    picture_path,
    split_topic,
    with_whole_pictures,
)
from desktop.ui.help.presenter import HelpPresenter
from desktop.ui.messages import Messages
from tests.law.test_articles import ARTICLES, exists

ZH, EN = HelpBook.of("zh"), HelpBook.of("en")
KEYS = parse(KEYBOARD, "# 键盘一览\n")
_DOCUMENT = re.compile(r"[\u4e00-\u9fff]+〔\d{4}〕\d+号")
_ARTICLE = r"[一二三四五六七八九十](?:（[一二三四五六七八九十]）)?(?:末)?(?:¶\d+)?"
_CITED = re.compile(rf"([\u4e00-\u9fff]+〔\d{{4}}〕\d+号) ({_ARTICLE}(?: (?:和|and) {_ARTICLE})*)")


def dead_links(book: HelpBook) -> list[str]:
    """Return the links that lead nowhere, with their page."""
    found = []
    for page in book.pages.values():
        for link in page.links:
            name, anchor = split_topic(link)
            known = KEYS if name == KEYBOARD else book.pages.get(name)
            if known is None or not known.has(anchor):
                found.append(f"{page.name}: {link}")
    return found


def test_every_page_has_its_twin_with_the_same_anchors_in_the_same_order() -> None:
    assert ZH.pages.keys() == EN.pages.keys()
    for name, page in ZH.pages.items():
        there = [section.anchor for section in EN.pages[name].sections]
        assert [section.anchor for section in page.sections] == there, name
        assert all(there), f"{name}: a heading without an anchor"
        assert len(set(there)) == len(there), name


@pytest.mark.parametrize("book", [ZH, EN], ids=["zh", "en"])
def test_every_link_leads_somewhere_and_every_page_is_in_the_contents(book: HelpBook) -> None:
    assert dead_links(book) == []
    listed = set(book.pages[CONTENTS].links)
    assert book.pages.keys() - listed - {CONTENTS} == set()


def test_a_dead_link_is_noticed() -> None:
    page = parse("one", "# 甲 {#a}\n\n[乙](two#b) [丙](one#c) [甲](one#a)\n")
    assert dead_links(HelpBook({"one": page})) == ["one: two#b", "one: one#c"]


@pytest.mark.parametrize("book", [ZH, EN], ids=["zh", "en"])
def test_every_section_says_something(book: HelpBook) -> None:
    short = [
        f"{page.name}#{section.anchor}"
        for page in book.pages.values()
        for section in page.sections[1:]
        if len(section.text) < 5
    ]
    assert short == []


@pytest.mark.parametrize("book", [ZH, EN], ids=["zh", "en"])
def test_law_is_told_only_as_the_notices_have_it(book: HelpBook) -> None:
    for page in book.pages.values():
        assert set(_DOCUMENT.findall(page.markdown)) <= ARTICLES.keys(), page.name
        cited = _CITED.findall(page.markdown)
        assert len(cited) == len(_DOCUMENT.findall(page.markdown)), f"{page.name}: no article"
        for document, articles in cited:
            for article in re.findall(_ARTICLE, articles):
                assert exists(document, article), f"{page.name}: {document} {article}"


def test_a_page_begins_with_its_title() -> None:
    with pytest.raises(ValueError, match="no title"):
        parse("x", "text\n# 标题\n")
    with pytest.raises(ValueError, match="empty"):
        parse("x", "")


def test_search_wants_every_word_and_puts_titles_first() -> None:
    hits = ZH.find("收据 号")
    assert "收据号" in hits[0].title
    assert all(ZH.pages[split_topic(hit.topic)[0]] for hit in hits)
    assert ZH.find("收据 没有这样的词") == ()
    assert ZH.find("  ") == ()


def test_a_title_is_found_by_its_pinyin_initials() -> None:
    assert "household#name" in [hit.topic for hit in HelpBook(ZH.pages).find("姓名")]
    assert any(hit.topic == "documents#residence-permit" for hit in ZH.find("jzz"))


class PanelDouble:
    """The panel without Qt: remembers what it was told."""

    def __init__(self) -> None:
        self.shown: list[tuple[str, str]] = []
        self.hits: list[str] = []
        self.heading = ""
        self.way_back = False
        self.picture = ""
        self.note = ""

    def show_page(self, page: Page, anchor: str) -> None:
        """Remember the page."""
        self.shown.append((page.name, anchor))

    def show_hits(self, heading: str, hits: tuple[object, ...]) -> None:
        """Remember what was found."""
        self.heading = heading
        self.hits = [str(hit) for hit in hits]

    def show_picture(self, name: str) -> None:
        """Remember the picture."""
        self.picture = name

    def show_way_back(self, *, possible: bool) -> None:
        """Remember whether one can go back."""
        self.way_back = possible

    def show_note(self, text: str) -> None:
        """Remember the line."""
        self.note = text


def presenter(language: Language = "zh") -> tuple[HelpPresenter, PanelDouble]:
    panel = PanelDouble()
    return HelpPresenter(HelpBook.of(language), Messages(language), panel, lambda: KEYS), panel


def test_links_are_followed_and_led_back() -> None:
    one, panel = presenter()
    one.open("household#name")
    assert not panel.way_back
    one.follow("price#open")
    one.follow("#cover")
    assert panel.shown[-1] == ("price", "cover")
    one.back()
    one.back()
    assert panel.shown[-1] == ("household", "name")
    assert not panel.way_back
    one.back()
    assert panel.shown[-1] == ("household", "name")


@pytest.mark.parametrize(
    "target", ["https://example.org", "file:///etc/passwd", "../../secret", "..\\secret", "a:b"]
)
def test_what_leads_out_of_the_help_is_refused(target: str) -> None:
    one, panel = presenter()
    one.open("sync")
    one.follow(target)
    assert panel.shown == [("sync", "")]
    assert panel.note


def test_an_unknown_topic_falls_back_to_its_page_or_the_contents() -> None:
    one, panel = presenter()
    one.open("household#nothing-like-it")
    assert panel.shown[-1] == ("household", "")
    one.open("nothing-like-it#name")
    assert panel.shown[-1] == (CONTENTS, "")
    assert one.shows("nor-this")
    one.open(f"{KEYBOARD}#x")
    assert panel.shown[-1] == (KEYBOARD, "")


def test_an_emptied_search_shows_the_page_again() -> None:
    one, panel = presenter("en")
    one.open("payment#amount")
    one.search("receipt")
    assert "found" in panel.heading
    one.search("")
    assert panel.shown[-1] == ("payment", "amount")
    one.search("no such word at all")
    assert panel.hits == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_picture_is_there_and_told_in_words(language: Language) -> None:
    book = HelpBook.of(language)
    shown = [name for page in book.pages.values() for name in page.pictures]
    assert len(set(shown)) > 15
    for name in shown:
        path = picture_path(name, language)
        assert path is not None
        assert path.parent.name == language
        assert path.stat().st_size < 120_000


def test_a_picture_is_neither_a_link_nor_searched() -> None:
    page = parse("one", "# 甲 {#a}\n\n![乙的样子](household.png)\n\n[丙](price#open)\n")
    assert (page.pictures, page.links) == (("household",), ("price#open",))
    assert "乙" not in page.sections[0].text
    text = with_whole_pictures(page.markdown, "看大图")
    assert "[看大图](picture.household)" in text


@pytest.mark.parametrize("name", ["../settings", "/etc/passwd", "none-such", "", "a" * 60])
def test_no_other_file_is_a_picture(name: str) -> None:
    assert picture_path(name, "zh") is None


def test_a_link_to_a_picture_shows_it_whole() -> None:
    one, panel = presenter()
    one.open("household")
    one.follow("picture.household")
    assert panel.picture == "household"
    assert panel.note == ""
