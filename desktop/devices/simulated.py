"""A reader without a device: deals invented residents, so that clerks practise with F7.

For training stations only. Each card is made as a chip's text and read like one, so what is
practised is what real cards do: names in rare characters, cards that have expired.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from desktop.base.errors import Unavailable
from desktop.base.ids import IdSource
from desktop.devices.card_text import LAYOUTS, LONG_TERM, CardContent, CardKind, parse_card
from desktop.devices.reader import WAIT_S, ReaderState
from desktop.domain.household import HouseholdInput, MemberInput
from desktop.domain.invented import invented_households, invented_number

_BATCH = 400
_EXPIRED_EVERY = 7
_OWN_SEQUENCES = range(400, 500)
"""Apart from those of the residents a training station is filled with, who begin at 0."""


class SimulatedReader:
    """Deals the members of one invented household after another; ``chance`` decides them."""

    def __init__(self, chance: IdSource, division: str, today: date) -> None:
        self._cards = _dealt(chance, division, today)
        self._closed = False

    def read(self, wait_s: float = WAIT_S) -> CardContent:
        """Return the next invented resident's card, at once."""
        del wait_s
        if self._closed:
            raise Unavailable("READER_CLOSED", "the reader was closed")
        return parse_card(next(self._cards))

    def check(self) -> ReaderState:
        """Return a reader that is always ready."""
        return ReaderState("")

    def stop(self) -> None:
        """Deal no more."""
        self._closed = True

    def close(self) -> None:
        """Deal no more."""
        self._closed = True


def card_text_of(kind: CardKind, fields: dict[str, str]) -> bytes:
    """Return the 256 bytes of a card with these fields; what is too long is cut, as chips do."""
    data = b""
    for name, length in LAYOUTS[kind].items():
        raw = fields.get(name, "").encode("utf-16-le", "surrogatepass")[:length]
        data += raw + " ".encode("utf-16-le") * ((length - len(raw)) // 2)
    return data


def _dealt(chance: IdSource, division: str, today: date) -> Iterator[bytes]:
    count = 0
    while True:
        for household in invented_households(chance, division, today, _BATCH):
            for member in household.members:
                count += 1
                yield _card(household, member, today, count)


def _card(household: HouseholdInput, member: MemberInput, today: date, count: int) -> bytes:
    birth = date.fromisoformat(member.birth_date)
    sequence = _OWN_SEQUENCES[count % len(_OWN_SEQUENCES)]
    issued = max(birth, today - timedelta(days=365 * 4))
    last = today - timedelta(days=count) if count % _EXPIRED_EVERY == 0 else None
    if last is not None:
        issued = last - timedelta(days=365 * 10)
    elif today.year - birth.year < 46:
        last = issued + timedelta(days=365 * 20)
    return card_text_of(
        "resident",
        {
            "name": member.name,
            "sex": member.sex,
            "ethnic_group": member.ethnic_group,
            "birth_date": f"{birth:%Y%m%d}",
            "address": household.address,
            "number": invented_number(birth, sequence, member.sex),
            "issuer": "培训县公安局",
            "valid_from": f"{issued:%Y%m%d}",
            "valid_to": f"{last:%Y%m%d}" if last else LONG_TERM,
        },
    )
