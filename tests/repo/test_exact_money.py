"""No float comes near money or law: ruff cannot ban a builtin, so this reads the syntax tree."""

from __future__ import annotations

import ast
import tomllib
from pathlib import Path

import pytest

from tests.repo.tree import modules, texts

EXACT = modules("desktop/policy", "desktop/domain") | modules("desktop/base/money.py")


def floats(source: str) -> list[int]:
    """Return the lines where a float or complex literal, or the name ``float``, stands."""
    return [
        node.lineno
        for node in ast.walk(ast.parse(source))
        if (isinstance(node, ast.Constant) and isinstance(node.value, float | complex))
        or (isinstance(node, ast.Name) and node.id == "float")
    ]


def refuse_float(text: str) -> float:
    raise ValueError(f"a float: {text}")


@pytest.mark.parametrize("path", EXACT, ids=str)
def test_no_float_in_the_rules(path: Path) -> None:
    assert floats(EXACT[path]) == []


@pytest.mark.parametrize("source", ["x = 0.1", "x = float(y)", "def f(x: float): ...", "x = 1e3"])
def test_a_float_is_recognised(source: str) -> None:
    assert floats(source) == [1]


def test_law_files_parse_and_hold_no_float() -> None:
    law = {
        path: text for path, text in texts(".toml").items() if path.is_relative_to("resources/law")
    }
    assert law
    for path, text in law.items():
        try:
            tomllib.loads(text, parse_float=refuse_float)
        except ValueError as error:
            pytest.fail(f"{path}: {error}")
