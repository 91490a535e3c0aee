"""An amount as a person types it."""

from __future__ import annotations

import re

_TYPED = re.compile(r"(0|[1-9][0-9]{0,8})(?:\.([0-9]{1,2}))?\Z", re.ASCII)
_NARROW = {ord("０") + n: ord("0") + n for n in range(10)} | {
    ord("．"): ".", ord("。"): ".", ord("，"): None, ord(","): None, ord("￥"): None,
    ord("¥"): None,
}  # fmt: skip


def typed_fen(text: str) -> int | None:
    """Return the fen of ``720``, ``720.5`` or ``1,400.00``; None if it is no amount."""
    found = _TYPED.match(text.strip().translate(_NARROW))
    if found is None:
        return None
    return int(found[1]) * 100 + int((found[2] or "").ljust(2, "0"))
