"""Yes, no, or why not known: what a rule answers when the documents may be silent.

A verdict is ``True``, ``False`` or a `Doubt`; two different doubts about one question are still
one undetermined answer. Rules ask ``type(verdict) is Doubt``: a struct has no subclasses here, and
``isinstance`` takes five times as long to say no of one (100 ns, several times a person).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import final

from msgspec import Struct

from desktop.policy.codes import Needs, Reason
from desktop.policy.result import Reading


@final
class Doubt(Struct, frozen=True, gc=False):
    """Why something is not settled, who could settle it, and what leaves it open.

    ``fact`` names the attribute or date of the request that is missing, if that is all.
    """

    reason: Reason
    needs: Needs
    provision: str | None = None
    readings: tuple[Reading, ...] = ()
    fact: str | None = None


Verdict = bool | Doubt


def plain(doubt: Doubt) -> Doubt:
    """Return the doubt without its readings: they are values of another field."""
    return Doubt(doubt.reason, doubt.needs, doubt.provision, fact=doubt.fact)


def any_of(verdicts: Iterable[Verdict]) -> Verdict:
    """Return True if one holds, else the first doubt, else False: one ground is enough."""
    doubt: Doubt | None = None
    for verdict in verdicts:
        if verdict is True:
            return True
        if verdict is not False and doubt is None:
            doubt = verdict
    return False if doubt is None else doubt


def all_of(verdicts: Iterable[Verdict]) -> Verdict:
    """Return False if one fails, else the first doubt, else True: every condition must hold."""
    doubt: Doubt | None = None
    for verdict in verdicts:
        if verdict is False:
            return False
        if verdict is not True and doubt is None:
            doubt = verdict
    return True if doubt is None else doubt


def agreed(verdicts: tuple[Verdict, ...], split: Doubt) -> Verdict:
    """Return what all say; the first doubt if one doubts; ``split`` if they contradict."""
    first = verdicts[0]
    for verdict in verdicts:
        if type(verdict) is Doubt:
            return verdict
        if verdict is not first:
            return next((other for other in verdicts if type(other) is Doubt), split)
    return first
