"""What holds for every test: no display, no real user's folders or keys, a quiet log."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

# Before anything imports Qt or keyring: both read these once.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")

import pytest
from hypothesis import HealthCheck, settings

from tests.helpers import engines, postgres
from tests.helpers.logfail import expected_log
from tests.helpers.patient_bot import qtbot
from tests.helpers.qtleaks import qt_leaves_nothing

__all__ = ["expected_log", "qt_leaves_nothing", "qtbot"]

SCREENS = Path(__file__).parent / "ui"

# How long a draw takes says what else the machine does, nothing about the strategy.
settings.register_profile("desk", deadline=None, suppress_health_check=[HealthCheck.too_slow])
# A gate must give the same answer twice, also on a machine that is busy with something else.
settings.register_profile(
    "ci",
    deadline=None,
    derandomize=True,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("ci" if os.environ.get("CI") else "desk")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(SCREENS):
            item.add_marker(pytest.mark.usefixtures("qt_leaves_nothing"))


@pytest.fixture(scope="session", autouse=True)
def _no_real_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep tests, and the processes they start, out of the developer's own folders."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("DATA", "CONFIG", "CACHE", "STATE"):
            patch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
        patch.setenv("LOCALAPPDATA", str(home / "local"))
        patch.setenv("APPDATA", str(home / "roaming"))
        yield


@pytest.fixture(scope="session")
def postgres_cluster() -> Iterator[postgres.Cluster]:
    """A PostgreSQL for this session, started when a test first wants it."""
    if why := postgres.absence():
        pytest.skip(why)
    with postgres.running() as cluster:
        yield cluster


@pytest.fixture
def engine(request: pytest.FixtureRequest) -> Iterator[str]:
    """Choose the database of the centres a test makes; see `tests.helpers.engines`."""
    chosen: str = getattr(request, "param", engines.FILE)
    if chosen == engines.FILE:
        yield chosen
        return
    with engines.on_postgres(request.getfixturevalue("postgres_cluster")):
        yield chosen
