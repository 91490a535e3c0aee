"""What a repair came to, in words: at sign-in, on the exchange's page, on the command line."""

from __future__ import annotations

from desktop.base.clock import CHINA, instant_from_text
from desktop.base.money import fen_display
from desktop.ui.messages import Messages
from desktop.usecases.mending import Mended, Settled


def mended_words(mended: Mended, messages: Messages) -> tuple[str, ...]:
    """Return what was recovered, what is missing, and what to look after: a sentence each."""
    say = messages.say
    told = [
        say(
            "mend.done",
            events=mended.events,
            own=mended.own,
            pending=mended.pending,
            kept=mended.kept.name,
        )
    ]
    if mended.missing:
        code = "mend.missing" if mended.centre else "mend.missing_alone"
        told.append(say(code, missing=mended.missing))
    told += [
        say("mend.receipt", number=one.number, amount=fen_display(one.amount_fen))
        for one in mended.lost_receipts
    ]
    if mended.damaged_pages and mended.until:
        until = f"{instant_from_text(mended.until).astimezone(CHINA):%Y-%m-%d %H:%M}"
        told.append(say("mend.until", until=until))
    elif not mended.missing and not mended.lost_receipts:
        told.append(say("mend.whole"))
    return tuple(told)


def lost_words(settled: Settled, messages: Messages) -> tuple[str, ...]:
    """Return what is lost for good: a sentence each; empty if nothing is."""
    say = messages.say
    told = [say("mend.lost", events=settled.events)] if settled.events else []
    told += [
        say("mend.lost_receipt", number=one.number, amount=fen_display(one.amount_fen))
        for one in settled.receipts
    ]
    return tuple(told)
