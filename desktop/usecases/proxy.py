"""The way to the centre as this station has it: shown, chosen; what IT set comes first."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.base.errors import Refused
from desktop.base.proxy import Proxy, read_proxy
from desktop.base.station_settings import StationSettings
from desktop.store.proxies import keep_proxy, own_proxy
from desktop.usecases.desk import Desk


@dataclass(frozen=True, slots=True)
class ProxyHere:
    """The way out as it holds now; the password never leaves the file."""

    text: str
    """``none``, ``system`` or the proxy's address."""
    user: str
    has_password: bool
    by_it: bool
    """IT set it, so that nobody changes it here."""


def proxy_here(desk: Desk, machine: StationSettings) -> ProxyHere:
    """Return the way out that holds. Raises Unavailable."""
    given = machine.proxy
    here = given or own_proxy(desk.store)
    return ProxyHere(here.words, here.user, bool(here.password), by_it=given is not None)


def own_password(desk: Desk, text: str, user: str) -> str:
    """Return the password kept for this proxy and this user; empty if it is another's.

    Raises:
        Refused: ``PROXY_FORM``, ``PROXY_PASSWORD_PLACE``.
    """
    asked, kept = read_proxy(text, user.strip()), own_proxy(desk.store)
    same = (asked.address, asked.user) == (kept.address, kept.user)
    return kept.password if same and asked.user else ""


def choose_proxy(
    desk: Desk, machine: StationSettings, text: str, user: str = "", password: str | None = None
) -> Proxy:
    """Keep another way out for this station; the next line takes it.

    ``password`` None keeps the one that is there, for the same proxy and the same user only: it
    is shown to no other.

    Raises:
        Refused: ``PROXY_GIVEN`` (IT set it), ``PROXY_FORM``, ``PROXY_PASSWORD_PLACE``.
        Unavailable: the disk.
    """
    if machine.proxy is not None:
        raise Refused("PROXY_GIVEN", "IT set the proxy")
    kept = own_password(desk, text, user) if password is None else password
    chosen = read_proxy(text, user.strip(), kept)
    with desk.store.transaction():
        keep_proxy(desk.store, chosen)
    return chosen
