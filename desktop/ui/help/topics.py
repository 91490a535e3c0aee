"""Which help belongs to a widget: its own ``helpTopic``, else that of what it stands in."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.ui.help.pages import CONTENTS

PROPERTY = "helpTopic"


def topic_of(widget: QWidget | None) -> str:
    """Return the topic of the nearest widget upwards that has one; else the contents."""
    while widget is not None:
        topic = widget.property(PROPERTY)
        if topic:
            return str(topic)
        widget = widget.parentWidget()
    return CONTENTS
