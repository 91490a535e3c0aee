"""Goal: the manual's pictures fit beside the page, and are seen whole by keyboard."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage, QTextDocument

from desktop.app.keyboard import Key
from desktop.ui.help.browser import PageBrowser
from desktop.ui.help.view import HelpPanel
from desktop.ui.help.whole_picture import WholePicture
from tests.ui.conftest import AtWindow

IMAGE = QTextDocument.ResourceType.ImageResource.value


def pictures(page: PageBrowser) -> list[tuple[str, float]]:
    """Return the pictures on a page with the width they are shown in."""
    return [
        (shown.name(), shown.width())
        for fragment in page._fragments()
        if (shown := fragment.charFormat().toImageFormat()).isValid()
    ]


def opened(at: AtWindow, topic: str) -> HelpPanel:
    at.sign_in()
    at.program.window.help.show_topic(topic)
    at.keys.settle()
    panel = at.program.window.help.panel
    assert panel is not None
    return panel


def test_a_picture_is_as_wide_as_the_text(at_window: AtWindow) -> None:
    page = opened(at_window, "household").form.page
    found = pictures(page)
    assert [name for name, _ in found] == ["household.png", "mistake.png"]
    for _, width in found:
        assert 200 < width <= page.viewport().width()
    assert page.horizontalScrollBar().maximum() == 0
    at_window.picture("manual-household")


def test_by_keyboard_it_is_seen_whole_and_put_away(at_window: AtWindow) -> None:
    at = at_window
    panel = opened(at, "household")
    panel.form.page.to_first_link()
    assert panel.form.page.textCursor().selectedText() == "看大图"
    at.keys.enter()
    at.keys.settle()
    (whole,) = at.program.window.findChildren(WholePicture)
    assert whole.hasFocus()
    assert whole.size() == at.program.window.size()
    assert whole.pixmap().width() > 1000
    at.picture("manual-whole")
    at.keys.press(Key.Key_Escape)
    at.keys.settle()
    assert panel.form.page.hasFocus()
    assert not at.program.window.findChildren(WholePicture)


def test_nothing_but_pictures_is_loaded(at_window: AtWindow) -> None:
    page = opened(at_window, "household").form.page
    assert isinstance(page.loadResource(IMAGE, QUrl("household.png")), QImage)
    for other in ("../i18n/x.png", "file:///etc/passwd", "http://127.0.0.1/a.png", "household.md"):
        assert page.loadResource(IMAGE, QUrl(other)) is None
    style = QTextDocument.ResourceType.StyleSheetResource.value
    assert page.loadResource(style, QUrl("household.png")) is None
