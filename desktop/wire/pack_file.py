"""A law pack as one file to hand on: the law's text, its worked cases, the seal over both.

It stays readable in any editor, and line numbers in messages are those of the file::

    [pack]
    id = "chuxiong-2022-50"
    …
    === worked cases ===
    {"request": …, "expect": …}
    === seal ===
    canbao-law-pack 1
    …
"""

from __future__ import annotations

from dataclasses import dataclass

from desktop.policy.errors import LawRefused
from desktop.wire.pack_signature import unified

SUFFIX = ".lawpack"

FILE_BYTES_MAX = 120 * 1024
"""Largest pack file: inside an event its text is at most doubled, and an event may have 256 KiB."""

_CASES = "\n=== worked cases ===\n"
_SEAL = "\n=== seal ===\n"


@dataclass(frozen=True, slots=True)
class PackFile:
    """A pack file taken apart; nothing in it has been checked."""

    text: str
    cases: str
    seal: str

    @property
    def cases_line(self) -> int:
        """The line of the file on which its cases begin."""
        return self.text.count("\n") + 3


def join_pack(text: str, cases: str, seal: str) -> str:
    """Return the one file that carries a law's text, its worked cases and their seal."""
    return "".join((unified(text), _CASES, unified(cases), _SEAL, seal))


def split_pack(file: str, data: bytes) -> PackFile:
    """Return the parts of a pack file.

    Raises:
        LawRefused: ``LAW_PACK_TOO_LARGE``; ``LAW_PACK_FORM``: not the form of a pack file;
            ``LAW_UNSIGNED``: it carries no seal.
    """
    if len(data) > FILE_BYTES_MAX:
        message = f"{len(data)} bytes, a pack file has at most {FILE_BYTES_MAX}"
        raise LawRefused("LAW_PACK_TOO_LARGE", file, 0, message)
    try:
        whole = unified(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise LawRefused("LAW_PACK_FORM", file, 0, "this is not text in UTF-8") from error
    text, cases_mark, rest = whole.partition(_CASES)
    cases, seal_mark, seal = rest.partition(_SEAL)
    if not cases_mark:
        message = "not a pack file: a line with === worked cases === stands after the law's text"
        raise LawRefused("LAW_PACK_FORM", file, 0, message)
    if not seal_mark:
        raise LawRefused("LAW_UNSIGNED", file, 0, "nobody has signed it: it carries no seal")
    return PackFile(text, cases, seal)
