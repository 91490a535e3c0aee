"""The Debian package: installed, upgraded and removed under a root of its own.

dpkg runs the package's scripts without a chroot (``--force-script-chrootless``); they look under
``$DPKG_ROOT``. The machine's own packages are not touched.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import pytest

from tests.helpers.releases import signed_in, trust_the_tests
from tests.packages.test_linux_bundle import alone, self_test

DEB_MB_MAX = 80
_LOOKS = 240
_LOOK_S = 0.5


@dataclass(frozen=True, slots=True)
class Machine:
    """A root folder with dpkg's records, and the home of a person."""

    root: Path
    home: Path

    @property
    def program(self) -> Path:
        return self.root / "opt" / "canbao-desk" / "canbao"

    @property
    def station(self) -> Path:
        return self.home / ".local" / "share" / "Canbao Desk" / "station"

    def dpkg(self, *arguments: str | Path, unsent: str = "") -> subprocess.CompletedProcess[str]:
        command = ["dpkg", f"--root={self.root}", "--force-script-chrootless", "--force-depends"]
        chosen = {"CANBAO_UNSENT": unsent} if unsent else {}
        return subprocess.run(
            [*command, *map(str, arguments)],
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=180,
            check=False,
            env=alone(self.home) | {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin"} | chosen,
        )

    def canbao(self, *arguments: str | Path) -> dict[str, object]:
        """Let the installed program do something with this root's dpkg; return what it printed."""
        own = self.home / "bin"
        own.mkdir(exist_ok=True)
        (own / "dpkg").write_text(
            f"#!/bin/sh\nexec /usr/bin/dpkg --root='{self.root}' --force-script-chrootless"
            ' --force-depends "$@"\n'
        )
        (own / "dpkg").chmod(0o755)
        done = subprocess.run(
            [str(self.program), *map(str, arguments)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=120,
            check=True,
            env=alone(self.home) | {"PATH": f"{own}:/usr/sbin:/usr/bin:/sbin:/bin"},
        )
        found: dict[str, object] = json.loads(done.stdout)
        return found

    def wait_until_known(self, state: str) -> None:
        """Wait for what goes on after a command has ended."""
        for _ in range(_LOOKS):
            if self.known() == state:
                return
            threading.Event().wait(_LOOK_S)
        raise AssertionError(f"{self.known()}, not {state}")

    def version(self) -> str:
        """The version that answers, and not what dpkg wrote down about it."""
        shown = subprocess.run(
            [str(self.program), "--version"],
            capture_output=True,
            text=True,
            timeout=60,
            check=True,
            env=alone(self.home),
        )
        return shown.stdout.strip()

    def known(self) -> str:
        """Version and state in dpkg's records."""
        asked = subprocess.run(
            ["dpkg-query", f"--admindir={self.root}/var/lib/dpkg", "--show",
             "--showformat=${Version} ${db:Status-Status}", "canbao-desk"],
            capture_output=True, text=True, timeout=60, check=False,
        )  # fmt: skip
        return asked.stdout


def records(root: Path) -> None:
    for name in ("info", "updates", "triggers"):
        (root / "var" / "lib" / "dpkg" / name).mkdir(parents=True)
    (root / "var" / "lib" / "dpkg" / "status").touch()
    (root / "var" / "lib" / "dpkg" / "available").touch()


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    if os.geteuid() != 0:
        pytest.skip("dpkg gives files to root: only root may try it")
    made = Machine(tmp_path / "root", tmp_path / "home")
    made.home.mkdir()
    records(made.root)
    return made


@pytest.fixture(scope="session")
def newer(
    linux_bundle: Path, scripts: dict[str, ModuleType], tmp_path_factory: pytest.TempPathFactory
) -> Path:
    path = tmp_path_factory.mktemp("newer") / "canbao-desk_9.0.0_amd64.deb"
    scripts["debian"].make_deb(linux_bundle, path, "9.0.0", fast=True)
    return path


@pytest.fixture
def installed(machine: Machine, deb: Path) -> Machine:
    done = machine.dpkg("--install", deb)
    assert done.returncode == 0, done.stderr
    return machine


def test_it_installs_proves_itself_and_goes_without_a_trace(installed: Machine) -> None:
    assert self_test(installed.program, installed.home)["ok"] is True
    usr = installed.root / "usr"
    entry = (usr / "share/applications/canbao-desk.desktop").read_text(encoding="utf-8")
    assert "Name[zh_CN]=参保台" in entry
    assert (usr / "share/icons/hicolor/48x48/apps/canbao-desk.png").stat().st_size > 300
    assert (usr / "bin/canbao").readlink() == Path("/opt/canbao-desk/canbao")
    installed.station.mkdir(parents=True)
    (installed.station / "station.db").write_bytes(b"theirs")

    assert installed.dpkg("--purge", "canbao-desk").returncode == 0

    assert not (installed.root / "opt").exists()
    assert not list(usr.rglob("*canbao*"))
    assert (installed.station / "station.db").read_bytes() == b"theirs"


@pytest.mark.skipif(not shutil.which("desktop-file-validate"), reason="no desktop-file-utils here")
def test_the_menu_entry_is_one(installed: Machine) -> None:
    entry = installed.root / "usr/share/applications/canbao-desk.desktop"
    done = subprocess.run(
        ["desktop-file-validate", str(entry)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


def test_a_newer_version_replaces_it_and_an_older_one_does_not(
    installed: Machine, newer: Path, deb: Path
) -> None:
    first = installed.known()
    assert installed.dpkg("--install", newer).returncode == 0
    assert installed.known() == "9.0.0 installed" != first
    refused = installed.dpkg("--install", deb)
    assert refused.returncode != 0
    assert "已安装较新的 9.0.0 版" in refused.stderr
    assert installed.known() == "9.0.0 installed"
    assert installed.version().startswith("Canbao Desk ")


@pytest.fixture
def running(installed: Machine) -> Iterator[subprocess.Popen[bytes]]:
    """The program's window, without a screen."""
    station = installed.home / "shown"
    command = [str(installed.program), "--data", str(station)]
    environment = alone(installed.home) | {"QT_QPA_PLATFORM": "offscreen"}
    program = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE)
    try:
        yield program
    finally:
        program.kill()
        program.communicate()


def test_it_is_not_replaced_while_it_runs(
    installed: Machine, running: subprocess.Popen[bytes], newer: Path
) -> None:
    before = installed.known()
    refused = installed.dpkg("--install", newer)
    assert running.poll() is None
    assert refused.returncode != 0
    assert "参保台正在运行" in refused.stderr
    assert installed.known() == before
    running.kill()
    running.wait()
    assert installed.dpkg("--install", newer).returncode == 0


@pytest.mark.parametrize("chosen", ["", "refuse", "warn", "ignore"])
def test_unsent_events_hold_it_up_as_it_was_chosen(installed: Machine, chosen: str) -> None:
    installed.station.mkdir(parents=True)
    (installed.station / "unsent").write_text("3")
    done = installed.dpkg("--remove", "canbao-desk", unsent=chosen)
    stays = chosen in ("", "refuse")
    assert (done.returncode != 0) == stays
    assert installed.program.exists() == stays
    assert ("还有 3 条业务" in done.stderr) == (chosen != "ignore")
    assert (installed.station / "unsent").exists()


def test_a_damaged_package_changes_nothing(installed: Machine, newer: Path, tmp_path: Path) -> None:
    before = installed.known()
    broken = tmp_path / "broken.deb"
    data = newer.read_bytes()
    broken.write_bytes(data[: len(data) // 2])
    assert installed.dpkg("--install", broken).returncode != 0
    assert installed.known() == before
    assert installed.version().startswith("Canbao Desk ")


def test_a_full_disk_changes_nothing(
    tmp_path: Path, deb: Path, newer: Path, linux_bundle: Path, scripts: dict[str, ModuleType]
) -> None:
    root = tmp_path / "small"
    root.mkdir()
    room_mb = int(scripts["places"].size_mb(linux_bundle)) + 60
    mount = ["mount", "-t", "tmpfs", "-o", f"size={room_mb}m", "tmpfs", str(root)]
    if os.geteuid() != 0 or subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("only root may mount a small disk")
    try:
        machine = Machine(root, tmp_path / "home")
        machine.home.mkdir()
        records(root)
        assert machine.dpkg("--install", deb).returncode == 0
        before = machine.known()
        failed = machine.dpkg("--install", newer)
        assert failed.returncode != 0
        assert "No space left" in failed.stderr
        assert machine.known() == before
        assert self_test(machine.program, machine.home)["ok"] is True
    finally:
        subprocess.run(["umount", str(root)], check=True)


def test_update_apply_and_back_install_with_the_machines_own_dpkg(
    installed: Machine, newer: Path, deb: Path, tmp_path: Path, scripts: dict[str, ModuleType]
) -> None:
    old = scripts["places"].version()
    installed.station.mkdir(parents=True)
    (installed.station / "station.db").write_bytes(b"theirs")
    (installed.station / "unsent").write_text("3")
    trust_the_tests(installed.program.parent)
    installed.canbao("update", "apply", signed_in(tmp_path, newer, version="9.0.0"))
    installed.wait_until_known("9.0.0 installed")
    assert (installed.station / "updates" / "installed" / newer.name).exists()

    trust_the_tests(installed.program.parent)
    installed.canbao("update", "back", signed_in(tmp_path, deb, version=old))
    installed.wait_until_known(f"{old} installed")
    assert self_test(installed.program, installed.home)["ok"] is True
    assert (installed.station / "station.db").read_bytes() == b"theirs"
    assert (installed.station / "unsent").read_text() == "3"
