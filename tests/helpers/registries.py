"""A Windows registry for tests on any system."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.base.station_settings import INSTALLER_KEY, POLICY_KEY


class KeptRegistry:
    """Answers from what it was given, key by key; a key in ``barred`` may not be read."""

    def __init__(
        self,
        installer: Mapping[str, object] | None = None,
        policy: Mapping[str, object] | None = None,
        *,
        barred: str = "",
        other: Mapping[str, Mapping[str, object]] | None = None,
    ) -> None:
        self._keys = {
            INSTALLER_KEY: installer or {},
            POLICY_KEY: policy or {},
            **(other or {}),
        }
        self._barred = barred

    def values(self, key: str) -> Mapping[str, object]:
        """Return the values under ``key``."""
        if key == self._barred:
            raise PermissionError(13, "Access is denied")
        return self._keys.get(key, {})
