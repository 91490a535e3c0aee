"""Goal: a computer is known again by what its system calls it, and never named in a file."""

from __future__ import annotations

from pathlib import Path

from desktop.base.machine import linux_id, machine_mark, windows_id
from tests.helpers.registries import KeptRegistry

KEY = r"SOFTWARE\Microsoft\Cryptography"


def test_windows_says_it_in_the_registry() -> None:
    assert windows_id(KeptRegistry(other={KEY: {"MachineGuid": "0f1e "}})) == "0f1e"
    assert windows_id(KeptRegistry()) == ""
    assert windows_id(KeptRegistry(other={KEY: {"MachineGuid": 7}})) == ""
    assert windows_id(KeptRegistry(barred=KEY)) == ""


def test_linux_says_it_in_a_file(tmp_path: Path) -> None:
    file = tmp_path / "machine-id"
    file.write_text("3d12\n")
    assert linux_id(tmp_path / "none", file) == "3d12"
    assert linux_id(tmp_path / "none") == ""


def test_the_mark_is_the_stations_own_and_hides_the_machine() -> None:
    mark = machine_mark("a" * 32, "3d12")
    assert mark == machine_mark("a" * 32, "3d12")
    assert mark not in (machine_mark("b" * 32, "3d12"), machine_mark("a" * 32, "3d13"))
    assert "3d12" not in mark
