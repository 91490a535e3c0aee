"""Much of the feed at once, for a station that begins or was long away."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.server import feed, record
from desktop.sqlite.connection import Connection
from desktop.wire.event_columns import BODIES_BYTES_MAX
from desktop.wire.fill_messages import FillReply, FillRequest, pack_feed
from desktop.wire.messages import Figures


@dataclass(frozen=True, slots=True)
class Piece:
    """What was read for a station, still to be packed."""

    page: feed.Page
    head: int
    figures: Figures | None
    refresh: bool

    def reply(self, now: str) -> FillReply:
        """Return it packed."""
        return FillReply(
            feed=pack_feed(self.page.entries),
            progress=self.page.progress,
            head=self.head,
            more=self.page.more,
            figures=self.figures,
            refresh=self.refresh,
            server_time=now,
        )


def take_piece(connection: Connection, reader: feed.Reader, request: FillRequest) -> Piece:
    """Return what comes next for ``reader``, in the caller's transaction."""
    room = feed.Room(request.limit, BODIES_BYTES_MAX)
    page = feed.page_after(
        connection, reader, request.progress, room, own_bodies=request.own_bodies
    )
    head = feed.head(connection, reader.county)
    if page is None:
        return Piece(feed.nothing(), head, None, refresh=True)
    figures = None
    if not page.more:
        figures = record.figures_in_scope(connection, reader.county, reader.scope)
    return Piece(page, head, figures, refresh=False)
