"""Yes, no, and why not known, combined."""

from __future__ import annotations

import pytest

from desktop.policy.verdict import Doubt, Verdict, agreed, all_of, any_of

FIRST = Doubt("NOT_IN_DOC", "admin")
SECOND = Doubt("NO_WINDOW_IN_DOC", "admin")


@pytest.mark.parametrize(
    ("verdicts", "any_expected", "all_expected", "agreed_expected"),
    [
        ((True, True), True, True, True),
        ((False, False), False, False, False),
        ((True, False), True, False, SECOND),
        ((False, True), True, False, SECOND),
        ((FIRST, True), True, FIRST, FIRST),
        ((True, FIRST), True, FIRST, FIRST),
        ((False, FIRST), FIRST, False, FIRST),
        ((FIRST, False), FIRST, False, FIRST),
    ],
)
def test_two_verdicts(
    verdicts: tuple[Verdict, ...],
    any_expected: Verdict,
    all_expected: Verdict,
    agreed_expected: Verdict,
) -> None:
    assert any_of(verdicts) is any_expected
    assert all_of(verdicts) is all_expected
    assert agreed(verdicts, SECOND) is agreed_expected


def test_nothing_at_all() -> None:
    assert any_of(()) is False
    assert all_of(()) is True


def test_a_contradiction_with_a_doubt_is_the_doubt() -> None:
    assert agreed((True, False, FIRST), SECOND) is FIRST
