"""What whoever imports a list has chosen and decided so far: kept as a draft, never lost."""

from __future__ import annotations

import msgspec

from desktop.domain.list_facts import ListKind

NOBODY = "nobody"
"""Chosen for a row whose person is none of the candidates."""


class RowDecision(msgspec.Struct, frozen=True, omit_defaults=True):
    """What was decided of one row."""

    cells: dict[str, str] = {}
    """Cells typed anew, by field."""
    accepted: bool = False
    """Its repairs are right."""
    left_out: bool = False
    person: str = ""
    """Who it is, or `NOBODY`; empty: not asked."""


class ListChoices(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """Everything chosen about one list. A draft is this, with the rows as they were read."""

    path: str
    kind: ListKind
    source: str
    department: str = ""
    as_of: str = ""
    """The day the list speaks for; empty: today."""
    full: bool = True
    words: str = ""
    """The identity of every row, where no column says one."""
    sheet: str = ""
    encoding: str = ""
    header: int | None = None
    """Number of the header's last row as somebody chose it; None: as found."""
    places: dict[str, int] = {}
    """Columns by field as somebody chose them; empty: as found."""
    accepted: tuple[str, ...] = ()
    """Kinds of repairs accepted for every row."""
    confirmed: tuple[str, ...] = ()
    """Questions about the list as a whole that were answered with yes."""
    leave_wrong: bool = False
    """Rows that cannot be taken in are left out, every one of them listed."""
    rows: dict[int, RowDecision] = {}
    note: str = ""


ALL_REPAIRS = (
    "FULL_WIDTH", "BLANKS", "APOSTROPHE", "LOOKALIKE", "FIFTEEN", "SCIENTIFIC_WHOLE", "DAY_MONTH",
    "DAY_SERIAL", "DAY_ORDER", "DAY_CHINESE", "NAME_BLANKS", "NAME_NOTE", "MIDDLE_DOT",
    "PRIVATE_CHARACTER",
)  # fmt: skip
"""Every kind of repair there is (tested)."""
