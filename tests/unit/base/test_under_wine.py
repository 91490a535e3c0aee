"""Goal: the real Windows registry, lock and folder behave as the readers for tests do.

Runs where wine is and a Windows Python has been made (`packaging/build.py`); skipped elsewhere.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

CHECKOUT = Path(__file__).resolve().parents[3]
PYTHON = Path(
    os.environ.get("CANBAO_WINDOWS_PYTHON", CHECKOUT / "build" / "windows-python" / "python.exe")
)
WINE = shutil.which("wine") or ""

SCRIPT = r"""
import json, sys
sys.path.insert(0, sys.argv[1])
import winreg
from pathlib import Path
from desktop.app.paths import data_folder
from desktop.app.single_instance import SingleInstance
from desktop.base.errors import CanbaoError
from desktop.base.machine import installer_kind, machine_id
from desktop.base.station_settings import INSTALLER_KEY, POLICY_KEY, machine_places, read_settings

def put(key, **values):
    access = winreg.KEY_WRITE | winreg.KEY_WOW64_64KEY
    with winreg.CreateKeyEx(winreg.HKEY_LOCAL_MACHINE, key, 0, access) as opened:
        for name, value in values.items():
            kind = winreg.REG_DWORD if isinstance(value, int) else winreg.REG_SZ
            winreg.SetValueEx(opened, name, 0, kind, value)

def code(work):
    try:
        work()
    except CanbaoError as error:
        return error.code
    return ""

empty = len(read_settings(machine_places()).given)
put(INSTALLER_KEY, CentreUrl="https://installer.example", InstallDir="C:\\x")
put(POLICY_KEY, CentreUrl="https://policy.example", Division="532301101", SystemProxy=1)
found = read_settings(machine_places()).given
given = {name: (one.value, one.source) for name, one in found.items()}
put(POLICY_KEY, Divison="1")
folder = data_folder("station")
first = SingleInstance(folder, "zhang")
print(json.dumps({
    "empty": empty,
    "given": given,
    "mistake": code(lambda: read_settings(machine_places())),
    "second": code(lambda: SingleInstance(folder, "li")),
    "folder": str(folder),
    "kind": installer_kind(),
    "machine": bool(machine_id()),
}))
"""


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Run the script on Windows' own Python in a fresh wine prefix; return what it printed."""
    if not WINE or not PYTHON.exists():
        pytest.skip("no wine, or no Windows Python: packaging/build.py makes one")
    folder = tmp_path_factory.mktemp("wine")
    script = folder / "script.py"
    script.write_text(SCRIPT, encoding="utf-8")
    environment = os.environ | {
        "WINEPREFIX": str(folder / "prefix"),
        "WINEDEBUG": "-all",
        "WINEDLLOVERRIDES": "mscoree,mshtml=",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    # Wine's Python writes to pipes only.
    done = subprocess.run(
        [WINE, str(PYTHON), str(script), f"Z:{CHECKOUT}"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=300,
        env=environment,
        check=False,
    )
    lines = done.stdout.decode("utf-8", errors="replace").splitlines()
    assert lines, done.stderr.decode("utf-8", errors="replace")[-2000:]
    told: dict[str, Any] = json.loads(lines[-1])
    return told


def test_what_it_set_is_read_from_the_real_registry_in_its_order(said: dict[str, Any]) -> None:
    assert said["empty"] == 0
    assert said["given"] == {
        "CentreUrl": ["https://installer.example", "installer"],
        "Division": ["532301101", "policy"],
        "SystemProxy": ["yes", "policy"],
    }
    assert said["mistake"] == "SETTING_UNKNOWN"


def test_one_user_at_a_time_has_the_machines_station(said: dict[str, Any]) -> None:
    assert said["folder"] == r"C:\ProgramData\Canbao Desk\station"
    assert said["second"] == "STATION_IN_USE"


def test_windows_says_which_machine_and_installer_it_is(said: dict[str, Any]) -> None:
    assert said["machine"]
    assert said["kind"] == "windows-x64-msi"
