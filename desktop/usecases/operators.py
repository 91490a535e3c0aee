"""Who may sign in at a station: add a person with a role, so that another one can approve."""

from __future__ import annotations

from pathlib import Path

from desktop.base.errors import Refused
from desktop.domain.facts import TEXT_MAX, OperatorAdded, Role
from desktop.store.vault import OperatorEntry, Vault
from desktop.usecases.desk import Desk

MAY_ADD = ("it", "supervisor")


def add_operator(
    desk: Desk, folder: Path, operator: str, role: Role, *, display_name: str, password: str
) -> None:
    """Let a further person sign in at this station.

    At a training station everybody may, since it is for trying things out.

    Raises:
        Refused: ``ROLE``, ``OPERATOR_NAME``, ``OPERATOR_EXISTS``, ``PASSWORD_SHORT``.
        Unavailable: the disk failed.
    """
    if desk.store.station.training_day is None:
        desk.may(*MAY_ADD)
    if not operator.strip() or len(operator) > TEXT_MAX:
        raise Refused("OPERATOR_NAME", "an operator has a name of at most 200 characters")
    vault = Vault(folder)
    if any(known.operator == operator for known in vault.operators()):
        raise Refused("OPERATOR_EXISTS", "there is such an operator at this station")
    # The vault first: an event without the person who may sign in could not be repeated.
    desk.store.share_key(vault, OperatorEntry(operator, display_name, role), password)
    with desk.store.transaction():
        fact = OperatorAdded(operator=operator, display_name=display_name, role=role)
        desk.store.record(fact, operator=desk.operator)
