"""The desk session: a signed-in operator, an open file and the law in force."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import msgspec

from desktop.base.clock import Clock
from desktop.base.errors import Refused, Unavailable
from desktop.base.ids import IdSource
from desktop.domain.facts import OperatorAdded, Role, SegmentReceived, StationOpened
from desktop.domain.local_values import LocalValueBook
from desktop.policy import LawBook
from desktop.sqlite.connection import KEY_BYTES
from desktop.store.access import check_access
from desktop.store.county_filter import CountyFilters
from desktop.store.database import Store
from desktop.store.keepsake import keep
from desktop.store.leaving import finish_leaving
from desktop.store.local_values import file_stamp, load_book, local_value_rows
from desktop.store.packs import law_in_force, note_laws
from desktop.store.reading import Reading
from desktop.store.searching import Searching
from desktop.store.vault import DATABASE, OperatorEntry, Vault
from desktop.usecases.division_tree import TreeCache
from desktop.usecases.machine import know_machine
from desktop.wire.signing import SigningKey, key_id

TRAINING_KEY = "training.key"
DAMAGE_MARK = DATABASE + ".damage"
"""Lies beside a file that was found damaged, until it is repaired."""

TRAINING_OPERATOR = "trainer"
TRAINING_SEGMENT = 5_000
"""Receipt numbers a training station gives itself, so that it can practise without a centre."""


@dataclass(slots=True)
class Desk:
    """Everything a use case needs. Belongs to the store lane."""

    store: Store
    law: LawBook
    """In force now. A whole, immutable book: any thread may read it, the store lane replaces it."""
    operator: str
    display_name: str
    role: str
    known_local_values: LocalValueBook = field(default_factory=LocalValueBook)
    """As last read. A whole, immutable value: any thread may read it."""
    folder: Path | None = None
    """Where the station lives; None for one in memory, which nobody can be unlocked at."""
    approvals: set[tuple[str, str]] = field(default_factory=set)
    """Numbers with a wrong check digit and the text by which a supervisor let each pass, here and
    now (`desktop.usecases.documents.approve_override`)."""
    tree_cache: TreeCache = field(default_factory=TreeCache)
    """The division tree as last read; `desktop.usecases.divisions` is how to ask it."""
    searching: Searching = field(init=False)
    """Finds people. Belongs to the search lane, as the rest does to the store lane."""
    counting: Reading = field(init=False)
    """Counts and lists beside the rest. Belongs to the count lane."""
    county_filters: CountyFilters = field(init=False)
    _local_rows: list[tuple[object, ...]] = field(default_factory=list)
    _stamp: tuple[int, int] = (-1, -1)

    def __post_init__(self) -> None:
        self.searching = Searching(self.store)
        self.counting = Reading(self.store)
        self.county_filters = CountyFilters(self.store)

    @property
    def local_values(self) -> LocalValueBook:
        """Every local value this file knows, read again if the file has changed."""
        self.refresh()
        return self.known_local_values

    def refresh(self) -> None:
        """Bring `known_local_values` up to date. Raises Unavailable."""
        connection = self.store.connection
        stamp = file_stamp(connection)
        if stamp != self._stamp:
            rows = local_value_rows(connection)
            if rows != self._local_rows:
                self.known_local_values, self._local_rows = load_book(connection), rows
            self._stamp = stamp

    @property
    def today(self) -> date:
        """The station's legal day."""
        return self.store.clock.today()

    def may(self, *roles: str) -> None:
        """Raise Refused ``ROLE`` unless the operator has one of ``roles``."""
        if self.role not in roles:
            raise Refused("ROLE", f"a {self.role} may not do this", needs=", ".join(roles))


@dataclass(frozen=True, slots=True)
class NewStation:
    """What IT enters to set a station up."""

    division: str
    name: str
    operator: str
    display_name: str
    password: str
    role: Role = "clerk"
    training_day: date | None = None


def set_up_station(folder: Path, new: NewStation, clock: Clock, ids: IdSource) -> None:
    """Make an empty folder a station: database, vault, signing key, first operator.

    A training station also gets receipt numbers of its own and a key file, since its residents
    are invented; a real one gets its numbers from the centre.

    Raises:
        Refused: ``STATION_EXISTS``, ``PASSWORD_SHORT``, ``DIVISION_FORM``.
        Unavailable: the disk failed.
    """
    if not (new.division.isdecimal() and len(new.division) in (6, 9, 12)):
        raise Refused("DIVISION_FORM", "a division code has 6, 9 or 12 digits")
    if (folder / DATABASE).exists():
        raise Refused("STATION_EXISTS", "this folder already holds a station")
    key = ids.random_bytes(KEY_BYTES)
    secret = ids.random_bytes(32)
    _make_folder(folder)
    who = OperatorEntry(new.operator, new.display_name, new.role)
    vault = Vault(folder)
    # Left by a set-up that was cut off, or by somebody who took the database away to restore it:
    # what a vault opens is never thrown away, but nobody of it may sign in here.
    vault.set_aside(ids)
    vault.add(who, new.password, key, ids)
    if new.training_day:
        _write_private(folder / TRAINING_KEY, key.hex())
    # Built beside its final name: a set-up that was cut off leaves no half station behind.
    partial = folder / (DATABASE + ".partial")
    partial.unlink(missing_ok=True)
    store = Store.open(partial, key, clock=clock, ids=ids)
    try:
        with store.transaction():
            _first_events(store, new, secret)
    finally:
        store.close()
    partial.replace(folder / DATABASE)


def open_desk(
    folder: Path,
    operator: str,
    password: str,
    *,
    law: LawBook,
    clock: Clock,
    ids: IdSource,
    machine: str = "",
) -> Desk:
    """Sign an operator in and open the station's file; ``law`` is what the program ships.

    ``machine`` is this computer (`desktop.base.machine.machine_id`); empty, nobody asks whether
    the file is at home here.

    Raises:
        Refused: ``OPERATOR_UNKNOWN``, ``PASSWORD_WRONG``, ``OPERATOR_LOCKED``,
            ``OPERATOR_BARRED``, ``SIGN_IN_EXPIRED``, ``DATABASE_NEWER``, ``STATION_NOT_SET_UP``,
            ``STATION_COPIED``.
        Unavailable: the vault, the key, the disk or the file; ``DATA_UPGRADE_FAILED``.
    """
    who, key = Vault(folder).unlock(operator, password, clock)
    desk = _open(folder, key, who, law, clock, ids, machine)
    try:
        desk.role = check_access(desk.store, who, clock).role
    except BaseException:
        desk.store.close()
        raise
    return desk


def open_to_exchange(
    folder: Path, operator: str, password: str, *, law: LawBook, clock: Clock, ids: IdSource
) -> Desk:
    """Open the station's file only to speak to its centre, whoever may sign in.

    That is the way out where a sign-in has expired or somebody was locked by mistake. Raises as
    `open_desk`, but never ``OPERATOR_BARRED`` or ``SIGN_IN_EXPIRED``.
    """
    who, key = Vault(folder).unlock(operator, password, clock)
    return _open(folder, key, who, law, clock, ids)


def open_training_desk(folder: Path, *, law: LawBook, clock: Clock, ids: IdSource) -> Desk:
    """Open a training station with the key file beside it, as its training operator.

    Raises:
        Refused: ``SIGN_IN_NEEDED`` at a real station, which has no such file.
    """
    path = folder / TRAINING_KEY
    if not path.exists():
        if not (folder / DATABASE).exists():
            raise Refused("STATION_NOT_SET_UP", "this folder holds no station yet")
        raise Refused("SIGN_IN_NEEDED", "name an operator and give the password")
    entries = Vault(folder).operators()
    who = entries[0] if entries else OperatorEntry(TRAINING_OPERATOR, "", "clerk")
    return _open(folder, bytes.fromhex(path.read_text("ascii")), who, law, clock, ids)


def _open(
    folder: Path,
    key: bytes,
    who: OperatorEntry,
    law: LawBook,
    clock: Clock,
    ids: IdSource,
    machine: str = "",
) -> Desk:
    path = folder / DATABASE
    finish_leaving(folder)
    if not path.exists():
        raise Refused("STATION_NOT_SET_UP", "this folder holds no station yet")
    store = _opened(path, key, clock, ids)
    try:
        know_machine(store, machine)
        note_laws(store, law)
        law = law_in_force(store.connection, law)
        note_laws(store, law)
    except BaseException:
        store.close()
        raise
    desk = Desk(store, law, who.operator, who.display_name, who.role, folder=folder)
    try:
        desk.refresh()
        keep(store, path, key)
    except BaseException:
        store.close()
        raise
    return desk


def station_key(folder: Path, operator: str, password: str, clock: Clock) -> bytes:
    """Return the key of the station's file without opening it, to repair it.

    Without an operator, a training station's own. Raises as `open_desk` and `open_training_desk`.
    """
    if operator:
        return Vault(folder).unlock(operator, password, clock)[1]
    path = folder / TRAINING_KEY
    if not path.exists():
        raise Refused("SIGN_IN_NEEDED", "name an operator and give the password")
    return bytes.fromhex(path.read_text("ascii"))


def note_damage(folder: Path) -> None:
    """Remember that the station's file was found damaged: it is repaired before it is opened.

    Raises:
        Unavailable: ``DISK_FAILED``.
    """
    try:
        (folder / DAMAGE_MARK).touch()
    except OSError as error:
        raise Unavailable("DISK_FAILED", "what was found cannot be noted") from error


def _opened(path: Path, key: bytes, clock: Clock, ids: IdSource) -> Store:
    """Open the file with a key that has proven itself. Raises as `Store.open`."""
    if path.with_name(DAMAGE_MARK).exists():
        raise Unavailable("DATABASE_DAMAGED", "the file was found damaged and is not repaired yet")
    try:
        return Store.open(path, key, clock=clock, ids=ids)
    except Unavailable as error:
        if error.code != "KEY_WRONG":
            raise
        # The vault gave the key, and proves what it gives: the file's first page is not its own.
        raise Unavailable("DATABASE_DAMAGED", "the beginning of the file is damaged") from error


def _first_events(store: Store, new: NewStation, secret: bytes) -> None:
    public = SigningKey(secret).public
    training = new.training_day
    opened = StationOpened(
        division=new.division,
        name=new.name,
        public_key=public.hex(),
        training_day=training.isoformat() if training else None,
    )
    store.set_up(opened, secret, new.division[:6])
    who = OperatorEntry(new.operator, new.display_name, new.role)
    store.record(_operator_fact(who), operator=new.operator)
    if training:
        segment = SegmentReceived(
            segment=store.ids.new_id(),
            prefix=f"{new.division[:6]}-T{key_id(public)[:6].upper()}-",
            first=1,
            last=TRAINING_SEGMENT,
        )
        store.record(segment, operator=new.operator)


def _operator_fact(who: OperatorEntry) -> OperatorAdded:
    role = msgspec.convert(who.role, Role)
    return OperatorAdded(operator=who.operator, display_name=who.display_name, role=role)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Unavailable(
            "FOLDER_UNREACHABLE", "the data folder cannot be made", folder=str(folder)
        ) from error


def _write_private(path: Path, text: str) -> None:
    try:
        path.touch(mode=0o600)
        path.write_text(text, encoding="ascii")
    except OSError as error:
        raise Unavailable("DISK_FAILED", "the key file cannot be written") from error


def new_password(ids: IdSource) -> str:
    """Return a password a person can type: twelve letters and digits without look-alikes."""
    letters = "abcdefghjkmnpqrstuvwxyz23456789_"
    return "".join(letters[byte % len(letters)] for byte in ids.random_bytes(12)).replace("_", "9")
