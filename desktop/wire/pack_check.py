"""Whether a law pack may be taken: the same questions at the desk and at the centre.

Who signed it, that it is newer than what is held, that it can be read and leaves nothing out, and
that its own worked cases come out. A centre asks before it publishes, and every station again.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from desktop.policy import LawBook, LawRefused
from desktop.policy.pack import Pack
from desktop.policy.pack_cases import failing_cases, parse_cases
from desktop.policy.parse import parse_pack
from desktop.wire.pack_file import split_pack
from desktop.wire.pack_signature import TrustedKeys, check_seal, read_seal


@dataclass(frozen=True, slots=True)
class CheckedPack:
    """A pack file that holds in every respect, and the law as it is with it."""

    content: str
    pack: Pack
    book: LawBook
    replaces: int | None
    cases: int
    already: bool

    @property
    def hash(self) -> str:
        """SHA-256 of the whole file, 64 hex digits."""
        return hashlib.sha256(self.content.encode("utf-8")).hexdigest()


def check_pack(book: LawBook, file: str, data: bytes, keys: TrustedKeys) -> CheckedPack:
    """Return the pack in ``data`` and the law with it, if everything about it holds.

    Raises:
        LawRefused: with file, line and what is wrong: its form and size (``LAW_PACK_FORM``,
            ``LAW_PACK_TOO_LARGE``), its seal (``LAW_UNSIGNED``, ``LAW_KEY_UNKNOWN``,
            ``LAW_SIGNATURE``), its text (the codes of `desktop.policy.parse`), its place
            (``LAW_INCOMPLETE``, ``LAW_YEAR_WITHOUT_VALUES``), its version (``LAW_OLDER``,
            ``LAW_SAME_VERSION``), its cases (``LAW_CASES_UNREADABLE``, ``LAW_CASE_FAILED``).
    """
    parts = split_pack(file, data)
    check_seal(file, read_seal(file, parts.seal), keys, parts.text, parts.cases)
    pack = parse_pack(file, parts.text)
    held = book.packs.get(pack.pack.id)
    already = held is not None and _is_held(file, pack, held)
    joined = book.with_packs([pack])
    check_place(file, pack, joined)
    cases = parse_cases(file, parts.cases, parts.cases_line)
    for failure in failing_cases(cases, joined, pack.pack.id):
        raise failure.refusal(file)
    replaces = None if held is None else held.pack.version
    return CheckedPack(data.decode("utf-8"), pack, joined, replaces, len(cases), already)


def check_place(file: str, pack: Pack, book: LawBook) -> None:
    """Return if ``book``, which holds ``pack``, has all that its campaign year needs.

    Raises:
        LawRefused: ``LAW_INCOMPLETE``, ``LAW_YEAR_WITHOUT_VALUES``.
    """
    try:
        book.check_whole()
    except LawRefused as error:
        # It may be another pack that stood on what this one no longer says.
        message = f"with it the law is not whole: {error.message}"
        raise LawRefused(error.code, file, 0, message) from error
    year = pack.pack.campaign_year
    law = book.resolve(pack.pack.division, year)
    assert law is not None, "a book finds the packs it holds"
    if not law.text.standards:
        raise LawRefused(
            "LAW_YEAR_WITHOUT_VALUES",
            file,
            0,
            f"neither it nor a document above it gives a personal standard for {year}; "
            "a year is never continued from the one before",
            year=year,
        )


def _is_held(file: str, pack: Pack, held: Pack) -> bool:
    """Tell whether the pack is the one that is held; raise unless it may take its place."""
    version, known = pack.pack.version, held.pack.version
    if version < known:
        message = f"it is version {version} of {pack.pack.id}; version {known} is held already"
        raise LawRefused("LAW_OLDER", file, 0, message, version=version, held=known)
    if version == known and pack != held:
        message = (
            f"it says something else than the version {known} of {pack.pack.id} that is held; "
            "another text needs another version"
        )
        raise LawRefused("LAW_SAME_VERSION", file, 0, message, held=known)
    return version == known
