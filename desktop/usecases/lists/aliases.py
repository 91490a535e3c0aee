"""What departments call the identities: shipped, and as the county says it (身份名称对照)."""

from __future__ import annotations

from functools import cache

import msgspec

from desktop.base.resources import resource_text
from desktop.domain.facts import Recognition
from desktop.domain.list_aliases import AliasBook, parse_aliases
from desktop.domain.list_facts import ListAlias
from desktop.store import lists as stored
from desktop.store.register import Row
from desktop.usecases.desk import Desk

MAY_SET = ("clerk", "supervisor", "policy")
ALIASES_MAX = 500
_FILE = "identities.tsv"


@cache
def shipped_aliases() -> tuple[ListAlias, ...]:
    """Return the aliases shipped with the program."""
    return parse_aliases(_FILE, resource_text("lists", _FILE))


def alias_book(desk: Desk, source: str) -> AliasBook:
    """Return what a source's names mean: its own, then the county's, then the shipped ones."""
    connection = desk.store.connection
    own = map(stored_alias, stored.aliases(connection, source)) if source else ()
    return AliasBook(own, map(stored_alias, stored.aliases(connection, "")), shipped_aliases())


def stored_alias(row: Row) -> ListAlias:
    """Return what a row of the store says a name means."""
    means = msgspec.json.decode(row["means"], type=Recognition) if row["means"] else None
    return ListAlias(words=row["words"], means=means, priority=row["priority"])
