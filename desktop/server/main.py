"""What can be done with a centre: set it up, run it, give out codes, check it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from desktop.base.clock import Clock, instant_text
from desktop.base.errors import Refused, Unavailable
from desktop.base.ids import IdSource
from desktop.server import accounts, packs, registrations
from desktop.server import cases as case_list
from desktop.server import verify as checks
from desktop.server.config import Config
from desktop.server.database import (
    DATABASE_FILE,
    CentreDatabase,
    open_centre,
    write_key,
)
from desktop.server.filter_keeper import bring_up_to_date
from desktop.server.filter_lists import ListKind, take_list
from desktop.server.filter_marks import begin, forget
from desktop.server.listening import parse_listen
from desktop.server.packs import CentreLaw
from desktop.server.processes import Processes, Task
from desktop.server.recheck import Recheck, no_recheck
from desktop.server.serving import Announce, RunningCentre, run_until_signalled
from desktop.server.site import Site, Where, site_at
from desktop.sqlite.connection import KEY_BYTES
from desktop.wire.scope import COUNTY_DIGITS

SECRET_BYTES = 32


def init(
    where: Where,
    county: str,
    training_day: date | None,
    *,
    clock: Clock,
    ids: IdSource,
    name: str = "",
) -> dict[str, str]:
    """Make ``where`` a centre; return county, first administrator and password, shown this once.

    Raises:
        Refused: ``CENTRE_EXISTS``, ``COUNTY_FORM``.
        Unavailable: the disk failed.
    """
    if not (len(county) == COUNTY_DIGITS and county.isascii() and county.isdigit()):
        raise Refused("COUNTY_FORM", "a county code has 6 digits")
    password = accounts.new_password(ids)
    now = instant_text(clock.now())
    site = site_at(where)
    database = _new_in_database(site, county) if site.database else _new_in_folder(site, ids)
    try:
        with database.transaction():
            set_up(database, county, training_day, name=name, now=now, ids=ids)
            accounts.add_account(
                database.connection,
                county,
                accounts.ADMINISTRATOR,
                password=password,
                role="it",
                now=now,
            )
    finally:
        database.close()
    return {"county": county, "operator": accounts.ADMINISTRATOR, "password": password}


def _new_in_folder(site: Site, ids: IdSource) -> CentreDatabase:
    file = site.folder / DATABASE_FILE
    if file.exists():
        raise Refused("CENTRE_EXISTS", "this folder already holds a centre")
    try:
        site.folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Unavailable("DISK_FAILED", "the folder cannot be made") from error
    key = ids.random_bytes(KEY_BYTES)
    write_key(site.folder, key)
    return CentreDatabase.open(file, key)


def _new_in_database(site: Site, county: str) -> CentreDatabase:
    return CentreDatabase.open_postgres(site.database, county=county)


def set_up(
    database: CentreDatabase,
    county: str,
    training_day: date | None,
    *,
    name: str,
    now: str,
    ids: IdSource,
) -> None:
    """Write who the centre is, inside a transaction. Raises Refused ``CENTRE_EXISTS``."""
    written = database.connection.execute(
        "INSERT INTO centres (county, id, name, training_day, secret, feed_head, case_head,"
        " made_at) VALUES (?, ?, ?, ?, ?, 0, 0, ?) ON CONFLICT (county) DO NOTHING",
        (
            county,
            ids.new_id(),
            name or county,
            training_day.isoformat() if training_day else None,
            ids.random_bytes(SECRET_BYTES),
            now,
        ),
    ).rowcount
    if not written:
        raise Refused("CENTRE_EXISTS", "the county has a centre there already")


def without_law() -> Recheck:
    """Return the recheck of a centre that holds no law."""
    return no_recheck


def run(
    where: Where,
    listen: str,
    *,
    announce: Announce,
    clock: Clock,
    ids: IdSource,
    recheck: Callable[[], Recheck] = without_law,
    config: Config | None = None,
) -> None:
    """Answer stations until SIGTERM or SIGINT, then drain; ``announce`` is told the address.

    ``recheck`` reads the law, once in each of the processes the settings ask for.

    Raises:
        Refused: ``LISTEN_FORM``, ``CENTRE_NOT_SET_UP``, ``DATABASE_NEWER``.
        Unavailable: ``LISTEN_FAILED``, the key or the file.
    """
    config, at = config or Config(), parse_listen(listen)
    if config.limits.processes > 1:
        task = Task(where, config, recheck)
        run_until_signalled(Processes(task, config.limits.processes, at=at, announce=announce))
        return
    centre = RunningCentre(
        where, at=at, clock=clock, ids=ids, recheck=recheck(), announce=announce, config=config
    )
    run_until_signalled(centre)


def make_code(where: Where, division: str, *, clock: Clock, ids: IdSource) -> str:
    """Return a one-time registration code for a station under ``division``; durable already.

    Raises:
        Refused: ``DIVISION_FORM``, ``DIVISION_MISMATCH``, ``CENTRE_NOT_SET_UP``.
        Unavailable: the key, the disk or the file.
    """
    database = open_centre(where)
    try:
        with database.transaction():
            return registrations.make_code(
                database.connection, database.centre.county, division, now=clock.now(), ids=ids
            )
    finally:
        database.close()


def verify(where: Where) -> dict[str, object]:
    """Return what a full check of the centre found; see `desktop.server.verify`.

    Raises:
        Refused: ``CENTRE_NOT_SET_UP``, ``DATABASE_NEWER``.
        Unavailable: the key, the disk or the file.
    """
    database = open_centre(where)
    try:
        return checks.verify(database)
    finally:
        database.close()


def cases(where: Where) -> list[dict[str, object]]:
    """Return the open cases, oldest first.

    Raises:
        Refused: ``CENTRE_NOT_SET_UP``, ``DATABASE_NEWER``.
        Unavailable: the key, the disk or the file.
    """
    database = open_centre(where)
    try:
        return case_list.open_cases(database.connection, database.centre.county)
    finally:
        database.close()


def publish_law(where: Where, file: Path, law: CentreLaw, *, clock: Clock) -> dict[str, object]:
    """Check a signed pack file as every desk will, and give it out from now on.

    Returns what became of it; a centre that is running gives it out with its next answers.

    Raises:
        LawRefused: see `desktop.wire.pack_check.check_pack`; nothing is published.
        Refused: ``CENTRE_NOT_SET_UP``, ``DATABASE_NEWER``.
        Unavailable: ``FILE_UNREADABLE``; the key, the disk or the file.
    """
    try:
        content = file.read_bytes()
    except OSError as error:
        raise Unavailable("FILE_UNREADABLE", f"{file} cannot be read", file=str(file)) from error
    database = open_centre(where)
    try:
        with database.transaction():
            by = packs.PublishedBy(
                database.centre.county, accounts.ADMINISTRATOR, instant_text(clock.now())
            )
            checked, number = packs.publish(database.connection, law, file.name, content, by)
    finally:
        database.close()
    head = checked.pack.pack
    return {
        "pack": head.id,
        "version": head.version,
        "document": head.document,
        "replaces": checked.replaces,
        "cases": checked.cases,
        "number": number,
    }


def published_law(where: Where) -> list[dict[str, object]]:
    """Return what was published, oldest first. Raises as `cases`."""
    database = open_centre(where)
    try:
        return packs.publications(database.connection, database.centre.county)
    finally:
        database.close()


def list_people(where: Where, kind: ListKind, file: Path, *, ids: IdSource) -> dict[str, int]:
    """Make the identity numbers in a file the county's list of ``kind``; only marks are kept.

    Stations get it with the next filter that is published.

    Raises:
        Refused: see `desktop.server.filter_lists.take_list`; ``CENTRE_NOT_SET_UP``,
            ``DATABASE_NEWER``.
        Unavailable: ``FILE_UNREADABLE``; the key, the disk or the file.
    """
    database = open_centre(where)
    try:
        taken = take_list(database, kind, file, ids)
    finally:
        database.close()
    return {
        "rows": taken.rows,
        "listed": taken.marks,
        "unreadable": taken.unreadable,
        "first_unreadable": taken.first_unreadable,
    }


def publish_filter(
    where: Where, *, clock: Clock, ids: IdSource, new_secret: bool = False
) -> dict[str, object]:
    """Bring the county's filter up to date and publish it now; a running centre does so itself.

    ``new_secret`` makes it anew under another secret; lists taken in before are no longer in it.

    Raises:
        Refused: ``CENTRE_NOT_SET_UP``, ``DATABASE_NEWER``.
        Unavailable: the key, the disk or the file.
    """
    database = open_centre(where)
    try:
        if new_secret:
            forget(database, ids)
        published = bring_up_to_date(database, clock, ids, at_once=True)
        version = begin(database, ids).version
        rows = database.connection.execute(
            "SELECT kind, year, sum(count) AS people, sum(length(content)) AS bytes"
            " FROM filter_layers WHERE county = ? GROUP BY kind, year ORDER BY kind, year",
            (database.centre.county,),
        ).fetchall()
    finally:
        database.close()
    lists = [
        {"kind": one["kind"], "year": one["year"] or None, "people": one["people"],
         "bytes": one["bytes"]}
        for one in rows
    ]  # fmt: skip
    return {"published": published, "version": version, "lists": lists}
