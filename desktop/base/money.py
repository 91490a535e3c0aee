"""Money is a whole number of fen, everywhere; never a float.

Outside the program an amount is text with two decimals ("320.00"); on papers it is also written
in capital figures (人民币大写) as 《正确填写票据和结算凭证的基本规定》 lays down.
"""

from __future__ import annotations

import re

_AMOUNT = re.compile(r"(0|[1-9][0-9]{0,11})\.([0-9]{2})\Z")

_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("", "拾", "佰", "仟")
_GROUPS = ("", "万", "亿")

FEN_MAX = 999_999_999_999_99
"""Largest amount the program handles: what twelve digits of yuan can write."""


def fen_from_text(text: str) -> int:
    """Return the fen of ``"320.00"``. Raises ValueError unless exactly two decimals, no sign."""
    found = _AMOUNT.match(text)
    if found is None:
        raise ValueError(f"not an amount with two decimals: {text!r}")
    return int(found[1]) * 100 + int(found[2])


def fen_text(fen: int) -> str:
    """Return ``"320.00"`` for 32000 fen. Negative amounts carry a leading minus."""
    sign = "-" if fen < 0 else ""
    yuan, rest = divmod(abs(fen), 100)
    return f"{sign}{yuan}.{rest:02d}"


def fen_display(fen: int) -> str:
    """Return ``"1,400.00"``: figures as screens and papers show them."""
    sign = "-" if fen < 0 else ""
    yuan, rest = divmod(abs(fen), 100)
    return f"{sign}{yuan:,}.{rest:02d}"


def capital_figures(fen: int) -> str:
    """Return the amount in capital figures, without the 人民币 prefix: 叁佰贰拾元整.

    ``fen`` is 0 … `FEN_MAX`; refunds are printed as 退 and a positive amount, so a negative
    amount raises ValueError. To the yuan it ends in 整, to the jiao also (the rule leaves that
    open; one form is kept), to the fen not.
    """
    if not 0 <= fen <= FEN_MAX:
        raise ValueError(f"outside what capital figures can write: {fen}")
    yuan, rest = divmod(fen, 100)
    jiao, odd = divmod(rest, 10)
    words = _yuan_words(yuan) + "元" if yuan else ""
    if not rest:
        return (words or "零元") + "整"
    if jiao:
        words += _DIGITS[jiao] + "角"
    elif yuan:
        words += "零"
    return words + (_DIGITS[odd] + "分" if odd else "整")


def _yuan_words(yuan: int) -> str:
    words = ""
    gap = False
    for group in (2, 1, 0):
        part = yuan // 10_000**group % 10_000
        if not part:
            gap = bool(words)
            continue
        if words and (gap or part < 1000):
            words += "零"
        words += _group_words(part) + _GROUPS[group]
        gap = False
    return words


def _group_words(part: int) -> str:
    words = ""
    gap = False
    for place in (3, 2, 1, 0):
        digit = part // 10**place % 10
        if not digit:
            gap = bool(words)
            continue
        words += ("零" if gap else "") + _DIGITS[digit] + _PLACES[place]
        gap = False
    return words
