"""`repair`: look a station's file over, and put a damaged one together again."""

from __future__ import annotations

from argparse import Namespace

from desktop.app.commands.context import DONE, DONE_WITH_REFUSALS, Context
from desktop.base.clock import SystemClock
from desktop.base.errors import Refused
from desktop.base.ids import SystemIds
from desktop.base.money import fen_text
from desktop.store.vault import DATABASE
from desktop.ui.trouble import lost_words, mended_words
from desktop.usecases.desk import DAMAGE_MARK, Desk, station_key
from desktop.usecases.mending import damage_in, mend_station, settle_lost_receipts


def repair(context: Context, options: Namespace) -> int:
    """Repair the station's file if it is damaged; with ``--check`` only say whether it is."""
    clock = SystemClock()
    password = context.password() if context.operator else ""
    key = station_key(context.folder, context.operator, password, clock)
    path = context.folder / DATABASE
    if not path.exists():
        raise Refused("STATION_NOT_SET_UP", "this folder holds no station yet")
    damaged = (context.folder / DAMAGE_MARK).exists() or damage_in(path, key)
    if options.check:
        context.print({"damaged": damaged})
        return DONE_WITH_REFUSALS if damaged else DONE
    if not damaged:
        raise Refused("FILE_SOUND", "the file is sound")
    mended = mend_station(context.folder, key, clock, SystemIds())
    context.print(
        {
            "kept": str(mended.kept),
            "events": mended.events,
            "own": mended.own,
            "pending": mended.pending,
            "missing": mended.missing,
            "until": mended.until,
            "damaged_pages": mended.damaged_pages,
            "lost_receipts": [
                {"number": one.number, "amount": fen_text(one.amount_fen)}
                for one in mended.lost_receipts
            ],
        }
    )
    for words in mended_words(mended, context.messages):
        context.tell(words)
    return DONE


def settle(context: Context, desk: Desk) -> None:
    """Say what is lost for good, once the centre was heard after a repair."""
    settled = settle_lost_receipts(desk)
    if settled is None:
        return
    context.print(
        {
            "lost_events": settled.events,
            "lost_receipts": [one.number for one in settled.receipts],
        }
    )
    for words in lost_words(settled, context.messages):
        context.tell(words)
