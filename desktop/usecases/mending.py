"""Repair a station whose file is damaged: from the file itself, its backups, and then the centre.

Everything that any copy still holds is put into a new file; the damaged one is kept. What only the
centre has comes with the next exchanges, before anything of ours goes out. What nobody has is told
exactly: how many events are missing inside the chain, and which receipts were made whose event
cannot be read. Their numbers are never used again; `settle_lost_receipts` voids them once the
centre has said that it does not have them either.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import msgspec

from desktop.base.clock import Clock
from desktop.base.errors import Unavailable
from desktop.base.ids import IdSource
from desktop.domain.money_facts import NumbersVoided
from desktop.domain.receipt import receipt_number
from desktop.sqlite.connection import Connection, connect
from desktop.sqlite.errors import database_errors
from desktop.sqlite.salvage import Salvage
from desktop.store.database import Store
from desktop.store.keepsake import kept
from desktop.store.relinking import LOST, unsure
from desktop.store.salvaged import Found, copy_own_state, gather, write_anew
from desktop.store.segments import LOST_RECEIPTS, LostReceipt
from desktop.store.vault import DATABASE
from desktop.usecases.desk import DAMAGE_MARK, Desk, note_damage

_PARTIAL = DATABASE + ".mending"
_KEPT = "backups"
_DAMAGED = ".damaged"
_DAILY = "daily-"
BACKUPS_KEPT = 5
"""Daily copies that stay; copies somebody asked for are nobody's to remove."""

_TOLD = "mend.told"
"""Setting: what `lost_for_good` returns."""

VOID_REASON = "数据文件损坏，收款记录无法恢复"


@dataclass(frozen=True, slots=True)
class Mended:
    """What a repair came to, as the clerk is told it."""

    kept: Path
    """Where the damaged file is now."""
    events: int
    own: int
    """Own events that were recovered."""
    pending: int
    """Of them, how many wait for the centre."""
    missing: int
    """Own events missing between those that were recovered; the centre may have them."""
    until: str
    """When the last recovered own event happened; empty if there is none."""
    damaged_pages: int
    """Places of the file that cannot be read. 0: nothing but what is told here is lost."""
    lost_receipts: tuple[LostReceipt, ...]
    """Receipts that were made and whose event no copy holds; the centre may have it."""
    centre: bool
    """Whether the station has a centre to ask."""


@dataclass(frozen=True, slots=True)
class Settled:
    """What turned out to be lost for good, once the centre was heard."""

    events: int
    receipts: tuple[LostReceipt, ...]

    @property
    def anything(self) -> bool:
        """Whether anything is lost."""
        return bool(self.events or self.receipts)


NOTHING_LOST = Settled(0, ())


def damage_in(path: Path, key: bytes | None) -> bool:
    """Tell whether the file at ``path`` is damaged: a page does not prove itself.

    A page that is just being written may look so: a fault is looked at twice.

    Raises:
        Unavailable: the file cannot be read at all.
    """
    try:
        connection = connect(path, key, read_only=True)
    except Unavailable as error:
        if error.code in ("DATABASE_DAMAGED", "KEY_WRONG"):
            return True
        raise
    return _damaged(connection, encrypted=key is not None)


def damage_found(desk: Desk) -> bool:
    """Check the desk's file beside its work, on any thread; note what is found for the next start.

    A file that is sound is copied once a day; the last `BACKUPS_KEPT` of these copies stay.

    Raises:
        Unavailable: the file cannot be read at all, or the copy not written.
    """
    reader = desk.store.open_reader()
    if reader is None or desk.folder is None:
        return False
    found = _damaged(reader, encrypted=desk.store.encrypted)
    if found:
        note_damage(desk.folder)
    else:
        _copy_daily(desk, desk.folder / _KEPT)
    return found


def _copy_daily(desk: Desk, kept: Path) -> None:
    target = kept / f"{_DAILY}{desk.today:%Y%m%d}.db"
    if target.exists():
        return
    desk.store.back_up_beside(target)
    daily = sorted(kept.glob(_DAILY + "*.db"), key=lambda file: file.stat().st_mtime)
    for old in daily[:-BACKUPS_KEPT]:
        old.unlink(missing_ok=True)


def _damaged(connection: Connection, *, encrypted: bool) -> bool:
    check = "PRAGMA cipher_integrity_check" if encrypted else "PRAGMA quick_check(1)"
    try:
        with database_errors():
            for _ in range(2):
                found = [str(row[0]) for row in connection.execute(check)]
                if found in ([], ["ok"]):
                    return False
    except Unavailable as error:
        if error.code != "DATABASE_DAMAGED":
            raise
    finally:
        connection.close()
    return True


def mend_station(folder: Path, key: bytes | None, clock: Clock, ids: IdSource) -> Mended:
    """Put the station in ``folder`` together again; nobody has its file open.

    May be repeated: until the new file is whole, nothing of the old one is touched.

    Raises:
        Unavailable: ``STATION_KEY_MISSING``: neither the file nor a backup says which station
            this is; ``FILE_UNREADABLE``; the disk failed.
    """
    path, partial = folder / DATABASE, folder / _PARTIAL
    backups = _backups(folder)
    found = gather(path, backups, key)
    _remove(partial)
    store = Store.open(partial, key, clock=clock, ids=ids)
    try:
        write_anew(store, found)
        with store.transaction():
            for source in (path, *backups):
                if copy_own_state(source, store.connection, key):
                    break
        lost = _lost_receipts(path, key, store, found)
        _note_lost(store, lost)
        mended = _told(folder, store, found, lost, clock)
    finally:
        store.close()
    _put_in_place(path, partial, mended.kept)
    (folder / DAMAGE_MARK).unlink(missing_ok=True)
    return mended


def settle_lost_receipts(desk: Desk) -> Settled | None:
    """Say what is lost for good and void its receipt numbers; None while the centre is unheard.

    Told once: afterwards there is nothing to settle. What was lost stands in `lost_for_good` until
    somebody has read it.
    """
    store = desk.store
    events, noted = int(store.setting(LOST) or 0), _noted(store)
    if unsure(store) or not (events or noted):
        return None
    known = {
        row[0]
        for row in store.connection.execute(
            "SELECT number FROM receipts WHERE event_id IS NOT NULL"
        )
    }
    gone = tuple(one for one in noted if one.number not in known)
    with store.transaction():
        for one in gone:
            fact = NumbersVoided(
                segment=one.segment,
                prefix=one.prefix,
                first=one.serial,
                last=one.serial,
                reason=VOID_REASON,
            )
            store.record(fact, operator=desk.operator)
        store.set_setting(LOST, "0")
        store.set_setting(LOST_RECEIPTS, "[]")
        _keep_told(store, Settled(events, gone))
    return Settled(events, gone)


def lost_for_good(store: Store) -> Settled:
    """Return what repairs have lost for good that nobody has said to have read."""
    kept = store.setting(_TOLD)
    return msgspec.json.decode(kept, type=Settled) if kept else NOTHING_LOST


def lost_was_read(desk: Desk) -> None:
    """Forget what was lost: somebody has read it and acts by the papers. Raises Unavailable."""
    with desk.store.transaction():
        desk.store.set_setting(_TOLD, "")


def _keep_told(store: Store, settled: Settled) -> None:
    before = lost_for_good(store)
    kept = Settled(before.events + settled.events, (*before.receipts, *settled.receipts))
    store.set_setting(_TOLD, msgspec.json.encode(kept).decode() if kept.anything else "")


def _backups(folder: Path) -> list[Path]:
    kept = folder / _KEPT
    files = [*kept.glob("*.db"), *kept.glob("*" + _DAMAGED)] if kept.is_dir() else []
    return sorted(files, key=lambda file: file.stat().st_mtime, reverse=True)


def _lost_receipts(path: Path, key: bytes | None, store: Store, found: Found) -> list[LostReceipt]:
    """Return the receipts some readable page tells of whose event no copy holds."""
    columns = [row["name"] for row in store.connection.execute("PRAGMA table_info(receipts)")]
    own = {
        row["id"]: row["prefix"]
        for row in store.connection.execute(
            "SELECT id, prefix FROM segments WHERE station = ?", (store.station.id,)
        )
    }
    lost: dict[str, LostReceipt] = {}
    known = kept(path, key) if key else None
    for values in Salvage(path, key, known.salt if known else None).rows(len(columns)):
        row = dict(zip(columns, values, strict=True))
        segment, serial, fen = row["segment_id"], row["serial"], row["amount_fen"]
        prefix = own.get(segment) if isinstance(segment, str) else None
        if prefix is None or not isinstance(serial, int) or row["event_id"] in found.events:
            continue
        number = receipt_number(prefix, serial)
        if row["number"] == number:
            amount = fen if isinstance(fen, int) else 0
            lost[number] = LostReceipt(number, str(segment), prefix, serial, amount)
    return sorted(lost.values(), key=lambda one: (one.segment, one.serial))


def _note_lost(store: Store, lost: list[LostReceipt]) -> None:
    with store.transaction():
        store.set_setting(LOST_RECEIPTS, msgspec.json.encode(lost).decode())


def _noted(store: Store) -> list[LostReceipt]:
    return msgspec.json.decode(store.setting(LOST_RECEIPTS) or "[]", type=list[LostReceipt])


def _told(
    folder: Path, store: Store, found: Found, lost: list[LostReceipt], clock: Clock
) -> Mended:
    own = found.own()
    events, pending = store.connection.execute(
        "SELECT (SELECT count(*) FROM events), (SELECT count(*) FROM outbox)"
    ).fetchone()
    return Mended(
        kept=folder / _KEPT / f"damaged-{clock.now():%Y%m%d-%H%M%S-%f}{_DAMAGED}",
        events=events,
        own=len(own),
        pending=pending,
        missing=own[-1].event.seq - len(own) if own else 0,
        until=own[-1].event.at if own else "",
        damaged_pages=found.damaged_pages,
        lost_receipts=tuple(lost),
        centre=store.setting("centre.url") is not None,
    )


def _put_in_place(path: Path, partial: Path, kept: Path) -> None:
    # Cut off anywhere, a repair can begin again: what was kept is one of the copies it reads.
    try:
        kept.parent.mkdir(exist_ok=True)
        for leftover in ("", "-wal"):
            old = path.with_name(path.name + leftover)
            if old.exists():
                shutil.copyfile(old, kept.with_name(kept.name + leftover))
        # A log of the damaged file would be read into the new one.
        for leftover in ("-wal", "-shm"):
            path.with_name(path.name + leftover).unlink(missing_ok=True)
        partial.replace(path)
    except OSError as error:
        raise Unavailable("DISK_FAILED", "the repaired file cannot be put in place") from error


def _remove(partial: Path) -> None:
    for leftover in partial.parent.glob(partial.name + "*"):
        leftover.unlink(missing_ok=True)
