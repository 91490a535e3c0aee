"""Many receipts in one file: which are asked for in the panel; drawn step by step. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop.jobs.lanes import Lane, Result
from desktop.ui.enroll.options import Choice
from desktop.ui.enroll.shown import Note, Tone
from desktop.ui.enroll.task_shown import Outcome, TaskShown
from desktop.ui.receipts.register_task import day_of
from desktop.ui.receipts.tasks import MoneyTask
from desktop.ui.session import Session
from desktop.usecases.bulk_receipts import BulkWanted, bulk_receipts, count_bulk
from desktop.usecases.papers import ReceiptPaper

FILE = "receipts-file"
_UNPRINTED = "unprinted"


@dataclass(frozen=True, slots=True)
class BulkReceipts:
    """What goes into one file."""

    papers: tuple[ReceiptPaper, ...]
    title: str


class BulkTask(MoneyTask):
    """Ask which receipts; the file is asked for next."""

    code = FILE

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._answers |= {"division": session.division, "which": "all"}
        self._answers["first"] = self._answers["last"] = session.today.isoformat()

    def shown(self) -> TaskShown:
        """Return the panel: the place, the days, all or only what was never printed."""
        session = self._session
        places = (
            Choice(session.division, session.division_name),
            *(Choice(one.code, one.name, keys=one.keys) for one in session.villages),
        )
        which = tuple(Choice(one, self._say(f"receipts-file.{one}")) for one in ("all", _UNPRINTED))
        return self._panel(
            self._say(f"money.{FILE}.says"),
            self._coded("division", places),
            self._field("first", "date"),
            self._field("last", "date"),
            self._coded("which", which),
        )

    def work(self) -> Callable[[], object]:
        """Return the gathering of the receipts."""
        session = self._session
        first, last = self._answer("first"), self._answer("last")
        division, which = self._answer("division"), self._answer("which")

        def gather() -> BulkReceipts:
            days = [day.isoformat() if day else "" for day in (day_of(first), day_of(last))]
            wanted = BulkWanted(division, days[0], days[1], unprinted=which == _UNPRINTED)
            papers = bulk_receipts(session.desk, wanted, session.messages.language)
            numbers = f"{papers[0].receipt.number}-{len(papers)}"
            return BulkReceipts(papers, numbers)

        return gather

    def done(self, result: object) -> Outcome:
        """Return how many there are."""
        assert isinstance(result, BulkReceipts)
        return Outcome(self._say(f"money.{FILE}.done", count=len(result.papers)))


class BulkPrinting:
    """Draws one file at a time, a step per turn of the print lane, until it is whole or stopped."""

    def __init__(
        self,
        session: Session,
        owner: object,
        told: Callable[[Note], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self._session = session
        self._owner = owner
        self._told = told
        self._failed = failed
        self._steps: Iterator[int] | None = None

    @property
    def running(self) -> bool:
        """Whether a file is being drawn, and may still be stopped."""
        return self._steps is not None

    def start(self, wanted: BulkReceipts, path: Path, counted: Callable[[], None]) -> None:
        """Draw the receipts into ``path``, then count each as a print; ``counted`` hears of it."""
        if self.running:
            return
        from desktop.printing.bulk import BulkFile
        from desktop.printing.pdf import PrintJob

        session, papers = self._session, wanted.papers
        file = BulkFile(
            [PrintJob(one.receipt, one.code, one.copy) for one in papers],
            printed_at=papers[0].printed_at,
            paper=session.printing().receipt_paper,
            lang=session.messages.language,
        )
        self._steps = file.draw()
        self._say("bulk.drawing", done=0, count=len(papers))
        self._step(wanted, lambda: file.write(path), lambda _: self._kept(wanted, path, counted))

    def stop(self) -> None:
        """Stop before the file is there: nothing is kept and nothing counted."""
        if self.running:
            self._steps = None
            self._say("bulk.stopped", tone="warning")

    def _step(
        self, wanted: BulkReceipts, write: Callable[[], None], kept: Callable[[None], None]
    ) -> None:
        steps, count = self._steps, len(wanted.papers)
        if steps is None:
            return

        def drawn(done: int) -> None:
            if self._steps is not steps:
                return
            self._say("bulk.drawing", done=done, count=count)
            if done < count:
                self._step(wanted, write, kept)
                return
            self._steps = None
            self._submit("print", write, kept)

        self._submit("print", lambda: next(steps), drawn)

    def _kept(self, wanted: BulkReceipts, path: Path, counted: Callable[[], None]) -> None:
        desk, papers = self._session.desk, wanted.papers

        def done(_: object) -> None:
            counted()
            self._say("bulk.kept", tone="ok", count=len(papers), path=path)

        self._submit("store", lambda: count_bulk(desk, papers), done)

    def _submit(
        self, lane: Lane, work: Callable[[], Result], done: Callable[[Result], None]
    ) -> None:
        self._session.runner.submit(lane, work, owner=self._owner, done=done, failed=self._stuck)

    def _stuck(self, error: Exception) -> None:
        self._steps = None
        self._failed(error)

    def _say(self, key: str, *, tone: Tone = "quiet", **values: object) -> None:
        self._told(Note(self._session.messages.say(key, **values), tone))
