"""The batch: what renewing every clean household would do, stated before it is done. No Qt."""

from __future__ import annotations

from desktop.domain.roster import batch_plan
from desktop.ui.enroll.shown import Note
from desktop.ui.messages import Messages
from desktop.ui.roster.lane import StepLane
from desktop.ui.roster.model import RosterModel
from desktop.ui.roster.promises import Done, RosterView
from desktop.ui.roster.words import RosterWords


class Batches:
    """One batch at a time: asked for, stated, run, stopped."""

    def __init__(
        self, messages: Messages, view: RosterView, model: RosterModel, lane: StepLane
    ) -> None:
        self._say = messages.say
        self._words = RosterWords(messages)
        self._view = view
        self._model = model
        self._lane = lane
        self._wanted = False
        self._stated: tuple[str, ...] = ()

    def plan(self) -> None:
        """State what the batch would do; it waits for what is unread or not yet durable."""
        if not self._model.headings:
            return
        if not self._model.complete or self._model.busy:
            self._wanted = True
            text = self._say(
                "roster.batch.wait", done=self._model.loaded, all=len(self._model.headings)
            )
            self._view.show_message(Note(text))
            return
        self._wanted = False
        plan = batch_plan(self._model.bands())
        self._stated = plan.households
        self._view.show_message(Note())
        self._view.show_page("batch")
        self._view.show_batch(self._words.batch(plan))

    def go_on(self) -> None:
        """State the batch that was asked for, if all is read and durable by now."""
        if self._wanted and self._model.complete and not self._model.busy:
            self.plan()

    def run(self) -> None:
        """Renew what was stated."""
        if self._stated:
            households, self._stated = self._stated, ()
            done = Done(self._say("roster.what.batch", count=len(households)))
            self._lane.run_batch(households, done)

    def leave(self) -> None:
        """Stop a batch under way, or go back without one."""
        self._wanted = False
        self._stated = ()
        self._lane.cancel_batch()
        self._view.show_page("bands")
        self._view.show_bands()
