"""A second person's consent, given with their own password at this desk, also offline."""

from __future__ import annotations

from desktop.base.clock import Clock
from desktop.base.errors import Refused
from desktop.domain.facts import Role
from desktop.store.vault import OperatorEntry, Vault
from desktop.usecases.desk import Desk


def confirm(desk: Desk, operator: str, password: str, clock: Clock, *roles: Role) -> OperatorEntry:
    """Return who consents to what ``desk``'s operator is doing.

    Wrong passwords count as at the sign-in, on the machine's ``clock``; the session at the desk
    stays as it is.

    Raises:
        Refused: ``OWN_WORK`` if it is the desk's own operator, ``ROLE`` if they hold none of
            ``roles``, ``OPERATOR_UNKNOWN``, ``PASSWORD_WRONG``, ``OPERATOR_LOCKED``.
        Unavailable: the vault or the disk.
    """
    if operator.strip() == desk.operator:
        raise Refused("OWN_WORK", "nobody signs their own work")
    if desk.folder is None:
        raise Refused("OPERATOR_UNKNOWN", "no such operator at this station")
    who, _ = Vault(desk.folder).unlock(operator.strip(), password, clock)
    if who.role not in roles:
        raise Refused("ROLE", f"a {who.role} may not sign this", needs=", ".join(roles))
    return who
