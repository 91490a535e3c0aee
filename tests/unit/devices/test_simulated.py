"""The reader clerks practise with, and which reader a desk gets."""

from __future__ import annotations

import sys
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from desktop.base.errors import CanbaoError, Refused, Unavailable
from desktop.base.ids import SeededIds
from desktop.devices import choice as choosing
from desktop.devices.choice import helper_commands, make_reader
from desktop.devices.helper_client import HelperReader
from desktop.devices.reader import CardReader, ReaderChoice
from desktop.devices.simulated import SimulatedReader
from desktop.domain.identity_number import check_document
from desktop.domain.invented import DIVISION, invented_households

TODAY = date(2021, 11, 15)


def simulated() -> SimulatedReader:
    return SimulatedReader(SeededIds(539), "539999001", TODAY)


def make(kind: str, library: str = "", *, training: bool = False) -> CardReader:
    choice = ReaderChoice(kind, library)  # type: ignore[arg-type]
    return make_reader(choice, division="539999001", today=TODAY, training=training)


def refusal(kind: str, library: str = "", *, training: bool = False) -> CanbaoError:
    with pytest.raises(CanbaoError) as caught:
        make(kind, library, training=training)
    return caught.value


def test_every_card_is_an_invented_resident_of_the_training_division() -> None:
    reader = simulated()
    cards = [reader.read() for _ in range(1000)]
    assert all(card.number.startswith(DIVISION) for card in cards)
    assert all(
        check_document(card.document_type, card.number, TODAY).problem == "" for card in cards
    )
    numbers = [card.number for card in cards]
    assert len(set(numbers)) > 990
    assert any(ord(char) > 0xFFFF for card in cards for char in card.name)


def test_no_dealt_resident_is_one_the_station_is_filled_with() -> None:
    filled = {
        member.document_number
        for household in invented_households(SeededIds(539), "539999001", TODAY, 1000)
        for member in household.members
    }
    reader = simulated()
    assert not {reader.read().number for _ in range(1000)} & filled


def test_some_cards_have_expired_and_some_are_for_ever() -> None:
    reader = simulated()
    cards = [reader.read() for _ in range(70)]
    assert sum(card.expired(TODAY) for card in cards) == 10
    assert any(not card.valid_to for card in cards)


def test_the_same_seed_deals_the_same_cards() -> None:
    one, other = simulated(), simulated()
    assert [one.read() for _ in range(20)] == [other.read() for _ in range(20)]


def test_the_members_of_a_household_come_one_after_another() -> None:
    reader = simulated()
    addresses = [reader.read().address for _ in range(40)]
    runs = sum(one != other for one, other in pairwise(addresses))
    assert runs < 30


def test_a_closed_reader_deals_no_more() -> None:
    reader = simulated()
    reader.stop()
    with pytest.raises(Unavailable, match="READER_CLOSED"):
        reader.read()


def test_a_training_station_gets_the_simulated_reader_by_itself() -> None:
    assert isinstance(make("auto", training=True), SimulatedReader)
    assert isinstance(make("simulated", training=True), SimulatedReader)


def test_a_real_station_never_gets_invented_residents() -> None:
    error = refusal("simulated")
    assert (type(error), error.code) == (Refused, "READER_TRAINING_ONLY")


def test_none_chosen_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choosing, "standard_library", lambda: None)
    assert refusal("none", training=True).code == "READER_NOT_CHOSEN"
    assert refusal("auto").code == "READER_NOT_CHOSEN"
    assert refusal("library").code == "READER_NOT_CHOSEN"


def test_a_library_is_held_by_a_helper(tmp_path: Path) -> None:
    reader = make("library", str(tmp_path / "sdtapi.dll"))
    assert isinstance(reader, HelperReader)
    assert reader._commands == list(helper_commands(tmp_path / "sdtapi.dll"))
    reader.close()


def test_the_library_beside_the_program_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "canbao"))
    (tmp_path / choosing.LIBRARY_NAME).write_bytes(b"")
    assert choosing.standard_library() == tmp_path / choosing.LIBRARY_NAME


def test_the_helper_is_this_very_program_also_when_frozen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = tmp_path / "x.dll"
    assert helper_commands(library)[0][:4] == (sys.executable, "-m", "desktop", "card-reader")
    program = tmp_path / "canbao.exe"
    monkeypatch.setattr(sys, "executable", str(program))
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    arguments = ("card-reader", "--library", str(library))
    assert helper_commands(library) == ((str(program), *arguments),)
    other = tmp_path / choosing.OTHER_HELPER
    other.write_bytes(b"")
    assert helper_commands(library)[1] == (str(other), *arguments)
