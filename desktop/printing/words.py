"""What papers say of a receipt, in both languages: sentences an official would write.

Labels, titles and what every receipt says are the template's (`desktop.domain.receipt_template`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from desktop.base.clock import CHINA
from desktop.base.money import fen_text
from desktop.domain.codes import PAYMENT_METHODS, Language
from desktop.domain.receipt import Method, Receipt, ReceiptLine
from desktop.policy.words import article_words


@dataclass(frozen=True, slots=True)
class ReceiptWords:
    """The sentences a receipt's figures are told in; ``{}`` is filled in place."""

    years: str
    years_open: str
    why_assisted: str
    why_full_price: str
    cover: str
    cover_since: str
    open: str
    none: str
    note_open: str
    basis_of_standard: str
    missing: str
    reverses: str
    reversed_line: str
    difference_line: str
    refund: str
    external: str
    late: str


ZH = ReceiptWords(
    years="{county}　{campaign} 年度征缴　{benefit} 年度待遇",
    years_open="{county}　{campaign} 年度征缴　待遇年度待定",
    why_assisted="{identity} → 资助 {amount} 元{basis}",
    why_full_price="无资助，按个人缴费标准缴纳{basis}",
    cover="{} 至 {}",
    cover_since="自 {} 起",
    open="待定",
    none="无",
    note_open="{mark} 待遇享受期待定（{reason}）",
    basis_of_standard="个人缴费标准依据：{}",
    missing="〓 为字库未收录的字，其编码为 {}。",
    reverses="本收据冲销编号 {number} 的收据；原因：{reason}。",
    reversed_line="冲销，退 {amount} 元",
    difference_line="补缴差额 {amount} 元，原收据编号 {number}{basis}",
    refund="退",
    external="渠道凭证号：{number}{day}",
    late="当日已日结，计入 {day}",
)

EN = ReceiptWords(
    years="{county}　 Campaign year {campaign}　 Benefit year {benefit}",
    years_open="{county}　 Campaign year {campaign}　 Benefit year not yet settled",
    why_assisted="{identity}: assistance of {amount} yuan{basis}",
    why_full_price="No assistance: the personal standard is paid in full{basis}",
    cover="{} to {}",
    cover_since="from {}",
    open="not settled",
    none="none",
    note_open="{mark} Cover not settled. {reason}.",
    basis_of_standard="Personal standard: {}",
    missing="〓 stands for a character in no font: {}.",
    reverses="This reverses receipt {number}. Reason: {reason}.",
    reversed_line="Reversed: {amount} yuan go back",
    difference_line="Difference of {amount} yuan to receipt {number}{basis}",
    refund="退",
    external="Channel's voucher: {number}{day}",
    late="Taken after the closing, booked on {day}",
)

_MARKS = "①②③④⑤⑥⑦⑧⑨⑩"


def receipt_words(language: Language) -> ReceiptWords:
    """Return the fixed texts of a receipt in a language."""
    return ZH if language == "zh" else EN


def method_name(method: Method, language: Language) -> str:
    """Return how the money came, in words."""
    return PAYMENT_METHODS[method].name(language)


def china_minute(instant: datetime) -> str:
    """Return ``2021-11-15 10:03``, China time."""
    return f"{instant.astimezone(CHINA):%Y-%m-%d %H:%M}"


def note_mark(place: int) -> str:
    """Return the mark that ties a word in a table to the note of that place, from 0."""
    return _MARKS[place] if place < len(_MARKS) else f"({place + 1})"


def external_line(receipt: Receipt, words: ReceiptWords) -> str:
    """Return the line that names another channel's voucher and its day; empty if there is none."""
    if not (receipt.external_number or receipt.paid_on):
        return ""
    day = f"（{receipt.paid_on}）" if receipt.paid_on else ""
    return words.external.format(number=receipt.external_number or "—", day=day)


def is_reversed(line: ReceiptLine) -> bool:
    """Tell whether a line undoes one of another receipt."""
    return line.standard_fen < 0 or line.paid_fen < 0


def why(line: ReceiptLine, words: ReceiptWords, identity: str, language: Language) -> str:
    """Return the sentence that says what a person pays and what it rests on.

    ``identity`` is the name of the identity the assistance rests on.
    """
    if is_reversed(line):
        return words.reversed_line.format(amount=fen_text(-line.paid_fen))
    if line.adjustment:
        return words.difference_line.format(
            amount=fen_text(line.paid_fen),
            number=line.corrects,
            basis=cited(line, "difference", language),
        )
    if line.assistance_fen:
        return words.why_assisted.format(
            identity=identity,
            amount=fen_text(line.assistance_fen),
            basis=cited(line, "assistance", language),
        )
    return words.why_full_price.format(basis=cited(line, "assistance", language))


def cited(line: ReceiptLine, field: str, language: Language) -> str:
    """Return the bracket with every citation of one of the line's figures, empty if none."""
    found = dict.fromkeys(
        article_words(basis.document, basis.article, language)
        for basis in line.basis
        if basis.field == field
    )
    if not found:
        return ""
    return f"（{'；'.join(found)}）" if language == "zh" else f" ({'; '.join(found)})"


def cover(line: ReceiptLine, words: ReceiptWords, mark: str) -> str:
    """Return the period of cover; ``mark`` is the note that says why it is open.

    A line that is reversed, or settles a difference, covers nothing.
    """
    if is_reversed(line) or line.adjustment:
        return "—"
    if line.cover_open:
        if line.cover_from:
            return words.cover.format(line.cover_from, words.open + mark)
        return words.open + mark
    if not line.cover_from:
        return words.none
    if not line.cover_to:
        return words.cover_since.format(line.cover_from)
    return words.cover.format(line.cover_from, line.cover_to)
