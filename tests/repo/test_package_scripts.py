"""The decisions of the scripts that make packages; that they work is tried by `tests/packages`."""

from __future__ import annotations

import importlib
import json
import marshal
import re
import struct
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

import pytest

from tests.repo.tree import CHECKOUT

NAMES = ["bundle", "bundle_rules", "elf", "icon", "lock", "makers", "msi_source", "places", "sbom",
         "smaller_code", "windows_python", "wine_stub"]  # fmt: skip


@pytest.fixture
def scripts(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, ModuleType]]:
    monkeypatch.syspath_prepend(str(CHECKOUT / "packaging"))
    yield {name: importlib.import_module(name) for name in NAMES}
    for name in NAMES:
        sys.modules.pop(name)


@pytest.mark.parametrize(
    ("path", "out"),
    [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", False),
        ("PySide6/Qt/plugins/platforms/libqoffscreen.so", False),
        ("PySide6\\plugins\\platforms\\qwindows.dll", False),
        ("PySide6/Qt/plugins/platforminputcontexts/libibusplatforminputcontextplugin.so", False),
        ("PySide6/Qt/lib/libQt6Gui.so.6", False),
        ("resources/i18n/canbao_en.qm", False),
        ("resources/i18n/canbao_en.ts", True),
        ("tzdata\\zoneinfo\\Asia\\Shanghai", False),
        ("tzdata\\zoneinfo\\America\\New_York", True),
        ("psycopg-3.3.9.dist-info/METADATA", False),
        ("keyring-25.7.0.dist-info\\entry_points.txt", False),
        ("keyring-25.7.0.dist-info/RECORD", True),
        ("PySide6/Qt/plugins/platforms/libqeglfs.so", True),
        ("PySide6/Qt/plugins/platforms/libqwayland-generic.so", True),
        ("PySide6\\plugins\\tls\\qschannelbackend.dll", True),
        ("PySide6\\opengl32sw.dll", True),
        ("PySide6/Qt/translations/qtbase_fr.qm", True),
        ("PySide6/Qt/lib/libQt6Network.so.6", True),
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", True),
    ],
)
def test_what_stays_out_of_a_bundle(
    scripts: dict[str, ModuleType], path: str, *, out: bool
) -> None:
    assert scripts["bundle_rules"].unwanted(path) is out


def test_formats_of_pictures_stay_out_and_pillows_core_does_not(
    scripts: dict[str, ModuleType],
) -> None:
    unwanted = scripts["bundle_rules"].unwanted_module
    assert unwanted("PIL.TiffImagePlugin")
    assert not unwanted("PIL.Image")
    assert not unwanted("desktop.PIL.TiffImagePlugin")


SOURCE = """
def told(value):
    text = (
        "long enough for two lines"
        + str(value)
    )
    def inner(): return [one
                         for one in text
                         if one]
    try:
        1 / value
    except ZeroDivisionError:

{blank}
        raise
    return lambda: inner(
    )()
"""


def test_code_without_columns_keeps_its_lines(scripts: dict[str, ModuleType]) -> None:
    # Far enough apart for a difference of lines that needs more than one group of bits.
    source = SOURCE.format(blank="\n" * 3000) + "\nclass Last:\n    def one(self): pass\n"
    code = compile(source, "told.py", "exec")
    smaller = scripts["smaller_code"].without_columns(code)

    def lines(one: CodeType) -> list[list[int | None]]:
        own = [line for start, end, line in one.co_lines() for _ in range(start, end, 2)]
        deeper = (each for each in one.co_consts if isinstance(each, CodeType))
        return [own, *(found for each in deeper for found in lines(each))]

    def bytes_of(one: CodeType) -> int:
        return len(marshal.dumps(one))

    assert lines(smaller) == lines(code)
    assert len(lines(code)) > 5
    assert {column for *_, column in smaller.co_positions()} == {None}
    assert bytes_of(smaller) < bytes_of(code)
    names: dict[str, Any] = {}
    exec(smaller, names)
    with pytest.raises(ZeroDivisionError) as raised:
        names["told"](0)
    assert raised.traceback[-1].lineno + 1 == 11


@pytest.mark.parametrize(
    ("source", "left"),
    [
        ("/lib/x86_64-linux-gnu/libstdc++.so.6", True),
        ("/usr/lib/x86_64-linux-gnu/libfontconfig.so.1", True),
        ("/lib/x86_64-linux-gnu/libxcb.so.1", True),
        ("/lib/x86_64-linux-gnu/libxcb-cursor.so.0", False),
        ("/lib/x86_64-linux-gnu/libssl.so.3", False),
        ("/lib/x86_64-linux-gnu/libpython3.11.so.1.0", False),
        ("/somewhere/site-packages/PySide6/Qt/lib/libQt6Core.so.6", False),
    ],
)
def test_which_libraries_are_left_to_the_system(
    scripts: dict[str, ModuleType], source: str, *, left: bool
) -> None:
    name = Path(source).name
    assert scripts["bundle_rules"].of_the_system(name, source) is left


def test_data_of_the_bundle_is_there(scripts: dict[str, ModuleType]) -> None:
    missing = [one for one, _ in scripts["bundle_rules"].DATA if not (CHECKOUT / one).exists()]
    assert not missing


def test_windows_gets_what_only_windows_needs(scripts: dict[str, ModuleType]) -> None:
    lock = (
        "a==1 \\\n    --hash=sha256:" + "1" * 64 + "\n"
        "b==2 ; sys_platform == 'win32' \\\n    --hash=sha256:" + "2" * 64 + "\n"
        "c==3 ; sys_platform == 'linux' \\\n    --hash=sha256:" + "3" * 64 + "\n"
    )
    listed = scripts["windows_python"].windows_requirements(lock)
    assert re.findall(r"^(\S+)", listed, re.MULTILINE) == ["a==1", "b==2"]
    assert "--hash=sha256:" + "2" * 64 in listed
    assert ";" not in listed


def test_the_list_of_contents_names_every_package(scripts: dict[str, ModuleType]) -> None:
    listed = json.loads(scripts["sbom"].bill_of_materials())
    assert (listed["bomFormat"], listed["specVersion"]) == ("CycloneDX", "1.5")
    versions = {one["name"]: one.get("version") for one in listed["components"]}
    run = scripts["lock"].pins(scripts["lock"].RUN_LOCK.read_text(encoding="utf-8"))
    assert run.items() <= versions.items()
    assert scripts["sbom"].bill_of_materials() == scripts["sbom"].bill_of_materials()
    references = [one["bom-ref"] for one in listed["components"]]
    assert len(references) == len(set(references))
    assert all(one["licenses"] for one in listed["components"])


def test_the_icon_holds_every_size(scripts: dict[str, ModuleType]) -> None:
    icon = scripts["icon"]
    data = icon.ico()
    assert struct.unpack_from("<HHH", data) == (0, 1, len(icon.ICO_SIZES))
    for place, size in enumerate(icon.ICO_SIZES):
        entry = struct.unpack_from("<BBBBHHII", data, 6 + 16 * place)
        assert entry[0] == size % 256
        assert data[entry[7] : entry[7] + 8] == b"\x89PNG\r\n\x1a\n"


def test_the_version_resource_is_what_pyinstaller_reads(scripts: dict[str, ModuleType]) -> None:
    text = scripts["bundle"].version_resource("1.2.3")
    assert "filevers=(1, 2, 3, 0)" in text
    assert 'StringStruct("ProductName", "参保台")' in text
    compile(text, "version.txt", "eval")


def test_the_program_and_the_project_have_one_version(scripts: dict[str, ModuleType]) -> None:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert scripts["places"].version() == project["version"]


def test_the_msi_keeps_its_identity(scripts: dict[str, ModuleType], tmp_path: Path) -> None:
    """Windows upgrades in place only while these stay the same."""
    source = scripts["msi_source"]
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "b.txt").write_text("b")
    (tmp_path / "canbao.pkg").write_text("a")
    (tmp_path / "canbao-desk.pkg").write_text("a")
    first, later = source.source(tmp_path, "1.0.0"), source.source(tmp_path, "2.0.0")
    assert source.UPGRADE_CODE == "6B1E2C9A-5B5C-4B57-9C6F-6C6A0F7D3A10"
    assert first.replace("1.0.0", "2.0.0") == later
    assert first.isascii()
    assert "canbao-desk.pkg" not in first
    assert all("'" in one for one in source.statements() if one.startswith("INSERT INTO `Prop"))


def test_the_stand_in_for_wine_forwards_and_holds_no_code(scripts: dict[str, ModuleType]) -> None:
    data = scripts["wine_stub"].forwarding_library("x.dll", {"One": "KERNEL32.Two"})
    assert data.startswith(b"MZ")
    at = struct.unpack_from("<I", data, 60)[0]
    assert data[at : at + 4] == b"PE\0\0"
    assert struct.unpack_from("<H", data, at + 4)[0] == 0x8664
    assert struct.unpack_from("<I", data, at + 24 + 16)[0] == 0, "no entry point"
    assert b"KERNEL32.Two\0" in data


def test_a_missing_tool_is_named_with_its_package(scripts: dict[str, ModuleType]) -> None:
    places = scripts["places"]
    with pytest.raises(places.Missing, match="Debian has it in some-package"):
        places.tool("no-such-tool-anywhere", "some-package")


def test_a_program_that_fails_or_hangs_is_told_with_its_words(
    scripts: dict[str, ModuleType],
) -> None:
    places = scripts["places"]
    say = "import sys; print('the reason'); sys.exit(3)"
    with pytest.raises(places.Failed, match=r"exit code 3\nthe reason"):
        places.run([sys.executable, "-c", say])
    wait = "import threading; threading.Event().wait()"
    with pytest.raises(places.Failed, match="not done in"):
        places.run([sys.executable, "-c", wait], timeout_s=0.5)


@pytest.mark.parametrize("script", ["preinst", "postinst", "prerm", "postrm"])
def test_dpkgs_scripts_are_for_any_shell(script: str) -> None:
    path = CHECKOUT / "packaging" / "linux" / script
    if sys.platform == "win32":
        pytest.skip("no shell to ask here")
    assert subprocess.run(["sh", "-n", str(path)], check=False).returncode == 0
    assert b"\r" not in path.read_bytes()


@pytest.mark.parametrize(
    ("code", "logs", "sum_"),
    [
        ("0", ["== 10 passed, 2 skipped in 5s =="], "10 passed, 0 failed, 2 skipped"),
        ("0", ["== 10 passed in 5s ==", "= 3 passed, 1 skipped in 2s ="],
         "13 passed, 0 failed, 1 skipped"),
        ("1", ["== 10 passed in 5s ==", "= 1 failed, 1 error in 2s =\nStopped: exit 1."],
         "10 passed, 2 failed, 0 skipped"),
        ("124", ["== 10 passed in 5s ==", "tests/packages ....\n"],
         "10 passed, 1 failed, 0 skipped"),
    ],
)  # fmt: skip
def test_the_gate_ends_with_one_sum(tmp_path: Path, code: str, logs: list[str], sum_: str) -> None:
    files = []
    for place, log in enumerate(logs):
        files.append(tmp_path / f"{place}.log")
        files[-1].write_text(log, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(CHECKOUT / ".ci" / "summary"), code, *map(str, files)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == sum_ + "\n"
