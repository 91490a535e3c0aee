"""What the roster shows, as values: bands, their people, sums. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.ui.enroll.shown import Note, Tone


@dataclass(frozen=True, slots=True)
class PersonShown:
    """One person: a chip in a small band, a line in the large one."""

    symbol: str
    name: str
    facts: str
    """Relation, sex, age."""
    age: str
    state: str
    """One word, never the symbol's colour alone."""
    tone: Tone
    last: str
    """Last year in words."""
    now: str
    """This year's assistance, the reason, or what must be known first."""
    now_tone: Tone
    amount: str
    plain: bool
    """Nothing to say but that they are renewed or still to be: a chip needs no word."""


@dataclass(frozen=True, slots=True)
class BandShown:
    """One household."""

    number: str
    head: str
    address: str
    people: tuple[PersonShown, ...]
    amount: str
    state: str
    symbol: str
    tone: Tone
    note: Note
    """The reserved line of the large band."""
    loading: bool = False


@dataclass(frozen=True, slots=True)
class TotalsShown:
    """The strip along the top edge."""

    households: str
    people: str
    due: str
    collected: str
    share_percent: int


@dataclass(frozen=True, slots=True)
class BatchShown:
    """What the batch would do, before it does it."""

    plan: str
    left_title: str
    left: tuple[str, ...]
    possible: bool
