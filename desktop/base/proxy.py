"""Which way a station's requests leave the house: straight, as the system has it, or by a proxy."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import urlsplit

from desktop.base.errors import Refused

TEXT_MAX = 200
"""Characters of a user's name or a password for a proxy."""


@dataclass(frozen=True, slots=True)
class Proxy:
    """One way out."""

    kind: Literal["none", "system", "address"]
    address: str = ""
    """``http://host:port``; nothing else stands in it."""
    user: str = ""
    password: str = field(default="", repr=False)

    @property
    def words(self) -> str:
        """The way as settings and the command line write it, without user and password."""
        return self.address or self.kind


NO_PROXY = Proxy("none")
SYSTEM_PROXY = Proxy("system")


def read_proxy(text: str, user: str = "", password: str = "") -> Proxy:
    """Return the way that ``text`` names: ``none``, ``system`` or ``http://host:port``.

    Raises:
        Refused: ``PROXY_FORM``; ``PROXY_PASSWORD_PLACE`` if a password stands in the address,
            where everybody would read it.
    """
    text = text.strip()
    if text in ("", "none"):
        return NO_PROXY
    if text == "system":
        return SYSTEM_PROXY
    try:
        parts = urlsplit(text if "://" in text else f"http://{text}")
        port = parts.port
    except ValueError:
        raise _misshapen() from None
    if parts.username is not None or parts.password is not None:
        raise Refused("PROXY_PASSWORD_PLACE", "user and password stand beside the address")
    beyond = parts.path.strip("/") or parts.query or parts.fragment
    plain = text.isascii() and text.isprintable() and " " not in text
    if parts.scheme != "http" or not parts.hostname or not port or beyond or not plain:
        raise _misshapen()
    if max(len(user), len(password), len(text)) > TEXT_MAX:
        raise _misshapen()
    return Proxy("address", f"http://{parts.netloc.lower()}", user, password)


def _misshapen() -> Refused:
    return Refused("PROXY_FORM", "a proxy is none, system or http://host:port")
