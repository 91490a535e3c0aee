"""Goal: what IT set holds in the documented order, and a mistake of IT's is named, not guessed."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.base.errors import Refused
from desktop.base.proxy import NO_PROXY, SYSTEM_PROXY
from desktop.base.station_settings import (
    INSTALLER_KEY,
    NAMES,
    POLICY_KEY,
    Places,
    machine_places,
    read_settings,
)
from tests.helpers.registries import KeptRegistry


def beside(tmp_path: Path, text: str, *, bom: bool = False) -> Path:
    path = tmp_path / "station.toml"
    path.write_text(text, encoding="utf-8-sig" if bom else "utf-8")
    return path


class TestPrecedence:
    def test_each_setting_by_itself_installer_before_file_before_policy(
        self, tmp_path: Path
    ) -> None:
        places = Places(
            registry=KeptRegistry(
                {"CentreUrl": "https://installer.example"},
                {
                    "CentreUrl": "https://policy.example",
                    "Division": "539999",
                    "UpdateMode": "off",
                },
            ),
            program_file=beside(
                tmp_path, 'CentreUrl = "https://file.example"\nDivision = "539999001"\n'
            ),
        )
        found = read_settings(places)
        assert found.centre_url == "https://installer.example"
        assert found.division == "539999001"
        assert found.update_mode == "off"
        assert [found.given[name].source for name in ("CentreUrl", "Division", "UpdateMode")] == [
            "installer", "file", "policy",
        ]  # fmt: skip
        assert found.given["CentreUrl"].place == rf"HKLM\{INSTALLER_KEY}"
        assert found.given["Division"].place == str(tmp_path / "station.toml")

    def test_a_property_left_empty_is_not_set(self) -> None:
        registry = KeptRegistry({"CentreUrl": "", "Division": "  "}, {"CentreUrl": "https://p.cn"})
        found = read_settings(Places(registry=registry))
        assert (found.centre_url, found.division) == ("https://p.cn", "")

    def test_nothing_set_leaves_all_to_the_desk(self) -> None:
        found = read_settings(Places(registry=KeptRegistry()))
        assert not found.given
        assert (found.update_mode, found.ca_file, found.proxy) == ("notify", None, None)

    def test_without_a_registry_the_machines_file_stands_for_the_installer(
        self, tmp_path: Path
    ) -> None:
        machine = tmp_path / "etc.toml"
        machine.write_text('UpdateMode = "download"\nSystemProxy = true\n')
        file = beside(tmp_path, 'UpdateMode = "off"\nCaFile = "/etc/ssl/county.pem"\n')
        found = read_settings(Places(machine_file=machine, program_file=file))
        assert found.update_mode == "download"
        assert found.proxy == SYSTEM_PROXY
        assert found.ca_file == Path("/etc/ssl/county.pem")
        assert found.given["UpdateMode"].source == "installer"

    def test_the_installers_own_marks_are_its_own(self) -> None:
        registry = KeptRegistry({"InstallDir": "C:\\x", "Division": "539999"})
        assert read_settings(Places(registry=registry)).division == "539999"

    def test_a_tick_in_a_group_policy_is_a_number(self) -> None:
        on = read_settings(Places(registry=KeptRegistry(None, {"SystemProxy": 1})))
        assert on.proxy == SYSTEM_PROXY
        off = read_settings(Places(registry=KeptRegistry(None, {"SystemProxy": 0})))
        assert off.proxy == NO_PROXY
        assert off.value("SystemProxy") == "no"
        both = {"SystemProxy": 1, "Proxy": "http://10.0.0.8:3128"}
        named = read_settings(Places(registry=KeptRegistry(None, both))).proxy
        assert named is not None
        assert named.address == "http://10.0.0.8:3128"

    def test_notepads_mark_before_the_text_does_no_harm(self, tmp_path: Path) -> None:
        file = beside(tmp_path, 'Division = "539999"\n', bom=True)
        assert read_settings(Places(program_file=file)).division == "539999"

    def test_this_machine_can_be_asked(self) -> None:
        assert set(read_settings(machine_places()).given) <= set(NAMES)


class TestMistakes:
    def refused(self, places: Places) -> Refused:
        with pytest.raises(Refused) as told:
            read_settings(places)
        return told.value

    def test_a_wrong_name_is_told_with_the_right_one(self, tmp_path: Path) -> None:
        file = beside(tmp_path, 'CenterUrl = "https://x.example"\n')
        error = self.refused(Places(program_file=file))
        assert error.code == "SETTING_UNKNOWN"
        assert (error.values["name"], error.values["names"]) == ("CenterUrl", "CentreUrl")
        assert error.values["place"] == str(file)

    def test_a_wrong_name_in_a_group_policy_is_told_too(self) -> None:
        error = self.refused(Places(registry=KeptRegistry(None, {"Divison": "539999"})))
        assert error.code == "SETTING_UNKNOWN"
        assert error.values["place"] == rf"HKLM\{POLICY_KEY}"

    @pytest.mark.parametrize(
        ("name", "value"),
        [
            ("CentreUrl", "centre.example"),
            ("CentreUrl", "ftp://centre.example"),
            ("CentreUrl", "https://"),
            ("CentreUrl", "https://x.example:0"),
            ("CentreUrl", "https://x.example:99999"),
            ("CentreUrl", "https://user:secret@x.example"),
            ("CentreUrl", "https://x.example/\u202e"),
            ("Division", "53999"),
            ("Division", "５３９９９９"),
            ("StationCode", "a b"),
            ("CaFile", "ca.pem"),
            ("UpdateMode", "Download!"),
            ("SystemProxy", 7),
            ("Proxy", "socks5://10.0.0.8:1080"),
            ("Proxy", "http://user:secret@10.0.0.8:3128"),
            ("Division", 539999),
            ("Division", ["539999"]),
            ("UpdateMode", "x" * 1000),
        ],
    )
    def test_a_wrong_value_is_told_with_its_form(self, name: str, value: object) -> None:
        error = self.refused(Places(registry=KeptRegistry({name: value})))
        assert (error.code, error.values["name"]) == ("SETTING_FORM", name)
        assert error.values["form"]

    @pytest.mark.parametrize(
        "data", [b"Division = ", b'Division = "1"\nDivision = "2"\n', b"\xff\xfe", b"#" * 70_000]
    )
    def test_a_broken_file_is_told_with_its_place(self, tmp_path: Path, data: bytes) -> None:
        path = tmp_path / "station.toml"
        path.write_bytes(data)
        error = self.refused(Places(program_file=path))
        assert (error.code, error.values["place"]) == ("SETTINGS_UNREADABLE", str(path))
        assert error.values["why"]

    def test_a_folder_in_the_files_place_is_told(self, tmp_path: Path) -> None:
        assert self.refused(Places(program_file=tmp_path)).code == "SETTINGS_UNREADABLE"

    def test_a_key_that_may_not_be_read_is_told(self) -> None:
        registry = KeptRegistry(barred=POLICY_KEY)
        assert self.refused(Places(registry=registry)).code == "SETTINGS_UNREADABLE"

    def test_nothing_is_taken_in_part(self, tmp_path: Path) -> None:
        file = beside(tmp_path, 'Division = "539999"\nUpdateMode = "sometimes"\n')
        assert self.refused(Places(program_file=file)).code == "SETTING_FORM"
