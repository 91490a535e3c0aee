"""Who may sign in at a station: listed, added, removed; one's own password changed.

Where a county's centre hands operators out, it alone makes supervisors, policy administrators,
auditors and IT, and changes those it handed out: a station could else appoint the second person
that its first one needs. A station may let clerks and collectors in by itself, offline.
"""

from __future__ import annotations

from pathlib import Path

from desktop.base.clock import Clock
from desktop.base.errors import Refused
from desktop.domain.codes import Language
from desktop.domain.facts import TEXT_MAX, OperatorAdded, Role
from desktop.store.access import Expiry, KnownOperator, expiry, known_operators, told_number
from desktop.store.people import operator_name
from desktop.store.vault import OperatorEntry, Vault
from desktop.usecases.desk import Desk

__all__ = [
    "Expiry",
    "KnownOperator",
    "add_operator",
    "change_password",
    "may_add",
    "name_of",
    "on_paper",
    "operators_here",
    "remove_operator",
    "sign_in_expiry",
]

MAY_ADD = ("it", "supervisor")
OF_THE_STATION: tuple[Role, ...] = ("clerk", "collector")
"""Roles a station gives by itself; a supervisor gives no others, wherever."""


def operators_here(desk: Desk, folder: Path) -> list[KnownOperator]:
    """Return who may sign in here and who was locked. Raises Unavailable."""
    return known_operators(desk.store, Vault(folder).operators())


def name_of(desk: Desk, operator: str, station: str = "") -> str:
    """Return what an operator is called; what they sign in with where no name is known here.

    ``station``: where they worked, empty for this one.
    """
    return operator_name(desk.store.connection, station or desk.store.station.id, operator)


def on_paper(name: str, operator: str, language: Language) -> str:
    """Return who somebody is, as papers show it: their name, and what they sign in with."""
    if name == operator:
        return name
    return f"{name}（{operator}）" if language == "zh" else f"{name} ({operator})"


def sign_in_expiry(desk: Desk) -> Expiry | None:
    """Return how long people may sign in here without an exchange; None: without end."""
    return expiry(desk.store, desk.store.clock)


def may_add(desk: Desk) -> tuple[Role, ...]:
    """Return the roles the desk's operator may give to a further person here; none: nobody."""
    everything: tuple[Role, ...] = ("clerk", "collector", "supervisor", "policy", "auditor", "it")
    if desk.store.station.training_day is not None:
        return everything
    if desk.role not in MAY_ADD:
        return ()
    handed_out = told_number(desk.store) > 0
    if desk.role == "it" and not handed_out:
        return everything
    return OF_THE_STATION


def add_operator(
    desk: Desk, folder: Path, operator: str, role: Role, *, display_name: str, password: str
) -> None:
    """Let a further person sign in at this station.

    At a training station everybody may, since it is for trying things out.

    Raises:
        Refused: ``ROLE``, ``ROLE_BY_CENTRE`` (a role the centre hands out, or a supervisor must
            not give), ``OPERATOR_NAME``, ``OPERATOR_EXISTS``, ``PASSWORD_SHORT``.
        Unavailable: the disk failed.
    """
    if desk.store.station.training_day is None:
        desk.may(*MAY_ADD)
    if role not in may_add(desk):
        raise Refused("ROLE_BY_CENTRE", f"a {role} is not made here")
    if not operator.strip() or max(len(operator), len(display_name)) > TEXT_MAX:
        raise Refused("OPERATOR_NAME", "an operator has a name of at most 200 characters")
    vault = Vault(folder)
    if any(known.operator == operator for known in operators_here(desk, folder)):
        raise Refused("OPERATOR_EXISTS", "there is such an operator at this station")
    # The vault first: an event without the person who may sign in could not be repeated.
    desk.store.share_key(vault, OperatorEntry(operator, display_name, role), password)
    with desk.store.transaction():
        fact = OperatorAdded(operator=operator, display_name=display_name, role=role)
        desk.store.record(fact, operator=desk.operator)


def remove_operator(desk: Desk, folder: Path, operator: str) -> None:
    """Let a person of this station sign in no more; their work and its events stay.

    Raises:
        Refused: ``ROLE``, ``OWN_WORK`` (oneself), ``OPERATOR_BY_CENTRE``, ``OPERATOR_UNKNOWN``,
            ``LAST_OPERATOR``.
        Unavailable: the disk failed.
    """
    desk.may(*MAY_ADD)
    if operator == desk.operator:
        raise Refused("OWN_WORK", "nobody removes themselves")
    known = {one.operator: one for one in operators_here(desk, folder)}
    if operator not in known:
        raise Refused("OPERATOR_UNKNOWN", "no such operator at this station")
    if known[operator].by_centre:
        raise Refused("OPERATOR_BY_CENTRE", "the county's centre handed this operator out")
    if not Vault(folder).drop(operator):
        raise Refused("LAST_OPERATOR", "somebody must be able to open the station")


def change_password(desk: Desk, folder: Path, old: str, new: str, clock: Clock) -> None:
    """Give the desk's own operator a new password at this station.

    Wrong old passwords count as at the sign-in, on the machine's ``clock``.

    Raises:
        Refused: ``PASSWORD_WRONG``, ``OPERATOR_LOCKED``, ``OPERATOR_UNKNOWN``, ``PASSWORD_SHORT``.
        Unavailable: the vault or the disk.
    """
    vault = Vault(folder)
    who, _ = vault.unlock(desk.operator, old, clock)
    desk.store.share_key(vault, who, new)
