"""Characters of names are drawn by our own fonts, in light and in heavy lines."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QTextLayout
from PySide6.QtWidgets import QApplication

from desktop.ui.theme.look import FAMILIES, Look


@pytest.mark.parametrize("weight", [QFont.Weight.Normal, QFont.Weight.DemiBold])
def test_a_rare_character_is_drawn_by_our_fonts(
    qapp: QApplication, look: Look, weight: QFont.Weight
) -> None:
    del look
    font = QFont(qapp.font())
    font.setWeight(weight)
    layout = QTextLayout("张昇𬭛㐀𠮷", font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()

    drawn = {}
    for run in layout.glyphRuns():
        drawn[run.rawFont().familyName()] = len(run.glyphIndexes())
        assert 0 not in run.glyphIndexes()
    assert drawn == dict(zip(FAMILIES, (3, 1, 1), strict=True))
