"""What every register says besides its own columns."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.codes import Language


@dataclass(frozen=True, slots=True)
class RegisterWords:
    """Fixed texts of a register; ``{}`` is filled in place."""

    page_total: str
    total: str
    capital: str
    sum: str
    sheet: str
    refund: str
    page: str
    colon: str
    training: str


ZH = RegisterWords(
    page_total="本页小计（{count} 行）",
    total="合计（{count} 行）",
    capital="金额（大写）：人民币",
    sum="合计",
    sheet="第 {page} 页",
    refund="退",
    page="第 {page} 页　共 {pages} 页",
    colon="：",
    training="培训样张",
)
EN = RegisterWords(
    page_total="Page total ({count} rows)",
    total="Total ({count} rows)",
    capital="Amount in capital figures: 人民币",
    sum="Total",
    sheet="Page {page}",
    refund="退",
    page="Page {page} of {pages}",
    colon=": ",
    training="TRAINING",
)


def register_words(language: Language) -> RegisterWords:
    """Return the words in ``language``."""
    return ZH if language == "zh" else EN
