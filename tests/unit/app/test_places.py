"""Goal: data lies with the computer, settings with the user, and one user at a time works."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from desktop.app.paths import USERS, data_folder, make_folder, preferences_folder
from desktop.app.preferences import load_preferences, save_preferences
from desktop.app.single_instance import SingleInstance
from desktop.base.errors import Refused, Unavailable
from desktop.ui.settings.preferences import Preferences


class TestWhere:
    def test_a_windows_stations_data_is_the_machines(self) -> None:
        found = data_folder("station", "win32", {"PROGRAMDATA": "/pd", "APPDATA": "/roaming"})
        assert found == Path("/pd/Canbao Desk/station")

    def test_a_persons_settings_are_the_users_and_never_roam(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
        monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
        station = data_folder("station")
        own = preferences_folder(station)
        assert own == tmp_path / "config" / "Canbao Desk"
        assert not own.is_relative_to(station)
        save_preferences(own, Preferences(language="en"))
        assert load_preferences(own).language == "en"
        assert [path.name for path in own.iterdir()] == ["preferences.json"]

    def test_a_folder_that_was_named_keeps_everything_together(self, tmp_path: Path) -> None:
        assert preferences_folder(tmp_path) == tmp_path


class TestSharing:
    def test_a_new_windows_folder_is_shared_with_its_users_once(self, tmp_path: Path) -> None:
        ran: list[Sequence[str]] = []

        def run(command: Sequence[str]) -> int:
            ran.append(command)
            return 0

        folder = tmp_path / "Canbao Desk" / "station"
        make_folder(folder, "win32", run)
        make_folder(folder, "win32", run)
        assert ran == [("icacls", str(folder), "/grant", f"{USERS}:(OI)(CI)M", "/Q")]

    def test_elsewhere_the_system_decides(self, tmp_path: Path) -> None:
        make_folder(tmp_path / "new", "linux", lambda _: pytest.fail("nothing is to be run"))
        assert (tmp_path / "new").is_dir()

    def test_a_folder_that_cannot_be_made_is_told_by_name(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("")
        with pytest.raises(Unavailable) as told:
            SingleInstance(tmp_path / "file" / "station")
        assert told.value.code == "FOLDER_UNREACHABLE"
        assert told.value.values["folder"] == str(tmp_path / "file" / "station")

    def test_a_folder_without_rights_is_told_and_left_alone(self, tmp_path: Path) -> None:
        # Root may write anywhere: a folder in the lock's place bars the way for everybody.
        (tmp_path / "window.lock").mkdir()
        with pytest.raises(Unavailable) as told:
            SingleInstance(tmp_path)
        assert told.value.code == "FOLDER_READ_ONLY"
        assert [path.name for path in tmp_path.iterdir()] == ["window.lock"]


class TestOneAtATime:
    def test_another_users_window_is_told_by_name(self, tmp_path: Path) -> None:
        first = SingleInstance(tmp_path, "zhang")
        with pytest.raises(Refused) as told:
            SingleInstance(tmp_path, "li")
        assert (told.value.code, told.value.values["user"]) == ("STATION_IN_USE", "zhang")
        first.release()
        SingleInstance(tmp_path, "li").release()

    def test_ones_own_second_window_is_told_as_that(self, tmp_path: Path) -> None:
        first = SingleInstance(tmp_path, "zhang")
        with pytest.raises(Refused, match="ALREADY_OPEN"):
            SingleInstance(tmp_path, "zhang")
        first.release()
