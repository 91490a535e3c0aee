"""`packet out FILE`, `in FILE`, `stick DIR`: the exchange with the centre without a line."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from itertools import count
from pathlib import Path

from desktop.app.commands.context import DONE, DONE_WITH_REFUSALS, Context
from desktop.app.commands.exchange import take_law
from desktop.base.clock import SystemClock
from desktop.base.files import read_whole, write_whole
from desktop.ui.sync_status.packet_words import stick_words, taken_words, written_words


def packet_out(context: Context, options: Namespace) -> int:
    """Write everything pending into a file for the centre; nothing is answered by that."""
    from desktop.sync.engine import direct
    from desktop.sync.packets import make_packet

    with context.desk(to_exchange=True) as desk:
        made = make_packet(direct(desk.store), SystemClock(), progress=_telling(context))
    target = Path(options.file)
    if target.is_dir():
        target /= made.name
    write_whole(target, made.data)
    context.print({"file": str(target), "number": made.number, **made.numbers()})
    for words in written_words(made, target.name, context.messages):
        context.tell(words)
    return DONE


def packet_in(context: Context, options: Namespace) -> int:
    """Take the centre's answer in. What to know of it is told as codes and in words."""
    from desktop.sync.engine import direct
    from desktop.sync.packets import take_packet
    from desktop.wire.packet import PACKET_BYTES_MAX

    file = Path(options.file)
    data = read_whole(file, PACKET_BYTES_MAX)
    with context.desk(to_exchange=True) as desk:
        taken = take_packet(direct(desk.store), data, SystemClock(), progress=_telling(context))
        context.print({"file": str(file), **taken.numbers(), "told": list(taken.told)})
        for words in taken_words(taken, context.messages):
            context.tell(words)
        take_law(context, desk)
    return DONE


def packet_stick(context: Context, options: Namespace) -> int:
    """Take what the centre answered out of a folder, then write this station's packet there."""
    from desktop.sync.engine import direct
    from desktop.sync.stick import exchange_by_stick

    with context.desk(to_exchange=True) as desk:
        done = exchange_by_stick(direct(desk.store), Path(options.folder), SystemClock())
        for taken in done.taken:
            context.print({**taken.numbers(), "told": list(taken.told)})
        for name, error in done.refused:
            context.print({"file": name, "refused": error.code})
        if done.made is not None:
            made = done.made
            context.print({"file": str(done.file), "number": made.number, **made.numbers()})
        for words in stick_words(done, context.messages):
            context.tell(words)
        take_law(context, desk)
    if done.error is not None:
        raise done.error
    return DONE_WITH_REFUSALS if done.refused else DONE


_EVERY = 20
"""Steps between two lines of progress: ten thousand events, or a few seconds."""


def _telling(context: Context) -> Callable[[int, int], None]:
    steps = count(1)

    def tell(done: int, total: int) -> None:
        if next(steps) % _EVERY == 0:
            context.tell(f"{done} / {total}")

    return tell
