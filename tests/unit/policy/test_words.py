"""Every code has words in both languages."""

from __future__ import annotations

import pytest

from desktop.policy.codes import CIRCUMSTANCE_CODES, IDENTITY_CODES, REASONS, RESULT_FIELDS
from desktop.policy.words import (
    CIRCUMSTANCE_WORDS,
    FIELD_WORDS,
    IDENTITY_WORDS,
    KIND_WORDS,
    REASON_WORDS,
    article_words,
    circumstance_words,
    field_words,
    identity_words,
    kind_words,
    reason_words,
)

NOT_NAMED = {"id", "status", "undetermined", "reasons", "trace", "law", "problems"}


def test_no_code_lacks_words() -> None:
    assert set(IDENTITY_WORDS) == set(IDENTITY_CODES)
    assert set(CIRCUMSTANCE_WORDS) == set(CIRCUMSTANCE_CODES)
    assert set(REASON_WORDS) == set(REASONS)
    assert {field for field in FIELD_WORDS if "." not in field} == set(RESULT_FIELDS) - NOT_NAMED


@pytest.mark.parametrize(
    "words", [IDENTITY_WORDS, CIRCUMSTANCE_WORDS, REASON_WORDS, FIELD_WORDS, KIND_WORDS]
)
def test_both_languages_are_there_and_differ(words: dict[str, tuple[str, str]]) -> None:
    for chinese, english in words.values():
        assert any("\u4e00" <= letter <= "\u9fff" for letter in chinese)
        assert english.isascii()
    assert len({chinese for chinese, _ in words.values()}) == len(words)


def test_words_are_asked_for_by_code() -> None:
    assert identity_words("subsistence_allowance") == "城乡低保对象"
    assert identity_words("orphan", "en") == "orphan"
    assert circumstance_words("newborn") == "新生儿"
    assert reason_words("NO_WINDOW_IN_DOC").startswith("文件未定：")
    assert field_words("fiscal.county") == "县级财政补助"
    assert kind_words("full") == "全额"


@pytest.mark.parametrize(
    ("article", "words"),
    [
        ("三", "第三条"),
        ("十二", "第十二条"),
        ("二¶3", "第二条第三款"),
        ("一（一）", "第一条（一）"),
        ("二（二）¶3、三¶2", "第二条（二）第三款、第三条第二款"),
        ("二（四）3", "第二条（四）第3项"),
        ("二（四）末¶1", "第二条（四）末第一款"),
        ("二¶12", "第二条第12款"),
        ("全文", "全文"),
        ("二¶3、末段", "第二条第三款、末段"),
        ("benefit_year", "benefit_year"),
    ],
)
def test_a_citation_reads_as_an_official_writes_it(article: str, words: str) -> None:
    assert article_words("楚医保〔2021〕46号", article) == f"楚医保〔2021〕46号 {words}"
    assert article_words("D", article, "en") == f"D {article}"


def test_a_document_without_articles_stands_alone() -> None:
    assert article_words("本地参数", "") == "本地参数"
