"""What is said of people, put into parts: each about one township, and of bounded size."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter

import msgspec

from desktop.domain.divisions import COUNTY_DIGITS, TOWNSHIP_DIGITS
from desktop.domain.facts import PersonFields, Recognition
from desktop.domain.list_facts import (
    PART_PEOPLE_MAX,
    ListedPerson,
    ListedState,
    ListPart,
    WaitingPerson,
)

_TEXTS_PER_WEIGHT = 60
"""Characters that weigh as much as one more person without any."""


class Statement(msgspec.Struct, frozen=True, gc=False):
    """What a part says of one person, before it is put into a part."""

    person: str
    row: int
    state: ListedState
    held: tuple[Recognition, ...]
    now: tuple[Recognition, ...] | None
    was: tuple[Recognition, ...]
    unnamed: tuple[str, ...] = ()
    evidence: str = ""
    mark: PersonFields | None = None
    mark_before: PersonFields | None = None


Said = Statement | WaitingPerson


def parts_of(batch: str, source: str, said: Iterable[tuple[str, Said]]) -> Iterator[ListPart]:
    """Yield the parts that tell what is said, each of one township and of bounded size.

    ``said``: the division of each, and what is said of them.
    """
    by_township: dict[str, list[tuple[str, Said]]] = {}
    for pair in said:
        by_township.setdefault(_township(pair[0]), []).append(pair)
    for township, ones in sorted(by_township.items()):
        ones.sort(key=itemgetter(0))
        for chosen in _chunks(one for _, one in ones):
            yield _part(batch, source, township, chosen)


def _chunks(said: Iterable[Said]) -> Iterator[list[Said]]:
    """Yield what fits into one part each, however long people's texts are."""
    chosen: list[Said] = []
    weight = 0
    for one in said:
        more = _weight(one)
        if chosen and weight + more > PART_PEOPLE_MAX:
            yield chosen
            chosen, weight = [], 0
        chosen.append(one)
        weight += more
    if chosen:
        yield chosen


def _weight(one: Said) -> int:
    texts = len(one.evidence)
    if one.unnamed:
        texts += sum(map(len, one.unnamed))
    if isinstance(one, WaitingPerson):
        texts += len(one.name) + len(one.place) + _TEXTS_PER_WEIGHT
    return 1 + texts // _TEXTS_PER_WEIGHT


def _part(batch: str, source: str, township: str, said: Sequence[Said]) -> ListPart:
    known: dict[Recognition, int] = {}
    # By identity: thousands of people share a few lists, which ``said`` keeps alive meanwhile.
    lists: dict[int, tuple[int, ...]] = {}

    def places(held: tuple[Recognition, ...]) -> tuple[int, ...]:
        found = lists.get(id(held))
        if found is None:
            found = lists[id(held)] = tuple(known.setdefault(one, len(known)) for one in held)
        return found

    people, marks, before = [], [], []
    for one in said:
        if not isinstance(one, Statement):
            continue
        now = None if one.now is None else places(one.now)
        was = () if one.now is None else places(one.was)
        people.append(
            ListedPerson(
                one.person,
                one.row,
                one.state,
                places(one.held),
                now,
                was,
                one.unnamed,
                one.evidence,
            )
        )
        if one.mark is not None and one.mark_before is not None:
            marks.append(one.mark)
            before.append(one.mark_before)
    return ListPart(
        batch=batch,
        source=source,
        division=township,
        recognitions=tuple(known),
        people=tuple(people),
        waiting=tuple(one for one in said if isinstance(one, WaitingPerson)),
        marks=tuple(marks),
        marks_before=tuple(before),
    )


def _township(division: str) -> str:
    if len(division) < TOWNSHIP_DIGITS:
        return division[:COUNTY_DIGITS]
    return division[:TOWNSHIP_DIGITS] + "000"
