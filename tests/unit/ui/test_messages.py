"""No code reaches a person without words, in both languages."""

from __future__ import annotations

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypinyin import lazy_pinyin

from desktop.base.errors import Refused, Unavailable
from desktop.domain import codes
from desktop.domain.codes import Language
from desktop.domain.household import Finding
from desktop.policy.codes import REASONS
from desktop.ui.enroll.choices import as_options
from desktop.ui.enroll.options import ethnic_groups
from desktop.ui.messages import Messages
from desktop.ui.pinyin import initials
from desktop.ui.wording import Words
from desktop.ui.wording.errors import ERRORS
from desktop.ui.wording.findings import FINDINGS
from desktop.ui.wording.screens import SCREENS

DESKTOP = Path(__file__).resolve().parents[3] / "desktop"
PACKAGES = (
    "base",
    "sqlite",
    "domain",
    "wire",
    "store",
    "net",
    "printing",
    "exchange",
    "usecases",
    "sync",
    "devices",
)
ABOVE = ("jobs", "ui", "app", "server")


def raised(package: str, kinds: tuple[str, ...]) -> Iterator[str]:
    """Yield the first argument of every ``Kind("CODE", …)`` in a package."""
    for file in (DESKTOP / package).rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                continue
            if node.func.id in kinds and node.args:
                code = node.args[0]
                if isinstance(code, ast.Constant) and isinstance(code.value, str):
                    yield code.value


def finding_codes() -> set[str]:
    """Return the codes of every Finding made in domain, use cases and screens."""
    codes: set[str] = set()
    for package in ("domain", "usecases"):
        for file in (DESKTOP / package).rglob("*.py"):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if (
                    isinstance(node, ast.Call)
                    and isinstance(node.func, ast.Name)
                    and node.func.id == "Finding"
                    and isinstance(node.args[2], ast.Constant)
                ):
                    codes.add(str(node.args[2].value))
    problems = ("EMPTY", "LENGTH", "CHARACTERS", "BIRTH_DATE", "OLD_15", "CHECK_DIGIT")
    return codes | {f"DOCUMENT_{problem}" for problem in (*problems, "DISABILITY_SUFFIX")}


def test_every_finding_has_words() -> None:
    assert len(finding_codes()) > 20
    assert finding_codes() - FINDINGS.keys() - set(REASONS) == set()


def test_every_error_has_words() -> None:
    """What is wrong with a law file is told by file and line, by `LAW_FILE`, for all of them."""
    codes = {
        code for package in PACKAGES + ABOVE for code in raised(package, ("Refused", "Unavailable"))
    }
    assert len(codes) > 60
    assert codes - ERRORS.keys() - set(REASONS) == set()


def test_every_word_a_screen_asks_for_exists() -> None:
    asked: set[str] = set()
    for file in [*(DESKTOP / "ui").rglob("*.py"), *(DESKTOP / "app").rglob("*.py")]:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            key = node.args[0]
            if name in ("say", "_say") and isinstance(key, ast.Constant):
                asked.add(str(key.value))
    keys = {key for key in asked if "." in key and " " not in key}
    assert len(keys) > 40
    assert keys - SCREENS.keys() == set()


@pytest.mark.parametrize("table", [ERRORS, FINDINGS, SCREENS])
def test_both_languages_are_complete_and_fill_the_same_blanks(table: dict[str, Words]) -> None:
    for key, words in table.items():
        assert words.zh, key
        assert words.en, key
        assert _blanks(words.en) <= _blanks(words.zh), key


def test_messages_neither_shout_nor_apologise() -> None:
    for table in (ERRORS, FINDINGS, SCREENS):
        for key, words in table.items():
            for text in words:
                assert not set(text) & set("!！"), key
                assert "抱歉" not in text, key
                assert "sorry" not in text.lower(), key


def test_an_error_of_another_part_shows_its_code() -> None:
    assert Messages("zh").error(Refused("SOMETHING_NEW", "x")) == "没有完成：SOMETHING_NEW"
    assert "SOMETHING_NEW" in Messages("en").error(Unavailable("SOMETHING_NEW", "x"))


def test_an_amount_in_an_error_is_written_as_people_write_it() -> None:
    error = Refused("AMOUNT_DIFFERS", "x", due_fen=98_000)
    assert Messages("zh").error(error) == "金额与应收不符：应收 980.00 元"


def test_a_bug_has_no_words() -> None:
    with pytest.raises(KeyError):
        Messages("zh").error(KeyError("x"))


def test_a_reason_of_the_law_reads_as_words() -> None:
    finding = Finding(0, "other_cover", "DUPLICATE_COVERAGE", "error")
    assert "医疗" in Messages("zh").finding(finding)


def test_initials_find_what_a_clerk_types() -> None:
    assert initials("城乡低保对象") == "cxdbdx"
    assert initials("重度残疾学生") == "zdcjxs"
    assert initials("不满18周岁") == "bm18zs"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_an_ethnic_group_is_found_by_its_full_pinyin(language: Language) -> None:
    offered = as_options(ethnic_groups(language))
    assert len(offered) == len(codes.ETHNIC_GROUPS)
    for option in offered[:56]:
        syllables = "".join(lazy_pinyin(codes.ETHNIC_GROUPS[option.code].zh))
        assert option.fits(syllables)
        first = next(one for one in offered if one.fits(syllables))
        assert syllables in first.keys
    assert next(one.code for one in offered if one.fits("yizu")) == "07"


def _blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}
