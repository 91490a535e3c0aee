"""Bring a new version of the program here: learnt beside the exchange, fetched when IT lets it be.

Everything lies in one small folder beside the station's file: the signed lines of what is offered,
the part that has arrived, and at last the whole installer. Each call asks the centre as long as
little else waits; it may be cut anywhere and goes on from what lies there. A file is whole only
once its hash is the one that the publisher of the program signed.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Literal

from desktop.base.clock import Clock
from desktop.base.errors import CanbaoError, Refused, Unavailable
from desktop.base.files import write_whole
from desktop.base.station_settings import UpdateMode
from desktop.base.upgrade_mark import FILE as MARK
from desktop.base.upgrade_mark import FOLDER, failed_version
from desktop.store import exchange
from desktop.sync.engine import StoreLane
from desktop.sync.filling import is_unknown_there
from desktop.sync.published import note_refused
from desktop.wire.pack_signature import TrustedKeys
from desktop.wire.protocol import SyncProtocol
from desktop.wire.release import SUFFIX, Release, read_release
from desktop.wire.update_messages import PIECE_BYTES_MAX, UpdateReply, UpdateRequest
from desktop.wire.versions import PROTOCOL

OFFERED = "offered" + SUFFIX

ASK_EVERY = timedelta(hours=1)
"""How often the centre is asked for a newer version."""

AT_WORK = timedelta(seconds=2)
"""How long pieces are fetched in a row before the exchange has its turn again."""

ROOM_BYTES = 200 * 1024 * 1024
"""What must be left on the disk beside the file: business comes first."""

State = Literal["none", "offered", "fetching", "ready", "failed"]


@dataclass(frozen=True, slots=True)
class Program:
    """What runs here."""

    version: str
    system: str


@dataclass(frozen=True, slots=True)
class Offer:
    """How a newer version stands at this station."""

    state: State
    """``failed``: it could not convert this station's data and is not offered again."""
    release: Release | None = None
    here: int = 0
    """Bytes that have arrived."""


def look(folder: Path, keys: TrustedKeys, program: Program) -> Offer:
    """Return what lies in a station's ``folder``; what does not hold counts as nothing."""
    at = folder / FOLDER
    try:
        lines = (at / OFFERED).read_text(encoding="utf-8")
        release = checked(lines, keys, program)
    except (OSError, UnicodeDecodeError, Refused):
        return Offer("none")
    if failed_version(folder) == release.version:
        return Offer("failed", release)
    if (at / release.file).exists():
        return Offer("ready", release, release.size)
    here = _arrived(_part(at, release), release)
    return Offer("fetching" if here else "offered", release, here)


def checked(lines: str, keys: TrustedKeys, program: Program) -> Release:
    """Return the release in ``lines``.

    Raises:
        Refused: as `desktop.wire.release.read_release`; ``RELEASE_SYSTEM``: for other machines;
            ``RELEASE_OLDER``: no newer than what runs here.
    """
    release = read_release(lines, keys)
    if release.system != program.system:
        raise Refused("RELEASE_SYSTEM", f"for {release.system}", system=release.system)
    if not release.is_newer_than(program.version):
        raise Refused("RELEASE_OLDER", "no newer than this one", version=program.version)
    return release


def file_holds(path: Path, release: Release) -> bool:
    """Tell whether ``path`` is the very file that was signed."""
    try:
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return False
    return digest == release.sha256


class UpdateFetcher:
    """Asks for and fetches a newer version. Belongs to the thread of the exchange."""

    def __init__(
        self,
        in_store: StoreLane,
        server: SyncProtocol,
        clock: Clock,
        folder: Path,
        keys: Callable[[], TrustedKeys],
        program: Program,
        mode: UpdateMode,
    ) -> None:
        self._in_store = in_store
        self._server = server
        self._clock = clock
        self._folder = folder
        self._keys = keys
        self._program = program
        self._mode = mode
        self._due: datetime | None = None

    def step(self) -> float | None:
        """Do what is due; return the seconds to wait before going on, None if nothing is left.

        The exchange has succeeded whatever becomes of this: errors only put it off.
        """
        began = self._clock.now()
        if self._mode == "off" or (self._due is not None and began < self._due):
            return None
        try:
            more = self.bring()
        except Refused as error:
            note_refused(self._in_store, error, self._clock)
            more = False
        except CanbaoError:
            more = False
        if not more:
            self._due = began + ASK_EVERY
            return None
        # As long as it took: half of the line is left for others in the office.
        return max(1.0, (self._clock.now() - began).total_seconds())

    def bring(self) -> bool:
        """Ask once, fetch pieces for a while if IT lets it be; tell whether there is more.

        Raises:
            Unavailable: the line, the centre or the disk; what has arrived is kept.
            Refused: what came is not what the publisher signed; nothing of it is kept.
        """
        keys = self._keys()
        offer = look(self._folder, keys, self._program)
        release = self._learn(offer, keys)
        if release is None or self._mode != "download":
            return False
        if look(self._folder, keys, self._program).state in ("ready", "failed"):
            return False
        return self._fetch(release)

    def _learn(self, offer: Offer, keys: TrustedKeys) -> Release | None:
        known = offer.release.sha256 if offer.release else ""
        reply = self._ask(known=known)
        at = self._folder / FOLDER
        if reply is None:
            # Not this centre's word: a log-in page has no such path either.
            return None
        if not reply.newest:
            _clear(at)
            return None
        if reply.newest == known:
            return offer.release
        release = checked(reply.release, keys, self._program)
        _clear(at)
        try:
            at.mkdir(exist_ok=True)
        except OSError as error:
            raise Unavailable("DISK_FAILED", "the update folder cannot be made") from error
        write_whole(at / OFFERED, reply.release.encode("utf-8"))
        return release

    def _fetch(self, release: Release) -> bool:
        at = self._folder / FOLDER
        part, began = _part(at, release), self._clock.now()
        self._make_room(release, _arrived(part, release))
        while (here := _arrived(part, release)) < release.size:
            if self._clock.now() - began >= AT_WORK or self._in_store(exchange.pending_count):
                return True
            reply = self._ask(known=release.sha256, wanted=release.sha256, offset=here)
            if reply is None or reply.newest != release.sha256 or not reply.piece:
                return False
            _append(part, here, reply.piece)
        if not file_holds(part, release):
            part.unlink(missing_ok=True)
            raise Refused("RELEASE_FILE", "what arrived is not what was signed", file=release.file)
        part.replace(at / release.file)
        return False

    def _make_room(self, release: Release, here: int) -> None:
        free = shutil.disk_usage(self._folder).free
        if free < release.size - here + ROOM_BYTES:
            raise Unavailable("UPDATE_NO_ROOM", "too little room for a new version")

    def _ask(self, *, known: str, wanted: str = "", offset: int = 0) -> UpdateReply | None:
        station = self._in_store(lambda store: store.station.id)
        request = UpdateRequest(
            station=station,
            protocol=PROTOCOL,
            version=self._program.version,
            system=self._program.system,
            known=known,
            wanted=wanted,
            offset=offset,
        )
        try:
            return self._server.update(request)
        except (Refused, Unavailable) as error:
            if is_unknown_there(error):
                return None
            raise


def _part(at: Path, release: Release) -> Path:
    # Named by its hash: what is left of another file is never gone on with.
    return at / f"{release.sha256[:16]}.part"


def _arrived(part: Path, release: Release) -> int:
    """Return how many bytes have arrived; what a pulled plug tore off does not count."""
    try:
        size = part.stat().st_size
    except OSError:
        return 0
    return size if size >= release.size else size // PIECE_BYTES_MAX * PIECE_BYTES_MAX


def _append(part: Path, here: int, piece: bytes) -> None:
    try:
        with part.open("ab") as file:
            file.truncate(here)
            file.write(piece)
    except OSError as error:
        raise Unavailable("DISK_FAILED", "the update cannot be written") from error


def _clear(at: Path) -> None:
    """Take away what was offered before; what was installed from here stays in its own folder."""
    with suppress(OSError):
        for path in at.iterdir():
            if path.is_file() and path.name != MARK:
                path.unlink()
