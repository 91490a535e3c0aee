"""The law packs shipped with the program: read once, and only if their seals hold."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from desktop.base.errors import Unavailable
from desktop.base.resources import resource_path
from desktop.policy import LawBook, LawRefused
from desktop.wire.pack_file import SUFFIX, split_pack
from desktop.wire.pack_signature import TrustedKeys, check_seal, read_seal

TRUSTED_KEYS = "trusted-keys.txt"
CASES_SUFFIX = ".cases.jsonl"
SEAL_SUFFIX = ".seal"


@dataclass(frozen=True, slots=True)
class LawSource:
    """A law file with what belongs to it: a ``.toml`` with its neighbours, or one pack file."""

    path: Path
    text: str
    cases: str | None
    cases_file: str
    cases_line: int
    """The line of ``cases_file`` on which the cases begin."""
    seal: str | None

    @property
    def name(self) -> str:
        """The file's name, as messages have it."""
        return self.path.name


@cache
def shipped_law() -> LawBook:
    """Return the law of every pack in ``resources/law``, read once.

    Raises:
        LawRefused: a pack is broken, unsigned or altered; the error names the file and why.
        Unavailable: a file cannot be read.
    """
    return read_law(resource_path("law"))


def read_law(folder: Path) -> LawBook:
    """Return the law of the packs in ``folder``, each with a seal by one of its trusted keys.

    Worked cases are left out: they price nobody, and ``law check`` reads them. Errors as
    `shipped_law`.
    """
    keys = trusted_keys(folder)
    texts: dict[str, str] = {}
    for path in law_files(folder):
        text, seal = _read(path), path.with_suffix(SEAL_SUFFIX)
        if not seal.exists():
            message = "nobody has signed it; python -m desktop law sign does"
            raise LawRefused("LAW_UNSIGNED", path.name, 0, message)
        check_seal(path.name, read_seal(seal.name, _read(seal)), keys, text, None)
        texts[path.name] = text
    return LawBook.from_texts(texts)


def law_files(folder: Path) -> list[Path]:
    """Return the law files in a folder, chain file included, by name."""
    return sorted(folder.glob("*.toml"))


def trusted_keys(folder: Path | None = None) -> TrustedKeys:
    """Return the keys that ``folder``, by default the program's own, says are to be trusted."""
    path = (folder or resource_path("law")) / TRUSTED_KEYS
    return TrustedKeys.parse(path.name, _read(path))


def read_source(path: Path) -> LawSource:
    """Return one law file with its cases and its seal, unchecked.

    Raises:
        LawRefused: ``LAW_PACK_FORM``, ``LAW_PACK_TOO_LARGE``, ``LAW_UNSIGNED`` of a pack file.
        Unavailable: ``FILE_UNREADABLE``.
    """
    if path.suffix == SUFFIX:
        parts = split_pack(path.name, read_bytes(path))
        return LawSource(path, parts.text, parts.cases, path.name, parts.cases_line, parts.seal)
    cases, seal = path.with_suffix(CASES_SUFFIX), path.with_suffix(SEAL_SUFFIX)
    return LawSource(
        path,
        _read(path),
        _read(cases) if cases.exists() else None,
        cases.name,
        1,
        _read(seal) if seal.exists() else None,
    )


def read_bytes(path: Path) -> bytes:
    """Return a file's bytes. Raises Unavailable ``FILE_UNREADABLE``."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise Unavailable("FILE_UNREADABLE", f"{path} cannot be read", file=str(path)) from error


def _read(path: Path) -> str:
    try:
        return read_bytes(path).decode("utf-8")
    except UnicodeDecodeError as error:
        raise LawRefused("LAW_PACK_FORM", path.name, 0, "this is not text in UTF-8") from error
