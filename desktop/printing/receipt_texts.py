"""What a receipt says, field by field, for a template to place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from desktop.base.clock import instant_from_text
from desktop.base.money import capital_figures, fen_display
from desktop.domain.codes import Language, relation_name
from desktop.domain.receipt import Receipt, ReceiptLine
from desktop.domain.receipt_template import When
from desktop.policy.words import IDENTITY_WORDS, REASON_WORDS, article_words, law_word
from desktop.printing import fonts
from desktop.printing.words import (
    china_minute,
    cover,
    external_line,
    method_name,
    note_mark,
    receipt_words,
    why,
)


@dataclass(frozen=True, slots=True)
class Printing:
    """How a receipt is printed this time."""

    paper: str
    copy: int
    """1 for the first print, 2 and more for reprints."""
    printed_at: datetime
    language: Language


class ReceiptTexts:
    """A receipt's texts in one language, as it is printed this time."""

    def __init__(self, receipt: Receipt, printing: Printing) -> None:
        self.receipt = receipt
        self._printing = printing
        self._language = printing.language
        self._words = receipt_words(printing.language)
        self._open_reasons = _open_reasons(receipt)

    def fields(self, title: str) -> dict[str, str]:
        """Return what a template may ask for once (`receipt_template_text.FIELDS`).

        ``page`` and ``pages`` are those of a single page.
        """
        receipt, printing = self.receipt, self._printing
        # What goes back is written as 退 and a positive amount, never as a negative one.
        back = self._words.refund if receipt.paid_fen < 0 else ""
        paid = abs(receipt.paid_fen)
        return {
            "title": title,
            "number": receipt.number,
            "county": receipt.county_name,
            "campaign_year": str(receipt.campaign_year),
            "years": self._years(),
            "head": receipt.head_name,
            "household_number": receipt.household_number,
            "address": receipt.address,
            "payer": receipt.payer,
            "method": method_name(receipt.method, self._language),
            "taken_at": china_minute(instant_from_text(receipt.taken_at)),
            "persons": str(len(receipt.lines)),
            "standard": fen_display(receipt.standard_fen),
            "assistance": fen_display(receipt.assistance_fen),
            "paid": fen_display(receipt.paid_fen),
            "amount": f"{back}¥{fen_display(paid)}",
            "capital": f"{back}人民币{capital_figures(paid)}",
            "station": receipt.station_name,
            "collector": receipt.collector,
            "printed_at": china_minute(printing.printed_at),
            "copy": str(printing.copy),
            "reverses": receipt.reverses,
            "page": "1",
            "pages": "1",
        }

    def person(self, place: int, line: ReceiptLine) -> dict[str, str]:
        """Return what a template may ask for of the person at ``place``, from 1."""
        words, language = self._words, self._language
        identity = law_word(IDENTITY_WORDS, line.identity, language) if line.identity else ""
        reasons = self._open_reasons
        mark = note_mark(reasons.index(line.cover_open)) if line.cover_open in reasons else ""
        return {
            "place": str(place),
            "name": line.name,
            "document": line.document,
            "relation": relation_name(line.relation, language),
            "standard": fen_display(line.standard_fen),
            "assistance": fen_display(line.assistance_fen),
            "paid": fen_display(line.paid_fen),
            "identity": identity,
            "cover": cover(line, words, mark),
            "cover_days": cover(line, words, ""),
            "why": why(line, words, identity, language),
        }

    def lists(self) -> Mapping[str, Sequence[str]]:
        """Return the sentences of which a receipt has none, one or several."""
        receipt, words = self.receipt, self._words
        return {
            "reversal_reason": [
                words.reverses.format(number=receipt.reverses, reason=receipt.reason)
            ]
            if receipt.reverses
            else [],
            "open_cover": [
                words.note_open.format(
                    mark=note_mark(place), reason=law_word(REASON_WORDS, code, self._language)
                )
                for place, code in enumerate(self._open_reasons)
            ],
            "standard_basis": self._standard_basis(),
            "channel": list(filter(None, [external_line(receipt, words)])),
            "late": [words.late.format(day=receipt.booked_on)] if receipt.late else [],
            "missing": self._missing(),
        }

    def holds(self, when: When) -> bool:
        """Tell whether what a mark says holds; the empty one always does."""
        match when:
            case "":
                return True
            case "reprint":
                return self._printing.copy > 1
            case "reversal":
                return bool(self.receipt.reverses)
            case "training":
                return self.receipt.training
            case "difference":
                return bool(self.receipt.settles)

    def _years(self) -> str:
        receipt, words = self.receipt, self._words
        return (words.years if receipt.benefit_year else words.years_open).format(
            county=receipt.county_name,
            campaign=receipt.campaign_year,
            benefit=receipt.benefit_year,
        )

    def _standard_basis(self) -> list[str]:
        standards = dict.fromkeys(
            article_words(basis.document, basis.article, self._language)
            for line in self.receipt.lines
            for basis in line.basis
            if basis.field == "personal_standard"
        )
        return [self._words.basis_of_standard.format("；".join(standards))] if standards else []

    def _missing(self) -> list[str]:
        missing = fonts.missing_characters(printed_texts(self.receipt))
        codes = "、".join(f"U+{ord(char):04X}" for char in missing)
        return [self._words.missing.format(codes)] if missing else []


def _open_reasons(receipt: Receipt) -> tuple[str, ...]:
    """Return why cover is open, each reason once; a reversal covers nothing and leaves none."""
    if receipt.reverses:
        return ()
    return tuple(dict.fromkeys(line.cover_open for line in receipt.lines if line.cover_open))


def printed_texts(receipt: Receipt) -> Sequence[str]:
    """Return the texts on a receipt that people wrote: names, addresses, numbers."""
    return (
        receipt.number,
        receipt.county_name,
        receipt.station_name,
        receipt.household_number,
        receipt.head_name,
        receipt.address,
        receipt.payer,
        receipt.collector,
        receipt.reason,
        *(text for line in receipt.lines for text in (line.name, line.document)),
    )
