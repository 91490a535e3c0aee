"""One step of a roll-over: renew, set aside, take back. One event in one transaction, or nothing.

A step states where every person it touches stood before and stands after, so that undo and redo
are the same thing: bringing people to where a step says they were (`restore`). Nothing is ever
edited: an undo is a further event that voids, takes a reason back or says somebody lives.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from desktop.base.errors import Refused
from desktop.domain import codes
from desktop.domain.roster import Mark
from desktop.usecases.desk import Desk
from desktop.usecases.roster_survey import Surveyed, SurveyedMember, survey
from desktop.usecases.roster_writing import (
    SetAside,
    Skipped,
    Standing,
    Step,
    as_open,
    as_renewed,
    as_set_aside,
    bring,
    standing_of,
)

__all__ = [
    "SetAside",
    "Skipped",
    "Standing",
    "Step",
    "renew",
    "renew_clean",
    "restore",
    "restore_many",
    "set_aside",
    "take_back",
]


def renew(desk: Desk, household_id: str, campaign_year: int, people: Sequence[str] = ()) -> Step:
    """Renew a household, or only ``people`` of it; return what was done.

    Renewing the household takes everybody nothing is decided about, except whoever a mark stops.
    Naming people also takes those with a reason this year or last; what stops a person stays.

    Raises:
        Refused: ``ROLE``, ``HOUSEHOLD_UNKNOWN``.
        Unavailable: the disk failed; nothing was written.
    """
    desk.may("clerk", "collector", "supervisor")
    with desk.store.transaction():
        found = _one(desk, household_id, campaign_year)
        wanted, skipped = _renewable(found, people)
        targets = [as_renewed(standing_of(one), one.carried) for one in wanted]
        return replace(bring(desk, found, targets), skipped=tuple(skipped))


def set_aside(
    desk: Desk, household_id: str, campaign_year: int, people: Sequence[str], why: SetAside
) -> Step:
    """Note why ``people`` are not enrolled; an unpaid enrolment of this year is voided.

    Raises:
        Refused: ``ROSTER_PAID`` (money was taken: a refund is the way), ``REASON_UNKNOWN``,
            ``ROLE``, ``HOUSEHOLD_UNKNOWN``.
        Unavailable: the disk failed; nothing was written.
    """
    desk.may("clerk", "collector", "supervisor")
    if why.reason not in codes.NOT_ENROLLED_REASONS:
        raise Refused("REASON_UNKNOWN", f"no such reason: {why.reason}")
    with desk.store.transaction():
        found = _one(desk, household_id, campaign_year)
        targets = [as_set_aside(standing_of(one), why) for one in _named(found, people)]
        return bring(desk, found, targets)


def take_back(desk: Desk, household_id: str, campaign_year: int, people: Sequence[str]) -> Step:
    """Bring ``people`` back to where nothing is decided: void, take the reason back, say they live.

    Raises:
        Refused: ``ROSTER_PAID``, ``ROLE``, ``HOUSEHOLD_UNKNOWN``.
        Unavailable: the disk failed; nothing was written.
    """
    desk.may("clerk", "collector", "supervisor")
    with desk.store.transaction():
        found = _one(desk, household_id, campaign_year)
        targets = [as_open(standing_of(one)) for one in _named(found, people)]
        return bring(desk, found, targets)


def restore(
    desk: Desk, household_id: str, campaign_year: int, standings: Sequence[Standing]
) -> Step:
    """Bring people to where a step says they were: its ``before`` undoes it, its ``after`` redoes.

    Somebody who has left the household meanwhile is left alone.

    Raises:
        Refused: ``ROSTER_PAID``: money was taken since; ``ROLE``, ``HOUSEHOLD_UNKNOWN``.
        Unavailable: the disk failed; nothing was written.
    """
    desk.may("clerk", "collector", "supervisor")
    with desk.store.transaction():
        found = _one(desk, household_id, campaign_year)
        return bring(desk, found, [one for one in standings if found.member(one.person_id)])


def renew_clean(desk: Desk, household_ids: Sequence[str], campaign_year: int) -> tuple[Step, ...]:
    """Renew those households that are still clean, each by its own event, all in one transaction.

    Returns a step per household; one that is no longer clean has no ``after``.

    Raises:
        Refused: ``ROLE``.
        Unavailable: the disk failed; nothing of these households was written.
    """
    desk.may("clerk", "collector", "supervisor")
    with desk.store.transaction():
        return tuple(_renew_clean(desk, one) for one in survey(desk, household_ids, campaign_year))


def restore_many(
    desk: Desk, campaign_year: int, standings: Sequence[tuple[str, tuple[Standing, ...]]]
) -> tuple[Step, ...]:
    """Restore several households in one transaction; one that was paid meanwhile stays as it is.

    Raises:
        Refused: ``ROLE``.
        Unavailable: the disk failed; nothing was written.
    """
    desk.may("clerk", "collector", "supervisor")
    wanted = dict(standings)
    with desk.store.transaction():
        done = []
        for found in survey(desk, tuple(wanted), campaign_year):
            targets = [
                one for one in wanted[found.band.household_id] if found.member(one.person_id)
            ]
            paid = any(one.state == "paid" for one in found.band.members)
            done.append(Step(found.band) if paid else bring(desk, found, targets))
        return tuple(done)


def _renew_clean(desk: Desk, found: Surveyed) -> Step:
    if not found.band.clean:
        return Step(found.band)
    wanted = [one for one in found.members if one.shown.renewable]
    return bring(desk, found, [as_renewed(standing_of(one), one.carried) for one in wanted])


def _one(desk: Desk, household_id: str, campaign_year: int) -> Surveyed:
    found = survey(desk, (household_id,), campaign_year)
    if not found:
        raise Refused("HOUSEHOLD_UNKNOWN", "no such household in this station's file")
    return found[0]


def _named(found: Surveyed, people: Sequence[str]) -> Iterator[SurveyedMember]:
    wanted = set(people)
    return (one for one in found.members if one.row["id"] in wanted)


def _renewable(
    found: Surveyed, people: Sequence[str]
) -> tuple[list[SurveyedMember], list[Skipped]]:
    """Return whom to renew and whom not, with the mark that stops them."""
    named = bool(people)
    asked = list(_named(found, people)) if named else list(found.members)
    wanted: list[SurveyedMember] = []
    skipped: list[Skipped] = []
    for one in asked:
        stopping = [
            mark for mark in one.shown.marks if mark.stops == "person" or (mark.stops and not named)
        ]
        if one.shown.state == "dead" and named:
            stopping.append(Mark("DEAD", "person"))
        if stopping:
            skipped.append(Skipped(one.row["id"], stopping[0]))
        elif one.shown.state == "open" or (named and one.shown.state == "not_enrolled"):
            wanted.append(one)
    return wanted, skipped
