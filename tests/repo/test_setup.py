"""The two commands' own decisions: what is reused, what is never removed, what people are told.

That they set a bare machine up is tried by the gate itself, which runs the test command in a fresh
clone.
"""

from __future__ import annotations

import ast
import importlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from tests.repo.tree import CHECKOUT

WANTED = {"run": "aa", "dev": "bb"}
LDD = """\
\tlinux-vdso.so.1 (0x00007ffd)
\tlibGL.so.1 => not found
\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f)
\tlibxcb-cursor.so.0 => not found
"""


@pytest.fixture
def scripts(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, ModuleType]]:
    """The set-up's modules, imported as ``python packaging/bootstrap.py`` sees them."""
    monkeypatch.syspath_prepend(str(CHECKOUT / "packaging"))
    names = ["bootstrap", "environment", "system_packages"]
    yield {name: importlib.import_module(name) for name in names}
    for name in names:
        sys.modules.pop(name)


@pytest.mark.parametrize(
    ("stamp", "current"),
    [
        ({}, False),
        ({"run": "aa"}, True),
        ({"run": "aa", "dev": "bb"}, True),
        ({"run": "old"}, False),
        ({"run": "aa", "dev": "old"}, False),
        ({"run": "aa", "python": "gone"}, False),
    ],
)
def test_an_environment_is_reused_only_if_the_locks_and_python_are_the_same(
    scripts: dict[str, ModuleType], stamp: dict[str, str], current: bool
) -> None:
    environment = scripts["environment"]
    python = Path(sys.executable)
    if stamp:
        stamp = {"python": environment._version(python)} | stamp
    assert environment._is_current(stamp, WANTED, python) is current


@pytest.mark.parametrize("text", ["", "{", "[1]", '"x"'])
def test_a_broken_stamp_counts_as_none(
    scripts: dict[str, ModuleType], tmp_path: Path, text: str
) -> None:
    environment = scripts["environment"]
    (tmp_path / environment.STAMP).write_text(text, encoding="utf-8")
    assert environment._read_stamp(tmp_path) == {}


def test_an_unfinished_environment_is_made_again(
    scripts: dict[str, ModuleType], tmp_path: Path
) -> None:
    environment = scripts["environment"]
    folder = tmp_path / "venv"
    folder.mkdir()
    environment._write_stamp(folder, {})
    environment._remove(folder)
    assert not folder.exists()


def test_a_folder_that_is_no_environment_is_never_removed(
    scripts: dict[str, ModuleType], tmp_path: Path
) -> None:
    environment = scripts["environment"]
    kept = tmp_path / "thesis.txt"
    kept.write_text("years of work", encoding="utf-8")
    with pytest.raises(environment.Problem, match="not a virtual environment"):
        environment._remove(tmp_path)
    assert kept.exists()


def test_a_checkout_with_windows_line_ends_has_the_same_lock(
    scripts: dict[str, ModuleType], tmp_path: Path
) -> None:
    environment = scripts["environment"]
    unix, windows = tmp_path / "a", tmp_path / "b"
    unix.write_bytes(b"x==1\ny==2\n")
    windows.write_bytes(b"x==1\r\ny==2\r\n")
    assert environment._digest(unix) == environment._digest(windows)


def test_another_python_is_asked_for_in_words(
    scripts: dict[str, ModuleType],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:
    bootstrap = scripts["bootstrap"]
    monkeypatch.setattr(bootstrap, "OLDEST", (9, 0))
    monkeypatch.setenv("PATH", str(tmp_path))
    assert bootstrap.main(["run"]) == 1
    assert "needs 3.11, 3.12 or 3.13" in capsys.readouterr().err


def test_the_first_file_is_readable_by_old_pythons() -> None:
    source = (CHECKOUT / "packaging" / "bootstrap.py").read_text(encoding="utf-8")
    tree = ast.parse(source, feature_version=(3, 7))
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    # list[str] as an annotation is evaluated, and fails, before Python 3.9; quoted it is text.
    evaluated = [
        annotation
        for function in functions
        for annotation in (
            function.returns,
            *(argument.annotation for argument in function.args.args),
        )
        if isinstance(annotation, ast.Subscript | ast.BinOp)
    ]
    assert functions
    assert not evaluated


def test_the_loaders_words_become_packages(scripts: dict[str, ModuleType]) -> None:
    system_packages = scripts["system_packages"]
    missing = system_packages._NOT_FOUND.findall(LDD)
    assert missing == ["libGL.so.1", "libxcb-cursor.so.0"]
    assert [system_packages.PACKAGE_OF[name] for name in missing] == ["libgl1", "libxcb-cursor0"]


def test_without_apt_the_packages_are_named(
    scripts: dict[str, ModuleType], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    system_packages = scripts["system_packages"]
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(system_packages.Problem, match="libgl1 libegl1"):
        system_packages._require(["libgl1", "libegl1"], "Qt lacks system libraries")


def test_the_stamp_says_what_was_installed(scripts: dict[str, ModuleType], tmp_path: Path) -> None:
    environment = scripts["environment"]
    environment._write_stamp(tmp_path, {"run": "aa"})
    assert json.loads((tmp_path / environment.STAMP).read_text(encoding="utf-8")) == {"run": "aa"}
    assert environment._read_stamp(tmp_path) == {"run": "aa"}
