"""Goal: data that is not this machine's, this vault's or this version's is refused and untouched.

Each ends with the old state intact and with words that say what to do.
"""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pytest

from desktop.app.law import shipped_law
from desktop.base.errors import CanbaoError, Refused
from desktop.base.ids import SeededIds
from desktop.sqlite.connection import connect
from desktop.store.database import Store
from desktop.store.vault import DATABASE, FILE, Vault
from desktop.ui.messages import Messages
from desktop.usecases.desk import NewStation, open_desk, set_up_station
from desktop.usecases.machine import know_machine, move_here
from desktop.usecases.mending import mend_station
from tests.helpers.stations import DAY, fixed_clock

PASSWORD = "correct-horse"
HERE, THERE = "3d1219c7", "77aa0b12"
CLOCK = fixed_clock()


def station(folder: Path, *, seed: int = 1, training: bool = False) -> Path:
    """Make a folder a station with one clerk."""
    new = NewStation(
        division="532301101",
        name="东瓜镇医保服务站",
        operator="liming",
        display_name="李明",
        password=PASSWORD,
        training_day=DAY if training else None,
    )
    set_up_station(folder, new, CLOCK, SeededIds(seed))
    return folder


def open_at(folder: Path, machine: str = "") -> None:
    """Sign in and leave again."""
    desk = open_desk(
        folder, "liming", PASSWORD,
        law=shipped_law(), clock=CLOCK, ids=SeededIds(9), machine=machine,
    )  # fmt: skip
    desk.store.close()


def state(folder: Path) -> dict[str, str]:
    """Return what lies in a folder, by hash."""
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.iterdir()
        if path.is_file()
    }


def refused(folder: Path, machine: str = "") -> CanbaoError:
    """Return why the folder does not open; nothing in it has changed then."""
    before = state(folder)
    with pytest.raises(CanbaoError) as told:
        open_at(folder, machine)
    assert state(folder) == before
    return told.value


def words(error: CanbaoError) -> str:
    return Messages("zh").error(error)


class TestAnotherComputer:
    def test_a_copied_folder_is_not_opened_and_says_what_to_do(self, tmp_path: Path) -> None:
        folder = station(tmp_path / "one")
        open_at(folder, HERE)
        open_at(folder, HERE)
        copy = Path(shutil.copytree(folder, tmp_path / "copy"))
        error = refused(copy, THERE)
        assert error.code == "STATION_COPIED"
        assert "move-here" in words(error)
        open_at(folder, HERE)

    def test_a_moved_folder_is_at_home_on_its_new_computer_only(self, tmp_path: Path) -> None:
        folder = station(tmp_path / "one")
        open_at(folder, HERE)
        desk = open_desk(
            folder, "liming", PASSWORD, law=shipped_law(), clock=CLOCK, ids=SeededIds(9)
        )
        move_here(desk.store, THERE)
        desk.store.close()
        open_at(folder, THERE)
        assert refused(folder, HERE).code == "STATION_COPIED"

    def test_a_system_that_does_not_say_who_it_is_stops_nobody(self, tmp_path: Path) -> None:
        folder = station(tmp_path / "one")
        open_at(folder, HERE)
        open_at(folder, "")

    def test_a_training_station_may_be_handed_round(self, tmp_path: Path) -> None:
        folder = station(tmp_path / "one", training=True)
        open_at(folder, HERE)
        open_at(folder, THERE)

    def test_the_file_names_no_computer(self, tmp_path: Path) -> None:
        folder = station(tmp_path / "one")
        open_at(folder, HERE)
        store = self._store(folder)
        assert store.setting("station.machine") not in (None, HERE)
        with pytest.raises(Refused):
            know_machine(store, THERE)
        store.close()

    @staticmethod
    def _store(folder: Path) -> Store:
        _, key = Vault(folder).unlock("liming", PASSWORD, CLOCK)
        return Store.open(folder / DATABASE, key, clock=CLOCK, ids=SeededIds(3))


class TestWrongKey:
    def test_another_stations_key_file_opens_nothing(self, tmp_path: Path) -> None:
        folder, other = station(tmp_path / "one"), station(tmp_path / "two", seed=2)
        shutil.copyfile(other / FILE, folder / FILE)
        # Which of the two is the stranger nobody can tell; repairing finds that it is no damage.
        assert refused(folder).code == "DATABASE_DAMAGED"
        before = state(folder)
        _, key = Vault(folder).unlock("liming", PASSWORD, CLOCK)
        with pytest.raises(CanbaoError) as told:
            mend_station(folder, key, CLOCK, SeededIds(5))
        assert told.value.code == "STATION_KEY_MISSING"
        assert "vault.json" in words(told.value)
        assert {name: state(folder)[name] for name in before} == before
        shutil.copyfile(other / DATABASE, folder / DATABASE)
        open_at(folder)

    @pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"operators": 7}', b"\xff\xfe"])
    def test_a_damaged_key_file_is_told_and_left(self, tmp_path: Path, content: bytes) -> None:
        folder = station(tmp_path / "one")
        (folder / FILE).write_bytes(content)
        error = refused(folder)
        assert error.code == "VAULT_DAMAGED"
        assert "备份" in words(error)

    def test_without_its_key_file_nobody_can_sign_in(self, tmp_path: Path) -> None:
        folder = station(tmp_path / "one")
        (folder / FILE).unlink()
        assert refused(folder).code == "OPERATOR_UNKNOWN"


class TestNewer:
    def test_a_newer_programs_data_is_refused_and_says_to_update(self, tmp_path: Path) -> None:
        folder = station(tmp_path / "one")
        _, key = Vault(folder).unlock("liming", PASSWORD, CLOCK)
        connection = connect(folder / DATABASE, key)
        connection.execute("PRAGMA user_version = 999")
        connection.close()
        error = refused(folder)
        assert error.code == "DATABASE_NEWER"
        assert "升级程序" in words(error)


class TestWords:
    @pytest.mark.parametrize(
        "code",
        [
            "DISK_FULL", "FOLDER_UNREACHABLE", "FOLDER_READ_ONLY", "STATION_COPIED", "KEY_WRONG",
            "STATION_KEY_MISSING", "VAULT_DAMAGED", "DATABASE_NEWER", "DATA_UPGRADE_FAILED",
            "SETTINGS_UNREADABLE",
            "SETTING_UNKNOWN", "SETTING_FORM", "CA_FILE", "STATION_IN_USE",
        ],
    )  # fmt: skip
    def test_each_says_what_holds_and_what_to_do(self, code: str) -> None:
        error = Refused(code, "x")
        for language, asked in (("zh", "请"), ("en", "")):
            told = Messages(language).error(error)  # type: ignore[arg-type]
            assert code not in told
            assert asked in told
            assert len(told) > 20
