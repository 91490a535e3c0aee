"""Opening a desk for the window, on the store lane: sign-in, divisions, what screens may hold."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.base.clock import SystemClock
from desktop.base.ids import SystemIds
from desktop.domain.codes import ROLES
from desktop.jobs.lanes import Runner
from desktop.ui.messages import Messages

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from desktop.devices.reader import CardReader, ReaderChoice
    from desktop.printing.papers import Paper
    from desktop.printing.spool import Pages, Spooler
    from desktop.ui.first_run.answers import Answers
    from desktop.ui.session import Session, Village
    from desktop.usecases.desk import Desk

RECEIPTS = "receipts"


@dataclass(frozen=True, slots=True)
class Operator:
    """Who may sign in, in words."""

    operator: str
    words: str


def operators(folder: Path, messages: Messages) -> tuple[Operator, ...]:
    """Return who may sign in at the station in ``folder``; empty before set-up."""
    from desktop.store.vault import Vault

    return tuple(
        Operator(
            entry.operator,
            messages.say(
                "sign_in.operator",
                name=entry.display_name or entry.operator,
                role=ROLES[entry.role].name(messages.language),
            ),
        )
        for entry in Vault(folder).operators()
    )


@dataclass(frozen=True, slots=True)
class Start:
    """What the window begins with."""

    set_up: bool
    """Whether the folder holds a station, whole: its file takes its name last."""
    operators: tuple[Operator, ...]
    answers: Answers | None
    """Of a first run that is not over."""


def start(folder: Path, messages: Messages) -> Start:
    """Look at the folder. Errors as `operators`."""
    from desktop.app.first_run import load_answers
    from desktop.store.vault import DATABASE

    found = (folder / DATABASE).exists()
    return Start(found, operators(folder, messages) if found else (), load_answers(folder))


def open_session(
    folder: Path,
    operator: str,
    password: str,
    messages: Messages,
    runner: Runner,
    papers: Path | None = None,
) -> Session:
    """Sign in and gather what the screens need. Errors as `desktop.usecases.desk.open_desk`.

    ``papers`` is a folder that takes every paper instead of the machine's printer.
    """
    from desktop.app.law import shipped_law
    from desktop.ui.cards import CardDesk
    from desktop.ui.session import Session
    from desktop.usecases.desk import open_desk
    from desktop.usecases.divisions import tree

    law = shipped_law()
    desk = open_desk(folder, operator, password, law=law, clock=SystemClock(), ids=SystemIds())
    station = desk.store.station
    clock = desk.store.clock
    township = tree(desk).address(station.division)
    return Session(
        desk=desk,
        clock=clock,
        runner=runner,
        messages=messages,
        campaign_year=clock.today().year,
        operator=desk.operator,
        display_name=desk.display_name,
        role=desk.role,
        # A station nobody named goes by its township.
        station_name=station.name if station.name != station.division else township,
        division=station.division,
        division_name=township,
        training=station.training_day is not None,
        villages=_villages(desk),
        spooler=_PaperWay(papers or folder / RECEIPTS, only_folder=papers is not None),
        cards=CardDesk(
            _reader_maker(station.division, clock.today(), station.training_day is not None)
        ),
    )


def _reader_maker(
    division: str,
    today: date,
    training: bool,  # noqa: FBT001 - named where it goes on
) -> Callable[[ReaderChoice], CardReader]:
    """Return what makes the chosen reader once a card is asked for."""

    def make(choice: ReaderChoice) -> CardReader:
        from desktop.devices.choice import make_reader

        return make_reader(choice, division=division, today=today, training=training)

    return make


def warm_up() -> None:
    """Load what the signed-in desk needs while the person types the password."""
    from importlib import import_module

    for name in ("desktop.ui.shell.desk_pages", "desktop.usecases.desk", "desktop.app.law"):
        import_module(name)
    from desktop.app.law import shipped_law

    shipped_law()


def check_password(folder: Path, operator: str, password: str) -> None:
    """Return if the password is the operator's. Raises as `desktop.store.vault.Vault.unlock`."""
    from desktop.store.vault import Vault

    Vault(folder).unlock(operator, password, SystemClock())


def _villages(desk: Desk) -> tuple[Village, ...]:
    """Return the places of the station's own scope: of the county's tree, or lived in already."""
    from desktop.ui.session import Village
    from desktop.usecases.villages import known_places

    return tuple(Village(place.code, place.short) for place in known_places(desk))


class _PaperWay:
    """Where papers go, found out when the first one comes: the default printer, else a folder."""

    def __init__(self, folder: Path, *, only_folder: bool) -> None:
        self._folder = folder
        self._only_folder = only_folder
        self._found: Spooler | None = None

    def spool(self, pdf: bytes, *, name: str, paper: Paper, pages: Pages | None = None) -> str:
        """Hand one paper on; see `desktop.printing.spool.Spooler.spool`."""
        from desktop.printing.spool import ALL_PAGES

        if self._found is None:
            self._found = self._find()
        return self._found.spool(pdf, name=name, paper=paper, pages=pages or ALL_PAGES)

    def _find(self) -> Spooler:
        from desktop.printing.spool import FolderSpooler, PrinterSpooler, printer_names

        kept = FolderSpooler(self._folder)
        names = () if self._only_folder else printer_names()
        return PrinterSpooler(names[0], kept) if names else kept
