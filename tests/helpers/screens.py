"""Screens over a real desk in memory, for tests: sign-in done, the runner inline."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from desktop.domain.codes import Language
from desktop.printing.papers import Paper
from desktop.printing.preprinted import WrittenForms
from desktop.printing.spool import ALL_PAGES, Pages
from desktop.ui.enroll.promises import Payable
from desktop.ui.enroll.shown import BasisLine, DetailShown, Note, PriceCard, RowShown, Tone
from desktop.ui.enroll.task_shown import TaskShown
from desktop.ui.messages import Messages
from desktop.ui.session import Session, Village
from desktop.usecases.desk import Desk
from tests.helpers.desks import CAMPAIGN
from tests.helpers.inline_runner import InlineRunner
from tests.helpers.stations import VILLAGE


@dataclass(slots=True)
class TrayOut:
    """A printer's tray: keeps what came out, or refuses like a printer without paper."""

    papers: list[tuple[str, bytes]] = field(default_factory=list)
    refuse: Exception | None = None
    kinds: list[str] = field(default_factory=list)
    """The paper each was to come out on, refused ones too."""

    def spool(
        self,
        pdf: bytes,
        *,
        name: str,
        paper: Paper,
        pages: Pages = ALL_PAGES,
        written: WrittenForms | None = None,
    ) -> str:
        """Keep the paper."""
        del pages, written
        self.kinds.append(paper.name)
        if self.refuse is not None:
            raise self.refuse
        self.papers.append((name, pdf))
        return f"tray/{name}"


def session_of(
    desk: Desk,
    *,
    runner: InlineRunner | None = None,
    language: Language = "zh",
    tray: TrayOut | None = None,
) -> Session:
    """Return a signed-in session over a desk in memory."""
    station = desk.store.station
    return Session(
        desk=desk,
        clock=desk.store.clock,
        runner=runner or InlineRunner(),
        messages=Messages(language),
        campaign_year=CAMPAIGN,
        operator=desk.operator,
        display_name=desk.display_name,
        role=desk.role,
        station_name=station.name,
        division=station.division,
        division_name=station.name,
        training=True,
        villages=(Village(VILLAGE, "第一村", "dyc"), Village(VILLAGE[:-1] + "9", "第九村", "djc")),
        spooler=tray or TrayOut(),
    )


class ScreenDouble:
    """The household screen's view without Qt: remembers what it was told to show."""

    def __init__(self) -> None:
        self.rows: tuple[RowShown, ...] = ()
        self.card: PriceCard | None = None
        self.basis: tuple[BasisLine, ...] = ()
        self.detail: DetailShown | None = None
        self.marks: dict[tuple[int, str], Tone] = {}
        self.note = Note()
        self.household_notes: dict[str, Note] = {}
        self.meta = ""
        self.busy = False
        self.cursor: tuple[int | None, str] = (None, "")
        self.payable: Payable | None = None
        self.drafts_asked = 0
        self.saves_told = 0
        self.task: TaskShown | None = None
        self.history: tuple[BasisLine, ...] = ()
        self.reopened: tuple[str, tuple[int, str], str] | None = None

    def show_household(self, household: object) -> None:
        """Nothing of it is asserted on."""

    def show_rows(self, rows: tuple[RowShown, ...]) -> None:
        """Remember the rows."""
        self.rows = rows

    def show_detail(self, detail: DetailShown | None) -> None:
        """Remember the details."""
        self.detail = detail

    def show_price(self, card: PriceCard | None) -> None:
        """Remember the price card."""
        self.card = card

    def show_basis(self, lines: tuple[BasisLine, ...]) -> None:
        """Remember the sentences."""
        self.basis = lines

    def show_marks(self, marks: dict[tuple[int, str], Tone]) -> None:
        """Remember the marks."""
        self.marks = marks

    def show_note(self, note: Note) -> None:
        """Remember the reserved line."""
        self.note = note

    def show_household_notes(self, notes: dict[str, Note]) -> None:
        """Remember the lines under the household's fields."""
        self.household_notes = notes

    def show_meta(self, text: str) -> None:
        """Remember the heading's tail."""
        self.meta = text

    def show_busy(self, *, busy: bool) -> None:
        """Remember whether writing is held."""
        self.busy = busy

    def focus(self, place: int | None, name: str) -> None:
        """Remember where the cursor was put."""
        self.cursor = (place, name)

    def show_task(self, task: TaskShown | None) -> None:
        """Remember the panel."""
        self.task = task

    def show_history(self, lines: tuple[BasisLine, ...]) -> None:
        """Remember the sentences."""
        self.history = lines

    def reopen(self, household_id: str, cursor: tuple[int, str], words: str) -> None:
        """Remember what is to be shown next."""
        self.reopened = (household_id, cursor, words)

    def keep_draft_soon(self) -> None:
        """Count."""
        self.drafts_asked += 1

    def ask_payment(self, payable: Payable) -> None:
        """Remember what is to be paid."""
        self.payable = payable

    def status_changed(self) -> None:
        """Count."""
        self.saves_told += 1


def pictures_folder(name: str | None) -> Path | None:
    """Return the folder pictures are wanted in, made if missing; None if nobody asks for any."""
    if not name:
        return None
    folder = Path(name)
    folder.mkdir(parents=True, exist_ok=True)
    return folder
