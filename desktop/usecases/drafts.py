"""Drafts: what is being entered, kept as it is typed, so that a crash loses nothing."""

from __future__ import annotations

import msgspec

from desktop.base.clock import instant_text
from desktop.domain.household import HouseholdInput
from desktop.sqlite.errors import database_errors
from desktop.store import register
from desktop.usecases.desk import Desk

CURRENT = "household"
"""The one draft a desk has: the household on the screen."""


def save_draft(desk: Desk, entry: HouseholdInput) -> str:
    """Keep the household on the screen; return the instant it was kept.

    Raises:
        Unavailable: the disk failed; the draft before is still there.
    """
    saved_at = instant_text(desk.store.clock.now())
    content = msgspec.json.encode(entry).decode()
    with desk.store.transaction():
        desk.store.connection.execute(
            "INSERT OR REPLACE INTO drafts (key, saved_at, content) VALUES (?, ?, ?)",
            (_key(desk), saved_at, content),
        )
    return saved_at


def load_draft(desk: Desk) -> HouseholdInput | None:
    """Return the operator's kept household, None if there is none (or an older form of it)."""
    text = register.draft(desk.store.connection, _key(desk))
    if text is None:
        return None
    try:
        return msgspec.json.decode(text, type=HouseholdInput)
    except msgspec.ValidationError:
        return None


def drop_draft(desk: Desk) -> None:
    """Forget the kept household: it was saved, or the clerk cancelled it."""
    with desk.store.transaction():
        desk.store.connection.execute("DELETE FROM drafts WHERE key = ?", (_key(desk),))


def unsaved_by(desk: Desk) -> tuple[str, ...]:
    """Return the operators whose household or list under way this file keeps, unsaved."""
    before = f"{CURRENT}:"
    with database_errors():
        rows = desk.store.connection.execute(
            "SELECT substr(key, ?) AS who FROM drafts WHERE key LIKE ? || '%'"
            " UNION SELECT operator FROM list_drafts ORDER BY who",
            (len(before) + 1, before),
        ).fetchall()
    return tuple(row["who"] for row in rows)


def _key(desk: Desk) -> str:
    return f"{CURRENT}:{desk.operator}"
