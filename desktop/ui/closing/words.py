"""A day and its figures in the words of the closing's screen. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from desktop.base.money import fen_display
from desktop.domain.codes import PAYMENT_METHODS
from desktop.ui import law_words as law
from desktop.ui.enroll.shown import Note
from desktop.ui.messages import Messages
from desktop.usecases.closing import Closing, Share
from desktop.usecases.day_overview import DayLine, DayOverview

Row = tuple[str, str, str, str]
"""What, how many, money, assistance."""


def day_row(line: DayLine, messages: Messages) -> tuple[str, ...]:
    """Return a day's line in the list."""
    return (line.day, who(line), state_words(line.closing, messages), fen_display(line.amount_fen))


def who(line: DayLine) -> str:
    """Return whose day it is, and of which other station."""
    return f"{line.name} · {line.station}" if line.station else line.name


def state_words(closing: Closing | None, messages: Messages) -> str:
    """Return where a day stands, with its mark."""
    if closing is None:
        return messages.say("closing.state.open")
    if not closing.approved_by:
        return messages.say("closing.state.closed")
    return messages.say(
        "closing.state.signed" if closing.signature_holds else "closing.state.wrong"
    )


def state_note(shown: DayOverview, messages: Messages) -> Note:
    """Return what is to be known of a day, in a sentence."""
    closing, say = shown.closing, messages.say
    if closing is None:
        return Note()
    told = [say("closing.closed_by", who=shown.line.closed_by)]
    if closing.explanation:
        told.append(say("closing.explained", why=closing.explanation))
    if closing.approved_by:
        key = "closing.signature_holds" if closing.signature_holds else "closing.signature_wrong"
        told.append(say(key, who=shown.line.approved_by))
    if closing.deposit_slip:
        told.append(say("closing.paid_in", slip=closing.deposit_slip, on=closing.deposit_on))
    wrong = bool(closing.approved_by) and not closing.signature_holds
    return Note("；".join(told) if messages.language == "zh" else "; ".join(told),
                "mistake" if wrong else "quiet")  # fmt: skip


def figure_rows(shown: DayOverview, messages: Messages) -> tuple[Row, ...]:
    """Return a day's figures: in all, by method, village, standard, identity, numbers."""
    return tuple(_rows(shown, messages))


def _rows(shown: DayOverview, messages: Messages) -> Iterator[Row]:
    say, figures, shares = messages.say, shown.figures, shown.shares
    people = say("closing.count.people", receipts=figures.receipts, persons=figures.persons)
    yield say("closing.row.all"), people, fen_display(figures.amount_fen), ""
    for name in ("voided", "reversed", "late"):
        count = getattr(figures, name)
        yield say(f"closing.row.{name}"), say("closing.count.receipts", count=count), "", ""
    if figures.differences:
        count = say("closing.count.receipts", count=figures.differences)
        yield say("closing.row.differences"), count, fen_display(figures.differences_fen), ""
    if figures.advanced_fen:
        yield say("closing.row.advanced"), "", fen_display(figures.advanced_fen), ""
    yield _heading(say("closing.by.method"))
    for one in figures.methods:
        method = PAYMENT_METHODS[one.method].name(messages.language)
        count = say("closing.count.receipts", count=one.receipts)
        yield _inside(method), count, fen_display(one.amount_fen), ""
    if shown.held is not None and not shown.held.whole:
        yield _heading(
            say("closing.held", held=shown.held.receipts, stated=shown.held.stated_receipts)
        )
    villages = _short(shown.villages)
    yield from _shares("village", shares.villages, lambda key: villages[key] or key, messages)
    yield from _shares("standard", shares.standards, partial(_standard, messages), messages)
    yield from _shares(
        "identity", shares.identities, lambda key: _identity(key, messages), messages
    )
    yield _heading(say("closing.by.numbers"))
    for numbers in figures.numbers:
        text = numbers.first if numbers.count == 1 else f"{numbers.first} — {numbers.last}"
        yield _inside(text), say("closing.count.receipts", count=numbers.count), "", ""


def _shares(
    what: str, shares: Sequence[Share], name: Callable[[str], str], messages: Messages
) -> Iterator[Row]:
    if not shares:
        return
    say = messages.say
    yield _heading(say(f"closing.by.{what}"))
    for one in shares:
        persons = say("closing.count.persons", count=one.persons)
        assisted = fen_display(one.assistance_fen) if one.assistance_fen else ""
        yield _inside(name(one.key)), persons, fen_display(one.paid_fen), assisted


def _short(names: Mapping[str, str]) -> dict[str, str]:
    """Return villages' names without the township, where that is one and the same for all.

    The column is narrow, and of cut names only what they have in common would be left.
    """
    parts = {code: name.partition(" ") for code, name in names.items()}
    one_township = len({first for first, _, _ in parts.values()}) == 1
    return {
        code: rest if one_township and rest else names[code] for code, (_, _, rest) in parts.items()
    }


def _identity(code: str, messages: Messages) -> str:
    if not code:
        return messages.say("price.no_assistance")
    return law.identity_name(code, messages.language)


def _heading(words: str) -> Row:
    return words, "", "", ""


def _inside(words: str) -> str:
    return f"　{words}"


def _standard(messages: Messages, key: str) -> str:
    return fen_display(int(key)) if key else messages.say("closing.row.differences")
