"""What a stick brought and took, in words. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.base.errors import Refused
from desktop.ui.messages import Messages

if TYPE_CHECKING:
    from desktop.sync.packets import MadePacket, TakenPacket
    from desktop.sync.stick import StickDone


def written_words(made: MadePacket, file: str, messages: Messages) -> tuple[str, ...]:
    """Return what was written and what to do with it."""
    lines = [messages.say("stick.written", file=file, pushed=made.pushed)]
    if made.more:
        lines.append(messages.say("stick.written.more", left=made.pending - made.pushed))
    return tuple(lines)


def taken_words(taken: TakenPacket, messages: Messages) -> tuple[str, ...]:
    """Return what an answer brought, and what somebody should know of it."""
    changed = taken.taken
    line = messages.say(
        "stick.taken",
        answered=changed.accepted + changed.already + changed.cases,
        cases=changed.cases,
        pulled=changed.pulled,
        granted=changed.granted,
    )
    return (line, *(messages.error(Refused(code, "told")) for code in taken.told))


def stick_words(done: StickDone, messages: Messages) -> tuple[str, ...]:
    """Return everything to be said of one step with a stick."""
    lines: list[str] = []
    for taken in done.taken:
        lines += taken_words(taken, messages)
    for file, error in done.refused:
        lines.append(messages.say("stick.refused", file=file, why=messages.error(error)))
    if not done.taken and not done.refused:
        lines.append(messages.say("stick.none"))
    if done.error is not None:
        lines.append(messages.error(done.error))
    if done.made is not None and done.file is not None:
        lines += written_words(done.made, done.file.name, messages)
    return tuple(lines)
