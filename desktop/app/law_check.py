"""Look law files over before anybody relies on them: form, place, worked cases, seal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from desktop.app.law import LawSource
from desktop.policy import LawBook, LawRefused
from desktop.policy.law import CHAIN_FILE
from desktop.policy.pack import Pack
from desktop.policy.pack_cases import failing_cases, parse_cases
from desktop.policy.parse import parse_chain, parse_pack
from desktop.wire.pack_check import check_place
from desktop.wire.pack_signature import TrustedKeys, check_seal, read_seal


@dataclass(slots=True)
class Checked:
    """What was found of one law file."""

    source: LawSource
    pack: Pack | None = None
    """None for the chain file, and for a file that cannot be read."""
    cases: int = 0
    sealed: bool = False
    problems: list[LawRefused] = field(default_factory=list)


def check_sources(
    sources: Sequence[LawSource], base: LawBook | None, keys: TrustedKeys, *, need_seal: bool
) -> list[Checked]:
    """Return what is found of each file, read together and laid over ``base``.

    ``base`` None: the files are a whole law of their own, with their chain file. A seal that is
    there must hold; ``need_seal`` says that one must be there.
    """
    found = [_parsed(source) for source in sources]
    packs = [one.pack for one in found if one.pack is not None]
    _note_duplicates(found)
    book = _joined(found, base, packs)
    for one in found:
        one.problems += _seal_problems(one, keys, need_seal=need_seal)
        if one.pack is not None and book is not None:
            one.problems += _problems(one, one.pack, book)
    return found


def _parsed(source: LawSource) -> Checked:
    one = Checked(source)
    try:
        if source.name == CHAIN_FILE:
            parse_chain(source.name, source.text)
        else:
            one.pack = parse_pack(source.name, source.text)
    except LawRefused as error:
        one.problems.append(error)
    return one


def _note_duplicates(found: Sequence[Checked]) -> None:
    seen: dict[str, str] = {}
    for one in found:
        if one.pack is None:
            continue
        other = seen.setdefault(one.pack.pack.id, one.source.name)
        if other != one.source.name:
            message = f"the pack {one.pack.pack.id} is already there, in {other}"
            one.problems.append(LawRefused("LAW_DUPLICATE_PACK", one.source.name, 0, message))


def _joined(
    found: Sequence[Checked], base: LawBook | None, packs: Sequence[Pack]
) -> LawBook | None:
    if base is not None:
        return base.with_packs(packs)
    for one in found:
        if one.source.name == CHAIN_FILE and not one.problems:
            return LawBook(packs, parse_chain(CHAIN_FILE, one.source.text).chain)
    if not any(one.source.name == CHAIN_FILE for one in found):
        missing = LawRefused("LAW_INCOMPLETE", CHAIN_FILE, 0, "this file is missing")
        found[0].problems.append(missing)
    return None


def _seal_problems(one: Checked, keys: TrustedKeys, *, need_seal: bool) -> Iterator[LawRefused]:
    source = one.source
    if source.seal is None:
        if need_seal:
            yield LawRefused("LAW_UNSIGNED", source.name, 0, "nobody has signed it")
        return
    try:
        seal = read_seal(source.name, source.seal)
        check_seal(source.name, seal, keys, source.text, source.cases or "")
        one.sealed = True
    except LawRefused as error:
        yield error


def _problems(one: Checked, pack: Pack, book: LawBook) -> Iterator[LawRefused]:
    source = one.source
    try:
        check_place(source.name, pack, book)
        cases = parse_cases(source.cases_file, source.cases or "", source.cases_line)
    except LawRefused as error:
        yield error
        return
    one.cases = len(cases)
    for failure in failing_cases(cases, book, pack.pack.id):
        yield failure.refusal(source.cases_file)
