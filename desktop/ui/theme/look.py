"""The application's look: applies tokens as style sheet and palette, and tints icons."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from desktop.base.resources import resource_path
from desktop.ui.theme import sheet
from desktop.ui.theme.icons import icon, pixmap
from desktop.ui.theme.tokens import LIGHT, POINTS, THEMES, TextSize, ThemeName, Tokens

ICON_PX = 18
FAMILIES = ("Noto Sans SC", "Noto Sans SC Rest", "HanaMinB")
"""Each draws what those before it do not hold; only the first has a heavier weight."""
_FONT_FILES = (
    "NotoSansSC-Regular.ttf",
    "NotoSansSC-SemiBold.ttf",
    "NotoSansSC-Rest.ttf",
    "HanaMinB.ttf",
)
_FONTS_LOADED = "canbaoFontsLoaded"
_DIGIT_FAMILIES = ["Consolas", "DejaVu Sans Mono", "Liberation Mono", *FAMILIES]


class Look(QObject):
    """What the screens look like now. One for the window; views get it as an argument."""

    changed = Signal()

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self.tokens: Tokens = LIGHT
        self.size: TextSize = "normal"

    @property
    def scale(self) -> float:
        """How much larger than at normal text size everything is."""
        return sheet.px_scale(self.size)

    def px(self, measure: float) -> int:
        """Return a measure of the 8 px grid at the present text size."""
        return round(measure * self.scale)

    def apply(self, theme: ThemeName, size: TextSize) -> None:
        """Make every window look like this, now."""
        self._load_fonts()
        self.tokens = THEMES[theme]
        self.size = size
        self._application.setStyle("Fusion")
        font = QFont()
        font.setFamilies(FAMILIES)
        font.setPointSizeF(POINTS[size])
        self._application.setFont(font)
        self._application.setPalette(_palette(self.tokens))
        self._application.setStyleSheet(sheet.build(self.tokens, size))
        for window in self._application.topLevelWidgets():
            self.dress(window)
        self.changed.emit()

    def dress(self, widget: QWidget) -> None:
        """Give ``widget`` and what is in it their icons, by their ``iconName`` property."""
        for one in (widget, *widget.findChildren(QWidget)):
            name = one.property("iconName")
            if name:
                self._dress_one(one, str(name))

    def colour(self, token: str) -> str:
        """Return a token's colour by its name."""
        value: str = getattr(self.tokens, token)
        return value

    def digits(self) -> QFont:
        """Return the face for identity numbers: every digit equally wide."""
        font = QFont()
        font.setFamilies(_DIGIT_FAMILIES)
        font.setPointSizeF(POINTS[self.size])
        return font

    def _dress_one(self, widget: QWidget, name: str) -> None:
        side = self.px(int(widget.property("iconPx") or ICON_PX))
        if isinstance(widget, QAbstractButton):
            colour = self._button_colour(widget)
            widget.setIcon(icon(name, colour, side, disabled=self.tokens.text_quiet))
            widget.setIconSize(QSize(side, side))
        elif isinstance(widget, QLabel):
            colour = self.colour(str(widget.property("iconTone") or "text_quiet"))
            ratio = widget.devicePixelRatioF()
            widget.setPixmap(pixmap(name, colour, side, ratio))
        elif isinstance(widget, QLineEdit):
            for action in widget.actions():
                action.setIcon(icon(name, self.tokens.text_quiet, side))

    def _button_colour(self, button: QAbstractButton) -> str:
        look = button.property("look")
        if look == "primary":
            return self.tokens.on_primary
        if look in ("quiet", "place"):
            return self.tokens.primary
        return self.tokens.text_quiet

    def _load_fonts(self) -> None:
        # Fonts belong to the application: another window over it must not load them again.
        if self._application.property(_FONTS_LOADED):
            return
        self._application.setProperty(_FONTS_LOADED, True)  # noqa: FBT003 - Qt's own signature
        for name in _FONT_FILES:
            QFontDatabase.addApplicationFont(str(resource_path("fonts", name)))


def restyle(widget: QWidget) -> None:
    """Let the style sheet look at a widget's properties again after one changed."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)


def set_state(widget: QWidget, name: str, value: object) -> None:
    """Set a property the style sheet selects on, and restyle only if it changed."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        restyle(widget)


def _palette(t: Tokens) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for which, colour in (
        (role.Window, t.page),
        (role.Base, t.surface),
        (role.AlternateBase, t.surface_quiet),
        (role.Button, t.surface),
        (role.WindowText, t.text),
        (role.Text, t.text),
        (role.ButtonText, t.text),
        (role.PlaceholderText, t.text_quiet),
        (role.ToolTipBase, t.surface),
        (role.ToolTipText, t.text),
        (role.Highlight, t.selection),
        (role.HighlightedText, t.on_selection),
        (role.Link, t.primary),
        (role.Mid, t.border),
        (role.BrightText, t.mistake),
        (role.Accent, t.primary),
    ):
        palette.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(t.text_quiet))
    return palette
