"""The packages, each made once for all tests with the one command that makes them."""

from __future__ import annotations

import fcntl
import importlib
import os
import shutil
import subprocess
import sys
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
PACKAGING = CHECKOUT / "packaging"
BUILD_S = 1600
LATER = "9.0.0"
FAILED = pytest.StashKey[bool]()
"""On a test's item: that it has failed, for whoever cleans up behind it."""

WINDOWS_TOOLS = {
    "wine": "wine, wine64",
    "osslsigncode": "osslsigncode",
    "wixl": "wixl",
    "msibuild": "msitools",
    "msiinfo": "msitools",
    "makensis": "nsis",
}


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if report.failed:
        item.stash[FAILED] = True
    return report


@pytest.fixture(scope="session", autouse=True)
def _scripts_on_the_path() -> Iterator[None]:
    """Import the scripts of packaging/ as they import each other."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(PACKAGING))
        yield


@pytest.fixture(scope="session")
def scripts(_scripts_on_the_path: None) -> dict[str, ModuleType]:
    names = ["makers", "places", "elf", "debian", "cabinet", "msi", "pe", "setup_exe", "signing",
             "wine", "wine_stub"]  # fmt: skip
    return {name: importlib.import_module(name) for name in names}


@contextmanager
def one_at_a_time(system: str) -> Iterator[None]:
    """Let no two processes freeze for the same system; the second finds what the first made."""
    (CHECKOUT / "build").mkdir(exist_ok=True)
    with (CHECKOUT / "build" / f"{system}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def build(what: str, system: str) -> None:
    """Run the command of the documentation; its words are what a failure shows."""
    with one_at_a_time(system):
        _build(what)


def _build(what: str) -> None:
    done = subprocess.run(
        [sys.executable, str(PACKAGING / "build.py"), what, "--fast"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        timeout=BUILD_S,
        check=False,
        env={name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"},
    )
    assert done.returncode == 0, done.stdout[-4000:]


@pytest.fixture(scope="session")
def linux_bundle(scripts: dict[str, ModuleType]) -> Path:
    build("linux", "linux")
    path: Path = scripts["makers"].bundle_of("linux")
    return path


@pytest.fixture(scope="session")
def deb(linux_bundle: Path, scripts: dict[str, ModuleType]) -> Path:
    if not shutil.which("dpkg-deb"):
        pytest.skip("no dpkg-deb here")
    build("deb", "linux")
    [made] = scripts["places"].DIST.glob(f"*_{scripts['places'].version()}_amd64.deb")
    assert isinstance(made, Path)
    return made


@pytest.fixture(scope="session")
def windows_tools() -> None:
    missing = [f"{name} ({deb})" for name, deb in WINDOWS_TOOLS.items() if not shutil.which(name)]
    if missing:
        pytest.skip(f"not on this machine: {', '.join(missing)}")


@pytest.fixture(scope="session")
def windows_tree(windows_tools: None, scripts: dict[str, ModuleType]) -> Path:
    build("windows", "windows")
    path: Path = scripts["makers"].bundle_of("windows")
    return path


@pytest.fixture(scope="session")
def first_msi(windows_tree: Path, scripts: dict[str, ModuleType]) -> Path:
    build("msi", "windows")
    made: Path = scripts["places"].DIST / f"canbao-desk-{scripts['places'].version()}-x64.msi"
    return made


@pytest.fixture(scope="session")
def later_msi(
    windows_tree: Path, scripts: dict[str, ModuleType], tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The same files as a later version."""
    # The program inside still calls itself by the first version, and looks for that in the name.
    name = f"later-than-{scripts['places'].version()}.msi"
    path = tmp_path_factory.mktemp("later") / name
    scripts["msi"].make_msi(windows_tree, path, LATER, effort=None)
    return path


@pytest.fixture(scope="session")
def setup_exe(windows_tree: Path, scripts: dict[str, ModuleType]) -> Path:
    build("nsis", "windows")
    made: Path = scripts["places"].DIST / f"canbao-desk-{scripts['places'].version()}-x64-setup.exe"
    return made
