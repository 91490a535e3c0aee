"""``server update publish | list | withdraw``: new versions of the program for the stations."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path

from desktop.base.clock import SystemClock, instant_text
from desktop.base.errors import Refused
from desktop.base.files import read_whole
from desktop.server.output import DONE, Output, Parsers
from desktop.server.site import Where, site_of
from desktop.wire.pack_signature import TrustedKeys


def no_keys() -> TrustedKeys:
    """Trust nobody's releases."""
    return TrustedKeys({}, {})


def add_update_parsers(actions: Parsers[ArgumentParser], keys: Callable[[], TrustedKeys]) -> None:
    """Add ``update`` to the centre's actions; ``keys`` says whose releases are taken."""
    top = actions.add_parser("update", help="new versions of the program given out to stations")
    below = top.add_subparsers(dest="update_action", metavar="WHAT", required=True)
    publish = below.add_parser("publish", help="check a signed installer and give it out")
    publish.add_argument("file", metavar="FILE", help="beside it FILE.release, its signed lines")
    publish.add_argument("--version", metavar="V", help="refuse the file if it is another one")
    publish.set_defaults(run=_publish, keys=keys)
    below.add_parser("list", help="what was published, and how many run it").set_defaults(run=_list)
    withdraw = below.add_parser("withdraw", help="give a version out no more")
    withdraw.add_argument("version", metavar="V")
    withdraw.set_defaults(run=_withdraw)


def publish_file(
    where: Where, file: Path, keys: TrustedKeys, now: str, version: str = ""
) -> dict[str, object]:
    """Check an installer with its signed lines and give it out; return what it is.

    Raises:
        Refused: as `desktop.wire.release.read_release` and `desktop.server.releases.publish`;
            ``RELEASE_VERSION`` if ``version`` is given and is another.
        Unavailable: ``FILE_UNREADABLE``; the disk or the database.
    """
    from desktop.server import accounts, releases
    from desktop.server.database import open_centre
    from desktop.server.packs import PublishedBy
    from desktop.wire.release import CHARS_MAX, FILE_BYTES_MAX, SUFFIX, read_release

    raw = read_whole(file.with_name(file.name + SUFFIX), 4 * CHARS_MAX)
    lines = raw.decode("utf-8", errors="replace").replace("\r\n", "\n")
    release = read_release(lines, keys)
    if version and version != release.version:
        raise Refused("RELEASE_VERSION", f"this is {release.version}", version=release.version)
    data = read_whole(file, FILE_BYTES_MAX)
    database = open_centre(where)
    try:
        with database.transaction():
            by = PublishedBy(database.centre.county, accounts.ADMINISTRATOR, now)
            number = releases.publish(database.connection, release, lines, data, by)
    finally:
        database.close()
    return {
        "number": number,
        "version": release.version,
        "system": release.system,
        "size": release.size,
        "sha256": release.sha256,
    }


def _publish(output: Output, options: Namespace) -> int:
    now = instant_text(SystemClock().now())
    where = site_of(output.folder, options)
    done = publish_file(where, Path(options.file), options.keys(), now, options.version or "")
    output.print({"file": options.file, **done})
    return DONE


def _list(output: Output, options: Namespace) -> int:
    from desktop.server import releases
    from desktop.server.database import open_centre

    database = open_centre(site_of(output.folder, options))
    try:
        for line in releases.listed(database.connection, database.centre.county):
            output.print(line)
    finally:
        database.close()
    return DONE


def _withdraw(output: Output, options: Namespace) -> int:
    from desktop.server import releases
    from desktop.server.database import open_centre

    database = open_centre(site_of(output.folder, options))
    try:
        with database.transaction():
            county, now = database.centre.county, instant_text(SystemClock().now())
            files = releases.withdraw(database.connection, county, options.version, now)
    finally:
        database.close()
    output.print({"version": options.version, "withdrawn": files})
    return DONE
