"""Goal: a person is found by whatever a clerk knows of them, and only masked lists come out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from desktop.store.search_keys import name_keys
from desktop.usecases.desk import Desk
from desktop.usecases.find import find
from desktop.usecases.households import save_household
from tests.helpers.desks import FAMILY, HEAD, MOTHER, SON, WIFE, desk, with_members


@pytest.fixture
def at() -> Iterator[Desk]:
    with desk() as opened:
        members = (HEAD, replace(WIFE, name="单桂仙", phone="13812345678"), MOTHER)
        save_household(opened, with_members(*members))
        other = replace(SON, name="欧阳娜娜", relation="02")
        save_household(opened, with_members(other, number="001001-0002", address="二组9号"))
        yield opened


def names(at: Desk, typed: str) -> list[str]:
    return [one.name for one in find(at, typed)]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("王𠮷", "王𠮷祥"),
        ("欧阳", "欧阳娜娜"),
        ("sgx", "单桂仙"),
        ("dgx", "单桂仙"),
        ("shangui", "单桂仙"),
        ("ouyang nana", "欧阳娜娜"),
        ("LFY", "李凤英"),
        (HEAD.document_number, "王𠮷祥"),
        (HEAD.document_number[-6:], "王𠮷祥"),
        (HEAD.document_number[5:10], "王𠮷祥"),
        (HEAD.document_number[-4:].lower(), "王𠮷祥"),
        ("19500202", "李凤英"),
        ("13812345678", "单桂仙"),
        ("2345678", "单桂仙"),
        ("001001-0002", "欧阳娜娜"),
        ("二组9", "欧阳娜娜"),
    ],
)
def test_what_a_clerk_types_finds_the_person(at: Desk, typed: str, name: str) -> None:
    assert name in names(at, typed)


@pytest.mark.parametrize("typed", ["", "  ", "赵", "zzz", "99999999", '"', "%", "'; DROP", "*"])
def test_what_is_not_there_finds_nobody_and_breaks_nothing(at: Desk, typed: str) -> None:
    assert names(at, typed) == []


def test_a_list_shows_no_whole_number(at: Desk) -> None:
    for one in find(at, "539999"):
        assert "********" in one.document
        assert HEAD.document_number not in one.document


def test_a_changed_name_is_found_and_the_old_one_is_not(at: Desk) -> None:
    found = find(at, "李凤英")[0]
    renamed = replace(MOTHER, name="李凤云", person_id=found.person_id)
    save_household(at, with_members(renamed, number=FAMILY.number))
    assert names(at, "李凤英") == []
    assert names(at, "lfy") == ["李凤云"]


def test_no_more_than_asked_for_comes_back(at: Desk) -> None:
    assert len(find(at, "539999", limit=2)) == 2


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("单雄", {"sx", "shanxiong", "dx", "danxiong"}),
        ("曾乐", {"zl", "zengle", "cl", "cengle"}),
        ("尉迟恭", {"ycg", "yuchigong"}),
        ("阿卜杜拉·买买提", {"abdlmmt"}),
        ("O'Neil 王", {"oneilwang"}),
    ],
)
def test_every_reading_of_a_surname_is_a_key(name: str, keys: set[str]) -> None:
    assert keys <= name_keys(name)


def test_a_name_without_a_reading_has_no_keys_and_a_long_one_few() -> None:
    assert name_keys("？？") == set()
    assert len(name_keys("行" * 50)) <= 32
