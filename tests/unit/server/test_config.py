"""The centre's settings: strict, with file and line; and the sample that documents them all."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import msgspec
import pytest

from desktop.base.errors import Refused, Unavailable
from desktop.server.config import CONFIG_FILE, SECTIONS, Config, load_config, parse_config

SAMPLE = Path(__file__).parents[3] / "packaging" / "server" / "centre.toml"
EXAMPLES = {
    "data", "database", "county", "tls.certificate", "tls.key", "limits.trusted_proxies",
    "metrics.listen", "backup.folder",
}  # fmt: skip
"""Keys whose default is nothing: the sample shows what one would write."""


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ('lissten = "x"\n', 1, "no setting 'lissten'"),
        ('[log]\n\nfromat = "json"\n', 3, "no setting 'fromat'"),
        ('[limits]\nworkers = "4"\n', 2, "Expected `int`"),
        ("[limits]\nworkers = 4.5\n", 2, "Expected `int`"),
        ("[limits]\nworkers = 0\n", 2, ">= 1"),
        ("[limits]\nconnections = 1000000\n", 2, "<= 100000"),
        ('county = "5323"\n', 1, "matching regex"),
        ('[log]\nlevel = "loud"\n', 2, "Invalid enum value 'loud'"),
        ('[tls]\ncertificate = "a.pem"\n', 1, "certificate and key go together"),
        ("[nothing]\na = 1\n", 1, "no setting 'nothing'"),
        ('listen = "a"\nlisten = "b"\n', 2, "Cannot overwrite"),
        ("listen = \n", 1, "Invalid value"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text: str, line: int, what: str) -> None:
    with pytest.raises(Refused) as caught:
        parse_config("centre.toml", text)
    assert caught.value.code == "CONFIG_WRONG"
    assert caught.value.values["line"] == line
    assert what in caught.value.message
    assert f"centre.toml, line {line}: " in caught.value.message


def test_a_file_that_was_named_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="CONFIG_UNREADABLE"):
        load_config(tmp_path / "none.toml", None, {})
    assert load_config(None, tmp_path, {}) == Config()


def test_the_file_in_the_folder_is_read_and_the_environment_stands_above_it(tmp_path: Path) -> None:
    (tmp_path / CONFIG_FILE).write_text('listen = "a:1"\n[limits]\nworkers = 2\n', "utf-8")
    config = load_config(None, tmp_path, {})
    assert (config.listen, config.limits.workers) == ("a:1", 2)
    other = tmp_path / "other.toml"
    other.write_text('listen = "b:2"\n', "utf-8")
    environment = {
        "CANBAO_CENTRE_CONFIG": str(other),
        "CANBAO_CENTRE_LIMITS_WORKERS": "7",
        "CANBAO_CENTRE_LIMITS_TRUSTED_PROXIES": "10.0.0.1,10.0.0.2",
        "PATH": "/bin",
    }
    config = load_config(None, tmp_path, environment)
    assert (config.listen, config.limits.workers) == ("b:2", 7)
    assert config.limits.trusted_proxies == ("10.0.0.1", "10.0.0.2")
    assert load_config(tmp_path / CONFIG_FILE, tmp_path, environment).listen == "a:1"


@pytest.mark.parametrize(
    ("name", "text"),
    [("CANBAO_CENTRE_LIMITS_WORKERS", "many"), ("CANBAO_CENTRE_WORKERS", "4")],
)
def test_a_wrong_variable_is_named(name: str, text: str) -> None:
    with pytest.raises(Refused, match="CONFIG_WRONG") as caught:
        load_config(None, None, {name: text})
    assert name in caught.value.message


def test_the_sample_documents_every_setting_with_its_default() -> None:
    text = SAMPLE.read_text(encoding="utf-8")
    assert parse_config("centre.toml", text) == Config()
    lines = [re.sub(r"^# (?=\w+ = )", "", line) for line in text.splitlines()]
    told = tomllib.loads("\n".join(lines))
    defaults = msgspec.to_builtins(Config())
    for section, kind in SECTIONS.items():
        assert set(told[section]) == set(kind.__struct_fields__)
        for key, value in told[section].items():
            assert f"{section}.{key}" in EXAMPLES or value == defaults[section][key], key
    assert set(told) == set(Config.__struct_fields__)
    for key in set(told) - set(SECTIONS) - EXAMPLES:
        assert told[key] == defaults[key]
    # The sample as it stands without its marks is a file that holds.
    parse_config("centre.toml", "\n".join(lines))
