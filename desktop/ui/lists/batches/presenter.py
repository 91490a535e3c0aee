"""What the tab 导入批次 does: look at what was taken in, take a batch back, see what follows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, Protocol

from desktop.base.money import fen_display
from desktop.domain.list_facts import TABLE_KINDS
from desktop.ui.enroll.shown import Note
from desktop.ui.lists.wizard.lines import identity_words
from desktop.ui.lists.work import Work
from desktop.ui.session import Session
from desktop.usecases.lists.batches import Batch, Unnamed, Waiting, batches, unnamed, waiting
from desktop.usecases.lists.plan import Candidate
from desktop.usecases.lists.prices import PriceEffect, price_effects
from desktop.usecases.lists.registered import apply_known, confirm_listed
from desktop.usecases.lists.rights import MAY_IMPORT, may_import
from desktop.usecases.lists.undoing import Undone, undo_list
from desktop.usecases.repricing import MAY_SEE

Mode = Literal["batches", "waiting", "unnamed", "prices"]
MODES: tuple[Mode, ...] = ("batches", "waiting", "unnamed", "prices")
ROWS_MAX = 1_000
"""More rows than this nobody reads on a screen; the command line lists them all."""

Line = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """One of the tab's tables."""

    rows: tuple[Line, ...] = ()
    summary: str = ""
    empty: str = ""


class BatchesView(Protocol):
    """What the presenter asks of the page."""

    def show_mode(self, mode: Mode, shown: Shown) -> None:
        """Show a table."""
        ...

    def show_undo(self, *, possible: bool) -> None:
        """Offer to take the chosen batch back, or do not."""
        ...

    def show_waiting(self, known: int, who: tuple[Candidate, ...]) -> None:
        """Offer to give ``known`` people what a list says; ``who`` the chosen row may mean."""
        ...

    def show_note(self, note: Note) -> None:
        """Say in the reserved line what happened."""
        ...

    def show_work(self, work: Work | None) -> None:
        """Show work that is under way; None: it is over."""
        ...

    def desk_changed_now(self) -> None:
        """Tell the window that something was recorded."""
        ...


class BatchesPresenter:
    """Four tables; the one of prices is about the batch that was chosen last."""

    def __init__(self, session: Session, view: BatchesView) -> None:
        self._session = session
        self._view = view
        self._say = session.messages.say
        self._mode: Mode = "batches"
        self._batches: tuple[Batch, ...] = ()
        self._waiting: tuple[Waiting, ...] = ()
        self._unnamed: tuple[Unnamed, ...] = ()
        self._prices: tuple[PriceEffect, ...] | None = None
        self._chosen = 0
        self._at = 0
        self._work: Work | None = None

    def begin(self) -> None:
        """Show what is there now."""
        desk = self._session.desk
        self._prices = None
        self._submit(
            lambda: (batches(desk), waiting(desk, limit=ROWS_MAX), unnamed(desk)), self._looked
        )

    def choose(self, mode: Mode) -> None:
        """Turn to a table."""
        self._mode = mode
        self._say_what_stays()
        if mode == "prices" and self._prices is None and self._batch is not None:
            self._price()
        self._show()

    def point_at(self, place: int) -> None:
        """Note which batch the cursor is on."""
        if self._mode == "batches" and place != self._chosen:
            self._chosen, self._prices = place, None
        if self._mode == "batches":
            self._view.show_undo(possible=self._may_undo)
            self._say_what_stays()
        elif self._mode == "waiting":
            self._at = place
            self._offer_waiting()

    def apply_known(self) -> None:
        """Give everybody who waits and is registered by now what the lists say of them."""
        desk = self._session.desk
        if self._mode == "waiting" and self._work is None and self._known:
            self._submit(lambda: apply_known(desk), self._applied)

    def say_who(self, person: str) -> None:
        """Say which of the candidates the chosen row means."""
        desk, one = self._session.desk, self._row
        if one is not None and person and self._work is None:
            self._submit(lambda: confirm_listed(desk, one.source, one.who, person), self._applied)

    def undo(self, reason: str) -> None:
        """Take the chosen batch back whole."""
        batch, desk, work = self._batch, self._session.desk, Work()
        if batch is None or not self._may_undo or self._work is not None:
            return
        self._begin_work(work)
        self._submit(
            lambda: undo_list(
                desk, batch.id, reason, progress=work.tell, cancelled=lambda: work.stopped
            ),
            self._undone,
        )

    def stop(self) -> bool:
        """Stop what is under way; False if nothing is."""
        if self._work is None:
            return False
        self._work.stopped = True
        return True

    @property
    def _batch(self) -> Batch | None:
        return self._batches[self._chosen] if self._chosen < len(self._batches) else None

    @property
    def _may_undo(self) -> bool:
        batch = self._batch
        if batch is None or batch.undone_at:
            return False
        return self._session.role in may_import(batch.kind)

    @property
    def _row(self) -> Waiting | None:
        return self._waiting[self._at] if 0 <= self._at < len(self._waiting) else None

    @property
    def _known(self) -> int:
        may = self._session.role in MAY_IMPORT
        return sum(bool(one.known) for one in self._waiting) if may else 0

    def _offer_waiting(self) -> None:
        here, row = self._mode == "waiting", self._row
        may = here and row is not None and self._session.role in MAY_IMPORT
        self._view.show_waiting(
            self._known if here else 0, row.candidates if may and row is not None else ()
        )

    def _applied(self, count: int) -> None:
        self._view.show_note(Note(self._say("lists.applied", count=count), "ok"))
        self._view.desk_changed_now()
        self.begin()

    def _say_what_stays(self) -> None:
        """Say before a list of units is taken back what of it cannot be."""
        batch = self._batch
        here = self._mode == "batches" and self._may_undo
        units = here and batch is not None and batch.kind == "divisions"
        self._view.show_note(Note(self._say("lists.undo_divisions") if units else ""))

    def _price(self) -> None:
        batch, desk, work = self._batch, self._session.desk, Work()
        if batch is None or self._session.role not in MAY_SEE or self._work is not None:
            return
        year = self._session.campaign_year
        self._begin_work(work)
        self._submit(
            lambda: price_effects(desk, batch.id, year, work.tell, lambda: work.stopped),
            self._priced,
        )

    def _priced(self, found: tuple[PriceEffect, ...]) -> None:
        self._end_work()
        self._prices = found
        self._show()

    def _undone(self, done: Undone) -> None:
        self._end_work()
        kind = self._batch.kind if self._batch else ""
        key = f"lists.undone_{kind}" if kind in TABLE_KINDS else "lists.undone"
        words = self._say(key, restored=done.restored, kept=done.kept)
        self._view.show_note(Note(words, "ok"))
        self._view.desk_changed_now()
        self.begin()

    def _looked(
        self, found: tuple[tuple[Batch, ...], tuple[Waiting, ...], tuple[Unnamed, ...]]
    ) -> None:
        self._batches, self._waiting, self._unnamed = found
        self._chosen = min(self._chosen, max(0, len(self._batches) - 1))
        self._show()

    def _show(self) -> None:
        make: dict[Mode, Callable[[], Shown]] = {
            "batches": self._batches_shown,
            "waiting": self._waiting_shown,
            "unnamed": self._unnamed_shown,
            "prices": self._prices_shown,
        }
        self._view.show_mode(self._mode, make[self._mode]())
        self._view.show_undo(possible=self._mode == "batches" and self._may_undo)
        self._offer_waiting()

    def _batches_shown(self) -> Shown:
        rows = tuple(
            (
                one.at[:10],
                one.source,
                one.as_of,
                one.title,
                self._say(
                    "lists.batch_counts", rows=one.counts.rows, new=one.counts.new,
                    changed=one.counts.changed, ended=one.counts.ended,
                    waiting=one.counts.waiting, left_out=one.counts.left_out,
                ),
                one.operator,
                self._say("lists.batch_undone", who=one.undone_by, reason=one.undo_reason)
                if one.undone_at
                else one.note,
            )
            for one in self._batches
        )  # fmt: skip
        summary = self._say("lists.batches_summary", count=len(rows))
        return Shown(rows, summary if rows else "", self._say("lists.batches_none"))

    def _waiting_shown(self) -> Shown:
        messages = self._session.messages
        rows = tuple(
            (
                one.source,
                str(one.row),
                one.name,
                one.number,
                one.place,
                identity_words(one.identities, one.unnamed, messages),
                self._waiting_note(one),
            )
            for one in self._waiting
        )
        summary = self._say("lists.waiting_summary", count=len(rows))
        return Shown(rows, summary if rows else "", self._say("lists.waiting_none"))

    def _waiting_note(self, one: Waiting) -> str:
        if one.known:
            return self._say("lists.registered_since")
        if one.candidates:
            return self._say("lists.alike", count=len(one.candidates))
        return ""

    def _unnamed_shown(self) -> Shown:
        rows = tuple(
            (one.source, one.words, str(one.people), "", "", "", "") for one in self._unnamed
        )
        summary = self._say("lists.unnamed_summary", count=len(rows))
        return Shown(rows, summary if rows else "", self._say("lists.unnamed_none"))

    def _prices_shown(self) -> Shown:
        if self._session.role not in MAY_SEE:
            return Shown(empty=self._say("lists.prices_role"))
        found = self._prices or ()
        rows = tuple(
            (
                self._say(f"lists.price.{one.kind}"),
                one.name,
                one.number,
                fen_display(one.amount_fen) if one.amount_fen is not None else "",
                "、".join(one.reasons),
                "",
                "",
            )
            for one in found[:ROWS_MAX]
        )
        batch = self._batch
        told = batch.title if batch else ""
        total = sum(one.amount_fen or 0 for one in found if one.kind in ("refund", "retroactive"))
        owed = sum(one.amount_fen or 0 for one in found if one.kind == "collect")
        summary = self._say(
            "lists.prices_summary", title=told, count=len(found), back=fen_display(total),
            owed=fen_display(owed),
        )  # fmt: skip
        return Shown(rows, summary if rows else "", self._say("lists.prices_none"))

    def _failed(self, error: Exception) -> None:
        self._end_work()
        self._view.show_note(Note(self._session.messages.error(error), "mistake"))

    def _begin_work(self, work: Work) -> None:
        self._work = work
        self._view.show_work(work)

    def _end_work(self) -> None:
        self._work = None
        self._view.show_work(None)

    def _submit(self, work: Callable[[], object], done: Callable[..., None]) -> None:
        self._session.runner.submit("store", work, owner=self._view, done=done, failed=self._failed)
