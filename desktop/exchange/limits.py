"""How large a list may be: far above any county's honest one, far below what fills a memory."""

from __future__ import annotations

from desktop.base.errors import Refused

FILE_BYTES_MAX = 64 * 1024 * 1024
UNPACKED_BYTES_MAX = 512 * 1024 * 1024
"""Of everything in a workbook, which is a compressed archive."""
MEMBERS_MAX = 2_000
"""Files in a workbook's archive."""
SHEETS_MAX = 50
ROWS_MAX = 300_000
COLUMNS_MAX = 256
CELL_CHARS_MAX = 4_000
CELLS_MAX = 12_000_000
"""Rows by columns of one sheet: a reader lays it out whole, three hundred megabytes of it."""


def check_size(rows: int, columns: int) -> None:
    """Refuse more rows or columns than any honest list has: Refused ``TABLE_LARGE``."""
    if rows > ROWS_MAX:
        raise Refused("TABLE_LARGE", f"more than {ROWS_MAX} rows", rows=ROWS_MAX)
    if columns > COLUMNS_MAX:
        raise Refused("TABLE_LARGE", f"more than {COLUMNS_MAX} columns", columns=COLUMNS_MAX)
