"""The household's enrolment form (参保登记表) on paper, as it is saved."""

from __future__ import annotations

from typing import Protocol

from desktop.ui.enroll.presenter import EnrolPresenter
from desktop.ui.enroll.shown import Note
from desktop.ui.session import Session


class FormPaperView(Protocol):
    """What printing the form asks of the screen."""

    def show_note(self, note: Note) -> None:
        """Say where the form is, or what is to be done first."""
        ...


class FormPaper:
    """Prints the form of the household that is shown; nothing here waits."""

    def __init__(self, session: Session, presenter: EnrolPresenter, view: FormPaperView) -> None:
        self._session = session
        self._presenter = presenter
        self._view = view

    def print(self) -> None:
        """Print it; what was not saved is not printed."""
        # Its papers bring the printing along, which the first paint does not need.
        from desktop.ui.payment.documents import Document, Documents
        from desktop.usecases.forms import enrollment_form

        session, say = self._session, self._session.messages.say
        household = self._presenter.household.household_id
        if not household or self._presenter.changed:
            self._view.show_note(Note(say("enrol.form.save_first"), "warning"))
            return
        documents = Documents(session, self._view)

        def ready(document: Document) -> None:
            documents.print(document, printed, failed)

        def printed(where: str) -> None:
            self._view.show_note(Note(say("pay.printed", where=where), "ok"))

        def failed(error: Exception) -> None:
            self._view.show_note(Note(session.messages.error(error), "warning"))

        self._view.show_note(Note(say("pay.printing")))
        language, year = session.messages.language, session.campaign_year
        documents.make(
            lambda: enrollment_form(session.desk, household, year, language), ready, failed
        )
