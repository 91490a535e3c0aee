"""The packs that are shipped: sealed, checked by their own cases, refused if one was touched."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from desktop.app.law import TRUSTED_KEYS, law_files, read_law, read_source, trusted_keys
from desktop.app.law_check import check_sources
from desktop.base.resources import resource_path
from desktop.policy import LawRefused
from desktop.policy.pack_cases import parse_cases
from desktop.wire.pack_signature import TrustedKeys, make_seal
from desktop.wire.signing import SigningKey
from tests.law.artefacts import SIGNING, STRANGER
from tests.repo.tree import texts

SHIPPED = resource_path("law")
MEND = (
    "a law file was changed after it was signed. Who holds the publisher's key signs again:"
    " python -m desktop law sign --key FILE; else: python -m desktop law sign --new-key FILE"
    " (packaging/README.md, Law packs)"
)
HEX_KEY = re.compile(r"(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copy = tmp_path / "law"
    shutil.copytree(SHIPPED, copy)
    return copy


def refusal(folder: Path) -> LawRefused:
    with pytest.raises(LawRefused) as refused:
        read_law(folder)
    return refused.value


def test_every_shipped_pack_holds_and_is_sealed_by_a_trusted_key() -> None:
    sources = [read_source(path) for path in law_files(SHIPPED)]
    found = check_sources(sources, None, trusted_keys(), need_seal=True)
    assert len(found) >= 8
    problems = [str(problem) for one in found for problem in one.problems]
    assert not problems, MEND


def test_every_pack_carries_worked_cases() -> None:
    for path in law_files(SHIPPED):
        source = read_source(path)
        if path.name != "chain.toml":
            assert source.cases is not None, path.name
            assert parse_cases(path.name, source.cases)


@pytest.mark.parametrize("name", ["chuxiong-2021.toml", "chain.toml"])
def test_one_altered_byte_stops_the_program_with_the_files_name(folder: Path, name: str) -> None:
    path = folder / name
    data = bytearray(path.read_bytes())
    place = data.index(b"5323")
    data[place] = ord("4")
    path.write_bytes(bytes(data))
    error = refusal(folder)
    assert (error.code, error.file) == ("LAW_SIGNATURE", name)
    assert "altered after it was signed" in error.message


def test_a_pack_without_a_seal_is_refused(folder: Path) -> None:
    (folder / "guangxi-2021.seal").unlink()
    error = refusal(folder)
    assert (error.code, error.file) == ("LAW_UNSIGNED", "guangxi-2021.toml")


def test_a_seal_of_another_pack_does_not_do(folder: Path) -> None:
    shutil.copy(folder / "yunnan-2021.seal", folder / "nation-2021.seal")
    assert refusal(folder).code == "LAW_SIGNATURE"


def test_a_seal_by_a_stranger_is_refused_with_the_keys_name(folder: Path) -> None:
    text = (folder / "nation-2021.toml").read_text(encoding="utf-8")
    (folder / "nation-2021.seal").write_text(make_seal(text, "", STRANGER), encoding="utf-8")
    error = refusal(folder)
    assert error.code == "LAW_KEY_UNKNOWN"
    assert str(error.values["key"]) in error.message


def test_a_strangers_seal_under_a_trusted_name_does_not_hold(folder: Path) -> None:
    path = folder / "nation-2021.seal"
    own = path.read_text(encoding="utf-8")
    text = (folder / "nation-2021.toml").read_text(encoding="utf-8")
    forged = make_seal(text, "", STRANGER).splitlines()[-1]
    path.write_text("\n".join([*own.splitlines()[:-1], forged]) + "\n", encoding="utf-8")
    error = refusal(folder)
    assert error.code == "LAW_SIGNATURE"
    assert "is not one of the key" in error.message


@pytest.mark.parametrize("seal", ["", "canbao-law-pack 2\n", "x" * 2_000, "text\x00"])
def test_what_is_no_seal_is_refused(folder: Path, seal: str) -> None:
    (folder / "nation-2021.seal").write_text(seal, encoding="utf-8")
    error = refusal(folder)
    assert (error.code, error.file) == ("LAW_SIGNATURE", "nation-2021.seal")


def test_turned_line_ends_change_nothing(folder: Path) -> None:
    for path in folder.iterdir():
        path.write_bytes(path.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))
    assert read_law(folder).packs == read_law(SHIPPED).packs


@pytest.mark.parametrize(
    "line",
    ["nonsense", "0000000000000000 " + "00" * 32 + " somebody", "492d3a0ea9a6c5a1 12 somebody"],
)
def test_a_trusted_key_that_is_none_is_refused_with_its_line(folder: Path, line: str) -> None:
    (folder / TRUSTED_KEYS).write_text(f"# keys\n{line}\n", encoding="utf-8")
    error = refusal(folder)
    assert (error.code, error.file, error.line) == ("LAW_KEYS_UNREADABLE", TRUSTED_KEYS, 2)


def test_several_keys_can_be_trusted_at_once(folder: Path) -> None:
    keys = folder / TRUSTED_KEYS
    with keys.open("a", encoding="utf-8") as file:
        file.write(TrustedKeys.line(SIGNING.public, "the tests"))
    text = (folder / "nation-2021.toml").read_text(encoding="utf-8")
    (folder / "nation-2021.seal").write_text(make_seal(text, "", SIGNING), encoding="utf-8")
    assert read_law(folder).packs.keys() == read_law(SHIPPED).packs.keys()


def test_the_private_half_of_a_trusted_key_is_nowhere_in_the_repository() -> None:
    trusted = set(trusted_keys().public.values())
    found = {
        match
        for text in texts(".py", ".md", ".toml", ".txt", ".key", ".pem", ".seal", "").values()
        for match in HEX_KEY.findall(text)
    }
    assert found, "at least the trusted key itself is such a number"
    assert not [one for one in found if SigningKey(bytes.fromhex(one)).public in trusted]
