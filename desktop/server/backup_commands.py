"""``server backup | restore | restored | unheard``: copies of the centre, and bringing one back."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.base.clock import SystemClock
from desktop.base.errors import Refused, Unavailable
from desktop.server.output import DONE, FOUND_WRONG, Output, Parsers
from desktop.server.site import Site, Where, site_at, site_of

if TYPE_CHECKING:
    from desktop.server.database import CentreDatabase


def add_backup_parsers(actions: Parsers[ArgumentParser]) -> None:
    """Add the four actions to the centre's."""
    backup = actions.add_parser("backup", help="copy the file while the centre works, and prove it")
    backup.add_argument("folder", nargs="?", metavar="DIR", help="default: [backup] folder")
    backup.add_argument("--keep", type=int, metavar="N", help="newest copies kept in DIR")
    backup.set_defaults(run=_backup)
    restore = actions.add_parser("restore", help="bring a copy back; the centre must be stopped")
    restore.add_argument("file", metavar="FILE")
    restore.set_defaults(run=_restore)
    restored = actions.add_parser(
        "restored", help="say that PostgreSQL was brought back to an earlier time, before running"
    )
    restored.set_defaults(run=_restored)
    unheard = actions.add_parser(
        "unheard", help="after a restore: stations that are yet to speak, and what may be lost"
    )
    unheard.add_argument(
        "--replaced", metavar="FILE", help="the file that made room: says exactly what is missing"
    )
    unheard.set_defaults(run=_unheard)


def _backup(output: Output, options: Namespace) -> int:
    from desktop.server.backups import back_up_centre

    _only_a_file(output, options)
    settings = options.settings.backup
    folder = options.folder or settings.folder
    if not folder:
        raise Refused("BACKUP_FOLDER", "name a folder, or set [backup] folder")
    keep = options.keep or settings.keep
    made = back_up_centre(output.folder, Path(folder), SystemClock(), keep=max(1, keep))
    output.print(
        {
            "file": made.file,
            "bytes": made.size,
            "feed_head": made.feed_head,
            "events": made.events,
            "removed": list(made.removed),
        }
    )
    return DONE


def _restore(output: Output, options: Namespace) -> int:
    from desktop.server.backups import restore_centre

    _only_a_file(output, options)
    restored = restore_centre(output.folder, Path(options.file), SystemClock())
    kept = str(restored["kept"])
    output.print({**restored, **report(Site(output.folder), Path(kept) if kept else None)})
    return DONE


def _restored(output: Output, options: Namespace) -> int:
    from desktop.server.database import open_centre
    from desktop.server.restoring import mark_restored

    database = open_centre(site_of(output.folder, options))
    try:
        times = mark_restored(database, SystemClock())
    finally:
        database.close()
    output.print({"restored": times, **report(site_of(output.folder, options), None)})
    return DONE


def _unheard(output: Output, options: Namespace) -> int:
    replaced = Path(options.replaced) if options.replaced else None
    if replaced is not None and not replaced.exists():
        raise Unavailable("FILE_UNREADABLE", "there is no such file", file=options.replaced)
    told = report(site_of(output.folder, options), replaced)
    output.print(told)
    return FOUND_WRONG if told["unheard"] or told["missing"] else DONE


def report(where: Where, replaced: Path | None) -> dict[str, Any]:
    """Return which stations are yet to speak after a restore, and what may be lost for good.

    ``missing`` is what the ``replaced`` file has and the centre has not; None if that cannot be
    told: no such file, or damaged, or of another key.

    Raises:
        Refused: ``CENTRE_NOT_SET_UP``, ``DATABASE_NEWER``.
        Unavailable: the key, the disk or the file.
    """
    from desktop.server.database import open_centre
    from desktop.server.unheard import says, unheard

    database = open_centre(where)
    try:
        stations = list(unheard(database))
        missing = _missing(database, site_at(where).folder, replaced)
    finally:
        database.close()
    return {
        "unheard": stations,
        "missing": missing,
        "says": says(len(stations), exact=missing is not None),
    }


def _missing(
    database: CentreDatabase, folder: Path, replaced: Path | None
) -> list[dict[str, object]] | None:
    from desktop.server.database import KEY_FILE, read_key
    from desktop.server.unheard import between
    from desktop.sqlite.connection import connect

    if replaced is None:
        return None
    try:
        connection = connect(replaced, read_key(folder / KEY_FILE), read_only=True)
    except Unavailable:
        return None
    try:
        return list(between(connection, database))
    except Unavailable:
        # Damaged in the middle: half a list would be taken for the whole.
        return None
    finally:
        connection.close()


def _only_a_file(output: Output, options: Namespace) -> None:
    if site_of(output.folder, options).database:
        raise Refused("BACKUP_POSTGRESQL", "use pg_basebackup or pg_dump; see packaging/server")
