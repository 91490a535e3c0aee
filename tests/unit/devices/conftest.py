"""Helper processes over a library that plays what a test tells it: compiled, and a stand-in."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from desktop.devices.helper_client import HelperReader, Limits
from tests.helpers import sdt_stand_in
from tests.helpers.patience import LIMIT_S

SOURCE = Path(sdt_stand_in.__file__).with_name("sdt_library.c")
PATIENT = Limits(start_s=LIMIT_S, answer_s=LIMIT_S, rests_s=(0.0, 0.0, 10.0))


@dataclass(slots=True)
class Played:
    """A reader over a library that plays."""

    reader: HelperReader
    control: Path
    now_s: list[float]

    def play(self, word: str, card: bytes = b"") -> None:
        """Let the library do this from now on."""
        sdt_stand_in.play(self.control, word, card)


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The compiled library; skips where there is no C compiler."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None or sys.platform == "win32":
        pytest.skip("no C compiler here; the stand-in behind the same interface covers the path")
    made = tmp_path_factory.mktemp("sdt") / "libsdtapi.so"
    subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", str(made), str(SOURCE)], check=True)
    return made


@pytest.fixture
def make_reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Played]]:
    """Make readers over helper commands; their helpers end with the test."""
    control = tmp_path / "play"
    sdt_stand_in.play(control, "none")
    monkeypatch.setenv(sdt_stand_in.VARIABLE, str(control))
    made: list[HelperReader] = []

    def make(*commands: list[str], limits: Limits = PATIENT) -> Played:
        now_s = [100.0]
        reader = HelperReader(commands, limits, monotonic=lambda: now_s[0])
        made.append(reader)
        return Played(reader, control, now_s)

    yield make
    for reader in made:
        reader.close()


STAND_IN = [sys.executable, "-m", "tests.helpers.sdt_stand_in"]


def helper_command(library: Path) -> list[str]:
    """Return the product's own helper over a library."""
    return [sys.executable, "-m", "desktop", "card-reader", "--library", str(library)]


@pytest.fixture(params=["compiled", "stand-in"])
def played(request: pytest.FixtureRequest, make_reader: Callable[..., Played]) -> Played:
    """A reader in a helper process, over the compiled library and over the stand-in."""
    if request.param == "stand-in":
        return make_reader(STAND_IN)
    return make_reader(helper_command(request.getfixturevalue("library")))
