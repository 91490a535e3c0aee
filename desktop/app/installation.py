"""What the settings page tells of this installation: version, law, folder, and what IT set."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from desktop.app.version import VERSION
from desktop.base.errors import Refused
from desktop.base.station_settings import NAMES, Given, Places, read_settings

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.sync.updates import Offer
    from desktop.ui.messages import Messages
    from desktop.ui.session import Session
    from desktop.ui.settings.view import SettingsScreen


def law_words(session: Session) -> tuple[str, str]:
    """Return the document and the hash of the law at the station's place."""
    law = session.law.resolve(session.division, session.campaign_year)
    if law is None:
        return session.messages.say("shell.no_law"), "—"
    return law.used.layers[0].document, law.used.hash


def about_words(session: Session, folder: Path) -> str:
    """Return versions and where the data lies."""
    document, digest = law_words(session)
    return session.messages.say(
        "shell.about", version=VERSION, law=document, hash=digest[:16], folder=folder
    )


def update_words(messages: Messages, offer: Offer) -> str:
    """Return what is known of a newer version and who does what; empty if nothing is."""
    release = offer.release
    if offer.state == "none" or release is None:
        return ""
    note = release.note if messages.language == "zh" else release.note_en
    return messages.say(
        f"update.{offer.state}",
        version=release.version,
        note=note or "—",
        percent=100 * offer.here // release.size,
    )


def show_about(settings: SettingsScreen, session: Session, folder: Path, places: Places) -> None:
    """Show what this installation is and what IT set for it."""
    settings.show_about(about_words(session, folder))
    settings.show_managed(*managed_words(session.messages, places))


def managed_words(messages: Messages, places: Places) -> tuple[str, bool]:
    """Return what IT set and where each value comes from, and whether something is wrong."""
    try:
        given = read_settings(places).given
    except Refused as error:
        return messages.error(error), True
    lines = [_line(messages, name, given.get(name)) for name in NAMES]
    return "\n".join((*lines, messages.say("it.note"))), False


def managed_lines(places: Places) -> Iterator[dict[str, str]]:
    """Yield every setting with its value and source, as the command line prints them.

    Errors as `desktop.base.station_settings.read_settings`.
    """
    given = read_settings(places).given
    for name in NAMES:
        found = given.get(name)
        yield {
            "name": name,
            "value": _shown(name, found) if found else "",
            "source": found.source if found else "",
            "place": found.place if found else "",
        }


def _line(messages: Messages, name: str, found: Given | None) -> str:
    words = messages.say(f"it.{name}")
    if found is None:
        return messages.say("it.free", name=words)
    value = messages.say("it.code_given") if name == "StationCode" else found.value
    source = messages.say(f"it.source.{found.source}")
    return messages.say("it.line", name=words, value=value, source=source, place=found.place)


def _shown(name: str, found: Given) -> str:
    # Whoever reads over a shoulder must not be able to register a station of their own.
    return "*" if name == "StationCode" else found.value
