"""Divisions by name, and a list that says which line is wrong."""

from __future__ import annotations

import pytest

from desktop.base.resources import resource_text
from desktop.policy import LawRefused
from desktop.policy.divisions import Divisions
from tests.law.support import shipped_book

HEADER = "code\tname\tparent\tnote\n"
NATION = "000000\t中国\t\t\n"


@pytest.fixture(scope="module")
def shipped() -> Divisions:
    return Divisions.from_text("divisions.tsv", resource_text("divisions", "divisions.tsv"))


def test_a_county_and_what_stands_above_it(shipped: Divisions) -> None:
    names = [division.name for division in shipped.path("532324")]
    assert names == ["南华县", "楚雄彝族自治州", "云南省", "中国"]
    assert [division.name for division in shipped.path("360702001001")][:2] == ["章贡区", "赣州市"]
    assert shipped.path("999999") == ()


def test_how_many_there_are(shipped: Divisions) -> None:
    counts = {"532300": 11, "360700": 18, "450000": 14, "500000": 38}
    assert {code: len(shipped.below(code)) for code in counts} == counts


def test_the_training_county_is_marked(shipped: Divisions) -> None:
    training = shipped.get("539999")
    assert training is not None
    assert training.note == "training"
    assert training.name == "培训县"
    real = shipped.get("532301")
    assert real is not None
    assert real.note == ""


def test_names_and_law_agree_on_what_stands_above(shipped: Divisions) -> None:
    for start in ("000000", "530000", "532300", "360700", "450000", "500000"):
        for division in shipped.below(start):
            named = [step.code for step in shipped.path(division.code)]
            assert set(named) <= set(shipped_book().chain(division.code))


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("", "DIVISIONS_HEADER", 1),
        ("code,name\n", "DIVISIONS_HEADER", 1),
        (HEADER + "000000\t中国\n", "DIVISIONS_LINE", 2),
        (HEADER + "00000\t中国\t\t\n", "DIVISIONS_LINE", 2),
        (HEADER + "000000\t\t\t\n", "DIVISIONS_LINE", 2),
        (HEADER + NATION + NATION, "DIVISIONS_DUPLICATE", 3),
        (HEADER + "532301\t楚雄市\t532300\t\n", "DIVISIONS_PARENT", 2),
    ],
)
def test_a_broken_list_is_refused(text: str, code: str, line: int) -> None:
    with pytest.raises(LawRefused) as caught:
        Divisions.from_text("divisions.tsv", text)
    assert (caught.value.code, caught.value.line) == (code, line)
