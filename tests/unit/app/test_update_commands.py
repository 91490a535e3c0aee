"""Goal: IT publishes, looks at, proves and installs a version by the command line."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from desktop.app.version import VERSION
from desktop.base.errors import Refused
from desktop.server import releases
from desktop.server.database import open_centre
from desktop.server.update_commands import publish_file
from desktop.wire.release import sign_release
from tests.helpers.releases import KEYS, PUBLISHER, installer, release_of
from tests.unit.app.test_commands import COUNTY, DAY, run

SECRET = "00" * 31 + "07"


def test_signing_needs_a_key_and_a_strangers_is_not_trusted(tmp_path: Path) -> None:
    file, key = tmp_path / "canbao-0.2.0.deb", tmp_path / "release.key"
    file.write_bytes(installer())
    key.write_text(SECRET)
    station = tmp_path / "station"
    assert run(station, "update", "sign", str(file), "--version", "0.2.0")[0] == 3
    code, (signed,), _ = run(
        station, "update", "sign", str(file), "--version", "0.2.0", "--key", str(key)
    )
    assert (code, signed["version"], signed["size"]) == (0, "0.2.0", file.stat().st_size)
    code, lines, words = run(station, "update", "verify", str(file))
    assert (code, lines) == (3, [])
    assert "RELEASE_KEY" in words


def test_a_station_without_updates_says_what_runs(tmp_path: Path) -> None:
    code, (line,), _ = run(tmp_path, "update", "status")
    assert code == 0
    assert (line["running"], line["mode"], line["state"]) == (VERSION, "notify", "none")
    assert run(tmp_path, "update", "apply")[0] == 3
    assert run(tmp_path, "update", "back")[0] == 3


def test_the_centre_gives_out_what_its_publisher_signed(tmp_path: Path) -> None:
    centre = tmp_path / "centre"
    run(centre, "server", "init", "--county", COUNTY, "--training", "--date", DAY)
    release = release_of(installer())
    file = tmp_path / release.file
    file.write_bytes(installer())
    lines = file.with_name(file.name + ".release")
    lines.write_text(sign_release(release, PUBLISHER), encoding="utf-8")
    # The program itself trusts its own publisher only.
    code, _, words = run(centre, "server", "update", "publish", str(file))
    assert code == 3
    assert "RELEASE_KEY" in words
    done = publish_file(centre, file, KEYS, "now")
    assert done == publish_file(centre, file, KEYS, "later", "0.2.0")
    with pytest.raises(Refused, match="RELEASE_VERSION"):
        publish_file(centre, file, KEYS, "now", "0.3.0")
    code, (listed,), _ = run(centre, "server", "update", "list")
    assert (listed["version"], listed["stations"], listed["number"]) == ("0.2.0", 0, 1)
    assert run(centre, "server", "update", "withdraw", "0.9.0")[0] == 3
    assert run(centre, "server", "update", "withdraw", "0.2.0")[0] == 0
    shutil.rmtree(centre)


def test_another_file_or_an_older_version_is_not_given_out(tmp_path: Path) -> None:
    centre = tmp_path / "centre"
    run(centre, "server", "init", "--county", COUNTY, "--training", "--date", DAY)
    for version, data in (("0.2.0", installer()), ("0.1.5", installer(2))):
        release = release_of(data, version=version)
        (tmp_path / release.file).write_bytes(data)
        (tmp_path / (release.file + ".release")).write_text(sign_release(release, PUBLISHER))
    publish_file(centre, tmp_path / "canbao-0.2.0.deb", KEYS, "now")
    with pytest.raises(Refused, match="RELEASE_OLDER"):
        publish_file(centre, tmp_path / "canbao-0.1.5.deb", KEYS, "now")
    (tmp_path / "canbao-0.2.0.deb").write_bytes(installer(3))
    with pytest.raises(Refused, match="RELEASE_FILE"):
        publish_file(centre, tmp_path / "canbao-0.2.0.deb", KEYS, "now")
    database = open_centre(centre)
    assert len(releases.listed(database.connection, COUNTY)) == 1
    database.close()


def test_what_it_set_is_listed_with_where_it_comes_from(tmp_path: Path) -> None:
    code, lines, _ = run(tmp_path, "station", "settings")
    assert code == 0
    assert [line["name"] for line in lines][:2] == ["CentreUrl", "Division"]
    assert all(set(line) == {"name", "value", "source", "place"} for line in lines)
