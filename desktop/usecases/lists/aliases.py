"""What departments call the identities: shipped, and as the county says it (身份名称对照)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import msgspec

from desktop.base.errors import Refused
from desktop.base.resources import resource_text
from desktop.domain.facts import TEXT_MAX, Recognition
from desktop.domain.list_aliases import AliasBook, alias_of, parse_aliases
from desktop.domain.list_facts import ListAlias, ListAliasesSet
from desktop.exchange.columns import Field, recognise, records
from desktop.exchange.tables import read_tables
from desktop.store import lists as stored
from desktop.store.register import Row
from desktop.usecases.desk import Desk

MAY_SET = ("clerk", "supervisor", "policy")
ALIASES_MAX = 500
_FILE = "identities.tsv"
_FIELDS = (
    Field("words", ("名称", "身份名称", "名单名称", "words"), needed=True),
    Field("code", ("代码", "身份代码", "本系统代码", "code"), needed=True),
    Field("area", ("城乡", "area")),
    Field("kind", ("残疾类别", "kind")),
    Field("grade", ("残疾等级", "grade")),
    Field("priority", ("优先号", "优先级", "priority")),
)


@dataclass(frozen=True, slots=True)
class AliasFile:
    """Aliases read from a file, and the rows that are none."""

    aliases: tuple[ListAlias, ...]
    wrong: tuple[int, ...]
    """Numbers of rows with a code nobody knows, or without a name."""


@cache
def shipped_aliases() -> tuple[ListAlias, ...]:
    """Return the aliases shipped with the program."""
    return parse_aliases(_FILE, resource_text("lists", _FILE))


def alias_book(desk: Desk, source: str) -> AliasBook:
    """Return what a source's names mean: its own, then the county's, then the shipped ones."""
    connection = desk.store.connection
    own = map(stored_alias, stored.aliases(connection, source)) if source else ()
    return AliasBook(own, map(stored_alias, stored.aliases(connection, "")), shipped_aliases())


def read_aliases(path: Path) -> AliasFile:
    """Read a table of aliases: name, code, and what else it says.

    Raises:
        Refused, Unavailable: as `desktop.exchange.tables.read_tables`; ``TABLE_COLUMNS``.
    """
    table = read_tables(path)[0]
    found, wrong = [], []
    for record in records(table, recognise(table, _FIELDS)):
        alias = alias_of({field.name: record[field.name] for field in _FIELDS})
        if alias is None:
            wrong.append(record.row)
        else:
            found.append(alias)
    return AliasFile(tuple(found), tuple(wrong))


def set_aliases(desk: Desk, source: str, aliases: Sequence[ListAlias]) -> int:
    """State what names mean in a source's lists (empty: in every list); return how many.

    Raises:
        Refused: ``ROLE``, ``LIST_EMPTY``.
        Unavailable: the disk failed; nothing was written.
    """
    desk.may(*MAY_SET)
    if not aliases:
        raise Refused("LIST_EMPTY", "no alias was given")
    with desk.store.transaction():
        for start in range(0, len(aliases), ALIASES_MAX):
            part = tuple(aliases[start : start + ALIASES_MAX])
            fact = ListAliasesSet(source=source[:TEXT_MAX], aliases=part)
            desk.store.record(fact, operator=desk.operator)
    return len(aliases)


def stored_alias(row: Row) -> ListAlias:
    """Return what a row of the store says a name means."""
    means = msgspec.json.decode(row["means"], type=Recognition) if row["means"] else None
    return ListAlias(words=row["words"], means=means, priority=row["priority"])
