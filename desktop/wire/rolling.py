"""A count and a hash over a station's part of the feed, rolled on entry by entry at both ends.

The hash covers each entry's position and the event's own hash. If both ends roll to the same
value at the same cursor, the station has received exactly the entries the centre holds for it, in
the centre's order.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

START = bytes(32)


@dataclass(frozen=True, slots=True)
class Rolling:
    """What has been received up to a cursor."""

    count: int = 0
    hash: bytes = START

    def add(self, position: int, event_hash: str) -> Rolling:
        """Return the value after one more entry of the feed."""
        text = self.hash + position.to_bytes(8, "big") + bytes.fromhex(event_hash)
        return Rolling(self.count + 1, hashlib.sha256(text).digest())
