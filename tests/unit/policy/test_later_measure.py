"""A share of the standard: every way a text may round it, on both sides of each step."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.policy.law import Provision
from desktop.policy.pack import IdentityGroup, Rounding, Share
from desktop.policy.request import Fen
from desktop.policy.rules.measure import amount_of
from desktop.policy.rules.standard import PersonalStandard
from desktop.policy.verdict import Doubt

AT = Provision.of("测医保〔2025〕2号", "二", date(2025, 1, 1))


def given(standard: int, share: tuple[int, int], to: str = "", rule: str = "") -> object:
    rounding = Rounding(article="五", to=to, rule=rule) if to else None  # type: ignore[arg-type]
    group = IdentityGroup(
        article="二",
        valid_from=date(2025, 1, 1),
        identity="orphan",
        kind="share",
        share=Share(*share),
        rounding=rounding,
    )
    return amount_of(group, PersonalStandard(AT, Fen(standard)), AT)


@pytest.mark.parametrize(
    ("standard", "to", "rule", "fen"),
    [
        (9, "fen", "down", 4),
        (9, "fen", "half_up", 5),
        (9, "fen", "up", 5),
        (8, "fen", "up", 4),
        (108, "jiao", "down", 50),
        (108, "jiao", "half_up", 50),
        (109, "jiao", "half_up", 50),
        (110, "jiao", "half_up", 60),
        (101, "jiao", "up", 60),
        (100, "jiao", "up", 50),
        (40_199, "yuan", "down", 20_000),
        (40_099, "yuan", "half_up", 20_000),
        (40_100, "yuan", "half_up", 20_100),
        (40_001, "yuan", "up", 20_100),
        (40_000, "yuan", "up", 20_000),
    ],
)
def test_half_of_a_standard_is_rounded(standard: int, to: str, rule: str, fen: int) -> None:
    assert given(standard, (1, 2), to, rule) == fen


def test_rounding_up_never_gives_more_than_the_standard() -> None:
    assert given(40_001, (99, 100), "yuan", "up") == 39_700
    assert given(40_050, (1, 1), "yuan", "up") == 40_050


def test_without_a_word_on_rounding_only_a_whole_fen_is_settled() -> None:
    assert given(10, (1, 2)) == 5
    doubt = given(9, (1, 2))
    assert isinstance(doubt, Doubt)
    assert doubt.provision == AT.cite
    assert [one.value for one in doubt.readings] == ["0.04", "0.05"]
