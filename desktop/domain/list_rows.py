"""One row of a list as it was read: who it is, what it says, what was noticed."""

from __future__ import annotations

from typing import Literal

import msgspec

from desktop.domain.facts import Recognition

Level = Literal["error", "repair", "warning"]


class RowFinding(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """One thing noticed in one cell. ``before`` is what stood there, ``after`` what is offered."""

    field: str
    code: str
    level: Level
    before: str = ""
    after: str = ""


class ListRow(msgspec.Struct, gc=False, array_like=True):
    """A row read and looked over; nobody has been searched for yet."""

    row: int
    """As the spreadsheet shows it."""
    number: str = ""
    kind: str = ""
    """Document type of the number."""
    name: str = ""
    birth_date: str = ""
    place: tuple[str, str, str, str] = ("", "", "", "")
    """Township, village, group and division code in the list's own words."""
    says: tuple[Recognition, ...] = ()
    unnamed: tuple[str, ...] = ()
    evidence: str = ""
    more: tuple[str, ...] = ()
    """The kind's further fields, in the order of `desktop.domain.list_reader.MORE`."""
    findings: tuple[RowFinding, ...] = ()

    @property
    def wrong(self) -> bool:
        """Whether something stops this row."""
        return any(one.level == "error" for one in self.findings)

    @property
    def repairs(self) -> tuple[str, ...]:
        """The codes of the repairs that are offered."""
        return tuple(one.code for one in self.findings if one.level == "repair")
