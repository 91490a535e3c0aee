"""Every case the centre can open has words, choices and a way through; nothing reads as a code."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.domain.case_choices import choices_of, kinds
from desktop.domain.codes import NOT_ENROLLED_REASONS, Language
from desktop.domain.desk_codes import VOID_REASONS
from desktop.ui.cases.words import CaseWords
from desktop.ui.enroll.history_words import value_words
from desktop.ui.wording.case_words import CASES
from desktop.usecases.case_choices import Choice, Consequence, What
from desktop.usecases.case_sides import Matter, Side
from tests.helpers import desks
from tests.helpers.screens import session_of

SERVER = Path(__file__).parents[3] / "desktop" / "server"


def opened_by_the_centre() -> set[str]:
    """Return the kinds named in a ``Finding(…)`` anywhere in the centre."""
    found = set()
    for file in SERVER.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Finding":
                kind = node.args[0]
                if isinstance(kind, ast.Constant):
                    found.add(str(kind.value))
    return found


@pytest.fixture(params=["zh", "en"])
def words(request: pytest.FixtureRequest) -> Iterator[CaseWords]:
    language: Language = request.param
    with desks.desk() as desk:
        yield CaseWords(session_of(desk, language=language))


def test_every_kind_the_centre_opens_has_words() -> None:
    found = opened_by_the_centre()
    assert len(found) > 15
    for kind in found:
        assert f"case.kind.{kind}" in CASES
        assert f"case.what.{kind}" in CASES


def test_every_decision_has_words(words: CaseWords) -> None:
    for kind in (*kinds(), "SOMETHING_NEWER"):
        for code in choices_of(kind):
            told = words.decision(kind, code)
            assert told
            # A code of one word may be that very word in English.
            assert "_" not in told
    assert choices_of("SOMETHING_NEWER") == ("handled",)
    assert words.kind("SOMETHING_NEWER") == words.kind("SOMETHING_ELSE")


def test_every_reason_an_enrolment_is_voided_for_has_words() -> None:
    own = ("member_removed", "not_enrolled", "save_undone", "taken_back")
    with desks.desk() as desk:
        messages = session_of(desk, language="zh").messages
        for code in (*own, *VOID_REASONS, *NOT_ENROLLED_REASONS):
            assert not value_words("reason", code, messages).isascii(), code
        assert value_words("reason", "户主要求", messages) == "户主要求"


def test_every_consequence_names_its_yuan(words: CaseWords) -> None:
    for what in What.__args__:  # type: ignore[attr-defined]
        part = Consequence(
            what, amount_fen=32_000, before_fen=20_000, after_fen=14_000, receipt="A-7", persons=2
        )
        told = words.consequences(Choice("first", (part,)))
        assert told
        if what in ("void", "refund_later", "void_receipt", "reverse"):
            assert "320.00" in told
        if what in ("fields", "recalculate"):
            assert "200.00" in told
            assert "140.00" in told
    for why in ("ELSEWHERE", "BY_HAND"):
        assert words.consequences(Choice("first", why_not=why))


def test_a_figure_the_law_leaves_open_is_said_to_be_open(words: CaseWords) -> None:
    told = words.consequences(Choice("recalculate", (Consequence("recalculate"),)))
    assert "None" not in told


def test_what_differs_is_marked_by_what_is_stored_not_by_its_words(words: CaseWords) -> None:
    one = '[{"code":"subsistence_allowance","recognised_on":"2021-01-01"}]'
    other = '[{"code":"subsistence_allowance","recognised_on":"2021-02-01"}]'
    matter = Matter((Side({"identities": one, "net_fen": "1"}), Side({"identities": other})))
    lines = {line.field: line for line in words.compared(matter)}
    identities = next(line for line in lines.values() if line.first == line.second)
    assert "≠" in identities.mark


def test_a_side_that_is_not_here_says_so_and_compares_with_nothing(words: CaseWords) -> None:
    matter = Matter((Side({"phone": "1", "at": "2021-11-15T04:00:00.000Z"}), Side(None)))
    assert not matter.whole
    for line in words.compared(matter):
        assert line.second.startswith(("（", "("))
        assert line.mark == ""


def test_what_another_township_does_not_tell_is_neither_same_nor_different(
    words: CaseWords,
) -> None:
    own = Side({"name": "王小军", "status": "paid", "same_name": "yes"})
    matter = Matter((own, Side({"status": "paid", "same_name": "yes"}, told=True)))
    assert matter.told
    assert not matter.whole
    name, status, alike = words.compared(matter)
    assert (name.first, name.mark) == ("王小军", "")
    assert name.second.startswith(("（", "("))
    assert "＝" in status.mark
    assert alike.first == alike.second != "yes"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("method", "cash"),
        ("status", "paid"),
        ("state", "reversed"),
        ("outcome", "refund"),
        ("decision", "PAID_TWICE.both_right"),
        ("division", "539999001001"),
        ("relation", "02"),
        ("survival", "2"),
        ("residence_permit", "1"),
        ("amount_fen", "32000"),
        ("at", "2021-11-15T04:00:00.000Z"),
    ],
)
def test_codes_are_told_in_words(words: CaseWords, name: str, value: str) -> None:
    (line,) = words.compared(Matter((Side({name: value}),)))
    assert line.first
    assert line.first != value or value in ("paid", "reversed")
