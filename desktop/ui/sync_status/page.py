"""The exchange's page in words: what needs the clerk, what waits, how the last exchanges went."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from desktop.base.clock import CHINA, instant_from_text
from desktop.base.errors import CanbaoError
from desktop.ui.law_news import law_offer_time, law_offer_words
from desktop.ui.messages import Messages
from desktop.ui.trouble import lost_words
from desktop.usecases.exchange_state import ExchangeState, LoggedExchange
from desktop.usecases.status import DeskStatus

Row = tuple[str, str, str, str]
"""When, sent, received, and what came of it."""

_CLOCK_MIN_S = 60
_MINUTE = len("10:32")


@dataclass(frozen=True, slots=True)
class Filling:
    """A first fill, or one after a long absence, that is under way."""

    done: int
    total: int
    words: str


@dataclass(frozen=True, slots=True)
class SyncPage:
    """What the right half of the page shows."""

    needs: tuple[str, ...]
    """What somebody must know or do, most urgent first."""
    rows: tuple[Row, ...]
    waiting: str
    """What waits, by kind; empty if nothing does."""
    filling: Filling | None = None
    lost: bool = False
    """Among the needs stands what a repair lost for good, until somebody has read it."""


Told = Iterable[tuple[str, object, CanbaoError | None]]
"""Exchanges since the start: local time, report, error; newest first."""


def sync_page(
    messages: Messages, status: DeskStatus | None, told: Told, urgent: tuple[str, ...]
) -> SyncPage:
    """Return the page's words; ``urgent`` stands first."""
    lines = tuple(told)
    state = status.exchange if status else None
    report = lines[0][1] if lines else None
    return SyncPage(
        needs=(*urgent, *_needs(messages, status, state, report)),
        rows=(*_failed(messages, lines, state), *_law(messages, status), *_log(messages, state)),
        waiting=_waiting(messages, state),
        filling=_filling(messages, report),
        lost=state is not None and state.gone.anything,
    )


def _needs(
    messages: Messages, status: DeskStatus | None, state: ExchangeState | None, report: object
) -> tuple[str, ...]:
    say, found = messages.say, []
    if state is not None and state.mending:
        found.append(say("sync.need.mending"))
    if state is not None and state.lost:
        found.append(say("sync.need.lost"))
    if state is not None:
        found += lost_words(state.gone, messages)
    if getattr(report, "forked", False):
        found.append(say("sync.need.forked"))
    stopped = getattr(report, "stopped", "")
    if stopped:
        found.append(say("sync.need.stopped", why=messages.kept_error(stopped, {})))
    off_s = getattr(report, "clock_off_s", 0)
    if off_s:
        way = say("sync.clock.ahead" if off_s > 0 else "sync.clock.behind")
        found.append(say("sync.need.clock", off=_span(messages, abs(off_s)), way=way))
    if status is not None and status.open_cases:
        found.append(say("sync.need.cases", count=status.open_cases))
    return tuple(found)


def _span(messages: Messages, seconds: int) -> str:
    minutes = seconds // _CLOCK_MIN_S
    for code, size in (("days", 1_440), ("hours", 60)):
        if minutes >= size:
            return messages.say(f"sync.span.{code}", count=minutes // size)
    return messages.say("sync.span.minutes", count=minutes)


def _waiting(messages: Messages, state: ExchangeState | None) -> str:
    if state is None or not state.waiting:
        return ""
    kinds = messages.say("sync.waiting.between").join(
        messages.say(f"sync.waiting.{kind}", count=count) for kind, count in state.waiting
    )
    since = _when(state.since) if state.since else "—"
    return messages.say("sync.waiting", kinds=kinds, since=since)


def _filling(messages: Messages, report: object) -> Filling | None:
    head, cursor = getattr(report, "head", 0), getattr(report, "cursor", 0)
    if not head:
        return None
    percent = min(99, 100 * cursor // head)
    return Filling(cursor, head, messages.say("sync.filling", percent=percent))


def _failed(messages: Messages, lines: Told, state: ExchangeState | None) -> tuple[Row, ...]:
    """Return failures since the last answer that the file's log, as last read, lacks."""
    known = {f"{_local(one.at):%H:%M:%S}" for one in state.log} if state else set()
    rows: list[Row] = []
    for at, _report, error in lines:
        if error is None:
            break
        if at not in known:
            rows.append((at[:_MINUTE], "", "", messages.error(error)))
    return tuple(rows)


def _law(messages: Messages, status: DeskStatus | None) -> tuple[Row, ...]:
    news = status.law_news if status else ()
    return tuple(
        (law_offer_time(offer), "", "", law_offer_words(offer, messages)) for offer in news
    )


def _log(messages: Messages, state: ExchangeState | None) -> tuple[Row, ...]:
    return tuple(_row(messages, one) for one in (state.log if state else ()))


def _row(messages: Messages, one: LoggedExchange) -> Row:
    at = _when(one.at)
    if one.code:
        return at, "", "", messages.kept_error(one.code, {})
    if one.mended:
        return at, "", str(one.received), messages.say("sync.came.mended")
    if one.rows:
        return at, "", "", messages.say("sync.came.rows", count=one.rows)
    came = "sync.came.cases" if one.cases else "sync.came.well"
    return at, str(one.answered), str(one.received), messages.say(came, count=one.cases)


def _when(instant: str) -> str:
    return f"{_local(instant):%m-%d %H:%M}"


def _local(instant: str) -> datetime:
    return instant_from_text(instant).astimezone(CHINA)
