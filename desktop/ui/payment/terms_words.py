"""What is said of a payment before it is taken: the day it counts in, the numbers that are left."""

from __future__ import annotations

from desktop.base.money import fen_display
from desktop.policy.words import REASON_WORDS, article_words
from desktop.ui.enroll.shown import Note
from desktop.ui.messages import Messages
from desktop.ui.session import Session
from desktop.usecases.payment_terms import NUMBERS_LOW, PaymentTerms


def notice(terms: PaymentTerms, session: Session) -> Note:
    """Return what the person at the desk must know first; empty on an ordinary day."""
    say = session.messages.say
    if not terms.unspent:
        return Note(say("pay.numbers_none"), "mistake")
    told = []
    if terms.late:
        told.append(say("pay.late", day=f"{terms.booked_on:%m-%d}"))
    if terms.day != session.today:
        told.append(say("pay.priced_on", day=terms.day.isoformat()))
    low = terms.unspent < NUMBERS_LOW
    if low:
        told.append(say("pay.numbers_low", count=terms.unspent))
    joint = "；" if session.messages.language == "zh" else "; "
    return Note(joint.join(told), "warning" if terms.late or low else "quiet")


def instalment_words(at: tuple[str, str], due_fen: int, messages: Messages) -> str:
    """Return that this law has no instalments, in its own words and with its article."""
    zh, en = REASON_WORDS["NO_INSTALMENT"]
    return messages.say(
        "pay.at_once",
        law=zh if messages.language == "zh" else en,
        cited=article_words(*at, messages.language),
        due=fen_display(due_fen),
    )
