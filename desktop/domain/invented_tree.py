"""An invented division tree for training: townships, villages, groups and a school of nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.domain.divisions import parent_of
from desktop.domain.roster_facts import Unit, UnitKind

_SINCE = "2020-01-01"
_TOWNSHIPS = (
    ("001", "青石镇", ("东山村委会", "柳林村委会", "龙潭社区")),
    ("002", "白水乡", ("下坝村委会", "松毛村委会", "石桥村委会")),
)
_SCHOOL = ("001801", "青石中学")
_GROUPS = "一二三四五六七八九"


def invented_units(county: str) -> tuple[Unit, ...]:
    """Return the invented tree of a training county, parents before children."""
    return tuple(_units(county))


def group_code(village: str, group: int) -> str:
    """Return the code of a village's group, counted from 1."""
    return f"{village}{group:02d}"


def _units(county: str) -> Iterator[Unit]:
    for township, name, villages in _TOWNSHIPS:
        yield _unit(f"{county}{township}000", name, "township")
        for place, village_name in enumerate(villages, 1):
            village = f"{county}{township}{place:03d}"
            yield _unit(village, village_name, "village")
            for group, digit in enumerate(_GROUPS, 1):
                yield _unit(group_code(village, group), f"{digit}组", "group")
    code, name = _SCHOOL
    yield _unit(county + code, name, "school")


def _unit(code: str, name: str, kind: UnitKind) -> Unit:
    return Unit(code=code, name=name, kind=kind, parent=parent_of(code), valid_from=_SINCE)
