"""Goal: what is installed is what was proven, and the version before is kept to go back to."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path, PureWindowsPath

import pytest

from desktop.app import updating
from desktop.app.upgrade_mark import minding_upgrade
from desktop.app.version import VERSION
from desktop.base.errors import Refused, Unavailable
from desktop.base.machine import installer_kind
from desktop.base.station_settings import Places
from desktop.base.upgrade_mark import FILE, FOLDER, failed_version, note_failed
from desktop.sync.updates import OFFERED, Program
from desktop.wire.release import Release, sign_release
from tests.helpers.registries import KeptRegistry
from tests.helpers.releases import KEYS, OLD, PUBLISHER, STRANGER, SYSTEM, installer, release_of


@dataclass
class Ran:
    """Stands for the system's installer: what it was given, with its bytes."""

    code: int = 0
    commands: list[tuple[str, ...]] = field(default_factory=list)
    content: list[bytes] = field(default_factory=list)

    def __call__(self, command: Sequence[str]) -> int:
        self.commands.append(tuple(command))
        self.content.append(Path(command[-1]).read_bytes())
        return self.code


def fetched(folder: Path, data: bytes, version: str = "0.2.0") -> Release:
    """Let an installer lie in the station's folder as the exchange leaves it."""
    at = folder / FOLDER
    at.mkdir(exist_ok=True)
    release = release_of(data, version=version)
    (at / OFFERED).write_text(sign_release(release, PUBLISHER), encoding="utf-8")
    (at / release.file).write_bytes(data)
    return release


def beside(folder: Path, data: bytes, version: str = "0.0.9") -> Path:
    """Let an installer and its signed lines lie side by side."""
    release = release_of(data, version=version)
    path = folder / release.file
    path.write_bytes(data)
    lines = sign_release(release, PUBLISHER)
    path.with_name(path.name + ".release").write_text(lines, encoding="utf-8")
    return path


class TestProving:
    def test_what_was_fetched_is_proven_again(self, tmp_path: Path) -> None:
        release = fetched(tmp_path, installer())
        assert updating.prove_offered(tmp_path, KEYS, OLD).release == release

    def test_an_altered_file_is_refused(self, tmp_path: Path) -> None:
        release = fetched(tmp_path, installer())
        (tmp_path / FOLDER / release.file).write_bytes(installer(2))
        with pytest.raises(Refused, match="RELEASE_FILE"):
            updating.prove_offered(tmp_path, KEYS, OLD)

    def test_nothing_fetched_is_told(self, tmp_path: Path) -> None:
        with pytest.raises(Refused, match="UPDATE_NONE"):
            updating.prove_offered(tmp_path, KEYS, OLD)

    def test_a_file_without_its_lines_or_for_others_is_refused(self, tmp_path: Path) -> None:
        path = beside(tmp_path, installer())
        with pytest.raises(Refused, match="RELEASE_SYSTEM"):
            updating.prove(path, KEYS, "windows-x64-msi")
        lines = path.with_name(path.name + ".release")
        lines.write_text(sign_release(release_of(installer(), version="0.0.9"), STRANGER))
        with pytest.raises(Refused, match="RELEASE_KEY"):
            updating.prove(path, KEYS, SYSTEM)
        lines.unlink()
        with pytest.raises(Unavailable, match="FILE_UNREADABLE"):
            updating.prove(path, KEYS, SYSTEM)


@pytest.fixture
def own_temp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where this test's temporary folders are made."""
    own = tmp_path / "temp"
    own.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(own))
    return own


class TestPutting:
    def test_a_private_copy_is_run_and_kept(self, tmp_path: Path) -> None:
        data, run = installer(), Ran()
        release = fetched(tmp_path, data)
        found = updating.prove_offered(tmp_path, KEYS, OLD)
        updating.put_in_place(found, tmp_path, run=run)
        ((program, _, file),) = run.commands
        assert (program, run.content) == ("dpkg", [data])
        assert not Path(file).is_relative_to(tmp_path / FOLDER)
        assert not Path(file).parent.exists()
        assert (tmp_path / FOLDER / updating.KEPT / release.file).read_bytes() == data

    def test_what_is_altered_after_it_was_proven_is_not_run(
        self, tmp_path: Path, own_temp: Path
    ) -> None:
        release, run = fetched(tmp_path, installer()), Ran()
        found = updating.prove_offered(tmp_path, KEYS, OLD)
        (tmp_path / FOLDER / release.file).write_bytes(installer(3))
        with pytest.raises(Refused, match="RELEASE_FILE"):
            updating.put_in_place(found, tmp_path, run=run)
        assert run.commands == []
        assert list(own_temp.iterdir()) == []

    def test_an_installer_that_fails_is_told_with_its_code(self, tmp_path: Path) -> None:
        fetched(tmp_path, installer())
        found, run = updating.prove_offered(tmp_path, KEYS, OLD), Ran(1603)
        with pytest.raises(Unavailable) as told:
            updating.put_in_place(found, tmp_path, run=run)
        assert (told.value.code, told.value.values["exit"]) == ("INSTALL_FAILED", 1603)
        # Its log is for whoever looks; the copy is for nobody.
        copy = Path(run.commands[0][-1])
        assert str(copy.parent) == told.value.values["log"]
        assert (copy.parent.exists(), copy.exists()) == (True, False)
        copy.parent.rmdir()

    def test_without_rights_nothing_is_done(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("os.geteuid", lambda: 1000)
        fetched(tmp_path, installer())
        found = updating.prove_offered(tmp_path, KEYS, OLD)
        with pytest.raises(Refused, match="RIGHTS_MISSING"):
            updating.put_in_place(found, tmp_path)
        assert not (tmp_path / FOLDER / updating.KEPT).exists()

    def test_two_versions_back_are_kept_and_no_more(self, tmp_path: Path) -> None:
        for place, version in enumerate(("0.2.0", "0.3.0", "0.4.0")):
            for old in (tmp_path / FOLDER).glob("*.deb"):
                old.unlink()
            fetched(tmp_path, installer(place), version)
            found = updating.prove_offered(tmp_path, KEYS, OLD)
            updating.put_in_place(found, tmp_path, run=Ran())
        kept = sorted(path.name for path in (tmp_path / FOLDER / updating.KEPT).glob("*.deb"))
        assert kept == ["canbao-0.3.0.deb", "canbao-0.4.0.deb"]
        back = updating.prove_kept(tmp_path, KEYS, Program("0.4.0", SYSTEM))
        assert back.release.version == "0.3.0"

    def test_nothing_kept_is_told(self, tmp_path: Path) -> None:
        with pytest.raises(Refused, match="UPDATE_NOTHING_KEPT"):
            updating.prove_kept(tmp_path, KEYS, OLD)

    def test_each_kind_of_installer_has_its_silent_command(self) -> None:
        log = Path("i.log")
        (msi,) = updating.commands(Path("a.msi"), log)
        assert msi == ("msiexec", "/i", "a.msi", "/qn", "/norestart", "/l*v", "i.log")
        assert updating.commands(Path("a.exe"), log) == (("a.exe", "/S"),)
        assert updating.commands(Path("a.deb"), log) == (("dpkg", "--install", "a.deb"),)

    def test_going_back_takes_the_newer_away_first_and_keeps_what_it_set(self) -> None:
        log, places = (
            Path("i.log"),
            Places(
                registry=KeptRegistry(
                    {"CentreUrl": "https://c.example", "InstallDir": "C:\\CD"},
                    {"UpdateMode": "off"},
                )
            ),
        )
        away, put = updating.commands_back(Path("a.msi"), log, Path("b.msi"), places)
        assert away == ("msiexec", "/x", "b.msi", "/qn", "/norestart", "UNSENT=ignore")
        assert put[:3] == ("msiexec", "/i", "a.msi")
        # Group policy speaks for itself; only what the installer was given is given again.
        assert put[-1] == "CENTRE_URL=https://c.example"
        away, put = updating.commands_back(Path("a.exe"), log, None, places)
        assert away == ("C:\\CD\\uninstall.exe", "/S", "/UNSENT=ignore", "_?=C:\\CD")
        assert put == ("a.exe", "/S", "/CENTRE_URL=https://c.example")
        away, put = updating.commands_back(Path("a.deb"), log, None, Places())
        assert away == ("env", "CANBAO_UNSENT=ignore", "dpkg", "--remove", "canbao-desk")
        assert put == ("dpkg", "--install", "a.deb")
        with pytest.raises(Refused, match="UPDATE_NOTHING_KEPT"):
            updating.commands_back(Path("a.msi"), log, None, places)

    def test_windows_does_one_after_the_other_and_the_uninstaller_where_it_lies(self) -> None:
        place = r"C:\Program Files\Canbao Desk"
        away = (place + r"\uninstall.exe", "/S", f"_?={place}")
        copy = PureWindowsPath(r"C:\Temp dir\new.exe")
        line = updating.windows_line((away, (str(copy), "/S")), copy)
        waited, first, second, tidied = line.replace(" & ", " && ").split(" && ")
        assert waited.startswith("ping ")
        assert first == rf'start "" /wait "{place}\uninstall.exe" /S _?={place}'
        assert second == r'start "" /wait "C:\Temp dir\new.exe" /S'
        assert tidied == r'rmdir /s /q "C:\Temp dir" || del /q "C:\Temp dir\new.exe"'

    @pytest.mark.skipif(sys.platform == "win32", reason="a shell of its own there")
    @pytest.mark.parametrize(("program", "left"), [("true", []), ("false", ["install.log"])])
    def test_afterwards_the_copy_is_gone_and_the_log_of_a_failure_stays(
        self, tmp_path: Path, program: str, left: list[str]
    ) -> None:
        own = tmp_path / "a fresh folder"
        own.mkdir()
        for name in ("new.deb", "install.log"):
            (own / name).write_text("x")
        todo = ((program,), ("touch", str(tmp_path / "second")))
        line = updating.posix_line(todo, own / "new.deb", wait_s=0)
        assert subprocess.run(["/bin/sh", "-c", line], check=False).returncode == 0
        assert [path.name for path in own.glob("*")] == left
        assert (tmp_path / "second").exists() == (program == "true")

    def test_of_a_property_the_value_stands_in_quotes(self) -> None:
        told = ("/DIVISION=532301", r"/CA_FILE=C:\our files\ca.pem", r"CA_FILE=C:\our files\ca.pem")
        assert updating.command_line(("new.exe", "/S", *told)) == (
            "new.exe /S /DIVISION=532301"
            r' /CA_FILE="C:\our files\ca.pem" CA_FILE="C:\our files\ca.pem"'
        )


class TestMark:
    def test_a_version_that_cannot_convert_the_data_is_marked(self, tmp_path: Path) -> None:
        with pytest.raises(Unavailable), minding_upgrade(tmp_path):
            raise Unavailable("DATA_UPGRADE_FAILED", "x")
        assert failed_version(tmp_path) == VERSION

    def test_other_failures_mark_nothing(self, tmp_path: Path) -> None:
        with pytest.raises(Unavailable), minding_upgrade(tmp_path):
            raise Unavailable("DISK_FULL", "x")
        assert not list(tmp_path.iterdir())

    def test_the_mark_goes_when_the_data_open(self, tmp_path: Path) -> None:
        note_failed(tmp_path, VERSION)
        with minding_upgrade(tmp_path):
            pass
        assert failed_version(tmp_path) == ""

    def test_another_versions_mark_stays(self, tmp_path: Path) -> None:
        note_failed(tmp_path, "9.9.9")
        with minding_upgrade(tmp_path):
            pass
        assert failed_version(tmp_path) == "9.9.9"

    @pytest.mark.parametrize("content", [b"", b"[]", b'{"version": 7}', b"\xff"])
    def test_a_spoilt_mark_marks_nothing(self, tmp_path: Path, content: bytes) -> None:
        (tmp_path / FOLDER).mkdir()
        (tmp_path / FOLDER / FILE).write_bytes(content)
        assert failed_version(tmp_path) == ""


def test_which_installer_it_came_by_is_known() -> None:
    key = r"SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall\CanbaoDesk"
    by_setup = KeptRegistry(other={key: {"DisplayVersion": "0.2.0"}})
    assert installer_kind(by_setup).endswith("-setup")
    assert installer_kind(KeptRegistry(barred=key)).endswith("-msi")
    assert installer_kind(KeptRegistry()).endswith("-msi")
    assert installer_kind(KeptRegistry()).startswith("windows-")
