"""How divisions find their law, and what its hash covers."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.policy import LawBook
from tests.law.support import shipped_book, shipped_texts


@pytest.mark.parametrize(
    ("division", "chain"),
    [
        ("532301", ("532301", "532300", "530000", "000000")),
        ("532301001001", ("532301", "532300", "530000", "000000")),
        ("532300", ("532300", "530000", "000000")),
        ("530000", ("530000", "000000")),
        ("000000", ("000000",)),
        ("539999", ("539999", "532300", "530000", "000000")),
        ("500101", ("500101", "500100", "500000", "000000")),
        ("990101", ()),
    ],
)
def test_the_chain(division: str, chain: tuple[str, ...]) -> None:
    assert shipped_book().chain(division) == chain


@pytest.mark.parametrize(
    ("division", "packs"),
    [
        ("532301", ["chuxiong-2021-46", "yunnan-2021-90", "nation-2021-32"]),
        ("530102", ["yunnan-2021-90", "nation-2021-32"]),
        ("360702", ["ganzhou-2021-31", "jiangxi-2021-13", "nation-2021-32"]),
        ("360102", ["jiangxi-2021-13", "nation-2021-32"]),
        ("450102", ["guangxi-2021-22", "nation-2021-32"]),
        ("500101", ["chongqing-2021-70", "nation-2021-32"]),
        ("110101", ["nation-2021-32"]),
    ],
)
def test_the_layers(division: str, packs: list[str]) -> None:
    law = shipped_book().resolve(division, 2021)
    assert law is not None
    assert [layer.pack for layer in law.used.layers] == packs


def test_no_pack_covers_another_campaign() -> None:
    assert shipped_book().resolve("532301", 2022) is None
    assert shipped_book().resolve("999999", 2021) is None


def book(**changes: tuple[str, str]) -> LawBook:
    texts = dict(shipped_texts())
    for name, (old, new) in changes.items():
        assert old in texts[f"{name}.toml"]
        texts[f"{name}.toml"] = texts[f"{name}.toml"].replace(old, new)
    return LawBook.from_texts(texts)


def hash_of(law_book: LawBook, division: str) -> str:
    law = law_book.resolve(division, 2021)
    assert law is not None
    return law.used.hash


def test_the_hash_is_of_the_content_not_of_its_form() -> None:
    texts = {name: text + "\n# a remark\n" for name, text in shipped_texts().items()}
    assert hash_of(LawBook.from_texts(texts), "532301") == hash_of(shipped_book(), "532301")


def test_the_hash_covers_every_layer_used_and_no_other() -> None:
    changed = book(**{"nation-2021": ('amount = "320.00"', 'amount = "330.00"')})
    for division in ("532301", "360702", "110101"):
        assert hash_of(changed, division) != hash_of(shipped_book(), division)
    changed = book(**{"chuxiong-2021": ('amount = "120.00"', 'amount = "121.00"')})
    assert hash_of(changed, "532301") != hash_of(shipped_book(), "532301")
    assert hash_of(changed, "360702") == hash_of(shipped_book(), "360702")


SUCCESSIVE = """amount = "320.00"
valid_to = 2021-11-30

[[personal_standard]]
article = "一"
valid_from = 2021-12-01
amount = "330.00\""""


@pytest.mark.parametrize(
    ("day", "amount"),
    [
        (date(2021, 11, 30), 32000),
        (date(2021, 12, 1), 33000),
        (None, 33000),
    ],
)
def test_successive_values_of_one_document(day: date | None, amount: int) -> None:
    law = book(**{"chuxiong-2021": ('amount = "320.00"', SUCCESSIVE)}).resolve("532301", 2021, day)
    assert law is not None
    assert law.text.standards[None][0].amount == amount


def test_a_layer_not_yet_in_force_leaves_the_word_to_the_one_above() -> None:
    law = shipped_book().resolve("532301", 2021, date(2021, 9, 21))
    assert law is not None
    assert law.text.standards[None][1].document == "云医保〔2021〕90号"


def test_the_same_place_is_resolved_once() -> None:
    first = shipped_book().resolve("532301", 2021)
    assert shipped_book().resolve("532301001001", 2021) is first
