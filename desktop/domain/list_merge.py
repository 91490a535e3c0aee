"""What a list's word changes of a person's identities, and how that is taken back.

A source speaks for what it recognises itself: what other departments or the desk entered stays. An
identity that is no longer on a full list is not deleted: it ends, so that what was paid while it
held stays explained.
"""

from __future__ import annotations

import msgspec

from desktop.domain.facts import Recognition

Held = tuple[Recognition, ...]


def merged(was: Held, before: Held, says: Held, ended_on: str) -> Held:
    """Return a person's identities after a list.

    ``was``: all they have; ``before``: what this source said last; ``says``: what it says now;
    ``ended_on``: last day of what it says no longer.
    """
    now = list(was)
    for one in before:
        if not any(_same_kind(one, other) for other in says):
            _end(now, one, ended_on)
    for one in says:
        _take(now, one)
    return tuple(now)


def ended(held: Held, ended_on: str) -> Held:
    """Return what a source held of somebody, with its last day."""
    return tuple(_until(one, ended_on) for one in held)


def restored(current: Held, now: Held, was: Held) -> Held:
    """Return ``current`` with what became ``now`` put back to ``was``.

    Where nobody changed anything meanwhile that is ``was`` itself; else only what the list brought
    goes, and only what it had changed comes back.
    """
    if current == now:
        return was
    kept = [one for one in current if one not in now or one in was]
    kept += [one for one in was if one not in now and not any(_same_kind(one, x) for x in kept)]
    return tuple(kept)


def _take(now: list[Recognition], says: Recognition) -> None:
    for place, one in enumerate(now):
        if _same_kind(one, says) and _may_answer(one, says):
            now[place] = _told(one, says)
            return
    now.append(says)


def _told(one: Recognition, says: Recognition) -> Recognition:
    """Return ``one`` as the list tells it; what the list does not tell stays.

    A list that names no last day says that there is none any more.
    """
    told = {
        name: value for name, value in msgspec.structs.asdict(says).items() if value is not None
    }
    return msgspec.structs.replace(one, **(told | {"valid_to": says.valid_to}))


def _end(now: list[Recognition], one: Recognition, ended_on: str) -> None:
    for place, other in enumerate(now):
        if _same_kind(one, other) and _may_answer(other, one):
            now[place] = _until(other, ended_on)
            return


def _until(one: Recognition, ended_on: str) -> Recognition:
    if one.valid_to is not None and one.valid_to <= ended_on:
        return one
    last = max(ended_on, one.recognised_on or ended_on)
    return msgspec.structs.replace(one, valid_to=last)


def _same_kind(one: Recognition, other: Recognition) -> bool:
    return one.code == other.code and (one.member or other.member) == one.member


def _may_answer(one: Recognition, other: Recognition) -> bool:
    """Tell whether two departments' words can be about one recognition."""
    return one.recognised_by in (None, other.recognised_by) or other.recognised_by is None
