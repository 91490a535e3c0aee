"""Characters of the private use area (自造字) in names, and what they most likely are.

Before GB 18030-2005 eighty ideographs of GBK stood at private code points; lists from old programs
still hold them, and no font shows them. Anything else there is some office's own character: nobody
can know which, so it is told and kept.
"""

from __future__ import annotations

_FIRST = 0xE815
_STANDARD = (
    "⺁𠂇𠂉𠃌⺄㑳㑇⺈⺋龴㖞㘚㘎⺌⺗㥮㤘龵㧏㧟㩳㧐龶龷㭎㱮㳠⺧𡗗龸⺪䁖䅟⺮䌷⺳⺶⺷𢦏䎱"
    "䎬⺻䏝䓖䙡䙌龹䜣䜩䝼䞍⻊䥇䥺䥽䦂䦃䦅䦆䦟䦛䦷䦶龺𤇾䲣䲟䲠䲡䱷䲢䴓䴔䴕䴖䴗䴘䴙䶮龻"
)
"""In the order of GBK's code points FE50 to FEA0, which older programs read as U+E815 onwards."""
_AREAS = ((0xE000, 0xF8FF), (0xF0000, 0xFFFFD), (0x100000, 0x10FFFD))


def is_private(char: str) -> bool:
    """Tell whether a character has no meaning outside the program it was made in."""
    return any(first <= ord(char) <= last for first, last in _AREAS)


def has_private(text: str) -> bool:
    """Tell whether a text holds a private character."""
    return not text.isascii() and any(map(is_private, text))


def suggestion(text: str) -> str:
    """Return ``text`` with every private character of GBK as the ideograph it stands for.

    >>> suggestion("王\ue863")
    '王䶮'
    """
    return "".join(_standard(char) for char in text)


def _standard(char: str) -> str:
    place = ord(char) - _FIRST
    return _STANDARD[place] if 0 <= place < len(_STANDARD) else char
