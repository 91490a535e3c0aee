"""Steps on their way to the store: optimistic on the screen, in order on the lane. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from threading import Event, get_ident

from desktop.domain.roster import Band
from desktop.ui.enroll.shown import Note
from desktop.ui.roster.model import RosterModel
from desktop.ui.roster.promises import Done, RosterView
from desktop.ui.roster.words import RosterWords
from desktop.ui.session import Session
from desktop.usecases.roster_steps import (
    Skipped,
    Step,
    renew_clean,
    restore,
    restore_many,
)

_PAINT_S = 0.05
BATCH = 20
"""Households per transaction of a batch: few enough to stop soon, many enough to be quick."""


class StepLane:
    """Hands steps to the store lane and brings what they left back into the model."""

    def __init__(self, session: Session, view: RosterView, model: RosterModel) -> None:
        self._session = session
        self._view = view
        self._model = model
        self._say = session.messages.say
        self._words = RosterWords(session.messages)
        self._cancelled = False
        self._painted = Event()
        self._painter = get_ident()
        self.changed: Callable[[], None] = lambda: None
        """Called when sums and counts are to be shown anew."""

    def submit(self, coming: Band, done: Done | None, work: Callable[[], Step]) -> None:
        """Do one step; the band shows ``coming`` until it is durable or has failed."""
        household = coming.household_id
        self._painted.clear()
        self._model.begin(household, coming)
        self._view.show_band(household)
        if done is not None:
            self._view.keep_step(done)

        def run() -> Step:
            self._let_paint()
            step = work()
            if done is not None:
                # On the lane: an undo queued right behind this finds what to take back.
                done.note(step.band, step.before, step.after)
            return step

        self._session.runner.submit(
            "store",
            run,
            owner=self._view,
            done=self._done,
            failed=lambda error: self._failed(household, error),
        )

    def painted(self) -> None:
        """Note that what the last key changed is on the screen."""
        self._painted.set()

    def _let_paint(self) -> None:
        """Let the screen show the next band before this lane computes: both share the interpreter.

        The step is in the lane's queue already; it waits for one paint, and not long for that.
        """
        if get_ident() != self._painter:
            self._painted.wait(_PAINT_S)

    def undo(self, done: Done) -> None:
        """Bring everybody back to where they stood before ``done``."""
        self._restore(done, back=True)

    def redo(self, done: Done) -> None:
        """Bring everybody to where they stood after ``done``."""
        self._restore(done, back=False)

    def _restore(self, done: Done, *, back: bool) -> None:
        year, desk = self._session.campaign_year, self._session.desk
        key = "roster.undone" if back else "roster.redone"
        told = Note(self._say(key, what=done.what), "ok")

        def work() -> tuple[Step, ...]:
            wanted = [
                (household, before if back else after)
                for household, (before, after) in done.steps.items()
            ]
            if len(wanted) == 1:
                return (restore(desk, wanted[0][0], year, wanted[0][1]),)
            steps: list[Step] = []
            for start in range(0, len(wanted), BATCH):
                steps += restore_many(desk, year, wanted[start : start + BATCH])
            return tuple(steps)

        def finished(steps: tuple[Step, ...]) -> None:
            self._model.put(step.band for step in steps)
            if steps:
                self._model.go_to(steps[0].band.household_id)
            self._view.show_bands()
            self._view.show_message(told)
            self._after(saved=any(step.after for step in steps))

        self._session.runner.submit(
            "store", work, owner=self._view, done=finished, failed=self._not_restored
        )

    def run_batch(self, households: Sequence[str], done: Done) -> None:
        """Renew clean households, some at a time, until they are done or somebody stops it."""
        self._cancelled = False
        self._view.keep_step(done)
        self._next_batch(tuple(households), 0, (0, 0), done)

    def cancel_batch(self) -> None:
        """Stop the batch before its next households."""
        self._cancelled = True

    def _next_batch(
        self, households: tuple[str, ...], at: int, so_far: tuple[int, int], done: Done
    ) -> None:
        count, people = so_far
        if at >= len(households) or self._cancelled:
            whole = at >= len(households)
            key = "roster.batch.done" if whole else "roster.batch.cancelled"
            text = self._say(key, households=count, people=people)
            self._view.show_page("bands")
            self._view.show_bands()
            self._view.show_message(Note(text, "ok" if whole else "warning"))
            self._after(saved=count > 0)
            return
        text = self._say("roster.batch.running", done=at, all=len(households))
        self._view.show_batch_progress(text, at * 100 // len(households))
        part, year, desk = (
            households[at : at + BATCH],
            self._session.campaign_year,
            self._session.desk,
        )

        def work() -> tuple[Step, ...]:
            steps = renew_clean(desk, part, year)
            for step in steps:
                done.note(step.band, step.before, step.after)
            return steps

        def finished(steps: tuple[Step, ...]) -> None:
            self._model.put(step.band for step in steps)
            written = [step for step in steps if step.after]
            sums = (count + len(written), people + sum(len(step.after) for step in written))
            self._next_batch(households, at + BATCH, sums, done)

        self._session.runner.submit(
            "store", work, owner=self._view, done=finished, failed=self._batch_failed
        )

    def _done(self, step: Step) -> None:
        household = step.band.household_id
        self._model.end(household, step.band)
        if step.skipped:
            self._model.notes[household] = Note(self._skipped(step), "warning")
        self._view.show_band(household)
        self._after(saved=bool(step.after))

    def _skipped(self, step: Step) -> str:
        names = {one.person_id: one.name for one in step.band.members}

        def words(one: Skipped) -> str:
            mark = self._words.mark(one.mark)
            return self._say("roster.mark.of", name=names.get(one.person_id, ""), words=mark)

        why = "；".join(words(one) for one in step.skipped[:2])
        return self._say("roster.skipped", count=len(step.skipped), why=why)

    def _failed(self, household: str, error: Exception) -> None:
        why = self._session.messages.error(error)
        self._model.end(household, None)
        self._model.failed.add(household)
        self._model.notes[household] = Note(self._say("roster.failed", why=why), "mistake")
        self._view.show_band(household)
        self._after(saved=False)

    def _not_restored(self, error: Exception) -> None:
        text = self._session.messages.error(error)
        if getattr(error, "code", "") == "ROSTER_PAID":
            text = self._say("roster.undo_paid")
        self._view.show_message(Note(text, "warning"))

    def _batch_failed(self, error: Exception) -> None:
        text = self._session.messages.error(error)
        self._view.show_page("bands")
        self._view.show_bands()
        self._view.show_message(Note(text, "mistake"))
        # What came before the failure is there.
        self._after(saved=True)

    def _after(self, *, saved: bool) -> None:
        self.changed()
        if saved:
            self._view.status_changed()
