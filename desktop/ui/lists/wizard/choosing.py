"""The wizard's upper part: the file, whose list it is, and how it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QLabel, QPushButton, QWidget

from desktop.domain.desk_codes import DEPARTMENTS
from desktop.domain.list_facts import TABLE_KINDS, ListKind
from desktop.exchange.encodings import ENCODINGS
from desktop.ui.session import Session
from desktop.ui.theme.look import Look
from desktop.ui.theme.tokens import TextSize
from desktop.ui.widgets.code_field import CodeField
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.elided_label import ElidedLabel
from desktop.ui.widgets.option_list import Option
from desktop.ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from desktop.ui.lists.wizard.presenter import WizardPresenter
    from desktop.usecases.lists.choices import ListChoices
    from desktop.usecases.lists.reading import ListData

_HELP = "lists#{}"
_ACROSS: dict[TextSize, int] = {"normal": 4, "large": 4, "largest": 3}


class ChoosingCard(QFrame):
    """Shows what was chosen and hands every change over."""

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self._look = look
        self._say = session.messages.say
        self._language = session.messages.language
        self.pick = QPushButton(self._say("lists.pick"), self)
        self.pick.setObjectName("pick")
        self.file = ElidedLabel(self)
        self.kind = CodeField(self)
        self.source = TextField(self)
        self.department = CodeField(self)
        self.as_of = DateField(self)
        self.words = TextField(self)
        self.sheet = CodeField(self)
        self.header = TextField(self)
        self.full = QCheckBox(self._say("lists.full"), self)
        self._offer()
        self._lay_out()

    @property
    def fields(self) -> tuple[QWidget, ...]:
        """Everything that needs a file first."""
        return (
            self.kind, self.source, self.department, self.as_of, self.words, self.sheet,
            self.header, self.full,
        )  # fmt: skip

    def serve(self, presenter: WizardPresenter) -> None:
        """Hand every choice to the presenter."""
        for name, field in (("kind", self.kind), ("department", self.department)):
            field.picked.connect(lambda code, name=name: presenter.choose(name, code))
        self.sheet.picked.connect(lambda code: presenter.choose(self._sheet_or_encoding, code))
        for name, text in (("source", self.source), ("words", self.words)):
            text.left.connect(
                lambda name=name, text=text: presenter.choose(name, text.text().strip())
            )
        self.as_of.left.connect(lambda: presenter.choose("as_of", self.as_of.text()))
        self.header.left.connect(lambda: self._header_typed(presenter))
        self.full.clicked.connect(lambda checked: presenter.choose("full", checked))

    def show_choices(self, choices: ListChoices | None, data: ListData | None) -> None:
        """Show what was chosen; None: no file yet."""
        for field in self.fields:
            field.setEnabled(choices is not None)
        if choices is None or data is None:
            self.file.setText(self._say("lists.no_file"))
            return
        look = data.look
        self._sheet_or_encoding = "sheet" if look.sheets else "encoding"
        if look.sheets:
            self.sheet.set_options([Option(one.name, one.name) for one in look.sheets])
            self.sheet.show_code(data.sheet)
        else:
            self.sheet.set_options([Option(code, name) for code, name in ENCODINGS.items()])
            self.sheet.show_code(look.encoding)
        self.file.setText(self._file_words(data))
        self.kind.show_code(choices.kind)
        self.department.show_code(choices.department)
        self.source.show_text(choices.source)
        self.as_of.show_day(choices.as_of)
        self.words.show_text(choices.words)
        self.header.show_text("" if choices.header is None else str(choices.header))
        self.full.setChecked(choices.full)
        self.full.setEnabled(choices.kind not in ("residents", *TABLE_KINDS))
        self.department.setEnabled(choices.kind not in TABLE_KINDS)
        self.words.setEnabled(choices.kind in ("identity", "aliases"))
        self._name_words(
            self._say("lists.choice.of" if choices.kind == "aliases" else "lists.choice.words")
        )

    def _name_words(self, words: str) -> None:
        """Name what one field asks for: every row's identity, or whose names these are."""
        label = next(label for label, field in self._pairs if field is self.words)
        label.setText(words)
        self.words.setAccessibleName(words)

    def _file_words(self, data: ListData) -> str:
        """Return the file's name and what nobody would see in it."""
        told = [self._say("lists.file", file=data.look.file, rows=len(data.rows))]
        hidden = sum(one.hidden for one in data.look.sheets)
        for key, number in (
            ("lists.hidden_rows", len(data.hidden_rows)),
            ("lists.hidden_sheets", hidden),
            ("lists.aside", len(data.aside)),
            ("lists.filled", data.filled),
        ):
            if number:
                told.append(self._say(key, count=number))
        if data.look.macros:
            told.append(self._say("lists.macros"))
        return " · ".join(told)

    def _header_typed(self, presenter: WizardPresenter) -> None:
        text = self.header.text().strip()
        presenter.choose("header", int(text) if text.isascii() and text.isdecimal() else None)

    def _offer(self) -> None:
        self._sheet_or_encoding = "sheet"
        self.kind.set_options(
            [Option(kind, self._say(f"lists.kind.{kind}")) for kind in get_args(ListKind)]
        )
        self.department.set_options(
            [Option(one.code, one.name(self._language)) for one in DEPARTMENTS.values()],
            may_be_empty=True,
        )

    def _lay_out(self) -> None:
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(16, 8, 16, 8)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        named = (
            ("kind", self.kind), ("department", self.department), ("source", self.source),
            ("as_of", self.as_of), ("sheet", self.sheet), ("header", self.header),
            ("words", self.words),
        )  # fmt: skip
        self._pairs: list[tuple[QLabel, QWidget]] = []
        for name, field in named:
            field.step_asked.connect(lambda step: self.focusNextPrevChild(step > 0))
            words = self._say(f"lists.choice.{name}")
            label = QLabel(words, self)
            label.setProperty("look", "label")
            field.setAccessibleName(words)
            field.setObjectName(name)
            field.setProperty("helpTopic", _HELP.format(name.replace("_", "-")))
            self._pairs.append((label, field))
        self.full.setProperty("helpTopic", _HELP.format("full"))
        self._look.changed.connect(self._arrange)
        self._arrange()

    def _arrange(self) -> None:
        """Put fewer fields into a row where letters are large."""
        across = _ACROSS[self._look.size]
        grid = self._grid
        while grid.takeAt(0) is not None:
            continue
        grid.addWidget(self.pick, 0, 0, 1, 2)
        grid.addWidget(self.file, 0, 2, 1, 2 * across - 2)
        for place, (label, field) in enumerate(self._pairs):
            row, column = 1 + place // across, place % across * 2
            grid.addWidget(label, row, column)
            grid.addWidget(field, row, column + 1)
        last = len(self._pairs)
        grid.addWidget(self.full, 1 + last // across, last % across * 2, 1, 2)
        for column in range(8):
            grid.setColumnStretch(column, column % 2 if column < 2 * across else 0)
