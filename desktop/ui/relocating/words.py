"""What stands in a move's way and what stays behind, line by line. No Qt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.ui.messages import Messages

if TYPE_CHECKING:
    from desktop.ui.widgets.message_line import Tone
    from desktop.ui.widgets.option_list import Option
    from desktop.usecases.exchange_state import ExchangeState
    from desktop.usecases.relocating import Leaving


@dataclass(frozen=True, slots=True)
class Before:
    """Where the station stands, and where it may go."""

    leaving: Leaving
    exchange: ExchangeState
    registered: bool
    allowed: bool
    """Whether the operator's role may move a station."""
    townships: tuple[Option, ...]
    """The county's other townships; empty if the county has stated none."""


@dataclass(frozen=True, slots=True)
class BeforeLine:
    """One thing to know before the move."""

    words: str
    tone: Tone


def before_lines(before: Before, messages: Messages) -> tuple[BeforeLine, ...]:
    """Return everything to know, what stops the move first."""
    order: tuple[Tone, ...] = ("mistake", "warning", "ok")
    return tuple(sorted(_lines(before, messages), key=lambda line: order.index(line.tone)))


def _lines(before: Before, messages: Messages) -> Iterator[BeforeLine]:
    say, leaving = messages.say, before.leaving
    if not before.allowed:
        yield BeforeLine(say("move.before.role"), "mistake")
    if not before.registered:
        yield BeforeLine(say("move.before.unregistered"), "mistake")
    if leaving.days:
        between = say("sync.waiting.between")
        days = between.join(dict.fromkeys(f"{day.day[5:]} {day.collector}" for day in leaving.days))
        yield BeforeLine(say("move.before.days", days=days), "mistake")
    else:
        yield BeforeLine(say("move.before.days_closed"), "ok")
    if leaving.drafts:
        who = say("sync.waiting.between").join(leaving.drafts)
        yield BeforeLine(say("move.before.drafts", who=who), "warning")
    if leaving.papers:
        yield BeforeLine(say("move.before.papers", count=leaving.papers), "warning")
    yield _unsent(before, messages)


def _unsent(before: Before, messages: Messages) -> BeforeLine:
    say, leaving = messages.say, before.leaving
    if not leaving.pending and not leaving.unplaced:
        return BeforeLine(say("move.before.sent"), "ok")
    if not leaving.pending:
        return BeforeLine(say("move.before.unplaced", count=leaving.unplaced), "warning")
    kinds = say("sync.waiting.between").join(
        say(f"sync.waiting.{kind}", count=count) for kind, count in before.exchange.waiting
    )
    return BeforeLine(say("move.before.unsent", count=leaving.pending, kinds=kinds), "warning")
