"""Goal: the lines of a release say what the publisher signed, and nothing else passes for them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.app.releases import release_keys
from desktop.base.errors import Refused
from desktop.wire.release import read_release, sign_release, version_key
from tests.helpers.releases import KEYS, PUBLISHER, STRANGER, installer, release_of


def test_what_was_signed_is_read_again_with_any_line_ends() -> None:
    release = release_of(installer())
    lines = sign_release(release, PUBLISHER)
    assert read_release(lines, KEYS) == release
    assert read_release(lines.replace("\n", "\r\n"), KEYS) == release


@pytest.mark.parametrize(
    "changed",
    [
        {"version": "1.2"},
        {"version": "1.2.x"},
        {"system": "Windows"},
        {"file": "../x.msi"},
        {"file": "x.sh"},
        {"size": 0},
        {"size": 999_999_999},
        {"sha256": "00"},
        {"note": "one\nfile y.msi"},
        {"note": "x" * 201},
    ],
)
def test_what_has_not_the_form_is_not_signed(changed: dict[str, object]) -> None:
    with pytest.raises(Refused, match="RELEASE_FORM"):
        sign_release(replace(release_of(installer()), **changed), PUBLISHER)  # type: ignore[arg-type]


def test_every_altered_character_is_noticed() -> None:
    lines = sign_release(release_of(installer()), PUBLISHER)
    for place, character in enumerate(lines[:-1]):
        other = "0" if character != "0" else "1"
        with pytest.raises(Refused, match="RELEASE_"):
            read_release(lines[:place] + other + lines[place + 1 :], KEYS)


def test_a_strangers_signature_is_named() -> None:
    with pytest.raises(Refused, match="RELEASE_KEY"):
        read_release(sign_release(release_of(installer()), STRANGER), KEYS)


def test_versions_are_ordered_by_their_numbers() -> None:
    assert version_key("0.10.0") > version_key("0.9.9")
    assert release_of(b"x", version="0.10.0").is_newer_than("0.9.0")
    assert not release_of(b"x", version="0.9.0").is_newer_than("0.9.0")
    with pytest.raises(Refused, match="RELEASE_FORM"):
        version_key("1.0")


def test_the_program_ships_a_key_of_its_own_for_releases() -> None:
    keys = release_keys()
    assert keys.public
    assert not set(keys.public) & set(KEYS.public)
