"""Looking packs over: together, by name and line, and without stopping at the first mistake."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.app.law import law_files, read_source, shipped_law, trusted_keys
from desktop.app.law_check import check_sources
from desktop.app.law_signing import load_key, new_key, trust, write_pack_file, write_seal
from desktop.base.errors import Refused, Unavailable
from desktop.base.ids import SeededIds
from desktop.base.resources import resource_path
from desktop.policy import LawRefused
from desktop.policy.parse import parse_pack
from desktop.wire.pack_file import split_pack
from tests.law.artefacts import KEYS, SIGNING, raised, signed, version, written

SHIPPED = resource_path("law")


def problems(*paths: Path, need_seal: bool = False) -> list[str]:
    """Return what is wrong with files laid over the shipped law, as codes."""
    sources = [read_source(path) for path in paths]
    found = check_sources(sources, shipped_law(), KEYS, need_seal=need_seal)
    return [problem.code for one in found for problem in one.problems]


def test_a_draft_needs_no_seal_until_it_is_to_be_used(tmp_path: Path) -> None:
    draft = written(tmp_path, raised())
    assert problems(draft) == []
    assert problems(draft, need_seal=True) == ["LAW_UNSIGNED"]


def test_a_seal_that_is_there_must_hold(tmp_path: Path) -> None:
    draft = written(tmp_path, raised())
    write_seal(read_source(draft), SIGNING)
    assert problems(draft, need_seal=True) == []
    draft.with_suffix(".cases.jsonl").write_text("{}\n", encoding="utf-8")
    assert problems(draft) == ["LAW_SIGNATURE", "LAW_CASES_UNREADABLE"]


def test_one_pack_in_two_files_is_named(tmp_path: Path) -> None:
    one, other = (written(tmp_path, raised(), name=name) for name in ("a", "b"))
    assert problems(one, other) == ["LAW_DUPLICATE_PACK"]


def test_every_mistake_is_found_in_one_go(tmp_path: Path) -> None:
    broken = written(tmp_path, version(2, ('list = "closed"', 'lst = "closed"')), name="a")
    failing = written(tmp_path, raised(amount="151.00"), name="b")
    assert problems(broken, failing) == ["LAW_UNKNOWN_KEY", "LAW_CASE_FAILED", "LAW_CASE_FAILED"]


def test_a_pack_on_which_others_stand_is_named_when_it_no_longer_carries_them(
    tmp_path: Path,
) -> None:
    section = '[residence_permit]\narticle = "一¶1"\nvalid_from = 2021-01-01\n'
    draft = written(tmp_path, version(2, (section, ""), name="nation-2021"))
    found = check_sources([read_source(draft)], shipped_law(), KEYS, need_seal=False)
    (problem,) = found[0].problems
    assert (problem.code, problem.file) == ("LAW_INCOMPLETE", "new.toml")
    assert "anything of residence_permit" in problem.message


def test_a_whole_law_needs_its_chain() -> None:
    sources = [read_source(path) for path in law_files(SHIPPED) if path.name != "chain.toml"]
    found = check_sources(sources, None, trusted_keys(), need_seal=True)
    assert [problem.code for one in found for problem in one.problems] == ["LAW_INCOMPLETE"]


def test_a_broken_chain_is_told_and_nothing_is_built_on_it(tmp_path: Path) -> None:
    chain = tmp_path / "chain.toml"
    chain.write_text('[chain]\nnation = "0"\n', encoding="utf-8")
    packs = [path for path in law_files(SHIPPED) if path.name != "chain.toml"]
    sources = [read_source(path) for path in (chain, *packs)]
    found = check_sources(sources, None, trusted_keys(), need_seal=False)
    assert [problem.code for one in found for problem in one.problems] == ["LAW_BAD_VALUE"]


def test_a_pack_file_is_looked_over_like_its_parts(tmp_path: Path) -> None:
    path = tmp_path / "new.lawpack"
    path.write_bytes(signed(raised()))
    assert problems(path, need_seal=True) == []
    path.write_bytes(signed(raised(amount="151.00")))
    source = read_source(path)
    (one,) = check_sources([source], shipped_law(), KEYS, need_seal=True)
    line = one.problems[0].line
    assert path.read_text(encoding="utf-8").splitlines()[line - 1].startswith('{"request"')


def test_text_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "new.toml"
    path.write_bytes(b"\xff")
    with pytest.raises(LawRefused, match="not text in UTF-8"):
        read_source(path)


def test_a_missing_file_is_unavailable(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="FILE_UNREADABLE"):
        read_source(tmp_path / "nothing.toml")


def test_a_new_key_is_written_once_and_read_back(tmp_path: Path) -> None:
    path = tmp_path / "release.key"
    key = new_key(path, SeededIds(1))
    assert load_key(path).public == key.public
    with pytest.raises(Refused, match="LAW_KEY_PLACE"):
        new_key(path, SeededIds(2))
    assert load_key(path).public == key.public
    assert list(trust(tmp_path, key, "the tests").public.values()) == [key.public]


def test_a_key_that_cannot_be_written_is_not_used(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="FILE_UNWRITABLE"):
        new_key(tmp_path / "no such folder" / "key", SeededIds(1))


def test_a_pack_file_to_hand_on_holds_text_cases_and_seal(tmp_path: Path) -> None:
    source = read_source(written(tmp_path, raised()))
    made = write_pack_file(source, parse_pack("x", source.text), SIGNING, tmp_path)
    assert made.name == "chuxiong-2021-46-v2.lawpack"
    parts = split_pack(made.name, made.read_bytes())
    assert (parts.text, parts.cases) == (source.text, source.cases)
    with pytest.raises(Unavailable, match="FILE_UNWRITABLE"):
        write_pack_file(source, parse_pack("x", source.text), SIGNING, tmp_path / "nowhere")
