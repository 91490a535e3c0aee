"""The station's own way to its centre. It lies in the encrypted file, password and all."""

from __future__ import annotations

from desktop.base.proxy import NO_PROXY, SYSTEM_PROXY, Proxy, read_proxy
from desktop.store.database import Store

_KEYS = ("centre.proxy", "centre.proxy_user", "centre.proxy_password")
_BEFORE = "centre.system_proxy"
"""What stations of earlier versions kept: ``1`` for the system's proxy."""


def own_proxy(store: Store) -> Proxy:
    """Return what was chosen at this station; no proxy if nobody chose."""
    text, user, password = (store.setting(key) for key in _KEYS)
    if text is None:
        return SYSTEM_PROXY if store.setting(_BEFORE) == "1" else NO_PROXY
    return read_proxy(text, user or "", password or "")


def keep_proxy(store: Store, proxy: Proxy) -> None:
    """Keep the way out; inside a transaction."""
    for key, value in zip(_KEYS, (proxy.words, proxy.user, proxy.password), strict=True):
        store.set_setting(key, value)
