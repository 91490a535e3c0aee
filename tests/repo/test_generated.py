"""What a script makes from something else is what the script would make today."""

from __future__ import annotations

import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.repo.tree import CHECKOUT, files, run_script

PIN = re.compile(r"^([a-z0-9][a-z0-9._-]*)==([^\s;]+)(?: ; (.+?))? \\$", re.MULTILINE)
PYPROJECT = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))
RUN_LOCK = (CHECKOUT / "packaging" / "requirements.lock").read_text(encoding="utf-8")
DEV_LOCK = (CHECKOUT / "packaging" / "requirements-dev.lock").read_text(encoding="utf-8")
BUILD_LOCK = (CHECKOUT / "packaging" / "requirements-build.lock").read_text(encoding="utf-8")
RUN = {name: version for name, version, _ in PIN.findall(RUN_LOCK)}
DEV = RUN | {name: version for name, version, _ in PIN.findall(DEV_LOCK)}
BUILD = RUN | {name: version for name, version, _ in PIN.findall(BUILD_LOCK)}
PINS = {"run": RUN, "dev": DEV, "build": BUILD}


@pytest.mark.parametrize("script", ["compile_forms.py", "translations.py", "manual_pictures.py"])
def test_generated_files_are_fresh(script: str) -> None:
    done = run_script(script, "--check")
    assert done.returncode == 0, done.stdout + done.stderr


def test_there_is_an_english_translation() -> None:
    names = {path.name for path in files() if path.is_relative_to("resources/i18n")}
    assert {"canbao_en.ts", "canbao_en.qm"} <= names


@pytest.mark.parametrize(
    ("requirement", "lock"),
    [
        *((line, "run") for line in PYPROJECT["project"]["dependencies"]),
        *((line, "dev") for line in PYPROJECT["dependency-groups"]["dev"]),
        *((line, "build") for line in PYPROJECT["dependency-groups"]["build"]),
    ],
)
def test_the_lock_pins_what_pyproject_asks_for(requirement: str, lock: str) -> None:
    wanted = Requirement(requirement)
    pinned = PINS[lock].get(canonicalize_name(wanted.name))
    assert pinned, f"not in the {lock} lock; run: python packaging/lock.py"
    assert wanted.specifier.contains(pinned, prereleases=True)


def test_every_pin_carries_hashes_and_no_lock_names_an_index() -> None:
    for lock in (RUN_LOCK, DEV_LOCK, BUILD_LOCK):
        pins = len(PIN.findall(lock))
        assert pins > 0
        assert len(re.findall(r"\\\n(?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+", lock)) == pins
        assert "://" not in lock


@pytest.mark.parametrize("lock", [DEV_LOCK, BUILD_LOCK], ids=["dev", "build"])
def test_the_other_locks_add_to_the_first_and_change_nothing(lock: str) -> None:
    assert "\n-r requirements.lock\n" in lock
    repeated = {name for name, _, _ in PIN.findall(lock)} & set(RUN)
    assert not repeated


def test_one_environment_may_hold_the_tools_of_tests_and_packages() -> None:
    both = set(DEV) & set(BUILD)
    assert {name: DEV[name] for name in both} == {name: BUILD[name] for name in both}


def test_notices_name_every_package_in_its_version() -> None:
    notices = (CHECKOUT / "packaging" / "THIRD-PARTY-NOTICES.md").read_text(encoding="utf-8")
    rows = set(re.findall(r"^\| (\S+) \| (\S+) \| [^|]*\w[^|]* \|", notices, re.MULTILINE))
    assert set(RUN.items()) - rows == set(), "run: python packaging/notices.py"


def test_notices_name_every_font_and_the_licence_lies_beside_it() -> None:
    notices = (CHECKOUT / "packaging" / "THIRD-PARTY-NOTICES.md").read_text(encoding="utf-8")
    fonts = [path for path in files() if path.suffix in {".ttf", ".otf"}]
    assert fonts
    for font in fonts:
        licence = f"{font.stem.split('-')[0]}-LICENSE.txt"
        assert font.with_name(licence) in files()
        assert licence in notices
