"""Every problem a reader or a card can have is told in words, with the way out."""

from __future__ import annotations

from desktop.devices.problems import CARD_PROBLEMS, READER_PROBLEMS, RETURNED, problem
from desktop.ui.messages import Messages
from desktop.ui.wording.errors import ERRORS


def test_every_code_a_helper_may_answer_with_has_words() -> None:
    codes = CARD_PROBLEMS | READER_PROBLEMS | set(RETURNED.values())
    assert codes - ERRORS.keys() == set()
    assert set(RETURNED.values()) <= CARD_PROBLEMS | READER_PROBLEMS


def test_dates_and_validity_have_words_though_their_code_is_an_argument() -> None:
    assert {"CARD_BIRTH_DATE", "CARD_VALIDITY"} <= ERRORS.keys()


def test_every_problem_says_what_to_do() -> None:
    for code, words in ERRORS.items():
        if code.startswith(("CARD_", "READER_")):
            assert "：" in words.zh, code


def test_a_returned_code_is_shown() -> None:
    error = problem("READER_SAM", returned="0x66")
    assert "0x66" in Messages("zh").error(error)
    assert "0x66" in Messages("en").error(error)
