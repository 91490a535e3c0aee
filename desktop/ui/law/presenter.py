"""What the page 政策与本地参数 decides: which line, who may act, what was entered. No Qt."""

from __future__ import annotations

from collections.abc import Callable

from desktop.base.dates import day_from_text
from desktop.base.errors import CanbaoError, Refused
from desktop.base.money import fen_display
from desktop.domain.local_values import LocalValue
from desktop.domain.open_values import OpenValue, competent_in
from desktop.ui.enroll.shown import Note
from desktop.ui.law.given import choices_of, form_of, given_words, read_given, typed_form
from desktop.ui.law.page import LawPage, Place, Row, history, law_page
from desktop.ui.law.shown import Actions, Detail, Editor, LawView, LineShown
from desktop.ui.session import Session
from desktop.usecases.divisions import division_name
from desktop.usecases.local_values import MAY_SET, Proposal, approve, propose, reject
from desktop.usecases.offered_packs import Offer, law_news

_WHERE = {
    "LOCAL_VALUE_DOCUMENT": "document",
    "LOCAL_VALUE_DAYS": "valid_to",
    "LOCAL_VALUE_OVERLAP": "valid_from",
    "LOCAL_VALUE_DIVISION": "division",
    "LOCAL_VALUE_COMPETENCE": "delegation",
    "REASON_EMPTY": "reason",
}
"""The field a refusal stands at; every other refusal is about the value itself."""


class LawPresenter:
    """One page over one desk."""

    def __init__(self, session: Session, view: LawView) -> None:
        self._session = session
        self._view = view
        self._say = session.messages.say
        self._place = Place(session.division, session.campaign_year, session.today)
        self._page = LawPage()
        self._news: tuple[Offer, ...] = ()
        self._chosen = 0
        self._typed: dict[str, str] = {}
        self._editing: Row | None = None
        self._rejecting = False
        self._revoking = False

    @property
    def rows(self) -> tuple[Row, ...]:
        """The lines shown."""
        return self._page.rows

    def load(self) -> None:
        """Read what the station's file knows by now, and show it."""
        desk = self._session.desk

        def read() -> tuple[Offer, ...]:
            desk.refresh()
            return law_news(desk)

        def show(news: tuple[Offer, ...]) -> None:
            self._news = news
            self._show()

        self._session.runner.submit("store", read, owner=self._view, done=show, failed=self._fail)

    def set_day(self, iso: str) -> None:
        """Look at the law of another day; what is no day yet changes nothing."""
        try:
            day = day_from_text(iso)
        except ValueError:
            return
        self._place = Place(self._place.division, self._place.campaign_year, day)
        self._show()

    def choose(self, at: int) -> None:
        """Show a line in full."""
        if 0 <= at < len(self.rows):
            self._chosen = at
            self._view.show_note(Note())
            self._show_detail()

    def begin_proposal(self) -> None:
        """Open the editor for the chosen line, if a local value may be set there."""
        row = self._row
        if row is None or not self._actions(row).propose or row.open is None:
            self._view.show_note(Note(self._say(self._why_not(row)), "warning"))
            return
        self._editing, self._rejecting, self._revoking = row, False, False
        held = row.value
        levels = self._levels(row.open)
        self._typed = typed_form(held.value) if held else {}
        self._typed |= self._blank(row.open, held)
        if printed := row.open.values.get("end"):
            self._typed["value_to"] = str(printed)
        self._view.show_note(Note())
        self._view.show_editor(
            Editor(
                title=self._say("law.edit.replace" if held else "law.edit.new", title=row.title),
                hint=self._bounds(row),
                form=form_of(row.open.kind),
                choices=choices_of(
                    row.open.kind, row.open.choices, self._session.messages.language
                ),
                divisions=tuple((code, division_name(code)) for code in levels),
                fields=dict(self._typed),
            )
        )

    def begin_revocation(self) -> None:
        """Ask by which document the value in force is taken back, and from which day."""
        row = self._row
        if row is None or row.value is None or row.open is None or not self._actions(row).revoke:
            return
        self._editing, self._rejecting, self._revoking = row, False, True
        self._typed = self._blank(row.open, row.value)
        self._view.show_note(Note())
        self._view.show_editor(
            Editor(
                title=self._say("law.edit.revoke", title=row.title),
                hint=self._say("law.revoke_hint", value=row.says),
                form=form_of(row.open.kind),
                divisions=((row.value.division, division_name(row.value.division)),),
                fields=dict(self._typed),
                revoking=True,
            )
        )

    def _levels(self, one: OpenValue) -> tuple[str, ...]:
        chain = self._session.law.chain(self._place.division)
        national = one.kind == "national_personal_standard"
        return chain[-1:] if national else chain[:-1]

    def _blank(self, one: OpenValue, held: LocalValue | None) -> dict[str, str]:
        """Return the editor's fields before anything is typed: who is competent, from today."""
        law = self._session.law.resolve(self._place.division, self._place.campaign_year)
        assert law is not None, "an open value comes from a law"
        division = held.division if held else competent_in(law, one, self._levels(one))
        return {
            "division": division,
            "document": "",
            "title": "",
            "delegation": "",
            "authority": held.authority if held else one.authority,
            "valid_from": self._session.today.isoformat(),
            "valid_to": "",
        }

    def begin_rejection(self) -> None:
        """Ask why the chosen proposal is turned down or taken back."""
        row = self._row
        if row is None or row.value is None or not self._actions(row).reject:
            return
        self._editing, self._rejecting, self._revoking = row, True, False
        self._typed = {"reason": ""}
        key = "law.edit.withdraw" if self._actions(row).own else "law.edit.reject"
        self._view.show_note(Note())
        self._view.show_editor(
            Editor(title=self._say(key, title=row.title), hint="", rejecting=True)
        )

    def set(self, name: str, text: str) -> None:
        """Take what was typed into a field of the editor."""
        self._typed[name] = text

    def submit(self) -> None:
        """Hand the proposal, or the rejection, over; what is wrong is said at its field."""
        row = self._editing
        if row is None:
            return
        desk, typed = self._session.desk, dict(self._typed)
        if self._rejecting:
            assert row.value is not None
            value_id = row.value.id
            self._write(lambda: reject(desk, value_id, typed["reason"]), "law.done.rejected")
            return
        if (name := _no_day(typed)) is not None:
            self._view.show_note(Note(self._say("enrol.day_form"), "mistake"), name)
            return
        try:
            proposal = self._proposal(row, typed)
        except Refused as error:
            self._fail(error)
            return
        self._write(lambda: propose(desk, proposal), "law.done.proposed")

    def approve(self) -> None:
        """Put the chosen proposal in force."""
        row = self._row
        if row is None or row.value is None or not self._actions(row).approve:
            return
        desk, value_id = self._session.desk, row.value.id
        self._write(lambda: approve(desk, value_id), "law.done.approved")

    def cancel(self) -> None:
        """Put the editor away; nothing is recorded."""
        self._editing = None
        self._view.show_editor(None)
        self._view.show_note(Note())

    @property
    def _row(self) -> Row | None:
        return self.rows[self._chosen] if self._chosen < len(self.rows) else None

    def _proposal(self, row: Row, typed: dict[str, str]) -> Proposal:
        assert row.open is not None
        kind = row.open.kind
        return Proposal(
            division=typed["division"],
            campaign_year=self._place.campaign_year,
            kind=kind,
            value=None if self._revoking else read_given(kind, typed),
            document=typed["document"],
            valid_from=day_from_text(typed["valid_from"]),
            valid_to=day_from_text(typed["valid_to"]) if typed["valid_to"] else None,
            subject=row.open.subject,
            title=typed["title"],
            authority=typed["authority"],
            replaces=row.value.id if row.value else "",
            delegation=typed["delegation"],
        )

    def _write(self, work: Callable[[], LocalValue], done_key: str) -> None:
        self._view.show_busy(busy=True)

        def done(value: LocalValue) -> None:
            self._view.show_busy(busy=False)
            self._editing = None
            self._view.show_editor(None)
            self._show(value)
            self._view.show_note(Note(self._say(done_key, document=value.document), "ok"))
            self._view.values_changed()

        self._session.runner.submit("store", work, owner=self._view, done=done, failed=self._fail)

    def _fail(self, error: Exception) -> None:
        self._view.show_busy(busy=False)
        words = self._session.messages.error(error)
        code = error.code if isinstance(error, CanbaoError) else ""
        named = error.values.get("field", "") if isinstance(error, CanbaoError) else ""
        where = str(named) or _WHERE.get(code, "value")
        refused = isinstance(error, Refused) and self._editing is not None
        self._view.show_note(Note(words, "mistake"), where if refused else "")

    def _show(self, about: LocalValue | None = None) -> None:
        """Work the page out again; the line stays chosen by what it is about, not by its number."""
        session, kept = self._session, self._row
        wanted = (about.kind, about.subject) if about else kept.place if kept else None
        title = kept.title if kept else ""
        book = session.desk.known_local_values
        self._page = law_page(session.law, book, self._place, session.messages, self._news)
        self._chosen = self._find(wanted, title)
        self._view.show_page(
            tuple(self._line(row) for row in self.rows), self._meta(), self._chosen
        )
        self._show_detail()

    def _find(self, wanted: tuple[str, str] | None, title: str) -> int:
        for at, row in enumerate(self.rows):
            if (row.place == wanted) if wanted else (row.title == title):
                return at
        return 0

    def _line(self, row: Row) -> LineShown:
        cells = (row.title, row.says, row.cited, row.since or "—")
        if row.group == "proposed" or row.refused:
            return LineShown(cells, "warning")
        return LineShown(cells, "unknown" if row.group == "open" or row.silent else "")

    def _show_detail(self) -> None:
        row = self._row
        if row is None:
            self._view.show_detail(Detail(says=self._say("law.no_law")))
            return
        session = self._session
        lived = history(
            session.law, session.desk.known_local_values, self._place, row, session.messages
        )
        self._view.show_detail(
            Detail(
                title=row.title,
                says=row.says,
                cited=self._cited(row),
                history=lived or ((self._say("law.no_history"),) if row.open else ()),
                tone=self._line(row).tone,
                actions=self._actions(row),
            )
        )

    def _cited(self, row: Row) -> str:
        if not row.since or row.group == "news":
            return row.cited
        until = row.until or self._say("law.no_end")
        return self._say("law.cited", cited=row.cited, since=row.since, until=until, by=row.by)

    def _actions(self, row: Row) -> Actions:
        if self._session.role not in MAY_SET:
            return Actions()
        if row.group == "proposed" and row.value is not None:
            own = row.value.proposed_by == self._session.operator
            return Actions(approve=not own, reject=True, own=own)
        held = row.value is not None
        revoke = held and row.open is not None
        return Actions(propose=row.open is not None, replace=held, revoke=revoke)

    def _why_not(self, row: Row | None) -> str:
        if self._session.role not in MAY_SET:
            return "law.role"
        if row is not None and row.group == "proposed":
            return "law.decide_first"
        if row is not None and row.group == "benefit":
            return "law.benefit_only"
        return "law.settled"

    def _bounds(self, row: Row) -> str:
        """Return what the value must keep to, as a hint under it."""
        one = row.open
        assert one is not None
        told = []
        if one.floor_fen is not None:
            told.append(self._say("law.floor", amount=fen_display(one.floor_fen)))
        if one.ceiling_fen is not None:
            told.append(self._say("law.ceiling", amount=fen_display(one.ceiling_fen)))
        if row.value is not None:
            language = self._session.messages.language
            now = given_words(row.value.kind, row.value.value, language)
            told.append(self._say("law.now", value=now))
        told.append(self._say(f"law.form.{form_of(one.kind)}"))
        return "  ".join(told)

    def _meta(self) -> str:
        place, page = self._place, self._page
        return self._say(
            "law.meta",
            place=division_name(place.division),
            year=place.campaign_year,
            open=sum(row.group == "open" for row in page.rows),
            proposed=sum(row.group == "proposed" for row in page.rows),
            documents=" → ".join(page.documents),
        )


def _no_day(typed: dict[str, str]) -> str | None:
    """Return the field that wants a day and holds none; the last day may be empty."""
    for name in ("valid_from", "valid_to"):
        if name == "valid_to" and not typed[name]:
            continue
        try:
            day_from_text(typed[name])
        except ValueError:
            return name
    return None
