"""Work that takes a while: the page looks at it, and may stop it."""

from __future__ import annotations


class Work:
    """Work under way on another lane."""

    def __init__(self) -> None:
        self.done = 0
        self.total = 0
        self.stopped = False

    def tell(self, done: int, total: int) -> None:
        """Note how far it has come."""
        self.done, self.total = done, total
