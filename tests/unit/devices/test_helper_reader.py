"""The whole path: desk, helper process, library behind the SDT interface, and what goes wrong."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Thread

import pytest

from desktop.base.errors import CanbaoError, Refused, Unavailable
from desktop.devices.card_text import CardKind
from desktop.devices.helper_client import Limits
from tests.helpers.cards import NUMBER, card_bytes
from tests.helpers.patience import LIMIT_S
from tests.unit.devices.conftest import PATIENT, STAND_IN, Played, helper_command


def problem(played: Played, wait_s: float = 0) -> CanbaoError:
    with pytest.raises(CanbaoError) as caught:
        played.reader.read(wait_s)
    return caught.value


def folder_of(played: Played) -> Path:
    helper = played.reader._helper
    assert helper is not None
    return helper.folder


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except OSError:
        return False
    return True


def test_a_card_comes_through_whole(played: Played) -> None:
    played.play("card", card_bytes(name="王𠮷\U0002b820"))
    card = played.reader.read(0)
    assert (card.name, card.number) == ("王𠮷\U0002b820", NUMBER)


@pytest.mark.parametrize("kind", ["residence_permit", "foreign_2017", "foreign_2023"])
def test_every_kind_of_card_comes_through(kind: CardKind, played: Played) -> None:
    played.play("card", card_bytes(kind))
    assert played.reader.read(0).kind == kind


def test_a_name_that_fills_its_field_is_told(played: Played) -> None:
    played.play("card", card_bytes(name="一" * 15))
    assert played.reader.read(0).name_truncated


def test_the_reader_says_who_it_is(played: Played) -> None:
    played.play("absent")
    state = played.reader.check()
    assert (state.name, state.port) == ("05.03-20210101-0000001234-0000005678", 1002)


@pytest.mark.parametrize(
    ("word", "code", "family"),
    [
        ("none", "READER_NONE", Unavailable),
        ("absent", "CARD_ABSENT", Refused),
        ("removed", "CARD_NOT_READ", Refused),
        ("sam", "READER_SAM", Unavailable),
        ("odd", "READER_RETURN", Unavailable),
    ],
)
def test_what_goes_wrong_has_its_code_and_the_next_card_is_read(
    word: str, code: str, family: type[CanbaoError], played: Played
) -> None:
    played.play(word)
    error = problem(played)
    assert (error.code, type(error)) == (code, family)
    played.play("card", card_bytes())
    assert played.reader.read(0).number == NUMBER


def test_a_card_put_down_while_it_waits_is_read(played: Played) -> None:
    played.play("absent")
    played.reader.check()
    read: list[str] = []
    waiting = Thread(target=lambda: read.append(played.reader.read(LIMIT_S).number))
    waiting.start()
    played.play("card", card_bytes())
    waiting.join(LIMIT_S)
    assert read == [NUMBER]


@pytest.mark.parametrize("data", [b"\xff" * 256, b"\0" * 256, card_bytes()[:100], b""])
def test_garbage_is_refused_and_the_reader_goes_on(data: bytes, played: Played) -> None:
    played.play("card", data)
    assert problem(played).code.startswith("CARD_")
    played.play("card", card_bytes())
    assert played.reader.read(0).number == NUMBER


def test_a_hanging_library_is_killed_and_replaced(played: Played) -> None:
    played.play("absent")
    problem(played)
    held = played.reader._helper
    assert held is not None
    played.play("hang")
    # Only where no answer is what is waited for may the wait be short.
    played.reader._limits = replace(PATIENT, answer_s=0.2)
    assert problem(played).code == "READER_HUNG"
    assert not alive(held.pid)
    assert not held.folder.exists()
    played.reader._limits = PATIENT
    played.play("card", card_bytes())
    assert played.reader.read(0).number == NUMBER


def test_a_crash_is_tried_once_more_then_told_then_rested(played: Played) -> None:
    played.play("crash")
    assert problem(played).code == "READER_CRASHED"
    assert played.reader._failures == 2
    assert problem(played).code == "READER_CRASHED"
    error = problem(played)
    assert (error.code, error.values["seconds"]) == ("READER_RESTING", 10)
    played.now_s[0] += 11
    played.play("card", card_bytes())
    assert played.reader.read(0).number == NUMBER
    assert played.reader._failures == 0


def test_a_library_that_crashes_once_costs_nothing(
    played: Played, monkeypatch: pytest.MonkeyPatch
) -> None:
    played.play("crash")
    start = played.reader._start
    started: list[int] = []

    def mended(command: tuple[str, ...]) -> object:
        if started:
            played.play("card", card_bytes())
        started.append(1)
        return start(command)

    monkeypatch.setattr(played.reader, "_start", mended)
    assert played.reader.read(0).number == NUMBER
    assert len(started) == 2


def test_what_the_library_leaves_behind_is_gone_after_each_read(played: Played) -> None:
    played.play("card", card_bytes())
    played.reader.read(0)
    folder = folder_of(played)
    assert folder.is_dir()
    assert [path for path in folder.rglob("*") if path.is_file()] == []
    played.reader.close()
    assert not folder.exists()


def test_closing_ends_a_read_under_way(played: Played) -> None:
    played.play("absent")
    problem(played)
    played.play("hang")
    codes: list[str] = []

    def read() -> None:
        codes.append(problem(played, LIMIT_S).code)

    waiting = Thread(target=read)
    waiting.start()
    played.reader.close()
    waiting.join(LIMIT_S)
    assert codes == ["READER_CLOSED"]
    assert problem(played).code == "READER_CLOSED"


def test_a_library_that_is_not_there_is_told(
    make_reader: Callable[..., Played], tmp_path: Path
) -> None:
    played = make_reader(helper_command(tmp_path / "sdtapi.dll"))
    assert problem(played).code == "READER_LIBRARY_MISSING"


def test_a_file_that_is_no_library_is_told(
    make_reader: Callable[..., Played], tmp_path: Path
) -> None:
    odd = tmp_path / "libsdtapi.so"
    odd.write_text("not a library, but long enough to be looked at" * 50)
    played = make_reader(helper_command(odd))
    assert problem(played).code in ("READER_LIBRARY_FOREIGN", "READER_LIBRARY_BITS")


def test_the_other_helper_is_taken_when_the_library_is_for_it(
    make_reader: Callable[..., Played], tmp_path: Path
) -> None:
    wrong = tmp_path / "wrong.py"
    wrong.write_text('print(\'{"id":0,"problem":"READER_LIBRARY_BITS"}\', flush=True)\ninput()\n')
    import sys

    played = make_reader([sys.executable, str(wrong)], STAND_IN)
    played.play("card", card_bytes())
    assert played.reader.read(0).number == NUMBER
    alone = make_reader([sys.executable, str(wrong)])
    assert problem(alone).code == "READER_LIBRARY_BITS"


@pytest.mark.parametrize(
    "says",
    ["hello", '{"id":7}', '{"id":0,"problem":"SOMETHING"}', "x" * 20_000, '{"id":0}\\n[]'],
)
def test_a_helper_that_talks_nonsense_is_ended(
    make_reader: Callable[..., Played], tmp_path: Path, says: str
) -> None:
    import sys

    odd = tmp_path / "odd.py"
    odd.write_text(f"print('{says}', flush=True)\ninput()\ninput()\n")
    played = make_reader([sys.executable, str(odd)])
    assert problem(played).code == "READER_GARBLED"
    assert played.reader._helper is None


def test_a_helper_that_cannot_start_is_told(make_reader: Callable[..., Played]) -> None:
    played = make_reader(["/no/such/program"])
    assert problem(played).code == "READER_HELPER"


def test_a_helper_that_never_says_it_is_ready_is_ended(
    make_reader: Callable[..., Played], tmp_path: Path
) -> None:
    import sys

    silent = tmp_path / "silent.py"
    silent.write_text("input()\n")
    played = make_reader([sys.executable, str(silent)], limits=Limits(start_s=0.2))
    assert problem(played).code == "READER_HUNG"
