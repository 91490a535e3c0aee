"""The help panel: beside the page it explains, without taking the cursor until asked."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QUrl, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QTextDocument
from PySide6.QtWidgets import QFrame, QWidget
from typing_extensions import override

from desktop.ui.compiled.help import Ui_HelpForm
from desktop.ui.help.dressing import dress
from desktop.ui.help.pages import (
    CONTENTS,
    HelpBook,
    Hit,
    Page,
    picture_path,
    with_whole_pictures,
)
from desktop.ui.help.presenter import HelpPresenter
from desktop.ui.help.whole_picture import WholePicture
from desktop.ui.messages import Messages
from desktop.ui.theme.look import Look
from desktop.ui.widgets.enter_clicks import enter_clicks
from desktop.ui.widgets.told_keys import ToldKey

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|])")
_READ = QTextDocument.MarkdownFeature.MarkdownDialectGitHub
_NO_HTML = QTextDocument.MarkdownFeature.MarkdownNoHTML


class HelpPanel(QFrame):
    """Shows pages of the help. It loads nothing but the text it is given."""

    shut_asked = Signal()

    KEYS = (
        ToldKey("Tab / Enter", "keys.help_follow"),
        ToldKey("/", "keys.help_search"),
        ToldKey("Esc", "keys.help_shut"),
    )

    def __init__(
        self,
        messages: Messages,
        look: Look,
        keyboard_page: Callable[[], Page],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.form = Ui_HelpForm()
        self.form.setupUi(self)
        self._look = look
        self._messages = messages
        self.form.page.language = messages.language
        self._shown = ("", 0)
        """Markdown shown, and the number of the heading at the top."""
        self.presenter = HelpPresenter(
            HelpBook.of(messages.language), messages, self, keyboard_page
        )
        self._connect()
        look.changed.connect(self._show_again)
        self.hide()

    def show_page(self, page: Page, anchor: str) -> None:
        """Show a page, with a section at the top."""
        at = next((n for n, one in enumerate(page.sections) if one.anchor == anchor), 0)
        self._show(page.markdown, at if anchor else 0)

    def show_hits(self, heading: str, hits: tuple[Hit, ...]) -> None:
        """Show what a search found, as links."""
        lines = [f"### {_plain(heading)}", ""]
        for hit in hits:
            lines += [f"[{_plain(hit.title)}]({hit.topic})", "", _plain(hit.excerpt), ""]
        self._show("\n".join(lines), 0)

    def show_picture(self, name: str) -> None:
        """Show a picture over the window, as large as there is room; any key puts it away."""
        path = picture_path(name, self._messages.language)
        if path is not None:
            WholePicture(path, self.window(), self.form.page).show()

    def show_way_back(self, *, possible: bool) -> None:
        """Offer to go back, or not."""
        self.form.back.setEnabled(possible)

    def show_note(self, text: str) -> None:
        """Say something in the reserved line."""
        self.form.message.say(text, "warning" if text else "quiet")

    def take_focus(self) -> None:
        """Put the keyboard into the text."""
        self.form.page.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.shut_asked.emit()
            return
        super().keyPressEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if watched is self.form.query and event.key() == Qt.Key.Key_Down:
                self.form.page.to_first_link()
                return True
            if watched is self.form.page and event.key() == Qt.Key.Key_Slash:
                self.form.query.setFocus()
                self.form.query.selectAll()
                return True
        return False

    def _connect(self) -> None:
        form, presenter = self.form, self.presenter
        form.back.clicked.connect(presenter.back)
        form.contents.clicked.connect(lambda: presenter.open(CONTENTS))
        form.shut.clicked.connect(self.shut_asked)
        form.query.answers_enter = True
        form.query.edited.connect(presenter.search)
        form.query.step_asked.connect(lambda _by: form.page.to_first_link())
        form.page.anchorClicked.connect(self._follow)
        for part in (form.query, form.page):
            part.installEventFilter(self)
        back = QShortcut(QKeySequence("Alt+Left"), self)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.setWhatsThis(form.back.text())
        back.activated.connect(presenter.back)
        enter_clicks(self)

    def _follow(self, url: QUrl) -> None:
        self.form.query.clear()
        self.presenter.follow(url.toString())

    def _show(self, markdown: str, section: int) -> None:
        self._shown = (markdown, section)
        document = self.form.page.document()
        text = with_whole_pictures(markdown, self._messages.say("help.whole_picture"))
        document.setMarkdown(text, _READ | _NO_HTML)
        dress(document, self._look)
        self.form.page.fit_pictures()
        self.form.page.scroll_to_heading(section)

    def _show_again(self) -> None:
        if self._shown[0]:
            self._show(*self._shown)


def _plain(text: str) -> str:
    """Return text that Markdown shows as it is."""
    return _SPECIAL.sub(r"\\\1", text)
