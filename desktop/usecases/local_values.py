"""Set local values (本地参数): propose with a document, approve as another person, list, look up.

An approved value is in force at this station at once, and at every other of the county after its
next exchange.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.base.errors import Refused
from desktop.domain.facts import (
    TEXT_MAX,
    LocalValueApproved,
    LocalValueProposed,
    LocalValueRejected,
)
from desktop.domain.local_values import (
    WITH_SUBJECT,
    Given,
    Kind,
    LocalValue,
    LocalValueBook,
    State,
)
from desktop.domain.open_values import OpenValue, check_value, is_competent
from desktop.domain.open_values import open_values as open_in_law
from desktop.policy import Law, LawBook
from desktop.usecases.desk import Desk
from desktop.usecases.divisions import division_name

MAY_SET = ("policy", "supervisor")
"""Roles that may propose, approve and reject."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What an administrator enters."""

    division: str
    """Six digits: the authority's own level, at or above the station's county."""
    campaign_year: int
    kind: Kind
    value: Given
    """As the calculator's contract writes it; None takes back the value it ``replaces``."""
    document: str
    valid_from: date
    valid_to: date | None = None
    subject: str = ""
    """Identity code for assistance; unit code or name for a unit class; else empty."""
    title: str = ""
    authority: str = ""
    """Who set it; empty: whom the law's file names as competent."""
    replaces: str = ""
    delegation: str = ""
    """文号 of the document by which whoever is competent lets another level set it."""


@dataclass(frozen=True, slots=True)
class ListedValue:
    """A local value and where it stands today."""

    value: LocalValue
    state: State


@dataclass(frozen=True, slots=True)
class OpenEntry:
    """One thing the law leaves open at a place, and the local value that settles it, if any."""

    open: OpenValue
    value: LocalValue | None


def propose(desk: Desk, proposal: Proposal) -> LocalValue:
    """Record a proposal; it changes nothing until another person approves it.

    Raises:
        Refused: ``ROLE``, ``LOCAL_VALUE_DOCUMENT`` (no document number), ``LOCAL_VALUE_TEXT``,
            ``LOCAL_VALUE_DIVISION``, ``LOCAL_VALUE_SUBJECT``, ``LOCAL_VALUE_DAYS``,
            ``LOCAL_VALUE_REPLACES``, ``LOCAL_VALUE_OVERLAP``, ``OUT_OF_SCOPE``,
            ``LOCAL_VALUE_COMPETENCE`` (another level is competent and there is no delegation: see
            `desktop.domain.open_values.is_competent`), and those of
            `desktop.domain.open_values.check_value`: not open, below the floor, above the standard.
        Unavailable: the disk failed; nothing was written.
    """
    desk.may(*MAY_SET)
    with desk.store.transaction():
        book = desk.local_values
        _check_entry(desk, proposal)
        _check_replaced(book, proposal)
        filled = _check_law(desk, book, proposal)
        _check_overlap(book, proposal)
        fact = LocalValueProposed(
            id=desk.store.ids.new_id(),
            division=proposal.division,
            campaign_year=proposal.campaign_year,
            kind=proposal.kind,
            subject=proposal.subject,
            value=proposal.value,
            document=proposal.document.strip(),
            title=proposal.title.strip(),
            authority=proposal.authority.strip() or filled.authority,
            valid_from=proposal.valid_from.isoformat(),
            valid_to=proposal.valid_to.isoformat() if proposal.valid_to else None,
            replaces=proposal.replaces,
            delegation=proposal.delegation.strip(),
        )
        desk.store.record(fact, operator=desk.operator)
    return _known(desk, fact.id)


def approve(desk: Desk, value_id: str) -> LocalValue:
    """Put a proposed value in force on its days.

    Raises:
        Refused: ``ROLE``, ``LOCAL_VALUE_UNKNOWN``, ``LOCAL_VALUE_STATE`` (not a proposal),
            ``SAME_PERSON`` (who proposed a value never approves it), and those of `propose`: the
            law or another value may have changed since.
        Unavailable: the disk failed; nothing was written.
    """
    desk.may(*MAY_SET)
    with desk.store.transaction():
        value = _proposed(desk, value_id)
        if value.proposed_by == desk.operator:
            raise Refused("SAME_PERSON", "who proposed a value may not approve it")
        proposal = _as_proposal(value)
        book = desk.local_values
        _check_replaced(book, proposal)
        _check_law(desk, book, proposal)
        _check_overlap(book, proposal)
        fact = LocalValueApproved(id=value.id, content=value.content)
        desk.store.record(fact, operator=desk.operator)
    return _known(desk, value_id)


def reject(desk: Desk, value_id: str, reason: str) -> LocalValue:
    """Turn a proposal down, or take one's own back.

    Raises:
        Refused: ``ROLE``, ``LOCAL_VALUE_UNKNOWN``, ``LOCAL_VALUE_STATE``, ``REASON_EMPTY``,
            ``LOCAL_VALUE_TEXT``.
        Unavailable: the disk failed; nothing was written.
    """
    desk.may(*MAY_SET)
    if not reason.strip():
        raise Refused("REASON_EMPTY", "say why")
    _check_length("reason", reason)
    with desk.store.transaction():
        _proposed(desk, value_id)
        fact = LocalValueRejected(id=value_id, reason=reason.strip())
        desk.store.record(fact, operator=desk.operator)
    return _known(desk, value_id)


def list_values(desk: Desk, division: str, campaign_year: int) -> tuple[ListedValue, ...]:
    """Return every local value ever proposed for a division and those above it, newest first."""
    chain = desk.law.chain(division)
    found = [
        value
        for value in desk.local_values.values
        if value.campaign_year == campaign_year and value.division in chain
    ]
    found.sort(key=lambda value: (value.proposed_at, value.id), reverse=True)
    return tuple(ListedValue(value, value.state(desk.today)) for value in found)


def open_values(
    law: LawBook,
    book: LocalValueBook,
    division: str,
    campaign_year: int,
    day: date,
    unit: str = "",
) -> tuple[OpenEntry, ...]:
    """Return what the law leaves open at a place, who is competent, and what has settled it.

    Pure: a screen may call it with ``desk.law`` and ``desk.known_local_values``. Empty where no
    law pack covers the division in that campaign.
    """
    found = law.resolve(division, campaign_year)
    if found is None:
        return ()
    chain = law.chain(division)
    in_force = book.in_force(chain, campaign_year, day, unit)
    # What was taken back is open again.
    settled = {place: value for place, value in in_force.items() if value.value is not None}
    told = book.resolve(chain, campaign_year, day, unit).values
    return tuple(
        OpenEntry(one, settled.get((one.kind, one.subject)))
        for one in open_in_law(found, unit or found.unit, told)
    )


def _check_entry(desk: Desk, proposal: Proposal) -> None:
    if not proposal.document.strip():
        raise Refused("LOCAL_VALUE_DOCUMENT", "a local value rests on a document: its number")
    for name in ("document", "title", "authority", "subject", "delegation"):
        _check_length(name, getattr(proposal, name))
    chain = desk.law.chain(desk.store.station.county)
    if proposal.division not in chain:
        raise Refused("LOCAL_VALUE_DIVISION", "not this county nor a division above it")
    of_nation = proposal.division == chain[-1]
    if of_nation != (proposal.kind == "national_personal_standard"):
        raise Refused("LOCAL_VALUE_DIVISION", "the nation sets a new national standard, only")
    if bool(proposal.subject) != (proposal.kind in WITH_SUBJECT):
        raise Refused("LOCAL_VALUE_SUBJECT", "an identity or unit, where the kind has one")
    if proposal.valid_to is not None and proposal.valid_to < proposal.valid_from:
        raise Refused("LOCAL_VALUE_DAYS", "it ends before it begins")


def _check_length(name: str, text: str) -> None:
    if len(text) > TEXT_MAX:
        raise Refused("LOCAL_VALUE_TEXT", f"{name} is too long", field=name, most=TEXT_MAX)


def _check_replaced(book: LocalValueBook, proposal: Proposal) -> None:
    if not proposal.replaces:
        if proposal.value is None:
            raise Refused("LOCAL_VALUE_REPLACES", "name the value that is taken back")
        return
    old = book.get(proposal.replaces)
    same = old is not None and old.place == _place(proposal)
    if old is None or not same or not old.counts or old.replaced_by:
        raise Refused("LOCAL_VALUE_REPLACES", "only an approved value of the same kind and place")


def _check_law(desk: Desk, book: LocalValueBook, proposal: Proposal) -> OpenValue:
    law = _law(desk, proposal.division, proposal.campaign_year)
    chain = desk.law.chain(proposal.division)
    told = book.resolve(chain, proposal.campaign_year, proposal.valid_from).values
    found = check_value(law, proposal.kind, proposal.subject, proposal.value, told)
    if not proposal.delegation.strip() and not is_competent(law, found, proposal.division):
        raise Refused(
            "LOCAL_VALUE_COMPETENCE",
            f"{found.authority} is competent for this, not {proposal.division}",
            authority=found.authority,
            place=division_name(proposal.division),
        )
    return found


def _law(desk: Desk, division: str, campaign_year: int) -> Law:
    law = desk.law.resolve(division, campaign_year)
    if law is None:
        raise Refused("OUT_OF_SCOPE", "no law pack covers this division and campaign year")
    return law


def _check_overlap(book: LocalValueBook, proposal: Proposal) -> None:
    for other in book.values:
        if other.id == proposal.replaces or other.place != _place(proposal):
            continue
        if other.overlaps(proposal.valid_from, proposal.valid_to):
            raise Refused(
                "LOCAL_VALUE_OVERLAP",
                "another value holds on some of these days; replace it",
                document=other.document,
                other=other.id,
            )


def _place(proposal: Proposal) -> tuple[str, int, Kind, str]:
    return proposal.division, proposal.campaign_year, proposal.kind, proposal.subject


def _as_proposal(value: LocalValue) -> Proposal:
    return Proposal(
        division=value.division,
        campaign_year=value.campaign_year,
        kind=value.kind,
        value=value.value,
        document=value.document,
        valid_from=value.valid_from,
        valid_to=value.valid_to,
        subject=value.subject,
        title=value.title,
        authority=value.authority,
        replaces=value.replaces,
        delegation=value.delegation,
    )


def _proposed(desk: Desk, value_id: str) -> LocalValue:
    value = _known(desk, value_id)
    if value.state(desk.today) != "proposed":
        raise Refused("LOCAL_VALUE_STATE", "only a proposal can be approved or rejected")
    return value


def _known(desk: Desk, value_id: str) -> LocalValue:
    value = desk.local_values.get(value_id)
    if value is None:
        raise Refused("LOCAL_VALUE_UNKNOWN", "no such local value in this station's file")
    return value
