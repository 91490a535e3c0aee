"""Goal: the group policy files set what the program reads, and every text of theirs is there."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from desktop.app.updating import _OPTIONS
from desktop.base.station_settings import NAMES, POLICY_KEY, Places, read_settings
from tests.helpers.registries import KeptRegistry
from tests.repo.tree import CHECKOUT

POLICY = CHECKOUT / "packaging" / "policy"
SPACE = "{http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions}"
ADMX = ET.parse(POLICY / "CanbaoDesk.admx").getroot()

FOR_ONE_STATION = {"StationCode"}
"""A code is used once: no policy for many stations can give it."""


def value_names() -> set[str]:
    return {found for node in ADMX.iter() if (found := node.get("valueName"))}


def test_every_setting_for_many_stations_has_its_policy() -> None:
    assert value_names() == set(NAMES) - FOR_ONE_STATION
    keys = {node.get("key") for node in ADMX.iter(f"{SPACE}policy")}
    assert keys == {POLICY_KEY}


def test_every_choice_offered_is_one_the_program_takes() -> None:
    for node in ADMX.iter(f"{SPACE}enum"):
        name = node.get("valueName") or ""
        for choice in node.iter(f"{SPACE}string"):
            registry = KeptRegistry(None, {name: choice.text})
            assert read_settings(Places(registry=registry)).value(name) == choice.text
    for node in ADMX.iter(f"{SPACE}decimal"):
        registry = KeptRegistry(None, {"SystemProxy": int(node.get("value") or "")})
        assert read_settings(Places(registry=registry)).value("SystemProxy") in ("yes", "no")


@pytest.mark.parametrize("language", ["zh-CN", "en-US"])
def test_every_text_and_every_box_is_there(language: str) -> None:
    adml = ET.parse(POLICY / language / "CanbaoDesk.adml").getroot()
    text = (POLICY / "CanbaoDesk.admx").read_text(encoding="utf-8")
    strings = {node.get("id") for node in adml.iter(f"{SPACE}string") if node.text}
    assert set(re.findall(r"\$\(string\.(\w+)\)", text)) == strings
    shown = {node.get("id") for node in adml.iter(f"{SPACE}presentation")}
    assert set(re.findall(r"\$\(presentation\.(\w+)\)", text)) == shown
    boxes = {found for node in adml.iter() if (found := node.get("refId"))}
    elements = {found for node in ADMX.iter() if (found := node.get("id"))}
    assert boxes == elements


GUIDES = [
    (CHECKOUT / "packaging" / f"it-guide.{language}.md").read_text(encoding="utf-8")
    for language in ("zh", "en")
]


def test_the_guides_of_both_languages_say_the_same_in_the_same_order() -> None:
    zh, en = ([line for line in guide.splitlines() if line.startswith("## ")] for guide in GUIDES)
    assert [line.split()[1] for line in zh] == [line.split()[1] for line in en]
    for mark in ("- [ ] ", "```", "| ---", "|---"):
        counts = [sum(line.startswith(mark) for line in one.splitlines()) for one in GUIDES]
        assert counts[0] == counts[1], mark
    assert GUIDES[0].count("- [ ] ") >= 20


@pytest.mark.parametrize("guide", GUIDES, ids=["zh", "en"])
def test_a_guide_names_every_setting_and_what_the_installers_call_it(guide: str) -> None:
    for name in NAMES:
        assert f"`{name}`" in guide
    for option in _OPTIONS.values():
        assert f"`{option}`" in guide


@pytest.mark.parametrize("guide", GUIDES, ids=["zh", "en"])
def test_the_settings_file_a_guide_shows_is_one_the_program_reads(
    guide: str, tmp_path: Path
) -> None:
    (shown,) = re.findall(r"```toml\n(.*?)```", guide, re.DOTALL)
    file = tmp_path / "station.toml"
    file.write_text(shown, encoding="utf-8")
    found = read_settings(Places(program_file=file))
    assert set(found.given) == set(NAMES) - FOR_ONE_STATION


def test_the_installers_write_what_the_program_reads() -> None:
    source = (CHECKOUT / "packaging" / "msi_source.py").read_text(encoding="utf-8")
    for name, option in _OPTIONS.items():
        assert f'"{option}": "{name}"' in source
