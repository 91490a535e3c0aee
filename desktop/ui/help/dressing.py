"""How a help page looks: every colour and measure from the theme, none from the page."""

from __future__ import annotations

from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)

from desktop.ui.theme.look import Look
from desktop.ui.theme.tokens import POINTS

_LINE_PERCENT = 115
_HEADING_RATIO = {1: 4 / 3, 2: 1.15, 3: 1.0}
_HEADING_ABOVE = {1: 0, 2: 18, 3: 12}


def dress(document: QTextDocument, look: Look) -> None:
    """Give a document read from Markdown the window's look, as it is now."""
    body = POINTS[look.size]
    document.setDocumentMargin(look.px(12))
    block = document.begin()
    while block.isValid():
        _space(block, look)
        level = block.blockFormat().headingLevel()
        for fragment in _fragments(block):
            _colour(fragment, look, body, level)
        block = block.next()
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _rule(frame, look)


def _space(block: QTextBlock, look: Look) -> None:
    level = block.blockFormat().headingLevel()
    spaced = QTextBlockFormat()
    if not _is_picture(block):
        # A share of a picture's height would stand empty below it.
        proportional = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        spaced.setLineHeight(_LINE_PERCENT, proportional)
    in_list = block.textList() is not None
    in_table = QTextCursor(block).currentTable() is not None
    above = _HEADING_ABOVE.get(level, 0)
    below = 0 if in_table else 2 if in_list else 8
    spaced.setTopMargin(look.px(above))
    spaced.setBottomMargin(look.px(below))
    QTextCursor(block).mergeBlockFormat(spaced)


def _is_picture(block: QTextBlock) -> bool:
    step = block.begin()
    return not step.atEnd() and step.fragment().charFormat().isImageFormat()


def _fragments(block: QTextBlock) -> list[QTextCursor]:
    found = []
    step = block.begin()
    while not step.atEnd():
        fragment = step.fragment()
        cursor = QTextCursor(block)
        cursor.setPosition(fragment.position())
        cursor.setPosition(fragment.position() + fragment.length(), QTextCursor.MoveMode.KeepAnchor)
        found.append(cursor)
        step += 1
    return found


def _colour(cursor: QTextCursor, look: Look, body: float, level: int) -> None:
    was, dressed = cursor.charFormat(), QTextCharFormat()
    tokens = look.tokens
    dressed.setForeground(QColor(tokens.primary if was.isAnchor() else tokens.text))
    dressed.setFontPointSize(body * _HEADING_RATIO.get(level, 1.0))
    if level or was.fontWeight() > QFont.Weight.Medium:
        # The shipped face has this weight; a heavier one would only be smeared.
        dressed.setFontWeight(QFont.Weight.DemiBold)
    if was.fontFixedPitch() and not was.isAnchor():
        # A key: on its own ground, in the window's face.
        dressed.setBackground(QColor(tokens.unknown_surface))
        dressed.setFontFamilies(look.digits().families())
    cursor.mergeCharFormat(dressed)


def _rule(table: QTextTable, look: Look) -> None:
    ruled = table.format()
    ruled.setBorder(1)
    ruled.setBorderBrush(QColor(look.tokens.line))
    ruled.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    ruled.setBorderCollapse(True)
    ruled.setCellPadding(look.px(6))
    ruled.setCellSpacing(0)
    ruled.setTopMargin(look.px(4))
    ruled.setBottomMargin(look.px(10))
    ruled.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    table.setFormat(ruled)
    for column in range(table.columns()):
        cell = table.cellAt(0, column)
        head = cell.format()
        head.setBackground(QColor(look.tokens.surface_quiet))
        cell.setFormat(head)
