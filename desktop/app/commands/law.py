"""``law``: look packs over, sign them, take them in."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from desktop.app import law_signing
from desktop.app.commands.context import DONE, DONE_WITH_REFUSALS, Context
from desktop.app.law import (
    LawSource,
    law_files,
    read_bytes,
    read_source,
    shipped_law,
    trusted_keys,
)
from desktop.app.law_check import Checked, check_sources
from desktop.base.errors import Refused
from desktop.base.ids import SystemIds
from desktop.base.resources import resource_path
from desktop.policy import LawRefused
from desktop.policy.law import CHAIN_FILE
from desktop.usecases.law_packs import import_pack
from desktop.wire.pack_file import SUFFIX
from desktop.wire.signing import SigningKey, key_id

KEY_VARIABLE = "CANBAO_LAW_KEY"


@dataclass(frozen=True, slots=True)
class _Group:
    """Law files that are read together."""

    folder: Path | None
    """The folder, if they are a whole law with chain file and trusted keys; else they are laid
    over what the program ships."""
    sources: Sequence[LawSource]

    def checked(self, *, need_seal: bool) -> list[Checked]:
        base = None if self.folder else shipped_law()
        sealed = need_seal and self.folder is not None
        return check_sources(self.sources, base, trusted_keys(self.folder), need_seal=sealed)


def check(context: Context, options: Namespace) -> int:
    """Look law files over and print what was found of each; 1 if anything is wrong."""
    found = [one for group in _groups(options.paths) for one in group.checked(need_seal=True)]
    for one in found:
        context.print(_found(one))
        for problem in one.problems:
            context.tell(_line(problem))
    return DONE_WITH_REFUSALS if any(one.problems for one in found) else DONE


def sign(context: Context, options: Namespace) -> int:
    """Sign law files that hold in every other respect; with ``--new-key`` trust a new key."""
    groups = [
        _Group(group.folder, [_bare(one) for one in group.sources])
        for group in _groups(options.paths)
    ]
    checked = [(group, group.checked(need_seal=False)) for group in groups]
    problems = [problem for _, found in checked for one in found for problem in one.problems]
    for problem in problems:
        context.tell(_line(problem))
    if problems:
        return DONE_WITH_REFUSALS
    _check_targets(groups, options)
    key = _key(options)
    for group, found in checked:
        _check_trust(group, key, options)
        for one in found:
            context.print(_sign_one(one, key, options))
    return DONE


def import_file(context: Context, options: Namespace) -> int:
    """Take a pack file in and print what became of it; 1 if the pack is refused."""
    path = Path(options.file)
    with context.desk() as desk:
        data = read_bytes(path)
        try:
            done = import_pack(desk, path.name, data, trusted_keys())
        except LawRefused as error:
            context.print({"file": str(path), "problems": [_problem(error)]})
            context.tell_error(error)
            return DONE_WITH_REFUSALS
    context.print(
        {
            "file": str(path),
            "pack": done.pack,
            "version": done.version,
            "document": done.document,
            "replaces": done.replaces,
            "cases": done.cases,
            "already": done.already,
        }
    )
    return DONE


def _groups(paths: Sequence[str]) -> list[_Group]:
    """Return the law files named, by default the program's own, as they belong together."""
    groups: list[_Group] = []
    loose: list[LawSource] = []
    for path in [Path(text) for text in paths] or [resource_path("law")]:
        if not path.is_dir():
            loose.append(read_source(path))
            continue
        sources = [read_source(file) for file in law_files(path)]
        if (path / CHAIN_FILE).exists():
            groups.append(_Group(path, sources))
        else:
            loose += sources
    return [*groups, _Group(None, loose)] if loose else groups


def _bare(source: LawSource) -> LawSource:
    """Return the source without its seal, which is about to be made anew."""
    return replace(source, seal=None)


def _check_targets(groups: Sequence[_Group], options: Namespace) -> None:
    """Refuse what cannot be carried through, before a key is made or a file written."""
    files = [source.path for group in groups for source in group.sources]
    if not options.out and any(path.suffix == SUFFIX for path in files):
        message = "a pack file is signed anew into another folder: --out DIR"
        raise Refused("LAW_SIGN_NEEDS_OUT", message)


def _check_trust(group: _Group, key: SigningKey, options: Namespace) -> None:
    """Make a new key the trusted one of a whole law; refuse a key that is not trusted there."""
    if group.folder is None:
        return
    if options.new_key:
        law_signing.trust(group.folder, key, options.holder)
    elif key_id(key.public) not in trusted_keys(group.folder).public:
        message = f"the key {key_id(key.public)} is not trusted in {group.folder}; see --new-key"
        raise Refused("LAW_KEY_UNKNOWN", message, key=key_id(key.public), file=str(group.folder))


def _sign_one(one: Checked, key: SigningKey, options: Namespace) -> dict[str, Any]:
    source, made = one.source, one.source.path
    if source.path.suffix != SUFFIX:
        made = law_signing.write_seal(source, key)
    if options.out and one.pack is not None:
        made = law_signing.write_pack_file(source, one.pack, key, Path(options.out))
    return {"file": str(made), "key": key_id(key.public), "cases": one.cases}


def _key(options: Namespace) -> SigningKey:
    if options.new_key:
        return law_signing.new_key(Path(options.new_key), SystemIds())
    named = options.key or os.environ.get(KEY_VARIABLE)
    if not named:
        message = f"name the publisher's key with --key or {KEY_VARIABLE}, or make one: --new-key"
        raise Refused("LAW_KEY_MISSING", message)
    return law_signing.load_key(Path(named))


def _found(one: Checked) -> dict[str, Any]:
    head = one.pack.pack if one.pack else None
    return {
        "file": str(one.source.path),
        "pack": head.id if head else None,
        "version": head.version if head else None,
        "document": head.document if head else None,
        "cases": one.cases,
        "sealed": one.sealed,
        "problems": [_problem(problem) for problem in one.problems],
    }


def _problem(error: LawRefused) -> dict[str, Any]:
    return {"code": error.code, "file": error.file, "line": error.line, "message": error.message}


def _line(error: LawRefused) -> str:
    """Return the problem the way editors and build tools jump to it: ``file:line: what``."""
    where = f"{error.file}:{error.line}" if error.line else error.file
    what = error.message.partition(": ")[2]
    return f"{where}: {what} [{error.code}]"
