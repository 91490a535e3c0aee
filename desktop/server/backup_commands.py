"""``server backup | restore | restored``: copies of the centre's file, and bringing one back."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from desktop.base.clock import SystemClock
from desktop.base.errors import Refused
from desktop.server.output import DONE, Output, Parsers
from desktop.server.site import site_of


def add_backup_parsers(actions: Parsers[ArgumentParser]) -> None:
    """Add the three actions to the centre's."""
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
    output.print(restore_centre(output.folder, Path(options.file), SystemClock()))
    return DONE


def _restored(output: Output, options: Namespace) -> int:
    from desktop.server.database import open_centre
    from desktop.server.restoring import mark_restored

    database = open_centre(site_of(output.folder, options))
    try:
        times = mark_restored(database, SystemClock())
    finally:
        database.close()
    output.print({"restored": times})
    return DONE


def _only_a_file(output: Output, options: Namespace) -> None:
    if site_of(output.folder, options).database:
        raise Refused("BACKUP_POSTGRESQL", "use pg_basebackup or pg_dump; see packaging/server")
