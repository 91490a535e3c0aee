"""How the household screen looks: in every theme, size and language nothing is cut off.

With ``CANBAO_SCREENS=folder`` each look is kept as a picture, to be looked at by a person.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from desktop.domain.codes import Language
from desktop.domain.facts import Recognition
from desktop.domain.household import HouseholdInput, MemberInput
from desktop.ui.theme.look import Look
from desktop.ui.theme.tokens import TextSize, ThemeName
from desktop.ui.widgets.elided_label import ElidedLabel
from desktop.usecases.drafts import save_draft
from tests.helpers.desks import FAMILY, HEAD, MOTHER, NEWBORN, WIFE
from tests.ui.conftest import AtScreen

LONG = "阿卜杜热合曼·买买提吐尔逊·玉素甫江·艾合买提𠮷𪚥" * 2
LONG_NAME = LONG[:50]
DIFFICULT = (
    HEAD,
    replace(WIFE, name=LONG_NAME),
    replace(MOTHER, name="𪚥𠮷䶮", document_number=MOTHER.document_number[:17] + "0"),
    replace(NEWBORN, birth_date="2021-13-40"),
    MemberInput(name="李老兵", relation="70", identities=(Recognition(code="veteran"),)),
)


def cut_off(screen: QWidget) -> list[str]:
    """Return the labels and buttons whose text is wider than they are."""
    found = []
    for part in screen.findChildren(QWidget):
        if not part.isVisible() or isinstance(part, ElidedLabel):
            continue
        if isinstance(part, QLabel) and not part.wordWrap() and part.pixmap().isNull():
            needed = max(
                part.fontMetrics().horizontalAdvance(line.replace("&", ""))
                for line in part.text().split("\n")
            )
            if needed > part.contentsRect().width() + 1:
                found.append(f"{part.objectName()}: {part.text()!r} {needed} > {part.width()}")
        if isinstance(part, QAbstractButton) and part.sizeHint().width() > part.width() + 1:
            found.append(f"{part.objectName()}: {part.text()!r}")
    return found


def enter(at: AtScreen, household: HouseholdInput) -> None:
    """Show a household as if it had been typed: through the draft that is kept."""
    save_draft(at.session.desk, household)
    at.screen.begin()


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", ["normal", "large", "largest"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_nothing_is_cut_off(
    theme: ThemeName,
    size: TextSize,
    language: Language,
    open_screen: Callable[..., AtScreen],
    look: Look,
    pictures: Path | None,
) -> None:
    look.apply(theme, size)
    at = open_screen(language=language)
    at.screen.resize(1210, 660)
    enter(at, FAMILY)
    at.keys.settle()
    _keep(at, pictures, f"look-{theme}-{size}-{language}")
    assert cut_off(at.screen) == []


def test_mistakes_long_names_and_rare_characters_keep_the_form_in_shape(
    at_screen: AtScreen, pictures: Path | None
) -> None:
    at = at_screen
    enter(at, replace(FAMILY, members=DIFFICULT))
    at.keys.settle()
    widths = [row.form.amount.x() for row in at.screen.table.rows]
    at.screen.presenter.save()
    at.screen.table.focus(2, "document_number")
    at.keys.settle()
    _keep(at, pictures, "mistakes")
    assert len(set(widths)) == 1
    assert cut_off(at.screen) == []
    assert at.screen.table.rows[1].form.name.text() == LONG_NAME
    at.screen.show_why()
    at.keys.settle()
    _keep(at, pictures, "mistakes-why")


def test_the_empty_screen_says_what_to_do(at_screen: AtScreen, pictures: Path | None) -> None:
    at_screen.keys.settle()
    _keep(at_screen, pictures, "empty")
    assert at_screen.screen.form.memberMessage.words == "在这一行输入户主姓名，Enter 到下一项"
    assert cut_off(at_screen.screen) == []


def _keep(at: AtScreen, pictures: Path | None, name: str) -> None:
    if pictures is not None:
        at.screen.grab().save(str(pictures / f"{name}.png"))
