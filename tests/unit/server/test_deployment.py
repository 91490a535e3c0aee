"""The samples IT copies: the systemd unit, the compose file, the proxy, the page about them."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from desktop.server.config import SECTIONS, load_config
from desktop.server.description import HEALTH_PATH, LIVE_PATH, READY_PATH
from desktop.wire.codec import PACKED_BYTES_MAX
from desktop.wire.routes import ROUTES
from tests.helpers.patience import LIMIT_S

FOLDER = Path(__file__).parents[3] / "packaging" / "server"


def test_the_unit_holds_and_is_closed(tmp_path: Path) -> None:
    unit = (FOLDER / "canbao-centre.service").read_text(encoding="utf-8")
    for line in (
        "NoNewPrivileges=yes",
        "ProtectSystem=strict",
        "CapabilityBoundingSet=",
        "UMask=0077",
        "KillSignal=SIGTERM",
    ):
        assert line in unit.splitlines()
    command = re.search(r"^ExecStart=\S+ (.*)$", unit, re.M)
    assert command
    assert command[1].split()[:2] == ["-m", "desktop"]
    if shutil.which("systemd-analyze") is None:
        pytest.skip("systemd is not on this machine: the unit was read, not verified")
    local = tmp_path / "canbao-centre.service"
    local.write_text(re.sub(r"(?m)^ExecStart=\S+", f"ExecStart={sys.executable}", unit), "utf-8")
    found = subprocess.run(
        ["systemd-analyze", "verify", str(local)],
        capture_output=True, text=True, timeout=LIMIT_S, check=False,
    )  # fmt: skip
    about_it = [line for line in found.stderr.splitlines() if "canbao" in line]
    assert (found.returncode, about_it) == (0, [])


def test_the_compose_file_says_what_docker_reads_and_nothing_is_open() -> None:
    compose = yaml.safe_load((FOLDER / "compose.yaml").read_text(encoding="utf-8"))
    assert set(compose) == {"name", "services", "networks", "volumes", "secrets"}
    known = {
        "image", "build", "restart", "depends_on", "env_file", "environment", "volumes", "ports",
        "read_only", "tmpfs", "cap_drop", "security_opt", "healthcheck", "networks", "secrets",
        "stop_grace_period", "command", "shm_size",
    }  # fmt: skip
    for name, service in compose["services"].items():
        assert set(service) <= known, name
        assert {one.partition(":")[0] for one in service["volumes"]} <= set(compose["volumes"])
        assert set(service["networks"]) <= set(compose["networks"])
        for port in service.get("ports", ()):
            assert port.startswith("127.0.0.1:")
        assert "healthcheck" in service
    assert "ports" not in compose["services"]["db"]
    assert compose["networks"]["inside"]["internal"] is True
    database = " ".join(compose["services"]["db"]["command"])
    assert "synchronous_commit=on" in database
    assert "fsync=on" in database
    centre = compose["services"]["centre"]
    assert READY_PATH in centre["healthcheck"]["test"][-1]
    assert (FOLDER / centre["build"]["context"] / centre["build"]["dockerfile"]).exists()
    # What it sets in the environment are settings that exist.
    config = load_config(None, None, centre["environment"])
    assert config.listen.endswith(":8443")


def test_the_proxy_passes_on_every_path_and_every_size() -> None:
    text = (FOLDER / "nginx.conf").read_text(encoding="utf-8")
    places = re.findall(r"location (?:= )?(\S+) \{ ?(?:proxy_pass|$)", text, re.M)
    for path in (*(route.path for route in ROUTES), HEALTH_PATH, LIVE_PATH):
        assert any(path.startswith(place) for place in places), path
    size = re.search(r"client_max_body_size (\d+)m;", text)
    assert size
    assert int(size[1]) * 1024 * 1024 >= PACKED_BYTES_MAX


def test_the_page_names_what_there_is() -> None:
    page = (FOLDER / "README.md").read_text(encoding="utf-8")
    for file in FOLDER.iterdir():
        assert file.name in page or file.name == "README.md"
    for path in (LIVE_PATH, READY_PATH):
        assert path in page
    for section in re.findall(r"\[(\w+)\]", page):
        assert section in SECTIONS, section
