"""Every value of every shipped pack cites an article that its notice has."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from desktop.policy.pack import WaitingRule
from desktop.policy.pack_values import pack_values
from tests.law.support import shipped_book

ARTICLES: dict[str, dict[str, int]] = tomllib.loads(
    (Path(__file__).parent / "articles.toml").read_text(encoding="utf-8")
)
PACKS = sorted(shipped_book().packs)


def exists(document: str, cited: str) -> bool:
    """Tell whether a notice has the article a pack cites, such as ``二（四）末¶1``."""
    article, mark, paragraph = cited.partition("¶")
    count = ARTICLES[document].get(article, 0)
    return 1 <= int(paragraph) <= count if mark else count > 0


@pytest.mark.parametrize("pack_id", PACKS)
def test_every_value_cites_an_article_of_its_notice(pack_id: str) -> None:
    pack = shipped_book().packs[pack_id]
    cited = {one for value in pack_values(pack) for one in value.article.split("、")}
    if isinstance(pack.waiting, WaitingRule) and pack.waiting.window_article:
        cited.add(pack.waiting.window_article)
    assert [one for one in sorted(cited) if not exists(pack.pack.document, one)] == []


@pytest.mark.parametrize(
    ("document", "article"),
    [
        ("医保发〔2021〕32号", "九"),
        ("医保发〔2021〕32号", "一¶3"),
        ("医保发〔2021〕32号", "一¶0"),
        ("桂医保发〔2021〕22号", "二"),
        ("赣市医保字〔2021〕31号", "一"),
    ],
)
def test_an_article_that_is_not_there_is_noticed(document: str, article: str) -> None:
    assert not exists(document, article)
