"""The Linux bundle runs on its own and holds what it should, and nothing it should not."""

from __future__ import annotations

import json
import pkgutil
import re
import subprocess
from pathlib import Path
from types import ModuleType

import pytest

import desktop

INSTALLED_MB_MAX = 200
"""Without fonts."""


def alone(folder: Path) -> dict[str, str]:
    """An environment in which nothing of this checkout's Python can help."""
    return {"HOME": str(folder), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}


def self_test(program: Path, home: Path) -> dict[str, object]:
    done = subprocess.run(
        [str(program), "--self-test", "--json"],
        capture_output=True,
        timeout=180,
        check=False,
        env=alone(home),
        cwd="/",
    )
    assert done.returncode == 0, done.stdout.decode() + done.stderr.decode()
    found: dict[str, object] = json.loads(done.stdout)
    return found


def test_it_proves_itself(linux_bundle: Path, tmp_path: Path) -> None:
    found = self_test(linux_bundle / "canbao", tmp_path)
    assert found["frozen"] is True
    checks = found["checks"]
    assert isinstance(checks, list)
    assert [one["name"] for one in checks if one["outcome"] != "ok"] == []
    # What is imported by a computed name is in no bundle, and its command fails at a desk.
    walked = pkgutil.walk_packages(desktop.__path__, "desktop.")
    sources = {one.name for one in walked} - {"desktop.__main__"}
    [said] = [one["said"] for one in checks if one["name"] == "modules"]
    assert sum(int(count) for count in re.findall(r"\d+", said)) == len(sources), said


def test_it_needs_no_right_to_write_beside_itself(linux_bundle: Path) -> None:
    written = [path for path in linux_bundle.rglob("*.pyc") if "__pycache__" in path.parts]
    assert not written


def test_no_library_is_missing(linux_bundle: Path, scripts: dict[str, ModuleType]) -> None:
    asked = scripts["elf"].asked_of_the_system(linux_bundle)
    assert asked.glibc >= (2, 28)
    assert "libc6" not in asked.depends
    assert [
        path for path in linux_bundle.rglob("*") if path.is_symlink() and not path.exists()
    ] == []


@pytest.mark.parametrize(
    "pattern",
    ["*Quick*", "*Qml*", "*Qt6Network*", "qtbase_*.qm", "*eglfs*", "*opengl32sw*", "numpy",
     "pytest", "*psycopg_binary*"],
)  # fmt: skip
def test_what_nobody_uses_is_not_in_it(linux_bundle: Path, pattern: str) -> None:
    assert list(linux_bundle.rglob(pattern)) == []


def test_qt_can_be_replaced_and_licences_are_there(linux_bundle: Path) -> None:
    inside = linux_bundle / "_internal"
    assert list(inside.rglob("libQt6Core.so.6"))
    texts = {path.name for path in (inside / "licenses").iterdir()}
    assert {"LICENSE", "THIRD-PARTY-NOTICES.md", "LGPL-3.0.txt", "GPL-3.0.txt", "python"} <= texts
    assert (inside / "licenses" / "cryptography").is_dir()


def test_it_is_not_too_large(linux_bundle: Path, scripts: dict[str, ModuleType]) -> None:
    size_mb = scripts["places"].size_mb
    fonts = linux_bundle / "_internal" / "resources" / "fonts"
    assert size_mb(linux_bundle) - size_mb(fonts) <= INSTALLED_MB_MAX


def test_the_headless_demo_runs_in_it(linux_bundle: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [str(linux_bundle / "canbao"), "--data", str(tmp_path / "demo"), "demo", "--headless"],
        capture_output=True,
        timeout=180,
        check=False,
        env=alone(tmp_path),
    )
    assert done.returncode == 0, done.stderr.decode()
    assert json.loads(done.stdout)["verified"] is True
