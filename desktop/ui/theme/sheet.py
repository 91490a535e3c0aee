"""The style sheet, built from tokens and the text size. Nothing here names a screen's object."""

from __future__ import annotations

from desktop.ui.theme.tokens import POINTS, TextSize, Tokens

_PLACE_MOST = 46
"""Pixels of a place in the navigation: thirteen fit a screen of 768 with the largest text."""


def px_scale(size: TextSize) -> float:
    """Return how much larger than normal everything measured in pixels is."""
    return POINTS[size] / POINTS["normal"]


def build(tokens: Tokens, size: TextSize) -> str:
    """Return the application's style sheet."""
    body = POINTS[size]
    scale = px_scale(size)

    def px(measure: float) -> str:
        return f"{round(measure * scale)}px"

    t = tokens
    return "\n".join(
        (
            _texts(t, body),
            _surfaces(t, px(8)),
            _fields(t, px(30), px(8), px(7), px(6)),
            _buttons(t, px(30), px(14), px(6)),
            _navigation(t, f"{min(round(32 * scale), _PLACE_MOST)}px", px(12)),
            _lists(t, px(32), px(10)),
            _bars(t, px(8), px(34)),
            _scrolling(t, px(10), px(28)),
        )
    )


def _texts(t: Tokens, body: float) -> str:
    return f"""
QWidget {{ color: {t.text}; }}
QLabel {{ background: transparent; }}
*[look="title"] {{ font-size: {body * 4 / 3:g}pt; font-weight: 600; }}
*[look="heading"] {{ font-weight: 600; }}
*[look="figure"] {{ font-size: {body * 18 / 10.5:g}pt; font-weight: 600; color: {t.primary}; }}
*[look="figure"][state="unknown"] {{ color: {t.unknown}; }}
*[look="hint"], *[look="label"] {{ color: {t.text_quiet}; }}
*[look="hint"] {{ font-size: {body * 9.5 / 10.5:g}pt; }}
*[look="strong"] {{ font-weight: 600; }}
*[look="unknown"] {{
  color: {t.unknown}; background: {t.unknown_surface}; border-radius: 3px; padding: 0 4px;
}}
*[tone="mistake"] {{ color: {t.mistake}; }}
*[tone="warning"] {{ color: {t.warning}; }}
*[tone="ok"] {{ color: {t.ok}; }}
*[tone="quiet"] {{ color: {t.text_quiet}; }}
*[tone="unknown"] {{ color: {t.unknown}; }}
QToolTip {{ background: {t.surface}; color: {t.text}; border: 1px solid {t.border}; padding: 4px; }}
"""


def _surfaces(t: Tokens, radius: str) -> str:
    return f"""
QMainWindow, QDialog, *[look="page"] {{ background: {t.page}; }}
QFrame[look="card"] {{
  background: {t.surface}; border: 1px solid {t.border}; border-radius: {radius};
}}
QFrame[look="line"] {{ background: {t.line}; border: none; max-height: 1px; min-height: 1px; }}
QFrame[look="band"] {{ background: {t.surface_quiet}; border: none;
  border-bottom: 1px solid {t.line};
  border-top-left-radius: {radius}; border-top-right-radius: {radius}; }}
QFrame[look="side"] {{ background: {t.surface}; border: none; border-left: 1px solid {t.border}; }}
QFrame[look="row"] {{ background: transparent; border: none; border-bottom: 1px solid {t.line}; }}
QFrame[look="row"][current="true"] {{ background: {t.focused_row}; }}
QLabel:focus {{ background: {t.focused_row}; }}
QFrame[look="paper"] {{ background: {t.surface_quiet}; border: 1px solid {t.line};
  border-radius: 6px; color: {t.text_quiet}; }}
"""


def _fields(t: Tokens, height: str, pad: str, pad_focus: str, radius: str) -> str:
    return f"""
QLineEdit, QPlainTextEdit {{
  background: {t.surface}; border: 1px solid {t.border}; border-radius: {radius};
  padding: 0 {pad}; min-height: {height};
  selection-background-color: {t.selection}; selection-color: {t.on_selection};
}}
QLineEdit:focus, QPlainTextEdit:focus {{ border: 2px solid {t.primary}; padding: 0 {pad_focus}; }}
QLineEdit:read-only {{ background: {t.surface_quiet}; color: {t.text_quiet};
  border-color: {t.line}; }}
QLineEdit:read-only:focus {{ border-color: {t.primary}; }}
QLineEdit:disabled {{ background: {t.surface_quiet}; color: {t.text_quiet}; }}
QLineEdit[state="mistake"] {{ border: 2px solid {t.mistake}; background: {t.mistake_surface};
  padding: 0 {pad_focus}; }}
QLineEdit[state="warning"] {{ border: 1px solid {t.warning}; }}
QLineEdit[state="warning"]:focus {{ border: 2px solid {t.warning}; }}
QLineEdit[look="cell"] {{ border-color: transparent; background: transparent; border-radius: 4px; }}
QLineEdit[look="cell"]:hover {{ border-color: {t.line}; }}
QLineEdit[look="cell"]:focus {{ border: 2px solid {t.primary}; background: {t.surface}; }}
QLineEdit[look="cell"]:read-only {{ color: {t.text_quiet}; }}
QLineEdit[look="cell"][state="mistake"] {{ border: 1px solid {t.mistake};
  background: {t.mistake_surface}; padding: 0 {pad}; }}
QLineEdit[look="cell"][state="mistake"]:focus {{ border: 2px solid {t.mistake};
  padding: 0 {pad_focus}; }}
QLineEdit[look="cell"][state="warning"] {{ border: 1px solid {t.warning}; }}
QLineEdit[look="cell"][state="warning"]:focus {{ border: 2px solid {t.warning}; }}
QTextBrowser {{ background: {t.surface}; border: 2px solid transparent; border-radius: 4px;
  selection-background-color: {t.selection}; selection-color: {t.on_selection}; }}
QTextBrowser:focus {{ border-color: {t.primary}; }}
QCheckBox, QRadioButton {{ spacing: 8px; min-height: {height}; border: 2px solid transparent;
  border-radius: 4px; padding: 0 2px; }}
QCheckBox::indicator:unchecked {{ width: 12px; height: 12px; border: 1px solid {t.border};
  border-radius: 3px; background: {t.surface}; }}
QCheckBox:focus, QRadioButton:focus {{ border-color: {t.primary}; }}
"""


def _buttons(t: Tokens, height: str, pad: str, radius: str) -> str:
    return f"""
QPushButton {{
  background: {t.surface}; border: 1px solid {t.border}; border-radius: {radius};
  min-height: {height}; padding: 0 {pad};
}}
QPushButton:hover {{ background: {t.surface_quiet}; }}
QPushButton:pressed {{ background: {t.line}; }}
QPushButton:focus {{ border: 2px solid {t.primary}; }}
QPushButton:disabled {{ color: {t.text_quiet}; border-color: {t.line}; }}
QPushButton[look="primary"] {{ background: {t.primary}; color: {t.on_primary};
  border: 1px solid {t.primary}; font-weight: 600; }}
QPushButton[look="primary"]:hover {{ background: {t.primary_hover}; }}
QPushButton[look="primary"]:focus {{ border: 2px solid {t.text}; }}
QPushButton[look="primary"]:disabled {{ background: {t.unknown_surface}; color: {t.text_quiet};
  border-color: {t.line}; }}
QPushButton[look="quiet"] {{ background: transparent; border-color: transparent;
  color: {t.primary}; }}
QPushButton[look="quiet"]:hover {{ background: {t.surface_quiet}; }}
QPushButton[look="quiet"]:focus {{ border: 2px solid {t.primary}; }}
QPushButton[look="quiet"]:disabled {{ color: {t.text_quiet}; }}
QPushButton[look="tab"] {{ background: transparent; border: none; border-radius: 0;
  border-bottom: 2px solid transparent; color: {t.text_quiet}; padding: 0 4px; }}
QPushButton[look="tab"]:checked {{ color: {t.text}; border-bottom-color: {t.primary};
  font-weight: 600; }}
QPushButton[look="tab"]:focus {{ border: 2px solid {t.primary}; border-radius: 4px; }}
QPushButton[look="field"] {{ text-align: left; color: {t.text_quiet}; }}
"""


def _navigation(t: Tokens, height: str, pad: str) -> str:
    return f"""
QFrame[look="navigation"] {{ background: {t.navigation}; border: none;
  border-right: 1px solid {t.line}; }}
QPushButton[look="place"] {{ background: transparent; border: none; border-radius: 0;
  border-left: 4px solid transparent; text-align: left; min-height: {height};
  padding: 0 4px 0 {pad}; }}
QPushButton[look="place"]:hover {{ background: {t.surface_quiet}; }}
QPushButton[look="place"]:checked {{ background: {t.surface}; border-left-color: {t.primary};
  font-weight: 600; }}
QPushButton[look="place"]:focus {{ border: 2px solid {t.primary};
  border-left: 4px solid {t.primary}; }}
"""


def _lists(t: Tokens, row: str, pad: str) -> str:
    return f"""
QListWidget, QTableWidget, QTableView, QListView {{
  background: {t.surface}; border: 1px solid {t.border}; border-radius: 6px;
  selection-background-color: {t.selection}; selection-color: {t.on_selection};
  outline: none; gridline-color: {t.line};
}}
QListWidget:focus, QTableView:focus, QTableWidget:focus, QListView:focus {{
  border: 2px solid {t.primary}; }}
QListWidget::item, QListView::item {{ min-height: {row}; padding: 0 {pad}; }}
QTableView::item {{ padding: 0 {pad}; border-bottom: 1px solid {t.line}; }}
QListWidget::item:selected, QTableView::item:selected, QListView::item:selected {{
  background: {t.selection}; color: {t.on_selection}; }}
QHeaderView {{ background: {t.surface_quiet}; }}
QHeaderView::section {{ background: {t.surface_quiet}; color: {t.text_quiet}; border: none;
  border-bottom: 1px solid {t.line}; padding: 0 {pad}; min-height: {row}; font-weight: 400; }}
QFrame[look="popup"] {{ background: {t.surface}; border: 1px solid {t.border}; }}
QFrame[look="popup"] QListWidget {{ border: none; }}
"""


def _bars(t: Tokens, pad: str, height: str) -> str:
    return f"""
QMenuBar {{ background: {t.surface}; border-bottom: 1px solid {t.line}; padding: 0 0 0 {pad}; }}
QMenuBar::item {{ padding: 6px 10px; background: transparent; border-radius: 4px; }}
QMenuBar::item:selected {{ background: {t.focused_row}; color: {t.text}; }}
QMenu {{ background: {t.surface}; border: 1px solid {t.border}; padding: 4px 0; }}
QMenu::item {{ padding: 7px 28px 7px 14px; }}
QMenu::item:selected {{ background: {t.selection}; color: {t.on_selection}; }}
QMenu::item:disabled {{ color: {t.text_quiet}; }}
QMenu::separator {{ height: 1px; background: {t.line}; margin: 4px 0; }}
QStatusBar {{ background: {t.surface}; border-top: 1px solid {t.line}; color: {t.text_quiet}; }}
QStatusBar::item {{ border: none; }}
QStatusBar QLabel {{ color: {t.text_quiet}; padding: 0 {pad}; }}
QProgressBar {{ background: {t.unknown_surface}; border: none; border-radius: 3px;
  max-height: 6px; min-height: 6px; }}
QProgressBar::chunk {{ background: {t.primary}; border-radius: 3px; }}
"""


def _scrolling(t: Tokens, width: str, handle: str) -> str:
    return f"""
QScrollArea {{ background: transparent; border: none; }}
QScrollArea > QWidget > QWidget {{ background: transparent; }}
QScrollBar:vertical {{ background: transparent; width: {width}; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: {width}; margin: 0; }}
QScrollBar::handle:vertical {{ background: {t.border}; border-radius: 4px;
  min-height: {handle}; margin: 2px; }}
QScrollBar::handle:horizontal {{ background: {t.border}; border-radius: 4px;
  min-width: {handle}; margin: 2px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""
