"""What an empty desk says: what each screen is for, the one thing to do, and what always shows."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from desktop.app.keyboard import Key
from tests.ui.conftest import AtWindow

EMPTY = {
    "enrol": ("在这一行输入户主姓名", "填写成员后显示应缴金额"),
    "find": ("输入姓名", "Enter 打开该户"),
    "receipts": ("开出的收据列在这里", "按 F12 收费"),
    "sync": ("每次与县中心交换的结果列在这里", "注册到县中心"),
    "recount": ("由政策管理员、复核员或审计员查看", "返回政策"),
}
"""A word on the purpose and a word on what to do, for every screen that can be empty."""


def said(screen: QWidget) -> str:
    """Return everything a screen shows as text now."""
    parts = [part for part in screen.findChildren(QWidget) if part.isVisible()]
    texts = [part.text() for part in parts if isinstance(part, QLabel)]
    texts += [str(getattr(part, "words", "")) for part in parts]
    texts += [str(part.property("text") or "") for part in parts]
    texts += [str(part.property("placeholderText") or "") for part in parts]
    return "\n".join(texts)


def test_the_cursor_stands_on_the_one_thing_to_do(at_window: AtWindow) -> None:
    at = at_window
    at.sign_in()
    at.pages.go("sync")
    register = at.pages.sync.form.register_
    at.keys.wait_until(register.isVisible, "the state of the exchange")
    assert register.hasFocus()
    at.keys.enter()
    assert at.program.first_run.centre is not None
    at.keys.press(Key.Key_Escape)
    assert at.program.first_run.centre is None


@pytest.mark.parametrize("place", EMPTY)
def test_an_empty_screen_says_what_it_is_for_and_what_to_do(
    at_window: AtWindow, place: str
) -> None:
    at = at_window
    at.sign_in()
    at.pages.go(place)
    at.keys.settle()
    at.picture(f"empty-{place}")
    shown = said(at.pages.every()[place])
    for words in EMPTY[place]:
        assert words in shown, shown


def test_the_status_bar_always_tells_where_the_desk_stands(at_window: AtWindow) -> None:
    at = at_window
    at.sign_in()
    at.keys.wait_until(lambda: "未注册" in at.program.window.status.words, "the connection")
    at.keys.wait_until(lambda: "待上传 3 条" in at.program.window.status.words, "what waits")
    words = at.program.window.status.words
    for part in ("上次同步", "楚医保〔2021〕46号", "培训员", "培训县第一镇医保服务站"):
        assert part in words, words
    at.picture("status-bar")
