"""The SDT interface itself, in this process, over the stand-in behind C pointers."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.base.errors import CanbaoError
from desktop.devices.card_text import parse_card
from desktop.devices.problems import problem_of_return
from desktop.devices.sdt import PORTS, Calls, SdtReader, _load_problem, bound, load_calls
from tests.helpers import sdt_stand_in
from tests.helpers.cards import NUMBER, card_bytes


@pytest.fixture
def control(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "play"
    monkeypatch.setenv(sdt_stand_in.VARIABLE, str(path))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    return path


class Recorded:
    """The stand-in's functions, noting the ports that are opened and closed."""

    def __init__(self) -> None:
        self.ports: list[tuple[str, int]] = []
        self.calls: Calls = dict(sdt_stand_in.stand_in())
        for name in ("SDT_OpenPort", "SDT_ClosePort"):
            self.calls[name] = self._noting(name)

    def _noting(self, name: str):  # type: ignore[no-untyped-def]
        call = self.calls[name]

        def noting(port: int) -> int:
            self.ports.append((name[4:], port))
            return call(port)

        return noting


def refusal(reader: SdtReader, wait_s: float = 0) -> str:
    with pytest.raises(CanbaoError) as caught:
        reader.read(wait_s)
    return caught.value.code


def test_the_port_that_answered_is_tried_first_and_always_closed(control: Path) -> None:
    recorded = Recorded()
    reader = SdtReader(recorded.calls)
    sdt_stand_in.play(control, "card", card_bytes())
    assert parse_card(reader.read(0)).number == NUMBER
    assert recorded.ports == [("OpenPort", 1001), ("OpenPort", 1002), ("ClosePort", 1002)]
    recorded.ports.clear()
    sdt_stand_in.play(control, "removed")
    assert refusal(reader) == "CARD_NOT_READ"
    assert recorded.ports == [("OpenPort", 1002), ("ClosePort", 1002)]
    sdt_stand_in.play(control, "none")
    recorded.ports.clear()
    assert refusal(reader) == "READER_NONE"
    assert sorted(port for _, port in recorded.ports) == sorted(PORTS)


def test_waiting_ends_at_its_time_with_what_says_most(control: Path) -> None:
    now_s = [0.0]

    def monotonic() -> float:
        now_s[0] += 1.0
        sdt_stand_in.play(control, "absent" if now_s[0] > 2 else "removed")
        return now_s[0]

    reader = SdtReader(sdt_stand_in.stand_in(), monotonic)
    assert refusal(reader, 3) == "CARD_NOT_READ"
    assert now_s[0] == 4.0


def test_a_longer_text_than_a_card_has_comes_through_to_be_refused(control: Path) -> None:
    sdt_stand_in.play(control, "card", b"x" * 700)
    assert len(SdtReader(sdt_stand_in.stand_in()).read(0)) == 700


def test_a_library_without_the_functions_is_none_of_ours() -> None:
    with pytest.raises(CanbaoError, match="READER_LIBRARY_FOREIGN"):
        bound(object())


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (OSError("x: wrong ELF class: ELFCLASS32"), "READER_LIBRARY_BITS"),
        (OSError("x: invalid ELF header"), "READER_LIBRARY_FOREIGN"),
        (OSError("x: file too short"), "READER_LIBRARY_FOREIGN"),
        (OSError("libusb-0.1.so.4: cannot open shared object file"), "READER_LIBRARY_FAILED"),
    ],
)
def test_why_a_library_does_not_load(error: OSError, code: str) -> None:
    assert _load_problem(error).code == code


def test_windows_says_the_wrong_word_size_by_its_number() -> None:
    error = OSError("%1 is not a valid Win32 application")
    error.winerror = 193  # type: ignore[attr-defined, unused-ignore]
    assert _load_problem(error).code == "READER_LIBRARY_BITS"


def test_a_folder_is_no_library(tmp_path: Path) -> None:
    with pytest.raises(CanbaoError, match="READER_LIBRARY_MISSING"):
        load_calls(tmp_path)


def test_what_a_return_value_nobody_knows_was_is_told() -> None:
    error = problem_of_return(-1)
    assert (error.code, error.values["returned"]) == ("READER_RETURN", "0xFFFFFFFF")
