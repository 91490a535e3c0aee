"""Who may take which list in, and who may only look it over."""

from __future__ import annotations

from desktop.domain.list_facts import ListKind
from desktop.usecases.divisions import MAY_IMPORT as MAY_IMPORT_DIVISIONS
from desktop.usecases.lists.aliases import MAY_SET as MAY_SET_ALIASES

MAY_IMPORT = ("clerk", "supervisor")


def may_import(kind: ListKind) -> tuple[str, ...]:
    """Return the roles that may take a list of this kind in, and take it back.

    The county's tree goes to every station: a clerk looks a list of units over, and a supervisor
    or whoever runs the county's machines takes it in.
    """
    match kind:
        case "divisions":
            return MAY_IMPORT_DIVISIONS
        case "aliases":
            return MAY_SET_ALIASES
        case _:
            return MAY_IMPORT


def may_look(kind: ListKind) -> tuple[str, ...]:
    """Return the roles that may look a list of this kind over; nothing is written by that."""
    return tuple(dict.fromkeys((*MAY_IMPORT, *may_import(kind))))
