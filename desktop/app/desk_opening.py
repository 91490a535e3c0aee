"""Opening a desk for the window, on the store lane: sign-in, divisions, what screens may hold."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.app.exchange_first import signed_in
from desktop.app.upgrade_mark import minding_upgrade
from desktop.base.clock import SystemClock
from desktop.base.ids import SystemIds
from desktop.base.machine import machine_id
from desktop.domain.codes import ROLES
from desktop.jobs.lanes import Runner
from desktop.printing.print_setup import PrintSetups
from desktop.ui.messages import Messages

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from desktop.devices.reader import CardReader, ReaderChoice
    from desktop.printing.papers import Paper
    from desktop.printing.preprinted import WrittenForms
    from desktop.printing.spool import Pages, Spooler
    from desktop.ui.first_run.answers import Answers
    from desktop.ui.session import Session, Village
    from desktop.ui.shell.view import ShellWindow
    from desktop.usecases.desk import Desk

RECEIPTS = "receipts"

WARM_UP_MS = 50
"""`warm_up` begins once the sign-in screen is painted; a password takes seconds to type."""


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
    printing: Callable[[], PrintSetups] = PrintSetups,
) -> Session:
    """Sign in and gather what the screens need. Errors as `desktop.usecases.desk.open_desk`.

    ``papers`` is a folder that takes every paper instead of the machine's printers; ``printing``
    says how each paper is printed now, for every paper anew.
    """
    from desktop.app.law import shipped_law
    from desktop.ui.cards import CardDesk
    from desktop.ui.session import Session
    from desktop.usecases.desk import open_desk
    from desktop.usecases.divisions import tree
    from desktop.usecases.print_queue import recover_queue

    law = shipped_law()

    def sign_in() -> Desk:
        return open_desk(
            folder, operator, password, law=law, clock=SystemClock(), ids=SystemIds(),
            machine=machine_id(),
        )  # fmt: skip

    with minding_upgrade(folder):
        desk = signed_in(folder, operator, password, sign_in)
    recover_queue(desk)
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
        spooler=_PaperWay(papers or folder / RECEIPTS, None if papers else printing),
        printing=printing,
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


def warm_up_on(runner: Runner, owner: object, failed: Callable[[Exception], None]) -> None:
    """Do `warm_up` once the screen can be used, off the window's thread."""
    runner.submit("store", warm_up, owner=owner, failed=failed)


def check_password(folder: Path, operator: str, password: str) -> None:
    """Return if the password is the operator's. Raises as `desktop.store.vault.Vault.unlock`."""
    from desktop.store.vault import Vault

    Vault(folder).unlock(operator, password, SystemClock())


def unlock_on(
    runner: Runner,
    window: ShellWindow,
    messages: Messages,
    folder: Path,
    operator: str,
    password: str,
) -> None:
    """Uncover the window if the password is the operator's, else say why not."""
    runner.submit(
        "store",
        lambda: check_password(folder, operator, password),
        owner=window,
        done=lambda _: window.unlock(),
        failed=lambda error: window.lock_screen.show_mistake(messages.error(error)),
    )


def _villages(desk: Desk) -> tuple[Village, ...]:
    """Return the places of the station's own scope: of the county's tree, or lived in already."""
    from desktop.ui.session import Village
    from desktop.usecases.villages import known_places

    return tuple(Village(place.code, place.short) for place in known_places(desk))


class _PaperWay:
    """Where papers go, found out when the first one comes: as it is set for each, or a folder."""

    def __init__(self, folder: Path, setups: Callable[[], PrintSetups] | None) -> None:
        self._folder = folder
        self._setups = setups
        self._found: Spooler | None = None

    def spool(
        self,
        pdf: bytes,
        *,
        name: str,
        paper: Paper,
        pages: Pages | None = None,
        written: WrittenForms | None = None,
    ) -> str:
        """Hand one paper on; see `desktop.printing.spool.Spooler.spool`."""
        from desktop.printing.spool import ALL_PAGES

        if self._found is None:
            self._found = self._find()
        wanted = pages or ALL_PAGES
        return self._found.spool(pdf, name=name, paper=paper, pages=wanted, written=written)

    def _find(self) -> Spooler:
        from desktop.printing.spool import FolderSpooler, SetupSpooler

        kept = FolderSpooler(self._folder)
        return SetupSpooler(self._setups, kept) if self._setups else kept
