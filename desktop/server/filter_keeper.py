"""Keeps the county's filter up to date beside the work of answering stations."""

from __future__ import annotations

import logging
from collections.abc import Callable

from typing_extensions import override

from desktop.base.clock import Clock
from desktop.base.errors import Unavailable
from desktop.base.ids import IdSource
from desktop.server.database import CentreDatabase
from desktop.server.filter_layers import publish
from desktop.server.filter_marks import follow
from desktop.server.keeper import Keeper

EVERY_S = 60.0
_JOIN_S_MAX = 30.0

_log = logging.getLogger(__name__)


def bring_up_to_date(
    database: CentreDatabase,
    clock: Clock,
    ids: IdSource,
    *,
    at_once: bool = False,
    go_on: Callable[[], bool] = lambda: True,
) -> bool:
    """Follow the feed to its end and publish; tell whether something new was published.

    ``go_on`` is asked between two transactions; what was done until then stays done.

    Raises:
        Unavailable: the file or the disk failed.
    """
    while follow(database, ids):
        if not go_on():
            return False
    return publish(database, clock, at_once=at_once)


class FilterKeeper(Keeper):
    """Has a connection of its own; the first look is a minute after the start."""

    def __init__(
        self, open_database: Callable[[], CentreDatabase], clock: Clock, ids: IdSource
    ) -> None:
        super().__init__("centre-filter", join_s_max=_JOIN_S_MAX)
        self._open_database = open_database
        self._clock = clock
        self._ids = ids

    @override
    def _run(self) -> None:
        database: CentreDatabase | None = None
        while not self._stopping.wait(EVERY_S):
            try:
                database = database or self._open_database()
                bring_up_to_date(
                    database, self._clock, self._ids, go_on=lambda: not self._stopping.is_set()
                )
            except Unavailable as error:
                _log.warning("the county's filter was not brought up to date: %s", error.code)
        if database is not None:
            database.close()
