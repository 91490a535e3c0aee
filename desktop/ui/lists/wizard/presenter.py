"""What the wizard 导入名单 does: from a file to a batch, nothing written before it was looked over.

The file is read beside the store lane; what asks the register runs on it. Every decision is kept as
a draft at once, so that the clerk is where they were after a restart.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import msgspec

from desktop.domain.desk_codes import DEPARTMENTS
from desktop.domain.list_aliases import AliasBook
from desktop.domain.list_facts import TABLE_KINDS
from desktop.domain.list_fields import KIND_FIELDS
from desktop.jobs.lanes import Lane
from desktop.ui.enroll.shown import Note
from desktop.ui.lists.wizard.lines import FILTERS, Filter, Place, count, places
from desktop.ui.lists.work import Work
from desktop.ui.session import Session
from desktop.usecases.lists.aliases import alias_book
from desktop.usecases.lists.choices import ListChoices, RowDecision
from desktop.usecases.lists.deciding import reviewed_again
from desktop.usecases.lists.drafts import ListDraft, drop_draft, keep_draft, load_draft
from desktop.usecases.lists.plan import Question, Review
from desktop.usecases.lists.reading import (
    ListData,
    Looked,
    look_at,
    read_list,
    remembered_columns,
)
from desktop.usecases.lists.review import review
from desktop.usecases.lists.rights import may_import, may_look
from desktop.usecases.lists.writing import Written, write_list

_ANEW = frozenset(("kind", "sheet", "encoding", "header", "places"))
"""Choices that change how the file is read; the others only what is made of it."""

_NEVER_FULL = ("residents", *TABLE_KINDS)
"""Kinds that end nothing by leaving it out."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page shows of a list that was looked over."""

    found: Review | None = None
    filter: Filter = "all"
    places: Sequence[Place] = ()
    questions: tuple[Question, ...] = ()
    counts: dict[Filter, int] = field(default_factory=dict)
    ready: bool = False


class WizardView(Protocol):
    """What the presenter asks of the page."""

    def show_choices(self, choices: ListChoices | None, data: ListData | None) -> None:
        """Show what was chosen, and the file."""
        ...

    def show_list(self, shown: Shown) -> None:
        """Show the rows of a filter, and what is asked."""
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


class WizardPresenter:
    """One list at a time."""

    def __init__(self, session: Session, view: WizardView) -> None:
        self._session = session
        self._view = view
        self._say = session.messages.say
        self._choices: ListChoices | None = None
        self._data: ListData | None = None
        self._found: Review | None = None
        self._draft = ""
        self._filter: Filter = "all"
        self._work: Work | None = None
        self._begun = False

    @property
    def may_look(self) -> bool:
        """Whether the operator's role may look any list over."""
        return any(self._session.role in may_look(kind) for kind in KIND_FIELDS)

    @property
    def may_import(self) -> bool:
        """Whether the operator's role may take this list in."""
        kind = self._choices.kind if self._choices else "identity"
        return self._session.role in may_import(kind)

    @property
    def found(self) -> Review | None:
        """The list as it was looked over last."""
        return self._found

    def begin(self) -> None:
        """Go on with the import that was under way, if there is one."""
        if self._begun:
            self._show()
            return
        self._begun = True
        desk = self._session.desk
        self._submit(lambda: load_draft(desk), self._resumed)

    def pick(self, path: Path) -> None:
        """Read a list from a file, by what it seems to be."""
        desk, today, work = self._session.desk, self._session.today, Work()
        department = self._choices.department if self._choices else ""

        def look(aliases: AliasBook) -> None:
            self._on_lane("count", lambda: look_at(path, today=today, aliases=aliases), begin)

        def begin(looked: Looked) -> None:
            self._read(
                ListChoices(
                    path=str(path),
                    kind=looked.kind,
                    source=self._source(looked.kind, department),
                    department=department,
                    full=looked.kind not in _NEVER_FULL,
                )
            )

        # The file is read beside the store lane: somebody may be saving a household meanwhile.
        self._work = work
        self._view.show_work(work)
        self._on_lane("store", lambda: alias_book(desk, ""), look)

    def choose(self, name: str, value: object) -> None:
        """Take one choice of the page; the file is read again only where that needs it."""
        before = self._choices
        if before is None or getattr(before, name) == value or self._work is not None:
            return
        more: dict[str, object] = {name: value}
        if name in ("kind", "department"):
            known = self._source(before.kind, before.department)
            chosen = msgspec.structs.replace(before, **more)
            if before.source in ("", known):
                more["source"] = self._source(chosen.kind, chosen.department)
        if name == "kind":
            more |= {"places": {}, "header": None, "full": value not in _NEVER_FULL}
        if name in ("sheet", "encoding"):
            more |= {"places": {}, "header": None}
        choices = msgspec.structs.replace(before, **more)
        if name in _ANEW:
            self._read(choices)
        else:
            self._decide(choices)

    def set_column(self, field_: str, place: int) -> None:
        """Say which column of the file holds a field; -1: none does."""
        if self._choices is None or self._data is None:
            return
        known = dict(zip(self._data.fields, self._data.places, strict=True))
        known.pop(field_, None)
        if place >= 0:
            known = {name: at for name, at in known.items() if at != place} | {field_: place}
        self.choose("places", known)

    def show_only(self, wanted: Filter) -> None:
        """Show the rows of one kind."""
        self._filter = wanted
        self._show()

    def accept(self, row: int) -> None:
        """Accept the repairs of one row."""
        self._row(row, accepted=True)

    def accept_kind(self, row: int) -> None:
        """Accept every repair of the kinds that this row has, in every row."""
        found = self._found
        if found is None:
            return
        kinds = next((one.read.repairs for one in found.rows if one.read.row == row), ())
        accepted = tuple(dict.fromkeys((*found.choices.accepted, *kinds)))
        self._decide(msgspec.structs.replace(found.choices, accepted=accepted))

    def leave_out(self, row: int) -> None:
        """Leave a row out, or take it in again."""
        now = self._choices.rows.get(row, RowDecision()) if self._choices else RowDecision()
        self._row(row, left_out=not now.left_out)

    def mend(self, row: int, field_: str, text: str) -> None:
        """Type a cell anew."""
        now = self._choices.rows.get(row, RowDecision()) if self._choices else RowDecision()
        self._row(row, cells={**now.cells, field_: text})

    def say_who(self, row: int, person: str) -> None:
        """Say which of the candidates a row means."""
        self._row(row, person=person)

    def confirm(self, code: str, *, yes: bool) -> None:
        """Answer a question about the list as a whole."""
        if self._choices is None:
            return
        others = tuple(one for one in self._choices.confirmed if one != code)
        confirmed = (*others, code) if yes else others
        self._decide(msgspec.structs.replace(self._choices, confirmed=confirmed))

    def leave_wrong(self, *, leave: bool) -> None:
        """Leave out every row that cannot be taken in, or none."""
        if self._choices is not None:
            self._decide(msgspec.structs.replace(self._choices, leave_wrong=leave))

    def write(self) -> None:
        """Take the list in, whole or not at all."""
        found, desk = self._found, self._session.desk
        if found is None or not found.ready or not self.may_import:
            return
        work = Work()

        def write() -> Written:
            done = write_list(desk, found, progress=work.tell, cancelled=lambda: work.stopped)
            drop_draft(desk, self._draft)
            return done

        self._start(write, self._written, work)

    def give_up(self) -> None:
        """Forget the list: nothing of it is kept."""
        if self._choices is None or self._work is not None:
            return
        desk, draft = self._session.desk, self._draft
        self._forget()
        self._submit(lambda: drop_draft(desk, draft), lambda _: self._view.show_note(Note()))

    def stop(self) -> bool:
        """Stop what is under way; False if nothing is."""
        if self._work is None:
            return False
        self._work.stopped = True
        return True

    def _source(self, kind: str, department: str) -> str:
        """Return the name a source goes by until somebody gives it another."""
        known = DEPARTMENTS.get(department)
        who = known.name(self._session.messages.language) if known else ""
        return f"{who}{self._say(f'lists.source.{kind}')}".strip()

    def _row(self, row: int, **changes: object) -> None:
        if self._choices is None:
            return
        rows = dict(self._choices.rows)
        rows[row] = msgspec.structs.replace(rows.get(row, RowDecision()), **changes)
        self._decide(msgspec.structs.replace(self._choices, rows=rows))

    def _read(self, choices: ListChoices) -> None:
        """Read the file by new choices; what was decided of its rows stays."""
        desk, today, work = self._session.desk, self._session.today, Work()

        def known() -> tuple[object, object]:
            return alias_book(desk, choices.source), remembered_columns(desk, choices.source)

        def read(told: tuple[object, object]) -> None:
            aliases, remembered = told
            self._on_lane(
                "count",
                lambda: read_list(
                    choices,
                    today=today,
                    aliases=aliases,  # type: ignore[arg-type]
                    remembered=remembered,  # type: ignore[arg-type]
                    whole=False,
                    progress=work.tell,
                    cancelled=lambda: work.stopped,
                ),
                lambda data: self._look_over(choices, data, work),
            )

        self._work = work
        self._view.show_work(work)
        self._on_lane("store", known, read)

    def _look_over(self, choices: ListChoices, data: ListData, work: Work) -> None:
        desk = self._session.desk
        draft = ListDraft(self._draft or desk.store.ids.new_id(), choices, data)

        def look() -> Review:
            aliases = alias_book(desk, choices.source)
            found = review(
                desk, choices, data, aliases, progress=work.tell, cancelled=lambda: work.stopped
            )
            keep_draft(desk, draft, rows=True)
            return found

        self._draft = draft.id
        self._on_lane("store", look, self._looked)

    def _decide(self, choices: ListChoices) -> None:
        """Look the list over again after a decision, and keep the decision."""
        before, data, desk = self._found, self._data, self._session.desk
        if data is None or self._work is not None:
            return
        draft = ListDraft(self._draft, choices, data)

        def look() -> Review:
            aliases = alias_book(desk, choices.source)
            if before is None:
                found = review(desk, choices, data, aliases)
            else:
                found = reviewed_again(desk, before, choices, aliases)
            keep_draft(desk, draft, rows=False)
            return found

        self._start(look, self._looked)

    def _looked(self, found: Review) -> None:
        self._end_work()
        self._found, self._choices, self._data = found, found.choices, found.data
        self._view.show_choices(self._choices, self._data)
        told = "" if self.may_import else self._say(f"lists.may_not.{found.choices.kind}")
        self._view.show_note(Note(told))
        self._show()

    def _resumed(self, draft: ListDraft | None) -> None:
        if draft is None:
            self._show()
            return
        self._draft, self._choices, self._data = draft.id, draft.choices, draft.data
        self._decide(draft.choices)

    def _written(self, done: Written) -> None:
        self._end_work()
        kind = self._choices.kind if self._choices else ""
        self._forget()
        counts = done.counts
        key = f"lists.written_{kind}" if kind in TABLE_KINDS else "lists.written"
        words = self._say(
            key, rows=counts.rows, new=counts.new, changed=counts.changed, ended=counts.ended,
            waiting=counts.waiting,
        )  # fmt: skip
        self._view.show_note(Note(words, "ok"))
        self._view.desk_changed_now()

    def _forget(self) -> None:
        self._choices = self._data = self._found = None
        self._draft, self._filter = "", "all"
        self._view.show_choices(None, None)
        self._show()

    def _show(self) -> None:
        found = self._found
        if found is None:
            self._view.show_list(Shown())
            return
        shown = places(found, self._filter) if self._filter != "columns" else ()
        counts = {one: count(found, one) for one in FILTERS}
        self._view.show_list(
            Shown(found, self._filter, shown, found.questions, counts, found.ready)
        )

    def _start(
        self, work: Callable[[], object], done: Callable[..., None], under_way: Work | None = None
    ) -> None:
        self._work = under_way or Work()
        self._view.show_work(self._work)
        self._on_lane("store", work, done)

    def _submit(self, work: Callable[[], object], done: Callable[..., None]) -> None:
        self._on_lane("store", work, done)

    def _on_lane(self, lane: Lane, work: Callable[[], object], done: Callable[..., None]) -> None:
        self._session.runner.submit(lane, work, owner=self._view, done=done, failed=self._failed)

    def _failed(self, error: Exception) -> None:
        self._end_work()
        self._view.show_note(Note(self._session.messages.error(error), "mistake"))
        self._view.show_choices(self._choices, self._data)

    def _end_work(self) -> None:
        self._work = None
        self._view.show_work(None)
