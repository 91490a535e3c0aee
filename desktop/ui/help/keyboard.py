"""The keyboard page: made from the keys that the window and its screens really answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QMenu, QMenuBar, QWidget

from desktop.ui.help.pages import KEYBOARD, Page, parse
from desktop.ui.messages import Messages
from desktop.ui.widgets.told_keys import ToldKey

_PRINTED = {"Return": "Enter", "Del": "Delete", "Left": "←", "Right": "→"}


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """The keys of a menu, a screen or a kind of field: what is pressed, and what it does."""

    title: str
    lines: tuple[tuple[str, str], ...]


def menu_groups(bar: QMenuBar) -> tuple[KeyGroup, ...]:
    """Return one group per menu: its actions that have a key."""
    found = []
    for top in bar.actions():
        menu = top.menu()
        if isinstance(menu, QMenu):
            lines = tuple(_action_line(action) for action in menu.actions() if action.shortcuts())
            found.append(KeyGroup(_bare(top.text()), lines))
    return tuple(found)


def screen_group(title: str, screen: QWidget, messages: Messages) -> KeyGroup:
    """Return the keys of one screen: its shortcuts, its actions, and those it tells."""
    shortcuts = [
        (_printed(one.key()), one.whatsThis())
        for one in screen.findChildren(QShortcut)
        if one.whatsThis()
    ]
    actions = [_action_line(one) for one in screen.findChildren(QAction) if one.shortcuts()]
    parts = [part for part in screen.findChildren(QWidget) if not isinstance(part, QLineEdit)]
    kinds = dict.fromkeys(type(part) for part in (screen, *parts))
    told = [line for kind in kinds for line in _told(kind, messages)]
    return KeyGroup(title, tuple(dict.fromkeys([*shortcuts, *actions, *told])))


def field_groups(screens: Iterable[QWidget], messages: Messages) -> tuple[KeyGroup, ...]:
    """Return the keys of every kind of field on the screens, each kind once."""
    kinds = dict.fromkeys(
        type(part) for screen in screens for part in screen.findChildren(QLineEdit)
    )
    lines = [line for kind in kinds for line in _told(kind, messages)]
    return (KeyGroup(messages.say("help.keys.fields"), tuple(dict.fromkeys(lines))),)


def keyboard_page(groups: Iterable[KeyGroup], messages: Messages) -> Page:
    """Return the help page of these groups; those without a key are left out."""
    say = messages.say
    lines = [f"# {say('help.keys.title')}", "", say("help.keys.intro"), ""]
    for group in groups:
        if group.lines:
            lines += [f"## {group.title}", ""]
            lines += [f"| {say('help.keys.key')} | {say('help.keys.does')} |", "|---|---|"]
            lines += [f"| {_keys(keys)} | {words} |" for keys, words in group.lines]
            lines.append("")
    return parse(KEYBOARD, "\n".join(lines))


def _told(kind: type[QObject], messages: Messages) -> Iterator[tuple[str, str]]:
    told: tuple[ToldKey, ...] = getattr(kind, "KEYS", ())
    for one in told:
        yield one.keys, messages.say(one.words)


def _action_line(action: QAction) -> tuple[str, str]:
    return " / ".join(_printed(key) for key in action.shortcuts()), _bare(action.text())


def _printed(key: QKeySequence) -> str:
    text = key.toString(QKeySequence.SequenceFormat.PortableText)
    return "+".join(_PRINTED.get(part, part) for part in text.split("+"))


def _bare(text: str) -> str:
    """Return an action's words without its mnemonic: 新户(&N) is 新户, &Save is Save."""
    words, _, rest = text.partition("(&")
    return words + rest[2:] if rest[1:2] == ")" else text.replace("&", "")


def _keys(keys: str) -> str:
    return " / ".join(f"`{part.strip()}`" for part in keys.split(" / "))
