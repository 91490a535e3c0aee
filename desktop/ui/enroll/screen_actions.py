"""What the menu 办理 holds: the member's actions, and the screen's own."""

from __future__ import annotations

from desktop.ui.enroll.choices import relation_options
from desktop.ui.enroll.form_paper import FormPaper, FormPaperView
from desktop.ui.enroll.member_table import MemberTable
from desktop.ui.enroll.presenter import EnrolPresenter
from desktop.ui.enroll.task_shown import Offer
from desktop.ui.session import Session


class ScreenActions:
    """Offers and carries out; the presenter knows what can be done with the member."""

    def __init__(
        self,
        presenter: EnrolPresenter,
        table: MemberTable,
        session: Session,
        view: FormPaperView,
    ) -> None:
        self._presenter = presenter
        self.form_paper = FormPaper(session, presenter, view)
        self._table = table
        self._messages = session.messages
        self._whole_relations = False

    def offers(self) -> tuple[Offer, ...]:
        """Return what the menu holds now."""
        say = self._messages.say
        offered = self._presenter.tasks.offers()
        if not offered:
            offered = (Offer("", say("enrol.actions.nobody"), enabled=False),)
        return (
            *offered,
            Offer("relations", say("enrol.actions.relations"), checked=self._whole_relations),
            Offer("form", f"{say('enrol.actions.form')}\tCtrl+P"),
            Offer("undo", f"{say('enrol.actions.undo')}\tCtrl+Z"),
            Offer("redo", f"{say('enrol.actions.redo')}\tCtrl+Y"),
        )

    def act(self, code: str) -> None:
        """Do what was chosen."""
        if code == "undo":
            self._presenter.undo()
        elif code == "redo":
            self._presenter.redo()
        elif code == "form":
            self.form_paper.print()
        elif code == "relations":
            self._whole_relations = not self._whole_relations
            whole = self._whole_relations
            self._table.offer_relations(relation_options(self._messages, whole=whole))
        else:
            self._presenter.tasks.begin(code)
