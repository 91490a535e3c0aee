"""Paints bands: a small one as a row of chips, the one under the cursor large, person by person."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from desktop.ui.enroll.shown import Note, Tone
from desktop.ui.roster.shown import BandShown, PersonShown
from desktop.ui.theme.look import FAMILIES, Look
from desktop.ui.theme.tokens import POINTS
from desktop.ui.widgets.message_line import SYMBOLS

LINES_MAX = 8
"""Most people of the large band shown at once; those of a larger household move with the cursor."""
_LINES_MIN = 2
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_AROUND = 50 + 32 + 10
"""Heading, reserved line and edges of the large band."""
_WIDE = 940
"""From this width (at normal text size) a person takes one line, below it two."""


class BandPainter:
    """Knows every measure of a band at the present text size."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._room = 0

    def give_room(self, height: int) -> None:
        """Take the height of the list: the large band leaves its neighbours in sight."""
        self._room = height

    def small_height(self) -> int:
        """Return the height of a band that is not under the cursor."""
        return self._look.px(40)

    def large_height(self, shown: BandShown, width: int) -> int:
        """Return the height of the band under the cursor."""
        lines = min(max(len(shown.people), 1), self.lines_max(width))
        return self._look.px(_AROUND) + lines * self.line_height(width)

    def lines_max(self, width: int) -> int:
        """Return how many people the large band shows at once."""
        room = self._room - self._look.px(_AROUND) - 2 * self.small_height()
        return max(_LINES_MIN, min(LINES_MAX, room // self.line_height(width)))

    def line_height(self, width: int) -> int:
        """Return the height of one person in the large band."""
        return self._look.px(50 if self._two_lines(width) else 30)

    def first_line(self, shown: BandShown, person: int | None, width: int) -> int:
        """Return the first person shown, so that the chosen one is in sight."""
        lines = self.lines_max(width)
        if person is None or person < lines:
            return 0
        return min(person - lines + 1, len(shown.people) - lines)

    def lines_top(self) -> int:
        """Return where the first person's line begins, below the large band's top."""
        return self._look.px(50)

    def note_rect(self, band: QRect) -> QRect:
        """Return the reserved line of the large band."""
        px = self._look.px
        return QRect(band.left() + px(16), band.bottom() - px(38), band.width() - px(32), px(32))

    def small(self, painter: QPainter, rect: QRect, shown: BandShown) -> None:
        """Paint a band as one row."""
        px = self._look.px
        painter.setPen(QPen(self._colour("line")))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        inner = rect.adjusted(px(16), 0, -px(16), 0)
        right = inner.right()
        right = self._fixed(
            painter, inner, right, px(84), f"{shown.symbol} {shown.state}", shown.tone
        )
        right = self._fixed(painter, inner, right, px(96), shown.amount, "")
        left = inner.left()
        number = shown.number
        for text, width, token, bold in (
            (number, px(116), "text_quiet", False),
            (shown.head, px(92), "text", True),
        ):
            painter.setFont(self._font(bold=bold))
            self._text(
                painter, QRect(left, inner.top(), width - px(8), inner.height()), text, token
            )
            left += width
        self._chips(painter, QRect(left, inner.top(), right - left, inner.height()), shown.people)

    def large(
        self, painter: QPainter, rect: QRect, shown: BandShown, person: int | None, *, active: bool
    ) -> None:
        """Paint the band under the cursor; ``person`` is chosen, ``active`` has the keyboard."""
        px = self._look.px
        card = rect.adjusted(px(4), px(2), -px(4), -px(2))
        painter.setBrush(self._colour("focused_row"))
        colour = self._colour("primary" if active else "border")
        painter.setPen(QPen(colour, 2 if active else 1))
        painter.drawRoundedRect(card, px(8), px(8))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        self._header(
            painter, QRect(card.left() + px(12), card.top(), card.width() - px(24), px(48)), shown
        )
        first = self.first_line(shown, person, rect.width())
        lines = self.lines_max(rect.width())
        height = self.line_height(rect.width())
        top = rect.top() + self.lines_top()
        for at, one in enumerate(shown.people[first : first + lines], first):
            line = QRect(card.left() + px(12), top, card.width() - px(24), height)
            self._line(painter, line, at + 1, one, chosen=at == person)
            top += height
        if len(shown.people) > lines:
            # Whoever is not in sight is told by number: a household never looks whole by mistake.
            of = f"{first + 1}–{first + lines} / {len(shown.people)}"
            painter.setFont(self._font())
            self._text(painter, self.note_rect(rect), of, "text_quiet", _RIGHT)
        self._note(painter, self.note_rect(rect), shown.note)

    def _header(self, painter: QPainter, rect: QRect, shown: BandShown) -> None:
        px = self._look.px
        painter.setFont(self._font(bold=True, factor=18 / 10.5))
        width = max(px(120), QFontMetrics(painter.font()).horizontalAdvance(shown.amount)) + px(8)
        amount = QRect(rect.right() - width, rect.top(), width, rect.height())
        token = "primary" if any(char.isdigit() for char in shown.amount) else "unknown"
        self._text(painter, amount, shown.amount, token, _RIGHT)
        painter.setFont(self._font(bold=True))
        state = QRect(amount.left() - px(100), rect.top(), px(92), rect.height())
        words = f"{shown.symbol} {shown.state}"
        self._text(painter, state, words, self._token(shown.tone), _RIGHT)
        painter.setFont(self._font(bold=True, factor=14 / 10.5))
        name = min(QFontMetrics(painter.font()).horizontalAdvance(shown.head) + px(16), px(320))
        self._text(painter, QRect(rect.left(), rect.top(), name, rect.height()), shown.head, "text")
        painter.setFont(self._font())
        rest = QRect(
            rect.left() + name, rect.top(), state.left() - rect.left() - name, rect.height()
        )
        place = "   ".join(part for part in (shown.number, shown.address) if part)
        self._text(painter, rest, place, "text_quiet")

    def _line(
        self, painter: QPainter, rect: QRect, number: int, one: PersonShown, *, chosen: bool
    ) -> None:
        px = self._look.px
        if chosen:
            painter.setPen(QPen(self._colour("primary"), 2))
            painter.setBrush(self._colour("surface"))
            painter.drawRoundedRect(rect.adjusted(0, 1, 0, -1), px(4), px(4))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        width = rect.width() + px(32)
        wide, two = self._wide(width), self._two_lines(width)
        first = QRect(rect.left(), rect.top(), rect.width(), rect.height() // (2 if two else 1))
        right = first.right() - px(8)
        right = self._fixed(painter, first, right, px(84), one.amount, "")
        right = self._fixed(painter, first, right, px(84), one.state, one.tone)
        left = first.left() + px(8)
        cells = [(str(number), px(22), "text_quiet", False)]
        cells += [(one.symbol, px(24), self._token(one.tone), False)]
        cells += [(one.name, px(112), "text", True), (one.facts, px(128), "text_quiet", False)]
        if wide:
            cells += [(one.last, px(196), "text_quiet", False)]
        for text, width, token, bold in cells:
            painter.setFont(self._font(bold=bold))
            cell = QRect(left, first.top(), width - px(6), first.height())
            self._text(painter, cell, text, token)
            left += width
        painter.setFont(self._font())
        if not two:
            rest = QRect(left, first.top(), right - left, first.height())
            words = self._marked(one.now, one.now_tone)
            if not wide and not words:
                self._text(painter, rest, one.last, "text_quiet")
            else:
                self._text(painter, rest, words, self._token(one.now_tone))
            return
        below = QRect(first.left() + px(54), first.bottom(), first.width() - px(62), first.height())
        words = "   ".join(part for part in (one.last, self._marked(one.now, one.now_tone)) if part)
        token = self._token(one.now_tone) if one.now else "text_quiet"
        self._text(painter, below, words, token)

    def _chips(self, painter: QPainter, rect: QRect, people: tuple[PersonShown, ...]) -> None:
        px, metrics = self._look.px, QFontMetrics(self._font())
        painter.setFont(self._font())
        left, gap = rect.left(), px(6)
        for at, one in enumerate(people):
            text = f"{one.symbol} {one.name} {one.age}" + ("" if one.plain else f" {one.state}")
            width = metrics.horizontalAdvance(text) + px(16)
            rest = len(people) - at - 1
            room = rect.right() - left - (px(36) if rest else 0)
            if width > room:
                more = QRect(left, rect.top(), rect.right() - left, rect.height())
                self._text(painter, more, f"+{rest + 1}", "text_quiet")
                return
            chip = QRect(left, rect.top() + px(7), width, rect.height() - px(14))
            painter.setPen(QPen(self._colour("line")))
            painter.setBrush(self._colour("surface_quiet"))
            painter.drawRoundedRect(chip, px(4), px(4))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            self._text(painter, chip.adjusted(px(8), 0, 0, 0), text, self._token(one.tone))
            left += width + gap

    def _note(self, painter: QPainter, rect: QRect, note: Note) -> None:
        if note.text:
            painter.setFont(self._font())
            self._text(painter, rect, self._marked(note.text, note.tone), self._token(note.tone))

    def _fixed(
        self, painter: QPainter, row: QRect, right: int, width: int, text: str, tone: Tone
    ) -> int:
        """Paint a right-aligned cell and return where the next one to its left ends."""
        painter.setFont(self._font())
        cell = QRect(right - width, row.top(), width, row.height())
        self._text(painter, cell, text, self._token(tone), _RIGHT)
        return right - width - self._look.px(8)

    @staticmethod
    def _marked(text: str, tone: Tone) -> str:
        symbol = SYMBOLS.get(tone, "") if tone else ""
        return f"{symbol} {text}" if symbol and text else text

    def _text(
        self,
        painter: QPainter,
        rect: QRect,
        text: str,
        token: str,
        align: Qt.AlignmentFlag = _LEFT,
    ) -> None:
        painter.setPen(self._colour(token))
        metrics = QFontMetrics(painter.font())
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, align, shown)

    def _wide(self, width: int) -> bool:
        return width >= self._look.px(_WIDE)

    def _two_lines(self, width: int) -> bool:
        """Tell whether a person takes two lines: too narrow for one, and high enough."""
        room = self._room - self._look.px(_AROUND) - 2 * self.small_height()
        return not self._wide(width) and room >= 3 * self._look.px(50)

    @staticmethod
    def _token(tone: Tone) -> str:
        return {"": "text", "quiet": "text_quiet"}.get(tone, tone)

    def _colour(self, token: str) -> QColor:
        return QColor(self._look.colour(token))

    def _font(self, *, bold: bool = False, factor: float = 1.0) -> QFont:
        font = QFont()
        font.setFamilies(FAMILIES)
        font.setPointSizeF(POINTS[self._look.size] * factor)
        if bold:
            font.setWeight(QFont.Weight.DemiBold)
        return font
