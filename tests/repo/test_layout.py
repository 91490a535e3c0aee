"""Where things lie, how long they may be, and words that may not stand in them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.repo.tree import CHECKOUT, files, modules, texts

TOP_LEVEL = {
    "README.md",
    "desktop",
    "forms",
    "packaging",
    "pyproject.toml",
    "resources",
    "tests",
}
LINES_MAX = 400
RESOURCE_PATH_MAX = 120  # Windows allows 260 in all, and an installation folder can be deep

FORBIDDEN = {
    r"\b(TODO|FIXME)\b(?! \(#\d+\))": "name the issue: (#12), or do it now",
    r"pypi\.org|pythonhosted\.org|npmjs\.|deb\.debian\.": (
        "packages come from where pip and apt are set up to look"
    ),
    r"(?<![\w.~])/(home|root|Users|srv|work)/\w": "a path of one developer's machine",
}
EXAMPLES = ["# TODO later", "".join(["https://pypi", ".org/simple"]), "see /home/me/x"]


def test_the_top_level_is_exactly_as_fixed() -> None:
    found = {path.parts[0] for path in files() if not path.parts[0].startswith(".")}
    assert found == TOP_LEVEL


def test_the_readme_names_every_package() -> None:
    readme = (CHECKOUT / "README.md").read_text(encoding="utf-8")
    packages = {
        path.parts[1] for path in files() if path.parts[0] == "desktop" and len(path.parts) > 2
    }
    missing = {name for name in packages if f"`desktop/{name}`" not in readme}
    assert not missing, f"say in README.md what these hold: {sorted(missing)}"


@pytest.mark.parametrize("command", ["run", "test"])
def test_the_readme_gives_the_two_commands(command: str) -> None:
    readme = (CHECKOUT / "README.md").read_text(encoding="utf-8")
    assert f"python3 packaging/bootstrap.py {command}" in readme


def test_paths_fit_into_windows_limits() -> None:
    long = [str(path) for path in files() if len(path.as_posix()) > RESOURCE_PATH_MAX]
    assert not long


def test_no_two_names_differ_only_in_case() -> None:
    names = [path.as_posix().casefold() for path in files()]
    assert len(names) == len(set(names))


def test_modules_fit_in_the_head() -> None:
    counts = {path: text.count("\n") for path, text in modules().items()}
    long = {str(path): count for path, count in counts.items() if count > LINES_MAX}
    assert not long, "one idea per module"


def test_every_package_folder_is_a_package() -> None:
    folders = {path.parent for path in modules("desktop", "tests")}
    missing = [
        str(folder) for folder in folders if not (CHECKOUT / folder / "__init__.py").exists()
    ]
    assert not missing


@pytest.mark.parametrize("pattern", FORBIDDEN)
def test_no_forbidden_words(pattern: str) -> None:
    found = [
        f"{path}: {match[0]}"
        for path, text in texts(".py", ".md", ".toml", ".ui", ".yaml", ".txt", ".sql").items()
        for match in re.finditer(pattern, text)
        if path != Path("tests/repo/test_layout.py")
    ]
    assert not found, FORBIDDEN[pattern]


@pytest.mark.parametrize(
    ("pattern", "text"),
    list(zip(FORBIDDEN, EXAMPLES, strict=True)),
)
def test_the_forbidden_words_are_recognised(pattern: str, text: str) -> None:
    assert re.search(pattern, text)


def test_scripts_for_the_shell_end_their_lines_as_unix_does() -> None:
    shell = [CHECKOUT / ".ci" / "run", *Path(CHECKOUT / "packaging" / "hooks").iterdir()]
    assert not [path for path in shell if b"\r" in path.read_bytes()]
