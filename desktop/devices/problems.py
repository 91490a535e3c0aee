"""What can go wrong between a card and the desk, as stable codes.

``CARD_…`` is about the card on the reader and belongs to the person holding it (`Refused`);
``READER_…`` is about the reader, its driver or the helper process (`Unavailable`).
"""

from __future__ import annotations

from collections.abc import Mapping

from desktop.base.errors import CanbaoError, Refused, Unavailable

OPENED = 0x90
DONE = 0x90
FOUND = 0x9F

_NO_PORT = (0x01, 0x05)
_LINE = (0x02, 0x03, 0x09, 0x10, 0x11)
_SECURITY_MODULE = (0x21, 0x23, 0x24, 0x47, 0x60, 0x66)
_NOT_GENUINE = (0x31, 0x32, 0x33, 0x37)
_NOT_READ = (0x3F, 0x41, 0x81, 0x91)

RETURNED: Mapping[int, str] = {
    **dict.fromkeys(_NO_PORT, "READER_NONE"),
    **dict.fromkeys(_LINE, "READER_LINE"),
    **dict.fromkeys(_SECURITY_MODULE, "READER_SAM"),
    **dict.fromkeys(_NOT_GENUINE, "CARD_NOT_GENUINE"),
    **dict.fromkeys(_NOT_READ, "CARD_NOT_READ"),
    0x40: "CARD_TYPE",
    0x80: "CARD_ABSENT",
}
"""What the SDT functions return when they do not succeed, by the code we give it."""

OTHER_RETURN = "READER_RETURN"

CARD_PROBLEMS = frozenset({"CARD_ABSENT", "CARD_NOT_READ", "CARD_NOT_GENUINE", "CARD_TYPE"})
READER_PROBLEMS = frozenset(
    {
        "READER_NONE", "READER_LINE", "READER_SAM", OTHER_RETURN, "READER_LIBRARY_MISSING",
        "READER_LIBRARY_BITS", "READER_LIBRARY_FOREIGN", "READER_LIBRARY_FAILED",
    }
)  # fmt: skip
"""Codes a helper may answer with; any other makes its answer unreadable."""


def problem_of_return(returned: int) -> CanbaoError:
    """Return the problem an SDT function's return value stands for."""
    return problem(RETURNED.get(returned, OTHER_RETURN), returned=f"0x{returned & 0xFFFFFFFF:02X}")


def problem(code: str, **values: object) -> CanbaoError:
    """Return the problem with this code, as an error of the family that can act on it."""
    family = Refused if code in CARD_PROBLEMS else Unavailable
    return family(code, "identity-card reader", **values)
