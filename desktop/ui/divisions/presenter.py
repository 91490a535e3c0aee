"""What the page 区划管理 does: browse the tree, look lists over and take them in, move people.

Everything that reads or writes the file runs on the store lane; browsing reads the tree as last
known, which any thread may.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

from desktop.domain.divisions import DivisionTree, prefix_of
from desktop.ui.divisions import lines
from desktop.ui.enroll.shown import Note
from desktop.ui.session import Session
from desktop.usecases.division_lists import TargetList, UnitList, read_targets, read_units
from desktop.usecases.divisions import (
    MAY_IMPORT,
    ImportedDivisions,
    ImportedTargets,
    Moving,
    Preview,
    households_to_move,
    import_divisions,
    import_targets,
    index,
    known_tree,
    move_households,
    preview_divisions,
    preview_targets,
)

Mode = Literal["tree", "list", "moving"]
MODES: tuple[Mode, ...] = ("tree", "list", "moving")


class Progress:
    """How far a move has come; the page looks at it, and may stop it."""

    def __init__(self) -> None:
        self.done = 0
        self.total = 0
        self.stopped = False


@dataclass(frozen=True, slots=True)
class Shown:
    """One of the page's three tables."""

    rows: tuple[tuple[str, ...], ...] = ()
    summary: str = ""
    empty: str = ""
    primary: str = ""
    """What F9 does; empty: nothing."""


class DivisionsView(Protocol):
    """What the presenter asks of the page."""

    def show_mode(self, mode: Mode, shown: Shown) -> None:
        """Show a table, or what to do first."""
        ...

    def show_note(self, note: Note) -> None:
        """Say in the reserved line what happened."""
        ...

    def show_work(self, progress: Progress | None) -> None:
        """Show work that is under way; None: it is over."""
        ...

    def desk_changed_now(self) -> None:
        """Tell the window that something was recorded."""
        ...


@dataclass(frozen=True, slots=True)
class _Read:
    """A list as read, and what taking it in would do."""

    units: UnitList | None
    targets: TargetList | None
    preview: Preview | None
    shown: Shown


class DivisionsPresenter:
    """Three tables on one page; nothing is written before somebody has seen what will be."""

    def __init__(self, session: Session, view: DivisionsView) -> None:
        self._session = session
        self._view = view
        self._say = session.messages.say
        self._mode: Mode = "tree"
        self._county = session.division[:6]
        self._here = self._county
        self._typed = ""
        self._codes: tuple[str, ...] = ()
        self._read: _Read | None = None
        self._moving: tuple[Moving, ...] = ()
        self._progress: Progress | None = None

    @property
    def may_import(self) -> bool:
        """Whether the operator's role may change the tree."""
        return self._session.role in MAY_IMPORT

    def begin(self) -> None:
        """Show the tree as the file has it now, and who has to move."""
        desk = self._session.desk

        def look() -> tuple[Moving, ...]:
            index(desk)
            return households_to_move(desk)

        self._submit(look, self._looked)

    def choose(self, mode: Mode) -> None:
        """Turn to a table."""
        self._mode = mode
        self._show()

    def type(self, text: str) -> None:
        """Show what the typed text finds; nothing typed: what lies under the chosen unit."""
        self._typed = text.strip()
        self._mode = "tree"
        self._show()

    def open_row(self, place: int) -> None:
        """Go down into a unit of the tree."""
        if self._mode != "tree" or not 0 <= place < len(self._codes):
            return
        self._here, self._typed = self._codes[place], ""
        self._show()

    def up(self) -> bool:
        """Go up one step; False at the county."""
        if self._mode != "tree" or (self._here == self._county and not self._typed):
            return False
        path = self._tree.path(self._here)
        if not self._typed:
            self._here = path[-2].code if len(path) > 1 else self._county
        self._typed = ""
        self._show()
        return True

    def read_units(self, path: Path) -> None:
        """Look a list of units over."""
        desk = self._session.desk

        def work() -> _Read:
            read = read_units(path)
            preview = preview_divisions(desk, read.rows)
            messages = self._session.messages
            rows = lines.finding_rows(preview.findings, messages)
            if not preview.errors:
                rows += lines.change_rows(preview, messages)
            stopped = bool(preview.errors)
            shown = Shown(
                rows,
                lines.preview_words(read.source, preview, self._say),
                self._say("divisions.list_same"),
                "" if stopped else self._say("divisions.write"),
            )
            return _Read(read, None, preview, shown)

        self._submit(work, self._looked_over)

    def read_targets(self, path: Path) -> None:
        """Look a list of targets over."""
        desk, year = self._session.desk, self._session.campaign_year

        def work() -> _Read:
            read = read_targets(path)
            findings = preview_targets(desk, read.rows)
            stopped = any(one.severity == "error" for one in findings)
            summary = self._say(
                "divisions.targets", source=read.source, rows=len(read.rows), year=year
            )
            rows = lines.finding_rows(findings, self._session.messages)
            primary = "" if stopped else self._say("divisions.write")
            shown = Shown(rows, summary, self._say("divisions.targets_good"), primary)
            return _Read(None, read, None, shown)

        self._submit(work, self._looked_over)

    def act(self, place: int) -> None:
        """Do what F9 does here: take the list in, or move the households of a row."""
        if self._progress is not None or not self.may_import:
            return
        if self._mode == "list":
            self._write()
        elif self._mode == "moving" and 0 <= place < len(self._moving):
            self._move(self._moving[place])

    def stop(self) -> bool:
        """Stop a move that is under way; what has moved stays moved. False if there is none."""
        if self._progress is None:
            return False
        self._progress.stopped = True
        return True

    @property
    def _tree(self) -> DivisionTree:
        return known_tree(self._session.desk)

    def _write(self) -> None:
        read, desk = self._read, self._session.desk
        if read is None or not read.shown.primary:
            return
        if (units := read.units) is not None:
            self._submit(
                lambda: import_divisions(desk, units.rows, units.source), self._units_taken
            )
        elif (targets := read.targets) is not None:
            year = self._session.campaign_year
            self._submit(
                lambda: import_targets(desk, targets.rows, year, targets.source),
                self._targets_taken,
            )

    def _units_taken(self, done: ImportedDivisions) -> None:
        self._read = None
        self._mode = "moving" if done.preview.to_move else "tree"
        self._view.show_note(Note(self._say("divisions.done", count=done.written), "ok"))
        self._view.desk_changed_now()
        self.begin()

    def _targets_taken(self, done: ImportedTargets) -> None:
        self._read = None
        self._mode = "tree"
        words = self._say("divisions.targets_done", count=done.written, year=done.campaign_year)
        self._view.show_note(Note(words, "ok"))
        self._view.desk_changed_now()
        self._show()

    def _move(self, moving: Moving) -> None:
        progress, desk = Progress(), self._session.desk
        progress.total = moving.households
        self._progress = progress
        self._view.show_work(progress)

        def told(done: int, total: int) -> None:
            progress.done, progress.total = done, total

        self._submit(
            lambda: move_households(desk, moving.code, told, lambda: progress.stopped),
            self._moved,
        )

    def _moved(self, count: int) -> None:
        self._end_work()
        self._view.show_note(Note(self._say("divisions.moved", count=count), "ok"))
        self._view.desk_changed_now()
        self.begin()

    def _looked(self, moving: tuple[Moving, ...]) -> None:
        self._moving = moving
        self._show()

    def _looked_over(self, read: _Read) -> None:
        self._read = read
        self._mode = "list"
        self._view.show_note(Note())
        self._show()

    def _failed(self, error: Exception) -> None:
        self._end_work()
        self._view.show_note(Note(self._session.messages.error(error), "mistake"))

    def _end_work(self) -> None:
        self._progress = None
        self._view.show_work(None)

    def _submit(self, work: Callable[[], object], done: Callable[..., None]) -> None:
        self._session.runner.submit("store", work, owner=self._view, done=done, failed=self._failed)

    def _show(self) -> None:
        make = {"tree": self._tree_shown, "list": self._list_shown, "moving": self._moving_shown}
        self._view.show_mode(self._mode, make[self._mode]())

    def _tree_shown(self) -> Shown:
        known, places = self._tree, self._session.places
        if self._typed and places is not None:
            scope = prefix_of(self._session.division)
            found = places.search(self._typed, scope=scope, limit=lines.ROWS_MAX)
            self._codes = tuple(match.code for match in found)
            rows = lines.match_rows(found, known, self._session.messages)
            summary = self._say("divisions.found", count=len(found), typed=self._typed)
            return Shown(rows, summary, self._say("divisions.found_none"))
        units = known.children(self._here)
        self._codes = tuple(unit.code for unit in units)
        rows = lines.unit_rows(units, known, self._session.messages)
        empty = "divisions.first" if not len(known) else "divisions.nothing_below"
        place = known.full_name(self._here)
        summary = self._say("divisions.here", place=place, count=len(units), total=len(known))
        return Shown(rows, summary, self._say(empty))

    def _list_shown(self) -> Shown:
        if self._read is not None:
            return self._read.shown
        return Shown(
            empty=self._say("divisions.list_first" if self.may_import else "divisions.role")
        )

    def _moving_shown(self) -> Shown:
        rows = tuple(lines.moving_row(one, self._say) for one in self._moving)
        total = sum(one.households for one in self._moving)
        summary = self._say("divisions.to_move", units=len(rows), households=total) if rows else ""
        primary = self._say("divisions.move") if rows and self.may_import else ""
        return Shown(rows, summary, self._say("divisions.nobody_moves"), primary)
