"""Installed, asked, upgraded and removed in a Windows of its own under wine, by MSI and setup.

What wine cannot show (rights, antivirus, group policy, Windows Installer's rolling back) is on the
list for a real machine.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from desktop.app.version import VERSION
from tests.helpers.releases import signed_in, trust_the_tests
from tests.packages.conftest import FAILED, LATER
from tests.packages.windows_machine import (
    BY_MSI,
    BY_SETUP,
    NOTHING,
    PROGRAMS,
    UNKNOWN,
    Machine,
)

pytestmark = pytest.mark.skipif(
    not int(os.environ.get("CANBAO_WINE_S") or 0),
    reason="installing under wine is asked for, with CANBAO_WINE_S=600",
)

MSI_REFUSED = {1603, 1627}
"""Windows Installer ends with 1603; wine hands a failed question on as 1627."""

SETUP_REFUSED = 3
MSI = "windows-x64-msi"
TOLD = {
    "CENTRE_URL": "https://centre.example:8443",
    "DIVISION": "532301001",
    "CA_FILE": '"C:\\our files\\ca.pem"',
    "STATION_CODE": "ABCD-EFGH-JKLM",
}
TAKEN = {
    "CentreUrl": ("https://centre.example:8443", "installer"),
    "Division": ("532301001", "installer"),
    "CaFile": ("C:\\our files\\ca.pem", "installer"),
    "StationCode": ("*", "installer"),
}
"""What the program makes of it; a registration code is shown to nobody."""


@pytest.fixture(scope="module")
def shared_machine(
    windows_tools: None, scripts: dict[str, ModuleType], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Machine]:
    made = Machine(scripts, tmp_path_factory.mktemp("wine") / "prefix")
    try:
        yield made
    finally:
        made.wine.end()


@pytest.fixture
def machine(shared_machine: Machine, request: pytest.FixtureRequest) -> Iterator[Machine]:
    """The machine that all share, as it was left; after a failure nobody knows how."""
    yield shared_machine
    if request.node.stash.get(FAILED, False):
        shared_machine.holds = UNKNOWN


@pytest.fixture
def by_msi(machine: Machine, first_msi: Path) -> Machine:
    """The machine with this version from the MSI on it."""
    if machine.holds != BY_MSI:
        machine.be_empty()
        told = [f"{name}={value}" for name, value in TOLD.items()]
        assert machine.msi("/i", first_msi, *told) == 0
        machine.holds = BY_MSI
    return machine


@pytest.fixture
def by_setup(machine: Machine, setup_exe: Path) -> Machine:
    """The machine with the program from the setup program on it."""
    if machine.holds != BY_SETUP:
        machine.be_empty()
        told = [f"/{name}={value}" for name, value in TOLD.items()]
        assert machine.setup(setup_exe, *told) == 0
        machine.holds = BY_SETUP
    return machine


def cut_in_half(package: Path, folder: Path) -> Path:
    """Return a package that arrived half."""
    broken = folder / f"broken{package.suffix}"
    data = package.read_bytes()
    broken.write_bytes(data[: len(data) // 2])
    return broken


class TestByMsi:
    def test_it_installs_and_both_programs_prove_themselves(
        self, by_msi: Machine, tmp_path: Path
    ) -> None:
        found = by_msi.self_test()
        assert found["frozen"] is True
        assert [one["name"] for one in found["checks"] if one["outcome"] != "ok"] == []
        assert by_msi.self_test(tmp_path / "report.json")["ok"] is True

    def test_the_program_takes_what_the_installer_was_given(self, by_msi: Machine) -> None:
        assert by_msi.settings().items() >= TAKEN.items()

    def test_it_is_not_touched_while_it_runs(
        self, by_msi: Machine, later_msi: Path, first_msi: Path
    ) -> None:
        with by_msi.running():
            assert by_msi.msi("/i", later_msi) in MSI_REFUSED
            assert by_msi.msi("/x", first_msi) in MSI_REFUSED
            assert by_msi.programs() >= PROGRAMS
        assert by_msi.registry()["Division"] == "532301001"

    def test_unsent_events_hold_the_removal_up(self, by_msi: Machine, first_msi: Path) -> None:
        with by_msi.unsent(3):
            assert by_msi.msi("/x", first_msi) in MSI_REFUSED
            assert by_msi.msi("/x", first_msi, "UNSENT=refuse") in MSI_REFUSED
        assert by_msi.programs() >= PROGRAMS

    def test_a_damaged_package_changes_nothing(
        self, by_msi: Machine, later_msi: Path, tmp_path: Path
    ) -> None:
        before = by_msi.registry()
        assert by_msi.msi("/i", cut_in_half(later_msi, tmp_path)) != 0
        assert by_msi.registry() == before
        assert by_msi.settings().items() >= TAKEN.items()

    def test_the_setup_program_leaves_it_alone(self, by_msi: Machine, setup_exe: Path) -> None:
        assert by_msi.setup(setup_exe) == SETUP_REFUSED
        assert "uninstall.exe" not in by_msi.programs()

    def test_update_apply_and_back_install_with_windows_own_installer(
        self, by_msi: Machine, first_msi: Path, later_msi: Path, tmp_path: Path
    ) -> None:
        released = signed_in(tmp_path, first_msi, version=VERSION, system=MSI)
        later = signed_in(tmp_path, later_msi, version=LATER, system=MSI)
        trust_the_tests(by_msi.folder)
        code, said = by_msi.ask("canbao.exe", "update", "apply", by_msi.as_seen(later))
        assert code == 0, said
        by_msi.wait_until_listed(LATER)
        assert (by_msi.station / "updates" / "installed" / later.name).exists()

        trust_the_tests(by_msi.folder)
        code, said = by_msi.ask("canbao.exe", "update", "back", by_msi.as_seen(released))
        assert code == 0, said
        by_msi.wait_until_listed(VERSION)
        assert by_msi.settings().items() >= TAKEN.items()

    def test_an_upgrade_keeps_settings_an_older_one_is_refused_removal_keeps_data(
        self, by_msi: Machine, first_msi: Path, later_msi: Path
    ) -> None:
        (by_msi.folder / "_internal" / "left-over.txt").write_text("not ours")
        assert by_msi.msi("/i", later_msi) == 0
        assert by_msi.settings().items() >= TAKEN.items()
        assert by_msi.msi("/i", first_msi) in MSI_REFUSED
        assert by_msi.self_test()["ok"] is True

        by_msi.station.mkdir(parents=True, exist_ok=True)
        (by_msi.station / "station.db").write_bytes(b"theirs")
        (by_msi.folder / "_internal" / "left-over.txt").unlink()
        with by_msi.unsent(3):
            assert by_msi.msi("/x", later_msi, "UNSENT=warn") == 0
        assert by_msi.programs() == set()
        assert by_msi.registry() == {}
        assert (by_msi.station / "station.db").read_bytes() == b"theirs"
        by_msi.holds = NOTHING


class TestBySetup:
    def test_it_installs_and_proves_itself(self, by_setup: Machine) -> None:
        assert by_setup.self_test()["ok"] is True
        assert by_setup.settings().items() >= TAKEN.items()

    def test_it_is_not_touched_while_it_runs(self, by_setup: Machine, setup_exe: Path) -> None:
        with by_setup.running():
            assert by_setup.setup(setup_exe) == SETUP_REFUSED
            assert by_setup.uninstall() == SETUP_REFUSED
        assert by_setup.programs() >= PROGRAMS
        assert not by_setup.folder.with_name("Canbao Desk.new").exists()

    def test_an_older_one_is_refused_and_a_newer_one_keeps_settings(
        self, by_setup: Machine, setup_exe: Path
    ) -> None:
        by_setup.claim_version("9.0.0")
        assert by_setup.setup(setup_exe) == SETUP_REFUSED
        by_setup.claim_version("0.0.1")
        (by_setup.folder / "_internal" / "left-over.txt").write_text("of the old version")
        assert by_setup.setup(setup_exe) == 0
        assert not (by_setup.folder / "_internal" / "left-over.txt").exists()
        assert not by_setup.folder.with_name("Canbao Desk.new").exists()
        assert by_setup.settings().items() >= TAKEN.items()

    def test_a_damaged_package_changes_nothing(
        self, by_setup: Machine, setup_exe: Path, tmp_path: Path
    ) -> None:
        before = by_setup.registry()
        assert by_setup.setup(cut_in_half(setup_exe, tmp_path)) != 0
        assert by_setup.registry() == before
        assert by_setup.settings().items() >= TAKEN.items()

    def test_unsent_events_hold_the_removal_up_and_data_stay(self, by_setup: Machine) -> None:
        (by_setup.station / "receipts").mkdir(parents=True, exist_ok=True)
        (by_setup.station / "receipts" / "1.pdf").write_bytes(b"theirs")
        with by_setup.unsent(2):
            assert by_setup.uninstall() == SETUP_REFUSED
            assert by_setup.uninstall("/UNSENT=refuse") == SETUP_REFUSED
            assert by_setup.programs() >= PROGRAMS
            assert by_setup.uninstall("/UNSENT=warn") == 0
        assert not by_setup.programs() & PROGRAMS
        assert by_setup.registry() == {}
        assert (by_setup.station / "receipts" / "1.pdf").read_bytes() == b"theirs"
        # Its uninstaller was run where it lies, and nobody deletes a program that runs.
        by_setup.holds = UNKNOWN


@pytest.fixture
def small_disk(machine: Machine, windows_tree: Path, tmp_path: Path) -> Iterator[Path]:
    """A drive S: with room for one version and not for two."""
    small = tmp_path / "small"
    small.mkdir()
    room_mb = sum(path.stat().st_size for path in windows_tree.rglob("*")) // 2**20 + 60
    mount = ["mount", "-t", "tmpfs", "-o", f"size={room_mb}m", "tmpfs", str(small)]
    if os.geteuid() != 0 or subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("only root may mount a small disk")
    machine.be_empty()
    drive = machine.wine.folder / "dosdevices" / "s:"
    drive.symlink_to(small)
    try:
        yield small
    finally:
        drive.unlink(missing_ok=True)
        # Lazily: wine may keep a file open until it ends.
        subprocess.run(["umount", "--lazy", str(small)], check=True)


def test_a_full_disk_leaves_the_old_version(
    machine: Machine, setup_exe: Path, small_disk: Path
) -> None:
    machine.holds = UNKNOWN
    assert machine.setup(setup_exe, "/DIVISION=532301001", r"/D=S:\Canbao Desk") == 0
    machine.place = r"S:\Canbao Desk"
    machine.claim_version("0.0.1")
    assert machine.setup(setup_exe) == SETUP_REFUSED
    assert [path.name for path in small_disk.iterdir()] == ["Canbao Desk"]
    assert machine.settings()["Division"] == ("532301001", "installer")
    assert machine.uninstall("/UNSENT=ignore") == 0
